"""What a marked notebook says of its marks, and what of it cannot be believed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from nbformat import NotebookNode
from nbgrader import utils

UNANSWERED = "No response."


class Unfit(Exception):
    """A marked notebook that cannot be recorded; the message is a clause that says why."""


@dataclass(frozen=True)
class Marks:
    """The marks of one notebook.

    Attributes
    ----------
    scores
        Points of each graded cell by ``grade_id``, as `nbgrader.utils.determine_grade` gives them; None for what
        waits to be marked by hand.
    comments
        nbgrader's own comment on each answer and task by ``grade_id``: ``"No response."`` or None.
    """

    scores: dict[str, float | None] = field(default_factory=dict)
    comments: dict[str, str | None] = field(default_factory=dict)


def read_marks(notebook: NotebookNode, points: Mapping[str, float], answers: Collection[str]) -> Marks:
    """Read the marks of an executed notebook.

    Parameters
    ----------
    notebook
        As `return_to_dust.marking.outcomes.ReadOutcomes` leaves it.
    points
        What each graded cell of the released notebook is worth, by ``grade_id``.
    answers
        The ``grade_id`` of each answer and task of the released notebook.

    Raises
    ------
    Unfit
        If the notebook's graded cells or answers are not those of the release, each once and worth the same, or a
        test has no result: a test without an error is not a passed one.
    """
    marks = Marks()
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if utils.is_grade(cell):
            _require_known(grade_id, points, marks.scores)
            if float(cell.metadata.nbgrader["points"]) != points[grade_id]:
                raise Unfit(f"its cell {grade_id} has other points than the assignment gives")
            marks.scores[grade_id] = _score(cell, grade_id)
        if utils.is_solution(cell) or utils.is_task(cell):
            _require_known(grade_id, answers, marks.comments)
            unanswered = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell)
            marks.comments[grade_id] = UNANSWERED if unanswered and not utils.is_task(cell) else None
    missing = sorted(set(points) - set(marks.scores))
    if missing:
        raise Unfit(f"its graded cell {missing[0]} is missing")
    return marks


def _require_known(grade_id: object, released: Collection[str], seen: Collection[str]) -> None:
    if grade_id not in released:
        raise Unfit(f"its cell {grade_id} is not in the assignment")
    if grade_id in seen:
        raise Unfit(f"its cell {grade_id} is there twice")


def _score(cell: NotebookNode, grade_id: str) -> float | None:
    if cell.cell_type == "code" and not utils.is_solution(cell) and not _has_result(cell):
        raise Unfit(f"its test {grade_id} has no result")
    try:
        score: float | None = utils.determine_grade(cell)[0]
    except ValueError:
        raise Unfit(f"its test {grade_id} gives more points than the cell is worth") from None
    return score


def _has_result(cell: NotebookNode) -> bool:
    """Say whether a test failed or gave a number; nbgrader gives full marks for nothing, for words and for NaN."""
    for output in cell.outputs:
        if output.output_type == "error":
            return True
        if output.output_type == "execute_result":
            try:
                return float(output.data.get("text/plain", "")) >= 0
            except ValueError:
                return False
    return False
