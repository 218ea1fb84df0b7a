"""Criteria in autograder tests: named, worth points, and with a reason in words when they are missed.

A test cell asks one `Question`. Each criterion is a ``with`` block; its comparisons stop the block at the
first thing that does not fit, and the next criterion goes on. The last line of the cell is the score, a
number that nbgrader reads as partial credit::

    q = Question("Stars on one scale", points=2)
    with q.criterion("a rating at the bottom of its scale becomes 0", 1) as c:
        c.number(rate(1, 1, 10), 0)
    q.score()

Comparisons take plain data only: numbers, texts, lists, dicts, arrays, tables, dates, what functions
return, and the description of a figure (`return_to_dust.describe_axes`).
"""

from __future__ import annotations

import contextlib
import html
import io
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import Any

import numpy as np
import pandas as pd

from return_to_dust.errors import CourseError
from return_to_dust.figures import describe_axes

#: The display type under which a test cell's outcome is stored in the notebook, for feedback and report.
OUTCOME = "application/vnd.return-to-dust.outcome+json"
LONGEST_SHOWN = 60
#: What a student may hand over where one number is wanted.
NOT_SINGLE = (str, list, tuple, set, Mapping, np.ndarray, pd.Series, pd.DataFrame)


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that students often give: its ``value``, its ``name`` for the class report, what it ``says``."""

    value: Any
    name: str
    says: str


class Missed(AssertionError):
    """A criterion is missed: ``reason`` for the student, ``mistake`` for the class report."""

    def __init__(self, reason: str, mistake: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.mistake = mistake


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
        if given in {_fold(one) for one in ([expected] if isinstance(expected, str) else expected)}:
            return
        self._name_mistake(given, mistakes, lambda a, b: a == _fold(str(b)))
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
        if _same_items(given, wanted, ordered=ordered, within=within):
            return
        self._name_mistake(given, mistakes, lambda a, b: _same_items(a, list(b), ordered=ordered, within=within))
        if ordered and _same_items(given, wanted, ordered=False, within=within):
            raise Missed("These are the right items, but not in the order that was asked for.", "order")
        raise Missed(hint or _count_reason(given, wanted, within), "other")

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
        wanted = {_key(key): one for key, one in expected.items()}
        if _same_mapping(given, wanted, within):
            return
        self._name_mistake(
            given, mistakes, lambda a, b: _same_mapping(a, {_key(k): v for k, v in dict(b).items()}, within)
        )
        missing = [key for key in wanted if key not in given]
        if missing and not self.hidden:
            raise Missed(f"There is no entry for {missing[0]!r}.", "missing-entry")
        wrong = [key for key in wanted if key in given and not _same(given[key], wanted[key], within)]
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
        if _key(key) not in given:
            raise Missed(f"There is no entry for {key!r}.", "missing-entry")
        return given[_key(key)]

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
        rows = _rows(given, columns)
        if _same_items(rows, _rows(expected, columns), ordered=ordered, within=within):
            return
        self._name_mistake(
            rows, mistakes, lambda a, b: _same_items(a, _rows(b, columns), ordered=ordered, within=within)
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


class Score:
    """A question's score: a number to nbgrader, a table of criteria to people."""

    def __init__(self, value: float, title: str, points: float, criteria: list[Criterion]) -> None:
        self.value = value
        self.title = title
        self.points = points
        self.criteria = criteria

    def __float__(self) -> float:
        return self.value

    def __repr__(self) -> str:
        return f"{self.value:g}"

    def outcome(self) -> dict[str, Any]:
        """Return the outcome as plain data: ``title``, ``points``, ``score`` and a list of ``criteria``."""
        rows = [
            {
                "name": c.name,
                "points": c.points,
                "met": c.met,
                "hidden": c.hidden,
                "reason": c.reason,
                "mistake": c.mistake,
            }
            for c in self.criteria
        ]
        return {"title": self.title, "points": self.points, "score": self.value, "criteria": rows}

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/plain": repr(self), "text/html": render_outcome(self.outcome()), OUTCOME: self.outcome()}


