"""What a student reads about a value that cannot be sent."""

from __future__ import annotations

import io
import re
import sys
from collections import deque
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any

import numpy as np
import pandas as pd

from return_to_dust.plain.limits import INSTEAD

LONGEST_NAME = 40
#: What a student calls what something stands in.
LABELS: dict[type, str] = {
    list: "a list",
    deque: "a deque",
    tuple: "a tuple",
    set: "a set",
    frozenset: "a set",
    dict: "a dict",
    np.ndarray: "an array",
    pd.Series: "a column (Series)",
    pd.DataFrame: "a table",
    pd.Index: "an index",
}
AXES = "give back its Axes (the `ax` of `fig, ax = new_figure()`)"
#: By type: what it is called, and what to give back instead.
THINGS: list[tuple[type | tuple[type, ...], str, str]] = [
    ((FunctionType, BuiltinFunctionType, MethodType), "a function", "call it and give back its result"),
    (type, "a class", INSTEAD),
    (ModuleType, "a module", INSTEAD),
    (io.IOBase, "an open file", "read it and give back its text"),
    (BaseException, "an exception", "raise it, or give back its message as a text"),
]


def named(value: Any) -> tuple[str, str]:
    """Return what a value that is not plain is called, and what to give back instead.

    Parameters
    ----------
    value
        Anything; of the name of its class only letters, digits and underscores are shown, and 40 at most.
    """
    figure = sys.modules.get("matplotlib.figure")
    if figure is not None and isinstance(value, figure.Figure):
        return "a whole figure", AXES
    for kind, thing, instead in THINGS:
        if isinstance(value, kind):
            return thing, instead
    name = re.sub(r"\W", "", str(type(value).__name__))[:LONGEST_NAME]
    own = "your own" if str(type(value).__module__) == "__main__" else "the"
    return f"an object of {own} class `{name or '?'}`", INSTEAD
