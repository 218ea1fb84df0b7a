"""Criteria name what is wrong, give part of the points, and never stop the ones after them."""

import itertools

import numpy as np
import pandas as pd
import pytest

from return_to_dust.checks import OUTCOME, Missed, Mistake, Question


def verdict(compare, *, hidden: bool = False) -> dict:
    """Return the outcome of one criterion that runs `compare`."""
    question = Question("Sample", points=1)
    with question.criterion("it fits", 1, hidden=hidden) as criterion:
        compare(criterion)
    return question.score().outcome()["criteria"][0]


@pytest.mark.parametrize("value", [0.5, np.float64(0.5), np.array([0.5]), pd.Series([0.5]), 0.5004])
def test_when_a_number_is_right_in_any_form_then_it_counts(value):
    """Python, numpy and one-element pandas numbers all count, within the tolerance."""
    assert verdict(lambda c: c.number(value, 0.5, within=0.001))["met"]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("0.5", "leave the quotation marks out"),
        (True, "a yes-or-no value"),
        (None, "as when a function ends without `return`"),
        (..., "waits for your answer"),
        (float("nan"), "not a finite number"),
        ([1, 2], "a list"),
    ],
)
def test_when_a_number_is_of_the_wrong_type_then_the_reason_says_what_it_is(value, reason):
    """A wrong type gets a sentence of its own."""
    assert reason in verdict(lambda c: c.number(value, 0.5))["reason"]


@pytest.mark.parametrize("value", [["screen"], {"Screen", "newschina"}, pd.Series(["screen"]), []])
def test_when_all_items_belong_to_a_choice_then_their_form_is_right(value):
    """Whether they are the right ones is another question."""
    assert verdict(lambda c: c.among(value, ["screen", "newschina"]))["met"]


@pytest.mark.parametrize(
    ("value", "mistake"), [(["screen", "p8"], "unknown-item"), ("screen", "type"), (np.int64(4), "type")]
)
def test_when_an_item_belongs_to_no_choice_then_the_form_is_wrong(value, mistake):
    """A name that is not among the known ones, or no collection at all."""
    assert verdict(lambda c: c.among(value, ["screen", "newschina"]))["mistake"] == mistake


def test_when_a_wrong_number_is_known_then_the_mistake_is_named():
    """A planted mistake is reported by name and in words."""
    row = verdict(lambda c: c.number(0.77, 0.7444, mistakes=[Mistake(0.77, "ten-steps", "Nine steps.")]))
    assert (row["mistake"], row["reason"]) == ("ten-steps", "Nine steps.")


def test_when_a_wrong_number_is_not_known_then_the_right_one_is_not_given():
    """The reason shows the student's number and never the expected one."""
    reason = verdict(lambda c: c.number(0.1, 0.7444))["reason"]
    assert ("0.1" in reason, "0.74" in reason) == (True, False)


def test_when_the_case_is_hidden_then_not_even_the_students_value_is_shown():
    """A reason for an unseen case holds no value from it."""
    assert "0.1" not in verdict(lambda c: c.number(0.1, 0.7444), hidden=True)["reason"]


@pytest.mark.parametrize("value", [["a", "b"], ("b", "a"), {"a", "b"}, np.array(["a", "b"]), pd.Series(["b", "a"])])
def test_when_items_come_in_any_collection_then_they_count(value):
    """Lists, tuples, sets, arrays and Series with the right items all count."""
    assert verdict(lambda c: c.items(value, ["A", "b"]))["met"]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (["a"], "1 is missing"),
        (["a", "b", "c"], "1 of your 3 items does not belong here"),
        (["a", "a", "b"], "more often than it should"),
        ("ab", "Expected a list of items, but got a text"),
        (pd.DataFrame({"x": [1]}), "choose one of its columns"),
    ],
)
def test_when_items_differ_then_the_reason_counts_them(value, reason):
    """The reason says how many items are missing or too many, not which."""
    assert reason in verdict(lambda c: c.items(value, ["a", "b"]))["reason"]


