"""The class report as data: what a teacher wants to know of an assignment, worked out from its marks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from return_to_dust.report.sheet import Asked, Finding, Notice, Sheet, read_sheet
from return_to_dust.report.statistics import discrimination, facility

#: Names of mistakes that any question can have, with what to call them; all other names are misconceptions.
GENERAL = {
    "": "wrong in no known way",
    "other": "wrong in no known way",
    "unanswered": "not answered",
    "crash": "the code stopped with an error",
    "type": "another kind of value than was asked for",
    "not-finite": "no finite number",
    "not-axes": "no figure",
    "order": "the right items in another order",
    "missing-entry": "an entry is missing",
    "missing-column": "a column is missing",
    "row-count": "too many or too few rows",
    "values": "a table with other values",
}


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

    def median(self) -> float:
        """Return the median of the marks: of the automatic ones while any answer waits, else of the totals."""
        return float(pd.Series([one.automatic if self.waiting else one.total for one in self.students]).median())

    def hardest(self) -> QuestionRow | None:
        """Return the question with the lowest facility of those that are marked for everybody, if there is one."""
        marked = [one for one in self.questions if one.facility is not None and not one.waiting]
        return min(marked, key=lambda one: one.facility or 0.0, default=None)


def class_report(course: Path, assignment: str) -> ClassReport:
    """Work out the class report of an assignment from the gradebook and the marked notebooks.

    Parameters
    ----------
    course
        The course folder.
    assignment
        The assignment's name, such as ``"2_reception"``.

    Raises
    ------
    CourseError
        If the assignment is unknown, nobody has handed in, or nothing is marked yet.
    """
    return report_of(read_sheet(course, assignment), assignment)


def report_of(sheet: Sheet, assignment: str) -> ClassReport:
    """Work out the class report from what was read; see `class_report`."""
    grades = sheet.grades.assign(points=sheet.grades["manual"].fillna(sheet.grades["automatic"]))
    keys = {(one.notebook, one.grade_id): one.key for one in sheet.asked}
    grades["key"] = [keys.get(pair) for pair in zip(grades["notebook"], grades["grade_id"], strict=True)]
    grades = grades.dropna(subset=["key"])
    misconceptions, general = _mistakes(sheet)
    return ClassReport(
        assignment=assignment,
        made=datetime.now(UTC).astimezone(),
        questions=_questions(sheet.asked, grades),
        students=_students(sheet, grades),
        misconceptions=misconceptions,
        general=general,
        criteria=_criteria(sheet),
        notices=sheet.notices,
        unmarked=sheet.unmarked,
    )


def _questions(asked: list[Asked], grades: pd.DataFrame) -> list[QuestionRow]:
    by_cell = grades.set_index(["student", "key"])["points"]
    points = pd.DataFrame({one.key: by_cell.xs(one.key, level="key") for one in asked})
    full = pd.Series({one.key: one.points for one in asked}).where(lambda series: series > 0)
    easy, telling = facility(points, full), discrimination(points)
    waiting = grades[grades["waiting"]].sort_values("student").groupby("key")["student"].apply(list).to_dict()
    return [
        QuestionRow(
            key=one.key,
            title=one.title,
            points=one.points,
            by_hand=one.by_hand,
            marked=int(points[one.key].notna().sum()),
            waiting=waiting.get(one.key, []),
            facility=_or_none(easy[one.key]),
            discrimination=_or_none(telling.loc[one.key, "r"]),
            why_blank=str(telling.loc[one.key, "why"]),
        )
        for one in asked
    ]


def _or_none(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # type: ignore[arg-type, call-overload]


def _students(sheet: Sheet, grades: pd.DataFrame) -> list[StudentRow]:
    by_hand = {one.key for one in sheet.asked if one.by_hand}
    rows = []
    for about in sheet.submissions.to_dict("records"):
        own = grades[grades["student"] == about["student"]]
        given = own.set_index("key")["points"]
        marks = {one.key: _or_none(given.get(one.key)) for one in sheet.asked}
        hand = sum(mark or 0.0 for key, mark in marks.items() if key in by_hand)
        automatic = sum(mark or 0.0 for key, mark in marks.items() if key not in by_hand)
        penalty = float(about["penalty"])
        rows.append(
            StudentRow(
                id=str(about["student"]),
                name=" ".join(part for part in (about["first_name"], about["last_name"]) if part),
                points=marks,
                automatic=automatic,
                by_hand=hand,
                total=max(0.0, automatic + hand + float(own["extra"].fillna(0).sum()) - penalty),
                waiting=int(own["waiting"].sum()),
                late_s=float(about["late_s"]),
                penalty=penalty,
            )
        )
    return rows


def _mistakes(sheet: Sheet) -> tuple[list[MistakeRow], list[MistakeRow]]:
    """Count who made which mistake where, a student once for each question and mistake."""
    titles = {one.key: one.title for one in sheet.asked}
    order = {key: number for number, key in enumerate(titles)}
    made: dict[tuple[str, str], list[Finding]] = {}
    for finding in sheet.findings:
        if not finding.met:
            name = GENERAL.get(finding.mistake, finding.mistake)
            made.setdefault((finding.key, name), []).append(finding)
    rows = [
        MistakeRow(
            key=key,
            title=titles[key],
            name=name,
            says=Counter(one.reason for one in found).most_common(1)[0][0],
            students=sorted({one.student for one in found}),
        )
        for (key, name), found in made.items()
    ]
    rows.sort(key=lambda row: (-len(row.students), order[row.key], row.name))
    general = set(GENERAL.values())
    return [row for row in rows if row.name not in general], [row for row in rows if row.name in general]


def _criteria(sheet: Sheet) -> list[CriterionRow]:
    titles = {one.key: one.title for one in sheet.asked}
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in sheet.findings:
        groups.setdefault((finding.key, finding.criterion), []).append(finding)
    rows = [
        CriterionRow(
            key=key,
            title=titles[key],
            criterion=criterion,
            points=found[0].points,
            hidden=found[0].hidden,
            missed=len({one.student for one in found if not one.met}),
            of=len({one.student for one in found}),
        )
        for (key, criterion), found in groups.items()
    ]
    return sorted((row for row in rows if row.missed), key=lambda row: (-row.share, -row.missed))
