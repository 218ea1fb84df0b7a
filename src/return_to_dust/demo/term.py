"""Play a term: release, fetch, answer, hand in, collect, mark, give feedback, report."""

from __future__ import annotations

import copy
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from return_to_dust.build.course import build_notebooks
from return_to_dust.demo.marker import mark_all, start_markers
from return_to_dust.demo.students import SampleStudent, answer, read_students
from return_to_dust.errors import CourseError
from return_to_dust.marking.course import CONFIG, open_course, quiet_nbgrader
from return_to_dust.report.data import class_report
from return_to_dust.report.page import write_report

ASSIGNMENT = "2_reception"
SAMPLES = "tests/sample_students"
#: Lies in every folder that a demo made, which the next demo may therefore replace.
MARKER = ".return-to-dust-demo"
MADE = ("course", "students", "exchange", "cache", "marking.log", "report.html", MARKER)
CELL_TIMEOUT_S = 10
COURSE_CONFIG = "course_config.py"
DEMO_CONFIG = f'''"""The course's own configuration, with an exchange and time limits for the demo."""

from pathlib import Path

load_subconfig("{COURSE_CONFIG}")  # noqa: F821 - traitlets provides it
c = get_config()  # noqa: F821
demo = Path(__file__).resolve().parents[1]
c.Exchange.root = str(demo / "exchange")
c.Exchange.cache = str(demo / "cache")
c.Execute.timeout = {CELL_TIMEOUT_S}
'''
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class DemoStudent:
    """How one sample student fared.

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
class DemoResult:
    """What a demo made: its ``folder``, its ``students``, how many ``seconds`` it took, what was ``made`` where."""

    folder: Path
    students: list[DemoStudent]
    seconds: float
    made: dict[str, Path]


def run_demo(
    course: Path,
    folder: Path,
    progress: Progress = lambda *_: None,
    *,
    assignment: str = ASSIGNMENT,
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
    assignment, samples
        The assignment, and the folder with its sample students; the course's own by default.

    Raises
    ------
    CourseError
        If the folder holds anything that no demo made, the course lacks the assignment, a step fails, or this
        is Windows, where nbgrader has no exchange.
    """
    if sys.platform == "win32":
        raise CourseError("The demo needs nbgrader's exchange, which Windows does not have: run it in WSL.")
    started = time.monotonic()
    students = read_students(samples or course / SAMPLES / assignment)
    folder = claim_folder(folder)
    names = [student.id for student in students]
    with start_markers(folder / "marking.log") as pool:
        progress("building the assignment", 0, 1)
        api = _found_course(course, folder, assignment, students)
        _hand_in_all(api, folder, assignment, students, progress)
        progress("collecting", 0, 1)
        quiet_nbgrader(f"collect {assignment}", api.collect, assignment)
        faults = mark_all(pool, folder / "course", assignment, names, progress)
    progress("giving feedback back", 0, 1)
    quiet_nbgrader(f"release the feedback of {assignment}", api.release_feedback, assignment)
    pages = {s.id: _fetch_feedback(api, folder, assignment, s.id) for s in students}
    progress("writing the class report", 0, 1)
    report = class_report(folder / "course", assignment)
    write_report(report, folder / "report.html")
    marks = {row.id: row for row in report.students}
    fared = [
        DemoStudent(
            id=s.id,
            name=s.name,
            about=s.about,
            score=marks[s.id].automatic if s.id in marks else 0.0,
            max_score=report.automatic_max,
            expected=s.score,
            waiting=marks[s.id].waiting if s.id in marks else 0,
            feedback=pages[s.id],
            fault=faults.get(s.id, ""),
        )
        for s in students
    ]
    made = {
        "class report": folder / "report.html",
        "feedback pages": folder / "students",
        "gradebook": folder / "course" / "term" / "gradebook.db",
        "course folder, for nbgrader and Formgrader": folder / "course",
    }
    return DemoResult(folder, fared, time.monotonic() - started, made)


