"""A real browser, a JupyterLab for each role, and a course copy with an exchange of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import UNIT, HandedIn, Lab, first_answer, running, validate, write_cells, written_ids

from marking import WRITTEN_FORM, copy_course
from return_to_dust.build.course import LESSONS, build_notebooks
from return_to_dust.marking.course import open_course, quiet_nbgrader
from return_to_dust.paths import CHECKOUT


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests of this folder: they need chromium."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's chromium, driven by Playwright."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("There is no chromium: sudo apt-get install chromium")
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is missing: pip install -e '.[dev]'")
    with sync_api.sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
        chromium = playwright.chromium.launch(executable_path=program, args=options)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A built copy of the course, its assignment released into an exchange that belongs to these tests."""
    home = tmp_path_factory.mktemp("browser")
    exchange = home / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NBGRADER_EXCHANGE", str(exchange))
        for name in ("CONFIG", "DATA", "RUNTIME"):
            patch.setenv(f"JUPYTER_{name}_DIR", str(home / f"jupyter-{name.lower()}"))
        copy = copy_course(home / "course")
        shutil.copytree(CHECKOUT / LESSONS, copy / LESSONS, ignore=WRITTEN_FORM)
        build_notebooks(copy)
        quiet_nbgrader(f"release {UNIT}", open_course(copy).release_assignment, UNIT)
        yield copy


@pytest.fixture(scope="session")
def student_lab(course: Path, browser: Any) -> Iterator[Lab]:
    """JupyterLab as students see it."""
    with running(course, "student", browser) as lab:
        yield lab


@pytest.fixture(scope="session")
def instructor_lab(course: Path, browser: Any) -> Iterator[Lab]:
    """JupyterLab as instructors see it."""
    with running(course, "instructor", browser) as lab:
        yield lab


@pytest.fixture(scope="session")
def handed_in(student_lab: Lab, course: Path) -> HandedIn:
    """Fetch, open, answer one question and the written ones, validate, submit: all in the browser."""
    page = student_lab.open()
    page.evaluate("jupyterapp.commands.execute('nbgrader:open-assignment-list')")
    page.locator("#released_assignments_list").get_by_role("button", name="Fetch").click()
    page.locator("#fetched_assignments_list").get_by_role("button", name="Submit").wait_for()
    page.close()

    grade_id, answer = first_answer(course)
    page = student_lab.open(f"assignments/{UNIT}/{UNIT}.ipynb")
    before = validate(page)
    write_cells(page, {grade_id: answer, **dict.fromkeys(written_ids(course), "My answer, with 尘烟 in it.")})
    after = validate(page)
    page.evaluate("jupyterapp.commands.execute('nbgrader:open-assignment-list')")
    page.locator("#fetched_assignments_list").get_by_role("button", name="Submit").click()
    submitted = page.locator("#submitted_assignments_list")
    submitted.get_by_text(UNIT).first.wait_for()
    listed = submitted.inner_text()
    page.close()
    return HandedIn(grade_id, answer, (before, after), listed)
