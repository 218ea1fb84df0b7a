"""The pages that people are given, feedback and class report, in a browser: offline, accessible, and harmless."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_core_python.sync_playwright import Axe
from browsing import UNIT, first_answer, written_ids

from return_to_dust.marking.course import open_course, quiet_nbgrader
from return_to_dust.report.data import class_report
from return_to_dust.report.page import write_report

MARK = "window.hostile = 'ran'"
HOSTILE = (
    f'<img src=x onerror="{MARK}"><script>{MARK}</script><svg onload="{MARK}"></svg>'
    f'<img alt="><script>{MARK}</script>" src=y><img alt=">" src="data:image/png;base64,AA">'
)
HOSTILE_OUTPUT = (
    f"from IPython.display import HTML, Javascript, display\ndisplay(HTML({HOSTILE!r}), Javascript({MARK!r}))\n"
)
STUDENT = "hostile"
NO_DESCRIPTION = "No description has been provided for this image"


@dataclass
class Visit:
    """A page that was opened, with what it asked the network for and what it complained about."""

    page: Any
    requests: list[str]
    complaints: list[str]


@pytest.fixture(scope="module")
def made(course: Path) -> dict[str, Path]:
    """Mark a submission that is full of scripts; return its feedback page and the class report."""
    notebook = json.loads((course / "assignments" / UNIT / f"{UNIT}.ipynb").read_text(encoding="utf-8"))
    grade_id, answer = first_answer(course)
    sources = {grade_id: f"{HOSTILE_OUTPUT}\n{answer}", **dict.fromkeys(written_ids(course), HOSTILE)}
    for cell in notebook["cells"]:
        about = cell["metadata"].get("nbgrader", {})
        cell["source"] = sources.get(about.get("grade_id"), cell["source"])
    folder = course / "term" / "submitted" / STUDENT / UNIT
    folder.mkdir(parents=True)
    (folder / f"{UNIT}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    api = open_course(course)
    with api.gradebook as gradebook:
        gradebook.add_student(STUDENT, first_name=HOSTILE, last_name=HOSTILE)
    quiet_nbgrader("autograde", api.autograde, UNIT, STUDENT)
    quiet_nbgrader("generate feedback", api.generate_feedback, UNIT, STUDENT)
    report = course / "term" / "reports" / f"{UNIT}.html"
    write_report(class_report(course, UNIT), report)
    return {"feedback": course / "term" / "feedback" / STUDENT / UNIT / f"{UNIT}.html", "report": report}


@pytest.fixture(scope="module", params=["feedback", "report"])
def visit(request: pytest.FixtureRequest, made: dict[str, Path], browser: Any) -> Iterator[Visit]:
    """Each of the pages, opened from the disk."""
    page = browser.new_page(viewport={"width": 1200, "height": 1400})
    seen = Visit(page, [], [])
    page.on("request", lambda one: seen.requests.append(one.url))
    page.on("console", lambda one: seen.complaints.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.goto(made[request.param].as_uri(), wait_until="load")
    page.wait_for_timeout(300)
    yield seen
    page.close()


def test_when_a_page_is_opened_then_it_asks_no_network(visit: Visit) -> None:
    """The page itself is all that is loaded."""
    outside = [url for url in visit.requests[1:] if not url.startswith("data:")]  # the first is the page
    assert outside == []


def test_when_a_page_is_opened_then_the_browser_has_no_complaint(visit: Visit) -> None:
    """There is no error on the console: nothing was blocked, since nothing was tried."""
    assert visit.complaints == []


def test_when_a_student_hands_in_scripts_then_none_of_them_runs(visit: Visit) -> None:
    """Scripts in answers, outputs and names are not run by whoever reads the page."""
    assert visit.page.evaluate("window.hostile") is None
    assert visit.page.locator("script, [onerror], [onload]").count() == 0


def test_when_the_scripts_are_put_into_an_open_page_then_they_would_run(browser: Any) -> None:
    """The hostile text is hostile: in a page that takes it as it is, it runs."""
    page = browser.new_page()
    page.set_content(f"<!DOCTYPE html><title>open</title>{HOSTILE}")
    page.wait_for_function("window.hostile === 'ran'")
    page.close()


def test_when_a_page_is_checked_with_axe_then_it_has_no_serious_violation(visit: Visit) -> None:
    """Readers with a screen reader, a keyboard or weak eyes can use the page."""
    found = Axe().run(visit.page)
    serious = [
        f"{one['id']}: {one['help']} ({one['nodes'][0]['target']})"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    assert found["passes"]
    assert serious == []


def test_when_a_page_shows_images_then_each_has_a_description(visit: Visit) -> None:
    """No image is without words, and nbconvert's stand-in for them is nowhere."""
    assert NO_DESCRIPTION not in visit.page.content()
    assert visit.page.locator("img:not([alt]), img[alt='']").count() == 0


def test_when_a_page_is_read_then_its_language_and_title_are_given(visit: Visit) -> None:
    """The page names its language and has a title."""
    assert visit.page.locator("html").get_attribute("lang") == "en"
    assert visit.page.title().strip()
