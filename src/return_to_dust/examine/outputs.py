"""Outputs that come from the student's room: of what has the form that a notebook requires, not too much is kept."""

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


def sound_outputs(outputs: list[Any]) -> list[NotebookNode]:
    """Return those outputs of a cell, given as plain data, that have the form which a notebook requires."""
    sound = []
    for output in outputs:
        try:
            node = nbformat.from_dict(output)
            nbformat.validate(node, ref=node.output_type, version=4)
        except Exception:  # noqa: S112 - a damaged output is left out
            continue
        sound.append(node)
    return sound
