"""What students write is shown safely: nothing runs, loads or sends; maths needs no network."""

import pytest
from nbformat.v4 import new_output

from return_to_dust.marking.pages import clean_html, output_html, prose_html

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<iframe src="http://127.0.0.1/"></iframe>',
    '<img src="http://127.0.0.1/pixel.png">',
    '<div style="background: url(http://127.0.0.1/)">x</div>',
    "<style>@import url(http://127.0.0.1/)</style>",
    '<form action="http://127.0.0.1/"><input name="x"></form>',
    '<meta http-equiv="refresh" content="0; url=http://127.0.0.1/">',
    "<math><mtext><script>alert(1)</script></mtext></math>",
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
]
FORBIDDEN = (
    "<script",
    "onerror",
    "onload",
    "javascript:",
    "127.0.0.1",
    "<iframe",
    "<form",
    "<style",
    "<meta",
    "data:text",
)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("render", [clean_html, prose_html])
def test_when_html_is_hostile_then_nothing_of_it_is_left(render, attack):
    """Neither an output nor a written answer can carry script, or an address that is loaded."""
    page = render(attack)
    assert [word for word in FORBIDDEN if word in page.lower()] == []


def test_when_an_output_is_html_then_it_is_cleaned():
    """A display of HTML passes the same filter."""
    output = new_output("display_data", {"text/html": "<b>kept</b><script>alert(1)</script>"})
    assert output_html(output) == "<b>kept</b>"


def test_when_a_described_figure_is_shown_then_picture_and_text_stay():
    """The course's own figures keep their data and alternative text."""
    html = '<figure><img alt="a curve" src="data:image/png;base64,AAAA"><figcaption>See.</figcaption></figure>'
    page = clean_html(html)
    assert ('alt="a curve"' in page, "data:image/png;base64,AAAA" in page, "See." in page) == (True, True, True)


def test_when_a_bare_figure_is_shown_then_it_says_that_a_description_is_missing():
    """A picture without alternative text gets one that says so."""
    page = output_html(new_output("display_data", {"image/png": "AAAA\n"}))
    assert 'alt="A figure that was shown without a description"' in page


def test_when_an_error_is_shown_then_its_traceback_is_not():
    """An error is its name and message; a traceback could show a test."""
    output = new_output("error", ename="ValueError", evalue="bad", traceback=["secret line of a test"])
    assert output_html(output) == "<pre>ValueError: bad</pre>"


def test_when_text_looks_like_markup_then_it_is_escaped():
    """Printed text stays text."""
    assert output_html(new_output("stream", name="stdout", text="<b>x</b>")) == "<pre>&lt;b&gt;x&lt;/b&gt;</pre>"


@pytest.mark.parametrize(
    ("source", "has"),
    [
        (r"A share of $\frac{15}{16}$.", "<mfrac"),
        (r"$$\sqrt{n}$$", "<msqrt"),
        ("It cost $275,000 and took $14 million.", "$275,000 and took $14 million"),
        ("`$x$` is code", "<code>$x$</code>"),
        (r"$\undefinedmacro{$ stays", r"\undefinedmacro"),
    ],
)
def test_when_maths_is_written_then_it_becomes_mathml(source, has):
    """LaTeX becomes MathML; dollar amounts, code and what cannot be read stay as typed."""
    assert has in prose_html(source)


def test_when_headings_are_written_then_they_go_down_one_level():
    """A page has one first heading, its own."""
    assert prose_html("# Mine").strip() == "<h2>Mine</h2>"
