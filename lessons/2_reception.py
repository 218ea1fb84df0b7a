# ---
# jupyter:
#   return_to_dust:
#     unit: 2
#     title: Reception
#     minutes: 75
#     skills: pandas rows and columns, rescaling, simulation, intervals, keyword in context, coding and agreement, log axes, rounding
# ---

# %% [markdown]
# # 2 Reception
#
# *Return to Dust* is rated, praised, and called slow; insiders expect little of it, and it earns fifty
# times as much as they forecast. In this lesson we work out what such statements can carry.

# %% [markdown]
# - Minutes: 75, or 36 and 39 with a break before "A code is somebody's decision". Then 40 optional ones.
# - Needs: variables, lists and a `for` loop. No pandas: we begin with it here. [Start
#   here](0_start_here.ipynb) shows how a notebook works.
#
# ## Questions
#
# - Can 8.5, 7.7, 94 %, 10, 9 and 9 stand on one scale? How much do 16 reviews tell us?
# - What does the one lukewarm reviewer complain about, and what does the same reviewer praise?
# - Would somebody else read the same words in the same way?
# - How far did the takings leave the forecasts behind? Which figures fit together?
# - What does a name do to a man?

# %% [markdown]
# ## Objectives
#
# When you have worked through this lesson, you can
#
# 1. choose columns and rows of a table and compute new columns (apply);
# 2. say what kind of number a rating is, and why some cannot be averaged (analyse);
# 3. find out by simulation and by an interval how much a small sample says (apply, evaluate);
# 4. separate praise from complaint, and a witness's own voice from a reported one (analyse);
# 5. code evaluative language and measure agreement between coders (apply, evaluate);
# 6. hold forecasts against outcomes on a suitable axis (analyse);
# 7. test by rounding ranges which printed figures can be true together (evaluate);
# 8. show how the naming of a character frames him (analyse).

# %%
import krippendorff
import numpy as np
import pandas as pd
from scipy.stats import binomtest

from return_to_dust import describe, keyword_in_context, new_figure, reading, self_check, table
from return_to_dust.figures import COLOURS

# %% [markdown] objectives="1 2"
# ## Six ratings are three kinds of number
#
# Six ratings stand in the texts: one from Douban 豆瓣 [newschina p8], one from IMDb and one made of
# critics' reviews [listing_page p2], and three from single users [listing_page p6]. `table` loads them.

# %%
ratings = table("ratings")
ratings[["rater", "score", "measure", "n", "n_as_printed", "source", "paragraph"]]

# %% [markdown]
# Each row is one rating, each column one thing known about it. The inner brackets hold a list: the columns
# that you want to see. `<NA>` means that the witness does not print a value.

# %% [markdown]
# Predict: the cell below your guess takes the mean of all six scores. Which number do you expect,
# roughly? Write it in place of `None`, and run both cells.

# %%
my_guess = None

# %%
print("your guess:", my_guess, "- the mean:", ratings["score"].mean())

# %% [markdown]
# Five of the six scores lie far below this "average", one lies far above it. Explain it in a sentence of
# your own before you go on.

# %% [markdown]
# The critics' 94 is no mark. It is **per cent positive** (好评率): the share of reviews that were counted as
# favourable, each one as yes or no. The Douban and IMDb figures are means of many marks, and the last
# three are marks of one person each. The column `measure` keeps the three kinds apart.

# %% [markdown] objectives="1 2"
# ## A scale has two ends
#
# A **rating scale** (量表) has a lowest value, a highest value, and steps between them. Witnesses print the
# upper end, "out of 10". Nobody prints the lower end: that IMDb users give at least 1, and Douban users
# at least one star, which counts 2, is our own knowledge of the two sites. So `scale_basis` says
# *inferred*.

# %%
ratings[["rater", "scale_min", "score", "scale_max", "scale_basis"]]

