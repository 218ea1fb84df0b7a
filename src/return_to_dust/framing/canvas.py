"""A drawing surface in inches on which a frame, its regions, labels and key are placed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text

from return_to_dust.figures import COLOURS
from return_to_dust.framing.regions import RATIO, Region, shape_of

PAPER = "#FFFDF9"
INK = "#2F2A26"
#: Colour and hatching by kind of thing; the colour is mixed with paper, less of it where a thing is nearer.
FILL = {
    "person": (COLOURS["loess"], ""),
    "animal": (COLOURS["field"], "..."),
    "object": (COLOURS["ash"], ""),
    "architecture": (COLOURS["wheat"], "//"),
    "text": (COLOURS["sky"], "xx"),
}
STRENGTH = {"background": 0.16, "middle": 0.36, "foreground": 0.58, "": 0.36}
#: Outline by what the size rests on, badge by what the place rests on.
OUTLINE: dict[str, Any] = {"stated": "solid", "inferred": (0, (5, 2)), "constructed": (0, (1, 1.5))}
BADGE = {"stated": (INK, PAPER), "inferred": (PAPER, INK), "constructed": (PAPER, INK)}
TEXT_PT = 8.0
BADGE_IN = 0.072
LINE_IN = 0.18
KEY_PT = 7.5
HEAD = "#7A5A2E"
#: Room for the symbol before the words of a sign.
SYMBOL_IN = {"head": 0.0, "item": 0.0, "badge": 0.2}


@dataclass(frozen=True)
class Sign:
    """One entry of a key: head or item, or words behind a line, badge, fill or depth of that value."""

    symbol: str
    value: str
    words: str


class Canvas:
    """An Axes on which lengths are inches for text and frame heights for the framing.

    Parameters
    ----------
    ax
        matplotlib Axes whose place in the figure is final, without ticks.
    """

    def __init__(self, ax: Axes) -> None:
        self.ax = ax
        extent = ax.get_window_extent()
        dpi = ax.figure.dpi
        self.width_in, self.height_in = extent.width / dpi, extent.height / dpi
        self.inch = 1.0  # frame heights in an inch, until `look_at` says

    def text_size_in(self, words: str, size_pt: float = TEXT_PT) -> tuple[float, float]:
        """Return the width and height of a text in inches."""
        probe = self.ax.text(0, 0, words, fontsize=size_pt, linespacing=1.25, parse_math=False)
        extent = probe.get_window_extent()
        probe.remove()
        return extent.width / self.ax.figure.dpi, extent.height / self.ax.figure.dpi

    def look_at(self, left: float, top: float, frame_height_in: float) -> None:
        """Set the limits: the upper left corner in frame heights, and how many inches a frame height has."""
        self.inch = 1 / frame_height_in
        self.ax.set_xlim(left, left + self.width_in * self.inch)
        self.ax.set_ylim(top - self.height_in * self.inch, top)
        self.ax.set_aspect("equal", adjustable="box", anchor="N")

    def frame(self) -> None:
        """Draw the frame's edge over whatever reaches it."""
        self.ax.add_patch(Rectangle((0, 0), RATIO, 1, fill=False, edgecolor=INK, linewidth=1.8, zorder=20))

    def region(self, row: Region, order: float) -> None:
        """Draw one region: fill by kind and depth, outline by the basis of its size."""
        colour, hatch = FILL[row["what"]]
        outline = Path(np.asarray(shape_of(row).exterior.coords), closed=True)
        fill = mixed(colour, STRENGTH[row["depth"]])
        self.ax.add_patch(PathPatch(outline, facecolor=fill, edgecolor="none", zorder=order))
        if hatch:
            pattern = PathPatch(outline, facecolor="none", hatch=hatch, linewidth=0, zorder=order)
            pattern.set_edgecolor(mixed(colour, min(1, STRENGTH[row["depth"]] + 0.22)))
            pattern.set_hatch_linewidth(0.7)
            self.ax.add_patch(pattern)
        self.ax.add_patch(
            PathPatch(
                outline,
                facecolor="none",
                edgecolor=INK,
                linewidth=1.3,
                linestyle=OUTLINE[row["basis_size"]],
                zorder=order + 0.5,
            )
        )

    def block_size_in(self, words: str) -> tuple[float, float]:
        """Return the size of a label with its badge, in inches."""
        width, height = self.text_size_in(words)
        return width + 2 * BADGE_IN + 0.14, max(height, 2 * BADGE_IN) + 0.03

    def block(self, words: str, basis: str, left: float, bottom: float, *, paper: bool) -> None:
        """Write a label with the badge of its place, its lower left corner given in frame heights."""
        width, height = (length * self.inch for length in self.block_size_in(words))
        if paper:
            self.ax.add_patch(
                FancyBboxPatch(
                    (left, bottom),
                    width,
                    height,
                    boxstyle=f"round,pad=0,rounding_size={0.04 * self.inch}",
                    facecolor=PAPER,
                    alpha=0.86,
                    edgecolor="none",
                    zorder=22,
                )
            )
        lines = words.count("\n") + 1
        middle = bottom + height * (1 - 0.5 / lines)
        self.badge(left + (BADGE_IN + 0.02) * self.inch, middle, basis)
        self.ax.text(
            left + (2 * BADGE_IN + 0.07) * self.inch,
            bottom + height / 2,
            words,
            fontsize=TEXT_PT,
            linespacing=1.25,
            va="center",
            color=INK,
            zorder=24,
            gid="label",
            parse_math=False,
        )

    def badge(self, x: float, y: float, basis: str) -> None:
        """Draw the letter of a basis on a disc: dark for stated, ringed for inferred, dotted for constructed."""
        disc, ink = BADGE[basis]
        style = "solid" if basis != "constructed" else (0, (0.8, 0.9))
        self.ax.add_patch(
            Circle(
                (x, y),
                BADGE_IN * self.inch,
                facecolor=disc,
                edgecolor=INK,
                linewidth=0.8,
                linestyle=style,
                zorder=23,
            )
        )
        letter = basis[0].upper()
        self.ax.text(
            x, y, letter, fontsize=6, fontweight="bold", ha="center", va="center_baseline", color=ink, zorder=24
        )

    def words(self, lines: list[str]) -> None:
        """Write lines in the middle of the frame."""
        text = self.ax.text(RATIO / 2, 0.5, "\n".join(lines), ha="center", va="center", gid="told", parse_math=False)
        text.set(fontsize=TEXT_PT, color=INK, linespacing=1.4)

    def leader(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw a line from a label to its region, with a dot on the region."""
        self.ax.plot(*zip(start, end, strict=True), color=INK, linewidth=0.7, zorder=21, solid_capstyle="round")
        self.ax.plot(*end, marker="o", markersize=3, color=INK, markeredgecolor=PAPER, markeredgewidth=0.5, zorder=21)

    def key_lines(self, groups: Iterable[list[Sign]]) -> list[list[list[Sign]]]:
        """Distribute the groups of a key over lines as wide as the Axes."""
        lines: list[list[list[Sign]]] = []
        room = 0.0
        for group in groups:
            wide = self.group_width_in(group)
            if not lines or room < wide:
                lines.append([])
                room = self.width_in
            lines[-1].append(group)
            room -= wide + 0.2
        return lines

    def group_width_in(self, group: list[Sign]) -> float:
        """Return how many inches one group of a key takes."""
        return sum(self._sign_width_in(sign) for sign in group)

    def key(self, lines: list[list[list[Sign]]], left: float, top: float) -> None:
        """Draw the key, its upper left corner given in frame heights."""
        for number, groups in enumerate(lines):
            x, y = left, top - (number + 0.5) * LINE_IN * self.inch
            for group in groups:
                for sign in group:
                    self._sign(sign, x, y)
                    x += self._sign_width_in(sign) * self.inch
                x += 0.2 * self.inch

    def _sign_width_in(self, sign: Sign) -> float:
        return self.text_size_in(sign.words, KEY_PT)[0] + SYMBOL_IN.get(sign.symbol, 0.34) + 0.12

    def _sign(self, sign: Sign, x: float, y: float) -> None:
        one = self.inch
        if sign.symbol == "line":
            ends = [x + 0.02 * one, x + 0.28 * one]
            self.ax.plot(ends, [y, y], color=INK, linewidth=1.3, linestyle=OUTLINE[sign.value])
        elif sign.symbol == "badge":
            self.badge(x + 0.08 * one, y, sign.value)
        elif sign.symbol in {"fill", "depth"}:
            colour, hatch = FILL.get(sign.value, (COLOURS["ash"], ""))
            strength = STRENGTH.get(sign.value, STRENGTH["middle"])
            corner, width, height = (x + 0.02 * one, y - 0.055 * one), 0.25 * one, 0.11 * one
            paint, edge = mixed(colour, strength), mixed(colour, 0.6)
            self.ax.add_patch(
                Rectangle(corner, width, height, facecolor=paint, edgecolor=edge, hatch=hatch, linewidth=0.6)
            )
        self.ax.text(
            x + SYMBOL_IN.get(sign.symbol, 0.34) * one,
            y,
            sign.words,
            fontsize=KEY_PT,
            va="center_baseline",
            color=HEAD if sign.symbol == "head" else INK,
        )


def mixed(colour: str, strength: float) -> tuple[float, float, float]:
    """Return a colour mixed with paper: 0 is paper, 1 the colour itself."""
    red, green, blue = (strength * c + (1 - strength) * p for c, p in zip(to_rgb(colour), to_rgb(PAPER), strict=True))
    return red, green, blue


def labels_of(ax: Axes) -> list[Text]:
    """Return the label texts of a diagram."""
    return [text for text in ax.texts if text.get_gid() == "label"]
