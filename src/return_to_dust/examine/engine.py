"""Examine a notebook: run its cells in one room, its tests in another, and put both results together.

This is the marker's side. It holds the tests and trusts only the examiner; from the student's room it takes outputs,
within limits, and nothing that could be a mark.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from nbformat import NotebookNode

from return_to_dust.examine.channel import Channel
from return_to_dust.examine.examination import LOOK_S, MOST_MESSAGE_B, Examination, Unfinished
from return_to_dust.examine.plan import make_plan
from return_to_dust.sandbox import Limits, Room, RoomLost, Sandbox

LOST = "The sandbox ended while this was marked: free some memory, and mark it again."


def examine(notebook: NotebookNode, files: dict[str, bytes], limits: Limits, sandbox: Sandbox) -> NotebookNode:
    """Run a submitted notebook and its tests.

    Parameters
    ----------
    notebook
        The notebook after its cells were reconciled with the assignment: test cells carry their full source. It is
        changed: code cells get outputs, and each test cell exactly the outputs that decide its mark.
    files
        The other files of the hand-in, by their path; they lie in the working folder while it runs.
    limits
        How much it may use.
    sandbox
        Where rooms are opened.

    Returns
    -------
    NotebookNode
        `notebook`, with a notice for each thing that the student and the instructor should know.

    Raises
    ------
    RoomError
        If no room can be opened, or the sandbox ended twice while the notebook was in it.
    CourseError
        If it has too many tests.
    """
    unfinished: Unfinished | None = None
    lost = False
    while True:
        try:
            return _examine(notebook, files, limits, sandbox, unfinished)
        except RoomLost:  # the notebook is as it was
            if lost:
                raise
            lost = True
        except Unfinished as error:  # once, as in the next run no test shares its snapshot
            unfinished = error


def _examine(
    notebook: NotebookNode,
    files: dict[str, bytes],
    limits: Limits,
    sandbox: Sandbox,
    unfinished: Unfinished | None,
) -> NotebookNode:
    """Run a notebook; after a run that was not finished, with a snapshot for each test, in time."""
    examination = Examination(make_plan(notebook), limits, eager=unfinished is not None)
    pairs = [socket.socketpair() for _ in examination.plan.tests]
    with_snapshots = replace(limits, processes=limits.processes + len(pairs))
    try:
        ends = [pair[0] for pair in pairs]
        with _room(sandbox, "student", ends, with_snapshots, examination.plan.libraries) as (room, student):
            for pair in pairs:
                pair[0].close()
            examination.run_cells(room, student, files)
            if examination.waiting and not examination.complete:
                raise Unfinished
            odd = bool(examination.notices)
            if unfinished and unfinished.shown:
                examination.show(unfinished.shown)
            room.stop_work()
            ends = [pair[1] for pair in pairs]
            with _room(sandbox, "examiner", ends, limits, examination.plan.libraries) as (_, examiner):
                examination.run_tests(room, examiner)
            # when code ends, the sandbox may be ending: its end is waited for, so that nobody loses points by it
            if room.is_lost(LOOK_S if odd or examination.notices else 0):
                raise RoomLost(LOST)
    finally:
        for pair in pairs:
            pair[0].close()
            pair[1].close()
    examination.write_into(notebook)
    return notebook


@contextmanager
def _room(
    sandbox: Sandbox, role: str, ends: list[socket.socket], limits: Limits, libraries: list[str]
) -> Iterator[tuple[Room, Channel]]:
    """Open a room with a connection to it, and close both."""
    ours, theirs = socket.socketpair()
    try:
        with sandbox.room(role, [theirs, *ends], limits, libraries) as room:
            theirs.close()
            yield room, Channel(ours, MOST_MESSAGE_B)
    finally:
        ours.close()
        theirs.close()
