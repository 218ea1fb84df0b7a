"""One criterion: its comparisons, and the reason in words when it is missed."""

from __future__ import annotations

import contextlib
import io
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import pandas as pd

from return_to_dust.checks.crash import crash_reason, ours
from return_to_dust.checks.sameness import count_reason, fold, fold_key, rows_of, same, same_items, same_mapping
from return_to_dust.checks.values import LONGEST_SHOWN, Missed, as_items, as_mapping, as_number, as_table, as_text
from return_to_dust.errors import CourseError
from return_to_dust.figures import describe_axes
from return_to_dust.plain import Unseen

NOT_AXES = "Expected a matplotlib Axes (the `ax` of `fig, ax = new_figure()`)."


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that students often give.

    Attributes
    ----------
    value
        The wrong answer, of the type that the comparison expects.
    name
        str, a short name with hyphens, for the class report.
    says
        str, one or two sentences: where the mistake comes from, and never the right answer.
    """

    value: Any
    name: str
    says: str


class Criterion:
    """One named criterion of a question; used as ``with q.criterion(...) as c`` (see `Question.criterion`).

    Notes
    -----
    The comparisons have these parameters in common; each method says what it adds.

    value
        What the student handed over, of any type; what is of the wrong one is refused in words.
    expected
        The right answer; no reason ever shows it.
    within
        float, 0 or more, in the unit of the numbers compared: how far off a number may be and still count.
    ordered
        bool, whether the order of items or rows counts; it does not by default.
    mistakes
        Known wrong answers (`Mistake`), compared as `expected` is; the first that fits names the mistake.
    hint
        str, the reason where no known mistake fits; "" for a general sentence.
    """

    def __init__(self, name: str, points: float, *, hidden: bool) -> None:
        self.name = name
        self.points = points
        self.hidden = hidden
        self.met = False
        self.reason = ""
        self.mistake = ""
        self._quiet = contextlib.ExitStack()

    def __enter__(self) -> Criterion:
        # what the student's functions print while tests call them is nobody's answer
        self._quiet.enter_context(contextlib.redirect_stdout(io.StringIO()))
        self._quiet.enter_context(contextlib.redirect_stderr(io.StringIO()))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self._quiet.close()
        if error is None:
            self.met = True
            return True
        if not isinstance(error, Exception):
            return False  # an interrupted or stopped kernel is not an answer
        if isinstance(error, Missed) and ours(trace):
            self.reason, self.mistake = error.unseen if self.hidden else error.reason, error.mistake
        else:
            within_answer = trace is not None and trace.tb_next is not None
            self.reason, self.mistake = crash_reason(error, hidden=self.hidden, within_answer=within_answer)
        return True

    def number(
        self, value: Any, expected: float, *, within: float = 1e-6, mistakes: Iterable[Mistake] = (), hint: str = ""
    ) -> None:
        """Require a number within a tolerance of the expected one.

        Parameters
        ----------
        value
            A finite int, float, numpy number, or one-element array or Series.
        expected, within
            float, the right number and how far from it still counts, in the same unit.

        Raises
        ------
        Missed
            If `value` is no finite number or not the right one.
        """
        given = as_number(value)
        if math.isclose(given, expected, rel_tol=0, abs_tol=within):
            return
        self._name_mistake(given, mistakes, lambda a, b: math.isclose(a, b, rel_tol=0, abs_tol=within))
        raise Missed(hint or f"{self._shown(given)}is not the number that the source supports.", "other")

    def text(
        self, value: Any, expected: str | Sequence[str], *, mistakes: Iterable[Mistake] = (), hint: str = ""
    ) -> None:
        """Require a text; case, outer and doubled spaces and a final stop do not count.

        Parameters
        ----------
        value
            str.
        expected
            str, or a sequence of str of which any one is right.

        Raises
        ------
        Missed
            If `value` is not text or not the right one.
        """
        given = as_text(value)
        if given in {fold(one) for one in ([expected] if isinstance(expected, str) else expected)}:
            return
        self._name_mistake(given, mistakes, lambda a, b: a == fold(str(b)))
        raise Missed(hint or f"{self._shown(value)}is not what the source says.", "other")

    def items(
        self,
        value: Any,
        expected: Iterable[Any],
        *,
        ordered: bool = False,
        within: float = 1e-6,
        mistakes: Iterable[Mistake] = (),
        hint: str = "",
    ) -> None:
        """Require a collection with these items.

        Parameters
        ----------
        value
            A list, tuple, set, one-dimensional array, Series or Index, of at most 10,000 items.
        expected
            The right items; an item that stands there twice is required twice.

        Raises
        ------
        Missed
            If `value` is no collection or holds other items; the reason says how many are too many or missing.
        """
        given = as_items(value)
        wanted = list(expected)
        if same_items(given, wanted, ordered=ordered, within=within):
            return
        self._name_mistake(given, mistakes, lambda a, b: same_items(a, list(b), ordered=ordered, within=within))
        if ordered and same_items(given, wanted, ordered=False, within=within):
            raise Missed("These are the right items, but not in the order that was asked for.", "order")
        says = count_reason(given, wanted, within)
        raise Missed(hint or says, "other", hint or "Not all items belong here, or some are missing.")

    def mapping(
        self,
        value: Any,
        expected: Mapping[Any, Any],
        *,
        within: float = 1e-6,
        mistakes: Iterable[Mistake] = (),
        hint: str = "",
    ) -> None:
        """Require a dict (or a Series) with exactly these keys and values.

        Parameters
        ----------
        value
            dict or Series; its index is then the keys.
        expected
            Mapping of the right keys to their values; the case of a key does not count.

        Raises
        ------
        Missed
            If `value` is neither or differs; the reason names the keys that differ, never their right values.
        """
        given = as_mapping(value)
        wanted = {fold_key(key): one for key, one in expected.items()}
        if same_mapping(given, wanted, within):
            return
        self._name_mistake(
            given, mistakes, lambda a, b: same_mapping(a, {fold_key(k): v for k, v in dict(b).items()}, within)
        )
        missing = [key for key in wanted if key not in given]
        if missing and not self.hidden:
            raise Missed(f"There is no entry for {missing[0]!r}.", "missing-entry")
        wrong = [key for key in wanted if key in given and not same(given[key], wanted[key], within)]
        where = f" Look again at {wrong[0]!r}." if wrong and not self.hidden else ""
        raise Missed((hint or "Not every entry fits the source.") + where, "other")

    def among(self, value: Any, known: Iterable[Any], *, hint: str = "") -> None:
        """Require a collection whose items all belong to a known choice: a matter of form, not of truth.

        Raises
        ------
        Missed
            If `value` is no collection, or holds something else.
        """
        choice = list(known)
        for item in as_items(value):
            if not any(same(item, one, 0) for one in choice):
                raise Missed(hint or f"{self._shown(item)}is not one of the names to choose from.", "unknown-item")

    def listed(self, value: Any, size: int) -> list[Any]:
        """Return a collection of exactly `size` items as a list, so that each can be a criterion of its own.

        Parameters
        ----------
        value
            A collection, as for `items`.
        size
            int, 0 or more.

        Raises
        ------
        Missed
            If `value` is no collection, or has more or fewer items.
        """
        given = as_items(value)
        if len(given) != size:
            raise Missed(f"Expected {size} items, but got {len(given)}.", "size", f"Expected {size} items.")
        return given

    def entry(self, value: Any, key: Any) -> Any:
        """Return one entry of a dict (or a Series), so that each can be a criterion of its own.

        Parameters
        ----------
        value
            dict or Series.
        key
            The key wanted; the case of a text does not count.

        Raises
        ------
        Missed
            If `value` is neither, or has no such key.
        """
        given = as_mapping(value)
        if fold_key(key) not in given:
            raise Missed(f"There is no entry for {key!r}.", "missing-entry", "An entry is missing.")
        return given[fold_key(key)]

    def table(
        self,
        value: Any,
        expected: pd.DataFrame,
        *,
        ordered: bool = False,
        within: float = 1e-6,
        mistakes: Iterable[Mistake] = (),
        hint: str = "",
    ) -> None:
        """Require a DataFrame with these rows; order and number of other columns, index and dtypes do not count.

        Parameters
        ----------
        value
            DataFrame, or a named Series; index levels with names are columns too.
        expected
            DataFrame with the columns required and no others.
        ordered, within, mistakes, hint
            As for every comparison; the value of a `Mistake` is a DataFrame with the expected columns.

        Raises
        ------
        Missed
            If `value` is no DataFrame, lacks a column, has another number of rows, or other values.
        """
        given = as_table(value)
        lacking = [column for column in expected.columns if column not in given.columns]
        if lacking:
            raise Missed(f"The table has no column {lacking[0]!r}.", "missing-column")
        columns = list(expected.columns)
        rows = rows_of(given, columns)
        if same_items(rows, rows_of(expected, columns), ordered=ordered, within=within):
            return
        self._name_mistake(
            rows, mistakes, lambda a, b: same_items(a, rows_of(b, columns), ordered=ordered, within=within)
        )
        if len(given) != len(expected):
            says = f"The table has {len(given)} rows; count again which belong in it."
            raise Missed(hint or says, "row-count", hint or "The table has too many or too few rows.")
        raise Missed(hint or "The table has the right shape, but not every value fits.", "values")

    def axes(self, value: Any) -> dict[str, Any]:
        """Return the plain description of the student's figure, as `return_to_dust.describe_axes` gives it.

        Parameters
        ----------
        value
            matplotlib Axes, or a description of one made earlier.

        Raises
        ------
        Missed
            If `value` is not a matplotlib Axes.
        """
        if isinstance(value, Unseen):
            raise Missed(f"{NOT_AXES} {value.says}", "not-axes", NOT_AXES)
        try:
            return describe_axes(value)
        except CourseError as error:
            raise Missed(str(error), "not-axes") from None

    def that(self, condition: Any, reason: str, mistake: str = "other") -> None:
        """Require a condition.

        Parameters
        ----------
        condition
            Anything with a truth value.
        reason
            str, what is missing, in one sentence; also shown on hidden criteria, so it holds no value from them.
        mistake
            str, the name of the mistake for the class report.

        Raises
        ------
        Missed
            If the condition does not hold.
        """
        if not bool(condition):
            raise Missed(reason, mistake)

    def _name_mistake(self, given: Any, mistakes: Iterable[Mistake], same: Callable[[Any, Any], bool]) -> None:
        for mistake in mistakes:
            if same(given, mistake.value):
                raise Missed(mistake.says, mistake.name)

    def _shown(self, value: Any) -> str:
        """Return the student's own value for the reason; nothing on cases that the student must not see."""
        if self.hidden:
            return "Your result "
        shown = f"{value:.10g}" if isinstance(value, float) else repr(value)
        return f"Your answer {shown[:LONGEST_SHOWN]} "
