"""What tests of recording need: a small course on any database, marked hand-ins, and a gradebook's rows to compare."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Base
from sqlalchemy import create_engine, select

from return_to_dust.build.course import build_course
from return_to_dust.grading.record import Marked
from return_to_dust.marking.course import open_course, quiet_nbgrader
from return_to_dust.paths import CHECKOUT
from test_bad_input import NAME, SOLUTION

OTHER = "9b_other"
DUE = datetime(2026, 3, 1, 12)
SECOND = """
# %% kind="answer" grade_id="other_q1_half"
half = None
### BEGIN SOLUTION
half = 0.5
### END SOLUTION

# %% kind="tests" grade_id="other_q1_half_test" points=1
from return_to_dust.checks import Question

q = Question("Half", points=1)
with q.criterion("half of one", 1) as c:
    c.number(half, 0.5)
q.score()
"""
RIGHT = {"sample_q1_twice": "def twice(number):\n    return number + number", "sample_q2_words": "In my words."}
PARTLY = RIGHT | {"sample_q1_twice": "def twice(number):\n    return 2"}
CRASH = RIGHT | {"sample_q1_twice": "1 / 0"}
#: By student: the answers (None: neither notebook has any), the notebooks handed in, and when ("": nobody knows).
HAND_INS: dict[str, tuple[dict[str, str], tuple[str, ...], str]] = {
    "ada": (RIGHT, (NAME, OTHER), "2026-03-01 11:59:59 UTC"),
    "bo": (PARTLY, (NAME, OTHER), "2026-03-01 14:30:00.250000 +0100"),
    "cy": ({}, (NAME, OTHER), "2026-03-02 08:00:00 UTC"),
    "di": (CRASH, (NAME, OTHER), ""),
    "ed": (RIGHT, (NAME,), "2026-03-05 08:00:00 UTC"),
}


def small_course(folder: Path, db_url: str = "", more: str = "") -> Path:
    """Build a course with one assignment of two notebooks, due at `DUE`, whose late hand-ins lose all their points."""
    written = folder / "solutions" / NAME
    written.mkdir(parents=True)
    (folder / "lessons").mkdir()
    for name, source in ((NAME, SOLUTION), (OTHER, SECOND)):
        (written / f"{name}.py").write_text(source.lstrip(), encoding="utf-8")
    config = (CHECKOUT / "nbgrader_config.py").read_text(encoding="utf-8")
    config += "c.LateSubmissionPlugin.penalty_method = 'zero'\n" + more
    config += f"c.CourseDirectory.db_url = {db_url!r}\n" if db_url else ""
    (folder / "nbgrader_config.py").write_text(config, encoding="utf-8")
    build_course(folder)
    with open_course(folder).gradebook as gradebook:
        gradebook.find_assignment(NAME).duedate = DUE
        gradebook.db.commit()
    return folder


def hand_in(course: Path, student: str, answers: Mapping[str, str], names: Iterable[str], when: str) -> None:
    """Put a student's notebooks among the collected hand-ins, in place of earlier ones."""
    folder = course / "term" / "submitted" / student / NAME
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if when:
        (folder / "timestamp.txt").write_text(when)
    for name in names:
        notebook = nbformat.read(course / "assignments" / NAME / f"{name}.ipynb", as_version=4)
        for cell in notebook.cells:
            cell.source = answers.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
        nbformat.write(notebook, folder / f"{name}.ipynb")


def autograde(course: Path, assignment: str = NAME) -> None:
    """Let nbgrader mark all hand-ins, those that are marked already too."""
    quiet_nbgrader("mark", open_course(course).autograde, assignment, "*", force=True)


def marked_in(course: Path, assignment: str = NAME) -> list[Marked]:
    """Return all marked hand-ins of a course, as marking leaves them."""
    directory = open_course(course).coursedir
    found = []
    for folder in sorted((course / "term" / "autograded").glob(f"*/{assignment}")):
        notebooks = {path.stem: nbformat.read(path, as_version=4) for path in folder.glob("*.ipynb")}
        found.append(Marked(folder.parent.name, directory.get_existing_timestamp(str(folder)), notebooks))
    return found


def many(marked: Marked, count: int) -> list[Marked]:
    """Return the same work of so many students, each with a copy."""
    return [Marked(f"s{n:04}", marked.timestamp, copy.deepcopy(dict(marked.notebooks))) for n in range(count)]


def rows(db_url: str) -> dict[str, list[str]]:
    """Return every row of every table that nbgrader has, ids of hand-ins replaced by what they stand for."""
    engine = create_engine(db_url)
    stands_for: dict[Any, Any] = {}
    tables = {}
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            handed_in = table.name in ("submitted_assignment", "submitted_notebook", "grade", "comment")
            found = []
            for row in connection.execute(select(table)).mappings():
                values = {key: stands_for.get(value, value) for key, value in row.items()}
                unique = [values[c] for c in ("assignment_id", "notebook_id", "cell_id", "student_id") if c in values]
                if handed_in:
                    stands_for[row["id"]] = str(unique)
                    del values["id"]
                found.append(str(values))
            tables[table.name] = sorted(found)
    engine.dispose()
    return tables
