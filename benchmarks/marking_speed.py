"""Time the marking of one class by stock nbgrader, by `dust grade` with its sandbox, and the floor below both.

One command, some minutes; it prints Markdown tables and draws a figure::

    python benchmarks/marking_speed.py --plot docs/marking_speed.png

The same honest hand-ins (`honest_class.py`) of the Reception and of the heaviest assignment go through ``nbgrader
autograde`` as it comes and through ``dust grade``, in turn, on the same cores, each with a gradebook of its own and
nothing kept from before; all marks are compared. The floor (`floor.py`) is these notebooks' own cells in warm forks.
``--sizes 60 250 1000 2000`` adds how the time grows with the class.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

import nbformat
import numpy as np
from honest_class import copy_course, copy_of, hand_in_class
from process_trees import Cost, run

from return_to_dust import new_figure
from return_to_dust.build.course import assignment_names
from return_to_dust.figures import COLOURS
from return_to_dust.marking.course import open_course
from return_to_dust.sandbox.view import ENVIRONMENT

HERE = Path(__file__).resolve().parent
RECEPTION = "2_reception"
DUST = [sys.executable, "-c", "from return_to_dust.cli import main; main()"]
STOCK, OURS, FLOOR = "stock `nbgrader autograde`", "`dust grade`, sandbox on", "floor: the cells alone, in warm forks"
WATCHED = 12
#: What the gradebook holds for a cell: the automatic score, and whether a hand must mark it.
Mark = tuple[float | None, bool]


@dataclass
class Race:
    """What marking one assignment's class took, each way, in each round; and what differs between the marks."""

    assignment: str
    count: int
    costs: dict[str, list[Cost]] = field(default_factory=lambda: {STOCK: [], OURS: [], FLOOR: []})
    alone: Cost | None = None
    compared: int = 0
    differences: list[str] = field(default_factory=list)

    def wall_s(self, way: str) -> float:
        """Return the mean wall clock time in seconds."""
        return mean(cost.wall_s for cost in self.costs[way])

    def processor_s(self, way: str) -> float:
        """Return the mean processor time for one hand-in in seconds; for ours without what starting takes."""
        whole = mean(cost.processor_s for cost in self.costs[way])
        if way == OURS and self.alone and self.count > 1:
            return (whole - self.alone.processor_s) / (self.count - 1)
        return whole / self.count


def main() -> None:
    """Run the race that was asked for; exit code 1 where marks differ."""
    asked = _arguments()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: asked.cores])
    with tempfile.TemporaryDirectory(prefix="dust-speed-") as name:
        folder = Path(name)
        course = copy_course(folder / "course")
        names = asked.assignments or [RECEPTION, heaviest(course, asked.cores)]
        races = [race(course, one, asked) for one in dict.fromkeys(names)]
        sys.stdout.write(f"\n{table(races)}\n\n")
        memory = watch_memory(course, names[-1], min(WATCHED, asked.submissions))
        sys.stdout.write(f"{memory_table(memory)}\n\n")
        if asked.sizes:
            sys.stdout.write(f"{growth_table(growth(course, names[0], asked.sizes))}\n\n")
        if asked.plot:
            draw(races, asked.plot)
    sys.exit(any(one.differences for one in races))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--submissions", type=int, default=60, help="hand-ins of each assignment (60)")
    parser.add_argument("--assignments", nargs="+", help="Reception and the heaviest by default")
    parser.add_argument("--rounds", type=int, default=2, help="how often each way runs, in turn (2)")
    parser.add_argument("--cores", type=int, default=2, help="how many cores all of them may use (2)")
    parser.add_argument("--sizes", type=int, nargs="*", default=[], help="classes with which the growth is measured")
    parser.add_argument("--plot", type=Path, help="the PNG to draw")
    return parser.parse_args()


def heaviest(course: Path, cores: int) -> str:
    """Return the assignment whose solution takes the most processor time."""
    names = assignment_names(course)
    solutions = [course / "solutions" / name / f"{name}.ipynb" for name in names]
    _, each_s = run_floor(course.parent, solutions, cores)
    return max(zip(each_s, names, strict=True))[1]


