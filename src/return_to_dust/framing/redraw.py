"""Other drawings of the same words: what is told stays, what was chosen is chosen anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from return_to_dust.errors import CourseError
from return_to_dust.framing.measures import MEASURES, visible_at
from return_to_dust.framing.regions import NUMBERS, regions_of
from return_to_dust.framing.relations import holds_in, relations_of

State: TypeAlias = "dict[str, dict[str, Any]]"
#: How far a size may be scaled, and how far a middle may move (as a share of the frame), by basis. What is stated is
#: held by its relations; what is inferred stays near to what we inferred; what is constructed is free.
SCALED = {"stated": 2.0, "inferred": 1.25, "constructed": 2.0}
MOVED = {"stated": 1.0, "inferred": 0.2, "constructed": 1.0}
#: How much of a region must stay in view: whoever is told of is seen.
SEEN = {"person": 0.35, "animal": 0.35, "text": 0.35}
SEEN_ELSE = 0.05
SWEEPS = 10
EVEN = 0.5
MOST = 2000


@dataclass(frozen=True)
class Brief:
    """What a redrawing starts from: our drawing, the relations that it must keep, and who moves along with whom."""

    rows: State
    kept: tuple[tuple[str, str, str], ...]
    clusters: tuple[tuple[str, ...], ...]


def redrawings(framing: str, n: int = 100, seed: int = 0) -> list[pd.DataFrame]:
    """Draw a framing again in many ways that fulfil the same relations.

    A random walk changes one place or size after another and keeps a change where every relation that is stated or
    inferred still holds, all stays in the frame and everybody can be seen. Sizes that are constructed or stated
    vary between half and twice ours within what their relations allow; inferred sizes by a quarter, and inferred
    places by a fifth of the frame. A drawing comes in its mirror image as often as not, as no left or right is told.

    Parameters
    ----------
    framing
        str, one of `framings`.
    n
        int, how many drawings, 1 to 2,000.
    seed
        int, 0 or more; the same seed gives the same drawings.

    Returns
    -------
    list of pandas.DataFrame
        Region tables as `regions_of` gives them, with other numbers.

    Raises
    ------
    CourseError
        If the shot has no regions, or `n` or `seed` is out of range.
    """
    for name, value, least, most in (("n", n, 1, MOST), ("seed", seed, 0, 2**32)):
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise CourseError(f"{name} is {value!r}, but must be a whole number from {least} to {most:,}.")
    frame = regions_of(framing)
    drawn = _walk(_brief(framing), n, np.random.default_rng(seed))
    return [
        frame.assign(**{number: [float(row[number]) for row in state.values()] for number in NUMBERS})
        for state in drawn
    ]


def survives(framing: str, statement: Callable[[pd.DataFrame], bool], n: int = 200, seed: int = 0) -> float:
    """Return the share of redrawings in which a statement is true.

    Parameters
    ----------
    framing
        str, one of `framings`.
    statement
        A function that takes a region table and returns True or False.
    n, seed
        int, as for `redrawings`.

    Returns
    -------
    float
        1.0 where it holds in every redrawing, so that it does not hang on the numbers chosen; 0.0 where in none.

    Raises
    ------
    CourseError
        If `statement` returns anything else.
    """
    answers = [statement(drawing) for drawing in redrawings(framing, n, seed)]
    for answer in answers:
        if not isinstance(answer, (bool, np.bool_)):
            raise CourseError(f"The statement must return True or False, but returned {answer!r}.")
    return sum(map(bool, answers)) / n


def measure_ranges(framing: str, n: int = 100, seed: int = 0) -> pd.DataFrame:
    """Return how far each measure goes over many redrawings.

    Parameters
    ----------
    framing, n, seed
        As for `redrawings`.

    Returns
    -------
    pandas.DataFrame
        One row a region and a measure: ``region``, ``measure``, ``ours`` (in our own drawing), ``lowest`` and
        ``highest`` (over the redrawings).
    """
    drawings = [drawing.to_dict("records") for drawing in redrawings(framing, n, seed)]
    rows = []
    for number, row in enumerate(regions_of(framing).to_dict("records")):
        for name, take in MEASURES.items():
            values = [take(drawing[number]) for drawing in drawings]
            rows.append((row["region"], name, take(row), min(values), max(values)))
    return pd.DataFrame(rows, columns=["region", "measure", "ours", "lowest", "highest"])


@cache
def _brief(framing: str) -> Brief:
    told = relations_of(framing)
    other = told["other"].fillna(told["amount"].astype("string"))
    listed = list(zip(told["region"], told["kind"], other, told["basis"], strict=True))
    rows: State = {
        str(row["region"]): {str(column): value for column, value in row.items()}
        for row in regions_of(framing).to_dict("records")
    }
    near: dict[str, set[str]] = {name: {name} for name in rows}
    for name, _, target, _ in listed:
        if target in rows:
            near[name].add(target)
            near[target].add(name)
    kept = tuple((name, kind, target) for name, kind, target, basis in listed if basis != "constructed")
    return Brief(rows, kept, tuple(tuple(sorted(group)) for group in near.values()))


def _walk(brief: Brief, n: int, rng: np.random.Generator) -> list[State]:
    """Walk from our drawing to `n` others."""
    here = brief.rows
    drawings: list[State] = []
    while len(drawings) < n:
        next_ = here
        for _ in range(SWEEPS):
            for group in (*brief.clusters, *((name,) for name in brief.rows)):
                tried = _moved(next_, group, rng) if len(group) > 1 else _changed(next_, group[0], rng)
                next_ = tried if _allowed(tried, group, brief) else next_
        if _all_seen(next_):
            here = next_
            drawings.append(_mirrored(here) if rng.random() < EVEN else here)
    return drawings


def _moved(state: State, group: tuple[str, ...], rng: np.random.Generator) -> State:
    """Shift several regions together."""
    across, up = rng.normal(0, 0.12, 2)
    shifted = {name: {**state[name], "x": state[name]["x"] + across, "y": state[name]["y"] + up} for name in group}
    return {**state, **shifted}


def _changed(state: State, name: str, rng: np.random.Generator) -> State:
    """Give one region another size and place."""
    row = state[name]
    scale, stretch = np.exp(rng.normal(0, (0.25, 0.08)))
    width, height = row["width"] * scale * stretch, row["height"] * scale / stretch
    if rng.random() < EVEN:
        x, y = rng.uniform(0, max(0.0, 1 - width)), rng.uniform(0, max(0.0, 1 - height))
    else:
        shift = rng.normal(0, 0.1, 2)
        x, y = row["x"] + (row["width"] - width) / 2 + shift[0], row["y"] + (row["height"] - height) / 2 + shift[1]
    return {**state, name: {**row, "x": x, "y": y, "width": width, "height": height}}


def _allowed(state: State, group: tuple[str, ...], brief: Brief) -> bool:
    if not all(_within(state[name], brief.rows[name]) for name in group):
        return False
    return all(
        holds_in(state, *relation)
        for relation in brief.kept
        if relation[1] == "half_visible_in" or relation[0] in group or relation[2] in group
    )


def _within(row: dict[str, Any], ours: dict[str, Any]) -> bool:
    """Say whether a region stays in the frame and within what its bases leave free."""
    room, scaled = MOVED[ours["basis_position"]], SCALED[ours["basis_size"]]
    for edge, side in (("x", "width"), ("y", "height")):
        first, last = row[edge], row[edge] + row[side]
        moved = abs(first + last - 2 * ours[edge] - ours[side]) / 2
        if first < 0 or last > 1 or moved > room or not 1 / scaled <= row[side] / ours[side] <= scaled:
            return False
    return True


def _all_seen(state: State) -> bool:
    rows = list(state.values())
    return all(visible_at(rows, number) >= SEEN.get(row["what"], SEEN_ELSE) for number, row in enumerate(rows))


def _mirrored(state: State) -> State:
    return {name: {**row, "x": 1 - row["x"] - row["width"]} for name, row in state.items()}
