"""Read JSON that nobody has looked at: what comes back is small, shallow, and can be written as JSON again."""

from __future__ import annotations

import json
import math
from typing import Any

MOST_DEEP = 40
MOST_VALUES = 5_000_000
#: Brackets in the text, counted before it is read: each list takes sixty bytes of memory.
MOST_BRACKETS = 1_000_000
#: Digits of a whole number that any program can read.
MOST_DIGITS = 18
TOO_MANY = "it holds far too many values; clear its outputs."


class Unreadable(Exception):
    """A submission that is no notebook; the message is a sentence that says why."""


def read_json(text: str) -> tuple[Any, str]:
    """Read JSON; what is no JSON number becomes null.

    Parameters
    ----------
    text
        str of any length.

    Returns
    -------
    tuple
        The content, and in a few words what was repaired: ``""`` where nothing was.

    Raises
    ------
    Unreadable
        If it is no JSON, nested deeper than `MOST_DEEP`, or has more than `MOST_VALUES` values.
    """
    faults: set[str] = set()
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        raise Unreadable(TOO_MANY)

    def number(digits: str) -> float | None:
        is_whole = digits.lstrip("-").isdigit()
        if is_whole and len(digits) <= MOST_DIGITS:
            return int(digits)
        if not is_whole and math.isfinite(float(digits)):
            return float(digits)
        faults.add("a number that is none or far too large")
        return None

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        content = dict(pairs)
        if len(content) < len(pairs):
            faults.add("the same name twice, of which the last counts")
        return content

    try:
        content = json.loads(
            text, parse_constant=number, parse_int=number, parse_float=number, object_pairs_hook=unique
        )
    except RecursionError:
        raise Unreadable("its JSON is nested too deeply.") from None
    except ValueError as error:
        line = getattr(error, "lineno", None)
        raise Unreadable(f"it is not valid JSON{f' (line {line})' if line else ''}.") from None
    _require_small(content)
    return content, " and ".join(sorted(faults))


def _require_small(content: Any) -> None:
    level, values = [content], 0
    for _ in range(MOST_DEEP):
        values += len(level)
        level = [part for whole in level for part in _parts(whole)]
        if values + len(level) > MOST_VALUES:
            raise Unreadable(TOO_MANY)
        if not level:
            return
    raise Unreadable("its JSON is nested too deeply.")


def _parts(whole: Any) -> Any:
    if isinstance(whole, dict):
        return whole.values()
    return whole if isinstance(whole, list) else ()


def without_surrogates(text: str) -> str:
    """Return a text that can be written as UTF-8: half characters become ``?``."""
    return text.encode("utf-8", errors="replace").decode() if not text.isascii() else text
