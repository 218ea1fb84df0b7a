"""The argument map: claims on the rungs of the ladder, witnesses side by side, stances by shape and colour."""

from __future__ import annotations

import textwrap
from typing import Any, NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from return_to_dust.errors import CourseError
from return_to_dust.evidence.certainty import LADDER, rank
from return_to_dust.evidence.rows import PARTS, STANCES, Piece, as_frame, by_claim, pieces_of
from return_to_dust.figures import COLOURS, new_figure
from return_to_dust.tables import table as course_table

#: Marker and colour of each stance; a silence is an empty ring.
MARKS: dict[str, dict[str, Any]] = {
    "supports": {"marker": "o", "color": COLOURS["sky"]},
    "qualifies": {"marker": "D", "color": COLOURS["wheat"], "edgecolors": "#333333", "linewidths": 0.6},
    "contradicts": {"marker": "X", "color": COLOURS["loess"]},
    "silent": {"marker": "o", "facecolors": "#FFFDF9", "edgecolors": COLOURS["ash"], "linewidths": 1.6},
}
WIDTH_IN, ROW_IN, MARGIN_IN = 7.5, 0.62, 1.5
EMPTY_BAND = 0.55
LABEL_WIDTH, LABEL_LINES = 36, 3
APART = 0.3
MOST_CLAIMS = 50
SIDE_BY_SIDE = 4
LONGEST_WORDS = 950
TINTS = ("#F3ECE1", "#FBF7F0")


class Layout(NamedTuple):
    """Where things stand: bands as (rung, lower edge, upper edge), claims by height, sources by place."""

    bands: list[tuple[str, float, float]]
    heights: dict[str, float]
    places: dict[str, int]


def evidence_figure(table: Any) -> tuple[Figure, Axes]:
    """Draw an evidence table as an argument map.

    Parameters
    ----------
    table
        As for `return_to_dust.evidence.check_evidence`. Rows whose source, kind or stance is unknown are left out.

    Returns
    -------
    tuple
        The figure and its Axes. A claim is a line, on the rung of the ladder on which it is stated, the highest
        rung on top; the sources are columns; a mark is a piece of evidence, its shape and colour the stance, its
        label the paragraph. Close it with `return_to_dust.describe`, with `evidence_in_words` as description.

    Raises
    ------
    CourseError
        If `table` is no table, has no row that can be drawn, or more than 50 claims.
    """
    claims = _drawable(table)
    if len(claims) > MOST_CLAIMS:
        raise CourseError(f"A map has room for {MOST_CLAIMS} claims, and not for {len(claims)}: draw some of them.")
    layout = _layout(claims)
    fig, ax = new_figure(WIDTH_IN, MARGIN_IN + ROW_IN * layout.bands[0][2])
    _draw_ladder(ax, layout)
    for name, pieces in claims.items():
        _draw_claim(ax, pieces, layout.heights[name], layout.places)
    _label(ax, claims, layout)
    return fig, ax


def _drawable(table: Any) -> dict[str, list[Piece]]:
    known = set(course_table("sources")["source"])
    claims = {
        name: [piece for piece in pieces if piece.source in known and piece.stance in STANCES]
        for name, pieces in by_claim(pieces_of(as_frame(table))).items()
        if pieces[0].kind in LADDER
    }
    claims = {name: pieces for name, pieces in claims.items() if pieces}
    if not claims:
        raise CourseError(
            "The evidence table has no row to draw: a row needs a claim, a kind, a source and a stance that exist."
        )
    return dict(sorted(claims.items(), key=lambda item: (rank(item[1][0].kind), _part(item[1][0]))))


def _part(piece: Piece) -> int:
    return PARTS.index(piece.part) if piece.part in PARTS else len(PARTS)


def _layout(claims: dict[str, list[Piece]]) -> Layout:
    bands: list[tuple[str, float, float]] = []
    heights: dict[str, float] = {}
    base = 0.0
    for rung in reversed(LADDER):
        names = [name for name, pieces in claims.items() if pieces[0].kind == rung]
        top = base + (len(names) or EMPTY_BAND)
        heights |= {name: top - 0.5 - i for i, name in enumerate(names)}
        bands.insert(0, (rung, base, top))
        base = top
    used = {piece.source for pieces in claims.values() for piece in pieces}
    order = [source for source in course_table("sources")["source"] if source in used]
    return Layout(bands, heights, {source: i for i, source in enumerate(order)})


