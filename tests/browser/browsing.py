"""JupyterLab in a real browser: start it for a role, open notebooks, type into cells, press buttons."""

from __future__ import annotations

import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.utils import get_username

from return_to_dust.lab.server import lab_command

TOKEN = "token-of-the-browser-tests"  # noqa: S105 - it opens a server that lives as long as the tests
UNIT = "2_reception"
PATIENCE_MS = 60_000
STARTUP_S = 60
IDLE = '.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook-ExecutionIndicator[data-status="idle"]'
SOLUTION_MARKS = re.compile(r"^\s*### (BEGIN|END) SOLUTION\s*$\n?", re.MULTILINE)


@dataclass
class Lab:
    """A running JupyterLab."""

    url: str
    root: Path
    course: Path
    browser: Any
    log: Path
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str = "") -> Any:
        """Open a page of JupyterLab that shows a file, or its start; note what it requests and complains about."""
        page = self.browser.new_page(viewport={"width": 1400, "height": 1000})
        page.set_default_timeout(PATIENCE_MS)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(f"{self.url}/lab{'/tree/' + path if path else ''}?token={TOKEN}&reset")
        page.wait_for_function("window.jupyterapp && jupyterapp.restored.then(() => true)")
        if path.endswith(".ipynb"):
            page.wait_for_selector(IDLE)
            page.wait_for_function("jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'")
        return page


@contextmanager
def running(course: Path, role: str, browser: Any) -> Iterator[Lab]:
    """Run JupyterLab for a role on a free port, through the command that `dust lab` runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    argv, environment, root = lab_command(course, role, port, browser=False)
    argv += [f"--IdentityProvider.token={TOKEN}", "--LabApp.expose_app_in_browser=True"]
    log = course.parent / f"{role}.log"
    with log.open("w") as sink:
        server = subprocess.Popen(argv, env=environment, cwd=root, stdout=sink, stderr=sink)
        try:
            wait_until_served(f"http://127.0.0.1:{port}/api?token={TOKEN}", server, log)
            yield Lab(f"http://127.0.0.1:{port}", root, course, browser, log)
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()


def wait_until_served(url: str, server: subprocess.Popen[Any], log: Path) -> None:
    """Wait until JupyterLab answers; say what it said if it does not."""
    ends = time.monotonic() + STARTUP_S
    while time.monotonic() < ends and server.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=2)  # noqa: S310 - our own address
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"JupyterLab did not start:\n{log.read_text()[-2000:]}")


@dataclass(frozen=True)
class HandedIn:
    """What a student saw and did, from Fetch to Submit."""

    grade_id: str
    """The autograded question that was answered."""
    answer: str
    validated: tuple[str, str]
    """What Validate said, before anything was answered and after."""
    listed: str
    """What Assignment List showed after Submit."""


def validate(page: Any) -> str:
    """Save the open notebook, press Validate, and return what the dialog says."""
    page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    page.locator(".validate-button").get_by_text("Validate").click()
    dialog = page.locator(".jp-Dialog-content")
    dialog.wait_for()
    says: str = dialog.inner_text()
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    return says


def write_cells(page: Any, sources: dict[str, str]) -> None:
    """Type into cells of the open notebook, each found by its grade_id."""
    written = page.evaluate(
        """sources => {
            const cells = jupyterapp.shell.currentWidget.content.model.sharedModel.cells;
            const found = cells.filter(cell => (cell.getMetadata('nbgrader') || {}).grade_id in sources);
            found.forEach(cell => cell.setSource(sources[cell.getMetadata('nbgrader').grade_id]));
            return found.length;
        }""",
        sources,
    )
    assert written == len(sources)


def read_solution(course: Path) -> nbformat.NotebookNode:
    """Read the solution notebook of the unit."""
    return nbformat.read(course / "solutions" / UNIT / f"{UNIT}.ipynb", as_version=4)


def first_answer(course: Path) -> tuple[str, str]:
    """Return the grade_id of the first autograded question and the answer that the solution gives."""
    cells = read_solution(course).cells
    ids = {cell.metadata.get("nbgrader", {}).get("grade_id") for cell in cells}
    for cell in cells:
        about = cell.metadata.get("nbgrader", {})
        if about.get("solution") and not about.get("grade") and f"{about['grade_id']}_test" in ids:
            return about["grade_id"], SOLUTION_MARKS.sub("", cell.source)
    raise AssertionError("The assignment has no autograded question.")


def written_ids(course: Path, *, with_tasks: bool = False) -> list[str]:
    """Return the grade_ids of the written answers, and of the tasks: both are marked by hand."""
    found = [cell.metadata.get("nbgrader", {}) for cell in read_solution(course).cells]
    return [
        about["grade_id"]
        for about in found
        if (about.get("solution") and about.get("grade")) or (with_tasks and about.get("task"))
    ]


def student_name() -> str:
    """Return the name under which the exchange knows who hands in here."""
    name: str = get_username()
    return name
