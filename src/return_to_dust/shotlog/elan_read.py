"""Read ELAN files (EAF), ours and those of other people, as a shot log."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any
from xml.parsers import expat

import pandas as pd
import pympi

from return_to_dust.shotlog.cells import Unsound
from return_to_dust.shotlog.elan import BASIS, PARENT, ROW, column_of
from return_to_dust.shotlog.files import DEEPEST, read_bytes
from return_to_dust.shotlog.log import ShotLog, checked, fields_of, fresh, from_url
from return_to_dust.shotlog.slots import settle

LONGEST_NUMBER = 9
_SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation"


def from_file(path: Path) -> ShotLog:
    """Read an EAF file; annotations of other people's tiers become shots with a time and words.

    Raises
    ------
    Unsound
        If it is no sound EAF, or holds no annotation that is aligned to time.
    """
    _check_xml(read_bytes(path))
    eaf = _load(path)
    names = {value for name in eaf.tiers if column_of(name) == PARENT for _, _, value, _ in eaf.tiers[name][0].values()}
    rows = [row for name in eaf.tiers for row in _rows(eaf, name)]
    for row in rows:
        if not row.get(PARENT):
            row[PARENT] = fresh("annotation", names)
            names.add(row[PARENT])
    if not rows:
        raise Unsound("it is an EAF file without an annotation that is aligned to time")
    rows.sort(key=_position)
    frame = pd.DataFrame(rows, dtype=object).drop(columns=[ROW], errors="ignore")
    media = [from_url(linked["MEDIA_URL"]) for linked in eaf.media_descriptors if linked.get("MEDIA_URL")]
    return checked(frame, media=media[0] if media else None)


def _check_xml(content: bytes) -> None:
    """Refuse what is no XML, and any document type: EAF has none, and its entities can expand without end."""
    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0
    tags = []

    def begins(name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Unsound("its XML is nested too deeply")
        tags.append(name) if depth == 1 else None

    def ends(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_declaration: Any) -> None:
        raise Unsound("its XML declares a document type, which EAF does not have and which is not safe to read")

    parser.StartElementHandler, parser.EndElementHandler = begins, ends
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise Unsound(f"it is no sound XML (line {error.lineno}: {expat.ErrorString(error.code)})") from None
    except (LookupError, ValueError):
        raise Unsound("its XML is in an encoding that is not known") from None
    if tags != ["ANNOTATION_DOCUMENT"]:
        raise Unsound(f"it is XML, but its first element is {tags[0]:.40}, not ANNOTATION_DOCUMENT as in EAF")


def _load(path: Path) -> Any:
    try:
        return pympi.Eaf(str(path), suppress_version_warning=True)
    except KeyError as error:
        missing = "noNamespaceSchemaLocation" if error.args[0] == _SCHEMA else str(error.args[0])
        raise Unsound(f"its EAF lacks the attribute {missing:.60}") from None
    except Exception as error:  # pympi raises Exception itself, and whatever a missing part leads to
        raise Unsound(f"its EAF has a value that cannot be read ({error!s:.80})") from None


def _rows(eaf: Any, name: str) -> list[dict[str, Any]]:
    """Return the shots of one tier that has no parent, each with what hangs from it."""
    aligned, _, attributes, _ = eaf.tiers[name]
    if attributes.get("PARENT_REF"):
        return []
    ours = column_of(name) == PARENT
    rows = {}
    for annotation, (begin, end, value, _) in aligned.items():
        rows[annotation] = {PARENT: value} if ours else {"scene": value, "note": f"tier {name}"}
        rows[annotation] |= {"start_s": eaf.timeslots.get(begin), "end_s": eaf.timeslots.get(end)}
    for child in eaf.get_child_tiers_for(name):
        column = column_of(child)
        known = ours or column in {field["name"] for field in fields_of("shots")}
        if known and column not in {PARENT, "start_s", "end_s"}:  # these three are the parent's own
            _fill(rows, eaf.tiers[child][1], column)
    return [_settled(row) for row in rows.values()]


def _fill(rows: dict[str, dict[str, Any]], references: dict[str, Any], column: str) -> None:
    for parent, value, _, _ in references.values():
        if parent in rows and value:
            before = rows[parent].get(column)
            rows[parent][column] = f"{before}; {value}" if before else value


def _settled(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with its times in seconds, without placeholders."""
    start, end = settle(row["start_s"], row["end_s"], row.pop(BASIS, None))
    return row | {
        "start_s": None if start is None else start / 1000,
        "end_s": None if end is None else end / 1000,
    }


def _position(row: dict[str, Any]) -> tuple[float, float]:
    """Return where a row goes: by its number in the log, new ones after by their time."""
    number = str(row.get(ROW, ""))[:LONGEST_NUMBER]
    start = row.get("start_s")
    return (int(number) if number.isascii() and number.isdigit() else math.inf), math.inf if start is None else start
