"""Outputs that come from the student's room: only what has the form that a notebook requires is kept."""

from __future__ import annotations

from typing import Any

import nbformat
from nbformat import NotebookNode


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
