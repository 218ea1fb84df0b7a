"""What a shot log is: its two tables, its medium, and what is said of data that does not keep to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from return_to_dust.errors import CourseError
from return_to_dust.framing import check_region
from return_to_dust.shotlog.cells import TYPES, Unsound, as_cell
from return_to_dust.tables import DTYPES, datapackage

MOST_ROWS = 20_000
LONGEST_NAME = 60
LONGEST_MEDIA = 2_000
#: Names that the formats use for something of their own.
RESERVED = ("row", "time_basis")
#: The times that a person who has the film may add, described as in the data package.
TIMES: tuple[dict[str, Any], ...] = (
    {
        "name": "start_s",
        "type": "number",
        "description": "Where the shot begins in the film, in seconds, below one million. Empty: not known.",
        "constraints": {"minimum": 0},
    },
    {
        "name": "end_s",
        "type": "number",
        "description": "Where the shot ends in the film, in seconds, after start_s. Empty: not known.",
        "constraints": {"minimum": 0},
    },
)
LATEST_S = 1_000_000
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # two letters at least, as C: is a disk


@dataclass(frozen=True, eq=False)
class ShotLog:
    """A shot log, as `read_shot_log` returns it.

    Attributes
    ----------
    shots
        pandas.DataFrame, one row a shot: the columns of ``table("shots")`` with their types, then ``start_s`` and
        ``end_s`` (seconds in the film) where the log has times, then columns of your own as text, in the order
        of the alphabet. What is missing is ``NA``.
    regions
        pandas.DataFrame with the columns of ``table("regions")``, or None.
    media
        str, the film's file from the log's folder, or its address; None where none is linked.
    """

    shots: pd.DataFrame
    regions: pd.DataFrame | None = None
    media: str | None = None


def fields_of(table: str) -> list[dict[str, Any]]:
    """Return how the data package describes the columns of ``"shots"`` (with the times) or ``"regions"``."""
    resource = next(r for r in datapackage()["resources"] if r["name"] == table)
    fields: list[dict[str, Any]] = resource["schema"]["fields"]
    return [*fields, *TIMES] if table == "shots" else list(fields)


def checked(shots: Any, regions: Any = None, media: Any = None) -> ShotLog:
    """Return tables of any origin as a shot log with the right columns and types.

    Parameters
    ----------
    shots
        pandas.DataFrame with the column ``shot`` at least; missing columns are added, empty.
    regions
        pandas.DataFrame with ``region``, ``shot``, ``x``, ``y``, ``width`` and ``height`` at least, or None.
    media
        str or Path, the film's file or address, or None.

    Raises
    ------
    Unsound
        If the data is no shot log; the message names the row and the column.
    """
    log = _table(shots, "shots")
    ids = _ids(log, "shot", "shot log")
    for number, row in enumerate(records(log), 1):
        _check_times(row, f"row {number} ({row['shot']})")
    return ShotLog(log, _regions(regions, ids), _media(media))


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as dicts of plain Python values, without what is missing."""
    columns = {name: frame[name].astype(object).tolist() for name in frame}
    return [
        {str(name): values[row] for name, values in columns.items() if not pd.isna(values[row])}
        for row in range(len(frame))
    ]


def fresh(prefix: str, taken: Iterable[str]) -> str:
    """Return an id of the form ``clip_3`` that is not taken."""
    known = set(taken)
    return next(name for number in range(1, len(known) + 2) if (name := f"{prefix}_{number}") not in known)


def as_url(media: str) -> str:
    """Return a medium as an address: an address as it is, a path with what addresses forbid escaped."""
    from urllib.parse import quote

    return media if _SCHEME.match(media) else quote(media)


def from_url(url: str) -> str:
    """Return what `as_url` was given."""
    from urllib.parse import unquote

    return url if _SCHEME.match(url) else unquote(url)


