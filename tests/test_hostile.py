"""Hostile hand-ins through the real door: they earn nothing, learn nothing, leave nothing, and harm nobody.

One class of attackers (see `hostile`), with honest students before, between and after, is marked by the real
`nbgrader autograde` with this course's configuration.
"""

from pathlib import Path

import pytest

from hostile.attack import ESCAPED, LEFT
from hostile.course import ATTACKS, CANARIES, EARLY, HONEST, NAME, HostileClass, left_running
from return_to_dust.marking.notices import notices_of
from return_to_dust.report.data import class_report

pytestmark = pytest.mark.marking
NOTICED = sorted(name for name, attack in ATTACKS.items() if attack.notice)


@pytest.fixture(scope="module")
def marked(tmp_path_factory) -> HostileClass:
    """The class, marked once."""
    return HostileClass(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def scores(marked) -> dict[str, float]:
    """The marks of all students."""
    return marked.scores()


def test_when_a_class_is_hostile_then_all_of_it_is_marked(marked):
    """No attack stops `nbgrader autograde`."""
    assert marked.run.returncode == 0, marked.run.stderr[-3000:]


def test_when_a_class_is_hostile_then_all_of_it_gets_feedback(marked):
    """No attack stops `nbgrader generate_feedback`."""
    assert marked.feedback.returncode == 0, marked.feedback.stderr[-3000:]


@pytest.mark.parametrize("student", sorted(ATTACKS))
def test_when_an_attack_is_marked_then_it_earns_what_its_honest_part_deserves(scores, student):
    """No attack earns a point that its answers do not earn."""
    assert scores[student] == ATTACKS[student].points


@pytest.mark.parametrize("student", sorted(HONEST))
def test_when_others_attack_then_honest_marks_are_what_they_would_be(scores, student):
    """Honest students, marked before, among and after attackers, have the marks that they deserve."""
    assert scores[student] == HONEST[student]


@pytest.mark.parametrize("student", sorted(ATTACKS))
def test_when_an_attack_was_run_then_nothing_secret_is_shown(marked, student):
    """Neither the page nor an output holds a test, a solution, a hidden case, a mark or another's work."""
    shown = marked.shown(student)
    own = {"another's work"} if CANARIES["another's work"] in marked.handed_in[student].decode() else set()
    assert [name for name, canary in CANARIES.items() if canary in shown and name not in own] == []


@pytest.mark.parametrize("student", sorted(ATTACKS))
def test_when_an_attack_was_run_then_it_has_not_escaped(marked, student):
    """No cell could reach what it must not reach."""
    said = [o.get("text", "") for cell in marked.notebook(student).cells for o in cell.get("outputs", [])]
    assert [line for text in said for line in text.splitlines() if ESCAPED in line] == []


@pytest.mark.parametrize("student", NOTICED)
def test_when_something_was_noticed_then_the_report_names_the_student(marked, student):
    """What marking noticed stands in the class report under the student's name."""
    named = {(notice.student, notice.code) for notice in class_report(marked.course, NAME).notices}
    assert (student, ATTACKS[student].notice) in named


def test_when_attacks_were_run_then_nothing_is_left_running(marked):
    """Every process of an attack, and of the sandbox, is gone."""
    assert left_running(marked.home) == []


def test_when_attacks_were_run_then_no_file_is_left_outside(marked):
    """Course, home and the system's temporary folders hold no file more and none less."""
    assert (marked.files() ^ marked.before, list(Path("/tmp").glob(f"*{LEFT}*"))) == (set(), [])  # noqa: S108


def test_when_others_attack_then_no_row_of_the_gradebook_changes(marked):
    """What was marked before the attackers came stays as it was, mark by mark and comment by comment."""
    assert marked.rows(EARLY) == marked.early


def test_when_notices_are_forged_then_they_are_only_the_students_word(marked):
    """A notice in a hand-in never says anything but what marking itself could say."""
    assert [notice["code"] for notice in notices_of(marked.notebook("own_notices"))] == []
