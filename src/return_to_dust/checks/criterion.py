"""One criterion: its comparisons, and the reason in words when it is missed."""

from __future__ import annotations

import builtins
import contextlib
import io
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import pandas as pd

from return_to_dust.checks.sameness import count_reason, fold, fold_key, rows_of, same, same_items, same_mapping
from return_to_dust.checks.values import LONGEST_SHOWN, Missed, as_items, as_mapping, as_number, as_table, as_text
from return_to_dust.errors import CourseError
from return_to_dust.figures import describe_axes


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that students often give: its ``value``, its ``name`` for the class report, what it ``says``."""

    value: Any
    name: str
    says: str


class Criterion:
    """One named criterion of a question; used as ``with q.criterion(...) as c``."""

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
        if isinstance(error, Missed):
            self.reason, self.mistake = error.reason, error.mistake
        else:
            within_answer = trace is not None and trace.tb_next is not None
            self.reason, self.mistake = _crash(error, hidden=self.hidden, within_answer=within_answer)
        return True

    def number(
        self, value: Any, expected: float, *, within: float = 1e-6, mistakes: Iterable[Mistake] = (), hint: str = ""
    ) -> None:
        """Require a number within a tolerance of the expected one.

        Parameters
        ----------
        value
            The student's number: int, float, or a numpy or one-element pandas value.
        expected, within
            The right number and how far from it still counts, in the same unit.
        mistakes
            Known wrong numbers, compared with the same tolerance.
        hint
            What to say when the number is wrong in no known way.

        Raises
        ------
        Missed
            If `value` is no number or not the right one.
        """
        given = as_number(value)
        if math.isclose(given, expected, rel_tol=0, abs_tol=within):
            return
        self._name_mistake(given, mistakes, lambda a, b: math.isclose(a, b, rel_tol=0, abs_tol=within))
        raise Missed(hint or f"{self._shown(given)}is not the number that the source supports.", "other")

    def text(
        self, value: Any, expected: str | Sequence[str], *, mistakes: Iterable[Mistake] = (), hint: str = ""
    ) -> None:
        """Require a text, or one of several; case, outer spaces and doubled spaces do not count.

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
        """Require a collection with these items: a list, tuple, set, array, Series or Index will do.

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
        raise Missed(hint or count_reason(given, wanted, within), "other")

    def mapping(
        self,
        value: Any,
        expected: Mapping[Any, Any],
        *,
        within: float = 1e-6,
        mistakes: Iterable[Mistake] = (),
        hint: str = "",
    ) -> None:
        """Require a dict (or a Series) with these keys and values.

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

    def listed(self, value: Any, size: int) -> list[Any]:
        """Return a collection of exactly `size` items as a list, so that each can be a criterion of its own.

        Raises
        ------
        Missed
            If `value` is no collection, or has more or fewer items.
        """
        given = as_items(value)
        if len(given) != size:
            raise Missed(f"Expected {size} items, but got {len(given)}.", "size")
        return given

    def entry(self, value: Any, key: Any) -> Any:
        """Return one entry of a dict (or a Series), so that each can be a criterion of its own.

        Raises
        ------
        Missed
            If `value` is neither, or has no such key.
        """
        given = as_mapping(value)
        if fold_key(key) not in given:
            raise Missed(f"There is no entry for {key!r}.", "missing-entry")
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
        """Require a DataFrame with these columns and rows; order of columns, index and dtypes do not count.

        The value of a `Mistake` is a DataFrame with the same columns.

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
            raise Missed(hint or f"The table has {len(given)} rows; count again which belong in it.", "row-count")
        raise Missed(hint or "The table has the right shape, but not every value fits.", "values")

    def axes(self, value: Any) -> dict[str, Any]:
        """Return the plain description of the student's figure.

        Raises
        ------
        Missed
            If `value` is not a matplotlib Axes.
        """
        try:
            return describe_axes(value)
        except CourseError as error:
            raise Missed(str(error), "not-axes") from None

    def that(self, condition: Any, reason: str, mistake: str = "other") -> None:
        """Require a condition; `reason` says what is missing.

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


def _crash(error: Exception, *, hidden: bool, within_answer: bool) -> tuple[str, str]:
    if isinstance(error, NotImplementedError):
        return "Not answered yet.", "unanswered"
    if isinstance(error, NameError):
        missing = re.search(r"'(\w+)'", str(error))
        name = f"`{missing.group(1)}`" if missing else "A name"
        if within_answer:
            return f"Your code uses {name}, which does not exist there: check its spelling and imports.", "crash"
        return f"{name} does not exist: was the answer cell above run, and does it define this name?", "unanswered"
    name = type(error).__name__
    if not hidden:
        return f"Your code stopped with {name}: {str(error)[:200]}", "crash"
    # neither a message nor the name of a made-up exception may carry the hidden case out
    known = name if getattr(builtins, name, None) is type(error) else "an error"
    return f"Your code stopped with {known} on a case that it had not seen.", "crash"
