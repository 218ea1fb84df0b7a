"""The assignments' tests are tested: right answers pass however they are reached, wrong ones earn what they deserve.

Each file in ``sample_answers/<assignment>`` holds answers to one question, right and wrong. Variant k of every
question goes into hand-in k, which nbgrader marks. Run this file as a script to see a table of the results.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from rich.table import Column, Table

from marking import copy_course, hand_in, mark
from return_to_dust import reading, table
from return_to_dust.build.course import assignment_names
from return_to_dust.build.notebooks import read_percent
from return_to_dust.paths import CHECKOUT

pytestmark = pytest.mark.marking

SAMPLES = Path(__file__).parent / "sample_answers"
RECEPTION = "2_reception"
HEADER = ["right", "wrong", "mark", "says"]
FEWEST_RIGHT = 3
FEWEST_WRONG = 5


@dataclass(frozen=True)
class Variant:
    """One sample answer: ``right`` says how it is reached, ``wrong`` names the mistake in it.

    ``question`` is the ``grade_id`` of the answer, such as ``"reception_q3_fits"``.
    """

    assignment: str
    question: str
    number: int
    source: str
    right: str = ""
    wrong: str = ""
    mark: float = 0.0
    says: str = ""

    def __str__(self) -> str:
        return f"{self.question}-{self.number}-{(self.wrong or self.right).replace(' ', '-')}"


def solution_of(assignment: str) -> Path:
    """Return the written form of an assignment's solution."""
    return CHECKOUT / "solutions" / assignment / f"{assignment}.py"


def prefix_of(assignment: str) -> str:
    """Return what the ids of an assignment's questions begin with: ``"reception_"`` for ``"2_reception"``."""
    return assignment.partition("_")[2] + "_"


def read_variants(path: Path) -> list[Variant]:
    """Read the answers to one question, in order."""
    assignment = path.parent.name
    question = prefix_of(assignment) + path.stem
    cells = read_percent(path).cells
    headers = [{key: cell.metadata[key] for key in HEADER if key in cell.metadata} for cell in cells]
    return [
        Variant(assignment, question, k, cell.source, **header)
        for k, (cell, header) in enumerate(zip(cells, headers, strict=True))
    ]


def points_by_question(assignment: str) -> dict[str, float]:
    """Return the points of each autograded question of an assignment, by the id of its answer."""
    cells = [dict(cell.metadata) for cell in read_percent(solution_of(assignment)).cells]
    return {
        cell["grade_id"].removesuffix("_test"): float(cell["points"]) for cell in cells if cell.get("kind") == "tests"
    }


ASSIGNMENTS = sorted(folder.name for folder in SAMPLES.iterdir() if folder.is_dir())
POINTS = {question: points for name in ASSIGNMENTS for question, points in points_by_question(name).items()}
VARIANTS = [variant for path in sorted(SAMPLES.glob("*/*.py")) for variant in read_variants(path)]
WRONG = [variant for variant in VARIANTS if variant.wrong]


@dataclass(frozen=True)
class Marked:
    """What marking found: the score, and the first missed criterion."""

    score: float | None
    mistake: str
    reason: str


def mark_variants(course: Path) -> dict[Variant, Marked]:
    """Let nbgrader mark all variants, in as many hand-ins as each assignment's longest file has answers."""
    found = {}
    for assignment, number in sorted({(variant.assignment, variant.number) for variant in VARIANTS}):
        together = [v for v in VARIANTS if (v.assignment, v.number) == (assignment, number)]
        student = f"variant_{number:02d}"
        hand_in(course, student, {variant.question: variant.source for variant in together}, assignment)
        marks = mark(course, student, assignment)
        found |= {variant: summarise(*marks[f"{variant.question}_test"]) for variant in together}
    return found


def summarise(score: float | None, outcome: dict[str, Any] | None) -> Marked:
    """Reduce a mark to its score and the first missed criterion."""
    missed = [criterion for criterion in (outcome or {"criteria": []})["criteria"] if not criterion["met"]]
    return Marked(score, missed[0]["mistake"] if missed else "", missed[0]["reason"] if missed else "")


@pytest.fixture(scope="module")
def marked(course_copy: Path) -> dict[Variant, Marked]:
    """Mark all variants once."""
    return mark_variants(course_copy)


@pytest.mark.parametrize("variant", [variant for variant in VARIANTS if variant.right], ids=str)
def test_when_an_answer_is_right_then_it_earns_full_marks(variant: Variant, marked: dict[Variant, Marked]) -> None:
    """A right answer passes, whichever way it is reached and whatever type it has."""
    assert marked[variant] == Marked(POINTS[variant.question], "", "")


@pytest.mark.parametrize("variant", WRONG, ids=str)
def test_when_an_answer_is_wrong_then_it_earns_what_it_deserves(
    variant: Variant, marked: dict[Variant, Marked]
) -> None:
    """A wrong answer earns the marks of its right half, and never all of them."""
    assert (marked[variant].score, variant.mark < POINTS[variant.question]) == (variant.mark, True)


@pytest.mark.parametrize("variant", WRONG, ids=str)
def test_when_an_answer_is_wrong_then_the_mistake_is_named(variant: Variant, marked: dict[Variant, Marked]) -> None:
    """The first missed criterion names the mistake for the class report."""
    assert marked[variant].mistake == variant.wrong


