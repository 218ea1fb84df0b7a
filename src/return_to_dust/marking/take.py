"""Take in work that came by e-mail or through a learning system, where there is no exchange to collect it from."""

from __future__ import annotations

import json
import lzma
import os
import secrets
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from return_to_dust.errors import CourseError
from return_to_dust.lab.workspace import is_student_folder, require_writable
from return_to_dust.marking.course import load_config
from return_to_dust.marking.exchange import COLLECTED_AS, COPY_MARK, settle_names
from return_to_dust.marking.files import MOST_FILE_B, Held, read_file, read_folder, write_files
from return_to_dust.marking.names import is_student_id
from return_to_dust.marking.notices import COLLECTED_NOTES
from return_to_dust.paths import remove

NO_HAND_IN = {"__MACOSX", "feedback", "timestamp.txt", "submission_secret.txt"}
MOST_UNZIPPED_B = 500_000_000
MOST_ENTRIES = 10_000
MOST_NAME = 400  # characters of a path in a zip
#: What zipfile raises at what is torn, encrypted, packed in a way it does not know, or cannot be written.
UNSOUND_ZIP = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, ValueError)


@dataclass(frozen=True)
class Taken:
    """Where the work was put (`folder`), and a sentence on each thing that was put right (`says`)."""

    folder: Path
    says: list[str]


def take_in(course: Path, files: list[Path], student: str, assignment: str, *, replace: bool = False) -> Taken:
    """Put a student's work where nbgrader marks it, as if it had been collected now.

    Parameters
    ----------
    course
        The instructor's course folder.
    files
        Notebooks and other files as they are; of a folder or a zip, the folder in it that holds the notebook.
    student
        The student's id.
    assignment
        The name of a released assignment.
    replace
        Whether to replace what this student handed in before.

    Raises
    ------
    CourseError
        If an argument is wrong, the files hold no notebook, or the student has handed in and `replace` is not set.
    """
    released = _released(course, assignment)
    _require_id(student)
    target = course / _submitted(course) / student / assignment
    if os.path.lexists(target) and not replace:
        raise CourseError(f"{student} has handed in {assignment} already ({target}): replace it with --replace.")
    require_writable(target.parent.parent)
    # beside its place, so that moving it there is one step
    with tempfile.TemporaryDirectory(prefix=".take-", dir=target.parent.parent) as scratch:
        hand_in = Path(scratch) / "hand-in"
        hand_in.mkdir()
        left = {code: line for file in files for code, line in _add(file, hand_in, released, assignment).items()}
        for name in (COLLECTED_AS, COLLECTED_NOTES):
            remove(hand_in / name)  # only taking in writes these
        if left:
            (hand_in / COLLECTED_NOTES).write_text(json.dumps(left), encoding="utf-8")
        says = list(left.values())
        says += _name_only_notebook(hand_in, released) or settle_names(hand_in, released)
        # nbgrader releases no feedback of a class in which one hand-in lacks these
        stamp = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f %Z")
        (hand_in / "timestamp.txt").write_text(stamp, encoding="utf-8")
        (hand_in / "submission_secret.txt").write_text(secrets.token_hex(64), encoding="utf-8")
        target.parent.mkdir(exist_ok=True)
        if os.path.lexists(target):
            before = target.parent.parent.parent / "replaced" / f"{student}+{assignment}+{stamp.replace(':', '.')}"
            before.parent.mkdir(exist_ok=True)
            target.rename(before)
        hand_in.rename(target)
    return Taken(target, says)


def _released(course: Path, assignment: str) -> list[str]:
    """Return the notebooks of a released assignment; the name is compared and never made into a path before."""
    if is_student_folder(course):
        raise CourseError(f"{course} is a student's folder: take work in where the course is marked.")
    names: dict[str, list[str]] = {}
    for path in sorted((course / "assignments").glob("*/*.ipynb")):
        names.setdefault(path.parent.name, []).append(path.name)
    if assignment not in names:
        known = f"the assignments are {', '.join(names)}" if names else "none is released; run `dust build`"
        raise CourseError(f"There is no assignment {assignment!r}: {known}.")
    return names[assignment]