class Question:
    """One autograded question: collect its criteria, then `score` them.

    Parameters
    ----------
    title
        What the question asks, in a few words.
    points
        Full marks. The points of all criteria, hidden ones included, add up to this.
    """

    def __init__(self, title: str, points: float) -> None:
        self.title = title
        self.points = points
        self.criteria: list[Criterion] = []

    def criterion(self, name: str, points: float, *, hidden: bool = False) -> Criterion:
        """Begin a criterion.

        Parameters
        ----------
        name
            What is required, in words that a student reads; also for hidden criteria.
        points
            What it is worth; 0 for the mere form of an answer, which is required but earns nothing.
        hidden
            Whether its case is unknown to the student: its reasons then name no value.
        """
        criterion = Criterion(name, points, hidden=hidden)
        self.criteria.append(criterion)
        return criterion

    def score(self) -> Score:
        """Return the share of the points that was earned; put this on the last line of the test cell.

        In the released notebook only the visible criteria are there: they then decide alone, so that
        Validate can say that all is well, and the page says how many points wait for marking. Where the
        visible ones are worth nothing, all of them must be met.
        """
        asked = sum(criterion.points for criterion in self.criteria)
        earned = sum(criterion.points for criterion in self.criteria if criterion.met)
        formed = bool(self.criteria) and all(criterion.met for criterion in self.criteria)
        share = earned / asked if asked else float(formed)
        return Score(round(self.points * share, 4), self.title, self.points, self.criteria)


def render_outcome(outcome: Mapping[str, Any]) -> str:
    """Return an outcome as an HTML table: a row a criterion, with its mark and its reason."""
    rows = "".join(_row(criterion) for criterion in outcome["criteria"])
    asked = sum(criterion["points"] for criterion in outcome["criteria"])
    waiting = outcome["points"] - asked
    verb = "is" if waiting == 1 else "are"
    note = (
        f"<p>{waiting:g} of {outcome['points']:g} points {verb} decided when your work is marked, "
        "by criteria that are not shown here.</p>"
        if waiting > 0
        else ""
    )
    return (
        '<table class="outcome" style="text-align: left"><caption style="text-align: left; font-weight: bold">'
        f"{html.escape(outcome['title'])}</caption><tbody>{rows}</tbody></table>{note}"
    )


def _row(criterion: Mapping[str, Any]) -> str:
    """Return one criterion as a table row; one without points looks at the form of an answer, not at its truth."""
    mark, colour = ("✓ met", "#00694B") if criterion["met"] else ("✗ not yet", "#A33F00")
    if criterion["met"] and not criterion["points"]:
        mark, colour = "form ✓", "#5B534B"
    earned = criterion["points"] if criterion["met"] else 0
    points = f"{earned:g} / {criterion['points']:g}" if criterion["points"] else "not judged yet"
    reason = f"<br><em>{html.escape(criterion['reason'])}</em>" if criterion["reason"] else ""
    return (
        f'<tr><td style="color: {colour}; white-space: nowrap; text-align: left">{mark}</td>'
        f'<td style="text-align: left">{_code(criterion["name"])}{reason}</td>'
        f'<td style="white-space: nowrap">{points}</td></tr>'
    )


def _code(text: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text))


# --- what the student handed over, as plain data ---------------------------------------------------------


def as_number(value: Any) -> float:
    """Return a number as a float.

    Raises
    ------
    Missed
        If `value` is no single finite number; the reason says what it is instead.
    """
    if isinstance(value, (bool, np.bool_)):
        raise Missed(f"Expected a number, but got {value}, which is a yes-or-no value.", "type")
    if isinstance(value, str):
        raise Missed(
            f"Expected a number, but got the text {value[:LONGEST_SHOWN]!r}: leave the quotation marks out.", "type"
        )
    if isinstance(value, (pd.Series, np.ndarray)) and np.size(value) == 1:
        value = np.asarray(value).reshape(-1)[0]
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise Missed(f"Expected a number, but got {kind(value)}.", "type") from None
    if not math.isfinite(number):
        raise Missed("Expected a number, but the result is not a finite number (NaN or infinity).", "not-finite")
    return number


def as_text(value: Any) -> str:
    """Return a text, folded for comparison.

    Raises
    ------
    Missed
        If `value` is not text.
    """
    if not isinstance(value, str):
        raise Missed(f"Expected a text in quotation marks, but got {kind(value)}.", "type")
    return _fold(value)


def as_items(value: Any) -> list[Any]:
    """Return a collection as a list.

    Raises
    ------
    Missed
        If `value` is no collection of items.
    """
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        raise Missed(f"Expected a list of items, but got {kind(value)}.", "type")
    if isinstance(value, pd.DataFrame):
        raise Missed("Expected a list of items, but got a whole table: choose one of its columns.", "type")
    return list(value)


