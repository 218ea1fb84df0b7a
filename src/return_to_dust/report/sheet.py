"""What the class report is made from: the gradebook's marks and the marked notebooks' findings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
from nbformat import NotebookNode

from return_to_dust.errors import CourseError
from return_to_dust.marking.course import open_course
from return_to_dust.marking.door import has_failed, restore_marked
from return_to_dust.marking.exchange import collected_as
from return_to_dust.marking.notices import notices_of
from return_to_dust.marking.outcomes import failure_of, outcome_of
from return_to_dust.marking.refusals import read_refusals
from return_to_dust.report.gradebook import (
    read_asked,
    read_grades,
    read_submissions,
    require_assignment,
    require_gradebook,
)
from return_to_dust.report.records import Finding, Notice, Sheet


def read_sheet(course: Path, assignment: str) -> Sheet:
    """Read marks and marked notebooks of an assignment.

    Raises
    ------
    CourseError
        If the assignment is unknown, nobody has handed in, or nothing is marked yet.
    """
    api = open_course(course)
    require_gradebook(str(api.coursedir.db_url), assignment)
    with api.gradebook as gradebook:
        require_assignment(gradebook, assignment)
        asked = read_asked(api, gradebook, assignment)
        submissions = read_submissions(gradebook, assignment)
        grades = read_grades(gradebook, assignment)
    restore_marked(Path(api.coursedir.format_path(api.coursedir.submitted_directory, ".", ".")).resolve())
    unmarked = _unmarked(api, assignment, submissions)
    submissions = submissions[~submissions["student"].isin(list(unmarked))]
    if submissions.empty and not unmarked:
        raise CourseError(
            f"Nobody has handed in {assignment} yet: run `nbgrader collect {assignment}`, then `nbgrader autograde`."
        )
    if submissions.empty:
        raise CourseError(
            f"{len(unmarked)} hand-ins of {assignment} are collected and none is marked yet: "
            f"run `nbgrader autograde {assignment}` first."
            if len(unmarked) > 1
            else f"One hand-in of {assignment} is collected and not marked yet: run `nbgrader autograde {assignment}`."
        )
    sheet = Sheet(asked, grades[grades["student"].isin(submissions["student"])], submissions, [], [], unmarked)
    refused = read_refusals(api.coursedir, assignment)
    sheet.notices.extend(Notice(one.student, "refused", one.says) for one in refused)
    for student in submissions["student"]:
        _read_notebooks(api, assignment, student, sheet)
    return sheet


def _unmarked(api: Any, assignment: str, submissions: pd.DataFrame) -> dict[str, str]:
    """Name those whose hand-in has no marks of its own, with the reason."""
    reasons = {}
    marked = dict(zip(submissions["student"], submissions["timestamp"], strict=True))
    for student in sorted(api.get_submitted_students(assignment) | marked.keys()):
        handed_in = api.get_submitted_timestamp(assignment, student)
        if student not in marked:
            reasons[student] = f"Collected, but not marked: run `nbgrader autograde {assignment} --student {student}`."
        elif not list(_marked_folder(api, assignment, student).glob("*.ipynb")):
            reasons[student] = "The marked notebook is missing, so the last marking failed: mark it again."
        elif has_failed(_marked_folder(api, assignment, student)):
            reasons[student] = "The last marking failed, and the marks are those of the one before: mark it again."
        elif handed_in is not None and not _same_time(handed_in, marked[student]):
            reasons[student] = "Handed in again since; the marks are of the earlier hand-in: mark it again."
    return reasons


def _same_time(handed_in: Any, marked: Any) -> bool:
    return not pd.isna(marked) and pd.Timestamp(handed_in) == pd.Timestamp(marked)


def _marked_folder(api: Any, assignment: str, student: str) -> Path:
    return Path(api.coursedir.format_path(api.coursedir.autograded_directory, student, assignment))


def _read_notebooks(api: Any, assignment: str, student: str, sheet: Sheet) -> None:
    """Add to a sheet what one student's marked notebooks hold."""
    folder = _marked_folder(api, assignment, student)
    names = collected_as(folder)
    for name in dict.fromkeys(one.notebook for one in sheet.asked):
        keys = {one.grade_id: one.key for one in sheet.asked if one.notebook == name and not one.by_hand}
        try:
            notebook = nbformat.from_dict(json.loads((folder / f"{name}.ipynb").read_text(encoding="utf-8")))
        except (OSError, ValueError):
            sheet.notices.append(Notice(student, "unreadable", f"The marked notebook {name} cannot be read."))
            continue
        noticed = [Notice(student, one["code"], one["says"]) for one in notices_of(notebook)]
        if not any(one.code == "missing-notebook" for one in noticed):
            old = [handed_in for handed_in, known in names.items() if known == name]
            noticed += [Notice(student, "renamed", f"{one}.ipynb was collected as {name}.ipynb.") for one in old]
        sheet.notices.extend(noticed + _read_tests(notebook, student, keys, sheet.findings))


def _read_tests(notebook: NotebookNode, student: str, keys: dict[str, str], findings: list[Finding]) -> list[Notice]:
    """Add what the tests of a notebook found; return a notice for each reason why some of them found nothing."""
    silent: dict[str, list[str]] = {}
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id not in keys:
            continue
        found = list(_findings(student, keys[grade_id], cell))
        findings.extend(found)
        if not found:
            silent.setdefault(failure_of(cell), []).append(grade_id)
    return [Notice(student, "no-outcome", f"{', '.join(cells)}: {why}") for why, cells in silent.items()]


def _findings(student: str, key: str, cell: NotebookNode) -> Iterator[Finding]:
    """Yield the criteria that a test cell reports; a student's code ran there, so nothing is taken on trust."""
    try:
        rows = (outcome_of(cell) or {}).get("criteria", [])
    except (TypeError, ValueError):
        return
    for row in rows if isinstance(rows, list) else []:
        if not isinstance(row, dict) or not isinstance(row.get("points"), (int, float)):
            continue
        yield Finding(
            student=student,
            key=key,
            criterion=str(row.get("name", "")),
            points=float(row["points"]),
            hidden=row.get("hidden") is True,
            met=row.get("met") is True,
            reason=str(row.get("reason", "")),
            mistake=str(row.get("mistake", "")),
        )
