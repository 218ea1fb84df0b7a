"""Relations between regions: the words in which a reviewer places things, as geometry with stated tolerances."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from return_to_dust.errors import CourseError
from return_to_dust.framing.measures import area_share, centre, overlap, visible_at
from return_to_dust.framing.regions import DEPTHS, FRAME, RATIO, Region, check_regions, framings, shape_of
from return_to_dust.tables import table

#: Tolerances. Lengths are in frame heights.
SLACK = 0.01  # how far edges may cross before a thing is no longer above, below, inside or beside another
TOUCH = 0.02  # the widest gap between things that touch
NEAR = 0.15  # the widest gap between things of which one stands by the other
LEVEL = 0.05  # how far the middles of things on one level may differ in height
THIRD = 1 / 6  # the middle third reaches this share of a width or height to either side of the middle
HALF = (0.4, 0.6)  # the share that counts as about half
SQUARE = 0.05  # how far the sides of a square may differ, as a share of the longer
ROUNDING = 1e-9

#: What each kind of relation means.
VOCABULARY = {
    "in_middle_of": "its middle lies in the middle third of the other's width and of the other's height",
    "square_in": "its sides, as seen in the frame, are equal within 5 per cent",
    "inside": "nothing of it lies farther than 0.01 frame heights outside the other",
    "above": "its lower edge is not below the other's upper edge",
    "below": "its upper edge is not above the other's lower edge",
    "beside": "one is left of the other, and part of them is at the same height",
    "near": "the gap between the two is 0.15 frame heights at most; they may overlap",
    "touches": "the gap between the two is 0.02 frame heights at most; they may overlap",
    "on": "its lower edge is between the other's edges, and its middle is over the other",
    "behind": "it is in a zone of depth behind the other's, and drawn before it",
    "same_level_as": "the middles of the two differ by 0.05 frame heights at most",
    "half_covered_by": "the other covers between 40 and 60 per cent of it",
    "half_visible_in": "between 40 and 60 per cent of it stay uncovered",
    "area_below": "it takes up less than that share of the frame",
    "area_at_most": "it takes up that share of the frame or less",
}
FRAME_ROW: dict[str, Any] = {"region": FRAME, "x": 0.0, "y": 0.0, "width": 1.0, "height": 1.0, "shape": "rect"}


def relations_of(shot: str) -> pd.DataFrame:
    """Return the rows of the table ``relations`` for one shot: what is placed in relation to what, and how we know.

    Raises
    ------
    CourseError
        If the shot has no regions.
    """
    if shot not in framings():
        raise CourseError(f"No framing is drawn for {shot!r}: the shots with regions are {', '.join(framings())}.")
    return table("relations").query("shot == @shot").reset_index(drop=True)


def holds(relation: str, name: str, regions: pd.DataFrame) -> bool:
    """Say whether a region stands in a relation.

    Parameters
    ----------
    relation
        str, a kind of `VOCABULARY`, a blank, and a region, the word ``frame`` or a share of the frame's area, such as
        ``"inside first_hole"`` or ``"area_below 0.25"``.
    name
        str, the id of the region of which the relation is said.
    regions
        pandas.DataFrame, all regions of the framing.

    Returns
    -------
    bool
        Within the tolerances that `VOCABULARY` states.

    Raises
    ------
    CourseError
        If the kind, a region or the amount is unknown.
    """
    rows = check_regions(regions).to_dict("records")
    return holds_in({str(row["region"]): row for row in rows}, name, *parse(relation))


def parse(relation: str) -> tuple[str, str]:
    """Split a relation such as ``"inside first_hole"`` into its kind and what it refers to.

    Raises
    ------
    CourseError
        If it is not a kind of `VOCABULARY`, a blank and one word.
    """
    kind, _, other = str(relation).partition(" ")
    if kind not in VOCABULARY or not other or " " in other:
        raise CourseError(f"{relation!r} is no relation: write one of {', '.join(VOCABULARY)}, a blank, and of what.")
    return kind, other


def holds_in(rows: Mapping[str, Region], name: str, kind: str, other: str) -> bool:
    """Say the same as `holds` of checked rows by id, as fast as a search needs it."""
    for wanted in (name, *([] if kind.startswith("area_") else [other])):
        if wanted not in rows and wanted != FRAME:
            raise CourseError(f"A relation names {wanted!r}, but the regions are {', '.join(rows)}.")
    row = rows[name]
    if kind == "half_visible_in":
        return HALF[0] <= visible_at(list(rows.values()), list(rows).index(name)) <= HALF[1]
    if kind.startswith("area_"):
        share, amount = area_share(row), _amount(other)
        return share < amount if kind == "area_below" else share <= amount + ROUNDING
    return _TESTS[kind](row, rows.get(other, FRAME_ROW))


def broken(regions: pd.DataFrame, among: Sequence[str] | None = None) -> list[str]:
    """Return the relations of the column ``relations`` that the numbers of a region table do not fulfil.

    Parameters
    ----------
    regions
        pandas.DataFrame, all regions of a framing.
    among
        Sequence of str, to look only at these, each a region, a blank and a relation; all by default.

    Returns
    -------
    list of str
        Each as a region, a blank and the relation, such as ``"first_soil below first_hole"``.
    """
    checked = check_regions(regions)
    rows: dict[str, Region] = {row["region"]: row for row in checked.to_dict("records")}
    listed = [(name, text) for name, row in rows.items() for text in row["relations"].split(";") if text]
    return [
        f"{name} {text}"
        for name, text in listed
        if (among is None or f"{name} {text}" in among) and not holds_in(rows, name, *parse(text))
    ]


def _amount(text: str) -> float:
    try:
        amount = float(text)
    except ValueError:
        amount = -1.0
    if not 0 <= amount <= 1:
        raise CourseError(f"{text!r} is no share of the frame: write a number from 0 to 1.")
    return amount


def _edges(row: Region) -> tuple[float, float, float, float]:
    """Return left, lower, right and upper edge in frame heights."""
    left, low = row["x"] * RATIO, row["y"]
    return left, low, left + row["width"] * RATIO, low + row["height"]


def _above(a: Region, b: Region) -> bool:
    return bool(_edges(a)[1] >= _edges(b)[3] - SLACK)


def _in_middle_of(a: Region, b: Region) -> bool:
    (x, y), (left, low, right, high) = centre(a), _edges(b)
    across, up = abs(x - (left + right) / 2) / (right - left), abs(y - (low + high) / 2) / (high - low)
    return bool(max(across, up) <= THIRD + ROUNDING)


def _beside(a: Region, b: Region) -> bool:
    one, two = _edges(a), _edges(b)
    apart = one[0] >= two[2] - SLACK or two[0] >= one[2] - SLACK
    return bool(apart and min(one[3], two[3]) > max(one[1], two[1]))


def _on(a: Region, b: Region) -> bool:
    left, low, right, high = _edges(b)
    foot = _edges(a)[1]
    return bool(low - SLACK <= foot <= high + SLACK and left <= centre(a)[0] <= right)


def _behind(a: Region, b: Region) -> bool:
    zones = [DEPTHS.index(row["depth"]) if row["depth"] else len(DEPTHS) for row in (a, b)]
    return bool(zones[0] < zones[1] and a["order"] < b["order"])


def _square(a: Region, _: Region) -> bool:
    sides = (a["width"] * RATIO, a["height"])
    return bool(max(sides) - min(sides) <= SQUARE * max(sides))


_TESTS: dict[str, Callable[[Region, Region], bool]] = {
    "in_middle_of": _in_middle_of,
    "square_in": _square,
    "inside": lambda a, b: bool(shape_of(b).buffer(SLACK).covers(shape_of(a))),
    "above": _above,
    "below": lambda a, b: _above(b, a),
    "beside": _beside,
    "near": lambda a, b: bool(shape_of(a).distance(shape_of(b)) <= NEAR),
    "touches": lambda a, b: bool(shape_of(a).distance(shape_of(b)) <= TOUCH),
    "on": _on,
    "behind": _behind,
    "same_level_as": lambda a, b: bool(abs(centre(a)[1] - centre(b)[1]) <= LEVEL + ROUNDING),
    "half_covered_by": lambda a, b: HALF[0] <= overlap(a, b) <= HALF[1],
}
