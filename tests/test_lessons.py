"""Lessons keep the house style, run from top to bottom, and describe their figures."""

import base64
import io
import re

import matplotlib.image
import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from return_to_dust import reading, table
from return_to_dust.build.course import lesson_sources
from return_to_dust.build.notebooks import notebook_about
from return_to_dust.paths import CHECKOUT

LESSONS = lesson_sources(CHECKOUT)
UNITS = [path for path in LESSONS if notebook_about(path).get("unit")]
CITATION = re.compile(r"\[((?:hollywood|screen|listing|user|newschina|uk)\w*) (p\d+)((?:, p\d+)*)\]")
BOLD = re.compile(r"\*\*([^*]+)\*\*")
LONGEST_CODE, WIDEST_CODE, LONGEST_PROSE = 15, 120, 120


def cells(path, kind=None):
    notebook = nbformat.read(path.with_suffix(".ipynb"), as_version=4)
    return [cell for cell in notebook.cells if kind in (None, cell.cell_type)]


def prose(path) -> str:
    return "\n\n".join(cell.source for cell in cells(path, "markdown"))


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """Every lesson, run from top to bottom in a folder that is not the course's."""
    runs = {}
    for path in LESSONS:
        notebook = nbformat.read(path.with_suffix(".ipynb"), as_version=4)
        folder = tmp_path_factory.mktemp(path.stem)
        runs[path.stem] = NotebookClient(
            notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
        ).execute()
    return runs


def outputs(notebook):
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_when_a_lesson_is_run_then_nothing_fails_or_warns(path, executed):
    """A lesson runs untouched from top to bottom, without an error or a word on stderr."""
    bad = [o for o in outputs(executed[path.stem]) if o.output_type == "error" or o.get("name") == "stderr"]
    assert bad == []


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_when_a_unit_is_run_then_it_shows_four_or_more_described_figures(path, executed):
    """At least four figures, each with alternative text and a caption that says what to see."""
    html = [
        o["data"]["text/html"]
        for o in outputs(executed[path.stem])
        if "<figure" in o.get("data", {}).get("text/html", "")
    ]
    described = [
        page for page in html if re.search(r'alt="[^"]{40,}"', page) and re.search("<figcaption>.{20,}<", page)
    ]
    assert (len(described) >= 4, len(described)) == (True, len(html))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_when_a_figure_is_shown_then_it_is_never_without_description(path, executed):
    """No picture stands in a lesson without its text."""
    assert not any("image/png" in o.get("data", {}) for o in outputs(executed[path.stem]))


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
@pytest.mark.parametrize("part", ["minutes", "questions", "objectives", "needs", "key points", "limits|how far"])
def test_when_a_unit_is_read_then_it_has_its_parts(path, part):
    """A unit says its minutes, questions, objectives, needs, key points and limits."""
    assert re.search(part, prose(path), re.IGNORECASE)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_when_a_cell_is_written_then_it_keeps_its_budget(path):
    """Code cells have at most 15 lines of 120 characters, prose cells 120 words (tables and folded answers apart)."""
    code = [(c.id, c.source.splitlines()) for c in cells(path, "code")]
    long_code = [i for i, lines in code if len(lines) > LONGEST_CODE or max(map(len, lines), default=0) > WIDEST_CODE]
    long_prose = [
        c.id
        for c in cells(path, "markdown")
        if len(re.sub(r"(?m)^\|.*$", "", c.source).split()) > LONGEST_PROSE and "<details" not in c.source
    ]
    assert (long_code, long_prose) == ([], [])


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_when_a_term_is_bold_then_the_glossary_has_it(path):
    """Every term that is set in bold is defined in the glossary."""
    known = {term.casefold() for term in table("terms")["english"]}
    bold = {term.strip().casefold() for term in BOLD.findall(prose(path))}
    assert sorted(bold - known) == []


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_when_a_claim_is_cited_then_its_paragraph_exists(path):
    """Every citation leads to a paragraph, and a unit has many."""
    found = CITATION.findall(prose(path))
    for source, first, more in found:
        for number in [first, *re.findall(r"p\d+", more)]:
            reading(source)[number]
    assert len(found) >= 10


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_when_a_unit_is_read_then_it_asks_for_predictions_and_folds_its_answers(path):
    """A unit asks to predict, and its self-checks have folded answers."""
    text = prose(path)
    assert (len(re.findall(r"(?i)predict", text)) >= 2, text.count("<details") >= 3) == (True, True)


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_when_a_unit_is_planned_then_it_fits_a_class_of_an_hour(path):
    """A unit takes 60 to 75 minutes."""
    assert 60 <= notebook_about(path)["minutes"] <= 75


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_when_a_lesson_draws_then_the_style_is_the_courses(path):
    """No lesson sets matplotlib's parameters, installs or downloads."""
    code = "\n".join(c.source for c in cells(path, "code"))
    assert re.findall(r"rcParams|plt\.style|%pip|!pip|urlopen|requests\.", code) == []


def test_when_the_readme_shows_a_figure_then_it_is_the_lessons(executed):
    """The README's picture is the log-axis figure that Unit 2 draws."""
    pages = [o["data"].get("text/html", "") for o in outputs(executed["2_reception"]) if "data" in o]
    (drawn,) = [page for page in pages if "The same three points on a logarithmic axis" in page]
    png = base64.b64decode(re.search(r"base64,([^\"]+)", drawn)[1])
    ours = matplotlib.image.imread(io.BytesIO(png))
    theirs = matplotlib.image.imread(CHECKOUT / "docs" / "box_office.png")
    assert (ours.shape == theirs.shape, float(np.abs(ours - theirs).mean()) < 0.005) == (True, True)
