"""The map of the course: objective, section, question, check, paragraph, each linked to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from return_to_dust.handbook.evidence import Address
from return_to_dust.handbook.markup import cited, label, plural, ref, section_label
from return_to_dust.handbook.questions import Question
from return_to_dust.handbook.units import Objective, Section, Unit

INTRODUCTION = """\
# Map of the course

Each objective is taught in a section, asked for in a question, decided by a check, and grounded in paragraphs of the
readings. This page is made from the lessons and assignments themselves, and the site is not built where a link of this
chain is missing.

Checks are the criteria that the tests of a question print. Some criteria try an answer on cases that you have not seen;
of those the map gives the number only."""


def map_page(units: Iterable[Unit], loose_ends: Sequence[str] = ()) -> str:
    """Return the page as MyST Markdown.

    Parameters
    ----------
    units
        The lessons with their assignments; those without a number are left out.
    loose_ends
        What `return_to_dust.handbook.orphans.orphans` found; printed at the top of a draft.
    """
    numbered = [unit for unit in units if unit.number]
    parts = [INTRODUCTION, *_draft(loose_ends), _overview(numbered)]
    for unit in numbered:
        parts += [f"## {unit.heading}", *(_objective(unit, objective) for objective in unit.objectives)]
    return "\n\n".join(parts) + "\n"


def cited_in(units: Iterable[Unit]) -> dict[Address, list[str]]:
    """Return, for each paragraph, links to the sections and questions that name it."""
    found: dict[Address, list[str]] = {}
    for unit in units:
        for section in unit.sections:
            for address in section.evidence.paragraphs:
                link = ref(section_label(unit, section), f"{unit.heading}: {section.title}")
                found.setdefault(address, []).append(link)
        for question in unit.questions:
            for address in question.evidence.paragraphs:
                link = ref(question_label(unit, question), f"Assignment {unit.number}, question {question.number}")
                found.setdefault(address, []).append(link)
    return found


def question_label(unit: Unit, question: Question) -> str:
    """Return the label of a question on the page of assignments."""
    return f"question-{unit.number}-{question.number}"


def objective_label(unit: Unit, number: int) -> str:
    """Return the label of an objective on the map."""
    return f"objective-{unit.number}-{number}"


def _draft(loose_ends: Sequence[str]) -> list[str]:
    if not loose_ends:
        return []
    listed = "\n".join(f"- {sentence}" for sentence in loose_ends)
    return [f":::{{warning}}\nThis is a draft: {len(loose_ends)} loose ends are left.\n\n{listed}\n:::"]


def _overview(units: list[Unit]) -> str:
    head = "| unit | objectives | sections | questions | criteria you see | decided at marking | read by a person |"
    lines = [head, "|---|" + "--:|" * 6]
    for unit in units:
        numbers = (
            len(unit.objectives),
            len(unit.teaching),
            len(unit.questions),
            sum(len(question.criteria) for question in unit.questions),
            sum(question.hidden for question in unit.questions),
            sum(question.by_hand for question in unit.questions),
        )
        lines.append(f"| {unit.heading} | " + " | ".join(map(str, numbers)) + " |")
    return "\n".join(lines)


def _objective(unit: Unit, objective: Objective) -> str:
    sections = [section for section in unit.teaching if objective.number in section.objectives]
    questions = [question for question in unit.questions if objective.number in question.objectives]
    rows = {
        "Taught in": [ref(section_label(unit, section), section.title) for section in sections],
        "Asked in": [_question(unit, question) for question in questions],
        "Checked by": [_check(question) for question in questions],
        "Rests on": _grounds([*sections, *questions]),
    }
    level = f" *({objective.level})*" if objective.level else ""
    lines = [label(objective_label(unit, objective.number)), f"### {unit.number}.{objective.number} {objective.text}"]
    if level:
        lines += ["", "{.level}", level.strip()]
    entries: list[str] = []
    for name, items in rows.items():
        body = [f"- {item}" for item in items] or ["- nothing yet"]
        entries += [name, f": {body[0]}", *(f"  {item}" for item in body[1:]), ""]
    return "\n".join([*lines, "", ":::{container} chain", *entries, ":::"])


def _question(unit: Unit, question: Question) -> str:
    return ref(question_label(unit, question), f"{question.number} {question.title}") + f" ({points(question.points)})"


def _check(question: Question) -> str:
    later = f"{question.hidden} {'criterion' if question.hidden == 1 else 'criteria'} decided at marking"
    parts = [
        *question.criteria,
        *([later] if question.hidden else []),
        *(["a person reads it, with a rubric"] if question.by_hand else []),
    ]
    return f"Question {question.number}: " + "; ".join(parts)


def _grounds(parts: list[Section | Question]) -> list[str]:
    paragraphs = sorted({address for part in parts for address in part.evidence.paragraphs}, key=_in_reading_order)
    tables = dict.fromkeys(name for part in parts for name in part.evidence.tables)
    readings = dict.fromkeys(source for part in parts for source in part.evidence.readings)
    return [
        *([_by_source(paragraphs)] if paragraphs else []),
        *(["the " + plural("table", [ref(f"table-{name}", name) for name in tables])] if tables else []),
        *(["all of " + ", ".join(ref(f"reading-{s.replace('_', '-')}", s) for s in readings)] if readings else []),
    ]


def _by_source(addresses: list[Address]) -> str:
    by_source: dict[str, list[str]] = {}
    for address in addresses:
        by_source.setdefault(address.source, []).append(address.number)
    return cited(" ".join(f"[{source} {', '.join(numbers)}]" for source, numbers in by_source.items()))


def points(number: float) -> str:
    """Return a number of points in words that agree with it.

    Examples
    --------
    >>> points(1.0), points(2.5)
    ('1 point', '2.5 points')
    """
    return f"{number:g} point{'' if number == 1 else 's'}"


def _in_reading_order(address: Address) -> tuple[str, int]:
    return address.source, int(address.number[1:])
