"""A collected hand-in as plain data: what `dust grade` gives to the worker that runs it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nbformat import NotebookNode

from return_to_dust.marking.assignment import Assignment
from return_to_dust.marking.exchange import COLLECTED_AS, read_timestamp
from return_to_dust.marking.files import OWN, Folder, few, read_folder
from return_to_dust.marking.intake import read_submission
from return_to_dust.marking.names import foreign_modules
from return_to_dust.marking.notices import COLLECTED_NOTES, add_notice, read_notes

#: Folders and files in a hand-in that are no part of the work.
ASIDE = (".ipynb_checkpoints", "__pycache__", "feedback", "__MACOSX", *OWN, COLLECTED_AS, COLLECTED_NOTES)


@dataclass(frozen=True)
class HandIn:
    """One student's hand-in of an assignment, read and repaired; nothing of it has run.

    Attributes
    ----------
    student, assignment
        Their ids.
    notebooks
        The assignment's notebooks by name (without ending), each with its notices; an empty one stands in for one that
        is missing. Their cells are not yet reconciled with the assignment.
    files
        What lies beside them, by path with ``/``, for the folder in which the notebooks run.
    notices
        What was left out of the files, under short codes; every notebook has them too.
    timestamp
        When it was handed in, in UTC; None where nobody knows.
    digest
        SHA-256 over all that a result can depend on, in hexadecimal: equal for equal notebooks, files and notices,
        whoever handed them in and when.
    """

    student: str
    assignment: str
    notebooks: dict[str, NotebookNode]
    files: dict[str, bytes]
    notices: dict[str, str]
    timestamp: datetime | None
    digest: str


def read_hand_in(folder: Path, student: str, assignment: Assignment) -> HandIn:
    """Read a collected hand-in into memory; never raises, whatever lies there.

    Parameters
    ----------
    folder
        The folder ``submitted/<student>/<assignment>``. Neither it nor the student's folder is followed where it
        is a link.
    student
        The student's id.
    assignment
        What was asked.
    """
    try:
        found = read_folder(folder, folder.parent.parent)
    except OSError:
        says = "The hand-in was a link, is not there or could not be read; hand in the files themselves."
        found = Folder(says={"not-read": says})
    held = {name: one.data for name, one in found.files.items()}
    notices = {**read_notes(held.get(COLLECTED_NOTES, b"{}")), **found.says}
    stamp = read_timestamp(held.get("timestamp.txt", b"").decode(errors="replace"))
    if stamp is None and "timestamp.txt" in held:
        notices["timestamp"] = "When this was handed in could not be read, so it counts as in time."
    asked = {f"{name}.ipynb" for name in assignment.notebooks}
    files = {name: data for name, data in held.items() if name.split("/")[0] not in asked.union(ASIDE)}
    foreign = foreign_modules(files)
    if foreign:
        notices["foreign-module"] = shadows(foreign)
    files = {name: data for name, data in sorted(files.items()) if name not in foreign}
    handed_in = {name: held.get(f"{name}.ipynb") for name in assignment.notebooks}
    digest = _digest(assignment.name, handed_in, files, notices)
    notebooks = {name: _notebook(name, data, notices) for name, data in handed_in.items()}
    return HandIn(student, assignment.name, notebooks, files, notices, stamp, digest)


def shadows(foreign: set[str]) -> str:
    """Say what was set aside."""
    return (
        f"{few(foreign)} would stand in for a module of the course, of a library or of Python and was set aside: "
        "give a module of your own a name of its own."
    )


def _notebook(name: str, data: bytes | None, notices: dict[str, str]) -> NotebookNode:
    notebook = read_submission(b'{"cells": []}' if data is None else data)
    if data is None:
        says = f"There was no notebook named {name}.ipynb; hand in your work under that name."
        add_notice(notebook, "missing-notebook", says)
    for code, says in notices.items():
        add_notice(notebook, code, says)
    return notebook


def _digest(name: str, notebooks: dict[str, bytes | None], files: dict[str, bytes], notices: dict[str, str]) -> str:
    def sums(parts: dict[str, bytes] | dict[str, bytes | None]) -> dict[str, str]:
        return {one: "" if data is None else hashlib.sha256(data).hexdigest() for one, data in parts.items()}

    whole = json.dumps([name, sums(notebooks), sums(files), notices], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()