# %%
answer = 5.0  # change it: which score lies exactly in the middle of a scale from 1 to 10?
self_check("2_reception/middle", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# 5.5, which is (1 + 10) / 2. A score of 5 looks like "half of ten", but on this scale it lies in the lower
# half.
#
# </details>

# %% [markdown]
# A new column is made by writing to it; `/` and `-` work on all rows at once, so no loop is needed. First
# the usual shortcut, "8.5 of 10 is 85 %". Then we measure from the lower end: how far along its own scale
# does each score lie?

# %%
ratings["out_of_top"] = ratings["score"] / ratings["scale_max"]
length = ratings["scale_max"] - ratings["scale_min"]
ratings["position"] = (ratings["score"] - ratings["scale_min"]) / length
ratings[["rater", "out_of_top", "position"]].round(3)

# %% [markdown]
# Where the scale starts above zero, every score below the top loses something, Douban's most. Now the ends
# are comparable. The kinds are not: a share of yes cannot tell 15 polite approvals from 15 raptures, since
# each counts as one yes.

# %% [markdown] objectives="3 7"
# ## Only one whole number fits "94 % of 16"
#
# The critics' figure rests on 16 reviews [listing_page p2]. Predict: of the 17 possible counts, 0 to 16, how
# many print as 94 %?

# %%
my_guess = None

# %%
print("94 % of 16:", 0.94 * 16)
fitting = []
for positive in range(17):
    if round(100 * positive / 16) == 94:
        fitting.append(positive)
print("your guess:", my_guess, "- counts that fit:", fitting)

# %% [markdown]
# No count is exactly 94 %, and one rounds to it. So the witness tells us more than it prints: 15 reviews
# were counted as favourable, and a single one was not. We rely on the 16, and on rounding to the nearest
# per cent.

# %% [markdown] objectives="3"
# ## Sixteen reviews say less than they seem to
#
# What do 15 of 16 [listing_page p2] tell us about reviews that are *not* in the sample? Imagine a large pool of critics of
# whom exactly 80 % approve. We draw 16 by lot and count the yeses. (`default_rng` is the source of
# chance; 2022 only makes your draws the same as everybody's.)

# %%
rng = np.random.default_rng(2022)

# %%
rng.binomial(16, 0.80)

# %% [markdown]
# Run the last cell a few times: each run is another draw of 16. This is a **simulation** (模拟): we let the
# computer draw where we cannot ask. Predict before you run: of 100 such samples, how many have exactly 15
# favourable reviews?

# %%
draws = rng.binomial(16, 0.80, size=10_000)
print("of 100:", 100 * (draws == 15).mean())

# %% [markdown]
# A film that one critic in five rejects still gets its 15 of 16 in about one sample of nine. So "94 %"
# does not exclude a pool with 80 %. Which pools go with 15 of 16? A formula, the Wilson interval, needs
# the count and the **sample size** (样本量). It is made so that, of the ranges computed from many samples,
# about 95 in 100 hold the true share.

# %%
interval = binomtest(15, 16).proportion_ci(method="wilson")
print(f"from {interval.low:.3f} to {interval.high:.3f}")  # .3f: three decimals

# %% [markdown]
# This range is a **confidence interval** (置信区间). From about 72 % to about 99 %: with 16 reviews, that is
# all the precision there is. Printing "94 %" hides it. (Another formula moves the ends a little.)

# %% [markdown]
# Would more reviews help? We keep the share and take 10 and 100 times as many. Predict before you run:
# how many times narrower is the second range than the first?

# %%
intervals = [binomtest(15 * k, 16 * k).proportion_ci(method="wilson") for k in (1, 10, 100)]
widths = [i.high - i.low for i in intervals]
print(f"times narrower: {widths[0] / widths[1]:.1f}, then {widths[1] / widths[2]:.1f}")

# %% [markdown]
# `new_figure` gives two things: the picture (`fig`) and the field in it that we draw on (`ax`). `describe`
# shows it, with a text for readers who cannot see it. In an `f"…"` text, what stands in `{ }` is computed.

# %%
fig, ax = new_figure(7.5, 2.6)
for y, i in enumerate(intervals):
    ax.hlines(y, 100 * i.low, 100 * i.high, color=COLOURS["sky"], linewidth=6)
    ax.text(100 * i.low - 0.4, y, f"{100 * i.low:.0f} %", ha="right", va="center")
    ax.text(100 * i.high + 0.4, y, f"{100 * i.high:.0f} %", va="center")
ax.axvline(100 * 15 / 16, color=COLOURS["loess"], linestyle="--")
ax.text(100 * 15 / 16 + 0.4, -0.62, "15/16", color=COLOURS["loess"], va="center")
ax.set_yticks(range(3), ["15 of 16", "150 of 160", "1,500 of 1,600"])
ax.set(xlim=(65, 103), ylim=(2.6, -1), xlabel="per cent positive (95 % Wilson interval)")
ax.grid(axis="y", visible=False)
describe(
    fig,
    "Three intervals around the share 15/16: from 72 to 99 per cent for 16, 89 to 97 for 160, 92 to 95 for 1,600.",
    "One share, three sample sizes: ten times the reviews make the interval only some three times narrower.",
)

# %% [markdown]
# Not ten times: between three and four. Precision grows slowly, roughly with the square root of the sample size.
# Only the first bar belongs to our witness; the other two are *constructed*.

# %% [markdown] objectives="3"
# ## The interval is not about the film
#
# Which sentence does the interval support?
#
# - a: The film is between 72 and 99 per cent good.
# - b: The probability that 94 % is the right figure is 95 %.
# - c: If the 16 had been drawn by lot from a larger pool, pools with about 72 to 99 % approval would fit
#   what we see.
# - d: Between 72 and 99 % of the audience liked the film.

# %%
answer = "a"  # change it: a, b, c or d
self_check("2_reception/interval", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# The answer is c. The "if" is not fulfilled: nobody drew these 16 by lot. They are the reviews that one
# site had counted [listing_page p2] by some day that the page does not tell; what its stamp dates is not
# said [listing_page p4]. The interval measures the play of chance in drawing: not the site's choice of
# critics, not its rule for a yes, not the film.
#
# </details>

# %% [markdown] objectives="1 4"
# ## "Slow" is the complaint and the praise
#
# Numbers do not say *why*. So we turn to words. **Keyword in context** (上下文关键词) lists every place
# where a word stands, with its neighbours. The star in `slow*` allows any ending.

# %%
slow = keyword_in_context("slow*")
slow

# %% [markdown]
# Our readings are retellings: only words between “ and ” are the witness's own. Four of the five hits
# stand between such marks, and all four are the UK reviewer's; "slowly" in the reading of Screen is our
# word. Now look for patience. Predict before you run: does it belong to praise or to complaint?

# %%
keyword_in_context("patien*")

# %% [markdown]
# Explain: *whose* patience is it each time? Write it down, then unfold.
#
# <details><summary>One explanation</summary>
#
# In Screen the film has it: it is “patiently paced” [screen p10]. In the UK review the viewer needs it:
# the film is “testing your patience” [uk_review p2]. One property of the film, and whether it is praise
# or complaint depends on who must be patient. Blue-Grotto's review does not speak of this property: there
# the patience is the couple's, and life in modern China tests it [user_blue_grotto p3].
#
# </details>

# %% [markdown]
# To go beyond single words, a coder, A, has coded evaluating expressions by **appraisal** (评价), after
# Martin and White: all that seemed to be there in the UK review and in Screen, a selection in the others.
# Each has a **polarity** (极性: favourable, unfavourable, or both) and a **target** (评价对象: what is
# evaluated). We choose the UK review, then in it what is said about the pace: `==` compares each row, and
# the brackets keep the rows that fit.

# %%
codes = table("appraisals")
uk = codes[codes["source"] == "uk_review"]
pace = uk[uk["target"] == "pace"].reset_index()
pace["polarity"].value_counts()

# %% [markdown]
# Two favourable words against seven unfavourable ones: a clear verdict? The order in which they come
# tells more. We follow the reviewer from the headline to the end. (`reset_index` has numbered the rows
# from 0 again.)

# %%
places = {"negative": 0, "mixed": 1, "positive": 2}
x = [places[polarity] for polarity in pace["polarity"]]
shapes = [(COLOURS["loess"], "v"), (COLOURS["ash"], "o"), (COLOURS["sky"], "^")]
alt = (
    "Twelve expressions about the pace in the order of the UK review, placed under complaint, both, or praise. "
    "Paragraphs 1 to 6 hold almost only complaints; in paragraph 8 slow quietude turns into power; "
    "paragraph 9 goes from complaint to praise."
)

# %%
fig, ax = new_figure(7.5, 4.8)
for y in range(len(pace)):
    colour, shape = shapes[x[y]]
    ax.scatter(x[y], y, color=colour, marker=shape, s=70, zorder=2)
    ax.text(x[y] + 0.07, y, pace["expression"][y], va="center", color=colour)
ax.set_yticks(range(len(pace)), pace["paragraph"])
ax.set_xticks([0, 1, 2], ["complaint 贬", "both", "praise 褒"])
ax.set(xlim=(-0.2, 2.85), ylim=(len(pace) - 0.4, -0.6), ylabel="paragraph of the UK review")
ax.xaxis.tick_top()
ax.tick_params(length=0)
describe(fig, alt, "Read downwards: slowness begins as a fault and ends as something that one can sink into.")

# %% [markdown]
# In [uk_review p8] moments of emotion keep the “same slow quietude”, and they “gain power from this”. Then
# [uk_review p9] complains once more before it praises. The fault and the merit are one and the same
# property.

# %% [markdown] objectives="5"
# ## A code is somebody's decision
#
# Would somebody else code the same? We try it with a third code, the **attitude** (态度). **Affect** (情感) is
# a feeling that somebody has. **Judgement** (判断) values people: what they do, what they are like.
# **Appreciation** (鉴赏) values things: works, scenes, events.

# %% [markdown]
# Ask first: is anybody named who feels it? A strong word is not yet a feeling. A “moving love story”
# [newschina p1] is appreciation: a story is valued, and those who are moved are not in the sentence. Read
# two paragraphs now.

# %%
for number in ["p6", "p8"]:
    print(reading("uk_review")[number])

# %% [markdown]
# Code ten expressions from them: write `affect`, `judgement` or `appreciation` in place of `None`, without
# quotation marks. Decide before you look further down.

# %%
affect, judgement, appreciation = "affect", "judgement", "appreciation"
mine = {
    "kind and mild-mannered": None,
    "very easy to root for": None,
    "plight": None,
    "genuinely affecting tragedy": None,
    "such passive protagonists": None,
    "you really feel": None,  # the last one from p6
    "tender moment": None,
    "disinterested family": None,
    "have started to envy": None,
    "the joy they find": None,
}

# %% [markdown]
# Coder B, also of the course team, coded all of A's 160 expressions without seeing A's codes. `merge` puts
# two tables side by side, row by row, where the id in `appraisal` is the same; `isin` asks whether a value
# is in a list.

# %%
codings = codes.merge(table("second_coding"), on="appraisal", suffixes=("_a", "_b"))
ten = codings[codings["expression"].isin(mine)].copy()
ten["mine"] = ten["expression"].map(mine)  # looks each expression up in your list
ten[["expression", "mine", "attitude_a", "attitude_b"]]

# %%
coded = ten.dropna(subset="mine")
print("A and B agree on", (ten["attitude_a"] == ten["attitude_b"]).sum(), "of", len(ten))
print("you and A agree on", (coded["mine"] == coded["attitude_a"]).sum(), "of", len(coded), "that you coded")
print("you and B agree on", (coded["mine"] == coded["attitude_b"]).sum(), "of", len(coded), "that you coded")

# %% [markdown]
# Explain before you unfold: over two of the ten A and B part. Can you defend both sides?
#
# <details><summary>One explanation</summary>
#
# The two are “very easy to root for” [uk_review p6]. A hears the viewer's sympathy, a feeling; B hears what
# the two people are like. “You really feel” its running time, says the review [uk_review p6]. B finds a
# person who feels; for A to feel means to notice here, and a length is valued. Each reading has a reason.
#
# If you coded “genuinely affecting tragedy” or “tender moment” as affect: who feels it? Nobody is named. A
# tragedy and a moment are things.
#
# </details>

# %% [markdown] objectives="5"
# ## Much agreement can be worth nothing
#
# A and B give the same attitude to 93 per cent of the 160 expressions. Is that much? Meet the *constructed*
# coder C, who has read nothing, and codes every expression in Screen as positive, “patiently paced”
# [screen p10] like all others. Predict: on how many per
# cent of the polarities in Screen do A and C agree?

# %%
my_guess = None

# %%
print("A and B, attitude:", f"{(codings['attitude_a'] == codings['attitude_b']).mean():.0%}")
screen = codings[codings["source"] == "screen"]
always = ["positive"] * len(screen)
print("your guess:", my_guess, "- A and C, polarity in Screen:", f"{(screen['polarity_a'] == always).mean():.0%}")

# %% [markdown]
# Screen praises most of the time, so whoever writes "positive" most of the time agrees most of the time.
# **Per cent agreement** (一致百分比) flatters where one code is frequent. We want to know how far two coders
# get beyond chance. **Krippendorff's alpha** (克里彭多夫阿尔法系数) compares two disagreements.

# %% [markdown]
# Four expressions, two coders. They differ on one of four: the **observed disagreement** (观察不一致). For the
# **expected disagreement** (期望不一致) we throw all eight codes into one bag, five + and three −, and draw two
# without putting the first back. The bag stands for chance: who draws from it knows how frequent each code
# is, and nothing of the text. There are 8 × 7 ways to draw. In 5 × 3 of them − comes after +, in 3 × 5 before
# it.

# %%
first, second = ["+", "+", "+", "-"], ["+", "+", "-", "-"]
observed = 1 / 4
expected = (5 * 3 + 3 * 5) / (8 * 7)
print(f"observed {observed:.3f}, expected {expected:.3f}, alpha {1 - observed / expected:.3f}")

# %% [markdown]
# Alpha is 1 minus the quotient of observed and expected: 1 where the coders never differ, 0 where they differ
# as often as two draws from the bag, below 0 where they differ more often. Here 75 per cent agreement make an
# alpha of only 0.53.

# %%
answer = 0.5  # change it: what is alpha for two coders who write + + - - and + - + -?
self_check("2_reception/alpha", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# 0.125. They differ on two of four, 0.5. The bag holds four + and four −, so two draws differ in 4 × 4 +
# 4 × 4 = 32 of 56 ways, 0.571. And 1 − 0.5 / 0.571 is 0.125.
#
# </details>

# %% [markdown]
# The package `krippendorff` counts the bag for us, whatever the codes; *nominal* says that they are names
# without an order. We ask it about A and B, code by code, about A and C, and, if you have coded all ten,
# about you and B. Predict: will C's alpha be near 0.8, near 0.5, or near 0?

# %%
my_guess = None

# %%
shares, alphas = {}, {}
for code in ["attitude", "polarity", "target"]:
    a, b = codings[code + "_a"], codings[code + "_b"]
    shares[f"A and B: {code}"] = (a == b).mean()
    alphas[f"A and B: {code}"] = krippendorff.alpha([list(a), list(b)], level_of_measurement="nominal")
a = screen["polarity_a"]
shares["A and C in Screen"] = (a == always).mean()
alphas["A and C in Screen"] = krippendorff.alpha([list(a), always], level_of_measurement="nominal")
if len(coded) == len(ten):  # your own codes too, once you have coded all ten
    shares["you and B: ten attitudes"] = (ten["mine"] == ten["attitude_b"]).mean()
    alphas["you and B: ten attitudes"] = krippendorff.alpha(
        [list(ten["mine"]), list(ten["attitude_b"])], level_of_measurement="nominal"
    )
print("your guess:", my_guess, "- alpha of A and C:", round(alphas["A and C in Screen"], 2))

# %%
alt = (
    f"{len(shares)} pairs of marks. Coders A and B share 92 to 96 per cent of their codes, with alphas of 0.87 to "
    "0.91, right of the line at 0.8. A and C share 82 per cent, and their alpha lies a little below 0."
)
levels = [(0, " 0: chance", "left"), (0.667, "0.667: tentative ", "right"), (0.8, " 0.8: firm", "left")]
lowest = min(0, *alphas.values())  # the axis must have room for it

# %%
fig, ax = new_figure(7.5, 3.4)
for y, name in enumerate(shares):
    ax.plot([alphas[name], shares[name]], [y, y], color=COLOURS["ash"], linewidth=1, zorder=1)
    ax.scatter(shares[name], y, s=70, color="white", edgecolor=COLOURS["loess"], linewidth=1.5, zorder=2)
    ax.scatter(alphas[name], y, s=70, marker="D", color=COLOURS["sky"], zorder=2)
    ax.text(alphas[name], y - 0.2, f"{alphas[name]:.2f}", ha="center", color=COLOURS["sky"])
    ax.text(shares[name] + 0.03, y, f"{shares[name]:.0%}", va="center", color=COLOURS["loess"])
for level, words, side in levels:
    ax.axvline(level, color=COLOURS["ash"], linestyle=":", zorder=0)
    ax.text(level, -0.75, words, ha=side, va="center", color=COLOURS["ash"])
ax.set_yticks(range(len(shares)), list(shares))
ax.set(xlim=(lowest - 0.17, 1.12), ylim=(len(shares) - 0.5, -1), xlabel="◆ alpha      ○ share of equal codes")
describe(fig, alt, "Equal codes alone cannot tell a careful coder from one who has read nothing; alpha can.")

# %% [markdown]
# C agrees on 82 per cent, and gets no further than the bag. Krippendorff asks for an alpha of 0.8, or of
# 0.667 where conclusions are only tentative. This is a convention, not a law. And ten expressions, such as
# yours, settle little (see *Going further*).

# %% [markdown] objectives="4 5"
# ## Coders part where the review turns
#
# Disagreement is not only a fault to be counted. On seven of the 160 expressions A and B differ in
# polarity. Predict: which target is the most frequent among these seven?

# %%
apart = codings[codings["polarity_a"] != codings["polarity_b"]]
apart[["expression", "source", "paragraph", "target_a", "polarity_a", "polarity_b"]]

# %% [markdown]
# Six of the seven stand in the UK review. Three are about the pace, and with the “quiet study” [uk_review
# p1] four are about slowness or quiet, which this review blames *and* praises. Take the “same slow
# quietude” [uk_review p8]: to A it is both, for it is the slowness of the complaints; to B it is praise, for
# the scenes “gain power from this”. Where careful coders part, read again: the text may be doing two things
# at once.

# %% [markdown] objectives="1 4"
# ## Own complaints and reported complaints are about different things
#
# Who finds fault with the film? We go on with A's codes, and keep what is said about the film, its story
# and its making, and of this what is unfavourable. *Witness* means: the text evaluates in its own voice.
# *Reported*: it says that others do. Predict before you run: who complains about the pace, and of what do
# the reported voices complain?

# %%
about_film = ["film", "story", "pace", "direction", "image", "music", "performance"]
making = codes[codes["target"].isin(about_film)]
faults = making[making["polarity"] == "negative"]
faults[["voice", "target", "expression", "source", "paragraph"]].sort_values(["voice", "source"])

# %% [markdown]
# Leave three rows aside that blame what happens *in* the story: “debilitating donations” [screen p7], “sad
# initial circumstances” [uk_review p5] and “plight” [uk_review p6]. A code is a first sorting.

# %%
answer = "newschina"  # change it: which source finds fault with the film in its own voice?
self_check("2_reception/voice", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# `"uk_review"`, and no other in our table. NewsChina, the Hollywood Reporter copy and liangzihan pass on charges
# that others make.
#
# </details>

# %% [markdown]
# Here are two quarrels. The UK reviewer finds the film slow and makes no charge against its picture of
# China. The reported voices charge it with “smearing rural China” [user_liangzihan p3], with trying to
# “humiliate the country” [hollywood_reporter_repost p9], with dramatizing so as to “cater to judges”
# [newschina p35]. None of these charges is about slowness.

# %% [markdown]
# Do the reported voices only complain? Two conditions are joined by `&`, which means *and*; each stands
# in round brackets.

# %%
praise = making[(making["polarity"] == "positive") & (making["voice"] == "reported")]
praise[["expression", "target", "source", "paragraph"]]

# %% [markdown]
# By NewsChina's account praise prevails: “most netizens praised the film” and found “realism and
# relatability” in it [newschina p35]. One viewer is named, Ge Ou, who comes from a village in Shanxi and
# finds marginalized people “faithfully and empathetically portrayed” [newschina p38]. Again one property
# carries praise and blame, the picture of rural poverty: for others it “overemphasizes the suffering”
# [newschina p35].

# %% [markdown]
# Those who accuse the film have no names: “nationalist media” and “online trolls”
# [hollywood_reporter_repost p9], “some” and others [newschina p35].

# %% [markdown] objectives="1 6"
# ## The money: one week brings most of the forecast
#
# We now load the **box office** (票房) figures and keep what NewsChina prints about the film. `set_index`
# makes one column the name of the rows. *Inferred* in the column `basis` means that something in the row,
# here the day or the year, is our reading.

# %%
money = table("box_office").set_index("figure")
in_yuan = money[(money["source"] == "newschina") & (money["about"] == "film")]
in_yuan[["measure", "date", "date_end", "amount_cny", "basis", "paragraph"]]

# %% [markdown]
# Now we call the three sums that we need by name. A **forecast** (预测) says what will be; this one comes
# from “industry insiders” [newschina p9, p32].

# %%
cny = money["amount_cny"]
first_week, forecast, september = cny["nc_first_week"], cny["nc_forecast_total"], cny["nc_by_september_7"]

# %% [markdown]
# After one week most of the forecast for the whole run is used up. And then? In the first week of September
# the sum grows from 30 to 100 million yuan; one day of that month brings 14.38 million [newschina p33].

# %%
print(f"first week: {first_week / forecast:.1%} of the forecast")
print("sum on September 7, times the forecast:", september / forecast)
print("the one day, times the whole first week:", round(cny["nc_single_day"] / first_week, 1))

# %% [markdown]
# To draw the three sums we must place them on days, and only September 7 is printed [newschina p9]. A
# first week “on July 8” [newschina p32] ends, as we read it, on July 14; the 30 million stand on the
# first day of their week [newschina p33]. No year is printed. (`fillna` fills gaps in `date_end` from
# `date`.)

# %%
curve = money.loc[["nc_first_week", "nc_september_from", "nc_september_to"]]
days = curve["date_end"].fillna(curve["date"])
million = curve["amount_cny"] / 1_000_000

# %% [markdown] objectives="6"
# ## A log axis makes the forecast visible
#
# On a *linear* axis equal steps *add*: where 100 million yuan are drawn 400 pixels high, the forecast of
# 2 million has 8 pixels and looks like nothing. On a **logarithmic axis** (对数坐标轴) equal steps *multiply*:
# from 1 to 10 is as far as from 10 to 100. It asks "how many times?", which is what a failed forecast
# calls for. We also mark the 40th day after the release [newschina p33].

# %%
release = pd.Timestamp("2022-07-08")  # [newschina p7]; the year is inferred
day_40 = release + pd.Timedelta(days=40)
arrow_day, last_day = pd.Timestamp("2022-09-12"), pd.Timestamp("2022-09-17")  # for the drawing only
alt = (
    "The same three points on a logarithmic axis: 1.57 million yuan on July 14, 30 on September 1, 100 on September 7. "
    "The dashed forecast at 2 million lies just above the first point and fifty times below the last. "
    "Day 40, August 17, is marked without a value."
)
caption = "Fifty times the forecast: here one can read it. The dotted line, July 14 and September 1 are ours."
sky = COLOURS["sky"]

# %%
fig, ax = new_figure(7.5, 4.2)
ax.semilogy(days, million, "o:", color=sky, markersize=8)
for row in curve.index:
    ax.annotate(f"{million[row]:g}", (days[row], million[row]), (8, -14), textcoords="offset points", color=sky)
ax.axhline(forecast / 1_000_000, color=COLOURS["loess"], linestyle="--")
ax.text(day_40, 2.2, "  forecast for the whole run: 2", color=COLOURS["loess"])
ax.axvline(day_40, color=COLOURS["ash"], linewidth=1)
ax.text(day_40, 60, "day 40: “skyrocketed” \n(no sum is printed) ", color=COLOURS["ash"], ha="right")
ax.annotate("", (arrow_day, 2), (arrow_day, 100), arrowprops={"arrowstyle": "<->", "color": "black"})
ax.text(arrow_day, 12, "  × 50")
ax.set_yticks([1, 2, 5, 10, 20, 50, 100], ["1", "2", "5", "10", "20", "50", "100"])
ax.set_xticks([release, *days, day_40], ["July 8", "July 14", "Sept 1", "Sept 7", "Aug 17"])
ax.set(ylim=(0.9, 150), xlim=(release, last_day), xlabel="2022", ylabel="million yuan so far (log axis)")
describe(fig, alt, caption)

# %% [markdown]
# Be careful with that dotted line. Between July 14 and September 1 the magazine prints no sum, only
# “skyrocketed” after 40 days [newschina p33]. On the reason two witnesses agree: **word of mouth** (口碑)
# was “behind the push” [newschina p34], and the Hollywood Reporter copy credits “solely” that
# [hollywood_reporter_repost p7]. The figures neither prove nor disprove it.

# %% [markdown]
# To be tested, a forecast needs a quantity, a place, a span of time, and a date of its own. The insiders
# name a sum, but in the table their date is `NaT`, not there. This is a **silence** (沉默). Made before the
# release, 2 million would be a bold guess; made after the first week, beside which it is printed
# [newschina p32], a cautious sum: that week, and a little more.

# %% [markdown] objectives="7"
# ## One exchange rate can explain the scattered dollars
#
# NewsChina prints each sum of the film twice, in yuan and in dollars. Each pair implies an
# **exchange rate** (汇率): yuan divided by dollars. `dropna` and `drop_duplicates` leave out incomplete and
# repeated pairs.

# %%
both = money.dropna(subset=["amount_cny", "amount_usd"])
pairs = both.drop_duplicates(subset=["amount_cny", "amount_usd"]).copy()
pairs["rate"] = pairs["amount_cny"] / pairs["amount_usd"]
pairs[["about", "cny_as_printed", "usd_as_printed", "rate", "paragraph"]].round(3)

# %% [markdown]
# From about 6.90 to 7.19 yuan for a dollar, and no two sums of the film agree. Does the magazine change its
# rate from line to line? Predict: how many different rates do you need to explain these seven pairs?

# %%
my_guess = None

# %% [markdown]
# First think about **rounding** (四舍五入). “US$2m” [newschina p33] may stand for anything from 1.95 to 2.05
# million, if it was rounded to the tenth of a million, as 4.3 and 14.3 were. So we write down the step to
# which, *as we read it*, each print was rounded, and `map` looks it up. The true sum lies at most half a
# step away; more dollars mean a lower rate, fewer a higher one.

# %%
steps = {"US$220,000": 10_000, "US$290,000": 10_000, "US$2m": 100_000, "US$4.3m": 100_000,
         "US$14.3m": 100_000, "US$2,604": 1, "US$290": 10}  # fmt: skip
half_step = pairs["usd_as_printed"].map(steps) / 2
pairs["lowest"] = pairs["amount_cny"] / (pairs["amount_usd"] + half_step)
pairs["highest"] = pairs["amount_cny"] / (pairs["amount_usd"] - half_step)
pairs[["usd_as_printed", "lowest", "rate", "highest"]].round(3)

# %% [markdown]
# Now a pair is no longer a rate but a *range* of rates. A rate that fits all the film's pairs lies above
# every lowest and below every highest.

# %%
film = pairs[pairs["about"] == "film"]
common_low, common_high = film["lowest"].max(), film["highest"].min()
print(f"your guess: {my_guess} - one rate fits all the film's pairs: {common_low:.4f} to {common_high:.4f}")

# %% [markdown]
# So rounding alone is enough to scatter the quotients. Now look for a pair whose range misses this narrow
# band. Only one does: 17,970 yuan and US$2,604, printed to the last dollar [newschina p11], needs about
# 6.90. A precise print is a risk: it can be caught. Whether another day's rate or another hand stands
# behind it, the magazine does not say.

# %% [markdown] objectives="8"
# ## A name is a frame
#
# The witnesses do not even agree on what to call the hero. We keep the rows with a name; roles such as
# *farmer*, and the villagers' joke about a panda [user_liangzihan p13], are left out. Which two of the
# eight witnesses have no column, since they give him no name at all?

# %%
names = table("names")
hero = names[names["person"] == "ma_youtie"]
named = hero[hero["chinese"].isin(["马有铁", "马", "铁", "老四"])]
pd.crosstab(named["chinese"], named["source"])  # counts how often two values meet

# %% [markdown]
# Two users name nobody: one tells of two people [user_wurideflame p2], the other of “a poor farmer”
# [user_blue_grotto p2]. *Iron* translates 铁, one character of 有铁 *Yǒutiě*. A translated name turns into a
# quality: one cannot read "Iron" without thinking of hardness. *Ma* tells an English reader nothing, and so
# adds nothing; in Chinese 马 is also the word for horse (our gloss). Names that suggest how a matter is to be
# judged are a **framing of an issue** (议题框架 *yìtí kuàngjià*); the framing of a shot is something else.

# %% [markdown]
# 老四, "**old fourth**", is what a family calls its fourth child (our gloss). liangzihan uses it and never
# explains it. It frames the man from the inside, by his place at home: see [user_liangzihan p5] for what
# that place is worth.

# %% [markdown]
# ## How far this goes
#
# - Eight witnesses are not "the reception": they are what reached this course, all of it in English. From
#   China we hear mostly what one magazine reports. The readings are retellings, and we chose what to quote.
# - Both coders are of one team; strangers would probably agree less. A chose what to code, from six witnesses
#   a selection only: would B have chosen the same words? And agreement is not truth: coders can share a
#   mistake.
# - The scale ends, the years, the days July 14 and September 1 and the rounding steps are ours, and we take
#   the printed yuan as exact.
# - Nothing here says how good the film is.

# %% [markdown]
# ## Key points
#
# 1. `df[[columns]]` chooses columns, `df[condition]` rows; arithmetic needs no loop.
# 2. Mean, share of yes and single mark are three kinds of number; a scale has two ends.
# 3. 94 % of 16 means 15. Drawn by lot, that would go with pools from about 72 to 99 %.
# 4. The UK review blames and praises slowness; reported voices, the picture of China.
# 5. Per cent agreement flatters; alpha looks beyond chance. Coders part where the text turns.
# 6. A log axis asks "how many times?": fifty times an undated forecast.
# 7. A printed figure is a range; one rate can explain all the film's pairs.
# 8. Ma, Iron and 老四 are one man in three frames.

# %% [markdown]
# ## Going further (40 minutes, optional)
#
# Seventeen short studies, in any order. They use what the cells above have made.

# %% [markdown]
# ### Numbers
#
# *How do the six ratings lie on their scales?* We draw each on its own ruler. First come a shape and words
# for each kind.

# %%
shapes = {"mean_score": "o", "percent_positive": "s", "single_rating": "D"}
words_for = {"mean_score": "a mean", "percent_positive": "a share of yes", "single_rating": "one person"}
alt = (
    "Six rulers of equal length with their own ends: Douban 2 to 10, IMDb and users 1 to 10, critics 0 to 100. "
    "IMDb's mark lies about three quarters along, the user wurideflame's at the upper end."
)

# %%
fig, ax = new_figure(7.5, 3.6)
ax.hlines(range(6), 0, 1, color=COLOURS["ash"], linewidth=1)
for y in range(6):
    kind = ratings["measure"][y]
    ax.scatter(ratings["position"][y], y, marker=shapes[kind], s=80, color=COLOURS["sky"], zorder=3)
    ax.text(ratings["position"][y], y - 0.22, ratings["score_as_printed"][y], ha="center")
    ax.text(-0.02, y, f"{ratings['scale_min'][y]:g}", ha="right", va="center", color=COLOURS["ash"])
    ax.text(1.06, y, f"{ratings['scale_max'][y]:g}   {words_for[kind]}", va="center", color=COLOURS["ash"])
ax.set(xlim=(-0.08, 1.44), xticks=[], ylim=(5.5, -0.7))
ax.set_yticks(range(6), ratings["rater"])
ax.tick_params(length=0)
ax.grid(False)
ax.spines[:].set_visible(False)
describe(fig, alt, "The rulers share their ends, not their meaning: compare only marks of one shape.")

# %% [markdown]
# And what does a share of yes hide? Two *constructed* films get 16 invented marks each; a mark from 6
# upwards counts as favourable. `polite >= 6` gives `True` or `False` for each mark, and their mean is the
# share of `True`.

# %%
polite = np.array([6] * 15 + [5])
glowing = np.array([10] * 15 + [5])
print("shares:", (polite >= 6).mean(), (glowing >= 6).mean())
print("means: ", polite.mean(), glowing.mean())

# %% [markdown]
# *What do IMDb's figures count?* Read what stands beside the 7.7.

# %%
print(reading("listing_page")["p2"])

# %% [markdown]
# Could “10 1577” and “1.6K” belong together? Round the first number's second part to hundreds. (`-2`
# means: two places left of the point.)

# %%
round(1577, -2)

# %% [markdown]
# The two figures agree, so both may count the same thing. *What* they count, votes or something else, no
# label says. The table therefore leaves `n` empty and keeps the print in `n_as_printed`. An inference
# stays an inference.

# %% [markdown]
# *Which pools give 15 of 16?* We draw from three pools, and count for each how many of 100 samples have
# 0, 1, … 16 favourable reviews.

# %%
pools = [0.72, 0.94, 0.99]
rng = np.random.default_rng(2022)
chances = []
for pool in pools:
    sample = rng.binomial(16, pool, size=10_000)
    chances.append([100 * (sample == count).mean() for count in range(17)])

# %% [markdown]
# `ncols=3` makes three fields side by side. `zip` goes through several lists together; `strict=True`
# makes sure that they are equally long.

# %%
fig, axes = new_figure(7.5, 3.2, ncols=3, sharey=True)
for ax, pool, share in zip(axes, pools, chances, strict=True):
    bars = ax.bar(range(17), share, color=COLOURS["ash"], alpha=0.6)
    bars[15].set(color=COLOURS["loess"], alpha=1)
    ax.text(5.4, 92, f"15 of 16: {share[15]:.0f} in 100", color=COLOURS["loess"])
    ax.set_title(f"pool: {100 * pool:.0f} % approve", fontsize=11, fontweight="normal")
    ax.set(xlim=(5, 17), ylim=(0, 100), xticks=[6, 9, 12, 15], xlabel="favourable of 16")
axes[0].set_ylabel("samples of 100")
describe(
    fig,
    "Three bar charts of simulated samples of 16. From a pool with 72 % approval 15 favourable reviews are rare; "
    "from one with 94 % they are as common as 16; from one with 99 % most samples have 16.",
    "Very different pools can all produce our 15 of 16 (orange bar), some easily and some seldom.",
)

# %% [markdown]
# The pool with 99 % gives 15 of 16 more often than the one with 72 %; yet the Wilson interval stops just
# short of 99 % and lets 72 % in. So an interval is no list of likely pools. It is what a formula gives,
# and there are others:

# %%
exact = binomtest(15, 16).proportion_ci(method="exact")
print(f"from {exact.low:.3f} to {exact.high:.3f}")

# %% [markdown]
# Both say: anything from some 70 to some 99 %. The ends depend on the formula, the width on the 16.

# %% [markdown]
# ### Words
#
# *What are the rules of coding?* Coder B wrote a manual, with cases that lie on a boundary; A coded without
# it. Which of its decisions would you take otherwise?

# %%
from IPython.display import Markdown

from return_to_dust.paths import bundled

Markdown((bundled("source_texts") / "CODING_MANUAL.md").read_text(encoding="utf-8"))

# %% [markdown]
# *Where do the coders part over attitudes?* `crosstab` counts how often two codes meet.

# %%
pd.crosstab(codings["attitude_a"], codings["attitude_b"])

# %% [markdown]
# On the diagonal both coders agree. Off it stand mostly judgement and appreciation: is “a dogged stoicism”
# [screen p11] the man's (A), or the actor's work (B)? Then feeling and thing: does the reviewer feel it (A),
# or is society “devastating” (B) [user_blue_grotto p6]? Over targets they part too: a “poetic tale”
# [screen p3] is the film to A, its story to B. In such places the two coders need one common rule.

# %% [markdown]
# *How sure is an alpha?* In a **bootstrap** (自助法) we draw as many expressions by lot as we have, putting
# each back, and compute alpha again, 500 times. The middle 95 per cent of the results are a range for it.
# (This takes some seconds.)

# %%
rng = np.random.default_rng(2022)
cases = {"attitude, ten expressions": (ten, "attitude"), "attitude, all 160": (codings, "attitude"),
         "polarity, all 160": (codings, "polarity"), "target, all 160": (codings, "target")}  # fmt: skip
ranges = {}
for name, (rows, code) in cases.items():
    again = [rows.sample(len(rows), replace=True, random_state=rng) for _ in range(500)]
    pairs_of_codes = [[list(drawn[code + "_a"]), list(drawn[code + "_b"])] for drawn in again]
    values = [krippendorff.alpha(pair, level_of_measurement="nominal") for pair in pairs_of_codes]
    ranges[name] = np.quantile(values, [0.025, 0.975])

# %%
alt = (
    "Four ranges of alpha: for ten expressions it goes from 0.2 to 1 and crosses both of Krippendorff's lines; for all "
    "160 the ranges for attitude, polarity and target are short and lie right of 0.8 or just cross it."
)
fig, ax = new_figure(7.5, 2.9)
for y, (low, high) in enumerate(ranges.values()):
    ax.hlines(y, low, high, color=COLOURS["sky"], linewidth=6)
    ax.text(1.02, y, f"{low:.2f} to {high:.2f}", va="center")
for level, side in [(0.667, "right"), (0.8, "left")]:
    ax.axvline(level, color=COLOURS["loess"], linestyle=":", zorder=0)
    ax.text(level, -0.85, f" {level:g} ", ha=side, va="center", color=COLOURS["loess"])
ax.set_yticks(range(4), list(ranges))
ax.set(xlim=(0, 1.2), ylim=(3.5, -1.2), xlabel="Krippendorff's alpha, middle 95 % of 500 bootstrap draws")
ax.grid(axis="y", visible=False)
describe(fig, alt, "With ten expressions nearly any verdict on the coders is open; with 160 it is not.")

# %% [markdown]
# As with 16 reviews: few cases, wide range. The bootstrap measures the play of chance in the choice of
# expressions. It does not know that both coders are of one team.

# %% [markdown]
# *Is he a peasant or a farmer?* Chinese 农民 *nóngmín* can be either (our gloss). We look for both words;
# `concat` puts two tables one below the other. `str.rfind` says where a mark last stands in a text, and
# -1 where it does not. So the second line keeps hits before which a quotation opens and does not close.

# %%
rural = pd.concat([keyword_in_context("peasant*"), keyword_in_context("farmer*")], ignore_index=True)
quoted = rural["left"].str.rfind("“") > rural["left"].str.rfind("”")
rural[quoted]

# %% [markdown]
# Before you unfold: what do the rows with "peasant" have in common that the rows with "farmer" do not?
#
# <details><summary>One explanation</summary>
#
# In the quoted words, "peasant" speaks of many or of a way of life: “peasant life” [screen p13], “new
# peasants” [newschina p38], “peasant farmers” [uk_review p3]. "A farmer", in the singular, is one man with
# a trade: the hero [user_liangzihan p11] [user_blue_grotto p2], or the lead actor
# [hollywood_reporter_repost p4]. "Farmer" frames a person, "peasant" a class. With so few hits this is
# something to look for in other reviews, not a law.
#
# </details>

# %% [markdown]
# ### Money
#
# *How do the ranges of rates lie?* We prepare labels, and draw. `itertuples` goes row by row.

# %%
labels = [f"{row.cny_as_printed} = {row.usd_as_printed}" for row in pairs.itertuples()]
colours = [COLOURS["sky"] if about == "film" else COLOURS["loess"] for about in pairs["about"]]
beside = {0: "bar: range, circle: quotient", 5: "villagers' year: outside the band", 6: "villagers' month: inside"}
alt = (
    "Seven ranges of exchange rates. A narrow band at 7.015 to 7.018 crosses the ranges of all five pairs about "
    "the film and that of the villagers' monthly income. The range of their yearly income, at 6.90, is very short "
    "and lies left of the band."
)

# %%
fig, ax = new_figure(7.5, 4.0)
ax.axvspan(common_low, common_high, color=COLOURS["wheat"])
ax.hlines(range(7), pairs["lowest"], pairs["highest"], color=colours, linewidth=5)
ax.scatter(pairs["rate"], range(7), color="white", edgecolor=colours, s=45, linewidth=1.5, zorder=3)
ax.text(common_high + 0.01, -0.8, f"{common_low:.3f} to {common_high:.3f}: fits all the film's pairs", va="center")
for y, words in beside.items():
    ax.text(7.03, y, words, color=colours[y], va="center")
ax.set_yticks(range(7), labels)
ax.set(xlim=(6.76, 7.4), ylim=(6.6, -1.2), xlabel="yuan for one dollar")
ax.grid(axis="y", visible=False)
describe(fig, alt, "The circles scatter, yet one narrow band crosses every range except the villagers' yearly income.")

# %% [markdown]
# *How much do the rate ranges prove?* Which sentence goes beyond what they show?
#
# - a: One rate is enough for the film's pairs.
# - b: The magazine used exactly 7.016.
# - c: The pair 17,970 and 2,604 cannot come from the rate of the film's pairs.
# - d: Rounded dollars are enough to scatter the plain quotients as much as this.

# %%
answer = "c"  # change it: a, b, c or d
self_check("2_reception/one_rate", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# The answer is b. The ranges show that one rate *can* explain the film's pairs, not that one rate did,
# and not which. (a), (c) and (d) follow from the ranges.
#
# </details>

# %% [markdown]
# *Can one rate bring back every print?* Convert each yuan sum with one rate, round to the step, and
# compare with the print. Then try 6.90: nothing else uses `trial_rate`.

# %%
trial_rate = 7.016
for row in pairs.itertuples():
    step = steps[row.usd_as_printed]
    dollars = step * round(row.amount_cny / trial_rate / step)
    print(f"{row.cny_as_printed:>18} {row.usd_as_printed:>12} {dollars:>12,.0f}", dollars == row.amount_usd)

# %% [markdown]
# *How much hangs on “US$2m”?* If those dollars were rounded to the whole million, and not to the tenth,
# the pair would forbid almost nothing. We leave it out.

# %%
others = film.drop("nc_single_day")
print(f"without US$2m: {others['lowest'].max():.3f} to {others['highest'].min():.3f}")

# %% [markdown]
# The band is wider, about 6.98 to 7.02, and it still leaves out the villagers' yearly income at 6.90.

# %% [markdown]
# *Tickets or yuan?* The reviewer liangzihan counts “more than 100 million tickets” [user_liangzihan p2].
# That would be **admissions** (观影人次). NewsChina has 100 million *yuan* [newschina p9].

# %%
tickets = money["amount_tickets"]["lz_tickets"]
answer = 100.0  # change it: if both figures were right, what would a ticket cost on average, in yuan?
self_check("2_reception/price", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# 1 yuan: `september / tickets`. It would be at most 1 yuan, since "more than" allows only more tickets.
#
# </details>

# %% [markdown]
# One yuan, in cinemas all over the country? No witness prints a ticket price, so we *construct* one to see
# the size of the conflict. Change it to any price that you find likely.

# %%
constructed_price_cny = 30
print("the tickets would bring", tickets * constructed_price_cny / 1_000_000, "million yuan")
print("the yuan would buy", round(september / constructed_price_cny / 1_000_000, 1), "million tickets")

# %% [markdown]
# Only at about 1 yuan can both sentences be true. A slip of the unit is more likely, and Chinese may
# explain it: 票房 *piàofáng*, box office, begins with 票, ticket. That is our guess about a witness. We do
# not correct the figure; we do not build on it either.

# %% [markdown]
# *Can a vague forecast be refuted?* Screen's reviewer had made forecasts too, from the festival in Berlin,
# before any release. (No date is printed; February 2022 is our inference.)

# %%
print(reading("screen")["p5"])

# %% [markdown]
# “Sadly unlikely” and “could be on the cards” are hedges: a **hedge** (模糊限制语) limits what a speaker
# vouches for [screen p5]. More than “fleeting art-house appreciation” at home is called unlikely, not
# excluded. What came was 100 million yuan [newschina p9] and a run extended from one month to three
# [newschina p33].

# %% [markdown]
# Abroad the reviewer thought of a “limited theatrical release” [screen p5]. The film did reach UK cinemas
# [uk_review p10]; for the US we have only an announcement [hollywood_reporter_repost p2]. “Certainly”
# says that the film would suit a streamer, not that one will buy it.

# %% [markdown]
# Was the success at home “fleeting”? On its end the witnesses differ: a run extended to September 30
# [newschina p33], a removal on September 26 [hollywood_reporter_repost p8], a film pulled “shortly after
# its release” [uk_review p3]. Unit 3 takes this up. So vague a forecast can hardly fail, and so it tells
# us little.

# %% [markdown]
# *Is there a second witness for the takings?* The Hollywood Reporter copy has approximately $14 million
# [hollywood_reporter_repost p7]. We convert it, and also half a million less and half a million more.

# %%
for usd in (13_500_000, 14_000_000, 14_500_000):
    print(usd, "dollars are", round(usd * 7.016 / 1_000_000, 1), "million yuan")

# %% [markdown]
# NewsChina's sum of September 7 lies in this range. Yet the copy says that sales were still going up on
# September 26 [hollywood_reporter_repost p8]. Either they hardly grew any more, or an older sum is told
# again, or another rate was used. Agreement is not yet confirmation.

# %% [markdown]
# ### Names
#
# *Is he really the fourth?* NewsChina does not use the name 老四, but tells of brothers: Ma is the youngest
# son, his two eldest brothers have died, and the third elder brother exploits him [newschina p15].

# %%
answer = 4.0  # change it: how many elder brothers does the magazine's family tree give him?
self_check("2_reception/brothers", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# Three: two dead ones, and the one who exploits him. That makes him number four, which is just what 老四
# says.
#
# </details>

# %% [markdown]
# Did one witness copy from the other? Both tell of a brother who profits from him [user_liangzihan p5]
# [newschina p15]. But the nickname stands only in the review, the order of the brothers only in the
# magazine, and they fit: each confirms the other. (Both rely on the film, and we assume that brothers are
# counted: no witness mentions sisters.)

# %% [markdown]
# *Which names stand in print?* A figure keeps the spellings apart: liangzihan alone has four.

# %%
sources = table("sources")
order = list(sources["source"])
spellings = ["Ma Youtie", "Ma", "Iron", "Lao Si", "LaoSi", "Laosi", "Lasosi"]
family = {"马有铁": "loess", "马": "loess", "铁": "field", "老四": "sky"}
alt = (
    "A grid of seven printed names and eight witnesses. The Hollywood Reporter copy and the listing page use Ma; "
    "Screen and NewsChina Ma Youtie and Ma; the UK review only Iron; liangzihan four spellings of Lao Si; "
    "two users give no name."
)

# %%
fig, ax = new_figure(7.5, 4.2)
for row in named.itertuples():
    place = order.index(row.source), spellings.index(row.as_printed)
    ax.scatter(*place, s=900, marker="s", color=COLOURS[family[row.chinese]])
    ax.text(*place, row.chinese, color="white", ha="center", va="center", fontsize=9.5)
for column in [order.index("user_wurideflame"), order.index("user_blue_grotto")]:
    ax.text(column, 3, "no name", rotation=90, ha="center", va="center", backgroundcolor="#FFFDF9")
ax.set_xticks(range(8), sources["short_name"], rotation=30, ha="right")
ax.set_yticks(range(7), spellings)
ax.set(xlim=(-0.6, 7.6), ylim=(6.6, -0.6), ylabel="name as printed")
describe(fig, alt, "One man by his family's name (马), by his name's meaning (铁), by his place among brothers (老四).")

# %% [markdown]
# *What is his wife called?* The UK review translates his name and leaves hers, Cao, as a sound [uk_review
# p4]. The Hollywood Reporter copy gives his surname and her given name [hollywood_reporter_repost p5].
# Nobody need have meant it; still, a surname keeps a distance that a given name does not.
