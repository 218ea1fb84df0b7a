# ---
# jupyter:
#   return_to_dust:
#     unit: 3
#     title: Censorship context
#     minutes: 150
# ---

# %% [markdown]
# # Assignment 3: Censorship context
#
# Twelve questions, 30 points, about two and a half hours: 110 minutes for questions 1 to 10, and 40 minutes for the
# two written ones, 11 and 12, which you can do at home. Each question stands alone: you may do them in any order, and
# no answer needs another answer.
#
# | | question | points | | | question | points |
# |---|---|---|---|---|---|---|
# | 1 | Hits and tellers | 1 | | 7 | Eight sentences on a ladder | 2 |
# | 2 | Day 0 and day 1 | 2 | | 8 | What a retelling keeps | 2 |
# | 3 | Days shown, days lost | 2 | | 9 | A timeline that shows what it knows | 3 |
# | 4 | As exact as its words | 2 | | 10 | A measure of care | 2 |
# | 5 | Could the witness know? | 2 | | 11 | What did the removal remove? (written) | 6 |
# | 6 | Searched, then read | 2 | | 12 | What may be written (written) | 4 |

# %% [markdown]
# ## How this works
#
# - Write where you see `# YOUR CODE HERE`, and delete the line `raise NotImplementedError()` below it.
# - Then run the cell, the one that tries it out, and the tests. You need not read the code of the tests. A test shows
#   one line for each *criterion*, with a reason where it is not met. You can change your answer and run the tests
#   again as often as you like.
# - Each criterion earns its own points, so a half-right answer earns something. A criterion of *form* earns nothing:
#   it says whether your answer has a form that can be marked, such as a letter from A to D. Whether the answer is
#   right is decided when your work is marked.
# - Some criteria are seen only when your work is marked: they try your function on other cases. The tests say how
#   many points these are worth.

# %% [markdown]
# Several answers are functions. A *function* begins with `def`; the names in brackets stand for what comes in, and
# `return` hands the result back. The text in triple quotation marks says what the function should do, and `>>>` shows
# an example. A function can also choose:

# %%
def taller(mine, yours):
    """Say who is taller: "me", "you" or "neither"."""
    if mine > yours:
        return "me"
    if yours > mine:
        return "you"
    return "neither"

taller(171, 171)

# %% [markdown]
# ## Before you hand in
#
# Choose *Kernel → Restart Kernel and Run All Cells*: it stops at the first question that is still open. Then save,
# and press *Validate*.
#
# *Validate* runs all tests that you can see. It also reports a written answer as a failure as long as it is
# untouched. This does no harm: written answers are read and marked by a person.
#
# No question asks for your opinion on China, on its politics or on the film, and none is marked. Each asks what a
# witness says, how the witness knows, and what follows. Nothing here needs the film.
#
# Readings and tables come from `reading("screen")` and `table("events")`. An address such as [screen p10] names a
# reading and a paragraph. A date is written as in the lesson: `pd.Timestamp("2022-07-08")`.

# %% kind="readonly" grade_id="censorship_context_setup"
import pandas as pd

from return_to_dust import describe, keyword_in_context, new_figure, reading, table

pd.set_option("display.max_colwidth", None)  # show long texts in full

# %% [markdown] objectives="3"
# ## 1 Hits and tellers (1 point)
#
# A search finds words; whether a place tells what you are looking for, you must read. The next cell searches all
# readings for *cinemas*.
#
# - `tellers`: which of these hits tell that the film left cinemas in China? Write a list of addresses as text, such
#   as `["screen p5", "screen p7"]`. Where to look: [hollywood_reporter_repost p8], [uk_review p1, p3, p10],
#   [user_liangzihan p18].
# - `pulled_misses`: somebody searches for *pulled* instead. One of the readings that tell it is then not found. Write
#   its name, such as `"screen"`.

# %%
keyword_in_context("cinemas")

# %% kind="answer" grade_id="censorship_context_q1_search"
# tellers = a list of addresses, such as ["screen p5", "screen p7"]
# pulled_misses = the name of a reading
### BEGIN SOLUTION
tellers = ["hollywood_reporter_repost p8", "uk_review p3", "user_liangzihan p18"]
pulled_misses = "hollywood_reporter_repost"
### END SOLUTION

# %%
keyword_in_context("pulled")

# %% kind="tests" grade_id="censorship_context_q1_search_test" points=1
from return_to_dust import keyword_in_context as search
from return_to_dust import source_ids
from return_to_dust.checks import Mistake, Question

FOUND = search("cinemas")
HITS = list(FOUND["source"] + " " + FOUND["paragraph"])

q = Question("Hits and tellers", points=1)
with q.criterion("`tellers` is a list of addresses of hits, `pulled_misses` the name of a reading", 0) as c:
    c.among(tellers, HITS, hint='Write hits of the search as addresses in a list, such as ["screen p5"].')
    c.text(pulled_misses, source_ids(), hint='Write the name of a reading, such as "screen".')
### BEGIN HIDDEN TESTS
THR, UK, LZ = "hollywood_reporter_repost p8", "uk_review p3", "user_liangzihan p18"
with q.criterion("`tellers` holds the hits that tell it, and no others", 0.5, hidden=True) as c:
    c.items(
        tellers,
        [THR, UK, LZ],
        mistakes=[
            Mistake(HITS, "hits-as-tellers", "These are all hits. In which of them does the film leave cinemas?"),
            Mistake([THR, UK, LZ, "uk_review p1"], "other-cinemas", "One of these is the name of a section of a page."),
            Mistake([THR, UK, LZ, "uk_review p10"], "other-cinemas", "One of these speaks of cinemas elsewhere."),
            Mistake([THR, UK], "one-missing", "One more hit tells it, in other words."),
            Mistake([THR, LZ], "one-missing", "One more hit tells it, in other words."),
            Mistake([UK, LZ], "one-missing", "One more hit tells it, in other words."),
            Mistake([THR], "day-as-telling", "One need not give a day to tell of an event."),
        ],
    )
