"""Bring a submission's cells in line with the assignment before it is run."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from return_to_dust.marking.assignment import AssignedCell, read_assignment
from return_to_dust.marking.intake import CELL_ID
from return_to_dust.marking.notices import add_notice


class ReconcileCells(NbGraderPreprocessor):  # type: ignore[misc]
    """Run `reconcile` on a submitted notebook, with the assignment as the gradebook has it.

    Runs in place of nbgrader's `DeduplicateIds` and before its `OverwriteCells`, which leave
    a copied or deleted answer cell, or an unknown schema version, to stop the batch.
    """

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Reconcile all cells of one submitted notebook."""
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            assignment = read_assignment(gradebook, names["assignment"], self._release(names["assignment"]))
        reconcile(nb, assignment.notebooks[names["notebook"]])
        return nb, resources

    def _release(self, assignment: str) -> Path | None:
        """Return the folder of the release, where the exporter and converter that run this can tell."""
        coursedir = getattr(getattr(self.parent, "parent", None), "coursedir", None)
        if coursedir is None:
            return None
        return Path(coursedir.format_path(coursedir.release_directory, ".", assignment))


def reconcile(notebook: NotebookNode, cells: Sequence[AssignedCell]) -> None:
    """Match a notebook's cells with the assignment by their ``grade_id``, and note what was changed.

    Of an answer that was copied the last copy counts, of a locked cell the first; a missing cell is put back as
    released, after the one before it in the assignment. Locked cells get the assignment's source, and their place in
    it: the tests of a question run after its answer, and in the assignment's order. Answers and the student's own
    cells stay where they are, as they may build on each other. Points and kinds are always the assignment's.

    Parameters
    ----------
    notebook
        A notebook as `return_to_dust.marking.intake.read_submission` gives it; it is changed.
    cells
        The assignment's cells of this notebook, in order.
    """
    found = _match(notebook, {cell.grade_id: cell for cell in cells})
    absent = [cell.grade_id for cell in cells if cell.grade_id not in found]
    stray = _out_of_order([_id_of(cell) for cell in notebook.cells], [cell.grade_id for cell in cells if cell.locked])
    position = 0
    for cell in cells:
        if cell.grade_id in absent:
            notebook.cells.insert(position, _as_released(cell, notebook))
            if len(absent) < len(cells):  # else the whole notebook stands in for one that was not there
                says = f"The cell {cell.grade_id} was missing and has been put back as released."
                add_notice(notebook, "restored-cell", says)
        else:
            place = next(i for i, one in enumerate(notebook.cells) if _id_of(one) == cell.grade_id)
            if cell.locked and (cell.grade_id in stray or place < position):
                position = _move(notebook, place, position)
                says = f"The locked cell {cell.grade_id} was moved and has been put back in its place."
                add_notice(notebook, "moved-cell", says)
            else:
                position = place
        position += 1


def _match(notebook: NotebookNode, known: dict[str, AssignedCell]) -> set[str]:
    """Make each known cell what the assignment says, one copy of each; return the ids found."""
    copies: dict[str, list[tuple[NotebookNode, object]]] = {}
    for cell in notebook.cells:
        claimed = cell.metadata.pop("nbgrader", None)
        claimed = claimed if isinstance(claimed, dict) else {}
        grade_id = claimed.get("grade_id")
        if not isinstance(grade_id, str) or grade_id not in known:
            grade_id = cell.get("id")  # an editor dropped the metadata; the build made id and grade_id the same
        if grade_id in known:
            copies.setdefault(grade_id, []).append((cell, claimed.get("checksum")))
    for grade_id, found in copies.items():
        # an answer was copied to work on it; a locked cell's copies are all alike, and the first is in its place
        which, counts = (0, "first") if known[grade_id].locked else (-1, "last")
        if len(found) > 1:
            says = f"The cell {grade_id} was there more than once; the {counts} one counts."
            add_notice(notebook, "copied-cell", says)
        _overwrite(notebook, found[which][0], known[grade_id], found[which][1])
    return set(copies)


def _overwrite(notebook: NotebookNode, cell: NotebookNode, asked: AssignedCell, checksum: object) -> None:
    """Give a cell the assignment's type and metadata and, where it is locked, the assignment's source."""
    if cell.cell_type != asked.cell_type:
        if not asked.locked:
            says = f"The cell {asked.grade_id} had another type and was read as a {asked.cell_type} cell again."
            add_notice(notebook, "cell-type", says)
        _change_type(cell, asked.cell_type)
    cell.metadata["nbgrader"] = nbformat.from_dict(asked.metadata())
    if not asked.locked:
        return
    if isinstance(checksum, str) and checksum != utils.compute_checksum(cell):
        says = f"The locked cell {asked.grade_id} was changed; the original was used."
        add_notice(notebook, "changed-cell", says)
    cell.source = asked.source


def _change_type(cell: NotebookNode, cell_type: str) -> None:
    cell.cell_type = cell_type
    for field in ("outputs", "execution_count", "attachments"):
        cell.pop(field, None)
    if cell_type == "code":
        cell.outputs, cell.execution_count = [], None


def _out_of_order(present: list[Any], order: list[str]) -> set[str]:
    """Return the fewest ids without which the rest is in order: all but a longest increasing run of places."""
    rank = {grade_id: number for number, grade_id in enumerate(order)}
    lowest: list[int] = []  # the lowest rank that ends a run of each length
    runs: list[list[int]] = []
    for number in (rank[one] for one in present if one in rank):
        length = bisect_left(lowest, number)
        run = [*(runs[length - 1] if length else []), number]
        lowest[length : length + 1], runs[length : length + 1] = [number], [run]
    kept = {order[number] for number in runs[-1]} if runs else set()
    return {one for one in present if one in rank} - kept


def _move(notebook: NotebookNode, place: int, position: int) -> int:
    """Move a cell to where `position` is before it is taken out; return where it is now."""
    cell = notebook.cells.pop(place)
    position -= place < position
    notebook.cells.insert(position, cell)
    return position


def _as_released(cell: AssignedCell, notebook: NotebookNode) -> NotebookNode:
    make = nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
    made = make(cell.source, metadata={"nbgrader": cell.metadata()})
    if CELL_ID.fullmatch(cell.grade_id) and cell.grade_id not in {one.get("id") for one in notebook.cells}:
        made["id"] = cell.grade_id
    return made


def _id_of(cell: NotebookNode) -> Any:
    return cell.metadata.get("nbgrader", {}).get("grade_id")
