"""Drawn regions as a figure that does not move, for exported pages and wherever nobody can draw."""

from __future__ import annotations

import io
from typing import Any

import matplotlib.image
from matplotlib import patheffects
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse, Patch, Rectangle

from return_to_dust.drawing.picture import Picture
from return_to_dust.figures import COLOURS, WIDEST_ALT, DescribedFigure, use_course_style

WIDTH_IN = 7.5
HIGHEST_IN = 9.0
OUTLINE: dict[str, Any] = {
    "fill": False,
    "linewidth": 2.2,
    "path_effects": [patheffects.withStroke(linewidth=5, foreground="white"), patheffects.Normal()],
}
TAG = {"boxstyle": "square,pad=0.25", "facecolor": "white", "linewidth": 1.2}
#: Above this height there is no room for a tag over a box.
TOP = 0.93


def drawn_figure(picture: Picture, regions: list[dict[str, Any]], labels: list[str], file: str) -> DescribedFigure:
    """Draw regions over their picture and describe both in words.

    A still is left out, as it belongs to the student: its regions stand on an empty frame of its proportions.

    Parameters
    ----------
    picture
        Picture, what the regions were drawn on.
    regions
        list of dict, as in `Drawing`.
    labels
        list of str, whose order gives each label its colour.
    file
        str, the name of the file of regions, for the caption.
    """
    use_course_style()
    width = min(WIDTH_IN, HIGHEST_IN * picture.ratio)
    figure = Figure(figsize=(width, max(1.0, width / picture.ratio)))
    figure.set_layout_engine("none")  # the picture fills the figure
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, 1), ylim=(0, 1), xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set(visible=True, linewidth=1.5)
    if picture.kind == "figure":
        pixels = matplotlib.image.imread(io.BytesIO(picture.shown), format="png")
        axes.imshow(pixels, extent=(0, 1, 0, 1), aspect="auto")
    colours = list(COLOURS.values())
    for row in sorted(regions, key=lambda row: -row["width"] * row["height"]):
        place = labels.index(row["label"]) if row["label"] in labels else len(labels)
        colour = colours[place % len(colours)]
        axes.add_patch(_outline(row, colour))
        inside = row["y"] + row["height"] > TOP
        axes.annotate(
            f"{number_of(row)} {row['label']}",
            (row["x"], row["y"] + row["height"]),
            xytext=(5, -5 if inside else 5),
            textcoords="offset points",
            va="top" if inside else "bottom",
            bbox={**TAG, "edgecolor": colour},
        )
    buffer = io.BytesIO()
    # not by `describe`: the notebook may be drawing too, in another thread, and pyplot is for one thread only
    figure.savefig(buffer, format="png", metadata={"Software": None})
    return DescribedFigure(buffer.getvalue(), alt_text(picture, regions), _caption(picture, regions, file))


def alt_text(picture: Picture, regions: list[dict[str, Any]]) -> str:
    """Say in at most 1,000 characters what the picture is and where each region lies; values are shares of it."""
    text = f"{(picture.alt or picture.name).rstrip('.')}."
    text = f"{text[: WIDEST_ALT // 2]} Drawn on it: {counted(len(regions))}."
    for done, row in enumerate(regions):
        kind = "ellipse" if row["shape"] == "ellipse" else "rectangle"
        words = (
            f" {number_of(row)} {row['label']}, {kind}: left {row['x']:.2f}, bottom {row['y']:.2f}, "
            f"width {row['width']:.2f}, height {row['height']:.2f}."
        )
        rest = f" And {len(regions) - done} more."
        if len(text) + len(words) + len(rest) > WIDEST_ALT:
            return text + rest
        text += words
    return text


def counted(number: int) -> str:
    """Return a number of regions in words: "no region", "1 region", "2 regions"."""
    return f"{number or 'no'} region{'' if number < 2 else 's'}"  # noqa: PLR2004 - one is singular, and so is none


def number_of(row: dict[str, Any]) -> str:
    """Return how a region is called on the picture: 1 for ``box_1``."""
    return str(row["region"]).removeprefix("box_")


def _outline(row: dict[str, Any], colour: str) -> Patch:
    x, y, width, height = (row[key] for key in ("x", "y", "width", "height"))
    if row["shape"] == "ellipse":
        return Ellipse((x + width / 2, y + height / 2), width, height, edgecolor=colour, **OUTLINE)
    return Rectangle((x, y), width, height, edgecolor=colour, **OUTLINE)


def _caption(picture: Picture, regions: list[dict[str, Any]], file: str) -> str:
    words = f"{counted(len(regions)).capitalize()} in {file}, on {picture.name}."
    if picture.kind == "file":
        words += " The still itself is not part of this page."
    return f"{words} To draw, run this cell in JupyterLab."
