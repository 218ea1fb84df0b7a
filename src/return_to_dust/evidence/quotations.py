"""Where a quotation stands in a paragraph, and which sentences and glosses are there."""

from __future__ import annotations

import re
import unicodedata
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

MOST_WORDS = 5
DOUBLE_QUOTES = re.compile('[“”„‟«»"*]')  # also the stars of italics, which a shown reading does not have
SINGLE_QUOTES = re.compile("[‘’‛`´]")
DASHES = re.compile("[‐‑–—]")
GLOSS = re.compile(r"\[[^\]]*our gloss\]")
SENTENCE_END = re.compile(r"(?<=[.!?])[)\]']*\s+(?=[A-Z(\[])")
#: Words that say nothing by themselves.
STOP_WORDS = {
    *(
        "a",
        "an",
        "the",
        "this",
        "that",
        "and",
        "but",
        "or",
        "so",
        "as",
        "than",
        "not",
        "no",
        "its",
        "his",
        "her",
        "their",
    ),
    *("at", "by", "for", "from", "in", "of", "on", "to", "up", "with", "he", "she", "it", "they", "them", "him", "i"),
    *("we", "you", "there", "which", "who", "is", "are", "was", "were", "be", "been", "do", "does", "did", "has"),
    *("have", "had", "will", "would"),
}


def plain(text: str) -> str:
    """Return a text with one kind of space, apostrophe and dash, and without double quotation marks and stars.

    Examples
    --------
    >>> plain("No  “official statement”")
    'No official statement'
    """
    text = unicodedata.normalize("NFKC", text)
    text = SINGLE_QUOTES.sub("'", DASHES.sub("-", DOUBLE_QUOTES.sub("", text)))
    return " ".join(text.split())


def bare(quotation: str) -> str:
    """Return a quotation as `plain` does, without stops, commas and brackets at its ends."""
    return plain(quotation).strip(" .,;:!?'()[]")


def word_count(quotation: str) -> int:
    """Return how many words a quotation has: runs between spaces that hold a letter or a digit.

    Examples
    --------
    >>> word_count("“well-earned” – 100 million")
    3
    """
    return sum(any(character.isalnum() for character in word) for word in plain(quotation).split())


def says_something(quotation: str) -> bool:
    """Say whether a quotation holds more than small words and punctuation."""
    return any(word.strip(".,;:!?'()[]-").lower() not in {*STOP_WORDS, ""} for word in plain(quotation).split())


def spans(quotation: str, text: str) -> list[Span]:
    """Return where a quotation stands in a text, as whole words; case, quotation marks and spaces do not count.

    Parameters
    ----------
    quotation
        str, the words sought; nothing is found for one without letters and digits.
    text
        str, as `plain` returns it; the spans count its characters.

    Examples
    --------
    >>> spans("best  FILMS", "the best films; best film")
    [(4, 14)]
    """
    wanted = bare(quotation)
    if not any(character.isalnum() for character in wanted):
        return []
    exact = rf"(?<!\w)(?<!\d[.,]){re.escape(wanted)}(?!\w)(?![.,]\d)"
    return [match.span() for match in re.finditer(exact, text, re.IGNORECASE)]


def stands_in(quotation: str, text: str) -> bool:
    """Say whether a quotation stands in a text as whole words, outside of our own glosses.

    Parameters
    ----------
    quotation, text
        str, as they are printed; letter case, kinds of quotation marks and spaces do not count.
    """
    flat = plain(text)
    return any(not touches(place, glosses(flat)) for place in spans(quotation, flat))


def glosses(text: str) -> list[Span]:
    """Return where the course's own glosses, such as ``[老四 Lǎo Sì, old fourth: our gloss]``, stand."""
    return [match.span() for match in GLOSS.finditer(text)]


def sentences(text: str) -> list[Span]:
    """Return where the sentences of a text stand; a stop before a small letter or a digit ends none (``Sept. 26``)."""
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(text))]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def touches(place: Span, others: list[Span]) -> bool:
    """Say whether a span shares at least one character with any of some others."""
    return any(place[0] < end and start < place[1] for start, end in others)


def same_sentence(place: Span, others: list[Span], text: str) -> bool:
    """Say whether a span stands in a sentence of the text in which one of some others stands too."""
    own = [sentence for sentence in sentences(text) if touches(place, [sentence])]
    return any(touches(other, own) for other in others)
