"""Where the course's own files are, in a checkout or an installed wheel; how paths are removed and files written."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from pathlib import Path

from return_to_dust.errors import CourseError

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parents[1]


def bundled(name: str, in_checkout: str | None = None) -> Path:
    """Return the folder or file of that name that ships with the course.

    Parameters
    ----------
    name
        str, the path inside the installed package, such as ``"source_texts"``.
    in_checkout
        str, the path from the top of a checkout, where it differs from `name`.

    Raises
    ------
    CourseError
        If neither the installed package nor the checkout has it.
    """
    for candidate in (PACKAGE / name, CHECKOUT / (in_checkout or name)):
        if candidate.exists():
            return candidate
    raise CourseError(
        f"The course's {name!r} is missing from {PACKAGE}: install the course again with the README's command."
    )


def find_course(start: Path | None = None) -> Path:
    """Return the course folder: `start` or the nearest folder above it that holds ``nbgrader_config.py``.

    Parameters
    ----------
    start
        Path of a folder, where to begin; the working directory by default. Where nothing is found there, the checkout
        that this package runs from is the course.

    Raises
    ------
    CourseError
        If there is no course folder.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "nbgrader_config.py").is_file():
            return folder
    if start is None and (CHECKOUT / "nbgrader_config.py").is_file():
        return CHECKOUT
    raise CourseError(
        f"There is no course folder at {here} or above it: go to the folder that holds nbgrader_config.py, "
        "or name it with --course."
    )


def remove(path: Path) -> None:
    """Delete a file, a link or a folder with all that is in it; what a link points to stays, and nothing may be there.

    Parameters
    ----------
    path
        What is deleted.

    Raises
    ------
    OSError
        If the system refuses.
    """
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def write_whole(path: Path, text: str) -> None:
    """Write a UTF-8 file in one step: a reader sees the old file or the new one, never a part.

    Parameters
    ----------
    path
        The file to write, in a folder that is there.
    text
        str, all that it is to hold; line ends stay as they are.

    Raises
    ------
    OSError
        If the system refuses; an older file is then still whole.
    """
    # nbgrader leaves names with a dot behind; unlike a file of tempfile, this one can be read by the marker
    draft = path.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        draft.write_bytes(text.encode("utf-8"))
        draft.replace(path)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
