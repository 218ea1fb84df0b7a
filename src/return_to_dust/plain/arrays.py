"""Arrays and single values of numpy: numbers as one buffer, texts and objects element by element."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from return_to_dust.plain.limits import MOST_DIMENSIONS, CannotSend, Malformed, pack, parts, unpack, whole, words

if TYPE_CHECKING:
    from return_to_dust.plain.reading import Reader
    from return_to_dust.plain.writing import Writer

Written = tuple[str, Any]
Array = np.ndarray[Any, np.dtype[Any]]
#: Every type of element that may cross, and so never an object, a record or a long double.
DTYPE = re.compile(
    r"\|(b1|[iu]1|S\d{1,7})"
    r"|[<>]([iu][248]|f[248]|c8|c16|U\d{1,7}|[mM]8(\[([1-9]\d{0,3})?(Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)\])?)",
    re.ASCII,
)


def write_dtype(dtype: np.dtype[Any]) -> str:
    """Return the name of a type of element, or raise `CannotSend`."""
    if not DTYPE.fullmatch(dtype.str):
        raise CannotSend("an array of elements of this type", "give it a plain type first, as `.astype(float)` does")
    return dtype.str


def read_dtype(payload: Any) -> np.dtype[Any]:
    """Return the type of element that `write_dtype` wrote."""
    if not DTYPE.fullmatch(words(payload)):
        raise Malformed("A type of array is unknown.")
    dtype: np.dtype[Any] = np.dtype(payload)
    return dtype


def _write_array(writer: Writer, value: Any) -> Written:
    if isinstance(value, np.ma.MaskedArray):
        raise CannotSend("a masked array", "fill its gaps first, as `.filled(0)` does")
    array: Array = np.ndarray.view(value, np.ndarray)
    shape = list(array.shape)
    if array.nbytes > writer.most_bytes:  # said before anything is copied: a broadcast array is larger than it looks
        writer.spend(array.nbytes)
    if array.dtype.kind == "O":
        return "objects", [shape, writer.items(list(array.reshape(-1)))]
    name = write_dtype(array.dtype)
    if array.dtype.kind == "U":
        writer.spend(array.nbytes)  # it is padded to its longest text
        return "texts", [name, shape, writer.items(array.reshape(-1).tolist())]
    return "array", [name, shape, writer.pack(array.tobytes())]


def _write_scalar(_: Writer, value: Any) -> Written:
    array = np.asarray(value)
    return "number", [write_dtype(array.dtype), pack(array.tobytes())]


WRITERS: dict[type, Callable[[Writer, Any], Written | None]] = {
    np.ndarray: _write_array,
    np.generic: _write_scalar,
    np.str_: lambda writer, text: ("text", writer.node(str.__str__(text))),
    np.bytes_: lambda writer, data: ("data", writer.pack(bytes.__getitem__(data, slice(None)))),
    np.dtype: lambda _, dtype: ("dtype", "object" if dtype.kind == "O" else write_dtype(dtype)),
}


def _shape(reader: Reader, payload: Any) -> list[int]:
    if type(payload) is not list or len(payload) > MOST_DIMENSIONS:
        raise Malformed("Expected the shape of an array.")
    return [whole(size, 0, reader.most_bytes) for size in payload]


def _sized(reader: Reader, name: Any, shape: Any) -> tuple[np.dtype[Any], list[int]]:
    dtype, sizes = read_dtype(name), _shape(reader, shape)
    reader.spend(math.prod(sizes) * dtype.itemsize)
    return dtype, sizes


def _buffer(data: bytes, dtype: np.dtype[Any], shape: list[int]) -> Array:
    if dtype.kind == "U" or len(data) != math.prod(shape) * dtype.itemsize:  # texts have a tag of their own
        raise Malformed("An array has another length or type.")
    array: Array = np.ndarray(shape, dtype, buffer=data).copy()
    if dtype.kind == "b" and array.view(np.uint8).max(initial=0) > 1:
        raise Malformed("True and False are 1 and 0.")
    return array


def _read_array(reader: Reader, payload: Any) -> Array:
    name, shape, data = parts(payload, 3)
    dtype, sizes = _sized(reader, name, shape)
    return _buffer(unpack(data), dtype, sizes)


def _read_number(_: Reader, payload: Any) -> Any:
    name, data = parts(payload, 2)
    return _buffer(unpack(data), read_dtype(name), [])[()]


def _read_texts(reader: Reader, payload: Any) -> Array:
    name, shape, tree = parts(payload, 3)
    dtype, sizes = _sized(reader, name, shape)
    texts = reader.items(tree)
    if dtype.kind != "U" or len(texts) != math.prod(sizes) or not {str}.issuperset(map(type, texts)):
        raise Malformed("Expected an array of texts.")
    return np.array(texts, dtype).reshape(sizes)


def _read_objects(reader: Reader, payload: Any) -> Array:
    shape, tree = parts(payload, 2)
    sizes, values = _shape(reader, shape), reader.items(tree)
    if len(values) != math.prod(sizes):
        raise Malformed("An array has another length.")
    array: Array = np.empty(len(values), object)
    for place, value in enumerate(values):  # one by one: numpy would unfold lists among them
        array[place] = value
    return array.reshape(sizes)


READERS: dict[str, Callable[[Reader, Any], Any]] = {
    "array": _read_array,
    "number": _read_number,
    "texts": _read_texts,
    "objects": _read_objects,
    "text": lambda _, payload: np.str_(words(payload)),
    "data": lambda _, payload: np.bytes_(unpack(payload)),
    "dtype": lambda _, payload: np.dtype(object) if payload == "object" else read_dtype(payload),
}
