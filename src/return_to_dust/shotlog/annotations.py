"""Shot logs as W3C Web Annotations (JSON-LD): one annotation a shot, and one a region.

Each value of the log is a text body with its purpose; the column that it belongs to stands beside under our name.
A shot without times points at the whole film: no placeholder is needed. See the Web Annotation Data Model (2017).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from return_to_dust.shotlog.annotations_read import BOX, COLUMN, NO_MEDIA, PREFIX
from return_to_dust.shotlog.cells import as_text
from return_to_dust.shotlog.fragments import STANDARD, box_fragment, time_fragment
from return_to_dust.shotlog.log import ShotLog, as_url, fields_of, records

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
NOTE = (
    "A shot whose target has no t= has no time in the log: nobody who made it has measured the shot in the film. "
    "A box in xywh= is rounded to whole percents; the log's own numbers stand beside it."
)
LANGUAGES = {"label_en": "en", "label_zh": "zh-Hans"}
_NUMBERS = ("x", "y", "width", "height")


def to_files(log: ShotLog, path: Path) -> dict[Path, str]:
    """Return the text of the JSON-LD file."""
    shots, regions = records(log.shots), [] if log.regions is None else records(log.regions)
    source = NO_MEDIA if log.media is None else as_url(log.media)
    root = uuid5(NAMESPACE_URL, json.dumps([source, shots, regions]))  # the same log always gives the same ids
    times = {row["shot"]: time_fragment(row.get("start_s"), row.get("end_s")) for row in shots}
    items = [_shot(row, source, times[row["shot"]], root) for row in shots]
    items += [_region(row, source, times[row["shot"]], root) for row in regions]
    page = _urn(root, "page")
    collection = {
        "@context": [CONTEXT, {"dust": PREFIX}],
        "id": root.urn,
        "type": "AnnotationCollection",
        "label": "Shot log",
        "dust:note": NOTE,
        "total": len(items),
        "first": {"id": page, "type": "AnnotationPage", "partOf": root.urn, "startIndex": 0, "items": items},
        "last": page,
    }
    return {path: json.dumps(collection, ensure_ascii=False, indent=1) + "\n"}


def _shot(row: dict[str, Any], source: str, time: str, root: UUID) -> dict[str, Any]:
    bodies = [_body("shots", column, cell) for column, cell in row.items() if column not in {"start_s", "end_s"}]
    return _annotation(_urn(root, f"shot {row['shot']}"), bodies, source, time)


def _region(row: dict[str, Any], source: str, time: str, root: UUID) -> dict[str, Any]:
    bodies = [_body("regions", column, cell) for column, cell in row.items() if column not in _NUMBERS]
    box = box_fragment(*(row[number] for number in _NUMBERS))
    annotation = _annotation(_urn(root, f"region {row['region']}"), bodies, source, "&".join(filter(None, (time, box))))
    return annotation | {BOX: {f"dust:{number}": row[number] for number in _NUMBERS}}


def _annotation(iri: str, bodies: list[dict[str, Any]], source: str, fragment: str) -> dict[str, Any]:
    selector = {"type": "FragmentSelector", "conformsTo": STANDARD, "value": fragment}
    return {
        "id": iri,
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": {"type": "SpecificResource", "source": source} | ({"selector": selector} if fragment else {}),
    }


def _body(table: str, column: str, cell: Any) -> dict[str, Any]:
    language = {"language": LANGUAGES[column]} if column in LANGUAGES else {}
    return {
        "type": "TextualBody",
        "value": as_text(cell),
        "format": "text/plain",
        "purpose": _purpose(table, column),
        COLUMN: column,
    } | language


def _purpose(table: str, column: str) -> str:
    """Return the standard's word for why a value is there: a name, a value of a vocabulary, or free words."""
    if column in {"shot", "region"}:
        return "identifying"
    field = next((field for field in fields_of(table) if field["name"] == column), {})
    return "tagging" if "enum" in field.get("constraints", {}) else "describing"


def _urn(root: UUID, name: str) -> str:
    return uuid5(root, name).urn
