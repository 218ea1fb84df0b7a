"""What hangs in the air: an objective nobody teaches or asks, a question nobody checks, a citation to nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from return_to_dust.handbook.glossary import Term
from return_to_dust.handbook.questions import Question
from return_to_dust.handbook.units import Objective, Section, Unit


def orphans(units: Iterable[Unit], terms: Iterable[Term] = ()) -> list[str]:
    """Name every loose end of the map objective, section, question, check, paragraph.

    Parameters
    ----------
    units
        The lessons with their assignments. A lesson without a number needs no objectives; what it cites must exist.
    terms
        The glossary; a term that no lesson, assignment or reading uses is a loose end too.

    Returns
    -------
    list of str
        One sentence each, in the order of the course; empty where nothing is loose.
    """
    found = [sentence for unit in units for sentence in _of_unit(unit)]
    unused = [term.english for term in terms if not term.used]
    return found + [f"The glossary's term “{name}” is used in no lesson, assignment or reading." for name in unused]


def _of_unit(unit: Unit) -> Iterator[str]:
    where = f"Unit {unit.number}" if unit.number else unit.title
    if unit.number:
        if not unit.objectives:
            yield f"{where} has no objectives."
        numbers = Counter(objective.number for objective in unit.objectives)
        yield from (f"{where} has two objectives {number}." for number, times in numbers.items() if times > 1)
        for objective in unit.objectives:
            yield from _of_objective(unit, objective, where)
        for section in unit.teaching:
            yield from _unserved(section, set(numbers), f"{where}, the section “{section.title}”,")
        for question in unit.questions:
            yield from _unserved(question, set(numbers), f"{where}, question {question.number} “{question.title}”,")
            yield from _unchecked(question, f"{where}, question {question.number} “{question.title}”,")
    for section in unit.sections:
        yield from _missing(section, f"{where}, the section “{section.title}”,")
    for question in unit.questions:
        yield from _missing(question, f"{where}, question {question.number},")


def _of_objective(unit: Unit, objective: Objective, where: str) -> Iterator[str]:
    name = f"{where}, objective {objective.number} “{objective.text}”,"
    if not objective.level:
        yield f"{name} names no level, such as (analyse)."
    if not any(objective.number in section.objectives for section in unit.teaching):
        yield f"{name} is taught in no section."
    if not any(objective.number in question.objectives for question in unit.questions):
        yield f"{name} is asked for by no question."


def _unserved(part: Section | Question, numbers: set[int], where: str) -> Iterator[str]:
    if not part.objectives:
        yield f"{where} serves no objective."
    for number in part.objectives:
        if number not in numbers:
            yield f"{where} serves objective {number}, which the lesson does not have."
    if not part.evidence.reaches_a_paragraph():
        yield f"{where} rests on no paragraph of a source."


def _unchecked(question: Question, where: str) -> Iterator[str]:
    if not question.has_check():
        yield f"{where} has no {'heading in the rubric' if question.by_hand else 'criterion'} that decides its marks."


def _missing(part: Section | Question, where: str) -> Iterator[str]:
    for what in part.evidence.missing():
        yield f"{where} names {what}, which does not exist."
