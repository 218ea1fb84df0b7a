"""Shot logs as CSV: one file a table, and a Frictionless data package that says what the columns mean."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pandas as pd

from return_to_dust.shotlog.cells import Unsound, as_text
from return_to_dust.shotlog.files import as_json, read_text
from return_to_dust.shotlog.log import ShotLog, checked, fields_of, records

#: What a European Excel and other programs put between cells in place of the comma.
OTHER_DELIMITERS = (";", "\t")
TITLES = {"shots": "Shot log", "regions": "Regions of the shots"}


def to_files(log: ShotLog, path: Path) -> dict[Path, str]:
    """Return the texts of the CSV file, of the regions' where there are any, and of the data package."""
    tables = {"shots": log.shots} | ({} if log.regions is None else {"regions": log.regions})
    texts = {_file_of(path, name): _csv(frame) for name, frame in tables.items()}
    package = {
        "name": "shot-log",
        "title": "Shot log",
        "description": "start_s and end_s stand here only where somebody has measured them in the film.",
        "media": log.media,
        "resources": [_resource(name, frame, _file_of(path, name).name) for name, frame in tables.items()],
    }
    return texts | {_package_of(path): json.dumps(package, ensure_ascii=False, indent=1) + "\n"}


def from_file(path: Path) -> ShotLog:
    """Read a CSV file, with its regions and its data package where they lie beside it.

    Raises
    ------
    Unsound
        If it holds no shot log.
    """
    beside = _package_of(path)
    package = as_json(read_text(beside)) if beside.is_file() else {}
    if not isinstance(package, dict):
        raise Unsound(f"the data package {beside.name} beside it is none")
    regions = _file_of(path, "regions")
    # regions that an earlier log of that name has left behind are not this log's
    has_regions = _lists(package, regions.name) if package else regions.is_file()
    return checked(_table(path), _table(regions) if has_regions else None, package.get("media"))


def _file_of(path: Path, name: str) -> Path:
    return path if name == "shots" else path.with_name(f"{path.stem}.{name}.csv")


def _package_of(path: Path) -> Path:
    return path.with_name(f"{path.stem}.datapackage.json")


def _lists(package: dict[str, Any], name: str) -> bool:
    resources = package.get("resources")
    return isinstance(resources, list) and any(isinstance(r, dict) and r.get("path") == name for r in resources)


def _csv(frame: pd.DataFrame) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)  # ends lines with CR LF, as RFC 4180 has it, and so quotes cells that hold either
    writer.writerow(frame.columns)
    for row in records(frame):
        writer.writerow([as_text(row.get(column, "")) for column in frame.columns])
    return text.getvalue()


def _table(path: Path) -> pd.DataFrame:
    text = read_text(path)
    header = text.split("\n", 1)[0]
    delimiter = next((d for d in OTHER_DELIMITERS if d in header and "," not in header), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader if row]
    except csv.Error as error:
        raise Unsound(f"{path.name} is no sound CSV (line {reader.line_num}: {error})") from None
    if not rows:
        raise Unsound(f"{path.name} is empty")
    columns = rows[0][1]
    if "shot" not in columns:
        raise Unsound(f"{path.name} has no column called shot in its first line, which names the columns")
    for line, row in rows[1:]:
        if len(row) != len(columns):
            raise Unsound(f"line {line} of {path.name} has {len(row)} cells, and the first line has {len(columns)}")
    return pd.DataFrame([row for _, row in rows[1:]], columns=pd.Index(columns, dtype=object), dtype=object)


def _resource(name: str, frame: pd.DataFrame, path: str) -> dict[str, Any]:
    known = {field["name"]: field for field in fields_of(name)}
    key = "shot" if name == "shots" else "region"
    return {
        "name": name,
        "type": "table",
        "path": path,
        "title": TITLES[name],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(known.get(column, {"name": column, "type": "string"}), key) for column in frame.columns],
            "missingValues": [""],
            "primaryKey": [key],
        }
        | ({} if name == "shots" else {"foreignKeys": [_FOREIGN_KEY]}),
    }


_FOREIGN_KEY = {"fields": ["shot"], "reference": {"resource": "shots", "fields": ["shot"]}}


def _field(field: dict[str, Any], key: str) -> dict[str, Any]:
    """Return a field without what holds for the course's own tables only, such as that each row cites a source."""
    constraints = {k: v for k, v in field.get("constraints", {}).items() if k in {"enum", "minimum"}}
    if field["name"] == key:
        constraints |= {"required": True, "unique": True}
    plain = {k: v for k, v in field.items() if k != "constraints"}
    return plain | ({"constraints": constraints} if constraints else {})
