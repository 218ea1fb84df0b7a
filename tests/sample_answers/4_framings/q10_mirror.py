# %% right="a table written by hand"
mine = pd.DataFrame(
    [
        ("door", 0.1, 0.1, 0.3, 0.8),
        ("donkey", 0.02, 0.3, 0.25, 0.4),
        ("GuiYing", 0.2, 0.1, 0.12, 0.7),
        ("mirror", 0.5, 0.3, 0.25, 0.5),
        ("reflection", 0.55, 0.35, 0.1, 0.3),
        ("LaoSi", 0.7, 0.1, 0.25, 0.7),
        ("bed", 0.45, 0, 0.55, 0.25),
    ],
    columns=["label", "x", "y", "width", "height"],
)

# %% right="drawn with the widget: the file is there and is read"
import json
from pathlib import Path

boxes = [
    ("mirror", "rect", 0.6, 0.35, 0.2, 0.5),
    ("reflection", "ellipse", 0.65, 0.5, 0.1, 0.2),
    ("door", "rect", 0.05, 0.05, 0.4, 0.9),
    ("donkey", "ellipse", 0.2, 0.45, 0.25, 0.32),
    ("GuiYing", "rect", 0.1, 0.2, 0.12, 0.6),
    ("bed", "rect", 0.5, 0, 0.5, 0.3),
    ("LaoSi", "ellipse", 0.75, 0.2, 0.2, 0.7),
    ("donkey's bowl", "rect", 0.3, 0.4, 0.1, 0.05),
]
regions = [
    {"region": f"box_{n}", "label": label, "shape": shape, "x": x, "y": y, "width": w, "height": h, "basis": "drawn"}
    for n, (label, shape, x, y, w, h) in enumerate(boxes, 1)
]
picture = {"kind": "frame", "name": "empty frame 16:9", "width_px": 1600, "height_px": 900, "sha256": None}
content = {"format": "return-to-dust/boxes", "version": 1, "picture": picture, "regions": regions}
Path("boxes.json").write_text(json.dumps(content), encoding="utf-8")
mine = read_regions("boxes.json")

# %% right="the course's diagram, turned over, with a larger donkey"
scene = table("regions")[table("regions")["shot"] == "lz_mirror"].copy()
scene["label"] = scene["region"].str.removeprefix("mirror_")
scene["x"] = 1 - scene["x"] - scene["width"]
donkey = scene["label"] == "donkey"
scene.loc[donkey, ["x", "y", "width", "height"]] = [0.13, 0.37, 0.22, 0.46]
mine = scene[["label", "shape", "x", "y", "width", "height"]]

# %% right="another order, capitals, ids and extra columns, door at the very edge"
rows = {
    "Bed": [0.6, 0.0, 0.4, 0.2],
    "Laosi": [0.65, 0.15, 0.2, 0.6],
    "Guiying": [0.3, 0.1, 0.1, 0.6],
    "Donkey": [0.11, 0.2, 0.2, 0.3],
    "Reflection": [0.5, 0.25, 0.08, 0.2],
    "Mirror": [0.46, 0.2, 0.15, 0.4],
    "Door": [0.0, 0.0, 0.35, 0.95],
}
mine = pd.DataFrame(rows, index=["x", "y", "width", "height"]).T.rename_axis("label").reset_index()
mine["basis"] = "drawn"

# %% wrong="other-side" mark=1.5 says="To the right of the mirror"
scene = table("regions")[table("regions")["shot"] == "lz_mirror"].copy()
scene["label"] = scene["region"].str.removeprefix("mirror_")
mine = scene[["label", "shape", "x", "y", "width", "height"]]

# %% wrong="not-twice" mark=1.75 says="times that area"
scene = table("regions")[table("regions")["shot"] == "lz_mirror"].copy()
scene["label"] = scene["region"].str.removeprefix("mirror_")
scene["x"] = 1 - scene["x"] - scene["width"]
mine = scene[["label", "shape", "x", "y", "width", "height"]]

# %% wrong="lower-edges" mark=1.75 says="the middles are what counts"
mine = pd.DataFrame(
    [
        ("door", 0.1, 0.1, 0.3, 0.8),
        ("donkey", 0.02, 0.35, 0.25, 0.5),
        ("GuiYing", 0.2, 0.1, 0.12, 0.7),
        ("mirror", 0.5, 0.3, 0.25, 0.5),
        ("reflection", 0.55, 0.35, 0.1, 0.3),
        ("LaoSi", 0.7, 0.1, 0.25, 0.7),
        ("bed", 0.45, 0, 0.55, 0.25),
    ],
    columns=["label", "x", "y", "width", "height"],
)

# %% wrong="levels-differ" mark=1.75 says="not at one height"
mine = pd.DataFrame(
    [
        ("door", 0.1, 0.1, 0.3, 0.8),
        ("donkey", 0.02, 0.1, 0.25, 0.4),
        ("GuiYing", 0.2, 0.1, 0.12, 0.7),
        ("mirror", 0.5, 0.3, 0.25, 0.5),
        ("reflection", 0.55, 0.35, 0.1, 0.3),
        ("LaoSi", 0.7, 0.1, 0.25, 0.7),
        ("bed", 0.45, 0, 0.55, 0.25),
    ],
    columns=["label", "x", "y", "width", "height"],
)