def as_mapping(value: Any) -> dict[Any, Any]:
    """Return a dict or a Series as a dict with folded keys.

    Raises
    ------
    Missed
        If `value` is neither.
    """
    if isinstance(value, pd.Series):
        value = value.to_dict()
    if not isinstance(value, Mapping):
        raise Missed(f"Expected a dict such as {{'key': value}}, but got {kind(value)}.", "type")
    return {_key(key): one for key, one in value.items()}


def as_table(value: Any) -> pd.DataFrame:
    """Return a DataFrame; index levels with names become columns.

    Raises
    ------
    Missed
        If `value` is no table.
    """
    if isinstance(value, pd.Series):
        value = value.to_frame()
    if not isinstance(value, pd.DataFrame):
        raise Missed(f"Expected a table (a pandas DataFrame), but got {kind(value)}.", "type")
    named = [name for name in value.index.names if name is not None and name not in value.columns]
    return value.reset_index(level=named) if named else value


def kind(value: Any) -> str:
    """Say what kind of thing a value is, in a student's words."""
    if value is None:
        return "nothing (None), as when a function ends without `return`"
    if value is Ellipsis:
        return "the placeholder `...`, which waits for your answer"
    names = {
        "str": "a text",
        "int": "a whole number",
        "float": "a single number",
        "bool": "True or False",
        "dict": "a dict",
        "DataFrame": "a table",
        "Series": "a column (Series)",
    }
    return names.get(type(value).__name__, f"a {type(value).__name__}")


def _crash(error: Exception, *, hidden: bool, within_answer: bool) -> tuple[str, str]:
    if isinstance(error, NotImplementedError):
        return "Not answered yet.", "unanswered"
    if isinstance(error, NameError):
        missing = re.search(r"'(\w+)'", str(error))
        name = f"`{missing.group(1)}`" if missing else "A name"
        if within_answer:
            return f"Your code uses {name}, which does not exist there: check its spelling and imports.", "crash"
        return f"{name} does not exist: was the answer cell above run, and does it define this name?", "unanswered"
    detail = "" if hidden else f": {str(error)[:200]}"
    where = " on a case that it had not seen" if hidden else ""
    return f"Your code stopped with {type(error).__name__}{where}{detail}", "crash"


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold().strip(" .")


def _key(key: Any) -> Any:
    return _fold(key) if isinstance(key, str) else key


def _same(a: Any, b: Any, within: float) -> bool:
    if isinstance(b, (tuple, list)):
        return (
            isinstance(a, (tuple, list))
            and len(a) == len(b)
            and all(_same(x, y, within) for x, y in zip(a, b, strict=True))
        )
    if isinstance(b, str):
        return isinstance(a, str) and _fold(a) == _fold(b)
    if isinstance(b, (date, pd.Timestamp)):
        return bool(_as_date(a) == _as_date(b))
    if isinstance(a, NOT_SINGLE) or pd.isna(a) or pd.isna(b):
        return not isinstance(a, NOT_SINGLE) and bool(pd.isna(a)) and bool(pd.isna(b))
    try:
        return math.isclose(float(a), float(b), rel_tol=0, abs_tol=within)
    except (TypeError, ValueError):
        return False


def _as_date(value: Any) -> Any:
    try:
        return pd.Timestamp(value).date()
    except (TypeError, ValueError):
        return None


def _rows(frame: pd.DataFrame, columns: list[str]) -> list[Any]:
    return list(frame[columns].itertuples(index=False, name=None))


def _same_items(a: list[Any], b: list[Any], *, ordered: bool, within: float) -> bool:
    if len(a) != len(b):
        return False
    if ordered:
        return all(_same(x, y, within) for x, y in zip(a, b, strict=True))
    left = list(b)
    for item in a:
        match = next((i for i, other in enumerate(left) if _same(item, other, within)), None)
        if match is None:
            return False
        left.pop(match)
    return True


def _same_mapping(a: Mapping[Any, Any], b: Mapping[Any, Any], within: float) -> bool:
    return set(a) == set(b) and all(_same(a[key], b[key], within) for key in b)


def _count_reason(given: list[Any], wanted: list[Any], within: float) -> str:
    extra = sum(not any(_same(item, other, within) for other in wanted) for item in given)
    missing = sum(not any(_same(item, other, within) for item in given) for other in wanted)
    parts = []
    if extra:
        parts.append(f"{extra} of your {len(given)} items {'does' if extra == 1 else 'do'} not belong here")
    if missing:
        parts.append(f"{missing} {'is' if missing == 1 else 'are'} missing")
    return (" and ".join(parts) or "An item stands here more often than it should") + "."
