"""Two classical figures about a question: how hard it was, and how well it tells students apart."""

from __future__ import annotations

import pandas as pd

#: Below this many students a correlation says nothing.
FEWEST_STUDENTS = 4
SAME = 1e-9


def facility(points: pd.DataFrame, full_marks: pd.Series) -> pd.Series:
    """Return each question's facility: the mean share of its points, from 0 (nobody) to 1 (everybody).

    Parameters
    ----------
    points
        One row for each student, one column for each question; missing where an answer is not marked yet.
    full_marks
        The points of each question, which are above 0.

    Returns
    -------
    pandas.Series
        One share for each question; missing where no answer is marked.

    Examples
    --------
    >>> facility(pd.DataFrame({"q1": [2, 1, 0, 2]}), pd.Series({"q1": 2}))["q1"]
    np.float64(0.625)
    """
    return points.astype(float).div(full_marks).mean()


def discrimination(points: pd.DataFrame) -> pd.DataFrame:
    """Return each question's discrimination: the correlation of its points with the points on all the rest.

    This is the corrected item-total correlation of classical test theory (Pearson's r): the question itself
    is left out of the total. The rest is made of the questions that are marked for every student.

    Parameters
    ----------
    points
        As for `facility`.

    Returns
    -------
    pandas.DataFrame
        For each question ``r``, from -1 to 1 or missing, and ``why``, the reason where it is missing.

    Examples
    --------
    >>> points = pd.DataFrame({"q1": [0, 0, 1, 1], "q2": [0, 1, 1, 2]})
    >>> float(discrimination(points).loc["q1", "r"].round(3))
    0.707
    """
    rows = {question: _discrimination(points.astype(float), question) for question in points.columns}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["r", "why"])


def _discrimination(points: pd.DataFrame, question: str) -> tuple[float | None, str]:
    own = points[question].dropna()
    complete = [other for other in points.columns if other != question and points[other].notna().all()]
    rest = points.loc[own.index, complete].sum(axis="columns")
    if len(own) < FEWEST_STUDENTS:
        return None, f"fewer than {FEWEST_STUDENTS} answers are marked"
    if not complete:
        return None, "no other question is marked for everybody"
    if own.max() - own.min() < SAME:
        return None, "everybody has the same points"
    if rest.max() - rest.min() < SAME:
        return None, "everybody has the same points on the rest"
    return float(own.corr(rest)), ""
