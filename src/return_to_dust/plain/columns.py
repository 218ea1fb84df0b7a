"""The columns that pandas has beside numpy's arrays: texts, gaps, categories, zoned dates, periods, intervals."""

from __future__ import annotations

from collections.abc import Callable
from types import NoneType
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray, ExtensionDtype

from return_to_dust.plain.dates import read_closed, read_frequency, read_zone, write_zone
from return_to_dust.plain.limits import CannotSend, Malformed, parts, words

if TYPE_CHECKING:
    from return_to_dust.plain.reading import Reader
    from return_to_dust.plain.writing import Writer

Written = tuple[str, Any]
NAMES = ["Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64", "Float32", "Float64", "boolean"]
#: The two types of text; they differ in what is missing.
TEXTS: dict[str, Any] = {name: pd.api.types.pandas_dtype(name) for name in ("str", "string")}


def _write_dtype(writer: Writer, dtype: Any) -> Written:
    return "dtype-of", writer.node(pd.array([], dtype=dtype))


def _write_strings(writer: Writer, column: Any) -> Written:
    return "strings", [str(column.dtype), writer.items(column.to_numpy(object, na_value=None).tolist())]


def _write_gaps(writer: Writer, column: Any) -> Written:
    values = column.to_numpy(column.dtype.numpy_dtype, na_value=0)
    return "gaps", [writer.node(values), writer.node(column.isna())]


def _write_categories(writer: Writer, column: Any) -> Written:
    return "categories", [writer.node(column.codes), writer.node(column.categories), bool(column.dtype.ordered)]


def _write_zoned(writer: Writer, column: Any) -> Written:
    return "zoned", [writer.node(column.tz_convert(None).to_numpy()), write_zone(column.dtype.tz)]


def _write_periods(writer: Writer, column: Any) -> Written:
    frequency = str(column.dtype).removeprefix("period[").removesuffix("]")  # `freqstr` says ME for M, of no use here
    return "periods", [writer.node(column.asi8), frequency]


def _write_intervals(writer: Writer, column: Any) -> Written:
    return "intervals", [writer.node(column.left), writer.node(column.right), column.closed]


#: By the type of a column's elements, how it is written.
COLUMNS: list[tuple[Any, Callable[[Writer, Any], Written]]] = [
    ((np.dtype, pd.SparseDtype), lambda writer, column: ("", writer.node(np.asarray(column)))),
    (pd.StringDtype, _write_strings),
    (tuple(type(pd.api.types.pandas_dtype(name)) for name in NAMES), _write_gaps),
    (pd.CategoricalDtype, _write_categories),
    (pd.DatetimeTZDtype, _write_zoned),
    (pd.PeriodDtype, _write_periods),
    (pd.IntervalDtype, _write_intervals),
]


def _write_column(writer: Writer, column: Any) -> Written:
    for dtype, write in COLUMNS:
        if isinstance(column.dtype, dtype):
            return write(writer, column)
    raise CannotSend("a column of this type", "give it a plain type first, as `.astype(object)` does")


WRITERS: dict[type, Callable[[Writer, Any], Written | None]] = {
    ExtensionArray: _write_column,
    ExtensionDtype: _write_dtype,
}


def array_of(reader: Reader, payload: Any, kinds: str) -> np.ndarray[Any, np.dtype[Any]]:
    """Return a one-dimensional array whose elements are of one of these kinds of numpy."""
    array = reader.node(payload)
    if type(array) is not np.ndarray or array.ndim != 1 or array.dtype.kind not in kinds:
        raise Malformed("Expected an array of one dimension.")
    return array


def _read_dtype(reader: Reader, payload: Any) -> Any:
    column = reader.node(payload)
    if not isinstance(column, (ExtensionArray, np.ndarray)):
        raise Malformed("Expected an empty column.")
    return column.dtype


def _read_strings(reader: Reader, payload: Any) -> Any:
    name, tree = parts(payload, 2)
    texts = reader.items(tree)
    if words(name) not in TEXTS or not {str, NoneType}.issuperset(map(type, texts)):
        raise Malformed("Expected a column of texts.")
    return pd.array(texts, dtype=TEXTS[name])


def _read_gaps(reader: Reader, payload: Any) -> Any:
    data, gaps = parts(payload, 2)
    values, mask = array_of(reader, data, "iufb"), array_of(reader, gaps, "b")
    if values.dtype.kind == "b":
        return pd.arrays.BooleanArray(values, mask)
    return pd.arrays.FloatingArray(values, mask) if values.dtype.kind == "f" else pd.arrays.IntegerArray(values, mask)


def _read_categories(reader: Reader, payload: Any) -> Any:
    codes, tree, ordered = parts(payload, 3)
    categories = reader.node(tree)
    if not isinstance(categories, pd.Index) or type(ordered) is not bool:
        raise Malformed("Expected categories.")
    return pd.Categorical.from_codes(array_of(reader, codes, "i"), categories, ordered)


def _read_zoned(reader: Reader, payload: Any) -> Any:
    data, zone = parts(payload, 2)
    naive = pd.DatetimeIndex(array_of(reader, data, "M"))
    return naive.tz_localize("UTC").tz_convert(read_zone(zone)).array


def _read_periods(reader: Reader, payload: Any) -> Any:
    ordinals, frequency = parts(payload, 2)
    index: Any = pd.PeriodIndex  # the stubs lack from_ordinals
    return index.from_ordinals(array_of(reader, ordinals, "i"), freq=read_frequency(frequency)).array


def _read_intervals(reader: Reader, payload: Any) -> Any:
    left, right, closed = parts(payload, 3)
    least, most = reader.node(left), reader.node(right)
    if not isinstance(least, pd.Index) or not isinstance(most, pd.Index):
        raise Malformed("Expected the ends of intervals.")
    return pd.arrays.IntervalArray.from_arrays(least, most, read_closed(closed))


READERS: dict[str, Callable[[Reader, Any], Any]] = {
    "dtype-of": _read_dtype,
    "strings": _read_strings,
    "gaps": _read_gaps,
    "categories": _read_categories,
    "zoned": _read_zoned,
    "periods": _read_periods,
    "intervals": _read_intervals,
}
