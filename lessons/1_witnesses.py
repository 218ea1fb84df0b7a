# ---
# jupyter:
#   return_to_dust:
#     unit: 1
#     title: Witnesses
#     minutes: 75
#     skills: pandas rows and groups, dates as intervals, symptoms in a text, shared phrases, provenance, unit checks
# ---

# %% [markdown]
# # 1 Witnesses
#
# Eight texts tell us about *Return to Dust*. Most of them do not say when they were written. One was
# altered, probably by a machine, one counts tickets that are probably money, one makes a field a thousand
# times too large. In this lesson we ask of each: who speaks, when, for whom, and how did the text reach us?

# %% [markdown]
# - Minutes: 75, or 45 and 30 with a break before "The altered copy". A last section, 15 minutes more, is
#   optional.
# - Needs: variables, lists and a `for` loop. No pandas: we begin with it here. [Start
#   here](0_start_here.ipynb) shows how a notebook works.
#
# ## Questions
#
# - Eight texts: how many witnesses are that?
# - How can an undated text be dated from what stands in it and around it?
# - What can still be used of a copy that was altered on its way?
# - When do two witnesses who agree count as two? When they differ, can both be right?

# %% [markdown]
# ## Objectives
#
# When you have worked through this lesson, you can
#
# 1. choose, group and count rows of a table, and say what a catalogue leaves out (apply);
# 2. date a text as an interval, and name what each end rests on (analyse);
# 3. tell what dates a page from what dates the text on it (analyse);
# 4. find symptoms of alteration and decide what is still usable (evaluate);
# 5. tell agreement from independence (evaluate);
# 6. judge reliability claim by claim, with a calculation where one is possible (evaluate);
# 7. sort contradictions by whether both sides can be true (analyse).

# %%
import re

import pandas as pd

from return_to_dust import describe, keyword_in_context, new_figure, reading, self_check, table, words
from return_to_dust.figures import COLOURS

pd.set_option("display.max_colwidth", None)  # show long texts in full

# %% [markdown] objectives="1"
# ## Eight texts are five documents
#
# A **witness** (证人) is a text that tells something about the film and whose speaker, time and interest we
# can ask for. `table` loads our catalogue of them. The inner brackets hold a list: the columns to show.

# %%
sources = table("sources")
sources[["short_name", "kind", "author_as_printed", "outlet"]]

# %% [markdown]
# Each row is one text, each column one thing known about it. `<NA>` means: not known. Only four texts
# print an author, and three of those names are user names.
#
# Predict: how many *documents* do the eight make? Texts that stand on one page count once. Look at
# `outlet`.

# %%
my_guess = None

# %%
documents = []
for source in sources["source"]:
    if source.startswith("user_"):  # the three user reviews stand on the listing page
        documents.append("listing_page")
    else:
        documents.append(source)
sources["document"] = documents
sources["document"].value_counts()

# %% [markdown]
# `value_counts` counts how often each value occurs. Four of the eight voices stand on one web page
# [listing_page p6]. What touches that page touches all four: its stamp, its copying, and its choice. The
# page offers “Read more IMDb reviews”; why it carries just these three it does not say.

# %% [markdown]
# For whom do they speak? This column is our reading of the texts, not theirs.

# %%
sources.set_index("short_name")[["country", "speaks_for"]]  # set_index: this column names the rows

# %% [markdown] objectives="1"
# ## Some voices are missing
#
# Witnesses also pass on what others say. In the table `claims` we have listed what the eight assert, one
# row for each claim; `attributed_to` holds its **attribution** (引述 *yǐnshù*): the person
# or group whose statement it is said to be.
#
# Predict: who will *not* be in the list, though the matter concerns them?

# %%
claims = table("claims")
claims["attributed_to"].value_counts()

# %% [markdown]
# Whose words are missing? Write down two groups, then unfold.
#
# <details><summary>Our list</summary>
#
# The authorities: two witnesses say that no official word came [hollywood_reporter_repost p8]
# [user_liangzihan p18]; the “official picture” is what some people call so, as a reviewer reports
# [user_liangzihan p3]. The cinemas. Those who attacked the film: groups without names
# [hollywood_reporter_repost p9] [newschina p35]. The people of the village: those in our list are figures of the
# story, who joke [user_liangzihan p13].
# Of the village only the director speaks, who was born there [newschina p12]. And everything reached
# us in English.
#
# </details>

# %% [markdown] objectives="1"
# ## Length is not weight
#
# NewsChina's article is the longest. Does it also give us most of the claims? We count the claims of each
# witness and set them beside the length of its text, both as per cent of the total. Predict NewsChina's
# share of the claims if its share of the words is 35 %.

# %%
my_guess = None

# %%
length = sources.set_index("source")["original_words"]
number = claims["source"].value_counts()
shares = pd.DataFrame({"words": 100 * length / length.sum(), "claims": 100 * number / number.sum()})
shares = shares.sort_values("words")
shares.astype(float).round(1)

