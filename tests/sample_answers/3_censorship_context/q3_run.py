# %% right="announced days, then the rest"
def run_in_days(opening, removal, announced_end, shown_that_day):
    announced = (announced_end - opening).days + 1
    shown = (removal - opening).days + int(shown_that_day)
    return shown, announced - shown


days_show = "B"

# %% right="two cases"
def run_in_days(opening, removal, announced_end, shown_that_day):
    if shown_that_day:
        return [(removal - opening).days + 1, (announced_end - removal).days]
    return [(removal - opening).days, (announced_end - removal).days + 1]


days_show = "b"

# %% right="a loop over the days of the run"
def run_in_days(opening, removal, announced_end, shown_that_day):
    shown = lost = 0
    for day in pd.date_range(opening, announced_end):
        if day < removal or (day == removal and shown_that_day):
            shown = shown + 1
        else:
            lost = lost + 1
    return shown, lost


days_show = "B"

# %% right="columns of True and False"
def run_in_days(opening, removal, announced_end, shown_that_day):
    run = pd.Series(pd.date_range(opening, announced_end))
    shown = run <= removal if shown_that_day else run < removal
    return pd.Series([shown.sum(), (~shown).sum()])


days_show = "B"

# %% wrong="off-by-one" mark=0.75 says="Both ends of the run"
def run_in_days(opening, removal, announced_end, shown_that_day):
    return (removal - opening).days, (announced_end - removal).days


days_show = "B"

# %% wrong="both-cases-alike" mark=1.25 says="was not shown on the day"
def run_in_days(opening, removal, announced_end, shown_that_day):
    return (removal - opening).days + 1, (announced_end - removal).days


days_show = "B"

# %% wrong="removal-day-lost" mark=1 says="still shown"
def run_in_days(opening, removal, announced_end, shown_that_day):
    return (removal - opening).days, (announced_end - removal).days + 1


days_show = "B"

# %% wrong="day-in-both" mark=1 says="counted twice"
def run_in_days(opening, removal, announced_end, shown_that_day):
    return (removal - opening).days + int(shown_that_day), (announced_end - removal).days + 1


days_show = "B"

# %% wrong="day-in-neither" mark=1.25 says="was it shown or lost"
def run_in_days(opening, removal, announced_end, shown_that_day):
    return (removal - opening).days + int(shown_that_day), (announced_end - removal).days


days_show = "B"

# %% wrong="swapped" mark=0.75 says="days shown come first"
def run_in_days(opening, removal, announced_end, shown_that_day):
    announced = (announced_end - opening).days + 1
    shown = (removal - opening).days + int(shown_that_day)
    return announced - shown, shown


days_show = "B"

# %% wrong="removal-as-end" mark=1.25 says="two witnesses tell them"
def run_in_days(opening, removal, announced_end, shown_that_day):
    shown = (removal - opening).days + (1 if shown_that_day else 0)
    return shown, (announced_end - opening).days + 1 - shown


days_show = "A"

# %% wrong="days-as-weight" mark=1.25 says="Are there others"
def run_in_days(opening, removal, announced_end, shown_that_day):
    shown = (removal - opening).days + (1 if shown_that_day else 0)
    return shown, (announced_end - opening).days + 1 - shown


days_show = "C"

# %% wrong="word-against-event" mark=1.25 says="can be loose"
def run_in_days(opening, removal, announced_end, shown_that_day):
    shown = (removal - opening).days + (1 if shown_that_day else 0)
    return shown, (announced_end - opening).days + 1 - shown


days_show = "D"

# %% wrong="other" mark=0.75 says="1 is missing"
def run_in_days(opening, removal, announced_end, shown_that_day):
    shown = (removal - opening).days + int(shown_that_day)
    return [shown]


days_show = "B"

# %% wrong="type" mark=0.75 says="Expected a list of items"
def run_in_days(opening, removal, announced_end, shown_that_day):
    return (removal - opening).days + int(shown_that_day)


days_show = "B"

# %% wrong="other" mark=1.25 says="one of the letters"
def run_in_days(opening, removal, announced_end, shown_that_day):
    shown = (removal - opening).days + int(shown_that_day)
    return shown, (announced_end - opening).days + 1 - shown


days_show = "four or five days"
