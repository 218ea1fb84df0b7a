"""The syllabus: weeks, minutes and shares, from a written plan and the headers of lessons and assignments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from return_to_dust.errors import CourseError
from return_to_dust.handbook.markup import ref
from return_to_dust.handbook.units import Unit
from return_to_dust.tables import table

PLAN = Path("handbook/plan.yaml")
FULL = 100
#: A careful reader in a second language; reading times are rounded up to whole steps.
WORDS_A_MINUTE, STEP_MIN = 130, 5


@dataclass(frozen=True)
class Part:
    """What one week does of a lesson or an assignment.

    Attributes
    ----------
    unit
        int, the unit; 0 for the page *Start here*.
    kind
        str, ``"lesson"`` or ``"assignment"``.
    place
        str, ``"class"`` or ``"home"``.
    minutes
        int, how long; None where the unit is not there yet.
    what
        str, which part of it, such as ``"first half"``; "" for all of it.
    """

    unit: int
    kind: str
    place: str
    minutes: int | None
    what: str


@dataclass(frozen=True)
class Week:
    """One week of a plan.

    Attributes
    ----------
    number
        int, from 1.
    parts
        tuple of `Part`.
    read
        tuple of str, the ids of the readings to read before the meeting.
    prepare, with_film, without_film
        str, what else to prepare, and what is done with and without the film.
    share
        int, the share of the course mark that is handed in after this week, in per cent.
    """

    number: int
    parts: tuple[Part, ...]
    read: tuple[str, ...]
    prepare: str
    with_film: str
    without_film: str
    share: int

    def minutes(self, place: str) -> int:
        """Return the minutes in ``"class"`` or at ``"home"``, reading included; what is not there yet counts as 0."""
        reading = reading_minutes(self.read) if place == "home" else 0
        return reading + sum(part.minutes or 0 for part in self.parts if part.place == place)


def read_plan(course: Path, name: str, units: Iterable[Unit]) -> list[Week]:
    """Read a plan and give each part its minutes.

    Parameters
    ----------
    course
        The course folder.
    name
        ``"five_weeks"`` or ``"ten_weeks"``.
    units
        What the course has; a part without minutes of its own takes what its lesson or assignment has left.

    Raises
    ------
    CourseError
        If the minutes of the parts are not those of a header, or the shares do not make 100 per cent.
    """
    weeks = yaml.safe_load((course / PLAN).read_text(encoding="utf-8"))[name]
    wanted = _minutes(units)
    left = Counter(wanted)
    for part in (part for week in weeks for part in week["parts"]):
        left[_key(part)] -= part.get("minutes", 0)
    plan = [_week(number, week, left, wanted) for number, week in enumerate(weeks, start=1)]
    _require_sums(plan, name, wanted)
    return plan


def plan_table(weeks: list[Week], units: Iterable[Unit]) -> str:
    """Return a plan as a Markdown table, with its sums below."""
    titles = {unit.number: unit for unit in units}
    lines = [
        "| week | in class | minutes | at home | minutes | prepare | share |",
        "|--:|---|--:|---|--:|---|--:|",
    ]
    for week in weeks:
        done = [_done(week, place, titles) for place in ("class", "home")]
        inside, outside = week.minutes("class") or "–", week.minutes("home") or "–"
        share = f"{week.share}\u00a0%" if week.share else "–"
        lines.append(f"| {week.number} | {done[0]} | {inside} | {done[1]} | {outside} | {_prepared(week)} | {share} |")
    sums = [sum(week.minutes(place) for week in weeks) for place in ("class", "home")]
    lines.append(f"| **all** | | **{sums[0]}** | | **{sums[1]}** | | **{sum(week.share for week in weeks)}\u00a0%** |")
    return "\n".join(lines)


def film_table(weeks: list[Week]) -> str:
    """Return what each week does with the film and without it, as a Markdown table."""
    lines = ["| week | with the film | without it |", "|--:|---|---|"]
    return "\n".join([*lines, *(f"| {week.number} | {week.with_film} | {week.without_film} |" for week in weeks)])


def unit_table(units: Iterable[Unit]) -> str:
    """Return lessons and assignments with their minutes as a Markdown table."""
    lines = ["| unit | lesson | assignment | skills |", "|---|--:|--:|---|"]
    for unit in units:
        work = f"{unit.assignment_minutes} min" if unit.assignment_minutes else "–"
        link = ref(f"lesson-{unit.name.replace('_', '-')}", unit.heading)
        lines.append(f"| {link} | {unit.minutes} min | {work} | {unit.skills} |")
    return "\n".join(lines)


def reading_minutes(sources: Iterable[str]) -> int:
    """Return how long it takes to read some readings at `WORDS_A_MINUTE`, rounded up to five minutes."""
    return -(-words_of(sources) // (WORDS_A_MINUTE * STEP_MIN)) * STEP_MIN


def words_of(sources: Iterable[str]) -> int:
    """Return how many words some readings have together, from the catalogue."""
    lengths = table("sources").set_index("source")["reading_words"]
    return sum(int(lengths[source]) for source in sources)


def _prepared(week: Week) -> str:
    names = table("sources").set_index("source")["short_name"]
    links = [ref(f"reading-{source.replace('_', '-')}", str(names[source])) for source in week.read]
    read = f"read {', '.join(links)} ({words_of(week.read):,} words, {reading_minutes(week.read)} min)" if links else ""
    return "; ".join(filter(None, [read, week.prepare])) or "–"


def _minutes(units: Iterable[Unit]) -> dict[tuple[str, int], int]:
    units = list(units)
    return {("lesson", unit.number): unit.minutes for unit in units} | {
        ("assignment", unit.number): unit.assignment_minutes for unit in units if unit.questions
    }


def _key(part: dict[str, Any]) -> tuple[str, int]:
    kind = "lesson" if "lesson" in part else "assignment"
    return kind, int(part[kind])


def _week(
    number: int, week: dict[str, Any], left: Counter[tuple[str, int]], wanted: dict[tuple[str, int], int]
) -> Week:
    parts = []
    for part in week["parts"]:
        key = _key(part)
        minutes = part.get("minutes", left[key]) if key in wanted else None
        parts.append(Part(key[1], key[0], part["place"], minutes, part.get("what", "")))
    return Week(
        number=number,
        parts=tuple(parts),
        read=tuple(week.get("read", ())),
        prepare=week.get("prepare", ""),
        with_film=week["with_film"],
        without_film=week["without_film"],
        share=int(week.get("share", 0)),
    )


def _require_sums(plan: list[Week], name: str, wanted: dict[tuple[str, int], int]) -> None:
    sums: Counter[tuple[str, int]] = Counter()
    for part in (part for week in plan for part in week.parts):
        if part.minutes is not None and part.minutes <= 0:
            raise CourseError(f"{PLAN}, {name}: a part of the {part.kind} of unit {part.unit} has no minutes left.")
        sums[part.kind, part.unit] += part.minutes or 0
    for (kind, unit), minutes in wanted.items():
        if sums[kind, unit] != minutes:
            given = f"the {kind} of unit {unit} takes {minutes} minutes, but its weeks give it {sums[kind, unit]}"
            raise CourseError(f"{PLAN}, {name}: {given}.")
    if sum(week.share for week in plan) != FULL:
        raise CourseError(
            f"{PLAN}, {name}: the shares of the weeks make {sum(week.share for week in plan)} %, not 100."
        )


def _done(week: Week, place: str, units: dict[int, Unit]) -> str:
    return "; ".join(_named(part, units) for part in week.parts if part.place == place) or "–"


def _named(part: Part, units: dict[int, Unit]) -> str:
    unit = units.get(part.unit)
    if unit is None:
        return f"unit {part.unit} ({part.kind} follows)"
    target = f"lesson-{unit.name.replace('_', '-')}" if part.kind == "lesson" else f"assignment-{unit.number}"
    name = f"{unit.heading}" if part.kind == "lesson" else f"Assignment {unit.heading}"
    if part.minutes is None:
        return f"{name} ({part.kind} follows)"
    return ref(target, name) + (f", {part.what}" if part.what else "")
