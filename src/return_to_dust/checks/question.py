"""A question: its criteria, its score, and how its outcome is shown."""

from __future__ import annotations

from typing import Any

from return_to_dust.checks.criterion import Criterion
from return_to_dust.outcome import OUTCOME, render_outcome


class Score:
    """A question's score: a number to nbgrader, a table of criteria to people.

    Parameters
    ----------
    value
        float, the points earned, from 0 to `points`.
    title
        str, what the question asks.
    points
        float above 0, full marks.
    criteria
        The criteria in the order in which they were begun.
    """

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
        """Return the outcome as plain data.

        Returns
        -------
        dict
            ``title`` (str), ``points`` and ``score`` (float) and ``criteria``, a list of dicts with ``name``,
            ``reason`` and ``mistake`` (str), ``points`` (float), ``met`` and ``hidden`` (bool).
        """
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
        str, what the question asks, in a few words.
    points
        float above 0, full marks. The points of all criteria, hidden ones included, add up to this.
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
            str, what is required, in words that a student reads; also for hidden criteria.
        points
            float, 0 or more: what it is worth; 0 for the mere form of an answer, which earns nothing.
        hidden
            bool, whether its case is unknown to the student: its reasons then name no value.

        Returns
        -------
        Criterion
            A context manager: what goes wrong inside its ``with`` block misses this criterion and no other.
        """
        criterion = Criterion(name, points, hidden=hidden)
        self.criteria.append(criterion)
        return criterion

    def score(self) -> Score:
        """Return the share of the points that was earned; put this on the last line of the test cell.

        In the released notebook only the visible criteria are there: they then decide alone, so that
        Validate can say that all is well, and the page says how many points wait for marking. Where the
        visible ones are worth nothing, all of them must be met.

        Returns
        -------
        Score
            Its value is from 0 to `points`, rounded to four decimals; 0 for a question without criteria.
        """
        asked = sum(criterion.points for criterion in self.criteria)
        earned = sum(criterion.points for criterion in self.criteria if criterion.met)
        formed = bool(self.criteria) and all(criterion.met for criterion in self.criteria)
        share = earned / asked if asked else float(formed)
        return Score(round(self.points * share, 4), self.title, self.points, self.criteria)
