"""Sample students: what each hands in, written down as changes to the released notebook."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from return_to_dust.build.notebooks import read_percent
from return_to_dust.errors import CourseError

ABOUT = "sample_student"
STARTS = ("release", "solution")
ACTIONS = ("replace", "delete", "copy", "add")
SOLUTION_MARK = re.compile(r"^[ \t]*### (BEGIN|END) SOLUTION[ \t]*\n?", re.MULTILINE)


@dataclass(frozen=True)
class Change:
    """What a student does to the cell ``grade_id``: the ``action``, and the ``source`` and ``kind`` of what is new."""

    grade_id: str
    action: str
    source: str
    kind: str = "code"


@dataclass(frozen=True)
class SampleStudent:
    """A made-up student who stands for one way of answering.

    Attributes
    ----------
    id
        The student id, which is the name of the file: letters, digits and underscores.
    name
        First and last name for the gradebook.
    about
        One sentence on what this student hands in.
    starts_from
        ``"release"``, or ``"solution"`` for one whose answer cells begin as the solution has them.
    score
        The marks that the automatic tests should give.
    hands_in, encoding
        The file name and the text encoding of the notebook that is handed in; an empty `hands_in` keeps the name.
    changes
        What is done to cells, in this order.
    """

    id: str
    name: str
    about: str
    starts_from: str
    score: float
    hands_in: str
    encoding: str
    changes: tuple[Change, ...]


#: The sample students of each assignment, in teaching order.
Cast = dict[str, list[SampleStudent]]


def read_cast(samples: Path, assignments: list[str], only: str | None = None) -> Cast:
    """Read the sample students of all assignments that have some.

    Parameters
    ----------
    samples
        The folder with a folder of sample students for each assignment.
    assignments
        The names of the assignments, in teaching order.
    only
        The one assignment that is wanted; all by default.

    Raises
    ------
    CourseError
        If there are none, the assignment that is wanted has none, or an id stands for two people.
    """
    played = [name for name in assignments if any((samples / name).glob("*.py"))]
    if not played:
        raise CourseError(f"There are no sample students in {samples}: get the course's folder tests/ again.")
    if only is not None and only not in played:
        raise CourseError(f"There are no sample students for {only!r}: choose one of {', '.join(played)}.")
    cast = {name: read_students(samples / name) for name in ([only] if only else played)}
    names: dict[str, str] = {}
    for name, students in cast.items():
        for one in students:
            if names.setdefault(one.id, one.name) != one.name:
                raise CourseError(f"The sample student {one.id!r} is called {one.name!r} in {name} only: use one name.")
    return cast


def read_students(folder: Path) -> list[SampleStudent]:
    """Read all sample students of an assignment, in the order of their ids.

    Parameters
    ----------
    folder
        The folder with one percent-format file for each student.

    Raises
    ------
    CourseError
        If there are none, or one of the files has a mistake in it.
    """
    students = [read_student(path) for path in sorted(folder.glob("*.py"))]
    if not students:
        raise CourseError(f"There are no sample students in {folder}: get the course's folder tests/ again.")
    return students


def read_student(path: Path) -> SampleStudent:
    """Read one sample student.

    Parameters
    ----------
    path
        A percent-format file: its header says who, under ``jupyter: sample_student:``. A cell with a ``grade_id``
        replaces that cell of the assignment; or its ``action`` is to ``"delete"`` the cell, to put a ``"copy"`` below
        it (with the new source, if there is one), or to ``"add"`` a cell below it. Other cells are remarks.

    Raises
    ------
    CourseError
        If the header lacks something, or a cell's action is unknown or has no ``grade_id``.
    """
    if not re.fullmatch(r"\w+", path.stem):
        raise CourseError(f"{path} cannot name a student: use letters, digits and underscores only.")
    notebook = read_percent(path)
    about: dict[str, Any] = dict(notebook.metadata.get(ABOUT, {}))
    missing = [key for key in ("name", "about", "starts_from", "score") if key not in about]
    if missing:
        raise CourseError(f"{path} says nothing of {', '.join(missing)}: add it to the header under {ABOUT}.")
    if about["starts_from"] not in STARTS:
        raise CourseError(f"{path} starts from {about['starts_from']!r}: use one of {', '.join(STARTS)}.")
    return SampleStudent(
        id=path.stem,
        name=str(about["name"]),
        about=str(about["about"]),
        starts_from=str(about["starts_from"]),
        score=float(about["score"]),
        hands_in=str(about.get("hands_in", "")),
        encoding=str(about.get("encoding", "utf-8")),
        changes=tuple(_change(cell, path) for cell in notebook.cells if {"grade_id", "action"} & cell.metadata.keys()),
    )


def _change(cell: NotebookNode, path: Path) -> Change:
    grade_id, action = cell.metadata.get("grade_id"), cell.metadata.get("action", "replace")
    if not grade_id or action not in ACTIONS:
        actions = ", ".join(ACTIONS)
        raise CourseError(f"{path}: a cell with an action needs a grade_id, and its action is one of {actions}.")
    return Change(str(grade_id), str(action), str(cell.source), cell.cell_type)


def answer(student: SampleStudent, released: Path, solution: Path) -> Path:
    """Do to a fetched notebook what the student does, and save it under the name it is handed in with.

    Parameters
    ----------
    student
        Whose work it is.
    released
        The notebook as fetched; it is replaced.
    solution
        The notebook with the solution, for those who start from it.

    Returns
    -------
    Path
        The notebook to hand in.

    Raises
    ------
    CourseError
        If the student changes a cell that the assignment does not have.
    """
    notebook = nbformat.read(released, as_version=nbformat.NO_CONVERT)
    if student.starts_from == "solution":
        for change in answers_in(nbformat.read(solution, as_version=nbformat.NO_CONVERT)):
            _apply(notebook, change, student)
    for change in student.changes:
        _apply(notebook, change, student)
    text = nbformat.writes(notebook, version=nbformat.NO_CONVERT, ensure_ascii=False)
    target = released.with_name(student.hands_in or released.name)
    released.unlink()
    target.write_bytes(text.encode(student.encoding))
    return target


def answers_in(solution: NotebookNode) -> list[Change]:
    """Return the answer cells of a solution notebook, without the marks around what the release leaves out."""
    return [
        Change(cell.metadata.nbgrader.grade_id, "replace", SOLUTION_MARK.sub("", cell.source).rstrip("\n"))
        for cell in solution.cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    ]


def _apply(notebook: NotebookNode, change: Change, student: SampleStudent) -> None:
    positions = [
        i
        for i, cell in enumerate(notebook.cells)
        if cell.metadata.get("nbgrader", {}).get("grade_id") == change.grade_id
    ]
    if not positions:
        raise CourseError(f"The sample student {student.id!r} changes {change.grade_id!r}, which is no cell here.")
    at = positions[-1]
    if change.action == "delete":
        del notebook.cells[at]
    elif change.action == "copy":
        double = copy.deepcopy(notebook.cells[at])
        double.id = f"{double.id}-copy-{len(positions)}"[:64]
        double.source = change.source or double.source
        notebook.cells.insert(at + 1, double)
    elif change.action == "add":
        make = nbformat.v4.new_code_cell if change.kind == "code" else nbformat.v4.new_markdown_cell
        notebook.cells.insert(at + 1, make(change.source))
    else:
        notebook.cells[at].source = change.source
