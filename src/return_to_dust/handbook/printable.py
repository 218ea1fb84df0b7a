"""The handbook on one page: what Sphinx gives as one HTML file, with its styles inside and nothing to load."""

from __future__ import annotations

import re

from return_to_dust.handbook.markup import chinese_spans
from return_to_dust.paths import bundled

BODY = re.compile(r'<div class="body" role="main">(.*)</div>\s*</div>\s*<div class="clearer">', re.DOTALL)
PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Return to Dust 隐入尘烟: the handbook on one page</title>
<style>
{styles}
</style>
</head>
<body class="printable">
<main>
{body}
</main>
</body>
</html>
"""


def printable_page(single: str) -> str:
    """Return one self-contained page.

    Parameters
    ----------
    single
        The HTML that Sphinx's builder ``singlehtml`` wrote with the theme ``basic``.

    Raises
    ------
    ValueError
        If the page is not of that form.
    """
    found = BODY.search(single)
    if found is None:
        raise ValueError("Sphinx's single page has no body that we know: its theme has changed.")
    body = re.sub(r'<a class="headerlink"[^>]*>.*?</a>', "", found[1])
    body = re.sub(r'href="(?:handbook\.html)?#document-[^"#]*#', 'href="#', body)
    body = body.replace('href="handbook.html#', 'href="#')
    return PAGE.format(styles=_styles(), body=chinese_spans(body))


def _styles() -> str:
    from pygments.formatters import HtmlFormatter

    folder = bundled("handbook/sphinx/static", "src/return_to_dust/handbook/sphinx/static")
    own = [(folder / name).read_text(encoding="utf-8") for name in ("course.css", "printable.css")]
    own[0] = re.sub(r"@font-face \{.*?\}\n", "", own[0], flags=re.DOTALL)  # its file does not stand in the page
    code = HtmlFormatter(style="a11y-high-contrast-light").get_style_defs(".highlight")  # type: ignore[no-untyped-call] # it has no types
    return "\n".join([code, *own])
