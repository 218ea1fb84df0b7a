"""A student's folder: lessons, assignments and settings, and nothing that holds a solution."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path

from return_to_dust.errors import CourseError
from return_to_dust.marking.course import CONFIG, load_config

ASSIGNMENTS = "assignments"
LESSONS = "lessons"
DELIVERED = ".return-to-dust.json"
USUAL_EXCHANGE = "/usr/local/share/nbgrader/exchange"

#: nbgrader's settings in a student's folder; the folder may be moved, so that paths are taken from the file itself.
STUDENT_CONFIG = '''\
"""Settings of nbgrader in a student's folder: which course this is, and where assignments are fetched to."""

import os
from pathlib import Path

c = get_config()  # noqa: F821 - traitlets provides it

c.CourseDirectory.course_id = {course_id!r}
if "NBGRADER_EXCHANGE" in os.environ:
    c.Exchange.root = os.environ["NBGRADER_EXCHANGE"]
# an absolute path: Assignment List reads this file from two working directories
c.Exchange.assignment_dir = str(Path(__file__).resolve().parent / "assignments")
c.Execute.timeout = 60
'''


def is_student_folder(folder: Path) -> bool:
    """Say whether a course folder is a student's: it has nbgrader's settings, and no solutions."""
    return (folder / CONFIG).is_file() and not (folder / "solutions").is_dir()


def student_workspace(course: Path, folder: Path | None = None) -> Path:
    """Make a student's folder from the course, or bring what is new to one that exists.

    No file that is there is ever overwritten. A lesson that has changed in the course since it was brought is
    put beside the student's as ``2_reception (new).ipynb``, once for each new version.

    Parameters
    ----------
    course
        The course folder. A student's folder is its own workspace and is returned as it is.
    folder
        Where the student works; ``term/student`` in the course folder by default.

    Returns
    -------
    pathlib.Path
        The student's folder. It holds ``lessons/``, ``assignments/`` and ``nbgrader_config.py``. The assignments
        themselves are in it only where there is no exchange to fetch them from.

    Raises
    ------
    CourseError
        If the folder cannot be written to, or is the course folder or one of its parts that belong to teachers.
    """
    if is_student_folder(course):
        require_writable(course)
        return course
    target = (folder or course / "term" / "student").resolve()
    _require_apart(target, course.resolve())
    require_writable(target)
    for name in (LESSONS, ASSIGNMENTS):
        (target / name).mkdir(exist_ok=True)
    if not (target / CONFIG).exists():
        (target / CONFIG).write_text(student_config(course), encoding="utf-8", newline="\n")
    bring_files(course, target, student_files(course, with_assignments=not has_exchange(course)))
    return target


def student_config(course: Path) -> str:
    """Return the text of a student's ``nbgrader_config.py`` for this course."""
    course_id = load_config(course).CourseDirectory.get("course_id", "return-to-dust")
    return STUDENT_CONFIG.format(course_id=str(course_id))


def student_files(course: Path, *, with_assignments: bool = True) -> list[Path]:
    """Name what students get: lesson notebooks, and the files of released assignments.

    Returns
    -------
    list of pathlib.Path
        Paths from the top of the course, in order.
    """
    found = sorted((course / LESSONS).glob("*.ipynb"))
    if with_assignments:
        found += sorted(path for path in (course / ASSIGNMENTS).rglob("*") if path.is_file())
    paths = [path.relative_to(course) for path in found]
    return [path for path in paths if not any(part.startswith(".") for part in path.parts)]


def exchange_root(course: Path) -> Path:
    """Return the folder through which this course hands assignments out and in, whether it exists or not."""
    return Path(str(load_config(course).Exchange.get("root", USUAL_EXCHANGE)))


def has_exchange(course: Path) -> bool:
    """Say whether there is an exchange folder in which one can write; nbgrader has none on Windows."""
    return os.name == "posix" and os.access(exchange_root(course), os.W_OK | os.X_OK)


def bring_files(course: Path, target: Path, paths: list[Path]) -> list[Path]:
    """Copy files of the course that are new to a student's folder; return the paths written.

    Parameters
    ----------
    course, target
        The two folders.
    paths
        Paths of the files, the same in both.
    """
    record = target / DELIVERED
    delivered = _read_record(record)
    written = []
    for path in paths:
        source = course / path
        version = _digest(source)
        place = target / path
        if place.exists() and version != _digest(place):
            if delivered.get(path.as_posix()) == version:
                continue  # the student has worked in it, and the course has nothing newer
            place = _beside(place, version)
        delivered[path.as_posix()] = version
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, place)
            written.append(place)
    record.write_text(json.dumps(delivered, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return written


def require_writable(folder: Path) -> None:
    """Make a folder where there is none, and prove that one can write in it.

    Raises
    ------
    CourseError
        If one cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise CourseError(
            f"The folder {folder} cannot be written to ({error.strerror}): "
            "copy the course to a folder of your own, or name another folder."
        ) from None


def _require_apart(target: Path, course: Path) -> None:
    apart = [course / name for name in ("solutions", "src", "source_texts", LESSONS, ASSIGNMENTS)]
    if target == course or any(target.is_relative_to(part) for part in apart):
        raise CourseError(f"{target} belongs to the course itself: choose another folder for the student's work.")


def _beside(place: Path, version: str) -> Path:
    """Return the first name beside a file that is free, or that already holds this version."""
    number = 1
    while True:
        mark = "(new)" if number == 1 else f"(new {number})"
        candidate = place.with_name(f"{place.stem} {mark}{place.suffix}")
        if not candidate.exists() or _digest(candidate) == version:
            return candidate
        number += 1


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _read_record(path: Path) -> dict[str, str]:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}  # without a record every difference counts as new: a copy too many, never one too few
    return dict(record) if isinstance(record, dict) else {}
