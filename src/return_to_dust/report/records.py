"""What the class report reads and what it shows, as records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pandas as pd

#: Columns of the two tables that are read from the gradebook.
GRADES = ["student", "notebook", "grade_id", "automatic", "manual", "extra", "waiting"]
SUBMISSIONS = ["student", "first_name", "last_name", "timestamp", "late_s", "penalty"]


@dataclass(frozen=True)
class Asked:
    """One graded cell of an assignment, in the assignment's order; ``key`` tells it from all others."""

    key: str
    notebook: str
    grade_id: str
    title: str
    points: float
    by_hand: bool


@dataclass(frozen=True)
class Finding:
    """One criterion of one student's answer, as the tests found it."""

    student: str
    key: str
    criterion: str
    points: float
    hidden: bool
    met: bool
    reason: str
    mistake: str


@dataclass(frozen=True)
class Notice:
    """Something noticed about one student's work: a short ``code``, and a sentence that ``says`` it."""

    student: str
    code: str
    says: str


@dataclass(frozen=True)
class Sheet:
    """Everything that is known about an assignment's hand-ins.

    Attributes
    ----------
    asked
        The graded cells, in order.
    grades
        One row for each student and graded cell; columns as in `GRADES`.
    submissions
        One row for each marked student; columns as in `SUBMISSIONS`.
    findings, notices
        What the marked notebooks hold.
    unmarked
        Those who handed in and have no marks, with the reason.
    """

    asked: list[Asked]
    grades: pd.DataFrame
    submissions: pd.DataFrame
    findings: list[Finding]
    notices: list[Notice]
    unmarked: dict[str, str]


@dataclass(frozen=True)
class QuestionRow:
    """One question: its ``facility`` (0 to 1) and ``discrimination`` (-1 to 1), and who waits for marks."""

    key: str
    title: str
    points: float
    by_hand: bool
    marked: int
    waiting: list[str]
    facility: float | None
    discrimination: float | None
    why_blank: str


@dataclass(frozen=True)
class StudentRow:
    """One student's marks: ``points`` for each question (None while it waits), and their sums.

    ``total`` holds what is marked so far, with extra credit and less the ``penalty`` for lateness.
    """

    id: str
    name: str
    points: dict[str, float | None]
    automatic: float
    by_hand: float
    total: float
    waiting: int
    late_s: float
    penalty: float


@dataclass(frozen=True)
class MistakeRow:
    """One mistake in one question: its ``name``, what the feedback ``says`` to it, and the ``students`` who made it."""

    key: str
    title: str
    name: str
    says: str
    students: list[str]


@dataclass(frozen=True)
class CriterionRow:
    """One criterion that somebody missed: by how many of those whose tests ran."""

    key: str
    title: str
    criterion: str
    points: float
    hidden: bool
    missed: int
    of: int

    @property
    def share(self) -> float:
        """The share of those whose tests ran who missed it, from 0 to 1."""
        return self.missed / self.of


@dataclass(frozen=True)
class ClassReport:
    """Everything that the page shows.

    Attributes
    ----------
    assignment, made
        The assignment's name, and when the report was made.
    questions, students
        In the order of the assignment, and by name of student id.
    misconceptions, general, criteria
        Mistakes with a name of their own, other ways to go wrong, and missed criteria; the most frequent first.
    notices, unmarked
        What was repaired or went wrong in the running, and who has handed in without getting marks, with the reason.
    """

    assignment: str
    made: datetime
    questions: list[QuestionRow]
    students: list[StudentRow]
    misconceptions: list[MistakeRow]
    general: list[MistakeRow]
    criteria: list[CriterionRow]
    notices: list[Notice]
    unmarked: dict[str, str]

    @property
    def automatic_max(self) -> float:
        """The points that the tests can give."""
        return sum(one.points for one in self.questions if not one.by_hand)

    @property
    def by_hand_max(self) -> float:
        """The points that are given by hand."""
        return sum(one.points for one in self.questions if one.by_hand)

    @property
    def waiting(self) -> int:
        """How many answers wait to be marked by hand."""
        return sum(one.waiting for one in self.students)

    @property
    def most(self) -> float:
        """The points that the median is of: those that tests can give while any answer waits, else all."""
        return self.automatic_max if self.waiting else self.automatic_max + self.by_hand_max

    def median(self) -> float:
        """Return the median of the marks: of the automatic ones while any answer waits, else of the totals."""
        return float(pd.Series([one.automatic if self.waiting else one.total for one in self.students]).median())

    def hardest(self) -> QuestionRow | None:
        """Return the question with the lowest facility of those that are marked for everybody, if there is one."""
        marked = [one for one in self.questions if one.facility is not None and not one.waiting]
        return min(marked, key=lambda one: one.facility or 0.0, default=None)
