"""The engine: a notebook goes in, comes back with outputs, and its tests with receipts. One sandbox serves all."""

from __future__ import annotations

import ast
import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from return_to_dust.build.notebooks import read_percent
from return_to_dust.checks import OUTCOME
from return_to_dust.examine.engine import examine
from return_to_dust.examine.outputs import MOST_OUTPUTS, TooMuch, check_outputs, sound_count
from return_to_dust.examine.plan import BEGIN_HIDDEN, TELLING, make_plan, parts_of
from return_to_dust.marking.notices import notices_of
from return_to_dust.paths import CHECKOUT
from return_to_dust.sandbox import Limits, Sandbox, open_sandbox

pytestmark = pytest.mark.marking
LIMITS = Limits(cell_s=2, notebook_s=20, room_mb=900)
HIDDEN = "### BEGIN HIDDEN TESTS\n{}\n### END HIDDEN TESTS\n"


@pytest.fixture(scope="module")
def sandbox() -> Any:
    """One sandbox for all tests here."""
    found = open_sandbox()
    yield found
    found.close()


def cell(source: str, kind: str = "", name: str = "") -> Any:
    """Return a cell: a student's own, an ``answer``, a ``test`` worth two points or one that is ``locked``."""
    about = {
        "": {},
        "answer": {"solution": True, "grade": False, "locked": False},
        "locked": {"solution": False, "grade": False, "locked": True},
        "test": {"solution": False, "grade": True, "locked": True, "points": 2},
    }[kind]
    known = {"grade_id": name or f"cell_{abs(hash(source))}", "schema_version": 3, "task": False, "cell_type": "code"}
    return new_code_cell(source, metadata={"nbgrader": about | known} if about else {})


def run(sandbox: Sandbox, *cells: Any, limits: Limits = LIMITS, files: dict[str, bytes] | None = None) -> Any:
    """Examine a notebook of these cells; a text is a student's own cell."""
    made = [cell(one) if isinstance(one, str) else one for one in cells]
    return examine(new_notebook(cells=made), files or {}, limits, sandbox)


def receipt(notebook: Any, number: int = -1) -> str:
    """Return what a test cell came to: its points, or its error."""
    [output] = notebook.cells[number].outputs
    return str(output.data["text/plain"] if output.output_type == "execute_result" else output.ename)


def receipt_of(sandbox: Sandbox, answer: str, test: str, **options: Any) -> str:
    """Return the receipt of one test on one answer."""
    return receipt(run(sandbox, cell(answer, "answer"), cell(test, "test"), **options))


def codes(notebook: Any) -> list[str]:
    """Return the codes of a notebook's notices."""
    return [notice["code"] for notice in notices_of(notebook)]


# What a test may do.


def test_when_a_test_fails_nowhere_then_its_receipt_says_all_points(sandbox):
    """A test of plain asserts that ran to its end earns its two points, in words."""
    assert receipt_of(sandbox, "a = [1, 2]", "assert sum(a) == 3") == "2"


def test_when_an_assert_fails_then_the_receipt_is_its_error(sandbox):
    """A failed assert earns an error."""
    assert receipt_of(sandbox, "a = 1", "assert a == 2") == "AssertionError"


def test_when_the_last_line_is_a_number_then_it_is_the_mark(sandbox):
    """Partial credit is what the examiner's last line says."""
    assert receipt_of(sandbox, "a = 1", "0.5 * a") == "0.5"


def test_when_a_test_asks_for_one_name_then_no_other_is_fetched(sandbox):
    """What cannot be sent harms nobody who does not ask for it."""
    assert receipt_of(sandbox, "other = open('x', 'w')\na = 1", "assert a == 1") == "2"


def test_when_a_name_is_missing_then_the_test_meets_a_name_error(sandbox):
    """A name that the student has not is a NameError, as in one process."""
    assert receipt_of(sandbox, "b = 1", "try:\n    a\nexcept NameError:\n    b = 2\nassert b == 2") == "2"


def test_when_a_function_is_called_then_arguments_and_results_cross(sandbox):
    """Functions take positional and named arguments, and functions of the student's own."""
    answer = "def plus(a, b=0): return a + b\ndef do(f, x): return f(x, b=1)"
    assert receipt_of(sandbox, answer, "assert (plus(1, b=2), do(plus, 4)) == (3, 5)") == "2"


