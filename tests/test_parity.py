"""Honest work earns what stock nbgrader gives it, and where it does not, the reason stands here.

The course that nbgrader itself lays out is marked twice, by nbgrader's own preprocessors and by this course's, each
with a gradebook of its own; so is a part of the sample answers (``benchmarks/parity.py`` does them all).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import nbgrader
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from return_to_dust.build.course import assignment_names
from return_to_dust.marking.course import CONFIG, load_config, quiet_nbgrader, ready_environment
from return_to_dust.paths import CHECKOUT
from return_to_dust.sandbox import shared_sandbox
from stock import answered, batches, run_apart, run_in_kernel, verdicts
from test_sample_answers import VARIANTS

pytestmark = pytest.mark.marking

GUIDE = Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide"
ASSIGNMENT = "ps1"
RIGHT = "def squares(n):\n    if n < 1:\n        raise ValueError('n')\n    return [i ** 2 for i in range(1, n + 1)]"
SUM = "def sum_of_squares(n):\n    return sum(squares(n))"
#: Submissions to the course of ``nbgrader quickstart``: the answers that each fills into problem 1.
SUBMISSIONS = {
    "right": {"squares": RIGHT, "sum_of_squares": SUM, "sum_of_squares_equation": "$\\sum i^2$"},
    "another_way": {
        "squares": "import numpy as np\nclass TooSmall(ValueError):\n    pass\ndef squares(n):\n    if n < 1:\n"
        "        raise TooSmall(n)\n    return (np.arange(1, n + 1) ** 2).tolist()",
        "sum_of_squares": "import math\nsum_of_squares = lambda n: math.fsum(squares(n))",
    },
    "own_helper": {
        "squares": f"memory = {{}}\ndef remember(n):\n    if n not in memory:\n        memory[n] = n * n\n"
        f"    return memory[n]\n{RIGHT.replace('i ** 2', 'remember(i)')}",
        "sum_of_squares": "def sum_of_squares(n):\n    return squares(n)[-1] + sum_of_squares(n - 1) if n > 1 else "
        "squares(1)[0]",
    },
    "prints": {
        "squares": RIGHT.replace("    return", "    print('squares of', n)\n    return"),
        "sum_of_squares": f"%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot(squares(5));\n{SUM}",
        "sum_of_squares_application": "import time\n%time sum_of_squares(10)",
    },
    "off_by_one": {"squares": RIGHT.replace("n + 1", "n"), "sum_of_squares": SUM},
    "no_error": {"squares": "def squares(n):\n    return [i ** 2 for i in range(1, n + 1)]", "sum_of_squares": SUM},
    "other_error": {"squares": RIGHT.replace("ValueError", "TypeError"), "sum_of_squares": SUM},
    "own_squares": {"squares": RIGHT, "sum_of_squares": SUM.replace("squares(n)", "i * i for i in range(n + 1)")},
    "generator": {"squares": RIGHT.replace("[", "(").replace("]", ")"), "sum_of_squares": SUM},
    "tuple": {"squares": RIGHT.replace("[", "tuple(").replace("]", ")"), "sum_of_squares": SUM},
    "array": {"squares": "import numpy as np\n" + RIGHT.replace("[", "np.array([").replace("]", "])")},
    "only_prints": {"squares": RIGHT.replace("return", "print(").replace("]", "])"), "sum_of_squares": SUM},
    "misspelt": {"squares": RIGHT.replace("[i ** 2 for", "[i ** 2 foor"), "sum_of_squares": SUM},
    "partly": {"squares": RIGHT},
    "untouched": {},
    "warns": {"squares": RIGHT.replace("    return", "    import warnings; warnings.warn('n')\n    return")},
    "leaves_exit": {"squares": RIGHT, "sum_of_squares": SUM + "\nexit()"},
    "deletes_test": {"squares": RIGHT, "sum_of_squares": SUM},
}
#: Submissions to the course of ``nbgrader quickstart --autotest``, whose tests nbgrader writes itself.
AUTOTESTED = {name: SUBMISSIONS[name] for name in ("right", "off_by_one", "no_error", "own_squares", "untouched")}
DELETED = "correct_sum_of_squares"
#: Where a score of stock nbgrader's is not the one to have: the submission, the cell, its score and ours.
STOCK_IS_WRONG = {
    # Any warning in a test takes all its points, also those for a right answer.
    ("warns", "correct_squares"): (0, 1),
    # A deleted test has no score, as if it were to be marked by hand; it is put back.
    ("deletes_test", DELETED): (None, 0.5),
}
#: What a test may do in a kernel and not here, or the other way: the answer, the test, stock's score and ours.
UNLIKE = {
    "warning in a test": ("import warnings\ndef warn():\n    warnings.warn('n')", "warn()", 0, 1),
    "asyncio.run": ("import asyncio\nran = asyncio.run(asyncio.sleep(0, result=1))", "assert ran == 1", 0, 1),
    "call in an earlier test": ("n = 0\ndef count():\n    global n\n    n += 1\n    return n", "count()", 1, 1),
    "state left by it": ("", "assert count() == 1", 0, 1),
    "view": ("keys = {'a': 1}.keys()", "assert keys == ['a']", 0, 1),
    "deque": ("import collections\nqueue = collections.deque([1])", "assert queue == [1]", 0, 1),
    "Enum": ("import enum\nclass Size(enum.Enum):\n    LONG = 'LS'\nsize = Size.LONG", "assert size == 'LS'", 0, 1),
    "own class": ("class Shot:\n    seconds = 3", "assert Shot().seconds == 3", 1, 0),
    "named tuple": ("from collections import namedtuple\np = namedtuple('P', 'x')(1)", "assert p.x == 1", 1, 0),
    "live Axes": ("import matplotlib.pyplot as plt\n_, ax = plt.subplots()", "assert ax.get_title() == ''", 1, 0),
    "source": ("def f(x):\n    return x", "import inspect\nassert 'return' in inspect.getsource(f)", 1, 0),
    "signature": ("def g(x):\n    return x", "import inspect\nassert 'x' in inspect.signature(g).parameters", 1, 0),
    "name set by the test": ("k = 1\ndef double():\n    return 2 * k", "k = 2\nassert double() == 4", 1, 0),
    "function handed over": ("def twice(g):\n    return g(g(1))", "assert twice(lambda v: v + 1) == 3", 1, 0),
    "seed set by the test": (
        "import random\ndef roll():\n    return random.random()",
        "import random\nrandom.seed(1)\nfirst = roll()\nrandom.seed(1)\nassert roll() == first",
        1,
        0,
    ),
    "name made by a test": ("", "made = 1", 1, 1),
    "used by an answer": ("uses = made + 1", "assert uses == 2", 1, 0),
}


def quickstart(folder: Path, *flags: str) -> Path:
    """Let nbgrader lay out its example course and release the assignment; return the course's folder."""
    folder.mkdir()
    command = [sys.executable, "-m", "nbgrader", "quickstart", "course101", *flags]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    course = folder / "course101"
    api = open_as(course, "stock")
    quiet_nbgrader("generate", api.generate_assignment, ASSIGNMENT)
    return course


