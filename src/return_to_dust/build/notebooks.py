"""Build notebooks from percent-format files, reproducibly to the byte."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbformat import NotebookNode

from return_to_dust.errors import CourseError

#: Kinds of cells in an assignment, and the metadata with which nbgrader knows them.
KINDS: dict[str, dict[str, bool]] = {
    "answer": {"grade": False, "solution": True, "locked": False, "task": False},
    "tests": {"grade": True, "solution": False, "locked": True, "task": False},
    "manual": {"grade": True, "solution": True, "locked": False, "task": False},
    "task": {"grade": False, "solution": False, "locked": True, "task": True},
    "readonly": {"grade": False, "solution": False, "locked": True, "task": False},
}
GRADED = ("tests", "manual", "task")
SCHEMA_VERSION = 3
NOTEBOOK_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def read_percent(path: Path) -> NotebookNode:
    """Read a percent-format file as a notebook whose cells still carry the author's metadata.

    Raises
    ------
    CourseError
        If the file is not UTF-8 text or has no cells.
    """
    try:
        notebook: NotebookNode = jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")
    except UnicodeDecodeError:
        raise CourseError(f"{path} is not UTF-8: save it as UTF-8 in your editor.") from None
    if not notebook.cells:
        raise CourseError(f"{path} has no cells: begin each cell with a line '# %%'.")
    return notebook


def build_notebook(path: Path, navigation: str = "") -> str:
    """Return the text of the notebook that a percent-format file describes.

    Parameters
    ----------
    path
        The ``.py`` file. Its header holds what the unit is called and how long it takes, under
        ``jupyter: return_to_dust:``; a cell's header holds ``kind``, ``grade_id`` and ``points``.
    navigation
        Markdown for a last cell that leads on; none where empty.

    Returns
    -------
    str
        JSON in nbformat 4.5 without outputs; the same input gives the same bytes.

    Raises
    ------
    CourseError
        If a cell's kind is unknown or lacks its ``grade_id`` or ``points``, or an id is used twice.
    """
    source = read_percent(path)
    cells = [_cell(cell, path, number) for number, cell in enumerate(source.cells, start=1)]
    if navigation:
        cells.append(nbformat.v4.new_markdown_cell(navigation, id=f"{path.stem}-navigation"))
    _require_unique_ids(cells, path)
    metadata = dict(NOTEBOOK_METADATA)
    about = source.metadata.get("return_to_dust")
    if about:
        metadata["return_to_dust"] = about
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=metadata)
    notebook.nbformat_minor = 5
    nbformat.validate(notebook)
    text: str = nbformat.writes(notebook, version=nbformat.NO_CONVERT, sort_keys=True, indent=1, ensure_ascii=False)
    return text.rstrip("\n") + "\n"


def notebook_about(path: Path) -> dict[str, Any]:
    """Return what a percent-format file's header says about its unit, such as its title and minutes."""
    return dict(read_percent(path).metadata.get("return_to_dust", {}))


def _cell(cell: NotebookNode, path: Path, number: int) -> NotebookNode:
    where = f"{path}, cell {number}"
    given = dict(cell.metadata)
    kind = given.pop("kind", None)
    grade_id = given.pop("grade_id", None)
    points = given.pop("points", None)
    metadata: dict[str, Any] = {"tags": given["tags"]} if "tags" in given else {}
    if kind is not None:
        metadata["nbgrader"] = _nbgrader_metadata(kind, grade_id, points, where)
    elif grade_id is not None or points is not None:
        raise CourseError(
            f'{where} has a grade_id or points but no kind: add kind="tests" or another of {list(KINDS)}.'
        )
    cell_id = re.sub(r"[^\w-]", "-", grade_id) if grade_id else f"{path.stem}-{number:02d}"
    make = {"code": nbformat.v4.new_code_cell, "markdown": nbformat.v4.new_markdown_cell}.get(cell.cell_type)
    if make is None:
        raise CourseError(f"{where} is a raw cell: make it code or [markdown].")
    return make(cell.source, metadata=metadata, id=cell_id)


def _nbgrader_metadata(kind: str, grade_id: str | None, points: float | None, where: str) -> dict[str, Any]:
    if kind not in KINDS:
        raise CourseError(f"{where} has the unknown kind {kind!r}: use one of {', '.join(KINDS)}.")
    if not grade_id:
        raise CourseError(f'{where} is a {kind} cell without a grade_id: add grade_id="unit_q1_name".')
    if (points is None) == (kind in GRADED):
        raise CourseError(f"{where} ({grade_id}): {kind} cells have {'' if kind in GRADED else 'no '}points.")
    metadata: dict[str, Any] = {**KINDS[kind], "grade_id": grade_id, "schema_version": SCHEMA_VERSION}
    if points is not None:
        metadata["points"] = points
    return metadata


def _require_unique_ids(cells: list[NotebookNode], path: Path) -> None:
    seen: set[str] = set()
    for cell in cells:
        if cell.id in seen:
            raise CourseError(f"{path} uses the id {cell.id!r} twice: give each grade_id a name of its own.")
        seen.add(cell.id)
