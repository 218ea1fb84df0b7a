"""The marker's side of a fork server: start it in bubblewrap, ask it for rooms, end it for certain."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from enum import Enum
from pathlib import Path

from return_to_dust.errors import CourseError
from return_to_dust.sandbox.limits import Limits
from return_to_dust.sandbox.view import WORK, environment, wrapped

START_S = 120.0
LOOK_S = 0.01


class Level(Enum):
    """How far a system can shut code in, the best first.

    Attributes
    ----------
    ROOMS
        One warm fork server in bubblewrap; each notebook in namespaces of its own within it.
    BUBBLES
        One bubblewrap, started anew, for each notebook: as closed, and about two seconds slower.
    UNSAFE
        A process of its own and its limits, nothing else: code reads and writes what the marker can.
    """

    ROOMS = "rooms"
    BUBBLES = "bubbles"
    UNSAFE = "unsafe"


class RoomError(CourseError):
    """A room could not be opened: the sentence says why, and that nothing was run."""


class RoomLost(RoomError):
    """The sandbox ended, and a room with it: no fault of what ran there."""


class Server:
    """One fork server: the process, and the socket on which rooms are asked for, by one thread at a time.

    The system ends it with the thread that started it.
    """

    def __init__(self, level: Level) -> None:
        self.level = level
        self._turn = threading.RLock()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        program = [sys.executable, "-m", "return_to_dust.sandbox.server", str(theirs.fileno()), level.value]
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the server
        own = environment() | {"HOME": tempfile.gettempdir(), "PYTHONPATH": os.pathsep.join(sys.path)}
        try:
            self.process = subprocess.Popen(
                program if level is Level.UNSAFE else wrapped(program),
                pass_fds=[theirs.fileno()],
                env=own if level is Level.UNSAFE else {},
                stdin=subprocess.DEVNULL,
                stdout=self._log,
                stderr=self._log,
                start_new_session=True,
            )
        except OSError as error:
            raise RoomError(f"The sandbox could not be started ({error.strerror}): install bubblewrap.") from None
        finally:
            theirs.close()
        self.control = ours
        self.control.settimeout(START_S)
        self._ready = False

    def open(self, role: str, sockets: list[int], limits: Limits, libraries: list[str]) -> tuple[list[int], str]:
        """Ask for a room; return its first process and the one that works, and its folder.

        Processes are descriptors; without a sandbox, which also runs where there are none, numbers.
        """
        folder = tempfile.mkdtemp(prefix="dust-room-") if self.level is Level.UNSAFE else WORK
        request = {"role": role, "limits": limits.as_dict(), "folder": folder, "separate": self.level is Level.ROOMS}
        request["libraries"] = libraries
        with self._turn:
            self._await_ready()
            try:
                socket.send_fds(self.control, [json.dumps(request).encode()], sockets)
                answer, descriptors, _, _ = socket.recv_fds(self.control, 65536, 2)
            except OSError:
                answer = b""
        if not answer:
            raise RoomLost("The sandbox ended as a room was to be opened: free some memory, and mark it again.")
        reply = json.loads(answer)
        if not reply["ok"]:
            raise RoomError(f"The sandbox could not open a room ({reply['why']}): run `dust doctor`.")
        return descriptors or reply["processes"], folder

    def _await_ready(self) -> None:
        if self._ready:
            return
        try:
            hello = json.loads(self.control.recv(65536) or b"{}")
        except OSError:
            hello = {}
        if not hello.get("ready"):
            self._log.seek(0)
            lines = self._log.read().decode(errors="replace").strip().splitlines()
            why = hello.get("why") or (lines[-1] if lines else "it gave no reason")
            raise RoomError(f"The sandbox did not start ({why[:300]}): run `dust doctor`.")
        self._ready = True

    def is_running(self) -> bool:
        """Say whether its first process runs, be it ready or not."""
        return self.process.poll() is None

    def ended(self, wait_s: float = 0.0) -> bool:
        """Say whether the server has ended, or does so within some seconds; its rooms end with it."""
        until = time.monotonic() + wait_s
        while not self._has_ended():
            if time.monotonic() >= until:
                return False
            time.sleep(LOOK_S)
        return True

    def _has_ended(self) -> bool:
        with self._turn:
            try:  # a word that nobody has read yet is a sign of life, the end of the connection is none
                said = bool(select.select([self.control], [], [], 0)[0])
                return not self.is_running() or (said and not self.control.recv(1, socket.MSG_PEEK))
            except (OSError, ValueError):  # it was closed
                return True

    def close(self) -> None:
        """End the server and everything in it, and wait until the system has removed all of that."""
        first = []  # of bubblewrap's own namespace, which ends only after all others in it
        if self.is_running():
            with contextlib.suppress(OSError):
                first = [os.pidfd_open(child) for child in children(self.process.pid)]
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for number in first:
            select.select([number], [], [], 10)
            os.close(number)
        with self._turn:  # whoever waited for an answer has it now
            self.control.close()
            self._log.close()


def children(pid: int) -> list[int]:
    """Return the numbers of a process's children; none where it has ended, or the system has no ``/proc``."""
    found = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += [int(child) for child in (task / "children").read_text(encoding="ascii").split()]
    return found
