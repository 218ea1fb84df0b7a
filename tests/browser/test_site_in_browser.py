"""The handbook's site in a browser, opened from the disk: offline, searchable, accessible, narrow, printable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from axe_core_python.sync_playwright import Axe

from site_of import site_folder

WIDE = {"width": 1360, "height": 900}
NARROW = {"width": 360, "height": 740}
EXAMPLES = ["index", "lessons/1_witnesses", "readings/newschina", "glossary", "map", "tables/claims", "handbook"]


@dataclass
class Visit:
    """A page that was opened, with what it asked for and complained about."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Visit]]:
    """Open pages of the site from the disk."""
    opened: list[Any] = []

    def open_page(name: str, query: str = "", size: dict[str, int] = WIDE) -> Visit:
        page = browser.new_page(viewport=size)
        opened.append(page)
        seen = Visit(page)
        page.on("request", lambda one: seen.requests.append(one.url))
        page.on("console", lambda one: seen.complaints.append(one.text) if one.type == "error" else None)
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        page.goto((site_folder() / f"{name}.html").as_uri() + query, wait_until="load")
        page.wait_for_timeout(200)
        return seen

    yield open_page
    for page in opened:
        page.close()


@pytest.mark.parametrize("name", EXAMPLES)
def test_when_a_page_is_opened_from_the_disk_then_it_stays_there(visit: Any, name: str) -> None:
    """A page loads files beside it and nothing else, and the browser has no complaint."""
    seen = visit(name)
    assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []
    assert seen.complaints == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_when_a_window_is_narrow_then_the_page_fits_it(visit: Any, name: str) -> None:
    """On a telephone nothing but a table or code scrolls sideways, and that by itself."""
    page = visit(name, size=NARROW).page
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("name", ["index", "lessons/1_witnesses", "readings/newschina", "map", "tables/ratings"])
def test_when_a_page_is_checked_with_axe_then_it_has_no_serious_violation(visit: Any, name: str) -> None:
    """Readers with a screen reader, a keyboard or weak eyes can use the page."""
    found = Axe().run(visit(name).page)
    serious = [
        f"{one['id']}: {one['help']} ({one['nodes'][0]['target']})"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    assert (bool(found["passes"]), serious) == (True, [])


@pytest.mark.parametrize(
    ("words", "finds"),
    [
        ("镜头", "Glossary"),
        ("驴", "regions: "),
        ("隐入尘烟", "NewsChina"),
        ("long take", "Glossary: long take"),
        ("page furniture", "1 Witnesses"),
    ],
)
def test_when_words_are_searched_then_pages_are_found_with_an_excerpt(visit: Any, words: str, finds: str) -> None:
    """The search works without a server, in Chinese and English, and shows where the words stand."""
    seen = visit("search", f"?q={words}")
    page = seen.page
    page.wait_for_selector("#search-results li .context mark")
    page.wait_for_function("document.querySelector('#search-results').innerText.includes('Search finished')")
    found = page.locator("#search-results li a").all_inner_texts()
    assert ([title for title in found if title.startswith(finds)] != [], seen.complaints) == (True, [])


def test_when_words_are_typed_into_the_search_field_then_the_results_open(visit: Any) -> None:
    """A reader reaches the results with the keyboard."""
    page = visit("map").page
    page.keyboard.press("Control+k")
    page.keyboard.type("donkey")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-results li")
    assert "search.html?q=donkey" in page.url


def test_when_nothing_is_found_then_the_page_says_so(visit: Any) -> None:
    """The search can fail."""
    page = visit("search", "?q=zebrafinch").page
    page.wait_for_function("document.body.innerText.includes('did not match any documents')")
    assert page.locator("#search-results li").count() == 0


def test_when_a_citation_is_followed_then_its_paragraph_is_in_view(visit: Any) -> None:
    """An address in a lesson leads to the paragraph of the reading."""
    page = visit("lessons/1_witnesses").page
    page.locator("a.reference", has_text="newschina p9").first.click()
    page.wait_for_load_state()
    shown = page.locator("#newschina-p9")
    assert (shown.evaluate("one => one.getBoundingClientRect().top >= 0"), page.url.endswith("#newschina-p9")) == (
        True,
        True,
    )


def test_when_a_result_was_asked_for_then_it_is_folded_and_can_be_unfolded(visit: Any) -> None:
    """After a prediction the result waits behind a fold."""
    page = visit("lessons/1_witnesses").page
    fold = page.locator("details.hide").first
    assert fold.get_attribute("open") is None
    fold.locator("summary").click()
    assert fold.locator(".output").first.is_visible()


@pytest.mark.parametrize("name", ["lessons/1_witnesses", "handbook"])
def test_when_a_page_is_printed_then_what_is_folded_is_open_and_visible(visit: Any, name: str) -> None:
    """On paper nothing can be unfolded, so everything is; afterwards the page is as before."""
    page = visit(name).page
    closed = page.locator("main details:not([open])").count()
    page.emulate_media(media="print")
    hidden = page.evaluate(
        """() => {
            window.dispatchEvent(new Event("beforeprint"));
            const inside = [...document.querySelectorAll("main details > :not(summary)")];
            return inside.filter(one => one.innerText && (
                !one.checkVisibility({contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true})
                || one.getBoundingClientRect().height === 0)).length;
        }"""
    )
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert (closed > 0, hidden) == (True, 0)


@pytest.mark.parametrize("name", ["lessons/1_witnesses", "map"])
def test_when_a_page_is_printed_then_only_its_text_is_on_paper(visit: Any, name: str) -> None:
    """Sidebars, buttons and search fields stay on the screen."""
    page = visit(name).page
    page.emulate_media(media="print")
    assert (
        page.locator(".bd-sidebar-primary:visible, .bd-sidebar-secondary:visible, .search-button:visible").count() == 0
    )


def test_when_the_handbook_is_printed_then_it_has_many_pages(visit: Any) -> None:
    """The browser makes a PDF of the page to print."""
    pdf = visit("handbook").page.pdf(prefer_css_page_size=True)
    assert (pdf[:5], pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") > 30) == (b"%PDF-", True)
