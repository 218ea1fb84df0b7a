# %% right="patches row by row, key in the title"
fig, ax = new_figure()
ax.set_xlim(0, 16)
ax.set_ylim(0, 9)
ax.set_aspect("equal")
lines = {"stated": "-", "inferred": "--", "constructed": ":"}
for number, row in four_regions.iterrows():
    x, y, w, h = row["x"] * 16, row["y"] * 9, row["width"] * 16, row["height"] * 9
    if row["shape"] == "rect":
        ax.add_patch(Rectangle((x, y), w, h, fill=False, edgecolor="black", linestyle=lines[row["basis"]]))
    else:
        ax.add_patch(Ellipse((x + w / 2, y + h / 2), w, h, fill=False, edgecolor="black", linestyle=lines[row["basis"]]))
    ax.text(x, y, row["label"])
ax.set_title("solid: stated, dashed: inferred, dotted: constructed")
describe(fig, "a hole with a head, soil below it, in a wall")

# %% right="plain matplotlib in shares, a box with the frame's proportions, a legend, Chinese words"
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax.set_box_aspect(9 / 16)
for label, shape, x, y, w, h, basis in four_regions.itertuples(index=False):
    style = {"stated": "solid", "inferred": "dashed", "constructed": "dotted"}[basis]
    word = {"stated": "明示", "inferred": "推断", "constructed": "自拟"}[basis]
    made = Rectangle((x, y), w, h) if shape == "rect" else Ellipse((x + w / 2, y + h / 2), w, h)
    made.set(fill=False, edgecolor="black", linestyle=style, label=word)
    ax.add_patch(made)
for word, place in {"墙": (0.05, 0.9), "洞": (0.4, 0.65), "土": (0.45, 0.1), "驴": (0.48, 0.5)}.items():
    ax.annotate(word, place)
ax.legend(loc="lower right")
plt.show()

# %% right="dashes by hand, fill and outline apart, an edge of the frame, English words under the figure"
fig, ax = new_figure(8, 4.5)
ax.set(xlim=(0, 1600), ylim=(0, 900), aspect="equal")
dashes = {"stated": "solid", "inferred": (0, (5, 2)), "constructed": (0, (1, 1.5))}
ax.add_patch(Rectangle((0, 0), 1600, 900, fill=False, edgecolor="black", linewidth=3))
for row in four_regions.itertuples():
    corner, size = (row.x * 1600, row.y * 900), (row.width * 1600, row.height * 900)
    centre = (corner[0] + size[0] / 2, corner[1] + size[1] / 2)
    for style in [dict(color="#E69F00", alpha=0.2, linewidth=0), dict(fill=False, edgecolor="black", linestyle=dashes[row.basis])]:
        ax.add_patch(Rectangle(corner, *size, **style) if row.shape == "rect" else Ellipse(centre, *size, **style))
    ax.annotate(row.label, corner)
ax.set_xlabel("line: stated solid, inferred dashes, constructed dots")
describe(fig, "a hole with a head, soil below it, in a wall")

# %% right="typed in by hand, rounded a little"
fig, ax = new_figure()
ax.add_patch(Rectangle((0, 0), 16, 9, fill=False, edgecolor="black", ls="dotted"))
ax.add_patch(Rectangle((6.2, 2.7), 3.6, 3.6, fill=False, edgecolor="black", ls="solid"))
ax.add_patch(Ellipse((8, 1.44), 2.24, 1.44, fill=False, edgecolor="black", ls="dashed"))
ax.add_patch(Ellipse((8, 4.5), 2.56, 3.06, fill=False, edgecolor="black", ls="solid"))
ax.set(xlim=(0, 16), ylim=(0, 9))
ax.set_aspect(1)
ax.text(0.2, 8.4, "Wall (constructed)")
ax.text(10, 4, "Hole (stated)")
ax.text(10, 1, "Soil (inferred)")
ax.text(7.5, 4.4, "Donkey (stated)")

# %% wrong="corner-as-middle" mark=2.5 says="around its middle"
fig, ax = new_figure()
ax.set(xlim=(0, 16), ylim=(0, 9), aspect="equal")
lines = {"stated": "-", "inferred": "--", "constructed": ":"}
for row in four_regions.itertuples():
    x, y, w, h = row.x * 16, row.y * 9, row.width * 16, row.height * 9
    kind = Rectangle if row.shape == "rect" else Ellipse
    ax.add_patch(kind((x, y), w, h, fill=False, edgecolor="black", linestyle=lines[row.basis]))
    ax.text(x, y, row.label)
