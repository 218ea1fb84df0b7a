"""Shot scale: field sizes read off a standing body, a man's and a donkey's, in the frame and in a frame within it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from return_to_dust.errors import CourseError

#: How far down a standing body is in view for each size: the part at the lower edge, and its distance from the top of
#: the head as a share of the standing height. A size lasts until the next part comes into view.
#:
#: Which part belongs to which size: the table ``terms``, after AdA, save that the medium long shot is cut at the knees,
#: as by Salt (Film Style and Technology, 1992), and not at the shins. Salt cuts other steps elsewhere, as the notes of
#: that table say; his medium shot, from just below the hip, is one here too.
#: Human body: the head ends at 0.870 of the height and the knee is at 0.285 (Drillis and Contini 1966); chest at 0.72
#: and waist at 0.63 are rounded by us. Donkey, in heights of the withers: every number is ours; the head is carried a
#: quarter above the withers.
PARTS = {
    "human": {
        "closeup": ("head", 0.13),
        "medium closeup": ("chest", 0.28),
        "medium shot": ("waist", 0.37),
        "medium long shot": ("knees", 0.715),
        "long shot": ("whole body", 1.0),
    },
    "donkey": {
        "closeup": ("head", 0.45),
        "medium closeup": ("chest", 0.60),
        "medium shot": ("belly", 0.75),
        "medium long shot": ("knees", 0.95),
        "long shot": ("whole body", 1.25),
    },
}
#: A body in whole view that takes up a quarter of the frame's height or less is small: the place rules (our limit).
SMALL = 4
#: Standing heights in metres, a donkey's at the withers. No witness tells them: they are constructed.
HEIGHT_M = {"human": 1.65, "donkey": 1.10}
BODIES = tuple(PARTS)


@dataclass(frozen=True)
class FieldSize:
    """A field size, with how it was reached.

    Parameters
    ----------
    size
        str, an AdA value such as ``"long shot"``.
    body
        str, the body on which it is measured, ``"human"`` or ``"donkey"``.
    held
        float, how many standing heights of that body the frame is high.
    in_view
        str, how far down the body is in view, such as ``"waist"``; ``"a detail"`` where less than the head is.
    basis
        str, always ``"constructed"``: it rests on proportions and numbers that no witness tells.
    """

    size: str
    body: str
    held: float
    in_view: str
    basis: str = "constructed"


def field_size(held: float, body: str = "human") -> FieldSize:
    """Name the field size of a frame that is so many standing bodies high, the top of the head at its upper edge.

    Parameters
    ----------
    held
        float, height of the frame divided by the standing height of the body (a donkey's at the withers), above 0.
    body
        str, ``"human"`` or ``"donkey"``.

    Raises
    ------
    CourseError
        If `held` is no positive number or the body is unknown.

    Examples
    --------
    >>> field_size(1.2).size
    'long shot'
    >>> field_size(0.5).size, field_size(0.5, "donkey").size
    ('medium shot', 'closeup')
    """
    parts, held = _parts(body), _positive(held, "held")
    if held >= SMALL * parts["long shot"][1]:
        return FieldSize("extreme long shot", body, held, "whole body")
    in_view = [(size, part) for size, (part, reach) in parts.items() if held >= reach]
    size, part = in_view[-1] if in_view else ("extreme closeup", "a detail")
    return FieldSize(size, body, held, part)


def bodies_held(frame_height_m: float, body: str = "human") -> float:
    """Return how many standing bodies a frame is high that shows so many metres at the body's distance.

    Parameters
    ----------
    frame_height_m
        float, metres from the lower to the upper edge of the frame where the body stands, above 0.
    body
        str, ``"human"`` (taken as 1.65 m) or ``"donkey"`` (1.10 m at the withers); both heights are constructed.
    """
    _parts(body)
    return _positive(frame_height_m, "frame_height_m") / HEIGHT_M[body]


def compare_scales(frame_heights_m: Iterable[float]) -> pd.DataFrame:
    """Name the field size on man and donkey who stand at the same distance from the camera.

    Parameters
    ----------
    frame_heights_m
        Iterable of float, metres from the lower to the upper edge of the frame where the two stand.

    Returns
    -------
    pandas.DataFrame
        One row a height: ``frame_height_m``; ``human`` and ``donkey``, the sizes; ``agree`` (bool); ``basis``, which
        is constructed throughout.
    """
    rows = [
        {"frame_height_m": height, **{body: field_size(bodies_held(height, body), body).size for body in BODIES}}
        for height in frame_heights_m
    ]
    frame = pd.DataFrame(rows, columns=["frame_height_m", *BODIES])
    return frame.assign(agree=frame["human"] == frame["donkey"], basis="constructed")


def size_of_part(part_height: float, part: str, body: str = "human", within: float = 1.0) -> FieldSize:
    """Name the field size from the height at which a part of a body is drawn.

    Parameters
    ----------
    part_height
        float, height of that part as a share of the whole frame's height, above 0.
    part
        str, the part of the body that is drawn, from the top of the head down to: ``"head"``, ``"chest"``,
        ``"waist"`` (of the donkey ``"belly"``), ``"knees"`` or ``"whole body"``.
    body
        str, ``"human"`` or ``"donkey"``.
    within
        float, height of the frame against which to measure, as a share of the whole frame's height: 1 for the frame
        itself, the height of a hole, a door or a mirror for the frame within it.

    Raises
    ------
    CourseError
        If a number is not positive, or the body or the part is unknown.

    Examples
    --------
    The same head, against the frame and against a hole that it nearly fills:

    >>> size_of_part(0.26, "head", "donkey").size, size_of_part(0.26, "head", "donkey", within=0.32).size
    ('long shot', 'closeup')
    """
    reaches = dict(_parts(body).values())
    if part not in reaches:
        raise CourseError(f"The part is {part!r}, but for a {body} must be one of {', '.join(reaches)}.")
    held = _positive(within, "within") / _positive(part_height, "part_height") * reaches[part]
    return field_size(held, body)


def _parts(body: str) -> dict[str, tuple[str, float]]:
    if body not in PARTS:
        raise CourseError(f"The body is {body!r}, but must be {' or '.join(BODIES)}.")
    return PARTS[body]


def _positive(value: float, name: str) -> float:
    try:
        number = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not (math.isfinite(number) and number > 0):
        raise CourseError(f"{name} is {value!r}, but must be a number above 0.")
    return number
