"""Hand in named cheats to a small course, mark them with stock nbgrader and with this course's marking, and compare.

Each cheat has wrong answers to all questions. Both courses, with their home folders, are made in a temporary folder;
nothing that a cheat aims at lies outside it. Prints a Markdown table::

    python benchmarks/attacks.py

It takes some minutes, most of them for nbgrader to start, once for each cheat and each way of marking.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cheats import CANARIES, CHEATS, MARKER, SOLUTION, WRONG, Cheat

from return_to_dust.build.course import build_course
from return_to_dust.paths import CHECKOUT

NAME = "9_cheats"
POINTS = 13
#: How long a process that an attack left behind is given to do its work.
AFTER_S = 4.0
STOCK = """
c = get_config()
c.CourseDirectory.course_id = "stock"
c.ExecutePreprocessor.timeout = 10
"""
OURS = """
c.ExamineSubmission.cell_s = 10
"""


@dataclass
class Result:
    """What came of one cheat under one way of marking: its points, and what else it got."""

    points: float | None
    got: list[str]

    def __str__(self) -> str:
        marks = "not marked" if self.points is None else f"{self.points:g} of {POINTS}"
        return "; ".join([marks, *self.got])


class Course:
    """A throw-away course.

    Parameters
    ----------
    folder
        Where the course and a home folder are made.
    stock
        Whether it is marked as nbgrader comes; else with this course's configuration.
    """

    def __init__(self, folder: Path, *, stock: bool) -> None:
        self.course, self.home, self.stock = folder / "course", folder / "home", stock
        self.home.mkdir(parents=True)
        (self.home / "private.txt").write_text(CANARIES["home folder"], encoding="utf-8")
        (self.course / "solutions" / NAME).mkdir(parents=True)
        (self.course / "lessons").mkdir()
        (self.course / "solutions" / NAME / f"{NAME}.py").write_text(SOLUTION, encoding="utf-8")
        config = (CHECKOUT / "nbgrader_config.py").read_text(encoding="utf-8")
        (self.course / "nbgrader_config.py").write_text(config + OURS, encoding="utf-8")
        build_course(self.course)
        if stock:
            self._make_stock()
        release = self.course / ("release" if stock else "assignments") / NAME / f"{NAME}.ipynb"
        self.release = json.loads(release.read_text(encoding="utf-8"))
        self.submitted = self.course / ("" if stock else "term") / "submitted"
        self.autograded = self.submitted.parent / "autograded"
        self.gradebook = self.submitted.parent / "gradebook.db"
        self._hand_in("another", Cheat("", essay=CANARIES["work of another"]), {})

    def _make_stock(self) -> None:
        """Lay the same assignment out as nbgrader does by itself."""
        written = self.course / "solutions" / NAME / f"{NAME}.ipynb"
        source = self.course / "source" / NAME
        source.mkdir(parents=True)
        shutil.move(written, source)
        for folder in ("solutions", "assignments", "lessons", "term"):
            shutil.rmtree(self.course / folder)
        (self.course / "nbgrader_config.py").write_text(STOCK, encoding="utf-8")
        self._nbgrader("generate_assignment", NAME)

    def _nbgrader(self, *words: str) -> subprocess.CompletedProcess[str]:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        own = os.environ | {"HOME": str(self.home), "PATH": path, "DUST_SECRET": CANARIES["environment"]}
        command = [sys.executable, "-m", "nbgrader", *words]
        return subprocess.run(command, cwd=self.course, env=own, capture_output=True, text=True, check=False)

    def _hand_in(self, student: str, cheat: Cheat, words: dict[str, str]) -> None:
        notebook = json.loads(json.dumps(self.release))
        cells = {cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in notebook["cells"]}
        source = WRONG + cheat.source
        for word, said in words.items():
            source = source.replace(word, said)
        cells["cheats_answers"]["source"] = source
        cells["cheats_words"]["source"] = cheat.essay
        if cheat.last:
            cell = {"cell_type": "code", "metadata": {}, "source": cheat.last, "outputs": [], "execution_count": None}
            notebook["cells"].append({**cell, "id": "last"})
        folder = self.submitted / student / NAME
        folder.mkdir(parents=True)
        (folder / f"{NAME}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
        for name, content in cheat.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, encoding="utf-8")

    def mark(self, student: str, cheat: Cheat, port: int) -> Result:
        """Hand in and mark one cheat; say what it got."""
        words = {"@PORT@": str(port), "@STUDENT@": student, "@HOME@": str(self.home), "@MARKER@": MARKER}
        self._hand_in(student, cheat, words)
        before = self._marks_of_others(student)
        self._nbgrader("autograde", NAME, "--student", student, "--force")
        left = [one for one in _running() if MARKER in one]
        if left or cheat.waits:
            time.sleep(AFTER_S)
        _end_left()
        got = [f"read the {name}" for name, canary in CANARIES.items() if canary in self._shown(student)]
        got += ["used the network"] if f"connected to {port}" in self._shown(student) else []
        got += ["left a process running"] if left else []
        got += ["wrote its essay's mark"] if self._essay(student) else []
        got += ["changed the marks of others"] if self._marks_of_others(student) != before else []
        return Result(self._points(student), got)

    def _shown(self, student: str) -> str:
        """Return the outputs of the student's own cells."""
        path = self.autograded / student / NAME / f"{NAME}.ipynb"
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"] if path.is_file() else []
        tests = [cell for cell in cells if cell["metadata"].get("nbgrader", {}).get("points")]
        return json.dumps([cell.get("outputs") for cell in cells if cell not in tests])

    def _open(self) -> Any:
        from nbgrader.api import Gradebook

        return Gradebook(f"sqlite:///{self.gradebook}")

    def _grades(self) -> list[tuple[str, str, float | None, float | None, float | None]]:
        with self._open() as gradebook:
            return [
                (one.student.id, grade.name, grade.auto_score, grade.manual_score, grade.extra_credit)
                for one in gradebook.assignment_submissions(NAME)
                for notebook in one.notebooks
                for grade in notebook.grades
            ]

    def _points(self, student: str) -> float | None:
        marks = [auto for who, name, auto, _, _ in self._grades() if who == student and name != "cheats_words"]
        return None if not marks or None in marks else sum(mark or 0 for mark in marks)

    def _essay(self, student: str) -> bool:
        return any(manual for who, name, _, manual, _ in self._grades() if (who, name) == (student, "cheats_words"))

    def _marks_of_others(self, student: str) -> list[Any]:
        return [row for row in self._grades() if row[0] != student]


