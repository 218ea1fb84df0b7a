"""Read what students hand in: repair what can be repaired, and say what cannot."""

from __future__ import annotations

import base64
import binascii
import re
from pathlib import Path
from typing import Any, TextIO

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode

from return_to_dust.marking.door import open_door
from return_to_dust.marking.notices import COLLECTED_NOTES, KEY, add_notice, read_notes
from return_to_dust.marking.strict_json import Unreadable, read_json, without_surrogates

#: Encodings to try after UTF-8, with what to call them.
ENCODINGS = {"gb18030": "GBK", "cp1252": "Windows-1252"}
ASK = "Open it in JupyterLab, save it, and hand it in again."

MOST_NOTEBOOK_B = 20_000_000
MOST_CELLS = 2_000
MOST_SOURCE = 1_000_000  # characters of one cell
MOST_NOTICE = 500  # characters
CELL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
PYTHON = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
Notes = list[tuple[str, str]]


class SubmissionExporter(NotebookExporter):  # type: ignore[misc]
    """Nbconvert's notebook exporter, reading with `read_submission`; set as ``Autograde.exporter_class``."""

    def __init__(self, **options: Any) -> None:
        """Make what is about to be marked safe to open: nbgrader makes its exporter just before it begins."""
        super().__init__(**options)
        if hasattr(self.parent, "assignments"):
            open_door(self.parent)

    def from_file(self, file_stream: TextIO, resources: Any = None, **options: Any) -> Any:
        """Convert the notebook in an open file: what a student handed in or, then, what was made of it."""
        with Path(file_stream.name).open("rb") as file:
            if getattr(self.parent, "_sanitizing", True):
                notebook = read_submission(file.read(MOST_NOTEBOOK_B + 1))
                notes = Path(file_stream.name).with_name(COLLECTED_NOTES)
                for code, says in read_notes(notes.read_bytes() if notes.is_file() else b"{}").items():
                    add_notice(notebook, code, says)
            else:
                notebook = nbformat.reads(file.read().decode(), as_version=nbformat.NO_CONVERT)
        return self.from_notebook_node(notebook, resources=resources, **options)


def read_submission(data: bytes) -> NotebookNode:
    """Read the bytes of a submitted notebook; never raises.

    The notebook is built anew from what marking needs: cell types, sources, ids, pictures attached to texts, and
    which cell of the assignment each claims to be. Outputs and all other metadata are left behind.
    A notebook that cannot be read comes back empty, with a notice that says why: the
    assignment's cells are then put back, so that it earns no marks and its feedback page tells the student what to do.

    Parameters
    ----------
    data
        bytes of any kind and length.

    Returns
    -------
    NotebookNode
        Valid in nbformat 4.5, and the same each time for the same bytes.
    """
    notes: Notes = []
    try:
        notebook = _as_notebook(_as_dict(_decode(data, notes), notes), notes)
    except Unreadable as error:
        notebook = _new_notebook([])
        notes = [("unreadable", f"The notebook could not be read: {error} {ASK}")]
    for code, says in notes:
        add_notice(notebook, code, says)
    return notebook


def _new_notebook(cells: list[NotebookNode]) -> NotebookNode:
    notebook: NotebookNode = nbformat.v4.new_notebook(cells=cells, metadata=nbformat.from_dict(PYTHON))
    return notebook


