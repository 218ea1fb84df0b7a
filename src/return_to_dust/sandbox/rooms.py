"""The marker's side of the sandbox: start the fork server, open rooms in it, close them for certain."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from types import TracebackType

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
        One bubblewrap, started anew, for each notebook: as closed, and about a second slower.
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
                return self.process.poll() is not None or (said and not self.control.recv(1, socket.MSG_PEEK))
            except (OSError, ValueError):  # it was closed
                return True

    def close(self) -> None:
        """End the server and everything in it, and wait until the system has removed all of that."""
        first = []  # of bubblewrap's own namespace, which ends only after all others in it
        if self.process.poll() is None:
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


class Room:
    """A place in which one role's work is done; use it in a ``with`` block, which ends everything in it."""

    def __init__(self, server: Server, opened: tuple[list[int], str], *, alone: bool) -> None:
        self._server, self._alone, self._open = server, alone, True
        (self._first, self._worker), self._folder = opened

    def __enter__(self) -> Room:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The number of the room's first process, as this process sees it; -1 where it has ended."""
        if not self._open:  # the numbers of its descriptors may be those of others by now
            return -1
        if self._server.level is Level.UNSAFE:
            return self._first
        with contextlib.suppress(OSError, StopIteration, ValueError):
            lines = Path(f"/proc/self/fdinfo/{self._first}").read_text(encoding="ascii").splitlines()
            return int(next(line.split()[1] for line in lines if line.startswith("Pid:")))
        return -1

    def is_lost(self, wait_s: float = 0.0) -> bool:
        """Say whether the room ended with its server, or does so within some seconds.

        Where rooms are namespaces, nothing that runs in one can bring that about; elsewhere it could, and no is said.
        """
        return self._server.level is Level.ROOMS and self._server.ended(wait_s)

    def stop_work(self) -> None:
        """Kill the process that does the room's work, and leave what it has forked, if the room is open."""
        if not self._open:
            return
        with contextlib.suppress(ProcessLookupError):
            if self._server.level is Level.UNSAFE:
                os.kill(self._worker, signal.SIGKILL)
            else:
                signal.pidfd_send_signal(self._worker, signal.SIGKILL)

    def close(self) -> None:
        """Kill every process in the room and wait until the system has removed them."""
        if not self._open:
            return
        self._open = False
        if self._server.level is Level.UNSAFE:
            self._close_session()
            return
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._first, signal.SIGKILL)
        select.select([self._first], [], [], 10)
        os.close(self._first)
        os.close(self._worker)
        if self._alone:
            self._server.close()

    def _close_session(self) -> None:
        """Without namespaces, end at least the processes of the room's session; those that left it stay."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(os.getpgid(self._first), signal.SIGKILL)
        shutil.rmtree(self._folder, ignore_errors=True)


class Sandbox:
    """Opens rooms, at the level that was chosen for this machine.

    Parameters
    ----------
    level
        How far code is shut in (see `Level` and `return_to_dust.sandbox.levels.choose`).

    Raises
    ------
    RoomError
        If the fork server does not start, or a room cannot be opened. Nothing has run then.
    """

    def __init__(self, level: Level) -> None:
        self.level = level
        self._pid = os.getpid()
        self._turn = threading.Lock()
        self._closed = False
        self._shared: Server | None = Server(level)
        self._servers = {self._shared}
        atexit.register(self.close)

    def room(self, role: str, sockets: list[socket.socket], limits: Limits, libraries: Sequence[str] = ()) -> Room:
        """Open a room; several threads may do so.

        Parameters
        ----------
        role
            ``"student"``, ``"examiner"`` or ``"probe"``.
        sockets
            What it gets one end of; the caller closes its own.
        limits
            How much it may use.
        libraries
            Which of `return_to_dust.sandbox.libraries.LATER` are to be there, too.
        """
        numbers = [one.fileno() for one in sockets]
        alone = self.level is Level.BUBBLES and role != "examiner"
        server = self._server(alone=alone)
        try:
            return Room(server, server.open(role, numbers, limits, list(libraries)), alone=alone)
        except RoomError:
            if alone:
                server.close()
            raise

    def _server(self, *, alone: bool) -> Server:
        """Return a server of the room's own, or the one for all, started again where it has ended."""
        with self._turn:
            for ended in [one for one in self._servers if one.ended()]:
                ended.close()
                self._servers.remove(ended)
            if self._closed:
                raise RoomError("The sandbox is closed: nothing was run.")
            if not alone and self._shared in self._servers:
                return self._shared
            server = Server(self.level)
            self._servers.add(server)
            self._shared = self._shared if alone else server
            return server

    def close(self) -> None:
        """End all that runs here, for good; a process that was forked from the one that opened it leaves it alone."""
        if self._pid == os.getpid():
            with self._turn:
                self._closed = True
                for server in self._servers:
                    server.close()
                self._servers.clear()
            atexit.unregister(self.close)
