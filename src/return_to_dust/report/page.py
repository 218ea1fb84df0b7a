"""The class report as one page: a single HTML file that any browser opens without a network."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from return_to_dust.errors import CourseError
from return_to_dust.paths import write_whole
from return_to_dust.report.records import ClassReport

TEMPLATES = Path(__file__).parent / "templates"
CRITERIA_SHOWN = 12
STEPS = 10
SECONDS_AN_HOUR = 3600
HOURS_A_DAY = 24
#: Shades behind the marks in the table, from no points to all: the figure always stands in front of its shade.
SHADES = 5
#: What is usually made of a discrimination index; below the first bound a question deserves a second look.
WEAK, STRONG = 0.2, 0.4


def write_report(report: ClassReport, path: Path) -> None:
    """Write the class report as one self-contained HTML page, in place of an older one.

    Parameters
    ----------
    report
        What `return_to_dust.report.data.class_report` gives.
    path
        The file to write; missing folders are made.

    Raises
    ------
    CourseError
        If the file cannot be written; an older one is then still whole.
    """
    write_page(render_report(report), path)


def write_page(text: str, path: Path) -> None:
    """Write a page in one go, in place of an older one; raise what `write_report` raises."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
    except OSError as error:
        says = f"The report cannot be written to {path} ({error.strerror}): choose another place."
        raise CourseError(says) from error


def render_report(report: ClassReport) -> str:
    """Return the page's HTML; every text in it, students' own included, is escaped."""
    return template_of("report.html.j2").render(
        report=report,
        title=title_of(report.assignment),
        summary=summary(report),
        marks=distribution(report),
        criteria=report.criteria[:CRITERIA_SHOWN],
        weak=WEAK,
        strong=STRONG,
    )


def template_of(name: str) -> Template:
    """Return a page's template, which escapes every text and knows how the course writes marks and shares."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    environment.filters |= {"plain": plain, "code": code, "words": words, "mark": mark, "title": title_of}
    environment.filters |= {"percent": percent, "late": late, "shade": shade}
    return environment.get_template(name)


def summary(report: ClassReport) -> list[str]:
    """Say the most important things about the class in a few sentences."""
    marked, unmarked = len(report.students), len(report.unmarked)
    says = [f"{count(marked + unmarked, 'student')} handed in the assignment {title_of(report.assignment)}."]
    if unmarked:
        says.append(f"{count(unmarked, 'hand-in')} cannot be counted here: marks are missing or out of date.")
    automatic = "automatic marks alone" if report.waiting else "marks"
    says.append(f"On {automatic}, the median is {mark(report.median())} of {mark(report.most)} points.")
    hardest = report.hardest()
    if hardest is not None and hardest.facility is not None:
        share = percent(hardest.facility)
        says.append(f"The hardest question is “{bare(hardest.title)}”: on average it earned {share} of its points.")
    says.append(_commonest(report))
    if report.waiting:
        students = sum(one.waiting > 0 for one in report.students)
        verb = "waits" if report.waiting == 1 else "wait"
        says.append(f"{count(report.waiting, 'answer')} of {count(students, 'student')} {verb} to be marked by hand.")
    else:
        says.append("No answer waits to be marked by hand.")
    return says


def _commonest(report: ClassReport) -> str:
    if not report.misconceptions:
        return "The tests recognized no misconception by name."
    first = report.misconceptions[0]
    students = count(len(first.students), "student")
    equal = sum(len(one.students) == len(first.students) for one in report.misconceptions)
    named = f"“{words(first.name)}” in “{bare(first.title)}”"
    if equal == 1:
        return f"The most frequent misconception is {named}: {students} showed it."
    return f"The most frequent misconceptions were shown by {students} each; one of these {equal} is {named}."


def distribution(report: ClassReport) -> list[tuple[str, str, int]]:
    """Return the automatic marks in equal steps: where each begins, its bounds in words, and how many are in it."""
    width = (report.automatic_max or 1.0) / STEPS
    numbers = [0] * STEPS
    for student in report.students:
        numbers[min(STEPS - 1, max(0, int(student.automatic / width)))] += 1
    rows = []
    for step, number in enumerate(numbers):
        start, end = mark(step * width), mark((step + 1) * width)
        rows.append((start, f"{start} to {end if step == STEPS - 1 else f'under {end}'}", number))
    return rows


def title_of(assignment: str) -> str:
    """Return an assignment's name as people write it: ``2_reception`` becomes ``2 Reception``."""
    number, _, words = assignment.replace("_", " ").partition(" ")
    return f"{number} {words.capitalize()}".strip()


def plain(text: object) -> str:
    """Return text without control and direction characters, which could hide or turn round what stands beside it."""
    return "".join(c for c in str(text) if c in "\n " or unicodedata.category(c) not in ("Cc", "Cf"))


def bare(title: str) -> str:
    """Return a title as a sentence quotes it, without the marks around code."""
    return plain(title).replace("`", "")


def code(text: object) -> Markup:
    """Return text as safe HTML in which what stands between backticks is code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(plain(text)))))  # noqa: S704 - it is escaped


def words(name: str) -> str:
    """Return a mistake's name as words: ``counts-hits`` becomes *counts hits*."""
    return plain(name).replace("-", " ")


def count(number: int, noun: str) -> str:
    """Return ``"1 student"`` or ``"3 students"``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def mark(points: float | None) -> str:
    """Return points with at most two decimals."""
    return "" if points is None else f"{round(points, 2):g}"


def percent(share: float) -> str:
    """Return a share from 0 to 1 as whole per cent, which no line break divides."""
    return f"{100 * share:.0f}\N{NO-BREAK SPACE}%"


def late(seconds: float) -> str:
    """Return how late a hand-in was, in words; nothing where it was in time."""
    if seconds <= 0:
        return ""
    hours, rest = divmod(int(seconds), SECONDS_AN_HOUR)
    if hours >= 2 * HOURS_A_DAY:
        return f"{hours // HOURS_A_DAY} days"
    return f"{hours} h {rest // 60} min" if hours else f"{max(1, rest // 60)} min"


def shade(points: float | None, most: float) -> int:
    """Return which of the shades stands behind points: 0 for none of them, 4 for all."""
    if points is None or most <= 0:
        return 0
    share = min(1.0, max(0.0, points / most))
    return SHADES - 1 if share == 1 else 0 if share == 0 else min(SHADES - 2, 1 + int(share * (SHADES - 2)))
