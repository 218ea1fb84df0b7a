"""The glossary page: each term with its Chinese and pinyin, and every place where the course or a reading uses it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from return_to_dust.handbook.evidence import Address
from return_to_dust.handbook.markup import cite, cited, plural, ref, section_label
from return_to_dust.handbook.units import Section, Unit
from return_to_dust.tables import table
from return_to_dust.texts import readings

#: The fields of the table, in the order and with the headings of the page.
FIELDS = {
    "source_criticism": "Reading sources",
    "reception": "Reception",
    "statistics": "Numbers",
    "appraisal": "Evaluative language",
    "censorship": "Censorship and politics",
    "shot": "Shots",
    "angle": "Angles",
    "composition": "Composition",
    "sound": "Sound",
    "film_culture": "Film and village",
}
SHOWN = 6


@dataclass(frozen=True)
class Term:
    """A term of the course and where it is used.

    Attributes
    ----------
    english, chinese, pinyin, definition, field, abbreviation, note
        str, from the table ``terms``; "" where it has none.
    sections
        tuple of (Unit, Section), the parts of lessons that use it.
    questions
        tuple of (Unit, int), the questions that use it, by number.
    paragraphs
        tuple of `Address`, the paragraphs of readings that use it; the one that the table names stands first.
    """

    english: str
    chinese: str
    pinyin: str
    definition: str
    field: str
    abbreviation: str
    note: str
    sections: tuple[tuple[Unit, Section], ...]
    questions: tuple[tuple[Unit, int], ...]
    paragraphs: tuple[Address, ...]

    @property
    def used(self) -> bool:
        """Whether a lesson, an assignment or a reading uses it."""
        return bool(self.sections or self.questions or self.paragraphs)


def read_terms(units: Iterable[Unit]) -> list[Term]:
    """Search lessons, assignments and readings for every term of the table ``terms``."""
    units = list(units)
    rows = table("terms").fillna("").to_dict("records")
    return [_term({str(column): str(value) for column, value in row.items()}, units) for row in rows]


@cache
def pattern(english: str, chinese: str) -> re.Pattern[str]:
    r"""Return what finds a term in a text: its words in any case, a plural too, or its Chinese.

    Where the English holds alternatives (*off-screen sound or voice*), each counts; so does each Chinese form.

    Examples
    --------
    >>> bool(pattern("sleeper hit", "黑马").search("Two Sleeper\nHits"))
    True
    >>> bool(pattern("mu", "亩").search("much"))
    False
    """
    head, _, alternative = english.partition(" or ")
    forms = [english, head]
    if alternative and " " in head:
        forms.append(f"{head.rpartition(' ')[0]} {alternative}")
    words = "|".join(r"[\s#]+".join(map(re.escape, form.split())) for form in dict.fromkeys(forms))
    characters = "|".join(map(re.escape, filter(None, chinese.split("/"))))
    return re.compile(rf"\b(?:{words})(?:s|es)?\b" + (f"|{characters}" if characters else ""), re.IGNORECASE)


def glossary_page(terms: Iterable[Term]) -> str:
    """Return the page as MyST Markdown."""
    terms = list(terms)
    parts = [
        "# Glossary",
        f"{len(terms)} terms in English, Chinese and pinyin, with the places where lessons, assignments and readings "
        "use them. The definitions are this course's own; where another vocabulary cuts differently, a note says so.",
    ]
    for field in dict.fromkeys([*FIELDS, *(term.field for term in terms)]):
        group = sorted((term for term in terms if term.field == field), key=lambda term: term.english.casefold())
        if group:
            parts += [f"## {FIELDS.get(field, field.replace('_', ' ').capitalize())}", _glossary(group)]
    return "\n\n".join(parts) + "\n"


def _term(row: dict[str, str], units: list[Unit]) -> Term:
    finds = pattern(row["english"], row["chinese"])
    named = [Address(row["source"], row["paragraph"])] if row["source"] else []
    found = [Address(p.source, p.number) for text in readings() for p in text if finds.search(p.text)]
    names = ("english", "chinese", "pinyin", "definition", "field", "abbreviation", "note")
    return Term(
        **{name: row[name] for name in names},
        sections=tuple((u, s) for u in units for s in u.sections if finds.search(s.text)),
        questions=tuple((u, q.number) for u in units for q in u.questions if finds.search(q.text)),
        paragraphs=tuple(dict.fromkeys(named + found)),
    )


def _glossary(terms: list[Term]) -> str:
    lines = [":::{glossary}"]
    for term in terms:
        lines += [term.english, *([f"  {line}" if line else "" for line in _entry(term)]), ""]
    return "\n".join([*lines, ":::"])


def _entry(term: Term) -> list[str]:
    short = f" · {term.abbreviation}" if term.abbreviation else ""
    lines = [f"{term.chinese} *{term.pinyin}*{short}", "", cited(term.definition)]
    if term.note:
        lines += ["", "{.note}", cited(_addressed(term.note))]
    return [*lines, "", "{.used}", _used(term)]


def _addressed(note: str) -> str:
    """Turn an address as the table writes it (``newschina p8``) into one that is linked."""
    return re.sub(r"\b([a-z_]+) (p\d+)\b", r"[\1 \2]", note)


def _used(term: Term) -> str:
    lessons = [ref(section_label(unit, section), f"{unit.heading}: {section.title}") for unit, section in term.sections]
    places = [
        *lessons[:SHOWN],
        *([f"{len(lessons) - SHOWN} more sections"] if len(lessons) > SHOWN else []),
        *_questions(term),
        *(cite(address) for address in term.paragraphs[:SHOWN]),
        *([f"{len(term.paragraphs) - SHOWN} more paragraphs"] if len(term.paragraphs) > SHOWN else []),
    ]
    return "Used in " + " · ".join(places) if places else "Not used yet."


def _questions(term: Term) -> list[str]:
    by_unit: dict[int, list[str]] = {}
    for unit, number in term.questions:
        by_unit.setdefault(unit.number, []).append(ref(f"question-{unit.number}-{number}", str(number)))
    return [f"Assignment {unit}, {plural('question', numbers)}" for unit, numbers in by_unit.items()]