def _running() -> list[str]:
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found.append(path.read_bytes().decode(errors="replace") + "\0" + path.parent.name)
        except OSError:
            continue
    return found


def _end_left() -> None:
    """End what attacks on stock nbgrader have left: each bears this run's own mark."""
    for one in _running():
        if MARKER in one:
            try:
                os.kill(int(one.rsplit("\0", 1)[1]), signal.SIGKILL)
            except ProcessLookupError:
                continue


def table(chosen: list[str]) -> str:
    """Mark the chosen cheats both ways; return the table."""
    rows = ["| attack | stock nbgrader | this course |", "|---|---|---|"]
    with (
        tempfile.TemporaryDirectory(prefix="dust-cheats-") as folder,
        socket.create_server(("127.0.0.1", 0)) as server,
    ):
        stock, ours = (Course(Path(folder, name), stock=name == "stock") for name in ("stock", "ours"))
        for course in (stock, ours):
            course._nbgrader("autograde", NAME, "--student", "another")
        for name in chosen:
            student = re.sub(r"\W+", "_", name)
            results = [course.mark(student, CHEATS[name], server.getsockname()[1]) for course in (stock, ours)]
            rows.append(f"| {name} | {results[0]} | {results[1]} |")
            sys.stderr.write(f"{rows[-1]}\n")
    return "\n".join(rows)


def main() -> None:
    """Read the arguments, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="cheats to run; all by default")
    sys.stdout.write(table(parser.parse_args().names or list(CHEATS)) + "\n")


if __name__ == "__main__":
    main()