def race(course: Path, assignment: str, asked: argparse.Namespace) -> Race:
    """Mark the same class each way, in turn, and compare the marks."""
    found = Race(assignment, asked.submissions)
    hand_in_class(course, assignment, found.count)
    for number in range(asked.rounds):
        marks = {}
        notebooks: list[Path] = []
        ways: list[tuple[str, Callable[[Path], Cost]]] = [
            (STOCK, lambda place: run([sys.executable, "-m", "nbgrader", "autograde", assignment], place)),
            (OURS, lambda place: run([*DUST, "grade", assignment], place)),
        ]
        for way, mark in ways if number % 2 == 0 else reversed(ways):
            place = copy_of(course, course.parent / "turn", stock=way == STOCK)
            found.costs[way].append(mark(place))
            marks[way] = read_marks(place, assignment)
            if way == OURS:
                notebooks = keep_marked(place, assignment, course.parent / "marked")
            shutil.rmtree(place)
        _compare(found, marks[STOCK], marks[OURS])
        wall_s, each_s = run_floor(course.parent, notebooks, asked.cores)
        found.costs[FLOOR].append(Cost(wall_s, sum(each_s)))
    found.alone = mark_with_ours(course, assignment, "--student", "s0000")
    return found


def mark_with_ours(course: Path, assignment: str, *options: str, watch: bool = False) -> Cost:
    """Mark a copy of the course with `dust grade`."""
    place = copy_of(course, course.parent / "turn")
    cost = run([*DUST, "grade", assignment, *options], place, watch=watch)
    shutil.rmtree(place)
    return cost


def run_floor(folder: Path, notebooks: Iterable[Path], at_once: int) -> tuple[float, list[float]]:
    """Run notebooks' code cells in warm forks; return the wall clock time, and the processor time of each, in s."""
    read = [nbformat.read(path, as_version=4) for path in notebooks]
    cells = folder / "cells.json"
    cells.write_text(json.dumps([[cell.source for cell in one.cells if cell.cell_type == "code"] for one in read]))
    environment = ENVIRONMENT | {"HOME": str(folder), "TMPDIR": str(folder), "MPLCONFIGDIR": str(folder / "fonts")}
    cost = run([sys.executable, str(HERE / "floor.py"), str(cells), str(at_once)], HERE, environment=environment)
    found = json.loads(cost.says.strip().splitlines()[-1])
    return found["wall_s"], found["processor_s"]


