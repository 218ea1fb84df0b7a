"""Watch how much memory a room takes; the system keeps this only for each process by itself."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from return_to_dust.sandbox.host import children
from return_to_dust.sandbox.limits import Limits
from return_to_dust.sandbox.rooms import Room

PAGE_B = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class MemoryExceeded(Exception):
    """A room took more memory than it may, and was closed."""


def check_memory(room: Room, limits: Limits) -> None:
    """Close a room that takes more memory than its limit.

    Pages that several of its processes share are counted once. A system without ``/proc`` is not watched.

    Raises
    ------
    MemoryExceeded
        If it did.
    """
    most = limits.room_mb << 20
    processes = family(room.pid)
    if sum(map(_resident_b, processes)) > most and sum(map(_own_share_b, processes)) > most:
        room.close()
        raise MemoryExceeded


def family(pid: int) -> list[int]:
    """Return a process and all that descend from it."""
    found = [pid] if pid > 0 else []
    for one in found:
        found += children(one)
    return found


def _resident_b(pid: int) -> int:
    with contextlib.suppress(OSError):
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * PAGE_B
    return 0


def _own_share_b(pid: int) -> int:
    with contextlib.suppress(OSError, StopIteration):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return int(next(line.split()[1] for line in lines if line.startswith("Pss:"))) << 10
    return 0