def _draw_ladder(ax: Axes, layout: Layout) -> None:
    for i, (rung, low, high) in enumerate(layout.bands):
        ax.axhspan(low, high, color=TINTS[i % 2], zorder=0)
        ax.text(
            1.015, (low + high) / 2, rung, transform=ax.get_yaxis_transform(), va="center", fontsize=9, color="#5B534B"
        )


def _draw_claim(ax: Axes, pieces: list[Piece], height: float, places: dict[str, int]) -> None:
    spots = _spots(pieces, places)
    ax.plot([min(spots), max(spots)], [height, height], color="#8A8178", linewidth=1, zorder=1)
    for piece, x in zip(pieces, spots, strict=True):
        ax.scatter(x, height, s=75, zorder=3, **MARKS[piece.stance])
        label = piece.paragraph if piece.place else "no text" if piece.paragraph else ""
        ax.annotate(label, (x, height), xytext=(0, -7.5), textcoords="offset points", ha="center", va="top", fontsize=8)


def _spots(pieces: list[Piece], places: dict[str, int]) -> list[float]:
    """Return where the pieces of a claim stand; those of one source stand side by side in its column."""
    spots = []
    for i, piece in enumerate(pieces):
        same = [j for j, other in enumerate(pieces) if other.source == piece.source]
        step = min(APART, 0.8 / len(same))
        spots.append(places[piece.source] + step * (same.index(i) - (len(same) - 1) / 2))
    return spots


def _label(ax: Axes, claims: dict[str, list[Piece]], layout: Layout) -> None:
    short = course_table("sources").set_index("source")["short_name"]
    slant: dict[str, Any] = {"rotation": 30, "ha": "left"} if len(layout.places) > SIDE_BY_SIDE else {}
    ax.set_xticks(list(layout.places.values()), [str(short[source]) for source in layout.places], **slant)
    ax.tick_params(axis="x", top=True, labeltop=True, bottom=False, labelbottom=False, length=0)
    ax.tick_params(axis="y", length=0)
    labels = [_claim_label(claims[name][0]) for name in layout.heights]
    ax.set_yticks(list(layout.heights.values()), labels, fontsize=8.5)
    ax.set_xlim(-0.6, len(layout.places) - 0.4)
    ax.set_ylim(0, layout.bands[0][2])
    ax.grid(visible=False, axis="y")
    ax.spines[["left", "bottom"]].set_visible(False)
    stances = [stance for stance in STANCES if any(p.stance == stance for ps in claims.values() for p in ps)]
    for stance in stances:
        ax.scatter([], [], s=60, label=stance, **MARKS[stance])
    ax.legend(loc="upper center", bbox_to_anchor=(0.5, 0), ncols=len(stances), handletextpad=0.1)


def _claim_label(piece: Piece) -> str:
    words = f"{piece.claim} · {piece.part}: {piece.statement}"
    lines = textwrap.wrap(words, LABEL_WIDTH, max_lines=LABEL_LINES, placeholder=" …")
    return "\n".join(lines).replace("$", r"\$")  # else matplotlib takes what stands between two of them for a formula


def evidence_in_words(table: Any) -> str:
    """Say what `evidence_figure` shows, for readers who do not see it: at most 950 characters.

    Parameters
    ----------
    table
        As for `evidence_figure`.

    Raises
    ------
    CourseError
        If `table` is no table, or has no row that can be told.
    """
    claims = _drawable(table)
    told = [f"An argument map with {len(claims)} {'claim' if len(claims) == 1 else 'claims'}, surest rung first."]
    for name, pieces in claims.items():
        heard = "; ".join(f"{piece.source} {piece.paragraph} {piece.stance}".replace("  ", " ") for piece in pieces)
        told.append(f"Claim {name} ({pieces[0].part}, {pieces[0].kind}): {heard}.")
    text = " ".join(told)
    return text if len(text) <= LONGEST_WORDS else text[: LONGEST_WORDS - 2].rsplit(" ", 1)[0] + " …"
