"""The course's site, built once for all tests of a session, and what its pages hold."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from return_to_dust.handbook.site import Site, build_site
from return_to_dust.paths import CHECKOUT

TEXT = (".html", ".js", ".css", ".txt", ".json")
LOADING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "link": "href",
    "video": "src",
    "audio": "src",
}


@cache
def built_site() -> Site:
    """Build the site of the checkout as a draft: whether its map is whole is tested elsewhere."""
    folder = Path(tempfile.mkdtemp(prefix="dust-site-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return build_site(CHECKOUT, folder / "site", draft=True)


def site_folder() -> Path:
    """Return the folder of the site."""
    return built_site().index.parent


def pages() -> list[Path]:
    """Return the pages of the site."""
    return sorted(site_folder().rglob("*.html"))


class Page(HTMLParser):
    """What a page of the site links to, loads, and can be linked at."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.images: list[dict[str, str | None]] = []
        self.lang: str | None = None
        self.text = path.read_text(encoding="utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag links to or loads."""
        given = dict(attrs)
        if given.get("id"):
            self.ids.add(str(given["id"]))
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        if tag == "html":
            self.lang = given.get("lang")
        if tag == "img":
            self.images.append(given)
        if tag in LOADING and given.get(LOADING[tag]):
            self.loads.append(str(given[LOADING[tag]]))


@cache
def page(path: Path) -> Page:
    """Read a page of the site."""
    return Page(path)
