"""Self-checks in lessons: you answer, the course says whether it fits and, if not, what probably happened."""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from return_to_dust.checks.values import kind
from return_to_dust.errors import CourseError
from return_to_dust.paths import bundled


@dataclass(frozen=True)
class Verdict:
    """What the self-check says.

    Attributes
    ----------
    right
        bool, whether the answer fits.
    says
        str, one or two sentences: why it fits, or what probably happened.
    """

    right: bool
    says: str

    def _repr_html_(self) -> str:
        colour, mark = ("#009E73", "✓ Yes.") if self.right else ("#D55E00", "Not yet.")
        return (
            f'<div style="border-left: 4px solid {colour}; padding: .4em .8em"><strong>{mark}</strong> '
            f"{html.escape(self.says)}</div>"
        )

    def __repr__(self) -> str:
        return f"{'Yes.' if self.right else 'Not yet.'} {self.says}"


@cache
def _questions(unit: str) -> dict[str, dict[str, Any]]:
    path = bundled("self_checks", "lessons/self_checks") / f"{unit}.yaml"
    if not path.is_file():
        known = sorted(p.stem for p in path.parent.glob("*.yaml"))
        raise CourseError(f"There are no self-checks for {unit!r}: the units with some are {', '.join(known)}.")
    questions: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return questions


def self_check(name: str, answer: Any) -> Verdict:
    """Say whether an answer to a lesson's question fits, and what a wrong one probably comes from.

    Parameters
    ----------
    name
        str, unit and question, such as ``"2_reception/steps"``.
    answer
        Your answer: a number (in the unit that the question names), a text or a letter, or a list of them.

    Returns
    -------
    Verdict
        Case and outer or doubled spaces of a text do not count; a number may be off by what the question allows.

    Raises
    ------
    CourseError
        If there is no such question, or the answer is of a kind that it cannot have.
    """
    if not isinstance(name, str):
        raise CourseError(f'self_check needs a name in quotation marks, such as "2_reception/middle", not {name!r}.')
    unit, _, key = name.partition("/")
    questions = _questions(unit)
    if key not in questions:
        raise CourseError(f"There is no self-check {name!r}: those of {unit!r} are {', '.join(questions)}.")
    question = questions[key]
    given = _plain(name, answer, question["answer"])
    if _same(given, question["answer"], question.get("within", 0)):
        return Verdict(True, question["right"])
    for wrong in question.get("wrong", []):
        if _same(given, wrong["answer"], wrong.get("within", question.get("within", 0))):
            return Verdict(False, wrong["says"])
    return Verdict(False, question["hint"])


def _plain(name: str, answer: Any, expected: Any) -> Any:
    """Bring an answer to the kind that the question expects, or say which kind that is."""
    if isinstance(expected, list):
        if isinstance(answer, (str, bytes, dict)) or not hasattr(answer, "__iter__"):
            raise CourseError(f"{name}: expected a list, such as [1, 2], but got {_kind(answer)}.")
        return [_plain(name, item, expected[0]) for item in answer]
    if isinstance(expected, str):
        if not isinstance(answer, str):
            raise CourseError(f'{name}: expected a text in quotation marks, such as "a", but got {_kind(answer)}.')
        return " ".join(answer.split()).casefold()
    try:
        if isinstance(answer, str):
            raise TypeError
        return float(answer)
    except (TypeError, ValueError):
        raise CourseError(f"{name}: expected a number, such as 42, but got {_kind(answer)}.") from None


def _same(given: Any, expected: Any, within: float) -> bool:
    if isinstance(expected, list):
        return (
            isinstance(given, list)
            and len(given) == len(expected)
            and all(_same(a, b, within) for a, b in zip(given, expected, strict=True))
        )
    if isinstance(expected, str):
        return bool(given == " ".join(expected.split()).casefold())
    return isinstance(given, float) and abs(given - float(expected)) <= within + 1e-9


def _kind(answer: Any) -> str:
    return f"the text {answer!r}" if isinstance(answer, str) else kind(answer)
