"""What may be claimed: evidence for statements about a framing, and a refusal where only our numbers carry them."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable

import pandas as pd

from return_to_dust.errors import CourseError
from return_to_dust.framing.measures import MEASURES, weakest
from return_to_dust.framing.regions import BASES, Region, check_regions, region
from return_to_dust.framing.relations import VOCABULARY, holds_in, relations_of
from return_to_dust.framing.wording import shot_row
from return_to_dust.tables import table

COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
SIDE = re.compile(r"(?:(?P<factor>[\d.]+) \* )?(?P<measure>[a-z_]+) (?P<region>[a-z_0-9]+)")
EVIDENCE = ["item", "kind", "basis", "source", "paragraph", "quote", "note"]
#: Columns of ``shots`` that copy what is told; those with a basis of their own are looked up there.
TOLD = ("off_screen", "depth", "frame_within_frame", "who")
JUDGED = ("field_size", "angle", "reading")


def supported(shot: str) -> pd.DataFrame:
    """Return what a diagram of a shot may be cited for: its relations that are stated or inferred.

    Parameters
    ----------
    shot
        str, one of `framings`.

    Returns
    -------
    pandas.DataFrame
        Rows of the table ``relations``, the stated ones first; the constructed ones are left out.

    Raises
    ------
    CourseError
        If the shot has no regions.
    """
    rows = relations_of(shot)
    rows = rows[rows["basis"] != "constructed"]
    return rows.sort_values("basis", key=lambda basis: basis.map(BASES.index), kind="stable").reset_index(drop=True)


def support(*items: str) -> pd.DataFrame:
    """Look up on what a claim rests.

    Parameters
    ----------
    *items
        str, each the id of a relation (``"villagers_below_quarter"``), a shot, a colon and a column of the table
        ``shots`` (``"lz_mirror:field_size"``), or a region, a colon and a measure
        (``"platform_villagers:area_share"``). Several may stand in one text, divided by semicolons.

    Returns
    -------
    pandas.DataFrame
        One row an item: ``item``, ``kind`` (relation, shot or number), ``basis``, ``source``, ``paragraph``,
        ``quote``, ``note``. A number is always constructed: even where a bound is stated, the number itself is one
        choice among those within the bound.

    Raises
    ------
    CourseError
        If there is no item, or one that does not exist.
    """
    wanted = [part.strip() for item in items for part in str(item).split(";") if part.strip()]
    if not wanted:
        raise CourseError("A claim needs something to rest on: name a relation, a shot:column or a region:measure.")
    return pd.DataFrame([_evidence(item) for item in wanted], columns=EVIDENCE)


def require_support(*items: str) -> str:
    """Return the basis of a claim, the weakest of what it rests on; refuse a claim that rests on a constructed value.

    Parameters
    ----------
    *items
        As for `support`.

    Returns
    -------
    str
        ``"stated"`` or ``"inferred"``.

    Raises
    ------
    CourseError
        If one of the items is constructed; the sentence names it and what could be cited in its place.
    """
    rows = support(*items)
    for row in rows[rows["basis"] == "constructed"].to_dict("records"):
        raise CourseError(
            f"{row['item']} is constructed, chosen so that it can be drawn, and supports no claim about the film: "
            f"{row['note']}"
        )
    return weakest(*rows["basis"])


def statement_holds(statement: str, regions: pd.DataFrame) -> bool:
    """Try a statement on a region table.

    Parameters
    ----------
    statement
        str, comparisons of measures (``"area_share a < 0.25"``, ``"height_in_frame a > 2 * height_in_frame b"``) or
        relations (``"a inside b"``), joined by ``and`` or by ``or`` (``and`` binds more closely).
    regions
        pandas.DataFrame, all regions of the framing.

    Raises
    ------
    CourseError
        If the statement cannot be read or names a region that the table does not have.
    """
    rows: dict[str, Region] = {row["region"]: row for row in check_regions(regions).to_dict("records")}
    return any(all(_part_holds(part, rows) for part in way.split(" and ")) for way in str(statement).split(" or "))


def _part_holds(part: str, rows: dict[str, Region]) -> bool:
    words = part.split()
    if len(words) == 3 and words[1] in VOCABULARY:  # noqa: PLR2004 - a region, a relation, and to what
        return holds_in(rows, *words)
    sides = re.split(r" (<=|>=|<|>) ", part.strip())
    if len(sides) != 3:  # noqa: PLR2004 - a side, a sign, a side
        raise CourseError(f"{part!r} is neither a comparison such as 'area_share a < 0.25' nor a relation of regions.")
    return COMPARE[sides[1]](_value(sides[0], rows), _value(sides[2], rows))


def _value(side: str, rows: dict[str, Region]) -> float:
    found = SIDE.fullmatch(side)
    if found is None:
        try:
            return float(side)
        except ValueError:
            raise CourseError(f"{side!r} is neither a number nor a measure of a region.") from None
    if found["measure"] not in MEASURES or found["region"] not in rows:
        raise CourseError(f"{side!r} needs one of {', '.join(MEASURES)} and one of {', '.join(rows)}.")
    return float(found["factor"] or 1) * MEASURES[found["measure"]](rows[found["region"]])


def _evidence(item: str) -> tuple[str, ...]:
    place, colon, what = item.partition(":")
    if not colon:
        return _relation(item)
    if place in set(table("shots")["shot"]):
        return _told(item, place, what)
    if what in MEASURES or what in {"visible_share", "overlap"}:
        return _number(item, place, what)
    raise CourseError(f"{item!r} names no shot and no measure: the measures are {', '.join(MEASURES)}.")


def _relation(name: str) -> tuple[str, ...]:
    relations = table("relations")
    found = relations[relations["relation"] == name]
    if found.empty:
        raise CourseError(f"There is no relation {name!r}: table('relations') lists those that exist.")
    return (name, "relation", *found[EVIDENCE[2:]].fillna("").iloc[0])


def _told(item: str, shot: str, column: str) -> tuple[str, ...]:
    if column not in (*TOLD, *JUDGED):
        raise CourseError(f"{item!r}: a claim may rest on one of these columns: {', '.join((*JUDGED, *TOLD))}.")
    row = shot_row(shot).astype("object").fillna("")
    if not row[column]:
        raise CourseError(f"{item!r}: nothing is told of it.")
    basis = row[f"{column}_basis"] if column in JUDGED else "stated"
    return item, "shot", basis, row["source"], row["paragraph"], row["quote"], row["note"]


def _number(item: str, name: str, what: str) -> tuple[str, ...]:
    row = region(name)
    near = supported(row["shot"])
    ids = near[(near["region"] == name) | (near["other"] == name)]["relation"]
    instead = f"cite a relation of it in its place ({', '.join(ids)})." if len(ids) else "no relation of it is told."
    value = f" is {MEASURES[what](row):.3f} in our drawing only" if what in MEASURES else " is a number of our drawing"
    return item, "number", "constructed", row["source"], row["paragraph"], row["quote"], f"it{value}; {instead}"
