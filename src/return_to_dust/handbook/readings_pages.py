"""The eight readings as pages: each paragraph can be linked to, and says where the course cites it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from return_to_dust.handbook.evidence import Address
from return_to_dust.handbook.markup import cited, label, paragraph_label, ref
from return_to_dust.tables import table
from return_to_dust.texts import Paragraph, Reading, readings, source_ids

#: What stands above a reading, as (name on the page, key of the front matter).
HEAD = {
    "Author as printed": "author_as_printed",
    "Outlet": "outlet",
    "Kind": "kind",
    "Country": "country",
    "Date": "date",
    "How we know the date": "date_known_from",
    "How this text differs from the original": "differs_from_original",
}


def readings_pages(backlinks: Mapping[Address, Sequence[str]]) -> dict[str, str]:
    """Return each page as MyST Markdown, by its path in the site's source.

    Parameters
    ----------
    backlinks
        For a paragraph, links to the places of the course that cite it.
    """
    pages = {f"readings/{text.id}.md": reading_page(text, backlinks) for text in readings()}
    return {"readings/index.md": _index(), **pages}


def reading_page(text: Reading, backlinks: Mapping[Address, Sequence[str]]) -> str:
    """Return one reading as MyST Markdown."""
    head = [f"{name}\n: {cited(_said(text, key))}" for name, key in HEAD.items() if _said(text, key)]
    top = [label(f"reading-{text.id.replace('_', '-')}"), f"# {_short_name(text.id)}", f"{{.lead}}\n{text.title}"]
    parts = [*top, ":::{container} about", *head, ":::"]
    for paragraph in text:
        parts += _paragraph(paragraph, backlinks.get(Address(text.id, paragraph.number), ()))
    return "\n\n".join(parts).replace(")=\n\n", ")=\n") + "\n"


def witnesses_table() -> str:
    """Return the catalogue of the eight witnesses as a Markdown table with links to the readings."""
    lines = ["| witness | author as printed | outlet | kind | date |", "|---|---|---|---|---|"]
    for row in table("sources").fillna({"author_as_printed": "–"}).to_dict("records"):
        link = ref(f"reading-{row['source'].replace('_', '-')}", row["short_name"])
        date = _date(row["date"], row["date_precision"])
        lines.append(f"| {link} | {row['author_as_printed']} | {row['outlet']} | {row['kind']} | {date} |")
    return "\n".join(lines)


def _index() -> str:
    return (
        "# Readings\n\nEight witnesses, retold in our own words and numbered by paragraph. A number beside a paragraph "
        "is its address: link to it, cite it. Under a paragraph stand the places of the course that cite it.\n\n"
        f"{witnesses_table()}\n\n```{{toctree}}\n:hidden:\n:glob:\n\n*\n```\n"
    )


def _paragraph(paragraph: Paragraph, links: Sequence[str]) -> list[str]:
    address = Address(paragraph.source, paragraph.number)
    target = paragraph_label(address)
    number = ref(target, paragraph.number)
    shown = [label(target), f"{{.para}}\n{number} {cited(paragraph.text)}"]
    return [*shown, "{.cited-in}\nCited in " + " · ".join(dict.fromkeys(links))] if links else shown


def _short_name(source: str) -> str:
    names = table("sources").set_index("source")["short_name"]
    return str(names[source])


def _said(text: Reading, key: str) -> str:
    said = str(text.meta.get(key) or "").strip()
    said = re.sub(rf"\b({'|'.join(source_ids())}) \[(p\d+)\]", r"[\1 \2]", said)  # another reading's paragraph
    said = re.sub(r"\[(p\d+(?:, p\d+)*)\]", rf"[{text.id} \1]", said)
    return "" if said.lower() in ("unknown", "none") else said


def _date(date: pd.Timestamp | None, precision: str) -> str:
    if precision == "unknown" or date is None or pd.isna(date):
        return "not known"
    return {"day": f"{date.day} {date:%B %Y}", "month": f"{date:%B %Y}", "year": f"{date:%Y}"}[precision]
