"""Plain data crosses between processes exactly, within limits, and whatever the bytes are nothing else comes out."""

import base64
import collections
import enum
import io
import itertools
import json
import math
import struct
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from pandas.api.extensions import ExtensionArray

from return_to_dust import new_figure
from return_to_dust.figures import describe_axes
from return_to_dust.plain import CannotSend, Malformed, dumps, loads
from return_to_dust.plain.limits import MOST_DEPTH, MOST_DIGITS
from return_to_dust.plain.reading import READERS

thorough = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


# What a value is, exactly: types, bits, order, names. Two values are the same if these are equal.


def exact(value):
    """Describe a value by its type and all that is in it; every NaN counts as the same."""
    describe = next((describe for kinds, describe in EXACT if isinstance(value, kinds)), lambda one: (repr(one),))
    return type(value).__name__, *describe(value)


def exact_columns(value):
    """Describe an array, a column, an index or a table."""
    if isinstance(value, np.ndarray):
        items = value.tobytes() if value.dtype != object else [exact(one) for one in value.reshape(-1)]
        return value.dtype.str, value.shape, value.flags.writeable, value.flags.c_contiguous, items
    if isinstance(value, ExtensionArray):
        return repr(value.dtype), [exact(one) for one in value]
    if isinstance(value, pd.MultiIndex):
        return [exact(one) for one in [*value.levels, *map(np.array, value.codes), list(value.names)]]
    if isinstance(value, pd.Index):
        return repr(value.dtype), [exact(one) for one in value], exact(value.name)
    if isinstance(value, pd.Series):
        return repr(value.dtype), [exact(one) for one in value.array], exact(value.index), exact(value.name)
    return exact(value.index), exact(value.columns), [exact(column) for _, column in value.items()]


EXACT = [
    (type(pd.NaT), lambda value: (repr(value),)),
    (float, lambda value: ("nan" if math.isnan(value) else struct.pack("<d", value),)),
    ((complex, np.complexfloating), lambda value: (exact(float(value.real)), exact(float(value.imag)))),
    ((set, frozenset), lambda value: sorted(repr(exact(one)) for one in value)),
    (dict, lambda value: [(exact(key), exact(one)) for key, one in value.items()]),
    ((list, tuple), lambda value: [exact(one) for one in value]),
    ((datetime, time), lambda at: (at.isoformat(), at.fold, repr(at.tzinfo), getattr(at, "unit", None))),
    ((np.ndarray, ExtensionArray, pd.Index, pd.Series, pd.DataFrame), exact_columns),
]


# What students hand over


zones = st.sampled_from([None, UTC, timezone(timedelta(hours=8)), ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")])
hashable = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**40), 10**40),
    st.floats(),
    st.text(max_size=8),
    st.binary(max_size=8),
    st.complex_numbers(),
    st.dates(),
    st.datetimes(timezones=zones),
    st.times(timezones=zones),
    st.timedeltas(),
    st.decimals(allow_nan=False),
    st.fractions(),
    st.just(...),
    st.just(pd.NaT),
    st.just(pd.NA),
)
numbers = hnp.scalar_dtypes().filter(lambda dtype: dtype.kind != "V")
singles = hnp.arrays(numbers, ()).map(lambda array: array[()])
arrays = hnp.arrays(numbers, hnp.array_shapes(min_dims=0, min_side=0, max_side=4))
stamps = st.datetimes(datetime(1700, 1, 1), datetime(2200, 1, 1))


