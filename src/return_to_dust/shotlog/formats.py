"""Write a shot log, and read one, in the format that the file's ending names."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from return_to_dust.errors import CourseError
from return_to_dust.shotlog.cells import Unsound
from return_to_dust.shotlog.files import write_files
from return_to_dust.shotlog.log import ShotLog, checked, records
from return_to_dust.shotlog.losses import FINE_TIMES, LOST, REGIONS, how_held, losses_of

if TYPE_CHECKING:
    import pandas as pd

FORMATS = {".csv": "csv", ".otio": "otio", ".eaf": "eaf", ".jsonld": "jsonld", ".json": "jsonld"}
#: The module that writes a format, and the one that reads it; loaded when a file of that format is met.
_MODULES = {
    "csv": ("csv_files", "csv_files"),
    "otio": ("timeline", "timeline"),
    "eaf": ("elan", "elan_read"),
    "jsonld": ("annotations", "annotations_read"),
}
#: Formats that cannot hold a shot without a time.
_TIMED = ("otio", "eaf")


def write_shot_log(
    log: pd.DataFrame | ShotLog,
    path: str | Path,
    regions: pd.DataFrame | None = None,
    media: str | Path | None = None,
    *,
    overwrite: bool = False,
) -> str:
    """Write a shot log as a file that other tools open.

    Parameters
    ----------
    log
        pandas.DataFrame with the columns of ``table("shots")`` (``shot`` at least, an id of its own in each row), and
        ``start_s`` and ``end_s`` in seconds where somebody has measured them in the film; or a `ShotLog`.
    path
        str, the file. Its ending names the format: ``.csv``, ``.otio`` (OpenTimelineIO), ``.eaf`` (ELAN), ``.jsonld``
        or ``.json`` (W3C Web Annotation).
    regions
        pandas.DataFrame with the columns of ``table("regions")``, or None for those of a `ShotLog`.
    media
        str, the film's file from the folder of `path`, or its address; nothing is copied or opened.
    overwrite
        bool, True to replace files of that name.

    Returns
    -------
    str
        A sentence or two: what is written, and what the format does not hold of it.

    Raises
    ------
    CourseError
        If the table is no shot log, the ending is not known, or a file exists or cannot be written.

    See Also
    --------
    losses : what each format holds.
    """
    file, name = _place(path)
    given = log if isinstance(log, ShotLog) else ShotLog(log)
    try:
        whole = checked(
            given.shots, given.regions if regions is None else regions, given.media if media is None else media
        )
    except Unsound as error:
        raise CourseError(f"This shot log cannot be written: {error}.") from None
    write_files(_module(name, 0).to_files(whole, file), overwrite)
    return _said(whole, file, name)


def read_shot_log(path: str | Path) -> ShotLog:
    """Read a shot log that was written here, or what another tool wrote in one of the formats.

    Parameters
    ----------
    path
        str, the file; its ending names the format, as for `write_shot_log`. Clips, annotations and tiers of other
        tools become shots with a name or words and a time; all other columns are empty.

    Returns
    -------
    ShotLog
        The shots, the regions and the medium. Times that are marked constructed in the file are dropped.

    Raises
    ------
    CourseError
        If the file cannot be read; the sentence says why.
    """
    file, name = _place(path)
    try:
        log: ShotLog = _module(name, 1).from_file(file)
    except Unsound as error:
        raise CourseError(f"{file} holds no shot log that can be read: {error}.") from None
    except OSError as error:
        raise CourseError(f"{file} cannot be read ({error.strerror or error}).") from None
    return log


def losses(format: str) -> pd.DataFrame:  # noqa: A002 the word that people look for
    """Say what a format holds of a shot log, and what it cannot.

    Parameters
    ----------
    format
        str, ``"csv"``, ``"otio"``, ``"eaf"`` or ``"jsonld"``, with or without a dot.

    Returns
    -------
    pandas.DataFrame
        One row a column of the log, then one a feature of the whole: ``what``, ``held`` (bool: it comes back equal
        when the file is read again) and ``how`` (where the format keeps it, or what becomes of it).

    Raises
    ------
    CourseError
        If the format is not known.
    """
    return losses_of(_format(format if str(format).startswith(".") else f".{format}"))


def _place(path: Any) -> tuple[Path, str]:
    if not isinstance(path, (str, Path)) or not str(path).strip() or "\0" in str(path):
        raise CourseError(f"A shot log needs a file name in quotation marks, such as 'shots.eaf', not {_shown(path)}.")
    return Path(path), _format(Path(path).suffix)


def _format(ending: str) -> str:
    try:
        return FORMATS[ending.lower()]
    except KeyError:
        known = ", ".join(FORMATS)
        raise CourseError(f"The ending {ending!r:.40} names no format of shot logs: use one of {known}.") from None


def _module(name: str, side: int) -> Any:
    return import_module(f"return_to_dust.shotlog.{_MODULES[name][side]}")


def _said(log: ShotLog, file: Path, name: str) -> str:
    said = [f"{file} holds {_count(len(log.shots), 'shot')}."]
    regions = 0 if log.regions is None else len(log.regions)
    if regions:
        said.append(f"{_count(regions, 'region')}: {how_held(name, REGIONS)}.")
    times = [row.get(column, 0.0) for row in records(log.shots) for column in ("start_s", "end_s")]
    if FINE_TIMES in LOST[name] and any(round(time, 3) != time for time in times):
        said.append(f"Some times are {LOST[name][FINE_TIMES]}.")
    untimed = sum("start_s" not in row or "end_s" not in row for row in records(log.shots))
    if untimed and name in _TIMED:
        said.append(f"{_count(untimed, 'shot')} without a full time: a placeholder there, marked constructed.")
    return " ".join(said)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _shown(path: object) -> str:
    return repr(path)[:60]
