"""Python's own types; a subclass is reduced by the methods of its base, never by its own."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from return_to_dust.plain.limits import MOST_DIGITS, MOST_NODES, CannotSend, Malformed, parts, unpack, whole, words

if TYPE_CHECKING:
    from return_to_dust.plain.reading import Reader
    from return_to_dust.plain.writing import Writer

Written = tuple[str, Any]
HUGE = 10**MOST_DIGITS
#: What may be behind one hash in a large dict or set; crafted keys that all share one take hours to sort in.
MOST_ALIKE = 100
DECIMAL = re.compile(r"-?(\d{1,4000}(\.\d{0,4000})?(E[+-]\d{1,5})?|Infinity|s?NaN\d{0,20})", re.ASCII)
CONSTANTS = {"...": Ellipsis, "NotImplemented": NotImplemented}
FLOATS = ("nan", "inf", "-inf")


def _reduce(method: Callable[[Any], Any]) -> Callable[[Writer, Any], Written]:
    return lambda writer, value: ("", writer.node(method(value)))


def _listed(tag: str, draw: Callable[[Any], Iterable[Any]]) -> Callable[[Writer, Any], Written]:
    return lambda writer, value: (tag, writer.items(list(draw(value))))


def _write_dict(writer: Writer, value: Any) -> Written:
    entries = list(dict.items(value))
    return "dict", [writer.items([key for key, _ in entries]), writer.items([one for _, one in entries])]


def _write_bytes(writer: Writer, value: Any) -> Written:
    return "bytes", writer.pack(bytes.__getitem__(value, slice(None)))


def _write_complex(writer: Writer, value: Any) -> Written:
    number = complex.__complex__(value)
    return "complex", [writer.node(number.real), writer.node(number.imag)]


def _write_range(writer: Writer, value: range) -> Written:
    if value and (value[-1] - value[0]) // value.step >= MOST_NODES:
        raise CannotSend(f"a range of more than {MOST_NODES:,} numbers{writer.where()}")
    return "range", [writer.node(int(number)) for number in (value.start, value.stop, value.step)]


def _write_decimal(writer: Writer, value: Any) -> Written:
    if abs(Decimal.adjusted(value)) > MOST_DIGITS or len(Decimal.as_tuple(value).digits) > MOST_DIGITS:
        raise CannotSend(f"a Decimal of more than {MOST_DIGITS:,} digits{writer.where()}")
    return "decimal", writer.node(Decimal.__str__(value))


def _write_fraction(writer: Writer, value: Any) -> Written:
    halves = Fraction.numerator.__get__(value), Fraction.denominator.__get__(value)
    return "fraction", [writer.node(int(half)) for half in halves]


#: A member of an Enum goes as its value.
WRITERS: dict[type, Callable[[Writer, Any], Written | None]] = {
    str: _reduce(str.__str__),
    int: _reduce(int.__index__),
    float: _reduce(float.__float__),
    Enum: _reduce(lambda member: member._value_),
    type(Ellipsis): lambda _, __: ("constant", "..."),
    type(NotImplemented): lambda _, __: ("constant", "NotImplemented"),
    complex: _write_complex,
    bytes: _write_bytes,
    bytearray: _reduce(bytes),
    list: _listed("", list.__iter__),
    deque: _listed("", deque.__iter__),
    type({}.keys()): _listed("", iter),
    type({}.values()): _listed("", iter),
    type({}.items()): _listed("", iter),
    tuple: _listed("tuple", tuple.__iter__),
    set: _listed("set", set.__iter__),
    frozenset: _listed("frozenset", frozenset.__iter__),
    dict: _write_dict,
    MappingProxyType: _reduce(dict),
    range: _write_range,
    Decimal: _write_decimal,
    Fraction: _write_fraction,
}


def _read_constant(_: Reader, payload: Any) -> Any:
    if words(payload) not in CONSTANTS:
        raise Malformed("A constant is unknown.")
    return CONSTANTS[payload]


def _read_float(_: Reader, payload: Any) -> float:
    if words(payload) not in FLOATS:
        raise Malformed("Expected NaN or infinity.")
    return float(payload)  # a NaN of its own: the same one twice would be one key of a dict


def _hashable(items: list[Any]) -> list[Any]:
    if len(items) > MOST_ALIKE and max(Counter(map(hash, items)).values()) > MOST_ALIKE:
        raise Malformed("Too many keys share one hash.")
    return items


def _read_dict(reader: Reader, payload: Any) -> dict[Any, Any]:
    keys, values = (reader.items(part) for part in parts(payload, 2))
    return dict(zip(_hashable(keys), values, strict=True))


def _read_complex(reader: Reader, payload: Any) -> complex:
    real, imaginary = (reader.node(part) for part in parts(payload, 2))
    if type(real) is not float or type(imaginary) is not float:
        raise Malformed("Expected two floats.")
    return complex(real, imaginary)


def _read_range(_: Reader, payload: Any) -> range:
    found = range(*(whole(part, -HUGE, HUGE) for part in parts(payload, 3)))
    if found and (found[-1] - found[0]) // found.step >= MOST_NODES:
        raise Malformed("A range is too long.")
    return found


def _read_decimal(_: Reader, payload: Any) -> Decimal:
    if not DECIMAL.fullmatch(words(payload)):
        raise Malformed("Expected a Decimal.")
    number = Decimal(payload)
    if abs(number.adjusted()) > MOST_DIGITS:
        raise Malformed("A Decimal is too long.")
    return number


def _read_fraction(_: Reader, payload: Any) -> Fraction:
    return Fraction(*(whole(part, -HUGE, HUGE) for part in parts(payload, 2)))


READERS: dict[str, Callable[[Reader, Any], Any]] = {
    "float": _read_float,
    "constant": _read_constant,
    "complex": _read_complex,
    "bytes": lambda _, payload: unpack(payload),
    "tuple": lambda reader, payload: tuple(reader.items(payload)),
    "iterator": lambda reader, payload: iter(reader.items(payload)),
    "set": lambda reader, payload: set(_hashable(reader.items(payload))),
    "frozenset": lambda reader, payload: frozenset(_hashable(reader.items(payload))),
    "dict": _read_dict,
    "range": _read_range,
    "decimal": _read_decimal,
    "fraction": _read_fraction,
}
