"""The marker's side of the sandbox: open rooms in it, and close them for certain."""

from __future__ import annotations

import atexit
import contextlib
import os
import select
import shutil
import signal
import socket
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from return_to_dust.sandbox.host import Level, RoomError, Server
from return_to_dust.sandbox.limits import Limits


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
        How far code is shut in (see `Level` and `return_to_dust.sandbox.levels.open_sandbox`).

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
        self._shared = Server(level)
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
            if self._closed:
                raise RoomError("The sandbox is closed: nothing was run.")
            if not alone and not self._shared.ended():
                return self._shared
            if not alone:
                self._shared.close()
            server = Server(self.level)
            self._servers = {server, *(one for one in self._servers if one.is_running())}
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
