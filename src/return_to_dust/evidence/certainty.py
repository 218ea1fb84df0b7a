"""How sure a witness is at a place: the highest rung on which words from there let you state a claim."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from return_to_dust.evidence.quotations import plain, same_sentence, spans, touches
from return_to_dust.tables import table
from return_to_dust.texts import reading

#: The ladder of certainty, highest rung first, as the column ``certainty`` of the table of claims has it.
LADDER = ("documented", "reported", "attributed", "inferred", "speculated")
#: What a coded certainty lets you state. A witness's own conclusion may be attributed: the witness is its speaker.
HIGHEST = {rung: "attributed" if rung == "inferred" else rung for rung in LADDER}
#: What other tables say of words that no claim codes: a scene or an event is told as a fact, an evaluation is not.
OTHERWISE = {"shots": "reported", "regions": "reported", "events": "reported", "appraisals": "attributed"}
#: An evaluation of a character is often a fact of the story as well (“bullied”), so that it decides nothing.
OF_THE_STORY = "character"
WHY = {
    "documented": "it refers to a document, a statistic or a credit",
    "reported": "it states this as a fact and names no document",
    "attributed": "this is somebody's statement or the witness's own judgement",
    "inferred": "this is the witness's own conclusion",
    "speculated": "this is a belief or a forecast",
}


@dataclass(frozen=True)
class Carried:
    """What a place carries.

    Attributes
    ----------
    rung
        str, the highest rung of `LADDER` on which a claim may be stated.
    claims
        tuple of str, ids of the coded claims that the words touch; empty where none is coded.
    why
        str, how the witness presents it, as part of a sentence.
    """

    rung: str
    claims: tuple[str, ...]
    why: str


def rank(rung: str) -> int:
    """Return the place of a rung on the ladder: 0 for the highest, ``documented``."""
    return LADDER.index(rung)


@cache
def coded(name: str, source: str, paragraph: str) -> tuple[dict[str, Any], ...]:
    """Return the rows of a table that cite a paragraph, as dicts; missing values are ``""``."""
    frame = table(name)
    here = frame[(frame["source"] == source) & (frame["paragraph"] == paragraph)]
    rows = here.astype(object).where(here.notna(), "").to_dict("records")
    return tuple({str(column): value for column, value in row.items()} for row in rows)


def touched(name: str, source: str, paragraph: str, quotation: str) -> list[dict[str, Any]]:
    """Return the rows of a table whose own quotation the words touch, or share a sentence with.

    Parameters
    ----------
    name
        str, a table with ``source``, ``paragraph``, and ``quote`` or ``expression``.
    source, paragraph, quotation
        str, the address and the words there. Rows that share characters with the words come before rows of the
        same sentence: where there are some of the first kind, the others are left out.
    """
    text = plain(reading(source)[paragraph].text)
    rows = coded(name, source, paragraph)
    places = {id(row): spans(row.get("quote") or row.get("expression") or "", text) for row in rows}
    own = spans(quotation, text)
    direct = [row for row in rows if any(touches(place, places[id(row)]) for place in own)]
    return direct or [row for row in rows if any(same_sentence(place, places[id(row)], text) for place in own)]


def evaluates(source: str, paragraph: str, quotation: str) -> bool:
    """Say whether words touch no coded claim, but an evaluation that a witness makes in its own voice.

    Parameters
    ----------
    source, paragraph, quotation
        str, an address that exists and words that stand there.
    """
    text = plain(reading(source)[paragraph].text)
    own = spans(quotation, text)

    def touching(name: str, column: str) -> list[dict[str, Any]]:
        rows = coded(name, source, paragraph)
        return [row for row in rows if any(touches(place, spans(str(row[column]), text)) for place in own)]

    judged = touching("appraisals", "expression")
    weighed = [row for row in judged if row["voice"] == "witness" and row["target"] != OF_THE_STORY]
    return bool(weighed) and not touching("claims", "quote")


def carried(source: str, paragraph: str, quotation: str) -> Carried:
    """Return the highest rung on which words of a witness let you state a claim.

    Parameters
    ----------
    source, paragraph, quotation
        str, an address that exists and words that stand there.

    Returns
    -------
    Carried
        Decided by the first that there is: the coded claims that the words touch; an evaluation of the witness's
        own that they touch; the claims of the same sentence; those of the paragraph; a scene, an event or an
        evaluation in the other tables; else the words count as the witness's own judgement. Of several the
        strongest decides.

    Notes
    -----
    The rung is that of the content, not of the fact that somebody says it. What a witness concludes (*inferred*)
    may be stated as *attributed*, since the witness is then its named speaker; a belief or forecast
    (*speculated*) stays one, whoever voices it. The table of claims is a selection: where it codes nothing, the
    answer is a rule of the course and not a finding about the text.

    Raises
    ------
    CourseError
        If the source or the paragraph does not exist.

    Examples
    --------
    >>> carried("hollywood_reporter_repost", "p9", "censored out of sympathy").rung
    'speculated'
    >>> carried("screen", "p1", "most moving yet").rung
    'attributed'
    """
    if evaluates(source, paragraph, quotation):
        return Carried("attributed", (), WHY["attributed"])
    claims = touched("claims", source, paragraph, quotation) or list(coded("claims", source, paragraph))
    if claims:
        best = min((str(row["certainty"]) for row in claims), key=rank)
        return Carried(HIGHEST[best], tuple(str(row["claim"]) for row in claims), WHY[best])
    others = [rung for name, rung in OTHERWISE.items() if touched(name, source, paragraph, quotation)]
    rung = min(others, key=rank, default="attributed")
    return Carried(rung, (), WHY[rung])
