"""Measures of a framing: how large, how high, how near to the middle, how far covered, and on what each rests."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

import pandas as pd

from return_to_dust.errors import CourseError
from return_to_dust.framing.regions import BASES, RATIO, Region, check_region, check_regions, regions_of, shape_of


def area_share(row: Region) -> float:
    """Return the part of the frame's area that a region takes up, 0 to 1, covered or not.

    Parameters
    ----------
    row
        One row of a region table; what reaches beyond the frame is not counted.

    Examples
    --------
    >>> area_share({"x": 0, "y": 0, "width": 0.5, "height": 0.5})
    0.25
    """
    return float(shape_of(row).area / RATIO)


def visible_share(regions: pd.DataFrame, name: str) -> float:
    """Return the part of a region that no later region covers, 0 (hidden) to 1 (all of it in view).

    Parameters
    ----------
    regions
        pandas.DataFrame, the regions of one framing.
    name
        str, the id of the region in the column ``region``.

    Raises
    ------
    CourseError
        If the table has no region of that id.
    """
    rows = check_regions(regions)
    found = rows.index[rows["region"] == name]
    if found.empty:
        raise CourseError(f"These regions have no {name!r}: they are {', '.join(rows['region'])}.")
    return visible_at(rows.to_dict("records"), int(found[0]))


def visible_at(rows: Sequence[Region], number: int) -> float:
    """Return the same as `visible_share` for checked rows in drawing order, by the region's place among them."""
    shape = shape_of(rows[number])
    seen = shape
    for cover in map(shape_of, rows[number + 1 :]):
        seen = seen.difference(cover) if seen.intersects(cover) else seen
    return float(seen.area / shape.area) if shape.area else 0.0


def overlap(first: Region, second: Region) -> float:
    """Return the part of the first region's area that it shares with the second, 0 to 1.

    It has a direction: a donkey's head inside a hole lies in it wholly (1), the hole lies in the head only in part.
    A region without area shares nothing.
    """
    shape = shape_of(first)
    return float(shape.intersection(shape_of(second)).area / shape.area) if shape.area else 0.0


def intersection_over_union(first: Region, second: Region) -> float:
    """Return the area that two regions share divided by the area that they cover together, 0 to 1.

    It is the same in both directions, and 1 only where the two are equal.
    """
    a, b = shape_of(first), shape_of(second)
    together = a.union(b).area
    return float(a.intersection(b).area / together) if together else 0.0


def height_in_frame(row: Region) -> float:
    """Return how high the middle of a region's rectangle stands, 0 (lower edge of the frame) to 1 (upper edge)."""
    return centre(row)[1]


def across_frame(row: Region) -> float:
    """Return how far to the right the middle of a region's rectangle stands, 0 (left edge) to 1 (right edge)."""
    return centre(row)[0] / RATIO


def distance_to_centre(row: Region) -> float:
    """Return the distance of a region's middle from the middle of the frame, in frame heights.

    0 is the middle; the corners of a 16:9 frame are 1.02 away.
    """
    x, y = centre(row)
    return math.hypot(x - RATIO / 2, y - 0.5)


#: Every measure of one region alone, by its name.
MEASURES: dict[str, Callable[[Region], float]] = {
    "area_share": area_share,
    "height_in_frame": height_in_frame,
    "across_frame": across_frame,
    "distance_to_centre": distance_to_centre,
}


def centre(row: Region) -> tuple[float, float]:
    """Return the middle of a region's rectangle in frame heights, x from 0 to 16/9 and y from 0 to 1."""
    left, bottom, right, top = _bounds(row)
    return (left + right) / 2, (bottom + top) / 2


def weakest(*bases: str) -> str:
    """Return the weakest of several bases: stated, then inferred, then constructed.

    Raises
    ------
    CourseError
        If none is given or one is not among the three.

    Examples
    --------
    >>> weakest("stated", "constructed", "inferred")
    'constructed'
    """
    unknown = [basis for basis in bases if basis not in BASES]
    if unknown or not bases:
        raise CourseError(f"A basis is stated, inferred or constructed, not {(unknown or ['nothing'])[0]!r}.")
    return max(bases, key=BASES.index)


def measure(framing: str | pd.DataFrame) -> pd.DataFrame:
    """Measure every region of a framing and say on what each measure rests.

    The basis is that of the region. Where it is ``stated``, a relation is stated (below a quarter, on the same
    level); the number beside it is one choice among those that fulfil the relation.

    Parameters
    ----------
    framing
        str, one of `framings`, or pandas.DataFrame, a region table.

    Returns
    -------
    pandas.DataFrame
        One row a region in drawing order: ``region``, ``label_en``, ``label_zh``; ``area_share``, ``visible_share``,
        ``height_in_frame`` (all 0 to 1) and ``distance_to_centre`` (frame heights), each followed by its basis:
        ``area_basis``, ``visible_basis``, ``height_basis``, ``distance_basis``.
    """
    rows = check_regions(regions_of(framing) if isinstance(framing, str) else framing)
    return pd.DataFrame([_measured(rows, number) for number in range(len(rows))])


def overlaps(framing: str | pd.DataFrame) -> pd.DataFrame:
    """Measure how far each region lies in each other one.

    Parameters
    ----------
    framing
        str, one of `framings`, or pandas.DataFrame, a region table.

    Returns
    -------
    pandas.DataFrame
        One row an ordered pair that shares some area: ``first``, ``second``, ``overlap``, ``intersection_over_union``
        (0 to 1) and ``basis``, the weakest of the four bases of the two.
    """
    rows = check_regions(regions_of(framing) if isinstance(framing, str) else framing).to_dict("records")
    pairs = [(a, b) for a, b in itertools.permutations(rows, 2) if overlap(a, b) > 0]
    return pd.DataFrame(
        [
            {
                "first": a["region"],
                "second": b["region"],
                "overlap": overlap(a, b),
                "intersection_over_union": intersection_over_union(a, b),
                "basis": weakest(*_bases(a), *_bases(b)),
            }
            for a, b in pairs
        ],
        columns=["first", "second", "overlap", "intersection_over_union", "basis"],
    )


def _measured(rows: pd.DataFrame, number: int) -> dict[str, object]:
    row = rows.iloc[number]
    covering = [later for later in rows.iloc[number + 1 :].to_dict("records") if overlap(row, later) > 0]
    return {
        "region": row["region"],
        "label_en": row["label_en"],
        "label_zh": row["label_zh"],
        "area_share": area_share(row),
        "area_basis": row["basis_size"],
        "visible_share": visible_at(rows.to_dict("records"), number),
        "visible_basis": weakest(*_bases(row), *(basis for later in covering for basis in _bases(later))),
        "height_in_frame": height_in_frame(row),
        "height_basis": row["basis_position"],
        "distance_to_centre": distance_to_centre(row),
        "distance_basis": row["basis_position"],
    }


def _bases(row: Region) -> tuple[str, str]:
    return row["basis_position"], row["basis_size"]


def _bounds(row: Region) -> tuple[float, float, float, float]:
    x, y, width, height = check_region(row)
    return x * RATIO, y, min(1.0, x + width) * RATIO, min(1.0, y + height)