def open_as(course: Path, way: str) -> Any:
    """Open a course in one of two ways, ``"stock"`` or ``"ours"``, each with a gradebook of its own."""
    from nbgrader.apps.api import NbGraderAPI

    config = load_config(course)
    if way == "ours":
        config.Autograde = load_config(course / "ours").Autograde
    config.CourseDirectory.db_url = f"sqlite:///{course / way}.db"
    config.CourseDirectory.autograded_directory = f"autograded_{way}"
    return NbGraderAPI(config=config)


def submit(course: Path, student: str, answers: dict[str, str]) -> None:
    """Hand in problem 1 as released, with answers; of ``deletes_test`` a test is missing."""
    notebook = nbformat.read(course / "release" / ASSIGNMENT / "problem1.ipynb", as_version=4)
    for cell in notebook.cells:
        cell.source = answers.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
    if student == "deletes_test":
        notebook.cells = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") != DELETED]
    target = course / "submitted" / student / ASSIGNMENT / "problem1.ipynb"
    target.parent.mkdir(parents=True)
    nbformat.write(notebook, target)


def scores(course: Path, way: str) -> dict[tuple[str, str], float | None]:
    """Mark all submissions in one way; return the automatic score of each cell, by student and ``grade_id``."""
    api = open_as(course, way)
    quiet_nbgrader("autograde", api.autograde, ASSIGNMENT, "*", force=True)
    with api.gradebook as gradebook:
        return {
            (submission.student.id, grade.name): grade.auto_score
            for submission in gradebook.assignment_submissions(ASSIGNMENT)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def marked_twice(course: Path) -> tuple[dict[tuple[str, str], float | None], dict[tuple[str, str], float | None]]:
    """Mark a course's submissions as stock nbgrader does and as this course does."""
    (course / "ours").mkdir()
    shutil.copy(CHECKOUT / CONFIG, course / "ours")
    shutil.copy(course / "stock.db", course / "ours.db")
    return scores(course, "stock"), scores(course, "ours")


Twice = tuple[dict[tuple[str, str], float | None], dict[tuple[str, str], float | None]]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Twice:
    """The scores of nbgrader's example course, with the submissions that come with nbgrader."""
    ready_environment()
    course = quickstart(tmp_path_factory.mktemp("plain") / "home")
    for student, answers in SUBMISSIONS.items():
        submit(course, student, answers)
    shutil.copytree(GUIDE / "submitted", course / "submitted", dirs_exist_ok=True)
    return marked_twice(course)


@pytest.fixture(scope="module")
def autotested(tmp_path_factory: pytest.TempPathFactory) -> Twice:
    """The scores of nbgrader's example course with generated tests."""
    ready_environment()
    course = quickstart(tmp_path_factory.mktemp("autotested") / "home", "--autotest")
    for student, answers in AUTOTESTED.items():
        submit(course, student, answers)
    return marked_twice(course)


def differences(twice: Twice) -> dict[tuple[str, str], tuple[float | None, float | None]]:
    """Return where two sets of scores differ."""
    stock, ours = twice
    return {cell: (stock.get(cell), ours.get(cell)) for cell in stock | ours if stock.get(cell) != ours.get(cell)}


def test_when_the_course_of_quickstart_is_marked_then_only_stock_mistakes_differ(plain: Twice) -> None:
    """Every cell of every submission has stock nbgrader's score, but for those listed with their reasons."""
    assert differences(plain) == STOCK_IS_WRONG


def test_when_the_course_of_quickstart_is_marked_then_all_its_cells_are_compared(plain: Twice) -> None:
    """Both gradebooks hold every cell of every submission, those that come with nbgrader included."""
    stock, ours = plain
    cells = {"correct_squares", "squares_invalid_input", DELETED, "sum_of_squares_uses_squares", "part-a", "part-b"}
    cells |= {"sum_of_squares_equation", "sum_of_squares_application", "cell-938593c4a215c6cc"}
    wanted = {(student, cell) for student in [*SUBMISSIONS, "bitdiddle", "hacker"] for cell in cells}
    assert (set(stock), set(ours)) == (wanted, wanted)


def test_when_submissions_differ_then_their_scores_do(plain: Twice) -> None:
    """The comparison has something to compare: each test is passed by some and failed by others."""
    found: dict[str, set[float | None]] = {}
    for (_, cell), score in plain[1].items():
        found.setdefault(cell, set()).add(score)
    tests = "correct_squares", "squares_invalid_input", DELETED, "sum_of_squares_uses_squares"
    assert [sorted(found[cell], key=str) for cell in tests] == [[0, 1], [0, 1], [0, 0.5], [0, 0.5]]


def test_when_nbgrader_writes_the_tests_then_the_scores_are_the_same(autotested: Twice) -> None:
    """Tests that nbgrader generates from a solution, hashed ones too, give the same scores."""
    assert (len(autotested[0]) > len(AUTOTESTED), differences(autotested)) == (True, {})


@pytest.mark.parametrize("number", [1, 9])
@pytest.mark.parametrize("assignment", assignment_names(CHECKOUT))
def test_when_sample_answers_are_marked_in_a_kernel_then_nothing_differs(
    assignment: str, number: int, tmp_path: Path
) -> None:
    """Score, criteria met and missed, names of mistakes and reasons are those that a kernel gave."""
    notebook = answered(assignment, batches(VARIANTS)[assignment, number])
    assert verdicts(run_apart(notebook, shared_sandbox())) == verdicts(run_in_kernel(notebook, tmp_path))


@pytest.fixture(scope="module")
def unlike(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[float | None, float | None]]:
    """The scores of the cases of `UNLIKE`, all in one notebook, from a kernel and from here."""
    cells = []
    for case, (answer, test, *_) in UNLIKE.items():
        about = {"grade": True, "solution": False, "locked": True, "grade_id": case, "points": 1, "schema_version": 3}
        cells += [new_code_cell(answer), new_code_cell(test, metadata={"nbgrader": about})]
    notebook = new_notebook(cells=cells)
    stock = verdicts(run_in_kernel(notebook, tmp_path_factory.mktemp("kernel")))
    ours = verdicts(run_apart(notebook, shared_sandbox()))
    return {case: (stock[case].score, ours[case].score) for case in UNLIKE}


@pytest.mark.parametrize("case", UNLIKE)
def test_when_answers_and_tests_are_apart_then_what_differs_is_what_the_manual_says(
    case: str, unlike: dict[str, tuple[float | None, float | None]]
) -> None:
    """The differences that rooms apart make are known, each with its score in a kernel and here."""
    assert unlike[case] == UNLIKE[case][2:]
