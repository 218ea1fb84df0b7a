"""The assignments as a list: titles, points and ways of marking, and nothing that gives an answer away."""

from __future__ import annotations

from collections.abc import Iterable

from return_to_dust.handbook.map_page import objective_label, points, question_label
from return_to_dust.handbook.markup import label, plural, ref
from return_to_dust.handbook.questions import Question
from return_to_dust.handbook.units import Unit

INTRODUCTION = """\
# Assignments

Your instructor releases each assignment; it then stands in the Assignment List of JupyterLab, under the name given
here. Most questions mark themselves, criterion by criterion, with a reason for each point that is lost. The last ones
are read by a person."""


def assignments_page(units: Iterable[Unit]) -> str:
    """Return the page as MyST Markdown."""
    parts = [INTRODUCTION]
    for unit in units:
        if unit.questions:
            total = points(sum(question.points for question in unit.questions))
            parts += [
                label(f"assignment-{unit.number}") + f"\n## {unit.heading}",
                f"`{unit.name}`: {len(unit.questions)} questions, {total}, about {unit.assignment_minutes} minutes.",
                *(_question(unit, question) for question in unit.questions),
            ]
    return "\n\n".join(parts) + "\n"


def _question(unit: Unit, question: Question) -> str:
    how = "read by a person, with a rubric" if question.by_hand else "marked by tests"
    serves = [ref(objective_label(unit, number), f"{unit.number}.{number}") for number in question.objectives]
    tail = f"; serves {plural('objective', serves)}" if serves else ""
    words = f"**{question.number} {question.title}**: {points(question.points)}, {how}{tail}."
    return f"{label(question_label(unit, question))}\n{{.question}}\n{words}"
