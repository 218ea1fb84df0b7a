# ---
# jupyter:
#   return_to_dust:
#     unit: 3
#     title: Censorship context
#     minutes: 75
#     skills: precision of dates, counting days, matrix of witnesses and topics, silences, ladder of certainty, competing hypotheses
# ---

# %% [markdown]
# # 3 Censorship context
#
# A film runs for weeks longer than its first term, says a magazine. It was taken out of the cinemas, say three other
# witnesses. One of these has a day, and a reason that others believed. None names who did it. In this lesson we
# work out what is known of this, by whom, and how. The course gives no verdict of its own.

# %% [markdown]
# - Minutes: 75, or 40 and 35 with a break before "What is reported". A last section, 15 minutes more, is
#   optional.
# - Needs: Unit 1 or Unit 2 (choosing rows and columns of a table, `value_counts`, `keyword_in_context`,
#   `new_figure`). What only one of them has is introduced again. [Start here](0_start_here.ipynb) shows how
#   a notebook works.
#
# ## Questions
#
# - How exact is a date, and what does it rest on?
# - If the removal came near the announced end of the run, what did it remove?
# - When does a silence tell something?
# - Which sentences about the removal do the sources carry, and which not?

# %% [markdown]
# ## Objectives
#
# When you have worked through this lesson, you can
#
# 1. draw dates as precisely as they are known, and say what each year rests on (apply);
# 2. count days with a stated convention, and say what a number of days can show (analyse);
# 3. build a matrix of witnesses and topics by keyword, and correct it by reading (analyse);
# 4. test a silence: could the witness know, would it tell, was it free to (evaluate);
# 5. place claims on the ladder of certainty, and see rungs change in retelling (analyse);
# 6. use checkable figures as a measure of care, claim by claim (evaluate);
# 7. set competing explanations side by side, and write only what the sources carry (evaluate).

# %%
import pandas as pd

from return_to_dust import describe, keyword_in_context, new_figure, reading, self_check, table
from return_to_dust.figures import COLOURS

pd.set_option("display.max_colwidth", None)  # show long texts in full
sources = table("sources")
label = sources.set_index("source")["short_name"]  # the names of the witnesses, for figures

# %% [markdown] objectives="1"
# ## The finer the date, the less of it is printed
#
# The table `events` has one row for each date that a witness gives. Each has a **date precision**
# (日期精度), the finest step that is known, and a `basis`: *stated* if all of it is printed, *inferred* if we
# had to conclude some of it.

# %%
events = table("events")
events["precision"].value_counts()

# %% [markdown]
# Fifteen rows have the precision *day*. Predict: beside how many of the fifteen is the year printed?

# %%
my_guess = None

# %%
pd.crosstab(events["precision"], events["basis"])  # counts how often two values meet

# %% [markdown]
# One, and it is the stamp of the listing page [listing_page p4]. Nearly all bare years are stated, nearly
# all days inferred: *July 8* [newschina p7] and *Sept. 26* [hollywood_reporter_repost p8] look exact, and
# their year is ours. Fine and firm are two things. See one event, told three times:

# %%
berlin = events[events["event"] == "berlin_premiere"]
berlin[["source", "date", "date_end", "precision", "date_as_printed", "basis"]]

# %% [markdown]
# The widest interval is the only one that is printed in full [hollywood_reporter_repost p2]. The day lacks
# its year [newschina p7], and the month is our knowledge of the festival [screen p4]. The intervals lie one
# inside the other: no contradiction, three grains.

# %% [markdown]
# Now the whole of 2022. A bar is as long as our ignorance; a diamond is a day. What is printed in full is
# filled, what we inferred is open. `fillna` fills gaps in one column from another.

# %%
events = events.set_index("row")
events["date_end"] = events["date_end"].fillna(events["date"])
chosen = {
    "hr_berlin_premiere": "Berlin premiere (THR copy)", "sc_berlin_premiere": "Berlin premiere (Screen)",
    "nc_berlin_premiere": "Berlin premiere (NewsChina)", "nc_china_release": "release in China",
    "nc_second_uncle": "Second Uncle video", "nc_day_40": "takings begin to rise",
    "nc_september_week": "takings triple", "nc_single_day": "a day with 14.38 million",
    "hr_china_removal": "removal (THR copy)", "nc_run_end": "end of the run (NewsChina)",
    "hr_party_congress": "party congress (THR copy)", "nc_publication": "NewsChina's update",
}  # fmt: skip

# %%
alt = (
    "Twelve rows on an axis through 2022. The Berlin premiere is a filled bar of a year, an open bar of a month and "
    "an open diamond on February 13. Release on July 8, video July 25, rise August 17, removal September 26, end of "
    "the run September 30 and update November 1 are open diamonds; the tripled takings are an open bar of a week, "
    "the day with 14.38 million an open bar of a month; the congress is a filled bar, October."
)
year = pd.to_datetime(["2021-12-25", "2023-03-25"])  # room for words on the right
months = pd.date_range("2022-01-01", "2023-01-01", freq="QS")  # the first day of each quarter

# %%
fig, ax = new_figure(7.5, 5.0)
for y, row in enumerate(chosen):
    first, last = events.loc[row, "date"], events.loc[row, "date_end"]
    face = COLOURS["sky"] if events.loc[row, "basis"] == "stated" else "white"
    if events.loc[row, "precision"] == "day":
        ax.scatter(first, y, marker="D", s=45, color=face, edgecolor=COLOURS["sky"], zorder=3)
    else:
        ax.barh(y, last - first, left=first, height=0.5, color=face, edgecolor=COLOURS["sky"], zorder=2)
    printed = events["date_as_printed"].fillna("nothing")[row]
    ax.text(last, y, f"    {printed}", va="center", fontsize=9, color=COLOURS["ash"])
