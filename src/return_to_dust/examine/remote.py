"""The examiner's side of a snapshot: ask for a name, call a function; only plain data comes back."""

from __future__ import annotations

import base64
import builtins
import contextlib
import time
from typing import Any

import numpy as np
import pandas as pd

from return_to_dust.examine.channel import Channel, ChannelClosed
from return_to_dust.examine.shell import CellTimeoutError
from return_to_dust.plain import Malformed, Unseen, dumps, loads

LONGEST_SENTENCE = 500


class StudentStopped(BaseException):
    """The process with the student's names is gone, or talks nonsense; ends the test."""


class Snapshot:
    """The student's names at the place of one test.

    Parameters
    ----------
    channel
        The connection to the process that holds them.
    answers
        What was answered at that place already, by name.

    Attributes
    ----------
    lost
        Whether the process has ended or does not answer.
    """

    def __init__(self, channel: Channel, answers: dict[str, Any]) -> None:
        self._channel = channel
        self._answers = answers
        self._known: dict[str, Any] = {}
        self._ends = 0.0
        self.lost = False

    def begin(self, limit_s: float) -> None:
        """Let the student's code answer for so many seconds from now on."""
        self._ends = time.monotonic() + limit_s

    def get(self, name: str) -> Any:
        """Return the value of a name: plain data, a `RemoteFunction`, or `Unseen` for anything else.

        Raises
        ------
        KeyError
            If the student has no such name.
        """
        if name not in self._known:
            head, body = self._ask({"do": "get", "name": name})
            if head.get("absent"):
                raise KeyError(name)
            self._known[name] = self._value(head, body)
        return self._known[name]

    def has(self, name: str) -> bool:
        """Say whether the student has a name, of whatever kind."""
        return not self._ask({"do": "get", "name": name})[0].get("absent")

    def delete(self, name: str) -> None:
        """Take a name from the student's functions, in this snapshot only."""
        self._known.pop(name, None)
        if self._ask({"do": "delete", "name": name})[0].get("absent"):
            raise KeyError(name)

    def give_back(self, name: str, function: RemoteFunction) -> None:
        """Put a function of the student's under a name again."""
        self._ask({"do": "set", "name": name}, dumps(function, _stand_in))
        self._known[name] = function

    def call(self, function: int, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """Call one of the student's functions.

        Arguments that it changes in place are changed here too, and what it prints is printed. What it raises is
        raised here (see `exception`).
        """
        body = dumps((arguments, named), _stand_in)
        head, answer = self._ask({"do": "call", "function": function}, body)
        moved = head.get("moved")
        for name in moved if isinstance(moved, list) else []:
            self._known.pop(str(name), None)
        print(head.get("printed", ""), end="")  # noqa: T201 - a test may look at it; the examiner shows nobody
        if "raised" in head:
            raise exception(str(head["raised"]), head.get("kinds"), str(head.get("says", "")))
        if "arguments" in head:
            self._change(arguments, named, head["arguments"])
        return self._value(head, answer)

    def _change(self, arguments: tuple[Any, ...], named: dict[str, Any], text: Any) -> None:
        try:
            after, after_named = loads(base64.b64decode(text), self._function)
            pairs = [*zip(arguments, after, strict=True), *((named[key], after_named[key]) for key in named)]
        except (Malformed, TypeError, ValueError, KeyError):
            raise StudentStopped("The answer was no message.") from None
        for mine, changed in pairs:
            change_in_place(mine, changed)

    def _value(self, head: dict[str, Any], body: bytes) -> Any:
        if "cannot" in head:
            return Unseen(str(head["cannot"])[:LONGEST_SENTENCE])
        try:
            return loads(body, self._function)
        except Malformed:
            raise StudentStopped("The answer was no message.") from None

    def _ask(self, question: dict[str, Any], body: bytes = b"") -> tuple[dict[str, Any], bytes]:
        if question["do"] == "get" and question["name"] in self._answers:
            answer = self._answers[question["name"]]
            try:
                return answer, base64.b64decode(answer.get("body", ""))
            except ValueError:
                raise StudentStopped("The answer was no message.") from None
        try:
            self._channel.send(question, body)
            return self._channel.receive(self._ends)
        except TimeoutError:
            self.lost = True
            self._channel.close()
            raise CellTimeoutError("The code ran longer than a cell may run.") from None
        except ChannelClosed:
            self.lost = True
            raise StudentStopped("The process with the answers is gone.") from None

    def _function(self, payload: Any) -> RemoteFunction:
        if not isinstance(payload, dict) or not isinstance(payload.get("function"), int):
            raise Malformed("no function")
        return RemoteFunction(self, payload["function"], str(payload.get("name", "")), str(payload.get("about", "")))


class RemoteFunction:
    """A function of the student's; calling it sends the arguments there and brings the result back."""

    def __init__(self, home: Snapshot, number: int, name: str, about: str) -> None:
        self._home = home
        self.number = number
        self.__name__ = self.__qualname__ = name
        self.__doc__ = about

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Call the function; see `Snapshot.call`."""
        return self._home.call(self.number, arguments, named)


def _stand_in(value: Any) -> Any:
    return {"function": value.number} if isinstance(value, RemoteFunction) else None


def exception(name: str, kinds: Any, says: str) -> BaseException:
    """Return what stands for an exception of the student's: one of that name and message, of Python's own kind.

    Parameters
    ----------
    name
        The name of its class.
    kinds
        The names of its class and base classes that Python has itself, the nearest first; anything else counts for
        nothing.
    says
        Its message.
    """
    for kind in [*kinds, "Exception"] if isinstance(kinds, list) else ["Exception"]:
        base = getattr(builtins, str(kind), None)
        if isinstance(base, type) and issubclass(base, BaseException):
            with contextlib.suppress(TypeError):  # such as UnicodeDecodeError, which wants five arguments
                error: BaseException = base(says)
                if (kind, str(error)) != (name, says):
                    error = type(name if name.isidentifier() else kind, (base,), {"__str__": lambda _: says})(says)
                return error
    raise AssertionError("An Exception takes any message.")


def change_in_place(mine: Any, changed: Any) -> None:
    """Make a list, dict, set, array or table of the test equal to what the student's function made of it."""
    if type(mine) is not type(changed):
        return
    if isinstance(mine, list):
        mine[:] = changed
    elif isinstance(mine, (dict, set)):
        mine.clear()
        mine.update(changed)
    elif isinstance(mine, np.ndarray) and mine.shape == changed.shape and mine.flags.writeable:
        mine[...] = changed
    elif isinstance(mine, pd.DataFrame) and not mine.equals(changed):
        mine.drop(columns=list(mine.columns), inplace=True)  # noqa: PD002 - the test holds this very table
        mine.drop(index=list(mine.index), inplace=True)  # noqa: PD002
        for position, column in enumerate(changed.columns):
            mine.insert(position, column, changed.iloc[:, position], allow_duplicates=True)
