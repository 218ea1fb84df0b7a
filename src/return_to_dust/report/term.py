"""The overview of a term: every student's marks in every assignment, and what each assignment showed, on one page."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from return_to_dust.report.page import count, mark, percent, template_of, title_of, write_page
from return_to_dust.report.records import ClassReport, StudentRow


@dataclass(frozen=True)
class TermStudent:
    """One student's term: ``rows`` holds the marks by assignment; an assignment without marks is not in it."""

    id: str
    name: str
    rows: dict[str, StudentRow]

    @property
    def total(self) -> float:
        """The sum of all marks so far."""
        return sum(row.total for row in self.rows.values())


@dataclass(frozen=True)
class TermReport:
    """A term: the class ``reports`` in teaching order, the ``students`` by id, and when this was ``made``."""

    reports: list[ClassReport]
    students: list[TermStudent]
    made: datetime

    @property
    def hand_ins(self) -> int:
        """How many hand-ins there were, marked or not."""
        return sum(len(one.students) + len(one.unmarked) for one in self.reports)

    @property
    def waiting(self) -> int:
        """How many answers wait to be marked by hand."""
        return sum(one.waiting for one in self.reports)

    @property
    def points(self) -> float:
        """The points of all assignments, by tests and by hand."""
        return sum(one.automatic_max + one.by_hand_max for one in self.reports)


def term_report(reports: list[ClassReport]) -> TermReport:
    """Put the class reports of a term together.

    Parameters
    ----------
    reports
        One for each assignment, in teaching order, as `return_to_dust.report.data.class_report` gives them.
    """
    names: dict[str, str] = {}
    rows: dict[str, dict[str, StudentRow]] = {}
    for one in reports:
        for student in one.unmarked:
            rows.setdefault(student, {})
        for row in one.students:
            names[row.id] = row.name
            rows.setdefault(row.id, {})[one.assignment] = row
    students = [TermStudent(student, names.get(student, ""), rows[student]) for student in sorted(rows)]
    return TermReport(reports, students, datetime.now(UTC).astimezone())


def marked_points(report: ClassReport, row: StudentRow) -> float:
    """Return the points of all questions that have a mark for this student, against which a shade is chosen."""
    return sum(one.points for one in report.questions if row.points[one.key] is not None and row.id not in one.waiting)


def term_summary(term: TermReport) -> list[str]:
    """Say the most important things about the term in a few sentences."""
    assignments = count(len(term.reports), "assignment")
    says = [f"{count(len(term.students), 'student')} handed in {count(term.hand_ins, 'time')} in {assignments}."]
    ranked = sorted((one for one in term.reports if one.most), key=lambda one: one.median() / one.most)
    if len(ranked) > 1:
        for report, which in ((ranked[-1], "highest"), (ranked[0], "lowest")):
            share = percent(report.median() / report.most)
            says.append(
                f"The median is {which} in {title_of(report.assignment)}: {share} of {mark(report.most)} points."
            )
    waits = "wait" if term.waiting != 1 else "waits"
    says.append(f"{count(term.waiting, 'answer') if term.waiting else 'No answer'} {waits} to be marked by hand.")
    return says


def write_term(
    term: TermReport, path: Path, reports: Mapping[str, Path], pages: Mapping[tuple[str, str], Path | None]
) -> None:
    """Write the overview of a term as one self-contained HTML page, in place of an older one.

    Parameters
    ----------
    term
        What `term_report` gives.
    path
        The file to write; missing folders are made.
    reports
        The class report of each assignment, which its column leads to.
    pages
        The feedback page by assignment and student, which the marks lead to; None where there is none.

    Raises
    ------
    CourseError
        If the file cannot be written; an older one is then still whole.
    """
    classes = {assignment: _link(page, path) for assignment, page in reports.items()}
    links = {key: _link(page, path) for key, page in pages.items() if page is not None}
    write_page(render_term(term, classes, links), path)


def render_term(term: TermReport, classes: Mapping[str, str], links: Mapping[tuple[str, str], str]) -> str:
    """Return the page's HTML; every text in it, students' own included, is escaped."""
    template = template_of("term.html.j2")
    return template.render(
        term=term, summary=term_summary(term), classes=classes, links=links, marked_points=marked_points
    )


def _link(page: Path, start: Path) -> str:
    """Return the address of a page as seen from another, without characters that an address cannot hold."""
    return quote(Path(os.path.relpath(page, start.parent)).as_posix())