def _decode(data: bytes, notes: Notes) -> str:
    if len(data) > MOST_NOTEBOOK_B:
        raise Unreadable(f"it is larger than {MOST_NOTEBOOK_B // 1_000_000} MB; clear its outputs.")
    if not data.strip():
        raise Unreadable("the file is empty.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        notes.append(("encoding", "The file was saved as UTF-16 and has been read as such."))
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    for encoding, name in ENCODINGS.items():
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        notes.append(
            ("encoding", f"The file was not UTF-8; it was read as {name}, and some letters may be wrong. {ASK}")
        )
        return text
    raise Unreadable("its text is in no known encoding.")


def _as_dict(text: str, notes: Notes) -> dict[str, Any]:
    content, repaired = read_json(text)
    if repaired:
        notes.append(("repaired-json", f"The file held what JSON does not allow: {repaired}. {ASK}"))
    if isinstance(content, dict) and "worksheets" in content:
        notes.append(("old-format", "The notebook was saved in an old format (version 3) and has been converted."))
        return _from_version_3(content)
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise Unreadable("it is JSON, but not a notebook.")
    return content


def _from_version_3(content: dict[str, Any]) -> dict[str, Any]:
    try:
        converted: dict[str, Any] = nbformat.convert(nbformat.from_dict({**content, "nbformat": 3}), 4)
    except Exception:
        raise Unreadable("it is in an old notebook format that cannot be converted.") from None
    if not isinstance(converted.get("cells"), list):
        raise Unreadable("it is in an old notebook format that cannot be converted.")
    return converted


def _as_notebook(content: dict[str, Any], notes: Notes) -> NotebookNode:
    """Rebuild a notebook of the current version from whatever of it is sound."""
    raw = content["cells"]
    if len(raw) > MOST_CELLS:
        says = f"The notebook had {len(raw)} cells; those after the first {MOST_CELLS} were left out."
        notes.append(("too-many-cells", says))
    cells = [cell for one in raw[:MOST_CELLS] if (cell := _as_cell(one, notes)) is not None]
    lost = len(raw[:MOST_CELLS]) - len(cells)
    if lost:
        notes.append(("lost-cells", f"{lost} damaged cell{'s were' if lost > 1 else ' was'} left out. {ASK}"))
    _settle_ids(cells)
    if not cells:
        notes += _stand_in_notes(content.get("metadata"))
    return _new_notebook(cells)


def _stand_in_notes(metadata: Any) -> Notes:
    """Return the notice with which collecting left an empty notebook in the place of one that was missing.

    A student can forge it, in an empty notebook; no other notice is taken from what was handed in.
    """
    about = metadata.get(KEY) if isinstance(metadata, dict) else None
    notices = about.get("notices") if isinstance(about, dict) else None
    for notice in notices if isinstance(notices, list) else []:
        if isinstance(notice, dict) and notice.get("code") == "missing-notebook":
            return [("missing-notebook", without_surrogates(str(notice.get("says", "")))[:MOST_NOTICE])]
    return []


def _as_cell(raw: Any, notes: Notes) -> NotebookNode | None:
    if not isinstance(raw, dict) or raw.get("cell_type") not in ("code", "markdown", "raw"):
        return None
    source = raw.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str) or len(source) > MOST_SOURCE:
        return None
    kind = raw["cell_type"]
    parts = {"cell_type": kind, "source": without_surrogates(source), "metadata": _as_metadata(raw.get("metadata"))}
    parts |= {"outputs": [], "execution_count": None} if kind == "code" else {}
    cell: NotebookNode = nbformat.from_dict(parts)  # sound as it is: nbformat's makers would look at each by itself
    cell["id"] = raw.get("id")
    if cell.cell_type == "markdown" and raw.get("attachments"):
        _attach(cell, raw["attachments"], notes)
    return cell


def _as_metadata(metadata: Any) -> dict[str, Any]:
    """Keep which cell of the assignment this claims to be, and the checksum that it was released with."""
    claimed = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    claimed = claimed if isinstance(claimed, dict) else {}
    kept = {key: claimed[key] for key in ("grade_id", "checksum") if isinstance(claimed.get(key), str)}
    return {"nbgrader": {key: without_surrogates(text)[:128] for key, text in kept.items()}} if kept else {}


def _attach(cell: NotebookNode, attachments: Any, notes: Notes) -> None:
    """Keep the pictures attached to a text."""
    kept = {}
    for name, bundle in attachments.items() if isinstance(attachments, dict) else ():
        sound = (
            {kind: bundle[kind] for kind in PICTURES if _is_base64(bundle.get(kind))}
            if isinstance(bundle, dict)
            else {}
        )
        if sound:
            kept[without_surrogates(name)] = sound
    if kept:
        cell["attachments"] = nbformat.from_dict(kept)
    if not isinstance(attachments, dict) or len(kept) < len(attachments):
        notes.append(("lost-attachment", "Something attached to a text was no sound picture and was left out."))


def _is_base64(data: Any) -> bool:
    try:
        return isinstance(data, str) and bool(base64.b64decode("".join(data.split()), validate=True))
    except (binascii.Error, ValueError):
        return False


def _settle_ids(cells: list[NotebookNode]) -> None:
    """Give each cell an id of its own; those that lack one get it from their place, so that it is always the same."""
    taken: set[str] = set()
    for cell in cells:
        given = cell["id"]
        if not isinstance(given, str) or not CELL_ID.fullmatch(given) or given in taken:
            cell["id"] = ""
        taken.add(cell["id"])
    for number, cell in enumerate(cells):
        if not cell["id"]:
            name = f"handed-in-{number}"
            while name in taken:
                name += "-"
            cell["id"] = name
            taken.add(name)
