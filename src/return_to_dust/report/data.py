"""The class report as data: what a teacher wants to know of an assignment, worked out from its marks."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from return_to_dust.report.records import (
    Asked,
    ClassReport,
    CriterionRow,
    Finding,
    MistakeRow,
    QuestionRow,
    Sheet,
    StudentRow,
)
from return_to_dust.report.sheet import read_sheet
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
