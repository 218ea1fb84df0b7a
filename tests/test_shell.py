"""What students are used to from a kernel happens in the sandbox too: outputs, files, magics, and the odd habits."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from return_to_dust.examine.engine import examine
from return_to_dust.sandbox import Limits, Sandbox, shared_sandbox

pytestmark = pytest.mark.marking

FILES = {"helper.py": b"z = 4\nprint('helper as', __name__)\n", "data/a.csv": b"a,b\n1,2\n", "numpy.py": b"1 / 0\n"}
#: A notebook of habits, by what each cell is there for; they run in this order, in one room.
HABITS = {
    "argv": "import sys\nsys.argv",
    "plain figure": "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
    "run": "%run helper.py\nz",
    "magic": "%matplotlib inline",
    "figure after the magic": "plt.plot([1, 2]);",
    "two figures": "for k in (1, 2):\n    plt.figure()\n    plt.plot([k])",
    "plt.show": "plt.plot([1]); plt.show(); print('after'); plt.plot([2]);",
    "figure as result": "fig, ax = plt.subplots()\nfig",
    "Chinese": "from return_to_dust import new_figure\nfig, ax = new_figure()\nax.set_title('隐入尘烟');",
    "svg": "%config InlineBackend.figure_format = 'svg'\nplt.plot([1]);",
    "display": "from IPython.display import HTML, clear_output, display\ndisplay(1, HTML('<b>x</b>'))\n2",
    "updated": "bar = display('0 %', display_id=True)\nprint('between')\nbar.update('100 %')",
    "table": "import pandas as pd\npd.DataFrame({'a': [1]})",
    "pandas option": "pd.set_option('display.max_rows', 3)\npd.DataFrame({'a': range(9)})",
    "flush": "print('a', end='', flush=True)\nprint('b')",
    "carriage return": "for k in range(3):\n    print(f'\\r{k}', end='')",
    "cleared": "print('old')\nclear_output(wait=True)\nprint('new')",
    "stderr": "import logging, warnings\nlogging.warning('logged')\nwarnings.warn('warned')",
    "thread": "import threading\nt = threading.Thread(target=print, args=['in a thread'])\nt.start(); t.join()",
    "program": "import subprocess\nsubprocess.run(['echo', 'from a program'], check=True);",
    "shell": "!echo from the shell\nlines = !echo caught\nlines",
    "bash": "%%bash\necho from bash",
    "time": "%%time\nsum(range(10))",
    "timeit": "%timeit -n 1 -r 1 sum(range(10))",
    "await": "import asyncio\nawait asyncio.sleep(0, result=5)",
    "asyncio.run": "asyncio.run(asyncio.sleep(0, result=6))",
    "import of a file": "import helper\nhelper.z",
    "import of a library": "import numpy as np\nnp.arange(2).sum()",
    "read": "pd.read_csv('data/a.csv').shape",
    "write": "from pathlib import Path\nPath('out.txt').write_text('尘', encoding='utf-8')\nopen('out.txt').read()",
    "home": "Path.home() == Path.cwd()",
    "main": "if __name__ == '__main__':\n    print('main')",
    "file": "__file__",
    "history": "_, len(In) == len(_ih), In[-1][:4]",
    "doctest": "def double(x):\n    '''\n    >>> double(2)\n    4\n    '''\n    return 2 * x\n"
    "import doctest\ndoctest.testmod()",
    "source": "import inspect\ninspect.getsource(double).splitlines()[0]",
    "class": "import dataclasses, pickle\n@dataclasses.dataclass\nclass Shot:\n    s: float\n"
    "pickle.loads(pickle.dumps(Shot(1.5)))",
    "seed": "import random\nrandom.seed(1)\nfirst = random.random()\nrandom.seed(1)\nfirst == random.random()",
    "widget": "import ipywidgets\nipywidgets.IntSlider()",
    "regions": "from return_to_dust.drawing import draw_regions\ndraw_regions(labels=['donkey'], path='boxes.json')",
    "capture": "%%capture caught\nprint('caught')",
    "captured": "caught.stdout",
    "exit": "exit()",
    "input": "name = input('Your name? ')",
    "fileno": "sys.stdout.fileno()",
    "end": "sys.exit('enough')",
    "after the end": "'still here'",
}


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    """The sandbox of this machine."""
    return shared_sandbox()


@pytest.fixture(scope="module")
def shown(sandbox: Sandbox) -> dict[str, list[NotebookNode]]:
    """The outputs of each habit's cell."""
    notebook = new_notebook(cells=[new_code_cell(source) for source in HABITS.values()])
    examine(notebook, FILES, Limits(), sandbox)
    return {habit: cell.outputs for habit, cell in zip(HABITS, notebook.cells, strict=True)}


