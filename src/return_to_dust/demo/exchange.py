"""What students do with nbgrader's exchange, each with a folder and a cache of their own."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from return_to_dust.demo.students import SampleStudent, answer
from return_to_dust.marking.course import quiet_nbgrader


def hand_in(api: Any, folder: Path, assignment: str, student: SampleStudent) -> None:
    """Let a student fetch an assignment, answer it and hand it in."""
    solution = folder / "course" / "solutions" / assignment / f"{assignment}.ipynb"
    _exchange(api, folder, assignment, student.id, "FetchAssignment")
    answer(student, folder / "students" / student.id / assignment / f"{assignment}.ipynb", solution)
    _exchange(api, folder, assignment, student.id, "Submit")


def fetch_feedback(api: Any, folder: Path, assignment: str, student: str) -> Path | None:
    """Let a student fetch feedback; return the page, or None where there is none."""
    _exchange(api, folder, assignment, student, "FetchFeedback")
    pages = sorted((folder / "students" / student / assignment / "feedback").glob("*/*.html"))
    return pages[-1] if pages else None


def _exchange(api: Any, folder: Path, assignment: str, student: str, step: str) -> None:
    """Do one step of nbgrader's exchange in a student's place."""
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
