"""Build the site: everything that is written, everything that is generated, and one page to print."""

from __future__ import annotations

import importlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from return_to_dust.build.course import SOLUTIONS, lesson_sources
from return_to_dust.errors import CourseError
from return_to_dust.handbook.assignments_page import assignments_page
from return_to_dust.handbook.execution import executed_lessons
from return_to_dust.handbook.glossary import Term, glossary_page, read_terms
from return_to_dust.handbook.lessons_pages import lessons_pages
from return_to_dust.handbook.map_page import cited_in, map_page
from return_to_dust.handbook.markup import cited
from return_to_dust.handbook.orphans import orphans
from return_to_dust.handbook.printable import printable_page
from return_to_dust.handbook.readings_pages import readings_pages, witnesses_table
from return_to_dust.handbook.syllabus import film_table, plan_table, read_plan, unit_table
from return_to_dust.handbook.tables_pages import tables_pages
from return_to_dust.handbook.units import Unit, read_units
from return_to_dust.paths import bundled

WRITTEN = "handbook"
NEEDED = ("sphinx", "myst_nb", "sphinx_book_theme")
PLACE = re.compile(r"^<!-- generated: (\w+) -->$", re.MULTILINE)
SHOWN = 8
#: A file by which a built site is known.
MARK = ".dust-site"


@dataclass(frozen=True)
class Site:
    """A site that was built.

    Attributes
    ----------
    index, printable
        Path, the first page, and the one page to print.
    pages
        int, how many pages there are.
    loose_ends
        tuple of str, what the map lacks; empty unless a draft was asked for.
    """

    index: Path
    printable: Path
    pages: int
    loose_ends: tuple[str, ...]


