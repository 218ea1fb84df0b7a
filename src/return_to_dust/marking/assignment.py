"""What an assignment asks, as plain data: its notebooks and the cells that nbgrader knows in them.

Whoever marks needs this and no gradebook, so that a worker can be given it as JSON.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from return_to_dust.errors import CourseError

SCHEMA_VERSION = 3


@dataclass(frozen=True)
class AssignedCell:
    """One cell that nbgrader knows, as the instructor wrote it.

    Attributes
    ----------
    grade_id, cell_type, source, checksum
        As in the gradebook; `cell_type` is ``"code"`` or ``"markdown"``, `source` holds hidden tests too.
    locked
        Whether the assignment's source counts, whatever was handed in.
    grade, solution, task
        Its kinds, as nbgrader names them.
    points
        The most that it gives, 0 or more; None for a cell that is not marked.
    """

    grade_id: str
    cell_type: str
    locked: bool
    grade: bool
    solution: bool
    task: bool
    points: float | None
    source: str
    checksum: str

    def metadata(self) -> dict[str, Any]:
        """Return nbgrader's metadata of this cell, as new."""
        about = {key: value for key, value in asdict(self).items() if key not in ("source", "points")}
        worth = {} if self.points is None else {"points": self.points}
        return {**about, **worth, "schema_version": SCHEMA_VERSION}


@dataclass(frozen=True)
class Assignment:
    """An assignment's ``name`` and, for each notebook's name (without ending), its cells in order."""

    name: str
    notebooks: dict[str, tuple[AssignedCell, ...]]

    def to_json(self) -> str:
        """Return the assignment as JSON, the same text for the same assignment."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Assignment:
        """Return the assignment that `to_json` wrote.

        Raises
        ------
        ValueError, KeyError, TypeError
            If it did not write this.
        """
        content = json.loads(text)
        notebooks = {
            name: tuple(AssignedCell(**cell) for cell in cells) for name, cells in content["notebooks"].items()
        }
        return cls(content["name"], notebooks)


def read_assignment(gradebook: Any, name: str, release: Path | None = None) -> Assignment:
    """Read an assignment from the gradebook, in two queries.

    Parameters
    ----------
    gradebook
        An open `nbgrader.api.Gradebook`.
    name
        The assignment's name.
    release
        The folder of the released notebooks, which say in what order the cells come: a gradebook keeps no order,
        although SQLite mostly gives cells back as they were first saved.

    Raises
    ------
    CourseError
        If the gradebook does not know the assignment, or no notebook of it.
    """
    from nbgrader.api import Assignment as Row
    from nbgrader.api import BaseCell, GradeCell, Notebook, SourceCell, TaskCell

    graded, tasks = GradeCell.__table__, TaskCell.__table__
    kinds = (
        gradebook.db.query(Notebook.name, BaseCell.name, BaseCell.type, graded.c.max_score, tasks.c.max_score)
        .select_from(BaseCell.__table__)
        .join(Notebook, BaseCell.notebook_id == Notebook.id)
        .join(Row, Notebook.assignment_id == Row.id)
        .outerjoin(graded, graded.c.id == BaseCell.id)
        .outerjoin(tasks, tasks.c.id == BaseCell.id)
        .filter(Row.name == name)
    )
    roles: dict[tuple[str, str], dict[str, float | None]] = {}
    for notebook, cell, kind, points, task_points in kinds.all():
        roles.setdefault((notebook, cell), {})[kind] = points if points is not None else task_points
    sources = (
        gradebook.db.query(Notebook.name, SourceCell)
        .select_from(Row)
        .join(Notebook, Notebook.assignment_id == Row.id)
        .outerjoin(SourceCell, SourceCell.notebook_id == Notebook.id)
        .filter(Row.name == name)
    )
    found: dict[str, list[AssignedCell]] = {}
    for notebook, cell in sources.all():
        cells = found.setdefault(notebook, [])
        if cell is not None:
            cells.append(_assigned(cell, roles.get((notebook, cell.name), {})))
    if not found:
        raise CourseError(f"The gradebook has no assignment {name!r}: run `dust build`, then mark again.")
    return Assignment(name, {one: tuple(_in_order(found[one], release, one)) for one in sorted(found)})


def _assigned(cell: Any, roles: dict[str, float | None]) -> AssignedCell:
    points = [worth for worth in roles.values() if worth is not None]
    return AssignedCell(
        grade_id=cell.name,
        cell_type=cell.cell_type,
        locked=bool(cell.locked),
        grade="GradeCell" in roles,
        solution="SolutionCell" in roles,
        task="TaskCell" in roles,
        points=float(points[0]) if points else None,
        source=cell.source or "",
        checksum=cell.checksum or "",
    )


def _in_order(cells: list[AssignedCell], release: Path | None, notebook: str) -> list[AssignedCell]:
    """Sort cells as the released notebook has them; those that it lacks come last."""
    path = release / f"{notebook}.ipynb" if release else None
    if path is None or not path.is_file():
        return cells
    released = json.loads(path.read_text(encoding="utf-8"))["cells"]
    ids = [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in released]
    place = {grade_id: number for number, grade_id in enumerate(ids)}
    return sorted(cells, key=lambda cell: place.get(cell.grade_id, len(place)))
