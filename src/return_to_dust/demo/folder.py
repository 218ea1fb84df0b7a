"""The folder of a demo: it is made, or emptied where an earlier demo made it, and never anybody else's."""

from __future__ import annotations

from pathlib import Path

from return_to_dust.errors import CourseError
from return_to_dust.paths import remove

#: Lies in every folder that a demo made, which the next demo may therefore replace.
MARKER = ".return-to-dust-demo"
#: All that demos make, earlier ones (``report.html``) included.
MADE = (
    "course",
    "students",
    "exchange",
    "cache",
    "marking.log",
    "overview.html",
    "reports",
    "report.html",
    MARKER,
)


def claim_folder(folder: Path) -> Path:
    """Make the demo's folder, or empty it where an earlier demo made it.

    Returns
    -------
    Path
        The folder's absolute path.

    Raises
    ------
    CourseError
        If there is anything in it that no demo made, or it cannot be written.
    """
    folder = folder.resolve()
    try:
        found = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
        foreign = [name for name in found if MARKER not in found or name not in MADE]
        if foreign:
            raise CourseError(
                f"{folder} holds {foreign[0]!r}, which no demo made: name an empty or a new folder with --folder."
            )
        folder.mkdir(parents=True, exist_ok=True)
        for name in found:  # the marker goes last, so that a demo that was stopped here can be run again
            if name != MARKER:
                remove(folder / name)
        (folder / MARKER).write_text("A demo of the course made this folder; the next demo replaces it.\n", "utf-8")
    except OSError as error:
        says = f"The demo cannot write to {folder} ({error.strerror}): name a folder of your own with --folder."
        raise CourseError(says) from error
    return folder
