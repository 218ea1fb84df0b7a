"""What marking again would change: whose mark, in which cell, and why."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import determine_grade, is_grade, parse_utc

from return_to_dust.marking.outcomes import failure_of, outcome_of
from return_to_dust.report.gradebook import read_grades

Scores = dict[tuple[str, str], float | None]


@dataclass(frozen=True)
class Earlier:
    """What the gradebook holds of one student: when it was handed in, and the automatic scores.

    ``scores`` has a number or None for each (notebook, grade_id).
    """

    timestamp: datetime | None
    scores: Scores = field(default_factory=dict)

    @property
    def marked(self) -> bool:
        """Whether any test or empty answer has a score."""
        return any(score is not None for score in self.scores.values())


@dataclass(frozen=True)
class Change:
    """One cell whose automatic mark would become another: its ``old`` and ``new`` points, and ``why``."""

    student: str
    notebook: str
    grade_id: str
    old: float | None
    new: float | None
    why: str


class Standing(Enum):
    """How a result stands to the gradebook."""

    NEW = "not marked before"
    AGAIN = "handed in again"
    SAME = "the same marks"
    CHANGED = "other marks for the same hand-in"


def read_earlier(gradebook: Any, assignment: str) -> dict[str, Earlier]:
    """Return what the gradebook holds of each student who has been marked, in two queries."""
    from nbgrader.api import Assignment, Student, SubmittedAssignment

    stamps = (
        gradebook.db.query(Student.id, SubmittedAssignment.timestamp)
        .select_from(SubmittedAssignment)
        .join(Student, SubmittedAssignment.student_id == Student.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .filter(Assignment.name == assignment)
    )
    earlier = {student: Earlier(stamp) for student, stamp in stamps.all()}
    grades = read_grades(gradebook, assignment)
    columns = (grades[name] for name in ("student", "notebook", "grade_id", "automatic"))
    for student, notebook, grade_id, score in zip(*columns, strict=True):
        earlier[student].scores[notebook, grade_id] = None if score != score else float(score)  # noqa: PLR0124 - NaN
    return earlier


def scores_of(notebooks: Mapping[str, NotebookNode]) -> Scores:
    """Return the automatic scores that nbgrader reads from executed notebooks."""
    return {
        (name, cell.metadata.nbgrader.grade_id): _score(cell)
        for name, notebook in notebooks.items()
        for cell in notebook.cells
        if is_grade(cell)
    }


def _score(cell: NotebookNode) -> float | None:
    score, _ = determine_grade(cell)
    return None if score is None else float(score)


def standing(earlier: Earlier | None, timestamp: datetime | None, new: Scores) -> Standing:
    """Say how new scores stand to the earlier ones.

    Hand-ins without a timestamp count as the same: then nothing is overwritten unasked.
    """
    if earlier is None or not earlier.marked:
        return Standing.NEW
    if timestamp is not None and earlier.timestamp != parse_utc(timestamp):
        return Standing.AGAIN
    return Standing.SAME if _given(earlier.scores) == _given(new) else Standing.CHANGED


def _given(scores: Scores) -> Scores:
    """Leave out what waits to be marked by hand."""
    return {key: score for key, score in scores.items() if score is not None}


def changes_of(
    student: str, earlier: Earlier, before: Mapping[str, NotebookNode], after: Mapping[str, NotebookNode]
) -> Iterator[Change]:
    """Yield what would change in one student's marks.

    Parameters
    ----------
    student
        Whose marks they are.
    earlier
        What the gradebook holds.
    before, after
        The notebooks as they were marked and as they are marked now, by name; what is not there any more may be
        absent from `before`.
    """
    new = scores_of(after)
    old_cells, new_cells = _cells(before), _cells(after)
    for key in dict.fromkeys([*new, *earlier.scores]):
        old_score, new_score = earlier.scores.get(key), new.get(key)
        if old_score != new_score:
            why = _why(old_cells.get(key), new_cells.get(key))
            yield Change(student, *key, old_score, new_score, why)


def read_marked(place: Path, names: Collection[str]) -> dict[str, NotebookNode]:
    """Return those of the named notebooks that a marked folder holds and that can be read."""
    found = {}
    for name in names:
        with contextlib.suppress(OSError, ValueError, TypeError, AttributeError):
            found[name] = nbformat.v4.reads_json((place / f"{name}.ipynb").read_text(encoding="utf-8"))
    return found


def _cells(notebooks: Mapping[str, NotebookNode]) -> dict[tuple[str, str], NotebookNode]:
    return {
        (name, cell.metadata.nbgrader.get("grade_id")): cell
        for name, notebook in notebooks.items()
        for cell in notebook.cells
        if "nbgrader" in cell.metadata
    }


def _why(old: NotebookNode | None, new: NotebookNode | None) -> str:
    """Name the criteria that are met or missed otherwise than before."""
    if new is None:
        return "The assignment has no such cell any more."
    after = _criteria(new)
    if not after:
        return failure_of(new) if new.cell_type == "code" and new.get("outputs") else "The cell is marked otherwise."
    if old is None:
        return "There is no earlier marked notebook to compare with."
    before = _criteria(old)
    if not before:
        return f"Before: {failure_of(old)} Now the test was run."
    says = [line for name, now in after.items() if (line := _turn(name, before.get(name), now))]
    says += [f"“{name}” is no longer asked." for name in before if name not in after]
    return " ".join(says) or "The same criteria are met; they are worth other points."


def _turn(name: str, before: Mapping[str, Any] | None, now: Mapping[str, Any]) -> str:
    reason = f": {now.get('reason')}" if now.get("reason") else "."
    if before is None:
        return f"New and met: “{name}”." if now.get("met") is True else f"New and missed: “{name}”{reason}"
    if (before.get("met") is True) == (now.get("met") is True):
        return ""
    return f"Now met: “{name}”." if now.get("met") is True else f"Now missed: “{name}”{reason}"


def _criteria(cell: NotebookNode) -> dict[str, Mapping[str, Any]]:
    """Return a test cell's criteria by name; what an older way of marking left there is not taken on trust."""
    try:
        rows = (outcome_of(cell) or {}).get("criteria", [])
    except (TypeError, ValueError):
        return {}
    return {str(row.get("name")): row for row in rows if isinstance(row, dict)} if isinstance(rows, list) else {}
