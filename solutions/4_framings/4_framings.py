# ---
# jupyter:
#   return_to_dust:
#     unit: 4
#     title: Framings
#     minutes: 165
# ---

# %% [markdown]
# # Assignment 4: Framings
#
# Twelve questions, 30 points, about two and three quarter hours: 125 minutes for questions 1 to 10, and 40 minutes for
# the two written ones, 11 and 12, which you can do at home. Each question stands alone: you may do them in any order,
# and no answer needs another answer.
#
# | | question | points | | | question | points |
# |---|---|---|---|---|---|---|
# | 1 | Terms in two languages | 1 | | 7 | Stated, inferred, constructed | 2 |
# | 2 | A share of the frame | 2 | | 8 | Man and donkey, counted | 2 |
# | 3 | What two bounds allow | 2 | | 9 | A diagram that says what it rests on | 3 |
# | 4 | How far from the centre | 2 | | 10 | The same words, another picture | 2 |
# | 5 | Overlap has a direction | 2 | | 11 | Two accounts (written) | 6 |
# | 6 | One distance, two field sizes | 2 | | 12 | A diagram in words (written) | 4 |

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
# One witness, the viewer liangzihan, tells the shots. Nobody in this course has measured the film: we measure our own
# diagrams. Places and sizes are shares of the frame, from 0 to 1. `x` and `y` are the left and the lower edge.

# %% kind="readonly" grade_id="framings_setup"
import math

import pandas as pd
from matplotlib.patches import Ellipse, Rectangle

from return_to_dust import describe, draw_regions, new_figure, read_regions, reading, table

# %% [markdown] objectives="1"
# ## 1 Terms in two languages (1 point)
#
# Our witnesses write in English. Which Chinese words does `table("terms")` give for their terms?
#
# - `chinese`: a dict with the Chinese word for *long shot* [user_liangzihan p6], *closeup* [user_liangzihan p6] and
#   *long take*, which is what the magazine's scenes in one shot are [newschina p17]. Copy the words from the table.
# - `two_meanings`: one Chinese word stands in this table for a field size *and* for a zone of depth. Which?
#
# Where to look: the columns `english` and `chinese`. `terms[terms["english"] == "framing"]` chooses a row.

# %% kind="answer" grade_id="framings_q1_terms"
# chinese = {"long shot": "…", "closeup": "…", "long take": "…"}
# two_meanings = "…"
### BEGIN SOLUTION
terms = table("terms").set_index("english")
chinese = {name: terms.loc[name, "chinese"] for name in ["long shot", "closeup", "long take"]}
two_meanings = terms.loc["medium shot", "chinese"]
### END SOLUTION

# %%
terms = table("terms")
terms[terms["english"] == "framing"][["english", "chinese", "pinyin", "definition"]]

# %% kind="tests" grade_id="framings_q1_terms_test" points=1
from return_to_dust.checks import Mistake, Question


def is_chinese(word):
    """Say whether this is one word of Chinese characters, and nothing else, as it stands in the table."""
    return isinstance(word, str) and bool(word.strip()) and all("一" <= sign <= "鿿" for sign in word.strip())


q = Question("Terms in two languages", points=1)
with q.criterion("`chinese` has three words and `two_meanings` is one, all in Chinese characters", 0) as c:
    for term in ["long shot", "closeup", "long take"]:
        c.that(is_chinese(c.entry(chinese, term)), f'For "{term}", copy the word from the column `chinese`.', "type")
    c.that(is_chinese(two_meanings), "For `two_meanings`, copy a word from the column `chinese`.", "type")
### BEGIN HIDDEN TESTS
with q.criterion("the word for the long shot", 0.25, hidden=True) as c:
    c.text(
        c.entry(chinese, "long shot"),
        ["全景"],
        mistakes=[
            Mistake("长镜头", "long-as-time", "This word is about how long a shot lasts, not about how much it shows."),
            Mistake("远景", "one-step-too-far", "This is one step farther away. Read both definitions."),
        ],
    )
with q.criterion("the word for the closeup", 0.25, hidden=True) as c:
    c.text(
        c.entry(chinese, "closeup"),
        ["特写", "特寫"],
        mistakes=[
            Mistake("大特写", "one-step-too-near", "This is one step nearer. Read both definitions."),
            Mistake("近景", "one-step-too-far", "This is one step farther away. Read both definitions."),
        ],
    )
with q.criterion("the word for the long take", 0.25, hidden=True) as c:
    c.text(
        c.entry(chinese, "long take"),
        ["长镜头", "長鏡頭"],
        mistakes=[
            Mistake("全景", "time-as-size", "This is a field size; a take is long in time."),
            Mistake("镜头", "any-shot", "This is a shot of any length."),
        ],
    )
