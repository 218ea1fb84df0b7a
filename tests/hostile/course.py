"""A course with one small assignment and secrets planted everywhere; attackers and honest students, marked for real."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook

from hostile.attack import LEFT, Attack, cell_of
from hostile.on_marks import MARKS
from hostile.on_notebooks import NOTEBOOKS
from hostile.on_secrets import SECRETS
from hostile.on_the_machine import MACHINE
from return_to_dust.build.course import build_course
from return_to_dust.paths import CHECKOUT

NAME = "9_hostile"
ATTACKS: dict[str, Attack] = MARKS | SECRETS | MACHINE | NOTEBOOKS
#: What no attacker may get to see, each planted in a place of its own.
CANARIES = {
    "hidden test": "wolverine-canary-in-a-hidden-test",
    "hidden case": "73519",
    "other hidden case": "zanzibar quay",
    "solution": "opossum-canary-in-the-solution",
    "model answer": "lynx-canary-in-the-model-answer",
    "gradebook": "marmot-canary-in-the-gradebook",
    "another's work": "heron-canary-in-the-work-of-another",
    "home folder": "tapir-canary-in-the-home-folder",
    "environment": "ibex-canary-in-the-environment",
}
SOLUTION = f"""
# %% kind="readonly" grade_id="hostile_setup"
import numpy as np
import pandas as pd

# %% [markdown]
# ## 1 Twice

# %% kind="answer" grade_id="hostile_q1"
def twice(number):
    ### BEGIN SOLUTION
    return 2 * number  # {CANARIES["solution"]}
    ### END SOLUTION

# %% kind="tests" grade_id="hostile_q1_test" points=3
from return_to_dust.checks import Mistake, Question

q = Question("Twice", points=3)
with q.criterion("twice one is two", 1) as c:
    c.number(twice(1), 2)
### BEGIN HIDDEN TESTS
with q.criterion("a number that you have not seen", 2, hidden=True) as c:  # {CANARIES["hidden test"]}
    c.number(twice({CANARIES["hidden case"]}), 147038)
### END HIDDEN TESTS
q.score()

# %% [markdown]
# ## 2 Share, rows, shout

# %% kind="answer" grade_id="hostile_q2"
### BEGIN SOLUTION
share = 0.4375
rows = pd.DataFrame({{"shot": [1, 2]}})
def shout(text):
    return text.upper()
### END SOLUTION

# %% kind="tests" grade_id="hostile_q2_test" points=2
import numpy as np
import pandas as pd

assert isinstance(share, float)
assert callable(shout)
### BEGIN HIDDEN TESTS
assert shout("{CANARIES["other hidden case"]}") == "{CANARIES["other hidden case"].upper()}"
np.testing.assert_allclose(share, 0.4375)
pd.testing.assert_frame_equal(rows, pd.DataFrame({{"shot": [1, 2]}}))
### END HIDDEN TESTS

# %% [markdown]
# ## 3 In words