def keep_marked(course: Path, assignment: str, folder: Path) -> list[Path]:
    """Keep the marked notebooks, which have the full source of the tests; return where they are."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(course / "term" / "autograded", folder)
    return sorted(folder.glob(f"*/{assignment}/{assignment}.ipynb"))


def read_marks(course: Path, assignment: str) -> dict[tuple[str, str], Mark]:
    """Return the mark of each graded cell of each student."""
    with open_course(course).gradebook as gradebook:
        return {
            (submission.student_id, grade.name): (grade.auto_score, bool(grade.needs_manual_grade))
            for submission in gradebook.assignment_submissions(assignment)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def _compare(found: Race, stock: dict[tuple[str, str], Mark], ours: dict[tuple[str, str], Mark]) -> None:
    found.compared += len(stock)
    found.differences += [
        f"{found.assignment}, {student}, {grade_id}: stock {stock.get(cell)}, ours {ours.get(cell)}"
        for cell in sorted(stock.keys() | ours.keys())
        if stock.get(cell) != ours.get(cell)
        for student, grade_id in [cell]
    ]


def table(races: list[Race]) -> str:
    """Return the race as a Markdown table, with the marks that differ below it."""
    rows: list[tuple[str, Callable[[Race], str]]] = [
        ("hand-ins", lambda one: str(one.count)),
        *((f"{way}, wall s", lambda one, way=way: f"{one.wall_s(way):.1f}") for way in (STOCK, OURS, FLOOR)),
        ("stock / ours", lambda one: f"{one.wall_s(STOCK) / one.wall_s(OURS):.1f}"),
        ("ours / floor", lambda one: f"{one.wall_s(OURS) / one.wall_s(FLOOR):.2f}"),
        ("stock, processor s a hand-in", lambda one: f"{one.processor_s(STOCK):.2f}"),
        ("ours, processor s a hand-in", lambda one: f"{one.processor_s(OURS):.3f}"),
        ("floor, processor s a hand-in", lambda one: f"{one.processor_s(FLOOR):.3f}"),
        ("ours over floor, processor s", lambda one: f"{one.processor_s(OURS) - one.processor_s(FLOOR):.3f}"),
        ("ours, one hand-in alone, wall s", lambda one: f"{one.alone.wall_s:.1f}" if one.alone else "-"),
        ("ours, one hand-in alone, processor s", lambda one: f"{one.alone.processor_s:.1f}" if one.alone else "-"),
        ("marks compared", lambda one: str(one.compared)),
        ("marks that differ", lambda one: str(len(one.differences))),
    ]
    lines = [f"| | {' | '.join(one.assignment for one in races)} |", "|---|" + "---:|" * len(races)]
    lines += [f"| {label} | {' | '.join(tell(one) for one in races)} |" for label, tell in rows]
    return "\n".join(lines + [f"- {says}" for one in races for says in one.differences])


def watch_memory(course: Path, assignment: str, count: int) -> dict[str, float]:
    """Return the most memory that the processes of `dust grade` take while they mark so many hand-ins, in MiB."""
    students = [option for number in range(count) for option in ("--student", f"s{number:04}")]
    return mark_with_ours(course, assignment, *students, watch=True).memory_mb


def memory_table(memory: dict[str, float]) -> str:
    """Return the memory as a Markdown table."""
    lines = ["| memory (PSS), at most | MiB |", "|---|---:|"]
    return "\n".join(lines + [f"| {what} | {size:.0f} |" for what, size in sorted(memory.items())])


def growth(course: Path, assignment: str, sizes: list[int]) -> dict[int, Cost]:
    """Mark classes of several sizes with `dust grade`."""
    shutil.rmtree(course / "term" / "submitted")
    found = {}
    for size in sorted(sizes):
        hand_in_class(course, assignment, size)
        found[size] = mark_with_ours(course, assignment)
        shutil.rmtree(course / "term" / "submitted")
    return found


def growth_table(costs: dict[int, Cost]) -> str:
    """Return how the time grows with the class as a Markdown table, with the line that fits it best."""
    lines = ["| hand-ins | wall s | processor s | wall s a hand-in |", "|---:|---:|---:|---:|"]
    lines += [
        f"| {size} | {cost.wall_s:.1f} | {cost.processor_s:.1f} | {cost.wall_s / size:.3f} |"
        for size, cost in costs.items()
    ]
    if len(costs) > 1:
        slope, start = np.polyfit(list(costs), [cost.wall_s for cost in costs.values()], 1)
        lines.append(f"\nWall clock: {start:.1f} s + {slope:.3f} s for each hand-in.")
    return "\n".join(lines)


def draw(races: list[Race], path: Path) -> None:
    """Draw the wall clock time for one hand-in, each way."""
    figure, axes = new_figure(7.5, 1.2 + 1.3 * len(races))
    ways = {STOCK: COLOURS["ash"], OURS: COLOURS["loess"], FLOOR: COLOURS["sky"]}
    labels, places = [], []
    for number, (one, way) in enumerate((one, way) for one in races for way in ways):
        seconds = one.wall_s(way) / one.count
        place = number + number // len(ways)  # a gap between assignments
        axes.barh(place, seconds, color=ways[way])
        axes.annotate(f" {seconds:.2f} s", (seconds, place), va="center")
        labels.append(f"{one.assignment}: {way.replace('`', '').partition(':')[0].partition(',')[0]}")
        places.append(place)
    axes.set_yticks(places, labels)
    axes.invert_yaxis()
    axes.margins(x=0.12)
    axes.set_xlabel("wall clock time for one hand-in (s)")
    axes.set_title(f"Marking {races[0].count} hand-ins on the same cores")
    figure.savefig(path)


if __name__ == "__main__":
    main()