def columns(size):
    """Return columns of `size` rows, of every type that pandas has."""

    def of(items, dtype):
        column = st.lists(st.none() | items, min_size=size, max_size=size)
        return column.map(lambda found: pd.Series(found, dtype=dtype).array)

    zoned = st.lists(st.just(pd.NaT) | stamps, min_size=size, max_size=size).map(pd.DatetimeIndex)
    return st.one_of(
        hnp.arrays(st.sampled_from(["f8", "i8", "f4", "u1", "?", "M8[s]", "M8[ns]", "m8[us]"]), size),
        of(st.text(max_size=5), "str"),
        of(st.text(max_size=5), "string"),
        of(st.integers(-(2**63), 2**63 - 1), "Int64"),
        of(st.floats(allow_nan=False), "Float64"),
        of(st.booleans(), "boolean"),
        of(st.sampled_from("abc"), pd.CategoricalDtype(list("cab"), ordered=True)),
        of(stamps, "period[M]"),
        of(st.text(max_size=3) | st.lists(st.integers(), max_size=3) | st.floats(), "object"),
        zoned.map(lambda found: found.tz_localize("UTC").tz_convert("Asia/Shanghai").array),
        hnp.arrays("i4", size).map(lambda left: pd.arrays.IntervalArray.from_arrays(left / 2.0, left / 2.0 + 1.0)),
    )


@st.composite
def tables(draw):
    """Return tables with columns and indexes of every type; names may be missing or the same."""
    size = draw(st.integers(0, 4))
    found = draw(st.lists(columns(size), max_size=4))
    table = pd.DataFrame({place: pd.Series(column, dtype=column.dtype) for place, column in enumerate(found)})
    table.index = draw(
        st.one_of(
            st.just(pd.RangeIndex(0, 2 * size, 2, name="row")),
            columns(size).map(lambda column: pd.Index(column, dtype=column.dtype, name="key", tupleize_cols=False)),
            st.just(pd.MultiIndex.from_product([list("a" * min(size, 1)), range(size)], names=["a", None])),
        )
        if found
        else st.just(pd.RangeIndex(size))
    )
    table.columns = pd.Index(draw(st.lists(st.sampled_from("ab"), min_size=len(found), max_size=len(found))), name="c")
    return table


plain = st.recursive(
    hashable | st.decimals() | singles | arrays,
    lambda inner: st.one_of(
        st.lists(inner, max_size=5),
        st.lists(st.floats(), min_size=8, max_size=12),
        st.lists(st.integers(-(2**65), 2**65), min_size=8, max_size=12),
        st.lists(inner, max_size=5).map(tuple),
        st.dictionaries(hashable, inner, max_size=5),
        st.sets(hashable, max_size=5),
        st.frozensets(hashable, max_size=5),
        st.builds(range, st.integers(-100, 100), st.integers(-100, 100), st.sampled_from([1, -1, 3])),
    ),
    max_leaves=8,
)


@thorough
@given(plain)
@example([1.5, -0.0, math.inf, -math.inf, math.nan] * 2)
@example(["中文", "\u202e\x00\x7f\uffff", "😀", "\\ud800"])
@example(np.asfortranarray(np.arange(6).reshape(2, 3)))
@example({math.nan: 1, float("nan"): 2})
@example({1: "a", (2, None): [..., {"b": range(3)}]})
def test_when_a_value_is_plain_then_it_crosses_exactly(value):
    """Type, bits, order and shape are those that were sent; arrays arrive writable and in C order."""
    wanted = value.copy(order="C") if isinstance(value, np.ndarray) else value
    assert exact(loads(dumps(value))) == exact(wanted)


@thorough
@given(tables())
def test_when_a_table_is_sent_then_it_crosses_exactly(table):
    """Types, gaps, indexes and names of a table are those that were sent."""
    assert exact(loads(dumps(table))) == exact(table)


TABLE = pd.DataFrame(
    {"outlet": ["Screen", None, "Variety"], "stars": [3.5, None, 4.0], "on": pd.to_datetime(["2022-02-13", None, None])}
)


