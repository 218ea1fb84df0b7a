"""Figures in the course's style, with Chinese text and with words for readers who cannot see them."""

from __future__ import annotations

import base64
import html
import io
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any

import matplotlib as mpl
import matplotlib.dates as mdates
import matplotlib.pyplot as plt
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from return_to_dust.errors import CourseError
from return_to_dust.paths import bundled

#: Colour-blind-safe colours (Okabe and Ito 2008), by the role they play in a figure.
COLOURS = {
    "loess": "#D55E00",
    "sky": "#0072B2",
    "wheat": "#E69F00",
    "field": "#009E73",
    "dusk": "#CC79A7",
    "ash": "#6B6B6B",
}
FONT = "fonts/NotoSansCJKsc-Course.otf"
BOLD = 700
WIDEST_ALT = 1000
WIDEST_IN = 40
#: matplotlib's short names of line styles, and the longest ink, in line widths, that still looks like a dot.
LINESTYLES = {"-": "solid", "--": "dashed", "-.": "dashdot", ":": "dotted", "None": "none"}
LONGEST_DOT = 1.5


@cache
def use_course_style() -> None:
    """Register the bundled Chinese font and set the course's one matplotlib style.

    Raises
    ------
    CourseError
        If the font or the style file is missing.
    """
    font = str(bundled(FONT, f"src/return_to_dust/{FONT}"))
    font_manager.fontManager.addfont(font)
    # The font has one weight. Listed as bold too, it serves bold titles without matplotlib's complaint on stderr.
    regular = next(entry for entry in font_manager.fontManager.ttflist if entry.fname == font)
    font_manager.fontManager.ttflist.append(replace(regular, weight=BOLD))
    mpl.style.use(str(bundled("style/course.mplstyle", "src/return_to_dust/style/course.mplstyle")))


def new_figure(width_in: float = 7.5, height_in: float = 4.0, **subplots: Any) -> tuple[Figure, Any]:
    """Make an empty figure in the course's style.

    Parameters
    ----------
    width_in, height_in
        float, the size in inches, above 0 and up to 40.
    **subplots
        Passed on to `matplotlib.pyplot.subplots`, such as ``ncols=2``.

    Returns
    -------
    tuple
        The figure, and its Axes (or an array of them).

    Raises
    ------
    CourseError
        If a size is no number or out of range, or the font or the style file is missing.
    """
    for size in (width_in, height_in):
        if not isinstance(size, (int, float)) or not 0 < size <= WIDEST_IN:
            raise CourseError(
                f"A figure needs a width and a height in inches, above 0 and up to {WIDEST_IN}, not {size!r}."
            )
    use_course_style()
    return plt.subplots(figsize=(width_in, height_in), **subplots)


class DescribedFigure:
    """A figure as a picture with its alternative text and its caption; notebooks show it as HTML.

    Parameters
    ----------
    png
        bytes, the picture in the PNG format.
    alt, caption
        str, as for `describe`; they are escaped in the HTML.
    """

    def __init__(self, png: bytes, alt: str, caption: str) -> None:
        self.png = png
        self.alt = alt
        self.caption = caption

    def _repr_html_(self) -> str:
        data = base64.b64encode(self.png).decode("ascii")
        picture = (
            f'<img alt="{html.escape(self.alt)}" src="data:image/png;base64,{data}" '
            'style="max-width: 100%; height: auto">'
        )
        caption = f"<figcaption>{html.escape(self.caption)}</figcaption>" if self.caption else ""
        return f'<figure style="margin: 0">{picture}{caption}</figure>'

    def __repr__(self) -> str:
        return f"Figure: {self.alt}"


def describe(figure: Figure | Axes, alt: str, caption: str = "") -> DescribedFigure:
    """Close a figure and return it as a picture that carries its description.

    Put it on the last line of a cell: JupyterLab and every exported page then hold the text too.

    Parameters
    ----------
    figure
        A matplotlib figure, or the Axes of one.
    alt
        str, what the figure shows, in words, for readers who do not see it: 1 to 1,000 characters.
    caption
        str, one sentence under the figure that says what to see in it; "" for none.

    Raises
    ------
    CourseError
        If `figure` is not a figure, or `alt` is empty or too long.
    """
    owner = figure.figure if isinstance(figure, Axes) else figure
    if not isinstance(owner, Figure):
        raise CourseError(f"describe needs a matplotlib figure or Axes, but got a {type(figure).__name__}.")
    if not isinstance(alt, str) or not alt.strip():
        raise CourseError('A figure needs a description: write describe(fig, "what the figure shows").')
    if len(alt) > WIDEST_ALT:
        raise CourseError(f"The description has {len(alt)} characters: shorten it to {WIDEST_ALT} or fewer.")
    buffer = io.BytesIO()
    owner.savefig(buffer, format="png", metadata={"Software": None, "Description": alt})
    plt.close(owner)
    return DescribedFigure(buffer.getvalue(), " ".join(alt.split()), caption)


