"""Shot logs as ELAN files (EAF): a tier of shots, and under it one tier a column.

The parent tier `shot` is aligned to time; the column tiers hang from it by symbolic association, one value a shot.
Columns with a controlled vocabulary bring it along, field size and angle in Chinese too. Shots that overlap cannot
share a tier: further lanes are called `shot@2`, `scene@2` and so on. EAF 2.8, as pympi-ling writes it.
"""

from __future__ import annotations

import mimetypes
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pympi

from return_to_dust.shotlog.cells import as_text
from return_to_dust.shotlog.log import ShotLog, as_url, fields_of, records
from return_to_dust.shotlog.slots import NOTE, Slot, place
from return_to_dust.tables import table

NAMESPACE = "return_to_dust"
PARENT = "shot"
#: Tiers of ours beside the columns: the row in the log, and what of the time is constructed.
ROW, BASIS = "row", "time_basis"
UNKNOWN_MEDIA = "unknown"
#: ISO 639-3 codes as ELAN uses them, with the definition that it gives English.
LANGUAGES = {"eng": ("http://cdb.iso.org/lg/CDB-00138502-001", "English (eng)"), "zho": (None, "Chinese (zho)")}
_SEQUENCE = "Symbolic_Association"


def to_files(log: ShotLog, path: Path) -> dict[Path, str]:
    """Return the text of the EAF file; the regions have no place in it."""
    eaf = _empty(log.media)
    rows = records(log.shots)
    slots = place(rows)
    columns = [column for column in log.shots.columns if column not in {PARENT, "start_s", "end_s"}]
    for column in columns:
        _add_type(eaf, column)
    moments = _add_moments(eaf, slots)
    for lane in range(1, max(slot.lane for slot in slots) + 1):
        _add_tiers(eaf, lane, [ROW, BASIS, *columns])
    for number, (row, slot) in enumerate(zip(rows, slots, strict=True), 1):
        _add_shot(eaf, slot, moments[number - 1], {ROW: number, BASIS: slot.mark or None, **row}, columns)
    text = pympi.Elan.to_string(eaf, pretty=True, encoding="unicode").replace("\r", "&#13;")  # else read as a line end
    return {path: f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'}


def tier_name(column: str, lane: int) -> str:
    """Return the name of a column's tier in a lane."""
    return column if lane == 1 else f"{column}@{lane}"


def column_of(tier: str) -> str:
    """Return the column of a tier, whatever its lane."""
    return re.sub(r"@[0-9]+$", "", tier)


def _empty(media: str | None) -> Any:
    eaf = pympi.Eaf(author=NAMESPACE)
    eaf.tiers.clear()
    eaf.linguistic_types.clear()
    eaf.properties.clear()
    eaf.adocument["DATE"] = datetime.now(UTC).isoformat(timespec="seconds")  # pympi's own is wrong in half-hour zones
    eaf.header = {"MEDIA_FILE": "", "TIME_UNITS": "milliseconds"}
    for name, value in ({"format": "shot-log 1", "note": NOTE}).items():
        eaf.add_property(f"{NAMESPACE}:{name}", value)
    for language, (definition, label) in LANGUAGES.items():
        eaf.add_language(language, definition, label)
    if media is not None:
        kind = mimetypes.guess_type(media)[0] or UNKNOWN_MEDIA
        relative = None if ":" in as_url(media) else f"./{as_url(media)}"
        eaf.add_linked_file(as_url(media), relpath=relative, mimetype=kind)
    eaf.add_linguistic_type(PARENT)
    eaf.add_linguistic_type("text", constraints=_SEQUENCE, timealignable=False)
    return eaf


def _add_type(eaf: Any, column: str) -> None:
    """Give a column that has a controlled vocabulary a tier type of its own."""
    field = next((field for field in fields_of("shots") if field["name"] == column), {})
    allowed = field.get("constraints", {}).get("enum")
    if allowed is None:
        return
    chinese = table("terms").dropna(subset=["ada"]).set_index("ada")["chinese"].to_dict()
    eaf.add_controlled_vocabulary(column)
    eaf.add_cv_description(column, "eng", field["description"])
    for number, value in enumerate(allowed, 1):
        values = [(value, "eng", None)] + ([(chinese[value], "zho", None)] if value in chinese else [])
        eaf.add_cv_entry(column, f"cveid_{column}_{number}", values)
    parameters = {
        "LINGUISTIC_TYPE_ID": column,
        "TIME_ALIGNABLE": "false",
        "GRAPHIC_REFERENCES": "false",
        "CONSTRAINTS": _SEQUENCE,
        "CONTROLLED_VOCABULARY_REF": column,
    }
    eaf.add_linguistic_type(column, param_dict=parameters)


def _add_moments(eaf: Any, slots: list[Slot]) -> list[tuple[str, str]]:
    """Add the time slots in the order of time, and return each shot's two."""
    bounds = [(slot.start_ms, 1, i) for i, slot in enumerate(slots)] + [
        (slot.end_ms, 0, i) for i, slot in enumerate(slots)
    ]
    ids = {(i, side): eaf.generate_ts_id(time) for time, side, i in sorted(bounds)}
    return [(ids[i, 1], ids[i, 0]) for i in range(len(slots))]


def _add_tiers(eaf: Any, lane: int, columns: list[str]) -> None:
    parent = tier_name(PARENT, lane)
    eaf.add_tier(parent, ling=PARENT)
    for column in columns:
        kind = column if column in eaf.linguistic_types else "text"
        eaf.add_tier(tier_name(column, lane), ling=kind, parent=parent)


def _add_shot(eaf: Any, slot: Slot, moments: tuple[str, str], row: dict[str, Any], columns: list[str]) -> None:
    """Add a shot by its time slots: pympi's own methods look it up by time, which fails where shots meet."""
    shot = eaf.generate_annotation_id()
    eaf.tiers[tier_name(PARENT, slot.lane)][0][shot] = (*moments, row[PARENT], None)
    for column in [ROW, BASIS, *columns]:
        if row.get(column) is not None:
            value = eaf.generate_annotation_id()
            eaf.tiers[tier_name(column, slot.lane)][1][value] = (shot, as_text(row[column]), None, None)