def _table(frame: Any, name: str) -> pd.DataFrame:
    if not isinstance(frame, pd.DataFrame):
        raise Unsound(f"{name} must be a DataFrame, not a {type(frame).__name__}")
    if not 0 < len(frame) <= MOST_ROWS:
        raise Unsound(f"the table {name} has {len(frame):,} rows, and a shot log has 1 to {MOST_ROWS:,}")
    fields = fields_of(name)
    own = [{"name": column, "type": "string"} for column in _own_columns(frame, {f["name"] for f in fields})]
    columns = {field["name"]: _column(frame, field) for field in fields + own}
    optional = {field["name"] for field in own} | {field["name"] for field in TIMES}
    kept = {column: values for column, values in columns.items() if column not in optional or values.notna().any()}
    return pd.DataFrame(kept)


def _own_columns(frame: pd.DataFrame, known: set[str]) -> list[str]:
    twice = [column for column, count in Counter(frame.columns).items() if count > 1]
    if twice:
        raise Unsound(f"two columns are called {twice[0]!r}")
    own = [column for column in frame.columns if column not in known]
    for column in own:
        sound = isinstance(column, str) and 0 < len(column) <= LONGEST_NAME and column.isprintable()
        if not sound or column != column.strip() or "@" in column or column in RESERVED:
            raise Unsound(
                f"the column {column!s:.40} cannot be kept: a name is a text of 1 to {LONGEST_NAME} characters "
                f"without @ and without blanks at its ends, and not {' or '.join(RESERVED)}"
            )
    return sorted(own)  # not every format keeps their order


def _column(frame: pd.DataFrame, field: dict[str, Any]) -> pd.Series[Any]:
    name = field["name"]
    kind = field["type"] if field["type"] in TYPES else "string"
    given = frame[name].tolist() if name in frame else [None] * len(frame)
    allowed = field.get("constraints", {}).get("enum")
    cells = [as_cell(value, kind, allowed, f"row {row}, column {name}") for row, value in enumerate(given, 1)]
    return pd.Series(cells, dtype=DTYPES[kind])


def _ids(frame: pd.DataFrame, column: str, what: str) -> set[str]:
    ids = frame[column]
    if ids.isna().any():
        row = int(ids.isna().to_numpy().argmax()) + 1
        raise Unsound(f"row {row} of the {what} has no {column}: give each row an id of its own in the column {column}")
    if ids.duplicated().any():
        raise Unsound(f"two rows of the {what} have the id {ids[ids.duplicated()].iloc[0]!r}")
    return set(ids)


def _check_times(row: dict[str, Any], name: str) -> None:
    for column in ("start_s", "end_s"):
        if not 0 <= row.get(column, 0) < LATEST_S:
            raise Unsound(f"{name}: {column} is {row[column]:g}, and must be 0 or more and below {LATEST_S:,} seconds")
    if row.get("start_s", 0) >= row.get("end_s", LATEST_S):
        raise Unsound(f"{name}: the shot ends at {row['end_s']:g} s, which is not after its start")


def _regions(regions: Any, shots: set[str]) -> pd.DataFrame | None:
    if regions is None or (isinstance(regions, pd.DataFrame) and regions.empty):
        return None
    if isinstance(regions, pd.DataFrame) and "label_en" not in regions:
        regions = regions.rename(columns={"label": "label_en"})  # as draw_regions names it
    frame = _table(regions, "regions")
    _ids(frame, "region", "table regions")
    for row in records(frame):
        if row.get("shot") not in shots:
            raise Unsound(f"the region {row['region']!r} belongs to the shot {row.get('shot')!r}, which the log lacks")
        try:
            check_region(row)
        except CourseError as error:
            raise Unsound(str(error).rstrip(".")) from None
    return frame


def _media(media: Any) -> str | None:
    if media is None:
        return None
    text = Path(media).as_uri() if isinstance(media, (str, Path)) and Path(media).is_absolute() else str(media)
    sound = isinstance(media, (str, Path)) and text.isprintable() and 0 < len(text.strip()) <= LONGEST_MEDIA
    if not sound or (_SCHEME.match(text) and set(text) & set(" #")):
        raise Unsound(f"media must be a file name, or an address without # and blanks, not {str(media)!r:.60}")
    return text
