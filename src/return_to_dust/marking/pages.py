"""Make student work safe and readable on a page: no script, no outside address, maths without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import bleach
from bleach.css_sanitizer import CSSSanitizer
from latex2mathml.converter import convert as latex_to_mathml
from nbconvert.filters import strip_ansi
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

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
MATHS = re.compile(r"(?s)(`+).*?\1|\$\$(?P<block>.+?)\$\$|(?<![\\$])\$(?P<inline>[^\s$](?:[^$\n]*[^\s$\\])?)\$(?!\d)")

NO_ALT = "A figure that was shown without a description"
#: How many characters of one output are shown; HTML may hold a figure.
MOST_TEXT, MOST_HTML = 20_000, 2_000_000
HEADING = re.compile(r"<(/?)h([1-6])(?=[ >])")


def _allowed(tag: str, name: str, value: str) -> bool:
    if tag == "img":
        return name == "alt" or (
            name == "src" and value.startswith(("data:image/png;base64,", "data:image/jpeg;base64,"))
        )
    if tag == "a":
        return name == "href" and value.startswith(("https://", "http://", "#"))
    if tag in MATHML:
        return name in ("display", "stretchy", "fence", "mathvariant", "columnalign", "separator", "form")
    return name in ("class", "colspan", "rowspan", "scope", "style", "title")


class _DescribedImages(bleach.html5lib_shim.Filter):  # type: ignore[misc]
    """Leave out pictures that the cleaner took the address from; give words to those without."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for token in super().__iter__():
            if token.get("name") == "img" and "data" in token:
                attributes = token["data"]
                if (None, "src") not in attributes:
                    continue
                if not attributes.get((None, "alt"), "").strip():
                    attributes[(None, "alt")] = NO_ALT
            yield token


_CLEANER = bleach.sanitizer.Cleaner(
    tags=TAGS,
    attributes=_allowed,
    css_sanitizer=CSSSanitizer(allowed_css_properties=STYLES),
    protocols=["http", "https", "data"],
    strip=True,
    filters=[_DescribedImages],
)


def clean_html(text: str) -> str:
    """Return HTML without anything that could run, load or send: tags, attributes and styles from a short list.

    A picture that was to be loaded from elsewhere is left out; one without a description says so.
    """
    without_code = re.sub(r"(?is)<(script|style)\b.*?</\1\s*>", "", text)
    return str(_CLEANER.clean(without_code))


def prose_html(markdown: str) -> str:
    """Return Markdown as clean HTML, its LaTeX maths as MathML, which browsers show without a library.

    Headings go down one level: a page has its own first heading.
    """
    renderer = IPythonRenderer(escape=False, exclude_anchor_links=True)
    html = clean_html(MarkdownWithMath(renderer=renderer).render(MATHS.sub(_maths, markdown)))
    return HEADING.sub(lambda match: f"<{match[1]}h{min(6, int(match[2]) + 1)}", html)


def output_html(output: Any) -> str:
    """Return one cell output as clean HTML; an error becomes its name and message, without a traceback."""
    if output.output_type == "stream":
        return _pre(output.text)
    if output.output_type == "error":
        return _pre(f"{output.ename}: {strip_ansi(output.evalue)}")
    data = output.get("data", {})
    if "text/html" in data:
        return clean_html(_cut(_text(data["text/html"]), MOST_HTML))
    for kind in ("image/png", "image/jpeg"):
        if kind in data:
            source = f"data:{kind};base64,{_text(data[kind]).strip()}"
            return clean_html(f'<img alt="{NO_ALT}" src="{source}">')
    if "text/markdown" in data:
        return prose_html(_cut(_text(data["text/markdown"]), MOST_TEXT))
    return _pre(_text(data.get("text/plain", "")))


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