def test_when_a_function_changes_its_argument_then_the_test_sees_it(sandbox):
    """A list that is sorted in place is sorted in the test."""
    test = "a = [3, 1, 2]\nassert order(a) is None\nassert a == [1, 2, 3]"
    assert receipt_of(sandbox, "def order(items): items.sort()", test) == "2"


def test_when_a_function_adds_a_column_in_place_then_the_test_sees_it(sandbox):
    """A table that is changed in place is changed in the test."""
    answer = "def add(table): table['b'] = table['a'] * 2"
    test = "import pandas as pd\nt = pd.DataFrame({'a': [1, 2]})\nadd(t)\nassert list(t['b']) == [2, 4]"
    assert receipt_of(sandbox, answer, test) == "2"


def test_when_a_function_sets_a_global_then_the_test_sees_the_new_value(sandbox):
    """A name that a call has bound anew is asked for anew."""
    answer = "n = 0\ndef count():\n    global n\n    n += 1"
    assert receipt_of(sandbox, answer, "assert n == 0\ncount()\nassert n == 1") == "2"


def test_when_a_test_takes_a_function_away_then_callers_miss_it_until_it_is_back(sandbox):
    """The test of nbgrader's quickstart, that one answer uses another, works."""
    answer = "def square(x): return x * x\ndef total(n): return sum(square(i) for i in range(n + 1))"
    test = (
        "keep = square\ndel square\ntry:\n    total(1)\nexcept NameError:\n    pass\nelse:\n"
        "    raise AssertionError('not used')\nfinally:\n    square = keep\nassert total(2) == 5"
    )
    assert receipt_of(sandbox, answer, test) == "2"


def test_when_a_function_raises_then_the_test_catches_it_by_its_name(sandbox):
    """An error of Python's own keeps kind and message."""
    test = "try:\n    f()\nexcept ValueError as error:\n    assert str(error) == 'too small'\nelse:\n    assert False"
    assert receipt_of(sandbox, "def f(): raise ValueError('too small')", test) == "2"


def test_when_a_value_cannot_be_sent_then_it_is_no_right_answer(sandbox):
    """An object that equals everything equals nothing in the test."""
    answer = "class Equal:\n    def __eq__(self, other): return True\na = Equal()"
    assert receipt_of(sandbox, answer, "assert a == 1") != "2"


def test_when_instructors_cells_define_helpers_then_no_student_replaces_them(sandbox):
    """A helper of a locked cell is the instructor's, whatever the student binds its name to."""
    locked = cell("def right(x): return x == 2", "locked")
    notebook = run(sandbox, locked, "right = lambda x: True\na = 1", cell("assert right(a)", "test"))
    assert receipt(notebook) == "AssertionError"


def test_when_a_test_cell_imports_then_later_cells_have_it(sandbox):
    """What the visible part of a test imports is there for the student; what its hidden part imports is not."""
    test = "import fractions\n" + HIDDEN.format("import decimal")
    notebook = run(sandbox, cell(test, "test"), "print('fractions' in globals(), 'decimal' in globals())")
    assert notebook.cells[-1].outputs[0].text == "True False\n"


def test_when_earlier_tests_bind_names_then_later_tests_have_them(sandbox):
    """A later test uses what an earlier one made."""
    notebook = run(sandbox, cell("made = 7", "test", "one"), cell("assert made == 7", "test", "two"))
    assert receipt(notebook) == "2"


def test_when_a_cell_after_a_test_changes_a_name_then_the_test_sees_the_old_value(sandbox):
    """A test sees the notebook as it was at its place."""
    notebook = run(sandbox, "a = 1", cell("assert a == 1", "test"), "a = 2")
    assert receipt(notebook, 1) == "2"


def test_when_files_are_handed_in_then_cells_read_them(sandbox):
    """Files lie beside the notebook while it runs."""
    notebook = run(sandbox, "print(open('data/x.txt').read())", files={"data/x.txt": b"seen"})
    assert notebook.cells[0].outputs[0].text == "seen\n"


# What a test never tells.