with q.criterion("`pulled_misses` tells it in other words", 0.5, hidden=True) as c:
    c.text(
        pulled_misses,
        "hollywood_reporter_repost",
        mistakes=[
            Mistake("newschina", "end-of-run-as-removal", "This reading tells of the end of a run, and of no removal."),
            Mistake("uk_review", "case-of-letters", "The search finds this one: a capital letter does not matter."),
            Mistake("user_liangzihan", "found", "The search finds this one: look at its result again."),
            Mistake("screen", "silent", "This reading does not tell it at all."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="2"
# ## 2 Day 0 and day 1 (2 points)
#
# The takings rose 40 days after the release, says the magazine [newschina p33]. Which day of the calendar is that?
# Some people call the day of the release day 0, others day 1. Write two functions; `first` is the number that the
# opening day gets, 0 or 1.
#
# - `day_number(opening, day, first)` returns the number of a day, a whole number.
# - `date_with_number(opening, number, first)` goes the other way: it returns the date.
#
# Example: a film opens on May 1. Then May 3 is day 2 if the opening is day 0, and day 3 if it is day 1.
#
# A date minus a date is a length of time; `.days` turns it into a number. A date plus `pd.Timedelta(days=2)` is a date.
# The answer cell has two places to fill in.

# %%
(pd.Timestamp("2023-05-03") - pd.Timestamp("2023-05-01")).days

# %% kind="answer" grade_id="censorship_context_q2_day"
def day_number(opening, day, first):
    """Return the number of a day, where the opening day has the number `first` (0 or 1).

    >>> day_number(pd.Timestamp("2023-05-01"), pd.Timestamp("2023-05-03"), 0)
    2
    """
    ### BEGIN SOLUTION
    return (day - opening).days + first
    ### END SOLUTION


def date_with_number(opening, number, first):
    """Return the date of the day with this number, where the opening day has the number `first`.

    >>> date_with_number(pd.Timestamp("2023-05-01"), 2, 0)
    Timestamp('2023-05-03 00:00:00')
    """
    ### BEGIN SOLUTION
    return opening + pd.Timedelta(days=number - first)
    ### END SOLUTION

# %%
may_1, may_3 = pd.Timestamp("2023-05-01"), pd.Timestamp("2023-05-03")
day_number(may_1, may_3, 0), day_number(may_1, may_3, 1), date_with_number(may_1, 2, 0)

# %% kind="tests" grade_id="censorship_context_q2_day_test" points=2
import pandas as pd

from return_to_dust.checks import Mistake, Question

ALWAYS_0 = "Here the opening day has the number 1, and so every later day has one more as well."
ALWAYS_1 = "Here the opening day has the number 0: count the steps from it, not the days."
OTHER_WAY = "Where the opening day has the number 1, each number stands for an earlier date, not for a later one."


def day(text):
    return pd.Timestamp(text)


def same_day(c, given, expected, **more):
    """Require one date."""
    c.that(given is not None, "The function returns nothing (None): is there a `return`?", "type")
    c.items([given], [day(expected)], **more)


q = Question("Day 0 and day 1", points=2)
with q.criterion("opening on May 1: May 3 is day 2, if the opening is day 0", 0.25) as c:
    c.number(
        day_number(day("2023-05-01"), day("2023-05-03"), 0),
        2,
        mistakes=[
            Mistake(3, "always-day-1", ALWAYS_1),
            Mistake(-2, "turned-round", "The number is below 0: take the earlier date from the later one."),
            Mistake(1, "days-between", "This counts the days that lie between the two: how many steps is it?"),
        ],
    )
with q.criterion("opening on May 1: May 3 is day 3, if the opening is day 1", 0.25) as c:
    c.number(
        day_number(day("2023-05-01"), day("2023-05-03"), 1),
        3,
        mistakes=[
            Mistake(2, "always-day-0", ALWAYS_0),
            Mistake(1, "turned-round", "Where the opening day has a higher number, the other days have one too."),
        ],
    )
with q.criterion("opening on May 1: day 2 is May 3, if the opening is day 0", 0.5) as c:
    same_day(
        c,
        date_with_number(day("2023-05-01"), 2, 0),
        "2023-05-03",
        mistakes=[
            Mistake([day("2023-05-02")], "always-day-1", ALWAYS_1),
            Mistake([day("2023-04-29")], "turned-round", "This date lies before the opening."),
        ],
        hint="This is not the date, or it is no date at all: add the days to the opening.",
    )
### BEGIN HIDDEN TESTS
with q.criterion("numbers of other days, over the ends of months", 0.25, hidden=True) as c:
    for opening, later, steps in [("2024-02-20", "2024-03-10", 19), ("2022-12-30", "2023-02-02", 34)]:
        for begin in [0, 1]:
            c.number(
                day_number(day(opening), day(later), begin),
                steps + begin,
                mistakes=[
                    Mistake(steps, "always-day-0", "Where the opening is day 1, a number does not come out right."),
                    Mistake(steps + 1, "always-day-1", "Where the opening is day 0, a number does not come out right."),
                ],
                hint="Days in another month do not come out right: let pandas subtract whole dates.",
            )
with q.criterion("the opening day itself has the number `first`", 0.25, hidden=True) as c:
    for begin in [0, 1]:
        c.number(
            day_number(day("2021-09-09"), day("2021-09-09"), begin),
            begin,
            hint="The opening day itself does not come out right.",
        )
with q.criterion("dates of other numbers, in both conventions", 0.5, hidden=True) as c:
    for opening, number, begin, expected, one_off in [
        ("2023-11-20", 50, 0, "2024-01-09", "2024-01-08"),
        ("2023-11-20", 50, 1, "2024-01-08", "2024-01-09"),
        ("2024-02-28", 1, 1, "2024-02-28", "2024-02-29"),
    ]:
        far = day(expected) + pd.Timedelta(days=2)
        same_day(
            c,
            date_with_number(day(opening), number, begin),
            expected,
            mistakes=[
                Mistake([day(one_off)], "off-by-one", "A date is one day off: what number does the opening day have?"),
                Mistake([far], "first-added", OTHER_WAY),
            ],
            hint="A date does not come out right.",
        )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="2"
# ## 3 Days shown, days lost (2 points)
#
# A run is announced from the opening to a last day; both these days belong to it. Then the film is removed. Was it
# still shown on the day of its removal? Often no witness says so. Write a function for both cases.
#
# Example: announced from May 1 to May 10, removed on May 8. If it was still shown on that day, it was shown on 8 days,
# and 2 were lost: (8, 2). If not: (7, 3). In a run that is announced for ten days, both numbers together are always
# 10.
#
# Then choose. One witness gives July 8 for the opening [newschina p7] and September 30 for the end of the run, which
# we read as announced [newschina p33]; another gives September 26 for the removal [hollywood_reporter_repost p8].
# `days_show`: what do these days allow you to say?
#
# - **A** The film was shown for about eighty days, so that its run came to its natural end.
# - **B** In cinemas the removal took few announced days; what it took elsewhere, days cannot show.
# - **C** In cinemas the removal took few announced days, so that it mattered little to the film.
# - **D** About eighty days are not "shortly" [uk_review p3], so that no removal has to be assumed.
#
# The answer cell has two places to fill in.

# %% kind="answer" grade_id="censorship_context_q3_run"
def run_in_days(opening, removal, announced_end, shown_that_day):
    """Return two whole numbers: the days on which the film was shown, and the announced days that were lost.

    `shown_that_day` is True where the film was still shown on the day of its removal, and else False.

    >>> run_in_days(pd.Timestamp("2023-05-01"), pd.Timestamp("2023-05-08"), pd.Timestamp("2023-05-10"), True)
    (8, 2)
    """
    ### BEGIN SOLUTION
    announced = (announced_end - opening).days + 1
    shown = (removal - opening).days + int(shown_that_day)
    return shown, announced - shown
    ### END SOLUTION


# days_show = "A", "B", "C" or "D"
### BEGIN SOLUTION
days_show = "B"
### END SOLUTION

# %%
opening, removal, end = pd.Timestamp("2023-05-01"), pd.Timestamp("2023-05-08"), pd.Timestamp("2023-05-10")
run_in_days(opening, removal, end, True), run_in_days(opening, removal, end, False)

# %% kind="tests" grade_id="censorship_context_q3_run_test" points=2
import pandas as pd

from return_to_dust.checks import Mistake, Question

BOTH_ENDS = "Both ends of the run are days of it: from May 1 to May 3 there are three days, and two steps."
SWAPPED = "The days shown come first, then the days lost."


def dated(*texts):
    return [pd.Timestamp(text) for text in texts]


q = Question("Days shown, days lost", points=2)
with q.criterion("May 1 to 10, removed on May 8 and still shown on that day: (8, 2)", 0.5) as c:
    c.items(
        run_in_days(*dated("2023-05-01", "2023-05-08", "2023-05-10"), True),
        [8, 2],
        ordered=True,
        mistakes=[
            Mistake([7, 2], "off-by-one", BOTH_ENDS),
            Mistake([7, 3], "removal-day-lost", "Here the film was still shown on the day of its removal."),
            Mistake([8, 3], "day-in-both", "The day of the removal is counted twice: shown and lost."),
            Mistake([2, 8], "swapped", SWAPPED),
        ],
    )
with q.criterion("the same, but not shown on the day of the removal: (7, 3)", 0.25) as c:
    c.items(
        run_in_days(*dated("2023-05-01", "2023-05-08", "2023-05-10"), False),
        [7, 3],
        ordered=True,
        mistakes=[
            Mistake([7, 2], "day-in-neither", "One of the ten days is missing: was it shown or lost?"),
            Mistake([8, 2], "both-cases-alike", "Here the film was not shown on the day of its removal."),
            Mistake([3, 7], "swapped", SWAPPED),
        ],
    )
with q.criterion("`days_show` is a letter from A to D", 0) as c:
    c.text(days_show, ["A", "B", "C", "D"], hint='Write one of the letters in quotation marks, such as "A".')
### BEGIN HIDDEN TESTS
with q.criterion("another run, over the ends of months", 0.25, hidden=True) as c:
    for still, expected, steps in [(True, [52, 9], [51, 9]), (False, [51, 10], [51, 9])]:
        c.items(
            run_in_days(*dated("2023-12-15", "2024-02-04", "2024-02-13"), still),
            expected,
            ordered=True,
            mistakes=[Mistake(steps, "off-by-one", "Shown and lost do not add up to the announced days.")],
            hint="Another run does not come out right.",
        )
with q.criterion("removed on the opening day, or on the announced last day", 0.25, hidden=True) as c:
    for removed, still, expected in [
        ("2023-05-01", False, [0, 10]),
        ("2023-05-10", True, [10, 0]),
        ("2023-05-10", False, [9, 1]),
    ]:
        c.items(
            run_in_days(*dated("2023-05-01", removed, "2023-05-10"), still),
            expected,
            ordered=True,
            hint="A removal at one of the two ends of the run does not come out right.",
        )
with q.criterion("what the days allow you to say", 0.75, hidden=True) as c:
    c.text(
        days_show,
        "B",
        mistakes=[
            Mistake("A", "removal-as-end", "Removal and announced end are two days, and two witnesses tell them."),
            Mistake("C", "days-as-weight", "Days in cinemas are one thing that can be lost. Are there others?"),
            Mistake("D", "word-against-event", "A word such as shortly can be loose, and the event be told by others."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="1"
# ## 4 As exact as its words (2 points)
#
# A date is as exact as the words that give it. For the congress a witness prints October 2022
# [hollywood_reporter_repost p10]: the earliest day is the first of October, the latest is the last. In
# `table("events")` the column `precision` says so.
#
# Write `range_of(date, precision)`. It returns the pair (earliest, latest):
#
# | precision | the range | example for 15 May 2023 |
# |---|---|---|
# | `"day"` | this day, twice | May 15 to May 15 |
# | `"week"` | seven days that begin with this day | May 15 to May 21 |
# | `"month"` | the whole month in which this day lies | May 1 to May 31 |
# | `"year"` | the whole year in which this day lies | January 1 to December 31 |
# | `"unknown"` | no range: `None` alone, whatever the date is | `None` |
#
# The next cell shows two tools. A date has a `year`, and `pd.Timestamp(2023, 12, 31)` is a date too.

# %%
some_day = pd.Timestamp("2023-05-15")
some_day.replace(day=1), some_day + pd.offsets.MonthEnd(0)  # first and last day of its month

# %% kind="answer" grade_id="censorship_context_q4_range"
def range_of(date, precision):
    """Return (earliest, latest) for a date of this precision, or None where it is "unknown".

    >>> range_of(pd.Timestamp("2023-05-15"), "week")
    (Timestamp('2023-05-15 00:00:00'), Timestamp('2023-05-21 00:00:00'))
    """
    ### BEGIN SOLUTION
    if precision == "unknown":
        return None
    if precision == "week":
        return date, date + pd.Timedelta(days=6)
    if precision == "month":
        return date.replace(day=1), date + pd.offsets.MonthEnd(0)
    if precision == "year":
        return pd.Timestamp(date.year, 1, 1), pd.Timestamp(date.year, 12, 31)
    return date, date
    ### END SOLUTION

# %%
range_of(some_day, "week"), range_of(some_day, "month"), range_of(some_day, "unknown")

# %% kind="tests" grade_id="censorship_context_q4_range_test" points=2
import pandas as pd

from return_to_dust.checks import Mistake, Question


def days(*texts):
    return [pd.Timestamp(text) for text in texts]


q = Question("As exact as its words", points=2)
with q.criterion("15 May 2023 to the day, and to the week", 0.5) as c:
    c.items(
        range_of(pd.Timestamp("2023-05-15"), "day"),
        days("2023-05-15", "2023-05-15"),
        ordered=True,
        hint="A day is a pair as well: the same day twice.",
    )
    c.items(
        range_of(pd.Timestamp("2023-05-15"), "week"),
        days("2023-05-15", "2023-05-21"),
        ordered=True,
        mistakes=[
            Mistake(days("2023-05-15", "2023-05-22"), "off-by-one", "These are eight days: count them one by one."),
            Mistake(days("2023-05-12", "2023-05-18"), "middle-of-range", "The week begins with this day."),
        ],
    )
with q.criterion("15 May 2023 to the month, and to the year", 0.5) as c:
    c.items(
        range_of(pd.Timestamp("2023-05-15"), "month"),
        days("2023-05-01", "2023-05-31"),
        ordered=True,
        mistakes=[
            Mistake(days("2023-05-15", "2023-05-31"), "from-date", "The month begins on its first day."),
            Mistake(days("2023-05-15", "2023-06-14"), "thirty-days", "This is a month's length, not the month of May."),
            Mistake(days("2023-05-15", "2023-06-15"), "thirty-days", "This is a month's length, not the month of May."),
            Mistake(days("2023-05-01", "2023-05-30"), "thirty-days", "May has more days than this."),
            Mistake(days("2023-05-01", "2023-06-01"), "off-by-one", "The latest day lies in the next month."),
        ],
    )
    c.items(
        range_of(pd.Timestamp("2023-05-15"), "year"),
        days("2023-01-01", "2023-12-31"),
        ordered=True,
        mistakes=[
            Mistake(days("2023-05-15", "2024-05-14"), "twelve-months", "This is a year's length, not the year 2023."),
            Mistake(days("2023-05-15", "2023-12-31"), "from-date", "The year begins on its first day."),
            Mistake(days("2023-01-01", "2024-01-01"), "off-by-one", "The latest day lies in the next year."),
        ],
    )
with q.criterion('"unknown" gives None', 0.25) as c:
    c.that(
        range_of(pd.Timestamp("2023-05-15"), "unknown") is None,
        'For "unknown" the result is None alone, and no pair.',
        "unknown-as-range",
    )
### BEGIN HIDDEN TESTS
with q.criterion("other months, weeks and years", 0.5, hidden=True) as c:
    for given, precision, expected in [
        ("2024-02-01", "month", days("2024-02-01", "2024-02-29")),
        ("2022-02-28", "month", days("2022-02-01", "2022-02-28")),
        ("2021-11-30", "month", days("2021-11-01", "2021-11-30")),
        ("2022-12-09", "month", days("2022-12-01", "2022-12-31")),
        ("2022-12-31", "year", days("2022-01-01", "2022-12-31")),
        ("2010-01-01", "year", days("2010-01-01", "2010-12-31")),
        ("2021-12-28", "week", days("2021-12-28", "2022-01-03")),
        ("2020-02-29", "day", days("2020-02-29", "2020-02-29")),
    ]:
        c.items(
            range_of(pd.Timestamp(given), precision),
            expected,
            ordered=True,
            mistakes=[
                Mistake([expected[0], expected[1] + pd.Timedelta(days=off)], "other-end", "A range ends elsewhere.")
                for off in [-3, -2, -1, 1, 2, 3]
            ],
            hint="A month, a week or a year does not come out right: do not count days, let pandas find the ends.",
        )
with q.criterion("an event that has no date at all", 0.25, hidden=True) as c:
    c.that(range_of(pd.Timestamp("2022-07-08"), "month") is not None, "Nothing at all has a range.", "no-range")
    c.that(range_of(pd.NaT, "unknown") is None, "Where the date is missing the result is not None.", "unknown-as-range")
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="4"
# ## 5 Could the witness know? (2 points)
#
# A silence says something only if the witness could know of the event. A text and an event are both given as pairs
# (earliest, latest); `None` is an open end. Write `could_have_known(text, event)`. It returns
#
# - `"yes"` if even the earliest day of the text comes after the latest day of the event;
# - `"no"` if even the latest day of the text comes before the earliest day of the event;
# - `"perhaps"` in every other case, also where both fall on the same day, or where an open end leaves it undecided.
#
# Examples, with the removal on September 26 [hollywood_reporter_repost p8]: a text from February 13 to July 7, 2022, is
# "no"; one from January 1 to July 20, 2023, is "yes"; one from September 7 to November 1, 2022, is "perhaps".
#
# Nothing can be compared with `None`: ask `is not None` first. The answer cell has two places to fill in.

# %% [markdown]
# To know is the first condition only: the witness must also have a place to tell it, and be free to. Four texts are
# *made up*; compare [screen p5], [listing_page p2] and [user_wurideflame p2]. All speak of the film, and none of its
# removal. `weighs_most`: whose silence would weigh most against the removal?
#
# - **A** A catalogue of the festival of February 2022, which tells in full what is known of the film.
# - **B** A list of ratings and file sizes that was saved in 2023, with nothing missing from it.
# - **C** A study of its run in China, week by week, of 2024, by an author who could print anything.
# - **D** A review without a date, by a viewer who tells the story of the film from first to last.

# %% kind="answer" grade_id="censorship_context_q5_known"
def could_have_known(text, event):
    """Return "yes", "no" or "perhaps": is the text surely later than the event, surely earlier, or neither?

    Both are pairs (earliest, latest); None is an open end.

    >>> day = pd.Timestamp("2022-09-26")
    >>> could_have_known((pd.Timestamp("2022-02-13"), pd.Timestamp("2022-07-07")), (day, day))
    'no'
    """
    ### BEGIN SOLUTION
    text_earliest, text_latest = text
    event_earliest, event_latest = event
    if text_earliest is not None and event_latest is not None and text_earliest > event_latest:
        return "yes"
    if text_latest is not None and event_earliest is not None and text_latest < event_earliest:
        return "no"
    return "perhaps"
    ### END SOLUTION


# weighs_most = "A", "B", "C" or "D"
### BEGIN SOLUTION
weighs_most = "C"
### END SOLUTION

# %%
removed = (pd.Timestamp("2022-09-26"), pd.Timestamp("2022-09-26"))
could_have_known((pd.Timestamp("2022-09-07"), pd.Timestamp("2022-11-01")), removed)

# %% kind="tests" grade_id="censorship_context_q5_known_test" points=2
import pandas as pd

from return_to_dust.checks import Mistake, Question


def span(earliest, latest):
    """Return two dates, or None for an open end."""
    return tuple(None if one is None else pd.Timestamp(one) for one in (earliest, latest))


REMOVED = span("2022-09-26", "2022-09-26")
LATER = span("2023-01-01", "2023-07-20")
TURNED = "The two answers are exchanged: a text that is later could know."

q = Question("Could the witness know?", points=2)
with q.criterion('the first two examples: "no" and "yes"', 0.5) as c:
    c.text(
        could_have_known(span("2022-02-13", "2022-07-07"), REMOVED),
        "no",
        mistakes=[
            Mistake("yes", "turned-round", TURNED),
            Mistake("perhaps", "never-no", "Even its last day is before the event."),
        ],
    )
    c.text(
        could_have_known(LATER, REMOVED),
        "yes",
        mistakes=[
            Mistake("no", "turned-round", TURNED),
            Mistake("perhaps", "never-yes", "Even its first day is later than the event."),
        ],
    )
with q.criterion('the third example: "perhaps"', 0.25) as c:
    c.text(
        could_have_known(span("2022-09-07", "2022-11-01"), REMOVED),
        "perhaps",
        mistakes=[
            Mistake("yes", "latest-day-only", "The text may be of its last day, but also of its first one."),
            Mistake("no", "earliest-day-only", "The text may be of its first day, but also of its last one."),
        ],
    )
with q.criterion("`weighs_most` is a letter from A to D", 0) as c:
    c.text(weighs_most, ["A", "B", "C", "D"], hint='Write one of the letters in quotation marks, such as "A".')
### BEGIN HIDDEN TESTS
with q.criterion("open ends decide nothing, and do not stop the function", 0.25, hidden=True) as c:
    for text, event, answer in [
        (span(None, "2022-05-31"), span("2022-06-01", "2022-06-30"), "no"),
        (span("2022-07-01", None), span("2022-06-01", "2022-06-30"), "yes"),
        (span("2022-06-10", None), span("2022-06-01", "2022-06-30"), "perhaps"),
        (span("2022-07-01", "2022-07-31"), span("2022-06-01", None), "perhaps"),
        (span(None, None), span(None, None), "perhaps"),
    ]:
        c.text(could_have_known(text, event), answer, hint="A case with an open end does not come out right.")
with q.criterion("an event that lasts, and a text of the same day", 0.25, hidden=True) as c:
    for text, answer in [
        (span("2022-10-15", "2022-10-20"), "perhaps"),
        (span("2022-09-01", "2022-10-02"), "perhaps"),
        (span("2022-11-01", "2022-11-01"), "yes"),
        (span("2022-09-30", "2022-09-30"), "no"),
    ]:
        c.text(
            could_have_known(text, span("2022-10-01", "2022-10-31")),
            answer,
            hint="An event that is known to the month only does not come out right.",
        )
    c.text(
        could_have_known(REMOVED, REMOVED),
        "perhaps",
        mistakes=[
            Mistake("yes", "same-day", "On the same day the text can be the earlier of the two."),
            Mistake("no", "same-day", "On the same day the text can be the later of the two."),
        ],
    )
with q.criterion("whose silence would weigh most", 0.75, hidden=True) as c:
    c.text(
        weighs_most,
        "C",
        mistakes=[
            Mistake("A", "could-not-know", "It has the place. But when was it printed?"),
            Mistake("B", "no-place", "It is late enough. But does a text of this kind tell such things?"),
            Mistake("D", "time-open", "When was it written? And has the story of a film a place for this?"),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="3"
# ## 6 Searched, then read (2 points)
#
# Which witness speaks of which topic? A first answer can be searched for. `topic_matrix(texts, searches)` gets two
# dicts: `texts` has a text for each source, `searches` a list of search words for each topic. It returns a table with
# one row for *each* source and one column for *each* topic: 1 where at least one word of the topic stands anywhere in
# the text, in capitals or small letters, and else 0. The sources stand in a column `source` or in an index of this
# name. For the farm below we expect:
#
# | source | closing | water |
# |---|---|---|
# | hen | 1 | 0 |
# | pig | 0 | 0 |
# | goose | 1 | 0 |
#
# Part of a word is enough: *close* is found in *closed*. `"a" in text` is True where *a* stands in the text;
# `text.lower()` is the text in small letters. The next cell makes a table from a list of dicts.

# %%
rows = []
for name, legs in [("hen", 2), ("pig", 4)]:
    row = {"source": name}
    row["legs"] = legs
    rows.append(row)
pd.DataFrame(rows)

# %%
farm_texts = {"hen": "Closed at noon.", "pig": "I slept.", "goose": "They shut the gate. It stays shut."}
farm_searches = {"closing": ["close", "shut"], "water": ["well", "river"]}

# %% [markdown]
# A search is not yet a reading. Take three searches and what they are meant to find:
#
# | topic | search word | meant: a witness tells |
# |---|---|---|
# | `"left"` | *left* | that the film was pulled from cinemas in China [user_liangzihan p18] |
# | `"reason"` | *reason* | something on why it was removed [hollywood_reporter_repost p9] |
# | `"longer"` | *month* | that its run became longer than planned [newschina p33] |
#
# `false_cells`: for each topic, which readings get a 1 although they tell nothing of the kind, *in any paragraph*? Fill
# the dict with a list of names of readings for each topic. Somebody can use the word for another matter, and tell
# the thing itself elsewhere in other words. The answer cell has two places to fill in.

# %% kind="answer" grade_id="censorship_context_q6_matrix"
def topic_matrix(texts, searches):
    """Return a table: a row for each source, a column for each topic, 1 where a search word is found and else 0.

    Useful: `for source, text in texts.items():`, and inside it `for topic, words in searches.items():`.
    """
    ### BEGIN SOLUTION
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            row[topic] = 0
            for word in words:
                if word.lower() in text.lower():
                    row[topic] = 1
        rows.append(row)
    return pd.DataFrame(rows)
    ### END SOLUTION


# false_cells = {"left": [...], "reason": [...], "longer": [...]}
### BEGIN SOLUTION
false_cells = {
    "left": ["newschina", "user_wurideflame"],
    "reason": ["screen"],
    "longer": ["hollywood_reporter_repost"],
}
### END SOLUTION

# %%
topic_matrix(farm_texts, farm_searches)

# %%
keyword_in_context("left")  # then "reason" and "month*"

# %% kind="tests" grade_id="censorship_context_q6_matrix_test" points=2
import pandas as pd

from return_to_dust import readings as course_readings
from return_to_dust import source_ids
from return_to_dust.checks import Mistake, Question

CASE = "Capitals should not matter: what of a word at the beginning of a sentence, or in capitals in `searches`?"
COUNTED = "This counts how often a word stands there; the question asks only whether: 1 or 0."
ONE_WORD = "A topic has several search words: one of them is enough, wherever it stands in the list."
yard = {"hen": "Closed at noon.", "pig": "I slept.", "goose": "They shut the gate. It stays shut."}
asked = {"closing": ["close", "shut"], "shutting": ["shut", "close"], "water": ["well", "river"]}


def made(topics, **rows):
    """Return a table with a column source, from rows of numbers."""
    return pd.DataFrame([[name, *numbers] for name, numbers in rows.items()], columns=["source", *topics])


q = Question("Searched, then read", points=2)
with q.criterion("hen and goose get a 1 for *closing*, whichever of its words comes first", 0.5) as c:
    both = ["closing", "shutting"]
    c.table(
        topic_matrix({"hen": yard["hen"], "goose": yard["goose"]}, {name: asked[name] for name in both}),
        made(both, hen=[1, 1], goose=[1, 1]),
        mistakes=[
            Mistake(made(both, hen=[1, 1], goose=[2, 2]), "counts-hits", COUNTED),
            Mistake(made(both, hen=[0, 0], goose=[1, 1]), "case-of-letters", CASE),
            Mistake(made(both, hen=[0, 1], goose=[1, 0]), "last-word", ONE_WORD),
            Mistake(made(both, hen=[0, 0], goose=[1, 0]), "last-word", ONE_WORD),
            Mistake(made(both, hen=[1, 0], goose=[0, 1]), "first-word", ONE_WORD),
            Mistake(made(both, hen=[0, 0], goose=[0, 0]), "all-words", "One search word of a topic is enough."),
        ],
    )
with q.criterion("the pig has a row of zeros, and *water* a column of zeros", 0.25) as c:
    c.table(
        topic_matrix(dict(yard), {"water": ["well", "river"]}),
        made(["water"], hen=[0], pig=[0], goose=[0]),
        mistakes=[
            Mistake(made(["water"]), "silent-missing", "Whoever is silent on every topic still needs a row."),
            Mistake(made(["water"], hen=[None], pig=[None], goose=[None]), "empty-for-zero", "Write 0, not nothing."),
        ],
    )
with q.criterion("`false_cells` has a list of readings for each of the three topics", 0) as c:
    for topic in ["left", "reason", "longer"]:
        c.among(c.entry(false_cells, topic), source_ids(), hint=f'For "{topic}", write a list of names of readings.')
### BEGIN HIDDEN TESTS
THR, NC, UK = "hollywood_reporter_repost", "newschina", "uk_review"
LZ, WU = "user_liangzihan", "user_wurideflame"
ALL_CELLS = "These are all cells with a 1; some of them are right."
TURNED = "These tell it: the question asks for the others."

with q.criterion("all readings, with other words", 0.5, hidden=True) as c:
    voices = {one.id: one.text for one in course_readings()}
    hunts = {"congress": ["CONGRESS", "xi jinping"], "sums": ["yuan", "ticket"], "panda": ["Panda"], "sea": ["whale"]}

    def matrix(fits):
        """Return the table that comes out where `fits(word, text)` decides."""
        rows = [[name, *[int(any(fits(w, text) for w in hunts[h])) for h in hunts]] for name, text in voices.items()]
        return pd.DataFrame(rows, columns=["source", *hunts])

    right = matrix(lambda word, text: word.lower() in text.lower())
    c.table(
        topic_matrix(dict(voices), dict(hunts)),
        right,
        mistakes=[
            Mistake(matrix(lambda word, text: word in text), "case-of-letters", CASE),
            Mistake(matrix(lambda word, text: word in text.lower()), "case-of-letters", CASE),
            Mistake(right[right[list(hunts)].sum(axis=1) > 0], "silent-missing", "Silent sources have no row."),
        ],
    )
with q.criterion("false cells for left", 0.25, hidden=True) as c:
    c.items(
        c.entry(false_cells, "left"),
        [NC, WU],
        mistakes=[
            Mistake([NC, WU, UK], "false-hit-as-false-cell", "One of these tells it in another paragraph."),
            Mistake([NC, UK], "false-hit-as-false-cell", "One of these tells it in another paragraph."),
            Mistake([WU, UK], "false-hit-as-false-cell", "One of these tells it in another paragraph."),
            Mistake([NC, WU, UK, LZ], "all-cells", ALL_CELLS),
            Mistake([UK, LZ], "turned-round", TURNED),
            Mistake([LZ], "turned-round", TURNED),
            Mistake([], "hits-as-tellers", "Who leaves, or is left, at these places? Not always the film."),
            Mistake([WU], "one-missing", "One more reading uses the word for other matters only."),
            Mistake([NC], "one-missing", "One more reading uses the word for other matters only."),
        ],
    )
with q.criterion("false cells for reason", 0.25, hidden=True) as c:
    c.items(
        c.entry(false_cells, "reason"),
        ["screen"],
        mistakes=[
            Mistake([], "hits-as-tellers", "One reading gives a reason for something else."),
            Mistake([THR], "turned-round", TURNED),
            Mistake(["screen", THR], "all-cells", ALL_CELLS),
        ],
    )
with q.criterion("false cells for longer", 0.25, hidden=True) as c:
    c.items(
        c.entry(false_cells, "longer"),
        [THR],
        mistakes=[
            Mistake([], "hits-as-tellers", "One reading speaks of other months."),
            Mistake([NC], "turned-round", TURNED),
            Mistake([THR, NC], "all-cells", ALL_CELLS),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="5"
# ## 7 Eight sentences on a ladder (2 points)
#
# Each rung of the ladder of certainty says how a witness *presents* a claim, and not whether it is true:
#
# - `"documented"`: refers to a document, a statistic, a credit or a count, as in [newschina p11]
# - `"reported"`: tells it as a fact and does not say how it is known, as in [hollywood_reporter_repost p8]
# - `"attributed"`: puts a statement into somebody's mouth, as in [newschina p36]
# - `"inferred"`: draws a conclusion, or judges, in the witness's own name, as in [uk_review p2]
# - `"speculated"`: gives a forecast or a belief, the witness's own or other people's, as in [screen p5] and
#   [hollywood_reporter_repost p9]
#
# The sentences are *made up*: a local paper writes about a film called *The Well*. Give each a rung in the dict `rung`.
#
# 1. "The film was taken off after its second evening."
# 2. "The printed programme of the cinema lists it for nine evenings."
# 3. "Ms Adler, who runs the cinema, says that nobody asked her to stop it."
# 4. "The house was full both times, so empty seats cannot have been the reason."
# 5. "It will hardly come back before the summer is over."
# 6. "Most people in the queue believed that the owner of the building was behind it."
# 7. "By the cinema's account book, 61 tickets were paid back."
# 8. "No reason was ever given."

# %% kind="answer" grade_id="censorship_context_q7_ladder"
# rung = {1: "…", 2: "…", 3: "…", 4: "…", 5: "…", 6: "…", 7: "…", 8: "…"}
### BEGIN SOLUTION
rung = {
    1: "reported",
    2: "documented",
    3: "attributed",
    4: "inferred",
    5: "speculated",
    6: "speculated",
    7: "documented",
    8: "reported",
}
### END SOLUTION

# %%
claims = table("claims")
claims[claims["topic"] == "removal"][["source", "paragraph", "statement", "certainty"]]  # real ones, to compare

# %% kind="tests" grade_id="censorship_context_q7_ladder_test" points=2
from return_to_dust.checks import Mistake, Question

RUNGS = ["documented", "reported", "attributed", "inferred", "speculated"]

q = Question("Eight sentences on a ladder", points=2)
with q.criterion("`rung` has the keys 1 to 8 and uses the five words", 0) as c:
    for sentence in range(1, 9):
        c.text(c.entry(rung, sentence), RUNGS, hint=f"For sentence {sentence}, use one of the five words.")
### BEGIN HIDDEN TESTS
with q.criterion("sentence 1", 0.25, hidden=True) as c:
    c.text(
        c.entry(rung, 1),
        "reported",
        mistakes=[
            Mistake("documented", "fact-as-document", "Which paper, list or count does the sentence refer to?"),
            Mistake("inferred", "event-as-conclusion", "Does the sentence draw a conclusion, or tell an event?"),
        ],
        hint="Ask whether the sentence says how it is known, and who speaks in it.",
    )
with q.criterion("sentence 2", 0.25, hidden=True) as c:
    c.text(
        c.entry(rung, 2),
        "documented",
        mistakes=[
            Mistake("reported", "document-unseen", "The sentence does say what it rests on."),
            Mistake("attributed", "paper-as-speaker", "Who speaks here: a person, or a piece of paper?"),
            Mistake("speculated", "plan-as-forecast", "The evenings lie ahead. But does the sentence foretell them?"),
        ],
        hint="Ask what the sentence refers to.",
    )
with q.criterion("sentence 3", 0.25, hidden=True) as c:
    c.text(
        c.entry(rung, 3),
        "attributed",
        mistakes=[
            Mistake("reported", "speaker-lost", "Does the paper itself say so, or somebody else?"),
            Mistake("documented", "speaker-as-document", "She may well know it. But is she a document?"),
        ],
        hint="Ask whose statement this is.",
    )
with q.criterion("sentence 4", 0.25, hidden=True) as c:
    c.text(
        c.entry(rung, 4),
        "inferred",
        mistakes=[
            Mistake("reported", "conclusion-as-report", "Only half of it tells a fact. Which word joins the halves?"),
            Mistake("speculated", "conclusion-as-belief", "Is a ground given, and a step from it to the claim?"),
        ],
        hint="Look at the small words that join the two halves.",
    )
with q.criterion("sentence 5", 0.25, hidden=True) as c:
    c.text(
        c.entry(rung, 5),
        "speculated",
        mistakes=[
            Mistake("inferred", "forecast-as-conclusion", "Is a ground given? And can it be known today?"),
            Mistake("reported", "forecast-as-report", "Has it happened yet?"),
        ],
        hint="Look at the tense of the verb.",
    )
with q.criterion("sentence 6", 0.25, hidden=True) as c:
    c.text(
        c.entry(rung, 6),
        "speculated",
        mistakes=[
            Mistake("attributed", "belief-as-statement", "Others are named. But do they state it? Look at the verb."),
            Mistake("reported", "verb-lost", "Leave out the first words, and the sentence claims more than it does."),
            Mistake("documented", "many-as-proof", "Many who hold a thing do not make a count or a document of it."),
        ],
        hint="Look at the verb.",
    )
with q.criterion("sentence 7", 0.25, hidden=True) as c:
    c.text(
        c.entry(rung, 7),
        "documented",
        mistakes=[
            Mistake("reported", "document-unseen", "The sentence does say what it rests on."),
            Mistake("attributed", "paper-as-speaker", "Who speaks here: a person, or a piece of paper?"),
        ],
        hint="Ask what the sentence refers to.",
    )
with q.criterion("sentence 8", 0.25, hidden=True) as c:
    c.text(
        c.entry(rung, 8),
        "reported",
        mistakes=[
            Mistake("documented", "absence-as-document", "That something is not there was told; which list shows it?"),
            Mistake("inferred", "absence-as-conclusion", "It may rest on a search, but does the sentence say so?"),
            Mistake("speculated", "absence-as-belief", "Is there a word of doubt or of belief in the sentence?"),
        ],
        hint="Ask whether the sentence says how it is known.",
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="5"
# ## 8 What a retelling keeps (2 points)
#
# Whoever passes a claim on can move it to another rung: a hedge gets lost, or the speaker, or a reason is put in. Read
# the four paragraphs. For each, choose the sentence that *keeps* speaker and certainty. Fill the dict `keeps` with
# letters.
#
# **`"critique"`**, how the film can be read [hollywood_reporter_repost p13]:
#
# - **A** The film, as one can see from this story, is an implicit critique of a China that weeds out the weak.
# - **B** The critic, as the story says, calls the film an implicit critique of a China that weeds out the weak.
# - **C** One could read the film, the critic says in the story, as an implicit critique of a China that weeds out the
#   weak.
# - **D** The story itself finds that one could read the film as an implicit critique of a China that weeds out the weak.
#
# **`"abroad"`**, what the trade review expects outside China [screen p5]:
#
# - **A** Outside China the film will have a limited release, as the review knows.
# - **B** Outside China the review thinks a limited release possible.
# - **C** Outside China the review announces a limited release.
# - **D** Outside China the review sees no place for the film in cinemas.

# %% [markdown]
# Two more of the four.
#
# **`"auditorium"`**, what a viewer sees in a building [user_liangzihan p16]:
#
# - **A** The film shows by its auditorium that the government is present everywhere.
# - **B** The villagers feel, below the auditorium, that the government is present everywhere.
# - **C** The viewer proves by the auditorium that the government is present everywhere.
# - **D** To this viewer the auditorium seems to stand for a government that is present everywhere.
#
# **`"statement"`**, what was said officially about the removal [hollywood_reporter_repost p8]:
#
# - **A** As the story tells it, no official statement on the removal was ever made.
# - **B** As the story tells it, the authorities refused to say anything on the removal.
# - **C** As no official statement was ever made, no authority had a part in the removal.
# - **D** As everybody knows, no official statement on the removal was ever made.

# %% kind="answer" grade_id="censorship_context_q8_hedge"
# keeps = {"critique": "…", "abroad": "…", "auditorium": "…", "statement": "…"}
### BEGIN SOLUTION
keeps = {"critique": "C", "abroad": "B", "auditorium": "D", "statement": "A"}
### END SOLUTION

# %%
print(reading("hollywood_reporter_repost")["p8"])
print(reading("hollywood_reporter_repost")["p13"])

# %%
print(reading("screen")["p5"])
print(reading("user_liangzihan")["p16"])

# %% kind="tests" grade_id="censorship_context_q8_hedge_test" points=2
from return_to_dust.checks import Mistake, Question

q = Question("What a retelling keeps", points=2)
with q.criterion("`keeps` has the four keys, each with a letter from A to D", 0) as c:
    for passage in ["critique", "abroad", "auditorium", "statement"]:
        c.text(c.entry(keeps, passage), ["A", "B", "C", "D"], hint=f'For "{passage}", write one of the letters.')
### BEGIN HIDDEN TESTS
with q.criterion("the critique", 0.5, hidden=True) as c:
    c.text(
        c.entry(keeps, "critique"),
        "C",
        mistakes=[
            Mistake("A", "speaker-lost", "Who says this in the paragraph, and does this person say that it is so?"),
            Mistake("B", "hedge-lost", "The speaker is kept. Which small word of the paragraph is not?"),
            Mistake("D", "speaker-changed", "The hedge is kept. Whose remark is it in the paragraph?"),
        ],
    )
with q.criterion("the release abroad", 0.5, hidden=True) as c:
    c.text(
        c.entry(keeps, "abroad"),
        "B",
        mistakes=[
            Mistake("A", "forecast-as-knowledge", "Which words of the paragraph leave it open?"),
            Mistake("C", "forecast-as-knowledge", "To announce a thing is to know of it. Which words leave it open?"),
            Mistake("D", "direction-turned", "Compare how the paragraph speaks of home and of other countries."),
        ],
    )
with q.criterion("the auditorium", 0.5, hidden=True) as c:
    c.text(
        c.entry(keeps, "auditorium"),
        "D",
        mistakes=[
            Mistake("A", "speaker-lost", "Who sees this in the building: the film, or somebody who watches it?"),
            Mistake("B", "speaker-changed", "Does the paragraph tell what the villagers feel?"),
            Mistake("C", "hedge-lost", "Which verb does the paragraph use for this thought?"),
        ],
    )
with q.criterion("the official statement", 0.5, hidden=True) as c:
    c.text(
        c.entry(keeps, "statement"),
        "A",
        mistakes=[
            Mistake("B", "act-put-in", "Not to speak and to refuse to speak are two things. Which one is told?"),
            Mistake("C", "conclusion-put-in", "That nothing was said does not tell who acted."),
            Mistake("D", "speaker-lost", "How many witnesses does this paragraph have?"),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="1"
# ## 9 A timeline that shows what it knows (3 points)
#
# Draw six events of 2022, each at a height of its own. An event whose `precision` is `"day"` is a *point* on its
# `date`. Every other event is a horizontal *bar* from `date` to `date_end`. Beside each name stands in words what the
# dating rests on: *stated* or *inferred*, from the column `basis`.
#
# - `six` below has the rows: the festival [hollywood_reporter_repost p2], the opening [newschina p7], its first week
#   [newschina p32], a day that brought 14.38 million [newschina p33], the removal [hollywood_reporter_repost p8] and
#   the congress [hollywood_reporter_repost p10].
# - `six[six["precision"] == "day"]` chooses the points, `!=` the bars. `ax.plot(dates, heights, "o")` draws points,
#   `ax.hlines(heights, begin, end, linewidth=8)` bars; so does `ax.barh(heights, length, left=begin)`.
# - `ax.set_yticks(range(6), names)` writes six names at the heights 0 to 5. Two texts can be joined, columns too:
#   `six["event"] + ", " + six["basis"]`.
#
# Keep the names `fig` and `ax`. End the cell with `describe(fig, "…")`: this shows the figure with a description for
# readers who do not see it. If dates overlap, try `fig.autofmt_xdate()`.

# %% kind="readonly" grade_id="censorship_context_q9_given"
six_rows = [
    "hr_berlin_premiere", "nc_china_release", "nc_first_week", "nc_single_day", "hr_china_removal", "hr_party_congress",
]
six = table("events").set_index("row").loc[six_rows]
six["height"] = range(6)
six[["event", "date", "date_end", "precision", "basis", "height"]]

# %% kind="answer" grade_id="censorship_context_q9_timeline"
# fig, ax = new_figure()
### BEGIN SOLUTION
points, bars = six[six["precision"] == "day"], six[six["precision"] != "day"]
fig, ax = new_figure()
ax.hlines(bars["height"], bars["date"], bars["date_end"], linewidth=8, color="#0072B2")
ax.plot(points["date"], points["height"], "o", color="#D55E00")
ax.set_yticks(range(6), six["event"] + ", " + six["basis"])
ax.invert_yaxis()
ax.set_xlabel("day")
fig.autofmt_xdate()
describe(
    fig,
    "Six events of 2022, one below the other. Opening and removal are points in July and September, both inferred. The "
    "first week, the month of the day with 14.38 million and the congress are short bars. The festival's bar fills the "
    "whole year; festival and congress are stated, all others inferred.",
    "The two datings that are stated are long bars; the two points, which look exact, have a year that we inferred.",
)
### END SOLUTION

# %% kind="tests" grade_id="censorship_context_q9_timeline_test" points=3
import numpy as np
import pandas as pd

from return_to_dust.checks import Question

NOTHING = "The figure is empty: did the cell above stop with an error before it drew anything?"


def seen(c, axes):
    """Return the description of the student's figure, unless nothing is drawn in it."""
    plain = c.axes(axes)
    c.that(plain["lines"] or plain["points"] or plain["bars"], NOTHING, "empty-figure")
    return plain


def in_days(x):
    """Return a date of a description as days since 1970."""
    return (pd.Timestamp(x) - pd.Timestamp("1970-01-01")).days if isinstance(x, str) else x


def at_height(y, axes):
    """Return a height as a number; where the axis has names for heights, it is the place of the name."""
    if not isinstance(y, str):
        return y
    return float(axes["yticklabels"].index(y)) if y in axes["yticklabels"] else np.nan


def drawn_bars(axes):
    """Return (height, beginning, end) of each bar and each horizontal line that is longer than a day."""
    found = [(bar["y"] + bar["height"] / 2, bar["x"], bar["x"] + bar["width"]) for bar in axes["bars"]]
    for line in axes["lines"]:
        if len(line["x"]) > 1 and len(set(line["y"])) == 1:
            found.append((at_height(line["y"][0], axes), in_days(line["x"][0]), in_days(line["x"][-1])))
    return [one for one in found if np.isfinite(one).all() and abs(one[2] - one[1]) > 1]


def drawn_points(axes):
    """Return (height, day) of each point that does not lie on a bar."""
    curves = [one for one in axes["lines"] if len(one["x"]) == 1 or len(set(one["x"])) > 1 < len(set(one["y"]))]
    dots = curves + axes["points"]
    found = [(at_height(y, axes), in_days(x)) for one in dots for x, y in zip(one["x"], one["y"], strict=True)]
    heights = [bar[0] for bar in drawn_bars(axes)]
    return [p for p in found if np.isfinite(p).all() and not any(abs(p[0] - height) < 0.05 for height in heights)]


def names_in(axes):
    """Return the texts beside the axis and in the figure that have letters in them."""
    return [text for text in axes["yticklabels"] + axes["texts"] if any(map(str.isalpha, text))]


q = Question("A timeline that shows what it knows", points=3)
with q.criterion("the horizontal axis carries dates", 0.5) as c:
    scale = seen(c, ax)["xscale"]
    c.that(scale == "date", "The horizontal axis holds no dates: use `date` and `date_end` as they come.", "no-dates")
with q.criterion("two points and four bars, at six different heights", 0.5) as c:
    bars_at = {round(one[0], 2) for one in drawn_bars(seen(c, ax))}
    points_at = {round(one[0], 2) for one in drawn_points(seen(c, ax))}
    c.that(len(bars_at) == 4, f"There are bars at {len(bars_at)} different heights, not at four.", "bar-count")
    c.that(len(points_at) == 2, f"There are points at {len(points_at)} heights without a bar, not two.", "point-count")
with q.criterion("six names stand in the figure", 0.25) as c:
    named = len(set(names_in(seen(c, ax))))
    c.that(named >= 6, f"There are {named} different names in the figure, but six events.", "no-names")
with q.criterion("the word stated or inferred stands beside each of the six events", 0.25) as c:
    said = [text.casefold() for text in names_in(seen(c, ax))]
    words = sum(text.count("stated") + text.count("inferred") for text in said)
    c.that(words == 6, f"The words stated and inferred stand there {words} times, for six events.", "no-basis")
### BEGIN HIDDEN TESTS
with q.criterion("the points are on the days of their events", 0.5, hidden=True) as c:
    found_days = sorted(day for _, day in drawn_points(seen(c, ax)))
    asked_days = [in_days("2022-07-08"), in_days("2022-09-26")]
    c.that(len(found_days) == 2, "There are not two points.", "point-count")
    fits = [abs(a - b) <= 1 for a, b in zip(found_days, asked_days, strict=True)]
    c.that(all(fits), "A point is not on the day of its event.", "other-day")
with q.criterion("the bars begin and end where their events do", 0.5, hidden=True) as c:
    ranges = [one[1:] for one in drawn_bars(seen(c, ax))]
    c.that(not any(abs(begin) < 400 for begin, _ in ranges), "A bar begins about 1970: see `left`.", "no-beginning")
    firsts = [in_days(one) for one in ["2022-01-01", "2022-07-08", "2022-09-01", "2022-10-01"]]
    lasts = [in_days(one) for one in ["2022-12-31", "2022-07-14", "2022-09-30", "2022-10-31"]]
    hit = [
        any(abs(begin - first) <= 1 and abs(end - last) <= 1 for begin, end in ranges)
        for first, last in zip(firsts, lasts, strict=True)
    ]
    c.that(all(hit), f"{4 - sum(hit)} of the four ranges are not in the figure.", "other-ranges")
with q.criterion("stated and inferred are those of the table", 0.5, hidden=True) as c:
    told = [text.casefold() for text in names_in(seen(c, ax))]
    stated, inferred = [sum(text.count(word) for text in told) for word in ["stated", "inferred"]]
    c.that((stated, inferred) != (6, 0), "A day and a month in print do not yet state a year.", "print-as-stated")
    c.that((stated, inferred) != (4, 2), "The two words are exchanged.", "turned-round")
    c.that((stated, inferred) != (0, 6), "Not every dating is inferred.", "all-inferred")
    c.that((stated, inferred) == (2, 4), "The two words do not stand as often as in the table.", "other-basis")
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="6"
# ## 10 A measure of care (2 points)
#
# How careful is a witness with figures? `checks` below has one row for each figure: what is `printed`, what we
# `computed` for it from other figures, and how far apart the two may lie, `within`. Where there is nothing to compute
# it from, `computed` is empty.
#
# `error_rate(checks, source)` returns a share from 0 to 1: of the figures of this source *that can be checked*, how
# many are wrong? A figure is wrong if it lies farther from the computed one than `within`. Return `None` for a source
# of which no figure can be checked.
#
# Example: of the hen's three figures on the farm below, one is right, one is wrong, and one cannot be checked. So
# `error_rate(farm_checks, "hen")` is 0.5. For the pig it is `None`.
#
# `column.notna()` is True where a column has an entry; `(a - b).abs()` is the distance of two columns. The mean of a
# column of True and False is the share of True. The answer cell has two places to fill in.

# %% kind="readonly" grade_id="censorship_context_q10_given"
RATE = 7.016  # yuan for one dollar: one that fits the film's sums (unit 2)
columns = ["source", "paragraph", "what", "printed", "computed", "within"]
checks = pd.DataFrame([
    ["newschina", "p5", "Li's age in 2022; born in 1983 [p12]", 39, 2022 - 1983, 1],
    ["newschina", "p9", "dollars for 2 million yuan", 290_000, 2_000_000 / RATE, 5_000],
    ["newschina", "p9", "dollars for 100 million yuan", 14_300_000, 100_000_000 / RATE, 50_000],
    ["newschina", "p32", "dollars for 1.57 million yuan", 220_000, 1_570_000 / RATE, 5_000],
    ["newschina", "p33", "dollars for 30 million yuan", 4_300_000, 30_000_000 / RATE, 50_000],
    ["newschina", "p33", "dollars for 14.38 million yuan", 2_000_000, 14_380_000 / RATE, 50_000],
    ["newschina", "p30", "square kilometres for five mu; 1,500 mu are one", 3.3, 5 / 1500, 0.05],
    ["newschina", "p33", "yuan earned on one single day", 14_380_000, None, None],
    ["newschina", "p11", "dollars for 17,970 yuan of 2021; we have no rate of that year", 2_604, None, None],
    ["newschina", "p34", "views on Douyin", 2_580_000_000, None, None],
    ["uk_review", "p6", "minutes; 131 in [screen p1], and five for “or so”", 130, 131, 5],
    ["user_liangzihan", "p2", "tickets sold", 100_000_000, None, None],
], columns=columns)
pd.set_option("display.float_format", "{:,.3f}".format)  # 14,300,000.000 and not 1.43e+07
checks

# %%
farm_checks = pd.DataFrame(
    [["hen", 12, 12, 1], ["hen", 30, 20, 5], ["hen", 7, None, None], ["pig", 4, None, None]],
    columns=["source", "printed", "computed", "within"],
)
farm_checks

# %% [markdown]
# `care`: the end of the run, September 30 [newschina p33], is told by this magazine only, so that we cannot check it.
# What follows from your error rate for this day?
#
# - **A** It is wrong with a certain chance, and the share of wrong figures says how large this chance is.
# - **B** It is right, for the other figures in the same paragraph are right wherever they can be checked.
# - **C** It cannot be used, for a magazine that misses a field by a factor of 1,000 is not careful.
# - **D** It stays unchecked: to be careful with most figures speaks for a witness, and settles no single one.

# %% kind="answer" grade_id="censorship_context_q10_care"
def error_rate(checks, source):
    """Return the share of wrong figures among those of the source that can be checked, or None if there are none.

    A figure is wrong if it lies farther from the computed one than `within`.
    """
    ### BEGIN SOLUTION
    checkable = checks[(checks["source"] == source) & checks["computed"].notna()]
    if len(checkable) == 0:
        return None
    return ((checkable["printed"] - checkable["computed"]).abs() > checkable["within"]).mean()
    ### END SOLUTION


# care = "A", "B", "C" or "D"
### BEGIN SOLUTION
care = "D"
### END SOLUTION

# %%
error_rate(farm_checks, "hen"), error_rate(farm_checks, "pig"), error_rate(checks, "newschina")

# %% kind="tests" grade_id="censorship_context_q10_care_test" points=2
import pandas as pd

from return_to_dust.checks import Mistake, Question


def figures(*rows):
    return pd.DataFrame(list(rows), columns=["source", "printed", "computed", "within"])


farm = figures(["hen", 12, 12, 1], ["hen", 30, 20, 5], ["hen", 7, None, None], ["pig", 4, None, None])

q = Question("A measure of care", points=2)
with q.criterion("one wrong figure of the two that can be checked is 0.5", 0.5) as c:
    c.number(
        error_rate(farm.copy(), "hen"),
        0.5,
        within=0.006,
        mistakes=[
            Mistake(1 / 3, "unchecked-as-right", "What cannot be checked is counted as if it were right."),
            Mistake(2 / 3, "unchecked-as-wrong", "What cannot be checked is counted as if it were wrong."),
            Mistake(1, "count-not-share", "This is the number of wrong figures, or you count every figure as wrong."),
            Mistake(50, "percent", "This is a percentage; a share runs from 0 to 1."),
            Mistake(0.25, "all-sources", "The figures of the other animal are counted too."),
        ],
    )
with q.criterion("a source of which nothing can be checked has no error rate: None", 0.25) as c:
    rate = error_rate(farm.copy(), "pig")
    c.that(rate is None, "The pig's only figure cannot be checked: the result should be None.", "no-empty-case")
with q.criterion("`care` is a letter from A to D", 0) as c:
    c.text(care, ["A", "B", "C", "D"], hint='Write one of the letters in quotation marks, such as "A".')
### BEGIN HIDDEN TESTS
with q.criterion("other figures: too small, too large, just within, not to be checked", 0.5, hidden=True) as c:
    other = figures(
        ["screen", 10, 11, 1],
        ["screen", 10, 14, 3],
        ["screen", 10, 6, 3],
        ["screen", 3, 3.4, 0.5],
        ["screen", 99, None, None],
        ["uk_review", 1, 5, 1],
        ["listing_page", 2, 2, 0],
    )
    c.number(
        error_rate(other.copy(), "screen"),
        0.5,
        within=0.006,
        mistakes=[
            Mistake(1, "exact-only", "A figure may differ from the computed one by `within`."),
            Mistake(0.75, "edge-as-wrong", "A figure that differs by just as much as `within` is not wrong."),
            Mistake(0.25, "one-side-only", "A figure can be too small, and it can be too large."),
            Mistake(0.4, "unchecked-as-right", "What cannot be checked is counted as if it were right."),
            Mistake(0.6, "unchecked-as-wrong", "What cannot be checked is counted as if it were wrong."),
        ],
    )
    c.number(error_rate(other.copy(), "uk_review"), 1, hint="A source with wrong figures only does not come out right.")
    c.number(error_rate(other.copy(), "listing_page"), 0, hint="A source without a wrong figure comes out wrong.")
with q.criterion("what follows for a figure that cannot be checked", 0.75, hidden=True) as c:
    c.text(
        care,
        "D",
        mistakes=[
            Mistake("A", "share-as-chance", "Were the figures drawn by lot, and are they all of one kind?"),
            Mistake("B", "neighbours-as-proof", "To stand beside a right figure does not make a figure right."),
            Mistake("C", "all-or-nothing", "A witness can be wrong in one claim and right in another."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="2 7"
# ## 11 What did the removal remove? (6 points, marked by hand)
#
# One witness dates the removal to September 26 [hollywood_reporter_repost p8]; another gives September 30 as the end of
# the run, which we read as announced [newschina p33]. If so few announced days were left, what did the removal remove?
# In about 150 words, weigh *two* of these four answers against each other:
#
# - days in cinemas that had been announced;
# - streaming [uk_review p3];
# - talk about the film [hollywood_reporter_repost p8];
# - a still longer run, which no witness announces.
#
# Say who tells what, and on which rung of the ladder. Count days with a convention that you name. Mark what is your own
# hypothesis. Say what you may conclude, and which find would decide the rest.
#
# Cite at least two paragraphs, such as [uk_review p3], and say who speaks in them.
#
# | points | for |
# |---|---|
# | 1 | a decision between the two, or why they cannot be decided |
# | 2 | two addresses: each paragraph exists, and it supports what you write |
# | 1 | a number of days with its convention, and what it can show and cannot |
# | 1 | what witnesses tell, what they believe and what you suppose are kept apart |
# | 1 | a find that would decide the rest, and what it would show |

# %% [markdown] kind="manual" grade_id="censorship_context_q11_removed" points=6
# I weigh the announced days against streaming. The trade story reports that the film left all cinemas on September 26
# [hollywood_reporter_repost p8], and the magazine reports September 30 as the end of the run [newschina p33]. Both ends
# included, the run had 85 days. Four of them were lost if the film was still shown on the 26th, and five if not;
# nobody tells which. So of what was announced in cinemas the removal took about a twentieth. This says nothing on what
# it meant to anybody.
#
# That the film left streaming too is reported by the UK review alone, without a day [uk_review p3]. If it is right,
# this loss has no announced end, and I suppose that it was the larger one. This is my hypothesis: no witness compares
# the two, and none says who decided.
#
# A dated list of what the platforms offered in autumn 2022 would decide: it would show whether, when and for how long
# the film was missing.

# %% [markdown] kind="task" grade_id="censorship_context_q12_sentences" points=4 objectives="5 7"
# ## 12 What may be written (4 points, marked by hand)
#
# A friend writes an article on the removal and asks you which sentences our witnesses carry. Good places are
# [hollywood_reporter_repost p8, p9, p10], [user_liangzihan p18], [uk_review p3] and [newschina p33].
#
# Add cells of your own below this one:
#
# 1. a code cell that shows the places on which you rely, with `reading`, `keyword_in_context` or `table("claims")`;
# 2. a text cell (*Markdown*) of about 100 words, with sentences of your own, not the lesson's: *two* on the removal
#    that may be written, each with its address, and *two* that may not. For each of the latter, say which step is
#    missing (a speaker, a hedge, a day, a cause, a second witness) or one too many (a silence read as a yes or a no).
#    Then mend one of them so that it may be written.
#
# === BEGIN MARK SCHEME ===
#
# **1 point: the two that may.** Each names its witness or cites an address that exists and says so, on the rung on
# which it stands there. Half a point for one.
#
# **1 point: the two that may not.** Each goes beyond the witnesses in a way that somebody could really write, such as
# "It was censored because of the congress" or "It was never removed". Half a point for one, or for two that nobody
# would write.
#
# **1 point: the missing step.** For both, the answer names what is missing and where one sees it. For a cause: the
# story dates the removal in the run-up to a congress [hollywood_reporter_repost p10] and gives a reason only as what
# observers believed [hollywood_reporter_repost p9]. For "three witnesses confirm": none of the three says how it
# knows. For "there was no removal": the magazine prints none [newschina p33], and this is a silence. "It is biased"
# or "not enough sources" earns half a point.
#
# **1 point: the code and the mending.** A code cell that runs and shows the places (half a point), and one sentence
# mended without losing its content: a speaker or a hedge is put in, not the whole claim taken out (half a point).
#
# A full answer keeps apart those who can have acted: the state, the party, platforms, cinemas, distributors. No
# witness names who decided. A sentence about "China" as one actor costs nothing if the answer itself corrects it.
#
# === END MARK SCHEME ===

# %% [markdown]
# ## Handing in
#
# Restart the kernel, run all cells, save, press *Validate*, and submit. You may hand in again until the deadline; the
# last version counts.
