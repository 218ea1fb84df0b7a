"""Mark every sample answer of the five units twice, as stock nbgrader does and as the course does, and compare.

Run ``python benchmarks/parity.py`` on a machine that can shut code in (see ``dust doctor``); it takes about ten
minutes. It prints a table, and every difference, and fails where a mark, a criterion or the name of a mistake differs.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Column, Table

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from return_to_dust.sandbox import Sandbox, shared_sandbox
from stock import Verdict, answered, batches, run_apart, run_in_kernel, verdicts
from test_sample_answers import VARIANTS


@dataclass
class Tally:
    """What was compared in one unit."""

    variants: int = 0
    cells: int = 0
    criteria: int = 0
    reworded: int = 0
    different: int = 0
    notes: list[str] = field(default_factory=list)

    def compare(self, where: str, stock: Verdict, ours: Verdict) -> None:
        """Take in one test cell, marked in both ways."""
        self.cells += 1
        self.criteria += len(stock.criteria)
        if stock.deciding != ours.deciding:
            self.different += 1
            self.notes.append(f"{where}\n  stock: {stock.deciding}\n  ours:  {ours.deciding}")
        elif stock != ours:
            self.reworded += 1
            pairs = {(a[3], b[3]) for a, b in zip(stock.criteria, ours.criteria, strict=True) if a != b}
            self.notes += [f"{where}, only the words\n  stock: {says}\n  ours:  {now}" for says, now in sorted(pairs)]

    def row(self) -> list[int]:
        """Return the figures of `COLUMNS`."""
        equal = self.cells - self.reworded - self.different
        return [self.variants, self.cells, self.criteria, equal, self.reworded, self.different]


COLUMNS = "variants", "cells", "criteria", "cells equal", "only words differ", "different"


def compare_all(sandbox: Sandbox) -> dict[str, Tally]:
    """Mark all sample answers in both ways; return what was found, by assignment."""
    found: dict[str, Tally] = defaultdict(Tally)
    for (assignment, number), answers in track(sorted(batches(VARIANTS).items()), "marking twice"):
        notebook = answered(assignment, answers)
        with tempfile.TemporaryDirectory() as folder:
            stock = verdicts(run_in_kernel(notebook, Path(folder)))
        ours = verdicts(run_apart(notebook, sandbox))
        tally = found[assignment]
        tally.variants += len(answers)
        for grade_id, verdict in stock.items():
            tally.compare(f"{grade_id}, answers {number}", verdict, ours[grade_id])
    return found


def main() -> None:
    """Print the table and the differences; fail where there is one that decides anything."""
    found = compare_all(shared_sandbox())
    rows = {assignment: tally.row() for assignment, tally in found.items()}
    rows["all"] = [sum(column) for column in zip(*rows.values(), strict=True)]
    table = Table(Column("unit", no_wrap=True), *COLUMNS)
    for name, row in rows.items():
        table.add_row(name, *map(str, row))
    console = Console()
    console.print(table)
    for note in (note for tally in found.values() for note in tally.notes):
        console.print(note, markup=False, soft_wrap=True)
    sys.exit(any(tally.different for tally in found.values()))


if __name__ == "__main__":
    main()
