"""Check an evidence table: all rules over all rows, and a table of what they find."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

import pandas as pd

from return_to_dust.errors import CourseError
from return_to_dust.evidence.certainty import LADDER, carried, rank
from return_to_dust.evidence.quotations import bare, plain
from return_to_dust.evidence.rows import COLUMNS, PARTS, Piece, as_frame, by_claim, pieces_of
from return_to_dust.evidence.rules import CLAIM_RULES, ROW_RULES, Fault, quoted, supporting
from return_to_dust.evidence.silence import last_day
from return_to_dust.texts import source_ids

FOUND = ["row", "column", "rule", "says"]
FEWEST_CLAIMS = 3
#: Rules about the table as a whole.
TABLE_RULES = {
    "columns": "The table has the columns " + ", ".join(COLUMNS) + ".",
    "claims": "There are enough claims, and each has a name and a statement of its own.",
    "parts": "Reception, censorship and framing each have a claim.",
}


class Findings(pd.DataFrame):
    """What the check finds, as a DataFrame that shows whole sentences in a notebook.

    It has the columns ``row`` (number of the row, 0 for the first; missing for the whole table), ``column``,
    ``rule`` and ``says``.
    """

    def _repr_html_(self) -> str:
        if self.empty:
            return "<p><strong>✓ No rule is broken.</strong> Whether the argument convinces, a reader decides.</p>"
        head = "".join(f'<th style="text-align: left">{name}</th>' for name in FOUND)
        rows = "".join(_html_row(row) for row in self.itertuples(index=False))
        return f'<table class="findings" style="text-align: left"><tr>{head}</tr>{rows}</table>'


def _html_row(row: Any) -> str:
    shown = ["" if pd.isna(row[0]) else str(row[0]), *map(str, row[1:])]
    return (
        "<tr>"
        + "".join(f'<td style="text-align: left; white-space: normal">{html.escape(text)}</td>' for text in shown)
        + "</tr>"
    )


def findings(found: list[tuple[str, Fault]]) -> Findings:
    """Return faults, each with the name of its rule, as a table."""
    rows = [(fault.row, fault.column, rule, fault.says) for rule, fault in found]
    return Findings(pd.DataFrame(rows, columns=FOUND).astype({"row": "Int64"}))


def check_evidence(table: Any, claims: int = FEWEST_CLAIMS) -> Findings:
    """Check an evidence table against the readings and the tables of the course.

    Parameters
    ----------
    table
        DataFrame, or list of dicts (one a row), with the columns ``claim``, ``part``, ``kind``, ``statement``,
        ``source``, ``paragraph``, ``quotation`` and ``stance``, and perhaps ``rests_on``; other columns are left
        alone. At most 200 rows.
    claims
        int, how many claims there must be at least, 0 or more.

    Returns
    -------
    Findings
        One row a fault: ``row``, ``column``, ``rule`` (see `evidence_rules`) and ``says``; empty where all is well.

    Raises
    ------
    CourseError
        If `table` is no table or too long, or `claims` is no whole number from 0 up.

    Notes
    -----
    The words of a quotation stand in the paragraph of the *reading*; whether they are the witness's own (between
    “ ”) or the retelling's is a remark (`evidence_remarks`) and no fault. The rows that support a claim are taken as
    alternatives, so that the surest of them decides its rung; what needs two things at once is two claims. No table
    decides whether a quotation supports its claim, and whether a witness qualifies or contradicts it.

    Examples
    --------
    >>> sorted(set(check_evidence([])["rule"]))
    ['claims', 'columns', 'parts']
    """
    if not isinstance(claims, int) or isinstance(claims, bool) or claims < 0:
        raise CourseError(f"claims is the fewest claims wanted, a whole number such as 3, and not {claims!r}.")
    frame = as_frame(table)
    pieces = pieces_of(frame)
    found = list(_whole(frame, pieces, claims))
    missing = {fault.column for rule, fault in found if rule == "columns"}
    for piece in pieces:
        for name, row_rule in ROW_RULES.items():
            found += [(name, fault) for fault in row_rule(piece) if not (name == "cells" and fault.column in missing)]
    for claim in by_claim(pieces).values():
        for name, claim_rule in CLAIM_RULES.items():
            found += [(name, fault) for fault in claim_rule(claim)]
    return findings(found)


def _whole(frame: pd.DataFrame, pieces: list[Piece], fewest: int) -> Iterator[tuple[str, Fault]]:
    for column in COLUMNS:
        if column not in frame.columns:
            yield "columns", Fault(None, column, f"The table has no column {column!r}.")
    count = len(by_claim(pieces))
    if count < fewest:
        yield "claims", Fault(None, "claim", f"The table has {count} claims: {fewest} are needed.")
    said: dict[str, str] = {}
    for first in (claim[0] for claim in by_claim(pieces).values()):
        other = said.setdefault(plain(first.statement).lower() or first.claim, first.claim)
        if other != first.claim:
            says = f"The claims {other[:20]!r} and {first.claim[:20]!r} have the same statement: they are one claim."
            yield "claims", Fault(first.row, "statement", says)
    for part in PARTS:
        if part not in {piece.part for piece in pieces}:
            yield "parts", Fault(None, "part", f"No claim is about {part}.")


def evidence_remarks(table: Any) -> Findings:
    """Say what is no fault and is yet worth a second look.

    Parameters
    ----------
    table
        As for `check_evidence`.

    Returns
    -------
    Findings
        As there, with the rules ``understated`` (a witness is surer than the claim), ``weaker`` (a supporting row
        that alone would carry only a lower rung), ``retold`` (the words are the retelling's, not between the
        witness's quotation marks) and ``undated`` (nothing dates the silent witness).

    Raises
    ------
    CourseError
        If `table` is no table or too long.
    """
    pieces = pieces_of(as_frame(table))
    claims = by_claim(pieces).values()
    return findings(
        [
            *(remark for claim in claims for remark in _remarks_on_rungs(claim)),
            *(remark for piece in pieces for remark in _remarks(piece)),
        ]
    )


def _remarks_on_rungs(claim: list[Piece]) -> Iterator[tuple[str, Fault]]:
    held = [(piece, carried(piece.source, piece.paragraph, piece.quotation).rung) for piece in supporting(claim)]
    if not held or claim[0].kind not in LADDER:
        return
    stated = rank(claim[0].kind)
    surest = min((rung for _, rung in held), key=rank)
    if stated > rank("inferred" if surest == "attributed" else surest):
        yield "understated", Fault(claim[0].row, "kind", "A witness is surer of this than you say.")
    for piece, rung in held:
        if rank(surest) <= stated < rank(rung):
            yield "weaker", Fault(piece.row, "quotation", f"{piece.address} alone carries only a lower rung.")


def _remarks(piece: Piece) -> Iterator[tuple[str, Fault]]:
    place = piece.place
    if place is not None and quoted(piece) and not _marked(piece.quotation, place.text):
        yield "retold", Fault(piece.row, "quotation", "These are words of the retelling, not the witness's own.")
    if piece.stance == "silent" and piece.source in source_ids() and last_day(piece.source) is None:
        yield "undated", Fault(piece.row, "source", "Nothing dates this witness: say how it could have known.")


def _marked(quotation: str, text: str) -> bool:
    """Say whether a quotation stands between the quotation marks of a reading."""
    inside = [part.split("”")[0] for part in text.split("“")[1:]]
    return any(bare(quotation).lower() in plain(part).lower() for part in inside)


def evidence_rules() -> pd.DataFrame:
    """Return the rules that `check_evidence` applies, as a table of ``rule`` and ``says``."""
    rules: dict[str, Any] = {**ROW_RULES, **CLAIM_RULES}
    told = {**TABLE_RULES, **{name: str(rule.__doc__).split("\n", maxsplit=1)[0] for name, rule in rules.items()}}
    return pd.DataFrame({"rule": list(told), "says": list(told.values())})
