"""Record the marks of many submissions, as nbgrader's autograde does, in few transactions.

Nbgrader opens the gradebook nine times and commits some thirty times for each submission. Here one connection writes
a batch of submissions at once, with nbgrader's own models, rules and late penalties; a submission is recorded with
all its notebooks, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import parse_utc
from sqlalchemy import select, text
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session, undefer

from return_to_dust.errors import CourseError
from return_to_dust.grading import database
from return_to_dust.grading.indexes import ensure_indexes
from return_to_dust.grading.marks import Marks, Unfit, read_marks
from return_to_dust.grading.rows import Released, find_assignment, released_notebooks, submissions_of

#: Submissions in a transaction: enough that the disk is not waited for, few enough to be written in an instant.
BATCH = 25
#: How a connection is told how long to wait for another writer, in milliseconds.
WAITING = {"sqlite": "PRAGMA busy_timeout = {ms}", "postgresql": "SET lock_timeout = {ms}"}


@dataclass(frozen=True)
class Marked:
    """A submission that has been run.

    Attributes
    ----------
    student
        The student's id.
    timestamp
        When it was handed in (UTC where it names no zone), or None where that is not known.
    notebooks
        The executed notebooks by name, as `return_to_dust.marking.outcomes.ReadOutcomes` leaves them. Those that
        were not handed in are left out: they get no marks.
    """

    student: str
    timestamp: datetime | None
    notebooks: Mapping[str, NotebookNode]


def record(
    gradebook: Any,
    assignment: str,
    marked: Iterable[Marked],
    config: Any,
    recorded: Callable[[list[str]], None] = lambda _: None,
) -> dict[str, str]:
    """Record marked submissions of an assignment.

    Parameters
    ----------
    gradebook
        nbgrader's `Gradebook`, on SQLite or PostgreSQL.
    assignment
        The assignment's name.
    marked
        The submissions; they are taken as they come, `BATCH` at a time.
    config
        The course's traitlets configuration, which names the plugin for late penalties.
    recorded
        Called after each transaction with the students whose marks are now safe.

    Returns
    -------
    dict
        For each student whose marks could not be recorded, a sentence; their earlier marks stay.

    Raises
    ------
    CourseError
        If the gradebook does not know the assignment, or its database refuses (locked, full, lost). The batches
        before that are recorded, and recording all of them again gives the same gradebook.
    """
    faults: dict[str, str] = {}
    with _writer(gradebook) as connection:
        pen = _Pen(connection, assignment, config)
        for batch in _batches(marked):
            failed = pen.write(batch)
            faults.update(failed)
            recorded([one.student for one in batch if one.student not in failed])
    return faults


def _batches(marked: Iterable[Marked]) -> Iterator[list[Marked]]:
    remaining = iter(marked)
    while batch := list(islice(remaining, BATCH)):
        yield batch


@contextmanager
def _writer(gradebook: Any) -> Iterator[Connection]:
    """Give a connection that waits for other writers, with the indexes made; what the database refuses is said."""
    engine = gradebook.engine
    with database.in_a_sentence(engine.url):
        ensure_indexes(gradebook)
        with engine.connect() as connection:
            if engine.dialect.name in WAITING:
                connection.exec_driver_sql(WAITING[engine.dialect.name].format(ms=database.LOCK_WAIT_S * 1000))
                connection.commit()
            yield connection


class _Pen:
    """Writes batches of one assignment's submissions."""

    def __init__(self, connection: Connection, assignment: str, config: Any) -> None:
        self._connection = connection
        self._assignment = assignment
        self._may_add_students = config.get("Autograde", {}).get("create_student", True)
        self._late = AssignLatePenalties(config=config)
        self._late.init_plugin()
        with Session(connection) as session:
            row = find_assignment(session, assignment)
            if row is None:
                raise CourseError(f"The gradebook has no assignment {assignment!r}: run `dust build` first.")
            self._released = released_notebooks(session, row.id)

    def write(self, batch: Sequence[Marked]) -> dict[str, str]:
        """Write a batch; return a sentence for each student whose submission is not fit to be recorded."""
        faults, fit = {}, []
        for one in batch:
            try:
                fit.append((one, self._marks_of(one)))
            except Exception as error:  # whatever is wrong with one notebook, it must not stop the class
                faults[one.student] = self._fault(one.student, error)
        return faults | (self._write(fit) if fit else {})

    def _marks_of(self, one: Marked) -> dict[str, Marks]:
        marks = {}
        for notebook in self._released.values():
            if notebook.name in one.notebooks:
                try:
                    read = read_marks(one.notebooks[notebook.name], notebook.points, notebook.commented.values())
                except Unfit as error:
                    raise Unfit(f"in {notebook.name}.ipynb, {error}") from None
                marks[notebook.name] = read
        if not marks:
            raise Unfit("none of its notebooks is in the assignment")
        return marks

    def _write(self, batch: list[tuple[Marked, dict[str, Marks]]]) -> dict[str, str]:
        """Write a batch in one transaction; where it fails for one submission's sake, each in one of its own."""
        try:
            self._commit(batch)
        except Exception as error:  # as above
            sentence = database.refusal(error, self._connection.engine.url)
            if sentence:
                raise CourseError(sentence) from error
            if len(batch) > 1:
                return {student: says for one in batch for student, says in self._write([one]).items()}
            student = batch[0][0].student
            return {student: self._fault(student, error)}
        return {}

    def _fault(self, student: str, error: Exception) -> str:
        what = str(getattr(error, "orig", error)).partition("\n")[0]
        why = what if isinstance(error, Unfit) else f"{type(error).__name__} ({what})"
        return f"{student}'s {self._assignment} is not recorded: {why}; mark it again, earlier marks stay until then."

    def _commit(self, batch: list[tuple[Marked, dict[str, Marks]]]) -> None:
        with Session(self._connection, autoflush=False) as session:
            if session.get_bind().dialect.name == "sqlite":
                # waits for other writers now, so that nothing changes between our reading and our writing
                session.execute(text("BEGIN IMMEDIATE"))
            assignment = find_assignment(session, self._assignment)  # held: lateness is asked of it without a query
            students = list(dict.fromkeys(one.student for one, _ in batch))
            rows = submissions_of(session, assignment, self._released, students, self._may_add_students)
            for one, marks in batch:
                self._fill(rows[one.student], one.timestamp, marks)
            session.flush()
            self._penalize(session, rows, {one.student: set(marks) for one, marks in batch})
            session.commit()

    def _fill(self, submission: Any, timestamp: datetime | None, marks: dict[str, Marks]) -> None:
        if timestamp:
            submission.timestamp = parse_utc(timestamp)
        for row in submission.notebooks:
            notebook = self._released[row.notebook_id]
            if notebook.name in marks:
                _fill_notebook(row, notebook, marks[notebook.name])
            else:
                for grade in row.grades:  # not handed in
                    grade.auto_score, grade.needs_manual_grade = 0, False

    def _penalize(self, session: Session, rows: dict[str, Any], handed_in: dict[str, set[str]]) -> None:
        """Ask the plugin for the penalty of each late notebook, with the score that the database works out."""
        late = {row.id: student for student, row in rows.items() if row.total_seconds_late > 0}
        query = select(SubmittedNotebook).options(undefer(SubmittedNotebook.score))
        query = query.where(SubmittedNotebook.assignment_id.in_(late)).execution_options(populate_existing=True)
        for row in session.scalars(query) if late else ():
            student = late[row.assignment_id]
            if self._released[row.notebook_id].name not in handed_in[student]:
                continue
            penalty = self._late.plugin_inst.late_submission_penalty(
                student, row.score, rows[student].total_seconds_late
            )
            if penalty is not None:
                row.late_submission_penalty = self._late._check_late_penalty(row, penalty)


def _fill_notebook(row: Any, notebook: Released, marks: Marks) -> None:
    row.late_submission_penalty = None
    for grade in row.grades:
        grade_id = notebook.graded[grade.cell_id]
        if grade_id in marks.scores:
            grade.auto_score = marks.scores[grade_id]
            # a mark given by hand stays, and is to be looked at again
            grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
    for comment in row.comments:
        comment.auto_comment = marks.comments.get(notebook.commented[comment.cell_id], comment.auto_comment)
