"""Answer what tests ask about a notebook's names: the student's side of `return_to_dust.examine.remote`."""

from __future__ import annotations

import base64
import builtins
import contextlib
import io
import os
import selectors
import socket
from typing import Any

from return_to_dust.examine.channel import Channel, ChannelClosed
from return_to_dust.examine.shell import CellTimeoutError, NotebookShell, with_alarm
from return_to_dust.plain import CannotSend, dumps, loads

MOST_MESSAGE_B = 100_000_000
LONGEST_MESSAGE = 1_000
LONGEST_PRINTED = 100_000
#: How long a test's answers may take to be written, where it needs no snapshot.
ANSWER_S = 2.0


def answer(shell: NotebookShell, tests: list[int], sockets: list[socket.socket]) -> None:
    """Serve tests from this snapshot until they ask no more; never returns."""
    asking = selectors.DefaultSelector()
    for number, end in enumerate(sockets):
        if number - 1 in tests:
            asking.register(end, selectors.EVENT_READ, (Snapshot(shell.user_ns), Channel(end, MOST_MESSAGE_B)))
        else:
            end.close()
    silence = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for the rest of this process
    with contextlib.redirect_stdout(silence), contextlib.redirect_stderr(silence):
        while asking.get_map():
            for key, _ in asking.select():
                snapshot, channel = key.data
                try:
                    channel.send(*snapshot.answer(*channel.receive()))
                except ChannelClosed:
                    asking.unregister(key.fileobj)
    os._exit(0)


def answers_to(asked: list[str] | None, names: dict[str, Any], most_b: int) -> dict[str, Any] | None:
    """Return what a snapshot would answer to a test that asks for these names, for those that are no functions.

    None where it takes a snapshot: it is not known what is asked, there are functions in a value, or it is too much.
    """
    if asked is None:
        return None
    values = [name for name in asked if not callable(names.get(name))]
    answers: dict[str, Any] | None = None
    with contextlib.suppress(Exception, CellTimeoutError):  # the test will meet it, too
        answers = with_alarm(ANSWER_S, lambda: _answers(values, names, most_b))
    return answers


def _answers(asked: list[str], names: dict[str, Any], most_b: int) -> dict[str, Any] | None:
    snapshot, answers = Snapshot(names), {}
    for name in asked:
        head, body = snapshot.answer({"do": "get", "name": name}, b"")
        answers[name] = head | {"body": base64.b64encode(body).decode()}
        most_b -= len(body) * 2
        if most_b < 0 or snapshot.has_functions():
            return None
    return answers


class _Printed(io.StringIO):
    """What a function printed, as far as anybody would read it."""

    def write(self, text: str) -> int:
        return super().write(text[: LONGEST_PRINTED - self.tell()])


def raised(error: BaseException) -> dict[str, Any]:
    """Describe an exception: its name, the nearest kinds that Python has itself, its message."""
    try:
        says = str(error)
    except Exception as broken:
        says = str(broken)
    kinds = [kind.__name__ for kind in type(error).__mro__ if vars(builtins).get(kind.__name__) is kind]
    return {"raised": type(error).__name__, "kinds": kinds, "says": says[:LONGEST_MESSAGE]}


class Snapshot:
    """The names of a notebook as they were at a test.

    Parameters
    ----------
    names
        The notebook's global names.
    """

    def __init__(self, names: dict[str, Any]) -> None:
        self._names = names
        self._functions: list[Any] = []
        self._sent: dict[str, Any] = {}

    def has_functions(self) -> bool:
        """Say whether a function was among the answers, which may be called next."""
        return bool(self._functions)

    def answer(self, question: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        """Return the head and the body of the answer to a question, given in the same way."""
        name = question.get("name", "")
        if question["do"] == "call":
            return self._call(question["function"], body)
        if question["do"] == "set":
            self._names[name] = loads(body, self._function)
            return {}, b""
        if name not in self._names:
            return {"absent": True}, b""
        if question["do"] == "delete":
            del self._names[name]
            return {}, b""
        self._sent[name] = self._names[name]
        return self._plain(self._names[name])

    def _call(self, number: int, body: bytes) -> tuple[dict[str, Any], bytes]:
        arguments, named = loads(body, self._function)
        printed = _Printed()
        try:
            with contextlib.redirect_stdout(printed):
                result = self._functions[number](*arguments, **named)
        except BaseException as error:
            return raised(error) | {"printed": printed.getvalue(), "moved": self._moved()}, b""
        head, answer = self._plain(result)
        head |= {"printed": printed.getvalue(), "moved": self._moved()}
        if "cannot" not in head:
            head |= self._changed((arguments, named), body)
        return head, answer

    def _changed(self, arguments: Any, before: bytes) -> dict[str, Any]:
        """Tell what the call made of its arguments, where it changed them."""
        with contextlib.suppress(CannotSend):
            after = dumps(arguments, self._number)
            if after != before:
                return {"arguments": base64.b64encode(after).decode()}
        return {}

    def _moved(self) -> list[str]:
        """Name what was sent before and is another object now."""
        moved = [name for name, one in self._sent.items() if self._names.get(name) is not one]
        for name in moved:
            del self._sent[name]
        return moved

    def _plain(self, value: Any) -> tuple[dict[str, Any], bytes]:
        try:
            return {}, dumps(value, self._number)
        except CannotSend as error:
            return {"cannot": str(error)}, b""

    def _number(self, value: Any) -> Any:
        """Stand for a function by its number, so that it can be called from the other side."""
        if not callable(value):
            return None
        self._functions.append(value)
        about = str(getattr(value, "__doc__", "") or "")[:LONGEST_MESSAGE]
        return {"function": len(self._functions) - 1, "name": str(getattr(value, "__name__", "")), "about": about}

    def _function(self, stand_in: Any) -> Any:
        return self._functions[stand_in["function"]]