def describe_axes(axes: Any) -> dict[str, Any]:
    """Turn an Axes into plain data that tests can ask about.

    Parameters
    ----------
    axes
        A matplotlib Axes, or a description made earlier, which is returned as it is.

    Returns
    -------
    dict
        ``title``, ``xlabel``, ``ylabel`` (text); ``xlim``, ``ylim`` (two numbers); ``xscale``, ``yscale``
        (``"linear"``, ``"log"``, ``"date"`` …); ``xticklabels``, ``yticklabels``, ``legend``, ``texts`` (lists of
        text); ``lines`` (``label``, ``x``, ``y``); ``points`` (``label``, ``x``, ``y``); ``bars``, one for each
        rectangle, and ``patches``, one for each other shape with its ``kind``, such as ``"Ellipse"`` (``label``;
        ``x``, ``y``, ``width``, ``height`` of the box around it; ``linestyle``: ``"solid"``, ``"dashed"``,
        ``"dashdot"``, ``"dotted"``, or ``"none"`` where no outline can be seen); ``ratio`` (width to height of the
        Axes as drawn). Dates are ISO text.

    Raises
    ------
    CourseError
        If `axes` is neither.
    """
    if isinstance(axes, dict) and "lines" in axes and "title" in axes:
        return axes
    if not isinstance(axes, Axes):
        raise CourseError(
            f"Expected a matplotlib Axes (the `ax` of `fig, ax = new_figure()`), but got a {type(axes).__name__}."
        )
    axes.figure.canvas.draw()  # tick labels exist only once they have been drawn
    legend = axes.get_legend()
    rectangles = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
    return {
        "title": axes.get_title() or axes.get_title(loc="left") or axes.get_title(loc="right"),
        "xlabel": axes.get_xlabel(),
        "ylabel": axes.get_ylabel(),
        "xlim": [float(v) for v in axes.get_xlim()],
        "ylim": [float(v) for v in axes.get_ylim()],
        "xscale": _scale(axes, "x"),
        "yscale": _scale(axes, "y"),
        "xticklabels": [label.get_text() for label in axes.get_xticklabels()],
        "yticklabels": [label.get_text() for label in axes.get_yticklabels()],
        "legend": [text.get_text() for text in legend.get_texts()] if legend else [],
        "texts": [text.get_text() for text in axes.texts],
        "lines": [_series(line.get_label(), line.get_xdata(), line.get_ydata()) for line in axes.lines]
        + [
            _series(drawn.get_label(), part[:, 0], part[:, 1])
            for drawn in axes.collections
            if isinstance(drawn, LineCollection)  # what hlines and vlines draw
            for part in drawn.get_segments()
        ],
        "points": [_points(drawn) for drawn in axes.collections if isinstance(drawn, PathCollection)],
        "bars": _bars(axes),
        "patches": [
            {"kind": type(patch).__name__, "label": _label(patch.get_label()), **_box(patch), **_outline(patch)}
            for patch in axes.patches
            if patch not in rectangles
        ],
        "ratio": float(axes.bbox.width / axes.bbox.height),
    }


def _scale(axes: Axes, which: str) -> str:
    axis = axes.xaxis if which == "x" else axes.yaxis
    if isinstance(axis.get_converter(), (mdates.DateConverter, mdates._SwitchableDateConverter)):
        return "date"
    return str(axis.get_scale())


def _plain(value: Any) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()[:10]
    if hasattr(value, "dtype") and value.dtype.kind == "M":
        return str(value)[:10]
    return value if isinstance(value, str) else float(value)


def _label(label: Any) -> str:
    text = str(label or "")
    return "" if text.startswith("_") else text


def _series(label: Any, x: Any, y: Any) -> dict[str, Any]:
    return {"label": _label(label), "x": [_plain(v) for v in x], "y": [_plain(v) for v in y]}


def _points(collection: Any) -> dict[str, Any]:
    offsets = collection.get_offsets()
    return _series(collection.get_label(), offsets[:, 0], offsets[:, 1])


def _bars(axes: Axes) -> list[dict[str, Any]]:
    labels = {
        id(bar): _label(group.get_label()) for group in axes.containers for bar in group if hasattr(bar, "get_xy")
    }
    return [
        {
            "label": labels.get(id(bar), _label(bar.get_label())),
            "x": float(bar.get_x()),
            "y": float(bar.get_y()),
            "width": float(bar.get_width()),
            "height": float(bar.get_height()),
            **_outline(bar),
        }
        for bar in axes.patches
        if isinstance(bar, Rectangle)
    ]


def _box(patch: Patch) -> dict[str, float]:
    box = patch.get_path().get_extents(patch.get_patch_transform())
    return {"x": float(box.x0), "y": float(box.y0), "width": float(box.width), "height": float(box.height)}


def _outline(patch: Patch) -> dict[str, str]:
    style: Any = patch.get_linestyle()
    edge = to_rgba(patch.get_edgecolor())
    paper = to_rgba(patch.axes.get_facecolor()) if patch.axes else None
    if not patch.get_linewidth() or not edge[3] or edge == paper:  # the style's own edges have the colour of its paper
        style = "None"
    if isinstance(style, tuple):  # an offset, and how long ink and gap are in turn; no lengths mean no gap
        lengths = style[1] or ()
        style = "solid" if not lengths else "dotted" if max(lengths[::2]) <= LONGEST_DOT else "dashed"
    return {"linestyle": LINESTYLES.get(str(style), str(style))}