ax.set_yticks(range(len(chosen)), chosen.values())
ax.set_xticks(months, months.strftime("%b\n%Y"))
ax.grid(axis="y", visible=False)
ax.set(xlim=year, ylim=(len(chosen) - 0.4, -0.7), xlabel="filled: printed in full     open: partly inferred")
describe(fig, alt, "Precision is length, basis is filling. Grey words are all that is printed of each date.")

# %% [markdown]
# Only two rows are filled, and both are bars. Every diamond is open. “Updated Nov.1” [newschina p2] looks
# exact; what was updated, it does not say. And for August 17 the magazine prints no day at all. There we
# look closer.

# %% [markdown] objectives="1 2"
# ## "40 days after" is two days
#
# By NewsChina's account the figures “skyrocketed” 40 days after the release [newschina p33], which was on July 8
# [newschina p7]. Our table says August 17. pandas can count days in two ways; we try both on the removal. (`date_range`
# lists every day from one to the other.)

# %%
release, removal = events.loc["nc_china_release", "date"], events.loc["hr_china_removal", "date"]
run_end, day = events.loc["nc_run_end", "date"], pd.Timedelta(days=1)
print("steps from one day to the other:", (removal - release).days)
print("days, both ends counted:", len(pd.date_range(release, removal)))

# %% [markdown]
# Neither is wrong. If the release is day 0, we count steps; if it is day 1, we count days. To mix the two
# is an **off-by-one error** (差一错误). Chinese has both for a life: in 周岁 *zhōusuì* a newborn is 0, in 虚岁 *xūsuì*
# 1 year old (our knowledge).

# %%
print("day 40, if the release is day 0:", (release + 40 * day).date())
print("day 40, if the release is day 1:", (release + 39 * day).date())

# %% [markdown]
# So "day 40" of the run is August 16 or 17; our table has the first reading of "after", and says so in its
# note. Count the same way for another day:

