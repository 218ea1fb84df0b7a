"""Bring a submission's cells in line with the assignment before it is run."""

from __future__ import annotations

from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from return_to_dust.marking.notices import add_notice

SCHEMA_VERSION = 3


class ReconcileCells(NbGraderPreprocessor):  # type: ignore[misc]
    """Match cells with the assignment by their ``grade_id``: drop copies, put missing ones back.

    Runs before nbgrader's `OverwriteCells` and in place of its `DeduplicateIds`, which leave
    a copied or deleted answer cell, or an unknown schema version, to stop the batch. What was changed is noted
    in the notebook.
    """

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Reconcile all cells of one submitted notebook."""
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            notebook = gradebook.find_notebook(names["notebook"], names["assignment"])
            points = {cell.name: cell.max_score for cell in [*notebook.grade_cells, *notebook.task_cells]}
            kinds = {
                "grade": {cell.name for cell in notebook.grade_cells},
                "solution": {cell.name for cell in notebook.solution_cells},
                "task": {cell.name for cell in notebook.task_cells},
            }
            released = [
                _metadata(cell, points.get(cell.name), {kind: cell.name in ids for kind, ids in kinds.items()})
                for cell in notebook.source_cells
            ]
            sources = {cell.name: cell.source for cell in notebook.source_cells}
        found = self._match(nb, {entry["grade_id"]: entry for entry in released})
        restored = self._restore(nb, released, sources, found)
        if len(restored) < len(released):  # else the whole notebook stood in for one that was not there
            for grade_id in restored:
                says = f"The cell {grade_id} was missing and has been put back as released."
                add_notice(nb, "restored-cell", says)
        return nb, resources

    def _match(self, nb: NotebookNode, known: dict[str, dict[str, Any]]) -> set[str]:
        """Give each known cell the assignment's metadata, the last copy first; return the ids found."""
        found: set[str] = set()
        for cell in reversed(nb.cells):
            claimed = cell.metadata.pop("nbgrader", None)
            grade_id = claimed.get("grade_id") if isinstance(claimed, dict) else None
            if not isinstance(grade_id, str) or grade_id not in known:
                grade_id = cell.get("id")  # an editor dropped the metadata; the build made id and grade_id the same
            if grade_id not in known:
                continue
            if grade_id in found:
                add_notice(nb, "copied-cell", f"The cell {grade_id} was there more than once; the last one counts.")
                continue
            found.add(grade_id)
            checksum = claimed.get("checksum") if isinstance(claimed, dict) else None
            cell.metadata["nbgrader"] = nbformat.from_dict(known[grade_id])
            if utils.is_locked(cell) and isinstance(checksum, str) and checksum != utils.compute_checksum(cell):
                add_notice(nb, "changed-cell", f"The locked cell {grade_id} was changed; the original was used.")
        return found

    def _restore(
        self, nb: NotebookNode, released: list[dict[str, Any]], sources: dict[str, str], found: set[str]
    ) -> list[str]:
        """Put back what is missing, each cell after the one before it in the assignment; return the ids."""
        position = 0
        restored = []
        for entry in released:
            grade_id = entry["grade_id"]
            if grade_id in found:
                position = 1 + next(
                    i
                    for i, cell in enumerate(nb.cells)
                    if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id
                )
                continue
            make = nbformat.v4.new_code_cell if entry["cell_type"] == "code" else nbformat.v4.new_markdown_cell
            nb.cells.insert(position, make(sources[grade_id], metadata={"nbgrader": dict(entry)}))
            position += 1
            restored.append(grade_id)
        return restored


def _metadata(cell: Any, points: float | None, kinds: dict[str, bool]) -> dict[str, Any]:
    metadata = {
        "grade_id": cell.name,
        "cell_type": cell.cell_type,
        "locked": bool(cell.locked),
        "schema_version": SCHEMA_VERSION,
        "checksum": cell.checksum,
        **kinds,
    }
    if points is not None:
        metadata["points"] = points
    return metadata