# %% wrong="reflection-outside" mark=1.5 says="reaches beyond the mirror"
mine = pd.DataFrame(
    [
        ("door", 0.1, 0.1, 0.3, 0.8),
        ("donkey", 0.02, 0.3, 0.25, 0.4),
        ("GuiYing", 0.27, 0.1, 0.12, 0.7),
        ("mirror", 0.55, 0.3, 0.15, 0.5),
        ("reflection", 0.5, 0.35, 0.1, 0.3),
        ("LaoSi", 0.7, 0.3, 0.25, 0.6),
        ("bed", 0.45, 0, 0.55, 0.25),
    ],
    columns=["label", "x", "y", "width", "height"],
)

# %% wrong="not-beside" mark=1.75 says="lies over the other"
mine = pd.DataFrame(
    [
        ("door", 0.1, 0.1, 0.5, 0.8),
        ("donkey", 0.02, 0.3, 0.25, 0.4),
        ("GuiYing", 0.2, 0.1, 0.12, 0.7),
        ("mirror", 0.5, 0.3, 0.25, 0.5),
        ("reflection", 0.55, 0.35, 0.1, 0.3),
        ("LaoSi", 0.7, 0.1, 0.25, 0.7),
        ("bed", 0.45, 0, 0.55, 0.25),
    ],
    columns=["label", "x", "y", "width", "height"],
)

# %% wrong="no-touch" mark=1.75 says="gap between the two"
mine = pd.DataFrame(
    [
        ("door", 0.1, 0.1, 0.3, 0.8),
        ("donkey", 0.0, 0.3, 0.2, 0.4),
        ("GuiYing", 0.24, 0.1, 0.12, 0.7),
        ("mirror", 0.5, 0.3, 0.25, 0.5),
        ("reflection", 0.55, 0.35, 0.1, 0.3),
        ("LaoSi", 0.7, 0.1, 0.25, 0.7),
        ("bed", 0.45, 0, 0.55, 0.25),
    ],
    columns=["label", "x", "y", "width", "height"],
)

# %% wrong="far-from-door" mark=1.75 says="far from each other"
mine = pd.DataFrame(
    [
        ("door", 0.3, 0.1, 0.15, 0.8),
        ("donkey", 0.05, 0.3, 0.2, 0.4),
        ("GuiYing", 0.0, 0.1, 0.1, 0.7),
        ("mirror", 0.5, 0.3, 0.25, 0.5),
        ("reflection", 0.55, 0.35, 0.1, 0.3),
        ("LaoSi", 0.7, 0.1, 0.25, 0.7),
        ("bed", 0.45, 0, 0.55, 0.25),
    ],
    columns=["label", "x", "y", "width", "height"],
)

# %% wrong="not-on-bed" mark=1.75 says="not on the bed"
mine = pd.DataFrame(
    [
        ("door", 0.1, 0.1, 0.3, 0.8),
        ("donkey", 0.02, 0.3, 0.25, 0.4),
        ("GuiYing", 0.2, 0.1, 0.12, 0.7),
        ("mirror", 0.5, 0.3, 0.25, 0.5),
        ("reflection", 0.55, 0.35, 0.1, 0.3),
        ("LaoSi", 0.7, 0.4, 0.25, 0.5),
        ("bed", 0.45, 0, 0.55, 0.25),
    ],
    columns=["label", "x", "y", "width", "height"],
)

# %% wrong="missing-region" mark=0 says="label LaoSi, bed"
mine = pd.DataFrame(
    [
        ("door", 0.1, 0.1, 0.3, 0.8),
        ("donkey", 0.02, 0.3, 0.25, 0.4),
        ("GuiYing", 0.2, 0.1, 0.12, 0.7),
        ("mirror", 0.5, 0.3, 0.25, 0.5),
        ("reflection", 0.55, 0.35, 0.1, 0.3),
    ],
    columns=["label", "x", "y", "width", "height"],
)

# %% wrong="label-twice" mark=0 says="more than one region"
mine = pd.DataFrame(
    [
        ("door", 0.1, 0.1, 0.3, 0.8),
        ("donkey", 0.02, 0.3, 0.25, 0.4),
        ("donkey", 0.04, 0.3, 0.25, 0.4),
        ("GuiYing", 0.2, 0.1, 0.12, 0.7),
        ("mirror", 0.5, 0.3, 0.25, 0.5),
        ("reflection", 0.55, 0.35, 0.1, 0.3),
        ("LaoSi", 0.7, 0.1, 0.25, 0.7),
        ("bed", 0.45, 0, 0.55, 0.25),
    ],
    columns=["label", "x", "y", "width", "height"],
)

# %% wrong="no-regions" mark=0 says="share of the frame"
mine = pd.DataFrame(
    [
        ("door", 160, 90, 480, 720),
        ("donkey", 32, 270, 400, 360),
        ("GuiYing", 320, 90, 192, 630),
        ("mirror", 800, 270, 400, 450),
        ("reflection", 880, 315, 160, 270),
        ("LaoSi", 1120, 90, 400, 630),
        ("bed", 720, 0, 880, 225),
    ],
    columns=["label", "x", "y", "width", "height"],
)

# %% wrong="no-regions" mark=0 says="must be a DataFrame"
mine = {"door": (0.1, 0.1, 0.3, 0.8), "donkey": (0.02, 0.3, 0.25, 0.4)}

# %% wrong="unanswered" mark=0 says="does not exist"
mine = read_regions("boxes.json")
