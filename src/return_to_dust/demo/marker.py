"""Mark hand-ins in processes of their own.

Each process opens the gradebook for itself: nbgrader's recording is safe from several processes, not from threads.
This module imports nothing heavy, so that its processes choose what they load.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from return_to_dust.errors import CourseError
from return_to_dust.marking.course import open_course, ready_environment, reason_in

PROCESSES = 2
NEEDED = ("nbgrader.apps.api", "return_to_dust.marking.feedback", "return_to_dust.marking.outcomes")


def start_markers(log: Path) -> ProcessPoolExecutor:
    """Start the processes, which load what marking needs while the caller prepares the work.

    Parameters
    ----------
    log
        The file that gets what libraries and kernels print as an aside.
    """
    workers = min(PROCESSES, os.cpu_count() or 1)
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _get_ready, (log,))
    for _ in range(workers):
        pool.submit(os.getpid)
    return pool


def mark_all(
    pool: ProcessPoolExecutor,
    course: Path,
    work: list[tuple[str, str]],
    progress: Callable[[str, int, int], None],
) -> dict[tuple[str, str], str]:
    """Autograde every hand-in and write its feedback page, without a pause between assignments.

    Parameters
    ----------
    pool
        What `start_markers` gave.
    course
        The course folder.
    work
        The assignment and the student of each hand-in.
    progress
        Called with what was done, how much of it is done, and how much there is.

    Returns
    -------
    dict
        For each hand-in that could not be marked, the reason.

    Raises
    ------
    CourseError
        If a process is stopped from outside.
    """
    faults = {}
    progress("marking", 0, len(work))
    try:
        jobs = {pool.submit(_mark, course, *one): one for one in work}
        for number, job in enumerate(as_completed(jobs), start=1):
            assignment, student = jobs[job]
            progress(f"marked {student}'s {assignment}", number, len(work))
            if job.result():
                faults[jobs[job]] = job.result()
    except BrokenProcessPool:
        raise CourseError("A process that marks was stopped from outside: free some memory and run again.") from None
    return faults


def _get_ready(log: Path) -> None:
    asides = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    os.dup2(asides, sys.stderr.fileno())
    os.close(asides)
    ready_environment()
    for module in NEEDED:
        importlib.import_module(module)


def _mark(course: Path, assignment: str, student: str) -> str:
    """Autograde one hand-in and write its feedback page; return what went wrong, or nothing."""
    api = _course_of(course)
    for step in (api.autograde, api.generate_feedback):
        result = step(assignment, student)
        if not result["success"]:
            return reason_in(str(result.get("log") or ""), str(result.get("error") or ""))
    return ""


@cache
def _course_of(course: Path) -> Any:
    """Return the opened course; a process opens it once."""
    return open_course(course)
