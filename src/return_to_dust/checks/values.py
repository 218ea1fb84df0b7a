"""What a student handed over, as plain data; what is of another kind is refused in words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from return_to_dust.checks.sameness import fold, fold_key

LONGEST_SHOWN = 60


class Missed(AssertionError):
    """A criterion is missed: ``reason`` for the student, ``mistake`` for the class report."""

    def __init__(self, reason: str, mistake: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.mistake = mistake


def as_number(value: Any) -> float:
    """Return a number as a float.

    Raises
    ------
    Missed
        If `value` is no single finite number; the reason says what it is instead.
    """
    if isinstance(value, (bool, np.bool_)):
        raise Missed(f"Expected a number, but got {value}, which is a yes-or-no value.", "type")
    if isinstance(value, str):
        raise Missed(
            f"Expected a number, but got the text {value[:LONGEST_SHOWN]!r}: leave the quotation marks out.", "type"
        )
    if isinstance(value, (pd.Series, np.ndarray)) and np.size(value) == 1:
        value = np.asarray(value).reshape(-1)[0]
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise Missed(f"Expected a number, but got {kind(value)}.", "type") from None
    if not math.isfinite(number):
        raise Missed("Expected a number, but the result is not a finite number (NaN or infinity).", "not-finite")
    return number


def as_text(value: Any) -> str:
    """Return a text, folded for comparison.

    Raises
    ------
    Missed
        If `value` is not text.
    """
    if not isinstance(value, str):
        raise Missed(f"Expected a text in quotation marks, but got {kind(value)}.", "type")
    return fold(value)


def as_items(value: Any) -> list[Any]:
    """Return a collection as a list.

    Raises
    ------
    Missed
        If `value` is no collection of items.
    """
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        raise Missed(f"Expected a list of items, but got {kind(value)}.", "type")
    if isinstance(value, pd.DataFrame):
        raise Missed("Expected a list of items, but got a whole table: choose one of its columns.", "type")
    return list(value)


def as_mapping(value: Any) -> dict[Any, Any]:
    """Return a dict or a Series as a dict with folded keys.

    Raises
    ------
    Missed
        If `value` is neither.
    """
    if isinstance(value, pd.Series):
        value = value.to_dict()
    if not isinstance(value, Mapping):
        raise Missed(f"Expected a dict such as {{'key': value}}, but got {kind(value)}.", "type")
    return {fold_key(key): one for key, one in value.items()}


def as_table(value: Any) -> pd.DataFrame:
    """Return a DataFrame; index levels with names become columns.

    Raises
    ------
    Missed
        If `value` is no table.
    """
    if isinstance(value, pd.Series):
        value = value.to_frame()
    if not isinstance(value, pd.DataFrame):
        raise Missed(f"Expected a table (a pandas DataFrame), but got {kind(value)}.", "type")
    named = [name for name in value.index.names if name is not None and name not in value.columns]
    return value.reset_index(level=named) if named else value


def kind(value: Any) -> str:
    """Say what kind of thing a value is, in a student's words."""
    if value is None:
        return "nothing (None), as when a function ends without `return`"
    if value is Ellipsis:
        return "the placeholder `...`, which waits for your answer"
    names = {
        "str": "a text",
        "int": "a whole number",
        "int64": "a whole number",
        "float": "a single number",
        "float64": "a single number",
        "bool": "True or False",
        "dict": "a dict",
        "DataFrame": "a table",
        "Series": "a column (Series)",
    }
    return names.get(type(value).__name__, f"a {type(value).__name__}")
