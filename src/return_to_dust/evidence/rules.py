"""The rules of an evidence table, one small function each; what a function yields is a fault.

A rule for rows takes one `Piece`, a rule for claims takes all pieces of one claim. The first line of each
docstring tells students what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from return_to_dust.concordance import WORD, words
from return_to_dust.evidence.certainty import LADDER, carried, rank
from return_to_dust.evidence.quotations import (
    MOST_WORDS,
    STOP_WORDS,
    says_something,
    spans,
    stands_in,
    word_count,
)
from return_to_dust.evidence.quotations import plain as flat
from return_to_dust.evidence.rows import COLUMNS, COUNTER, OPTIONAL, PARTS, STANCES, Piece
from return_to_dust.evidence.silence import why_not_silent
from return_to_dust.evidence.support import describes_pictures, why_not_resting
from return_to_dust.texts import readings, source_ids


class Fault(NamedTuple):
    """What a rule finds: the row (None for the whole table), the column, and what is wrong, in words."""

    row: int | None
    column: str
    says: str


RowRule: TypeAlias = Callable[[Piece], Iterator[Fault]]
ClaimRule: TypeAlias = Callable[[list[Piece]], Iterator[Fault]]
CHOICES = {"part": PARTS, "kind": LADDER, "stance": STANCES}


def cells(piece: Piece) -> Iterator[Fault]:
    """Fill every cell with text; only a silence may leave paragraph and quotation empty."""
    free = ("paragraph", "quotation") if piece.stance == "silent" else ()
    for column in (*COLUMNS, *OPTIONAL):
        if column in piece.odd:
            yield Fault(piece.row, column, "This cell holds something that is no text: write words in quotation marks.")
        elif not any(map(str.isalnum, getattr(piece, column))) and column not in (*free, *OPTIONAL):
            yield Fault(piece.row, column, "This cell is empty.")


def choices(piece: Piece) -> Iterator[Fault]:
    """Use the words of the course for part, kind, stance and source."""
    for column, known in {**CHOICES, "source": source_ids()}.items():
        value = getattr(piece, column)
        if value and value not in known:
            yield Fault(piece.row, column, f"{value[:40]!r} is not one of: {', '.join(known)}.")


def paragraph(piece: Piece) -> Iterator[Fault]:
    """Cite a paragraph that exists in the source."""
    if piece.paragraph and piece.source in source_ids() and piece.place is None:
        yield Fault(piece.row, "paragraph", f"The reading {piece.source} has no paragraph {piece.paragraph[:12]!r}.")


def quotation_length(piece: Piece) -> Iterator[Fault]:
    """Quote one to five words, and not only small ones such as *the* or *of*."""
    if not piece.quotation:
        return
    count = word_count(piece.quotation)
    if count > MOST_WORDS:
        yield Fault(piece.row, "quotation", f"The quotation has {count} words: {MOST_WORDS} at most.")
    elif not says_something(piece.quotation):
        yield Fault(piece.row, "quotation", "These words alone say nothing: choose the ones that carry the claim.")


def quotation_place(piece: Piece) -> Iterator[Fault]:
    """Quote words that stand in that paragraph exactly so, and not in a gloss of the course."""
    place = piece.place
    if place is None or not piece.quotation or stands_in(piece.quotation, place.text):
        return
    if spans(piece.quotation, flat(place.text)):
        yield Fault(piece.row, "quotation", "These words are a gloss of the course's, and not the witness's.")
        return
    holders = {p.source for text in readings() for p in text if stands_in(piece.quotation, p.text)}
    where = (
        "but in another paragraph of this reading"
        if piece.source in holders
        else "but in another reading"
        if holders
        else "nor in any other: copy the words exactly"
    )
    yield Fault(piece.row, "quotation", f"These words do not stand in {piece.address}, {where}.")


def own_words(piece: Piece) -> Iterator[Fault]:
    """State the claim in your own words: copy no more than five words in a row from the paragraph, names apart."""
    place = piece.place
    said = words(piece.statement)
    text = [match.group() for match in WORD.finditer(place.text)] if place else []
    copies = (text[i : i + MOST_WORDS + 1] for i in range(len(text) - MOST_WORDS))
    runs = {tuple(map(str.lower, copy)) for copy in copies if not _is_name(copy)}
    if any(tuple(said[i : i + MOST_WORDS + 1]) in runs for i in range(len(said) - MOST_WORDS)):
        yield Fault(piece.row, "statement", "More than five words in a row are copied: say it in your own words.")


def _is_name(run: list[str]) -> bool:
    """Say whether words are a long name, such as that of a festival: capitals, numbers and small words only."""
    return all(word[0].isupper() or word[0].isdigit() or word in STOP_WORDS for word in run)


def rung(claim: list[Piece]) -> Iterator[Fault]:
    """State a claim on no higher rung of certainty than the best of the quotations that support it."""
    held = [(piece, carried(piece.source, piece.paragraph, piece.quotation)) for piece in supporting(claim)]
    if not held or claim[0].kind not in LADDER:
        return
    piece, best = min(held, key=lambda pair: rank(pair[1].rung))
    if rank(claim[0].kind) < rank(best.rung):
        says = f"You state this as {claim[0].kind}, which is higher than {piece.address} carries: {best.why}."
        yield Fault(piece.row, "kind", says)


def framing_place(piece: Piece) -> Iterator[Fault]:
    """Support a claim about framing with a paragraph that describes scenes, shots or images."""
    if piece.part == "framing" and piece.stance == "supports" and piece.place and not describes_pictures(piece):
        yield Fault(piece.row, "paragraph", f"{piece.address} describes no scene, shot or image of the film.")


def constructed(piece: Piece) -> Iterator[Fault]:
    """Rest no claim about the film on a value that was constructed so that a diagram could be drawn."""
    for why in why_not_resting(piece.rests_on):
        yield Fault(piece.row, "rests_on", why)


def one_claim(claim: list[Piece]) -> Iterator[Fault]:
    """Give all rows of a claim the same statement, part and kind."""
    first = claim[0]
    for piece in claim[1:]:
        for column in ("statement", "part", "kind"):
            if flat(getattr(piece, column)).lower() != flat(getattr(first, column)).lower():
                says = f"The rows of claim {first.claim[:20]!r} differ here: row {first.row} has another {column}."
                yield Fault(piece.row, column, says)


def repeated(claim: list[Piece]) -> Iterator[Fault]:
    """Name each piece of evidence once for a claim."""
    seen: set[tuple[str, str, str]] = set()
    for piece in claim:
        key = (piece.source, piece.paragraph, flat(piece.quotation).lower())
        if key in seen:
            yield Fault(piece.row, "quotation", "This claim has the same evidence in another row.")
        seen.add(key)


def support(claim: list[Piece]) -> Iterator[Fault]:
    """Support every claim with at least one row."""
    if not any(piece.stance == "supports" for piece in claim):
        yield Fault(claim[0].row, "stance", f"No row supports the claim {claim[0].claim[:20]!r}.")


def counter_witness(claim: list[Piece]) -> Iterator[Fault]:
    """Hear a counter-witness for every claim: another source that qualifies it, contradicts it or is silent."""
    own = {piece.source for piece in claim if piece.stance == "supports"}
    counter = {piece.source for piece in claim if piece.stance in COUNTER and piece.source in source_ids()}
    if own and not counter - own:
        says = f"The claim {claim[0].claim[:20]!r} has no counter-witness"
        says += ": the one you name also supports it." if counter else "."
        yield Fault(claim[0].row, "stance", says)


def silence(claim: list[Piece]) -> Iterator[Fault]:
    """Call a witness silent only if it does not speak of the matter and could have known of it."""
    for piece in claim:
        if piece.stance == "silent" and piece.source in source_ids():
            why = why_not_silent(piece, supporting(claim))
            if why:
                yield Fault(piece.row, "stance", why)


def supporting(claim: list[Piece]) -> list[Piece]:
    """Return the pieces that support a claim with words that stand at their address."""
    return [piece for piece in claim if piece.stance == "supports" and quoted(piece)]


def quoted(piece: Piece) -> bool:
    """Say whether a piece's words stand at its address, so that rules about their meaning can speak."""
    return piece.place is not None and stands_in(piece.quotation, piece.place.text)


#: The rules, in the order in which their faults are listed; the name stands in the column ``rule``.
ROW_RULES: dict[str, RowRule] = {
    "cells": cells,
    "choices": choices,
    "paragraph": paragraph,
    "length": quotation_length,
    "quotation": quotation_place,
    "own words": own_words,
    "framing": framing_place,
    "constructed": constructed,
}
CLAIM_RULES: dict[str, ClaimRule] = {
    "one claim": one_claim,
    "repeated": repeated,
    "support": support,
    "raised": rung,
    "counter-witness": counter_witness,
    "silence": silence,
}
