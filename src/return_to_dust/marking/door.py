"""What happens to collected work when `nbgrader autograde` or Formgrader opens it, before anything is run.

Nbgrader follows links among collected work, and writes through them; a marking that fails deletes
the marked notebooks of the one before, and keeps its marks. Here collected work is made safe to open, and
marked work is kept until the new marking is done: a run that fails or is killed leaves the old one in place, flagged.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from return_to_dust.marking.exchange import COLLECTED_AS, lay_out, read_timestamp, released_names
from return_to_dust.marking.files import Folder, Held, read_folder
from return_to_dust.marking.notices import COLLECTED_NOTES, read_notes
from return_to_dust.paths import remove

#: Folders beside the collected work: originals that are not opened, and the marked work of runs that are under way.
SET_ASIDE, KEPT = "set_aside", "kept"
#: Lies in a folder of marked work that stands for a marking that failed; nbgrader leaves names with a dot behind.
FAILED = ".marking_failed"
#: Says in a kept folder which process is marking.
RUNNER = ".runner"


def open_door(converter: Any) -> None:
    """Make ready what an `nbgrader.converters.Autograde` is about to mark.

    A hand-in that holds links, pipes or more than is allowed, or lies behind a link, is set aside as it is, and a clean
    copy takes its place. What an earlier run left undone is put right.

    Parameters
    ----------
    converter
        The converter, which has found its notebooks and has not begun.
    """
    places = sorted(map(Path, converter.assignments))
    for submitted in {place.parent.parent for place in places}:
        restore_marked(submitted)
    for place in places:
        student, assignment = place.parent.name, place.name
        for line in _clean(place, released_names(converter.coursedir, assignment)):
            converter.log.warning("%s: %s", student, line)
        pattern = f"{converter.coursedir.notebook_id}.ipynb"
        converter.assignments[str(place)] = [str(path) for path in sorted(place.glob(pattern))]
        marked = Path(converter._format_dest(assignment, student))
        if converter.post_convert_hook is marking_done and (converter.force or _is_newer(place, marked)):
            _keep(place, marked)


def marking_done(*, notebooks: list[str], **_about: str) -> None:
    """Let go of the earlier marked work of a hand-in; set as ``Autograde.post_convert_hook``."""
    kept = _kept(Path(notebooks[0]).parent)
    if kept.exists():
        remove(kept.rename(kept.with_name(f".{kept.name}.{os.getpid()}")))  # in one step, as others may look


def restore_marked(submitted: Path) -> None:
    """Put back the marked work of all markings that did not come to their end, and flag it.

    Parameters
    ----------
    submitted
        The folder of collected work, such as ``term/submitted``.
    """
    for runner in sorted((submitted.parent / KEPT).glob(f"*/[!.]*/{RUNNER}")):
        with contextlib.suppress(FileNotFoundError):  # another process has done it, or is done
            if not _is_running(runner):
                _restore(runner)


def _restore(runner: Path) -> None:
    marked = Path(runner.read_text(encoding="utf-8").split("\n", 1)[1])
    (runner.parent / FAILED).touch()
    remove(marked)
    marked.parent.mkdir(parents=True, exist_ok=True)
    runner.parent.rename(marked)
    (marked / RUNNER).unlink()


def has_failed(marked: Path) -> bool:
    """Say whether a folder of marked work is that of an earlier marking, as the last one failed."""
    return (marked / FAILED).is_file()


def _clean(place: Path, released: list[str]) -> list[str]:
    """Replace a hand-in that is not safe to open by a clean copy; return what was left out."""
    try:
        found = read_folder(place, place.parent.parent)
    except OSError:
        found = Folder(says={"link": "The hand-in was a link or could not be read; hand in the files themselves."})
    stamp = found.files.get("timestamp.txt")
    if not found.says and (stamp is None or read_timestamp(stamp.data.decode(errors="replace")) is not None):
        return []
    notes, names = (found.files.pop(name, Held(b"{}", 0)) for name in (COLLECTED_NOTES, COLLECTED_AS))
    says = {**read_notes(notes.data), **found.says}
    link = place.parent if place.parent.is_symlink() else place
    now = datetime.now(UTC)
    aside = place.parent.parent.parent / SET_ASIDE / f"{place.parent.name}+{place.name}+{now:%Y-%m-%d %H.%M.%S.%f}"
    aside.parent.mkdir(exist_ok=True)
    link.rename(aside)
    lines = lay_out(Folder(files=found.files, says=says), place, released, None)
    if names.written_ns and not (place / COLLECTED_AS).exists():
        (place / COLLECTED_AS).write_bytes(names.data)
    return [*lines, f"The original is in {aside}."]


def _is_newer(place: Path, marked: Path) -> bool:
    stamps = [
        path.read_bytes() if path.is_file() else b"" for path in (place / "timestamp.txt", marked / "timestamp.txt")
    ]
    return stamps[0] != stamps[1]


def _kept(place: Path) -> Path:
    return place.parent.parent.parent / KEPT / place.parent.name / place.name


def _keep(place: Path, marked: Path) -> None:
    """Copy marked work aside, in one step, until `marking_done`."""
    kept = _kept(place)
    if kept.exists() or not any(marked.glob("*.ipynb")):
        return
    draft = kept.with_name(f".{kept.name}.{os.getpid()}")
    remove(draft)
    shutil.copytree(marked, draft, symlinks=True)
    remove(draft / FAILED)
    (draft / RUNNER).write_text(f"{os.getpid()}\n{marked}", encoding="utf-8")
    draft.rename(kept)


def _is_running(runner: Path) -> bool:
    """Say whether another process is marking; what this one began before is over."""
    number = int(runner.read_text(encoding="utf-8").split("\n", 1)[0])
    if number == os.getpid() or sys.platform == "win32":  # where asking would end the process
        return False
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
