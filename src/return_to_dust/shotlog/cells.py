"""One cell of a shot log: text, a whole number or a number, whatever it came as."""

from __future__ import annotations

import math
import re
from typing import Any

import pandas as pd

LONGEST_TEXT = 20_000
LARGEST_INTEGER = 2**53  # what every JSON reader keeps exactly
#: What XML cannot hold; OpenTimelineIO cuts a text off at the first of them. No format takes it, so that each log
#: goes into each format.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_INTEGER = re.compile(r"[-+]?[0-9]{1,16}(\.0*)?")
_NUMBER = re.compile(r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]{1,3})?")


class Unsound(Exception):
    """Data that is no shot log; the message says why, without a full stop."""


def as_cell(value: Any, kind: str, allowed: list[str] | None = None, name: str = "the value") -> Any:
    """Return one cell as the type of its column.

    Parameters
    ----------
    value
        What stands there; an empty text, None, NaN and NA are missing.
    kind
        str, ``"string"``, ``"integer"`` or ``"number"``.
    allowed
        list of str, the values of a controlled vocabulary, or None.
    name
        str, where the cell stands.

    Returns
    -------
    str, int, float or None
        None for what is missing.

    Raises
    ------
    Unsound
        If the value is none of that type, or not in the vocabulary.
    """
    if is_missing(value):
        return None
    if not pd.api.types.is_scalar(value):
        raise Unsound(f"{name}: a cell holds one value, not a {type(value).__name__}")
    cell = TYPES[kind](value, name)
    if allowed is not None and cell not in allowed:
        raise Unsound(f"{name} is {cell!r:.60}, and must be one of: {', '.join(allowed)}")
    return cell


def as_text(cell: Any) -> str:
    """Return a cell as the text from which `as_cell` makes the same cell again."""
    return cell if isinstance(cell, str) else repr(cell)


def is_missing(value: Any) -> bool:
    """Say whether a cell is empty."""
    if isinstance(value, str):
        return value == ""
    return bool(pd.api.types.is_scalar(value) and pd.isna(value))


def _string(value: Any, name: str) -> str:
    text = str(value)
    found = CONTROL.search(text)
    if found:
        raise Unsound(f"{name} has the character U+{ord(found[0]):04X}, which a text cannot hold in all formats")
    if len(text) > LONGEST_TEXT:
        raise Unsound(f"{name} has {len(text):,} characters, and {LONGEST_TEXT:,} are the most")
    return text


def _integer(value: Any, name: str) -> int:
    number = _number(value, name) if not isinstance(value, str) or _INTEGER.fullmatch(value.strip()) else math.nan
    if not number.is_integer() or abs(number) > LARGEST_INTEGER:
        raise Unsound(f"{name} is {str(value)!r:.40}, and must be a whole number")
    return int(number)


def _number(value: Any, name: str) -> float:
    try:
        sound = not isinstance(value, str) or _NUMBER.fullmatch(value.strip())
        number = float(value) if sound and not pd.api.types.is_bool(value) else math.nan
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number):
        raise Unsound(f"{name} is {str(value)!r:.40}, and must be a number")
    return number + 0.0  # turns -0.0 into 0.0


TYPES = {"string": _string, "integer": _integer, "number": _number}
