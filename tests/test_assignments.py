"""Assignments are put together as the course promises: kinds of cells, points, hidden criteria, plain data."""

import ast
import builtins
import re

import pytest

from return_to_dust.build.course import assignment_sources
from return_to_dust.build.notebooks import KINDS, read_percent
from return_to_dust.paths import CHECKOUT

SOURCES = assignment_sources(CHECKOUT)
BEGIN, END = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"


def graded(path, *kinds):
    return [cell for cell in read_percent(path).cells if cell.metadata.get("kind") in kinds]


TESTS = [(path.stem, cell) for path in SOURCES for cell in graded(path, "tests")]
IDS = [cell.metadata["grade_id"] for _, cell in TESTS]


def criteria(source: str):
    """Return (points, hidden, line) of each criterion in a test cell."""
    calls = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "criterion"
    ]
    hidden = [any(k.arg == "hidden" and k.value.value for k in call.keywords) for call in calls]
    return [(call.args[1].value, is_hidden, call.lineno) for call, is_hidden in zip(calls, hidden, strict=True)]


def own_names(tree: ast.AST) -> set[str]:
    """Return the names that a test cell itself makes: imports, assignments, loops, parameters, functions."""
    made = set(dir(builtins))
    for node in ast.walk(tree):
        if isinstance(node, ast.alias):
            made.add((node.asname or node.name).split(".")[0])
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            made.add(node.id)
        elif isinstance(node, ast.FunctionDef):
            made.add(node.name)
        elif isinstance(node, ast.arg):
            made.add(node.arg)
    return made


def reaches_into(source: str) -> list[str]:
    """Name what a test cell takes apart of the student's own objects, which must stay plain data to it."""
    tree = ast.parse(source)
    own = own_names(tree)
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, (ast.Attribute, ast.Subscript)):
            continue
        base = node.value.func if isinstance(node.value, ast.Call) else node.value
        if isinstance(base, ast.Name) and base.id not in own:
            found.append(ast.unparse(node))
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_when_an_assignment_is_written_then_it_uses_every_kind_of_cell(path):
    """Autograded answers, tests, hand-marked answers, tasks and given cells are all there."""
    assert {cell.metadata["kind"] for cell in graded(path, *KINDS)} == set(KINDS)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_when_points_are_added_then_at_most_a_third_is_marked_by_hand(path):
    """About 30 points, no more than a third of them by hand, in eight to twelve questions."""
    by_hand = sum(cell.metadata["points"] for cell in graded(path, "manual", "task"))
    total = by_hand + sum(cell.metadata["points"] for cell in graded(path, "tests"))
    questions = len(graded(path, "manual", "task", "tests"))
    assert (28 <= total <= 32, 3 * by_hand <= total, 8 <= questions <= 12) == (True, True, True)


@pytest.mark.parametrize(("unit", "cell"), TESTS, ids=IDS)
def test_when_criteria_are_added_then_they_make_the_points_of_the_cell(unit, cell):
    """The criteria's points, the question's and nbgrader's agree."""
    (question,) = [
        node
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Question"
    ]
    points = next(k.value.value for k in question.keywords if k.arg == "points")
    assert (sum(p for p, _, _ in criteria(cell.source)), points) == (cell.metadata["points"], cell.metadata["points"])


@pytest.mark.parametrize(("unit", "cell"), TESTS, ids=IDS)
def test_when_a_criterion_is_hidden_then_it_stands_among_the_hidden_tests_and_no_other_does(unit, cell):
    """Each question has visible and hidden criteria, and each says which it is."""
    lines = cell.source.splitlines()
    begin, end = lines.index(BEGIN) + 1, lines.index(END) + 1
    found = criteria(cell.source)
    assert [hidden for _, hidden, _ in found] == [begin < line < end for _, _, line in found]
    assert {hidden for _, hidden, _ in found} == {True, False}


@pytest.mark.parametrize(("unit", "cell"), TESTS, ids=IDS)
def test_when_a_test_asks_then_it_takes_the_answer_as_plain_data(unit, cell):
    """A test never reaches into a student's object: later, tests and answers run in processes of their own."""
    assert reaches_into(cell.source) == []


@pytest.mark.parametrize("line", ["answer.shape", "answer[0]", "twice(2).real", "frame['x'].sum()"])
def test_when_a_test_would_take_an_answer_apart_then_the_search_finds_it(line):
    """The search can fail: attributes and items of a student's objects are found."""
    assert reaches_into(f"from x import q\nq.number({line}, 1)") != []


@pytest.mark.parametrize(("unit", "cell"), TESTS, ids=IDS)
def test_when_a_test_ends_then_its_last_line_is_the_score(unit, cell):
    """The number that nbgrader reads stands on the last line."""
    assert cell.source.splitlines()[-1] == "q.score()"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_when_a_question_is_named_then_its_ids_follow_one_pattern(path):
    """An answer is reception_q3_fits, its tests reception_q3_fits_test."""
    answers = [cell.metadata["grade_id"] for cell in graded(path, "answer")]
    tests = [cell.metadata["grade_id"] for cell in graded(path, "tests")]
    assert tests == [f"{answer}_test" for answer in answers]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_when_a_unit_is_taught_then_its_rubric_and_notes_are_there(path):
    """Beside each solution lie a rubric for every hand-marked question and the instructor's notes."""
    rubric = (path.parent / "rubric.md").read_text(encoding="utf-8").casefold()
    notes = (path.parent / "instructor_notes.md").read_text(encoding="utf-8").casefold()
    questions = [re.search(r"_q(\d+)_", cell.metadata["grade_id"])[1] for cell in graded(path, "manual", "task")]
    assert [f"question {number}" in rubric for number in questions] == [True] * len(questions)
    assert [word in rubric for word in ("weak", "good", "excellent")] == [True] * 3
    assert [word in notes for word in ("timing", "discussion", "45 minutes", "without the film", "sensitive")] == [
        True
    ] * 5
