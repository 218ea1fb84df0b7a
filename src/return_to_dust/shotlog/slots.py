"""Where shots lie on a line of time: at their own times, or in placeholders that only keep their order."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

from return_to_dust.shotlog.cells import as_cell

#: Length of a placeholder.
PLACEHOLDER_MS = 1000
NOTE = (
    "Shot log of the course on Return to Dust. Where time_basis says constructed, the time is a placeholder of one "
    "second that only keeps the rows of the log in order: nobody who made the log has measured it in the film. Where "
    "rows come from several sources, they follow one another as in the log, not as in the film. A constructed time is "
    "dropped when the log is read again, unless it was changed meanwhile."
)
_MARK = re.compile(r"(start |end |)constructed ([0-9]{1,10})-([0-9]{1,10})")


@dataclass(frozen=True)
class Slot:
    """The place of one shot on the line of time.

    Attributes
    ----------
    start_ms, end_ms
        int, milliseconds from the film's beginning.
    mark
        str, "" where both are the log's own times; else which of them is constructed, and the slot itself, such as
        ``"constructed 0-1000"`` or ``"end constructed 2000-3000"``.
    lane
        int, 1 for the first; shots that overlap lie in different lanes.
    """

    start_ms: int
    end_ms: int
    mark: str
    lane: int = 1


def place(rows: list[dict[str, Any]]) -> list[Slot]:
    """Return one slot a shot, in the order of the rows.

    Parameters
    ----------
    rows
        list of dict with ``start_s`` and ``end_s`` in seconds where known. A shot with neither gets a placeholder,
        one after another in the order of the rows, from the first whole second after all known times.
    """
    known = [_ms(row[column]) for row in rows for column in ("start_s", "end_s") if column in row]
    free = math.ceil((max(known) + PLACEHOLDER_MS) / 1000) * 1000 if known else 0
    slots = []
    for row in rows:
        slots.append(_slot(row, free))
        free += PLACEHOLDER_MS if _mark_of(row) == "constructed" else 0
    return _in_lanes(slots)


def settle(start_ms: int | None, end_ms: int | None, mark: Any) -> tuple[int | None, int | None]:
    """Return the start and end that a file tells, each without a placeholder that still stands where it was put.

    Parameters
    ----------
    start_ms, end_ms
        int, where the shot lies in the file, in milliseconds.
    mark
        str, the mark that `place` gave the slot; anything else counts as none.
    """
    found = _MARK.fullmatch(mark) if isinstance(mark, str) else None
    if found is None:
        return start_ms, end_ms
    start_stands = start_ms == int(found[2]) and found[1] != "end "
    end_stands = end_ms == int(found[3]) and found[1] != "start "
    return None if start_stands else start_ms, None if end_stands else end_ms


def exact(time_ms: int | None, time_s: Any) -> float | None:
    """Return a time in seconds: the finer one that a file keeps beside, where it is still the same time."""
    if time_ms is None:
        return None
    finer = as_cell(time_s, "number")
    return time_ms / 1000 if finer is None or abs(finer * 1000 - time_ms) > 1 else float(finer)


def _slot(row: dict[str, Any], free: int) -> Slot:
    if "start_s" in row:
        start = _ms(row["start_s"])
        end = max(_ms(row["end_s"]), start + 1) if "end_s" in row else start + PLACEHOLDER_MS
    elif "end_s" in row:
        end = max(_ms(row["end_s"]), 1)
        start = max(0, end - PLACEHOLDER_MS)
    else:
        start, end = free, free + PLACEHOLDER_MS
    mark = _mark_of(row)
    return Slot(start, end, f"{mark} {start}-{end}" if mark else "")


def _mark_of(row: dict[str, Any]) -> str:
    return {
        (True, True): "",
        (True, False): "end constructed",
        (False, True): "start constructed",
        (False, False): "constructed",
    }["start_s" in row, "end_s" in row]


def _in_lanes(slots: list[Slot]) -> list[Slot]:
    ends: list[int] = []
    lanes = [0] * len(slots)
    for index in sorted(range(len(slots)), key=lambda i: (slots[i].start_ms, i)):
        slot = slots[index]
        lane = next((n for n, end in enumerate(ends) if end <= slot.start_ms), len(ends))
        ends[lane : lane + 1] = [slot.end_ms]
        lanes[index] = lane + 1
    return [Slot(s.start_ms, s.end_ms, s.mark, lane) for s, lane in zip(slots, lanes, strict=True)]


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
