"""W3C media fragments: a stretch of time, `t=`, and a box of the frame, `xywh=percent:`.

Times are in seconds (normal play time). The standard gives a box as four whole numbers from the upper left corner,
while the course's regions are shares of the frame from the lower left one (Media Fragments URI 1.0, 4.2.1 and 4.2.2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import unquote

STANDARD = "http://www.w3.org/TR/media-frags/"
_CLOCK = re.compile(r"(?:(?:([0-9]{1,4}):)?([0-5]?[0-9]):)?([0-9]{1,9}(?:\.[0-9]*)?)")
_SHARE = r"([0-9]{1,3}(?:\.[0-9]{0,20})?)"
_BOX = re.compile(rf"percent:{_SHARE},{_SHARE},{_SHARE},{_SHARE}")


@dataclass(frozen=True)
class Fragment:
    """What a fragment says: times in seconds, and a box (x, y, width, height) as in ``table("regions")``, or None."""

    start_s: float | None = None
    end_s: float | None = None
    box: tuple[float, float, float, float] | None = None


def time_fragment(start_s: float | None, end_s: float | None) -> str:
    """Return `t=`, or an empty text where no time is known.

    Examples
    --------
    >>> time_fragment(1.5, None), time_fragment(None, 20)
    ('t=1.5', 't=,20')
    """
    if start_s is None and end_s is None:
        return ""
    start = "" if start_s is None else _decimal(start_s)
    return f"t={start}" if end_s is None else f"t={start},{_decimal(end_s)}"


def box_fragment(x: float, y: float, width: float, height: float) -> str:
    """Return `xywh=percent:` in whole percents of the frame, cut off at its edges, 1 percent wide and high at least.

    Examples
    --------
    >>> box_fragment(0.25, 0, 0.5, 0.2)
    'xywh=percent:25,80,50,20'
    """
    left, right = round(x * 100), round(min(x + width, 1) * 100)
    top, low = round(max(1 - y - height, 0) * 100), round((1 - y) * 100)
    left, top = min(left, 99), min(top, 99)
    return f"xywh=percent:{left},{top},{max(right - left, 1)},{max(low - top, 1)}"


def read_fragment(text: str) -> Fragment:
    """Return what a fragment says; parts that cannot be read, and boxes in pixels, say nothing."""
    start_s = end_s = box = None
    for part in text.lstrip("#").split("&"):
        name, _, value = (unquote(side) for side in part.partition("="))
        if name == "t":
            start_s, end_s = _times(value)
        elif name == "xywh":
            box = _box(value)
    return Fragment(start_s, end_s, box)


def _times(text: str) -> tuple[float | None, float | None]:
    start, _, end = text.removeprefix("npt:").partition(",")
    return _seconds(start), _seconds(end.removeprefix("npt:"))


def _seconds(text: str) -> float | None:
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    hours, minutes, seconds = found.groups(default="0")
    return float(int(hours) * 3600 + int(minutes) * 60 + Decimal(seconds))


def _box(text: str) -> tuple[float, float, float, float] | None:
    found = _BOX.fullmatch(text)
    if found is None:
        return None
    x, top, width, height = (Decimal(part) / 100 for part in found.groups())
    height = min(height, 1 - top)
    inside = x < 1 and 0 < width <= 1 and height > 0
    return (float(x), float(1 - top - height), float(width), float(height)) if inside else None


def _decimal(number: float) -> str:
    text = format(Decimal(repr(float(number))), "f")
    return text.removesuffix(".0")
