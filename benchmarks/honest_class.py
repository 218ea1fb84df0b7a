"""Make a course folder with a class of honest hand-ins: the units' solutions, sample students and sample answers."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from marking import copy_course
from return_to_dust.build.course import SOLUTIONS
from return_to_dust.build.notebooks import read_percent
from return_to_dust.demo.students import SampleStudent, answer, answers_in, read_students
from return_to_dust.marking.course import CONFIG
from return_to_dust.paths import CHECKOUT

__all__ = ["copy_course", "copy_of", "hand_in_class"]
SAMPLES = CHECKOUT / "tests"
#: Sample students that stock nbgrader stumbles over, or waits for: they are no race.
ODD = ("crash", "endless_loop", "warns")
#: How nbgrader alone is told where this course's folders are; all else is as it comes.
STOCK = """
from pathlib import Path

c = get_config()
term = Path(__file__).resolve().parent / "term"
c.CourseDirectory.course_id = "return-to-dust"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "assignments"
c.CourseDirectory.submitted_directory = "term/submitted"
c.CourseDirectory.autograded_directory = "term/autograded"
c.CourseDirectory.db_url = f"sqlite:///{term / 'gradebook.db'}"
"""


def copy_of(course: Path, folder: Path, *, stock: bool = False) -> Path:
    """Copy a course with its gradebook and hand-ins; `stock` takes away all that it adds to nbgrader's marking."""
    shutil.copytree(course, folder)
    if stock:
        (folder / CONFIG).write_text(STOCK, encoding="utf-8")
    return folder


def hand_in_class(course: Path, assignment: str, count: int) -> None:
    """Put `count` hand-ins of an assignment into a course, 1 or more, no two of which have the same bytes."""
    for number, notebook in zip(range(count), _answered(course, assignment), strict=False):
        signature = nbformat.v4.new_markdown_cell(f"Hand-in {number}", id=f"hand-in-{number}")
        notebook.cells.append(signature)
        target = course / "term" / "submitted" / f"s{number:04}" / assignment / f"{assignment}.ipynb"
        target.parent.mkdir(parents=True)
        nbformat.write(notebook, target)


def _answered(course: Path, assignment: str) -> Iterator[NotebookNode]:
    """Yield answered notebooks without end: the solution, honest sample students, then mixes of sample answers."""
    release = course / "assignments" / assignment / f"{assignment}.ipynb"
    solution = course / SOLUTIONS / assignment / release.name
    answers = {change.grade_id: change.source for change in answers_in(nbformat.read(solution, as_version=4))}
    yield _filled(release, answers)
    for student in read_students(SAMPLES / "sample_students" / assignment):
        if _is_ordinary(student):
            draft = course / "term" / "draft.ipynb"
            shutil.copy(release, draft)
            yield nbformat.read(answer(student, draft, solution), as_version=4)
            draft.unlink()
    prefix = assignment.partition("_")[2]
    files = sorted((SAMPLES / "sample_answers" / assignment).glob("*.py"))
    variants = {f"{prefix}_{path.stem}": [cell.source for cell in read_percent(path).cells] for path in files}
    number = 0
    while True:
        # each question goes through its answers at its own pace, so that mixes do not come again soon
        mix = {name: those[(number * (1 + k) + k) % len(those)] for k, (name, those) in enumerate(variants.items())}
        yield _filled(release, answers | mix)
        number += 1


def _is_ordinary(student: SampleStudent) -> bool:
    """Say whether a student hands in a whole notebook, under its name, that runs to its end."""
    whole = all(change.action in ("replace", "add") for change in student.changes)
    return whole and student.id not in ODD and not student.hands_in and student.encoding == "utf-8"


def _filled(release: Path, answers: dict[str, str]) -> NotebookNode:
    notebook = nbformat.read(release, as_version=4)
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = answers.get(grade_id, cell.source)
    return notebook
