# ---
# jupyter:
#   sample_student:
#     name: Half Right
#     about: Gets the main case of most questions and takes what was drawn for what was told.
#     starts_from: release
#     score: 11.5
# ---

# %% [markdown]
# Half a point: the long shot and the long take share a word, and one step is too near.

# %% grade_id="framings_q1_terms"
chinese = {"long shot": "长镜头", "closeup": "大特写", "long take": "长镜头"}
two_meanings = "中景"

# %% [markdown]
# Half a point: the ellipse is taken for the rectangle around it, everywhere.

# %% grade_id="framings_q2_area"
def area_share(shape, width, height):
    """Return the part of the frame."""
    return width * height


head_of_hole = area_share("ellipse", 0.12, 0.26) / area_share("rect", 0.18, 0.32)

# %% [markdown]
# One point: the function is right, and the two upper bounds are divided all the same.

# %% grade_id="framings_q3_bounds"
def least_ratio(first, second):
    """Return the smallest ratio."""
    return first[0] / second[1]


ratio_verdict = "A"

# %% [markdown]
# Half a point: the frame is taken for a square.

# %% grade_id="framings_q4_centre"
def distance_to_centre(x, y, width, height):
    """Return the distance to the middle of the frame."""
    return ((x + width / 2 - 0.5) ** 2 + (y + height / 2 - 0.5) ** 2) ** 0.5


nearest = "mirror_reflection"

# %% [markdown]
# One and a half: what lies apart in both directions seems to overlap.

# %% grade_id="framings_q5_overlap"
def overlap(first, second):
    """Return the part of the first that lies in the second."""
    x, y, width, height = first
    x2, y2, width2, height2 = second
    wide = min(x + width, x2 + width2) - max(x, x2)
    high = min(y + height, y2 + height2) - max(y, y2)
    return wide * high / (width * height)


# %% [markdown]
# One and a quarter: a size begins only above its step, and one ladder serves for both bodies.

# %% grade_id="framings_q6_sizes"
def size_on(frame_m, height_m, ladder):
    """Return the field size."""
    found = "extreme closeup"
    for size, begins in ladder.items():
        if frame_m / height_m > begins:
            found = size
    return found


parted = [0.4, 0.8, 1.2, 1.4, 6.0]
carries = "B"

# %% [markdown]
# One and a quarter: what is likely is taken for stated, and the side for told.

# %% grade_id="framings_q7_basis"
basis_of = {
    "off_screen": "stated",
    "beam_over_heads": "stated",
    "head_size": "constructed",
    "one_level": "stated",
    "donkey_side": "stated",
    "looks_down": "stated",
    "under_quarter": "stated",
    "frame_shape": "constructed",
}

# %% [markdown]
# One point: shots in which both are absent are not counted.

# %% grade_id="framings_q8_pairs"
def pair_counts(rows):
    """Return how often each combination occurs."""
    return rows.groupby(["man", "donkey"]).size().reset_index(name="shots")


fails = "C"

# %% [markdown]
# Two and a half: ellipses are drawn around their corner.

# %% grade_id="framings_q9_diagram"
line = {"stated": "solid", "inferred": "dashed", "constructed": "dotted"}
fig, ax = new_figure()
ax.set(xlim=(0, 16), ylim=(0, 9), aspect="equal")
for row in four_regions.itertuples():
    kind = Rectangle if row.shape == "rect" else Ellipse
    place = (row.x * 16, row.y * 9)
    ax.add_patch(kind(place, row.width * 16, row.height * 9, fill=False, edgecolor="black", linestyle=line[row.basis]))
    ax.text(*place, row.label)
ax.set_title("stated solid, inferred dashed, constructed dotted")
describe(fig, "A hole in a wall, with a donkey's head and soil.")

# %% [markdown]
# One and a half: the lower edges are on one level, and there is a gap between GuiYing and the donkey.

# %% grade_id="framings_q10_mirror"
mine = pd.DataFrame(
    [
        ("door", 0.1, 0.1, 0.3, 0.8),
        ("donkey", 0.0, 0.35, 0.2, 0.5),
        ("GuiYing", 0.24, 0.1, 0.12, 0.7),
        ("mirror", 0.5, 0.3, 0.25, 0.5),
        ("reflection", 0.55, 0.35, 0.1, 0.3),
        ("LaoSi", 0.7, 0.1, 0.25, 0.7),
        ("bed", 0.45, 0, 0.55, 0.25),
    ],
    columns=["label", "x", "y", "width", "height"],
)

# %% [markdown] grade_id="framings_q11_accounts"
# The magazine begins with snow and the donkey that is fed [newschina p3]. The viewer begins with the wall and the hole
# [user_liangzihan p6]. Both are about the donkey and the man. They contradict each other, so one of them has not seen
# the film well.
