# ---
# jupyter:
#   return_to_dust:
#     unit: 2
#     title: Reception
#     minutes: 125
# ---

# %% [markdown]
# # Assignment 2: Reception
#
# Twelve questions, 30 points, about two hours: 90 minutes for questions 1 to 10, and 35 minutes for the two written
# ones, 11 and 12, which you can do at home. Each question stands alone: you may do them in any order, and no answer
# needs another answer.
#
# | | question | points | | | question | points |
# |---|---|---|---|---|---|---|
# | 1 | Addresses and witnesses | 1 | | 7 | The rates behind a rounded sum | 2 |
# | 2 | A score on its scale | 2 | | 8 | Takings against a forecast | 3 |
# | 3 | Counts behind a percentage | 3 | | 9 | Tickets or yuan | 1 |
# | 4 | What 16 reviews allow | 1 | | 10 | Names | 2 |
# | 5 | Praise and complaint, counted | 2 | | 11 | Forecast and outcome (written) | 6 |
# | 6 | Twelve expressions, coded by you | 3 | | 12 | One property, two verdicts (written) | 4 |

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
# Readings and tables come from `reading("screen")` and `table("box_office")`. An address such as [screen p10] names a
# reading and a paragraph.

# %% kind="readonly" grade_id="reception_setup"
import numpy as np
import pandas as pd
from scipy.stats import binomtest

from return_to_dust import describe, keyword_in_context, new_figure, reading, table

# %% [markdown] objectives="1"
# ## 1 Addresses and witnesses (1 point)
#
# Two short searches to begin with.
#
# - `first_week_paragraph`: which paragraph of the reading `newschina` says what the film earned in its *first week*
#   in cinemas? Write its number as text, such as `"p4"`.
# - `peasant_readings`: in how many of the eight readings does *peasant* or *peasants* stand, inside quotation marks or
#   outside? Write a whole number.
#
# Where to look: `keyword_in_context("first week")`. A star stands for any ending: `"donkey*"` finds *donkeys* too. One
# of the places with *peasant* is [screen p13].

# %% kind="answer" grade_id="reception_q1_address"
# first_week_paragraph = a text such as "p4"
# peasant_readings = a whole number
### BEGIN SOLUTION
first_week_paragraph = "p32"
peasant_readings = keyword_in_context("peasant*")["source"].nunique()
### END SOLUTION

# %%
keyword_in_context("first week")

# %% kind="tests" grade_id="reception_q1_address_test" points=1
from return_to_dust.checks import Mistake, Question

q = Question("Addresses and witnesses", points=1)
with q.criterion("`first_week_paragraph` is a paragraph number, `peasant_readings` a number from 0 to 8", 0) as c:
    numbers = [f"p{i}" for i in range(1, 46)]
    addresses = [form.format(number) for number in numbers for form in ["{}", "newschina {}", "[newschina {}]"]]
    c.text(first_week_paragraph, addresses, hint='Write the paragraph as text, such as "p4".')
    c.that(peasant_readings in range(9), "There are eight readings: write a whole number from 0 to 8.", "range")
### BEGIN HIDDEN TESTS
with q.criterion("`first_week_paragraph` leads to the takings of the first week", 0.5, hidden=True) as c:
    c.text(
        first_week_paragraph,
        ["p32", "newschina p32", "[newschina p32]"],
        mistakes=[
            Mistake("p33", "other-first-week", "That paragraph tells of the first week of a month, not of the run."),
            Mistake("p9", "forecast-paragraph", "That paragraph has takings and a forecast, but no first week."),
        ],
    )