@pytest.mark.parametrize(
    "value",
    [
        pd.Timestamp("2022-02-13 12:00:00.123456789"),
        pd.Timestamp("2022-02-13", tz="Europe/Berlin"),
        pd.Timestamp("2022-02-13", tz="UTC").as_unit("s"),
        pd.Timedelta("1 days 00:00:00.000000001"),
        pd.Period("2022-02", "M"),
        pd.Period("2022Q1", "Q-DEC"),
        pd.Interval(0, 1.5, "both"),
        pd.Interval(pd.Timestamp("2022"), pd.Timestamp("2023")),
        pd.Categorical(["a", None], ["b", "a"]),
        pd.Series([1, 2], ["a", "a"], name=("x", 1)),
        TABLE,
        TABLE.iloc[:0],
        TABLE.dtypes,
        TABLE.describe(),
        TABLE.groupby("outlet").agg(["count"]),
        TABLE.set_index(["outlet", "on"]),
        TABLE["on"].dt.month,
        TABLE["outlet"].dtype,
        TABLE.T,
        pd.DataFrame(index=["a"], columns=pd.Index([], name="none")),
        pd.DataFrame({"a": [[1], "x", None, {"k": (1,)}, pd.NA, TABLE.iloc[0]]}, dtype=object),
        pd.Series(["a", "b"], dtype=object),
        pd.Index(["a", "b"], dtype=object),
        pd.Index([("a", 1)], dtype=object, tupleize_cols=False),
        pd.CategoricalIndex(["a", "b"], name="c"),
        pd.interval_range(pd.Timestamp("2022-01-01"), periods=2),
        pd.period_range("2022-01", periods=2, freq="M"),
        pd.TimedeltaIndex(["1D", None]),
        np.array([[1, "a"], [None, [2, 3]]], dtype=object),
        np.array([], dtype="U"),
        np.str_("a\x00"),
        np.bytes_(b"\x00a\x00"),
        np.datetime64("2022-02-13"),
        np.dtype("float32"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_when_numpy_or_pandas_made_it_then_it_crosses_exactly(value):
    """What the sampled values do not reach: names as tuples, objects in cells, empty tables, single dates."""
    assert exact(loads(dumps(value))) == exact(value)


def test_when_an_index_has_a_frequency_then_only_its_dates_cross():
    """A regular DatetimeIndex arrives with its dates and without its frequency."""
    days = pd.date_range("2022-01-01", periods=3, tz="Asia/Shanghai", name="day")
    pd.testing.assert_index_equal(loads(dumps(days)), pd.DatetimeIndex(days, freq=None))


@pytest.mark.parametrize("thing", [np, math, pd, json, itertools, int, ValueError, dict, type(None), pd.DataFrame])
def test_when_a_module_or_type_is_known_then_the_readers_own_is_given(thing):
    """Modules and types cross by name, to those that the reader has."""
    assert loads(dumps(thing)) is thing


# What becomes something simpler


class Genre(enum.Enum):
    """A student's choice of names."""

    DRAMA = "drama"


Row = collections.namedtuple("Row", "outlet stars")


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ({"a": 1}.keys(), ["a"]),
        ({"a": 1}.values(), [1]),
        (collections.OrderedDict(a=1).items(), [("a", 1)]),
        (collections.Counter("aab"), {"a": 2, "b": 1}),
        (collections.defaultdict(list, a=[1]), {"a": [1]}),
        (collections.OrderedDict(b=1, a=2), {"b": 1, "a": 2}),
        (collections.deque([1, 2]), [1, 2]),
        (Row("Screen", 3.5), ("Screen", 3.5)),
        (bytearray(b"ab"), b"ab"),
        (Genre.DRAMA, "drama"),
        (enum.IntEnum("Stars", "ONE TWO").TWO, 2),
        ("half a pair: \ud800", "half a pair: ?"),
        (pd.Series([1.0, 0.0], dtype="Sparse[float]").array, np.array([1.0, 0.0])),
        (next(pd.DataFrame({"a": [1.5]}).itertuples()), (0, 1.5)),
        (np.broadcast_to(1, (2, 2)), np.array([[1, 1], [1, 1]])),
    ],
    ids=lambda value: type(value).__name__,
)
def test_when_a_value_has_a_simpler_form_then_that_crosses(value, wanted):
    """Views become lists, dicts of every make dicts, rows tuples, members of an Enum their values."""
    assert exact(loads(dumps(value))) == exact(wanted)


@pytest.mark.parametrize(
    ("value", "items"),
    [
        (iter([1, 2]), [1, 2]),
        ((n * n for n in range(3)), [0, 1, 4]),
        (map(str, [1]), ["1"]),
        (zip("ab", [1, 2], strict=True), [("a", 1), ("b", 2)]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_when_an_iterator_is_sent_then_one_over_its_items_arrives(value, items):
    """A generator is no list, on either side; what it gives is the same."""
    arrived = loads(dumps(value))
    assert (isinstance(arrived, list), list(arrived)) == (False, items)


def cheat(base):
    """Return a subclass that equals everything and lies whenever it is asked."""

    def agree(*_):
        return True

    def lie(*_):
        raise AssertionError("An overridden method was called.")

    names = ["__repr__", "__str__", "__int__", "__float__", "__index__", "__iter__", "__getitem__", "__reduce__"]
    names += ["__len__", "items", "keys", "values", "__array__", "tobytes", "hex", "__complex__", "__bool__"]
    return type("Cheat", (base,), {"__eq__": agree, "__hash__": base.__hash__} | dict.fromkeys(names, lie))


@pytest.mark.parametrize(
    "value",
    [7, 10**30, 1.5, math.nan, "text", b"bytes", 2j, [1, [2]], (1, 2), {1}, frozenset([1]), {"a": 1}, Fraction(1, 3)],
    ids=repr,
)
def test_when_a_subclass_of_a_plain_type_is_sent_then_the_plain_value_arrives(value):
    """A number that claims to equal everything arrives as the number that it is; its methods are never called."""
    assert exact(loads(dumps(cheat(type(value))(value)))) == exact(value)


def test_when_a_subclass_of_a_library_type_is_sent_then_the_librarys_own_arrives():
    """Arrays, tables, decimals and dates of a student's class are arrays, tables, decimals and dates."""

    class Grid(np.ndarray):
        pass

    class Frame(pd.DataFrame):
        pass

    class Day(date):
        pass

    values = [np.array([[1]]).view(Grid), Frame({"a": [1]}), cheat(Decimal)("1.50"), Day(2022, 2, 13)]
    wanted = [np.array([[1]]), pd.DataFrame({"a": [1]}), Decimal("1.50"), date(2022, 2, 13)]
    assert exact(loads(dumps(values))) == exact(wanted)


def test_when_an_axes_is_sent_then_its_description_arrives():
    """A figure crosses as the plain data that tests ask about."""
    _, ax = new_figure()
    ax.bar(["a", "b"], [1, 2])
    ax.set_title("电影")
    assert loads(dumps([ax])) == [describe_axes(ax)]


# What cannot be sent


class Foo:
    """An object of a student's own."""


def loop():
    """Return a list that contains itself, twice."""
    items = []
    items.extend([items, {"again": items}])
    return items


def deep(depth):
    """Return a list in a list in a list."""
    return [] if depth == 1 else [deep(depth - 1)]


def endless():
    """Yield forever."""
    while True:
        yield 1


own = type("Foo", (), {"__module__": "__main__"})


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (own(), "an object of your own class `Foo`: give back numbers, texts, lists, dicts or tables instead."),
        (Foo(), "an object of the class `Foo`: "),
        (type("A" * 99 + "<b>\n`", (), {})(), f"class `{'A' * 40}`: "),
        (type("<>", (), {})(), "class `?`: "),
        ([1, {"a": deep}], "a function inside a list: call it and give back its result."),
        (len, "a function: "),
        (Foo, "a class: "),
        (io.StringIO("text"), "an open file: read it"),
        (ValueError("no"), "an exception: "),
        (io, "a module: "),
        (pd.DataFrame({"a": [Foo()]}), "inside a table: "),
        (np.ma.masked_array([1, 2], [True, False]), "a masked array: fill its gaps"),
        (np.array([(1, 2.0)], dtype="i4,f8"), "an array of elements of this type: "),
        (np.array(1, dtype=np.longdouble), "an array of elements of this type: "),
        (datetime(2022, 1, 1, tzinfo=type("Zone", (type(UTC).__base__,), {})()), "a time zone of another library: "),
        (endless(), "more than 10,000 items: does your code ever stop?"),
        (itertools.count(), "does your code ever stop?"),
        (range(10**30), "a range of more than 1,000,000 numbers: "),
        (pd.DataFrame(index=range(10**12)), "more than 1,000,000 pieces of data inside a table: "),
        ([0] * 1_000_001, "more than 1,000,000 pieces of data inside a list: "),
        (10**MOST_DIGITS, "a whole number of more than 4,000 digits: "),
        (Decimal("1E+99999"), "a Decimal of more than 4,000 digits: "),
        ("a" * 4_000_001, "data of more than 4,000,000 bytes: give back less"),
        (np.broadcast_to(1.0, (10**5, 10**5)), "data of more than 4,000,000 bytes: "),
        (pd.DataFrame(np.zeros((10**6, 2))), "data of more than 4,000,000 bytes: "),
        (["\x00" * 10**6], "data of more than 4,000,000 bytes: "),
        (pd.Series(pd.arrays.SparseArray(np.zeros(10**6), fill_value=0.0)), "data of more than 4,000,000 bytes: "),
        (loop(), "data that contains itself, or is nested more than 50 deep: "),
        (deep(MOST_DEPTH + 1), "nested more than 50 deep: "),
    ],
    ids=range(29),
)
def test_when_a_value_cannot_be_sent_then_a_sentence_says_what_to_give_instead(value, says):
    """What cannot be looked at is named in one sentence, with nothing but a short clean name of the student's own."""
    with pytest.raises(CannotSend) as refusal:
        dumps(value)
    assert says in str(refusal.value)


def test_when_a_whole_figure_is_sent_then_the_student_is_told_to_give_its_axes():
    """A figure has one Axes or many: which one is meant is the student's to say."""
    figure, _ = new_figure()
    with pytest.raises(CannotSend, match=r"a whole figure: give back its Axes"):
        dumps(figure)


def test_when_references_are_shared_then_writing_stops_at_the_limit():
    """Ten lists, each ten times the one before it, would be ten thousand million numbers."""
    items = [1]
    for _ in range(10):
        items = [items] * 10
    with pytest.raises(CannotSend, match=r"pieces of data|bytes"):
        dumps(items, most_bytes=10_000)


def test_when_data_is_as_deep_as_may_be_then_it_can_be_read():
    """The limit of the writer is not above the reader's."""
    assert loads(dumps(deep(MOST_DEPTH))) == deep(MOST_DEPTH)


def test_when_a_students_iterator_fails_then_its_own_error_is_raised():
    """A generator that divides by zero is a crash of the student's code, and no matter of its type."""
    with pytest.raises(ZeroDivisionError):
        dumps(1 / n for n in [1, 0])


# What is not plain, by agreement


def test_when_something_is_special_then_both_sides_agree_on_what_stands_for_it():
    """A function crosses as what `special` makes of it, wherever it stands."""
    data = dumps({"f": [deep]}, special=lambda value: {"function": 3} if value is deep else None)
    assert loads(data, special=lambda payload: ("proxy", payload["function"])) == {"f": [("proxy", 3)]}


def test_when_special_does_not_know_a_value_then_it_is_refused():
    """None means that it is not special after all."""
    with pytest.raises(CannotSend, match="a function"):
        dumps(deep, special=lambda _: None)


@pytest.mark.parametrize("special", [None, lambda payload: payload["function"]])
def test_when_nothing_special_is_expected_then_it_is_malformed(special):
    """A message with something special is refused where there can be none, or where it is not understood."""
    with pytest.raises(Malformed):
        loads(b'{"special":{"method":3}}', special)


# What no honest process writes


def packed(data):
    """Return bytes as base64 text."""
    return base64.b64encode(data).decode()


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\xff",
        b"nul",
        b"1 2",
        b"\xef\xbb\xbf1",
        b"NaN",
        b"[Infinity]",
        b"1e999",
        b"0." + b"1" * 1000,
        b"9" * 4002,
        b"[" * 100_000,
        b'{"tuple":' * 500 + b"[]" + b"}" * 500,
        b'"\\ud800"',
        b'{"dict":[["\\uDFFF"],[1]]}',
        b'"\xed\xa0\x80"',
        b"{}",
        b'{"list":[]}',
        b'{"tuple":[],"set":[]}',
        b'{"tuple":[1],"tuple":[2]}',
        b'{"tuple":null}',
        b'{"float":"NaN"}',
        b'{"float":{}}',
        b'{"constant":"__import__"}',
        b'{"dict":[[[]],[1]]}',
        b'{"dict":[[1,2],[1]]}',
        b'{"set":[{"set":[]}]}',
        b'{"set":' + json.dumps([n * (2**61 - 1) for n in range(500)]).encode() + b"}",
        b'{"floats":"AAA="}',
        b'{"floats":"!!!!"}',
        b'{"bytes":"YQ=="YQ=="}',
        b'{"bytes":"YQ==\\n"}',
        b'{"range":[0,1000000000000,1]}',
        b'{"range":[0,1,0]}',
        b'{"range":[true,1,1]}',
        b'{"fraction":[1,0]}',
        b'{"decimal":"1E+99999"}',
        b'{"decimal":"\xd9\xa1"}',
        b'{"date":[2022,2,30]}',
        b'{"datetime":[2022,2,3,0,0,0,0,0,"../../etc/passwd"]}',
        b'{"datetime":[2022,2,3,0,0,0,0,0,"No/Where"]}',
        b'{"timedelta":[9223372036854775807,0,0]}',
        b'{"timestamp":["s",9223372036854775808,null]}',
        b'{"timestamp":["D",1,null]}',
        b'{"period":[1,"eval()"]}',
        b'{"interval":[2,1,"left"]}',
        b'{"interval":["a",[],"left"]}',
        b'{"module":"os"}',
        b'{"type":"os.system"}',
        b'{"array":["|O",[1],"AAAAAAAAAAA="]}',
        b'{"array":["O",[1],"AAAAAAAAAAA="]}',
        b'{"array":["<i8,<i8",[1],"AAAAAAAAAAA="]}',
        b'{"array":["<i8",[2],"AAAAAAAAAAA="]}',
        b'{"array":["<i8",[-1],""]}',
        b'{"array":["<i8",[0,99999999999],""]}',
        b'{"array":["<i8",[1.0],"AAAAAAAAAAA="]}',
        b'{"array":["|b1",[1],"Bw=="]}',
        b'{"array":["<U1",[1],"////fw=="]}',
        b'{"texts":["<U9999999",[1],["a"]]}',
        b'{"texts":["<U1",[2],["a"]]}',
        b'{"texts":["<U1",[1],[1]]}',
        b'{"objects":[[2],[1]]}',
        b'{"dtype":"O"}',
        b'{"dtype-of":1}',
        b'{"strings":["str",[1]]}',
        b'{"strings":["category",["a"]]}',
        b'{"gaps":[{"array":["|i1",[1],"AA=="]},{"array":["|b1",[0],""]}]}',
        b'{"categories":[{"array":["|i1",[1],"BQ=="]},{"counted":[0,2,1,null]},false]}',
        b'{"counted":[0,1000000000000,1,null]}',
        b'[{"counted":[0,600000,1,null]},{"counted":[0,600000,1,null]}]',
        b'[{"texts":["<U600000",[1],["a"]]},{"texts":["<U600000",[1],["a"]]}]',
        b'{"levels":[[],[],[]]}',
        b'{"levels":[[{"counted":[0,2,1,null]}],[{"array":["|i1",[1],"BQ=="]}],[null]]}',
        b'{"series":[{"array":["|i1",[1],"BQ=="]},{"counted":[0,2,1,null]},null]}',
        b'{"series":[{"array":["|i1",[],"BQ=="]},{"counted":[0,1,1,null]},null]}',
        b'{"series":[[1],{"counted":[0,1,1,null]},null]}',
        b'{"index":[{"array":["|i1",[1],"BQ=="]},[]]}',
        b'{"frame":[[{"array":["|i1",[1],"BQ=="]}],{"counted":[0,1,1,null]},{"counted":[0,2,1,null]}]}',
        b'["' + b"a" * 4_000_000 + b'"]',
    ],
    ids=range(78),
)
def test_when_a_message_is_not_one_of_ours_then_it_is_malformed(message):
    """Bad JSON, bad tags, bad shapes, bad numbers, bad names: one exception for all of them."""
    with pytest.raises(Malformed):
        loads(message)


