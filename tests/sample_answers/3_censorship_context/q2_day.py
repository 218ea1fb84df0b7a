# %% right="days, and first"
def day_number(opening, day, first):
    return (day - opening).days + first


def date_with_number(opening, number, first):
    return opening + pd.Timedelta(days=number - first)

# %% right="two cases"
def day_number(opening, day, first):
    steps = (day - opening).days
    if first == 1:
        return steps + 1
    return steps


def date_with_number(opening, number, first):
    if first == 1:
        number = number - 1
    return opening + pd.DateOffset(days=number)

# %% right="counted with date_range"
def day_number(opening, day, first):
    return len(pd.date_range(opening, day)) - 1 + first


def date_with_number(opening, number, first):
    return pd.date_range(opening, periods=number - first + 1)[-1]

# %% right="a loop, dates as text"
def day_number(opening, day, first):
    number = first
    while opening < day:
        opening = opening + pd.Timedelta("1D")
        number += 1
    return float(number)


def date_with_number(opening, number, first):
    for _ in range(first, number):
        opening = opening + pd.Timedelta("1D")
    return str(opening.date())

# %% wrong="always-day-0" mark=0.75 says="has the number 1"
def day_number(opening, day, first):
    return (day - opening).days


def date_with_number(opening, number, first):
    return opening + pd.Timedelta(days=number)

# %% wrong="always-day-1" mark=0.25 says="count the steps"
def day_number(opening, day, first):
    return (day - opening).days + 1


def date_with_number(opening, number, first):
    return opening + pd.Timedelta(days=number - 1)

# %% wrong="turned-round" mark=1 says="below 0"
def day_number(opening, day, first):
    return (opening - day).days - first


def date_with_number(opening, number, first):
    return opening + pd.Timedelta(days=number - first)

# %% wrong="first-added" mark=1.5 says="an earlier date"
def day_number(opening, day, first):
    return (day - opening).days + first


def date_with_number(opening, number, first):
    return opening + pd.Timedelta(days=number + first)

# %% wrong="type" mark=1 says="something of another kind"
def day_number(opening, day, first):
    return day - opening + pd.Timedelta(days=first)


def date_with_number(opening, number, first):
    return opening + pd.Timedelta(days=number - first)

# %% wrong="days-between" mark=1 says="lie between"
def day_number(opening, day, first):
    return (day - opening).days - 1 + first


def date_with_number(opening, number, first):
    return opening + pd.Timedelta(days=number - first)

# %% wrong="always-day-1" mark=1.75 says="Where the opening is day 0"
def day_number(opening, day, first):
    return (day.month - opening.month) * 30 + day.day - opening.day + first


def date_with_number(opening, number, first):
    return opening + pd.Timedelta(days=number - first)

# %% wrong="crash" mark=1 says="TypeError"
def day_number(opening, day, first):
    return (day - opening).days + first


def date_with_number(opening, number, first):
    return opening + number - first

# %% wrong="unanswered" mark=1 says="does not exist"
def day_number(opening, day, first):
    return (day - opening).days + first

# %% wrong="type" mark=1 says="is there a `return`"
def day_number(opening, day, first):
    return (day - opening).days + first


def date_with_number(opening, number, first):
    print(opening + pd.Timedelta(days=number - first))

# %% wrong="other" mark=1 says="add the days to the opening"
def day_number(opening, day, first):
    return (day - opening).days + first


def date_with_number(opening, number, first):
    return opening.day + number - first
