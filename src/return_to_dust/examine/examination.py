"""One notebook on its way through both rooms: what the student's says is limited, only the examiner's is a mark."""

from __future__ import annotations

import base64
import time
from typing import Any

import nbformat
from nbformat import NotebookNode

from return_to_dust.examine.channel import Channel, ChannelClosed
from return_to_dust.examine.outputs import TooMuch, check_outputs, sound_answers, sound_count, sound_outputs
from return_to_dust.examine.plan import Plan
from return_to_dust.marking.notices import add_notice
from return_to_dust.sandbox import Limits, Room
from return_to_dust.sandbox.watch import MemoryExceeded, check_memory

GRACE_S = 3.0
LOOK_S = 0.25
#: In one message, and in all that the student's room sends.
MOST_MESSAGE_B = 12_000_000
#: Why the student's cells did not all run: the notice's name and its sentence.
DIED = "kernel-died", "The notebook ended its own Python process; the cells after that did not run."
STUCK = "not-interrupted", "A cell ran too long and could not be interrupted; the cells after that did not run."
MEMORY = "memory", "The notebook took more memory than it may ({} MB) and was stopped."
LATE = "deadline", "The notebook ran longer than {} seconds; the cells after that did not run."
TESTS_LATE = "deadline", "The tests of the notebook ran longer than {} seconds; those after that did not run."
EXAMINER_DIED = "examiner-died", "The examiner ended before it had run all tests; mark this work again."
OUT_OF_TURN = (
    "out-of-turn",
    "The notebook's process answered out of turn, as where code meddles with the marking; look at its cells. "
    "What came after that did not run.",
)
TOO_MUCH = "outputs-cut", "The notebook shows more than a notebook may; some of its outputs are not kept."
NOT_REACHED = {
    "output_type": "error",
    "ename": "NotReachedError",
    "evalue": "This test was not reached.",
    "traceback": ["NotReachedError: This test was not reached."],
}


class Unfinished(Exception):
    """The snapshot that several tests share is missing, as the cells did not all run, or one test has lost it.

    Attributes
    ----------
    shown
        What the cells showed, where tests have been run since: that stays, or a function could tell the next run's
        cells something of the hidden case that it was called with, by breaking the snapshot or not.
    """

    def __init__(self, shown: Examination | None = None) -> None:
        self.shown = shown


class Examination:
    """One notebook on its way: what is planned, and what came of it so far."""

    def __init__(self, plan: Plan, limits: Limits, *, eager: bool) -> None:
        self.plan = plan
        self.limits = limits
        self.eager = eager
        self.outputs: dict[int, list[Any]] = {}
        self.counts: dict[int, int] = {}
        self.snapshots: dict[int, dict[str, Any]] = {}
        self.waiting: set[int] = set()
        self.complete = False
        self.receipts: dict[int, list[Any]] = {}
        self.notices: list[tuple[str, str]] = []
        self._looked = time.monotonic()

    def run_cells(self, room: Room, channel: Channel, files: dict[str, bytes]) -> None:
        """Let the student's cells run; keep what they showed, and which snapshots were made."""
        ends = time.monotonic() + self.limits.notebook_s
        packed = {name: base64.b64encode(content).decode() for name, content in files.items()}
        try:
            channel.send({"files": packed, "steps": self.plan.steps, "eager": self.eager})
            for step, place in zip(self.plan.steps, self.plan.places, strict=True):
                until = min(ends, time.monotonic() + self.limits.cell_s + GRACE_S)
                said = self._receive(room, channel, until)
                if (step["test"] is None and "outputs" not in said) or said.get("snapshot") != step["test"]:
                    self._note(OUT_OF_TURN)
                    return
                if step["test"] is None:
                    self._keep(place, said, channel.received_b)
                else:
                    self.snapshots[step["test"]] = sound_answers(said.get("answers"))
                    self.waiting.update([step["test"]] if said.get("waits") is True and not self.eager else [])
            self.complete = not self.waiting or not self._receive(room, channel, time.monotonic() + GRACE_S)
        except TimeoutError:
            self._note(LATE if time.monotonic() >= ends else STUCK, self.limits.notebook_s)
        except MemoryExceeded:
            self._note(MEMORY, self.limits.room_mb)
        except ChannelClosed:
            self._note(DIED)

    def show(self, earlier: Examination) -> None:
        """Show what an earlier run showed."""
        self.outputs, self.counts, self.notices = earlier.outputs, earlier.counts, earlier.notices

    def run_tests(self, room: Room, channel: Channel) -> None:
        """Let the examiner run the tests whose snapshots were made; keep its receipts."""
        tests = [
            {"test": number, "grade_id": test.grade_id, "points": test.points, "parts": test.parts}
            | {"answers": answers, "shares": number in self.waiting}
            for number, answers in self.snapshots.items()
            for test in [self.plan.tests[number]]
        ]
        ends = time.monotonic() + self.limits.notebook_s
        try:
            channel.send({"helpers": self.plan.helpers, "tests": tests})
            while "receipt" in (said := self._receive(room, channel, ends)):
                self.receipts[said["receipt"]] = said["outputs"]
            if "lost" in said:
                raise Unfinished(self)
        except TimeoutError:
            self._note(TESTS_LATE, self.limits.notebook_s)
        except MemoryExceeded:
            self._note(MEMORY, self.limits.room_mb)
        except ChannelClosed:
            self._note(EXAMINER_DIED)

    def write_into(self, notebook: NotebookNode) -> None:
        """Put all outputs into the notebook; a test without a receipt says that it was not reached."""
        for place, cell in enumerate(notebook.cells):
            if cell.cell_type == "code":
                cell.outputs = sound_outputs(self.outputs.get(place, []))
                cell.execution_count = self.counts.get(place)
        for number, test in enumerate(self.plan.tests):
            outputs = self.receipts.get(number, [NOT_REACHED])
            notebook.cells[test.place].outputs = [nbformat.from_dict(one) for one in outputs]
        for code, says in self.notices:
            add_notice(notebook, code, says)

    def _receive(self, room: Room, channel: Channel, until: float) -> dict[str, Any]:
        """Wait for a message, with a look at the memory of the student's room now and then."""
        while True:
            try:
                said = channel.receive(min(until, time.monotonic() + LOOK_S))[0]
            except TimeoutError:
                self._look(room)
                if time.monotonic() >= until:
                    raise
            else:
                self._look(room)
                return said

    def _look(self, room: Room) -> None:
        """Look at the memory of the student's room, four times a second at most."""
        if time.monotonic() >= self._looked + LOOK_S:
            self._looked = time.monotonic()
            check_memory(room, self.limits)

    def _keep(self, place: int, said: dict[str, Any], received_b: int) -> None:
        self.counts[place] = sound_count(said.get("count"))
        try:
            if received_b > MOST_MESSAGE_B:
                raise TooMuch
            self.outputs[place] = check_outputs(said.get("outputs"))
        except TooMuch:
            self._note(TOO_MUCH)

    def _note(self, notice: tuple[str, str], *values: int) -> None:
        self.notices.append((notice[0], notice[1].format(*values)))
