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

from return_to_dust.checks.criterion import Criterion, Mistake
from return_to_dust.checks.question import Question, Score
from return_to_dust.checks.values import Missed
from return_to_dust.outcome import OUTCOME, known_error, render_outcome

__all__ = ["OUTCOME", "Criterion", "Missed", "Mistake", "Question", "Score", "known_error", "render_outcome"]
