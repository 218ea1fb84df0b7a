# ---
# jupyter:
#   return_to_dust:
#     unit: 1
#     title: Witnesses
#     minutes: 150
# ---

# %% [markdown]
# # Assignment 1: Witnesses
#
# Twelve questions, 30 points, about two and a half hours: 110 minutes for questions 1 to 10, and 40 minutes for the
# two written ones, 11 and 12, which you can do at home. Each question stands alone: you may do them in any order, and
# no answer needs another answer.
#
# | | question | points | | | question | points |
# |---|---|---|---|---|---|---|
# | 1 | Looking up the witnesses | 1 | | 7 | Who tells of the removal | 2 |
# | 2 | Not before, not after | 2 | | 8 | Ranges of dates as bars | 3 |
# | 3 | A page without a date | 2 | | 9 | Another speed, another length | 2 |
# | 4 | Quotation marks without a partner | 2 | | 10 | Differences, sorted | 2 |
# | 5 | Five mu | 2 | | 11 | One claim in the altered copy (written) | 6 |
# | 6 | Certainty, with the silent | 2 | | 12 | Who takes the house? (written) | 4 |

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
# an example. `double(21)` calls the function with 21:

# %%
def double(number):
    """Return twice the number."""
    return 2 * number

double(21)

# %% [markdown]
# ## Before you hand in
#
# Choose *Kernel → Restart Kernel and Run All Cells*: it stops at the first question that is still open. Then save,
# and press *Validate*.
#
# *Validate* runs all tests that you can see. It also reports a written answer as a failure as long as it is
# untouched. This does no harm: written answers are read and marked by a person.
#
# Readings and tables come from `reading("screen")` and `table("sources")`. An address such as [screen p10] names a
# reading and a paragraph. A date is written as in the lesson: `pd.Timestamp("2022-07-08")`.

# %% kind="readonly" grade_id="witnesses_setup"
import pandas as pd

from return_to_dust import describe, keyword_in_context, new_figure, reading, table

# %% [markdown] objectives="1"
# ## 1 Looking up the witnesses (1 point)
#
# The catalogue `table("sources")` has one row for each of the eight readings.
#
# - `undated`: for which readings has the column `date` no entry? Write a list of their names in the column `source`.
# - `documents`: what reached us on one and the same web page is *one* document. How many documents are the eight
#   readings? Write a whole number. Where to look: the columns `title` and `outlet`, and [listing_page p6].
#
# `column.isna()` is True where a column has no entry. The next cells show it on a farm.

# %%
farm = pd.DataFrame({"animal": ["hen", "donkey", "pig"], "name": ["Bai", None, None]})
farm

# %%
farm[farm["name"].isna()]

# %% kind="answer" grade_id="witnesses_q1_catalogue"
# undated = a list of names, such as ["screen", "newschina"]
# documents = a whole number
### BEGIN SOLUTION
sources = table("sources")
undated = list(sources[sources["date"].isna()]["source"])
documents = 5
### END SOLUTION

# %%
table("sources")[["source", "title", "outlet", "date", "date_precision"]]

# %% kind="tests" grade_id="witnesses_q1_catalogue_test" points=1
from return_to_dust import source_ids
from return_to_dust.checks import Mistake, Question

q = Question("Looking up the witnesses", points=1)
with q.criterion("`undated` holds names of readings, `documents` is a number from 1 to 8", 0) as c:
    c.among(undated, source_ids(), hint='Write names of readings, such as "screen", in a list.')
    c.that(documents in range(1, 9), "There are eight readings: write a whole number from 1 to 8.", "range")
### BEGIN HIDDEN TESTS
NO_DATE = {"uk_review", "user_wurideflame", "user_liangzihan", "user_blue_grotto"}
NO_DAY = NO_DATE | {"screen", "hollywood_reporter_repost"}
NO_AUTHOR = {"uk_review", "listing_page", "screen", "hollywood_reporter_repost"}
with q.criterion("`undated` holds the readings without an entry, and no others", 0.5, hidden=True) as c:
    c.items(
        undated,
        NO_DATE,
        mistakes=[
            Mistake(set(source_ids()) - NO_DATE, "turned-round", "These are the readings that have an entry."),
            Mistake(NO_DAY, "inexact-as-missing", "A date known only to the month or the year is an entry too."),
            Mistake(NO_AUTHOR, "other-column", "In these another column has no entry: look at the column `date`."),
            Mistake(NO_DATE - {"uk_review"}, "users-only", "Not only viewers leave their texts without a date."),
        ],
    )
