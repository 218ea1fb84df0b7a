"""Shot logs as OpenTimelineIO: one clip a shot, everything else in its metadata under our name."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import opentimelineio as otio
import pandas as pd

from return_to_dust.shotlog.cells import Unsound
from return_to_dust.shotlog.files import as_json, read_text, walk
from return_to_dust.shotlog.log import ShotLog, as_url, checked, fresh, from_url, records
from return_to_dust.shotlog.slots import NOTE, Slot, exact, place, settle

NAMESPACE = "return_to_dust"
FORMAT = "return-to-dust/shot-log"
#: Ticks a second: milliseconds. The frame rate of the film is not known, and none is pretended.
RATE = 1000


def to_files(log: ShotLog, path: Path) -> dict[Path, str]:
    """Return the text of the OpenTimelineIO file."""
    rows = records(log.shots)
    slots = place(rows)
    timeline = otio.schema.Timeline(
        name="Shot log", metadata={NAMESPACE: {"format": FORMAT, "version": 1, "note": NOTE}}
    )
    regions = _by_shot(log)
    for lane in range(1, max(slot.lane for slot in slots) + 1):
        track = otio.schema.Track(name="shots" if lane == 1 else f"shots {lane}", kind=otio.schema.TrackKind.Video)
        timeline.tracks.append(track)
        inside = [row for row in range(len(rows)) if slots[row].lane == lane]
        end_ms = 0
        for row in sorted(inside, key=lambda r: slots[r].start_ms):
            if slots[row].start_ms > end_ms:
                track.append(otio.schema.Gap(source_range=_range(0, slots[row].start_ms - end_ms)))
            track.append(_clip(log, rows[row], row + 1, slots[row], regions))
            end_ms = slots[row].end_ms
    return {path: otio.adapters.write_to_string(timeline, "otio_json", indent=1) + "\n"}


def from_file(path: Path) -> ShotLog:
    """Read an OpenTimelineIO file; clips of other tools become shots with a time and a name.

    Raises
    ------
    Unsound
        If it holds no clips.
    """
    root = _load(read_text(path))
    clips = _clips(root)
    names = {name for clip in clips if isinstance(name := _columns(clip).get("shot"), str)}
    found = []
    for number, clip in enumerate(clips):
        row = _row(clip, root)
        if "shot" not in row:
            row["shot"] = fresh("clip", names)
            names.add(row["shot"])
        found.append((_position(clip, number), row, _regions(clip, row["shot"])))
    found.sort(key=lambda item: item[0])
    regions = sorted((region for _, _, inside in found for region in inside), key=lambda item: item[0])
    shots = pd.DataFrame([row for _, row, _ in found], dtype=object)
    return checked(shots, pd.DataFrame([row for _, row in regions], dtype=object), _media(clips))


def _by_shot(log: ShotLog) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for number, region in enumerate([] if log.regions is None else records(log.regions), 1):
        found.setdefault(region["shot"], []).append({"row": number, "columns": _exactly(region)})
    return found


def _exactly(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with its fractions as text: OpenTimelineIO's reader may change their last digit."""
    return {column: repr(cell) if isinstance(cell, float) else cell for column, cell in row.items()}


def _clip(log: ShotLog, row: dict[str, Any], number: int, slot: Slot, regions: dict[str, list[dict[str, Any]]]) -> Any:
    ours = {
        "row": number,
        "time_basis": slot.mark or "log",
        "columns": _exactly(row),
        "regions": regions.get(row["shot"], []),
    }
    span = _range(slot.start_ms, slot.end_ms - slot.start_ms)
    reference = otio.schema.ExternalReference(as_url(log.media)) if log.media else otio.schema.MissingReference()
    marker = otio.schema.Marker(name="constructed time", marked_range=span, comment=f"{slot.mark}. {NOTE}")
    return otio.schema.Clip(
        name=row["shot"],
        media_reference=reference,
        source_range=span,
        metadata={NAMESPACE: ours},
        markers=[marker] if slot.mark else [],
    )


def _range(start_ms: int, length_ms: int) -> Any:
    time = otio.opentime.RationalTime
    return otio.opentime.TimeRange(time(start_ms, RATE), time(length_ms, RATE))