def test_when_a_cell_looks_for_tests_then_it_finds_none(sandbox):
    """No hidden line is in the student's process."""
    look = (
        "import gc\nprint([t for o in gc.get_objects() if type(o) is dict for t in o.values() if t == 'x' * 3 + 'yz'])"
    )
    notebook = run(sandbox, cell("a = 1\n" + HIDDEN.format("secret = 'xxxyz'"), "test"), look)
    assert notebook.cells[-1].outputs[0].text == "[]\n"


def visible_reason(sandbox: Sandbox, *first: Any) -> str:
    """Return the reason of a visible criterion that calls `said`, after other tests."""
    test = (
        "from return_to_dust.checks import Question\nq = Question('Q', 2)\n"
        "with q.criterion('c', 2) as c:\n    c.text(said(), 'x')\nq.score()"
    )
    answer = (
        "open('f', 'a').close()\ndef hear(x):\n    with open('f', 'a') as f: f.write(str(x))\n"
        "def said(): return open('f').read()"
    )
    notebook = run(sandbox, cell(answer, "answer"), *first, cell(test, "test"))
    return str(notebook.cells[-1].outputs[0].data[OUTCOME]["criteria"][0]["reason"])


def test_when_a_hidden_case_was_seen_before_then_a_visible_reason_does_not_hold_it(sandbox):
    """All visible parts are run before a hidden part of any test, even one in which nothing gives reasons."""
    first = cell("assert callable(hear)\n" + HIDDEN.format("hear(73519)"), "test")
    assert "73519" not in visible_reason(sandbox, first)


def test_when_a_visible_case_was_seen_before_then_a_visible_reason_may_hold_it(sandbox):
    """The test above can fail: what a visible test says does arrive there."""
    assert "73519" in visible_reason(sandbox, cell("hear(73519)", "test"))


def test_when_no_test_gives_reasons_then_tests_run_whole_and_in_order(sandbox):
    """Without reasons nothing is put off."""
    plan = make_plan(new_notebook(cells=[cell("a\n" + HIDDEN.format("b"), "test"), cell("c", "test")]))
    assert [len(test.parts) for test in plan.tests] == [1, 1]


def test_when_a_test_gives_reasons_then_its_hidden_part_is_put_off():
    """Tests of this course are run in two parts."""
    plan = make_plan(new_notebook(cells=[cell(f"import {TELLING}\n" + HIDDEN.format("b"), "test")]))
    assert len(plan.tests[0].parts) == 2


# What ends badly.


def test_when_a_cell_never_ends_then_the_next_cells_run(sandbox):
    """A cell that runs too long is interrupted, and costs no other."""
    notebook = run(sandbox, "while True: pass", "a = 1", cell("assert a == 1", "test"))
    assert (notebook.cells[0].outputs[-1].ename, receipt(notebook)) == ("CellTimeoutError", "2")


def test_when_a_function_never_ends_then_only_its_test_fails(sandbox):
    """The test of an endless function fails, the next one does not."""
    notebook = run(
        sandbox,
        "def f():\n    while True: pass\na = 1",
        cell("f()", "test", "one"),
        cell("assert a == 1", "test", "two"),
    )
    assert (receipt(notebook, 1), receipt(notebook)) == ("CellTimeoutError", "2")


def test_when_a_notebook_runs_too_long_then_it_is_stopped_and_says_so(sandbox):
    """Cells that are each in time still have a deadline together."""
    slow = ["import time\ntime.sleep(1.5)"] * 4
    notebook = run(sandbox, *slow, cell("", "test"), limits=Limits(cell_s=2, notebook_s=3))
    assert (codes(notebook), receipt(notebook)) == (["deadline"], "NotReachedError")


def test_when_the_process_ends_then_tests_before_it_keep_their_receipts(sandbox):
    """A notebook that exits loses what comes after, and nothing that came before."""
    notebook = run(
        sandbox, "a = 1", cell("assert a == 1", "test", "one"), "import os\nos._exit(1)", cell("", "test", "two")
    )
    assert (receipt(notebook, 1), receipt(notebook), codes(notebook)) == ("2", "NotReachedError", ["kernel-died"])


def test_when_a_function_ends_its_process_then_the_next_test_runs(sandbox):
    """What one test's function breaks is not missed by the next."""
    notebook = run(
        sandbox,
        "import os\ndef f(): os._exit(1)",
        cell("f()", "test", "one"),
        cell("assert callable(f)", "test", "two"),
    )
    assert (receipt(notebook, 1), receipt(notebook)) == ("StudentStopped", "2")


