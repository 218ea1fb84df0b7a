"""Mark all submissions of an assignment: side by side, what is new or changed only, with one writer.

New work and work that was handed in again is recorded at once. Where the mark of the same hand-in would change, as
after a test was mended, it is reported, and written only when that is asked for.
"""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path

from return_to_dust.errors import CourseError
from return_to_dust.grading.cache import Cache, environment
from return_to_dust.grading.changes import Earlier, Standing, changes_of, read_earlier, read_marked, scores_of, standing
from return_to_dust.grading.database import in_a_sentence
from return_to_dust.grading.graded import Graded
from return_to_dust.grading.hand_ins import HandIns, Submission
from return_to_dust.grading.lock import alone
from return_to_dust.grading.pool import cores, side_by_side
from return_to_dust.grading.work import Result, Work, failed, mark, notices_in
from return_to_dust.grading.writer import Page, Writer
from return_to_dust.marking.course import open_course
from return_to_dust.marking.door import FAILED
from return_to_dust.report.gradebook import require_assignment, require_gradebook
from return_to_dust.report.records import Notice
from return_to_dust.sandbox import Sandbox, opening

#: How many submissions are written at a time: so many results can wait in memory.
BATCH = 25
Progress = Callable[[str, int, int], None]


def grade(
    course: Path,
    assignment: str,
    students: Collection[str] | None = None,
    *,
    apply: bool = False,
    jobs: int | None = None,
    scheduler: str | None = None,
    unsafe: bool = False,
    progress: Progress = lambda *_: None,
    sandbox: Callable[[], Sandbox] | None = None,
    task: Callable[[Work], Result] | None = None,
) -> Graded:
    """Mark the collected submissions of an assignment, and record the marks.

    Parameters
    ----------
    course
        The course folder.
    assignment
        The assignment's name.
    students
        Whose work to mark; everybody's by default.
    apply
        Whether marks that would change are written.
    jobs
        How many notebooks run side by side, 1 or more; one for each core by default.
    scheduler
        The address of a Dask scheduler whose workers mark, in place of this machine.
    unsafe
        Whether work is run where this machine cannot isolate it.
    progress
        Called with what was done, how many submissions are done, and how many there are.
    sandbox
        What `return_to_dust.sandbox.opening` gave for the same `unsafe`; opened here by default.
    task
        Another function that marks; importable for a cluster, and raising nothing.

    Returns
    -------
    Graded
        How each student fared.

    Raises
    ------
    CourseError
        If the assignment is unknown, nobody has handed in, another run is going on, or the gradebook or the cluster
        refuses. What is marked by then is kept: the same command goes on from there.
    """
    api = open_course(course)
    url = str(api.coursedir.db_url)
    require_gradebook(url, assignment)
    cache = Cache(course / "term" / "cache" / "marked")
    with alone(course / "term" / "cache" / "grade.lock"), in_a_sentence(url), api.gradebook as gradebook:
        require_assignment(gradebook, assignment)
        hand_ins = HandIns(api, gradebook, assignment, unsafe=unsafe)
        names = hand_ins.students(students)
        hand_ins.mend()
        writer = Writer(gradebook, assignment, api.config, hand_ins.marked_folder, hand_ins.permissions)
        run = _Run(hand_ins, read_earlier(gradebook, assignment), cache, writer, Graded(assignment, len(names), apply))
        run.progress = progress
        gc.freeze()  # what is loaded by now stays: the collector need not look through it again and again
        with contextlib.ExitStack() as opened:
            if scheduler is None and task is None:
                if sandbox is None or hand_ins.unsafe != unsafe:
                    sandbox = opened.enter_context(opening(unsafe=hand_ins.unsafe))
                task = partial(mark, sandbox=sandbox)
            graded = run.all(names, _marker(task or mark, jobs, scheduler))
    cache.prune()
    return graded


def _marker(
    task: Callable[[Work], Result], jobs: int | None, scheduler: str | None
) -> Callable[[Iterator[Work]], Iterator[Result]]:
    """Return what marks works as they come: this machine, or a cluster."""
    if scheduler is None:
        return lambda works: side_by_side(task, works, jobs or cores())
    from return_to_dust.grading.cluster import Cluster

    return Cluster(scheduler, task, failed).run


