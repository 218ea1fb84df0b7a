"""Marks and questions of an assignment, as the gradebook has them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd

from return_to_dust.errors import CourseError
from return_to_dust.grading.database import require_server
from return_to_dust.marking.feedback import HEADING
from return_to_dust.report.records import GRADES, SUBMISSIONS, Asked

#: What a heading says of points, which the report has in columns of their own.
WORTH = re.compile(r"\s*\([^()]*\bpoints?\b[^()]*\)$")


def require_gradebook(db_url: str, assignment: str) -> None:
    """Refuse to go on where opening the gradebook would make a new, empty one.

    Raises
    ------
    CourseError
        If the gradebook is a file that is not there yet, or on a server that does not answer.
    """
    require_server(db_url)
    path = db_url.removeprefix("sqlite:///")
    if path != db_url and not Path(path).is_file():
        raise CourseError(
            f"There is no gradebook at {path} yet: build the course, then collect and autograde {assignment}."
        )


def require_assignment(gradebook: Any, assignment: str) -> None:
    """Refuse to go on where the gradebook does not know the assignment.

    Raises
    ------
    CourseError
        If it does not; the sentence names those that it knows.
    """
    known = sorted(one.name for one in gradebook.assignments)
    if assignment not in known:
        names = f"the assignments in it are {', '.join(known)}" if known else "it holds no assignment yet"
        raise CourseError(f"The gradebook has no assignment {assignment!r}: {names}.")


def read_asked(api: Any, gradebook: Any, assignment: str) -> list[Asked]:
    """Return the graded cells in the order of the released notebooks, each with the heading above it."""
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


def read_submissions(gradebook: Any, assignment: str) -> pd.DataFrame:
    """Return one row for each hand-in that was ever marked; columns as in `SUBMISSIONS`."""
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


def read_grades(gradebook: Any, assignment: str) -> pd.DataFrame:
    """Return one row for each student and graded cell; columns as in `GRADES`."""
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
