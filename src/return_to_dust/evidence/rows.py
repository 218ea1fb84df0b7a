"""The rows of an evidence table, whatever kind of table they come in and whatever stands in their cells."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from return_to_dust.errors import CourseError
from return_to_dust.texts import Paragraph, reading, source_ids

PARTS = ("reception", "censorship", "framing")
STANCES = ("supports", "qualifies", "contradicts", "silent")
#: Stances of a witness who does not simply say the same.
COUNTER = STANCES[1:]
COLUMNS = ("claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance")
#: May be there too: the measures of regions that a claim about a framing rests on.
OPTIONAL = ("rests_on",)
MOST_ROWS = 200
LONGEST_CELL = 2000


@dataclass(frozen=True)
class Piece:
    """One piece of evidence: a row of the table, with every cell as text without outer spaces.

    Attributes
    ----------
    row
        int, the row's number as a notebook shows it, 0 for the first.
    claim, part, kind, statement, source, paragraph, quotation, stance, rests_on
        str, the cells; ``""`` where a cell is empty or holds no text. Words of a fixed choice are in lower case.
    odd
        tuple of str, the columns whose cells hold something that is no text.
    """

    row: int
    claim: str
    part: str
    kind: str
    statement: str
    source: str
    paragraph: str
    quotation: str
    stance: str
    rests_on: str = ""
    odd: tuple[str, ...] = ()

    @property
    def place(self) -> Paragraph | None:
        """The paragraph cited, or None where there is none of that address."""
        if self.source not in source_ids():
            return None
        try:
            return reading(self.source)[self.paragraph]
        except CourseError:
            return None

    @property
    def address(self) -> str:
        """The address as it is printed, such as ``[screen p5]``."""
        return f"[{self.source} {self.paragraph}]"


def as_frame(table: Any) -> pd.DataFrame:
    """Return an evidence table as a DataFrame with plain column names and rows numbered from 0.

    Parameters
    ----------
    table
        DataFrame (named index levels become columns), list or tuple of dicts, or dict of lists.

    Raises
    ------
    CourseError
        If `table` is no table, or has more than 200 rows.
    """
    frame = _frame(table)
    if len(frame) > MOST_ROWS:
        raise CourseError(f"The evidence table has {len(frame)} rows: keep it to {MOST_ROWS} or fewer.")
    named = [name for name in frame.index.names if name is not None and name not in frame.columns]
    frame = (frame.reset_index(level=named) if named else frame).reset_index(drop=True)
    frame.columns = pd.Index([name.strip().lower() if isinstance(name, str) else str(name) for name in frame.columns])
    return frame.loc[:, ~frame.columns.duplicated()]


def _frame(table: Any) -> pd.DataFrame:
    if isinstance(table, pd.DataFrame):
        return table.copy()
    if isinstance(table, (list, tuple)) and all(isinstance(row, Mapping) for row in table):
        return pd.DataFrame([dict(row) for row in table], dtype=object)
    if isinstance(table, Mapping):
        try:
            return pd.DataFrame(dict(table), dtype=object)
        except (TypeError, ValueError):
            pass
    raise CourseError(
        "An evidence table is a DataFrame or a list of dicts, one dict a row, such as "
        f'[{{"claim": "1", "part": "reception", ...}}], and not a {type(table).__name__}.'
    )


def pieces_of(frame: pd.DataFrame) -> list[Piece]:
    """Return the rows of `as_frame` as pieces of evidence; cells of columns that are missing are ``""``."""
    return [_piece(i, dict(zip(frame.columns, cells, strict=True))) for i, cells in enumerate(_cells(frame))]


def _cells(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    return list(frame.astype(object).itertuples(index=False, name=None))


def _piece(row: int, cells: Mapping[str, Any]) -> Piece:
    texts = {name: text_of(cells.get(name)) for name in (*COLUMNS, *OPTIONAL)}
    odd = tuple(name for name, text in texts.items() if text is None)
    plain = {name: text or "" for name, text in texts.items()}
    for name in ("part", "kind", "stance", "source"):
        plain[name] = plain[name].lower()
    return Piece(row=row, **{**plain, "paragraph": _number(plain["paragraph"])}, odd=odd)


def _number(paragraph: str) -> str:
    """Return ``p8`` for ``8``, ``P8`` and ``[p8]`` as well."""
    found = re.fullmatch(r"\[?[pP]?\s?0*([1-9]\d{0,3})\]?", paragraph)
    return f"p{found.group(1)}" if found else paragraph


def text_of(value: Any) -> str | None:
    """Return a cell as text: ``""`` for a missing one, None for what is no text and no single number.

    Parameters
    ----------
    value
        Anything. A whole number becomes its digits, so that claims may be numbered; a text of more than
        2,000 characters is no cell of a table.
    """
    if isinstance(value, str):
        return value.strip() if len(value) <= LONGEST_CELL else None
    if value is None or value is pd.NA or value is pd.NaT:
        return ""
    if isinstance(value, bool) or not hasattr(value, "__float__") or hasattr(value, "__len__"):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    if math.isnan(number):
        return ""
    return f"{number:.0f}" if number.is_integer() and abs(number) < 10**15 else None


def by_claim(pieces: list[Piece]) -> dict[str, list[Piece]]:
    """Return the pieces of each claim, claims in the order in which they first come; rows without one are left out."""
    claims: dict[str, list[Piece]] = {}
    for piece in pieces:
        if piece.claim:
            claims.setdefault(piece.claim, []).append(piece)
    return claims
