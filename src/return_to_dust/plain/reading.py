"""Read a message beside the tests: whatever the bytes are, plain trusted types come out, or `Malformed`."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from types import NoneType
from typing import Any, NoReturn

import numpy as np

from return_to_dust.plain import arrays, builtin, columns, dates, known, tables
from return_to_dust.plain.limits import (
    LONGEST_FLOAT,
    MOST_BYTES,
    MOST_DEPTH,
    MOST_DIGITS,
    MOST_NODES,
    Malformed,
    Special,
    unpack,
)

Read = Callable[["Reader", Any], Any]
#: By tag, how what stands under it becomes a value.
READERS: dict[str, Read] = {
    **builtin.READERS,
    **dates.READERS,
    **arrays.READERS,
    **columns.READERS,
    **tables.READERS,
    **known.READERS,
}
SCALARS = {NoneType, bool, int, float, str}
BULK = {"floats": np.dtype("<f8"), "ints": np.dtype("<i8")}


def loads(data: bytes, special: Special | None = None, most_bytes: int = MOST_BYTES) -> Any:
    """Read a value that `dumps` wrote.

    Parameters
    ----------
    data
        bytes, from a process that may have been tampered with.
    special
        Called with what stands for something that is not plain; returns what the tests get for it. Without it
        such a message is refused. What it raises is `Malformed`, too.
    most_bytes
        int, the length of the message at most.

    Returns
    -------
    object
        Of the types that Python, numpy and pandas have, and never of a subclass of those.

    Raises
    ------
    Malformed
        If `data` is anything but such a message; nothing else is ever raised.
    """
    try:
        if len(data) > most_bytes:
            raise Malformed("The message is too long.")
        return Reader(special, most_bytes).node(_tree(data))
    except Malformed:
        raise
    except Exception as error:  # the parsers of JSON, base64, dates, numpy and pandas each have errors of their own
        raise Malformed(f"The message cannot be read ({type(error).__name__}).") from None


def _tree(data: bytes) -> Any:
    text = data.decode("utf-8")
    tree = JSON.decode(text)
    if "\\ud" in text or "\\uD" in text:  # only an escape can bring half a surrogate pair, which nothing can print
        json.dumps(tree, ensure_ascii=False).encode("utf-8")
    return tree


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("A key stands there twice.")
    return found


def _int(digits: str) -> int:
    if len(digits) > MOST_DIGITS + 1:  # a sign
        raise Malformed("A whole number is too long.")
    return int(digits)


def _float(digits: str) -> float:
    number = float(digits) if len(digits) <= LONGEST_FLOAT else math.inf
    if not math.isfinite(number):
        raise Malformed("A number is too long or too large.")
    return number


def _constant(_: str) -> NoReturn:
    raise Malformed("NaN and infinity have a tag.")


JSON = json.JSONDecoder(object_pairs_hook=_unique, parse_int=_int, parse_float=_float, parse_constant=_constant)


class Reader:
    """What is left of the limits while one message is read.

    Parameters
    ----------
    special, most_bytes
        As for `loads`.
    """

    def __init__(self, special: Special | None, most_bytes: int) -> None:
        self.special = special
        self.most_bytes = most_bytes
        self.bytes_left = most_bytes
        self.nodes_left = MOST_NODES
        self.depth = 0

    def node(self, tree: Any) -> Any:
        """Return the value that a piece of JSON stands for."""
        if type(tree) in SCALARS:
            return tree
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise Malformed("The message is nested too deeply.")
        value = self.items(tree) if type(tree) is list else self.tagged(tree)
        self.depth -= 1
        return value

    def tagged(self, tree: Any) -> Any:
        """Return the value of a JSON object, which has one key: its tag."""
        if type(tree) is not dict or len(tree) != 1:
            raise Malformed("Expected one tag.")
        [(tag, payload)] = tree.items()
        if tag in BULK:
            return self.bulk(BULK[tag], payload)
        if tag == "special":
            return self.replaced(payload)
        if tag not in READERS:
            raise Malformed("A tag is unknown.")
        return READERS[tag](self, payload)

    def items(self, tree: Any) -> list[Any]:
        """Return the items of a list."""
        if type(tree) is dict and tree.keys() <= BULK.keys():
            items: list[Any] = self.tagged(tree)
            return items
        if type(tree) is not list:
            raise Malformed("Expected a list.")
        self.count(len(tree))
        return tree if SCALARS.issuperset(map(type, tree)) else [self.node(one) for one in tree]

    def count(self, pieces: int) -> None:
        """Take a number of pieces from what is left: those that are there, or that a short message would make."""
        self.nodes_left -= pieces
        if self.nodes_left < 0:
            raise Malformed("The message has too many pieces.")

    def spend(self, size: int) -> None:
        """Take from what is left a number of bytes that a shorter message would fill."""
        self.bytes_left -= size
        if self.bytes_left < 0:
            raise Malformed("The message would fill too much memory.")

    def bulk(self, dtype: np.dtype[Any], payload: Any) -> list[Any]:
        """Return the numbers of one buffer."""
        numbers: list[Any] = np.frombuffer(unpack(payload), dtype).tolist()
        return numbers

    def replaced(self, payload: Any) -> Any:
        """Return what `special` gives for a value that is not plain."""
        if self.special is None:
            raise Malformed("Nothing but plain data is expected here.")
        return self.special(payload)
