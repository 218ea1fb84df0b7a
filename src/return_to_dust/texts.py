"""The readings: our retellings of what was written about the film, addressed by paragraph."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from return_to_dust.errors import CourseError
from return_to_dust.paths import bundled

PARAGRAPH = re.compile(r"^\[(p\d+)\][ \t]+(.*)$", re.MULTILINE)
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


@dataclass(frozen=True)
class Paragraph:
    """One numbered paragraph.

    Attributes
    ----------
    source, number
        str, its address: the id of the reading, and the number as printed there, such as ``"p3"``.
    text
        str, its words, without the number.
    """

    source: str
    number: str
    text: str

    def __str__(self) -> str:
        return f"[{self.source} {self.number}] {self.text}"


@dataclass(frozen=True)
class Reading:
    """One witness's text, retold in our own words.

    Attributes
    ----------
    id
        str, the source id, such as ``"screen"``.
    meta
        dict, the front matter: title, author as printed, outlet, kind, country, date and its precision, how
        the date is known, and how the reading differs from the original.
    paragraphs
        tuple of `Paragraph`, in order, at least one.
    """

    id: str
    meta: dict[str, Any]
    paragraphs: tuple[Paragraph, ...]

    @property
    def title(self) -> str:
        """The title as the reading gives it."""
        return str(self.meta["title"])

    @property
    def text(self) -> str:
        """All paragraphs, a blank line between them, without their numbers."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    def __getitem__(self, number: str | int) -> Paragraph:
        """Return the paragraph ``"p3"`` (or 3).

        Parameters
        ----------
        number
            str or int, from 1 up to the number of paragraphs.

        Raises
        ------
        CourseError
            If the reading has no such paragraph.
        """
        wanted = f"p{number}" if isinstance(number, int) else number
        for paragraph in self.paragraphs:
            if paragraph.number == wanted:
                return paragraph
        raise CourseError(
            f"The reading {self.id!r} has no paragraph {number!r}: "
            f"its paragraphs run from 'p1' to '{self.paragraphs[-1].number}'."
        )

    def __iter__(self) -> Iterator[Paragraph]:
        return iter(self.paragraphs)

    def __len__(self) -> int:
        return len(self.paragraphs)

    def _repr_markdown_(self) -> str:
        head = f"### {self.title}\n\n*{self.meta['outlet']} — {self.meta['kind']}, {self.meta['date']}*"
        return "\n\n".join([head, *(f"**[{p.number}]** {p.text}" for p in self.paragraphs)])


def source_ids() -> list[str]:
    """Return the ids of all readings, in alphabetical order."""
    return sorted(path.stem for path in (bundled("source_texts") / "readings").glob("*.md"))


def reading(source: str) -> Reading:
    """Load one reading by its source id.

    Parameters
    ----------
    source
        str, one of `source_ids`, such as ``"newschina"``.

    Raises
    ------
    CourseError
        If there is no such reading, or its file cannot be read.

    Examples
    --------
    >>> reading("screen")["p1"].number
    'p1'
    """
    if not isinstance(source, str):
        raise CourseError(f'reading needs a source id in quotation marks, such as reading("screen"), not {source!r}.')
    return _read(source)


@cache
def _read(source: str) -> Reading:
    known = source_ids()
    if source not in known:
        close = difflib.get_close_matches(str(source), known, n=1, cutoff=0.4)
        hint = f" Did you mean {close[0]!r}?" if close else ""
        raise CourseError(f"There is no reading {source!r}.{hint} The readings are: {', '.join(known)}.")
    path = bundled("source_texts") / "readings" / f"{source}.md"
    try:
        return parse_reading(source, path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise CourseError(f"The reading {path} is not UTF-8: restore it from the course package.") from None


def parse_reading(source: str, text: str) -> Reading:
    """Split a reading file into its front matter and numbered paragraphs.

    Parameters
    ----------
    source
        str, the id that the reading gets.
    text
        str, the whole file: YAML between two lines of ``---``, then a line ``[p1] ...`` a paragraph.

    Raises
    ------
    CourseError
        If the front matter or the paragraph numbers are missing.
    """
    front = FRONT_MATTER.match(text)
    if front is None:
        raise CourseError(f"The reading {source!r} has no front matter: restore it from the course package.")
    found = PARAGRAPH.findall(text[front.end() :])
    if not found:
        raise CourseError(f"The reading {source!r} has no numbered paragraphs: restore it from the package.")
    paragraphs = tuple(Paragraph(source, number, words.strip()) for number, words in found)
    return Reading(source, yaml.safe_load(front.group(1)), paragraphs)


def readings() -> list[Reading]:
    """Load all readings, in the order of `source_ids`.

    Raises
    ------
    CourseError
        If a file cannot be read.
    """
    return [reading(source) for source in source_ids()]