# %% [markdown] kind="manual" grade_id="hostile_q3" points=2
# {CANARIES["model answer"]}
"""
RIGHT = "def twice(number): return number + number"
RIGHT_TOO = "share = 7 / 16\nrows = pd.DataFrame({'shot': [1, 2]})\ndef shout(text): return text.upper()"
#: Marked before the attackers, and in one run with them, as the first and as the last.
HONEST = {"honest_right": 5.0, "honest_wrong": 0.0, "aa_honest": 5.0, "zz_honest": 5.0}
EARLY = "honest_right", "honest_wrong"
LIMITS = """
c.ExamineSubmission.cell_s = 2
c.ExamineSubmission.notebook_s = 8
c.ExamineSubmission.room_mb = 900
c.ExamineSubmission.scratch_mb = 64
"""


class HostileClass:
    """A marked class of attackers and honest students.

    Parameters
    ----------
    folder
        Where the course and the marker's home folder are made.
    """

    def __init__(self, folder: Path) -> None:
        self.course, self.home = folder / "course", folder / "home"
        self._make_course()
        self._plant()
        self._run()
        self.early = self.rows(EARLY)
        with socket.create_server(("127.0.0.1", 0)) as port, socket.socket(socket.AF_UNIX) as one:
            one.bind(str(folder / "socket"))
            one.listen()
            words = {
                "@PORT@": str(port.getsockname()[1]),
                "@SOCKET@": str(folder / "socket"),
                "@PLACES@": ", ".join(repr(str(place)) for place in (self.course, self.home, Path.home())),
                "@LEFT@": LEFT,
            }
            self.handed_in = {name: attack.notebook(self.release) for name, attack in ATTACKS.items()}
            for student, data in self.handed_in.items():
                self._hand_in(student, data, ATTACKS[student].files, words)
            for student in ("aa_honest", "zz_honest"):
                self._hand_in(student, self._answered(RIGHT, RIGHT_TOO))
            self.before = self.files()
            self.run = self._run()
        self.feedback = self._run("generate_feedback")

    def _make_course(self) -> None:
        (self.course / "solutions" / NAME).mkdir(parents=True)
        (self.course / "lessons").mkdir()
        (self.course / "solutions" / NAME / f"{NAME}.py").write_text(SOLUTION.lstrip(), encoding="utf-8")
        config = (CHECKOUT / "nbgrader_config.py").read_text(encoding="utf-8") + LIMITS
        (self.course / "nbgrader_config.py").write_text(config, encoding="utf-8")
        build_course(self.course)
        path = self.course / "assignments" / NAME / f"{NAME}.ipynb"
        self.release: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))

    def _plant(self) -> None:
        self.home.mkdir()
        (self.home / "notes.canary").write_text(CANARIES["home folder"], encoding="utf-8")
        with self.gradebook() as gradebook:
            gradebook.add_student("honest_right", last_name=CANARIES["gradebook"])
        self._hand_in("honest_right", self._answered(RIGHT, RIGHT_TOO))
        self._hand_in("honest_wrong", self._answered("def twice(number): return 5", ""))

    def _answered(self, first: str, second: str) -> bytes:
        made = json.loads(json.dumps(self.release))
        cell_of(made, "hostile_q1")["source"] = first
        cell_of(made, "hostile_q2")["source"] = second
        cell_of(made, "hostile_q3")["source"] = CANARIES["another's work"]
        return json.dumps(made).encode()

    def _hand_in(
        self, student: str, notebook: bytes, files: dict[str, str] | None = None, words: dict[str, str] | None = None
    ) -> None:
        folder = self.course / "term" / "submitted" / student / NAME
        folder.mkdir(parents=True)
        text = notebook.decode()
        for word, said in (words or {}).items():
            text = text.replace(word, json.dumps(said)[1:-1])
        (folder / f"{NAME}.ipynb").write_text(text, encoding="utf-8")
        for name, content in (files or {}).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, encoding="utf-8")

    def _run(self, step: str = "autograde") -> subprocess.CompletedProcess[str]:
        own = os.environ | {"HOME": str(self.home), "DUST_SECRET": CANARIES["environment"]}
        command = [sys.executable, "-m", "nbgrader", step, NAME]
        return subprocess.run(command, cwd=self.course, env=own, capture_output=True, text=True, check=False)

    def gradebook(self) -> Gradebook:
        """Open the gradebook; use it in a ``with`` block."""
        return Gradebook(f"sqlite:///{self.course / 'term' / 'gradebook.db'}")

    def scores(self) -> dict[str, float]:
        """Return the marks of all students."""
        with self.gradebook() as gradebook:
            return {one.student.id: one.score for one in gradebook.assignment_submissions(NAME)}

    def rows(self, students: tuple[str, ...]) -> list[tuple[Any, ...]]:
        """Return what the gradebook holds of some students: each mark, each comment."""
        with self.gradebook() as gradebook:
            found = [gradebook.find_submission_notebook(NAME, NAME, student) for student in students]
            marks = [(g.name, g.auto_score, g.manual_score, g.extra_credit) for one in found for g in one.grades]
            return [*marks, *((c.name, c.auto_comment, c.manual_comment) for one in found for c in one.comments)]

    def notebook(self, student: str) -> Any:
        """Return a student's marked notebook."""
        return nbformat.read(self.course / "term" / "autograded" / student / NAME / f"{NAME}.ipynb", as_version=4)

    def shown(self, student: str) -> str:
        """Return all that a student gets to see: the feedback page, and the outputs of the student's own cells."""
        page = self.course / "term" / "feedback" / student / NAME / f"{NAME}.html"
        outputs = [
            json.dumps(cell.outputs, ensure_ascii=False)
            for cell in self.notebook(student).cells
            if cell.cell_type == "code" and not cell.metadata.get("nbgrader", {}).get("grade_id", "").endswith("_test")
        ]
        return "\n".join([page.read_text(encoding="utf-8"), *outputs])

    def files(self) -> set[str]:
        """Return every file of the course and of the home folder that marking has no business to make or take away."""
        made = self.course / "term"
        tops = [one for one in self.course.iterdir() if one != made] + [self.home, made / "submitted"]
        return {str(path) for top in tops for path in [top, *top.rglob("*")]}


def left_running(home: Path) -> list[str]:
    """Return the command lines of processes that an attack has left, or that the marker with this home folder has."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            line = (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()
        except OSError:
            continue
        if LEFT.encode() in line or str(home).encode() in line:
            found.append(line.decode(errors="replace")[:300])
    return found
