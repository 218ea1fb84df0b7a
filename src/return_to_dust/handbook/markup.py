"""MyST Markdown for the site: labels, links, and citations that lead to their paragraph."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from return_to_dust.handbook.evidence import CITATION, Address, numbers

if TYPE_CHECKING:
    from return_to_dust.handbook.units import Section, Unit

#: Code spans and fenced blocks, whose words are nobody's citation.
CODE = re.compile(r"(^(`{3,}|~{3,}).*?^\2[^\n]*$|`+[^`]*`+)", re.MULTILINE | re.DOTALL)
TAG = re.compile(r"(<[^>]*>)")
HAN = r"[\u3400-\u9fff\U00020000-\U0002ffff]+"
CHINESE = re.compile(rf"{HAN}(?:[·、，。：；！？（）]*{HAN})*")


def label(name: str) -> str:
    """Return the line that makes what follows a place to link to."""
    return f"({name})="


def ref(target: str, text: str) -> str:
    """Return a link to a label; the text is shown as it is, without markup."""
    plain = re.sub(r"[`*]", "", text).replace("<", "‹").replace(">", "›")
    return f"{{ref}}`{plain} <{target}>`"


def paragraph_label(address: Address) -> str:
    """Return the label of a paragraph of a reading."""
    return f"{address.source}-{address.number}".replace("_", "-")


def section_label(unit: Unit, section: Section) -> str:
    """Return the label of a section of a lesson."""
    return f"section-{unit.name.replace('_', '-')}-{section.cell}"


def cite(address: Address) -> str:
    """Return an address in its brackets, linked to its paragraph."""
    return rf"\[{ref(paragraph_label(address), f'{address.source} {address.number}')}\]"


def cited(markdown: str) -> str:
    r"""Link every citation in a Markdown text, except in code.

    Examples
    --------
    >>> cited("So it is [newschina p9, p33].")
    'So it is \\[{ref}`newschina p9 <newschina-p9>`, {ref}`p33 <newschina-p33>`\\].'
    """
    return outside_code(markdown, lambda text: CITATION.sub(_linked, text))


def outside_code(markdown: str, change: Callable[[str], str]) -> str:
    """Apply `change` to what stands outside code spans and fenced blocks."""
    parts, end = [], 0
    for code in CODE.finditer(markdown):
        parts += [change(markdown[end : code.start()]), code.group()]
        end = code.end()
    return "".join([*parts, change(markdown[end:])])


def plural(noun: str, items: Iterable[str]) -> str:
    """Return a noun with its items, in the plural where there are several."""
    items = list(items)
    return f"{noun}{'s' if len(items) > 1 else ''} {', '.join(items)}"


def chinese_marked(text: str) -> str:
    """Escape a text for HTML and say of its Chinese that it is Chinese."""
    return CHINESE.sub(r'<span lang="zh-Hans">\g<0></span>', html.escape(text))


def chinese_spans(body: str) -> str:
    """Say of each run of Chinese in HTML that it is Chinese; tags and what has a language already stay as they are."""
    return "".join(
        part if part.startswith("<") else CHINESE.sub(r'<span lang="zh-Hans">\g<0></span>', part)
        for part in TAG.split(body)
    )


def _linked(citation: re.Match[str]) -> str:
    source = citation[1]
    links = [
        ref(paragraph_label(Address(source, number)), number if position else f"{source} {number}")
        for position, number in enumerate(numbers(citation))
    ]
    return rf"\[{', '.join(links)}\]"
