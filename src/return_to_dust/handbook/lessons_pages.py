"""Lessons as pages: labels, links and outputs for reading, and a word where a kernel would answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import nbformat
from nbformat import NotebookNode

from return_to_dust.handbook.map_page import objective_label
from return_to_dust.handbook.markup import cited, label, outside_code, plural, ref, section_label
from return_to_dust.handbook.units import Section, Unit
from return_to_dust.tables import table

GUESS = re.compile(r"^\s*my_guess\s*=\s*None\s*$")
PREDICT = re.compile(r"\bpredict\b", re.IGNORECASE)
SELF_CHECK = re.compile(r"\bself_check\(")
BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
ELSEWHERE = re.compile(r"\]\((?:\.\./)?assignments/(\d+)_\w+/\w+\.ipynb\)")
WIDGET = "application/vnd.jupyter.widget-view+json"
PREDICTION = """\
:::{admonition} Your prediction
:class: course-predict

Decide before you unfold the result below. In JupyterLab you write your guess into a cell.
:::"""
CHECK = """\
:::{admonition} Self-check
:class: course-check

Run this cell in JupyterLab with an answer of your own: it says whether the answer fits and, if not, what
probably happened.
:::"""
INTERACTIVE = """\
:::{admonition} Interactive
:class: course-check

This part answers to mouse and keyboard: run the cell in JupyterLab.
:::"""


def lessons_pages(units: Iterable[Unit], executed: Mapping[str, NotebookNode]) -> dict[str, str]:
    """Return the pages of all lessons, by their path in the site's source: notebooks, and a page that lists them.

    Parameters
    ----------
    units
        The lessons.
    executed
        Their notebooks with outputs, by name.
    """
    return {
        f"lessons/{unit.name}.ipynb": nbformat.writes(
            lesson_page(unit, executed[unit.name]), version=nbformat.NO_CONVERT
        )
        for unit in units
    }


def lesson_page(unit: Unit, notebook: NotebookNode) -> NotebookNode:
    """Return a lesson's notebook as the site shows it.

    Citations and terms become links; headings get labels and the objectives they serve. What a prediction asks for
    is folded. A self-check shows its question, not the verdict on an untouched answer.
    """
    sections = {section.cell: section for section in unit.sections}
    cells: list[NotebookNode] = []
    predicted = False
    for position, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            predicted = bool(PREDICT.search(cell.source)) or (predicted and not cells)
            cells.append(_prose(cell.source, unit, sections.get(position), first=position == 0))
        elif GUESS.match(cell.source):
            cells.append(_markdown(PREDICTION))
            predicted = True
        else:
            cells += _code(cell, folded=predicted)
            predicted = predicted and not cell.outputs
    page = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": notebook.metadata["kernelspec"]})
    for number, cell in enumerate(page.cells):
        cell.id = f"cell-{number}"
    return page


def _prose(source: str, unit: Unit, section: Section | None, *, first: bool) -> NotebookNode:
    text = ELSEWHERE.sub(r"](../assignments.md#assignment-\1)", source)
    text = outside_code(cited(text), _terms_linked)
    if first:
        text = f"{label('lesson-' + unit.name.replace('_', '-'))}\n{text}"
    if section:
        text = re.sub(r"^## .+$", lambda heading: _headed(heading[0], unit, section), text, count=1, flags=re.MULTILINE)
    return _markdown(text)


def _headed(heading: str, unit: Unit, section: Section) -> str:
    served = [ref(objective_label(unit, number), f"{unit.number}.{number}") for number in section.objectives]
    line = f"\n\n{{.serves}}\nServes {plural('objective', served)}\n" if served else ""
    return f"{label(section_label(unit, section))}\n{heading}{line}"


def _terms_linked(text: str) -> str:
    known = {str(term).casefold() for term in table("terms")["english"]}

    def linked(bold: re.Match[str]) -> str:
        return f"**{{term}}`{bold[1]}`**" if bold[1].strip().casefold() in known else bold[0]

    return BOLD.sub(linked, text)


def _code(cell: NotebookNode, *, folded: bool) -> list[NotebookNode]:
    shown = nbformat.v4.new_code_cell(cell.source, execution_count=cell.execution_count)
    if SELF_CHECK.search(cell.source):
        return [shown, _markdown(CHECK)]
    shown.outputs = [_readable(output) for output in cell.outputs if WIDGET not in output.get("data", {})]
    if folded and shown.outputs:
        shown.metadata["tags"] = ["hide-output"]
    return [shown, _markdown(INTERACTIVE)] if len(shown.outputs) < len(cell.outputs) else [shown]


def _readable(output: NotebookNode) -> NotebookNode:
    """Return an output whose tables can be scrolled with the keyboard and carry no style of their own."""
    data = output.get("data", {})
    page = data.get("text/html", "")
    if "<table" in page:
        page = re.sub(r"<style.*?</style>\s*", "", page, flags=re.DOTALL).replace(' border="1"', "")
        page = re.sub(r' style="text-align: right;"', "", page)
        data["text/html"] = f'<div class="scroll" tabindex="0" role="region" aria-label="Table">{page}</div>'
    return output


def _markdown(source: str) -> NotebookNode:
    return nbformat.v4.new_markdown_cell(source)