def check_only_plain_or_malformed(message):
    """Read a message; whatever comes out can be written again, so that it is plain."""
    try:
        value = loads(message)
    except Malformed:
        return
    dumps(value, most_bytes=40_000_000)


@thorough
@given(st.binary())
def test_when_bytes_are_arbitrary_then_only_malformed_is_raised(message):
    """Noise is read as plain data or refused."""
    check_only_plain_or_malformed(message)


leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=4),
    st.sampled_from(["<i8", "|b1", "<U2", "<M8[s]", "|S1", "str", "s", "ns", "left", "M", "2D", "UTC", "NA", "nan"]),
    st.binary(max_size=16).map(packed),
)
tags = st.sampled_from([*READERS, "floats", "ints", "special"])
trees = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.builds(lambda tag, payload: {tag: payload}, tags, inner),
    max_leaves=12,
)


@settings(thorough, max_examples=1000)
@given(trees)
def test_when_every_tag_holds_anything_then_only_malformed_is_raised(tree):
    """Known tags around wrong things are read as plain data or refused."""
    check_only_plain_or_malformed(json.dumps(tree).encode())


GOOD = [
    dumps(TABLE.set_index(["outlet", "on"]).astype({"stars": "Float64"})),
    dumps(pd.DataFrame({"a": pd.Categorical(["x", "y"]), "b": pd.period_range("2022", periods=2, freq="M")})),
    dumps(pd.Series([1, "a"], pd.interval_range(0, 2), name=("n", 1))),
    dumps(pd.date_range("2022", periods=2, tz="Asia/Shanghai")),
    dumps({"a": [1.5] * 8, (1, date(2022, 1, 1)): {Fraction(1, 3), Decimal("1.5"), 2j, b"x"}}),
    dumps([np.array(["a", "bc"]), np.float64(1.5), np.array([None, [1]], dtype=object), range(3), np.dtype("i4")]),
    dumps([pd.Timestamp("2022", tz="UTC"), pd.Timedelta("1s"), pd.Period("2022", "D"), datetime.now(UTC), time(1)]),
]


