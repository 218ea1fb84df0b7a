"""A student fetches, answers, validates and submits the assignment in JupyterLab."""

from __future__ import annotations

from pathlib import Path

import nbformat
from browsing import UNIT, HandedIn, Lab, student_name


def test_when_a_student_fetches_then_the_assignment_is_where_the_lesson_links_to(
    handed_in: HandedIn, student_lab: Lab
) -> None:
    """Assignment List fetches into assignments/, beside lessons/."""
    assert (student_lab.root / "assignments" / UNIT / f"{UNIT}.ipynb").is_file()


def test_when_a_student_answers_a_question_then_validate_finds_fewer_failures(handed_in: HandedIn) -> None:
    """Validate counts what the visible checks miss; one right answer makes it fewer."""
    before, after = map(failures, handed_in.validated)
    assert 0 <= after < before


def test_when_a_student_submits_then_the_list_shows_it(handed_in: HandedIn) -> None:
    """The submission stands in Assignment List."""
    assert UNIT in handed_in.listed


def test_when_a_student_submits_then_the_exchange_holds_the_answer(handed_in: HandedIn, course: Path) -> None:
    """What was typed in the browser is what was handed in."""
    inbound = course.parent / "exchange" / "return-to-dust" / "inbound"
    (submission,) = inbound.glob(f"{student_name()}+{UNIT}+*")
    notebook = nbformat.read(submission / f"{UNIT}.ipynb", as_version=4)
    sources = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell.source for cell in notebook.cells}
    assert sources[handed_in.grade_id] == handed_in.answer


def failures(says: str) -> int:
    """Return how many cells Validate found to fail."""
    count = says.count("The following cell failed")
    assert count or "passes all the tests" in says, says
    return count