def build_site(
    course: Path,
    target: Path | None = None,
    *,
    draft: bool = False,
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> Site:
    """Build the site of a course.

    Parameters
    ----------
    course
        The course folder, with solutions.
    target
        The folder to write; ``term/site`` by default. What is in it is replaced.
    draft
        Whether to build although the map has loose ends, and to list them on it.
    progress
        Called with what is being done, how many steps are done, and how many there are.

    Raises
    ------
    CourseError
        If Sphinx is missing, `target` holds something else than a site, the course has no solutions, the map has
        loose ends, a lesson does not run, or Sphinx complains.
    """
    require_sphinx()
    target = target or course / "term" / "site"
    _require_own(target)
    work = course / "term" / "cache" / "site"
    progress("reading the course", 0, 4)
    units, terms = read_course(course)
    loose = orphans(units, terms)
    if loose and not draft:
        raise CourseError(_too_loose(loose))
    progress("running lessons", 1, 4)
    executed = executed_lessons(lesson_sources(course), work / "executed")
    progress("writing pages", 2, 4)
    pages = {**_written(course, units), **_generated(units, terms, loose), **lessons_pages(units, executed)}
    _write_all(pages, work / "source")
    progress("building the site", 3, 4)
    _sphinx(work)
    _replace(work, target)
    return Site(target / "index.html", target / "handbook.html", len(list(target.rglob("*.html"))), tuple(loose))


def _require_own(target: Path) -> None:
    """Prove that what is replaced is a site that this module wrote."""
    if target.exists() and not (target / MARK).is_file() and (not target.is_dir() or any(target.iterdir())):
        raise CourseError(f"{target} holds something else than a site, which would be lost: name a new folder.")


def require_sphinx() -> None:
    """Prove that what builds the site is installed.

    Raises
    ------
    CourseError
        If a package is missing.
    """
    for name in NEEDED:
        try:
            importlib.import_module(name)
        except ImportError:
            raise CourseError(
                f"The site needs the package {name}, which is not installed: run "
                '`python -m pip install -c constraints.txt -e ".[site]"` in the course folder.'
            ) from None


def read_course(course: Path) -> tuple[list[Unit], list[Term]]:
    """Return the lessons with their assignments, and the glossary.

    Raises
    ------
    CourseError
        If the course has no solutions, as in a student's kit: its questions cannot be read.
    """
    if not (course / SOLUTIONS).is_dir():
        raise CourseError(f"{course} has no {SOLUTIONS}/: the site is built in the instructor's course folder.")
    units = read_units(course)
    return units, read_terms(units)


def _too_loose(loose: list[str]) -> str:
    shown = "\n".join(f"  - {sentence}" for sentence in loose[:SHOWN])
    more = f"\n  … and {len(loose) - SHOWN} more" if len(loose) > SHOWN else ""
    return f"The map of the course has {len(loose)} loose ends; mend them, or build with --draft:\n{shown}{more}"


def _written(course: Path, units: list[Unit]) -> dict[str, str]:
    """Return the pages of ``handbook/`` with what is computed put in its place."""
    five, ten = read_plan(course, "five_weeks", units), read_plan(course, "ten_weeks", units)
    computed = {
        "five_weeks": lambda: plan_table(five, units),
        "five_weeks_film": lambda: film_table(five),
        "ten_weeks": lambda: plan_table(ten, units),
        "ten_weeks_film": lambda: film_table(ten),
        "units": lambda: unit_table(units),
        "witnesses": witnesses_table,
    }

    def put(place: re.Match[str]) -> str:
        if place[1] not in computed:
            raise CourseError(f"{WRITTEN}/ asks for {place[0]}: the places are {', '.join(computed)}.")
        return cited(computed[place[1]]())

    return {
        path.name: PLACE.sub(put, cited(path.read_text(encoding="utf-8")))
        for path in sorted((course / WRITTEN).glob("*.md"))
    }


def _generated(units: list[Unit], terms: list[Term], loose: list[str]) -> dict[str, str]:
    return {
        "assignments.md": assignments_page(units),
        "glossary.md": glossary_page(terms),
        "map.md": map_page(units, loose),
        **readings_pages(cited_in(units)),
        **tables_pages(),
    }


def _write_all(pages: dict[str, str], source: Path) -> None:
    """Write what has changed and remove what is gone, so that Sphinx reads again only what it must."""
    for path in [path for path in source.rglob("*") if path.is_file()]:
        if path.relative_to(source).as_posix() not in pages:
            path.unlink()
    for name, text in pages.items():
        path = source / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")


def _sphinx(work: Path) -> None:
    """Run Sphinx for the site and for the page to print, side by side.

    Raises
    ------
    CourseError
        If it fails or has a complaint.
    """
    settings = bundled("handbook/sphinx", "src/return_to_dust/handbook/sphinx")
    quiet = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONWARNINGS": "ignore"}
    shutil.rmtree(work / "html", ignore_errors=True)  # a page that is gone stays otherwise
    runs = []
    for builder, tags in (("html", []), ("singlehtml", ["-t", "single"])):
        folders = [str(work / "source"), str(work / builder)]
        options = ["-b", builder, *tags, "-c", str(settings), "-d", str(work / f"{builder}-doctrees"), "-q", "-W"]
        command = [sys.executable, "-m", "sphinx", *options, "--keep-going", *folders]
        runs.append(subprocess.Popen(command, env=quiet, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True))
    for run in runs:
        says, _ = run.communicate()
        if run.returncode:
            raise CourseError(f"Sphinx cannot build the site: {_first_complaints(says)}")


def _first_complaints(says: str) -> str:
    lines = [line for line in says.splitlines() if line.strip()]
    worst = [line for line in lines if "WARNING" in line or "ERROR" in line] or lines[-3:]
    return " | ".join(worst[:SHOWN]) or "it says nothing"


def _replace(work: Path, target: Path) -> None:
    """Put the built site in the place of an older one."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(
        work / "html",
        target,
        ignore=shutil.ignore_patterns(".buildinfo*", "objects.inv", "*.map", "_sources", "*webpack-macros.html"),
    )
    page = printable_page((work / "singlehtml" / "handbook.html").read_text(encoding="utf-8"))
    (target / MARK).write_text("Written by `dust site`, which replaces this folder.\n", encoding="utf-8")
    (target / "handbook.html").write_text(page, encoding="utf-8", newline="\n")