def test_when_the_order_matters_then_right_items_in_another_order_are_said_to_be_so():
    """Order is diagnosed apart from content."""
    assert verdict(lambda c: c.items(["b", "a"], ["a", "b"], ordered=True))["mistake"] == "order"


def test_when_a_dict_is_asked_then_a_series_will_do():
    """A Series is as good as a dict."""
    assert verdict(lambda c: c.mapping(pd.Series({"screen": 3}), {"screen": 3}))["met"]


def test_when_an_entry_is_missing_then_its_key_is_named():
    """The reason names the entry that is not there."""
    assert "no entry for 'screen'" in verdict(lambda c: c.mapping({}, {"screen": 3}))["reason"]


@pytest.mark.parametrize(
    ("hidden", "reason"),
    [(False, "Not every entry fits the source. Look again at 'screen'."), (True, "Not every entry fits the source.")],
)
def test_when_an_entry_is_wrong_then_its_key_is_named_unless_the_case_is_hidden(hidden, reason):
    """The reason names the first key that differs, never a value; on a hidden case it names nothing."""
    row = verdict(lambda c: c.mapping({"Screen": 431, "uk": 2}, {"screen": 3, "uk": 2}), hidden=hidden)
    assert (row["met"], row["reason"]) == (False, reason)


def test_when_a_hidden_case_lacks_an_entry_then_its_key_is_not_named():
    """A missing key of an unseen case stays unseen."""
    assert "screen" not in verdict(lambda c: c.mapping({}, {"screen": 3}), hidden=True)["reason"]


def test_when_a_dict_has_one_entry_too_many_then_it_does_not_count():
    """The keys must be the expected ones and no others."""
    assert not verdict(lambda c: c.mapping({"screen": 3, "uk": 2}, {"screen": 3}))["met"]


def test_when_a_wrong_dict_is_known_then_the_mistake_is_named():
    """A known wrong dict is found whatever the case of its keys, within the tolerance."""
    known = [Mistake({"screen": 4}, "one-more", "The headline counts too.")]
    row = verdict(lambda c: c.mapping({"SCREEN": 4.05}, {"screen": 3}, within=0.1, mistakes=known))
    assert (row["mistake"], row["reason"]) == ("one-more", "The headline counts too.")


def test_when_a_table_has_other_column_order_and_index_then_it_counts():
    """Order of columns and rows, the index, and dtypes do not matter."""
    expected = pd.DataFrame({"source": ["a", "b"], "n": [1, 2]})
    given = pd.DataFrame({"n": [2.0, 1.0], "source": ["b", "a"]}, index=[7, 9])
    assert verdict(lambda c: c.table(given, expected))["met"]


def test_when_a_grouped_table_keeps_its_keys_in_the_index_then_it_counts():
    """Keys in a named index are columns, as groupby leaves them."""
    expected = pd.DataFrame({"source": ["a", "b"], "n": [1, 2]})
    assert verdict(lambda c: c.table(expected.set_index("source"), expected))["met"]


@pytest.mark.parametrize(
    ("given", "mistake"),
    [
        (pd.DataFrame({"source": ["a", "b"]}), "missing-column"),
        (pd.DataFrame({"source": ["a"], "n": [1]}), "row-count"),
        (pd.DataFrame({"source": ["a", "b"], "n": [1, 3]}), "values"),
        ([1, 2], "type"),
    ],
)
def test_when_a_table_differs_then_the_mistake_says_in_what(given, mistake):
    """Columns, rows and values are told apart."""
    expected = pd.DataFrame({"source": ["a", "b"], "n": [1, 2]})
    assert verdict(lambda c: c.table(given, expected))["mistake"] == mistake


def test_when_an_answer_is_missing_then_it_is_called_unanswered():
    """A stub or an undefined name is an unanswered question, not a crash."""

    def stub(_criterion):
        raise NotImplementedError

    assert (verdict(stub)["reason"], verdict(stub)["mistake"]) == ("Not answered yet.", "unanswered")


def test_when_student_code_crashes_then_the_next_criterion_still_counts():
    """A crash costs its own criterion only."""
    question = Question("Sample", points=3)
    with question.criterion("first", 1):
        raise ZeroDivisionError("division by zero")
    with question.criterion("second", 2):
        pass
    assert (float(question.score()), question.criteria[0].reason) == (
        2.0,
        "Your code stopped with ZeroDivisionError: division by zero",
    )


