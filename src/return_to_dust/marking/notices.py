"""Notes that intake and marking leave in a notebook, for the student's feedback and the class report."""

from __future__ import annotations

import json
from typing import Any

KEY = "return_to_dust"


def add_notice(notebook: Any, code: str, says: str) -> None:
    """Note in a notebook what was repaired or could not be done.

    Parameters
    ----------
    notebook
        The notebook; the note goes into its metadata and travels with it.
    code
        A short name for the class report, such as ``"restored-cell"``.
    says
        One sentence for student and instructor.
    """
    notices = notebook.metadata.setdefault(KEY, {}).setdefault("notices", [])
    if {"code": code, "says": says} not in notices:
        notices.append({"code": code, "says": says})


def notices_of(notebook: Any) -> list[dict[str, str]]:
    """Return the notes in a notebook, each with ``code`` and ``says``, in the order they were made."""
    return list(notebook.metadata.get(KEY, {}).get("notices", []))


#: Lies beside collected work of which something was left out: {code: sentence}.
COLLECTED_NOTES = "collected_notes.json"


def read_notes(data: bytes) -> dict[str, str]:
    """Return what a file of that name holds; nothing where it is not what collecting wrote."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    notes = content.items() if isinstance(content, dict) else ()
    return {code: says for code, says in notes if isinstance(says, str)}