def texts(outputs: list[NotebookNode]) -> list[str]:
    """Return what outputs say, each as one text: what was printed, a result's text, an error's name and message."""
    says = []
    for one in outputs:
        if one.output_type == "stream":
            says.append(one.text)
        elif one.output_type == "error":
            says.append(f"{one.ename}: {one.evalue}")
        else:
            says.append(one.data["text/plain"])
    return says


@pytest.mark.parametrize(
    ("habit", "says"),
    [
        ("argv", ["['']"]),
        ("magic", []),
        ("display", ["1", "<IPython.core.display.HTML object>", "2"]),
        ("updated", ["'100 %'", "between\n"]),
        ("flush", ["ab\n"]),
        ("carriage return", ["\r0\r1\r2"]),
        ("cleared", ["new\n"]),
        ("thread", ["in a thread\n"]),
        ("program", ["from a program\n"]),
        ("shell", ["from the shell\r\n", "['caught']"]),
        ("bash", ["from bash\n"]),
        ("await", ["5"]),
        ("asyncio.run", ["6"]),
        ("import of a file", ["helper as helper\n", "4"]),
        ("import of a library", ["np.int64(1)"]),
        ("run", ["helper as __main__\n", "4"]),
        ("read", ["(1, 2)"]),
        ("write", ["'尘'"]),
        ("home", ["True"]),
        ("main", ["main\n"]),
        ("file", ["NameError: name '__file__' is not defined"]),
        ("doctest", ["TestResults(failed=0, attempted=1)"]),
        ("source", ["'def double(x):'"]),
        ("class", ["Shot(s=1.5)"]),
        ("history", ["(True, True, '_, l')"]),
        ("seed", ["True"]),
        ("capture", []),
        ("captured", ["'caught\\n'"]),
        ("fileno", ["UnsupportedOperation: fileno"]),
        ("after the end", ["'still here'"]),
    ],
)
def test_when_a_student_does_what_a_kernel_allows_then_the_page_shows_what_a_kernel_shows(
    habit: str, says: list[str], shown: dict[str, list[NotebookNode]]
) -> None:
    """Outputs are those that the student saw in JupyterLab."""
    assert texts(shown[habit]) == says


@pytest.mark.parametrize(
    ("habit", "kinds"),
    [
        ("plain figure", ["image/png"]),
        ("figure after the magic", ["image/png"]),
        ("two figures", ["image/png", "image/png"]),
        ("figure as result", ["image/png", "image/png"]),
        ("Chinese", ["image/png"]),
        ("svg", ["image/svg+xml"]),
        ("table", ["text/html"]),
        ("widget", ["application/vnd.jupyter.widget-view+json"]),
        ("regions", ["text/html", "application/vnd.jupyter.widget-view+json"]),
    ],
)
def test_when_a_cell_shows_something_rich_then_the_page_has_it(
    habit: str, kinds: list[str], shown: dict[str, list[NotebookNode]]
) -> None:
    """Figures show themselves, and nothing else comes with them, such as a warning of a missing letter."""
    assert [next(kind for kind in one.get("data", {}) if kind != "text/plain") for one in shown[habit]] == kinds


def test_when_a_figure_is_made_without_the_course_then_it_looks_like_matplotlib(shown: dict[str, Any]) -> None:
    """The course's style, used while the sandbox warmed up, is not there until a student asks for it."""
    assert texts(shown["plain figure"]) == ["<Figure size 640x480 with 1 Axes>"]


def test_when_a_figure_is_shown_then_it_is_a_picture(shown: dict[str, Any]) -> None:
    """A figure is stored as the PNG that pages embed."""
    assert base64.b64decode(shown["plain figure"][0].data["image/png"]).startswith(b"\x89PNG\r\n")


def test_when_a_figure_is_shown_in_between_then_the_order_stays(shown: dict[str, Any]) -> None:
    """``plt.show()`` puts the figure where it stands."""
    kinds = [one.output_type for one in shown["plt.show"]]
    assert kinds == ["display_data", "stream", "display_data"]


def test_when_options_of_pandas_are_set_then_tables_heed_them(shown: dict[str, Any]) -> None:
    """A student's display options count."""
    assert "[9 rows x 1 columns]" in texts(shown["pandas option"])[0]


def test_when_a_cell_warns_then_it_stands_on_stderr(shown: dict[str, Any]) -> None:
    """Logging and warnings are shown as JupyterLab shows them, apart from what is printed."""
    (one,) = shown["stderr"]
    assert (one.name, "logged" in one.text, "UserWarning: warned" in one.text) == ("stderr", True, True)