# %% [markdown]
# `pd.DataFrame` puts columns together by their row names; `.iloc[7]` below is the eighth value, the last. Now we
# draw it. `new_figure` gives two things:
# the picture (`fig`) and the field in it that we draw on (`ax`).

# %%
label = sources.set_index("source")["short_name"]
alt = (
    "For each witness two marks, its share of all words and of all claims. NewsChina has 35 per cent of the words "
    "and 22 of the claims; the Hollywood Reporter copy 11 per cent of the words and 21 of the claims. "
    "The others lie close together."
)

# %%
fig, ax = new_figure(7.5, 3.8)
ax.hlines(range(8), shares["words"], shares["claims"], color=COLOURS["ash"], linewidth=2)
ax.scatter(shares["words"], range(8), color=COLOURS["sky"], marker="o", s=70, zorder=3)
ax.scatter(shares["claims"], range(8), color=COLOURS["loess"], marker="s", s=60, zorder=3)
ax.text(shares["words"].iloc[7], 7.35, "words", color=COLOURS["sky"], ha="center")
ax.text(shares["claims"].iloc[7], 7.35, "claims", color=COLOURS["loess"], ha="center")
ax.set_yticks(range(8), label[shares.index])
ax.set(xlim=(0, 40), ylim=(-0.6, 8), xlabel="per cent of all words, per cent of all claims")
describe(fig, alt, "Two marks far apart: a long article with few listed claims, a short story with many.")

# %% [markdown]
# Does the short news story weigh as much as the long feature? Ask first who made the table: we did. The
# rows show what *this course* is looking for. (`==` compares each row; the brackets keep those that fit.)

# %%
removal_claims = claims[claims["topic"] == "removal"]
removal_claims["source"].value_counts()

# %% [markdown]
# Six of our nine claims on the removal come from that one story. So a catalogue is evidence too: about the
# texts, and about those who made it.

# %% [markdown] objectives="2"
# ## A date is an interval
#
# The Hollywood Reporter copy prints July 8, July 21 and Sept. 26, but no year beside them. Still, it can
# be dated by **internal evidence** (内证), signs in the text itself:
#
# 1. The premiere was in Berlin in 2022 [hollywood_reporter_repost p2]; the removal fell in the “run-up” to
#    a congress of October 2022 [hollywood_reporter_repost p10]. The release on July 8 and the removal on
#    Sept. 26 lie between: in 2022.
# 2. July 8 was “last year” [hollywood_reporter_repost p7]. So the story is of 2023.
# 3. July 21 is still to come [hollywood_reporter_repost p2].

# %% [markdown]
# Each step is an **inference** (推断), as good as what it rests on. Together they give two kinds of limit. A
# **terminus post quem** (年代上限) is a day before which the text cannot have been written; a
# **terminus ante quem** (年代下限) one after which it cannot. A `Timestamp` is a day that pandas can calculate with.

# %%
release = pd.Timestamp("2022-07-08")
removal = pd.Timestamp("2022-09-26")
new_year = pd.Timestamp("2023-01-01")
us_opening = pd.Timestamp("2023-07-21")
print("days from the release to the removal:", (removal - release).days)

# %% [markdown]
# The story tells of the removal, so it is not older than that. And it is of 2023, so it is not older than
# January 1. Predict: which of the two "not before" days counts, the earlier or the later?

# %%
my_guess = None

# %%
day = pd.Timedelta(days=1)
print("not before", max(removal, new_year).date(), "- not after", (us_opening - day).date())

# %% [markdown]
# The later one: the text must satisfy *all* limits, so the latest "not before" and the earliest "not
# after" win. We do not learn a day. We learn an interval of some 200 days, and that is a complete answer.

# %% [markdown] objectives="2"
# ## An age leaves two years
#
# NewsChina prints “Updated Nov.1” [newschina p2], without a year. But Li Ruijun is 39 [newschina p5] and was
# born in 1983 [newschina p12]; his birthday is not told. How old is he on a November 1?

# %%
for year in range(2020, 2025):
    print(year, "before his birthday:", year - 1983 - 1, "- after it:", year - 1983)

