"""Throw-away classes on which `faults.py` provokes faults: one marked by stock nbgrader, others by this course."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import nbformat

from return_to_dust.build.course import build_course
from return_to_dust.marking.notices import notices_of
from return_to_dust.marking.outcomes import outcome_of
from return_to_dust.paths import CHECKOUT

NAME = "9_sample"
SOLUTION = """# %% kind="readonly" grade_id="sample_setup"
from return_to_dust.checks import Question

# %% kind="answer" grade_id="sample_q1_twice"
def twice(number):
    ### BEGIN SOLUTION
    return 2 * number
    ### END SOLUTION

# %% kind="tests" grade_id="sample_q1_twice_test" points=3
q = Question("Twice", points=3)
with q.criterion("twice one is two", 1) as c:
    c.number(twice(1), 2)
### BEGIN HIDDEN TESTS
with q.criterion("a number that you have not seen", 2, hidden=True) as c:
    c.number(twice(431), 862)
### END HIDDEN TESTS
q.score()
"""
STOCK = """c = get_config()
c.CourseDirectory.course_id = "stock"
c.CourseDirectory.submitted_directory = "term/submitted"
c.CourseDirectory.autograded_directory = "term/autograded"
c.CourseDirectory.db_url = "sqlite:///term/gradebook.db"
"""
RIGHT = "def twice(number):\n    return number + number\n"
HALF = "def twice(number):\n    return 2\n"
HONEST = {"anna": (RIGHT, 3.0), "bo": (HALF, 1.0)}
DUST = "from return_to_dust.cli import main; main()"
PATIENCE_S = 120


class Course:
    """A course folder of its own with one assignment, released, in which the two honest students have handed in."""

    def __init__(self, folder: Path, released: Path) -> None:
        self.folder, self.term = folder, folder / "term"
        self.scratch = folder / "scratch"
        shutil.copytree(released, folder)
        self.scratch.mkdir()
        for student, (source, _) in HONEST.items():
            self.hand_in(student, source)

    def hand_in(self, student: str, source: str = RIGHT, stamp: str = "2026-03-01 10:00:00 UTC") -> Path:
        """Put a notebook with this answer among the collected hand-ins; return its folder."""
        notebook = nbformat.read(self.released, as_version=4)
        answer = next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == "sample_q1_twice")
        answer.source = source
        folder = self.term / "submitted" / student / NAME
        folder.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, folder / f"{NAME}.ipynb")
        (folder / "timestamp.txt").write_text(stamp, encoding="utf-8")
        return folder

    @property
    def released(self) -> Path:
        """The notebook as students get it."""
        tops = [self.folder / top / NAME for top in ("assignments", "release")]
        return next(top / f"{NAME}.ipynb" for top in tops if top.is_dir())

    def start(self, *options: str) -> subprocess.Popen[str]:
        """Start `dust grade`."""
        command = [sys.executable, "-c", DUST, "grade", NAME, "--course", str(self.folder), "--jobs", "2", *options]
        return self._start(command)

    def start_nbgrader(self, *options: str) -> subprocess.Popen[str]:
        """Start `nbgrader autograde`."""
        return self._start([sys.executable, "-m", "nbgrader", "autograde", NAME, *options])

    def _start(self, command: list[str]) -> subprocess.Popen[str]:
        wide = environment() | {"COLUMNS": "1000", "TMPDIR": str(self.scratch)}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        return subprocess.Popen(command, cwd=self.folder, env=wide, start_new_session=True, **pipes)

    def grade(self, *options: str) -> str:
        """Run `dust grade` to its end; return what it said, in one line."""
        return " ".join(self.start(*options).communicate()[0].split())

    def nbgrader(self, *options: str) -> str:
        """Run `nbgrader autograde` to its end; return what it said."""
        return str(self.start_nbgrader(*options).communicate()[0])

    def scores(self) -> dict[str, float | None]:
        """Return the sum that the gradebook has for each student; None where nothing was marked."""
        query = (
            "SELECT a.student_id, SUM(g.auto_score) FROM submitted_assignment a "
            "JOIN submitted_notebook n ON n.assignment_id = a.id JOIN grade g ON g.notebook_id = n.id GROUP BY 1"
        )
        with contextlib.closing(sqlite3.connect(self.term / "gradebook.db")) as database:
            return dict(database.execute(query).fetchall())

    def marked(self, student: str) -> nbformat.NotebookNode | None:
        """Return a student's marked notebook; None where there is none."""
        path = self.term / "autograded" / student / NAME / f"{NAME}.ipynb"
        return nbformat.read(path, as_version=4) if path.is_file() else None

    def said_of(self, student: str) -> str:
        """Return the first sentence that a student reads of what went wrong."""
        notebook = self.marked(student)
        if notebook is None:
            return "no marked notebook"
        says = [one["says"] for one in notices_of(notebook)]
        criteria = [one for cell in notebook.cells for one in (outcome_of(cell) or {}).get("criteria", [])]
        says += [one["reason"] for one in criteria if one["reason"]]
        outputs = [str(one.get("text", "")) for cell in notebook.cells for one in cell.get("outputs", [])]
        says += [line for text in outputs for line in text.splitlines() if "not kept" in line]
        return says[0] if says else "nothing to say"

    def verdict(self, **more: float) -> str:
        """Say whether the marks are those deserved and nothing was left; `more` are those of other students."""
        wanted = {student: points for student, (_, points) in HONEST.items()} | more
        scores = self.scores()
        wrong = [f"{student} has {scores.get(student)}" for student in wanted if scores.get(student) != wanted[student]]
        left = [*self.term.glob("autograded/*/.*"), *self.scratch.glob("dust-*"), *self.scratch.glob("tmp*")]
        faults = wrong + [f"left {path.name}" for path in left]
        return "; ".join(faults) or f"all {len(wanted)} marks right, nothing left"


def make_released(folder: Path) -> Path:
    """Build and release the assignment as the course does."""
    (folder / "solutions" / NAME).mkdir(parents=True)
    (folder / "lessons").mkdir()
    (folder / "solutions" / NAME / f"{NAME}.py").write_text(SOLUTION, encoding="utf-8")
    shutil.copy(CHECKOUT / "nbgrader_config.py", folder)
    build_course(folder)
    return folder


def make_stock(folder: Path, ours: Path) -> Path:
    """Release the same assignment with nbgrader's own configuration."""
    (folder / "source").mkdir(parents=True)
    (folder / "term").mkdir()
    shutil.copytree(ours / "solutions" / NAME, folder / "source" / NAME)
    (folder / "nbgrader_config.py").write_text(STOCK, encoding="utf-8")
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", NAME]
    subprocess.run(command, cwd=folder, env=environment(), check=True, capture_output=True)
    return folder


def environment() -> dict[str, str]:
    """Return this process's environment, in which nbgrader finds the programs of its own."""
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}"}


def wait_for(condition: Callable[[], object]) -> bool:
    """Wait until something is so; return whether it came to be."""
    ends = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > ends:
            return False
        time.sleep(0.05)
    return True


def living(pids: Iterable[int]) -> list[int]:
    """Return those processes that run."""
    running = []
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            continue
        if state != "Z":
            running.append(pid)
    return running


def command_of(pid: int) -> str:
    """Return a process's command line; "" where it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""