with q.criterion("`peasant_readings` counts readings", 0.5, hidden=True) as c:
    c.number(
        peasant_readings,
        4,
        mistakes=[
            Mistake(5, "counts-hits", "This counts the places. Two places in one reading are still one reading."),
            Mistake(2, "no-star", "This finds one form of the word only; other endings need the star."),
            Mistake(3, "counts-hits", "This counts the places, and only one form of the word."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="2"
# ## 2 A score on its scale (2 points)
#
# A 3 on a scale from 1 to 5 and a 3 on a scale from 0 to 5 are not the same praise. Write a function that says where a
# score stands on its own scale: 0 for the worst mark, 1 for the best, and the shares in between.
#
# Example: on a scale from 1 to 5 the score 3 lies in the middle, so `share_of_scale(3, 1, 5)` is 0.5. Think of a ruler:
# how long is the way from the worst mark to the score, and how long is the whole way?
#
# Where to look: `table("ratings")`, columns `score`, `scale_min`, `scale_max`.

# %% kind="answer" grade_id="reception_q2_scale"
def share_of_scale(score, worst, best):
    """Return where a score stands between the worst mark and the best: a number from 0 to 1.

    In some schools the best mark is a 1 and the worst a 6.

    >>> share_of_scale(3, 1, 5)
    0.5
    """
    ### BEGIN SOLUTION
    return (score - worst) / (best - worst)
    ### END SOLUTION

# %%
share_of_scale(3, 1, 5)

# %% kind="tests" grade_id="reception_q2_scale_test" points=2
from return_to_dust.checks import Mistake, Question

q = Question("A score on its scale", points=2)
with q.criterion("the middle of a scale from 1 to 5 becomes 0.5", 0.5) as c:
    c.number(
        share_of_scale(3, 1, 5),
        0.5,
        within=0.006,
        mistakes=[
            Mistake(0.6, "divides-by-top", "You divide by the best mark. This scale does not begin at 0."),
            Mistake(0.4, "counts-marks", "You divide by 5, but from 1 to 5 it is only four steps."),
            Mistake(50, "percent", "This is a percentage; a share runs from 0 to 1."),
        ],
    )
with q.criterion("the worst mark becomes 0 and the best becomes 1", 0.5) as c:
    c.number(share_of_scale(1, 1, 5), 0, within=0.006, hint="The worst mark of a scale from 1 to 5 does not become 0.")
    c.number(share_of_scale(5, 1, 5), 1, within=0.006, hint="The best mark of a scale from 1 to 5 does not become 1.")
### BEGIN HIDDEN TESTS
with q.criterion("ratings of the film on two different scales", 0.5, hidden=True) as c:
    for score, worst, best in [(8.5, 2, 10), (7.7, 1, 10)]:
        c.number(
            share_of_scale(score, worst, best),
            (score - worst) / (best - worst),
            within=0.006,
            mistakes=[
                Mistake(score / best, "divides-by-top", "The best mark is not the length of the scale."),
                Mistake((score - worst) / best, "counts-marks", "The way from worst to best is shorter."),
                Mistake((score - worst) / (best - worst + 1), "counts-marks", "Count the steps, not the marks."),
            ],
        )
with q.criterion("a scale on which 1 is the best mark and 6 the worst", 0.5, hidden=True) as c:
    c.number(
        share_of_scale(2, 6, 1),
        0.8,
        within=0.006,
        mistakes=[
            Mistake(0.2, "upside-down", "A good mark comes out as a bad one: the worst mark may be the larger number."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="3 7"
# ## 3 Counts behind a percentage (3 points)
#
# A page prints a whole percentage of `n` reviews as positive. The percentage has been rounded. Which numbers of
# positive reviews can stand behind it?
#
# Example: of 3 reviews, 2 are positive. That is 66.67 %, and the page prints 67 %. So 2 fits, and
# `positives_that_fit(67, 3)` is `[2]`. Of 180 reviews, 120 are 66.67 % and 121 are 67.22 %: here two numbers fit, and
# `positives_that_fit(67, 180)` is `[120, 121]`. For the film, 94 % of 16 reviews [listing_page p2] leads to `[15]`.
#
# One way: try each possible number in turn, and keep those whose rounded percentage is the printed one. Sometimes
# several numbers fit, and sometimes none does. `n` is at least 1. Python's `round` makes 12.5 into 12, many
# schools make it 13: here both are accepted, for no test has such a case.

# %% kind="answer" grade_id="reception_q3_fits"
def positives_that_fit(percent, n):
    """Return a list of all whole numbers, of n reviews, whose share rounds to the printed percent.

    >>> positives_that_fit(67, 3)
    [2]
    """
    ### BEGIN SOLUTION
    return [positive for positive in range(n + 1) if round(100 * positive / n) == percent]
    ### END SOLUTION

# %%
positives_that_fit(94, 16), positives_that_fit(67, 180)

# %% kind="tests" grade_id="reception_q3_fits_test" points=3
from return_to_dust.checks import Mistake, Question

q = Question("Counts behind a percentage", points=3)
with q.criterion("67 % of 3 and 94 % of 16 lead to the numbers in the example", 1) as c:
    for percent, n, fits in [(67, 3, [2]), (94, 16, [15])]:
        c.items(
            positives_that_fit(percent, n),
            fits,
            mistakes=[
                Mistake([], "ignores-rounding", "Nothing fits exactly: the page rounds to the nearest per cent."),
                Mistake([fits[0] / n], "share-not-count", "This is a share. Which number of reviews is it?"),
            ],
        )
with q.criterion("67 % of 180 leads to the two numbers in the example", 0.5) as c:
    c.items(
        positives_that_fit(67, 180),
        [120, 121],
        mistakes=[
            Mistake([120], "takes-nearest", "You find one number, but two round to this per cent."),
            Mistake([121], "takes-nearest", "You find one number, but two round to this per cent."),
            Mistake([121, 122], "cuts-off", "The page rounds to the nearest per cent; you cut the decimals off."),
            Mistake([119, 120], "rounds-up", "The page rounds to the nearest per cent; you always round up."),
            Mistake([119, 120, 121, 122], "one-percent-either-way", "Rounding moves it by half a per cent at most."),
        ],
    )
with q.criterion("0 % and 100 % of 3 lead to one number each", 0.25) as c:
    c.items(
        positives_that_fit(0, 3),
        [0],
        mistakes=[Mistake([], "leaves-out-zero", "No positive review at all is a possible number too.")],
    )
    c.items(
        positives_that_fit(100, 3),
        [3],
        mistakes=[Mistake([], "leaves-out-all", "All can be positive: does your loop reach the last number?")],
    )
### BEGIN HIDDEN TESTS
with q.criterion("several numbers can fit, of other reviews", 0.5, hidden=True) as c:
    c.items(
        positives_that_fit(94, 160),
        [150, 151],
        mistakes=[
            Mistake([150], "takes-nearest", "You find one number; others round to the same per cent."),
            Mistake([151], "cuts-off", "The page rounds to the nearest per cent; you cut the decimals off."),
            Mistake([149, 150], "rounds-up", "The page rounds to the nearest per cent; you always round up."),
            Mistake([149, 150, 151, 152], "one-percent-either-way", "Rounding moves it by half a per cent at most."),
            Mistake([], "ignores-rounding", "No exact share is needed: the page has rounded."),
        ],
    )
with q.criterion("no number may fit", 0.5, hidden=True) as c:
    c.items(positives_that_fit(33, 3), [1], hint="A case in which one number fits does not come out right.")
    c.items(
        positives_that_fit(50, 3),
        [],
        mistakes=[Mistake([2], "takes-nearest", "The nearest number is given, though it rounds to another per cent.")],
    )
with q.criterion("none or all of 300 reviews can be positive", 0.25, hidden=True) as c:
    c.items(
        positives_that_fit(0, 300),
        [0, 1],
        mistakes=[
            Mistake([1], "leaves-out-zero", "No positive review at all is a possible number too."),
            Mistake([0], "takes-nearest", "Other numbers round to the same per cent."),
            Mistake([0, 1, 2], "cuts-off", "The page rounds to the nearest per cent; you cut the decimals off."),
        ],
    )
    c.items(
        positives_that_fit(100, 300),
        [299, 300],
        mistakes=[
            Mistake([299], "leaves-out-all", "All reviews can be positive: does your loop reach the last number?"),
            Mistake([299, 300, 301], "more-than-all", "More reviews are positive than there are reviews."),
            Mistake([300], "takes-nearest", "Other numbers round to the same per cent."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="3"
# ## 4 What 16 reviews allow (1 point)
#
# The cell computes the 95 % interval (Wilson) for 15 positive reviews of 16, as behind the 94 % of [listing_page p2].
#
# `may_write`: which sentence may you write in an essay?
#
# - **A** "Of those who saw the film, between 72 and 99 per cent liked it, for critics and other viewers see one and
#   the same film."
# - **B** "On a scale of 100 points the film deserves between 72 and 99, so that even its harshest reviewer must have
#   found something to like."
# - **C** "If these 16 were drawn by chance from many reviews, the share of positive ones among the many may well lie
#   anywhere from about 72 to 99 per cent."
# - **D** "All 16 reviews were counted and none was left out, so among critics in general the share of positive reviews
#   is 94 per cent."
#
# `with_160`: with the same share of 160 reviews, how wide would the interval be?
#
# - **A** about a third as wide
# - **B** about a tenth as wide
# - **C** as wide as before
# - **D** wider than before

# %%
binomtest(15, 16).proportion_ci(method="wilson")

# %% kind="answer" grade_id="reception_q4_interval"
# may_write = "A", "B", "C" or "D"
# with_160 = "A", "B", "C" or "D"
### BEGIN SOLUTION
may_write = "C"
with_160 = "A"
### END SOLUTION

# %% kind="tests" grade_id="reception_q4_interval_test" points=1
from return_to_dust.checks import Mistake, Question

q = Question("What 16 reviews allow", points=1)
with q.criterion("`may_write` and `with_160` are letters from A to D", 0) as c:
    for letter in [may_write, with_160]:
        c.text(letter, ["A", "B", "C", "D"], hint='Write one of the letters in quotation marks, such as "A".')
### BEGIN HIDDEN TESTS
with q.criterion("the sentence says of whom the interval speaks", 0.5, hidden=True) as c:
    c.text(
        may_write,
        "C",
        mistakes=[
            Mistake("A", "reviewers-as-viewers", "The 16 are reviews by critics. Nobody asked those who saw the film."),
            Mistake("B", "share-as-score", "A share of positive reviews is not a score: it does not say how positive."),
            Mistake("D", "no-uncertainty", "For these 16 the share is known, but the sentence goes beyond them."),
        ],
    )
with q.criterion("the width follows the number of reviews", 0.5, hidden=True) as c:
    c.text(
        with_160,
        "A",
        mistakes=[
            Mistake("B", "width-in-proportion", "Ten times the reviews do not make it ten times narrower: compute it."),
            Mistake("C", "width-from-share", "The share alone does not settle the width: compute it for 160."),
            Mistake("D", "more-is-wider", "More reviews tell more: compute the interval for 160."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="1 4"
# ## 5 Praise and complaint, counted (2 points)
#
# `table("appraisals")` has one row for each evaluative expression. In the column `voice`, *witness* marks what the
# witness thinks, and *reported* what the witness tells of others.
#
# Write a function that counts, for each source, how many expressions *in the witness's own voice* are positive,
# negative and mixed. The result is a table with one row for each source, and with the columns `positive`, `negative`
# and `mixed`, also where a count is 0. The sources may stand in a column `source` or in the index. A source that has
# only reported expressions needs no row.
#
# `pd.crosstab`, as in the lesson, counts, but it makes no column for what never occurs. `reindex(columns=[…],
# fill_value=0)` chooses the columns, in this order, and fills a new one with zeros. The next cell shows it on a farm.
#
# Example: for the table `five` below the farm, we expect this.
#
# | source | positive | negative | mixed |
# |---|---|---|---|
# | screen | 2 | 0 | 0 |
# | uk_review | 1 | 1 | 0 |

# %%
farm = pd.DataFrame({"chickens": [3, 1], "pigs": [0, 2]}, index=["yard", "field"])
farm.reindex(columns=["pigs", "donkeys", "chickens"], fill_value=0)

# %%
five = pd.DataFrame({
    "source": ["screen", "screen", "screen", "uk_review", "uk_review"],
    "expression": ["poetic tale", "lovingly realised", "respected", "glacially paced", "well-earned"],
    "polarity": ["positive", "positive", "positive", "negative", "positive"],
    "voice": ["witness", "witness", "reported", "witness", "witness"],
})
five

# %% kind="answer" grade_id="reception_q5_polarity"
def polarity_counts(appraisals):
    """Return a table: one row for each source, columns positive, negative and mixed.

    Only expressions in the witness's own voice are counted. `appraisals` has the columns source,
    polarity and voice, and others that do not matter. Useful: `pd.crosstab`, then `reindex`.
    """
    ### BEGIN SOLUTION
    own = appraisals[appraisals["voice"] == "witness"]
    counts = pd.crosstab(own["source"], own["polarity"])
    return counts.reindex(columns=["positive", "negative", "mixed"], fill_value=0)
    ### END SOLUTION

# %%
polarity_counts(five)

# %% kind="tests" grade_id="reception_q5_polarity_test" points=2
import pandas as pd

from return_to_dust import table as course_table
from return_to_dust.checks import Mistake, Question

small = pd.DataFrame({
    "source": ["screen", "screen", "screen", "uk_review", "uk_review"],
    "polarity": ["positive", "positive", "positive", "negative", "positive"],
    "voice": ["witness", "witness", "reported", "witness", "witness"],
})
with_reported = pd.DataFrame({"source": ["screen", "uk_review"], "positive": [3, 1], "negative": [0, 1]})
empty_cells = pd.DataFrame({"source": ["screen", "uk_review"], "positive": [2, 1], "negative": [None, 1]})
empty_column = pd.DataFrame({"source": ["screen", "uk_review"], "mixed": [None, None]})
EMPTY = "Where nothing is counted there should be a 0, not an empty cell: see `fill_value`."
as_rows = [
    pd.DataFrame({"source": ["positive", "negative", "mixed"], "positive": fill, "negative": fill})
    for fill in [None, 0]
]
AS_ROWS = "Now positive, negative and mixed name the rows: `reindex` needs `columns=` to choose columns."

q = Question("Praise and complaint, counted", points=2)
with q.criterion("positive and negative expressions of the five are counted", 0.75) as c:
    c.table(
        polarity_counts(small.copy()),
        pd.DataFrame({"source": ["screen", "uk_review"], "positive": [2, 1], "negative": [0, 1]}),
        mistakes=[
            Mistake(with_reported, "counts-reported", "Reported expressions are counted too: look at `voice`."),
            Mistake(empty_cells, "empty-for-zero", EMPTY),
            *[Mistake(rows, "rows-for-columns", AS_ROWS) for rows in as_rows],
        ],
    )
with q.criterion("a polarity that never occurs has a column of zeros", 0.5) as c:
    c.table(
        polarity_counts(small.copy()),
        pd.DataFrame({"source": ["screen", "uk_review"], "mixed": [0, 0]}),
        mistakes=[Mistake(empty_column, "empty-for-zero", EMPTY)],
    )
### BEGIN HIDDEN TESTS
with q.criterion("all appraisals of the course, own voice only", 0.75, hidden=True) as c:
    everything = course_table("appraisals")
    own = everything[everything["voice"] == "witness"]
    columns = ["positive", "negative", "mixed"]
    right, of_all = [
        pd.crosstab(made["source"], made["polarity"])[columns].reset_index() for made in [own, everything]
    ]
    gaps = right.replace(0, float("nan"))
    c.table(
        polarity_counts(everything.copy()),
        right,
        mistakes=[
            Mistake(of_all, "counts-reported", "Reported expressions are counted too."),
            Mistake(gaps, "empty-for-zero", EMPTY),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="5"
# ## 6 Twelve expressions, coded by you (3 points)
#
# The answer cell has twelve expressions of the magazine [newschina p15, p16, p17, p18, p19, p20, p21, p28, p38], which
# stand in no table of the course. Code each by attitude and by polarity, as in the lesson, from the sentence in which
# it stands.
#
# - `affect`: somebody is named who feels it. `judgement`: people are valued, what they do or are like.
#   `appreciation`: a thing is valued, a work, an event, a condition. A word that comes from a feeling may still be
#   said of a thing.
# - `positive`, `negative`, or `mixed` where both values are there. Read the whole sentence: it may turn the sign of a
#   word.
#
# Your codes are held against those of the course's second coder, by Krippendorff's alpha. Attitudes and polarities
# earn one point each: half of it from an alpha of 0.3, all of it from 0.5 (attitudes: three of the twelve may differ)
# or from 0.7 (polarities: one may differ). Where the rules leave room for two attitudes, both count as right.
#
# Then write a function for the *expected disagreement* of two coders, for any codes: put all codes of both into one bag
# and draw two without putting the first back. How likely do the two differ?
#
# Example: one coder writes + + −, the other + − −. The bag holds three + and three −. There are 6 × 5 = 30 ways to draw
# one code and then another; 18 of them differ. So the result is 18 / 30, which is 0.6.
#
# The answer cell has two places to fill in. In the second, replace each `"?"`, and delete the line below the dict.

# %% kind="readonly" grade_id="reception_q6_given"
affect, judgement, appreciation = "affect", "judgement", "appreciation"
positive, negative, mixed = "positive", "negative", "mixed"
paragraphs = ["p15", "p16", "p17", "p18", "p19", "p20", "p21", "p28", "p38"]  # of the reading newschina

# %%
for number in paragraphs:
    print(reading("newschina")[number])

# %% kind="answer" grade_id="reception_q6_coding"
def expected_disagreement(codes_a, codes_b):
    """Return how likely two codes differ that are drawn from all codes of two coders, without putting back.

    `codes_a` and `codes_b` are lists of equal length. One way: go through all places in the bag, `for i in
    range(len(bag))`, and for each through all *other* places, and count the pairs that differ.

    >>> expected_disagreement(["+", "+", "-"], ["+", "-", "-"])
    0.6
    """
    ### BEGIN SOLUTION
    bag = list(codes_a) + list(codes_b)
    draws = len(bag) * (len(bag) - 1)
    return sum(one != other for one in bag for other in bag) / draws
    ### END SOLUTION


my_codes = {  # in place of each ("?", "?") write a pair such as (affect, mixed)
    "hard worker": ("?", "?"),  # p15
    "exploited": ("?", "?"),
    "true love develops between them": ("?", "?"),  # p16
    "Vivid details": ("?", "?"),  # p17
    "a heartfelt tenderness": ("?", "?"),  # p18
    "heartwarming intimate moments": ("?", "?"),  # p19
    "despised and shunned": ("?", "?"),
    "life-threatening donation": ("?", "?"),  # p20
    "gratitude": ("?", "?"),
    "shabby old houses": ("?", "?"),  # p21
    "never abandon you": ("?", "?"),  # p28
    "so pleased": ("?", "?"),  # p38
}
### BEGIN SOLUTION
my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}
### END SOLUTION

# %%
expected_disagreement(["+", "+", "-"], ["+", "-", "-"])

# %% kind="tests" grade_id="reception_q6_coding_test" points=3
from return_to_dust.checks import Mistake, Question

EXPRESSIONS = [
    "hard worker", "exploited", "true love develops between them", "Vivid details", "a heartfelt tenderness",
    "heartwarming intimate moments", "despised and shunned", "life-threatening donation", "gratitude",
    "shabby old houses", "never abandon you", "so pleased",
]  # fmt: skip
ATTITUDES, POLARITIES = ["affect", "judgement", "appreciation"], ["positive", "negative", "mixed"]
PUT_BACK = "You put the first code back: then it can be drawn twice, and fewer draws differ."
OWN_BAGS = "You draw one code from each coder. All codes of both go into one bag, and both draws come from it."
OBSERVED = "This is how often the two coders differ on the same item: the observed disagreement."
ONE_ORDER = "You count each pair once, but divide by all ordered draws: a first code and then a second."
EQUAL = "This is how often two draws agree. The question asks how often they differ."

q = Question("Twelve expressions, coded by you", points=3)
with q.criterion("the expected disagreement of the example is 0.6", 0.5) as c:
    c.number(
        expected_disagreement(["+", "+", "-"], ["+", "-", "-"]),
        0.6,
        within=0.002,
        mistakes=[
            Mistake(0.5, "puts-back", PUT_BACK),
            Mistake(5 / 9, "own-bags", OWN_BAGS),
            Mistake(1 / 3, "observed", OBSERVED),
            Mistake(0.3, "one-order", ONE_ORDER),
            Mistake(0.4, "equal-draws", EQUAL),
            Mistake(18, "count-not-share", "These are the draws that differ. Divide by all draws."),
        ],
    )
with q.criterion("`my_codes` has a known attitude and a known polarity for each of the twelve", 0) as c:
    for expression in EXPRESSIONS:
        pair = c.listed(c.entry(my_codes, expression), 2)
        c.text(pair[0], ATTITUDES, hint=f'For "{expression}", the first code is none of the three attitudes.')
        c.text(pair[1], POLARITIES, hint=f'For "{expression}", the second code is none of the three polarities.')
### BEGIN HIDDEN TESTS
import krippendorff

from return_to_dust.checks import sameness

A, J, T = ATTITUDES  # a feeling, people, a thing
SECOND_CODER = [
    ([J], "positive"), ([J], "negative"), ([A, T], "positive"), ([T], "positive"), ([A], "positive"), ([T], "positive"),
    ([J, A], "negative"), ([T], "negative"), ([J, A], "negative"), ([T], "negative"), ([J, T], "positive"),
    ([A], "positive"),
]  # fmt: skip
THINGS, FEELINGS, PEOPLE = [3, 5, 7, 9], [4, 11], [0, 1]


def codes_of(c, answer, which, choice):
    """Return the twelve attitudes or polarities; whatever is no code counts as one that nobody else gives."""
    twelve = []
    for expression in EXPRESSIONS:
        value = c.listed(c.entry(answer, expression), 2)[which]
        code = sameness.fold(value) if type(value) is str else ""
        twelve.append(code if code in choice else "no code")
    return twelve


def alpha_with_coder(given, accepted):
    """Return alpha with the second coder, who is taken to agree wherever the rules leave room."""
    coder = [code if code in choice else choice[0] for code, choice in zip(given, accepted, strict=True)]
    return krippendorff.alpha([given, coder], level_of_measurement="nominal")


def attitude_slip(given):
    """Name what the attitudes go wrong by, and say it."""
    if set(given) == {"no code"}:
        return "unanswered", "Not answered yet."
    if len(set(given)) == 1:
        return "one-code", "You give all twelve the same attitude: then alpha cannot be better than chance."
    if sum(given[i] == A for i in THINGS) >= 2:
        return "feeling-for-thing", "Strong words of things are coded as feelings: is anybody named who feels it?"
    if not any(given[i] == A for i in FEELINGS):
        return "no-feeler-seen", "Somewhere a person is named who feels something: look for such sentences."
    if not any(given[i] == J for i in PEOPLE):
        return "conduct-not-judged", "What people do or are like is a thing of its own kind: which code is for it?"
    return "other", "Too many attitudes differ from the second coder's: ask who feels, then who or what is valued."


def polarity_slip(given):
    """Name what the polarities go wrong by, and say it."""
    if set(given) == {"no code"}:
        return "unanswered", "Not answered yet."
    if len(set(given)) == 1:
        return "one-code", "You give all twelve the same polarity: then alpha cannot be better than chance."
    if given.count("mixed") >= 3:
        return "mixed-for-unsure", "Mixed means that both values are there; it does not mean that one is not sure."
    if given[8] == "positive" or given[10] == "negative":
        return "word-not-sentence", "A word is taken by itself: look for *nor* and *never* in its sentence."
    return "other", "Too many polarities differ from the second coder's: read on to what the sentence says."


def require_attitudes(c, answer, least):
    given = codes_of(c, answer, 0, ATTITUDES)
    mistake, says = attitude_slip(given)
    c.that(alpha_with_coder(given, [accepted for accepted, _ in SECOND_CODER]) >= least, says, mistake)


def require_polarities(c, answer, least):
    given = codes_of(c, answer, 1, POLARITIES)
    mistake, says = polarity_slip(given)
    c.that(alpha_with_coder(given, [[polarity] for _, polarity in SECOND_CODER]) >= least, says, mistake)


with q.criterion("the expected disagreement of three codes, and of coders who use only one", 0.5, hidden=True) as c:
    first = ["affect", "judgement", "judgement", "appreciation", "judgement"]
    second = ["affect", "judgement", "appreciation", "appreciation", "judgement"]
    c.number(
        expected_disagreement(list(first), list(second)),
        31 / 45,
        within=0.002,
        mistakes=[
            Mistake(0.62, "puts-back", PUT_BACK),
            Mistake(0.64, "own-bags", OWN_BAGS),
            Mistake(0.2, "observed", OBSERVED),
            Mistake(31 / 90, "one-order", ONE_ORDER),
            Mistake(14 / 45, "equal-draws", EQUAL),
        ],
        hint="With three kinds of codes the result does not fit: does your function know only two?",
    )
    c.number(expected_disagreement(["+"] * 4, ["+"] * 4), 0, hint="Where all codes are alike no two draws differ.")
with q.criterion("your attitudes agree with the second coder's beyond chance (alpha from 0.3)", 0.5, hidden=True) as c:
    require_attitudes(c, my_codes, 0.3)
with q.criterion("your attitudes agree well with the second coder's (alpha from 0.5)", 0.5, hidden=True) as c:
    require_attitudes(c, my_codes, 0.5)
with q.criterion("your polarities agree with the second coder's beyond chance (alpha from 0.3)", 0.5, hidden=True) as c:
    require_polarities(c, my_codes, 0.3)
with q.criterion("your polarities agree well with the second coder's (alpha from 0.7)", 0.5, hidden=True) as c:
    require_polarities(c, my_codes, 0.7)
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="7"
# ## 7 The rates behind a rounded sum (2 points)
#
# The magazine prints sums in yuan and in dollars, such as 1.57 million yuan (US\$220,000) [newschina p32]. The dollars
# are rounded. So a printed pair does not give one exchange rate, but a range of rates.
#
# Example: 700 yuan are printed as US\$100, rounded to tens. Then there were at least 95 and at most 105 dollars. The
# lowest rate is 700 / 105 = 6.667 yuan per dollar, and the highest is 700 / 95 = 7.368.
#
# Treat the yuan as exact. `step_usd` is the unit to which the dollars were rounded, here 10.

# %% kind="answer" grade_id="reception_q7_range"
def rate_range(amount_cny, amount_usd, step_usd):
    """Return two numbers: the lowest and the highest rate in yuan per dollar, the lowest first.

    >>> rate_range(700, 100, 10)
    (6.666666666666667, 7.368421052631579)
    """
    ### BEGIN SOLUTION
    return amount_cny / (amount_usd + step_usd / 2), amount_cny / (amount_usd - step_usd / 2)
    ### END SOLUTION

# %%
rate_range(700, 100, 10)

# %% kind="tests" grade_id="reception_q7_range_test" points=2
from return_to_dust.checks import Mistake, Question

WHOLE_STEP = "You let the dollars move by a whole step; rounding moves them by half a step at most."
NAIVE = "This is the quotient of the printed sums: let the dollars move as far as rounding allows."
INVERSE = "These are dollars per yuan; the question asks for yuan per dollar."
SWAPPED = "The most dollars give the lowest rate. The lowest rate comes first."

q = Question("The rates behind a rounded sum", points=2)
with q.criterion("the lowest rate of the example", 0.5) as c:
    low, high = c.listed(rate_range(700, 100, 10), 2)
    c.number(
        low,
        700 / 105,
        within=0.006,
        mistakes=[
            Mistake(700 / 110, "whole-step", WHOLE_STEP),
            Mistake(7, "naive-quotient", NAIVE),
            Mistake(95 / 700, "inverse", INVERSE),
            Mistake(700 / 95, "swapped", SWAPPED),
        ],
    )
with q.criterion("the highest rate of the example", 0.5) as c:
    low, high = c.listed(rate_range(700, 100, 10), 2)
    c.number(
        high,
        700 / 95,
        within=0.006,
        mistakes=[
            Mistake(700 / 90, "whole-step", WHOLE_STEP),
            Mistake(7, "naive-quotient", NAIVE),
            Mistake(105 / 700, "inverse", INVERSE),
            Mistake(700 / 105, "swapped", SWAPPED),
        ],
    )
### BEGIN HIDDEN TESTS
with q.criterion("a pair from the magazine that is rounded to another unit", 0.5, hidden=True) as c:
    c.items(
        rate_range(100_000_000, 14_300_000, 100_000),
        [100_000_000 / 14_350_000, 100_000_000 / 14_250_000],
        ordered=True, within=0.006,
        mistakes=[
            Mistake([100_000_000 / 14_400_000, 100_000_000 / 14_200_000], "whole-step", WHOLE_STEP),
            Mistake([100_000_000 / 14_300_000] * 2, "naive-quotient", NAIVE),
        ],
    )
with q.criterion("a pair that is printed to the last dollar", 0.5, hidden=True) as c:
    c.items(
        rate_range(17_970, 2_604, 1),
        [17_970 / 2_604.5, 17_970 / 2_603.5],
        ordered=True, within=0.0006,
        mistakes=[
            Mistake([17_970 / 2_605, 17_970 / 2_603], "whole-step", WHOLE_STEP),
            Mistake([17_970 / 2_604] * 2, "naive-quotient", NAIVE),
            Mistake([6.9, 6.9], "rounds-too-early", "Both ends come out alike: do not round what is compared later."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="6"
# ## 8 Takings against a forecast (3 points)
#
# Draw a figure with three points: what the film had earned in all after its first week, and at the beginning and at
# the end of the first week of September. Draw the insiders' forecast for the whole run as a horizontal line
# [newschina p32, p33].
#
# - Where to look: `rows = table("box_office").set_index("figure")` gives each row its name. Then
#   `rows.loc[["nc_first_week", "nc_september_from", "nc_september_to"]]` chooses the three rows that you need; use
#   their columns `date` and `amount_cny`. You may place the first point at `date_end`, since a week's takings are known
#   when it is over. You find the forecast in the same table. If dates overlap, try `fig.autofmt_xdate()`.
# - The dates go on the horizontal axis. The vertical axis is logarithmic, and its label names the unit.
# - Write the word *forecast* beside the line, or in a legend.
#
# Keep the names `fig` and `ax`. End the cell with `describe(fig, "…")`: this shows the figure with a description for
# readers who do not see it.

# %% kind="answer" grade_id="reception_q8_figure"
# fig, ax = new_figure()
### BEGIN SOLUTION
takings = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_from", "nc_september_to"]]
days = takings["date_end"].fillna(takings["date"])
forecast_cny = 2_000_000

fig, ax = new_figure()
ax.plot(days, takings["amount_cny"], "o:", color="#D55E00")
ax.axhline(forecast_cny, color="#0072B2")
ax.text(days.iloc[1], forecast_cny * 1.15, "forecast for the whole run", ha="right", color="#0072B2")
ax.set_yscale("log")
ax.set_xticks(days, ["July 14", "Sept 1", "Sept 7"])
ax.set(xlabel="day, 2022", ylabel="takings in all (yuan, log axis)")
describe(
    fig,
    "Three points rise from 1.6 million yuan in July to 30 and 100 million in September; the forecast is at 2 million.",
    "After one week most of the forecast is used up; by September 7 the takings are fifty times as high.",
)
### END SOLUTION

# %% kind="tests" grade_id="reception_q8_figure_test" points=3
import numpy as np

from return_to_dust.checks import Mistake, Question

EMPTY = "The figure is empty: did the cell above stop with an error before it drew anything?"
UNITS = ["yuan", "cny", "rmb", "renminbi", "元", "¥", "￥"]
FORECAST = ["forecast", "predict", "expect", "预测", "预期"]


def drawn(c, axes):
    """Return the description of the student's figure, unless nothing is drawn in it."""
    seen = c.axes(axes)
    c.that(seen["lines"] or seen["points"] or seen["bars"], EMPTY, "empty-figure")
    return seen


def level_lines(axes):
    """Return the height of each horizontal line in a description of axes."""
    return [line["y"][0] for line in axes["lines"] if len(line["y"]) > 1 and len(set(line["y"])) == 1]


def point_heights(axes):
    """Return the heights of all points and bars, and of the lines that are not horizontal; equal ones once."""
    curves = [line for line in axes["lines"] if len(set(line["y"])) > 1 or len(line["y"]) == 1]
    heights = [y for one in [*curves, *axes["points"]] for y in one["y"]]
    heights += [bar["y"] + bar["height"] for bar in axes["bars"]]
    return sorted({y for y in heights if np.isfinite(y)})


q = Question("Takings against a forecast", points=3)
with q.criterion("the horizontal axis carries dates", 0.5) as c:
    scale = drawn(c, ax)["xscale"]
    c.that(scale == "date", "The horizontal axis does not hold dates: plot the column `date` as it comes.", "no-dates")
with q.criterion("the vertical axis is logarithmic", 0.5) as c:
    scale = drawn(c, ax)["yscale"]
    c.that(scale == "log", f"The vertical axis is {scale}: on it the first point lies flat on the ground.", "not-log")
with q.criterion("the label of the vertical axis names the unit", 0.5) as c:
    label = drawn(c, ax)["ylabel"].casefold()
    c.that(label, "The vertical axis has no label.", "no-label")
    c.that(any(unit in label for unit in UNITS), "The label does not name the yuan.", "no-unit")
with q.criterion("a horizontal line is there, with the word forecast", 0.5) as c:
    seen = drawn(c, ax)
    c.that(level_lines(seen), "There is no horizontal line: try `ax.axhline`.", "no-line")
    words = " ".join(seen["texts"] + seen["legend"] + seen["yticklabels"]).casefold()
    c.that(
        any(word in words for word in FORECAST),
        "No text in the figure says that the line is the forecast; a label is seen only if there is a legend.",
        "no-direct-label",
    )
with q.criterion("three points are drawn, and the line is not far off, in the same unit", 0) as c:
    seen = drawn(c, ax)
    heights = point_heights(seen)
    c.that(len(heights) == 3, f"There are points at {len(heights)} heights, not at three.", "point-count")
    c.that(
        any(heights[0] / 2 < level < heights[-1] for level in level_lines(seen)),
        "The line lies far below or above all three points: is it in the same unit, with the right zeros?",
        "far-off-line",
    )
### BEGIN HIDDEN TESTS


def in_yuan(axes, values):
    """Return heights in yuan where the label says that they are in millions."""
    return [value * (1e6 if "million" in axes["ylabel"].casefold() else 1) for value in values]


def drawn_at(value, heights):
    return any(abs(height / value - 1) < 0.001 for height in heights)


with q.criterion("the three points are at the sums of the witness", 0.5, hidden=True) as c:
    seen = c.axes(ax)
    heights = in_yuan(seen, point_heights(seen))
    wanted = [1.57e6, 30e6, 100e6]
    c.that(
        not drawn_at(14.38e6, heights),
        "One of the sums is what a single day brought; the others are totals up to a day.",
        "day-among-totals",
    )
    c.that(
        not drawn_at(4.3e6, heights) and not drawn_at(14.3e6, heights),
        "The heights are dollars, not yuan.",
        "dollars",
    )
    found = sum(drawn_at(value, heights) for value in wanted)
    c.that(found == len(wanted), "Not all three sums are in the figure, in the unit of its label.", "points")
with q.criterion("the line is at the sum that was forecast", 0.5, hidden=True) as c:
    seen = c.axes(ax)
    levels = in_yuan(seen, level_lines(seen))
    c.that(
        not drawn_at(290_000, levels) or drawn_at(2e6, levels),
        "The line is at the forecast in dollars, the axis is in yuan.",
        "dollars",
    )
    c.that(
        drawn_at(2e6, levels),
        "The line is not at the forecast: is it in the unit of the label?",
        "forecast-height",
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="7"
# ## 9 Tickets or yuan (1 point)
#
# One witness writes of more than 100 million *tickets* [user_liangzihan p2]. To judge this, ask what one ticket would
# have cost. Write a function for any film; where no ticket was sold there is no price.
#
# Then choose. `tickets_verdict`: what do our witnesses support, taken together? Read also [newschina p9, p33] and
# [hollywood_reporter_repost p7]. The answer cell has two places to fill in.
#
# - **A** Tickets is right: the viewer counts people and the magazine counts money, and its sum must be far too low,
#   because a ticket costs more than one yuan.
# - **B** Both are right: one witness counts tickets and the other counts money, so the film sold 100 million tickets,
#   and each of them brought about one yuan.
# - **C** Two witnesses give a sum of money of this size, one in yuan and one in dollars, and only one witness speaks
#   of tickets: the number has probably got the wrong unit.
# - **D** The two numbers differ only by rounding: both witnesses print a round number, and neither of them claims to
#   be exact.

# %% kind="answer" grade_id="reception_q9_tickets"
def price_per_ticket_cny(gross_cny, tickets):
    """Return the mean price of a ticket in yuan, or None where no ticket was sold.

    >>> price_per_ticket_cny(600, 20)
    30.0
    """
    ### BEGIN SOLUTION
    return gross_cny / tickets if tickets else None
    ### END SOLUTION


# tickets_verdict = "A", "B", "C" or "D"
### BEGIN SOLUTION
tickets_verdict = "C"
### END SOLUTION

# %%
price_per_ticket_cny(600, 20)

# %% kind="tests" grade_id="reception_q9_tickets_test" points=1
from return_to_dust.checks import Mistake, Question

q = Question("Tickets or yuan", points=1)
with q.criterion("600 yuan for 20 tickets are 30 yuan a ticket", 0.25) as c:
    c.number(
        price_per_ticket_cny(600, 20),
        30,
        within=0.005,
        mistakes=[
            Mistake(20 / 600, "inverse", "This is how many tickets one yuan buys."),
            Mistake(12_000, "multiplies", "You multiply: 600 yuan are what all tickets together brought."),
        ],
    )
with q.criterion("`tickets_verdict` is a letter from A to D", 0) as c:
    c.text(tickets_verdict, ["A", "B", "C", "D"], hint='Write one of the letters in quotation marks, such as "A".')
### BEGIN HIDDEN TESTS
with q.criterion("another film, and a film without tickets", 0.25, hidden=True) as c:
    c.number(price_per_ticket_cny(1_234_500, 30_000), 41.15, within=0.006, hint="Another film's price does not fit.")
    c.that(
        price_per_ticket_cny(0, 0) is None,
        "Where no ticket was sold the docstring asks for None.",
        "no-ticket-case",
    )
with q.criterion("the verdict weighs the witnesses", 0.5, hidden=True) as c:
    c.text(
        tickets_verdict,
        "C",
        mistakes=[
            Mistake("A", "trusts-one-witness", "This sets one witness above two others who agree in size."),
            Mistake("B", "accepts-both", "Ask what a ticket would then have cost, and whether any witness says so."),
            Mistake("D", "unit-not-rounding", "Rounding changes a number a little; here the unit differs."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="8"
# ## 10 Names (2 points)
#
# A name frames a man. How does each of four witnesses first call the hero? Give the form of that name in the dict
# `hero_form`, with one of these words:
#
# - `"full_name"`: surname and given name
# - `"surname"`: only the surname
# - `"nickname"`: what people around him call him
# - `"translation"`: his name, or part of it, put into another language
# - `"role_only"`: no name at all
#
# Where to look: [screen p6], [uk_review p4], [user_liangzihan p4], and all of `reading("user_blue_grotto")`.
#
# Then `lao_si`: what does 老四 (*Lǎo Sì*) tell us about him, and who else says so? Read also [newschina p15].
#
# - **A** It is the given name that the magazine prints, only spelt in another way.
# - **B** It shows respect for an old man, and the same witness says that he is over fifty.
# - **C** It says that he is one of four villagers, and the magazine writes of those who are left behind.
# - **D** It counts him as the fourth, and the magazine's account of his brothers leads to the same number.

# %% kind="answer" grade_id="reception_q10_names"
# hero_form = {"screen": "…", "uk_review": "…", "user_liangzihan": "…", "user_blue_grotto": "…"}
# lao_si = "A", "B", "C" or "D"
### BEGIN SOLUTION
hero_form = {
    "screen": "full_name",
    "uk_review": "translation",
    "user_liangzihan": "nickname",
    "user_blue_grotto": "role_only",
}
lao_si = "D"
### END SOLUTION

# %% kind="tests" grade_id="reception_q10_names_test" points=2
from return_to_dust.checks import Mistake, Question

FORMS = ["full_name", "surname", "nickname", "translation", "role_only"]

q = Question("Names", points=2)
with q.criterion("`hero_form` has the four witnesses and uses the five words; `lao_si` is a letter", 0) as c:
    for witness in ["screen", "uk_review", "user_liangzihan", "user_blue_grotto"]:
        c.text(c.entry(hero_form, witness), FORMS, hint=f"For {witness}, use one of the five words.")
    c.text(lao_si, ["A", "B", "C", "D"], hint='Write one of the letters in quotation marks, such as "A".')
### BEGIN HIDDEN TESTS
with q.criterion("how Screen first calls him", 0.25, hidden=True) as c:
    c.text(
        c.entry(hero_form, "screen"),
        "full_name",
        mistakes=[Mistake("surname", "later-mention", "This is what he is called later; look at the first time.")],
    )
with q.criterion("how the UK review first calls him", 0.25, hidden=True) as c:
    c.text(
        c.entry(hero_form, "uk_review"),
        "translation",
        mistakes=[
            Mistake("nickname", "english-nickname", "Who there would speak English? Look at the gloss beside it."),
            Mistake("full_name", "english-name", "The word is English: look at the gloss beside it."),
            Mistake("surname", "english-name", "The word is English: look at the gloss beside it."),
        ],
    )
with q.criterion("how liangzihan first calls him", 0.25, hidden=True) as c:
    c.text(
        c.entry(hero_form, "user_liangzihan"),
        "nickname",
        mistakes=[
            Mistake("full_name", "two-words-as-name", "Two words need not be two names: look at the gloss."),
            Mistake("surname", "two-words-as-name", "Compare the surname that other witnesses print."),
            Mistake("translation", "pinyin-as-translation", "These are sounds in Latin letters, not a translation."),
        ],
    )
with q.criterion("how Blue-Grotto calls him", 0.25, hidden=True) as c:
    c.text(
        c.entry(hero_form, "user_blue_grotto"),
        "role_only",
        hint="Read this review again, and ask which words in it are names of people in the story.",
    )
with q.criterion("what 老四 says, and who confirms it", 1, hidden=True) as c:
    c.text(
        lao_si,
        "D",
        mistakes=[
            Mistake("A", "given-name", "The magazine prints another given name [newschina p3]."),
            Mistake("B", "old-as-respect", "Here 老 stands before a number, as it often does among brothers."),
            Mistake("C", "number-of-villagers", "No witness counts such villagers; ask what the family counts."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="6"
# ## 11 Forecast and outcome (6 points, marked by hand)
#
# Take *one* forecast: one of those in the trade review, such as the one for the home market [screen p5], or that of the
# insiders [newschina p32]. In about 150 words, say whether the outcome refutes it.
#
# Say who forecast what, and whether we know when. Say what happened, and in what it is measured. Then decide: do
# forecast and outcome speak of the same thing? End with one thing that our witnesses do not tell.
#
# Cite at least two paragraphs, such as [screen p5], and say who speaks in them.
#
# | points | for |
# |---|---|
# | 1 | a decision that answers the question |
# | 2 | two addresses: each paragraph exists, and it supports what you write |
# | 1 | forecast and outcome are compared in the same unit, or you say why they cannot be |
# | 1 | you keep apart what a witness says, what a witness reports, and what you conclude |
# | 1 | something the witnesses do not tell, and what follows from that |

# %% [markdown] kind="manual" grade_id="reception_q11_outcome" points=6
# The insiders whom the magazine quotes expected 2 million yuan for the whole run [newschina p32]. Who they were, and
# when they said so, is not told. In the same paragraph the first week brings 1.57 million: over three quarters of the
# forecast, with the run just begun. By September 7 the sum is 100 million [newschina p9].
#
# Forecast and outcome are both totals in yuan, so they can be compared: the forecast is too low by a factor of fifty.
# As a statement about money it is refuted, if we trust this one magazine. A second witness gives a sum of the same
# size, approximately 14 million dollars [hollywood_reporter_repost p7].
#
# I do not conclude that the insiders misjudged the film. The magazine explains the rise by word of mouth
# [newschina p34], but no witness gives a sum between the first week and September. So we know that the forecast failed,
# but not whether it looked wrong before day 40 [newschina p33].

# %% [markdown] kind="task" grade_id="reception_q12_verdicts" points=4 objectives="4"
# ## 12 One property, two verdicts (4 points, marked by hand)
#
# Two witnesses can see the same property of a film and judge it in opposite ways; one witness can do both. Choose a
# property, such as how slow or how quiet the film is. Good places are [screen p4, p10] and
# [uk_review p1, p2, p7, p8, p9].
#
# Add cells of your own below this one:
#
# 1. a code cell that finds the expressions, with `keyword_in_context` or `table("appraisals")`;
# 2. a text cell (*Markdown*) of about 80 words. Quote one expression of praise and one of complaint about this
#    property, each with its address. Say what in the sentence turns the property into praise or complaint. Say also
#    what your search cannot find.
#
# === BEGIN MARK SCHEME ===
#
# **1 point: the evidence.** One expression of praise and one of complaint, quoted exactly, with addresses that exist.
# Half a point where one quotation or one address is wrong.
#
# **1 point: the same property.** Both expressions are about the property that the text names. "Slow" and "lovingly
# realised" are not about the same property.
#
# **1 point: what decides.** The answer points to words: a contrast with *but*, an adverb such as *frustratingly*, an
# effect that is named. "Screen liked it, the UK review did not" earns nothing here.
#
# **1 point: the search and its limit.** A code cell that runs and finds the expressions (half a point), and a limit:
# the property may be named by another word, a hit may be about something else, or the readings are retellings (half a
# point).
#
# A full answer may use one witness only. In the UK review, "testing your patience" [uk_review p2] complains; later the
# "same slow quietude" makes scenes "gain power from this" [uk_review p8]. Screen calls the film "patiently paced"
# [screen p10]: the adverb moves the patience from the viewer to the film.
#
# === END MARK SCHEME ===

# %% [markdown]
# ## Handing in
#
# Restart the kernel, run all cells, save, press *Validate*, and submit. You may hand in again until the deadline; the
# last version counts.
