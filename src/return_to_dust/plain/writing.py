"""Write a value as a message, beside the student's code: it serves the honest and stops early at what is too much."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from itertools import islice
from types import NoneType
from typing import Any

import numpy as np

from return_to_dust.plain import arrays, builtin, columns, dates, known, tables
from return_to_dust.plain.limits import MOST_BYTES, MOST_DEPTH, MOST_DIGITS, MOST_DRAWN, MOST_NODES, CannotSend, Special
from return_to_dust.plain.limits import pack as packed
from return_to_dust.plain.wording import LABELS, named

Write = Callable[["Writer", Any], "tuple[str, Any] | None"]
#: By type, how a value becomes a tag and what stands under it; None where it is not plain after all.
WRITERS: dict[type, Write] = {
    **builtin.WRITERS,
    **dates.WRITERS,
    **arrays.WRITERS,
    **columns.WRITERS,
    **tables.WRITERS,
    **known.WRITERS,
}
SCALARS = {NoneType, bool, int, float, str}
UNCHECKED = {NoneType, bool, str}
#: From this length on, a list of floats or of whole numbers goes in one step.
BULK = 8
MOST_BITS = int(MOST_DIGITS * math.log2(10))
JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":"))


def dumps(value: Any, special: Special | None = None, most_bytes: int = MOST_BYTES) -> bytes:
    """Write a value as bytes that `loads` reads.

    Parameters
    ----------
    value
        Anything. Subclasses of plain types become those types, members of an Enum their values, iterators are
        drawn, a matplotlib Axes becomes what `describe_axes` says of it. Half a surrogate pair in a text becomes ``?``.
    special
        Called with what is not plain; returns what JSON can hold, or None for a refusal.
    most_bytes
        int, the length of the message at most.

    Returns
    -------
    bytes
        JSON in UTF-8.

    Raises
    ------
    CannotSend
        If the value, or something in it, is not plain, too large, too deep, or an iterator of more than 10,000
        items. What a student's own iterator raises is not caught.
    """
    try:
        data = JSON.encode(Writer(special, most_bytes).node(value)).encode("utf-8", "replace")
    except RecursionError:
        raise CannotSend("data that is nested this deeply") from None
    except MemoryError:
        raise too_large(most_bytes) from None
    if len(data) > most_bytes:
        raise too_large(most_bytes)
    return data


def too_large(most_bytes: int) -> CannotSend:
    """Return the refusal of data that takes more than `most_bytes` bytes."""
    return CannotSend(f"data of more than {most_bytes:,} bytes", "give back less, such as only the rows asked for")


def _is_text(value: object) -> bool:
    return value.__class__ is str


class Writer:
    """What is left of the limits while one value is written.

    Parameters
    ----------
    special, most_bytes
        As for `dumps`.
    """

    def __init__(self, special: Special | None, most_bytes: int) -> None:
        self.special = special
        self.most_bytes = most_bytes
        self.bytes_left = most_bytes
        self.nodes_left = MOST_NODES
        self.inside: list[str] = []

    def node(self, value: Any) -> Any:
        """Return a value as what JSON can hold."""
        kind = type(value)
        if kind in SCALARS:
            return self.scalar(value, kind)
        if len(self.inside) >= MOST_DEPTH:
            raise CannotSend(f"data that contains itself, or is nested more than {MOST_DEPTH} deep")
        self.spend(4)
        base = kind if kind in WRITERS else next((base for base in kind.__mro__ if base in WRITERS), object)
        self.inside.append(LABELS.get(base, ""))
        written = WRITERS[base](self, value) if base in WRITERS else None
        written = written or self.other(value)
        self.inside.pop()
        tag, payload = written
        return {tag: payload} if tag else payload

    def scalar(self, value: Any, kind: type) -> Any:
        """Return None, a bool, an int, a float or a str, as JSON writes it."""
        if kind is str:
            self.spend(len(value))
        elif kind is int and value.bit_length() > MOST_BITS:
            raise CannotSend(f"a whole number of more than {MOST_DIGITS:,} digits{self.where()}")
        elif kind is int:
            self.spend(value.bit_length() // 4)
        elif kind is float and not math.isfinite(value):
            return {"float": repr(value)}
        return value

    def items(self, values: list[Any]) -> Any:
        """Return the items of a list as what JSON can hold, in one step where all are of one simple type."""
        self.count(len(values))
        self.spend(len(values))
        kinds = set(map(type, values))
        if kinds <= UNCHECKED:
            self.spend(sum(map(len, values if kinds == {str} else filter(_is_text, values))))
            return values
        if len(values) >= BULK and kinds in ({float}, {int}):
            bulk = self.bulk(values, float in kinds)
            if bulk:
                return bulk
        return [self.node(value) for value in values]

    def bulk(self, values: list[Any], floats: bool) -> dict[str, str] | None:
        """Return floats, or whole numbers of 64 bits, as one buffer; None if a number is too large for that."""
        try:
            buffer = np.array(values, dtype="<f8" if floats else "<i8").tobytes()
        except OverflowError:
            return None
        return {"floats" if floats else "ints": self.pack(buffer)}

    def other(self, value: Any) -> tuple[str, Any]:
        """Return what no type of ours describes: Axes, iterators, and what `special` knows."""
        described = known.described(value)
        if described is not None:
            return "", self.node(described)
        if isinstance(value, Iterator) and not known.is_file(value):
            return "iterator", self.items(self.draw(value))
        payload = self.special(value) if self.special else None
        if payload is None:
            self.inside.pop()
            raise self.refusal(value)
        return "special", payload

    def draw(self, iterator: Iterator[Any]) -> list[Any]:
        """Return what an iterator gives, if that ends soon."""
        items = list(islice(iterator, MOST_DRAWN + 1))
        if len(items) > MOST_DRAWN:
            raise CannotSend(f"more than {MOST_DRAWN:,} items", "does your code ever stop?")
        return items

    def pack(self, data: bytes) -> str:
        """Return bytes as base64, if there is room for it."""
        self.spend(len(data) * 4 // 3)
        return packed(data)

    def count(self, pieces: int) -> None:
        """Take a number of pieces from what is left; raise `CannotSend` where that is too few."""
        self.nodes_left -= pieces
        if self.nodes_left < 0:
            raise CannotSend(f"more than {MOST_NODES:,} pieces of data{self.where()}", "give back fewer")

    def spend(self, size: int) -> None:
        """Take a number of bytes from what is left; raise `CannotSend` where that is too little."""
        self.bytes_left -= size
        if self.bytes_left < 0:
            raise too_large(self.most_bytes)

    def where(self) -> str:
        """Return what the value at hand stands in, such as ``" inside a list"``."""
        label = next(filter(None, self.inside), "")
        return f" inside {label}" if label else ""

    def refusal(self, value: Any) -> CannotSend:
        """Return the refusal of a value that is not plain."""
        thing, instead = named(value)
        return CannotSend(thing + self.where(), instead)
