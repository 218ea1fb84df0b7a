"""Where the labels of a diagram go: inside their region where they fit, else close to it, else beside the frame."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import pandas as pd
from shapely import union_all
from shapely.geometry import LineString, Point, Polygon, box
from shapely.ops import nearest_points

from return_to_dust.framing.regions import RATIO, shape_of

#: All lengths here are in frame heights, x from 0 to 16/9 across the frame and y from 0 to 1 up it.
GAP = 0.045
STEPS = 17
REACH = 3 * GAP
#: A region of at least this area is labelled in its upper left corner, and labels of others may lie on it.
WIDE = 0.2 * RATIO


@dataclass(frozen=True)
class Place:
    """Where one label goes: its box, which of its forms, and the point to which a line leads (None: it is inside)."""

    left: float
    bottom: float
    width: float
    height: float
    form: int = 0
    anchor: tuple[float, float] | None = None

    @property
    def box(self) -> Polygon:
        """The label's rectangle."""
        return box(self.left, self.bottom, self.left + self.width, self.bottom + self.height)


Sizes: TypeAlias = Sequence[tuple[float, float]]


def place_labels(rows: pd.DataFrame, sizes: Sequence[Sizes]) -> list[Place]:
    """Find a place for the label of each region.

    Parameters
    ----------
    rows
        pandas.DataFrame, a region table that `check_regions` has returned.
    sizes
        For each row, width and height of its label in each of the forms in which it can be set, best form first.

    Returns
    -------
    list of Place
        One a region, in the order of the rows; no two boxes meet.
    """
    seen = visible_shapes(rows)
    places: dict[int, Place] = {}
    taken: list[Polygon] = []
    for find in (_inside, _near):
        for number in sorted(range(len(rows)), key=lambda n: seen[n].area):  # the smallest have least choice
            place = None if number in places else find(number, seen, sizes[number], taken)
            if place:
                places[number] = place
                taken.append(place.box.buffer(GAP / 4))
    places |= _beside([n for n in range(len(rows)) if n not in places], seen, sizes, taken)
    return [places[number] for number in range(len(rows))]


def visible_shapes(rows: pd.DataFrame) -> list[Polygon]:
    """Return what later regions leave of each region; all of it where they leave nothing."""
    shapes = [shape_of(row) for row in rows.to_dict("records")]
    left = [shape.difference(union_all(shapes[n + 1 :])) for n, shape in enumerate(shapes)]
    return [seen if seen.area > 0 else shape for seen, shape in zip(left, shapes, strict=True)]


def _inside(number: int, seen: Sequence[Polygon], sizes: Sizes, taken: Sequence[Polygon]) -> Place | None:
    """Find room for the label within what is seen of its region."""
    room = seen[number].buffer(-GAP / 6)
    for form, (width, height) in enumerate(sizes):
        if room.is_empty or room.bounds[2] - room.bounds[0] < width or room.bounds[3] - room.bounds[1] < height:
            continue
        xs = np.linspace(room.bounds[0], room.bounds[2] - width, STEPS)
        ys = np.linspace(room.bounds[1], room.bounds[3] - height, STEPS)
        for x, y in _from(_wanted(seen[number], (width, height)), [(x, y) for x in xs for y in ys]):
            label = box(x, y, x + width, y + height)
            if room.contains(label) and not any(label.intersects(other) for other in taken):
                return Place(x, y, width, height, form)
    return None


def _near(number: int, seen: Sequence[Polygon], sizes: Sizes, taken: Sequence[Polygon]) -> Place | None:
    """Find room for the label close to its region, where it lies on nothing but a wide surface behind it."""
    shape = seen[number]
    low_x, low_y, high_x, high_y = shape.bounds
    others = [other for n, other in enumerate(seen) if n != number and not (n < number and _behind(other, shape))]
    barred = union_all([shape.buffer(GAP / 2), *(other.buffer(GAP / 4) for other in others), *taken])
    for form, (width, height) in enumerate(sizes):
        xs = np.linspace(low_x - width - REACH, high_x + REACH, STEPS)
        ys = np.linspace(low_y - height - REACH, high_y + REACH, STEPS)
        middle = (shape.centroid.x - width / 2, shape.centroid.y - height / 2)
        for x, y in _from(middle, [(x, y) for x in xs for y in ys]):
            label = box(x, y, x + width, y + height)
            if not _frame_room().contains(label) or label.intersects(barred):
                continue
            anchor = _nearest(shape, label)
            line = LineString(nearest_points(Point(anchor), label))
            if not any(line.intersects(other) for other in taken):
                return Place(x, y, width, height, form, anchor)
    return None


