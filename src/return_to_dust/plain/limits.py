"""How large and how deep plain data may be, what is raised beyond that, and small checks of what was read."""

from __future__ import annotations

import binascii
from collections.abc import Callable
from typing import Any

MOST_BYTES = 4_000_000
MOST_DEPTH = 50
MOST_NODES = 1_000_000
MOST_DIGITS = 4_000
#: What an iterator may give, as in `checks.values.as_items`.
MOST_DRAWN = 10_000
MOST_DIMENSIONS = 32
#: What text of a number that is not whole may look like at most: ``-1.7976931348623157e+308`` has 24 characters.
LONGEST_FLOAT = 40
INSTEAD = "give back numbers, texts, lists, dicts or tables instead"

#: Maps what is not plain to what JSON can hold, or to None; and back.
Special = Callable[[Any], Any]


class CannotSend(Exception):
    """Tell a student in one sentence what the tests cannot look at, and what to give back instead.

    Parameters
    ----------
    thing
        What it is, with its article, such as ``"a function inside a list"``.
    instead
        What to do, without the final stop.
    """

    def __init__(self, thing: str, instead: str = INSTEAD) -> None:
        super().__init__(f"The tests cannot look at {thing}: {instead}.")


class Malformed(Exception):
    """Bytes are no message that `dumps` could have written; the text holds nothing of what they were."""


def parts(payload: Any, count: int) -> list[Any]:
    """Return a JSON array of exactly `count` elements."""
    if type(payload) is not list or len(payload) != count:
        raise Malformed(f"Expected {count} parts.")
    return payload


def whole(payload: Any, least: int, most: int) -> int:
    """Return a whole number from `least` to `most`, both included."""
    if type(payload) is not int or not least <= payload <= most:
        raise Malformed("Expected a whole number within its limits.")
    return payload


def words(payload: Any) -> str:
    """Return a text."""
    if type(payload) is not str:
        raise Malformed("Expected a text.")
    return payload


def pack(data: bytes) -> str:
    """Return bytes as base64."""
    return binascii.b2a_base64(data, newline=False).decode("ascii")


def unpack(payload: Any) -> bytes:
    """Return the bytes that base64 stands for; what is not exactly base64 is refused."""
    return binascii.a2b_base64(words(payload), strict_mode=True)
