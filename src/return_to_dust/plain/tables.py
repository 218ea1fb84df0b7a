"""Tables, columns and indexes of pandas."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from return_to_dust.plain.columns import array_of
from return_to_dust.plain.limits import Malformed, parts, whole

if TYPE_CHECKING:
    from return_to_dust.plain.reading import Reader
    from return_to_dust.plain.writing import Writer

Written = tuple[str, Any]
INT64 = 2**63


def _values(owner: Any) -> Any:
    return owner.to_numpy() if isinstance(owner.dtype, np.dtype) else owner.array


def _write_index(writer: Writer, index: Any) -> Written:
    return "index", [writer.node(_values(index)), writer.node(index.name)]


def _write_counted(writer: Writer, index: Any) -> Written:
    writer.count(len(index))
    return "counted", [index.start, index.stop, index.step, writer.node(index.name)]


def _write_levels(writer: Writer, index: Any) -> Written:
    codes = [np.asarray(codes) for codes in index.codes]
    return "levels", [writer.items(list(index.levels)), writer.items(codes), writer.items(list(index.names))]


def _write_series(writer: Writer, series: Any) -> Written:
    series = pd.Series(series)  # without what a subclass adds
    return "series", [writer.node(_values(series)), writer.node(series.index), writer.node(series.name)]


def _write_frame(writer: Writer, frame: Any) -> Written:
    frame = pd.DataFrame(frame)
    columns = [_values(column) for _, column in frame.items()]
    return "frame", [writer.items(columns), writer.node(frame.index), writer.node(frame.columns)]


WRITERS: dict[type, Callable[[Writer, Any], Written | None]] = {
    pd.Index: _write_index,
    pd.RangeIndex: _write_counted,
    pd.MultiIndex: _write_levels,
    pd.Series: _write_series,
    pd.DataFrame: _write_frame,
}


def _index(reader: Reader, payload: Any) -> pd.Index[Any]:
    index = reader.node(payload)
    if not isinstance(index, pd.Index):
        raise Malformed("Expected an index.")
    return index


def _column(value: Any) -> Any:
    if isinstance(value, ExtensionArray) or (type(value) is np.ndarray and value.ndim == 1):
        return value
    raise Malformed("Expected a column.")


def _read_index(reader: Reader, payload: Any) -> pd.Index[Any]:
    tree, name = parts(payload, 2)
    values = _column(reader.node(tree))
    # the type is given: left to itself, pandas reads objects that are all texts as a column of texts
    index: pd.Index[Any] = pd.Index(values, dtype=values.dtype, name=reader.node(name), tupleize_cols=False)
    return index


def _read_counted(reader: Reader, payload: Any) -> pd.RangeIndex:
    *bounds, name = parts(payload, 4)
    start, stop, step = (whole(bound, -INT64, INT64) for bound in bounds)
    index = pd.RangeIndex(start, stop, step, name=reader.node(name))
    reader.count(len(index))
    return index


def _read_levels(reader: Reader, payload: Any) -> pd.MultiIndex:
    levels, codes, names = parts(payload, 3)
    found: list[Any] = [_index(reader, level) for level in parts(levels, len(levels))]
    places: list[Any] = [array_of(reader, code, "i") for code in parts(codes, len(codes))]
    return pd.MultiIndex(
        levels=found,
        codes=places,
        names=reader.items(names),
        verify_integrity=True,
    )


def _series(values: Any, index: pd.Index[Any], name: Any = None) -> Any:
    return pd.Series(values, index, dtype=values.dtype, name=name, copy=False)


def _read_series(reader: Reader, payload: Any) -> Any:
    tree, index, name = parts(payload, 3)
    return _series(_column(reader.node(tree)), _index(reader, index), reader.node(name))


def _read_frame(reader: Reader, payload: Any) -> pd.DataFrame:
    trees, index, names = parts(payload, 3)
    rows = _index(reader, index)
    columns = [_column(value) for value in reader.items(trees)]
    typed = [_series(one, rows) if one.dtype == object else one for one in columns]  # see `_read_index`
    frame = pd.DataFrame(dict(enumerate(typed)), index=rows)
    frame.columns = _index(reader, names)
    return frame


READERS: dict[str, Callable[[Reader, Any], Any]] = {
    "index": _read_index,
    "counted": _read_counted,
    "levels": _read_levels,
    "series": _read_series,
    "frame": _read_frame,
}
