"""Make Formgrader's page of a submission safe: what students wrote and printed is cleaned before it is shown.

Formgrader renders the autograded notebook on the instructor's own origin, beside the gradebook. `FORMGRADER` sets its
exporter by configuration alone: `CleanSubmission` leaves the template nothing of a student's but text and clean HTML,
`page_markdown` cleans prose where it is rendered, and the template adds `script_policy`, with which a browser runs
nbgrader's scripts and no others, should something get through the first two.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from pathlib import Path
from typing import Any

import nbgrader
from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_output

from return_to_dust.marking.pages import clean_html, output_html, prose_html

HERE = "return_to_dust.marking.display"
NBGRADERS = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader" / "templates"
#: What Formgrader's exporter is to be, for `nbgrader_config.py`: names only, so that Formgrader can show its settings.
FORMGRADER: dict[str, Any] = {
    "template_name": "course_formgrade",
    "extra_template_basedirs": [str(Path(__file__).parent / "templates"), str(NBGRADERS)],
    "extra_template_paths": [str(NBGRADERS)],
    "preprocessors": [f"{HERE}.CleanSubmission"],
    "filters": {
        "markdown2html": f"{HERE}.page_markdown",
        "clean_html": "return_to_dust.marking.pages.clean_html",
        "script_policy": f"{HERE}.script_policy",
    },
}
#: What the template reads of a cell's metadata; of the rest (tags, sizes, ids) nothing is a student's to choose.
KEPT = "nbgrader"
PEOPLE = ("student", "first_name", "last_name", "notebook_path", "filename")
SCRIPT = re.compile(r"(?is)<script\b(?![^>]*\bsrc=)[^>]*>(.*?)</script>")
HANDLER = re.compile(r'(?i)\son[a-z]+="([^"]*)"')


class CleanSubmission(Preprocessor):  # type: ignore[misc]
    """Leave of a marked notebook what can be shown: text as text, the rest as one clean HTML for each output."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Clean all cells, and the people's names that the page shows."""
        nb.metadata = NotebookNode({key: nb.metadata[key] for key in ("language_info",) if key in nb.metadata})
        nb.cells = [_clean_cell(cell) for cell in nb.cells]
        resources.update({name: html.escape(str(resources[name])) for name in PEOPLE if resources.get(name)})
        return nb, resources


@pass_context
def page_markdown(context: Context, source: str) -> str:
    """Return a cell's Markdown as clean HTML, with the pictures that were pasted into the cell."""
    return prose_html(source, context.get("cell", {}).get("attachments"))


def script_policy(page: str) -> str:
    """Return a content security policy under which the scripts in a piece of a page run, and no others.

    Parameters
    ----------
    page
        str, HTML that holds nothing of a student's: its inline scripts and handlers are allowed by their SHA-256.

    Returns
    -------
    str
        The policy, for a ``<meta>`` element: it also keeps everything else on the page's own origin.
    """
    allowed = [_sha256(code) for code in [*SCRIPT.findall(page), *map(html.unescape, HANDLER.findall(page))]]
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self' 'unsafe-hashes'", *dict.fromkeys(allowed)]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _clean_cell(cell: NotebookNode) -> NotebookNode:
    shown = NotebookNode(id=cell.id, cell_type=cell.cell_type, source=cell.source)
    shown.metadata = NotebookNode({KEPT: cell.metadata[KEPT]} if KEPT in cell.metadata else {})
    if cell.cell_type == "code":
        shown |= {"execution_count": cell.execution_count, "outputs": [_clean_output(one) for one in cell.outputs]}
    elif cell.cell_type == "markdown":
        shown.attachments = cell.get("attachments", {})
    else:  # a raw cell could be HTML, LaTeX or anything: it is shown as it was typed
        shown |= {"cell_type": "markdown", "source": clean_html(f"<pre>{html.escape(cell.source)}</pre>")}
    return NotebookNode(shown)


def _clean_output(output: NotebookNode) -> NotebookNode:
    """Return an output that is text as it is, as the template escapes it; any other as one clean HTML."""
    if output.output_type in ("stream", "error"):
        return output
    plain = set(output.data) == {"text/plain"}
    shown = dict(output.data) if plain else {"text/html": output_html(output)}
    count = {"execution_count": output.execution_count} if output.output_type == "execute_result" else {}
    return new_output(output.output_type, shown, **count)


def _sha256(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
