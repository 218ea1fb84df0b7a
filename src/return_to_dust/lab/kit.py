"""The student kit: one zip for students who work on their own machines, away from any exchange."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from return_to_dust.errors import CourseError
from return_to_dust.lab.workspace import ASSIGNMENTS, require_writable, student_config, student_files
from return_to_dust.marking.course import CONFIG

TOP = "return-to-dust"
CONSTRAINTS = "constraints.txt"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # zip files know no earlier date; one fixed date gives the same bytes every time

START = """\
# Return to Dust 隐入尘烟: start here

You need Python 3.11 or newer and about 1 GB of disk space. The first two commands are for the first day only.
The second one downloads what the course needs, so that you must be online for it; after that you need no network.

## Linux and macOS

Open a terminal in this folder and type:

```
python3 -m venv .venv
.venv/bin/python -m pip install {requirements}
.venv/bin/dust lab --as student
```

## Windows

Open PowerShell in this folder and type:

```
py -3 -m venv .venv
.venv\\Scripts\\python -m pip install {requirements}
.venv\\Scripts\\dust lab --as student
```

## What you find here

- `lessons/` holds the lessons. Begin with the first one.
- `assignments/` holds your assignments:
{assignments}
- Your answers stay in these files. Save with Ctrl+S (on a Mac Cmd+S).
- The button *Validate*, above an assignment, runs the checks that you can see.
- Hand in the `.ipynb` file of the assignment, under the name that it has, in the way that your instructor names:
  by e-mail, say, or in your university's learning system. Where you drew regions, hand in the file beside it, such as
  `boxes.json`, too, or the whole folder as a zip. Your instructor takes it into the course with `dust take`.

If something does not work, type `.venv/bin/dust doctor` (on Windows `.venv\\Scripts\\dust doctor`): it says what is
missing and how to mend it.
"""


def make_kit(course: Path, target: Path) -> Path:
    """Write the zip that students get: lessons, released assignments, the package as a wheel, and how to start.

    The same course gives the same bytes. Solutions, hidden tests, rubrics and teachers' notes are not in it.

    Parameters
    ----------
    course
        A checkout of the course, with its assignments built.
    target
        The zip file to write; one that exists is replaced once the new one is complete.

    Returns
    -------
    pathlib.Path
        `target`.

    Raises
    ------
    CourseError
        If the course is no checkout or is not built, the wheel cannot be built, or `target` cannot be written or
        its folder is not there.
    """
    course = course.resolve()
    files = _files(course)
    folder = target.resolve().parent
    if not folder.is_dir() and folder != course / "term":
        raise CourseError(f"There is no folder {folder} to put the kit in: make it, or name another file.")
    require_writable(folder)
    with tempfile.TemporaryDirectory(prefix="dust-kit-", dir=folder) as scratch:
        wheel = build_wheel(course, Path(scratch))
        content = {path.as_posix(): (course / path).read_bytes() for path in files}
        content[wheel.name] = wheel.read_bytes()
        content[CONFIG] = student_config(course).encode()
        content["START.md"] = start_page(wheel.name, files).encode()
        packed = Path(scratch) / "kit.zip"
        _pack(content, packed)
        packed.replace(target)
    return target


def build_wheel(course: Path, folder: Path) -> Path:
    """Build the course's package into a folder and return the wheel.

    Raises
    ------
    CourseError
        If the builder is not installed, or cannot build the wheel.
    """
    if importlib.util.find_spec("hatchling") is None:
        raise CourseError(f"The kit needs the package hatchling: type {sys.executable} -m pip install hatchling")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, check=False)
    wheels = sorted(folder.glob("*.whl"))
    if done.returncode or not wheels:
        last = ((done.stderr or done.stdout).strip().splitlines() or ["no reason given"])[-1]
        raise CourseError(f"The course's package could not be built in {course}: {last}")
    return wheels[-1]


def start_page(wheel: str, files: list[Path]) -> str:
    """Return the text of ``START.md`` for a kit with these files."""
    constraints = f"-c {CONSTRAINTS} " if Path(CONSTRAINTS) in files else ""
    notebooks = [path for path in files if path.parts[0] == ASSIGNMENTS and path.suffix == ".ipynb"]
    listed = "\n".join(f"  - `{path.as_posix()}`" for path in notebooks)
    return START.format(requirements=f"{constraints}{wheel}", assignments=listed)


def _files(course: Path) -> list[Path]:
    """Name the files that are packed as they are."""
    if not (course / "pyproject.toml").is_file():
        raise CourseError(f"{course} has no pyproject.toml: make the kit from a checkout of the course.")
    files = student_files(course)
    for folder, what in (("lessons", "lesson"), (ASSIGNMENTS, "assignment")):
        if not any(path.parts[0] == folder and path.suffix == ".ipynb" for path in files):
            raise CourseError(f"{course / folder} holds no {what} notebook: run `dust build` first.")
    return files + [Path(CONSTRAINTS)] * (course / CONSTRAINTS).is_file()


def _pack(content: dict[str, bytes], target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(content):
            entry = zipfile.ZipInfo(f"{TOP}/{name}", FIRST_DAY)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content[name])
