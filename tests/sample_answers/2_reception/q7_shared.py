# %% right="greatest lower end, smallest upper end"
def shared_range(ranges):
    lowest = max(low for low, high in ranges)
    highest = min(high for low, high in ranges)
    return (lowest, highest) if lowest <= highest else None

odd_pair = "villagers_income"

# %% right="a loop that narrows"
def shared_range(ranges):
    lowest, highest = ranges[0]
    for low, high in ranges[1:]:
        if low > lowest:
            lowest = low
        if high < highest:
            highest = high
    if lowest > highest:
        return None
    return [lowest, highest]

odd_pair = "villagers_income"

# %% right="a numpy array, the odd one found by leaving each out"
def shared_range(ranges):
    ends = np.array(ranges)
    both = np.array([ends[:, 0].max(), ends[:, 1].min()])
    if both[0] <= both[1]:
        return both

for name in magazine_ranges:
    rest = [magazine_ranges[other] for other in magazine_ranges if other != name]
    if shared_range(rest) is not None:
        odd_pair = name

# %% right="pandas"
def shared_range(ranges):
    frame = pd.DataFrame(list(ranges), columns=["low", "high"])
    result = pd.Series([frame["low"].max(), frame["high"].min()])
    return result if result[0] <= result[1] else None

odd_pair = "Villagers_income"

# %% wrong="covers-all" mark=0.5 says="does not lie inside"
def shared_range(ranges):
    return min(low for low, high in ranges), max(high for low, high in ranges)

odd_pair = "villagers_income"

# %% wrong="no-empty-case" mark=1.25 says="what if the lowest rate lies above"
def shared_range(ranges):
    return max(low for low, high in ranges), min(high for low, high in ranges)

odd_pair = "villagers_income"

# %% wrong="only-neighbours" mark=1 says="each range meets the next one"
def shared_range(ranges):
    for i in range(len(ranges) - 1):
        if ranges[i][1] < ranges[i + 1][0] or ranges[i + 1][1] < ranges[i][0]:
            return None
    return max(r[0] for r in ranges), min(r[1] for r in ranges)

odd_pair = "forecast"

# %% wrong="first-and-last" mark=1.5 says="only the first and the last"
def shared_range(ranges):
    low = max(ranges[0][0], ranges[-1][0])
    high = min(ranges[0][1], ranges[-1][1])
    return (low, high) if low <= high else None

odd_pair = "villagers_income"

# %% wrong="averages" mark=0 says="means of the ends"
def shared_range(ranges):
    return sum(r[0] for r in ranges) / len(ranges), sum(r[1] for r in ranges) / len(ranges)

odd_pair = "single_day"

# %% wrong="farthest-middle" mark=1.5 says="does its lower end meet"
def shared_range(ranges):
    lowest = max(low for low, high in ranges)
    highest = min(high for low, high in ranges)
    return (lowest, highest) if lowest <= highest else None

odd_pair = "single_day"

# %% wrong="type" mark=0.5 says="`return`"
def shared_range(ranges):
    lowest = max(low for low, high in ranges)
    highest = min(high for low, high in ranges)
    if lowest <= highest:
        print(lowest, highest)

odd_pair = "villagers_income"

# %% wrong="unanswered" mark=0.5 says="Not answered yet"
def shared_range(ranges):
    raise NotImplementedError()

odd_pair = "villagers_income"

# %% wrong="widest" mark=1.5 says="meets more of the others"
def shared_range(ranges):
    lowest = max(low for low, high in ranges)
    highest = min(high for low, high in ranges)
    return (lowest, highest) if lowest <= highest else None

odd_pair = "first_week"

# %% wrong="no-empty-case" mark=1.25 says="not None"
def shared_range(ranges):
    lowest = max(low for low, high in ranges)
    highest = min(high for low, high in ranges)
    return [lowest, highest] if lowest <= highest else []

odd_pair = "villagers_income"

# %% wrong="compares-pairs" mark=1.25 says="look at the first numbers only"
def shared_range(ranges):
    lowest, highest = max(ranges)[0], min(ranges)[1]
    return (lowest, highest) if lowest <= highest else None

odd_pair = "villagers_income"

# %% wrong="touching" mark=1.75 says="touch at 2"
def shared_range(ranges):
    lowest = max(low for low, high in ranges)
    highest = min(high for low, high in ranges)
    if lowest < highest:
        return lowest, highest

odd_pair = "villagers_income"