def _behind(surface: Polygon, shape: Polygon) -> bool:
    return bool(surface.area >= WIDE and surface.convex_hull.intersection(shape).area > shape.area / 2)


def _nearest(shape: Polygon, label: Polygon) -> tuple[float, float]:
    """Return a point a little inside the region, where it is nearest to its label."""
    core = shape.buffer(-GAP / 3)
    point = nearest_points(core if not core.is_empty else shape.representative_point(), label)[0]
    return point.x, point.y


def _from(wanted: tuple[float, float], spots: list[tuple[float, float]]) -> list[tuple[float, float]]:
    return sorted(
        ((float(x), float(y)) for x, y in spots), key=lambda spot: math.hypot(spot[0] - wanted[0], spot[1] - wanted[1])
    )


def _frame_room() -> Polygon:
    return box(GAP / 2, GAP / 2, RATIO - GAP / 2, 1 - GAP / 2)


def _wanted(seen: Polygon, size: tuple[float, float]) -> tuple[float, float]:
    low_x, low_y, high_x, high_y = seen.bounds
    if (high_x - low_x) * (high_y - low_y) >= WIDE:
        return low_x + GAP, high_y - GAP - size[1]
    middle = seen.centroid
    return middle.x - size[0] / 2, middle.y - size[1] / 2


def _beside(
    outside: Sequence[int], seen: Sequence[Polygon], sizes: Sequence[Sizes], taken: Sequence[Polygon]
) -> dict[int, Place]:
    """Stack the labels that fit nowhere on the nearer side of the frame, in the order of their regions' heights."""
    anchors = {number: _anchor(seen[number], taken) for number in outside}
    sides: dict[str, list[int]] = {"left": [], "right": []}
    for number in sorted(outside, key=lambda n: -abs(anchors[n][0] - RATIO / 2)):
        near, far = ("left", "right") if anchors[number][0] < RATIO / 2 else ("right", "left")
        full = sum(sizes[n][0][1] + GAP for n in (*sides[near], number)) > 1 + GAP
        sides[far if full and len(sides[far]) < len(sides[near]) else near].append(number)
    placed: dict[int, Place] = {}
    for side, numbers in sides.items():
        for number, bottom in _stacked(numbers, anchors, sizes).items():
            width, height = sizes[number][0]
            left = RATIO + GAP if side == "right" else -GAP - width
            placed[number] = Place(left, bottom, width, height, 0, anchors[number])
    return placed


def _anchor(seen: Polygon, taken: Sequence[Polygon]) -> tuple[float, float]:
    free = seen.difference(union_all(taken))
    point = (free if free.area > 0 else seen).representative_point()
    return point.x, point.y


def _stacked(
    numbers: Sequence[int], anchors: dict[int, tuple[float, float]], sizes: Sequence[Sizes]
) -> dict[int, float]:
    """Return the lower edge of each label, near its region's height, from the top down without overlap."""
    ordered = sorted(numbers, key=lambda n: -anchors[n][1])
    bottoms: dict[int, float] = {}
    ceiling = 1.0
    for number in ordered:
        height = sizes[number][0][1]
        bottoms[number] = min(ceiling, anchors[number][1] + height / 2) - height
        ceiling = bottoms[number] - GAP
    floor = 0.0
    for number in reversed(ordered):
        bottoms[number] = max(floor, bottoms[number])
        floor = bottoms[number] + sizes[number][0][1] + GAP
    return bottoms
