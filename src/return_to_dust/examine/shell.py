"""An IPython shell without a kernel: it runs cells and keeps their outputs as a notebook stores them."""

from __future__ import annotations

import base64
import builtins
import getpass
import io
import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from types import FrameType
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

#: How much printed text one cell keeps, in characters.
MOST_TEXT = 200_000
CUT = "\n… the rest of the output was too long and is not kept\n"
NOBODY = "Nobody can answer `input()` while work is marked: write the value itself into the cell."
STAYS = "`exit()` ends nothing while work is marked: the cells below run too.\n"


class CellTimeoutError(BaseException):
    """A cell ran longer than it may; no Exception, so that a student's ``except Exception`` does not catch it."""


class Outputs:
    """The outputs of the cell that runs."""

    def __init__(self) -> None:
        self.begin(0)

    def begin(self, most_bytes: int) -> None:
        """Forget what was kept; keep at most so many bytes of figures, tables and text from now on."""
        self.kept: list[dict[str, Any]] = []
        self._named: dict[str, dict[str, Any]] = {}
        self._left = most_bytes
        self._text_left = MOST_TEXT
        self._clear_next = False

    def add(self, output: dict[str, Any], name: str = "", *, update: bool = False) -> None:
        """Keep one output that can be sent and has room; an update takes the place of the one of that name."""
        try:
            size = len(json.dumps(output))
        except (TypeError, ValueError, RecursionError):  # such as a set in a bundle of the student's own
            self.write("stdout", "… an output cannot be written to a notebook and is not kept\n")
            return
        if size > self._left:
            self.write("stdout", "… an output was too large and is not kept\n")
            return
        self._left -= size
        self._cleared()
        if not update:
            self.kept.append(output)
            self._named[name] = output
        elif name in self._named:
            self._named[name].clear()
            self._named[name].update(output)

    def write(self, name: str, text: str) -> None:
        """Keep printed text, together with what the same stream printed before it."""
        if self._text_left < 0 or not text:
            return
        self._cleared()
        text = text if len(text) <= self._text_left else text[: self._text_left] + CUT
        self._text_left -= len(text)
        last = self.kept[-1] if self.kept else {}
        if last.get("name") == name:
            last["text"] += text
        else:
            self.kept.append(_stream(name, text))

    def clear(self, *, wait: bool) -> None:
        """Remove what was kept, now or before the next output."""
        self._clear_next = True
        if not wait:
            self._cleared()

    def _cleared(self) -> None:
        if self._clear_next:
            self.kept.clear()
            self._clear_next = False


def _stream(name: str, text: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": text}


OUTPUTS = Outputs()


class _Stream(io.TextIOBase):
    """What stands for ``sys.stdout`` and ``sys.stderr`` while a cell runs."""

    encoding, errors = "utf-8", "replace"

    def __init__(self, name: str) -> None:
        self.name = f"<{name}>"
        self._kind = name

    def write(self, text: str) -> int:
        """Keep text."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        OUTPUTS.write(self._kind, text)
        return len(text)

    def writable(self) -> bool:
        """Say that text can be written."""
        return True


def _bundle(data: dict[str, Any]) -> dict[str, Any]:
    """Return a display's data as a notebook stores it: bytes as base64."""
    return {kind: base64.b64encode(one).decode() if isinstance(one, bytes) else one for kind, one in data.items()}


class _Publisher(DisplayPublisher):  # type: ignore[misc]
    def publish(self, data: Any, metadata: Any = None, **about: Any) -> None:
        output = {"output_type": "display_data", "data": _bundle(data), "metadata": metadata or {}}
        name = (about.get("transient") or {}).get("display_id", "")
        OUTPUTS.add(output, name, update=bool(about.get("update")))

    def clear_output(self, wait: bool = False) -> None:
        OUTPUTS.clear(wait=wait)


class _ResultHook(DisplayHook):  # type: ignore[misc]
    def start_displayhook(self) -> None:
        pass

    def write_output_prompt(self) -> None:
        pass

    def finish_displayhook(self) -> None:
        pass

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        output = {"output_type": "execute_result", "data": _bundle(format_dict), "metadata": md_dict or {}}
        OUTPUTS.add(output | {"execution_count": self.prompt_count})


class NotebookShell(InteractiveShell):  # type: ignore[misc]
    """An `InteractiveShell` whose results, displays and errors go to `OUTPUTS`."""

    def enable_gui(self, gui: Any = None) -> None:
        """Do nothing for ``%matplotlib``: there are no windows, and figures show themselves."""

    def ask_exit(self) -> None:
        """Go on, and say so."""
        OUTPUTS.write("stderr", STAYS)

    def _showtraceback(self, etype: Any, evalue: Any, stb: list[str]) -> None:
        OUTPUTS.add(
            {
                "output_type": "error",
                "ename": str(getattr(etype, "__name__", etype)),
                "evalue": str(evalue)[:MOST_TEXT],
                "traceback": "\n".join(stb)[:MOST_TEXT].split("\n"),
            }
        )


def make_shell() -> NotebookShell:
    """Return this process's only shell, made when it is first asked for."""
    config = Config()
    config.HistoryManager.enabled = False  # it would start a thread
    config.InteractiveShell.autocall = 0
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.xmode = "Context"
    shell: NotebookShell = NotebookShell.instance(
        config=config, displayhook_class=_ResultHook, display_pub_class=_Publisher
    )
    builtins.input = getpass.getpass = unanswered
    return shell


def unanswered(*_: Any, **__: Any) -> Any:
    """Stand for ``input``: refuse, with a sentence, as there is no keyboard."""
    raise EOFError(NOBODY)


def run_cell(shell: NotebookShell, source: str, limit_s: float, most_bytes: int) -> list[dict[str, Any]]:
    """Run one cell and return its outputs.

    Parameters
    ----------
    shell
        What `make_shell` returned.
    source
        The cell's code, with IPython's magics if it has any.
    limit_s
        After so many seconds a `CellTimeoutError` is raised in it.
    most_bytes
        How many bytes of outputs are kept.
    """
    OUTPUTS.begin(most_bytes)
    sys.stdout, sys.stderr = _Stream("stdout"), _Stream("stderr")
    try:
        with_alarm(limit_s, lambda: shell.run_cell(source, store_history=True))
    except CellTimeoutError as error:  # it struck while the shell did something of its own
        shell._showtraceback(CellTimeoutError, error, [f"CellTimeoutError: {error}"])
    OUTPUTS.write("stdout", printed_by_programs())
    return OUTPUTS.kept


def catch_printing() -> None:
    """Let what other programs print go to a file in the working folder that has no name."""
    with tempfile.TemporaryFile("a+b", dir=".tmp") as printed:
        for stream in (1, 2):
            os.dup2(printed.fileno(), stream)


def printed_by_programs() -> str:
    """Return what other programs have printed since this was last asked; nothing before `catch_printing`."""
    try:
        size = os.lseek(1, 0, os.SEEK_END)
    except OSError:  # a pipe or a terminal: nothing is caught
        return ""
    text = os.pread(1, MOST_TEXT + 1, 0).decode(errors="replace") if size else ""
    if size:
        os.ftruncate(1, 0)
    return text


def with_alarm(limit_s: float, action: Callable[[], Any]) -> Any:
    """Call `action`; raise `CellTimeoutError` in it after some seconds."""
    signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, limit_s)
    try:
        return action()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise CellTimeoutError("This cell ran longer than a cell may run.")
