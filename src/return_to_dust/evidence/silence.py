"""Whether a witness is silent where it could have spoken, as far as the tables decide it."""

from __future__ import annotations

from functools import cache

import pandas as pd

from return_to_dust.evidence.certainty import touched
from return_to_dust.evidence.rows import Piece
from return_to_dust.tables import table

#: Topics that are one matter each: a witness with a claim of the topic speaks of the matter.
ONE_MATTER = frozenset({"removal", "box_office", "ratings", "forecast"})
#: What nobody can have written about before it had happened.
BEGINS_WITH = {"removal": "china_removal", "box_office": "china_release"}
PERIODS = {"day": "D", "month": "M", "year": "Y"}


def topics_of(supporting: list[Piece]) -> set[str]:
    """Return the topics of the coded claims that supporting quotations touch; none where nothing is coded."""
    return {
        str(row["topic"])
        for piece in supporting
        if piece.place
        for row in touched("claims", piece.source, piece.paragraph, piece.quotation)
    }


@cache
def paragraphs_on(source: str, topic: str) -> tuple[str, ...]:
    """Return the paragraphs of a source with a coded claim of a topic, in reading order."""
    claims = table("claims")
    found = claims.loc[(claims["source"] == source) & (claims["topic"] == topic), "paragraph"]
    return tuple(dict.fromkeys(str(paragraph) for paragraph in found))


@cache
def last_day(source: str) -> pd.Timestamp | None:
    """Return the last day on which a source can have been written, or None where nothing dates it."""
    events = table("events")
    published = events.loc[events["event"] == f"publication_{source}", "date_end"].dropna()
    if len(published):
        return pd.Timestamp(published.max())
    row = table("sources").set_index("source").loc[source]
    if pd.isna(row["date"]):
        return None
    return pd.Period(row["date"], freq=PERIODS[row["date_precision"]]).end_time.normalize()


@cache
def day_of(event: str) -> pd.Timestamp | None:
    """Return the earliest day that any witness gives for an event to the day, or None."""
    events = table("events")
    days = events.loc[(events["event"] == event) & (events["precision"] == "day"), "date"].dropna()
    return pd.Timestamp(days.min()) if len(days) else None


def begins(supporting: list[Piece]) -> pd.Timestamp | None:
    """Return the day before which nobody can have written of a claim, or None where the tables do not say."""
    events = {BEGINS_WITH[topic] for topic in topics_of(supporting) if topic in BEGINS_WITH}
    for piece in supporting:
        if piece.place:
            rows = touched("events", piece.source, piece.paragraph, piece.quotation)
            events |= {str(row["event"]) for row in rows}
    days = [day for day in map(day_of, sorted(events)) if day is not None]
    return max(days, default=None)


def why_not_silent(piece: Piece, supporting: list[Piece]) -> str:
    """Say what speaks against a silence, in one sentence; ``""`` where the tables name nothing.

    Parameters
    ----------
    piece
        The row with the stance ``silent``.
    supporting
        The rows that support the same claim; their quotations say what the matter is.

    Notes
    -----
    Decided: the source supports the claim itself; it was written before the event; it has a coded claim of the
    topic. Topics such as ``framing`` hold many matters: there a silence counts if the row gives the paragraph
    where the witness speaks of the topic and leaves this out. Not decided, as no table knows it: whether the
    witness had a reason to speak, and what an undated witness could know.
    """
    if piece.source in {other.source for other in supporting}:
        return "This source supports the same claim in another row, so it is not silent about it."
    start, last = begins(supporting), last_day(piece.source)
    if start is not None and last is not None and last < start:
        return "This source was written before the event: it could not know of it, and that is no silence."
    for topic in sorted(topics_of(supporting)):
        spoken = paragraphs_on(piece.source, topic)
        if spoken and topic in ONE_MATTER:
            return f"This source is not silent: the table of claims has words of it on the topic {topic}."
        if spoken and not piece.paragraph:
            return (
                f"The table of claims has words of this source on the topic {topic}: cite the paragraph in which "
                "it speaks of the topic and leaves this matter out, or choose another stance."
            )
    return ""
