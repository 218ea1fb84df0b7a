"""The file of drawn regions, ``boxes.json``: read it, check it, and write it without ever losing what was there."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pandas as pd

from return_to_dust.drawing.format import (
    COLUMNS,
    FORMAT,
    NUMBERS,
    VERSION,
    Drawing,
    Unsound,
    as_drawing,
)
from return_to_dust.errors import CourseError
from return_to_dust.paths import write_whole

USUAL_PATH = "boxes.json"
MOST_BYTES = 1_000_000


def read_regions(path: str | Path = USUAL_PATH) -> pd.DataFrame:
    """Read the regions that were drawn with `draw_regions`.

    Parameters
    ----------
    path
        str, the file, from the notebook's folder.

    Returns
    -------
    pandas.DataFrame
        One row a region in the order drawn: ``region``, ``label``, ``shape`` (``"rect"`` or ``"ellipse"``), ``x``,
        ``y`` (left and lower edge), ``width`` and ``height``, all four as shares of the picture, 0 to 1, with the
        origin at the bottom left, as in ``table("regions")``.

    Raises
    ------
    CourseError
        If there is no such file, or it is no sound file of regions.
    """
    frame = pd.DataFrame(read_drawing(path).regions, columns=list(COLUMNS))
    return frame.astype(dict.fromkeys(COLUMNS[:3], "str") | dict.fromkeys(NUMBERS, "float64"))


def read_drawing(path: str | Path = USUAL_PATH) -> Drawing:
    """Read a whole file of regions: these, and on what picture they were drawn.

    Raises
    ------
    CourseError
        As `read_regions`.
    """
    file = as_path(path)
    if not file.exists():
        raise CourseError(
            f"There is no file {path} in {file.resolve().parent}: "
            "draw regions with draw_regions, or name the file that holds them."
        )
    try:
        return as_drawing(_load(file))
    except Unsound as error:
        raise CourseError(
            f"{path} holds no regions that can be read: {error}. "
            "Restore a copy of it, or draw again: draw_regions keeps this file aside and begins a new one."
        ) from None


class BoxesFile:
    """One file of regions, as a widget reads and writes it.

    Parameters
    ----------
    path
        str, the file, from the notebook's folder; its name ends in ``.json``.

    Attributes
    ----------
    drawing
        Drawing or None, what the file held when it was opened.
    trouble
        str, why it could not be read; "" where it could, or where there was none.

    Raises
    ------
    CourseError
        If `path` is no name of a JSON file, or a folder.
    """

    def __init__(self, path: str | Path) -> None:
        self.name = str(path)
        self._file = as_path(path).absolute()  # a later os.chdir does not move it
        if self._file.suffix.lower() != ".json" or self._file.is_dir():
            raise CourseError(f"Regions are kept in a JSON file: name one, such as {USUAL_PATH!r}, not {self.name!r}.")
        self.drawing: Drawing | None = None
        self.trouble = ""
        try:
            self.drawing = as_drawing(_load(self._file)) if self._file.exists() else None
        except Unsound as error:
            self.trouble = f"{self.name} cannot be read: {error}. When you draw, it is kept aside and a new one begins."
        self._known = _fingerprint(self._file)

    def write(self, drawing: Drawing) -> str:
        """Replace the file in one step by a new one; return a sentence on what was done.

        Raises
        ------
        CourseError
            If something else has changed the file meanwhile, or it cannot be written.
        """
        try:
            if _fingerprint(self._file) not in (None, self._known):
                raise CourseError(
                    f"Not saved: {self.name} was changed elsewhere after this cell ran. Run the cell again."
                )
            aside = self._keep_aside() if self.trouble and self._file.exists() else ""
            self._replace(drawing)
        except OSError as error:
            raise CourseError(
                f"Not saved: {self.name} cannot be written ({error.strerror or error}). Free it, then draw on."
            ) from None
        self._known = _fingerprint(self._file)
        kept = f" What was there before is in {aside}." if aside else ""
        return f"Saved in {self.name}.{kept}"

    def _replace(self, drawing: Drawing) -> None:
        content = {
            "format": FORMAT,
            "version": VERSION,
            "picture": drawing.picture,
            "regions": drawing.regions,
        }
        write_whole(self._file, json.dumps(content, ensure_ascii=False, indent=1) + "\n")

    def _keep_aside(self) -> str:
        """Give a file that could not be read another name, one that is free; return that name."""
        number = 1
        while os.path.lexists(place := self._file.with_name(f"{self._file.name}.broken{number if number > 1 else ''}")):
            number += 1
        self._file.rename(place)
        self.trouble = ""
        return place.name


def as_path(path: Any) -> Path:
    """Return a path, or say that it is none."""
    if not isinstance(path, (str, Path)) or not str(path).strip() or "\0" in str(path):
        raise CourseError(f"A file of regions needs a name in quotation marks, such as {USUAL_PATH!r}, not {path!r}.")
    return Path(path)


def _fingerprint(file: Path) -> str | None:
    """Return a digest of a file's content, its size alone where it is huge, None where there is no file."""
    if not file.is_file():
        return None
    size = file.stat().st_size
    return str(size) if size > MOST_BYTES else hashlib.sha256(file.read_bytes()).hexdigest()


def _load(file: Path) -> Any:
    if not file.is_file():
        raise Unsound("it is no file")
    if file.stat().st_size > MOST_BYTES:
        raise Unsound(f"it has {file.stat().st_size:,} bytes, and {MOST_BYTES:,} are the most")
    try:
        return json.loads(file.read_text(encoding="utf-8-sig"))
    except RecursionError:
        raise Unsound("its JSON is nested too deeply") from None
    except UnicodeDecodeError:
        raise Unsound("its text is not UTF-8") from None
    except ValueError as error:
        line = getattr(error, "lineno", None)
        raise Unsound(f"it is not valid JSON{f' (line {line})' if line else ''}") from None
    except OSError as error:
        raise Unsound(f"the system does not let it be read ({error.strerror})") from None
