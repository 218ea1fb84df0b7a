"""Formgrader's page of a submission: nothing of a student's reaches the template but text and clean HTML."""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell
from traitlets.config import Config

from return_to_dust.lab.formgrader import escape_in
from return_to_dust.marking.display import FORMGRADER, CleanSubmission, script_policy
from return_to_dust.marking.pages import CLASSES, MATHML, PICTURES, TAGS, clean_html, output_html, prose_html

RUN = "alert(1)"
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGM4YxyBBzGMSmNDAJRQfEE2WV9FAAAAAElFTkSuQmCC"
PAYLOADS = [
    f"<script>{RUN}</script>",
    f"<scr<script></script>ipt>{RUN}</scr<script></script>ipt>",
    f"<img src=x onerror={RUN}>",
    f"<svg/onload={RUN}>",
    f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror={RUN}&gt;'>",
    f"<form><math><mtext></form><form><mglyph><style></math><img src onerror={RUN}>",
    f"<svg></p><style><a id='</style><img src=1 onerror={RUN}>'>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<textarea><img title='</textarea><img src=x onerror={RUN}>'></textarea>",
    f"<math><annotation-xml encoding='text/html'><img src=x onerror={RUN}></annotation-xml></math>",
    f"<math><mi xlink:href='javascript:{RUN}'>x</mi></math>",
    f"<a href='java\tscript:{RUN}'>x</a><a href='&#106;avascript:{RUN}'>x</a><a href=' javascript:{RUN}'>x</a>",
    f"<a href='data:text/html,<script>{RUN}</script>'>x</a><a href='//outside.invalid/'>x</a><a href='../x.html'>x</a>",
    "<img src='data:text/html;base64,AA=='><img srcset='http://outside.invalid/ 1x'><img src='/logout'>",
    "<p style='background: url(http://outside.invalid/); position: fixed; width: 100vw'>x</p>",
    "<link rel=stylesheet href=http://outside.invalid/><base href=http://outside.invalid/><meta http-equiv=refresh>",
    f"<iframe srcdoc='<script>{RUN}</script>'></iframe><object data=x></object><embed src=x>",
    "<form action=http://outside.invalid/><input name=x formaction=x><button>x</button></form>",
    "<p id=submission_id name=formgrader data-link=x class='full-credit navbar-fixed-top'>x</p>",
    f"[x](javascript:{RUN}) ![x](javascript:{RUN}) <javascript:{RUN}>",
    f"```<script>{RUN}\n<img src=x onerror={RUN}>\n```",
    f"$<img src=x onerror={RUN}>$ $$\\href{{javascript:{RUN}}}{{x}}$$ $\\text{{<img src=x onerror={RUN}>}}$",
]
ATTRIBUTES = {
    "alt", "class", "colspan", "rowspan", "scope", "style", "title", "src", "href", "target", "rel", "display",
    "stretchy", "fence", "mathvariant", "columnalign", "separator", "form",
}  # fmt: skip


class Offences(HTMLParser):
    """Collect what no clean page may have, read by a parser that is not the cleaner's."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note everything that is not on a short list."""
        values = {name: value or "" for name, value in attrs}
        self.found += [tag] if tag not in TAGS else []
        self.found += [f"{tag} {name}" for name in values if name not in ATTRIBUTES or (name == "form" and tag == "p")]
        self.found += [values["src"]] if not values.get("src", PICTURES[0]).startswith(PICTURES) else []
        self.found += [values["href"]] if not values.get("href", "#").startswith(("http://", "https://", "#")) else []
        self.found += [one for one in values.get("class", "").split() if one not in CLASSES and one[:3] != "hl-"]
        self.found += [values["style"]] if any(bad in values.get("style", "") for bad in ("url", "position")) else []


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("render", [clean_html, prose_html])
def test_when_html_is_hostile_then_only_listed_tags_attributes_and_addresses_are_left(
    render: Any, payload: str
) -> None:
    """Whatever the trick, what is left stands on the short list."""
    assert Offences(render(payload)).found == []


@pytest.mark.parametrize("payload", [one for one in PAYLOADS if "<" in one and "```" not in one][:12])
def test_when_nothing_is_cleaned_then_the_payload_offends(payload: str) -> None:
    """The payloads are what the test above takes them for."""
    assert Offences(payload).found != []