def _load(text: str) -> Any:
    content = as_json(text)  # finds faults, and depths that end Python in the library's own reader
    if not isinstance(content, dict) or "OTIO_SCHEMA" not in content:
        raise Unsound("it is JSON, but no OpenTimelineIO")
    for part in walk(content):  # each of these ends Python in the library's search for clips
        children = part.get("children") if isinstance(part, dict) else None
        has_hole = isinstance(children, list) and None in children
        if has_hole or (isinstance(part, dict) and part.get("tracks", "") is None):
            raise Unsound("it has a timeline without tracks, or a track with a missing part")
    try:
        root = otio.adapters.read_from_string(
            json.dumps(content), "otio_json", media_linker_name=otio.media_linker.MediaLinkingPolicy.DoNotLinkMedia
        )
    except (otio.exceptions.OTIOError, ValueError, KeyError, TypeError, IndexError, RuntimeError) as error:
        raise Unsound(f"OpenTimelineIO cannot read it ({_first_line(error):.120})") from None
    if not hasattr(root, "metadata"):
        raise Unsound("it is OpenTimelineIO of a kind that holds no clips")
    return root


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "it does not say why")


def _clips(root: Any) -> list[Any]:
    """Return the clips of a timeline's picture tracks, or of whatever else holds clips."""
    tracks = [track for track in root.tracks if track.kind == "Video"] if isinstance(root, otio.schema.Timeline) else []
    parts = tracks or [root]
    clips = [root] if isinstance(root, otio.schema.Clip) else []
    clips += [clip for part in parts if hasattr(part, "find_clips") for clip in part.find_clips()]
    if not clips:
        raise Unsound("it is OpenTimelineIO without a clip")
    return clips


def _row(clip: Any, root: Any) -> dict[str, Any]:
    row = _columns(clip)
    ours = bool(row)
    start_ms, end_ms = settle(*_times(clip, root, ours), _ours(clip).get("time_basis"))
    row |= {"start_s": exact(start_ms, row.get("start_s")), "end_s": exact(end_ms, row.get("end_s"))}
    return row if ours else {"scene": clip.name, **row}


def _times(clip: Any, root: Any, ours: bool) -> tuple[int | None, int | None]:
    """Return where a clip lies in the film: our clips say it themselves, others by their place on the timeline."""
    try:
        span = clip.source_range if ours and clip.source_range else clip.trimmed_range()
        if not ours and isinstance(root, otio.schema.Timeline):
            span = clip.transformed_time_range(span, root.tracks)
    except (otio.exceptions.OTIOError, ValueError, RuntimeError):
        return None, None
    start, length = span.start_time.to_seconds(), span.duration.to_seconds()
    if not (math.isfinite(start) and math.isfinite(length) and start >= 0 and length > 0):
        return None, None
    return round(start * 1000), max(round((start + length) * 1000), round(start * 1000) + 1)


def _ours(clip: Any) -> dict[str, Any]:
    """Return what a clip keeps under our name; nothing where another tool made it."""
    ours = _plain(clip.metadata.get(NAMESPACE))
    return ours if isinstance(ours, dict) else {}


def _columns(clip: Any) -> dict[str, Any]:
    columns = _ours(clip).get("columns")
    return dict(columns) if isinstance(columns, dict) else {}


def _position(clip: Any, number: int) -> tuple[float, int]:
    row = _ours(clip).get("row")
    return (row if isinstance(row, int) else math.inf), number


def _regions(clip: Any, shot: str) -> list[tuple[int, dict[str, Any]]]:
    regions = _ours(clip).get("regions")
    return [
        (region["row"], region["columns"] | {"shot": shot})
        for region in (regions if isinstance(regions, list) else [])
        if isinstance(region, dict) and isinstance(region.get("row"), int) and isinstance(region.get("columns"), dict)
    ]


def _media(clips: list[Any]) -> str | None:
    urls = {getattr(clip.media_reference, "target_url", None) or None for clip in clips}
    linked = urls.pop() if len(urls) == 1 else None  # what is cut from several files is not one medium
    return None if linked is None else from_url(linked)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if hasattr(value, "__iter__") and not isinstance(value, str) else value
