"""Chinese on the site: found by the search, and read out as Chinese by a screen reader."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

from sphinx.search.en import SearchEnglish

from return_to_dust.handbook.markup import chinese_spans

#: The first and last code point of the characters that are indexed one by one and in pairs.
FIRST, LAST = "\u3400", "\u9fff"
PAGES = "pages.js"
RUN = re.compile(f"[{FIRST}-{LAST}]+")
#: The same splitting in the browser: a single character stands alone, a longer word is asked for pair by pair.
SPLITTER = """
var splitQuery = function (query) {
  const found = [];
  const words = query.split(/[^\\p{Letter}\\p{Number}_\\p{Emoji_Presentation}]+/gu).filter((word) => word);
  words.forEach((word) =>
    word.split(/([\\u3400-\\u9fff]+)/).filter((part) => part).forEach((part) => {
      if (part.length < 2 || !/[\\u3400-\\u9fff]/.test(part)) found.push(part);
      else for (let i = 0; i + 1 < part.length; i += 1) found.push(part.slice(i, i + 2));
    })
  );
  return found;
};
"""


class EnglishWithChinese(SearchEnglish):  # type: ignore[misc, unused-ignore]
    """Index English by word stems and Chinese by single characters and pairs, as its words are not set apart."""

    lang = "en-zh"
    language_name = "English"  # its stemmer serves the English words
    js_splitter_code = SPLITTER

    def split(self, input: str) -> list[str]:  # noqa: A002 - Sphinx's name
        """Return the words of a text; a run of Chinese gives each character and each pair."""
        english = RUN.sub(" ", input)
        chinese = [piece for run in RUN.findall(input) for piece in pieces(run)]
        return [*super().split(english), *chinese]


def pieces(run: str) -> list[str]:
    """Return the characters of a run of Chinese and its pairs.

    Examples
    --------
    >>> pieces("镜头")
    ['镜', '头', '镜头']
    """
    return [*run, *(run[i : i + 2] for i in range(len(run) - 1))]


def prepare_page(app: Any, page: str, _template: str, context: dict[str, Any], _tree: Any) -> None:
    """Mark the Chinese of a page before it is written, and keep its words for the excerpts of the search."""
    if context.get("body"):
        app.course_pages[page] = plain_words(context["body"])
        context["body"] = chinese_spans(context["body"])
    if page == "search":
        app.add_js_file(PAGES)
        app.add_js_file("search.js", loading_method="defer")


def plain_words(body: str) -> str:
    """Return the words of a page's HTML on one line, without tags and without the signs that link to headings."""
    body = re.sub(r'<a class="headerlink".*?</a>', " ", body, flags=re.DOTALL)
    body = re.sub(r"</?(?:span|a|em|strong|code|sup)\b[^>]*>", "", body)  # these stand within a line
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


def write_pages(app: Any, failed: Exception | None) -> None:
    """Write the words of all pages where the search page finds them."""
    if failed is None and app.builder.name == "html":
        words = json.dumps(app.course_pages, ensure_ascii=False, sort_keys=True)
        target = Path(app.outdir) / "_static" / PAGES
        target.write_text(f"window.COURSE_PAGES = {words};\n", encoding="utf-8", newline="\n")


def setup(app: Any) -> dict[str, Any]:
    """Tell Sphinx of the search language, of the marking and of the excerpts."""
    app.course_pages = {}
    app.add_search_language(EnglishWithChinese)
    app.connect("html-page-context", prepare_page)
    app.connect("build-finished", write_pages)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": False}