def _submitted(course: Path) -> str:
    return str(load_config(course).CourseDirectory.get("submitted_directory", "submitted"))


def _require_id(student: str) -> None:
    if not is_student_id(student):
        raise CourseError(
            f"{student!r} cannot be a student's id: use letters, digits and . _ - @, such as liwei or 20261234."
        )


def _add(file: Path, hand_in: Path, released: list[str], assignment: str) -> dict[str, str]:
    """Copy what was sent into the private copy of the hand-in; return what was left out."""
    if file.is_symlink() or not (file.is_file() or file.is_dir()):
        raise CourseError(f"{file} is no file and no folder: name what the student sent.")
    if file.is_file() and file.suffix.lower() != ".zip":
        held, _ = read_file(file.name, file.parent)
        if held is None:
            raise CourseError(f"{file} is larger than {MOST_FILE_B // 1_000_000} MB: ask the student for less.")
        _put({file.name: held}, hand_in)
        return {}
    with tempfile.TemporaryDirectory(prefix="dust-take-") as scratch:
        source = file if file.is_dir() else _unzip(file, Path(scratch) / "unzipped")
        found = read_folder(_home(source.resolve(), file, released, assignment))
    skipped = {".ipynb_checkpoints", *NO_HAND_IN}
    _put({name: held for name, held in found.files.items() if name.split("/")[0] not in skipped}, hand_in)
    return found.says


def _put(files: dict[str, Held], hand_in: Path) -> None:
    for top in sorted({name.split("/")[0] for name in files}):
        if os.path.lexists(hand_in / top):
            raise CourseError(f"Two of the files are named {top}: name only the one that counts.")
    write_files(files, hand_in)


def _unzip(file: Path, folder: Path) -> Path:
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > MOST_UNZIPPED_B or len(entries) > MOST_ENTRIES:
                raise CourseError(f"{file} is far too large for a hand-in: unzip it, and name the notebook in it.")
            if any(len(entry.filename) > MOST_NAME for entry in entries):
                raise CourseError(f"{file} holds a name that is far too long: ask the student for the notebook itself.")
            archive.extractall(folder)  # zipfile keeps all names below the folder and makes no links
    except UNSOUND_ZIP as error:
        raise CourseError(f"{file} cannot be unzipped ({error}): ask the student for the notebook itself.") from None
    return folder


def _home(source: Path, sent: Path, released: list[str], assignment: str) -> Path:
    """Return the folder that holds the assignment's notebook: a lesson may have the same name."""
    notebooks = list(_notebooks(source))
    named = [path for path in notebooks if _usual_name(path) in released]
    if not named and len(notebooks) != 1:
        found = f"{len(notebooks)} notebooks, none" if notebooks else "no notebook"
        raise CourseError(f"{sent} holds {found} named {' or '.join(released)}: name the student's notebook.")
    homes = {path.parent: (path.parent.name != assignment, len(path.parts)) for path in named or notebooks}
    best = [home for home, rank in homes.items() if rank == min(homes.values())]
    if len(best) > 1:
        says = " and ".join(str(home.relative_to(source)) for home in best)
        raise CourseError(f"{sent} holds the notebook in {says}: name the one that counts.")
    return best[0]


def _notebooks(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in NO_HAND_IN)
        yield from (Path(place, name) for name in sorted(names) if name.endswith(".ipynb") and name[0] != ".")


def _name_only_notebook(hand_in: Path, released: list[str]) -> list[str]:
    """Give the only notebook the name of the only one that was released, as learning systems add to names."""
    notebooks = sorted(hand_in.glob("*.ipynb"))
    if not notebooks:
        raise CourseError("What was sent holds no notebook (.ipynb): ask the student for it.")
    if any(_usual_name(path) in released for path in notebooks):
        return []
    if len(notebooks) > 1 or len(released) > 1:
        raise CourseError(f"None of these notebooks is named {' or '.join(released)}: rename the one that counts.")
    notebooks[0].rename(hand_in / released[0])
    return [f"{notebooks[0].name} was taken as {released[0]}."]


def _usual_name(path: Path) -> str:
    return f"{COPY_MARK.sub('', path.stem)}.ipynb"