@pytest.mark.parametrize(("habit", "says"), [("time", "Wall time"), ("timeit", "per loop")])
def test_when_a_cell_is_timed_then_it_says_how_long_it_took(habit: str, says: str, shown: dict[str, Any]) -> None:
    """The magics that measure time work."""
    assert says in texts(shown[habit])[0]


def test_when_a_cell_asks_for_input_then_a_sentence_says_what_to_do(shown: dict[str, Any]) -> None:
    """There is no keyboard: the cell ends with a reason, and at once."""
    assert texts(shown["input"]) == [
        "EOFError: Nobody can answer `input()` while work is marked: write the value itself into the cell."
    ]


def test_when_a_cell_calls_exit_then_the_page_says_that_the_rest_runs(shown: dict[str, Any]) -> None:
    """A left-over ``exit()`` does not cost the answers below it."""
    assert texts(shown["exit"]) == ["`exit()` ends nothing while work is marked: the cells below run too.\n"]


def test_when_a_cell_ends_the_program_then_only_this_cell_ends(shown: dict[str, Any]) -> None:
    """``sys.exit`` ends the cell with an error, as in a kernel."""
    assert "SystemExit: enough" in texts(shown["end"])


#: What stands in an answer, and a test that must pass on it.
PASSING = {
    "own kind of error": (
        "class TooSmall(ValueError):\n    pass\ndef f():\n    raise TooSmall('n')",
        "try:\n    f()\nexcept ValueError as error:\n    assert type(error).__name__ + str(error) == 'TooSmalln'",
    ),
    "error with a key": (
        "def f():\n    return {}['a']",
        "try:\n    f()\nexcept KeyError as error:\n    assert str(error) == repr('a')",
    ),
    "error with five arguments": (
        "def f():\n    return b'\\xff'.decode()",
        "try:\n    f()\nexcept ValueError as error:\n    assert 'invalid start byte' in str(error)",
    ),
    "printing": (
        "def f():\n    print('hello')",
        "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()) as said:\n    f()\n"
        "assert said.getvalue() == 'hello\\n'",
    ),
    "warning": ("import warnings\ndef f():\n    warnings.warn('x')\n    return 1", "assert f() == 1"),
    "magic in a test": ("y = 1", "%matplotlib inline\nassert y == 1"),
    "argument changed in place": ("def f(a):\n    a.append(3)", "a = [1]\nf(a)\nassert a == [1, 3]"),
    "counter": ("n = 0\ndef f():\n    global n\n    n += 1", "f()\nf()\nassert n == 2"),
    "function made by a function": ("def f(x):\n    return lambda y: x + y", "assert f(1)(2) == 3"),
    "generator": ("def f():\n    yield 1\n    yield 2", "assert list(f()) == [1, 2]"),
    "test library": ("y = 1", "import unittest\nunittest.TestCase().assertEqual(y, 1)"),
}


def examined(answer: str, test: str, sandbox: Sandbox) -> list[NotebookNode]:
    """Return the outputs of a test after an answer."""
    about = {"grade": True, "solution": False, "locked": True, "grade_id": "test", "points": 1, "schema_version": 3}
    notebook = new_notebook(cells=[new_code_cell(answer), new_code_cell(test, metadata={"nbgrader": about})])
    return list(examine(notebook, {}, Limits(), sandbox).cells[1].outputs)


@pytest.mark.parametrize("case", PASSING)
def test_when_an_honest_answer_meets_a_usual_test_then_it_passes(case: str, sandbox: Sandbox) -> None:
    """Tests that instructors write for a kernel pass from another process too, and earn their one point."""
    assert texts(examined(*PASSING[case], sandbox)) == ["1"]


def test_when_an_error_cannot_say_itself_then_the_test_fails_with_what_can_be_said(sandbox: Sandbox) -> None:
    """An exception whose message is broken is an error of the answer, not of the examination."""
    answer = "class Odd(Exception):\n    def __str__(self):\n        return 1 / 0\ndef f():\n    raise Odd"
    assert texts(examined(answer, "f()", sandbox)) == ["Odd: division by zero"]


def test_when_a_test_asks_for_a_class_then_the_reason_says_what_tests_can_look_at(sandbox: Sandbox) -> None:
    """An object of a student's own class stays in the student's room, and a sentence says so."""
    (says,) = texts(examined("class A:\n    x = 1", "assert A().x == 1", sandbox))
    assert says.startswith("UnseenError: The tests cannot look at an object of your own class `A`")
