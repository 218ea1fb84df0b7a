"""The student's side: runs the cells of a submission, and answers what tests ask about its names.

All of this runs in the same process as the student's code, which may change any of it. Nothing that it says is
trusted: outputs are checked, and answers are only data, by the side that asks.

At the place of each test the process forks a *snapshot*, which waits. It is asked only when all cells have run and
nothing more can be printed, and what is called in it changes nothing in the cells after the test. Values that the test
looks at are sent at once; where there is nothing else, there is no snapshot, and for functions that stay as they are
one at the end serves all tests (see `return_to_dust.examine.waiting`).
"""

from __future__ import annotations

import base64
import contextlib
import io
import os
import socket
import sys
from pathlib import Path
from typing import Any

from return_to_dust.examine.channel import Channel
from return_to_dust.examine.shell import catch_printing, make_shell, run_cell
from return_to_dust.examine.snapshots import MOST_MESSAGE_B, answer, answers_to
from return_to_dust.examine.waiting import Bound, bound_after, rests_on, written
from return_to_dust.sandbox.libraries import LIBRARIES
from return_to_dust.sandbox.limits import Limits

#: How much is answered at once, in all; after that tests find snapshots.
MOST_ANSWERS_B = 2_000_000


def prepare() -> None:
    """Load the libraries and use each once; called before the fork."""
    import importlib

    for name in LIBRARIES:
        importlib.import_module(name)
    import matplotlib as mpl
    import matplotlib.pyplot as plt
    import pandas as pd

    shell = make_shell()
    importlib.import_module("matplotlib_inline.backend_inline")  # now that the shell is there, it shows figures itself
    from return_to_dust import new_figure, reading, table
    from return_to_dust.figures import use_course_style
    from return_to_dust.texts import source_ids

    for scale in ("linear", "log"):
        figure, axes = new_figure()
        axes.plot(pd.to_datetime(["2022-07-08", "2022-09-10"]), [1, 200], "o--", label="once")
        axes.axhline(2)
        axes.annotate("text", (0.5, 0.5), xycoords="axes fraction", fontweight="bold")
        axes.set(title=f"隐入尘烟 {scale}", xlabel="day", ylabel="yuan", yscale=scale)
        axes.legend()
        figure.savefig(io.BytesIO(), format="png", bbox_inches="tight")
        plt.close(figure)
    figure, axes = new_figure()
    axes.barh(["film", "scene"], [1, 2])
    axes.hist([1, 2, 2], bins=3)
    axes.scatter([1], [2], c=[3])
    axes.text(0, 0, "text", ha="right")
    figure.savefig(io.BytesIO(), format="png")
    plt.close(figure)
    for name in source_ids():
        reading(name)
    table("box_office")._repr_html_()  # type: ignore[operator]
    pd.DataFrame({"a": [1]})._repr_html_()  # type: ignore[operator]
    run_cell(shell, "1 / 0", 10, 1_000_000)
    run_cell(shell, "1 + 1", 10, 1_000_000)
    shell.reset(new_session=True)
    mpl.rcdefaults()  # figures look as they do for the student, who may not ask for the course's style
    use_course_style.cache_clear()


def serve(sockets: list[socket.socket], limits: Limits) -> None:
    """Run what comes in on the first socket; snapshots answer on the others.

    The first message brings ``files`` (their contents in base64) and ``steps``: each has ``source``, and ``test``,
    the number of the snapshot, where a test stands there, with the ``names`` that it asks for. The answer to each is a
    message; the last one says whether data has changed on which the functions of a shared snapshot rest, and is empty
    where it has not. Where the order is ``eager``, no test shares a snapshot.
    """
    marker = Channel(sockets[0], MOST_MESSAGE_B)
    order, _ = marker.receive()
    place_files(order["files"])
    sys.path.append(str(Path.cwd()))  # at the end: a module that was handed in takes no library's place
    catch_printing()
    sys.argv = [""]
    shell = make_shell()
    steps, left, left_b = order["steps"], limits.output_mb << 20, MOST_ANSWERS_B
    later = bound_after([step["source"] for step in steps])
    waiting: list[int] = []
    kept: list[tuple[str, bytes]] = []
    for step, bound in zip(steps, later, strict=True):
        if step["test"] is None:
            outputs = run_cell(shell, step["source"], limits.cell_s, left)
            left = max(0, left - len(repr(outputs)))
            marker.send({"outputs": outputs, "count": shell.execution_count - 1})
            continue
        run_cell(shell, step["source"], limits.cell_s, 0)
        answers = answers_to(step["names"], shell.user_ns, left_b)
        functions = [] if answers is None else [name for name in step["names"] if name not in answers]
        data = None if order["eager"] or not functions else data_of(functions, shell.user_ns, bound)
        if data is not None:
            waiting.append(step["test"])
            kept += data
        elif answers is None or functions:
            answers = None
            if os.fork() == 0:
                answer(shell, [step["test"]], sockets)
        left_b -= len(repr(answers))
        marker.send({"snapshot": step["test"], "answers": answers, "waits": data is not None})
    changed = any(written([name], shell.user_ns) != [(name, text)] for name, text in kept)
    if waiting and not changed and os.fork() == 0:
        answer(shell, waiting, sockets)
    marker.send({"changed": True} if changed else {})


def data_of(functions: list[str], names: dict[str, Any], later: Bound) -> list[tuple[str, bytes]] | None:
    """Return the data that functions rest on, as it is now; None where something else of that may change later."""
    rest = rests_on(functions, names)
    return None if rest is None or later.changes(rest[0], names) else written(rest[1], names)


def place_files(files: dict[str, str]) -> None:
    """Write the hand-in's files into the working folder; one whose name is taken there is left out."""
    for name, content in files.items():
        path = Path(name)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(base64.b64decode(content))
