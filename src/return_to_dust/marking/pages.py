"""Make student work safe and readable on a page: no script, no outside address, maths without a network."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import bleach
from bleach.css_sanitizer import CSSSanitizer
from latex2mathml.converter import convert as latex_to_mathml
from nbconvert.filters import strip_ansi
from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath
from pygments.token import STANDARD_TYPES

MATHML = {
    "math", "mfrac", "mi", "mn", "mo", "mover", "mpadded", "mphantom", "mroot", "mrow", "mspace", "msqrt", "mstyle",
    "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover",
}  # fmt: skip
TAGS = MATHML | {
    "a", "abbr", "b", "blockquote", "br", "caption", "code", "del", "details", "div", "em", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "li", "ol", "p", "pre", "s", "small", "span", "strong",
    "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
STYLES = ["color", "background-color", "font-weight", "font-style", "text-align", "white-space"]
MATHS = re.compile(
    r"(?s)(?<!`)(`++).*?(?<!`)\1(?!`)"  # code, which is left alone
    r"|\$\$(?P<block>.+?)\$\$|(?<![\\$])\$(?P<inline>[^\s$](?:[^$\n]*[^\s$\\])?)\$(?!\d)"
)

NO_ALT = "A figure that was shown without a description"
#: How many characters of one text are shown; HTML and Markdown may hold more, and figures besides.
MOST_TEXT, MOST_MARKUP, MOST_PICTURES = 20_000, 100_000, 10_000_000
#: A parser's time grows with the square of what is left open: above this, HTML is shown as it was written.
MOST_TAGS, MOST_FORMATTING = 10_000, 200
FORMATTING = re.compile(r"(?i)<(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b")
PICTURE_DATA = re.compile(r"data:image/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]*")
PICTURES = ("data:image/png;base64,", "data:image/jpeg;base64,", "data:image/svg+xml;base64,")
#: The page's own classes are not a student's to use: in Formgrader a click on ``full-credit`` gives all points.
CLASSES = {"dataframe", "dust-drawn", "findings", "highlight", "outcome", *STANDARD_TYPES.values()}
HEADING = re.compile(r"<(/?)h([1-6])(?=[ >])")


def _allowed(tag: str, name: str, value: str) -> bool:
    if tag == "img":
        return name == "alt" or (name == "src" and value.startswith(PICTURES))
    if tag == "a":
        return name == "href" and value.startswith(("https://", "http://", "#"))
    if tag in MATHML:
        return name in ("display", "stretchy", "fence", "mathvariant", "columnalign", "separator", "form")
    if name == "class":
        return all(one in CLASSES or one.startswith("hl-") for one in value.split())
    return name in ("colspan", "rowspan", "scope", "style", "title")


class _Finish(bleach.html5lib_shim.Filter):  # type: ignore[misc]
    """Leave out pictures that the cleaner took the address from, give words to those without; open links apart.

    JupyterLab obeys messages from the frame that holds Formgrader, whatever page is in it: no link may lead that
    frame, or a window that knows its opener, to a page of the student's choice.
    """

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for token in super().__iter__():
            if token.get("name") == "img" and "data" in token:
                attributes = token["data"]
                if (None, "src") not in attributes:
                    continue
                if not attributes.get((None, "alt"), "").strip():
                    attributes[(None, "alt")] = NO_ALT
            elif token.get("name") == "a" and "data" in token:
                token["data"] |= {(None, "target"): "_blank", (None, "rel"): "noopener noreferrer"}
            yield token


class _Renderer(IPythonRenderer):  # type: ignore[misc]
    """Nbconvert's renderer, which would stop at a picture that was not copied along with its cell."""

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Say that a pasted picture is missing where it is."""
        try:
            return str(super().image(text, url, title))
        except InvalidNotebook:
            return "<em>(a pasted picture that is not in the notebook)</em>"


_CLEANER = bleach.sanitizer.Cleaner(
    tags=TAGS,
    attributes=_allowed,
    css_sanitizer=CSSSanitizer(allowed_css_properties=STYLES),
    protocols=["http", "https", "data"],
    strip=True,
    filters=[_Finish],
)


def clean_html(text: str) -> str:
    """Return HTML without anything that could run, load or send: tags, attributes and styles from a short list.

    A picture that was to be loaded from elsewhere is left out; one without a description says so. HTML that would
    keep the parser busy for minutes is shown as it was written.
    """
    return _pre(text) if _is_too_much(text) else _clean(text)


def prose_html(markdown: str, attachments: Mapping[str, Any] | None = None) -> str:
    """Return Markdown as clean HTML, its LaTeX maths as MathML, which browsers show without a library.

    Headings go down one level: a page has its own first heading. What cannot be read is shown as it was typed.

    Parameters
    ----------
    markdown
        str, a cell's source.
    attachments
        The cell's pasted pictures by name, as nbformat keeps them.
    """
    if _is_too_much(markdown):
        return _pre(markdown)
    renderer = _Renderer(escape=False, exclude_anchor_links=True, attachments=dict(attachments or {}))
    try:
        rendered = MarkdownWithMath(renderer=renderer).render(MATHS.sub(_maths, markdown))
    except Exception:  # whatever the library stumbles over
        return _pre(markdown)
    return HEADING.sub(lambda match: f"<{match[1]}h{min(6, int(match[2]) + 1)}", _clean(rendered))


def output_html(output: Any) -> str:
    """Return one cell output as clean HTML; an error becomes its name and message, without a traceback."""
    if output.output_type == "stream":
        return _pre(output.text)
    if output.output_type == "error":
        return _pre(f"{output.ename}: {strip_ansi(output.evalue)}")
    data = {kind: _text(content) for kind, content in output.get("data", {}).items()}
    for kind, show in SHOWN_AS.items():
        if kind in data:
            return str(show(data[kind]))
    return ""


def _picture(kind: str, data: str) -> str:
    return clean_html(f'<img alt="{NO_ALT}" src="data:{kind};base64,{"".join(data.split())}">')


def _drawing(svg: str) -> str:
    """Show a drawing as a picture, in which nothing runs or loads."""
    return _picture("image/svg+xml", base64.b64encode(svg.encode("utf-8", "replace")).decode("ascii"))


def _clean(text: str) -> str:
    return str(_CLEANER.clean(_without_code(text)))


def _is_too_much(text: str) -> bool:
    markup = PICTURE_DATA.sub("", text)
    formatting = sum(1 for _ in FORMATTING.finditer(markup))
    return (
        len(text) > MOST_PICTURES
        or len(markup) > MOST_MARKUP
        or markup.count("<") > MOST_TAGS
        or formatting > MOST_FORMATTING
    )


def _without_code(text: str) -> str:
    """Cut scripts and style sheets, which the cleaner would leave as words, in time that grows with the text only."""
    for tag in ("script", "style"):
        opening, closing = re.compile(rf"(?i)<{tag}\b"), re.compile(rf"(?i)</{tag}\s*>")
        kept, position = [], 0
        while (start := opening.search(text, position)) and (end := closing.search(text, start.end())):
            kept.append(text[position : start.start()])
            position = end.end()
        text = "".join([*kept, text[position:]])
    return text


def _text(value: Any) -> str:
    return "".join(value) if isinstance(value, list) else str(value)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}\n… {len(text) - most:,} more characters are not shown"


def _pre(text: str) -> str:
    shown = _cut(strip_ansi(text), MOST_TEXT)
    escaped = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<pre>{escaped}</pre>" if shown.strip() else ""


def _maths(match: re.Match[str]) -> str:
    source = match.group("block") or match.group("inline")
    if source is None:
        return match.group()  # code between backticks
    try:
        return str(latex_to_mathml(source, display="block" if match.group("block") else "inline"))
    except Exception:  # whatever the library stumbles over stays readable as it was typed
        return match.group()


#: How an output is shown: as the first of these kinds that it has.
SHOWN_AS: dict[str, Callable[[str], str]] = {
    "text/html": clean_html,
    "image/png": partial(_picture, "image/png"),
    "image/jpeg": partial(_picture, "image/jpeg"),
    "image/svg+xml": _drawing,
    "text/markdown": prose_html,
    "text/latex": prose_html,
    "text/plain": _pre,
}
