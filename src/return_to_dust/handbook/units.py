"""A unit as its authors wrote it: objectives, teaching sections, questions, and what each of them rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from return_to_dust.build.course import assignment_sources, lesson_sources
from return_to_dust.build.notebooks import read_percent
from return_to_dust.handbook.bindings import Bindings
from return_to_dust.handbook.evidence import Evidence, evidence_in
from return_to_dust.handbook.questions import Question, read_questions, served

#: Sections that frame a lesson and teach nothing of their own, so that they need no objective.
FRAME = re.compile(r"(Objectives|Questions|Key points|How far|Going further|Needs)\b")
HEADING = re.compile(r"^## +(.+)$", re.MULTILINE)
OBJECTIVE = re.compile(r"^(\d+)\. (.+?)(?=^\d+\. |\n\s*\n|\Z)", re.MULTILINE | re.DOTALL)
LEVELS = ("remember", "understand", "apply", "analyse", "evaluate", "create")
LEVEL = re.compile(rf"\(((?:{'|'.join(LEVELS)})(?:(?:, | and )(?:{'|'.join(LEVELS)}))*)\)\s*[;.]?\s*$")


@dataclass(frozen=True)
class Objective:
    """What a student can do after a lesson.

    Attributes
    ----------
    number
        int, as printed in the lesson.
    text, level
        str, the objective without its level, and the level, such as ``"apply, evaluate"``; "" where none is given.
    """

    number: int
    text: str
    level: str


@dataclass(frozen=True)
class Section:
    """A part of a lesson under one heading.

    Attributes
    ----------
    cell
        int, the position of the cell with the heading, from 0.
    title
        str, the heading.
    objectives
        tuple of int, the numbers of the objectives it serves.
    evidence
        Evidence, what its cells name.
    frame
        bool, whether it frames the lesson (objectives, key points …) and teaches nothing of its own.
    text
        str, the sources of its cells.
    """

    cell: int
    title: str
    objectives: tuple[int, ...]
    evidence: Evidence
    frame: bool
    text: str


@dataclass(frozen=True)
class Unit:
    """A lesson with its assignment.

    Attributes
    ----------
    number
        int, the unit, or 0 where the lesson belongs to none.
    name, title, skills
        str, the file name without its ending, the title, and the skills of the header.
    minutes, assignment_minutes
        int, from the headers; `assignment_minutes` is 0 where there is no assignment.
    objectives, sections, questions
        tuples, in the order of the lesson and of the assignment.
    """

    number: int
    name: str
    title: str
    skills: str
    minutes: int
    assignment_minutes: int
    objectives: tuple[Objective, ...]
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]

    @property
    def teaching(self) -> list[Section]:
        """The sections that teach."""
        return [section for section in self.sections if not section.frame]

    @property
    def heading(self) -> str:
        """The number and the title, or the title alone."""
        return f"{self.number} {self.title}" if self.number else self.title


def read_units(course: Path) -> list[Unit]:
    """Read all lessons with their assignments, in teaching order; a lesson without a number is unit 0.

    Raises
    ------
    CourseError
        If a header is wrong: a file cannot be read, or an attribute ``objectives`` holds something else than numbers.
    """
    assignments = {source.stem: source for source in assignment_sources(course)}
    return [read_unit(lesson, assignments.get(lesson.stem)) for lesson in lesson_sources(course)]


def read_unit(lesson: Path, assignment: Path | None) -> Unit:
    """Read one lesson and, where there is one, its assignment."""
    notebook = read_percent(lesson)
    about = notebook.metadata.get("return_to_dust", {})
    work = read_percent(assignment) if assignment else None
    return Unit(
        number=int(about.get("unit") or 0),
        name=lesson.stem,
        title=str(about.get("title", lesson.stem)),
        skills=str(about.get("skills", "")),
        minutes=int(about.get("minutes", 0)),
        assignment_minutes=int(work.metadata.get("return_to_dust", {}).get("minutes", 0)) if work else 0,
        objectives=tuple(_objectives(notebook)),
        sections=tuple(_sections(notebook, lesson)),
        questions=tuple(read_questions(assignment)) if assignment else (),
    )


def _objectives(notebook: NotebookNode) -> list[Objective]:
    for cell in notebook.cells:
        _, heading, rest = cell.source.partition("## Objectives")
        if heading and cell.cell_type == "markdown":
            return [_objective(match) for match in OBJECTIVE.finditer(rest)]
    return []


def _objective(match: re.Match[str]) -> Objective:
    text = " ".join(match[2].split())
    level = LEVEL.search(text)
    return Objective(int(match[1]), LEVEL.sub("", text).rstrip(" ;."), level[1] if level else "")


def _sections(notebook: NotebookNode, path: Path) -> list[Section]:
    starts = [
        (position, heading)
        for position, cell in enumerate(notebook.cells)
        if cell.cell_type == "markdown" and (heading := HEADING.search(cell.source))
    ]
    ends = [position for position, _ in starts[1:]] + [len(notebook.cells)]
    names, sections = Bindings(), []
    for cell in notebook.cells[: starts[0][0] if starts else 0]:
        names.evidence(cell.source if cell.cell_type == "code" else "")
    for (start, heading), end in zip(starts, ends, strict=True):
        cells = notebook.cells[start:end]
        text = "\n\n".join(cell.source for cell in cells)
        reached = [names.evidence(cell.source) for cell in cells if cell.cell_type == "code"]
        evidence = sum(reached, start=evidence_in(text))
        numbers = served(notebook.cells[start], f"{path}, the section “{heading[1]}”,")
        frame = bool(FRAME.match(heading[1]))
        sections.append(Section(start, heading[1].strip(), numbers, evidence, frame, text))
    return sections
