"""Regions: the figures and things of a redrawn framing, as rectangles and ellipses in the frame."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, TypeAlias

import pandas as pd
from shapely import affinity
from shapely.geometry import Point, Polygon, box

from return_to_dust.errors import CourseError
from return_to_dust.tables import table

#: One row of a region table, as pandas gives it (`frame.iloc[0]`) or as a dict.
Region: TypeAlias = "Mapping[Any, Any] | pd.Series[Any]"
#: Width of the frame divided by its height. No witness tells it: 16:9 is constructed.
RATIO = 16 / 9
NUMBERS = ("x", "y", "width", "height")
SHAPES = ("rect", "ellipse")
KINDS = ("person", "animal", "object", "architecture", "text")
DEPTHS = ("background", "middle", "foreground")
BASES = ("stated", "inferred", "constructed")
#: What a table without these columns is taken to mean; a missing basis is the weakest one.
DEFAULTS: dict[str, Any] = {
    "shape": "rect",
    "what": "object",
    "label_zh": "",
    "depth": "",
    "basis_position": "constructed",
    "basis_size": "constructed",
    "relations": "",
}
#: The word by which a relation names the frame itself.
FRAME = "frame"
ALLOWED = {"shape": SHAPES, "what": KINDS, "depth": ("", *DEPTHS), "basis_position": BASES, "basis_size": BASES}


def framings() -> list[str]:
    """Return the ids of the shots that have regions, in the order of the table ``shots``."""
    drawn = set(table("regions")["shot"])
    return [shot for shot in table("shots")["shot"] if shot in drawn]


def regions_of(shot: str) -> pd.DataFrame:
    """Return the regions of one shot.

    Parameters
    ----------
    shot
        str, one of `framings`, such as ``"lz_mirror"``.

    Returns
    -------
    pandas.DataFrame
        The shot's rows of the table ``regions`` in drawing order: what comes later covers what came before.

    Raises
    ------
    CourseError
        If the shot has no regions.
    """
    if shot not in framings():
        raise CourseError(f"No framing is drawn for {shot!r}: the shots with regions are {', '.join(framings())}.")
    return _checked_table().query("shot == @shot").reset_index(drop=True)


def region(name: str) -> pd.Series[Any]:
    """Return one row of the table ``regions`` by its id, such as ``"first_hole"``.

    Raises
    ------
    CourseError
        If there is no region of that id.
    """
    rows = _checked_table()
    found = rows[rows["region"] == name]
    if found.empty:
        raise CourseError(f"There is no region {name!r}: table('regions') lists those that exist.")
    return found.iloc[0]


def check_regions(frame: pd.DataFrame) -> pd.DataFrame:
    """Check a region table, a student's own too, and fill in the columns that it does not have.

    Parameters
    ----------
    frame
        pandas.DataFrame with one row a region and at least the columns ``label`` (or ``label_en``), ``x``, ``y``
        (left and lower edge, 0 or more and below 1), ``width`` and ``height`` (above 0 and up to 1), all as shares
        of the frame. Other columns as in the table ``regions``. What reaches beyond the frame is cut off there.

    Returns
    -------
    pandas.DataFrame
        A copy in drawing order with the columns of the table ``regions`` that drawing and measuring need. A row
        without a basis counts as constructed.

    Raises
    ------
    CourseError
        If a column is missing or a value cannot be drawn; the sentence names the row.
    """
    if not isinstance(frame, pd.DataFrame):
        raise CourseError(f"A region table must be a DataFrame, not a {type(frame).__name__}.")
    rows = frame.rename(columns={} if "label_en" in frame else {"label": "label_en"}).reset_index(drop=True)
    missing = [column for column in ("label_en", *NUMBERS) if column not in rows]
    if missing:
        raise CourseError(f"A region table needs the columns label, x, y, width and height: {missing[0]!r} is missing.")
    rows = _filled(rows)
    for number, row in enumerate(rows.to_dict("records"), start=1):
        check_region(row, f"Row {number} ({row['label_en']})")
    twice = rows["region"][rows["region"].duplicated()]
    if len(twice):
        raise CourseError(f"Two rows have the id {twice.iloc[0]!r}: give each region an id of its own.")
    return rows.sort_values("order", kind="stable").reset_index(drop=True)


def check_region(row: Region, name: str = "") -> tuple[float, float, float, float]:
    """Return x, y, width and height of a region as plain numbers.

    Raises
    ------
    CourseError
        If one of them is missing, is no finite number or lies outside its range, or if another value is unknown.
    """
    name = name or f"The region {row.get('region', '')!r}"
    numbers = [_number(row.get(column), f"{name}: {column}") for column in NUMBERS]
    for column, value in zip(NUMBERS, numbers, strict=True):
        if column in {"x", "y"} and not 0 <= value < 1:
            raise CourseError(f"{name}: {column} is {value:g}, but must be a share of the frame from 0 to below 1.")
        if column in {"width", "height"} and not 0 < value <= 1:
            raise CourseError(f"{name}: {column} is {value:g}, but must be a share of the frame above 0 and up to 1.")
    for column, allowed in ALLOWED.items():
        if row.get(column, allowed[0]) not in allowed:
            raise CourseError(f"{name}: {column} is {row[column]!r}, but must be {' or '.join(filter(None, allowed))}.")
    return numbers[0], numbers[1], numbers[2], numbers[3]


def shape_of(row: Region) -> Polygon:
    """Return the outline of a region, clipped to the frame.

    Parameters
    ----------
    row
        One row of a region table. An ellipse fills its rectangle, so that its area is pi/4 of it.

    Returns
    -------
    shapely.Polygon
        In frame heights: x from 0 to 16/9, y from 0 to 1, so that distances and angles are true.

    Raises
    ------
    CourseError
        If the numbers cannot be drawn.

    Examples
    --------
    >>> shape_of({"x": 0, "y": 0, "width": 0.5, "height": 0.5}).bounds
    (0.0, 0.0, 0.8888888888888888, 0.5)
    """
    return _outline(*check_region(row), row.get("shape", "rect"))


def frame_shape() -> Polygon:
    """Return the outline of the whole frame, in frame heights."""
    return box(0, 0, RATIO, 1)


@lru_cache(maxsize=4096)
def _outline(x: float, y: float, width: float, height: float, shape: str) -> Polygon:
    if shape == "rect":
        drawn = box(x * RATIO, y, (x + width) * RATIO, y + height)
    else:
        drawn = affinity.translate(
            affinity.scale(_disc(), width * RATIO, height, origin=(0, 0)), (x + width / 2) * RATIO, y + height / 2
        )
    left, low, right, high = drawn.bounds
    return drawn if min(left, low) >= 0 and right <= RATIO and high <= 1 else drawn.intersection(frame_shape())


@cache
def _disc() -> Polygon:
    """Return a disc of diameter 1 as a polygon of 128 corners with the disc's own area."""
    inner = Point(0, 0).buffer(0.5, quad_segs=32)
    growth = math.sqrt(math.pi / 4 / inner.area)
    return affinity.scale(inner, growth, growth)


@cache
def _checked_table() -> pd.DataFrame:
    rows = table("regions")
    return pd.concat([check_regions(part) for _, part in rows.groupby("shot", sort=False)], ignore_index=True)


def _filled(rows: pd.DataFrame) -> pd.DataFrame:
    rows = rows.copy()
    rows["label_en"] = rows["label_en"].astype("string").fillna("")
    if "region" not in rows:
        rows["region"] = [f"region_{number}" for number in range(1, len(rows) + 1)]
    if "order" not in rows:
        rows["order"] = range(1, len(rows) + 1)
    if not pd.to_numeric(rows["order"], errors="coerce").notna().all():
        raise CourseError("The column order needs a whole number in every row, 1 for what is drawn first.")
    for column, default in DEFAULTS.items():
        rows[column] = rows[column].astype("string").fillna(default) if column in rows else default
    return rows


def _number(value: Any, name: str) -> float:
    try:
        number = math.nan if isinstance(value, (bool, str)) else float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number):
        raise CourseError(f"{name} is {value!r}, but must be a number.")
    return number
