"""Play a term: release, fetch, answer, hand in, collect, mark, give feedback, report."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from return_to_dust.build.course import assignment_names, build_notebooks
from return_to_dust.demo.exchange import fetch_feedback, hand_in
from return_to_dust.demo.folder import claim_folder
from return_to_dust.demo.marker import mark_all, start_markers
from return_to_dust.demo.students import Cast, read_cast
from return_to_dust.errors import CourseError
from return_to_dust.marking.course import CONFIG, open_course, quiet_nbgrader
from return_to_dust.report.data import class_report
from return_to_dust.report.page import write_report
from return_to_dust.report.records import ClassReport
from return_to_dust.report.term import term_report, write_term
from return_to_dust.sandbox import open_sandbox

SAMPLES = "tests/sample_students"
CELL_TIMEOUT_S = 10
COURSE_CONFIG = "course_config.py"
DEMO_CONFIG = f'''"""The course's own configuration, with an exchange and time limits for the demo."""

from pathlib import Path

load_subconfig("{COURSE_CONFIG}")  # noqa: F821 - traitlets provides it
c = get_config()  # noqa: F821
demo = Path(__file__).resolve().parents[1]
c.Exchange.root = str(demo / "exchange")
c.Exchange.cache = str(demo / "cache")
c.ExamineSubmission.cell_s = {CELL_TIMEOUT_S}
c.ExamineSubmission.unsafe = {{unsafe}}
'''
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class DemoStudent:
    """How one sample student fared in one assignment.

    Attributes
    ----------
    id, name, about
        Who it is, and one sentence on what was handed in.
    score, max_score
        The marks that the tests gave, and the most that they can give.
    expected
        The marks that this student deserves.
    waiting
        How many written answers wait to be marked by hand.
    feedback
        The page that this student fetched; None where there was none to fetch.
    fault
        Why the work could not be marked; empty where it could.
    """

    id: str
    name: str
    about: str
    score: float
    max_score: float
    expected: float
    waiting: int
    feedback: Path | None
    fault: str


@dataclass(frozen=True)
class DemoUnit:
    """One assignment of a demo: its name, how its ``students`` fared, and its class ``report`` with the page of it."""

    assignment: str
    students: list[DemoStudent]
    report: ClassReport
    page: Path


@dataclass(frozen=True)
class DemoResult:
    """What a demo made: its ``folder``, its ``units``, how many ``seconds`` it took, what was ``made`` where.

    ``warning`` says why the sample students' code was not shut in; it is empty where it was.
    """

    folder: Path
    units: list[DemoUnit]
    seconds: float
    made: dict[str, Path]
    warning: str


def run_demo(
    course: Path,
    folder: Path,
    progress: Progress = lambda *_: None,
    *,
    assignment: str | None = None,
    samples: Path | None = None,
) -> DemoResult:
    """Play a whole term with sample students, with real nbgrader on a gradebook and an exchange of its own.

    Parameters
    ----------
    course
        The course folder; nothing in it is changed.
    folder
        Where to play, such as ``course / "term" / "demo"``. A folder that an earlier demo made is replaced.
    progress
        Called with what is being done, how much of it is done, and how much there is.
    assignment
        The only assignment to play; all that have sample students by default.
    samples
        The folder with a folder of sample students for each assignment; the course's own by default.

    Raises
    ------
    CourseError
        If the folder holds anything that no demo made, there are no sample students, a step fails, or this
        is Windows, where nbgrader has no exchange.
    """
    if sys.platform == "win32":
        raise CourseError("The demo needs nbgrader's exchange, which Windows does not have: run it in WSL.")
    started = time.monotonic()
    cast = read_cast(samples or course / SAMPLES, assignment_names(course), assignment)
    folder = claim_folder(folder)
    with start_markers(folder / "marking.log") as pool:
        progress("building the assignments", 0, 1)
        warning = _why_unsafe()
        api = _found_course(course, folder, cast, unsafe=bool(warning))
        _hand_in_all(api, folder, cast, progress)
        work = [(name, student.id) for name, students in cast.items() for student in students]
        faults = mark_all(pool, folder / "course", work, progress)
    units = []
    for number, name in enumerate(cast):
        progress(f"giving back {name}", number, len(cast))
        units.append(_give_back(api, folder, name, cast, faults))
    return DemoResult(folder, units, time.monotonic() - started, _sum_up(folder, units), warning)


def _why_unsafe() -> str:
    """Say why code cannot be shut in here: the sample students' is run all the same, as it comes with the course."""
    try:
        open_sandbox().close()
    except CourseError as error:
        return str(error)
    return ""


def _found_course(course: Path, folder: Path, cast: Cast, *, unsafe: bool) -> Any:
    """Make a course folder with the assignments of the cast, its students on the list and all of them released."""
    home = folder / "course"
    if not (course / CONFIG).is_file():
        raise CourseError(f"{course} has no {CONFIG}: name the course with --course.")
    for name in cast:
        source = course / "solutions" / name
        shutil.copytree(source, home / "solutions" / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    shutil.copy(course / CONFIG, home / COURSE_CONFIG)
    (home / CONFIG).write_text(DEMO_CONFIG.format(unsafe=unsafe), encoding="utf-8")
    for own in ("exchange", "cache", "students"):
        (folder / own).mkdir()
    (folder / "exchange").chmod(0o777)  # nbgrader requires that everybody may hand in
    build_notebooks(home)
    api = open_course(home)
    with api.gradebook as gradebook:
        for student in {student.id: student for students in cast.values() for student in students}.values():
            first, _, last = student.name.rpartition(" ")
            gradebook.update_or_create_student(student.id, first_name=first, last_name=last)
    for name in cast:
        quiet_nbgrader(f"generate the assignment {name}", api.generate_assignment, name)
        quiet_nbgrader(f"release {name}", api.release_assignment, name)
    return api


def _hand_in_all(api: Any, folder: Path, cast: Cast, progress: Progress) -> None:
    """Let every student hand in, one assignment after the other, and collect each."""
    for name, students in cast.items():
        for number, student in enumerate(students):
            progress(f"{student.id} fetches, answers and hands in {name}", number, len(students))
            hand_in(api, folder, name, student)
        quiet_nbgrader(f"collect {name}", api.collect, name)


def _give_back(api: Any, folder: Path, assignment: str, cast: Cast, faults: dict[tuple[str, str], str]) -> DemoUnit:
    """Release feedback on an assignment, let its students fetch it, and write the class report."""
    quiet_nbgrader(f"release the feedback of {assignment}", api.release_feedback, assignment)
    pages = {one.id: fetch_feedback(api, folder, assignment, one.id) for one in cast[assignment]}
    report = class_report(folder / "course", assignment)
    page = folder / "reports" / f"{assignment}.html"
    write_report(report, page)
    marks = {row.id: row for row in report.students}
    fared = [
        DemoStudent(
            id=one.id,
            name=one.name,
            about=one.about,
            score=marks[one.id].automatic if one.id in marks else 0.0,
            max_score=report.automatic_max,
            expected=one.score,
            waiting=marks[one.id].waiting if one.id in marks else 0,
            feedback=pages[one.id],
            fault=faults.get((assignment, one.id), ""),
        )
        for one in cast[assignment]
    ]
    return DemoUnit(assignment, fared, report, page)


def _sum_up(folder: Path, units: list[DemoUnit]) -> dict[str, Path]:
    """Write the overview of the term; name all that the demo made, and where it is."""
    overview = folder / "overview.html"
    write_term(
        term_report([unit.report for unit in units]),
        overview,
        {unit.assignment: unit.page for unit in units},
        {(unit.assignment, one.id): one.feedback for unit in units for one in unit.students},
    )
    return {
        "overview of the term": overview,
        "class reports": folder / "reports",
        "feedback pages": folder / "students",
        "gradebook": folder / "course" / "term" / "gradebook.db",
        "course folder, for nbgrader and Formgrader": folder / "course",
    }
