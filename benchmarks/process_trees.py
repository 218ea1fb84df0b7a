"""What a command costs with all that it starts: wall clock, processor time, memory."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

LOOK_S = 0.1
#: How deep a room's processes lie in namespaces of processes: the machine's, bubblewrap's, their own.
ROOM_DEPTH = 3


class CommandFailed(Exception):
    """A command that is to be timed did not do its work; the message is what it said."""


@dataclass
class Cost:
    """What one run of a command took.

    Attributes
    ----------
    wall_s
        From its start to its end, in seconds.
    processor_s
        The processor time of the whole machine in between, on which nothing else should run, in seconds: that of a
        room's processes is told to nobody when the system ends them, and the system itself works for them, too.
    memory_mb
        By what a process is for, the most proportional set size (PSS) seen, in MiB; only where it was watched.
    says
        What it printed.
    """

    wall_s: float
    processor_s: float
    memory_mb: dict[str, float] = field(default_factory=dict)
    says: str = ""


def run(command: list[str], folder: Path, *, environment: dict[str, str] | None = None, watch: bool = False) -> Cost:
    """Run a command to its end.

    Parameters
    ----------
    command, folder
        The program with its arguments, and where to run it.
    environment
        Environment variables on top of the present ones.
    watch
        Whether to look at its memory, which costs processor time of its own.

    Raises
    ------
    CommandFailed
        If it ends with an exit code other than 0.
    """
    before, started = _busy_s(), time.monotonic()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | (environment or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        memory = _Memory(process.pid) if watch else None
        says = process.communicate()[0]
    wall_s = time.monotonic() - started
    peaks = memory.stop() if memory else {}
    if process.returncode:
        raise CommandFailed(f"{' '.join(command)} ended with {process.returncode}:\n{says[-3000:]}")
    return Cost(wall_s, _busy_s() - before, peaks, says)


def _busy_s() -> float:
    """Return how long the machine's processors have been at work since it started, in seconds."""
    numbers = Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:]
    user, nice, system, _, _, interrupts, soft_interrupts = map(int, numbers[:7])
    return (user + nice + system + interrupts + soft_interrupts) / os.sysconf("SC_CLK_TCK")


class _Memory:
    """Looks at the memory of a process and its descendants until it is stopped."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peaks: dict[str, float] = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def stop(self) -> dict[str, float]:
        """Return the most that was seen, by what a process is for."""
        self._ended.set()
        self._thread.join()
        return self._peaks

    def _watch(self) -> None:
        while not self._ended.wait(LOOK_S):
            for what, size in _sizes_mb(self._pid).items():
                self._peaks[what] = max(size, self._peaks.get(what, 0.0))


def _sizes_mb(pid: int) -> dict[str, float]:
    """Return the PSS of the processes of `dust grade`: of all, of all rooms, and of the largest of the others."""
    found: dict[str, list[float]] = {}
    for one in _family(pid):
        with contextlib.suppress(OSError, StopIteration):
            what, size = _purpose(one), _pss_mb(one)
            found.setdefault(what, []).append(size)
    total = {"all processes together": sum(map(sum, found.values()))}
    rooms = found.pop("rooms", [])
    return total | {f"{what}, each": max(sizes) for what, sizes in found.items()} | {"all rooms together": sum(rooms)}


def _purpose(pid: int) -> str:
    command = Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    if "sandbox.server" not in command:
        return "marking process"
    numbers = _line(pid, "status", "NSpid:").split()[1:]
    if command.startswith(("bwrap", "/usr/bin/bwrap")):
        return "bubblewrap"
    return "rooms" if len(numbers) == ROOM_DEPTH else "fork server"


def _pss_mb(pid: int) -> float:
    return int(_line(pid, "smaps_rollup", "Pss:").split()[1]) / 1024


def _line(pid: int, file: str, begins: str) -> str:
    lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    return next(line for line in lines if line.startswith(begins))


def _family(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
    return found
