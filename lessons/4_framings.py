# ---
# jupyter:
#   return_to_dust:
#     unit: 4
#     title: Framings
#     minutes: 75
#     skills: shot log, drawing from coordinates, basis of a value, redrawing, field size, tables of co-occurrence
# ---

# %% [markdown]
# # 4 Framings
#
# A wall with a square hole, a meal before a mirror, burning paper, villagers under a platform: one reviewer
# describes framings of *Return to Dust* in words. In this lesson we draw them, measure them, and find out
# which measurements belong to the description and which belong only to our drawing.

# %% [markdown]
# - Minutes: 75, or 35 and 40 with a break before "One frame holds several field sizes". A last section, 15
#   minutes more, is optional.
# - Needs: a `for` loop, and tables as in Unit 1 or 2: choosing columns and rows, drawing with `new_figure`.
#   What only one of the two units taught is explained again. You do not need the film.
# - Please note: the reviewer tells how the film ends, and this includes a suicide. The section on the donkey
#   mentions it in a few words.

# %% [markdown]
# ## Questions
#
# - How much of a picture can a description fix? When is a measurement evidence?
# - Whose size does "long shot" name where a man and a donkey share the frame?
# - For whom does the donkey stand, and for how long?
# - Two witnesses tell two openings of one film: can both be right?

# %% [markdown]
# ## Objectives
#
# After this lesson you can
#
# 1. keep a shot log with its terms in English, Chinese and pinyin (apply);
# 2. say of a value whether it is stated, inferred or constructed (analyse);
# 3. measure a framing: area share, overlap, height in the frame, distance to the centre (apply);
# 4. find out by redrawing what is told and what only drawn (evaluate);
# 5. measure field size on man, donkey and inner frame, and say where the terms part (analyse);
# 6. follow a substitution and a counter-image across a film, and say where they fail (analyse);
# 7. weigh two accounts against each other, and one against itself (evaluate);
# 8. turn a description into regions, and these into words (create).

# %%
from pathlib import Path

import pandas as pd

from return_to_dust import describe, new_figure, reading, self_check, table
from return_to_dust.figures import COLOURS

pd.set_option("display.max_colwidth", None)  # show long texts in full

# %% [markdown] objectives="1"
# ## Of six witnesses, one names the size of a shot
#
# A **shot** (镜头 *jìngtóu*) is a stretch of film between two cuts. A **shot log** (拉片记录 *lāpiàn jìlù*) is
# a table with one row for each. Ours is made from words, not from the film: 30 moments that six witnesses
# tell.
#
# Predict: for how many of the 30 does a witness name a **field size** (景别 *jǐngbié*), such as "long shot"?

# %%
my_guess = None

# %%
log = table("shots")
log.groupby("source")[["shot", "field_size", "angle"]].count()

# %% [markdown]
# `groupby` makes one group for each witness, and `count` counts the values that are there. Four sizes, two
# angles, and all of them come from one reviewer, liangzihan. The others tell what happens, sometimes what is
# heard; size and angle they leave open. So most of what follows hangs on one witness.

# %% [markdown]
# A log knows more words than this review needs. **Camera angle** (拍摄角度 *pāishè jiǎodù*): the two here, and also
# **low angle** (仰拍 *yǎngpāi*) from below and **overhead shot** (顶拍 *dǐngpāi*) straight from above.
# **Staging in depth** (纵深调度 *zòngshēn diàodù*): action near and far in one shot, as at the graveside
# [user_liangzihan p10].
# **Off-screen space** (画外空间 *huàwài kōngjiān*): where the one who shovels must be [user_liangzihan p6].

# %%
lz = log[log["source"] == "user_liangzihan"].set_index("order")
lz[["scene", "field_size_as_printed", "angle_as_printed", "paragraph"]]

# %% [markdown]
# `<NA>` means: not told. Field sizes have names in a fixed order. Here they have the names of AdA, a vocabulary for
# annotating films, with the letters of the film historian Barry Salt beside them. (`notna` is `True` where a value is
# there; `&` joins two conditions.)

# %%
terms = table("terms").set_index("english")
sizes = terms[terms["ada"].notna() & (terms["field"] == "shot")]
sizes[["chinese", "pinyin", "abbreviation", "definition", "salt", "note"]].fillna("")

# %% [markdown]
# Read the column `note`. A picture that shows a person from the waist up is a **medium shot** (中景 *zhōngjǐng*) by
# AdA, and a medium closeup by Salt; many Chinese handbooks let 中景 begin at the knees. The reviewer writes “medium
# shot” [user_liangzihan p8] and names no vocabulary. A term without its measure is a range, like a date without its
# day.

# %% [markdown]
# Do the Chinese terms keep things apart better? `duplicated(keep=False)` finds every value that stands more
# than once. And we look for 长镜头, "long" plus "shot".

# %%
terms[terms["chinese"].duplicated(keep=False) | (terms["chinese"] == "长镜头")][["chinese", "pinyin", "definition"]]

# %% [markdown]
# NewsChina writes of “long, single shot scenes” [newschina p17]. Which term fits?
#
# - a: 全景 *quánjǐng*, long shot
# - b: 长镜头 *cháng jìngtóu*, long take
# - c: 远景 *yuǎnjǐng*, extreme long shot
# - d: none, since no camera is mentioned

