"""When two pieces of plain data count as the same answer, whatever their type."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

#: What is never one number, date or missing value.
NOT_SINGLE = (str, list, tuple, set, Mapping, np.ndarray, pd.Series, pd.DataFrame)


def fold(text: str) -> str:
    """Return a text without differences of case, spacing and final stops."""
    return " ".join(text.split()).casefold().strip(" .")


def fold_key(key: Any) -> Any:
    """Return the key of a dict, folded where it is text."""
    return fold(key) if isinstance(key, str) else key


def same(a: Any, b: Any, within: float) -> bool:
    """Say whether `a` is the expected `b`: numbers within a tolerance, texts folded, dates by their day."""
    if isinstance(b, (tuple, list)):
        return (
            isinstance(a, (tuple, list))
            and len(a) == len(b)
            and all(same(x, y, within) for x, y in zip(a, b, strict=True))
        )
    if isinstance(b, str):
        return isinstance(a, str) and fold(a) == fold(b)
    if isinstance(b, (date, pd.Timestamp)):
        return bool(_as_date(a) == _as_date(b))
    if isinstance(a, NOT_SINGLE) or pd.isna(a) or pd.isna(b):
        return not isinstance(a, NOT_SINGLE) and bool(pd.isna(a)) and bool(pd.isna(b))
    try:
        return math.isclose(float(a), float(b), rel_tol=0, abs_tol=within)
    except (TypeError, ValueError):
        return False


def _as_date(value: Any) -> Any:
    try:
        return pd.Timestamp(value).date()
    except (TypeError, ValueError, OverflowError, NotImplementedError):  # the last two for years far away
        return None


def rows_of(frame: pd.DataFrame, columns: list[str]) -> list[Any]:
    """Return the rows of some columns as tuples."""
    return list(frame[columns].itertuples(index=False, name=None))


def same_items(a: list[Any], b: list[Any], *, ordered: bool, within: float) -> bool:
    """Say whether two lists hold the same items, each as often, in order or in any."""
    if len(a) != len(b):
        return False
    if ordered:
        return all(same(x, y, within) for x, y in zip(a, b, strict=True))
    left = list(b)
    for item in a:
        match = next((i for i, other in enumerate(left) if same(item, other, within)), None)
        if match is None:
            return False
        left.pop(match)
    return True


def same_mapping(a: Mapping[Any, Any], b: Mapping[Any, Any], within: float) -> bool:
    """Say whether two dicts have the same keys with the same values."""
    return set(a) == set(b) and all(same(a[key], b[key], within) for key in b)


def count_reason(given: list[Any], wanted: list[Any], within: float) -> str:
    """Say how many items are too many or missing, never which."""
    extra = sum(not any(same(item, other, within) for other in wanted) for item in given)
    missing = sum(not any(same(item, other, within) for item in given) for other in wanted)
    parts = []
    if extra:
        parts.append(f"{extra} of your {len(given)} items {'does' if extra == 1 else 'do'} not belong here")
    if missing:
        parts.append(f"{missing} {'is' if missing == 1 else 'are'} missing")
    return (" and ".join(parts) or "An item stands here more often than it should") + "."
