"""What the class report is made from: the gradebook's marks and the marked notebooks' findings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
from nbformat import NotebookNode

from return_to_dust.errors import CourseError
from return_to_dust.marking.course import open_course
from return_to_dust.marking.exchange import collected_as
from return_to_dust.marking.feedback import HEADING
from return_to_dust.marking.notices import notices_of
from return_to_dust.marking.outcomes import failure_of, outcome_of

WORTH = re.compile(r"\s*\([^()]*\bpoints?\b[^()]*\)$")
GRADES = ["student", "notebook", "grade_id", "automatic", "manual", "extra", "waiting"]
SUBMISSIONS = ["student", "first_name", "last_name", "timestamp", "late_s", "penalty"]


@dataclass(frozen=True)
class Asked:
    """One graded cell of an assignment, in the assignment's order; ``key`` tells it from all others."""

    key: str
    notebook: str
    grade_id: str
    title: str
    points: float
    by_hand: bool


@dataclass(frozen=True)
class Finding:
    """One criterion of one student's answer, as the tests found it."""

    student: str
    key: str
    criterion: str
    points: float
    hidden: bool
    met: bool
    reason: str
    mistake: str


@dataclass(frozen=True)
class Notice:
    """Something noticed about one student's work: a short ``code``, and a sentence that ``says`` it."""

    student: str
    code: str
    says: str


@dataclass(frozen=True)
class Sheet:
    """Everything that is known about an assignment's hand-ins.

    Attributes
    ----------
    asked
        The graded cells, in order.
    grades
        One row for each student and graded cell; columns as in `GRADES`.
    submissions
        One row for each marked student; columns as in `SUBMISSIONS`.
    findings, notices
        What the marked notebooks hold.
    unmarked
        Those who handed in and have no marks, with the reason.
    """

    asked: list[Asked]
    grades: pd.DataFrame
    submissions: pd.DataFrame
    findings: list[Finding]
    notices: list[Notice]
    unmarked: dict[str, str]


def read_sheet(course: Path, assignment: str) -> Sheet:
    """Read marks and marked notebooks of an assignment.

    Raises
    ------
    CourseError
        If the assignment is unknown, nobody has handed in, or nothing is marked yet.
    """
    api = open_course(course)
    _require_gradebook(str(api.coursedir.db_url), assignment)
    with api.gradebook as gradebook:
        _require_assignment(gradebook, assignment)
        asked = _asked(api, gradebook, assignment)
        submissions = _submissions(gradebook, assignment)
        grades = _grades(gradebook, assignment)
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
    for student in submissions["student"]:
        _read_notebooks(api, assignment, student, sheet)
    return sheet


def _require_gradebook(db_url: str, assignment: str) -> None:
    """Refuse to go on where opening the gradebook would make a new, empty one."""
    path = db_url.removeprefix("sqlite:///")
    if path != db_url and not Path(path).is_file():
        raise CourseError(
            f"There is no gradebook at {path} yet: build the course, then collect and autograde {assignment}."
        )


def _require_assignment(gradebook: Any, assignment: str) -> None:
    known = sorted(one.name for one in gradebook.assignments)
    if assignment not in known:
        names = f"the assignments in it are {', '.join(known)}" if known else "it holds no assignment yet"
        raise CourseError(f"The gradebook has no assignment {assignment!r}: {names}.")


def _asked(api: Any, gradebook: Any, assignment: str) -> list[Asked]:
    asked: list[Asked] = []
    for notebook in sorted(gradebook.find_assignment(assignment).notebooks, key=lambda one: str(one.name)):
        headings = _headings(api, assignment, notebook.name)
        answers = {cell.name for cell in notebook.solution_cells}
        tasks = {cell.name for cell in notebook.task_cells}
        cells = {cell.name: cell for cell in [*notebook.grade_cells, *notebook.task_cells]}
        for name in [*(n for n in headings if n in cells), *sorted(n for n in cells if n not in headings)]:
            key = f"{notebook.name}: {name}" if any(one.key == name for one in asked) else name
            title = headings.get(name) or name
            by_hand = name in answers or name in tasks
            asked.append(Asked(key, notebook.name, name, title, float(cells[name].max_score), by_hand))
    return asked


def _headings(api: Any, assignment: str, notebook: str) -> dict[str, str]:
    """Return, in the order of the notebook, the heading above each of its cells that nbgrader knows."""
    directory = api.coursedir
    for step in (directory.release_directory, directory.source_directory):
        path = Path(directory.format_path(step, ".", assignment)) / f"{notebook}.ipynb"
        if path.is_file():
            break
    else:
        return {}
    heading, headings = "", {}
    for cell in nbformat.read(path, as_version=4).cells:
        about = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "markdown" and not about.get("solution"):
            heading = WORTH.sub("", (HEADING.findall(cell.source) or [heading])[-1]).replace("*", "")
        if about.get("grade_id"):
            headings[about["grade_id"]] = heading
    return headings


def _submissions(gradebook: Any, assignment: str) -> pd.DataFrame:
    rows = [
        (
            one.student.id,
            one.student.first_name or "",
            one.student.last_name or "",
            one.timestamp,
            float(one.total_seconds_late) if one.duedate is not None else 0.0,
            float(one.late_submission_penalty or 0),
        )
        for one in gradebook.assignment_submissions(assignment)
    ]
    return pd.DataFrame(sorted(rows, key=lambda row: str(row[0])), columns=SUBMISSIONS)


def _grades(gradebook: Any, assignment: str) -> pd.DataFrame:
    from nbgrader.api import Assignment, BaseCell, Grade, Notebook, Student, SubmittedAssignment, SubmittedNotebook

    query = (
        gradebook.db.query(
            Student.id,
            Notebook.name,
            BaseCell.name,
            Grade.auto_score,
            Grade.manual_score,
            Grade.extra_credit,
            Grade.needs_manual_grade,
        )
        .select_from(Grade)
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(Student, SubmittedAssignment.student_id == Student.id)
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .join(Notebook, BaseCell.notebook_id == Notebook.id)
        .filter(Assignment.name == assignment)
    )
    frame = pd.DataFrame([tuple(row) for row in query.all()], columns=GRADES)
    return frame.astype({"automatic": float, "manual": float, "extra": float, "waiting": bool})


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
