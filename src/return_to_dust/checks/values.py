"""What a student handed over, as plain data; what is of another kind is refused in words."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from return_to_dust.checks.sameness import fold, fold_key

LONGEST_SHOWN = 60
MOST_ITEMS = 10_000
#: What the kinds of data are called; a student's own classes are not called by the names that they bear.
KINDS = {
    str: "a text",
    int: "a whole number",
    np.int64: "a whole number",
    float: "a single number",
    np.float64: "a single number",
    bool: "True or False",
    list: "a list",
    tuple: "a tuple",
    set: "a set",
    dict: "a dict",
    np.ndarray: "an array",
    pd.DataFrame: "a table",
    pd.Series: "a column (Series)",
    pd.Index: "an index",
}


class Missed(AssertionError):
    """A criterion is missed.

    Parameters
    ----------
    reason
        What the student reads, where the case is one that the student can see.
    mistake
        The name of the mistake, for the class report.
    unseen
        What the student reads where the case is hidden; `reason` by default. It holds nothing that the
        student's code chose: no value, no size, no name of a type.
    """

    def __init__(self, reason: str, mistake: str = "", unseen: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.mistake = mistake
        self.unseen = unseen or reason


def as_number(value: Any) -> float:
    """Return a number as a float.

    Parameters
    ----------
    value
        int, float, numpy number, or an array or Series of one element; not a bool, not a text.

    Raises
    ------
    Missed
        If `value` is no single finite number; the reason says what it is instead.
    """
    if isinstance(value, (bool, np.bool_)):
        raise Missed(f"Expected a number, but got {value}, which is a yes-or-no value.", "type")
    if isinstance(value, str):
        raise Missed(
            f"Expected a number, but got the text {value[:LONGEST_SHOWN]!r}: leave the quotation marks out.",
            "type",
            "Expected a number, but got a text.",
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
    """Return a text, folded for comparison: no capitals, no doubled or outer spaces, no final stop.

    Parameters
    ----------
    value
        str.

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

    Parameters
    ----------
    value
        Any iterable of at most 10,000 items, but no text, dict or DataFrame.

    Raises
    ------
    Missed
        If `value` is no such collection, or has more items.
    """
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        raise Missed(f"Expected a list of items, but got {kind(value)}.", "type")
    if isinstance(value, pd.DataFrame):
        raise Missed("Expected a list of items, but got a whole table: choose one of its columns.", "type")
    items = list(itertools.islice(value, MOST_ITEMS + 1))
    if len(items) > MOST_ITEMS:
        raise Missed(f"Expected a list of items, but got more than {MOST_ITEMS:,}: does your code ever stop?", "type")
    return items


def as_mapping(value: Any) -> dict[Any, Any]:
    """Return a dict or a Series as a dict whose text keys are folded.

    Parameters
    ----------
    value
        dict or other Mapping, or Series (its index is then the keys).

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

    Parameters
    ----------
    value
        DataFrame, or Series, which becomes a table of one column.

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
    """Say what kind of thing a value is, in a student's words.

    Parameters
    ----------
    value
        Anything; a class that is not known here is never called by its own name.
    """
    if value is None:
        return "nothing (None), as when a function ends without `return`"
    if value is Ellipsis:
        return "the placeholder `...`, which waits for your answer"
    return next((words for known, words in KINDS.items() if type(value) is known), "something of another kind")
