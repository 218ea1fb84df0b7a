"""The questions of an assignment as students may see them: hidden tests are counted, never quoted."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from return_to_dust.build.notebooks import read_percent
from return_to_dust.errors import CourseError
from return_to_dust.handbook.evidence import Evidence, evidence_in

QUESTION = re.compile(r"^## +(\d+)\s+(.+?)\s+\(([\d.]+) points?[^)]*\)\s*$", re.MULTILINE)
RUBRIC = re.compile(r"^## Question (\d+)\b", re.MULTILINE)
BY_HAND = ("manual", "task")
HIDDEN = ("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS")
#: What a release does not hold, from the first line to the last.
SECRET = (
    ("### BEGIN SOLUTION", "### END SOLUTION"),
    HIDDEN,
    ("=== BEGIN MARK SCHEME ===", "=== END MARK SCHEME ==="),
)


@dataclass(frozen=True)
class Question:
    """One question of an assignment.

    Attributes
    ----------
    number, title
        int and str, from the heading.
    points
        float, what its cells are worth together, 0 or more.
    objectives
        tuple of int, the numbers of the lesson's objectives that it serves.
    evidence
        Evidence, what its public cells name.
    criteria
        tuple of str, the names of the criteria that students see.
    hidden
        int, how many further criteria are decided at marking.
    by_hand, rubric
        bool, whether a person marks it, and whether the rubric has a heading for it.
    text
        str, its public words and code.
    """

    number: int
    title: str
    points: float
    objectives: tuple[int, ...]
    evidence: Evidence
    criteria: tuple[str, ...]
    hidden: int
    by_hand: bool
    rubric: bool
    text: str

    def has_check(self) -> bool:
        """Return whether something decides its marks: criteria, or a rubric where a person marks."""
        return self.rubric if self.by_hand else bool(self.criteria or self.hidden)


def read_questions(path: Path) -> list[Question]:
    """Read the questions of an assignment from its written form.

    Parameters
    ----------
    path
        The percent-format file; ``rubric.md`` lies beside it.

    Raises
    ------
    CourseError
        If a cell of tests is not Python, or an attribute ``objectives`` holds something else than numbers.
    """
    rubric = path.with_name("rubric.md")
    headings = RUBRIC.findall(rubric.read_text(encoding="utf-8")) if rubric.is_file() else []
    marked_by_rubric = {int(number) for number in headings}
    return [_question(heading, cells, path, marked_by_rubric) for heading, cells in _groups(read_percent(path).cells)]


def public_text(source: str) -> str:
    """Return a cell's source without the regions that a release does not hold."""
    kept, ends = [], ""
    begins = dict(SECRET)
    for line in source.splitlines():
        if not ends and line.strip() in begins:
            ends = begins[line.strip()]
        elif ends:
            ends = "" if line.strip() == ends else ends
        else:
            kept.append(line)
    return "\n".join(kept)


def criteria_of(source: str) -> list[tuple[str, bool]]:
    """Return each criterion of a test cell, in order: its name, and whether it is hidden.

    A criterion is hidden if it says so, or stands between the marks of hidden tests.
    """
    hidden_lines = _lines_between(source, *HIDDEN)
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and _is_criterion(node)]
    return [
        (_name(call), _says_hidden(call) or call.lineno in hidden_lines)
        for call in sorted(calls, key=lambda call: call.lineno)
    ]


def served(cell: NotebookNode, where: str) -> tuple[int, ...]:
    """Return the objectives that a cell's header names.

    Raises
    ------
    CourseError
        If it names something else than whole numbers.
    """
    given = str(cell.metadata.get("objectives", ""))
    if not re.fullmatch(r"[\d ,]*", given):
        raise CourseError(f'{where} has objectives="{given}": write the numbers of the objectives, such as "1 3".')
    return tuple(int(number) for number in re.findall(r"\d+", given))


def _groups(cells: list[NotebookNode]) -> Iterator[tuple[re.Match[str], list[NotebookNode]]]:
    starts = [(i, re.search(r"^## .*$", c.source, re.M)) for i, c in enumerate(cells) if c.cell_type == "markdown"]
    starts = [(i, heading) for i, heading in starts if heading]
    ends = [i for i, _ in starts[1:]] + [len(cells)]
    for (start, _), end in zip(starts, ends, strict=True):
        question = QUESTION.search(cells[start].source)
        if question:
            yield question, cells[start:end]


def _question(heading: re.Match[str], cells: list[NotebookNode], path: Path, rubric: set[int]) -> Question:
    number = int(heading[1])
    where = f"{path}, question {number},"
    criteria = [found for cell in cells if cell.metadata.get("kind") == "tests" for found in _criteria(cell, where)]
    text = "\n\n".join(public_text(cell.source) for cell in cells if cell.metadata.get("kind") != "manual")
    return Question(
        number=number,
        title=heading[2],
        points=float(sum(float(cell.metadata.get("points", 0)) for cell in cells)),
        objectives=served(cells[0], where),
        evidence=evidence_in(text),
        criteria=tuple(name for name, hidden in criteria if not hidden),
        hidden=sum(hidden for _, hidden in criteria),
        by_hand=any(cell.metadata.get("kind") in BY_HAND for cell in cells),
        rubric=number in rubric,
        text=text,
    )


def _criteria(cell: NotebookNode, where: str) -> list[tuple[str, bool]]:
    try:
        return criteria_of(cell.source)
    except SyntaxError as error:
        raise CourseError(f"{where} has tests that are not Python (line {error.lineno}): mend the cell.") from None


def _lines_between(source: str, begin: str, end: str) -> set[int]:
    inside, found = False, set()
    for number, line in enumerate(source.splitlines(), start=1):
        inside = (inside or begin in line) and end not in line
        if inside:
            found.add(number)
    return found


def _is_criterion(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr == "criterion" and bool(call.args)


def _says_hidden(call: ast.Call) -> bool:
    return any(k.arg == "hidden" and isinstance(k.value, ast.Constant) and bool(k.value.value) for k in call.keywords)


def _name(call: ast.Call) -> str:
    name = call.args[0]
    if isinstance(name, ast.Constant):
        return str(name.value)
    if isinstance(name, ast.JoinedStr):  # a name that a loop fills in
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in name.values)
    return ast.unparse(name)
