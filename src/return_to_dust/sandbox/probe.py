"""Attack the room from inside: what a sandbox must withstand before anybody's work is run in it.

Runs as a room's work, with the limits that work has. Each attack returns whether it *succeeded*.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from return_to_dust.sandbox.limits import Limits
from return_to_dust.sandbox.view import WORK

PTRACE_TRACEME, NEW_USER, NEW_NET = 0, 0x10000000, 0x40000000
#: So many files, of nearly the size that one may have, are more than any working folder holds.
FILES = 40
OUTSIDE = "/", "/usr", "/tmp", "/dev", "/dev/shm", "/etc", sys.prefix, str(Path(__file__).parent)  # noqa: S108


def prepare() -> None:
    """Load nothing: all that is used is there already."""


def serve(sockets: list[socket.socket], limits: Limits) -> None:
    """Try every attack; answer with the names of those that succeeded."""
    order = json.loads(sockets[0].recv(65536))
    succeeded = []
    for name, attack in ATTACKS.items():
        with contextlib.suppress(Exception):
            if attack(order, limits):
                succeeded.append(name)
    sockets[0].sendall(json.dumps(succeeded).encode())


def read_outside(order: dict[str, Any], _: Limits) -> bool:
    """Read a file of the marker's."""
    return bool(Path(order["file"]).read_bytes())


def write_outside(_: dict[str, Any], __: Limits) -> bool:
    """Write a file anywhere but in the working folder."""
    for folder in OUTSIDE:
        with contextlib.suppress(OSError):
            Path(folder, "dust-probe").write_bytes(b"x")
            return True
    return False


def connect(order: dict[str, Any], _: Limits) -> bool:
    """Connect to a server on the marker's machine."""
    socket.create_connection(("127.0.0.1", order["port"]), timeout=2).close()
    return True


def see_others(order: dict[str, Any], _: Limits) -> bool:
    """See or signal a process outside."""
    shown = {int(name) for name in os.listdir("/proc") if name.isdigit()}  # noqa: PTH208
    if len(shown) > order["processes"]:
        return True
    os.kill(order["pid"], 0)  # the marker's own number
    return order["pid"] not in shown


def new_namespace(_: dict[str, Any], __: Limits) -> bool:
    """Become the superuser of namespaces of its own."""
    return bool(ctypes.CDLL(None).unshare(NEW_USER | NEW_NET) == 0)


def trace(_: dict[str, Any], __: Limits) -> bool:
    """Use the system call with which debuggers look into processes."""
    return bool(ctypes.CDLL(None).ptrace(PTRACE_TRACEME, 0, 0, 0) == 0)


def many_processes(_: dict[str, Any], limits: Limits) -> bool:
    """Start more processes than allowed."""
    started = []
    try:
        for _number in range(limits.processes + 2):
            child = os.fork()
            if child == 0:
                signal.pause()
            started.append(child)
    finally:
        for child in started:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    return True


def much_memory(_: dict[str, Any], limits: Limits) -> bool:
    """Take more memory than one process may."""
    return len(bytearray((limits.process_mb + 64) << 20)) > 0


def large_file(_: dict[str, Any], limits: Limits) -> bool:
    """Write more than the working folder holds."""
    block = b"\0" * (1 << 20)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        for number in range(FILES):
            with Path(WORK, f"large-{number}").open("wb") as file:
                for _block in range(limits.scratch_mb // 2 - 1):
                    file.write(block)
    finally:
        for number in range(FILES):
            Path(WORK, f"large-{number}").unlink(missing_ok=True)
    return True


ATTACKS: dict[str, Callable[[dict[str, Any], Limits], bool]] = {
    "reads a file of yours": read_outside,
    "writes outside its folder": write_outside,
    "uses the network": connect,
    "sees other processes": see_others,
    "makes namespaces of its own": new_namespace,
    "traces processes": trace,
    "starts any number of processes": many_processes,
    "takes any amount of memory": much_memory,
    "fills the disk": large_file,
}