# %%
answer = [2022]  # change it: in which years can he be 39 on November 1? A list, the earliest first: [2020, 2021]
self_check("1_witnesses/age", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# `[2022, 2023]`. If his birthday comes after November 1, he turns 39 only at the end of 2022, and on
# November 1, 2023 he is still 39. So the age alone does not give the year.
#
# </details>

# %% [markdown]
# We need a second limit. The magazine says that the film's score on Douban is the highest of “this year”
# among domestic films [newschina p8]; and it premiered in China on July 8 [newschina p7]. We take it that
# "this year" is the year of that premiere: 2022. We have just found it from the Hollywood Reporter copy, and
# liangzihan says that the film came out in that year [user_liangzihan p2]. A set, in `{ }`, holds each thing
# once; `&` keeps what two sets share.

# %%
by_age = {2022, 2023}
by_this_year = {2022}
by_age & by_this_year

# %% [markdown]
# Strictly, this dates the *text*. That the page was updated in the same year is one more step, and we mark
# it as assumed. Not before which day? The text knows the takings of September 7 [newschina p9]. So we have
# an interval: September 7 to November 1.

# %% [markdown]
# NewsChina never mentions the removal. A **silence** (沉默) is what a witness does not tell though it would
# belong to the matter. Is this one?

# %%
known_from, updated = pd.Timestamp("2022-09-07"), pd.Timestamp("2022-11-01")
print(known_from <= removal <= updated)

# %% [markdown]
# `True`: the removal lies *inside* the interval. If the text was written before September 26, it could not
# mention it; if after, it could. The page was still touched on November 1, but what was changed is not
# told. A silence needs a date before it can speak. Unit 3 takes this up.

# %% [markdown] objectives="3"
# ## What stands around a text dates the page
#
# The UK review has no date at all. But the copy holds more than the review. We count words by paragraph;
# the brackets make a list, one number for each paragraph. `split` cuts a text into words; `words_in[9:]` is the
# list from its tenth number on. An `f` before a text puts in what stands in `{ }`; `:.0%` writes it as per cent.

# %%
uk = reading("uk_review")
words_in = [len(paragraph.text.split()) for paragraph in uk]
print(words_in)
print(f"p10 to p13: {sum(words_in[9:]) / sum(words_in):.0%} of the words")

# %% [markdown]
# Almost a third (of our retelling) is **page furniture** (页面附属信息): what a page prints around a text.
# Read the last paragraph.

# %%
print(uk["p13"])

# %% [markdown]
# The list names films of the half-year. What does it help us to date?
#
# - a: when the review was written
# - b: when the page was saved as we have it
# - c: when the film opened in the UK

# %%
answer = "a"  # change it: a, b or c
self_check("1_witnesses/furniture", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# b. Such lists change while the text stays (our knowledge of such sites); an old review can stand beside a new
# list. It gives a *terminus post quem* for the saved page. The review is older than that page: by a day or by
# a year, the list does not say.
#
# </details>

# %% [markdown]
# Could the page have been saved years later? The list stands third [uk_review p13]. Above it are two, below
# it one of a column about the current week. If the newest stands first, and one comes each week, two weekly
# columns are newer than the list: the page was saved a few weeks after the middle of 2023. Two "ifs"; we
# put the end of July and mark it as assumed.

# %% [markdown]
# Furniture is evidence of its own kind:
#
# | what stands there | where | what it can tell |
# |---|---|---|
# | “Updated Nov.1” | [newschina p2] | the day of a change, not of the writing |
# | stamp of July 3, 2023 | [listing_page p4] | a day; *what* it dates is not said |
# | “10 1577” and “1.6K” | [listing_page p2] | figures without a label: no use until one is found |
# | “No comments yet” | [listing_page p6] | nobody had answered on this page |
# | “Where to watch”, then nothing | [uk_review p10] | perhaps something was lost on the way |

# %% [markdown] objectives="2"
# ## Eight intervals, and what they rest on
#
# Now all limits together. The film was first shown on February 13 [newschina p7] of 2022
# [hollywood_reporter_repost p2], and we take it that nobody reviews it before. A limit rests on the text's
# *own* words, is *borrowed* from another witness, or is *assumed* by us.

# %%
first_showing, stamp = pd.Timestamp("2022-02-13"), pd.Timestamp("2023-07-03")
not_before = [
    ("screen", first_showing, "knows the premiere", "borrowed"),
    ("user_wurideflame", first_showing, "first showing", "borrowed"),
    ("user_blue_grotto", pd.Timestamp("2018-01-01"), "visit to China", "own"),
    ("user_blue_grotto", first_showing, "first showing", "borrowed"),
    ("user_liangzihan", release, "tells the release", "borrowed"),
    ("user_liangzihan", removal, "tells the removal", "borrowed"),
    ("uk_review", release, "tells the release", "borrowed"),
    ("uk_review", removal, "tells the removal", "borrowed"),
    ("newschina", known_from, "sum of Sept 7", "borrowed"),
    ("hollywood_reporter_repost", removal, "tells the removal", "own"),
    ("hollywood_reporter_repost", new_year, "“last year”", "own"),
    ("listing_page", stamp, "shows its stamp", "own"),
]

# %% [markdown]
# liangzihan [user_liangzihan p18] and the UK review [uk_review p3] tell of the removal without a day; the day
# is borrowed from [hollywood_reporter_repost p8]. Screen knows the showing in Berlin [screen p4] and still looks
# ahead to the film's life at home [screen p5]. Blue-Grotto's screening in Toronto [user_blue_grotto p7] has
# no year; a picture label with "TIFF" and 2022 [hollywood_reporter_repost p15] makes that year likely, but
# gives no day.

# %%
not_after = [
    ("screen", release - day, "release still ahead", "borrowed"),
    ("newschina", updated, "update; year assumed", "assumed"),
    ("hollywood_reporter_repost", us_opening - day, "US opening ahead", "own"),
    ("uk_review", pd.Timestamp("2023-07-31"), "half-year list", "assumed"),
]
for source in ["listing_page", "user_wurideflame", "user_liangzihan", "user_blue_grotto"]:
    not_after.append((source, stamp, "stamp dates the page", "assumed"))

# %% [markdown]
# As above, the latest "not before" wins. So we sort by day and take the `last` row of each witness; for
# "not after" the `first`. `groupby` makes one group for each value of a column.

# %%
columns = ["source", "day", "because", "rests"]
not_before = pd.DataFrame(not_before, columns=columns).sort_values("day")
not_after = pd.DataFrame(not_after, columns=columns).sort_values("day")
earliest = not_before.groupby("source").last()
latest = not_after.groupby("source").first()
earliest

# %% [markdown]
# Predict: whose interval is the widest? (`.dt.days` turns each difference into a number of days.)

# %%
my_guess = None

# %%
(latest["day"] - earliest["day"]).dt.days.sort_values()

# %% [markdown]
# Now the figure. `.loc[name]` is the row of that name, and `enumerate` counts along a list: 0, 1, 2 and so on.

# %%
order = earliest.sort_values("day").index
looks = {"own": ("o", "black", 40), "borrowed": ("o", "white", 40), "assumed": ("s", "white", 65)}
ticks = pd.date_range("2022-01-01", "2023-07-01", freq="QS")  # the first day of each quarter
frame = pd.to_datetime(["2021-07-20", "2024-02-20"])  # room for words on both sides
paper = {"facecolor": "#FFFDF9", "edgecolor": "none", "pad": 0}  # behind the words, so that no line crosses them
key = "● own words      ○ borrowed from another witness      □ our assumption"
alt = (
    "Eight horizontal bars on an axis from 2022 to 2023, one for each witness. Screen's ends before July 8, 2022. "
    "NewsChina's runs from September to November 2022 across the removal. Two user reviews begin in February 2022, "
    "the third and the UK review at the removal; all four end in July 2023. The Hollywood Reporter copy's runs "
    "from January to July 20, 2023, the listing page's is one day. Most ends are borrowed or assumed."
)

# %%
fig, ax = new_figure(7.5, 5.2)
ax.vlines([release, removal], -1.3, 7.6, color=COLOURS["loess"], linewidth=1, zorder=0)
ax.text(release, -0.75, "release ", color=COLOURS["loess"], ha="right")
ax.text(removal, -0.75, " removal", color=COLOURS["loess"])
ax.hlines(range(8), earliest["day"][order], latest["day"][order], color=COLOURS["sky"], linewidth=7, alpha=0.45)
for y, source in enumerate(order):
    for row, side in [(latest.loc[source], "left"), (earliest.loc[source], "right")]:
        shape, colour, size = looks[row["rests"]]
        ax.scatter(row["day"], y, marker=shape, color=colour, edgecolor="black", s=size, zorder=3)
        ax.text(row["day"], y, f"   {row['because']}   ", ha=side, va="center", fontsize=8.5, bbox=paper, zorder=1)
ax.grid(visible=False)
ax.set_yticks(range(8), label[order])
ax.set_xticks(ticks, ticks.strftime("%b\n%Y"))
ax.set(xlim=frame, ylim=(7.6, -1.3), xlabel=key)
describe(fig, alt, "When each text can have been written. Look at the marks: how many ends are black?")

# %%
pd.concat([earliest["rests"], latest["rests"]]).value_counts()

# %% [markdown]
# `concat` puts one column below the other: three ends of sixteen are black. (September 7 is NewsChina's own
# day, but its year is borrowed.) And Screen? Our catalogue says February 2022, "written at the Berlin
# festival"; the evidence allows any day up to July 7. The catalogue is more precise than its grounds. Trust
# the bar.

# %% [markdown]
# Now take one witness away. Suppose that the Hollywood Reporter copy had never reached us: nobody else
# prints the day of the removal. The limits of liangzihan and the UK review then fall back to the release.

# %%
answer = 0  # change it: by how many days do these two limits move?
self_check("1_witnesses/moved", answer)

# %%
kept = not_before[not_before["because"] != "tells the removal"]
fallback = kept.groupby("source").last()
(earliest["day"] - fallback["day"]).dt.days

# %% [markdown]
# <details><summary>Answer</summary>
#
# 80 days, the time from the release to the removal: `(removal - release).days`. A borrowed date is as good
# as its lender, and this lender is the altered copy.
#
# </details>

# %% [markdown] objectives="4"
# *Here is a good place for a break.*
#
# ## The altered copy shows its symptoms
#
# An **altered copy** (改动本) is one whose wording was changed on its way. We read two paragraphs; look for
# words that cannot have been written so.

# %%
thr = reading("hollywood_reporter_repost")
print(thr["p13"], thr["p14"], sep="\n\n")

# %% [markdown]
# One symptom a program could find: quotation marks without a partner. `count` counts them in each reading.
# Predict: in which reading do the two numbers differ?

# %%
for source in sources["source"]:
    text = reading(source).text
    print(source, text.count("“"), text.count("”"))

# %% [markdown]
# In none, although [hollywood_reporter_repost p14] tells of a mark that nothing opens. Our readings close all
# marks: the retelling has mended this symptom, and can only tell of it. So we, too, are hands through which
# the text passed. Where a text comes from and through whose hands is its **provenance** (来源).

# %% [markdown]
# So we rebuild the order of marks, as p13 and p14 describe it, in a *constructed* line.

# %%
rebuilt = "“… the Day lays” … held back”"
rebuilt.count("“"), rebuilt.count("”")

# %% [markdown] objectives="4"
# ## Dates survive where wording does not
#
# Not every symptom does the same harm:
#
# | symptom | example | what it spoils |
# |---|---|---|
# | a space is lost | “Dustwhich” [hollywood_reporter_repost p2] | nothing: the words are there |
# | a name misspelt | “Hollywood Reportr’s” [hollywood_reporter_repost p12] | little: we know whom it means |
# | a clause broken | “whose ticket sales were still” [hollywood_reporter_repost p8] | some: the sense can be guessed |
# | a word exchanged | “arranged marriage to destroy them” [hollywood_reporter_repost p5] | much: the sense is gone |
# | a word exchanged unseen | perhaps “out of sympathy” [hollywood_reporter_repost p9] | most: nobody can tell |
#
# The last row is the dangerous one. A changed word that makes sense leaves no symptom.

# %% [markdown]
# So where others tell the same, we compare. July 8 stands in [newschina p7], the year 2022 in [screen p1],
# the uncle in [newschina p14], US$14.3m beside approximately $14 million in [newschina p9], the lack of an
# official word in [user_liangzihan p18]. In these points another
# witness supports the copy. For September 26 and $275,000 there is no check.

# %% [markdown]
# Which use of the copy is the safest?
#
# - a: count its evaluative words, to see how a trade paper praises
# - b: discuss whether censors felt “sympathy” with the film's attackers
# - c: use July 8 as the day of the release
# - d: use September 26 as the day of the removal

# %%
answer = "b"  # change it: a, b, c or d
self_check("1_witnesses/use", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# c. A second witness prints it. (d) can be used with its address and the words "only this copy has it".
# (a) and (b) rest on single words, the very thing that was altered.
#
# </details>

# %% [markdown] objectives="5"
# ## Agreement is not independence
#
# Two witnesses who agree strengthen each other only if neither draws on the other, nor both on a third:
# that is **corroboration** (互证). A phrase in common can point to a common source. We collect what a witness
# says between “ and ”. `def` names a step that we need again; the pattern in `findall` says: an opening
# mark, anything but a closing mark, a closing mark.

# %%
def quoted(source):
    return set(re.findall("“([^”]*)”", reading(source).text.lower()))


print(sorted(quoted("listing_page")))

# %% [markdown]
# `quoted` gives sets, so `&` finds what two witnesses both say. Predict: with whom does the listing page
# share a phrase?

# %%
my_guess = None

# %%
for source in sources["source"]:
    if source != "listing_page":
        print(source, sorted(quoted("listing_page") & quoted(source)))

# %%
keyword_in_context("unexpected bond", window=9)  # keyword in context: the places, with the words around

# %% [markdown]
# “Unexpected bond”: in a page that lists files and in a trade story, both times where the plot is told.
# Chance is possible. So is one text behind both, such as a distributor's summary; no witness names one. We
# note a suspicion, not a fact.

# %% [markdown]
# Now we draw who points to whom. First what the texts say: the persons, groups, papers and sites from which
# they have words and figures about the film and its village, with or without a name. (Song Fangjin and Mao
# Jian speak of other works [newschina p41, p42].) Then what only we suspect. `{name: list}` holds a list for
# each name.

# %%
says = {
    "newschina": ["Ge Ou p37", "Zhengguan News p44", "Qianjiang Evening News p13, p28", "Douban p8, p22",
                  "county statistics p11", "industry insiders p9", "netizens p35, p40"],
    "user_liangzihan": ["some people, others p3"],
    "hollywood_reporter_repost": ["The Hollywood Reporter p1", "its Berlin critic p12", "most observers p9",
                                  "nationalist media, trolls p9"],
    "listing_page": ["Rotten Tomatoes p2", "IMDb p2"],
}  # fmt: skip
suspected = {
    "a count of takings?": ["newschina", "user_liangzihan", "hollywood_reporter_repost"],
    "a plot summary?": ["hollywood_reporter_repost", "listing_page"],
}

# %%
left = says["newschina"] + says["user_liangzihan"] + ["a count of takings?"]
left = left + says["hollywood_reporter_repost"] + ["a plot summary?"] + says["listing_page"]
right = list(says) + ["user_wurideflame", "user_blue_grotto", "screen", "uk_review"]
lines = []
for source in says:
    for origin in says[source]:
        lines.append((origin, source, "-"))
for origin in suspected:
    for source in suspected[origin]:
        lines.append((origin, source, "--"))

# %%
alt = (
    "On the left sixteen origins, on the right eight witnesses. NewsChina points to seven, the Hollywood Reporter "
    "copy to four, the listing page to two, liangzihan to unnamed people, the other four to nobody. Dashed lines "
    "lead from a supposed count of takings to three witnesses and from a supposed plot summary to two."
)

# %%
fig, ax = new_figure(7.5, 5.6)
for origin, source, style in lines:
    colour = COLOURS["sky"] if style == "-" else COLOURS["loess"]
    ax.plot([0, 1], [left.index(origin), 2 * right.index(source)], style, color=colour, linewidth=1.5)
for y, origin in enumerate(left):
    colour = COLOURS["loess"] if "?" in origin else "black"
    ax.text(-0.03, y, origin, ha="right", va="center", color=colour)
for source in right:
    note = "" if source in says else "  (points to nobody)"
    ax.text(1.03, 2 * right.index(source), label[source] + note, va="center")
ax.set(xlim=(-0.9, 1.75), ylim=(16, -1))
ax.axis("off")
describe(fig, alt, "Left: where words and figures come from. Solid: the text says so. Dashed: our suspicion.")

# %% [markdown]
# Five origins are groups without names: whom could we ask? Li speaks in NewsChina through two newspapers, one of them spelt in two ways [newschina p13, p28, p44]:
# several channels, one speaker. The Hollywood Reporter copy quotes the publisher's own critic
# [hollywood_reporter_repost p12]: this is no second opinion from outside.

# %% [markdown]
# And three witnesses have the same takings: 100 million yuan or US$14.3m [newschina p9], about $14 million
# [hollywood_reporter_repost p7], 100 million of something [user_liangzihan p2]. None says who counted. One
# published count can stand behind all three; so it is *one* until shown to be more.

# %% [markdown]
# Three witnesses say that the film left the cinemas [hollywood_reporter_repost p8] [user_liangzihan p18]
# [uk_review p3].

# %%
answer = 3  # change it: on how many witnesses does the *day*, September 26, rest?
self_check("1_witnesses/day", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# On one, the altered copy. That there was a removal is told three times, and whether the three depend on
# each other we cannot see; the day is told once.
#
# </details>

# %% [markdown] objectives="6"
# ## A witness rich in figures is wrong by a thousand
#
# NewsChina is full of figures, and most of them cannot be checked here. This one can. Li rented five mu of land,
# it says, and explains: “approximately 3.3 square kilometers” [newschina p30]. A mu (亩) is a fifteenth of a
# hectare, and a hectare is 10,000 square metres (our knowledge).

# %%
square_metres = 5 * 10_000 / 15
square_kilometres = square_metres / 1_000_000
print(round(square_metres), "square metres are", round(square_kilometres, 5), "square kilometres")

# %%
answer = 15  # change it: how many times too large are 3.3 square kilometres?
self_check("1_witnesses/mu", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# 990 times, `3.3 / square_kilometres`: about a thousand. The digits are right (3,333 square metres), the
# unit is not.
#
# </details>

# %% [markdown]
# Does this slip make the takings wrong that the same magazine prints? Not by itself: they are another claim,
# to be checked for itself. Reliability belongs to a claim, not to a source.

# %% [markdown] objectives="6"
# ## Certainty is a tone, not a proof
#
# Our table notes *how* each claim is presented: with a document, as a fact, as somebody's statement, as the
# witness's conclusion, as a forecast or belief. `crosstab` counts each meeting of two values. Predict: who
# will have most claims of the kind *documented*?

# %%
my_guess = None

# %%
tones = ["documented", "reported", "attributed", "inferred", "speculated"]
grid = pd.crosstab(claims["source"], claims["certainty"])[tones].loc[right]
grid

# %%
alt = (
    "A grid of eight witnesses and five ways to present a claim, with circles for the counts. The listing page has "
    "only documented claims, four; the Hollywood Reporter copy and NewsChina mostly reported ones, 17 and 16; "
    "liangzihan 12 inferred; Screen four speculated."
)

# %%
fig, ax = new_figure(7.5, 4.4)
for y, source in enumerate(right):
    for x, tone in enumerate(tones):
        count = grid.loc[source, tone]
        if count > 0:
            ax.scatter(x, y, s=55 * count + 70, color=COLOURS["sky"], alpha=0.35)
            ax.text(x, y, count, ha="center", va="center")
ax.set_xticks(range(5), tones)
ax.set_yticks(range(8), label[right])
ax.set(xlim=(-0.6, 4.6), ylim=(7.7, -0.7))
ax.xaxis.tick_top()
describe(fig, alt, "How witnesses speak: read a row as a profile. It does not say how often they are right.")

# %% [markdown]
# The listing page is all documents, and yet “10 1577” documents nothing [listing_page p2]. Screen forecasts;
# liangzihan interprets. Now look at four claims in one tone
# (`loc` chooses rows by their names, then columns):

# %%
claims.set_index("claim").loc[["nc_c17", "lz_c01", "hr_c14", "lz_c08"], ["source", "certainty", "statement"]]

# %% [markdown]
# All four are *reported*, in one tone. The first is impossible. The second, beside NewsChina's 100 million
# yuan [newschina p9], makes a ticket cost about one yuan. The third may be right, and nobody else has its day.
# The fourth comes from the reviewer of the second, the only one who describes shot after shot. So we ask of
# each claim: can it be calculated? Who else tells it? Was the witness close to *this* matter?

# %% [markdown] objectives="6"
# ## The usual explanation of a gap need not fit
#
# Three running times are printed: 131 minutes [screen p1], 2 hours 8 minutes at 25 frames a second
# [listing_page p5], “130-minute or so” [uk_review p6]. The usual explanation: a film made for 24 frames a
# second runs faster at 25 (our knowledge). Count the frames, then play them at 24.

# %%
frames_in_file = 128 * 60 * 25
frames_in_file

# %%
answer = 131.0  # change it: how many minutes do these frames last at 24 frames a second?
self_check("1_witnesses/runtime", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# 133.3 minutes: `frames_in_file / 24 / 60`, the same as 128 × 25/24.
#
# </details>

# %%
slowed = frames_in_file / 24 / 60
print("gap before:", 131 - 128, "minutes too short - after:", round(slowed - 131, 1), "minutes too long")

# %% [markdown]
# Three minutes too short become more than two minutes too long: the speed-up explains less than it seems to.
# Rounding to whole minutes moves each figure by half a minute at most. Perhaps the versions differ; the texts
# do not say. And “or so” cannot be tested: it covers 131 and 128 alike.

# %% [markdown] objectives="7"
# ## Can both be true?
#
# Witnesses who differ do not always contradict each other. We sort by what would make both true.
#
# 1. *Ma Youtie* [screen p6] and *Iron* [uk_review p4].
# 2. A run extended to September 30 [newschina p33]; a removal on September 26 [hollywood_reporter_repost p8].
# 3. Pulled “shortly after its release” [uk_review p3]; 80 days between the two days of the copy
#    [hollywood_reporter_repost p7, p8].
# 4. The director keeps “politics on the periphery” [screen p8]; the film “trains its sights” on the Chinese
#    state [uk_review p3].
# 5. Five mu; 3.3 square kilometres [newschina p30].

# %% [markdown]
# Give each pair one of these words. *name*: two names of one person. *plan*: what was announced, and what
# happened. *vague*: a word without a measure, and a number. *judgement*: two readings of a film, which no
# fact decides. *impossible*: not both true.

# %%
answer = ["name", "impossible", "impossible", "impossible", "impossible"]  # change it
self_check("1_witnesses/pairs", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# `["name", "plan", "vague", "judgement", "impossible"]`. Pair 2 is compatible if the magazine tells what was
# announced; it does not say so. For pair 3, 80 of the 84 days to September 30 is hardly "shortly", but no
# number is wrong. Only the fifth, a witness against itself, cannot be saved.
#
# </details>

# %% [markdown]
# Two differences are harder. Ma gives blood, but to whom? To a businessman [screen p7], to Zhang Yongfu
# [newschina p20], to the father of a rich man [user_liangzihan p12]. Predict: can the three be one person?
# Read the paragraphs, decide pair by pair, then unfold.
#
# <details><summary>One explanation</summary>
#
# A businessman who “props up” the farming economy and a land contractor who is “the wealthiest man” can be
# one man without any effort. The father of a rich man fits Zhang only if Zhang, himself rich, has a rich
# son. Neither text says so: we would add it. So this pair can be true *with an assumption*, and that is
# worth less. Two against one decides nothing: it is not a vote.
#
# </details>

# %% [markdown]
# And how does the film begin? Read both, and mark what the two have in common.

# %%
print(reading("user_liangzihan")["p6"], reading("newschina")["p3"], sep="\n\n")

# %% [markdown]
# <details><summary>One explanation</summary>
#
# In common: a donkey, a man at work near it, a woman's voice that calls. (That the one who shovels is the
# man, we assume.) Apart: a wall with a square hole; a hut in the snow, where he feeds. One speaks of a
# “first shot”, the other of how the film opens [newschina p5]: a shot can be part of a scene, so both can
# be true. Which image stands first, only the film can tell, and no one here has it.
#
# </details>

# %% [markdown]
# ## How far this goes
#
# - We worked on retellings. What was lost in them (marks, rhythm, layout) we can only report.
# - The claims were chosen, and their tone coded, by one person, with this course in mind.
# - The intervals assume that nobody reviewed the film before February 13, that the stamp dates the page, and
#   that the half-year list was new. Change a limit, and run the section again.
# - A shared phrase is weak evidence, and the absence of one proves nothing.
# - We used only what stands in the texts. When the other films of the UK page opened could be looked up.

# %% [markdown]
# ## Key points
#
# 1. `value_counts` and `groupby` count a catalogue. It shows its makers too.
# 2. A date is an interval: the latest "not before", the earliest "not after". Each end rests on something.
# 3. Page furniture dates the page, and the text only from one side.
# 4. An altered copy: use what can be checked, not the diction. A change that makes sense leaves no symptom.
# 5. Witnesses who agree count as two only if neither depends on the other, nor both on a third.
# 6. Reliability belongs to a claim: one witness is rich in figures and wrong by a thousand.
# 7. Ask of every contradiction what would make both sides true, and what that costs.

# %% [markdown]
# ## Going further (15 minutes, optional)
#
# Four short studies, in any order. They use what the cells above have made.
#
# *Is NewsChina careless with figures?* Two more of its claims can be calculated. A yearly income of 17,970 yuan
# is “less than” 2,000 a month [newschina p11]. And the run that began on July 8 became three months long, with
# September 30 as its end [newschina p33].

# %%
print("a month:", 17_970 / 12, "yuan")
print("days from July 8 to September 30:", (pd.Timestamp("2022-09-30") - release).days)

# %% [markdown]
# The first holds. Three full months would end on October 8, eight days later, which may pass. One slip of a
# unit is not a habit.

# %% [markdown]
# *How much is a factor of a thousand?* In print it is easy to overlook. We draw both areas as squares (`** 0.5`
# is the square root).

# %%
small, large = square_metres**0.5, 3_300_000**0.5
alt = (
    f"Two squares on one scale: the printed area has sides of {large:,.0f} metres and fills the figure; "
    f"five mu have sides of {small:.0f} metres and are a small dot in its corner."
)

# %%
fig, ax = new_figure(5.2, 4.8)
ax.fill_between([0, large], 0, large, color=COLOURS["wheat"], alpha=0.35)
ax.fill_between([0, small], 0, small, color=COLOURS["loess"])
ax.text(large / 2, large / 2, f"3.3 square kilometres\n(sides of {large:,.0f} m)", ha="center")
arrow = {"arrowstyle": "->", "color": "black"}
ax.annotate(f"five mu (sides of {small:.0f} m)", (small, small), (250, 250), arrowprops=arrow)
ax.set(xlabel="metres", ylabel="metres", aspect="equal")
describe(fig, alt, "One field twice: small as five mu make it, large as the bracket makes it.")

# %% [markdown]
# *Do other witnesses share phrases?* `combinations` goes through all pairs.

# %%
from itertools import combinations

for one, other in combinations(sources["source"], 2):
    if quoted(one) & quoted(other):
        print(one, other, sorted(quoted(one) & quoted(other)))

# %% [markdown]
# Few, and most are everyday words. “A poor farmer” stands in two user reviews [user_liangzihan p11]
# [user_blue_grotto p2]: would you call that a sign of dependence? Compare how rare the words are, and
# whether they do the same job.

# %% [markdown]
# *Can a program find words that have run together, as in “Dustwhich” [hollywood_reporter_repost p2]?* We cut
# every quoted word of the copy in two, at each place in turn, and keep it if both parts are words that the
# eight readings use. `words` makes a list of words from a text.

# %%
known = set()
for source in sources["source"]:
    known.update(words(reading(source).text))

# %%
for word in words(" ".join(sorted(quoted("hollywood_reporter_repost")))):
    for i in range(3, len(word) - 2):
        if word[:i] in known and word[i:] in known:
            print(word[:i], "+", word[i:])

# %% [markdown]
# Five candidates, one symptom; and “Dustis” [hollywood_reporter_repost p3] is missed, since its second part is
# too short for our rule. A program proposes; you read and decide.

# %% [markdown]
# Nor is such a word a proof. In “very few middleaged people” [newschina p13], “highpitched” [newschina p3]
# and “39-yearold” [newschina p5] hyphens are lost, and nothing else there makes us think of a machine. In the
# Hollywood Reporter copy several kinds of symptom come together.