@given(
    st.lists(st.sampled_from([*PAYLOADS, "<", ">", "'", '"', "<!--", "-->", "</math>", "<style>", "</style>", "\x00"]))
)
@settings(max_examples=60, deadline=None)
def test_when_payloads_are_mixed_then_cleaning_again_changes_nothing_that_matters(parts: list[str]) -> None:
    """What was cleaned is clean for the next parser as well: nothing mutates into a tag."""
    once = clean_html("".join(parts))
    assert Offences(once).found + Offences(clean_html(once)).found == []


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"<p><b title={number}>" for number in range(2500)),
        "<script" * 200_000,
        "<p " + " ".join(f"a{number}=1" for number in range(30_000)) + ">",
        "<p data:image/png;base64, " + " ".join(f"a{number}" for number in range(30_000)) + ">",
        "<div>" * 100_000,
    ],
)
@pytest.mark.parametrize("render", [clean_html, prose_html])
def test_when_html_would_keep_a_parser_busy_then_it_is_shown_as_it_was_written(render: Any, text: str) -> None:
    """One output cannot stop the page, or fill it."""
    page = render(text)
    assert (page.startswith("<pre>&lt;"), len(page) < 200_000) == (True, True)


def test_when_scripts_stand_in_html_then_their_words_are_not_left() -> None:
    """Code is no text for a reader."""
    assert clean_html("a<script>one</script>b<STYLE x>two</style >c<script>three") == "abcthree"


def test_when_a_drawing_is_shown_then_it_is_a_picture() -> None:
    """An SVG as a picture's source can neither run nor load anything."""
    page = output_html(new_output("display_data", {"image/svg+xml": f"<svg onload='{RUN}'></svg>"}))
    assert Tags(page).text.split(",")[0].split("src=")[1] == "data:image/svg+xml;base64"


def test_when_an_output_is_latex_then_it_is_mathml() -> None:
    """Maths that code displays needs no library either."""
    assert "<mfrac>" in output_html(new_output("display_data", {"text/latex": r"$\frac{1}{2}$"}))


def test_when_a_picture_was_pasted_then_it_is_shown() -> None:
    """A picture in a written answer is part of the answer."""
    page = prose_html("![mine](attachment:a.png)", {"a.png": {"image/png": PIXEL}})
    assert f'src="data:image/png;base64,{PIXEL}"' in page


def test_when_a_pasted_picture_is_missing_then_the_rest_is_shown() -> None:
    """A copied answer without its picture is still read."""
    page = prose_html("**kept** ![mine](attachment:a.png)")
    assert ("<strong>kept</strong>" in page, "not in the notebook" in page) == (True, True)


def test_when_a_link_is_clicked_then_it_opens_apart() -> None:
    """No student's page may take the place of Formgrader, whose frame JupyterLab obeys."""
    page = clean_html('<a href="https://example.org" target="_top" rel="opener">x</a>')
    assert (
        'target="_blank"' in page,
        'rel="noopener noreferrer"' in page,
        "opener" in page.replace("noopener", ""),
    ) == (
        True,
        True,
        False,
    )


def cleaned(*cells: NotebookNode, **resources: Any) -> tuple[NotebookNode, dict[str, Any]]:
    """Return a notebook of these cells as Formgrader's template gets it."""
    nb, resources = CleanSubmission().preprocess(new_notebook(cells=list(cells)), resources)
    return nb, resources


def test_when_metadata_holds_markup_then_the_template_does_not_get_it() -> None:
    """Sizes, tags and names of files go into attributes unescaped."""
    output = new_output("display_data", {"image/png": PIXEL}, metadata={"image/png": {"width": "1 onerror=x"}})
    cell = new_code_cell(outputs=[output], metadata={"tags": ["x"], "alt": "x", "nbgrader": {"grade_id": "kept"}})
    nb, _ = cleaned(cell)
    assert (nb.cells[0].metadata, nb.cells[0].outputs[0].metadata) == ({"nbgrader": {"grade_id": "kept"}}, {})


