"""Run a submission and read what its tests found."""

from __future__ import annotations

import time
from typing import Any

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader import utils
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Integer

from return_to_dust.checks import OUTCOME, known_error
from return_to_dust.marking.notices import add_notice


class ExecuteSubmission(Execute):  # type: ignore[misc]
    """Nbgrader's `Execute` with a deadline for the whole notebook, which also outlives a kernel that dies."""

    deadline_s = Integer(180, help="How long one notebook may run in all, in seconds.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any = None, km: Any = None) -> tuple[NotebookNode, Any]:
        """Run all cells; a kernel that dies ends the run, not the batch."""
        self._ends = time.monotonic() + self.deadline_s
        self._nb_in_hand = nb
        try:
            nb, resources = super().preprocess(nb, resources, km=km)
        except DeadKernelError:
            add_notice(
                nb, "kernel-died", "The notebook ended its own Python process; the cells after that did not run."
            )
        except CellTimeoutError:
            says = "A cell ran too long and could not be interrupted; the cells after that did not run."
            add_notice(nb, "not-interrupted", says)
        return nb, resources

    def preprocess_cell(self, cell: NotebookNode, resources: Any, index: int) -> tuple[NotebookNode, Any]:
        """Run one cell, unless the deadline has passed."""
        if cell.cell_type == "code" and time.monotonic() > self._ends:
            says = f"The notebook ran longer than {self.deadline_s} seconds; the cells after that did not run."
            add_notice(self._nb_in_hand, "deadline", says)
            cell.outputs = [_error("DeadlineError", says)]
            return cell, resources
        self._check_assign_resources(resources)
        # a test stays out of the list of cells that have run, which later cells can read
        cell = self.execute_cell(cell, index, store_history=not is_test(cell))
        return cell, self.resources


class ReadOutcomes(NbGraderPreprocessor):  # type: ignore[misc]
    """Keep of each test cell's output only what decides its mark.

    A warning on stderr is dropped, as nbgrader would take it for a failure. A test that neither
    failed nor reported an outcome was not reached: it becomes an error, as nbgrader would give it full marks.
    """

    def preprocess_cell(self, cell: NotebookNode, resources: Any, _index: int) -> tuple[NotebookNode, Any]:
        """Clean the outputs of one cell."""
        if cell.cell_type != "code" or not is_test(cell):
            return cell, resources
        deciding = [o for o in cell.outputs if o.output_type == "error" or OUTCOME in o.get("data", {})]
        cell.outputs = deciding or [_error("NotReachedError", "This test was not reached.")]
        return cell, resources


def is_test(cell: NotebookNode) -> bool:
    """Say whether a cell holds autograder tests."""
    return bool(utils.is_grade(cell) and not utils.is_solution(cell))


def outcome_of(cell: NotebookNode) -> dict[str, Any] | None:
    """Return the outcome stored in a test cell (see `return_to_dust.checks.Score.outcome`), or None."""
    for output in cell.get("outputs", []):
        if OUTCOME in output.get("data", {}):
            return dict(output["data"][OUTCOME])
    return None


def failure_of(cell: NotebookNode) -> str:
    """Say in a sentence why a test cell has no outcome."""
    for output in cell.get("outputs", []):
        if output.output_type != "error":
            continue
        if output.ename in ("CellTimeoutError", "KeyboardInterrupt"):
            return "Your code ran longer than a cell may run: look for a loop that never ends."
        if output.ename in ("DeadlineError", "NotReachedError"):
            return "This test was not reached: a cell above it ran too long or ended the notebook."
        return f"The tests stopped with {known_error(output.ename)}; please ask your instructor."
    return "This test was not run."


def _error(name: str, says: str) -> NotebookNode:
    return new_output("error", ename=name, evalue=says, traceback=[f"{name}: {says}"])
