"""Run a submission and read what its tests found."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Integer

from return_to_dust.examine.engine import examine
from return_to_dust.marking.exchange import COLLECTED_AS
from return_to_dust.marking.files import OWN
from return_to_dust.marking.notices import COLLECTED_NOTES
from return_to_dust.outcome import OUTCOME, known_error
from return_to_dust.sandbox import Limits, shared_sandbox

#: What collecting leaves beside a hand-in; the student's code has no use for it, feedback and report have.
COLLECTED = (*OWN, COLLECTED_AS, COLLECTED_NOTES)


class ExamineSubmission(NbGraderPreprocessor):  # type: ignore[misc]
    """Run a submission and its tests in rooms apart; stands in the place of nbgrader's `Execute`.

    See `return_to_dust.examine.engine.examine`. The limits are those of `return_to_dust.sandbox.Limits`.
    """

    cell_s = Integer(Limits.cell_s, help="Seconds that one cell, or its tests, may run.").tag(config=True)
    notebook_s = Integer(Limits.notebook_s, help="Seconds that one notebook may run.").tag(config=True)
    process_mb = Integer(Limits.process_mb, help="Address space of one process, in MiB.").tag(config=True)
    room_mb = Integer(Limits.room_mb, help="Memory of a notebook's processes together, in MiB.").tag(config=True)
    processes = Integer(Limits.processes, help="How many processes a notebook may have.").tag(config=True)
    scratch_mb = Integer(Limits.scratch_mb, help="Size of a notebook's working folder, in MiB.").tag(config=True)
    output_mb = Integer(Limits.output_mb, help="Size of a notebook's outputs, in MiB.").tag(config=True)
    unsafe = Bool(False, help="Run code with the marker's own rights, where the system cannot shut it in.").tag(
        config=True
    )

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Examine one notebook."""
        files = read_files(Path(resources["metadata"]["path"]))
        return examine(nb, files, self.limits(), shared_sandbox(unsafe=self.unsafe)), resources

    def limits(self) -> Limits:
        """Return the limits as configured."""
        return Limits(**{field.name: getattr(self, field.name) for field in fields(Limits)})


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
        if output.ename == "StudentStopped":
            return "Your code ended its own Python process while it was tested: look for `exit()` and the like."
        if output.ename in ("CellTimeoutError", "KeyboardInterrupt"):
            return "Your code ran longer than a cell may run: look for a loop that never ends."
        if output.ename == "NotReachedError":
            return "This test was not reached: a cell above it ran too long or ended the notebook."
        return f"The tests stopped with {known_error(output.ename)}; please ask your instructor."
    return "This test was not run."


def read_files(folder: Path) -> dict[str, bytes]:
    """Return what was handed in beside a notebook, by its path in the folder; neither notebooks nor links."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.name not in COLLECTED and path.suffix != ".ipynb" and path.is_file() and not path.is_symlink():
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found