ax.set_title("solid: stated, dashed: inferred, dotted: constructed")

# %% wrong="frame-ratio" mark=2.5 says="set the limits of both axes"
fig, ax = new_figure()
lines = {"stated": "-", "inferred": "--", "constructed": ":"}
for row in four_regions.itertuples():
    if row.shape == "rect":
        ax.add_patch(Rectangle((row.x, row.y), row.width, row.height, fill=False, edgecolor="black", linestyle=lines[row.basis]))
    else:
        ax.add_patch(Ellipse((row.x + row.width / 2, row.y + row.height / 2), row.width, row.height, fill=False, edgecolor="black", linestyle=lines[row.basis]))
    ax.text(row.x, row.y, row.label)
ax.set_aspect("equal")
ax.set_title("solid: stated, dashed: inferred, dotted: constructed")

# %% wrong="shares-as-units" mark=2.5 says="shrinks into a corner"
fig, ax = new_figure()
ax.set(xlim=(0, 16), ylim=(0, 9), aspect="equal")
lines = {"stated": "-", "inferred": "--", "constructed": ":"}
for row in four_regions.itertuples():
    if row.shape == "rect":
        ax.add_patch(Rectangle((row.x, row.y), row.width, row.height, fill=False, edgecolor="black", linestyle=lines[row.basis]))
    else:
        ax.add_patch(Ellipse((row.x + row.width / 2, row.y + row.height / 2), row.width, row.height, fill=False, edgecolor="black", linestyle=lines[row.basis]))
    ax.text(row.x, row.y, row.label)
ax.set_title("solid: stated, dashed: inferred, dotted: constructed")

# %% wrong="all-rectangles" mark=2 says="look at the column `shape`"
fig, ax = new_figure()
ax.set(xlim=(0, 16), ylim=(0, 9), aspect="equal")
lines = {"stated": "-", "inferred": "--", "constructed": ":"}
for row in four_regions.itertuples():
    ax.add_patch(Rectangle((row.x * 16, row.y * 9), row.width * 16, row.height * 9, fill=False, edgecolor="black", linestyle=lines[row.basis]))
    ax.text(row.x * 16, row.y * 9, row.label)
ax.set_title("solid: stated, dashed: inferred, dotted: constructed")

# %% wrong="no-key" mark=2 says="Not all of the words"
fig, ax = new_figure()
ax.set(xlim=(0, 16), ylim=(0, 9), aspect="equal")
for row in four_regions.itertuples():
    x, y, w, h = row.x * 16, row.y * 9, row.width * 16, row.height * 9
    ax.add_patch(Rectangle((x, y), w, h, fill=False, edgecolor="black") if row.shape == "rect" else Ellipse((x + w / 2, y + h / 2), w, h, fill=False, edgecolor="black"))
    ax.text(x, y, row.label)

# %% wrong="one-style" mark=2.5 says="the same line"
fig, ax = new_figure()
ax.set(xlim=(0, 16), ylim=(0, 9), aspect="equal")
for row in four_regions.itertuples():
    x, y, w, h = row.x * 16, row.y * 9, row.width * 16, row.height * 9
    ax.add_patch(Rectangle((x, y), w, h, fill=False, edgecolor="black") if row.shape == "rect" else Ellipse((x + w / 2, y + h / 2), w, h, fill=False, edgecolor="black"))
    ax.text(x, y, f"{row.label} ({row.basis})")

# %% wrong="other-style" mark=2.5 says="line of another basis"
fig, ax = new_figure()
ax.set(xlim=(0, 16), ylim=(0, 9), aspect="equal")
lines = {"stated": "-", "constructed": "--", "inferred": ":"}
for row in four_regions.itertuples():
    x, y, w, h = row.x * 16, row.y * 9, row.width * 16, row.height * 9
    ax.add_patch(Rectangle((x, y), w, h, fill=False, edgecolor="black", ls=lines[row.basis]) if row.shape == "rect" else Ellipse((x + w / 2, y + h / 2), w, h, fill=False, edgecolor="black", ls=lines[row.basis]))
    ax.text(x, y, f"{row.label} ({row.basis})")