def test_when_a_notebook_takes_too_much_memory_then_it_is_stopped_and_says_so(sandbox):
    """The memory of all processes together is watched."""
    greedy = "import time\nkept = []\nfor _ in range(20):\n    kept.append(b'x' * 50_000_000)\n    time.sleep(0.1)"
    notebook = run(sandbox, greedy, cell("", "test"), limits=Limits(cell_s=8, notebook_s=20, room_mb=400))
    assert (codes(notebook), receipt(notebook)) == (["memory"], "NotReachedError")


def test_when_a_child_outlives_a_cell_then_nothing_of_it_is_left(sandbox):
    """A room is closed with everything in it, whatever left the session."""
    before = set(os.listdir("/proc"))  # noqa: PTH208
    run(sandbox, "import os\nif os.fork() == 0:\n    os.setsid()\n    os.execvp('sleep', ['dust-left', '1000'])")
    new = [path for path in Path("/proc").glob("[0-9]*/cmdline") if path.parent.name not in before]
    assert [path for path in new if _command(path).startswith("dust-left")] == []


def _command(path: Path) -> str:
    try:
        return path.read_bytes().decode(errors="replace")
    except OSError:  # it has ended
        return ""


# What is kept of outputs.


def test_when_half_a_character_is_printed_then_the_notebook_can_be_written(sandbox):
    """Half a surrogate pair becomes a question mark."""
    notebook = run(sandbox, "print('a\\ud800b')")
    assert "a?b" in nbformat.writes(notebook).encode().decode()


def test_when_another_program_prints_then_the_cell_shows_it(sandbox):
    """What a subprocess prints is in the cell's outputs."""
    notebook = run(sandbox, "import subprocess\nsubprocess.run(['echo', 'from echo'])")
    assert "from echo" in str(notebook.cells[0].outputs)


def test_when_a_cell_prints_without_end_then_the_output_is_cut(sandbox):
    """A million lines become a page, and the next cell shows its own."""
    notebook = run(sandbox, "for n in range(1_000_000): print(n)", "print('next')")
    assert (len(notebook.cells[0].outputs[0].text) < 300_000, notebook.cells[1].outputs[0].text) == (True, "next\n")


@pytest.mark.parametrize(
    "outputs",
    [None, "text", [{}] * (MOST_OUTPUTS + 1), [{"a": list(range(100_000))}]],
    ids=["nothing", "a text", "too many", "too many pieces"],
)
def test_when_outputs_are_of_no_ordinary_size_then_they_are_refused(outputs):
    """What no honest cell shows is not looked at any further."""
    with pytest.raises(TooMuch):
        check_outputs(outputs)


def test_when_outputs_are_nested_deeply_then_they_are_refused():
    """Nothing that a later step could stumble over is kept."""
    deep: list[Any] = []
    for _ in range(60):
        deep = [deep]
    with pytest.raises(TooMuch):
        check_outputs(deep)


@pytest.mark.parametrize(("count", "kept"), [(3, 3), (-1, 0), (10**9, 0), ("3", 0), (True, 0), (None, 0)])
def test_when_a_count_is_no_count_then_it_is_zero(count, kept):
    """Execution counts are small whole numbers."""
    assert sound_count(count) == kept


# The course's own tests.


def test_when_tests_of_this_course_are_planned_then_no_visible_criterion_follows_a_hidden_one():
    """Each test can be divided, and its hidden part has hidden criteria only: no reason there names a value."""
    wrong = []
    for path in sorted(Path(CHECKOUT, "solutions").glob("*/*.py")):
        for one in read_percent(path).cells:
            if one.metadata.get("kind") != "tests" or BEGIN_HIDDEN not in one.source:
                continue
            parts = parts_of(one.source)
            calls = [node for node in ast.walk(ast.parse(parts[-1])) if isinstance(node, ast.Call)]
            shown = [
                c
                for c in calls
                if getattr(c.func, "attr", "") == "criterion" and "hidden" not in {k.arg for k in c.keywords}
            ]
            if len(parts) != 2 or shown:
                wrong.append(one.metadata["grade_id"])
    assert wrong == []
