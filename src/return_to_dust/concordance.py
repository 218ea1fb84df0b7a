"""Keyword in context: every place where a word stands, with the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

import pandas as pd

from return_to_dust.errors import CourseError
from return_to_dust.texts import Paragraph, Reading, reading, readings

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
Sources: TypeAlias = Reading | str | Iterable[Reading | str] | None
COLUMNS = ["source", "paragraph", "left", "keyword", "right"]


def words(text: str) -> list[str]:
    """Return the words of a text in lower case; hyphens and apostrophes inside a word stay.

    Parameters
    ----------
    text
        str, of any length; a run of Chinese characters counts as one word.

    Examples
    --------
    >>> words("Slow, but well-earned.")
    ['slow', 'but', 'well-earned']
    """
    return [match.group().lower() for match in WORD.finditer(text)]


def keyword_in_context(keyword: str, sources: Sources = None, window: int = 6) -> pd.DataFrame:
    """Find a word or phrase and show what stands around it.

    Parameters
    ----------
    keyword
        str, a word or phrase, in any case; a final ``*`` matches any ending (``"slow*"`` finds *slowly*).
    sources
        A `Reading` or its id (str), or several of them; all readings by default.
    window
        int, how many words to show on either side, 1 or more.

    Returns
    -------
    pandas.DataFrame
        One row a hit, in reading order: ``source``, ``paragraph``, ``left``, ``keyword``, ``right``.

    Raises
    ------
    CourseError
        If `keyword` has no word in it, a source is unknown, or `window` is no whole number from 1 up.
    """
    wanted = keyword.lower().split() if isinstance(keyword, str) else []
    if not wanted or wanted == ["*"]:
        raise CourseError("keyword_in_context needs a word to look for, such as 'donkey' or 'slow*'.")
    if not isinstance(window, int) or window < 1:
        raise CourseError(f"window is {window!r}, but at least one word of context must be shown: use 1 or more.")
    hits = [row for text in _chosen(sources) for paragraph in text for row in _hits(paragraph, wanted, window)]
    return pd.DataFrame(hits, columns=COLUMNS)


def _chosen(sources: Sources) -> list[Reading]:
    if sources is None:
        return readings()
    several = [sources] if isinstance(sources, (Reading, str)) or not isinstance(sources, Iterable) else sources
    return [one if isinstance(one, Reading) else reading(one) for one in several]


def _hits(paragraph: Paragraph, wanted: list[str], window: int) -> Iterable[tuple[str, str, str, str, str]]:
    spans = [match.span() for match in WORD.finditer(paragraph.text)]
    tokens = [paragraph.text[start:end].lower() for start, end in spans]
    size = len(wanted)
    for i in range(len(tokens) - size + 1):
        if not all(_matches(token, part) for token, part in zip(tokens[i : i + size], wanted, strict=True)):
            continue
        start, end = spans[i][0], spans[i + size - 1][1]
        left = paragraph.text[spans[max(0, i - window)][0] : start].strip()
        right = paragraph.text[end : spans[min(len(spans), i + size + window) - 1][1]].strip()
        yield paragraph.source, paragraph.number, left, paragraph.text[start:end], right


def _matches(token: str, part: str) -> bool:
    return token.startswith(part[:-1]) if part.endswith("*") else token == part
