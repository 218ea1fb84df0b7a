"""What comes from the student's room: only what has the form that is required is kept, and not too much of it."""

from __future__ import annotations

from typing import Any

import nbformat
from nbformat import NotebookNode

#: Of one cell; far more than an honest cell has, and few enough to be validated in a second.
MOST_OUTPUTS = 500
MOST_PIECES = 20_000
MOST_DEPTH = 40
MOST_COUNT = 1_000_000


class TooMuch(Exception):
    """The outputs of a cell are more, or nested deeper, than an honest cell's."""


def sound_count(count: Any) -> int:
    """Return a cell's execution count; 0 for what is none."""
    return count if type(count) is int and 0 <= count <= MOST_COUNT else 0


def check_outputs(outputs: Any) -> list[Any]:
    """Return the outputs of a cell, if they are a list of ordinary size, before anything else looks at them.

    Validation takes minutes for a million empty outputs, and nbgrader fails on what is nested very deeply.

    Raises
    ------
    TooMuch
        If they are anything else.
    """
    if type(outputs) is not list or len(outputs) > MOST_OUTPUTS:
        raise TooMuch
    pieces, level = 0, outputs
    for _ in range(MOST_DEPTH):
        level = [inner for one in level for inner in _inside(one)]
        pieces += len(level)
        if not level:
            return outputs
        if pieces > MOST_PIECES:
            break
    raise TooMuch


def _inside(one: Any) -> list[Any]:
    return one if type(one) is list else list(one.values()) if type(one) is dict else []


def sound_answers(answers: Any) -> dict[str, Any]:
    """Return what was answered to a test at its place, by name, without what is no answer."""
    if type(answers) is not dict:
        return {}
    kinds = {"absent": bool, "cannot": str, "body": str}
    return {
        name: {key: one[key] for key, kind in kinds.items() if type(one.get(key)) is kind}
        for name, one in answers.items()
        if type(one) is dict
    }


def sound_outputs(outputs: list[Any]) -> list[NotebookNode]:
    """Return those outputs of a cell, given as plain data, that have the form which a notebook requires."""
    if _are_sound(outputs):
        return [nbformat.from_dict(one) for one in outputs]
    return [nbformat.from_dict(one) for one in outputs if _are_sound([one])]  # a damaged one is left out


def _are_sound(outputs: list[Any]) -> bool:
    cell: dict[str, Any] = {"cell_type": "code", "id": "one", "metadata": {}, "source": "", "execution_count": None}
    notebook = {"cells": [cell | {"outputs": outputs}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    try:
        nbformat.validate(notebook)
    except Exception:  # whatever is wrong with it
        return False
    return True
