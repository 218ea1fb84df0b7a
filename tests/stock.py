"""Marking as stock nbgrader does it, to compare with: in a kernel, where answers and tests run together.

A notebook is marked in both ways from the same source: an assignment's solution, with its tests whole, in which
sample answers stand in the place of the model answers.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import Execute
from nbgrader.utils import determine_grade

from return_to_dust.checks import OUTCOME
from return_to_dust.examine.engine import examine
from return_to_dust.marking.outcomes import is_test, outcome_of
from return_to_dust.paths import CHECKOUT
from return_to_dust.sandbox import Limits, Sandbox
from test_sample_answers import Variant


@dataclass(frozen=True)
class Verdict:
    """What became of one test cell: its score, and of each criterion its name, whether it is met, and what is said."""

    score: float | None
    criteria: tuple[tuple[str, bool, str, str], ...]

    @property
    def deciding(self) -> Verdict:
        """The verdict without the sentences: what is earned, and which criteria and mistakes are named."""
        return Verdict(self.score, tuple((name, met, mistake, "") for name, met, mistake, _ in self.criteria))


def answered(assignment: str, answers: Mapping[str, str]) -> NotebookNode:
    """Return an assignment with its tests whole, with some answers in the place of the model answers.

    Parameters
    ----------
    assignment
        The assignment's name.
    answers
        Sources of answer cells, by ``grade_id``.
    """
    path = CHECKOUT / "solutions" / assignment / f"{assignment}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = answers.get(grade_id, cell.source)
    return notebook


def batches(variants: Iterable[Variant]) -> dict[tuple[str, int], dict[str, str]]:
    """Put variant k of every question of an assignment together; return the answers of each batch."""
    found: dict[tuple[str, int], dict[str, str]] = {}
    for variant in variants:
        found.setdefault((variant.assignment, variant.number), {})[variant.question] = variant.source
    return found


def run_in_kernel(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """Return a copy of a notebook as stock nbgrader runs it, with the outputs of its tests.

    Of a test with an outcome only the outcome is kept. Stock nbgrader takes a warning on stderr for a failure, which
    the course never let it do: that difference is known, and would hide others.
    """
    notebook = copy.deepcopy(notebook)
    runner = Execute(timeout=30, shutdown_kernel="immediate", extra_arguments=["--log-level=ERROR"])
    runner.preprocess(notebook, {"metadata": {"path": str(folder)}})
    for cell in notebook.cells:
        if cell.cell_type == "code" and is_test(cell):
            deciding = [one for one in cell.outputs if one.output_type == "error" or OUTCOME in one.get("data", {})]
            cell.outputs = deciding or cell.outputs
    return notebook


def run_apart(notebook: NotebookNode, sandbox: Sandbox) -> NotebookNode:
    """Return a copy of a notebook as the course examines it."""
    return examine(copy.deepcopy(notebook), {}, Limits(), sandbox)


def verdicts(notebook: NotebookNode) -> dict[str, Verdict]:
    """Return what became of each test cell of a notebook that was run, by ``grade_id``."""
    return {
        cell.metadata.nbgrader.grade_id: Verdict(determine_grade(cell)[0], _criteria(outcome_of(cell)))
        for cell in notebook.cells
        if cell.cell_type == "code" and is_test(cell)
    }


def _criteria(outcome: dict[str, Any] | None) -> tuple[tuple[str, bool, str, str], ...]:
    rows = outcome["criteria"] if outcome else []
    return tuple((row["name"], row["met"], row["mistake"], row["reason"]) for row in rows)