class _Run:
    """One run over a class: what is cached is taken from there, the rest is marked, all is judged and written."""

    def __init__(
        self, hand_ins: HandIns, earlier: dict[str, Earlier], cache: Cache, writer: Writer, graded: Graded
    ) -> None:
        self.hand_ins = hand_ins
        self.earlier = earlier
        self.cache = cache
        self.writer = writer
        self.graded = graded
        self.progress: Progress = lambda *_: None
        self._in_hand: dict[str, Submission] = {}
        self._pages: list[Page] = []
        self._refusal = ""

    def all(self, students: list[str], marker: Callable[[Iterator[Work]], Iterator[Result]]) -> Graded:
        """Mark these students' work; raise what the gradebook refused when everything else is done and kept."""
        started = time.monotonic()
        self.progress("reading what was handed in", 0, len(students))
        with contextlib.closing(marker(self._works(students))) as results:  # type: ignore[type-var]
            for result in results:
                self._finish(result)
        self._write()
        if self._refusal:
            raise CourseError(f"{self._refusal} All results are kept: that takes a moment only.")
        self.graded.failed.update(self.writer.faults)
        self.graded.written = sorted(self.writer.written)
        self.graded.seconds = time.monotonic() - started
        return self.graded

    def _works(self, students: list[str]) -> Iterator[Work]:
        """Yield what is to be marked; what need not be is settled on the way."""
        for student in students:
            submission = self.hand_ins.read(student)
            kept = self.cache.get(submission.work.key())
            if kept is None:
                self._in_hand[student] = submission
                yield submission.work
            else:
                self.graded.cached.append(student)
                self._settle(submission, Result.from_json(kept))

    def _finish(self, result: Result) -> None:
        submission = self._in_hand.pop(result.student, None)
        if submission is None:
            return  # a cluster gave the same result twice
        if result.refused:
            raise CourseError(result.fault)
        if result.marked_by != environment():
            says = "it was marked by other versions than this machine's: install the same on all workers"
            self._settle_fault(result.student, says)
            return
        if not result.fault:
            with contextlib.suppress(OSError):  # a full disk is met, and said, where the result is written
                self.cache.put(submission.work.key(), result.to_json())
        self._settle(submission, result)

    def _settle(self, submission: Submission, result: Result) -> None:
        """Judge a result by what the gradebook holds, and let it be written, hold it back, or leave it."""
        student, graded = result.student, self.graded
        if result.fault:
            self._settle_fault(student, result.fault)
            return
        notebooks = result.read()
        try:
            scores = scores_of(notebooks)
        except ValueError as error:
            self._settle_fault(student, f"a test gives more points than its cell is worth ({error})")
            return
        graded.notices += [Notice(student, code, says) for code, says in notices_in(notebooks)]
        earlier, place = self.earlier.get(student), self.hand_ins.marked_folder(student)
        stands = standing(earlier, submission.timestamp, scores)
        if stands is Standing.CHANGED and earlier is not None:
            graded.changes += changes_of(student, earlier, read_marked(place, notebooks), notebooks)
        if stands is Standing.SAME and _in_place(place, result):
            (place / FAILED).unlink(missing_ok=True)
            graded.unchanged.append(student)
        elif stands is not Standing.CHANGED or graded.applied:
            files = {**submission.work.files, **submission.beside}
            self._pages.append(Page(result, submission.timestamp, files, record=stands is not Standing.SAME))
        self._step(student)

    def _settle_fault(self, student: str, reason: str) -> None:
        earlier = self.earlier.get(student)
        stays = " The earlier marks stay." if earlier is not None and earlier.marked else ""
        if (place := self.hand_ins.marked_folder(student)).is_dir():
            with contextlib.suppress(OSError):  # a full disk must not stop the class
                (place / FAILED).touch()  # the class report then says that the marks are stale
        self.graded.failed[student] = f"{student}'s work could not be marked: {reason.rstrip('.')}.{stays}"
        self._step(student)

    def _step(self, student: str) -> None:
        self.graded.done += 1
        self.progress(f"marked {student}", self.graded.done, self.graded.of)
        if len(self._pages) >= BATCH:
            self._write()

    def _write(self) -> None:
        """Write what waits; where the gradebook refuses, the class is marked to its end all the same."""
        pages, self._pages = self._pages, []
        if not pages or self._refusal:
            return
        try:
            self.writer.write(pages)
        except CourseError as error:
            self._refusal = str(error)


def _in_place(place: Path, result: Result) -> bool:
    """Say whether the marked folder holds these very notebooks."""
    try:
        return all((place / f"{name}.ipynb").read_bytes() == text.encode() for name, text in result.notebooks.items())
    except OSError:
        return False
