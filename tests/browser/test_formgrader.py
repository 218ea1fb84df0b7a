"""An instructor collects, marks and gives back in Formgrader; the student reads the feedback."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from conftest import PATIENCE_MS, UNIT, HandedIn, Lab, hidden_lines, student_name, written_ids

COMMENT = "Name the paragraph that says so: 尘烟 & <b>dust</b>."
POINTS = 1.5


@dataclass(frozen=True)
class Marked:
    """What the instructor's page showed, and the feedback page that the student fetched."""

    status: str
    """The submission's state in Formgrader after all was marked by hand."""
    feedback: Path


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
    mark_by_hand(formgrader, course)
    formgrader.get_by_role("link", name="Manual Grading").click()
    formgrader.get_by_role("link", name="Manage Assignments").click()
    formgrader.locator("tr", has_text=UNIT).locator(".num-submissions a").click()
    row = formgrader.locator("tr", has_text=student_name())
    row.locator(".status .label").wait_for()
    status = row.locator(".status").inner_text()
    press(formgrader, row.locator(".generate-feedback a"))
    press(formgrader, row.locator(".release-feedback a"))
    page.close()
    return Marked(status, fetch_feedback(student_lab))


def press(formgrader: Any, link: Any) -> None:
    """Press one of Formgrader's buttons, wait until it is done, and see that it succeeded."""
    link.click()
    modal = formgrader.locator(".modal.in")
    modal.wait_for()
    says = modal.inner_text()
    assert "Success" in says, says
    modal.locator("button.close, .modal-footer button").last.click()
    modal.wait_for(state="detached")


def mark_by_hand(formgrader: Any, course: Path) -> None:
    """Open the submission under Manual Grading; give points to everything that waits, and one comment."""
    formgrader.get_by_role("link", name="Manual Grading").click()
    formgrader.get_by_role("link", name=UNIT).click()
    formgrader.get_by_role("link", name=UNIT).click()
    formgrader.get_by_role("link", name=re.compile("Submission")).first.click()
    (first, *_) = written_ids(course)
    comment = formgrader.locator(f"[id='{first}-comment']")
    comment.fill(COMMENT)
    comment.blur()
    for grade_id in written_ids(course, with_tasks=True):
        box = formgrader.locator(f"[id='{grade_id}']")
        box.fill(str(POINTS))
        box.blur()
        box.locator("xpath=ancestor::div[contains(@class,'panel-heading')]").locator(".score-saved").wait_for()
    formgrader.locator(".comment-saved").first.wait_for(state="attached")


def fetch_feedback(student_lab: Lab) -> Path:
    """Fetch the feedback through Assignment List and return the page."""
    page = student_lab.open()
    page.evaluate("jupyterapp.commands.execute('nbgrader:open-assignment-list')")
    page.locator("#submitted_assignments_list").get_by_role("button", name="Fetch Feedback").click()
    page.locator("#submitted_assignments_list").get_by_role("link", name="view feedback").first.wait_for(
        timeout=PATIENCE_MS
    )
    page.close()
    (feedback,) = (student_lab.root / "assignments" / UNIT / "feedback").glob(f"*/{UNIT}.html")
    return feedback


def test_when_everything_is_marked_by_hand_then_formgrader_says_graded(marked: Marked) -> None:
    """After the written answers have points, nothing waits."""
    assert marked.status == "graded"


def test_when_the_student_opens_the_feedback_then_the_comment_and_points_are_there(marked: Marked, browser: Any) -> None:
    """The page shows the comment as it was typed, and the points that were given by hand."""
    page = browser.new_page()
    page.goto(marked.feedback.as_uri())
    text = page.locator("main").inner_text()
    language = page.locator("html").get_attribute("lang")
    page.close()
    assert "Name the paragraph that says so: 尘烟" in text
    assert f"{POINTS:g} /" in text
    assert language == "en"


def test_when_the_student_reads_the_feedback_then_no_hidden_test_or_solution_is_in_it(
    marked: Marked, handed_in: HandedIn, course: Path
) -> None:
    """No line of a hidden test, a solution or a mark scheme is in the page, except what the student wrote."""
    page = marked.feedback.read_text(encoding="utf-8")
    plain = re.sub(r"<[^>]+>", "", page)
    own = {line.strip() for line in handed_in.answer.splitlines()}
    lines = hidden_lines(course) - own
    assert lines
    assert [line for line in lines if line in page or line in plain] == []
