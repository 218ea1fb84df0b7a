"""Build the whole course: lessons, solutions, and the assignments that nbgrader releases from them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from return_to_dust.build.notebooks import build_notebook, notebook_about, read_percent
from return_to_dust.errors import CourseError
from return_to_dust.grading.indexes import ensure_indexes
from return_to_dust.marking.course import CONFIG, open_course, quiet_nbgrader

SOLUTIONS = "solutions"
ASSIGNMENTS = "assignments"
LESSONS = "lessons"


def lesson_sources(course: Path) -> list[Path]:
    """Return the written form of each lesson, in teaching order."""
    return sorted((course / LESSONS).glob("[0-9]*.py"))


def assignment_sources(course: Path) -> list[Path]:
    """Return the written form of each assignment, in teaching order."""
    return sorted((course / SOLUTIONS).glob("*/[0-9]*.py"))


def assignment_names(course: Path) -> list[str]:
    """Return the names of the assignments, as nbgrader knows them."""
    return [source.parent.name for source in assignment_sources(course)]


def build_notebooks(course: Path) -> list[Path]:
    """Write every lesson and solution notebook beside its written form; return those written."""
    return [_write(source, lesson_navigation(source, course)) for source in lesson_sources(course)] + [
        _write(source) for source in assignment_sources(course)
    ]


def build_assignments(course: Path) -> list[Path]:
    """Let nbgrader generate the release of every assignment and note its cells in the gradebook.

    Returns
    -------
    list of Path
        The released notebooks.

    Raises
    ------
    CourseError
        If nbgrader cannot generate one, or a cell that was handed in is gone; the release then stays as it was.
    """
    api = open_course(course)
    for name in assignment_names(course):
        require_handed_in_cells(api, course, name)
        quiet_nbgrader(f"generate the assignment {name}", api.generate_assignment, name, force=True)
    with api.gradebook as gradebook:
        ensure_indexes(gradebook)
    return sorted((course / ASSIGNMENTS).glob("*/*.ipynb"))


def require_handed_in_cells(api: Any, course: Path, name: str) -> None:
    """Prove that an assignment which was handed in still has every cell that carries marks.

    Raises
    ------
    CourseError
        If a graded cell's ``grade_id`` is gone, as nbgrader would then drop the release and could not go on.
    """
    from nbgrader.api import MissingEntry

    with api.gradebook as gradebook:
        try:
            notebooks = gradebook.find_assignment(name).notebooks if gradebook.assignment_submissions(name) else []
        except MissingEntry:
            return
        marked = {cell.name for notebook in notebooks for cell in [*notebook.grade_cells, *notebook.task_cells]}
    source = course / SOLUTIONS / name
    kept = {cell.metadata.get("grade_id") for path in source.glob("[0-9]*.py") for cell in read_percent(path).cells}
    if marked - kept:
        raise CourseError(
            f"Students have handed in {name}, and its cell {sorted(marked - kept)[0]} is no longer in {source}: "
            "give the cell its grade_id back, or make the change an assignment of its own."
        )


def build_course(course: Path, progress: Callable[[str, int, int], None] = lambda *_: None) -> list[Path]:
    """Build all notebooks and releases in place.

    Parameters
    ----------
    course
        The course folder.
    progress
        Called with what is being done, how many steps are done, and how many there are.

    Returns
    -------
    list of Path
        What was written.
    """
    progress("building notebooks", 0, 2)
    notebooks = build_notebooks(course)
    progress("generating assignments", 1, 2)
    return notebooks + build_assignments(course)


def stale_files(course: Path) -> list[str]:
    """Name the committed notebooks that a rebuild, done elsewhere, would change.

    Returns
    -------
    list of str
        Paths from the top of the course; empty where all is fresh.
    """
    with tempfile.TemporaryDirectory(prefix="dust-build-") as scratch:
        copy = Path(scratch) / "course"
        for folder in (LESSONS, SOLUTIONS):
            shutil.copytree(
                course / folder,
                copy / folder,
                ignore=shutil.ignore_patterns("*.ipynb", ".ipynb_checkpoints"),
                copy_function=shutil.copyfile,
            )
        for path in (copy, *copy.rglob("*")):
            if path.is_dir():
                path.chmod(0o755)  # copytree keeps the mode of a folder, and the checkout may be read-only
        # the copy has a gradebook of its own, wherever the course's is
        own = f"\nc.CourseDirectory.db_url = 'sqlite:///' + {str(copy / 'gradebook.db')!r}\n"
        (copy / CONFIG).write_text((course / CONFIG).read_text(encoding="utf-8") + own, encoding="utf-8")
        built = {path.relative_to(copy): path.read_bytes() for path in build_course(copy)}
    committed = {
        path.relative_to(course): path.read_bytes()
        for folder in (LESSONS, SOLUTIONS, ASSIGNMENTS)
        for path in (course / folder).rglob("*")
        if path.is_file()
        and ".ipynb_checkpoints" not in path.parts
        and (path.suffix == ".ipynb" or folder == ASSIGNMENTS)
    }
    return sorted(str(path) for path in built.keys() | committed.keys() if built.get(path) != committed.get(path))


def lesson_navigation(source: Path, course: Path) -> str:
    """Return the Markdown that leads from a lesson to the one before, the one after and its assignment."""
    lessons = lesson_sources(course)
    here = lessons.index(source)
    links = []
    if here > 0:
        links.append(f"← [{_title(lessons[here - 1])}]({lessons[here - 1].stem}.ipynb)")
    if source.stem in assignment_names(course):
        links.append(f"✎ [Assignment: {_title(source)}](../{ASSIGNMENTS}/{source.stem}/{source.stem}.ipynb)")
    if here + 1 < len(lessons):
        links.append(f"[{_title(lessons[here + 1])}]({lessons[here + 1].stem}.ipynb) →")
    return "---\n\n" + " &nbsp;·&nbsp; ".join(links) if links else ""


def _title(source: Path) -> str:
    about = notebook_about(source)
    return f"{about['unit']} {about['title']}" if about.get("unit") else str(about.get("title", source.stem))


def _write(source: Path, navigation: str = "") -> Path:
    target = source.with_suffix(".ipynb")
    target.write_text(build_notebook(source, navigation), encoding="utf-8", newline="\n")
    return target
