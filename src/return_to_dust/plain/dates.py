"""Dates, times and spans of time, of Python and of pandas, with their time zones."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from return_to_dust.plain.limits import CannotSend, Malformed, parts, whole, words

if TYPE_CHECKING:
    from return_to_dust.plain.reading import Reader
    from return_to_dust.plain.writing import Writer

Written = tuple[str, Any]
MICROSECOND = timedelta(microseconds=1)
DAY_US = timedelta(days=1) // MICROSECOND
#: What pandas counts time in.
UNITS = ("s", "ms", "us", "ns")
ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]{0,63}", re.ASCII)
FREQUENCY = re.compile(r"[1-9]?\d{0,3}[A-Za-z]{1,3}(-[A-Z]{3})?", re.ASCII)
INT64 = 2**63


def write_zone(zone: tzinfo | None) -> str | int | None:
    """Return the name of a time zone, or its offset in microseconds, or None for none."""
    if zone is None:
        return None
    if isinstance(zone, ZoneInfo) and zone.key:
        return str(zone.key)
    if isinstance(zone, timezone):
        return zone.utcoffset(None) // MICROSECOND
    raise CannotSend("a time zone of another library", "use `zoneinfo.ZoneInfo` for it")


def read_zone(payload: Any) -> tzinfo | None:
    """Return the time zone that `write_zone` wrote."""
    if payload is None:
        return None
    if type(payload) is int:
        return timezone(timedelta(microseconds=whole(payload, -DAY_US, DAY_US)))
    if not ZONE.fullmatch(words(payload)):
        raise Malformed("A time zone is unknown.")
    return ZoneInfo(payload)


def read_frequency(payload: Any) -> str:
    """Return the frequency of a period, such as ``"M"`` or ``"Q-DEC"``."""
    if not FREQUENCY.fullmatch(words(payload)):
        raise Malformed("A frequency is unknown.")
    return str(payload)


def _write_time(_: Writer, at: Any) -> Written:
    return "time", [at.hour, at.minute, at.second, at.microsecond, at.fold, write_zone(at.tzinfo)]


def _write_datetime(_: Writer, at: Any) -> Written:
    clock = [at.hour, at.minute, at.second, at.microsecond, at.fold, write_zone(at.tzinfo)]
    return "datetime", [at.year, at.month, at.day, *clock]


def _write_stamp(_: Writer, at: Any) -> Written:
    return "timestamp", [at.unit, int(at.to_datetime64().view("i8")), write_zone(at.tz)]


def _write_interval(writer: Writer, value: Any) -> Written:
    return "interval", [writer.node(value.left), writer.node(value.right), value.closed]


WRITERS: dict[type, Callable[[Writer, Any], Written | None]] = {
    date: lambda _, day: ("date", [day.year, day.month, day.day]),
    time: _write_time,
    datetime: _write_datetime,
    timedelta: lambda _, span: ("timedelta", [span.days, span.seconds, span.microseconds]),
    type(pd.NaT): lambda _, __: ("missing", "NaT"),
    type(pd.NA): lambda _, __: ("missing", "NA"),
    pd.Timestamp: _write_stamp,
    pd.Timedelta: lambda _, span: ("span", [span.unit, int(span.to_timedelta64().view("i8"))]),
    pd.Period: lambda _, period: ("period", [period.ordinal, period.freqstr]),
    pd.Interval: _write_interval,
}


def _numbers(payload: list[Any]) -> list[int]:
    return [whole(part, -INT64, INT64) for part in payload]


def _read_time(_: Reader, payload: Any) -> time:
    *clock, fold, zone = parts(payload, 6)
    hour, minute, second, microsecond = _numbers(clock)
    return time(hour, minute, second, microsecond, read_zone(zone), fold=whole(fold, 0, 1))


def _read_datetime(_: Reader, payload: Any) -> datetime:
    *clock, fold, zone = parts(payload, 9)
    year, month, day, hour, minute, second, microsecond = _numbers(clock)
    return datetime(year, month, day, hour, minute, second, microsecond, read_zone(zone), fold=whole(fold, 0, 1))


def _unit(payload: Any) -> Any:
    if words(payload) not in UNITS:
        raise Malformed("A unit of time is unknown.")
    return payload


def _read_stamp(_: Reader, payload: Any) -> Any:
    unit, count, zone = parts(payload, 3)
    at = pd.Timestamp(np.datetime64(whole(count, -INT64, INT64), _unit(unit)))
    zone = read_zone(zone)
    return at if zone is None else at.tz_localize("UTC").tz_convert(zone)


def _read_span(_: Reader, payload: Any) -> Any:
    unit, count = parts(payload, 2)
    return pd.Timedelta(np.timedelta64(whole(count, -INT64, INT64), _unit(unit)))


def _read_period(_: Reader, payload: Any) -> pd.Period:
    ordinal, frequency = parts(payload, 2)
    return pd.Period(ordinal=whole(ordinal, -INT64, INT64), freq=read_frequency(frequency))


def _read_interval(reader: Reader, payload: Any) -> Any:
    left, right, closed = parts(payload, 3)
    return pd.Interval(reader.node(left), reader.node(right), read_closed(closed))


def read_closed(payload: Any) -> Any:
    """Return which ends of an interval belong to it."""
    if words(payload) not in ("left", "right", "both", "neither"):
        raise Malformed("An interval has two ends.")
    return payload


def _read_missing(_: Reader, payload: Any) -> Any:
    if words(payload) not in ("NaT", "NA"):
        raise Malformed("A missing value is unknown.")
    return pd.NaT if payload == "NaT" else pd.NA


READERS: dict[str, Callable[[Reader, Any], Any]] = {
    "date": lambda _, payload: date(*_numbers(parts(payload, 3))),
    "time": _read_time,
    "datetime": _read_datetime,
    "timedelta": lambda _, payload: timedelta(*_numbers(parts(payload, 3))),
    "missing": _read_missing,
    "timestamp": _read_stamp,
    "span": _read_span,
    "period": _read_period,
    "interval": _read_interval,
}
