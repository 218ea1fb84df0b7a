"""What a claim about a framing may rest on: a paragraph that describes pictures, and no constructed value."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from return_to_dust.evidence.rows import Piece
from return_to_dust.tables import table

#: From the best known to the least, as the columns ``basis_…`` of the table of regions have them.
BASES = ("stated", "inferred", "constructed")
SIZE, POSITION = ("basis_size",), ("basis_position",)
#: Measures of a region, and the columns that say how they are known; the weakest decides.
MEASURES = {
    "area": SIZE,
    "width": SIZE,
    "height": SIZE,
    "x": POSITION,
    "y": POSITION,
    "height_in_frame": POSITION,
    "distance": POSITION,
    "distance_to_centre": POSITION,
    "overlap": SIZE + POSITION,
}
#: Topics of claims that speak of what is seen or of how it is shown.
PICTURES = ("framing", "style")


@cache
def picture_paragraphs() -> frozenset[str]:
    """Return the paragraphs, as ``source:p3``, in which a witness describes scenes, shots or images."""
    shots, claims = table("shots"), table("claims")
    claims = claims[claims["topic"].isin(PICTURES)]
    also = {place for places in shots["also"].dropna() for place in str(places).split(";")}
    images = table("appraisals").query("target == 'image'")
    own = {f"{row.source}:{row.paragraph}" for frame in (shots, claims, images) for row in frame.itertuples()}
    return frozenset(own | also)


def describes_pictures(piece: Piece) -> bool:
    """Say whether the paragraph that a piece cites describes scenes, shots or images."""
    return f"{piece.source}:{piece.paragraph}" in picture_paragraphs()


@cache
def regions() -> dict[str, dict[str, Any]]:
    """Return the rows of the table of regions by their ids."""
    rows = table("regions").to_dict("records")
    return {str(row["region"]): {str(column): value for column, value in row.items()} for row in rows}


def basis_of(region: str, measure: str) -> str:
    """Return how a measure of a region is known: the weakest of what it is made from.

    Parameters
    ----------
    region, measure
        str, an id of the table of regions and one of `MEASURES`.
    """
    return max((str(regions()[region][column]) for column in MEASURES[measure]), key=BASES.index)


def why_not_resting(rests_on: str) -> Iterator[str]:
    """Yield what speaks against resting a claim on these measures.

    Parameters
    ----------
    rests_on
        str, such as ``"platform_platform:area"``, several divided by semicolons; ``""`` for none.

    Notes
    -----
    Where a basis is ``stated`` the witness states a bound or a relation, and the number in the table is one
    choice that fulfils it; whether a claim goes beyond the bound is not decided here.
    """
    for one in filter(None, (part.strip() for part in rests_on.split(";"))):
        region, _, measure = (part.strip() for part in one.partition(":"))
        if region not in regions() or measure not in MEASURES:
            yield f"{one[:60]!r} names no measure of a region: write it as platform_platform:area."
        elif basis_of(region, measure) == "constructed":
            yield f"{one} was constructed so that it can be drawn: it supports no claim about the film."
