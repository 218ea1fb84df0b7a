# %% right="pandas ends of months"
def range_of(date, precision):
    if precision == "unknown":
        return None
    if precision == "week":
        return date, date + pd.Timedelta(days=6)
    if precision == "month":
        return date.replace(day=1), date + pd.offsets.MonthEnd(0)
    if precision == "year":
        return pd.Timestamp(date.year, 1, 1), pd.Timestamp(date.year, 12, 31)
    return date, date

# %% right="a list, days_in_month"
def range_of(date, precision):
    if precision == "day":
        return [date, date]
    elif precision == "week":
        return [date, date + pd.DateOffset(days=6)]
    elif precision == "month":
        return [date.replace(day=1), date.replace(day=date.days_in_month)]
    elif precision == "year":
        return [date.replace(month=1, day=1), date.replace(month=12, day=31)]

# %% right="periods"
def range_of(date, precision):
    if precision == "unknown":
        return None
    if precision == "week":
        return date, date + pd.Timedelta("6D")
    period = date.to_period({"day": "D", "month": "M", "year": "Y"}[precision])
    return period.start_time, period.end_time

# %% right="dates as text"
def range_of(date, precision):
    if precision == "unknown":
        return None
    first = {"month": f"{date:%Y-%m-01}", "year": f"{date:%Y-01-01}"}.get(precision, f"{date:%Y-%m-%d}")
    lengths = {"day": 1, "week": 7, "month": date.days_in_month, "year": 366 if date.is_leap_year else 365}
    last = pd.Timestamp(first) + pd.Timedelta(days=lengths[precision] - 1)
    return first, f"{last:%Y-%m-%d}"

# %% right="a day before the next month"
def range_of(date, precision):
    one_day = pd.Timedelta(days=1)
    if precision == "month":
        begin = pd.Timestamp(date.year, date.month, 1)
        if date.month == 12:
            return begin, pd.Timestamp(date.year + 1, 1, 1) - one_day
        return begin, pd.Timestamp(date.year, date.month + 1, 1) - one_day
    if precision == "year":
        return pd.Timestamp(date.year, 1, 1), pd.Timestamp(date.year + 1, 1, 1) - one_day
    if precision == "week":
        return date, date + 6 * one_day
    if precision == "day":
        return date, date
    return None

# %% wrong="off-by-one" mark=1 says="eight days"
def range_of(date, precision):
    if precision == "unknown":
        return None
    if precision == "week":
        return date, date + pd.Timedelta(days=7)
    if precision == "month":
        return date.replace(day=1), date + pd.offsets.MonthEnd(0)
    if precision == "year":
        return pd.Timestamp(date.year, 1, 1), pd.Timestamp(date.year, 12, 31)
    return date, date

# %% wrong="thirty-days" mark=1 says="a month's length"
def range_of(date, precision):
    if precision == "unknown":
        return None
    lengths = {"day": 0, "week": 6, "month": 30, "year": 364}
    return date, date + pd.Timedelta(days=lengths[precision])

# %% wrong="thirty-days" mark=1 says="May has more days"
def range_of(date, precision):
    if precision == "unknown":
        return None
    if precision == "week":
        return date, date + pd.Timedelta(days=6)
    if precision == "month":
        return date.replace(day=1), date.replace(day=1) + pd.Timedelta(days=29)
    if precision == "year":
        return pd.Timestamp(date.year, 1, 1), pd.Timestamp(date.year, 12, 31)
    return date, date

# %% wrong="from-date" mark=1 says="begins on its first day"
def range_of(date, precision):
    if precision == "unknown":
        return None
    if precision == "week":
        return date, date + pd.Timedelta(days=6)
    if precision == "month":
        return date, date + pd.offsets.MonthEnd(0)
    if precision == "year":
        return date, pd.Timestamp(date.year, 12, 31)
    return date, date

# %% wrong="twelve-months" mark=1 says="a year's length"
def range_of(date, precision):
    if precision == "unknown":
        return None
    if precision == "week":
        return date, date + pd.Timedelta(days=6)
    if precision == "month":
        return date.replace(day=1), date + pd.offsets.MonthEnd(0)
    if precision == "year":
        return date, date + pd.DateOffset(years=1) - pd.Timedelta(days=1)
    return date, date

# %% wrong="unknown-as-range" mark=1.5 says="None alone"
def range_of(date, precision):
    if precision == "week":
        return date, date + pd.Timedelta(days=6)
    if precision == "month":
        return date.replace(day=1), date + pd.offsets.MonthEnd(0)
    if precision == "year":
        return pd.Timestamp(date.year, 1, 1), pd.Timestamp(date.year, 12, 31)
    if precision == "day":
        return date, date
    return None, None

# %% wrong="crash" mark=1.75 says="on a case that it had not seen"
def range_of(date, precision):
    first = date.replace(day=1)
    ends = {
        "day": (date, date),
        "week": (date, date + pd.Timedelta(days=6)),
        "month": (first, first + pd.offsets.MonthEnd(0)),
        "year": (pd.Timestamp(int(date.year), 1, 1), pd.Timestamp(int(date.year), 12, 31)),
    }
    return ends.get(precision)

# %% wrong="other-end" mark=1.5 says="A range ends elsewhere"
def range_of(date, precision):
    if precision == "unknown":
        return None
    if precision == "week":
        return date, date + pd.Timedelta(days=6)
    if precision == "month":
        length = 31 if date.month in [1, 3, 5, 7, 8, 10, 12] else 30
        if date.month == 2:
            length = 28
        return date.replace(day=1), date.replace(day=length)
    if precision == "year":
        return pd.Timestamp(date.year, 1, 1), pd.Timestamp(date.year, 12, 31)
    return date, date

# %% wrong="other" mark=1.5 says="let pandas find the ends"
def range_of(date, precision):
    if precision == "unknown":
        return None
    if precision == "week":
        return date, date.replace(day=date.day + 6) if date.day < 23 else date
    if precision == "month":
        return date.replace(day=1), date + pd.offsets.MonthEnd(0)
    if precision == "year":
        return pd.Timestamp(date.year, 1, 1), pd.Timestamp(date.year, 12, 31)
    return date, date

# %% wrong="type" mark=1 says="Expected a list of items"
def range_of(date, precision):
    if precision == "unknown":
        return None
    if precision == "day":
        return date
    if precision == "week":
        return date, date + pd.Timedelta(days=6)
    if precision == "month":
        return date.replace(day=1), date + pd.offsets.MonthEnd(0)
    return pd.Timestamp(date.year, 1, 1), pd.Timestamp(date.year, 12, 31)

# %% wrong="middle-of-range" mark=1 says="begins with this day"
def range_of(date, precision):
    if precision == "unknown":
        return None
    if precision == "week":
        return date - pd.Timedelta(days=3), date + pd.Timedelta(days=3)
    if precision == "month":
        return date.replace(day=1), date + pd.offsets.MonthEnd(0)
    if precision == "year":
        return pd.Timestamp(date.year, 1, 1), pd.Timestamp(date.year, 12, 31)
    return date, date
