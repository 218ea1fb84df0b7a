"""Files of shot logs: read with limits, written in one step, never over another file unasked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from return_to_dust.errors import CourseError
from return_to_dust.paths import write_whole
from return_to_dust.shotlog.cells import Unsound

MOST_BYTES = 20_000_000
#: Readers in C use the stack for each level; an OpenTimelineIO file of 100,000 levels ends Python.
DEEPEST = 100


def read_bytes(file: Path) -> bytes:
    """Return the content of a file of reasonable size.

    Raises
    ------
    Unsound
        If it is no file, too large, or cannot be read.
    """
    try:
        if not file.is_file():
            raise Unsound("it is no file" if file.exists() else "there is no such file")
        if file.stat().st_size > MOST_BYTES:
            raise Unsound(f"it has {file.stat().st_size:,} bytes, and {MOST_BYTES:,} are the most")
        return file.read_bytes()
    except OSError as error:
        raise Unsound(f"the system does not let it be read ({error.strerror})") from None


def read_text(file: Path) -> str:
    """Return the text of a UTF-8 file, without a byte-order mark.

    Raises
    ------
    Unsound
        As `read_bytes`, and if it is not UTF-8.
    """
    try:
        return read_bytes(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unsound("its text is not UTF-8: save it again with that encoding") from None


def as_json(text: str) -> Any:
    """Return what a JSON text holds.

    Raises
    ------
    Unsound
        If it is not valid JSON, or nested too deeply.
    """
    try:
        content = json.loads(text)
    except RecursionError:
        raise Unsound("its JSON is nested too deeply") from None
    except ValueError as error:
        line = getattr(error, "lineno", None)
        raise Unsound(f"it is not valid JSON{f' (line {line})' if line else ''}") from None
    for _ in walk(content):
        pass
    return content


def walk(content: Any) -> Iterator[Any]:
    """Yield each value inside JSON data, level by level.

    Raises
    ------
    Unsound
        If it is nested too deeply.
    """
    level, depth = [content], 0
    while level:
        yield from level
        depth += 1
        if depth > DEEPEST:
            raise Unsound("its JSON is nested too deeply")
        level = [
            inner
            for value in level
            if isinstance(value, (dict, list))
            for inner in (value.values() if isinstance(value, dict) else value)
        ]


def write_files(contents: dict[Path, str], overwrite: bool) -> None:
    """Write texts as UTF-8 files, each in one step: a reader sees the old file or the new one, never a part.

    Raises
    ------
    CourseError
        If one of the files exists and `overwrite` is not set, or if one cannot be written.
    """
    file = next(iter(contents))
    try:
        for file in contents:
            _check_free(file, overwrite)
        for file, text in contents.items():
            write_whole(file, text)
    except OSError as error:
        raise CourseError(f"Not written: {file} cannot be written ({error.strerror or error}).") from None


def _check_free(file: Path, overwrite: bool) -> None:
    if file.is_dir():
        raise CourseError(f"Not written: {file} is a folder; name a file in it.")
    if file.exists() and not overwrite:
        raise CourseError(f"Not written: {file} exists. Choose another name, or say overwrite=True to replace it.")
