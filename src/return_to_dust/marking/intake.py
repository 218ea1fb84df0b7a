"""Read what students hand in: repair what can be repaired, and say what cannot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TextIO

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode

from return_to_dust.marking.notices import KEY, add_notice

#: Encodings to try after UTF-8, with what to call them.
ENCODINGS = {"gb18030": "GBK", "cp1252": "Windows-1252"}
ASK = "Open it in JupyterLab, save it, and hand it in again."


class SubmissionExporter(NotebookExporter):  # type: ignore[misc]
    """Nbconvert's notebook exporter, reading with `read_submission`; set as ``Autograde.exporter_class``."""

    def from_file(self, file_stream: TextIO, resources: Any = None, **options: Any) -> Any:
        """Convert the notebook in an open file."""
        notebook = read_submission(Path(file_stream.name).read_bytes())
        return self.from_notebook_node(notebook, resources=resources, **options)


def read_submission(data: bytes) -> NotebookNode:
    """Read the bytes of a submitted notebook; never raises.

    A notebook that cannot be read comes back empty, with a notice that says why: the preprocessors then put
    the assignment's cells back, so that it earns no marks and its feedback page tells the student what to do.
    """
    notices: list[tuple[str, str]] = []
    try:
        content = _as_dict(_decode(data, notices), notices)
        notebook = _as_notebook(content, notices)
    except Unreadable as error:
        notebook = nbformat.v4.new_notebook()
        notices = [("unreadable", f"The notebook could not be read: {error} {ASK}")]
    for code, says in notices:
        add_notice(notebook, code, says)
    return notebook


class Unreadable(Exception):
    """A submission that is no notebook; the message is a sentence that says why."""


def _decode(data: bytes, notices: list[tuple[str, str]]) -> str:
    if not data.strip():
        raise Unreadable("the file is empty.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        notices.append(("encoding", "The file was saved as UTF-16 and has been read as such."))
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
        notices.append(
            ("encoding", f"The file was not UTF-8; it was read as {name}, and some letters may be wrong. {ASK}")
        )
        return text
    raise Unreadable("its text is in no known encoding.")


def _as_dict(text: str, notices: list[tuple[str, str]]) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except RecursionError:
        raise Unreadable("its JSON is nested too deeply.") from None
    except ValueError as error:
        line = getattr(error, "lineno", None)
        raise Unreadable(f"it is not valid JSON{f' (line {line})' if line else ''}.") from None
    if isinstance(content, dict) and "worksheets" in content:
        notices.append(("old-format", "The notebook was saved in an old format (version 3) and has been converted."))
        return _from_version_3(content)
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise Unreadable("it is JSON, but not a notebook.")
    return content


def _from_version_3(content: dict[str, Any]) -> dict[str, Any]:
    try:
        converted: dict[str, Any] = nbformat.convert(nbformat.from_dict({"nbformat": 3, **content}), 4)
    except Exception:
        raise Unreadable("it is in an old notebook format that cannot be converted.") from None
    return converted


def _as_notebook(content: dict[str, Any], notices: list[tuple[str, str]]) -> NotebookNode:
    """Rebuild a notebook of the current version from whatever of it is sound."""
    cells = []
    lost = 0
    for raw in content["cells"]:
        cell = _as_cell(raw)
        if cell is None:
            lost += 1
        else:
            cells.append(cell)
    if lost:
        notices.append(("lost-cells", f"{lost} damaged cell{'s were' if lost > 1 else ' was'} left out. {ASK}"))
    metadata = content.get("metadata")
    kept = (
        {key: value for key, value in metadata.items() if key in ("kernelspec", "language_info")}
        if isinstance(metadata, dict)
        else {}
    )
    previous = metadata.get(KEY, {}) if isinstance(metadata, dict) else {}
    if isinstance(previous, dict) and isinstance(previous.get("notices"), list):
        kept[KEY] = {"notices": previous["notices"]}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=kept)
    nbformat.validator.normalize(notebook, strip_invalid_metadata=True)
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        raise Unreadable(f"its structure is damaged ({str(error).splitlines()[0][:120]}).") from None
    return notebook


def _as_cell(raw: Any) -> NotebookNode | None:
    if not isinstance(raw, dict) or raw.get("cell_type") not in ("code", "markdown", "raw"):
        return None
    source = raw.get("source", "")
    if isinstance(source, list):
        source = "".join(str(line) for line in source)
    if not isinstance(source, str):
        return None
    metadata = raw.get("metadata") if isinstance(raw.get("metadata"), dict) else {}
    make = {
        "code": nbformat.v4.new_code_cell,
        "markdown": nbformat.v4.new_markdown_cell,
        "raw": nbformat.v4.new_raw_cell,
    }[raw["cell_type"]]
    cell: NotebookNode = make(source, metadata=metadata)
    if isinstance(raw.get("id"), str) and raw["id"].strip():
        cell["id"] = raw["id"]
    if raw["cell_type"] == "code" and isinstance(raw.get("outputs"), list):
        cell["outputs"] = sound_outputs(raw["outputs"])
    return cell


def sound_outputs(outputs: list[Any]) -> list[NotebookNode]:
    """Return those outputs of a cell, given as plain data, that have the form which a notebook requires."""
    sound = []
    for output in outputs:
        try:
            node = nbformat.from_dict(output)
            nbformat.validate(node, ref=node.output_type, version=4)
        except Exception:  # noqa: S112 - a damaged output is rebuilt when the notebook is run again
            continue
        sound.append(node)
    return sound
