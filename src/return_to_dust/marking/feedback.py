"""The page that a student gets back: marks, criteria with reasons, comments; no test code, no mark scheme."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import GetGrades, NbGraderPreprocessor
from pygments.formatters import HtmlFormatter
from traitlets.config import Config

from return_to_dust.marking.notices import notices_of
from return_to_dust.marking.outcomes import failure_of, is_test, outcome_of
from return_to_dust.marking.pages import clean_html, output_html, prose_html
from return_to_dust.outcome import render_outcome

HEADING = re.compile(r"^#+[ ]+(.+?)\s*$", re.MULTILINE)
TEMPLATES = Path(__file__).parent / "templates"
SHORTEST_SECRET = 12
CODE_CSS = re.sub(
    r" */\*.*?\*/",
    "",
    str(HtmlFormatter(style="xcode").get_style_defs(".highlight")),  # type: ignore[no-untyped-call]
)


class MarkedCells(GetGrades):  # type: ignore[misc]
    """Nbgrader's `GetGrades`, noting besides which cells still wait to be marked by hand."""

    def _get_score(self, cell: NotebookNode, resources: Any) -> None:
        super()._get_score(cell, resources)
        grade = self.gradebook.find_grade(
            cell.metadata["nbgrader"]["grade_id"], self.notebook_id, self.assignment_id, self.student_id
        )
        cell.metadata.nbgrader["waiting"] = bool(grade.needs_manual_grade)


class StudentView(NbGraderPreprocessor):  # type: ignore[misc]
    """Replace every cell by what its student may see, as clean HTML under ``cell.metadata.page``.

    Test cells lose their source, and of their output keep the criteria with their reasons; tasks lose
    the mark scheme. Nothing that could show a hidden test reaches the template.
    """

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Prepare all cells; later steps see only what was prepared."""
        self._question = ""
        self._hidden = hidden_lines(nb)
        nb.cells = [self._view(cell) for cell in nb.cells]
        resources["nbgrader"]["notices"] = [notice["says"] for notice in notices_of(nb)]
        resources["nbgrader"]["waiting"] = any(cell.metadata.page.get("waiting") for cell in nb.cells)
        resources["nbgrader"]["code_css"] = CODE_CSS
        return nb, resources

    def _view(self, cell: NotebookNode) -> NotebookNode:
        about = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "markdown" and not utils.is_solution(cell):
            self._question = (HEADING.findall(cell.source) or [self._question])[-1]
        page: dict[str, Any] = {
            "grade_id": about.get("grade_id", ""),
            "score": about.get("score"),
            "points": about.get("points"),
            "waiting": about.get("waiting", False),
            "comment": prose_html(about["comment"]) if about.get("comment") else "",
            "kind": "prose",
            "title": self._question or about.get("grade_id", ""),
            "html": "",
            "source": "",
        }
        if utils.is_task(cell):
            page |= {"kind": "task", "html": prose_html(_without_mark_scheme(cell.source))}
        elif is_test(cell):
            outcome = outcome_of(cell)
            shown = clean_html(render_outcome(outcome)) if outcome else f"<p>{clean_html(failure_of(cell))}</p>"
            page |= {"kind": "tests", "html": shown}
        elif cell.cell_type == "code":
            page |= {"kind": "code", "source": cell.source, "html": "".join(map(self._output, cell.outputs))}
        else:
            page |= {"kind": "manual" if utils.is_grade(cell) else "prose"}
            page["html"] = prose_html(cell.source, cell.get("attachments"))
        source = page["source"] if page["kind"] == "code" else ""
        metadata = NotebookNode(page=NotebookNode(page))
        view = NotebookNode(id=cell.id, cell_type=cell.cell_type, source=source, metadata=metadata)
        if cell.cell_type == "code":
            view |= {"outputs": [], "execution_count": None}
        return NotebookNode(view)

    def _output(self, output: NotebookNode) -> str:
        """Return an output as HTML, or say that it is withheld where a hidden test stands in it."""
        text = str(output)
        if any(line in text for line in self._hidden):
            return "<p><em>This output is not shown: part of a test stands in it.</em></p>"
        return output_html(output)


def hidden_lines(nb: NotebookNode) -> set[str]:
    """Return the lines of a marked notebook's hidden tests as they would stand in an output."""
    found: set[str] = set()
    for cell in nb.cells:
        inside = False
        for line in cell.source.splitlines() if is_test(cell) else ():
            inside = (inside or "BEGIN HIDDEN TESTS" in line) and "END HIDDEN TESTS" not in line
            if inside and len(line.strip()) >= SHORTEST_SECRET:
                found |= {line.strip(), repr(line.strip())[1:-1], html.escape(line.strip())}
    return found


class FeedbackExporter(HTMLExporter):  # type: ignore[misc]
    """Nbconvert's HTML exporter with the course's own page; set as ``GenerateFeedback.exporter_class``."""

    @property
    def default_config(self) -> Config:
        """Name the course's template, whatever template and preparation other pages of nbgrader use."""
        own = Config(
            {
                "FeedbackExporter": {
                    "template_name": "course_feedback",
                    "extra_template_basedirs": [str(TEMPLATES)],
                    "preprocessors": [],
                }
            }
        )
        config = super().default_config
        config.merge(own)
        return config


def _without_mark_scheme(source: str) -> str:
    """Cut a task's source where its mark scheme begins.

    Nbgrader's `ClearMarkScheme` looks at students' own cells too, and stops at one that holds these words: anybody
    could thus keep their page from being made.
    """
    kept = []
    inside = False
    for line in source.splitlines():
        if "BEGIN MARK SCHEME" in line:
            inside = True
        if not inside:
            kept.append(line)
        if "END MARK SCHEME" in line:
            inside = False
    return "\n".join(kept)
