"""The examiner: runs the instructor's tests, hidden ones included, on a student's names, which are elsewhere.

It sees neither the student's process nor its files. For each test that it ran to the end, or that failed, it gives a
*receipt*: the outputs that decide the mark. Where there is no receipt there is no mark.

Of the course's own tests, first the part that students can see is run, in all tests; only then the hidden parts.
What a page shows of an answer is thus settled before any of the student's functions has met a hidden case.
"""

from __future__ import annotations

import ast
import contextlib
import io
import linecache
import socket
import traceback
from dataclasses import dataclass
from typing import Any

from IPython.core.inputtransformer2 import TransformerManager

from return_to_dust.examine.channel import Channel
from return_to_dust.examine.names import Names, read_helpers
from return_to_dust.examine.remote import Snapshot
from return_to_dust.examine.shell import make_shell, with_alarm
from return_to_dust.sandbox.limits import Limits

MOST_MESSAGE_B = 64_000_000
MOST_ANSWER_B = 16_000_000
LONGEST_TRACEBACK = 20_000


@dataclass
class Test:
    """One test cell on its way: its parts still to run, its names, and its receipt once there is one.

    Where it shares its snapshot with other tests, the loss of that is no fault of this test's alone.
    """

    number: int
    grade_id: str
    points: float
    parts: list[str]
    names: Names
    snapshot: Snapshot
    shares: bool
    outputs: list[dict[str, Any]] | None = None


def prepare() -> None:
    """Load what tests use; called before the fork."""
    import numpy as np
    import pandas as pd

    from return_to_dust.checks import Question

    question = Question("ready", 1)
    with question.criterion("ready", 1) as c:
        c.table(pd.DataFrame({"a": [1]}), pd.DataFrame({"a": [1]}))
        c.items(np.array([1.0]), [1.0])
    make_shell().display_formatter.format(question.score())
    TransformerManager().transform_cell("1")


def serve(sockets: list[socket.socket], limits: Limits) -> None:
    """Run the tests that come in on the first socket, on the snapshots at the others; answer with receipts."""
    marker = Channel(sockets[0], MOST_MESSAGE_B)
    order, _ = marker.receive()
    helpers = read_helpers(order["helpers"])
    tests: list[Test] = []
    for one in order["tests"]:
        snapshot = Snapshot(Channel(sockets[1 + one["test"]], MOST_ANSWER_B), one["answers"])
        names = Names(helpers, snapshot, [test.names for test in tests])
        tests.append(
            Test(one["test"], one["grade_id"], one["points"], list(one["parts"]), names, snapshot, one["shares"])
        )
    for part in range(max((len(test.parts) for test in tests), default=0)):
        for test in tests:
            if test.outputs is None and part < len(test.parts):
                run_part(test, part, limits.cell_s)
                if test.snapshot.lost and test.shares:
                    marker.send({"lost": test.number})
                    return
                if test.outputs is not None:
                    marker.send({"receipt": test.number, "outputs": test.outputs})
    marker.send({})


def run_part(test: Test, part: int, limit_s: float) -> None:
    """Run one part of a test; note its outputs if it failed or was the last part."""
    test.snapshot.begin(limit_s)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            value = with_alarm(limit_s + 1, lambda: run(test, part))
    except BaseException as error:
        test.outputs = [failure(error)]
        return
    if part == len(test.parts) - 1:
        test.outputs = [receipt(value, test.points)]


def run(test: Test, part: int) -> Any:
    """Run the code of one part and return the value of its last line; None where this is no expression."""
    whole = "".join(test.parts)
    place = f"<test {test.grade_id}>"  # one for all parts: the checks tell their errors from the student's by it
    linecache.cache[place] = (len(whole), None, whole.splitlines(keepends=True), place)
    tree = ast.parse(TransformerManager().transform_cell(test.parts[part]))
    ast.increment_lineno(tree, "".join(test.parts[:part]).count("\n"))
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, place, "exec"), test.names)  # noqa: S102 - the instructor's own code
    return eval(compile(ast.Expression(last.value), place, "eval"), test.names) if last else None  # noqa: S307


def failure(error: BaseException) -> dict[str, Any]:
    """Return an error as a notebook stores it."""
    lines = "".join(traceback.format_exception(error))[-LONGEST_TRACEBACK:].splitlines()
    return {"output_type": "error", "ename": type(error).__name__, "evalue": str(error)[:2000], "traceback": lines}


def receipt(value: Any, points: float) -> dict[str, Any]:
    """Return what a test that ran to its end has earned, as a notebook stores it.

    A number on the test's last line is what was earned, as in nbgrader. Without one the test earns all its points, for
    it failed nowhere; unlike in nbgrader the receipt says so, instead of saying nothing.
    """
    data, metadata = ({}, {}) if value is None else make_shell().display_formatter.format(value)
    try:
        float(data.get("text/plain", ""))
    except ValueError:
        data, metadata = {"text/plain": f"{points:g}"}, {}
    return {"output_type": "execute_result", "data": data, "metadata": metadata, "execution_count": None}