def test_when_student_code_crashes_on_a_hidden_case_then_its_message_is_withheld():
    """The message of an exception could hold the hidden input, so only its kind is told."""

    def crash(_criterion):
        raise KeyError("hidden input")

    assert "hidden input" not in verdict(crash, hidden=True)["reason"]


def test_when_student_code_names_an_exception_after_a_hidden_case_then_the_name_is_withheld():
    """The name of a made-up exception could hold the hidden input too."""

    def crash(_criterion):
        raise type("HiddenInput431", (Exception,), {})

    assert verdict(crash, hidden=True)["reason"] == "Your code stopped with an error on a case that it had not seen."


def test_when_student_code_prints_during_a_test_then_nothing_is_shown(capsys):
    """What a tested function prints does not reach the page."""
    verdict(lambda _c: print("the hidden input is 7"))
    assert capsys.readouterr().out == ""


def test_when_only_visible_criteria_are_there_then_they_decide_the_whole_score():
    """In the release, where hidden tests are cut, meeting all visible criteria shows full marks."""
    question = Question("Sample", points=4)
    with question.criterion("visible", 1):
        pass
    assert (
        float(question.score()),
        "3 of 4 points are decided when" in question.score()._repr_mimebundle_()["text/html"],
    ) == (
        4.0,
        True,
    )


def test_when_a_score_is_shown_then_nbgrader_reads_a_number():
    """The plain text of a score is a number, and the outcome travels beside it."""
    question = Question("Sample", points=3)
    with question.criterion("half", 1.5):
        pass
    with question.criterion("other half", 1.5) as c:
        c.that(False, "Not that.")
    bundle = question.score()._repr_mimebundle_()
    assert (float(bundle["text/plain"]), bundle[OUTCOME]["score"]) == (1.5, 1.5)


def test_when_the_kernel_is_interrupted_then_the_criterion_does_not_swallow_it():
    """An endless loop that is stopped ends the test cell."""
    question = Question("Sample", points=1)
    with pytest.raises(KeyboardInterrupt), question.criterion("loop", 1):
        raise KeyboardInterrupt


def test_when_a_name_has_markup_then_it_is_escaped_in_the_table():
    """What a student wrote cannot become markup in the outcome's table."""
    question = Question("Sample", points=1)
    with question.criterion("x", 1):
        raise Missed("<script>alert(1)</script>")
    assert "<script>" not in question.score()._repr_mimebundle_()["text/html"]


class LeakOf431:
    """A student's class whose name holds a hidden case."""


STUDENTS_CELL = """
from return_to_dust.checks import Missed

def raise_name_error():
    raise NameError("'x_431'")

def raise_missed():
    raise Missed("the hidden case is 431")
"""
students = {}
exec(compile(STUDENTS_CELL, "students_cell.py", "exec"), students)  # noqa: S102 - code from another cell


@pytest.mark.parametrize(
    "leak",
    [
        lambda c: c.number("431", 1),
        lambda c: c.number(LeakOf431(), 1),
        lambda c: c.text(LeakOf431(), "a"),
        lambda c: c.number(students["raise_name_error"](), 1),
        lambda c: c.number(students["raise_missed"](), 1),
        lambda c: c.listed(range(431), 2),
        lambda c: c.items(range(431), [1]),
        lambda c: c.table(pd.DataFrame({"n": range(431)}), pd.DataFrame({"n": [1]})),
        lambda c: c.entry({}, "431"),
    ],
)
def test_when_an_answer_tries_to_carry_a_hidden_case_out_then_its_reason_does_not_hold_it(leak):
    """No value, size, type or message that student code chose stands in a hidden criterion's reason."""
    assert "431" not in verdict(leak, hidden=True)["reason"]


def test_when_an_answer_never_ends_then_the_test_does():
    """An endless collection is cut and refused."""
    assert "does your code ever stop" in verdict(lambda c: c.items(itertools.count(), [1]))["reason"]