@pytest.mark.parametrize("variant", WRONG, ids=str)
def test_when_an_answer_is_wrong_then_the_reason_explains_it(variant: Variant, marked: dict[Variant, Marked]) -> None:
    """The first missed criterion tells the student why."""
    assert variant.says
    assert variant.says in marked[variant].reason


@pytest.mark.parametrize("question", POINTS)
def test_when_a_question_is_autograded_then_it_has_enough_samples(question: str) -> None:
    """Each question is tried with several right and several wrong answers."""
    samples = [variant for variant in VARIANTS if variant.question == question]
    right = sum(bool(variant.right) for variant in samples)
    assert (right >= FEWEST_RIGHT, len(samples) - right >= FEWEST_WRONG) == (True, True)


def test_when_samples_are_there_then_each_belongs_to_a_question() -> None:
    """No file of samples stands for a question that its assignment does not have."""
    assert {variant.question for variant in VARIANTS} == set(POINTS)


def test_when_an_assignment_is_written_then_its_tests_are_tried_with_samples() -> None:
    """No assignment is without sample answers."""
    assert assignment_names(CHECKOUT) == ASSIGNMENTS


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_when_nothing_is_answered_then_nothing_is_earned(assignment: str, course_copy: Path) -> None:
    """The release as it is earns no point, written answers included."""
    hand_in(course_copy, "untouched", {}, assignment)
    marks = mark(course_copy, "untouched", assignment)
    assert {grade_id: score for grade_id, (score, _) in marks.items() if score not in (0, None)} == {}


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_when_the_solution_is_handed_in_then_it_earns_every_automatic_point(assignment: str, course_copy: Path) -> None:
    """The solution is right by its own tests; only the written answers wait for a person."""
    cells = {
        cell.metadata["grade_id"]: cell.source
        for cell in read_percent(solution_of(assignment)).cells
        if cell.metadata.get("kind") in ("answer", "manual")
    }
    hand_in(course_copy, "solution", cells, assignment)
    marks = mark(course_copy, "solution", assignment)
    wanted = {f"{question}_test": points for question, points in points_by_question(assignment).items()}
    assert {grade_id: marks[grade_id][0] for grade_id in wanted} == wanted


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_when_an_outcome_is_stored_then_its_criteria_add_up(assignment: str, course_copy: Path) -> None:
    """The criteria of each question, hidden ones included, are worth the points of its cell."""
    hand_in(course_copy, "sums", {}, assignment)
    marks = mark(course_copy, "sums", assignment)
    sums = {
        grade_id.removesuffix("_test"): sum(one["points"] for one in outcome["criteria"])
        for grade_id, (_, outcome) in marks.items()
        if outcome is not None
    }
    assert sums == points_by_question(assignment)


def expressions_of_question_6() -> list[str]:
    """Return the twelve expressions that question 6 of *Reception* gives to be coded."""
    cells = read_percent(solution_of(RECEPTION)).cells
    answer = next(cell.source for cell in cells if cell.metadata.get("grade_id") == "reception_q6_coding")
    return re.findall(r'^    "([^"]+)": \("\?", "\?"\)', answer, re.MULTILINE)


def test_when_question_6_of_unit_2_gives_expressions_then_the_paragraphs_quote_them() -> None:
    """The twelve expressions stand between quotation marks in the paragraphs that the question prints."""
    cells = read_percent(solution_of(RECEPTION)).cells
    given = next(cell.source for cell in cells if cell.metadata.get("grade_id") == "reception_q6_given")
    printed = " ".join(reading("newschina")[number].text for number in re.findall(r'"(p\d+)"', given))
    quoted = " ".join(re.findall("“([^”]*)”", printed))
    expressions = expressions_of_question_6()
    assert (len(expressions), [one for one in expressions if one not in quoted]) == (12, [])


def test_when_question_6_of_unit_2_gives_expressions_then_no_table_has_their_codes() -> None:
    """The twelve codes cannot be looked up in the course's own tables."""
    coded = table("appraisals")
    assert set(expressions_of_question_6()) & set(coded.loc[coded["source"] == "newschina", "expression"]) == set()


def kill_rates(found: dict[Variant, Marked]) -> Iterator[tuple[str, int, int, int, int, int]]:
    """Yield for each question: right answers, those refused, wrong answers, those caught, those diagnosed."""
    for question, points in POINTS.items():
        right = [marks for variant, marks in found.items() if variant.question == question and variant.right]
        wrong = [(variant, marks) for variant, marks in found.items() if variant.question == question and variant.wrong]
        refused = sum(marks.score != points for marks in right)
        caught = sum(marks.score is not None and marks.score < points for _, marks in wrong)
        diagnosed = sum(variant.wrong == marks.mistake and variant.mark == marks.score for variant, marks in wrong)
        yield question, len(right), refused, len(wrong), caught, diagnosed


def main() -> None:
    """Mark all variants in a temporary course and print the kill rate and the false alarms of each question."""
    with tempfile.TemporaryDirectory(prefix="dust-samples-") as scratch:
        found = mark_variants(copy_course(Path(scratch) / "course"))
    shown = Table(
        Column("question", no_wrap=True), "right", "false alarms", "wrong", "caught", "kill rate", "as expected"
    )
    for question, right, refused, wrong, caught, diagnosed in kill_rates(found):
        rate = f"{caught / wrong:.0%}" if wrong else "none"
        shown.add_row(question, str(right), str(refused), str(wrong), str(caught), rate, f"{diagnosed} / {wrong}")
    Console().print(shown)


if __name__ == "__main__":
    main()