# %% wrong="style-count" mark=2.5 says="as often as the column"
fig, ax = new_figure()
ax.set(xlim=(0, 16), ylim=(0, 9), aspect="equal")
for row in four_regions.itertuples():
    x, y, w, h = row.x * 16, row.y * 9, row.width * 16, row.height * 9
    style = "-" if row.basis == "stated" else ":"
    ax.add_patch(Rectangle((x, y), w, h, fill=False, edgecolor="black", ls=style) if row.shape == "rect" else Ellipse((x + w / 2, y + h / 2), w, h, fill=False, edgecolor="black", ls=style))
    ax.text(x, y, f"{row.label} ({row.basis})")

# %% wrong="no-names" mark=2.5 says="have no name"
fig, ax = new_figure()
ax.set(xlim=(0, 16), ylim=(0, 9), aspect="equal")
lines = {"stated": "-", "inferred": "--", "constructed": ":"}
for row in four_regions.itertuples():
    x, y, w, h = row.x * 16, row.y * 9, row.width * 16, row.height * 9
    ax.add_patch(Rectangle((x, y), w, h, fill=False, edgecolor="black", ls=lines[row.basis]) if row.shape == "rect" else Ellipse((x + w / 2, y + h / 2), w, h, fill=False, edgecolor="black", ls=lines[row.basis]))
ax.set_title("a hole in a wall: stated solid, inferred dashed, constructed dotted")
describe(fig, "a hole with a head, soil below it, in a wall")

# %% wrong="shape-count" mark=1.5 says="3 shapes have"
fig, ax = new_figure()
ax.set(xlim=(0, 16), ylim=(0, 9), aspect="equal")
lines = {"stated": "-", "inferred": "--", "constructed": ":"}
for row in four_regions.iloc[:3].itertuples():
    x, y, w, h = row.x * 16, row.y * 9, row.width * 16, row.height * 9
    ax.add_patch(Rectangle((x, y), w, h, fill=False, edgecolor="black", ls="-" if row.Index == 0 else lines[row.basis]) if row.shape == "rect" else Ellipse((x + w / 2, y + h / 2), w, h, fill=False, edgecolor="black", ls=lines[row.basis]))
    ax.text(x, y, f"{row.label} ({row.basis})")
ax.text(8, 4, "donkey")
ax.plot([0, 16], [0, 0], ":")
ax.set_title("constructed: dotted")

# %% wrong="shape-count" mark=2 says="see `edgecolor`"
fig, ax = new_figure()
ax.set(xlim=(0, 16), ylim=(0, 9), aspect="equal")
lines = {"stated": "-", "inferred": "--", "constructed": ":"}
for row in four_regions.itertuples():
    x, y, w, h = row.x * 16, row.y * 9, row.width * 16, row.height * 9
    ax.add_patch(Rectangle((x, y), w, h, fill=False, ls=lines[row.basis]) if row.shape == "rect" else Ellipse((x + w / 2, y + h / 2), w, h, fill=False, ls=lines[row.basis]))
    ax.text(x, y, f"{row.label} ({row.basis})")

# %% wrong="places" mark=2.5 says="where the table puts it"
fig, ax = new_figure()
ax.set(xlim=(0, 16), ylim=(9, 0), aspect="equal")
lines = {"stated": "-", "inferred": "--", "constructed": ":"}
for row in four_regions.itertuples():
    x, y, w, h = row.x * 16, row.y * 9, row.width * 16, row.height * 9
    ax.add_patch(Rectangle((x, y), w, h, fill=False, edgecolor="black", ls=lines[row.basis]) if row.shape == "rect" else Ellipse((x + w / 2, y + h / 2), w, h, fill=False, edgecolor="black", ls=lines[row.basis]))
    ax.text(x, y, f"{row.label} ({row.basis})")

# %% wrong="empty-figure" mark=0 says="did the cell above stop"
fig, ax = new_figure()
ax.set(xlim=(0, 16), ylim=(0, 9), aspect="equal")
ax.add_patch(Rectangle(four_regions["x"], four_regions["y"], fill=False, edgecolor="black"))

# %% wrong="not-axes" mark=0 says="Expected a matplotlib Axes"
ax = new_figure()[0]