@pytest.mark.parametrize(
    "kind", ["application/javascript", "application/vnd.jupyter.widget-view+json", "text/vnd.mermaid", "image/svg+xml"]
)
def test_when_an_output_is_of_a_running_kind_then_it_becomes_html(kind: str) -> None:
    """No template ever decides between a script and its text."""
    nb, _ = cleaned(new_code_cell(outputs=[new_output("display_data", {kind: "alert(1)", "text/plain": "said"})]))
    assert list(nb.cells[0].outputs[0].data) == ["text/html"]


def test_when_a_cell_is_raw_then_it_is_shown_as_typed() -> None:
    """Raw cells are HTML to nbconvert."""
    nb, _ = cleaned(new_raw_cell(f"<script>{RUN}</script>", metadata={"raw_mimetype": "text/html"}))
    assert (nb.cells[0].cell_type, "<script" in nb.cells[0].source) == ("markdown", False)


def test_when_a_name_holds_markup_then_it_is_escaped() -> None:
    """The page puts people's names where tags could stand."""
    _, resources = cleaned(student="<b>", first_name=None, notebook_path='"')
    assert resources == {"student": "&lt;b&gt;", "first_name": None, "notebook_path": "&quot;"}


def test_when_a_submission_is_rendered_then_only_nbgraders_scripts_are_in_the_page() -> None:
    """The whole page, through nbgrader's own template, has the scripts of its head and no others."""
    cell = new_code_cell(outputs=[new_output("display_data", {"text/html": one}) for one in PAYLOADS])
    names = {"student": "s", "base_url": "", "index": 0, "total": 1, "notebook_path": "p"}
    exporter = HTMLExporter(config=Config({"HTMLExporter": FORMGRADER}))
    hostile, _ = exporter.from_notebook_node(new_notebook(cells=[cell, *map(new_markdown_cell, PAYLOADS)]), dict(names))
    empty, _ = exporter.from_notebook_node(new_notebook(), dict(names))
    assert (hostile.count("<script"), "onerror=alert" in Tags(hostile).text) == (empty.count("<script"), False)


class Tags(HTMLParser):
    """Collect the start tags of a page as they are read."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag with its attributes; a title is text for people, whatever it says."""
        self.text += " ".join([tag, *(f"{name}={value}" for name, value in attrs if name != "title")]) + "\n"


def test_when_a_page_has_scripts_then_the_policy_names_each_by_its_hash() -> None:
    """Inline scripts and handlers run; a script with an address is the origin's own affair."""
    policy = script_policy('<script src="a.js"></script><script>one</script><b onclick="two(&quot;x&quot;)">')
    hashes = [base64.b64encode(hashlib.sha256(code).digest()).decode() for code in (b"one", b'two("x")')]
    assert f"script-src 'self' 'unsafe-hashes' 'sha256-{hashes[0]}' 'sha256-{hashes[1]}';" in policy


@pytest.mark.parametrize("name", ['";alert(1);"', "</script><script>alert(1)</script>", "a\\", "a\nb", "\u2028"])
def test_when_an_address_brings_markup_then_formgraders_templates_escape_it(name: str) -> None:
    """One escape serves both places in which nbgrader's templates put a name."""
    environment = Environment(loader=DictLoader({"page": '<script>var id = "{{ id }}";</script><li>{{ id }}</li>'}))  # noqa: S701
    escape_in(environment)
    page = environment.get_template("page").render(id=name)
    assert (page.count("<"), page.count('"'), page.count("\n"), page.count("\u2028")) == (4, 2, 0, 0)


def test_when_a_name_is_honest_then_formgraders_scripts_get_it_unchanged() -> None:
    """An apostrophe or a Chinese name is no markup."""
    environment = Environment(loader=DictLoader({"page": 'var id = "{{ id }}"'}))  # noqa: S701
    escape_in(environment)
    assert environment.get_template("page").render(id="O'Neil & 马有铁") == 'var id = "O\'Neil & 马有铁"'


def test_when_mathml_is_listed_then_no_element_of_it_lets_html_change_its_meaning() -> None:
    """Elements in which a second parse reads other tags than the first stay off the list."""
    turning = {
        "annotation-xml",
        "mglyph",
        "malignmark",
        "style",
        "title",
        "textarea",
        "noscript",
        "xmp",
        "svg",
        "template",
    }
    assert turning & (TAGS | MATHML) == set()