# %%
answer = 80  # change it: the release is day 1. Which day of the run is September 26?
self_check("3_censorship_context/day_number", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# 81: `(removal - release).days + 1`. A sentence needs its convention: "80 days after the release", or "the
# 81st day of the run".
#
# </details>

# %% [markdown] objectives="2"
# ## One removal is late, and early, and almost on time
#
# In the UK review the film is “Pulled” “shortly after its release” [uk_review p3]. NewsChina tells how long it ran:
# theaters extended it again and again, one month became three, and September 30 was the end [newschina
# p33]. Showing a film beyond its first term is an **extended run** (密钥延期). That this end was *announced* is our
# reading; the magazine does not use the word.

# %% [markdown]
# Predict: on September 26, what per cent of the run to September 30 had passed?

# %%
my_guess = None

# %% [markdown]
# Short or long depends on the measure, so we take three: a first term of one month, the end on September 30, and
# three full months. `DateOffset` goes forward by months. We count steps.

# %%
ends = {
    "first term: one month": release + pd.DateOffset(months=1),
    "announced end": run_end,
    "three full months": release + pd.DateOffset(months=3),
}
passed = (removal - release).days
length = {name: (end - release).days for name, end in ends.items()}
for name in length:
    print(f"{name}: {ends[name].date()}, {length[name]} days; {passed} days are {passed / length[name]:.0%}")

# %%
alt = (
    "Three bars in days from the release. The first term has 31 days. The announced run has 84, of which 80 lie before "
    "the removal and 4 after it. Three full months have 92, with 12 after the removal. A line marks day 80."
)
shares = [f" {passed / length[name]:.0%} passed" for name in length]

# %%
fig, ax = new_figure(7.5, 2.9)
for y, name in enumerate(length):
    before = min(passed, length[name])
    ax.barh(y, before, height=0.45, color=COLOURS["sky"], alpha=0.5)
    ax.barh(y, length[name] - before, left=before, height=0.45, color=COLOURS["loess"], hatch="///")
    ax.text(length[name] + 1, y, f"{length[name]} days:{shares[y]}", va="center")
ax.vlines(passed, -0.75, 2.4, color="black", linewidth=1.2)
ax.text(passed, -0.8, "removal: 80 days after the release", ha="center")
ax.set_yticks(range(3), length)
ax.set(xlim=(0, 130), ylim=(2.5, -1.2), xticks=range(0, 100, 20), xlabel="days after the release (release = 0)")
ax.grid(visible=False)
describe(fig, alt, "One day, three measures: long after the first term, just before the announced end.")

# %% [markdown]
# Explain in a sentence: is “shortly” wrong [uk_review p3]? Then unfold.
#
# <details><summary>One explanation</summary>
#
# Measured by the first term, the film left late: it had run more than twice as long. Measured by September 30,
# almost on time. “Shortly” has no measure, so no number refutes it; but a reader will not think of a run that was
# made longer again and again.
#
# </details>

# %% [markdown]
# How many announced days in cinemas did the removal cost at most? September 30 was to be the last. Whether
# the film was still shown on September 26 itself, the copy does not say [hollywood_reporter_repost p8].

# %%
answer = 80  # change it: how many announced days at most?
self_check("3_censorship_context/lost", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# 5: September 26, 27, 28, 29 and 30, `len(pd.date_range(removal, run_end))`. If the film was still shown on
# the 26th, four. The four *steps* from the 26th to the 30th are not the number of days.
#
# </details>

# %% [markdown]
# What, then, did it remove? Make a list of your own first. Then read the last column.
#
# | what | who says it | what is not said |
# |---|---|---|
# | four or five announced days | nobody; we calculate it from [hollywood_reporter_repost p8] and [newschina p33] | whether the plan of September 30 still held |
# | streaming | [uk_review p3] alone | which service, from when |
# | talk on social media, “briefly” | [hollywood_reporter_repost p8] alone | which platform, how long |
# | a still longer run | nobody; it had been extended “repeatedly” [newschina p33] | whether it was planned |
#
# Only the first line can be calculated, and it is small. The others may be large, and each hangs on one witness,
# or on none.

# %% [markdown] objectives="3"
# ## A search finds the right number of wrong witnesses
#
# Who tells of the removal? A program can search all readings. `keyword_in_context` lists every place with
# the words around it; the star allows any ending. Try a word that two reviewers use, “pulled” [uk_review p3]
# [user_liangzihan p18]. Predict: how many witnesses will it find?

# %%
my_guess = None

# %%
keyword_in_context("pull*")

# %% [markdown]
# Three witnesses, and three do tell of the removal [hollywood_reporter_repost p8] [user_liangzihan p18] [uk_review
# p3]. But they are not these three. NewsChina's families want
# to pull down old houses [newschina p21]: a **false positive** (误报), a hit on another matter. And the
# Hollywood Reporter copy writes “was removed” [hollywood_reporter_repost p8]: a **false negative** (漏报), a
# place that the search misses. The two errors hide each other in the count.

# %% [markdown]
# So we search several words for each topic, and count the hits of each witness. `reindex` puts rows into
# our order and fills gaps, so that zeros are seen.

# %%
searches = {"removal": ["remov*", "pull*"], "streaming": ["stream*"], "blocking": ["block*"],
            "official word": ["official*"]}  # fmt: skip
order = list(sources["source"])
found = pd.DataFrame(0, index=order, columns=list(searches))
for topic in searches:
    for keyword in searches[topic]:
        hits = keyword_in_context(keyword)["source"].value_counts()
        found[topic] = found[topic] + hits.reindex(order, fill_value=0)
found

# %% [markdown]
# In this matrix 11 cells are above zero. How many of these *cells* are false, with no hit that tells what
# happened to the film in China? Read the hits; change the keyword to see each topic.

# %%
keyword_in_context("block*")

# %%
answer = 0  # change it: how many of the 11 cells are false?
self_check("3_censorship_context/false_cells", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# 4. NewsChina's houses [newschina p21] and official statistics [newschina p11], Screen's “specialist
# streamer” abroad [screen p5], and the two blocks of file details [listing_page p5]. liangzihan's “official
# picture” [user_liangzihan p3] is another matter too, but the same cell has a true hit [user_liangzihan p18].
#
# </details>

# %% [markdown]
# More than a third of the cells is false. A search proposes, you read. So we now write the matrix by
# reading, with the paragraph in each cell, and add topics that have no keyword.

# %%
told = {
    "it left cinemas": {"hollywood_reporter_repost": "p8", "user_liangzihan": "p18", "uk_review": "p3"},
    "the day": {"hollywood_reporter_repost": "p8"},
    "streaming too": {"uk_review": "p3"},
    "talk blocked": {"hollywood_reporter_repost": "p8"},
    "no official word": {"hollywood_reporter_repost": "p8", "user_liangzihan": "p18"},
    "a reason": {"hollywood_reporter_repost": "p9"},
    "who decided": {},
    "charges against it": {"hollywood_reporter_repost": "p9", "newschina": "p35", "user_liangzihan": "p3"},
    "congress ahead": {"hollywood_reporter_repost": "p10"},
    "extended run": {"newschina": "p33"},
}

# %%
read = pd.DataFrame("", index=order, columns=list(told))
for topic in told:
    for source in told[topic]:
        read.loc[source, topic] = told[topic][source]
read

# %% [markdown]
# One column is empty: *who decided*, nobody tells. (That there was a *censorship* decision, the copy takes for granted
# in passing [hollywood_reporter_repost p8]; we come to that.) And the day, the blocked talk, the reason and the congress all
# hang on one row, the altered copy. Five witnesses leave the first column empty. What do
# these silences tell?

# %% [markdown] objectives="4"
# ## The only silent witness that surely came later has no place to tell it
#
# To conclude something from what is *not* told is an **argument from silence** (默证). It needs three
# conditions. The witness
#
# 1. could know: it wrote after the event;
# 2. would tell: the matter belongs in this kind of text;
# 3. was free to tell.
#
# The first is a matter of dates. These are the intervals in which the five silent ones can have been
# written, as Unit 1 works them out.

# %%
limits = {
    "screen": ("2022-02-13", "2022-07-07"),  # knows the festival, looks ahead to the release
    "newschina": ("2022-09-07", "2022-11-01"),  # knows the takings of September 7; updated
    "user_wurideflame": ("2022-02-13", "2023-07-03"),  # after the first showing, before the stamp
    "user_blue_grotto": ("2022-02-13", "2023-07-03"),
    "listing_page": ("2023-07-03", "2023-07-03"),  # the stamp, if it dates the page
}

# %% [markdown]
# Predict: which of the five *surely* wrote after September 26?

# %%
my_guess = None

# %%
for source, (earliest, latest) in limits.items():
    if pd.Timestamp(latest) < removal:
        print(source, "wrote before: it cannot know")
    elif pd.Timestamp(earliest) > removal:
        print(source, "wrote after: it could know")
    else:
        print(source, "- open: the removal lies inside its interval")

# %% [markdown]
# Only the listing page, which cannot be older than the stamp that it carries [listing_page p4]. And it is a list of
# ratings and files [listing_page p2, p5] that has no place for news. Screen's
# silence is the opposite: the right kind of text, too early [screen p5]. So a silence can be of three kinds:
#
# - *cannot*: the text is too early;
# - *need not*: this kind of text has no place for the matter;
# - *does not*: there is a place, and it is not used; whether it could know may stay open.
#
# Sort the five. wurideflame retells the story in a few lines [user_wurideflame p2]. Blue-Grotto writes of
# China's “current affairs” [user_blue_grotto p1].

# %%
answer = ["does not"] * 5  # change it: Screen, NewsChina, wurideflame, Blue-Grotto, listing page
self_check("3_censorship_context/silences", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# `["cannot", "does not", "need not", "does not", "need not"]`. Blue-Grotto's title makes room for what became of
# the film, but the review may be older than the removal. That leaves one silence to look at closely.
#
# </details>

# %% [markdown]
# NewsChina would tell: it gives the end of the run to the day [newschina p33]. Could it know? What is the
# latest day that its text knows as past? We sort its days of 2022.

# %%
nc = events[(events["source"] == "newschina") & (events["date"] >= "2022-07-01")].sort_values("date_end")
nc[["date_end", "precision", "date_as_printed", "what"]]

# %% [markdown]
# September 7 is the latest day that is named and surely past; there the film is “already proving” a success
# [newschina p9], as if that day were today. The single day with 14.38 million can be any of September; and
# whether September 30 is told as a plan or as an event, the words leave open [newschina p33]. Then comes the
# update:

# %%
updated = events.loc["nc_publication", "date"]
print("days from the removal to the update:", (updated - removal).days)

# %% [markdown]
# Five weeks, if the update is of 2022; in a later year it came later still. But the text may be older than its update,
# and than the removal. Was the magazine free to tell? It appears in China, says our catalogue, and a text does not
# say what it may not print. It does print harsh words of others: a viewer's “bleak realities”, of northwestern
# villages [newschina p37], and a professor's “misrepresentation of social realities”, of film and television
# [newschina p42]. That shows neither freedom nor its lack in *this* matter.

# %% [markdown]
# So which of these sentences may be written?
#
# - a: NewsChina hides the removal.
# - b: NewsChina did not know of the removal.
# - c: The page, updated on a November 1, has September 30 as the end of the run and no removal; whether the text
#   is older than the removal is not known.
# - d: NewsChina shows that there was no removal on September 26.

# %%
answer = "a"  # change it: a, b, c or d
self_check("3_censorship_context/newschina", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# c. It says what the page prints and does not print. (a) claims a purpose, (b) a state of knowledge, (d) turns
# a silence into a denial. Of the three conditions only the second is met for sure.
#
# </details>

# %% [markdown]
# Now the matrix can show its silences. Those who tell of the removal have empty cells too, such as who decided:
# there they *do not* tell, perhaps because they do not know.

# %%
kind = dict.fromkeys(order, "does not")  # for all, then the exceptions
kind.update({"screen": "cannot", "user_wurideflame": "need not", "listing_page": "need not"})
looks = {"cannot": ("×", COLOURS["ash"]), "need not": ("–", COLOURS["ash"]), "does not": ("○", COLOURS["loess"])}
shown = ["screen", "listing_page", "user_wurideflame", "user_blue_grotto", "newschina", "uk_review",
         "user_liangzihan", "hollywood_reporter_repost"]  # fmt: skip
alt = (
    "A grid of eight witnesses and ten topics. The Hollywood Reporter copy fills seven cells, liangzihan three, the UK "
    "review and NewsChina two each. Screen has crosses throughout, too early; the listing page and wurideflame "
    "dashes, no place for it. Blue-Grotto and all other empty cells have open circles. The column who decided "
    "has no filled cell."
)

# %%
fig, ax = new_figure(7.5, 4.9)
for y, source in enumerate(shown):
    for x, topic in enumerate(told):
        if source in told[topic]:
            ax.scatter(x, y, s=560, marker="s", color=COLOURS["sky"])
            ax.text(x, y, told[topic][source], color="white", ha="center", va="center", fontsize=9.5)
        else:
            sign, colour = looks[kind[source]]
            ax.text(x, y, sign, color=colour, ha="center", va="center", fontsize=14)
ax.set_xticks(range(10), told, rotation=40, ha="left")
ax.set_yticks(range(8), label[shown])
ax.xaxis.tick_top()
ax.grid(visible=False)
ax.set(xlim=(-0.6, 9.6), ylim=(7.6, -0.6), xlabel="■ tells (paragraph)    × cannot    – need not    ○ does not")
describe(fig, alt, "Three kinds of silence. Look down the column “who decided”: nobody tells.")

# %% [markdown]
# *Here is a good place for a break.*

# %% [markdown] objectives="5"
# ## What is reported, why is believed, who is not told
#
# The table `claims` notes how a witness presents each claim. From the top: *documented* (a document, a
# statistic), *reported* (as a fact), *attributed* (put in somebody's mouth), *inferred* (the witness's
# conclusion), *speculated* (a forecast or belief). This is the **ladder of certainty** (确定性阶梯). It is no
# verdict on truth.

# %% [markdown]
# Predict: how many of the nine claims on the removal stand on the top rung?

# %%
my_guess = None

# %%
claims = table("claims").set_index("claim")
removal_claims = claims[claims["topic"] == "removal"]
rungs = ["speculated", "inferred", "attributed", "reported", "documented"]
removal_claims["certainty"].value_counts().reindex(rungs, fill_value=0)

# %% [markdown]
# None. No witness names a paper, a notice, a page that was seen. Seven claims are told as facts, "how do you
# know?" unanswered. Now the verbs. **Removal from cinemas** (撤映) is told three times. Look for the doer.
# (`concat` puts one table below the other.)

# %%
pd.concat([keyword_in_context("was removed"), keyword_in_context("pulled")])

# %% [markdown]
# The film “was removed” [hollywood_reporter_repost p8], “abruptly pulled” [user_liangzihan p18], “Pulled” [uk_review
# p3]. Each is an **agentless passive** (无施事被动句): a verb without a doer. A cinema, a distributor, an owner of
# rights, a platform, an office, a party body: the grammar lets the reader choose, and many readers will not
# notice that they chose. Our own table goes further: in `lz_c23` the film *suddenly disappeared*, as if by itself.

# %% [markdown]
# Now we take the claims apart into questions and place each on its rung. One claim can answer two questions:
# the UK review's tells of cinemas *and* streaming [uk_review p3]. (The claim on rising sales is left out. In the
# figure THR, lia. and UK are the Hollywood Reporter copy, liangzihan and the UK review.)

# %%
questions = ["left cinemas?", "which day?", "streaming too?", "talk blocked?", "official word?", "censors?",
             "why?", "who?"]  # fmt: skip
answers = [
    ("hr_c14", 0), ("lz_c23", 0), ("uk_c04", 0), ("hr_c14", 1), ("uk_c04", 2), ("hr_c16", 3), ("hr_c17", 4),
    ("lz_c24", 4), ("hr_c18", 5), ("hr_c22", 5), ("hr_c22", 6),
]  # fmt: skip
initials = {"hollywood_reporter_repost": "THR", "user_liangzihan": "lia.", "uk_review": "UK"}
marks = pd.DataFrame(answers, columns=["claim", "x"])
marks["who"] = list(removal_claims.loc[marks["claim"], "source"].map(initials))
marks["y"] = [rungs.index(rung) for rung in removal_claims.loc[marks["claim"], "certainty"]]

# %%
alt = (
    "A ladder of five rungs, eight questions. That the film left cinemas is reported by three witnesses, the missing "
    "official word by two, day, streaming and blocked talk by one each. Whether it was a decision of censors is "
    "inferred and speculated, the reason speculated, by the Hollywood Reporter copy only. Who: empty. The top rung, "
    "documented, is empty."
)

# %%
fig, ax = new_figure(7.5, 4.0)
ax.hlines(range(5), -0.6, 7.6, color=COLOURS["wheat"], linewidth=5, alpha=0.5)
for (x, y), group in marks.groupby(["x", "y"]):  # one group for each place on the ladder
    names = "\n".join(group["who"])
    box = {"facecolor": COLOURS["sky"], "edgecolor": "none", "boxstyle": "round"}
    ax.text(x, y, names, ha="center", va="center", color="white", fontsize=9, bbox=box)
ax.text(7, 2, "nobody\nsays", ha="center", va="center", color=COLOURS["loess"], backgroundcolor="#FFFDF9")
ax.text(3.5, 4, "nobody names a document", ha="center", va="center", color=COLOURS["loess"], backgroundcolor="#FFFDF9")
ax.set_yticks(range(5), rungs)
ax.set_xticks(range(8), questions, rotation=25, ha="right")
ax.set(xlim=(-0.7, 7.7), ylim=(-0.6, 4.6))
ax.grid(visible=False)
describe(fig, alt, "From left to right the ladder falls: what happened is reported, why is believed, who is not told.")

# %% [markdown]
# Three names above "left cinemas?" are three witnesses, not yet three *independent* ones: none says how it
# knows, and one may have read another. That an **official statement** (官方声明) is missing two report, both with
# the word “official” [hollywood_reporter_repost p8] [user_liangzihan p18]. And "why?" stands low for two
# reasons: it is a belief, and not the copy's own but that of most observers in the industry
# [hollywood_reporter_repost p9].

# %% [markdown] objectives="5"
# ## A hedge gets lost on the way, even in our own table
#
# Was it **censorship** (审查) at all? Read the copy's two paragraphs. In which of them is this a belief, and in
# which is it taken for granted?

# %%
thr = reading("hollywood_reporter_repost")
print(thr["p8"], thr["p9"], sep="\n\n")

# %% [markdown]
# <details><summary>One explanation</summary>
#
# In [hollywood_reporter_repost p9] it is a belief: most observers held that the film had been censored. One
# paragraph *earlier* the silence is called “usual” for such decisions [hollywood_reporter_repost p8]: there, that censors decided is taken for granted, a
# **presupposition** (预设). The reader accepts it in passing, and meets the hedge too late. And the words for the
# reason, “out of sympathy”, may not even be the story's own: the copy's wording was altered.
#
# </details>

# %% [markdown]
# Do we do better? Our table `claims` retells each claim in a column `statement`. Six claims are *speculated*. Predict: in
# how many of the six does our own wording keep a **hedge** (模糊限制语), such as "may" or "hardly"?

# %%
my_guess = None

# %%
hedges = ["should", "hardly", "possible", "would", "may", "most", "believe"]
guesses = claims[claims["certainty"] == "speculated"]
for claim, statement in guesses["statement"].items():
    kept = [word for word in hedges if word in statement.lower().split()]
    print(claim, kept, statement)

# %% [markdown]
# (A word at the end of a sentence carries its full stop, so `sc_c07` shows `[]` although "possible" stands
# there. Again: a search proposes, you read.) One is really without: `hr_c22`, on the removal. In our words the
# belief has become a fact; the rung stands two columns further on.

# %%
claims.loc[["hr_c22"], ["statement", "certainty", "attributed_to"]]

# %% [markdown]
# Who copies the first column alone raises the claim by three rungs, without a lie anywhere. Which sentence
# keeps what [hollywood_reporter_repost p9] says?
#
# - a: Observers in the industry know why the film was censored.
# - b: Most observers in the industry believed, the copy says, that the film was censored, and that the reason was
#   sympathy with readings like its attackers'.
# - c: The film was censored because nationalist media had attacked it.
# - d: Some people say that the film may have been censored.

# %%
answer = "c"  # change it: a, b, c or d
self_check("3_censorship_context/paraphrase", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# b. It keeps the number (most), the verb (believed), the speaker's speaker (the copy says), and puts *both* under the
# verb, that the film was censored and why. "The reason for censoring it" would take the first for granted. (d) is not more
# careful but other: "some" for most, "may" for a belief that was held. A rung can be lost in both directions.
#
# </details>

# %% [markdown] objectives="6"
# ## Those who can be caught are not those who tell
#
# May we at least ask how careful each witness is? A number can be caught. NewsChina's field of five *mu* (亩) is a
# thousand times too large in its bracket, as Unit 1 works out [newschina p30]. One slip, of how many? Several of
# its statements can be held against others of its own. Predict: of eight such checks, how many hold?

# %%
my_guess = None

# %%
nc_text = reading("newschina")
money = table("box_office").set_index("figure")["amount_cny"]
value = table("figures").set_index("figure")["value"]
in_nc = events[events["source"] == "newschina"]
features_named = in_nc["event"].str.startswith("film_").sum() + 1  # its four earlier features, and this one

# %% [markdown]
# A mu is a fifteenth of a hectare, and a hundred hectares are a square kilometre (our knowledge). `==` asks
# whether two values are equal, `in` whether one is contained.

# %%
checks = {
    "five mu are about 3.3 km² (p30)": abs(value["nc_land_mu"] / 15 / 100 - value["nc_land_km2"]) < 0.1,
    "17,970 a year is under 2,000 a month (p11)": money["nc_income_year"] / 12 < money["nc_income_month"],
    "born in 1983, 39 in 2022 (p5, p12)": 2022 - 1983 - value["nc_li_age"] in [0, 1],
    "July 8 to September 30: three months (p33)": round((run_end - release).days / 30.4) == value["nc_run_months"],
    "the forecast, printed twice (p9, p32)": money["nc_forecast_early"] == money["nc_forecast_total"],
    "the 100 million, printed twice (p9, p33)": money["nc_by_september_7"] == money["nc_september_to"],
    "a sixth feature, at most six named (p5, p24, p27)": features_named <= value["nc_feature_number"],
    "a newspaper, spelt as in p28 (p13)": "Qianjiang Evening News" in nc_text["p13"].text,
}
pd.Series(checks)

# %% [markdown]
# Six of eight hold. `True` means only: no clash; an error that is copied well passes. And one of the six could hardly
# fail: that the page is of 2022, we ourselves took from the age and the birth [newschina p5, p12]. One failure lies
# in a unit, the other in one letter of a name [newschina p13, p28]; neither touches a day or a sum of money. So we do not
# say "a careless magazine". We say: this claim is wrong, that one is not refuted.

# %% [markdown]
# Who else can be caught? We count each witness's numbers in three of our tables. (A few of the rows are counts
# of ours; dates are left out.) Predict: where do those stand who tell of the removal?

# %%
numbers = pd.Series(0, index=order)
for name in ["figures", "box_office", "ratings"]:
    numbers = numbers + table(name)["source"].value_counts().reindex(order, fill_value=0)
numbers = numbers.sort_values()
numbers

# %%
colours = [COLOURS["loess"] if source in told["it left cinemas"] else COLOURS["sky"] for source in numbers.index]
removal_note = ["  tells of the removal" if source in told["it left cinemas"] else "" for source in numbers.index]
alt = (
    "Bars for the numbers in our tables by witness. NewsChina has by far the most; it does not tell of the removal. "
    "The three witnesses that tell of it, the UK review, liangzihan and the Hollywood Reporter copy, have few each."
)

# %%
fig, ax = new_figure(7.5, 3.4)
ax.barh(range(8), numbers, color=colours, alpha=0.8)
for y, source in enumerate(numbers.index):
    ax.text(numbers[source] + 0.6, y, f"{numbers[source]}{removal_note[y]}", va="center", color=colours[y])
ax.set_yticks(range(8), label[numbers.index])
ax.set(xlim=(0, 52), xlabel="numbers in our tables (figures, money, ratings)")
ax.grid(visible=False)
describe(fig, alt, "The witness with most numbers is silent about the removal; those who tell of it print few.")

# %% [markdown]
# The witness that we can test best does not tell of the removal, and the three that do can hardly be tested. Nor
# would a test of other numbers help much: September 26 hangs together with none of them, and care with square
# kilometres is not care with days. So the day can be used only with its address and the words "one witness".

# %% [markdown] objectives="7"
# ## An official silence fits every explanation
#
# First what the texts say of the background. One tells of an “official picture”, a **well-off society** (小康社会)
# “completely lifted out of poverty” (脱贫), and of people who find the film “inconsistent” with it
# [user_liangzihan p3]; another, of “propaganda messages” about the “successful eradication” of poverty before the
# congress, and it concludes that “True social realism” was “not welcome” [hollywood_reporter_repost p11]. Screen finds
# that the film “acknowledged” the “general effectiveness” of “top-down” urbanisation, and hears a question in
# it [screen p9]. So the witnesses differ in how far film and policy are in conflict.

# %% [markdown]
# Now **competing hypotheses** (竞争性假设), side by side:
#
# | short | the film's showing ended because … | whose |
# |---|---|---|
# | charges | whoever decided sided with the charges against it | believed by most observers in the industry, says [hollywood_reporter_repost p9] |
# | congress | its picture of poverty did not suit the weeks before the congress | nobody's as a cause: told side by side, without "because" [hollywood_reporter_repost p10, p11] |
# | term over | its term in cinemas ran out | ours, constructed |
# | caution | cinemas and platforms acted, each for itself | ours, constructed |
# | owners | those who hold the rights withdrew it | ours, constructed |
#
# They do not exclude each other. No witness asserts any of the five in its own name. The last three, none even
# mentions; we need rivals, to see what the first two explain better, if anything.

# %% [markdown]
# For each piece of evidence: would we expect it (1), would it surprise us (-1), or does the explanation say
# nothing on it (0)? The codes are our judgement; change them.

# %%
short = ["charges", "congress", "term over", "caution", "owners", "told by"]
evidence = pd.DataFrame(
    {
        "before the announced end": [1, 1, -1, 1, 1, "THR p8, NewsChina p33"],
        "all cinemas on one day": [1, 1, 1, -1, 1, "THR p8"],
        "“abruptly”": [1, 1, -1, 1, 0, "lia. p18"],
        "streaming too": [1, 1, -1, 1, -1, "UK p3"],
        "talk blocked": [1, 1, -1, 1, -1, "THR p8"],
        "no official word": [1, 1, 1, 1, 1, "THR p8, lia. p18"],
        "sales still rising": [0, 0, -1, 0, -1, "THR p8"],
        "charges voiced": [1, 0, 0, 1, 0, "THR p9, NewsChina p35, lia. p3"],
        "congress ahead": [0, 1, 0, 0, 0, "THR p10"],
    },
    index=short,
).T  # .T: turn rows into columns

# %% [markdown]
# Evidence helps to choose only if it is **diagnostic evidence** (判别性证据): if the explanations differ in what they
# expect of it. Predict: which row is the least useful?
#
# - a: before the announced end
# - b: talk blocked
# - c: no official word
# - d: congress ahead

# %%
answer = "d"  # change it: a, b, c or d
self_check("3_censorship_context/useless", answer)

# %%
codes = evidence.drop(columns="told by")
codes.nunique(axis="columns").sort_values()  # how many different values stand in each row

# %% [markdown]
# <details><summary>Answer</summary>
#
# c. Its row has a single value. That no official word came, which two witnesses stress, is what every
# explanation expects: where censors decide it is “usual”, says the copy [hollywood_reporter_repost p8]; and
# nobody announces that a term ran out, or that cinemas were cautious. It is well attested, and decides nothing.
#
# </details>

# %%
alt = (
    "A grid of nine pieces of evidence and five explanations with triangles up for expected, down for surprising, dots "
    "for neither. Charges and congress have no triangle down; caution has one, owners three, term over five. The row "
    "no official word has five triangles up. On the right stands who tells each piece: mostly the Hollywood "
    "Reporter copy."
)
signs = {1: ("^", COLOURS["sky"], 90), -1: ("v", COLOURS["loess"], 90), 0: (".", COLOURS["ash"], 30)}

# %%
fig, ax = new_figure(7.5, 4.2)
for y, row in enumerate(codes.index):
    for x, hypothesis in enumerate(codes.columns):
        mark, colour, size = signs[codes.loc[row, hypothesis]]
        ax.scatter(x, y, marker=mark, color=colour, s=size)
    ax.text(4.6, y, evidence.loc[row, "told by"], va="center", fontsize=9, color=COLOURS["ash"])
ax.axhspan(4.5, 5.5, color=COLOURS["wheat"], alpha=0.25, zorder=0)  # the row that decides nothing
ax.set_yticks(range(9), codes.index)
ax.set_xticks(range(5), codes.columns, fontsize=9)
ax.xaxis.tick_top()
ax.grid(visible=False)
ax.set(xlim=(-0.5, 7.7), ylim=(8.6, -0.6), xlabel="▲ expected    ▼ surprising    • says nothing (our codes)")
describe(fig, alt, "Read across: a row of equal signs decides nothing. Read the right: who would have to be wrong?")

# %% [markdown]
# Now the question of Unit 1: what if the altered copy had never reached us? Only rows with another witness of
# their own stay. (The first row needs the copy's day. The charges are told by three, but only the copy tells that
# they came *before* the removal.)

# %%
alone = ["“abruptly”", "streaming too", "no official word", "charges voiced"]
print("surprises with the copy:", (codes == -1).sum().to_dict())
print("surprises without it:   ", (codes.loc[alone] == -1).sum().to_dict())

# %% [markdown]
# With the copy, "term over" has five surprises; without it two: the word “abruptly” in a user review
# [user_liangzihan p18], and the words “and streaming” in an undated one [uk_review p3]. "Charges" and
# "congress" have none in either case. They prove nothing by that: what expects everything is never surprised,
# and we made both the codes and the rivals. Nor does any row speak for one of the two and against the other.

# %% [markdown]
# What would decide? Write down two documents that you would look for, then unfold.
#
# <details><summary>Our list</summary>
#
# The programmes of cinemas, day by day, for September 2022: did all stop on one day? Dated captures of
# streaming pages: was the film on offer, and until when? The notice with which the last extension was
# announced: until which day? A word from distributor, producers or an office, in their own name. Each would lift
# a claim to the top rung, and each would surprise at least one explanation.
#
# </details>

# %% [markdown] objectives="7"
# ## What may be written
#
# A sentence whose subject is "China" hides who acted. The texts hold many actors:
#
# | who | where |
# |---|---|
# | the party and its congress | [hollywood_reporter_repost p10] |
# | the government, seen from a village | [user_liangzihan p16] |
# | a local government | [newschina p21] |
# | theaters that extend a run | [newschina p33] |
# | production companies, nine of them | [screen p14] |
# | platforms where videos and talk stand | [newschina p34] |
# | media and users who attack the film | [hollywood_reporter_repost p9] |
# | users who praise it | [newschina p35] |
# | those who make censorship decisions, unnamed | [hollywood_reporter_repost p8] |
#
# Of none of the first eight does a witness say that it took the film out of the cinemas. In the last
# line a decision is taken for granted, and nobody is named who made it.

# %% [markdown]
# Which of these sentences do the sources carry?
#
# - a: The film was taken out of cinemas in China, as three witnesses report; one of them gives a day, September 26.
# - b: The authorities took the film out of the cinemas because of the coming congress.
# - c: If the copy's day is right, and September 30 was the announced end, the run lost 4 or 5 days.
# - d: China did not want to see the film.

# %% [markdown]
# And which of these three?
#
# - e: Most observers in the industry believed, says an altered copy, that the film was censored, and that the reason
#   was sympathy with readings like its attackers'.
# - f: No official reason was given, so the film must have been censored.
# - g: No witness names a doer, so nobody stepped in: the run simply ended.

# %%
answer = ["a", "b"]  # change it: a list of the letters
self_check("3_censorship_context/sentences", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# `["a", "c", "e"]`. (b) names a doer whom nobody names, and a cause that nobody tells as one; (d) gives a country one will, against the praise in
# [newschina p35]; (f) is an argument from silence, and from the one row that fits every explanation. (g) is the same
# step in the other direction: what nobody names need not be nothing. Careful is not vague: (a), (c) and (e) say more than "it is complicated".
#
# </details>

# %% [markdown]
# ## How far this goes
#
# - Eight texts in English, retold. No Chinese source, no document, no dated capture. Three tell of the removal.
# - The years rest on inference, the day of the removal on one altered copy, and that September 30 was announced
#   on our reading.
# - The kinds of silence and the codes of the explanations are one person's judgement. Run the sections again with
#   yours. Somebody who knows the trade would construct better rivals.
# - We do not know how Chinese platforms, cinemas or offices decided. Nothing here says that they were right or
#   wrong.
# - The words “was removed”, “pulled” stand in the readings as quotations; around them we retell.

# %% [markdown]
# ## Key points
#
# 1. Fine is not firm: of fifteen days one prints its year. Precision is length, basis is style.
# 2. 80 steps are 81 days. By one measure the removal came late, by another four or five days early.
# 3. A search finds false cells and misses true ones; a matrix is read, with its paragraphs.
# 4. A silence tells something if the witness could know, would tell, was free to tell.
# 5. What happened is reported, why is believed, who is not told. Retelling loses hedges.
# 6. Care shows claim by claim; those who tell of the removal can hardly be tested.
# 7. What fits every explanation decides none. Write who says it, and how.

# %% [markdown]
# ## Going further (15 minutes, optional)
#
# Three short studies, in any order.
#
# *On which days of the week?* `day_name` tells.

# %%
for name, when in {"release": release, "removal": removal, "announced end": run_end}.items():
    print(name, when.day_name())

# %% [markdown]
# A release on a Friday is usual in many countries, and October 1, the day after the announced end, is China's
# National Day, when new films open (our knowledge). So September 30 can be an ordinary last day. A Monday in the
# last week of a run is harder to explain by a calendar; but that would be one more code of -1, not a proof.

# %% [markdown]
# *How much hangs on one code?* Say that owners who withdraw a film from cinemas would withdraw it from streaming too.

# %%
other_codes = codes.copy()
other_codes.loc["streaming too", "owners"] = 1
print((other_codes == -1).sum().to_dict())

# %% [markdown]
# One judgement takes away one of three surprises. If a conclusion falls with it, the evidence did not carry it.

# %% [markdown]
# *Does the film blame those in power?* Four witnesses touch on it. Find the hedge in each:
#
# | witness | in its words | its rung |
# |---|---|---|
# | Hollywood Reporter copy | its critic: one could read it as “implicit critique” [hollywood_reporter_repost p13] | attributed, hedged |
# | Screen | “Tacit commentary”, put to one side [screen p10] | inferred, made small |
# | liangzihan | “seems”, “a metaphor” of “ubiquitous authority” [user_liangzihan p16] | inferred, hedged |
# | UK review | it “trains its sights” on the Chinese state [uk_review p3] | inferred, no hedge |
#
# The one without a hedge stands in one paragraph with the removal. A reader may add "because"; the review does
# not.
