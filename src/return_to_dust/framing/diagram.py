"""Diagrams of framings: what the words place in the frame, and by line and letter how well each is known."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from shapely.geometry import Point
from shapely.ops import nearest_points

from return_to_dust.errors import CourseError
from return_to_dust.figures import new_figure
from return_to_dust.framing.canvas import LINE_IN, Canvas, Sign
from return_to_dust.framing.layout import GAP, Place, place_labels
from return_to_dust.framing.regions import BASES, DEPTHS, KINDS, RATIO, Region, check_regions, framings, regions_of
from return_to_dust.framing.wording import KEY, address_of, in_language, shot_row, told

LANGUAGES = ("both", "en", "zh")
SHEET_IN = 7.5
KEY_IN = 0.8
TITLE_CHARS, WIDE_TITLE_CHARS, LABEL_CHARS = 80, 64, 36
LABELS = ("label_en", "label_zh")
LEAST_IN = 0.6
#: With more regions than this, labels become numbers; with more than the second, the diagram is refused.
MOST_NAMED, MOST = 10, 24
#: Below this width of the Axes, labels become numbers with a list under the frame.
NARROW_IN = 5.0


def draw_framing(
    framing: str | pd.DataFrame, ax: Axes | None = None, language: str = "both", title: str | None = None
) -> Axes:
    """Draw a framing as a diagram of rectangles and ellipses in a 16:9 frame.

    Fill shows what a region is (with hatching, for print without colour); a stronger colour is nearer. The outline
    shows what the size rests on: solid where stated, dashed where inferred, dotted where constructed. The letter at
    the label shows the same for the place: S, I or C.

    Parameters
    ----------
    framing
        str, a shot of the table ``shots``, or pandas.DataFrame, a region table. A shot without regions gives an
        empty frame that says what is told.
    ax
        matplotlib Axes to draw into; a new figure of 7.5 by 4.4 inches by default. Below 5 inches of width the
        labels become numbers, with a list under the frame.
    language
        str, the language of the labels: ``"both"``, ``"en"`` or ``"zh"``.
    title
        str, the title; the scene of the shot by default, "" for none.

    Raises
    ------
    CourseError
        If the shot, the language or the regions cannot be drawn.
    """
    rows = _rows(framing)
    ours = ax is None
    ax = ax or new_figure(SHEET_IN, 4.4)[1]
    _prepare(ax, framing, language, title)
    _place(ax.get_figure(root=True), final=ours)
    canvas = Canvas(ax)
    foot = canvas.key_lines(_foot(canvas, framing, rows, language, key=True))
    _paint(canvas, framing, rows, language, foot, foot_lines=len(foot))
    return ax


def draw_framings(shots: Sequence[str] | None = None, language: str = "both", columns: int = 2) -> Figure:
    """Draw several framings on one sheet, 7.5 inches wide, with one key for all.

    Parameters
    ----------
    shots
        Sequence of str, shots of the table ``shots``; all that have regions by default.
    language
        str, as for `draw_framing`.
    columns
        int, how many stand side by side, 1 or more.

    Raises
    ------
    CourseError
        If a shot is unknown or none is given.
    """
    chosen = list(framings() if shots is None else shots)
    if not chosen or not isinstance(columns, int) or columns < 1:
        raise CourseError("A sheet needs at least one shot and at least one column.")
    tables = [_rows(shot) for shot in chosen]
    figure, panels, base = _sheet(len(chosen), columns, max(len(rows) for rows in tables))
    for shot, panel in zip(chosen, panels, strict=True):
        _prepare(panel, shot, language, None, TITLE_CHARS // min(columns, len(chosen)))
    _place(figure, final=True)
    canvases = [Canvas(panel) for panel in panels]
    feet = [
        canvas.key_lines(_foot(canvas, shot, rows, language, key=False))
        for canvas, shot, rows in zip(canvases, chosen, tables, strict=True)
    ]
    for canvas, shot, rows, foot in zip(canvases, chosen, tables, feet, strict=True):
        _paint(canvas, shot, rows, language, foot, foot_lines=max(map(len, feet)))
    key = Canvas(base)
    key.look_at(0, 0, 1)
    key.key(key.key_lines(_key_groups(pd.concat(tables), language)), 0, 0)
    return figure


def _sheet(number: int, columns: int, most: int) -> tuple[Figure, list[Axes], Axes]:
    """Return a figure with a panel for each framing and a foot for the key."""
    columns = min(columns, number)
    lines = -(-number // columns)
    panel_in = SHEET_IN / columns
    tall = (panel_in - 0.3) / RATIO + (-(-most // 2) * LINE_IN if panel_in < NARROW_IN else 0) + 0.65
    figure, axes = new_figure(
        SHEET_IN,
        lines * tall + KEY_IN,
        nrows=lines + 1,
        ncols=columns,
        squeeze=False,
        gridspec_kw={"height_ratios": [tall] * lines + [KEY_IN]},
    )
    panels = list(axes[:lines].flat)
    base = axes[lines][0]
    for unused in (*panels[number:], *axes[lines][1:]):
        unused.remove()
    base.set_subplotspec(base.get_gridspec()[lines, :])
    base.set_axis_off()
    return figure, panels[:number], base


def _rows(framing: str | pd.DataFrame) -> pd.DataFrame:
    if not isinstance(framing, str):
        rows = check_regions(framing)
        if len(rows) > MOST:
            raise CourseError(f"{len(rows)} regions are too many for one diagram: draw {MOST} at most.")
        return rows
    shot_row(framing)  # says where there is no such shot
    return regions_of(framing) if framing in framings() else regions_of(framings()[0]).iloc[:0]


def _prepare(ax: Axes, framing: str | pd.DataFrame, language: str, title: str | None, width: int = 0) -> None:
    """Set the title, and no axes, so that the layout knows what room is left."""
    if language not in LANGUAGES:
        raise CourseError(f"The language is {language!r}, but must be one of {', '.join(LANGUAGES)}.")
    ax.set_axis_off()
    scene = shot_row(framing)["scene"] if isinstance(framing, str) else ""
    text = scene[:1].upper() + scene[1:] if title is None else title
    wrapped = "\n".join(textwrap.wrap(text, width or WIDE_TITLE_CHARS))
    if width:
        ax.set_title(wrapped, fontsize=10)
    else:
        ax.set_title(wrapped)


def _place(figure: Figure | None, *, final: bool) -> None:
    """Let the layout put the Axes where they will stand, as labels are fitted to their size in inches."""
    if figure is None:
        raise CourseError("The Axes belongs to no figure: make one with new_figure.")
    figure.draw_without_rendering()
    if final:
        figure.set_layout_engine("none")


def _numbered(canvas: Canvas, rows: pd.DataFrame) -> bool:
    return canvas.width_in < NARROW_IN or len(rows) > MOST_NAMED


def _foot(
    canvas: Canvas, framing: str | pd.DataFrame, rows: pd.DataFrame, language: str, *, key: bool
) -> list[list[Sign]]:
    """Return what stands under the frame: the names of numbered labels, or else the key; and where it is told."""
    numbered = _numbered(canvas, rows)
    if numbered:
        groups = [
            [Sign("head", "", str(number)), Sign("item", "", _forms(row, language)[-1])]
            for number, row in enumerate(rows.to_dict("records"), start=1)
        ]
    else:
        groups = _key_groups(rows, language) if key else []
    if isinstance(framing, str) and len(rows):
        groups.append([Sign("head", "", address_of(framing, whole=not numbered))])  # there is no room in small panels
    return groups


def _paint(
    canvas: Canvas,
    framing: str | pd.DataFrame,
    rows: pd.DataFrame,
    language: str,
    foot: list[list[list[Sign]]],
    *,
    foot_lines: int,
) -> None:
    """Draw regions, labels, frame and foot; `foot_lines` keeps room, so that frames side by side are alike."""
    words = [[str(n + 1)] if _numbered(canvas, rows) else _forms(rows.iloc[n], language) for n in range(len(rows))]
    places = _fitted(canvas, rows, words, foot_lines * LINE_IN + 0.12)
    for order, row in enumerate(rows.to_dict("records")):
        canvas.region(row, 2 + order)
    for place, forms, basis in zip(places, words, rows["basis_position"], strict=True):
        if place.anchor:
            canvas.leader(_edge(place), place.anchor)
        canvas.block(forms[place.form], basis, place.left, place.bottom, paper=0 < place.left < RATIO)
    canvas.frame()
    if isinstance(framing, str) and rows.empty:
        canvas.words(told(framing, language))
    canvas.key(foot, canvas.ax.get_xlim()[0], -0.12 * canvas.inch)
    canvas.ax.set_label("framing")


def _fitted(canvas: Canvas, rows: pd.DataFrame, words: Sequence[list[str]], foot_in: float) -> list[Place]:
    """Choose the largest frame for which labels and key fit, and place the labels."""
    sizes_in = [[canvas.block_size_in(form) for form in forms] for forms in words]
    left_in = right_in = 0.0
    while True:
        tall_in = min((canvas.width_in - left_in - right_in - 0.04) / RATIO, canvas.height_in - foot_in - 0.04)
        if tall_in < LEAST_IN:
            raise CourseError("The Axes is too small for these labels: give it more inches, or draw fewer regions.")
        places = place_labels(rows, [[(w / tall_in, h / tall_in) for w, h in forms] for forms in sizes_in])
        wanted = [0.0, 0.0]
        for place in places:
            if not 0 < place.left < RATIO:
                side = int(place.left > 0)
                wanted[side] = max(wanted[side], (place.width + GAP) * tall_in)
        if wanted[0] <= left_in and wanted[1] <= right_in:
            break
        left_in, right_in = max(left_in, wanted[0]), max(right_in, wanted[1])
    spare = (canvas.width_in - left_in - right_in) / tall_in - RATIO
    canvas.look_at(-left_in / tall_in - spare / 2, 1 + 0.02 / tall_in, tall_in)
    return places


def _forms(row: Region, language: str) -> list[str]:
    """Return a label in two lines, and in one for where two do not fit."""
    english, chinese = (textwrap.shorten(str(row[name]), LABEL_CHARS, placeholder="…") for name in LABELS)
    one = in_language((english, chinese), language)
    return [one] if language != "both" or not chinese else [f"{english}\n{chinese}", one]


def _edge(place: Place) -> tuple[float, float]:
    """Return the point of a label at which the line to its region begins."""
    point = nearest_points(place.box, Point(place.anchor))[0]
    return point.x, point.y


def _key_groups(rows: pd.DataFrame, language: str) -> list[list[Sign]]:
    """Return the key for what the rows contain."""

    def group(head: str, symbol: str, values: Sequence[str]) -> list[Sign]:
        signs = [Sign(symbol, value, in_language(KEY[value], language)) for value in values]
        return [Sign("head", "", in_language(KEY[head], language)), *signs]

    groups = [group("size", "line", BASES), group("place", "badge", BASES)]
    groups += [group("fill", "fill", [kind for kind in KINDS if kind in set(rows["what"])])]
    groups += [group("depth", "depth", [depth for depth in DEPTHS if depth in set(rows["depth"])])]
    return [signs for signs in groups if len(signs) > 1] if len(rows) else []