@settings(thorough, max_examples=600)
@given(st.data())
def test_when_a_good_message_is_changed_then_only_malformed_is_raised(data):
    """A few bytes replaced, taken out or put in, anywhere: read as plain data or refused."""
    message = bytearray(data.draw(st.sampled_from(GOOD)))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(message) - 1))
        length = data.draw(st.integers(0, 4))
        message[at : at + length] = data.draw(
            st.binary(max_size=3) | st.sampled_from([b"9", b"-1", b'"', b"[]", b"{}"])
        )
    check_only_plain_or_malformed(bytes(message))


def grafted(data, tree):
    """Return a message's tree with one branch, anywhere, replaced by another."""
    keys = list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else []
    if not keys or data.draw(st.integers(0, 9)) == 0:
        return data.draw(trees | st.sampled_from([json.loads(message) for message in GOOD]))
    at = data.draw(st.sampled_from(keys))
    branch = grafted(data, tree[at])
    return tree | {at: branch} if isinstance(tree, dict) else [*tree[:at], branch, *tree[at + 1 :]]


@settings(thorough, max_examples=600)
@given(st.data())
def test_when_a_branch_of_a_good_message_is_another_then_only_malformed_is_raised(data):
    """Well-formed parts in the wrong places: read as plain data or refused."""
    tree = json.loads(data.draw(st.sampled_from(GOOD)))
    check_only_plain_or_malformed(json.dumps(grafted(data, tree)).encode())
