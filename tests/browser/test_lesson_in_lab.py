"""A student opens the lesson in JupyterLab and runs it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browsing import UNIT, Lab

MENU = ".lm-MenuBar-itemLabel"
RAN = """() => {
    const panel = jupyterapp.shell.currentWidget;
    const code = [...panel.content.model.cells].filter(cell => cell.type === 'code' && cell.sharedModel.source.trim());
    return code.length > 0 && code.every(cell => cell.executionCount !== null)
        && panel.sessionContext.session.kernel.status === 'idle';
}"""


@pytest.fixture(scope="module")
def lesson(student_lab: Lab) -> Any:
    """The lesson, opened as a student and run from top to bottom."""
    page = student_lab.open(f"lessons/{UNIT}.ipynb")
    page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_function(RAN)
    yield page
    page.close()


def test_when_a_student_runs_the_lesson_then_no_cell_fails(lesson: Any) -> None:
    """Every code cell of the lesson runs in a real JupyterLab without an error."""
    failed = lesson.evaluate(
        """() => [...jupyterapp.shell.currentWidget.content.model.cells]
            .filter(cell => cell.type === 'code')
            .flatMap(cell => cell.sharedModel.getOutputs())
            .filter(output => output.output_type === 'error' || output.name === 'stderr')"""
    )
    assert failed == []


def test_when_a_student_runs_the_lesson_then_every_figure_is_described(lesson: Any) -> None:
    """The figures on the page are images with a description, at least four of them."""
    lesson.evaluate("jupyterapp.shell.currentWidget.content.widgets.forEach(cell => cell.node.scrollIntoView())")
    descriptions = lesson.evaluate(
        "[...document.querySelectorAll('.jp-OutputArea img')].map(image => image.getAttribute('alt') || '')"
    )
    assert len(descriptions) >= 4
    assert all(text.strip() for text in descriptions), descriptions


def test_when_a_student_opens_jupyterlab_then_no_news_are_asked_for(lesson: Any) -> None:
    """No pop-up asks about Jupyter news."""
    lesson.wait_for_timeout(1000)
    assert lesson.locator(".Toastify__toast").all_inner_texts() == []


def test_when_a_student_opens_the_lesson_then_it_needs_no_network(lesson: Any, student_lab: Lab) -> None:
    """Everything that the page loads comes from the student's own JupyterLab."""
    outside = [url for url in student_lab.requests if not url.startswith((student_lab.url, "data:", "blob:"))]
    assert outside == []


def test_when_a_student_runs_the_lesson_then_jupyterlab_itself_has_no_error(lesson: Any, student_lab: Lab) -> None:
    """No script of JupyterLab fails, although a part of it is switched off for students."""
    assert student_lab.complaints == []


def test_when_a_student_follows_the_link_to_the_assignment_then_it_leads_into_their_folder(
    lesson: Any, student_lab: Lab
) -> None:
    """The lesson's last cell links to the place where Assignment List fetches to."""
    link = lesson.locator("a", has_text="Assignment").last.get_attribute("href") or ""
    assert f"assignments/{UNIT}/{UNIT}.ipynb" in link


def test_when_a_student_opens_jupyterlab_then_instructors_menus_are_absent(lesson: Any) -> None:
    """Students have Assignment List, and neither Formgrader nor Create Assignment."""
    assert nbgrader_menu(lesson) == ["Assignment List"]


def test_when_an_instructor_opens_jupyterlab_then_their_menus_are_there(instructor_lab: Lab) -> None:
    """Instructors have Formgrader and Create Assignment."""
    page = instructor_lab.open()
    shown = nbgrader_menu(page)
    page.close()
    assert {"Formgrader", "Create assignment"} <= set(shown)


def test_when_a_student_works_then_no_solution_is_within_reach_of_the_file_browser(student_lab: Lab) -> None:
    """The student's JupyterLab serves a folder without solutions and without the written form of lessons."""
    files = [path.relative_to(student_lab.root) for path in student_lab.root.rglob("*") if path.is_file()]
    assert {path.suffix for path in files if path.parts[0] in ("lessons", "assignments")} <= {".ipynb", ".html"}
    assert Path("solutions") not in [path.parents[-2] for path in files if len(path.parts) > 1]


def nbgrader_menu(page: Any) -> list[str]:
    """Return the entries of the menu Nbgrader."""
    page.locator(MENU, has_text="Nbgrader").click()
    page.locator(".lm-Menu-itemLabel:visible").first.wait_for()
    shown = [text for text in page.locator(".lm-Menu-itemLabel:visible").all_inner_texts() if text.strip()]
    page.keyboard.press("Escape")
    return shown
