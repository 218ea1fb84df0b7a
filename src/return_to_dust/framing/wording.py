"""The words of a diagram: its key, its description for readers who do not see it, and what is told of a shot."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd

from return_to_dust.errors import CourseError
from return_to_dust.figures import WIDEST_ALT
from return_to_dust.framing.measures import area_share, centre
from return_to_dust.framing.regions import RATIO, Region, check_regions, framings, regions_of
from return_to_dust.tables import table

#: The words of the key in English and Chinese.
KEY = {
    "size": ("size (outline)", "大小（轮廓）"),
    "place": ("place (letter)", "位置（字母）"),
    "fill": ("fill", "填充"),
    "depth": ("depth", "纵深"),
    "stated": ("stated", "明示"),
    "inferred": ("inferred", "推断"),
    "constructed": ("constructed", "自拟"),
    "person": ("person", "人"),
    "animal": ("animal", "动物"),
    "object": ("object", "物"),
    "architecture": ("building", "建筑"),
    "text": ("writing", "文字"),
    "background": ("background", "后景"),
    "middle": ("middle ground", "中景"),
    "foreground": ("foreground", "前景"),
}
NOTHING_PLACED = ("No words say where anything stands: nothing is placed.", "文中未说位置，故不画。")


def in_language(pair: tuple[str, str], language: str) -> str:
    """Return a pair of English and Chinese words in one language, or in both with a blank between."""
    return {"en": pair[0], "zh": pair[1] or pair[0]}.get(language, " ".join(filter(None, pair)))


def told(shot: str, language: str = "both") -> list[str]:
    """Return, line by line, what a witness tells of a shot of which nothing can be placed.

    Raises
    ------
    CourseError
        If the table ``shots`` has no such shot.
    """
    row = shot_row(shot)
    facts = {
        "field size": row["field_size"],
        "angle": row["angle"],
        "depth": row["depth"],
        "off-screen": row["off_screen"],
    }
    said = [f"Told: “{row['quote']}” [{row['source']} {row['paragraph']}]."]
    said += [f"{name.capitalize()}: {value}." for name, value in facts.items() if not pd.isna(value)]
    missing = [name for name, value in facts.items() if pd.isna(value)]
    said += [f"Not told: {', '.join(missing)}."] if missing else []
    said.append(in_language(NOTHING_PLACED, language))
    return [line for sentence in said for line in textwrap.wrap(sentence, 58)]


def shot_row(shot: str) -> pd.Series[Any]:
    """Return the row of a shot in the table ``shots``.

    Raises
    ------
    CourseError
        If there is no such shot.
    """
    shots = table("shots")
    found = shots[shots["shot"] == shot]
    if found.empty:
        raise CourseError(f"There is no shot {shot!r}: table('shots') lists those that exist.")
    return found.iloc[0]


def alt_text(framing: str | pd.DataFrame) -> str:
    """Describe the diagram of a framing in words, with what each region rests on.

    Parameters
    ----------
    framing
        str, a shot of the table ``shots``, or pandas.DataFrame, a region table.

    Returns
    -------
    str
        At most 1,000 characters, to be handed to `describe`.

    Raises
    ------
    CourseError
        If the shot is unknown, the regions cannot be drawn, or there are too many for 1,000 characters.
    """
    if isinstance(framing, str) and framing not in framings():
        return _told_alt(framing)
    rows = check_regions(regions_of(framing) if isinstance(framing, str) else framing)
    for describe_region in (_in_full, _in_short):
        text = f"{_opening(framing, len(rows))} {' '.join(describe_region(row) for row in rows.to_dict('records'))}"
        if len(text) <= WIDEST_ALT:
            return text.strip()
    raise CourseError(f"{len(rows)} regions are too many to describe in {WIDEST_ALT} characters: draw fewer of them.")


def _opening(framing: str | pd.DataFrame, number: int) -> str:
    if not isinstance(framing, str):
        return f"Diagram of a 16:9 frame with {number} regions, from the first drawn to the last."
    row = shot_row(framing)
    return (
        f"Diagram made from words {address_of(framing)}, not from the film: {row['scene']}, "
        f"in a 16:9 frame, {number} regions."
    )


def address_of(shot: str, *, whole: bool = True) -> str:
    """Return where the regions of a shot are told: ``[user_liangzihan p15, p16, p17]``, or only where that begins."""
    paragraphs = sorted(set(regions_of(shot)["paragraph"]), key=lambda name: int(name[1:]))
    return f"[{shot_row(shot)['source']} {', '.join(paragraphs if whole else paragraphs[:1])}]"


def _told_alt(shot: str) -> str:
    row = shot_row(shot)
    return f"Empty 16:9 frame for {shot}, {row['scene']}. {' '.join(told(shot, 'en'))}"[:WIDEST_ALT]


def _in_full(row: Region) -> str:
    depth = f", {row['depth']}" if row["depth"] else ""
    return (
        f"{row['label_en']} ({row['what']}{depth}), {spot(row)}, {area_share(row):.0%} of the frame: "
        f"place {row['basis_position']}, size {row['basis_size']}."
    )


def _in_short(row: Region) -> str:
    return f"{row['label_en']}, {spot(row)}: place {row['basis_position']}, size {row['basis_size']}."


def spot(row: Region) -> str:
    """Say in which ninth of the frame the middle of a region lies, such as ``"lower left"``."""
    x, y = centre(row)
    across = ("left", "", "right")[min(2, int(3 * x / RATIO))]
    up = ("lower", "", "upper")[min(2, int(3 * y))]
    if not across:
        return f"{up} middle".strip()
    return f"{up} {across}".strip()
