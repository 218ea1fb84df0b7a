# %% right="three scatters in a loop"
heights = {"documented": 5, "reported": 4, "attributed": 3, "inferred": 2, "speculated": 1}
fig, ax = new_figure()
for stance, marker in {"supports": "o", "qualifies": "s", "contradicts": "x"}.items():
    rows = pieces[pieces["stance"] == stance]
    ax.scatter(rows["source"], rows["rung"].map(heights), marker=marker, label=stance)
ax.set_yticks([5, 4, 3, 2, 1], LADDER)
ax.axhline(3.5, color="grey")
ax.legend()
describe(fig, "Nine marks on five rungs.")

# %% right="words as heights, turned round, words beside the marks"
order = pd.CategoricalDtype(LADDER, ordered=True)
sorted_pieces = pieces.assign(rung=pieces["rung"].astype(order)).sort_values("rung")
fig, ax = new_figure()
ax.scatter([sorted_pieces["source"].iloc[0]] * 5, LADDER, alpha=0)
ax.cla()
places = {source: i for i, source in enumerate(pieces["source"].unique())}
for stance, marker in {"supports": "^", "qualifies": "s", "contradicts": "v"}.items():
    rows = pieces[pieces["stance"] == stance]
    ax.plot(rows["source"].map(places), rows["rung"].map(LADDER.index), marker, linestyle="", label=stance)
    ax.text(5, LADDER.index(rows["rung"].iloc[0]), stance)
ax.set_xticks(list(places.values()), ["Listing page", "NewsChina", "liangzihan", "Screen", "UK review"])
ax.set_yticks(range(5), LADDER)
ax.invert_yaxis()
describe(fig, "Nine marks on five rungs, the surest on top.")

# %% right="lines without lines, other heights"
heights = dict(zip(LADDER, [100, 75, 50, 25, 0]))
fig, ax = new_figure(9, 5)
groups = pieces.groupby("stance")
for stance, rows in groups:
    ax.plot(list(rows["source"]), [heights[rung] for rung in rows["rung"]], "D", label=stance.upper())
ax.set_yticks(list(heights.values()), [rung.capitalize() for rung in heights])
ax.legend(title="stance")
ax.set_title("Was it praised?")
describe(fig, "Nine marks.")

# %% wrong="no-legend" mark=1.5 says="only if there is a legend"
heights = {"documented": 5, "reported": 4, "attributed": 3, "inferred": 2, "speculated": 1}
fig, ax = new_figure()
for stance, marker in {"supports": "o", "qualifies": "s", "contradicts": "x"}.items():
    rows = pieces[pieces["stance"] == stance]
    ax.scatter(rows["source"], rows["rung"].map(heights), marker=marker, label=stance)
ax.set_yticks([5, 4, 3, 2, 1], LADDER)
describe(fig, "Nine marks on five rungs.")

# %% wrong="upside-down" mark=1.5 says="upside down"
heights = {"documented": 1, "reported": 2, "attributed": 3, "inferred": 4, "speculated": 5}
fig, ax = new_figure()
for stance, marker in {"supports": "o", "qualifies": "s", "contradicts": "x"}.items():
    rows = pieces[pieces["stance"] == stance]
    ax.scatter(rows["source"], rows["rung"].map(heights), marker=marker, label=stance)
ax.set_yticks([1, 2, 3, 4, 5], LADDER)
ax.legend()
describe(fig, "Nine marks on five rungs.")

# %% wrong="no-rungs" mark=1.75 says="Not every rung"
heights = {"documented": 5, "reported": 4, "attributed": 3, "inferred": 2, "speculated": 1}
fig, ax = new_figure()
for stance, marker in {"supports": "o", "qualifies": "s", "contradicts": "x"}.items():
    rows = pieces[pieces["stance"] == stance]
    ax.scatter(rows["source"], rows["rung"].map(heights), marker=marker, label=stance)
ax.legend()
describe(fig, "Nine marks on five rungs.")

# %% wrong="order" mark=1.5 says="order that of the ladder"
heights = {rung: i for i, rung in enumerate(sorted(LADDER))}
fig, ax = new_figure()
for stance, marker in {"supports": "o", "qualifies": "s", "contradicts": "x"}.items():
    rows = pieces[pieces["stance"] == stance]
    ax.scatter(rows["source"], rows["rung"].map(heights), marker=marker, label=stance)
ax.set_yticks(list(heights.values()), list(heights))
ax.legend()
describe(fig, "Nine marks on five rungs in the order of the alphabet.")

# %% wrong="order" mark=1.5 says="order that of the ladder"
fig, ax = new_figure()
for stance, marker in {"supports": "o", "qualifies": "s", "contradicts": "x"}.items():
    rows = pieces[pieces["stance"] == stance]
    ax.scatter(rows["source"], rows["rung"], marker=marker, label=stance)
ax.legend()
describe(fig, "Nine marks on five rungs in the order in which they come.")

# %% wrong="one-series" mark=1.5 says="one series"
heights = {"documented": 5, "reported": 4, "attributed": 3, "inferred": 2, "speculated": 1}
colours = {"supports": "C0", "qualifies": "C1", "contradicts": "C2"}
fig, ax = new_figure()
ax.scatter(pieces["source"], pieces["rung"].map(heights), c=pieces["stance"].map(colours))
ax.set_yticks([5, 4, 3, 2, 1], LADDER)
ax.set_title("supports, qualifies, contradicts")
ax.text(0, 1, "supports (1), qualifies (2), contradicts (3)")
describe(fig, "Nine marks on five rungs.")

# %% wrong="mark-count" mark=0.75 says="nine pieces of evidence"
heights = {"documented": 5, "reported": 4, "attributed": 3, "inferred": 2, "speculated": 1}
fig, ax = new_figure()
for stance, marker in {"supports": "o", "contradicts": "x"}.items():
    rows = pieces[pieces["stance"] == stance].drop_duplicates("source")
    ax.scatter(rows["source"], rows["rung"].map(heights), marker=marker, label=stance)
ax.text(0, 1, "qualifies: the UK review")
ax.set_yticks([5, 4, 3, 2, 1], LADDER)
ax.legend()
describe(fig, "Marks on five rungs.")

# %% wrong="no-sources" mark=1.75 says="Not every source"
heights = {"documented": 5, "reported": 4, "attributed": 3, "inferred": 2, "speculated": 1}
fig, ax = new_figure()
for stance, marker in {"supports": "o", "qualifies": "s", "contradicts": "x"}.items():
    rows = pieces[pieces["stance"] == stance]
    ax.scatter(rows.index, rows["rung"].map(heights), marker=marker, label=stance)
ax.set_yticks([5, 4, 3, 2, 1], LADDER)
ax.legend()
describe(fig, "Nine marks on five rungs.")

# %% wrong="empty-figure" mark=0 says="The figure is empty"
fig, ax = new_figure()
ax.set_yticks([5, 4, 3, 2, 1], LADDER)
describe(fig, "Nothing yet.")

# %% wrong="not-axes" mark=0 says="Expected a matplotlib Axes"
fig, ax = new_figure()
ax.scatter([1], [1])
ax = describe(fig, "The axes are replaced by the picture.")
