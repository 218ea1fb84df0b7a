"""The rows that a gradebook keeps of a hand-in: found, or made as nbgrader makes them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from nbgrader.api import (
    Assignment,
    Comment,
    Grade,
    GradeCell,
    Notebook,
    SolutionCell,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy import select
from sqlalchemy.orm import Session, load_only, selectinload

from return_to_dust.grading.marks import Unfit


@dataclass(frozen=True)
class Released:
    """A notebook of an assignment, as the gradebook knows it.

    Attributes
    ----------
    id, name
        The row's id and the notebook's name.
    points
        What each graded cell is worth, by ``grade_id``; tasks are not among them, as only a hand marks those.
    graded, commented
        The row id of each cell that has a grade, or a comment, with the cell's ``grade_id``.
    """

    id: str
    name: str
    points: dict[str, float]
    graded: dict[str, str]
    commented: dict[str, str]


def released_notebooks(session: Session, assignment_id: str) -> dict[str, Released]:
    """Return the notebooks of an assignment by their row ids."""
    query = select(Notebook.id, Notebook.name).where(Notebook.assignment_id == assignment_id)
    return {row.id: _released(session, row.id, row.name) for row in session.execute(query)}


def _released(session: Session, notebook_id: str, name: str) -> Released:
    def cells(kind: Any, *columns: Any) -> list[Any]:
        return list(session.execute(select(kind.id, kind.name, *columns).where(kind.notebook_id == notebook_id)))

    tests, answers, tasks = cells(GradeCell, GradeCell.max_score), cells(SolutionCell), cells(TaskCell)
    return Released(
        notebook_id,
        name,
        points={cell.name: cell.max_score for cell in tests},
        graded={cell.id: cell.name for cell in [*tests, *tasks]},
        commented={cell.id: cell.name for cell in [*answers, *tasks]},
    )


def submissions_of(
    session: Session, assignment: Any, released: dict[str, Released], students: Collection[str], may_add: bool
) -> dict[str, Any]:
    """Return a `SubmittedAssignment` for each student with all its rows; what is not there yet is made.

    Parameters
    ----------
    session
        In a transaction of its own; new rows are added to it and not flushed.
    assignment
        nbgrader's `Assignment`.
    released
        Its notebooks, from `released_notebooks`.
    students
        The students' ids.
    may_add
        Whether students whom the gradebook does not know are made.

    Raises
    ------
    Unfit
        If one is not known, and may not be made.
    """
    known = set(session.scalars(select(Student.id).where(Student.id.in_(students))))
    unknown = [student for student in students if student not in known]
    if unknown and not may_add:
        raise Unfit(f"the gradebook has no student {unknown[0]}")
    session.add_all(Student(id=student) for student in unknown)
    found = _find(session, assignment.id, students)
    for student in students:
        if student not in found:
            found[student] = SubmittedAssignment(assignment_id=assignment.id, student_id=student)
        _complete(found[student], released)
    session.add_all(found.values())
    return found


def _find(session: Session, assignment_id: str, students: Collection[str]) -> dict[str, Any]:
    mine = (SubmittedAssignment.assignment_id == assignment_id, SubmittedAssignment.student_id.in_(students))
    # where the database locks rows, nobody marks these by hand between our reading and our writing
    grades = select(Grade.id).join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
    grades = grades.join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
    session.execute(grades.where(*mine).with_for_update(of=Grade))
    # only plain columns: nbgrader's models otherwise work out sums for every row
    notebooks = selectinload(SubmittedAssignment.notebooks)
    query = select(SubmittedAssignment).options(
        _plain(SubmittedAssignment),
        notebooks.options(
            _plain(SubmittedNotebook),
            selectinload(SubmittedNotebook.grades).options(_plain(Grade)),
            selectinload(SubmittedNotebook.comments).options(_plain(Comment)),
        ),
    )
    return {row.student_id: row for row in session.scalars(query.where(*mine))}


def _plain(model: Any) -> Any:
    return load_only(*(getattr(model, column.key) for column in model.__table__.columns))


def _complete(submission: Any, released: dict[str, Released]) -> None:
    """Give a submission a row for every notebook, grade and comment of the assignment."""
    notebooks = {row.notebook_id: row for row in submission.notebooks}
    for notebook in released.values():
        row = notebooks.get(notebook.id)
        if row is None:
            row = SubmittedNotebook(notebook_id=notebook.id)
            submission.notebooks.append(row)
        graded, commented = ({one.cell_id for one in rows} for rows in (row.grades, row.comments))
        row.grades.extend(Grade(cell_id=cell) for cell in notebook.graded if cell not in graded)
        row.comments.extend(Comment(cell_id=cell) for cell in notebook.commented if cell not in commented)


def find_assignment(session: Session, name: str) -> Any:
    """Return the row of an assignment, without what nbgrader works out about it, or None."""
    return session.scalar(select(Assignment).options(_plain(Assignment)).where(Assignment.name == name))