# %%
answer = "a"  # change it: a, b, c or d
self_check("4_framings/long", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# b. "Long" is time here: a scene in a single shot that lasts. A **long shot** (全景) is a matter of distance; a
# **long take** (长镜头) is a matter of time. Word for word, 长镜头 is "long shot": a false friend in both
# directions.
#
# </details>

# %% [markdown] objectives="2 3 8"
# ## Most of a diagram is ours
#
# Three paragraphs describe one picture. Read them, take paper, and draw a frame with what they place in it. Two
# minutes are enough.

# %%
for number in ["p15", "p16", "p17"]:
    print(reading("user_liangzihan")[number], "\n")

# %% [markdown]
# Now we draw it too. `draw_framing` makes a diagram from coordinates, `alt_text` describes it in words for
# readers who cannot see it. Compare the diagram with your sketch before you read on.

# %%
from return_to_dust.framing import alt_text, draw_framing

# %%
describe(draw_framing("lz_platform"), alt_text("lz_platform"), "One description, drawn. Look for the solid lines.")

# %% [markdown]
# Each region carries its **basis** (依据 *yījù*), once for its size and once for its place: *stated*, the
# witness says so; *inferred*, it follows from what is said; *constructed*, we chose it, because without it
# nothing could be drawn. Your sketch had to choose too.
#
# Predict: four framings are drawn in this way, with 23 regions. How many of these have a stated size?

# %%
my_guess = None

# %%
regions = table("regions")
pd.crosstab(regions["basis_position"], regions["basis_size"])

# %% [markdown]
# `crosstab` counts how often two columns' values meet: rows are places, columns are sizes. Places are often
# told, sizes hardly ever. These two are:

# %%
stated = regions[regions["basis_size"] == "stated"].set_index("label_en")
stated[["shot", "width", "height", "relations", "paragraph"]]

# %% [markdown]
# What is stated is not the numbers but the *relation*: less than a quarter of the screen [user_liangzihan
# p15], up to three-quarters of the picture [user_liangzihan p17]. The numbers fulfil it. An **area share**
# (面积占比 *miànjī zhànbǐ*) is width times height, where both are shares of the frame; for an ellipse it is π/4 of that.

# %%
stated["width"] * stated["height"]

# %% [markdown]
# Which sentence may stand in an essay on the film?
#
# - a: "The villagers take up 21 per cent of the frame."
# - b: "The villagers take up 0.2112 of the frame [user_liangzihan p15]."
# - c: "By one reviewer's account the villagers take up less than a quarter of the frame [user_liangzihan p15]."
# - d: "The villagers fill nearly the whole width of the frame."

# %%
answer = "a"  # change it: a, b, c or d
self_check("4_framings/sentence", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# c. The 0.2112 is exact and it is ours: 0.96 wide and 0.22 high fulfil "less than a quarter", and so do many
# other pairs. An address behind a number does not make it the witness's number, and the width was never
# told.
#
# </details>

# %% [markdown] objectives="3 4"
# ## What one redrawing refutes was never told
#
# What does a description fix? We draw it again and again, each time with other numbers, and each time so that
# every stated or inferred relation still holds. `redrawings` makes a list; each is a **redrawing** (重绘 *chónghuì*).
# (2022 only makes yours the same as everybody's.)

# %%
from return_to_dust.framing import area_share, height_in_frame, redrawings

drawings = redrawings("lz_platform", 200, seed=2022)
len(drawings)

# %% [markdown]
# Six of them, reduced to three regions. (`ax.bar` draws a rectangle from x, height, width and lower edge.)

# %%
looks = {"platform": "wheat", "cadres": "sky", "villagers": "loess"}
alt = (
    "Six frames. In each a platform, the cadres on it and the villagers below it are drawn as rectangles of "
    "different sizes. The cadres stand in the middle of every frame and the villagers always below them; how "
    "large each is differs widely."
)

# %%
fig, axes = new_figure(7.5, 3.3, nrows=2, ncols=3)
for ax, drawing in zip(axes.flat, drawings[::33], strict=False):  # every 33rd
    rows = drawing.set_index("region")
    for name, look in looks.items():
        row = rows.loc["platform_" + name]
        pale = {"color": COLOURS[look], "alpha": 0.55}
        ax.bar(row["x"], row["height"], row["width"], row["y"], align="edge", edgecolor="black", **pale)
        ax.text(row["x"] + 0.015, row["y"] + row["height"] - 0.02, name[0].upper(), va="top")
    ax.spines[:].set_visible(True)
    ax.set(xlim=(0, 1), ylim=(0, 1), xticks=[], yticks=[])
describe(fig, alt, "P platform, C cadres and wealthy, V villagers: six drawings of the same words.")

# %% [markdown]
# Here are five statements. Predict for each in how many of 100 redrawings it is true.
#
# 1. The villagers take up less than a quarter of the frame.
# 2. They take up more than a fifth of it.
# 3. The cadres stand higher in the frame than the villagers.
# 4. The cadres take up more of the frame than the villagers.
# 5. The platform is at least three times as large as the villagers.

# %%
my_guess = [None, None, None, None, None]

# %%
measured = []
for drawing in drawings:
    rows = drawing.set_index("region")
    platform, cadres = rows.loc["platform_platform"], rows.loc["platform_cadres"]
    villagers = rows.loc["platform_villagers"]
    heights = [height_in_frame(cadres), height_in_frame(villagers)]
    measured.append([area_share(platform), area_share(cadres), area_share(villagers), *heights])
measured = pd.DataFrame(measured, columns=["platform", "cadres", "villagers", "cadres_height", "villagers_height"])
measured.head(3).round(2)

# %% [markdown]
# Each row is one drawing; the **height in the frame** (画面内高度 *huàmiàn nèi gāodù*) is that of a region's middle,
# from 0 to 1. `.mean()` of `True` and `False` is the share of `True`: 0.5 means 50 of 100.

# %%
print("1:", (measured["villagers"] < 0.25).mean())
print("2:", (measured["villagers"] > 0.20).mean())
print("3:", (measured["cadres_height"] > measured["villagers_height"]).mean())
print("4:", (measured["cadres"] > measured["villagers"]).mean())
print("5:", (measured["platform"] >= 3 * measured["villagers"]).mean())

# %% [markdown]
# Statements 1 and 3 survive every redrawing; they are told, in so many words [user_liangzihan p15]. Each of the
# others is false in some drawing of the same words, so the words do not tell it.
#
# Take care with the shares between 0 and 1. They are no probabilities: another program, with other limits for
# its random numbers, gives others. And 1 only means that *we* found no drawing against it. One drawing
# refutes; two hundred do not prove.

# %% [markdown] objectives="2 4"
# ## Two upper limits do not make a ratio
#
# Statement 5 is tempting: three-quarters divided by a quarter is three, so the platform must be at least three
# times as large. Yet it fails in many redrawings. Look where.

# %%
at_least_three = measured["platform"] >= 3 * measured["villagers"]
alt = (
    "Scatter of 200 redrawings. Across: the villagers' share of the frame, all below a quarter; upwards: the "
    "platform's, all below three-quarters. A line marks three times the villagers' share. Most drawings are "
    "dots above it, many are crosses below it. Our own diagram, a star, lies near the corner of the two limits, just "
    "above the line."
)

# %%
fig, ax = new_figure(7.5, 4.2)
for chosen, colour, marker in [(at_least_three, "sky", "o"), (~at_least_three, "loess", "x")]:
    part = measured[chosen]
    ax.scatter(part["villagers"], part["platform"], color=COLOURS[colour], marker=marker, s=26)
ax.plot([0, 0.25], [0, 0.75], color="black")
ax.scatter(0.96 * 0.22, 0.75, marker="*", s=260, color=COLOURS["wheat"], edgecolor="black", zorder=3)
ax.text(0.96 * 0.22, 0.8, "our diagram", ha="center")
ax.axvline(0.25, color=COLOURS["ash"], linestyle="--")
ax.axhline(0.75, color=COLOURS["ash"], linestyle="--")
ax.text(0.253, 0.05, "limit told:\nless than\na quarter", color=COLOURS["ash"])
ax.text(0.003, 0.77, "limit told: up to three-quarters", color=COLOURS["ash"])
ax.text(0.17, 0.45, "line: three times", rotation=31)
ax.set(xlim=(0, 0.3), ylim=(0, 0.88), xlabel="villagers' share of the frame", ylabel="platform's share of the frame")
describe(fig, alt, "Every mark keeps both limits. The crosses lie below the line: no ratio is told.")

# %% [markdown]
# "Up to" sets an upper limit and says nothing of how little it may be. Two upper limits leave the ratio open.
# But one may hear "up to" as "as much as": the platform *reaches* three-quarters, and so can be
# “visually squeezing” those below [user_liangzihan p17]. This reading is an inference about the reviewer's
# words. What follows, if we make it?

# %%
answer = 0.75 / 0.2112  # change it: a platform of exactly 0.75 is at least how many times the villagers' share?
self_check("4_framings/ratio", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# 3: `0.75 / 0.25`, and a little more, since the villagers have *less* than a quarter. So: "at most three-quarters"
# is stated, "more than three to one" is inferred, and `0.75 / 0.2112`, the ratio in our diagram, is constructed.
#
# </details>

# %% [markdown]
# *Here is a good place for a break.*

# %% [markdown] objectives="5 3"
# ## One frame holds several field sizes
#
# We go back to the first shot.

# %%
print(reading("user_liangzihan")["p6"])

# %%
describe(draw_framing("lz_first_shot"), alt_text("lz_first_shot"), "One frame, and a second one inside it.")

# %% [markdown]
# A hole in a wall is a **frame within the frame** (框中框 *kuàng zhōng kuàng*). How far does one thing lie in
# another? **Overlap** (重叠 *chóngdié*) is the area that two regions share, as a part of the first one's area.
# Predict two numbers: how much of the head lies in the hole, and how much of the hole in the head?

# %%
my_guess = None, None

# %%
from return_to_dust.framing import overlap, regions_of

first = regions_of("lz_first_shot").set_index("region")
head, hole = first.loc["first_donkey_head"], first.loc["first_hole"]
print(round(overlap(head, hole), 2), round(overlap(hole, head), 2))

# %% [markdown]
# Overlap has a direction. That all of the head is in the hole is told; how much of the hole it fills is ours.
#
# Now predict: the reviewer calls the shot “a long shot” and finds the picture in the hole “like a close-up shot”
# [user_liangzihan p6]. Can one drawing be both?

# %%
my_guess = None

# %%
from return_to_dust.framing import size_of_part

print("in the frame:", size_of_part(head["height"], "head", "donkey").size)
print("in the hole: ", size_of_part(head["height"], "head", "donkey", within=hole["height"]).size)

# %% [markdown]
# `size_of_part` asks: if a head is drawn so high, how much of a whole donkey would fit into the frame? And then:
# how much into the hole? A field size is a proportion, so it needs a reference body *and* a frame. Here one head
# has two frames, and the two words do not clash.

# %% [markdown]
# But does *every* drawing with the head in the hole fulfil both words? Predict how many of 100, then run.

# %%
my_guess = None

# %%
words = []
for drawing in redrawings("lz_first_shot", 200, seed=2022):
    rows = drawing.set_index("region")
    head, hole = rows.loc["first_donkey_head", "height"], rows.loc["first_hole", "height"]
    in_frame = size_of_part(head, "head", "donkey").size
    words.append([in_frame, size_of_part(head, "head", "donkey", within=hole).size])
words = pd.DataFrame(words, columns=["in the frame", "in the hole"])
100 * pd.crosstab(words["in the hole"], words["in the frame"]) / len(words)

# %% [markdown]
# Only a few. In most drawings the head is too small for its hole to be called a close-up. So the two size words
# are more than names: together they fix what no sentence tells. The head must nearly fill the hole, and the
# hole must be small in the frame. (How nearly, how small: this hangs on the steps between the sizes, and for a
# donkey these are ours.)

# %% [markdown] objectives="5"
# ## Man and donkey part in both directions
#
# AdA lets us measure field size on an animal. Let a man and a donkey stand side by side, 1.65 m high and 1.10 m at
# the withers (*constructed*: no witness measures them). The camera moves back, and the frame's height takes in more
# and more of the world. Predict: is the donkey's term always that of a *wider* shot, since a donkey is smaller?

# %%
my_guess = None

# %%
import numpy as np

from return_to_dust.framing import compare_scales

ladder = compare_scales(np.geomspace(0.15, 12, 800))  # 800 heights in equal steps of multiplication
for frame_height in [0.5, 0.7, 0.9, 1.1, 1.5, 3.0]:
    row = ladder[ladder["frame_height_m"] >= frame_height].iloc[0]  # the first that is so high
    print(frame_height, "m:", row["human"], "/", row["donkey"])

# %%
letters = {"long shot": "LS\n全景", "extreme long shot": "XLS\n远景", "extreme closeup": "XCU\n大特写"}
letters.update({"closeup": "CU\n特写", "medium closeup": "MCU\n近景"})
letters.update({"medium shot": "MS\n中景", "medium long shot": "MLS\n中全景"})
alt = (
    "Two bands along an axis from 0.15 to 12 metres, one for the man, one for the donkey, cut into field sizes from "
    "extreme closeup to extreme long shot. Where the terms differ the space between the bands is hatched. Below "
    "about 0.8 metres the donkey's term is the closer one, above about 1 metre the wider one; from 1.65 to 5.5 "
    "metres both are long shots."
)

# %%
fig, ax = new_figure(7.5, 3.0)
for y, body in [(1, "human"), (0, "donkey")]:
    starts = ladder.groupby(body, sort=False)["frame_height_m"].min()
    ends = [*starts.iloc[1:], 12]
    for i, (size, start) in enumerate(starts.items()):
        shade = ["#F5DDAF", "white"][i % 2]
        ax.barh(y, ends[i] - start, left=start, height=0.6, color=shade, edgecolor="black")
        ax.text((start * ends[i]) ** 0.5, y, letters[size], ha="center", va="center", fontsize=8)
pattern = {"hatch": "////", "facecolor": "white", "edgecolor": COLOURS["loess"], "linewidth": 0}
ax.fill_between(ladder["frame_height_m"], 0.32, 0.68, where=~ladder["agree"], **pattern)
ax.grid(visible=False)
ax.set_yticks([0, 0.5, 1], ["donkey", "terms differ", "man"])
ax.set(xscale="log", xlim=(0.15, 12), ylim=(-0.4, 1.4), xlabel="metres that the frame's height shows (log axis)")
ax.set_xticks([0.2, 0.5, 1, 2, 5, 10], ["0.2", "0.5", "1", "2", "5", "10"])
describe(fig, alt, "One camera, two bodies: near by the donkey's term is the closer one, farther off the wider one.")

# %% [markdown]
# It changes sides. A donkey's head is long for its body: what frames a man from the chest up holds little more
# than the donkey's head. Farther off the small body counts, and the donkey is whole in the picture while the
# man still lacks his feet. With other proportions the borders move; that a term needs a body stays.

# %% [markdown]
# One picture is enough to show it. In the mirror scene the reviewer sees a “medium shot” [user_liangzihan p8] and
# does not say of whom.

# %%
describe(draw_framing("lz_mirror"), alt_text("lz_mirror"), "LaoSi in front, the door and the mirror farther back.")

# %%
mirror = regions_of("lz_mirror").set_index("label_en")
print("LaoSi, head to waist:", size_of_part(mirror.loc["LaoSi", "height"], "waist").size)
print("GuiYing, whole body: ", size_of_part(mirror.loc["GuiYing", "height"], "whole body").size)

# %% [markdown]
# The heights are ours, the point is not: if the shot is medium on the man in front, and if GuiYing stands by the
# door in full view (this is not told), then on her it is a long shot. In which order do the steps
# of this conclusion weaken?
#
# <details><summary>One answer</summary>
#
# *Stated*: medium shot; he on the bed; she by the door; mirror and door side by side [user_liangzihan p8].
# *Inferred*: the man is its measure; he is in front. *Constructed*: that she is seen from head to foot.
# A conclusion is as good as its weakest step, so this one is constructed, too.
#
# </details>

# %% [markdown] objectives="8 3"
# ## Two readers of one description draw two pictures
#
# Now you draw. Read the paragraph, then run the next cell and place four regions as boxes: with the mouse, or with
# the keyboard (Tab to the picture, then N for a new box; the help line under it says the rest). Each new box takes
# the next of the four labels; L, or the list above the picture, gives it another. Each change is saved in
# `graveside.json`.

# %%
print(reading("user_liangzihan")["p10"])

# %%
from return_to_dust.drawing import draw_regions, read_regions

draw_regions(labels=["LaoSi", "GuiYing", "burning paper money", "rolling donkey"], path="graveside.json")

# %%
ours = regions_of("lz_graveside").rename(columns={"label_en": "label"})
if Path("graveside.json").exists():
    mine = read_regions("graveside.json")
else:
    mine = ours[ours["label"] != "ground"]  # nothing is drawn yet: take the course's own drawing
mine[["label", "shape", "x", "y", "width", "height"]]

# %% [markdown]
# `read_regions` gives your regions as shares of the frame. (Draw again, then run from here again.) Now describe
# your drawing in one sentence for somebody who cannot see it, in place of ours: who is where, what is far?

# %%
my_words = "The couple and burning paper are low in the frame, the donkey is small, higher up and farther away."
describe(draw_framing(mine, title="The graveside as I read it"), my_words, "My drawing of one paragraph.")

# %%
describe(draw_framing("lz_graveside"), alt_text("lz_graveside"), "The course's drawing of the same paragraph.")

# %% [markdown]
# In your own drawing every outline is dotted and every letter is C: you chose it all. How far do the two agree?
# **Intersection over union** (交并比 *jiāobìngbǐ*) is the area that two regions share, divided by the area
# that they cover together: 1 where they are equal, 0 where they do not meet. Predict yours for LaoSi.

# %%
from return_to_dust.framing import intersection_over_union

for row in mine.to_dict("records"):
    same = ours.set_index("label").loc[row["label"]]
    print(row["label"], round(intersection_over_union(row, same), 2))

# %% [markdown]
# And now the order: who stands higher than whom?

# %%
heights = {}
for row in mine.to_dict("records"):
    heights[row["label"]] = round(height_in_frame(row), 2)
sorted(heights, key=heights.get)  # from the lowest to the highest

# %% [markdown]
# (While nothing is drawn, ours is compared with itself: 1 everywhere.) With your own drawing the numbers will be far
# from 1, and the order from low to high may well be the same. Compare with your neighbour. Where readers of one
# description agree, it is in relations, not in numbers. So relations are what we quote.

# %% [markdown] objectives="3 4 7"
# ## A fine pattern can be half ours
#
# We line up all figures by their height in the frame. Where does the donkey stand, and where the man?

# %%
from return_to_dust.framing import measure

both = pd.concat([measure("lz_mirror"), measure("lz_graveside")]).set_index("label_en")
figures = both.loc[["LaoSi", "GuiYing", "LaoSi in the mirror", "donkey", "rolling donkey"]]
figures[["region", "height_in_frame", "height_basis", "distance_to_centre", "distance_basis"]].round(2)

# %% [markdown]
# The **distance to the centre** (距中心距离 *jù zhōngxīn jùlí*) is measured in frame heights; in the middle it is 0.
#
# In both framings the donkey stands higher than the man himself, and the one figure that is level with it is
# the man in the mirror. “Lowly donkey” [user_liangzihan p14], highest place: what a start for an essay. The
# column even says *stated*. Predict: how much of the pattern survives 200 redrawings?

# %%
my_guess = None

# %%
from return_to_dust.framing import measure_ranges

ranges = pd.concat([measure_ranges("lz_mirror", 200, seed=2022), measure_ranges("lz_graveside", 200, seed=2022)])
ranges = ranges[ranges["measure"] == "height_in_frame"].set_index("region")
mirror_figures = ["mirror_laosi", "mirror_guiying", "mirror_reflection", "mirror_donkey"]
ranges = ranges.loc[mirror_figures + ["grave_laosi", "grave_guiying", "grave_donkey"]]
names = ["LaoSi", "GuiYing", "LaoSi in\nthe mirror", "donkey", "LaoSi", "GuiYing", "donkey"]
alt = (
    "Seven vertical bars: the heights in the frame that each figure takes over 200 redrawings, with our own drawing "
    "as a dot. In the mirror scene the bars of LaoSi, GuiYing, the mirror image and the donkey overlap widely. At "
    "the graveside the donkey's bar lies above those of the couple."
)

# %%
fig, ax = new_figure(7.5, 3.8)
colours = [COLOURS["loess"] if "donkey" in name else COLOURS["sky"] for name in ranges.index]
places = [0, 1, 2, 3, 4.6, 5.6, 6.6]
ax.bar(places, ranges["highest"] - ranges["lowest"], 0.5, ranges["lowest"], color=colours, alpha=0.4)
ax.scatter(places, ranges["ours"], color=colours, edgecolor="black", s=60, zorder=3)
ax.axvline(3.8, color=COLOURS["ash"], linewidth=1)
ax.text(1.5, 1.03, "meal before the mirror", ha="center")
ax.text(5.6, 1.03, "graveside", ha="center")
ax.set_xticks(places, names)
ax.set(ylim=(0, 1.12), ylabel="height in the frame (0 lower edge, 1 upper)")
describe(fig, alt, "Dot: our diagram. Bar: all redrawings. The pattern of the dots is not a pattern of the bars.")

# %% [markdown]
# In the mirror scene all bars overlap. What is stated is one relation, the donkey “on the same level” with the
# man in the mirror [user_liangzihan p8]; each drawing keeps it, at some height or other. "Higher than the man
# himself" is ours: we put the bed low.

# %% [markdown]
# At the graveside the bars stand apart. But on what does this rest? “Overlooking the whole picture”
# [user_liangzihan p10] is read as looking down: a **high angle** (俯拍 *fǔpāi*), *inferred*. Redrawings keep
# inferred places nearly where we put them. If the word only means that all is in view, what is left?
#
# <details><summary>One answer</summary>
#
# The donkey is behind, on the ground: stated. From any camera above the ground, what stands farther off on flat
# ground has its foot higher in the picture (our knowledge of perspective). Its *middle* need not be higher: a man
# near by is tall in the frame. How much higher, or whether, the words do not say.
#
# </details>

# %% [markdown] objectives="6"
# ## The donkey answers for the man, once in his place
#
# For the reviewer man and donkey are alike in their “characters and destinies” [user_liangzihan p7]. Is the
# donkey, then, a **substitution** (替代 *tìdài*) for the man, shown in his place? We test it on the nine moments
# that the review tells. *Seen*: in the picture as described. *Named*: called or spoken of, in the
# scene or only in the review. *Told*: an event without a picture.
#
# Predict: in how many of the nine is the donkey seen while the man is not?

# %%
my_guess = None

# %%
from return_to_dust.framing import substitutions

moments = substitutions()
pd.crosstab(moments["man"].fillna("absent"), moments["donkey"].fillna("absent"))

# %% [markdown]
# Once: in the first shot, when a voice calls LaoSi and the donkey's head answers [user_liangzihan p6, p7]. In
# three moments the two are seen together. So the donkey seldom takes his place. It stands *beside* him and does
# or receives what he does not. What, exactly?

# %%
moments.set_index("order")[["scene", "kind", "means", "basis", "paragraph"]]

# %%
marks = {"seen": ("o", "black"), "named": ("o", "white"), "told": ("s", "white")}
scenes = ["first\nshot", "he comes\nout", "mirror", "grave-\nside", "rare\nblood", "platform", "Guiying\ndies",
          "donkey\nlet go", "LaoSi\ndies"]  # fmt: skip
alt = (
    "Nine moments from left to right, with rows for man, donkey and panda. Man and donkey are present in seven, "
    "absent at the platform and at Guiying's death. Between them stand words: in place of, gives way, stands for "
    "twice, then after gaps parts from and opposite. The panda is named twice and never seen; in the fifth moment it "
    "is opposite to the donkey."
)

# %%
fig, ax = new_figure(7.5, 3.6)
for y, name in [(2, "man"), (1, "donkey"), (0, "panda")]:
    ax.axhline(y, color=COLOURS["ash"], linewidth=0.5, zorder=0)
    for x, state in moments[name].dropna().items():
        shape, fill = marks[state]
        ax.scatter(x, y, marker=shape, color=fill, edgecolor="black", s=110)
for x, kind in moments["kind"].items():
    colour = COLOURS["loess"] if kind in ["opposite", "parts_from"] else COLOURS["sky"]
    y = 0.5 if x == 4 else 1.5  # in the fifth moment the panda is set against the donkey
    ax.text(x, y, kind.replace("none", "–").replace("_", "\n"), color=colour, ha="center", va="center", fontsize=8.5)
ax.set_yticks([2, 1, 0], ["man 人", "donkey 驴", "panda 熊猫"])
ax.set_xticks(range(9), scenes, fontsize=8.5)
ax.grid(visible=False)
ax.set(xlim=(-0.5, 8.5), ylim=(-0.4, 2.4), xlabel="● seen     ○ named     □ told as an event")
describe(fig, alt, "Read the middle line: what begins as one for the other ends as one against the other.")

# %% [markdown]
# The likeness turns into a contrast. The last two moments stand in one paragraph, told by this witness alone:
# the donkey is let go, the man takes his own life, and the reviewer sets the animal, “alive and free”, against
# him [user_liangzihan p19]. We take it as this reviewer's account. In two moments the pair is absent; a
# thesis on the whole film must say so.

# %% [markdown]
# And the panda? **Panda blood** (熊猫血 *xióngmāo xuè*) is an everyday name for Rh-negative blood. The villagers
# joke that LaoSi is a panda [user_liangzihan p13]. The joke does not name the donkey; it is the reviewer who sets the
# “noble panda” beside the “lowly donkey” and finds a “stark contrast” with LaoSi's life [user_liangzihan p14]. A
# **counter-image** (对照意象 *duìzhào yìxiàng*) without an image: it is spoken of, never described as seen.

# %% [markdown]
# One reviewer reads the donkey so. Does the reading fit what another witness tells?

# %%
print(reading("newschina")["p4"])

# %% [markdown]
# For whom does the donkey stand here? Find one sentence for the man and one against, then unfold.
#
# <details><summary>One answer</summary>
#
# For: the older brother beats the donkey [newschina p4], and a brother exploits Ma [newschina p15]; that it is the
# same brother is our inference. Against: the donkey is brought in and comforted while the bride is sent
# out [newschina p4]. Here it stands in *her* place. NewsChina draws neither parallel: both are ours. And in
# Blue-Grotto's list a “wandering donkey” is a pleasure beside chickens and swallows [user_blue_grotto p3].
#
# </details>

# %% [markdown] objectives="7 2"
# ## Two openings fit together at a price
#
# NewsChina says that the film opens in another way [newschina p5]. Unit 1 asked whether both can be true; now we
# count what that costs. Read, then look at both.

# %%
print(reading("newschina")["p3"])

# %%
from return_to_dust.framing import draw_framings

alt = (
    "Two frames side by side. Left, the wall with the square hole, the donkey's head and the soil, after one reviewer. "
    "Right, an empty frame for NewsChina's winter hut: what is told stands in it as words, and nothing is placed."
)
describe(draw_framings(["lz_first_shot", "nc_winter_hut"]), alt, "Two openings. One can be drawn, one only told.")

# %% [markdown]
# Each witness goes on. liangzihan: the wall, then, as the next scene, the mirror [user_liangzihan p8]. NewsChina:
# the hut, then the dining table [newschina p4]. In how many orders can four pieces stand, if each witness's own
# order is kept? `permutations` makes all orders.

# %%
from itertools import permutations

orders = []
for order in permutations(["wall", "mirror", "hut", "table"]):
    if order.index("wall") < order.index("mirror") and order.index("hut") < order.index("table"):
        orders.append(order)
orders

# %% [markdown]
# Six. Now we take the witnesses at their word: the wall is the “first shot” [user_liangzihan p6], and the film
# opens with the hut [newschina p5]. Predict how many orders are left: for the first claim, for the second, for
# both.

# %%
my_guess = None

# %%
wall_first = [order for order in orders if order[0] == "wall"]
hut_first = [order for order in orders if order[0] == "hut"]
print(len(wall_first), len(hut_first), "both:", len([order for order in wall_first if order in hut_first]))
print("wall first, mirror next:", [order for order in wall_first if order[1] == "mirror"])

# %% [markdown]
# Read strictly, no order serves both. So one word must give way. Does "opens" mean the first minutes and not
# the first image? Is "first shot" the first one that the reviewer remembers? Are wall and hut two views of one
# place? Was another version seen? No witness tells of two versions.

# %% [markdown]
# The one order with the mirror *next* has its own price. In it GuiYing stands at the door, with the donkey, before the
# hut; but in the hut Ma is called to meet a woman whom he has not met before [newschina p3]. Possible, but odd. Or
# "next" means next in the *review*. The order of a telling is not the order of a film.

# %% [markdown]
# Which of these pairs cannot both be true, however we read the words?
#
# - a: a wall in the “first shot” [user_liangzihan p6]; the film opens with a hut [newschina p3, p5]
# - b: a “female voice” calls [user_liangzihan p6]; the sister-in-law calls [newschina p3]
# - c: he eats on the bed [user_liangzihan p8]; he sits beside Cao at the table [newschina p4]
# - d: none of them

# %%
answer = "a"  # change it: a, b, c or d
self_check("4_framings/openings", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# d. (a) speaks of a shot on one side and of an opening on the other; (b) can be one woman, told with more or less
# knowledge; (c) can be two moments. "Can both be true" is not "are both true": only the film would tell.
#
# </details>

# %% [markdown] objectives="7 1"
# ## A description holds more than a picture
#
# Last, we hold the review against itself. It puts side by side what comes from four places: what is *seen*, what
# is *heard*, what one knows only *later*, and what is a *reading*. Give each phrase one of these words.
#
# 1. a “square hole” in the wall [user_liangzihan p6]
# 2. a “female voice” [user_liangzihan p6]
# 3. the marriage of her at the door and him on the bed [user_liangzihan p9]
# 4. “in reality” she pats “Lao Si” [user_liangzihan p9]
# 5. the donkey rolls; but “happily”? [user_liangzihan p10]

# %%
answer = ["seen", "seen", "seen", "seen", "seen"]  # change it
self_check("4_framings/layers", answer)

# %% [markdown]
# <details><summary>Answer</summary>
#
# `["seen", "heard", "later", "reading", "reading"]`. The third comes later, as the reviewer says. The fifth is one
# phrase with two layers: rolling is seen, "happily" is read into it. In a shot log they belong in two
# columns. Look at ours: `scene` and `reading`.
#
# </details>

# %% [markdown]
# ## How far this goes
#
# - Most of it hangs on one reviewer, whose text reached us through a listing page and our retelling. No other
#   witness tells the mirror, the graveside, the platform or the ending.
# - Rectangles and ellipses in a 16:9 frame are ours. Nobody tells the film's format.
# - That 200 redrawings agree is no proof; that one disagrees is.
# - Heights of men and donkeys and most steps between sizes are ours. Change them and run again.
# - The sorting of the nine moments is ours.
# - Whoever sees the film can test all this. A diagram from words is a question to the film, not a still of it.

# %% [markdown]
# ## Key points
#
# 1. 全景 is distance, 长镜头 is time, 中景 is two things.
# 2. Stated, inferred, constructed: a conclusion is as good as its weakest step.
# 3. Area share, overlap, height, distance: measure, then ask whose the number is.
# 4. What one redrawing refutes was never told; two upper limits give no ratio.
# 5. Field size needs a body and a frame. Man and donkey part in both directions.
# 6. The donkey is once in his place, then beside him, at last opposite; the panda is only spoken of.
# 7. Two openings fit if a word gives way; one review mixes seen, heard, later and reading.
# 8. Two readers draw different boxes: quote relations, and put them in words.

# %% [markdown]
# ## Going further (15 minutes, optional)
#
# Three short studies, in any order. They use what the cells above have made.
#
# *Which statements may stand?* Here are some statements on the four framings. Decide for each whether it follows
# from the description. The second cell shows what we think, and on what basis.

# %%
claims = table("framing_claims")
claims[["shot", "statement"]]

# %%
claims[["statement", "follows", "basis", "paragraph", "note"]].fillna("")

# %% [markdown]
# *Can the mirror scene be filmed?* We look at the room from above, in metres; every number is *constructed*. A
# mirror shows a man as if he stood as far behind the wall as he is before it, so we mark him there once more. Where
# the line from the camera to this image crosses the wall, there must be mirror. Move the camera.

# %%
camera_x, camera_y = 3.2, 3.0  # change them: metres along the wall, metres from the wall
man_x, man_y = 1.0, 1.4
crossing = camera_x + (man_x - camera_x) * camera_y / (camera_y + man_y)
print("the line crosses the wall at", round(crossing, 2), "m; is there mirror?", 1.3 <= crossing <= 2.1)
alt = (
    "A room from above: along a wall a mirror and beside it an open door. A man sits before the wall, the camera "
    "stands farther back and to one side. A line runs from the camera to a point of the mirror, on to the man's "
    "image behind the wall, and from the same point back to the man."
)

# %%
fig, ax = new_figure(6.5, 4.8)
ax.plot([0, 4.5], [0, 0], color="black")
ax.plot([1.3, 2.1], [0, 0], color=COLOURS["sky"], linewidth=7, solid_capstyle="butt")
ax.plot([2.4, 3.3], [0, 0], color=COLOURS["wheat"], linewidth=7, solid_capstyle="butt")
ax.plot([camera_x, crossing, man_x], [camera_y, 0, man_y], color=COLOURS["loess"])
ax.plot([crossing, man_x], [0, -man_y], color=COLOURS["loess"], linestyle=":")
for x, y, name in [(man_x, man_y, "LaoSi"), (man_x, -man_y, "his image"), (camera_x, camera_y, "camera")]:
    ax.scatter(x, y, color="black", s=60, zorder=3)
    ax.text(x + 0.1, y, name, va="center")
ax.text(1.25, -0.25, "mirror", ha="right", color=COLOURS["sky"])
ax.text(2.85, -0.25, "open door", ha="center")
ax.set(xlim=(0, 4.5), ylim=(-1.8, 3.5), aspect="equal", xlabel="metres along the wall", ylabel="metres from the wall")
describe(fig, alt, "The line can be walked both ways: where we see his face in the mirror, he can see the camera.")

# %% [markdown]
# So the scene can be filmed: from the side. From straight behind him, the line would pass through himself. And if
# we see his eyes, he can see us. Does he look? The reviewer does not say.

# %% [markdown]
# *Take your shot log along.* A CSV file opens in every spreadsheet. It keeps the Chinese if it is written so:

# %%
lz.to_csv("shot_log.csv", encoding="utf-8-sig")
