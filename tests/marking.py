"""What tests need to mark for real: a course of their own, hand-ins made from a release, and their outcomes."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat

from return_to_dust.build.course import SOLUTIONS, build_course
from return_to_dust.marking.course import CONFIG, open_course, quiet_nbgrader
from return_to_dust.marking.outcomes import outcome_of
from return_to_dust.paths import CHECKOUT

RECEPTION = "2_reception"
WRITTEN_FORM = shutil.ignore_patterns("*.ipynb", ".ipynb_checkpoints", "*.md")


def copy_course(folder: Path) -> Path:
    """Copy the course's assignments into a folder that does not exist yet, build and release them there."""
    folder.mkdir(parents=True)
    shutil.copy(CHECKOUT / CONFIG, folder)
    shutil.copytree(CHECKOUT / SOLUTIONS, folder / SOLUTIONS, ignore=WRITTEN_FORM)
    build_course(folder)
    return folder


def hand_in(course: Path, student: str, cells: Mapping[str, str], assignment: str = RECEPTION) -> Path:
    """Fill answers into the released notebook and put it among the collected hand-ins.

    Parameters
    ----------
    course
        A course folder in which the assignment has been released.
    student
        Whose hand-in it is.
    cells
        The new source of each answered cell, by ``grade_id``; the other cells stay as released.
    assignment
        The assignment's name.

    Raises
    ------
    KeyError
        If the release has no cell with one of these ids.
    """
    name = f"{assignment}.ipynb"
    notebook = nbformat.read(course / "assignments" / assignment / name, as_version=4)
    released = {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if "nbgrader" in cell.metadata}
    for grade_id, source in cells.items():
        released[grade_id].source = source
    target = course / "term" / "submitted" / student / assignment / name
    target.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, target)
    return target


def mark(
    course: Path, student: str, assignment: str = RECEPTION
) -> dict[str, tuple[float | None, dict[str, Any] | None]]:
    """Let nbgrader mark one hand-in.

    Returns
    -------
    dict
        For each ``grade_id`` the score that the gradebook holds (None for what waits to be marked by hand) and
        the outcome of the tests (None where there is none).

    Raises
    ------
    CourseError
        If nbgrader cannot mark it.
    """
    api = open_course(course)
    quiet_nbgrader(f"mark {student}", api.autograde, assignment, student, force=True)
    path = course / "term" / "autograded" / student / assignment / f"{assignment}.ipynb"
    outcomes = {
        cell.metadata.nbgrader.grade_id: outcome_of(cell)
        for cell in nbformat.read(path, as_version=4).cells
        if "nbgrader" in cell.metadata
    }
    with api.gradebook as gradebook:
        found = gradebook.find_submission_notebook(assignment, assignment, student).grades
        scores = {grade.name: None if grade.needs_manual_grade else grade.score for grade in found}
    return {grade_id: (score, outcomes.get(grade_id)) for grade_id, score in scores.items()}