with q.criterion("`documents` counts what came on one page once", 0.5, hidden=True) as c:
    c.number(
        documents,
        5,
        mistakes=[
            Mistake(8, "texts-as-documents", "This counts the readings. Some of them came on the same page."),
            Mistake(6, "outlets-as-documents", "Two entries in `outlet` can still be one page: read them."),
            Mistake(7, "outlets-as-documents", "Look again at who carries whom in `outlet`."),
            Mistake(4, "page-left-out", "Is the page itself among the documents?"),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="2"
# ## 2 Not before, not after (2 points)
#
# A text without a date can often be placed between two days. What it already knows gives a day *before* which it was
# not written; where it already stands gives a day *after* which it was not written. Each such clue is a pair
# (earliest, latest), with `None` where the clue leaves an end open: a text that knows the release in China
# [newschina p7] leaves the end open, a text on a page with a stamp [listing_page p4] the beginning.
#
# Write `interval_of(clues)`. It gets a list of such pairs and returns the pair (earliest, latest) of the days that
# fit *all* clues. An end that no clue closes stays `None`. Where not even one day fits all clues, return `None` alone.
#
# Examples:
#
# - (July 8, 2022, None) and (None, July 3, 2023) together: July 8, 2022, to July 3, 2023.
# - The year 2022, and June 1, 2022, to June 1, 2023: together June 1 to December 31, 2022.
# - One clue (July 8, 2022, None) alone: July 8, 2022, to None.
#
# Dates can be compared like numbers, but nothing can be compared with `None`: leave it out before you compare, with
# `is not None`. `max` and `min` choose from a list that is not empty. A single day is an interval too.

# %% kind="answer" grade_id="witnesses_q2_interval"
def interval_of(clues):
    """Return (earliest, latest) of the days that fit all clues, or None where no day does.

    Each clue is a pair (earliest, latest); None is an open end.

    >>> interval_of([(pd.Timestamp("2022-07-08"), None), (None, pd.Timestamp("2023-07-03"))])
    (Timestamp('2022-07-08 00:00:00'), Timestamp('2023-07-03 00:00:00'))
    """
    ### BEGIN SOLUTION
    starts = [earliest for earliest, latest in clues if earliest is not None]
    ends = [latest for earliest, latest in clues if latest is not None]
    first = max(starts) if starts else None
    last = min(ends) if ends else None
    if starts and ends and first > last:
        return None
    return first, last
    ### END SOLUTION

# %%
year_2022 = (pd.Timestamp("2022-01-01"), pd.Timestamp("2022-12-31"))
twelve_months = (pd.Timestamp("2022-06-01"), pd.Timestamp("2023-06-01"))
interval_of([year_2022, twelve_months])

# %% kind="tests" grade_id="witnesses_q2_interval_test" points=2
import pandas as pd

from return_to_dust.checks import Mistake, Question


def pair(earliest, latest):
    """Return two dates, or None for an open end."""
    return [None if one is None else pd.Timestamp(one) for one in (earliest, latest)]


def pairs(*clues):
    return [tuple(pair(*clue)) for clue in clues]


SPANS = "This goes from the first day of any clue to the last; a day must fit every clue."

q = Question("Not before, not after", points=2)
with q.criterion("one clue for each end: July 8, 2022, to July 3, 2023", 0.5) as c:
    c.items(
        interval_of(pairs(("2022-07-08", None), (None, "2023-07-03"))),
        pair("2022-07-08", "2023-07-03"),
        ordered=True,
        mistakes=[Mistake(pair(None, None), "open-ends-win", "An open end says nothing: the other clue closes it.")],
    )
with q.criterion("two clues that overlap: June 1 to December 31, 2022", 0.5) as c:
    c.items(
        interval_of(pairs(("2022-01-01", "2022-12-31"), ("2022-06-01", "2023-06-01"))),
        pair("2022-06-01", "2022-12-31"),
        ordered=True,
        mistakes=[
            Mistake(pair("2022-01-01", "2023-06-01"), "spans-all", SPANS),
            Mistake(pair("2022-06-01", "2023-06-01"), "last-clue", "This is the last clue alone: what of the first?"),
            Mistake(pair("2022-01-01", "2022-12-31"), "first-clue", "This is the first clue alone; the second counts."),
        ],
    )
with q.criterion("one clue alone: July 8, 2022, to None", 0.25) as c:
    c.items(
        interval_of(pairs(("2022-07-08", None))),
        pair("2022-07-08", None),
        ordered=True,
        hint="An end that no clue closes stays None, and the other end is kept.",
    )
### BEGIN HIDDEN TESTS
with q.criterion("four clues in any order", 0.5, hidden=True) as c:
    c.items(
        interval_of(
            pairs((None, "2023-07-03"), ("2018-01-01", "2023-12-31"), ("2022-09-26", None), (None, "2024-01-01"))
        ),
        pair("2022-09-26", "2023-07-03"),
        ordered=True,
        mistakes=[
            Mistake(pair("2018-01-01", "2024-01-01"), "spans-all", SPANS),
            Mistake(pair("2022-09-26", "2024-01-01"), "last-clue", "A clue that comes later is not the stronger one."),
            Mistake(pair("2018-01-01", "2023-07-03"), "first-clue", "A clue that comes first is not the stronger one."),
        ],
        hint="With four clues the result is not what all of them leave.",
    )
with q.criterion("clues that leave a single day, or none", 0.25, hidden=True) as c:
    single = interval_of(pairs(("2022-07-08", None), (None, "2022-07-08")))
    c.that(single is not None, "A single day that fits all clues is an interval too.", "single-day")
    c.items(single, pair("2022-07-08", "2022-07-08"), ordered=True, hint="A single day does not come out right.")
    c.that(
        interval_of(pairs(("2023-01-01", None), (None, "2022-12-31"))) is None,
        "Two clues contradict each other, and the result is not None.",
        "no-contradiction",
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="2 3"
# ## 3 A page without a date (2 points)
#
# This page is *made up* for the question; it is none of our witnesses.
#
# > In the corner of a blog stands "Since 2011". The post has no date. It says that *Return to Dust* opened in China in
# > July, and has since been taken out of the cinemas there. Below the post, a comment of December 12, 2022, thanks the
# > author for it. At the foot of the page stands a list, "Our 20 best films of 2023".
#
# `post_between`: between which two days was the post written? Write a pair (earliest, latest), each as text such as
# `"2022-02-13"`, or as `pd.Timestamp("2022-02-13")`. For what the post does not date, borrow the day from
# `table("events")`.
#
# `narrows`: the UK review has no date either. Its latest day rests on the list of the half-year [uk_review p13]. Which
# find alone, without any assumption, would move this latest day to an earlier one?
#
# - **A** The day on which the list of the half-year was put on the site.
# - **B** The same page, with the review on it, as somebody saved it in February 2023.
# - **C** The same page, with the review on it and a newer list, as somebody saved it in 2024.
# - **D** A second witness for the day of the removal of which the review tells.

# %% kind="answer" grade_id="witnesses_q3_page"
# post_between = ("…", "…")
# narrows = "A", "B", "C" or "D"
### BEGIN SOLUTION
rows = table("events").set_index("row")
post_between = (rows.loc["hr_china_removal", "date"], "2022-12-12")
narrows = "B"
### END SOLUTION

# %%
events = table("events")
events[events["date"] >= pd.Timestamp("2022-07-01")][["row", "date", "date_end", "what", "source", "paragraph"]]

# %% kind="tests" grade_id="witnesses_q3_page_test" points=2
import pandas as pd

from return_to_dust.checks import Mistake, Question

q = Question("A page without a date", points=2)
with q.criterion("`post_between` is a pair of days, the earliest first; `narrows` is a letter", 0) as c:
    ends = [pd.to_datetime(one, errors="coerce") for one in c.listed(post_between, 2)]
    c.that(all(pd.notna(one) for one in ends), 'Write each day as year, month, day: "2022-02-13".', "no-date")
    c.that(ends[0] <= ends[1], "The earliest day comes first.", "swapped")
    c.text(narrows, ["A", "B", "C", "D"], hint='Write one of the letters in quotation marks, such as "A".')
### BEGIN HIDDEN TESTS


def known(date, name, says):
    return Mistake([pd.Timestamp(date)], name, says)


with q.criterion("the earliest day: what the post already knows", 0.5, hidden=True) as c:
    c.items(
        c.listed(post_between, 2)[:1],
        [pd.Timestamp("2022-09-26")],
        mistakes=[
            known("2022-07-08", "knows-more", "The post knows more than that the film had opened."),
            known("2022-07-01", "knows-more", "The post knows more than that the film had opened."),
            known("2022-02-13", "knows-more", "The post knows more than the premiere."),
            known("2011-01-01", "furniture-dates-text", "This is how old the blog is, not the post."),
            known("2022-12-12", "comment-as-post", "On this day the post was there already."),
            known("2022-09-30", "end-of-run", "This is the announced end of a run; the post tells of something else."),
        ],
        hint="Which of the things that the post tells came last? Another witness gives its day.",
    )
with q.criterion("the latest day: when the post was there", 0.5, hidden=True) as c:
    c.items(
        c.listed(post_between, 2)[1:],
        [pd.Timestamp("2022-12-12")],
        mistakes=[
            known("2023-12-31", "furniture-dates-text", "The list dates the page as it was saved; the post is older."),
            known("2023-01-01", "furniture-dates-text", "The list dates the page as it was saved; the post is older."),
            known("2022-12-31", "whole-year", "Something on the page allows less than the whole year."),
            known("2022-12-11", "day-too-few", "A post and a comment on it can be of one day."),
        ],
        hint="What on the page can only be there once the post is?",
    )
with q.criterion("which find moves the latest day of the UK review", 1, hidden=True) as c:
    c.text(
        narrows,
        "B",
        mistakes=[
            Mistake("A", "furniture-dates-text", "This dates the list. The review can be older, or younger, than it."),
            Mistake("C", "later-copy", "A later copy shows that the review was still there: this we know already."),
            Mistake("D", "other-end", "This strengthens the other end of the interval."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="4"
# ## 4 Quotation marks without a partner (2 points)
#
# In the altered copy a quotation closes that was never opened [hollywood_reporter_repost p14]. Such a mark is a symptom
# that something is lost. Write a function that finds the symptom in any text.
#
# `unmatched_marks(text)` goes through the text from left to right. An opening mark “ waits for its partner. A closing
# mark ” is the partner of the last opening mark that still waits; where none waits, it has no partner. The function
# returns two numbers: how many opening marks have no partner in the end, and how many closing marks.
#
# Examples: “a” b” has one closing mark too many: (0, 1). “a” “b has an opening mark too many: (1, 0). In a” “b” “c the
# first mark and the last have no partner: (1, 1). A quotation may stand inside another. Straight marks (") do not
# count.
#
# `for sign in text:` goes through a text sign by sign. Two names save you from typing the marks: `OPEN` and `CLOSE`.

# %% kind="readonly" grade_id="witnesses_q4_given"
OPEN, CLOSE = "“", "”"

# %% kind="answer" grade_id="witnesses_q4_marks"
def unmatched_marks(text):
    """Return how many opening and how many closing quotation marks have no partner.

    >>> unmatched_marks("“a” b”")
    (0, 1)
    """
    ### BEGIN SOLUTION
    waiting = 0
    unopened = 0
    for sign in text:
        if sign == OPEN:
            waiting += 1
        elif sign == CLOSE and waiting:
            waiting -= 1
        elif sign == CLOSE:
            unopened += 1
    return waiting, unopened
    ### END SOLUTION

# %%
unmatched_marks("“a” b”"), unmatched_marks("“a” “b"), unmatched_marks("a” “b” “c")

# %% kind="tests" grade_id="witnesses_q4_marks_test" points=2
from return_to_dust import readings
from return_to_dust.checks import Mistake, Question

SWAPPED = "The numbers are swapped: the opening marks come first."
ALL_MARKS = "This counts all marks, also those that have a partner."
ORDER = "There are as many marks of one kind as of the other, but they stand in the wrong order."

q = Question("Quotation marks without a partner", points=2)
with q.criterion("“a” b” gives (0, 1), and “a” “b gives (1, 0)", 0.5) as c:
    c.items(
        unmatched_marks("“a” b”"),
        [0, 1],
        ordered=True,
        mistakes=[Mistake([1, 2], "counts-all", ALL_MARKS), Mistake([1, 0], "swapped", SWAPPED)],
    )
    c.items(
        unmatched_marks("“a” “b"),
        [1, 0],
        ordered=True,
        mistakes=[Mistake([0, 0], "forgets-waiting", "An opening mark still waits at the end.")],
    )
with q.criterion("a” “b” “c gives (1, 1): the order counts", 0.5) as c:
    c.items(
        unmatched_marks("a” “b” “c"),
        [1, 1],
        ordered=True,
        mistakes=[Mistake([0, 0], "numbers-only", ORDER), Mistake([2, 2], "counts-all", ALL_MARKS)],
    )
### BEGIN HIDDEN TESTS
with q.criterion("paragraphs of the readings, whole and cut", 0.5, hidden=True) as c:
    for text in [reading.text for reading in readings()]:
        c.items(
            unmatched_marks(text),
            [0, 0],
            mistakes=[Mistake([text.count("“"), text.count("”")], "counts-all", ALL_MARKS)],
            hint="In the readings as they stand every mark has its partner.",
        )
        cut = text[text.index("“") + 1 : text.rindex("”")]
        c.items(
            unmatched_marks(cut),
            [1, 1],
            mistakes=[Mistake([0, 0], "numbers-only", ORDER)],
            hint="A reading that begins and ends in the middle of a quotation does not come out right.",
        )
with q.criterion("a quotation inside another, several marks in a row, no mark at all", 0.5, hidden=True) as c:
    c.items(
        unmatched_marks("“a “b” c”"),
        [0, 0],
        hint="A quotation may stand inside another: one opening mark can wait while another comes.",
        mistakes=[Mistake([1, 1], "no-nesting", "A quotation may stand inside another, and both can be complete.")],
    )
    c.items(
        unmatched_marks("“a “b” c"),
        [1, 0],
        ordered=True,
        mistakes=[Mistake([0, 0], "no-nesting", "Two opening marks can wait at the same time.")],
    )
    c.items(unmatched_marks("””“"), [1, 2], ordered=True, hint="Several closing marks in a row do not come out right.")
    c.items(unmatched_marks(""), [0, 0], hint="In a text without any mark nothing lacks a partner.")
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="6"
# ## 5 Five mu (2 points)
#
# The magazine says that the rented land is five mu, and explains this as "approximately 3.3 square kilometers"
# [newschina p30]. Check it.
#
# Fifteen mu (亩) are one hectare, and 100 hectares are one square kilometre (km²), which is a million square metres. So
# 1,500 mu are exactly 1 km², and 300 mu are 0.2 km².
#
# - `mu_to_km2(mu)`: a function that turns mu into square kilometres.
# - `mu_in_bracket`: how many mu would the land have, if the area in the bracket were right? Compute a number.
# - `slip`: which confusion would lead from five mu to 3.3 square kilometres? Try each with numbers.
#
#   - **A** A mu was taken for an acre, which is about 0.4 hectares.
#   - **B** A mu was taken for a hectare.
#   - **C** Mu were multiplied by fifteen to get hectares.
#   - **D** A thousand square metres were taken for a square kilometre.
#
# The answer cell has two places to fill in.

# %% kind="answer" grade_id="witnesses_q5_mu"
def mu_to_km2(mu):
    """Return an area in square kilometres.

    >>> mu_to_km2(1500)
    1.0
    """
    ### BEGIN SOLUTION
    return mu / 15 / 100
    ### END SOLUTION


# mu_in_bracket = a number
# slip = "A", "B", "C" or "D"
### BEGIN SOLUTION
mu_in_bracket = 3.3 / mu_to_km2(1)
slip = "D"
### END SOLUTION

# %%
mu_to_km2(1500)

# %% kind="tests" grade_id="witnesses_q5_mu_test" points=2
from return_to_dust.checks import Mistake, Question

q = Question("Five mu", points=2)
with q.criterion("1,500 mu are 1 square kilometre, 300 mu are 0.2", 0.5) as c:
    c.number(
        mu_to_km2(1500),
        1,
        within=0.006,
        mistakes=[
            Mistake(100, "hectares", "This is the area in hectares: 100 of them are one square kilometre."),
            Mistake(225, "multiplies", "Fifteen mu make one hectare, so there are fewer hectares than mu."),
            Mistake(1000, "thousand", "You take 1,000 square metres for a square kilometre."),
            Mistake(1_000_000, "square-metres", "This is the area in square metres."),
        ],
    )
    c.number(
        mu_to_km2(300),
        0.2,
        within=0.0012,
        mistakes=[
            Mistake(1, "fixed-number", "For 300 mu your function returns what it returns for 1,500: compute with `mu`."),
            Mistake(0, "whole-number", "The number is cut to whole square kilometres; keep the decimals."),
        ],
    )
with q.criterion("`mu_in_bracket` is a number, `slip` a letter from A to D", 0) as c:
    c.number(mu_in_bracket, 0, within=float("inf"))  # any number will do here
    c.text(slip, ["A", "B", "C", "D"], hint='Write one of the letters in quotation marks, such as "A".')
### BEGIN HIDDEN TESTS
with q.criterion("other areas, small and large", 0.5, hidden=True) as c:
    for mu in [0, 5, 37.5, 60_000]:
        c.number(
            mu_to_km2(mu),
            mu / 1500,
            within=max(mu / 1500 * 0.002, 1e-9),
            mistakes=[Mistake(mu / 15, "hectares", "This is the area in hectares.")],
            hint="An area does not come out right: do you round, or have you a fixed number in your function?",
        )
with q.criterion("`mu_in_bracket` turns the printed area into mu", 0.5, hidden=True) as c:
    c.number(
        mu_in_bracket,
        4950,
        within=26,
        mistakes=[
            Mistake(3300, "thousand", "These are thousands of square metres; how large is one mu?"),
            Mistake(330, "hectares", "These are hectares. How many mu are they?"),
            Mistake(49.5, "hectares", "You take a square kilometre for a hectare."),
            Mistake(0, "turned-round", "You go from mu to square kilometres; here the way is the other one."),
            Mistake(990, "ratio", "This is how many times as large the area is. How many mu are that?"),
        ],
        hint="How many mu are one square kilometre? And 3.3?",
    )
with q.criterion("which confusion leads to the printed area", 0.5, hidden=True) as c:
    c.text(
        slip,
        "D",
        mistakes=[
            Mistake("A", "acre-for-mu", "Five acres are about two hectares: far less than the printed area."),
            Mistake("B", "hectare-for-mu", "Five hectares are 0.05 square kilometres: far less than is printed."),
            Mistake("C", "fifteen-turned", "This would give 75 hectares: the printed area is another one."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="1"
# ## 6 Certainty, with the silent (2 points)
#
# `table("claims")` has one row for each claim, with its `source`, its `topic` and its `certainty`. A table that counts
# claims has no row for a witness who is silent. But who is silent is a finding too.
#
# Write `witness_matrix(claims, topic)`. It returns a table with one row for *each* source that stands anywhere in
# `claims`, and the columns `documented`, `reported`, `attributed`, `inferred` and `speculated`. It counts only the
# claims on the topic. Where nothing is counted stands 0. The sources stand in a column `source` or in an index of this
# name.
#
# `pd.crosstab(rows, columns)` counts, but makes no row and no column for what never occurs.
# `reindex(index=[…], columns=[…], fill_value=0)` chooses rows and columns, and fills new ones with zeros; the next cell
# shows it on a farm. `claims["source"].unique()` lists each source once.
#
# Example: for the table `six` below and the topic `"plot"`, we expect this.
#
# | source | documented | reported | attributed | inferred | speculated |
# |---|---|---|---|---|---|
# | screen | 0 | 1 | 1 | 0 | 0 |
# | newschina | 0 | 1 | 0 | 0 | 0 |
# | uk_review | 0 | 0 | 0 | 0 | 0 |

# %%
animals = pd.DataFrame({"place": ["yard", "yard", "field"], "animal": ["hen", "hen", "pig"]})
counted = pd.crosstab(animals["place"], animals["animal"])
counted.reindex(index=["field", "barn", "yard"], columns=["pig", "donkey", "hen"], fill_value=0)

# %%
six = pd.DataFrame({  # small enough to count by hand
    "source": ["screen", "screen", "screen", "newschina", "newschina", "uk_review"],
    "topic": ["plot", "plot", "release", "plot", "release", "style"],
    "certainty": ["reported", "attributed", "reported", "reported", "documented", "inferred"],
})
six

# %% kind="answer" grade_id="witnesses_q6_matrix"
def witness_matrix(claims, topic):
    """Return a table: a row for each source in claims, a column for each certainty, counts on one topic.

    Useful: choose the rows of the topic, `pd.crosstab`, then `reindex`.
    """
    ### BEGIN SOLUTION
    ladder = ["documented", "reported", "attributed", "inferred", "speculated"]
    chosen = claims[claims["topic"] == topic]
    counts = pd.crosstab(chosen["source"], chosen["certainty"])
    return counts.reindex(index=claims["source"].unique(), columns=ladder, fill_value=0)
    ### END SOLUTION

# %%
witness_matrix(six, "plot")

# %% kind="tests" grade_id="witnesses_q6_matrix_test" points=2
import pandas as pd

from return_to_dust import table as course_table
from return_to_dust.checks import Mistake, Question

STEPS = ["documented", "reported", "attributed", "inferred", "speculated"]
EMPTY = "Where nothing is counted there should be a 0, not an empty cell: see `fill_value`."
SILENT = "A source that is silent on the topic has no row: `reindex` can choose rows too, with `index=`."
ALL_TOPICS = "Claims on every topic are counted: choose the rows of the topic first."

five = pd.DataFrame({
    "source": ["screen", "screen", "screen", "newschina", "newschina"],
    "topic": ["plot", "plot", "release", "plot", "release"],
    "certainty": ["reported", "attributed", "reported", "reported", "documented"],
})
six_claims = pd.concat(
    [five, pd.DataFrame({"source": ["uk_review"], "topic": ["style"], "certainty": ["inferred"]})], ignore_index=True
)


def made(rows, columns):
    """Return a table with a column source, from rows of counts."""
    return pd.DataFrame([[name, *counts] for name, counts in rows.items()], columns=["source", *columns])


q = Question("Certainty, with the silent", points=2)
with q.criterion("claims on the topic are counted, where both sources speak of it", 0.5) as c:
    c.table(
        witness_matrix(five.copy(), "plot"),
        made({"screen": [1, 1], "newschina": [1, 0]}, ["reported", "attributed"]),
        mistakes=[
            Mistake(
                made({"screen": [2, 1], "newschina": [1, 0]}, ["reported", "attributed"]), "all-topics", ALL_TOPICS
            ),
            Mistake(
                made({"screen": [1, 1], "newschina": [1, None]}, ["reported", "attributed"]), "empty-for-zero", EMPTY
            ),
        ],
    )
with q.criterion("a certainty that never occurs has a column of zeros", 0.25) as c:
    never = ["documented", "inferred", "speculated"]
    c.table(
        witness_matrix(five.copy(), "plot"),
        made({"screen": [0] * 3, "newschina": [0] * 3}, never),
        mistakes=[
            Mistake(made({"screen": [None] * 3, "newschina": [None] * 3}, never), "empty-for-zero", EMPTY),
            Mistake(made({"screen": [0] * 3, "newschina": [1, 0, 0]}, never), "all-topics", ALL_TOPICS),
        ],
    )
with q.criterion("a source that is silent on the topic has a row of zeros", 0.5) as c:
    speak = {"screen": [1, 1], "newschina": [1, 0]}
    c.table(
        witness_matrix(six_claims.copy(), "plot"),
        made(speak | {"uk_review": [0, 0]}, ["reported", "attributed"]),
        mistakes=[
            Mistake(made(speak, ["reported", "attributed"]), "silent-missing", SILENT),
            Mistake(made(speak | {"uk_review": [None, None]}, ["reported", "attributed"]), "empty-for-zero", EMPTY),
            Mistake(
                made(speak | {"screen": [2, 1], "uk_review": [0, 0]}, ["reported", "attributed"]),
                "all-topics",
                ALL_TOPICS,
            ),
        ],
    )
### BEGIN HIDDEN TESTS
with q.criterion("all claims of the course, on two topics", 0.75, hidden=True) as c:
    everything = course_table("claims")
    voices = list(everything["source"].unique())
    for subject in ["removal", "box_office"]:
        spoken = everything[everything["topic"] == subject]
        tallies = [[((spoken["source"] == v) & (spoken["certainty"] == s)).sum() for s in STEPS] for v in voices]
        right = made(dict(zip(voices, tallies, strict=True)), STEPS)
        c.table(
            witness_matrix(everything.copy(), subject),
            right,
            mistakes=[
                Mistake(right[right[STEPS].sum(axis=1) > 0], "silent-missing", "Silent sources have no row."),
                Mistake(right.replace(0, float("nan")), "empty-for-zero", EMPTY),
            ],
        )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="5"
# ## 7 Who tells of the removal (2 points)
#
# Which witnesses tell each of these four things *as their own statement*? Fill the dict `told_by` with a list of names
# of readings for each. Where to look: [hollywood_reporter_repost p8, p9], [newschina p33], [uk_review p3],
# [user_liangzihan p18], and the topic `"removal"` in `table("claims")`.
#
# - `"left_cinemas"`: in China the film was taken out of cinemas during its run
# - `"day"`: the day on which this happened
# - `"streaming"`: the film was taken from streaming as well
# - `"no_reason"`: no official statement or explanation was given
#
# `older_text`: several witnesses say nothing of the removal. One of them is dated, in `table("sources")`, *before* it
# could happen, so that its silence has no weight. Write its name.
#
# `independent`: three texts tell that the film left cinemas. How many independent witnesses are these?
#
# - **A** Three: they stand in three documents, by three writers, and none of them names another of the three.
# - **B** One: such news spreads from a single place, so the three must have it from each other.
# - **C** One at least and three at most: none of them says how it knows, so they may share a source or not.
# - **D** None: one is altered, one is by a viewer, one has no date, and such texts cannot witness anything.

# %% kind="answer" grade_id="witnesses_q7_removal"
# told_by = {"left_cinemas": [...], "day": [...], "streaming": [...], "no_reason": [...]}
# older_text = the name of a reading
# independent = "A", "B", "C" or "D"
### BEGIN SOLUTION
told_by = {
    "left_cinemas": ["hollywood_reporter_repost", "user_liangzihan", "uk_review"],
    "day": ["hollywood_reporter_repost"],
    "streaming": ["uk_review"],
    "no_reason": ["hollywood_reporter_repost", "user_liangzihan"],
}
older_text = "screen"
independent = "C"
### END SOLUTION

# %%
claims = table("claims")
claims[claims["topic"] == "removal"][["source", "paragraph", "statement", "certainty", "attributed_to"]]

# %% kind="tests" grade_id="witnesses_q7_removal_test" points=2
from return_to_dust import source_ids
from return_to_dust.checks import Mistake, Question

q = Question("Who tells of the removal", points=2)
with q.criterion("`told_by` has four lists of readings, `older_text` a reading, `independent` a letter", 0) as c:
    for thing in ["left_cinemas", "day", "streaming", "no_reason"]:
        c.among(c.entry(told_by, thing), source_ids(), hint=f'For "{thing}", write a list of names of readings.')
    c.text(older_text, source_ids(), hint='Write the name of a reading, such as "uk_review".')
    c.text(independent, ["A", "B", "C", "D"], hint='Write one of the letters in quotation marks, such as "A".')
### BEGIN HIDDEN TESTS
THR, LZ, UK, NC = "hollywood_reporter_repost", "user_liangzihan", "uk_review", "newschina"
with q.criterion("who tells that the film left cinemas", 0.25, hidden=True) as c:
    c.items(
        c.entry(told_by, "left_cinemas"),
        [THR, LZ, UK],
        mistakes=[
            Mistake([THR, LZ, UK, NC], "end-of-run-as-removal", "The magazine tells of the end of a run."),
            Mistake([THR, LZ], "one-missing", "One more tells it, in other words."),
            Mistake([THR, UK], "one-missing", "One more tells it, in other words."),
            Mistake([THR], "one-missing", "Others tell it too, without a date."),
        ],
    )
with q.criterion("who tells the day", 0.25, hidden=True) as c:
    c.items(
        c.entry(told_by, "day"),
        [THR],
        mistakes=[
            Mistake([THR, NC], "end-of-run-as-removal", "One of the two days is the end of a run, and no removal."),
            Mistake([THR, LZ, UK], "event-as-day", "To tell of a thing is not to tell its day."),
            Mistake([THR, UK], "vague-as-day", "A word such as shortly is not a day."),
        ],
    )
with q.criterion("who tells of streaming", 0.25, hidden=True) as c:
    c.items(
        c.entry(told_by, "streaming"),
        [UK],
        mistakes=[
            Mistake([UK, THR], "talk-as-streaming", "One of the two tells of talk about the film, not of the film."),
            Mistake([THR], "talk-as-streaming", "What was blocked there is talk about the film, not the film."),
            Mistake([UK, LZ], "cinemas-as-streaming", "One of the two speaks of cinemas only."),
        ],
    )
with q.criterion("who tells that nothing official was said", 0.25, hidden=True) as c:
    c.items(
        c.entry(told_by, "no_reason"),
        [THR, LZ],
        mistakes=[
            Mistake([THR, LZ, UK], "silence-as-statement", "Not to give a reason is not to say that none was given."),
            Mistake([THR], "one-missing", "One more says so."),
            Mistake([LZ], "one-missing", "One more says so."),
        ],
    )
with q.criterion("whose silence has no weight", 0.5, hidden=True) as c:
    c.text(
        older_text,
        "screen",
        mistakes=[
            Mistake(NC, "later-silence", "This text was updated after the removal: its silence has to be explained."),
            Mistake("listing_page", "later-silence", "This page is stamped after the removal."),
            Mistake("user_blue_grotto", "undated-as-older", "This text has no date: it may be later than the removal."),
            Mistake("user_wurideflame", "undated-as-older", "This text has no date: it may be later than the removal."),
        ],
    )
with q.criterion("how many independent witnesses", 0.5, hidden=True) as c:
    c.text(
        independent,
        "C",
        mistakes=[
            Mistake("A", "texts-as-witnesses", "Not to name a source is not to have none."),
            Mistake("B", "same-as-copied", "This may be so, but which text shows it?"),
            Mistake("D", "all-or-nothing", "A text can be weak in one thing and good in another."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="2"
# ## 8 Ranges of dates as bars (3 points)
#
# Often we know of an event only a range of days in which it lies. Draw five such ranges as horizontal bars on an axis
# of dates, each bar at a height of its own, with its name at the axis or beside it. Add a vertical line on the day on
# which the film opened in China, July 8, 2022 [newschina p7], with the word *opening* or *release* beside it or in a
# legend.
#
# - The five ranges are rows of `table("events")`: `spans = table("events").set_index("row")` gives each row its name,
#   and `spans.loc[["hr_berlin_premiere", …]]` chooses rows. Take `hr_berlin_premiere`, `sc_publication`,
#   `nc_single_day`, `hr_party_congress` and `hr_publication`. Each begins on `date` and ends on `date_end`; `what`
#   says what it is.
# - One way: `ax.barh(names, length, left=begin)`, where `length` is the end minus the beginning. Another:
#   `ax.hlines(heights, begin, end, linewidth=8)`. For the line: `ax.axvline(pd.Timestamp("2022-07-08"))`,
#   and `ax.text(x, y, "…")` for its name. If dates overlap, try `fig.autofmt_xdate()`. The tests see bars made with
#   `barh`, `hlines` or `plot`, and names as texts, at the axis or in a legend, but not in the title.
#
# Keep the names `fig` and `ax`. End the cell with `describe(fig, "…")`: this shows the figure with a description for
# readers who do not see it.

# %% kind="answer" grade_id="witnesses_q8_bars"
# fig, ax = new_figure()
### BEGIN SOLUTION
names = {
    "hr_berlin_premiere": "premiere, by the THR copy",
    "sc_publication": "Screen's review",
    "nc_single_day": "the day of 14.38 million",
    "hr_party_congress": "party congress",
    "hr_publication": "the THR copy's story",
}
spans = table("events").set_index("row").loc[list(names)]
fig, ax = new_figure()
ax.barh(list(names.values()), spans["date_end"] - spans["date"], left=spans["date"], height=0.5)
ax.axvline(pd.Timestamp("2022-07-08"), color="#6B6B6B", linestyle="--")
ax.text(pd.Timestamp("2022-07-14"), 4, "opening in China", color="#6B6B6B")
ax.invert_yaxis()
ax.set_xlabel("day")
fig.autofmt_xdate()
describe(
    fig,
    "Five horizontal bars between January 2022 and July 2023; a dashed line marks July 8, 2022. The first bar is as "
    "long as 2022, the last reaches from January to July 2023, the others are a month long.",
    "A long bar is not a long event: it says that a witness tells us little about the day.",
)
### END SOLUTION

# %% kind="tests" grade_id="witnesses_q8_bars_test" points=3
import numpy as np
import pandas as pd

from return_to_dust.checks import Question

NOTHING = "The figure is empty: did the cell above stop with an error before it drew anything?"
OPENING = ["open", "release", "上映"]


def described(c, axes):
    """Return the description of the student's figure, unless nothing is drawn in it."""
    plain = c.axes(axes)
    c.that(plain["lines"] or plain["points"] or plain["bars"], NOTHING, "empty-figure")
    return plain


def in_days(x):
    """Return a date of a description as days since 1970."""
    return (pd.Timestamp(x) - pd.Timestamp("1970-01-01")).days if isinstance(x, str) else x


def drawn_ranges(axes):
    """Return (height, beginning, end) of each bar and each horizontal line."""
    bars = [(bar["y"], bar["x"], bar["x"] + bar["width"]) for bar in axes["bars"]]
    level = [line for line in axes["lines"] if len(line["x"]) > 1 and len(set(line["y"])) == 1]
    lines = [(line["y"][0], in_days(line["x"][0]), in_days(line["x"][-1])) for line in level]
    return [one for one in bars + lines if np.isfinite(one).all() and one[1] != one[2]]


def upright_lines(axes):
    """Return the day of each vertical line."""
    return [in_days(line["x"][0]) for line in axes["lines"] if len(set(line["x"])) == 1 and len(set(line["y"])) > 1]


q = Question("Ranges of dates as bars", points=3)
with q.criterion("the horizontal axis carries dates", 0.5) as c:
    scale = described(c, ax)["xscale"]
    c.that(scale == "date", "The horizontal axis holds no dates: use `date` and `date_end` as they come.", "no-dates")
with q.criterion("five bars lie at five different heights", 0.5) as c:
    heights = {height for height, _, _ in drawn_ranges(described(c, ax))}
    c.that(
        len(heights) == 5,
        f"There are bars at {len(heights)} different heights, not at five; a bar needs a beginning and an end.",
        "bar-count",
    )
with q.criterion("each bar has its name, at the axis or beside it", 0.5) as c:
    plain = described(c, ax)
    beside = sorted(set(plain["texts"] + plain["legend"]))
    of_line = [text for text in beside if any(word in text.casefold() for word in OPENING)][:1]
    names = {text for text in plain["yticklabels"] + beside if any(map(str.isalpha, text))} - set(of_line)
    c.that(len(names) >= 5, f"Beside the name of the line there are {len(names)} names, but five bars.", "no-names")
with q.criterion("a vertical line is there, with the word opening or release", 0.5) as c:
    plain = described(c, ax)
    c.that(upright_lines(plain), "There is no vertical line: try `ax.axvline`.", "no-line")
    said = " ".join(plain["texts"] + plain["legend"] + plain["xticklabels"]).casefold()
    c.that(
        any(word in said for word in OPENING),
        "No text in the figure says what the line is; a label is seen only if there is a legend.",
        "no-direct-label",
    )
### BEGIN HIDDEN TESTS
with q.criterion("each bar begins and ends where its event may begin and end", 0.5, hidden=True) as c:
    begun = drawn_ranges(described(c, ax))
    asked = [
        ("2022-01-01", "2022-12-31"),
        ("2022-02-01", "2022-02-28"),
        ("2022-09-01", "2022-09-30"),
        ("2022-10-01", "2022-10-31"),
        ("2023-01-01", "2023-07-20"),
    ]
    fits = [
        any(abs(a - in_days(first)) <= 1 and abs(b - in_days(last)) <= 1 for _, a, b in begun) for first, last in asked
    ]
    c.that(
        not any(abs(a) < 400 for _, a, _ in begun),
        "A bar begins about 1970: where should it begin? See `left`.",
        "no-beginning",
    )
    c.that(all(fits), f"{5 - sum(fits)} of the five ranges are not in the figure.", "other-ranges")
with q.criterion("the line is on the day of the opening in China", 0.5, hidden=True) as c:
    stands = upright_lines(described(c, ax))
    c.that(stands, "There is no vertical line.", "no-line")
    opened = in_days("2022-07-08")
    c.that(
        any(abs(x - opened) <= 1 for x in stands) or not any(abs(x - in_days("2022-02-13")) <= 1 for x in stands),
        "The line is on the day of the premiere in Berlin.",
        "premiere-as-opening",
    )
    c.that(any(abs(x - opened) <= 1 for x in stands), "The line is on another day.", "line-day")
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="6"
# ## 9 Another speed, another length (2 points)
#
# A film is a row of pictures, and *fps* says how many are shown in a second. Shown at another speed, the same pictures
# take another time. Write a function for this.
#
# Example: 100 minutes at 25 fps are 100 × 60 × 25 = 150,000 pictures. At 24 fps these take 150,000 / 24 = 6,250
# seconds, which are 104.17 minutes. So `minutes_at(100, 25, 24)` is about 104.17, and `minutes_at(90, 24, 30)` is 72.
#
# `speed_up`: the trade review prints 131 minutes and no speed [screen p1]; a file runs 128 minutes at 25 fps
# [listing_page p5]. Suppose that the 131 minutes are at 24 fps, and that the file was made from that version by showing
# all its pictures at 25. What follows? Compute how long this file would be.
#
# - **A** It would be shorter than the file that we know of: the supposition does not fit.
# - **B** It would be shorter than 131 minutes, as the file is: the supposition fits.
# - **C** It would be 131 minutes long, so that three minutes were cut out of the file.
# - **D** It would be 128 minutes long, if both lengths are rounded to whole minutes.
#
# The answer cell has two places to fill in.

# %% kind="answer" grade_id="witnesses_q9_speed"
def minutes_at(minutes, fps_before, fps_after):
    """Return how many minutes a film takes when it is shown at another speed.

    >>> round(minutes_at(100, 25, 24), 2)
    104.17
    """
    ### BEGIN SOLUTION
    return minutes * fps_before / fps_after
    ### END SOLUTION


# speed_up = "A", "B", "C" or "D"
### BEGIN SOLUTION
speed_up = "A"
### END SOLUTION

# %%
minutes_at(100, 25, 24)

# %% kind="tests" grade_id="witnesses_q9_speed_test" points=2
from return_to_dust.checks import Mistake, Question

TURNED = "Slower pictures take longer: your result goes the other way."

q = Question("Another speed, another length", points=2)
with q.criterion("100 minutes at 25 fps take 104.17 minutes at 24 fps, and 90 at 24 take 72 at 30", 0.5) as c:
    c.number(
        minutes_at(100, 25, 24),
        100 * 25 / 24,
        within=0.006,
        mistakes=[
            Mistake(96, "turned-round", TURNED),
            Mistake(6250, "seconds", "These are seconds."),
            Mistake(150_000, "pictures", "This is the number of pictures. How long do they take?"),
            Mistake(101, "adds-difference", "You add the difference of the speeds; it is their ratio that counts."),
            Mistake(104, "cuts-off", "The number is cut to whole minutes; keep the decimals."),
        ],
    )
    c.number(
        minutes_at(90, 24, 30),
        72,
        within=0.006,
        mistakes=[
            Mistake(100 * 25 / 24, "fixed-number", "You return the result of the example: compute with what comes in."),
            Mistake(90 * 25 / 24, "fixed-number", "Are 24 and 25 fixed in your function? Compute with what comes in."),
        ],
    )
with q.criterion("`speed_up` is a letter from A to D", 0) as c:
    c.text(speed_up, ["A", "B", "C", "D"], hint='Write one of the letters in quotation marks, such as "A".')
### BEGIN HIDDEN TESTS
with q.criterion("a film that is sped up, and one whose speed stays", 0.5, hidden=True) as c:
    c.number(minutes_at(90, 30, 30), 90, within=0.006, hint="A film whose speed stays does not keep its length.")
    c.number(
        minutes_at(131, 24, 25),
        131 * 24 / 25,
        within=0.006,
        mistakes=[Mistake(131 * 25 / 24, "turned-round", "Faster pictures take less time.")],
        hint="Another film does not come out right: are some speeds fixed in your function?",
    )
with q.criterion("what follows from the two lengths", 1, hidden=True) as c:
    c.text(
        speed_up,
        "A",
        mistakes=[
            Mistake("B", "direction-not-size", "The direction fits. Does the size? Compute it."),
            Mistake("C", "speed-without-effect", "The same pictures at another speed take another time. Compute it."),
            Mistake("D", "rounding-too-far", "Rounding moves each of the two by half a minute at most."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="7"
# ## 10 Differences, sorted (2 points)
#
# Witnesses differ in many ways, and not every difference is a contradiction. Give each pair one word in the dict
# `kind`:
#
# - `"other_name"`: the same person or thing under two names
# - `"more_exact"`: both are true together; one says the same more exactly
# - `"different_things"`: both are true together; they count or measure different things
# - `"conflict"`: both speak of the same thing, and cannot both be true
# - `"undecided"`: both can be true together or not; the texts do not tell
#
# | pair | one says | the other says |
# |---|---|---|
# | `"hero"` | Lao Si [user_liangzihan p4] | Iron [uk_review p4] |
# | `"premiere"` | at the 2022 festival [hollywood_reporter_repost p2] | on February 13 [newschina p7] |
# | `"score"` | 7.7 [listing_page p2] | 8.5 [newschina p8] |
# | `"takings"` | 14.38 million [newschina p33] | 100 million yuan [newschina p9] |
# | `"land"` | five mu [newschina p30] | 3.3 square kilometres [newschina p30] |
# | `"blood"` | is for the wealthiest man [newschina p20] | is for a rich man's father [user_liangzihan p12] |

# %% kind="answer" grade_id="witnesses_q10_kinds"
# kind = {"hero": "…", "premiere": "…", "score": "…", "takings": "…", "land": "…", "blood": "…"}
### BEGIN SOLUTION
kind = {
    "hero": "other_name",
    "premiere": "more_exact",
    "score": "different_things",
    "takings": "different_things",
    "land": "conflict",
    "blood": "undecided",
}
### END SOLUTION

# %%
print(reading("newschina")["p20"])
print(reading("user_liangzihan")["p12"])

# %% kind="tests" grade_id="witnesses_q10_kinds_test" points=2
from return_to_dust.checks import Mistake, Question

KINDS = ["other_name", "more_exact", "different_things", "conflict", "undecided"]

q = Question("Differences, sorted", points=2)
with q.criterion("`kind` has the six pairs and uses the five words", 0) as c:
    for difference in ["hero", "premiere", "score", "takings", "land", "blood"]:
        c.text(c.entry(kind, difference), KINDS, hint=f'For "{difference}", use one of the five words.')
### BEGIN HIDDEN TESTS
with q.criterion("the hero", 0.25, hidden=True) as c:
    c.text(
        c.entry(kind, "hero"),
        "other_name",
        mistakes=[
            Mistake("conflict", "names-as-conflict", "Can one man be called two things by two people?"),
            Mistake("different_things", "names-as-two-men", "Do the two witnesses speak of two men?"),
        ],
        hint="Read the glosses beside the two words.",
    )
with q.criterion("the premiere", 0.25, hidden=True) as c:
    c.text(
        c.entry(kind, "premiere"),
        "more_exact",
        mistakes=[
            Mistake("conflict", "range-as-conflict", "A day can lie within a year."),
            Mistake("undecided", "range-as-open", "Does the festival differ, or only how closely it is dated?"),
            Mistake("different_things", "range-as-two-events", "Both speak of the Berlin festival: two events there?"),
        ],
    )
with q.criterion("the score", 0.25, hidden=True) as c:
    c.text(
        c.entry(kind, "score"),
        "different_things",
        mistakes=[
            Mistake("conflict", "scores-as-conflict", "Who voted in each of the two places?"),
            Mistake("more_exact", "scores-as-one", "Both have one decimal place. Who voted in each?"),
            Mistake("undecided", "scores-as-one", "Each paragraph names where its score comes from."),
        ],
    )
with q.criterion("the takings", 0.25, hidden=True) as c:
    c.text(
        c.entry(kind, "takings"),
        "different_things",
        mistakes=[
            Mistake("conflict", "day-against-total", "Over which time does each of the two sums run?"),
            Mistake("more_exact", "day-against-total", "One has more digits, but is it the same sum?"),
            Mistake("undecided", "day-against-total", "The paragraphs tell over which time each sum runs."),
        ],
    )
with q.criterion("the land", 0.5, hidden=True) as c:
    c.text(
        c.entry(kind, "land"),
        "conflict",
        mistakes=[
            Mistake("other_name", "unit-not-checked", "Are the two areas equal? Fifteen mu are one hectare."),
            Mistake("more_exact", "unit-not-checked", "Are the two areas equal? Fifteen mu are one hectare."),
            Mistake("different_things", "one-field", "The bracket explains the size of the same land."),
            Mistake("undecided", "unit-not-checked", "This can be computed: fifteen mu are one hectare."),
        ],
    )
with q.criterion("the blood", 0.5, hidden=True) as c:
    c.text(
        c.entry(kind, "blood"),
        "undecided",
        mistakes=[
            Mistake("conflict", "father-and-son", "Is it impossible that a rich man's father is himself rich?"),
            Mistake("other_name", "sure-it-is-one", "They may be one man: but which text says so?"),
            Mistake("more_exact", "sure-it-is-one", "They may be one man: but which text says so?"),
            Mistake("different_things", "two-receivers", "Both tell for whom the blood is. Who says two people?"),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="4 6"
# ## 11 One claim in the altered copy (6 points, marked by hand)
#
# The story of the Hollywood Reporter has reached us in an altered copy. Choose *one* claim in it, such as the day of
# the removal [hollywood_reporter_repost p8], the sum of the sales [hollywood_reporter_repost p7], or the words of the
# critic [hollywood_reporter_repost p13]. In about 150 words, say how far we may rely on the copy *for this claim*.
#
# Name a symptom of the alteration, and say whether it touches your claim. Say who else tells the same, and whether
# this is a second witness. Then decide what the copy may be used for, and name one thing that would settle the rest.
#
# Cite at least two paragraphs, such as [hollywood_reporter_repost p8], and say who speaks in them.
#
# | points | for |
# |---|---|
# | 1 | a decision on this claim, not on the copy as a whole |
# | 2 | two addresses: each paragraph exists, and it supports what you write |
# | 1 | a symptom of the alteration, and whether it touches the claim |
# | 1 | who else tells it, or that nobody does, and whether this is independent |
# | 1 | what would settle the rest |

# %% [markdown] kind="manual" grade_id="witnesses_q11_copy" points=6
# The claim is that the film left all cinemas in China on September 26, as the trade story tells
# [hollywood_reporter_repost p8]. The copy is altered: it misspells its own publisher [hollywood_reporter_repost
# p12], and a clause on the rising sales, in the same paragraph as the claim, is garbled. So the alteration comes
# close. But what we see of it are words that were changed or run together; I find no date in it that another witness
# contradicts. This makes a changed date less likely, and does not exclude it.
#
# That the film disappeared is told by two others, a viewer [user_liangzihan p18] and the UK review [uk_review p3].
# Neither gives a day, and none of the three says how it knows. So the removal has up to three witnesses, and the day
# has one.
#
# I use the copy for the removal, together with the others. For the day I write "according to an altered copy". The
# story on the publisher's own page would settle whether the day was altered, though not whether it was right.

# %% [markdown] kind="task" grade_id="witnesses_q12_house" points=4 objectives="7"
# ## 12 Who takes the house? (4 points, marked by hand)
#
# Several witnesses tell that the couple in the film lose a house and that somebody is paid. Who acts, and who gains?
# Choose two of these witnesses: the magazine [newschina p21], the trade review [screen p7], the UK review
# [uk_review p3, p4]. Can both be true?
#
# Add cells of your own below this one:
#
# 1. a code cell that shows the places, with `reading` or `keyword_in_context`;
# 2. a text cell (*Markdown*) of about 80 words. Quote one expression from each witness, with its address. Say for each
#    who acts, who gains, and which words judge. Then say whether both can be true, and on what this depends. Say
#    also what neither tells.
#
# === BEGIN MARK SCHEME ===
#
# **1 point: the evidence.** One expression from each witness, quoted exactly, with addresses that exist. Half a point
# where one quotation or one address is wrong.
#
# **1 point: who acts, who gains.** Both questions answered for both witnesses, or the answer says that a witness does
# not tell it. In the magazine the families act and want the money, which the local government pays [newschina p21]. In
# the trade review the house goes as part of an initiative, and who is paid is not said [screen p7]. In the UK review
# people are "bought out" [uk_review p3], and the families are "pocketing the cash" [uk_review p4]. Half a point for one
# witness.
#
# **1 point: the decision and its ground.** Both can be true where one tells of those who pay and the other of those
# who take; this depends on its being the same house, or the same money. "They contradict each other" or "they agree"
# without a ground earns nothing.
#
# **1 point: the code and what neither tells.** A code cell that runs and shows the places (half a point), and
# something that neither tells: how much was paid, who decided, whether anybody was asked (half a point).
#
# Words that judge are, for example, "modest" [screen p7], "vague" and "redevelopment" in quotation marks
# [uk_review p3], "kicked out" and "shabby" [newschina p21]. A full answer does not state what the film shows, except
# as a witness says it.
#
# === END MARK SCHEME ===

# %% [markdown]
# ## Handing in
#
# Restart the kernel, run all cells, save, press *Validate*, and submit. You may hand in again until the deadline; the
# last version counts.
