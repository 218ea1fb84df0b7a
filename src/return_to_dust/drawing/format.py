"""What a file of regions may hold: its format, and what is said of data that does not keep to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

FORMAT = "return-to-dust/boxes"
VERSION = 1
SHAPES = ("rect", "ellipse")
KINDS = ("figure", "file", "frame")
NUMBERS = ("x", "y", "width", "height")
COLUMNS = ("region", "label", "shape", *NUMBERS)
#: All that a student draws rests on the student's eye, never on a witness.
BASIS = "drawn"
MOST_REGIONS = 200
LONGEST_TEXT = 80
LONGEST_NAME = 255
MOST_PX = 100_000
#: Sums such as 0.7 + 0.3 may miss 1 by the last digits of a float.
ROUNDING = 1e-6
SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Drawing:
    """What a file of regions holds.

    Attributes
    ----------
    picture
        dict, on what the regions were drawn: ``kind`` (``"figure"``, ``"file"`` for a still, ``"frame"`` for an
        empty frame), ``name``, ``width_px``, ``height_px``, and ``sha256`` of the picture's bytes (None for a frame).
    regions
        list of dict, in the order drawn: ``region`` (its id), ``label``, ``shape`` (``"rect"`` or ``"ellipse"``),
        ``x``, ``y`` (left and lower edge), ``width``, ``height`` (shares of the picture, 0 to 1), ``basis``.
    """

    picture: dict[str, Any]
    regions: list[dict[str, Any]]


class Unsound(Exception):
    """Data that is no drawing; the message says why, without a full stop."""


def as_drawing(content: Any) -> Drawing:
    """Return the content of a JSON file as a drawing.

    Raises
    ------
    Unsound
        If it is none.
    """
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise Unsound(f"it is JSON, but its format is not {FORMAT!r}")
    if content.get("version") != VERSION:
        raise Unsound(f"its format has version {content.get('version')!r:.20}, and this course reads {VERSION}")
    return Drawing(_as_picture(content.get("picture")), checked_regions(content.get("regions")))


def checked_regions(rows: Any) -> list[dict[str, Any]]:
    """Return regions as plain data, in a fixed order of keys, each with its basis.

    Raises
    ------
    Unsound
        If one of them is no region; the message names it.
    """
    if not isinstance(rows, list):
        raise Unsound("its regions are no list")
    if len(rows) > MOST_REGIONS:
        raise Unsound(f"it has {len(rows)} regions, and {MOST_REGIONS} are the most")
    checked = [_as_region(row, number) for number, row in enumerate(rows, 1)]
    ids = [row["region"] for row in checked]
    twice = next((name for name in ids if ids.count(name) > 1), None)
    if twice is not None:
        raise Unsound(f"two regions have the id {twice!r}")
    return checked


def _as_picture(picture: Any) -> dict[str, Any]:
    if not isinstance(picture, dict) or picture.get("kind") not in KINDS:
        raise Unsound("it does not say on what picture it was drawn")
    name, digest = picture.get("name"), picture.get("sha256")
    if not isinstance(name, str) or not 0 < len(name) <= LONGEST_NAME:
        raise Unsound("its picture has no usable name")
    for side in ("width_px", "height_px"):
        size: Any = picture.get(side)
        if type(size) is not int or not 0 < size <= MOST_PX:
            raise Unsound(f"{side} of its picture is no number of pixels")
    if not (digest is None and picture["kind"] == "frame") and not (
        isinstance(digest, str) and SHA256.fullmatch(digest)
    ):
        raise Unsound("its picture has no SHA-256 of 64 hexadecimal digits")
    return {key: picture.get(key) for key in ("kind", "name", "width_px", "height_px", "sha256")}


def _as_region(row: Any, number: int) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise Unsound(f"region {number} is no set of named values")
    for key in ("region", "label"):
        text = row.get(key)
        if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_TEXT or not text.isprintable():
            raise Unsound(f"region {number} needs a {key} of 1 to {LONGEST_TEXT} characters")
    if row.get("shape") not in SHAPES:
        raise Unsound(f"the shape of region {number} is neither rect nor ellipse")
    for key in NUMBERS:
        value: Any = row.get(key)
        if type(value) not in (int, float) or not 0 <= value <= 1 or (key in NUMBERS[2:] and value == 0):
            low = "above 0" if key in NUMBERS[2:] else "0"
            raise Unsound(f"{key} of region {number} is {_shown(value)}, and it must be a number from {low} to 1")
    for start, size in (("x", "width"), ("y", "height")):
        if row[start] + row[size] > 1 + ROUNDING:
            raise Unsound(f"region {number} reaches beyond the picture: {start} + {size} is more than 1")
    return {key: row[key] for key in COLUMNS[:3]} | {key: float(row[key]) for key in NUMBERS} | {"basis": BASIS}


def _shown(value: Any) -> str:
    text = "missing" if value is None else repr(value)
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]} …"
