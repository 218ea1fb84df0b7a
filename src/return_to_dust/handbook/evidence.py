"""What a piece of the course rests on: the paragraphs, tables and readings that its words and code name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from return_to_dust.errors import CourseError
from return_to_dust.tables import table, table_names
from return_to_dust.texts import reading, source_ids

#: ``[newschina p9]``, ``[uk_review p3, p4]``; a line may end inside.
CITATION = re.compile(r"\[([a-z][a-z_]*)\s+(p\d+(?:,\s*p\d+)*)\]")
#: ``reading("screen")["p5"]`` in code.
LOOKUP = re.compile(r"""\breading\(\s*["'](\w+)["']\s*\)\[\s*["']?p?(\d+)["']?\s*\]""")
#: ``reading("screen")`` in code: the whole text.
WHOLE = re.compile(r"""\breading\(\s*["'](\w+)["']\s*\)""")
#: ``table("claims")`` in code or prose.
TABLE = re.compile(r"""\btable\(\s*["'](\w+)["']""")


@dataclass(frozen=True, order=True)
class Address:
    """A paragraph of a reading.

    Attributes
    ----------
    source, number
        str, such as ``"newschina"`` and ``"p9"``.
    """

    source: str
    number: str

    def __str__(self) -> str:
        return f"[{self.source} {self.number}]"

    def exists(self) -> bool:
        """Return whether there is such a paragraph."""
        if self.source not in source_ids():
            return False
        try:
            reading(self.source)[self.number]
        except CourseError:
            return False
        return True


@dataclass(frozen=True)
class Evidence:
    """What a section or a question names as its ground.

    Attributes
    ----------
    paragraphs
        tuple of `Address`, each once, in the order of their first mention.
    tables, readings
        tuple of str, the names of tables and the ids of whole readings that the code loads.
    """

    paragraphs: tuple[Address, ...] = ()
    tables: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()

    def __add__(self, other: Evidence) -> Evidence:
        """Return what both name, each thing once."""
        return Evidence(
            tuple(dict.fromkeys(self.paragraphs + other.paragraphs)),
            tuple(dict.fromkeys(self.tables + other.tables)),
            tuple(dict.fromkeys(self.readings + other.readings)),
        )

    def reaches_a_paragraph(self) -> bool:
        """Return whether a paragraph is named, or a whole reading, or a table whose rows name paragraphs."""
        return bool(self.paragraphs or self.readings or any(cites_paragraphs(name) for name in self.tables))

    def missing(self) -> list[str]:
        """Return what is named and does not exist."""
        return (
            [str(address) for address in self.paragraphs if not address.exists()]
            + [f'table("{name}")' for name in self.tables if name not in table_names()]
            + [f'reading("{source}")' for source in self.readings if source not in source_ids()]
        )


def evidence_in(text: str) -> Evidence:
    """Find the paragraphs, tables and readings that a text names.

    Parameters
    ----------
    text
        str, prose or code.

    Examples
    --------
    >>> evidence_in('As [newschina p9, p33] says; see table("claims").').tables
    ('claims',)
    """
    cited = [
        (match.start(), Address(match[1], number)) for match in CITATION.finditer(text) for number in numbers(match)
    ]
    cited += [(match.start(), Address(match[1], f"p{match[2]}")) for match in LOOKUP.finditer(text)]
    paragraphs = dict.fromkeys(address for _, address in sorted(cited, key=lambda found: found[0]))
    whole = WHOLE.findall(LOOKUP.sub("", text))
    return Evidence(tuple(paragraphs), tuple(dict.fromkeys(TABLE.findall(text))), tuple(dict.fromkeys(whole)))


def numbers(citation: re.Match[str]) -> list[str]:
    """Return the paragraph numbers of a match of `CITATION`."""
    return re.findall(r"p\d+", citation[2])


def cites_paragraphs(name: str) -> bool:
    """Return whether the rows of a table name the paragraphs that they rest on."""
    return name in table_names() and {"source", "paragraph"} <= set(table(name).columns)
