"""Which tests need no snapshot of their own, and that nobody's mark depends on it."""

from typing import Any

import pytest

from return_to_dust.examine.plan import names_in
from return_to_dust.examine.waiting import bound_after, rests_on
from return_to_dust.sandbox import Limits
from test_examine import cell, receipt, run, sandbox

__all__ = ["sandbox"]

STEADY = "import math\nLIMIT = 3\ndef helper(x): return math.floor(x) + LIMIT\ndef f(x): return helper(x)"


def waits(before: str, later: str) -> bool:
    """Say whether a test of `f`, between two cells, can wait for the end."""
    names: dict[str, Any] = {}
    exec(before, names)  # noqa: S102 - written here
    rest = rests_on(["f"], names)
    return rest is not None and not bound_after([before, "", later])[1].changes(rest[0], names)


@pytest.mark.parametrize(
    ("before", "later"),
    [
        (STEADY, "y = f(1)"),
        (STEADY, "import math"),
        (STEADY, "other = [f(n) for n in range(3)]\nother.append(1)"),
        ("def f(x, digits=2): return round(x, digits)", "def g(x): return x"),
        ("known = []\ndef f(x): return known", "x = known[:]"),
        ("from collections import Counter\ndef f(x): return Counter(x)", "x = 1"),
    ],
)
def test_when_nothing_can_change_a_function_then_its_test_waits(before, later):
    """It rests on modules, on other such functions and on constants, which keep their names."""
    assert waits(before, later)


@pytest.mark.parametrize(
    ("before", "later"),
    [
        (STEADY, "def f(x): return 0"),
        (STEADY, "LIMIT = 4"),
        (STEADY, "for LIMIT in range(3): pass"),
        (STEADY, "def set_limit():\n    global LIMIT\n    LIMIT = 4"),
        (STEADY, "from cmath import sqrt as helper"),
        (STEADY, "import cmath as math"),
        (STEADY, "math.floor = math.ceil"),
        (STEADY, "globals()['LIMIT'] = 4"),
        (STEADY, "from math import *"),
        (STEADY, "del LIMIT"),
        (STEADY, "%reset"),
        (STEADY, "with open('a') as LIMIT: pass"),
        (STEADY, "try: pass\nexcept ValueError as LIMIT: pass"),
        (STEADY + "\ndef later_on():\n    global LIMIT\n    LIMIT = 4", "later_on()"),
        ("def f(x, known=[]): return known", "x = 1"),
        ("def make():\n    known = []\n    def f(x): return known\n    return f\nf = make()", "x = 1"),
        ("count = 0\ndef f(x):\n    global count\n    count += 1\n    return count", "x = 1"),
        ("class Counts:\n    n = 0\ndef f(x): return Counts.n", "x = 1"),
        ("from functools import lru_cache\n@lru_cache\ndef f(x): return x", "x = 1"),
        ("def f(x): return f.n\nf.n = 1", "x = 1"),
        ("f = 'text'.upper\nf = [f][0].__call__", "x = 1"),
    ],
)
def test_when_something_may_change_a_function_then_its_test_has_a_snapshot(before, later):
    """Whatever is not plain counts as a change."""
    assert not waits(before, later)


@pytest.mark.parametrize(
    "later",
    [
        "def f(x): return 0",
        "known.append(9)",
        "alias = known\nalias.append(9)",
        "LIMIT = 9",
        "import os\nos._exit(1)",
        "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    ],
)
@pytest.mark.parametrize("rest", ["known", "LIMIT"])
def test_when_something_happens_after_a_test_then_its_mark_is_that_of_its_place(sandbox, later, rest):
    """Later cells cost no earlier test its points, whether its snapshot waits or not."""
    before = f"known = [3]\nLIMIT = 3\ndef f(x): return x + ({rest} if {rest} is LIMIT else sum({rest}))"
    test = "assert f(1) == 4\n### BEGIN HIDDEN TESTS\nassert f(2) == 5\n### END HIDDEN TESTS\n"
    limits = Limits(cell_s=1, notebook_s=6)
    assert receipt(run(sandbox, before, cell(test, "test"), later, limits=limits), 1) == "2"


BREAKS = {
    "ends its process": ("import os\ndef bad(): os._exit(1)", "StudentStopped"),
    "never returns": ("def bad():\n    while True: pass", "CellTimeoutError"),
    "stops its process": (
        "import os, signal\ndef bad(): os.kill(os.getpid(), signal.SIGSTOP)",
        "CellTimeoutError",
    ),
}


@pytest.mark.parametrize("how", BREAKS)
def test_when_a_function_breaks_the_snapshot_that_it_shares_then_other_tests_get_their_own(sandbox, how):
    """Only the test of that function fails, be it the first or the second."""
    source, error = BREAKS[how]
    good, bad = cell("assert good() == 1", "test", "good"), cell("bad()", "test", "bad")
    for first, second in ((good, bad), (bad, good)):
        cells = [f"def good(): return 1\n{source}", first, second]
        notebook = run(sandbox, *cells, limits=Limits(cell_s=1))
        said = {
            one.metadata.nbgrader.grade_id: receipt(notebook, place) for place, one in enumerate(notebook.cells[1:], 1)
        }
        assert said == {"good": "2", "bad": error}


def test_when_a_function_breaks_a_snapshot_on_a_hidden_case_then_no_cell_shows_it(sandbox):
    """A notebook that is run again can notice that; what students get back is of the first time."""
    counts = "import os\nforks = []\nos.register_at_fork(before=lambda: forks.append(1))"
    bad = "def bad(x):\n    if x == 99: os._exit(1)\ndef good(x): return x"
    test = "bad(1)\n### BEGIN HIDDEN TESTS\nbad({})\n### END HIDDEN TESTS\n"
    shown = []
    for case in (98, 99):
        cells = [counts, bad, cell(test.format(case), "test", "bad"), cell("good(1)", "test", "good"), "print(forks)"]
        shown.append(run(sandbox, *cells).cells[-1].outputs[0].text)
    assert shown == ["[]\n", "[]\n"]


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        ("assert answer == 2", ("answer",)),
        ("for n in range(3):\n    assert answer != n", ("answer",)),
        ("assert secret_name == 2", None),
        ("count = count + 1", None),
        ("count += 1", None),
        ("assert globals()['other']", None),
        ("del answer", None),
        ("%time answer", None),
    ],
)
def test_when_a_hidden_part_uses_names_of_its_own_then_the_room_is_not_told(hidden, told):
    """Only names that students see in the test are told; where there are others, the room has to make a snapshot."""
    seen = "assert answer\n"
    assert names_in(f"{seen}### BEGIN HIDDEN TESTS\n{hidden}\n### END HIDDEN TESTS\n", seen) == told
