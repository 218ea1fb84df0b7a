"""Modules and types that both sides have and that cross by name, and figures, which cross as their description."""

from __future__ import annotations

import builtins
import collections
import datetime
import decimal
import fractions
import io
import itertools
import json
import math
import random
import re
import statistics
import sys
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from return_to_dust.plain.limits import CannotSend, Malformed, words

if TYPE_CHECKING:
    from return_to_dust.plain.reading import Reader
    from return_to_dust.plain.writing import Writer

Written = tuple[str, Any]


def _pyplot() -> ModuleType:
    import matplotlib.pyplot as plt  # late: most questions draw nothing

    return plt


MODULES: dict[str, Callable[[], ModuleType]] = {
    "collections": lambda: collections,
    "datetime": lambda: datetime,
    "itertools": lambda: itertools,
    "json": lambda: json,
    "math": lambda: math,
    "matplotlib.pyplot": _pyplot,
    "numpy": lambda: np,
    "pandas": lambda: pd,
    "random": lambda: random,
    "re": lambda: re,
    "statistics": lambda: statistics,
}
PLAIN_TYPES = (
    *(bool, int, float, complex, str, bytes, list, tuple, set, frozenset, dict, range, object, type, type(None)),
    *(datetime.date, datetime.datetime, datetime.time, datetime.timedelta, decimal.Decimal, fractions.Fraction),
    *(collections.Counter, collections.OrderedDict, collections.defaultdict, collections.deque),
    *(pd.DataFrame, pd.Series, pd.Index, pd.Timestamp, pd.Timedelta, np.ndarray, np.bool_),
    *(np.int64, np.int32, np.float64, np.float32, np.str_),
)
ERRORS = [one for one in vars(builtins).values() if isinstance(one, type) and issubclass(one, BaseException)]
TYPES: dict[str, type] = {f"{one.__module__}.{one.__qualname__}": one for one in (*PLAIN_TYPES, *ERRORS)}


def _write_module(_: Writer, module: ModuleType) -> Written | None:
    name = next((name for name in MODULES if sys.modules.get(name) is module), None)
    return ("module", name) if name else None


def _write_type(_: Writer, kind: type) -> Written | None:
    name = next((name for name, one in TYPES.items() if one is kind), None)
    return ("type", name) if name else None


WRITERS: dict[type, Callable[[Writer, Any], Written | None]] = {ModuleType: _write_module, type: _write_type}


def _read_module(_: Reader, payload: Any) -> ModuleType:
    if words(payload) not in MODULES:
        raise Malformed("A module is unknown.")
    return MODULES[payload]()


def _read_type(_: Reader, payload: Any) -> type:
    if words(payload) not in TYPES:
        raise Malformed("A type is unknown.")
    return TYPES[payload]


READERS: dict[str, Callable[[Reader, Any], Any]] = {"module": _read_module, "type": _read_type}


def is_file(value: Any) -> bool:
    """Say whether a value is an open file, which iterates over its lines."""
    return isinstance(value, io.IOBase)


def described(value: Any) -> dict[str, Any] | None:
    """Return the description of a matplotlib Axes; None for anything else.

    Raises
    ------
    CannotSend
        If the Axes cannot be drawn.
    """
    drawing = sys.modules.get("matplotlib.axes")
    if drawing is None or not isinstance(value, drawing.Axes):
        return None
    from return_to_dust.figures import describe_axes

    try:
        return describe_axes(value)
    except Exception:  # whatever matplotlib meets while it draws what a student gave it
        raise CannotSend("a figure that cannot be drawn", "make its cell show it without an error first") from None