def claim_folder(folder: Path) -> Path:
    """Make the demo's folder, or empty it where an earlier demo made it.

    Returns
    -------
    Path
        The folder's absolute path.

    Raises
    ------
    CourseError
        If there is anything in it that no demo made, or it cannot be written.
    """
    folder = folder.resolve()
    try:
        found = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
        foreign = [name for name in found if MARKER not in found or name not in MADE]
        if foreign:
            raise CourseError(
                f"{folder} holds {foreign[0]!r}, which no demo made: name an empty or a new folder with --folder."
            )
        folder.mkdir(parents=True, exist_ok=True)
        for name in found:  # the marker goes last, so that a demo that was stopped here can be run again
            if name != MARKER:
                _remove(folder / name)
        (folder / MARKER).write_text("A demo of the course made this folder; the next demo replaces it.\n", "utf-8")
    except OSError as error:
        says = f"The demo cannot write to {folder} ({error.strerror}): name a folder of your own with --folder."
        raise CourseError(says) from error
    return folder


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _found_course(course: Path, folder: Path, assignment: str, students: list[SampleStudent]) -> Any:
    """Make a course folder with one assignment, its students on the list and the assignment released."""
    home = folder / "course"
    source = course / "solutions" / assignment
    if not source.is_dir() or not (course / CONFIG).is_file():
        raise CourseError(f"{course} has no {CONFIG} or no solutions/{assignment}: name the course with --course.")
    shutil.copytree(source, home / "solutions" / assignment, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    shutil.copy(course / CONFIG, home / COURSE_CONFIG)
    (home / CONFIG).write_text(DEMO_CONFIG, encoding="utf-8")
    for own in ("exchange", "cache", "students"):
        (folder / own).mkdir()
    (folder / "exchange").chmod(0o777)  # nbgrader requires that everybody may hand in
    build_notebooks(home)
    api = open_course(home)
    quiet_nbgrader(f"generate the assignment {assignment}", api.generate_assignment, assignment)
    with api.gradebook as gradebook:
        for student in students:
            first, _, last = student.name.rpartition(" ")
            gradebook.update_or_create_student(student.id, first_name=first, last_name=last)
    quiet_nbgrader(f"release {assignment}", api.release_assignment, assignment)
    return api


def _hand_in_all(api: Any, folder: Path, assignment: str, students: list[SampleStudent], progress: Progress) -> None:
    """Let every student fetch the assignment, answer it and hand it in."""
    solution = folder / "course" / "solutions" / assignment / f"{assignment}.ipynb"
    for number, student in enumerate(students):
        progress(f"{student.id} fetches, answers and hands in", number, len(students))
        _exchange(api, folder, assignment, student.id, "FetchAssignment")
        answer(student, folder / "students" / student.id / assignment / f"{assignment}.ipynb", solution)
        _exchange(api, folder, assignment, student.id, "Submit")


def _fetch_feedback(api: Any, folder: Path, assignment: str, student: str) -> Path | None:
    """Let a student fetch feedback; return the page."""
    _exchange(api, folder, assignment, student, "FetchFeedback")
    pages = sorted((folder / "students" / student / assignment / "feedback").glob("*/*.html"))
    return pages[-1] if pages else None


def _exchange(api: Any, folder: Path, assignment: str, student: str, step: str) -> None:
    """Do one step of nbgrader's exchange in a student's place, with a folder and a cache of their own."""
    from nbgrader.auth import Authenticator
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.exchange import ExchangeFactory
    from nbgrader.utils import capture_log

    config = copy.deepcopy(api.config)
    config.CourseDirectory.student_id = student
    config.CourseDirectory.assignment_id = assignment
    config.Exchange.assignment_dir = str(folder / "students" / student)
    config.Exchange.cache = str(folder / "cache" / student)
    factory = ExchangeFactory(config=config)
    make = getattr(factory, step)
    app = make(coursedir=CourseDirectory(config=config), authenticator=Authenticator(config=config))
    (folder / "students" / student).mkdir(exist_ok=True)
    quiet_nbgrader(f"do {step} for the student {student}", capture_log, app)
