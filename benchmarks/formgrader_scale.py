"""Time what Formgrader's pages ask of the gradebook, without and with the course's indexes.

Makes a course folder with a gradebook and (empty) folders of hand-ins for a large class, and calls the functions behind
Formgrader's pages, files and all, on two copies of one gradebook in turn. Prints a Markdown table::

    python benchmarks/formgrader_scale.py --students 500 --assignments 10

Without indexes the full size takes some minutes; ``--students 100`` takes seconds, and shows less of a difference.
"""

from __future__ import annotations

import argparse
import itertools
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from return_to_dust.grading.indexes import ensure_indexes
from return_to_dust.marking.course import ready_environment

START = datetime(2026, 3, 1, 12)
BY_HAND = 2


def name_of(assignment: int) -> str:
    """Return the name of an assignment and of its one notebook."""
    return f"{assignment}_assignment"


def fill_gradebook(gradebook: Any, students: int, assignments: int, tests: int) -> None:
    """Write a class of whom everybody has handed in everything.

    Parameters
    ----------
    gradebook
        nbgrader's `Gradebook`, empty.
    students, assignments, tests
        How many; each assignment has one notebook with so many tests, and `BY_HAND` written answers.
    """
    from nbgrader.api import Student

    for number in range(assignments):
        gradebook.add_assignment(name_of(number), course_id=gradebook.course_id, duedate=START)
        gradebook.add_notebook(name_of(number), name_of(number))
        for question in range(tests + BY_HAND):
            kind = "code" if question < tests else "markdown"
            where = (f"q{question}", name_of(number), name_of(number))
            gradebook.add_grade_cell(*where, max_score=2, cell_type=kind)
            gradebook.add_solution_cell(*where)
    people = [{"id": f"s{n:04}", "first_name": f"First {n}", "last_name": f"Last {n}"} for n in range(students)]
    gradebook.db.execute(insert(Student), people)
    for number in range(assignments):
        hand_ins = list(hand_ins_of(gradebook, number, [one["id"] for one in people]))
        for model in dict.fromkeys(model for model, _ in hand_ins):
            gradebook.db.execute(insert(model), [row for of, row in hand_ins if of is model])
        gradebook.db.commit()


def hand_ins_of(gradebook: Any, number: int, students: list[str]) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Yield the rows of everybody's hand-in of one assignment, each with its model; always the same marks.

    All written answers wait to be marked, as they do right after `nbgrader autograde`.
    """
    from nbgrader.api import Comment, Grade, SubmittedAssignment, SubmittedNotebook, new_uuid

    dice = random.Random(number)  # noqa: S311 - marks of nobody
    notebook = gradebook.find_notebook(name_of(number), name_of(number))
    tests = {cell.id: cell.cell_type == "code" for cell in notebook.grade_cells}
    answers = [cell.id for cell in notebook.solution_cells]
    for student in students:
        own = new_uuid()
        about = {"assignment_id": notebook.assignment_id, "student_id": student, "timestamp": START}
        yield SubmittedAssignment, {"id": own, **about}
        yield SubmittedNotebook, {"id": own, "assignment_id": own, "notebook_id": notebook.id, "flagged": False}
        for cell, automatic in tests.items():
            row = {"id": new_uuid(), "notebook_id": own, "cell_id": cell}
            score = dice.choice([0.0, 1.0, 2.0]) if automatic else None
            yield Grade, row | {"auto_score": score, "needs_manual_grade": not automatic}
        for cell in answers:
            yield Comment, {"id": new_uuid(), "notebook_id": own, "cell_id": cell, "auto_comment": None}


def make_folders(course: Path, students: int, assignments: int) -> None:
    """Make the folders and files among which Formgrader looks for what was handed in and marked."""
    for number, student in itertools.product(range(assignments), range(students)):
        (course / "source" / name_of(number)).mkdir(parents=True, exist_ok=True)
        for step in ("submitted", "autograded"):
            folder = course / step / f"s{student:04}" / name_of(number)
            folder.mkdir(parents=True)
            (folder / "timestamp.txt").write_text(START.isoformat() + " UTC")
            (folder / f"{name_of(number)}.ipynb").touch()


def pages(api: Any, course: Path) -> dict[str, Callable[[], Any]]:
    """Return, by Formgrader's name for a page, what it calls."""
    name = name_of(0)

    def marking_page() -> list[Any]:
        """Read grades and comments of one submission, as each click on *Next* does."""
        with api.gradebook as gradebook:
            found = gradebook.find_submission_notebook(name, name, "s0000")
            return [one.to_dict() for one in [*found.grades, *found.comments]]

    def hand_in_again() -> Any:
        """Note a newer hand-in, so that Manage Submissions has one that is not marked."""
        newer = (START + timedelta(days=1)).isoformat()
        (course / "submitted" / "s0001" / name / "timestamp.txt").write_text(newer + " UTC")
        return api.get_submissions(name)

    return {
        "Manage Assignments": api.get_assignments,
        "Manage Submissions": lambda: api.get_submissions(name),
        "Manage Submissions, one handed in again": hand_in_again,
        "Gradebook, an assignment": lambda: api.get_notebooks(name),
        "Gradebook, a notebook": lambda: api.get_notebook_submissions(name, name),
        "Manage Students": api.get_students,
        "Manage Students, one student": lambda: api.get_student_submissions("s0000"),
        "Marking by hand, one submission": marking_page,
    }


def open_api(course: Path, gradebook: Path) -> Any:
    """Open a course folder in nbgrader's usual layout with one of the gradebooks."""
    from nbgrader.apps.api import NbGraderAPI
    from traitlets.config import Config

    settings = {"root": str(course), "db_url": f"sqlite:///{gradebook}", "course_id": "scale"}
    return NbGraderAPI(config=Config(CourseDirectory=settings, Exchange={"root": str(course / "none")}))


def measure(
    course: Path, students: int, assignments: int, tests: int, repeats: int
) -> Iterator[tuple[str, list[float]]]:
    """Yield, for each page, the median of its seconds without and with indexes."""
    from nbgrader.api import Gradebook

    plain, indexed = course / "plain.db", course / "indexed.db"
    with Gradebook(f"sqlite:///{plain}", "scale") as gradebook:
        fill_gradebook(gradebook, students, assignments, tests)
    make_folders(course, students, assignments)
    shutil.copy(plain, indexed)
    with Gradebook(f"sqlite:///{indexed}", "scale") as gradebook:
        ensure_indexes(gradebook)
    both = [pages(open_api(course, path), course) for path in (plain, indexed)]
    for page in both[0]:
        turns = [[_seconds(calls[page]) for calls in both] for _ in range(repeats)]
        yield page, [statistics.median(times) for times in zip(*turns, strict=True)]


def _seconds(action: Callable[[], Any]) -> float:
    begins = time.perf_counter()
    action()
    return time.perf_counter() - begins


def say(line: str) -> None:
    """Print a line at once, as the next may take minutes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """Parse the sizes, measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for option, default in (("students", 500), ("assignments", 10), ("tests", 10), ("repeats", 1)):
        parser.add_argument(f"--{option}", type=int, default=default)
    sizes = parser.parse_args()
    ready_environment()
    say(f"{sizes.students} students x {sizes.assignments} assignments, {sizes.tests} tests each; SQLite\n")
    say("| page | without, s | with, s | times faster |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="dust-scale-") as scratch:
        for page, (before, after) in measure(Path(scratch), **vars(sizes)):
            say(f"| {page} | {before:.2f} | {after:.2f} | {before / after:.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
