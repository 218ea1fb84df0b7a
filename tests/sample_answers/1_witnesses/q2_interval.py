# %% right="two lists"
def interval_of(clues):
    starts = [a for a, b in clues if a is not None]
    ends = [b for a, b in clues if b is not None]
    first = max(starts, default=None)
    last = min(ends, default=None)
    if first is not None and last is not None and first > last:
        return None
    return (first, last)

# %% right="a loop that narrows"
def interval_of(clues):
    low = None
    high = None
    for earliest, latest in clues:
        if earliest is not None and (low is None or earliest > low):
            low = earliest
        if latest is not None and (high is None or latest < high):
            high = latest
    if low is not None and high is not None and low > high:
        return None
    return [low, high]

# %% right="pandas columns, NaT for an open end"
def interval_of(clues):
    frame = pd.DataFrame(clues, columns=["earliest", "latest"]).apply(pd.to_datetime)
    first, last = frame["earliest"].max(), frame["latest"].min()
    if first > last:
        return None
    return first, last

# %% right="dates as text"
def interval_of(clues):
    starts = sorted(str(a)[:10] for a, b in clues if a is not None)
    ends = sorted(str(b)[:10] for a, b in clues if b is not None)
    if starts and ends and starts[-1] > ends[0]:
        return None
    return (starts[-1] if starts else None, ends[0] if ends else None)

# %% right="far ends for open ones"
def interval_of(clues):
    far_past, far_future = pd.Timestamp("1900-01-01"), pd.Timestamp("2100-01-01")
    first = max(far_past if a is None else a for a, b in clues)
    last = min(far_future if b is None else b for a, b in clues)
    if first > last:
        return None
    return None if first == far_past else first, None if last == far_future else last

# %% wrong="spans-all" mark=0.75 says="a day must fit every clue"
def interval_of(clues):
    starts = [a for a, b in clues if a is not None]
    ends = [b for a, b in clues if b is not None]
    return min(starts, default=None), max(ends, default=None)

# %% wrong="crash" mark=0.5 says="TypeError"
def interval_of(clues):
    first = max(a for a, b in clues)
    last = min(b for a, b in clues)
    if first > last:
        return None
    return first, last

# %% wrong="no-contradiction" mark=1.75 says="contradict each other"
def interval_of(clues):
    starts = [a for a, b in clues if a is not None]
    ends = [b for a, b in clues if b is not None]
    return max(starts, default=None), min(ends, default=None)

# %% wrong="crash" mark=1.75 says="ValueError"
def interval_of(clues):
    starts = [a for a, b in clues if a is not None]
    ends = [b for a, b in clues if b is not None]
    if max(starts) > min(ends):
        return None
    return max(starts), min(ends)

# %% wrong="last-clue" mark=1 says="the last clue alone"
def interval_of(clues):
    first = last = None
    for a, b in clues:
        if a is not None:
            first = a
        if b is not None:
            last = b
    if first is not None and last is not None and first > last:
        return None
    return first, last

# %% wrong="order" mark=0 says="not in the order"
def interval_of(clues):
    starts = [a for a, b in clues if a is not None]
    ends = [b for a, b in clues if b is not None]
    return min(ends, default=None), max(starts, default=None)

# %% wrong="single-day" mark=1.75 says="is an interval too"
def interval_of(clues):
    starts = [a for a, b in clues if a is not None]
    ends = [b for a, b in clues if b is not None]
    if starts and ends and max(starts) >= min(ends):
        return None
    return max(starts, default=None), min(ends, default=None)

# %% wrong="type" mark=0.25 says="None"
def interval_of(clues):
    starts = [a for a, b in clues if a is not None]
    ends = [b for a, b in clues if b is not None]
    if starts and ends:
        print(max(starts), min(ends))
    else:
        return max(starts, default=None), min(ends, default=None)

# %% wrong="first-clue" mark=1 says="the first clue alone"
def interval_of(clues):
    first = last = None
    for a, b in clues:
        if first is None:
            first = a
        if last is None:
            last = b
    if first is not None and last is not None and first > last:
        return None
    return first, last
