"""An instructor collects, marks and gives back in Formgrader; the student reads the feedback."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
from browsing import UNIT, HandedIn, Lab, student_name, written_ids

from secrets_of import secret_lines

COMMENT = "Name the paragraph that says so: 尘烟 & <b>dust</b>."
POINTS = 1.5


@dataclass(frozen=True)
class Marked:
    """What the instructor's page showed, and the feedback page that the student fetched."""

    status: str
    """The submission's state in Formgrader after all was marked by hand."""
    feedback: Path
    shown: str
    """What the student read of it in JupyterLab."""


@pytest.fixture(scope="module")
def marked(handed_in: HandedIn, instructor_lab: Lab, student_lab: Lab, course: Path) -> Marked:
    """Collect, autograde, mark by hand, generate and release feedback in Formgrader; fetch it as the student."""
    page = instructor_lab.open()
    page.evaluate("jupyterapp.commands.execute('nbgrader:open-formgrader')")
    page.wait_for_selector("iframe[src*=formgrader]")
    formgrader = page.frame_locator("iframe[src*=formgrader]")
    row = formgrader.locator("tr", has_text=UNIT)
    press(formgrader, row.locator(".collect a"))
    row.locator(".num-submissions a").click()
    row = formgrader.locator("tr", has_text=student_name())
    press(formgrader, row.locator(".autograde a"))
    mark_by_hand(page, formgrader, course)
    formgrader.get_by_role("link", name="Manual Grading").click()
    formgrader.get_by_role("link", name="Manage Assignments").click()
    formgrader.locator("tr", has_text=UNIT).locator(".num-submissions a").click()
    row = formgrader.locator("tr", has_text=student_name())
    row.locator(".status .label").wait_for()
    status = row.locator(".status").inner_text()
    press(formgrader, row.locator(".generate-feedback a"))
    press(formgrader, row.locator(".release-feedback a"))
    page.close()
    return Marked(status, *fetch_feedback(student_lab))


def press(formgrader: Any, link: Any) -> None:
    """Press one of Formgrader's buttons, wait until it is done, and see that it succeeded."""
    link.click()
    modal = formgrader.locator(".modal.in")
    modal.wait_for()
    says = modal.inner_text()
    assert "Success" in says, says
    modal.locator("button.close, .modal-footer button").last.click()
    modal.wait_for(state="detached")


def mark_by_hand(page: Any, formgrader: Any, course: Path) -> None:
    """Open the submission under Manual Grading; give points to everything that waits, and one comment."""
    formgrader.get_by_role("link", name="Manual Grading").click()
    formgrader.get_by_role("link", name=UNIT).click()
    formgrader.get_by_role("link", name=UNIT).click()
    formgrader.get_by_role("link", name=re.compile("Submission")).first.click()
    (first, *_) = written_ids(course)
    comment = formgrader.locator(f"[id='{first}-comment'][placeholder]")  # it has one once Formgrader listens to it
    comment.wait_for()
    with page.expect_response(lambda answer: "/api/comment/" in answer.url and answer.request.method == "PUT"):
        comment.fill(COMMENT)
        comment.blur()
    for grade_id in written_ids(course, with_tasks=True):
        box = formgrader.locator(f"[id='{grade_id}']")
        box.fill(str(POINTS))
        box.blur()
        box.locator("xpath=ancestor::div[contains(@class,'panel-heading')]").locator(".score-saved").wait_for()


def fetch_feedback(student_lab: Lab) -> tuple[Path, str]:
    """Fetch the feedback through Assignment List and open it in JupyterLab; return the file and the text shown."""
    page = student_lab.open()
    page.evaluate("jupyterapp.commands.execute('nbgrader:open-assignment-list')")
    submitted = page.locator("#submitted_assignments_list")
    submitted.get_by_role("button", name="Fetch Feedback").click()
    submitted.get_by_text("(view feedback)").click()
    page.locator(".jp-DirListing-item", has_text=f"{UNIT}.html").dblclick()
    shown = page.frame_locator(".jp-HTMLViewer iframe").locator("main").inner_text()
    page.close()
    (feedback,) = (student_lab.root / "assignments" / UNIT / "feedback").glob(f"*/{UNIT}.html")
    return feedback, shown


def test_when_everything_is_marked_by_hand_then_formgrader_says_graded(marked: Marked) -> None:
    """After the written answers have points, nothing waits."""
    assert marked.status == "graded"


def test_when_the_student_opens_the_feedback_then_the_comment_and_points_are_there(marked: Marked) -> None:
    """JupyterLab shows the comment as it was typed, and the points that were given by hand."""
    assert "Name the paragraph that says so: 尘烟" in marked.shown
    assert f"{POINTS:g} /" in marked.shown


def test_when_the_student_opens_the_feedback_then_the_page_names_its_language(marked: Marked, browser: Any) -> None:
    """A screen reader knows in which language to read."""
    page = browser.new_page()
    page.goto(marked.feedback.as_uri())
    language = page.locator("html").get_attribute("lang")
    page.close()
    assert language == "en"


def test_when_the_student_reads_the_feedback_then_no_hidden_test_or_solution_is_in_it(
    marked: Marked, handed_in: HandedIn, course: Path
) -> None:
    """No line of a hidden test, a solution or a mark scheme is in the page, except what the student had or wrote."""
    page = marked.feedback.read_text(encoding="utf-8")
    plain = html.unescape(re.sub(r"<[^>]+>", "", page))
    release = nbformat.read(course / "assignments" / UNIT / f"{UNIT}.ipynb", as_version=4)
    had = "\n".join([handed_in.answer, *(cell.source for cell in release.cells)])
    secrets = {line for line in secret_lines(course / "solutions" / UNIT / f"{UNIT}.py") if line not in had}
    assert len(secrets) > 50
    assert [line for line in secrets if line in page or line in plain] == []
