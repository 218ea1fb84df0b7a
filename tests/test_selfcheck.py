"""Self-checks say whether an answer fits and, if not, what it probably comes from."""

import pytest
import yaml

from return_to_dust import CourseError, self_check, selfcheck
from return_to_dust.paths import bundled

UNITS = sorted(path.stem for path in bundled("self_checks", "lessons/self_checks").glob("*.yaml"))
QUESTIONS = [
    (f"{unit}/{key}", question)
    for unit in UNITS
    for key, question in yaml.safe_load(
        (bundled("self_checks", "lessons/self_checks") / f"{unit}.yaml").read_text(encoding="utf-8")
    ).items()
]


@pytest.fixture
def questions(monkeypatch):
    """Two questions of a unit that exists only here."""
    made = {
        "steps": {
            "answer": 9,
            "within": 0.5,
            "right": "Nine steps.",
            "hint": "Count the steps between the stars.",
            "wrong": [{"answer": 10, "says": "Ten stars have nine steps between them."}],
        },
        "name": {"answer": ["lao si", "iron"], "right": "Both.", "hint": "Look again."},
    }
    monkeypatch.setattr(selfcheck, "_questions", lambda _unit: made)


@pytest.mark.usefixtures("questions")
def test_when_the_answer_fits_then_it_says_why():
    """A right answer is confirmed with its reason."""
    assert self_check("unit/steps", 9.3) == selfcheck.Verdict(True, "Nine steps.")


@pytest.mark.usefixtures("questions")
def test_when_the_answer_is_a_known_mistake_then_the_mistake_is_diagnosed():
    """The commonest wrong answer gets a diagnosis of its own."""
    assert self_check("unit/steps", 10).says == "Ten stars have nine steps between them."


@pytest.mark.usefixtures("questions")
def test_when_the_answer_is_wrong_in_another_way_then_a_hint_is_given():
    """Any other wrong answer gets the hint."""
    assert self_check("unit/steps", 4).says == "Count the steps between the stars."


@pytest.mark.usefixtures("questions")
def test_when_texts_are_compared_then_case_and_spaces_do_not_count():
    """A list of texts fits whatever its case and spacing."""
    assert self_check("unit/name", ("Lao  Si", "IRON")).right


@pytest.mark.usefixtures("questions")
@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("9", "expected a number, such as 42, but got the text '9'"),
        (None, "but got nothing"),
        (..., "which waits for your answer"),
    ],
)
def test_when_the_type_is_wrong_then_the_sentence_names_it(answer, says):
    """An answer of the wrong type gets a sentence that says what was expected and what came."""
    with pytest.raises(CourseError, match=says):
        self_check("unit/steps", answer)


@pytest.mark.usefixtures("questions")
def test_when_the_question_is_unknown_then_those_of_the_unit_are_listed():
    """A misspelt question name gets the names there are."""
    with pytest.raises(CourseError, match="steps, name"):
        self_check("unit/stepps", 9)


def test_when_the_name_is_no_text_then_an_example_is_given():
    """A name of the wrong type gets an example of a right one."""
    with pytest.raises(CourseError, match="needs a name in quotation marks"):
        self_check(None, 1)


def test_when_the_unit_is_unknown_then_the_units_are_listed():
    """A misspelt unit gets the units there are."""
    with pytest.raises(CourseError, match="2_reception"):
        self_check("9_nowhere/x", 1)


@pytest.mark.parametrize(("name", "question"), QUESTIONS, ids=[name for name, _ in QUESTIONS])
def test_when_a_lesson_asks_then_its_own_answer_passes_and_its_mistakes_do_not(name, question):
    """Each shipped question accepts its answer, and gives each planted mistake its own diagnosis."""
    verdicts = [self_check(name, wrong["answer"]) for wrong in question["wrong"]]
    assert self_check(name, question["answer"]).right
    assert [verdict.says for verdict in verdicts] == [wrong["says"] for wrong in question["wrong"]]


@pytest.mark.parametrize("unit", UNITS)
def test_when_a_unit_has_self_checks_then_there_are_three_to_eight(unit):
    """A lesson has three to eight self-checks."""
    assert 3 <= sum(name.startswith(f"{unit}/") for name, _ in QUESTIONS) <= 8
