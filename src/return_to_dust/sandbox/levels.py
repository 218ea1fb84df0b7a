"""Choose how code is shut in on this machine: try the best way, attack it, and take it only if it holds."""

from __future__ import annotations

import json
import os
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from return_to_dust.errors import CourseError
from return_to_dust.sandbox.host import Level, RoomError
from return_to_dust.sandbox.limits import Limits
from return_to_dust.sandbox.rooms import Sandbox
from return_to_dust.sandbox.view import bubblewrap

#: Small, so that the attacks on them are quick.
PROBE = Limits(processes=16, scratch_mb=16)
PROBE_S = 30.0
#: Those that a bubblewrap of its own shows to the code in it: bubblewrap, the server, the three of a room.
OWN_PROCESSES = 5
ELSEWHERE = "Mark in WSL or in the container of docs/container.md; everything else of the course runs here."
WITHOUT = (
    "Marking is refused, as students' code would run with your rights. Mark on Linux with bubblewrap "
    "(apt install bubblewrap) or in the container of docs/container.md; for work that you trust entirely, --unsafe."
)


def open_sandbox(*, unsafe: bool = False) -> Sandbox:
    """Return a started sandbox of the best level that holds on this machine.

    Parameters
    ----------
    unsafe
        Whether code may run with the marker's own rights; never set for work of other people.

    Raises
    ------
    CourseError
        If no level holds; the sentence says why each failed, and what to do.
    """
    if sys.platform == "win32":
        raise CourseError(f"Windows cannot run the marker. {ELSEWHERE}")
    if unsafe:
        return Sandbox(Level.UNSAFE)
    if sys.platform != "linux":
        raise CourseError(f"This system ({sys.platform}) cannot shut code in. {WITHOUT}")
    if bubblewrap() is None:
        raise CourseError(f"The program bubblewrap is not installed. {WITHOUT}")
    failed: dict[str, list[str]] = {}
    for level in (Level.ROOMS, Level.BUBBLES):
        sandbox = None
        try:
            sandbox = Sandbox(level)
            escaped = attack(sandbox)
        except RoomError as error:
            why = str(error).rstrip(".")
        else:
            if not escaped:
                return sandbox
            why = f"a program in it {', '.join(escaped)}"
        failed.setdefault(why, []).append(level.value)
        if sandbox is not None:
            sandbox.close()
    reasons = "; ".join(f"{' and '.join(levels)}: {why}" for why, levels in failed.items())
    raise CourseError(f"The sandbox does not hold here ({reasons}). {WITHOUT}")


@contextmanager
def opening(*, unsafe: bool = False) -> Iterator[Callable[[], Sandbox]]:
    """Open a sandbox in the background (see `open_sandbox`), and close it at the end of the ``with`` block.

    What is given is a function that returns the sandbox once it is open, or raises why it cannot be.
    """
    with ThreadPoolExecutor(1, "sandbox") as thread:  # which stays to the end, as a sandbox ends with its thread
        opened = thread.submit(open_sandbox, unsafe=unsafe)
        try:
            yield opened.result
        finally:
            with suppress(CourseError):
                opened.result().close()


def shared_sandbox(*, unsafe: bool = False) -> Sandbox:
    """Return this process's own sandbox, started when it is first asked for (see `open_sandbox`)."""
    with _turn:
        return _shared(unsafe=unsafe)


_turn = threading.Lock()
_shared = cache(open_sandbox)


def attack(sandbox: Sandbox) -> list[str]:
    """Attack a sandbox from inside one of its rooms; return what succeeded (see `return_to_dust.sandbox.probe`)."""
    ours, theirs = socket.socketpair()
    with (
        ours,
        tempfile.NamedTemporaryFile() as secret,
        socket.create_server(("127.0.0.1", 0)) as server,
    ):
        secret.write(b"a file of the marker's")
        secret.flush()
        Path(secret.name).chmod(0o644)  # else the user nobody could not read it, even without a sandbox
        with theirs:
            room = sandbox.room("probe", [theirs], PROBE)
        with room:
            order = {
                "file": secret.name,
                "port": server.getsockname()[1],
                "pid": os.getpid(),
                "processes": OWN_PROCESSES,
            }
            ours.settimeout(PROBE_S)
            try:
                ours.sendall(json.dumps(order).encode())
                return list(json.loads(ours.recv(65536)))
            except (OSError, ValueError):
                raise RoomError("The room did not answer") from None