with q.criterion("the word with two meanings", 0.25, hidden=True) as c:
    c.text(
        two_meanings,
        ["中景"],
        mistakes=[
            Mistake("前景", "depth-only", "This names a zone of depth only."),
            Mistake("后景", "depth-only", "This names a zone of depth only."),
            Mistake("近景", "size-only", "This names a field size only; it sounds like a zone."),
            Mistake("远景", "size-only", "This names a field size only; it sounds like a zone."),
            Mistake("镜头", "other-pair", "It has two meanings, but is one of them a zone of depth?"),
        ],
        hint="Look for a word that stands in two rows of the table.",
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="3"
# ## 2 A share of the frame (2 points)
#
# How much of the picture does a thing take up? Write `area_share(shape, width, height)`. Width and height are shares of
# the frame's width and height, so that the whole frame is a rectangle of 1 by 1.
#
# A rectangle (`"rect"`) that is half as wide and half as high as the frame takes up 0.25 of it. An ellipse
# (`"ellipse"`) fills π/4 of the rectangle around it, about 0.785; so an ellipse of this width and height takes up about
# 0.196. `math.pi` is π.
#
# `head_of_hole`: the hole in the wall frames the donkey's head "like a close-up shot" [user_liangzihan p6]. Which part
# of the hole's area does the head fill *in the diagram of the course*? Write a number from 0 to 1. You find the two as
# `first_hole` and `first_donkey_head` in the column `region` of `table("regions")`. The sizes are ours, not the
# reviewer's.

# %% kind="answer" grade_id="framings_q2_area"
def area_share(shape, width, height):
    """Return the part of the frame that a region takes up, from 0 to 1.

    >>> area_share("rect", 0.5, 0.5)
    0.25
    """
    ### BEGIN SOLUTION
    around = width * height
    return around * math.pi / 4 if shape == "ellipse" else around
    ### END SOLUTION


# head_of_hole = a number from 0 to 1
### BEGIN SOLUTION
rows = table("regions").set_index("region")
head, hole = (area_share(*rows.loc[name, ["shape", "width", "height"]]) for name in ["first_donkey_head", "first_hole"])
head_of_hole = head / hole
### END SOLUTION

# %%
print(area_share("rect", 0.5, 0.5), area_share("ellipse", 0.5, 0.5))
table("regions").set_index("region").loc[["first_hole", "first_donkey_head"], ["shape", "x", "y", "width", "height"]]

# %% kind="tests" grade_id="framings_q2_area_test" points=2
import math

from return_to_dust import table as course_table
from return_to_dust.checks import Mistake, Question

q = Question("A share of the frame", points=2)
with q.criterion("a rectangle of 0.5 by 0.5 takes up 0.25, one of 1 by 0.4 takes up 0.4", 0.5) as c:
    c.number(
        area_share("rect", 0.5, 0.5),
        0.25,
        within=0.0005,
        mistakes=[
            Mistake(0.25 * 16 / 9, "area-in-heights", "The shares are of the whole frame: its shape does not matter."),
            Mistake(0.25 * math.pi / 4, "always-ellipse", "This is the ellipse: look at `shape`."),
            Mistake(25, "percent", "This is a percentage; a share runs from 0 to 1."),
            Mistake(1, "adds", "You add width and height."),
        ],
    )
    c.number(area_share("rect", 1, 0.4), 0.4, within=0.0005, hint="A rectangle of 1 by 0.4 does not become 0.4.")
with q.criterion("an ellipse of 0.5 by 0.5 takes up 0.196", 0.5) as c:
    c.number(
        area_share("ellipse", 0.5, 0.5),
        math.pi / 16,
        within=0.0005,
        mistakes=[
            Mistake(0.25, "ellipse-as-rectangle", "This is the rectangle around it."),
            Mistake(math.pi / 4, "diameters-as-radii", "π times the radii: width and height are twice the radii."),
            Mistake(0.25 * 16 / 9 * math.pi / 4, "area-in-heights", "The frame's shape does not matter here."),
            Mistake(25, "percent", "This is a percentage of the rectangle around it; a share runs from 0 to 1."),
            Mistake(25 * math.pi / 4, "percent", "This is a percentage; a share runs from 0 to 1."),
        ],
        hint="An ellipse of 0.5 by 0.5 does not become 0.196 (if you round, keep three decimals).",
    )
with q.criterion("`head_of_hole` is a number from 0 to 1", 0) as c:
    c.number(head_of_hole, 0.5, within=0.5, hint="A part of the hole is a number from 0 to 1, not a percentage.")
### BEGIN HIDDEN TESTS
with q.criterion("other regions, wide and narrow", 0.5, hidden=True) as c:
    c.number(area_share("rect", 0.96, 0.22), 0.2112, within=0.0005, hint="A wide rectangle does not come out right.")
    for wide, high in [(0.15, 0.32), (1, 1), (0.08, 0.6)]:
        c.number(
            area_share("ellipse", wide, high),
            wide * high * math.pi / 4,
            within=0.0005,
            mistakes=[
                Mistake(wide * high, "ellipse-as-rectangle", "An ellipse is not taken as one."),
                Mistake(wide * wide * math.pi / 4, "circle", "An ellipse is as wide as `width`, as high as `height`."),
                Mistake(high * high * math.pi / 4, "circle", "An ellipse is as wide as `width`, as high as `height`."),
            ],
            hint="An ellipse does not come out right.",
        )
with q.criterion("the part of the hole that the donkey's head fills", 0.5, hidden=True) as c:
    drawn = course_table("regions").set_index("region")
    inner, outer = (
        [drawn.loc[name, side] for side in ["width", "height"]] for name in ["first_donkey_head", "first_hole"]
    )
    head_box, hole_box = inner[0] * inner[1], outer[0] * outer[1]
    c.number(
        head_of_hole,
        head_box * math.pi / 4 / hole_box,
        within=0.006,
        mistakes=[
            Mistake(head_box / hole_box, "ellipse-as-rectangle", "Look at `shape`: the head is no rectangle."),
            *[
                Mistake(share, "share-of-frame", "This is a part of the frame; how much of the hole is it?")
                for share in [head_box * math.pi / 4, head_box]
            ],
            Mistake(hole_box, "hole-alone", "This is the hole's part of the frame."),
            Mistake(inner[0] / outer[0], "widths-only", "You compare widths; the question is about areas."),
            Mistake(inner[1] / outer[1], "heights-only", "You compare heights; the question is about areas."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="3 4"
# ## 3 What two bounds allow (2 points)
#
# Of the platform scene the reviewer says that the villagers take up "less than a quarter" [user_liangzihan p15], and
# that the platform fills "up to three-quarters" [user_liangzihan p17]. Two bounds are not two numbers. How many times
# as large as the villagers is the platform *at least*?
#
# Write `least_ratio(first, second)`. Each of the two is a pair (lowest, highest): between these two shares its area
# lies, both ends included. Return the smallest number of times that the first can be as large as the second.
#
# Example: the first takes up 0.5 to 0.75 of the frame, the second 0.1 to 0.25. The first can be as small as 0.5 while
# the second is as large as 0.25: `least_ratio((0.5, 0.75), (0.1, 0.25))` is 2. No bound is above 1, and the highest
# share of the second is never 0.

# %% [markdown]
# `ratio_verdict`: what do the reviewer's two bounds allow you to write about the picture? Ask first which lowest shares
# the reviewer gives.
#
# - **A** The platform takes up at least three times the area of the villagers, since three quarters divided by a
#   quarter are three.
# - **B** The platform takes up about three times the area of the villagers, since both shares are rounded to quarters.
# - **C** If the platform reaches its three quarters, it takes up more than three times the area of the villagers; if
#   it stays below, no such ratio follows.
# - **D** Nothing at all can be written about the two areas, since the reviewer has not measured them but only gives an
#   impression.

# %% kind="answer" grade_id="framings_q3_bounds"
def least_ratio(first, second):
    """Return the smallest number of times that the first can be as large as the second.

    >>> least_ratio((0.5, 0.75), (0.1, 0.25))
    2.0
    """
    ### BEGIN SOLUTION
    return first[0] / second[1]
    ### END SOLUTION


# ratio_verdict = "A", "B", "C" or "D"
### BEGIN SOLUTION
ratio_verdict = "C"
### END SOLUTION

# %%
least_ratio((0.5, 0.75), (0.1, 0.25))

# %% kind="tests" grade_id="framings_q3_bounds_test" points=2
from return_to_dust.checks import Mistake, Question

UPPER = "You divide the highest by the highest. Can the first be smaller than its highest share?"
LOWER = "You divide the lowest by the lowest. Can the second be larger than its lowest share?"
MOST = "This is the largest ratio that the bounds allow."
MIDDLE = "You use the middle of each pair; the bounds allow less."
INVERSE = "This says how many times the second is as large as the first."


def mistakes_of(first, second):
    """Return what comes out when the wrong ends are divided."""
    (low, high), (small, large) = first, second
    return [
        Mistake(high / large, "two-upper-bounds", UPPER),
        Mistake(low / small, "two-lower-bounds", LOWER),
        Mistake(high / small, "largest-ratio", MOST),
        Mistake((low + high) / (small + large), "middles", MIDDLE),
        *([Mistake(large / low, "inverse", INVERSE)] if low else []),
    ]


q = Question("What two bounds allow", points=2)
with q.criterion("0.5 to 0.75 against 0.1 to 0.25: at least 2 times", 0.5) as c:
    pair, other = (0.5, 0.75), (0.1, 0.25)
    c.number(least_ratio(pair, other), 2, within=0.006, mistakes=mistakes_of(pair, other))
with q.criterion("`ratio_verdict` is a letter from A to D", 0) as c:
    c.text(ratio_verdict, ["A", "B", "C", "D"], hint='Write one of the letters in quotation marks, such as "A".')
### BEGIN HIDDEN TESTS
with q.criterion("other bounds, also a lowest share of 0", 0.5, hidden=True) as c:
    for pair, other in [((0.3, 0.9), (0.2, 0.5)), ((0.6, 0.6), (0.05, 0.15))]:
        c.number(
            least_ratio(pair, other),
            pair[0] / other[1],
            within=0.006,
            mistakes=mistakes_of(pair, other),
            hint="With other bounds the result is not the smallest ratio: are numbers of the example in your function?",
        )
    c.number(
        least_ratio((0, 0.75), (0.1, 0.25)),
        0,
        within=0.006,
        mistakes=[
            Mistake(3, "two-upper-bounds", "Where the lowest share is 0, the first may be as small as you like."),
            Mistake(7.5, "largest-ratio", "Where the lowest share is 0, the first may be as small as you like."),
        ],
        hint="Where the lowest share is 0, the first may be as small as you like.",
    )
with q.criterion("what the words about platform and villagers allow", 1, hidden=True) as c:
    c.text(
        ratio_verdict,
        "C",
        mistakes=[
            Mistake("A", "two-upper-bounds", "Three quarters are the most that it fills. What if it is less?"),
            Mistake("B", "bound-as-number", "A bound says what is not exceeded, not about how much it is."),
            Mistake("D", "all-or-nothing", "A bound is less than a number, but it is more than nothing."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="3"
# ## 4 How far from the centre (2 points)
#
# The cadres and the wealthy hold the "middle of the scene" [user_liangzihan p15]. How far is a region from the middle?
#
# Write `distance_to_centre(x, y, width, height)`: the distance from the *middle of the region* to the *middle of the
# frame*, in heights of the frame. The frame is 16 wide and 9 high, so a step of 0.1 to the side is longer than a step
# of 0.1 up: 0.1 × 16/9 of a height. Side and height together give the distance as the long side of a right-angled
# triangle: `(side ** 2 + up ** 2) ** 0.5`.
#
# Example: the lower left quarter of the frame, `distance_to_centre(0, 0, 0.5, 0.5)`. Its middle is 0.25 of the width
# and 0.25 of the height away; that is 0.444 heights to the side and 0.25 up, together about 0.51.
#
# `nearest`: which *person or animal* stands nearest to the centre in the course's diagram of the mirror scene
# [user_liangzihan p8]? Write its name from the column `region`; the column `what` says what it is.

# %% kind="answer" grade_id="framings_q4_centre"
def distance_to_centre(x, y, width, height):
    """Return the distance between the middles of region and frame, in heights of the frame.

    >>> round(distance_to_centre(0, 0, 0.5, 0.5), 3)
    0.51
    """
    ### BEGIN SOLUTION
    side = (x + width / 2 - 0.5) * 16 / 9
    up = y + height / 2 - 0.5
    return (side**2 + up**2) ** 0.5
    ### END SOLUTION


# nearest = a name such as "mirror_bed"
### BEGIN SOLUTION
scene = table("regions").query('shot == "lz_mirror" and what in ["person", "animal"]').set_index("region")
nearest = min(scene.index, key=lambda name: distance_to_centre(*scene.loc[name, ["x", "y", "width", "height"]]))
### END SOLUTION

# %%
regions = table("regions")
regions[regions["shot"] == "lz_mirror"][["region", "what", "x", "y", "width", "height"]]

# %% kind="tests" grade_id="framings_q4_centre_test" points=2
from return_to_dust import table as course_table
from return_to_dust.checks import Mistake, Question


TURNED = "The ratio is used the other way round: a width of the frame is 16/9 of its heights."


def apart(x, y, ratio=16 / 9):
    """Return the distance of a point, in shares, from the middle."""
    return (((x - 0.5) * ratio) ** 2 + (y - 0.5) ** 2) ** 0.5


def slips(x, y, width, height):
    """Return what comes out of the usual mistakes."""
    across, up = x + width / 2, y + height / 2
    return [
        Mistake(apart(across, up, 1), "forgets-ratio", "A share of the width is longer than one of the height."),
        Mistake(apart(across, up, 9 / 16), "ratio-upside-down", TURNED),
        Mistake(apart(across, up) * 9 / 16, "ratio-upside-down", TURNED),
        Mistake(apart(x, y), "corner-as-middle", "`x` and `y` are the lower left corner. Where is the middle?"),
        Mistake(apart(x, y, 1), "corner-as-middle", "`x` and `y` are the lower left corner. Where is the middle?"),
        Mistake(apart(across, up) ** 2, "no-root", "This is the square of the distance: the root is missing."),
        Mistake(
            abs(across - 0.5) * 16 / 9 + abs(up - 0.5),
            "adds-sides",
            "You add the two sides; the straight way is shorter.",
        ),
    ]


q = Question("How far from the centre", points=2)
with q.criterion("the lower left quarter of the frame is 0.51 away", 0.5) as c:
    c.number(
        distance_to_centre(0, 0, 0.5, 0.5), apart(0.25, 0.25), within=0.006, mistakes=slips(0, 0, 0.5, 0.5)
    )
with q.criterion("a region to the side and a region above are both 0.25 away", 0.5) as c:
    # 0.25 of a height is 0.140625 of the width
    c.number(
        distance_to_centre(0.590625, 0.4, 0.1, 0.2),
        0.25,
        within=0.006,
        mistakes=slips(0.590625, 0.4, 0.1, 0.2),
        hint="A region on the right, at x = 0.590625 and y = 0.4, 0.1 by 0.2, is not 0.25 away.",
    )
    c.number(
        distance_to_centre(0.45, 0.65, 0.1, 0.2),
        0.25,
        within=0.006,
        mistakes=slips(0.45, 0.65, 0.1, 0.2),
        hint="A region above, at x = 0.45 and y = 0.65, 0.1 by 0.2, is not 0.25 away.",
    )
with q.criterion("`nearest` is a region of the scene", 0) as c:
    scene_names = list(course_table("regions").query('shot == "lz_mirror"')["region"])
    c.text(nearest, scene_names, hint='Copy a name from the column `region`, such as "mirror_bed".')
### BEGIN HIDDEN TESTS
with q.criterion("other regions, in every corner and in the very middle", 0.5, hidden=True) as c:
    for box in [(0.7, 0.6, 0.2, 0.3), (0.02, 0.7, 0.1, 0.2), (0.81, 0.1, 0.1, 0.1), (0.3, 0.1, 0.4, 0.8)]:
        x, y, width, height = box
        c.number(
            distance_to_centre(*box),
            apart(x + width / 2, y + height / 2),
            within=0.006,
            mistakes=slips(*box),
            hint="Another region does not come out right.",
        )
with q.criterion("the person or animal that is nearest", 0.5, hidden=True) as c:
    people = course_table("regions").query('shot == "lz_mirror" and what in ["person", "animal"]')
    middles = {
        row["region"]: apart(row["x"] + row["width"] / 2, row["y"] + row["height"] / 2)
        for row in people.to_dict("records")
    }
    c.text(
        nearest,
        min(middles, key=middles.get),
        mistakes=[
            Mistake("mirror_mirror", "thing-for-person", "This is a thing: look at the column `what`."),
            Mistake("mirror_guiying", "farthest", "Of all persons and animals this one is farthest from the centre."),
            Mistake("mirror_donkey", "level-only", "This one is as near in height, but far to the side."),
            Mistake("mirror_laosi", "largest", "This one is the largest, but its middle lies far to the side."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="3"
# ## 5 Overlap has a direction (2 points)
#
# The donkey's head shows in the hole [user_liangzihan p6]: all of the head lies in the hole, but only a part of the
# hole lies behind the head. So overlap has a direction.
#
# Write `overlap(first, second)`: the part of the *first* rectangle's area that lies inside the second, from 0 to 1.
# Each rectangle is (x, y, width, height). Examples:
#
# - (0, 0, 0.4, 0.4) and (0.2, 0, 0.4, 0.4): half of the first lies in the second, so the overlap is 0.5.
# - (0.1, 0.1, 0.2, 0.2) and (0, 0, 0.4, 0.4): the first lies wholly in the second, 1. The other way round it is 0.25.
#
# One way: what the two share reaches from the *larger* of the two left edges to the *smaller* of the two right edges,
# and likewise from below to above. Where they share nothing, the overlap is 0. `max(a, b)` and `min(a, b)` choose. Draw
# the two examples on paper first.

# %% kind="answer" grade_id="framings_q5_overlap"
def overlap(first, second):
    """Return the part of the first rectangle that lies inside the second, from 0 to 1.

    >>> overlap((0, 0, 0.4, 0.4), (0.2, 0, 0.4, 0.4))
    0.5
    """
    ### BEGIN SOLUTION
    x, y, width, height = first
    x2, y2, width2, height2 = second
    shared_width = min(x + width, x2 + width2) - max(x, x2)
    shared_height = min(y + height, y2 + height2) - max(y, y2)
    if shared_width <= 0 or shared_height <= 0:
        return 0
    return shared_width * shared_height / (width * height)
    ### END SOLUTION

# %%
print(overlap((0, 0, 0.4, 0.4), (0.2, 0, 0.4, 0.4)))
print(overlap((0.1, 0.1, 0.2, 0.2), (0, 0, 0.4, 0.4)), overlap((0, 0, 0.4, 0.4), (0.1, 0.1, 0.2, 0.2)))

# %% kind="tests" grade_id="framings_q5_overlap_test" points=2
from return_to_dust.checks import Mistake, Question

AREA = "This is the area that the two share. Which part of the first is it?"
UNION = "You divide by what the two cover together; divide by the first alone."
OTHER = "You divide by the second; the question is which part of the first is inside."

q = Question("Overlap has a direction", points=2)
with q.criterion("half of the first lies in the second: 0.5", 0.5) as c:
    c.number(
        overlap((0, 0, 0.4, 0.4), (0.2, 0, 0.4, 0.4)),
        0.5,
        within=0.006,
        mistakes=[
            Mistake(0.08, "area-not-part", AREA),
            Mistake(1 / 3, "of-both", UNION),
            Mistake(50, "percent", "This is a percentage; a part runs from 0 to 1."),
            Mistake(1.5, "covers-all", "What you measure reaches over both: swap `max` and `min`."),
        ],
    )
with q.criterion("a rectangle inside another: 1, and the other way round 0.25", 0.5) as c:
    c.number(
        overlap((0.1, 0.1, 0.2, 0.2), (0, 0, 0.4, 0.4)),
        1,
        within=0.006,
        mistakes=[
            Mistake(0.25, "other-direction", OTHER),
            Mistake(4, "covers-all", "A part is never more than 1: swap `max` and `min`."),
            Mistake(0.04, "area-not-part", AREA),
        ],
        hint="The first lies wholly in the second, and the result is not 1.",
    )
    c.number(
        overlap((0, 0, 0.4, 0.4), (0.1, 0.1, 0.2, 0.2)),
        0.25,
        within=0.006,
        mistakes=[
            Mistake(1, "smaller-one", "You divide by the smaller one. Here the first is the larger."),
            Mistake(0.04, "area-not-part", AREA),
        ],
        hint="The second lies inside the first, and the result is not 0.25.",
    )
### BEGIN HIDDEN TESTS
with q.criterion("they overlap at a corner or at a side, wherever the second lies", 0.5, hidden=True) as c:
    for second, part in [
        ((0.45, 0.5, 0.3, 0.4), 0.1875),
        ((0.2, 0.1, 0.15, 0.45), 0.09375),
        ((0.4, 0.1, 0.3, 0.4), 0.125),
        ((0.25, 0.6, 0.1, 0.05), 0.03125),
        ((0, 0.5, 1, 0.5), 0.75),
    ]:
        c.number(
            overlap((0.3, 0.4, 0.2, 0.4), second),
            part,
            within=0.006,
            hint="Two rectangles that overlap do not come out right: think of all four edges.",
        )
with q.criterion("they lie apart, or only touch", 0.5, hidden=True) as c:
    still_right = overlap((0, 0, 0.4, 0.4), (0.2, 0, 0.4, 0.4))
    c.number(still_right, 0.5, within=0.006, hint="Rectangles that overlap do not come out right.")
    for second in [(0.6, 0.7, 0.2, 0.2), (0.6, 0.1, 0.3, 0.1), (0.1, 0.7, 0.1, 0.2), (0.3, 0.2, 0.3, 0.1)]:
        c.that(
            overlap((0.1, 0.1, 0.2, 0.3), second) is not None,
            "Where two rectangles share nothing, the result should be 0, not None.",
            "none-for-zero",
        )
        c.number(
            overlap((0.1, 0.1, 0.2, 0.3), second),
            0,
            within=0.0005,
            mistakes=[
                Mistake(1.5, "minus-times-minus", "They lie apart in both directions: minus times minus is plus."),
            ],
            hint="They share nothing, and the result is not 0: a length below 0 is no length.",
        )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="5"
# ## 6 One distance, two field sizes (2 points)
#
# A field size says how much of a standing body the frame holds. A man and a donkey who stand at the same distance from
# the camera are not equally high. Does the same frame then have the same name on both?
#
# The next cell gives, for each body, its height and a ladder: from which height of the frame on, counted in heights of
# the body, a size begins. A man's *medium shot* begins at 0.37 of his height, since then all from his head to his waist
# is in the picture. It lasts until the next size begins. Below the first step the size is an *extreme closeup*.
#
# Write `size_on(frame_m, height_m, ladder)`. `frame_m` is how many metres the frame takes in from its lower edge to its
# upper, where the body stands. Examples: a frame of 0.8 m is 0.48 of the man's height, so a medium shot of him; a frame
# of 1.65 m is exactly 1.0, and a long shot begins; one of 0.1 m is an extreme closeup.

# %% [markdown]
# `parted`: at which of the heights in `FRAMES_M` do the terms for man and donkey differ? Write a list.
#
# `carries`: the reviewer calls the first shot "a long shot" and finds the picture in the hole "like a close-up shot"
# [user_liangzihan p6]. What may you write?
#
# - **A** Since the terms part at some heights, the reviewer must have measured the long shot on the donkey's body.
# - **B** The list shows what can happen with heights that are ours; that the shot holds two sizes rests on the
#   reviewer's own words.
# - **C** The list shows how far the camera of this film stands from the wall, for man and donkey have the heights that
#   are given.
# - **D** A shot has one size only; where two terms are used of one shot, one of them has to be a mistake.

# %% kind="readonly" grade_id="framings_q6_given"
HEIGHT_M = {"man": 1.65, "donkey": 1.10}  # constructed: no witness gives a height; the donkey's is at the withers
LADDER = {
    "man": {
        "closeup": 0.13,
        "medium closeup": 0.28,
        "medium shot": 0.37,
        "medium long shot": 0.715,
        "long shot": 1.0,
        "extreme long shot": 4.0,
    },
    "donkey": {
        "closeup": 0.45,
        "medium closeup": 0.60,
        "medium shot": 0.75,
        "medium long shot": 0.95,
        "long shot": 1.25,
        "extreme long shot": 5.0,
    },
}
FRAMES_M = [0.1, 0.4, 0.8, 1.2, 1.4, 1.8, 3.0, 6.0]

# %% kind="answer" grade_id="framings_q6_sizes"
def size_on(frame_m, height_m, ladder):
    """Return the field size of a frame, measured on a body, such as "medium shot".

    `for size, begins in ladder.items():` goes up the ladder, from the smallest step on.

    >>> size_on(0.8, HEIGHT_M["man"], LADDER["man"])
    'medium shot'
    """
    ### BEGIN SOLUTION
    reached = "extreme closeup"
    for size, begins in ladder.items():
        if frame_m / height_m >= begins:
            reached = size
    return reached
    ### END SOLUTION


# parted = a list of heights from FRAMES_M
# carries = "A", "B", "C" or "D"
### BEGIN SOLUTION
def size_of(body, frame_m):
    return size_on(frame_m, HEIGHT_M[body], LADDER[body])


parted = [frame_m for frame_m in FRAMES_M if size_of("man", frame_m) != size_of("donkey", frame_m)]
carries = "B"
### END SOLUTION

# %%
for metres in [0.1, 0.8, 1.65]:
    print(metres, size_on(metres, HEIGHT_M["man"], LADDER["man"]))

# %% kind="tests" grade_id="framings_q6_sizes_test" points=2
from return_to_dust.checks import Mistake, Question

ON_MAN = {
    "closeup": 0.13,
    "medium closeup": 0.28,
    "medium shot": 0.37,
    "medium long shot": 0.715,
    "long shot": 1.0,
    "extreme long shot": 4.0,
}
FIRST_STEP = "You stop at the first step that is reached; go on as long as the next one is reached too."
NOT_REACHED = "The step of this size is not reached: the frame is counted in heights of the body."

q = Question("One distance, two field sizes", points=2)
with q.criterion("0.8 m of the man is a medium shot, 0.1 m an extreme closeup", 0.5) as c:
    c.text(
        size_on(0.8, 1.65, dict(ON_MAN)),
        "medium shot",
        mistakes=[
            Mistake("closeup", "first-step", FIRST_STEP),
            Mistake("medium long shot", "step-not-reached", NOT_REACHED),
            Mistake("extreme closeup", "never-climbs", "The closeup begins at 0.13 of his height: 0.8 m are more."),
            Mistake("extreme long shot", "turned-round", "Divide the frame's height by the body's, not the other way."),
            Mistake("long shot", "turned-round", "Divide the frame's height by the body's, not the other way."),
        ],
        hint="Count the frame's height in heights of the body: 0.8 divided by 1.65.",
    )
    c.text(
        size_on(0.1, 1.65, dict(ON_MAN)),
        "extreme closeup",
        mistakes=[Mistake("closeup", "no-lowest", "What is the size where not even the first step is reached?")],
        hint="A frame of 0.1 m does not reach the first step: the size is then an extreme closeup.",
    )
with q.criterion("1.65 m of the man, exactly his height, is a long shot", 0.25) as c:
    c.text(
        size_on(1.65, 1.65, dict(ON_MAN)),
        "long shot",
        mistakes=[
            Mistake("medium long shot", "step-left-out", "A size begins at its step: exactly 1.0 is reached already."),
            Mistake("closeup", "first-step", FIRST_STEP),
            Mistake("extreme long shot", "step-not-reached", NOT_REACHED),
        ],
    )
with q.criterion("`parted` holds heights from `FRAMES_M`, `carries` is a letter", 0) as c:
    c.among(parted, [0.1, 0.4, 0.8, 1.2, 1.4, 1.8, 3.0, 6.0], hint="Write only heights that stand in `FRAMES_M`.")
    c.text(carries, ["A", "B", "C", "D"], hint='Write one of the letters in quotation marks, such as "A".')
### BEGIN HIDDEN TESTS
with q.criterion("other bodies with ladders of their own", 0.25, hidden=True) as c:
    hen = {"closeup": 0.3, "medium shot": 0.7, "long shot": 1.5}
    for metres, size in [(0.05, "extreme closeup"), (0.13, "closeup"), (0.28, "medium shot"), (2.0, "long shot")]:
        c.text(
            size_on(metres, 0.4, dict(hen)),
            size,
            mistakes=[
                Mistake("closeup", "first-step", FIRST_STEP),
                Mistake("medium closeup", "fixed-ladder", "The ladder of the man is in your function: use `ladder`."),
                Mistake("medium long shot", "fixed-ladder", "The ladder of the man is in your function: use `ladder`."),
            ],
            hint="Another animal with another ladder does not come out right.",
        )
with q.criterion("the heights at which the terms part", 0.5, hidden=True) as c:
    c.items(
        parted,
        [0.4, 0.8, 1.4, 6.0],
        mistakes=[
            Mistake([0.1, 1.2, 1.8, 3.0], "turned-round", "These are the heights at which the terms agree."),
            Mistake([0.4, 0.8, 1.2, 1.4, 6.0], "one-ladder", "You use one ladder for both bodies."),
            Mistake([0.4, 0.8, 1.2, 1.4, 1.8], "one-height", "You use one height for both bodies."),
        ],
    )
with q.criterion("what the list may carry", 0.5, hidden=True) as c:
    c.text(
        carries,
        "B",
        mistakes=[
            Mistake("A", "possible-as-actual", "That it can part on a donkey does not tell on what it was measured."),
            Mistake("C", "constructed-as-fact", "Who gives these heights? A comment beside them says so."),
            Mistake("D", "one-size-only", "There is a frame within the frame: each can be measured."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="2"
# ## 7 Stated, inferred, constructed (2 points)
#
# On what does each of these eight values rest? Give each one word in the dict `basis_of`:
#
# - `"stated"`: a witness says it
# - `"inferred"`: no witness says it, but it follows from what a witness says, if a step is granted
# - `"constructed"`: it was chosen so that something can be drawn
#
# | value | where to look |
# |---|---|
# | `"off_screen"`: the voice that shouts LaoSi comes from outside the picture | [user_liangzihan p6] |
# | `"head_size"`: the donkey's head is 0.26 of the frame high | [user_liangzihan p6] |
# | `"one_level"`: the donkey and the man in the mirror are on one level | [user_liangzihan p8] |
# | `"looks_down"`: at the graveside the camera looks down | [user_liangzihan p10] |
# | `"donkey_side"`: at the graveside the donkey is in the right half | [user_liangzihan p10] |
# | `"under_quarter"`: the villagers take up less than a quarter | [user_liangzihan p15] |
# | `"beam_over_heads"`: the beam is higher in the picture than the cadres | [user_liangzihan p15, p17] |
# | `"frame_shape"`: the frame is 16 wide and 9 high | all of the review |

# %% kind="answer" grade_id="framings_q7_basis"
# basis_of = {"off_screen": "…", "head_size": "…", "one_level": "…", "looks_down": "…",
#             "donkey_side": "…", "under_quarter": "…", "beam_over_heads": "…", "frame_shape": "…"}
### BEGIN SOLUTION
basis_of = {
    "off_screen": "stated",
    "head_size": "constructed",
    "one_level": "stated",
    "looks_down": "inferred",
    "donkey_side": "constructed",
    "under_quarter": "stated",
    "beam_over_heads": "inferred",
    "frame_shape": "constructed",
}
### END SOLUTION

# %%
for paragraph in ["p6", "p8", "p10", "p15", "p17"]:
    print(reading("user_liangzihan")[paragraph], "\n")

# %% kind="tests" grade_id="framings_q7_basis_test" points=2
from return_to_dust.checks import Mistake, Question

VALUES = [
    "off_screen",
    "head_size",
    "one_level",
    "looks_down",
    "donkey_side",
    "under_quarter",
    "beam_over_heads",
    "frame_shape",
]

q = Question("Stated, inferred, constructed", points=2)
with q.criterion("`basis_of` has the eight values and uses the three words", 0) as c:
    for value in VALUES:
        c.text(
            c.entry(basis_of, value),
            ["stated", "constructed", "inferred"],
            hint=f'For "{value}", use one of the three.',
        )
### BEGIN HIDDEN TESTS
with q.criterion("the voice", 0.25, hidden=True) as c:
    c.text(
        c.entry(basis_of, "off_screen"),
        "stated",
        mistakes=[
            Mistake("inferred", "reads-past-words", "Look for the very word in the paragraph."),
            Mistake("constructed", "reads-past-words", "Look for the very word in the paragraph."),
        ],
    )
with q.criterion("the size of the head", 0.25, hidden=True) as c:
    c.text(
        c.entry(basis_of, "head_size"),
        "constructed",
        mistakes=[
            Mistake("stated", "number-as-stated", "Which witness gives this number?"),
            Mistake("inferred", "number-from-words", "The words say that the head shows in the hole. Why this number?"),
        ],
    )
with q.criterion("one level", 0.25, hidden=True) as c:
    c.text(
        c.entry(basis_of, "one_level"),
        "stated",
        mistakes=[
            Mistake("inferred", "reads-past-words", "Look for the reviewer's own phrase about the two."),
            Mistake("constructed", "reads-past-words", "Look for the reviewer's own phrase about the two."),
        ],
    )
with q.criterion("the side of the donkey", 0.25, hidden=True) as c:
    c.text(
        c.entry(basis_of, "donkey_side"),
        "constructed",
        mistakes=[
            Mistake("stated", "side-as-told", "The paragraph says how far away it is. Does it say on which side?"),
            Mistake("inferred", "side-as-told", "From which words would a side follow?"),
        ],
    )
with q.criterion("the camera at the graveside", 0.25, hidden=True) as c:
    c.text(
        c.entry(basis_of, "looks_down"),
        "inferred",
        mistakes=[
            Mistake("stated", "overlooking-as-down", "Can one overlook a whole picture without looking down?"),
            Mistake("constructed", "step-not-seen", "A word in the paragraph can be read in this way."),
        ],
    )
with q.criterion("the villagers", 0.25, hidden=True) as c:
    c.text(
        c.entry(basis_of, "under_quarter"),
        "stated",
        mistakes=[
            Mistake("inferred", "bound-as-inference", "A bound can be said as well as a number: read the paragraph."),
            Mistake("constructed", "bound-as-ours", "An exact number would be ours. Is a bound?"),
        ],
    )
with q.criterion("the beam", 0.25, hidden=True) as c:
    c.text(
        c.entry(basis_of, "beam_over_heads"),
        "inferred",
        mistakes=[
            Mistake("stated", "obvious-as-stated", "It is likely. But over what is the beam, in the reviewer's words?"),
            Mistake("constructed", "step-not-seen", "What two paragraphs say leads there, with one step."),
        ],
    )
with q.criterion("the shape of the frame", 0.25, hidden=True) as c:
    c.text(
        c.entry(basis_of, "frame_shape"),
        "constructed",
        mistakes=[
            Mistake("stated", "habit-as-stated", "Many films have this shape. Which witness says so of this one?"),
            Mistake("inferred", "habit-as-inference", "Many films have this shape. From which words would it follow?"),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="6"
# ## 8 Man and donkey, counted (2 points)
#
# `table("substitutions")` has one row for each shot that the viewer liangzihan tells. Its columns `man` and `donkey`
# say how each of the two is there: `seen`, `named`, or only `told`. Where the entry is missing, the one is absent.
#
# Write `pair_counts(rows)`: a table with the columns `man`, `donkey` and `shots`, one row for each *combination that
# occurs*, and in `shots` how often it occurs. Where an entry is missing stands the word `absent`. The order does not
# matter, and `man` and `donkey` may stand in the index.
#
# `groupby` counts, but it leaves out rows in which an entry is missing. `fillna` fills them first. The farm below shows
# both. Example: for the table `four` below the farm, we expect this.
#
# | man | donkey | shots |
# |---|---|---|
# | seen | seen | 2 |
# | named | seen | 1 |
# | absent | absent | 1 |

# %%
farm = pd.DataFrame({"place": ["yard", "yard", None], "animal": ["hen", "hen", "pig"]})
print(farm.groupby(["place", "animal"]).size().reset_index(name="animals"))
farm[["place", "animal"]].fillna("nowhere")

# %%
four = pd.DataFrame({
    "shot": ["one", "two", "three", "four"],
    "man": ["seen", "seen", "named", None],
    "donkey": ["seen", "seen", "seen", None],
})
four

# %% [markdown]
# `fails`: in some shots the donkey stands for the man. Where does this *not* hold, in the words of this witness? Read
# [user_liangzihan p7, p9, p11, p14, p15, p19].
#
# - **A** Nowhere: the two are alike in "characters and destinies", so that whatever is told of the one is true of
#   the other as well.
# - **B** Where both are seen in one picture: only a donkey that is there without the man can stand for him.
# - **C** In what is told rather than seen: of the panda in the joke the reviewer says that it has nothing to do with
#   the donkey, and at the end the donkey is given what the man is not.
# - **D** In the scene with the platform: neither of the two is named there, and this is how the film says that they
#   have become different.

# %% kind="answer" grade_id="framings_q8_pairs"
def pair_counts(rows):
    """Return a table with the columns man, donkey and shots: how often each combination occurs.

    Useful: `fillna("absent")`, then `groupby([...]).size().reset_index(name="shots")`.
    """
    ### BEGIN SOLUTION
    there = rows[["man", "donkey"]].fillna("absent")
    return there.groupby(["man", "donkey"]).size().reset_index(name="shots")
    ### END SOLUTION


# fails = "A", "B", "C" or "D"
### BEGIN SOLUTION
fails = "C"
### END SOLUTION

# %%
pair_counts(four)

# %%
table("substitutions")[["shot", "man", "donkey", "panda", "kind", "source", "paragraph"]]

# %% kind="tests" grade_id="framings_q8_pairs_test" points=2
import pandas as pd

from return_to_dust import table as course_table
from return_to_dust.checks import Mistake, Question

ABSENT = "Shots in which an entry is missing are not counted: fill the missing entries first."


def counted(*rows):
    return pd.DataFrame(rows, columns=["man", "donkey", "shots"])


three = pd.DataFrame({"shot": ["a", "b", "c"], "man": ["seen", "seen", "told"], "donkey": ["seen", "seen", "named"]})
with_gap = pd.DataFrame({
    "shot": ["one", "two", "three", "four"],
    "man": ["seen", "seen", "named", None],
    "donkey": ["seen", "seen", "seen", None],
})

q = Question("Man and donkey, counted", points=2)
with q.criterion("three shots without missing entries are counted", 0.5) as c:
    c.table(
        pair_counts(three.copy()),
        counted(("seen", "seen", 2), ("told", "named", 1)),
        mistakes=[
            Mistake(
                counted(("seen", "seen", 2), ("seen", "named", 0), ("told", "seen", 0), ("told", "named", 1)),
                "all-combinations",
                "There are rows for combinations that never occur.",
            ),
        ],
    )
with q.criterion("the table `four`, with the word absent where an entry is missing", 0.5) as c:
    c.table(
        pair_counts(with_gap.copy()),
        counted(("seen", "seen", 2), ("named", "seen", 1), ("absent", "absent", 1)),
        mistakes=[
            Mistake(counted(("seen", "seen", 2), ("named", "seen", 1)), "absent-missing", ABSENT),
            Mistake(
                counted(("seen", "seen", 2), ("named", "seen", 1), (None, None, 1)),
                "empty-for-absent",
                "The combination is counted, but the word for it is missing: see `fillna`.",
            ),
        ],
    )
with q.criterion("`fails` is a letter from A to D", 0) as c:
    c.text(fails, ["A", "B", "C", "D"], hint='Write one of the letters in quotation marks, such as "A".')
### BEGIN HIDDEN TESTS
with q.criterion("all shots of the course, and shots in which only one of the two is there", 0.5, hidden=True) as c:
    shots = course_table("substitutions")
    alone = pd.DataFrame({"man": ["seen", None, "seen", "told"], "donkey": [None, "seen", None, None], "panda": None})
    for rows in [shots, alone]:
        pairs = list(zip(rows["man"].fillna("absent"), rows["donkey"].fillna("absent"), strict=True))
        right = counted(*[(*pair, pairs.count(pair)) for pair in sorted(set(pairs))])
        there = right[(right["man"] != "absent") & (right["donkey"] != "absent")]
        c.table(
            pair_counts(rows.copy()),
            right,
            mistakes=[Mistake(there, "absent-missing", ABSENT)],
        )
with q.criterion("where the substitution does not hold", 0.5, hidden=True) as c:
    c.text(
        fails,
        "C",
        mistakes=[
            Mistake("A", "likeness-as-identity", "To be alike is not to be the same: compare [user_liangzihan p19]."),
            Mistake("B", "only-in-absence", "Where is the man while the donkey is patted [user_liangzihan p8, p9]?"),
            Mistake("D", "silence-as-statement", "That neither is named there says nothing about the two."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="2 8"
# ## 9 A diagram that says what it rests on (3 points)
#
# The table `four_regions` redraws the first shot [user_liangzihan p6] with other numbers than the course's diagram. Its
# column `basis` says what the *place* of a region rests on. Draw it.
#
# - The frame is 16 wide and 9 high: `ax.set_xlim(0, 16)`, `ax.set_ylim(0, 9)`, `ax.set_aspect("equal")`. The table has
#   shares: multiply `x` and `width` by 16, `y` and `height` by 9. The axes show the frame and nothing around it.
# - `ax.add_patch(Rectangle((left, lower), width, height, fill=False, edgecolor="black"))` draws a rectangle from its
#   lower left corner. `Ellipse((middle_x, middle_y), width, height, …)` makes an ellipse around its *middle*. Without
#   `edgecolor` no outline is seen.
# - The outline is `linestyle="solid"` where the place is stated, `"dashed"` where it is inferred, and `"dotted"` where
#   it is constructed.
# - Write the name of each region with `ax.text(x, y, "…")`, in English or Chinese, and say in the figure which line
#   means what: in its title, under it, or in a legend.
#
# Keep the names `fig` and `ax`. End the cell with `describe(fig, "…")`: this shows the figure with a description for
# readers who do not see it.

# %% kind="readonly" grade_id="framings_q9_given"
four_regions = pd.DataFrame(
    [
        ("wall 墙", "rect", 0, 0, 1, 1, "constructed"),
        ("hole 洞", "rect", 0.3875, 0.3, 0.225, 0.4, "stated"),
        ("soil 土", "ellipse", 0.43, 0.08, 0.14, 0.16, "inferred"),
        ("donkey's head 驴头", "ellipse", 0.42, 0.33, 0.16, 0.34, "stated"),
    ],
    columns=["label", "shape", "x", "y", "width", "height", "basis"],
)
four_regions

# %% kind="answer" grade_id="framings_q9_diagram"
# fig, ax = new_figure()
### BEGIN SOLUTION
line = {"stated": "solid", "inferred": "dashed", "constructed": "dotted"}
fig, ax = new_figure()
ax.set(xlim=(0, 16), ylim=(0, 9), aspect="equal", xticks=[], yticks=[])
ax.spines[:].set_visible(False)
places = {"wall 墙": (0.3, 8.4), "hole 洞": (6.3, 6.5), "soil 土": (9.3, 1.3), "donkey's head 驴头": (9.95, 4.4)}
for row in four_regions.itertuples():
    left, lower, width, height = row.x * 16, row.y * 9, row.width * 16, row.height * 9
    style = {"fill": False, "edgecolor": "black", "linewidth": 1.5, "linestyle": line[row.basis]}
    if row.shape == "rect":
        ax.add_patch(Rectangle((left, lower), width, height, **style))
    else:
        ax.add_patch(Ellipse((left + width / 2, lower + height / 2), width, height, **style))
    ax.text(*places[row.label], row.label)
ax.set_title("Place: stated (solid), inferred (dashed), constructed (dotted)")
describe(
    fig,
    "A square hole, solid, in the middle of a frame; in it an ellipse, solid, for the donkey's head; below it an "
    "ellipse, dashed, for the soil. The wall, dotted, fills the frame.",
    "What is told is in the middle; the sizes and the edges of the wall are ours.",
)
### END SOLUTION

# %% kind="tests" grade_id="framings_q9_diagram_test" points=3
from return_to_dust.checks import Question

NOTHING = "There is no shape in the figure: did the cell above stop with an error before it drew anything?"
WORDS = {"wall": ["wall", "墙"], "hole": ["hole", "洞"], "soil": ["soil", "土"], "head": ["head", "donkey", "驴"]}
BASES = {"stated": "明示", "inferred": "推断", "constructed": "自拟"}
STRAIGHT = ["Rectangle", "Polygon", "FancyBboxPatch"]


def seen(c, axes):
    """Return the description of the student's figure, unless no shape is drawn in it."""
    plain = c.axes(axes)
    c.that(plain["bars"] or plain["patches"], NOTHING, "empty-figure")
    return plain


def shapes(axes):
    """Return (straight, box as shares of the axes, line style) of each shape."""
    (x0, x1), (y0, y1) = axes["xlim"], axes["ylim"]
    found = [(True, one) for one in axes["bars"]]
    found += [(one["kind"] in STRAIGHT, one) for one in axes["patches"]]
    return [
        (
            straight,
            (
                (one["x"] - x0) / (x1 - x0),
                (one["y"] - y0) / (y1 - y0),
                one["width"] / (x1 - x0),
                one["height"] / (y1 - y0),
            ),
            one["linestyle"],
        )
        for straight, one in found
    ]


def writing(axes):
    return " ".join([*axes["texts"], *axes["legend"], axes["title"], axes["xlabel"], axes["ylabel"]]).casefold()


q = Question("A diagram that says what it rests on", points=3)
with q.criterion("the axes are a frame of 16 to 9", 0.5) as c:
    ratio = seen(c, ax)["ratio"]
    c.that(
        abs(ratio / (16 / 9) - 1) < 0.02,
        f"As drawn, the axes are {16 / 9 / ratio:.2f} times as high as they should be: set the limits of both axes, "
        "and equal units with `set_aspect`.",
        "frame-ratio",
    )
with q.criterion("four shapes are drawn, two of them ellipses", 0.5) as c:
    made = [one for one in shapes(seen(c, ax)) if one[2] != "none"]
    c.that(
        len(made) >= 4,
        f"{len(made)} shapes have an outline that can be seen, and the table has four regions: see `edgecolor`.",
        "shape-count",
    )
    rounded = [one for one in made if not one[0]]
    c.that(len(rounded) >= 2, f"{len(rounded)} shapes are ellipses: look at the column `shape`.", "all-rectangles")
with q.criterion("each region has its name", 0.5) as c:
    said = " ".join([*seen(c, ax)["texts"], *c.axes(ax)["legend"]]).casefold()
    unnamed = [name for name, words in WORDS.items() if not any(word in said for word in words)]
    c.that(not unnamed, f"{len(unnamed)} of the four regions have no name in the figure: try `ax.text`.", "no-names")
with q.criterion("the figure says what the three lines mean", 0.5) as c:
    said = writing(seen(c, ax))
    c.that(
        all(english in said or word in said for english, word in BASES.items()),
        "Not all of the words stated, inferred and constructed are in the figure; a label is seen only in a legend.",
        "no-key",
    )
### BEGIN HIDDEN TESTS
WALL, HOLE = (True, (0, 0, 1, 1)), (True, (0.3875, 0.3, 0.225, 0.4))
SOIL, HEAD = (False, (0.43, 0.08, 0.14, 0.16)), (False, (0.42, 0.33, 0.16, 0.34))
ASKED = {WALL: "dotted", HOLE: "solid", SOIL: "dashed", HEAD: "solid"}


def near(box, other):
    return all(abs(a - b) < 0.012 for a, b in zip(box, other, strict=True))


def standing(made, region):
    """Return the line styles of the shapes that stand where a region should."""
    return [style for straight, box, style in made if straight == region[0] and near(box, region[1])]


with q.criterion("each region stands where the table puts it", 0.5, hidden=True) as c:
    made = shapes(seen(c, ax))
    for _, (x, y, width, height) in [SOIL, HEAD]:
        c.that(
            not any(
                not straight and near(box, (x - width / 2, y - height / 2, width, height))
                for straight, box, _ in made
            ),
            "An ellipse is drawn around its middle, and the table gives its lower left corner.",
            "corner-as-middle",
        )
    x, y, width, height = HOLE[1]
    c.that(
        not any(near(box, (x / 16, y / 9, width / 16, height / 9)) for _, box, _ in made),
        "The numbers of the table are shares: on these axes everything shrinks into a corner.",
        "shares-as-units",
    )
    missing = sum(not standing(made, region) for region in ASKED)
    c.that(not missing, "Not every region stands where the table puts it.", "places")
with q.criterion("each outline says what the place rests on", 0.5, hidden=True) as c:
    made = shapes(seen(c, ax))
    styles = [style for _, _, style in made if style != "none"]
    c.that(len(set(styles)) > 1, "All outlines have the same line.", "one-style")
    c.that(
        styles.count("solid") >= 2 and "dashed" in styles and "dotted" in styles,
        "The three kinds of line are not there as often as the column `basis` asks.",
        "style-count",
    )
    found = {region: standing(made, region) for region in ASKED}
    swapped = [region for region, lines in found.items() if lines and ASKED[region] not in lines]
    c.that(not swapped, "A region has the line of another basis.", "other-style")
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="4 8"
# ## 10 The same words, another picture (2 points)
#
# Read the mirror scene [user_liangzihan p8]. In the course's diagram the door is to the right of the mirror, and the
# donkey is about as large as the man's reflection. The reviewer says neither. Draw the scene *differently*, so that all
# that is told still holds:
#
# - The door, GuiYing and the donkey are to the *left* of the mirror, and the donkey takes up *at least twice* the area
#   of the reflection.
# - You draw seven regions, each with its label: `door`, `mirror`, `reflection`, `donkey`, `GuiYing`, `LaoSi`, `bed`.
# - When your work is marked, we look at six relations that the paragraph tells: what is seen in what, what is beside
#   what, who stands by what, who touches whom, who is on what, and which two are on one level. Small gaps do no harm.
#   *On one level* is taken as in our tables: their middles are at one height.

# %% [markdown]
# There are two ways, and both are right.
#
# - **Draw.** Run the next cell and draw in the frame, with the mouse or the keyboard; the line of help names the keys.
#   Each new box takes the next label; L, or the list above the frame, gives it another. Each change is saved in
#   `boxes.json` beside this notebook. Then write `mine = read_regions("boxes.json")`. The file is handed in with the
#   notebook.
# - **Write.** Make `mine` a table with the columns `label`, `x`, `y`, `width` and `height`, and one row for each
#   region: `pd.DataFrame([("donkey", 0.1, 0.2, 0.3, 0.4), …], columns=["label", "x", "y", "width", "height"])`. A
#   column `shape` with `rect` or `ellipse` may be added.

# %%
draw_regions(
    labels=["door", "mirror", "reflection", "donkey", "GuiYing", "LaoSi", "bed"],
    alt="An empty frame of 16 to 9 for the mirror scene.",
)

# %% kind="answer" grade_id="framings_q10_mirror"
# mine = read_regions("boxes.json"), or a table with the columns label, x, y, width and height
### BEGIN SOLUTION
mine = pd.DataFrame(
    [
        ("door", "rect", 0.06, 0.1, 0.3, 0.8),
        ("donkey", "ellipse", 0.14, 0.42, 0.22, 0.36),
        ("GuiYing", "rect", 0.03, 0.14, 0.13, 0.6),
        ("mirror", "rect", 0.48, 0.4, 0.2, 0.44),
        ("reflection", "ellipse", 0.54, 0.48, 0.08, 0.24),
        ("bed", "rect", 0.5, 0, 0.5, 0.2),
        ("LaoSi", "rect", 0.72, 0.05, 0.22, 0.73),
    ],
    columns=["label", "shape", "x", "y", "width", "height"],
)
### END SOLUTION

# %%
mine

# %% kind="tests" grade_id="framings_q10_mirror_test" points=2
from return_to_dust import CourseError
from return_to_dust.checks import Question
from return_to_dust.framing.measures import area_share as share_of
from return_to_dust.framing.regions import check_regions
from return_to_dust.framing.relations import holds

SEVEN = {name.casefold(): name for name in ["door", "mirror", "reflection", "donkey", "GuiYing", "LaoSi", "bed"]}


def scene_of(c, regions):
    """Return the student's seven regions as a checked table in which the label is the id."""
    try:
        rows = check_regions(regions)
    except CourseError as error:
        c.that(False, str(error), "no-regions")
    rows["region"] = rows["label_en"].str.strip().str.casefold()
    rows = rows[rows["region"].isin(SEVEN)]
    here = list(rows["region"])
    lacking = [shown for name, shown in SEVEN.items() if name not in here]
    c.that(not lacking, f"There is no region with the label {', '.join(lacking)}.", "missing-region")
    c.that(len(here) == len(SEVEN), "A label stands on more than one region.", "label-twice")
    return rows.reset_index(drop=True)


def row_of(rows, name):
    return rows[rows["region"] == name].iloc[0]


def middle(rows, name):
    """Return the middle of a region in shares of the frame, x and y."""
    row = row_of(rows, name)
    return row["x"] + row["width"] / 2, row["y"] + row["height"] / 2


q = Question("The same words, another picture", points=2)
with q.criterion("`mine` has seven regions, each with its label", 0) as c:
    scene_of(c, mine)
with q.criterion("door, GuiYing and donkey are to the left of the mirror", 0.25) as c:
    rows = scene_of(c, mine)
    right = [name for name in ["door", "guiying", "donkey"] if middle(rows, name)[0] >= middle(rows, "mirror")[0]]
    c.that(not right, f"To the right of the mirror's middle: {', '.join(SEVEN[name] for name in right)}.", "other-side")
with q.criterion("the donkey takes up at least twice the area of the reflection", 0.25) as c:
    rows = scene_of(c, mine)
    times = share_of(row_of(rows, "donkey")) / share_of(row_of(rows, "reflection"))
    c.that(times >= 1.999, f"It takes up {times:.2f} times that area.", "not-twice")
### BEGIN HIDDEN TESTS
with q.criterion("what is seen in the mirror lies in it", 0.25, hidden=True) as c:
    rows = scene_of(c, mine)
    c.that(
        holds("inside mirror", "reflection", rows),
        "The reflection reaches beyond the mirror, or is elsewhere.",
        "reflection-outside",
    )
with q.criterion("the door is beside the mirror", 0.25, hidden=True) as c:
    rows = scene_of(c, mine)
    c.that(
        holds("beside mirror", "door", rows),
        "One lies over the other, or they have no height in common.",
        "not-beside",
    )
with q.criterion("donkey and reflection are on one level", 0.25, hidden=True) as c:
    rows = scene_of(c, mine)
    feet = abs(row_of(rows, "donkey")["y"] - row_of(rows, "reflection")["y"])
    level = holds("same_level_as reflection", "donkey", rows)
    c.that(level or feet > 0.05, "Their lower edges are on one level; the middles are what counts here.", "lower-edges")
    c.that(level, "Their middles are not at one height.", "levels-differ")
with q.criterion("GuiYing touches the donkey", 0.25, hidden=True) as c:
    rows = scene_of(c, mine)
    c.that(
        holds("touches donkey", "guiying", rows),
        "There is a gap between the two; the paragraph says what GuiYing does.",
        "no-touch",
    )
with q.criterion("GuiYing stands by the door", 0.25, hidden=True) as c:
    rows = scene_of(c, mine)
    c.that(holds("near door", "guiying", rows), "The two are far from each other.", "far-from-door")
with q.criterion("LaoSi is on the bed", 0.25, hidden=True) as c:
    rows = scene_of(c, mine)
    c.that(
        holds("on bed", "laosi", rows),
        "His lower edge is not on the bed, or his middle is not over it.",
        "not-on-bed",
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="7"
# ## 11 Two accounts (6 points, marked by hand)
#
# Choose *one* of these two pairs, and write about 150 words.
#
# - **The opening.** The magazine tells one [newschina p3, p4, p5], the viewer another [user_liangzihan p6, p7].
# - **The platform.** One review tells one scene twice: once the two groups are unequal in the picture
#   [user_liangzihan p15], once the platform is "visually squeezing" both, "the poor and the wealthy"
#   [user_liangzihan p17].
#
# Say what exactly each account tells: what is in the picture, in which order, and in which words. Say what both share.
# Then decide: can both be true of one film? Name what would have to be the case, and what the witnesses do not tell.
#
# Cite at least two paragraphs, and rest no sentence about the film on a number that was made for a diagram.
#
# | points | for |
# |---|---|
# | 1 | a decision that answers whether both can be true, and on what it depends |
# | 2 | two addresses: each paragraph exists, and it supports what you write |
# | 1 | what both accounts share, and where exactly they part |
# | 1 | what is told, what is the witness's reading and what you infer are kept apart |
# | 1 | what nobody tells, and what would settle it |

# %% [markdown] kind="manual" grade_id="framings_q11_accounts" points=6
# For the magazine the film opens on winter and a mud hut in which Ma feeds an old donkey; then his sister-in-law calls
# him in [newschina p3]. It says that this is how the film opens, but not that this is the first shot [newschina p5].
# The viewer counts shots: the "first shot" is a wall with a square hole, from which soil flies; a woman's voice calls
# LaoSi, and a donkey's head appears [user_liangzihan p6]. The man then comes from behind the donkey
# [user_liangzihan p7].
#
# Both have a donkey, a man near it and a woman who calls. They part in what is seen first. Both can be true if the
# magazine retells a whole scene and the viewer its first picture. I infer this: that the hole belongs to the hut nobody
# says, and the viewer has no snow.
#
# That the donkey is mistaken for the man is the viewer's reading [user_liangzihan p7]. Nobody tells whether a title
# comes before, or whether both saw the same version. The first minute of the film would settle it.

# %% [markdown] kind="task" grade_id="framings_q12_words" points=4 objectives="2 8"
# ## 12 A diagram in words (4 points, marked by hand)
#
# A reader who does not see your diagram should learn from words what is in it; a reader who sees it should learn what
# to see. Take any diagram of a framing: your own from question 9 or 10, or one that you draw as in the lesson, with
# `from return_to_dust.framing import draw_framing`, such as the graveside [user_liangzihan p10] or the platform
# [user_liangzihan p15, p16, p17].
#
# Add cells of your own below this one:
#
# 1. a code cell that draws the diagram and ends with `describe(…, "alt text", "caption")`. The alt text, up to 80
#    words, says what is drawn and where, from left to right or from front to back. The caption is one sentence on what
#    to see;
# 2. a text cell (*Markdown*) of about 60 words: for three values in the diagram, on what each rests, with the address
#    where it is stated or inferred; at least one of the three is constructed. End with one sentence that nobody may
#    conclude from your diagram.
#
# === BEGIN MARK SCHEME ===
#
# **1 point: the diagram and its alt text.** The cell runs, and the alt text lets a reader sketch the diagram: things
# and places, no verdicts. Half a point where places are missing, or where readings ("the poor man is oppressed") stand
# in place of things.
#
# **1 point: the caption.** One sentence that says what to see, and whose reading it is if it is one. Half a point where
# it only names the scene.
#
# **1 point: three bases.** Three values, each with the right word of stated, inferred and constructed, and addresses
# that exist; at least one is constructed. Half a point for two of three.
#
# **1 point: what may not be concluded.** A sentence that the diagram seems to say and no witness supports, such as a
# side, an exact share, a ratio, a distance of the camera. "One should be careful" earns nothing.
#
# For the graveside: that paper, couple and donkey are in foreground and background is stated [user_liangzihan p10];
# that the donkey stands higher in the frame is inferred, if overlooking means looking down; that it is on the right is
# constructed. For the platform: less than a quarter [user_liangzihan p15] and up to three quarters
# [user_liangzihan p17] are stated as bounds, and no ratio follows from them. A full answer does not say what the film
# shows, except as a witness says it.
#
# === END MARK SCHEME ===

# %% [markdown]
# ## Handing in
#
# Restart the kernel, run all cells, save, press *Validate*, and submit. If you have drawn with the mouse or the
# keyboard, `boxes.json` goes along with the notebook. You may hand in again until the deadline; the last version
# counts.
