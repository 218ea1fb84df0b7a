"""The fork server: loads the libraries once and forks a room for each request. It never runs a student's code itself.

Runs inside bubblewrap, started by `return_to_dust.sandbox.host`. It has one thread, or its forks could hang.

An examiner's room is one process, the first in namespaces of its own. A student's has two: the first keeps house, so
that what the other one forked outlives it.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import random
import signal
import socket
import sys
from typing import Any

from return_to_dust.sandbox import confine
from return_to_dust.sandbox.libraries import LATER
from return_to_dust.sandbox.limits import Limits

#: What a room can do: the module that serves it, whose `serve` gets the sockets and the limits.
ROLES = {
    "student": "return_to_dust.examine.student",
    "examiner": "return_to_dust.examine.examiner",
    "probe": "return_to_dust.sandbox.probe",
}
MOST_SOCKETS = 250


def main() -> None:
    """Serve requests from the socket whose number is the only argument, until it is closed."""
    control = socket.socket(fileno=int(sys.argv[1]))
    try:
        denied = None if sys.argv[2] == "unsafe" else confine.system_call_filter()
        with contextlib.redirect_stdout(sys.stderr):
            warm_up()
        if denied is not None:
            confine.guard()  # where a room has no namespaces of its own, its processes see this one
    except Exception as error:
        control.send(json.dumps({"ready": False, "why": f"{type(error).__name__}: {error}"[:500]}).encode())
        return
    threads = len(os.listdir("/proc/self/task")) if os.path.isdir("/proc/self/task") else 1  # noqa: PTH112, PTH208 - no pathlib in a loop of forks
    control.send(json.dumps({"ready": threads == 1, "why": f"it has {threads} threads"}).encode())
    while True:
        message, sockets, _, _ = socket.recv_fds(control, 65536, MOST_SOCKETS)
        if not message:
            return
        request = json.loads(message)
        load(request["libraries"])
        bury()
        try:
            user, group = os.getuid(), os.getgid()
            if (confine.fork_apart() if request["separate"] else os.fork()) == 0:
                enter(control, request, sockets, denied, (user, group))
        except OSError as error:
            refuse(control, error)
        for number in sockets:
            os.close(number)


def bury() -> None:
    """Let go of the rooms that have ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def warm_up() -> None:
    """Load what notebooks and tests use, and use it once, so that forks find it ready."""
    gc.disable()  # it would look again and again through all that is there to stay
    for module in ROLES.values():
        importlib.import_module(module).prepare()
    settle()
    gc.enable()


def load(libraries: list[str]) -> None:
    """Load those libraries of `LATER` that are named and not loaded yet."""
    for library in libraries:
        if LATER[library] not in sys.modules:
            with contextlib.suppress(ImportError):  # a notebook that needs it will say so
                importlib.import_module(LATER[library])
            settle()


def settle() -> None:
    """Keep what is in memory now from the collector, which would touch, and so copy, every page in every fork."""
    gc.collect()
    gc.freeze()


def enter(
    control: socket.socket, request: dict[str, Any], sockets: list[int], denied: Any, owner: tuple[int, int]
) -> None:
    """Furnish a room and start its work; never returns.

    The answer to the request brings a descriptor of this process, with which everything in the room is ended, and
    one of the process that does the work; where nothing is shut in, their numbers instead.
    """
    try:
        os.setsid()
        limits = Limits(**request["limits"])
        if denied is not None:
            confine.guard(closed=False)  # a guarded process can neither map its users nor be watched
            confine.adopt()
        if request["separate"]:
            confine.settle_in(*owner)
            confine.furnish(limits)
        keeps_house = request["role"] != "examiner"
        worker = os.fork() if keeps_house else os.getpid()
        if worker == 0:
            control.close()
            work(request, sockets, denied, limits)
        numbers = [os.getpid(), worker]
        processes = [] if denied is None else [os.pidfd_open(number) for number in numbers]
        if denied is not None and keeps_house:
            confine.guard()
        socket.send_fds(control, [json.dumps({"ok": True, "processes": numbers}).encode()], processes)
    except BaseException as error:  # an answer is owed, whatever happened
        refuse(control, error)
        os._exit(1)
    control.close()
    for number in processes:
        os.close(number)
    if not keeps_house:
        work(request, sockets, denied, limits)
    for number in sockets:
        os.close(number)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
    os._exit(0)


def refuse(control: socket.socket, error: BaseException) -> None:
    """Answer a request with the reason why there is no room."""
    control.send(json.dumps({"ok": False, "why": f"{type(error).__name__}: {error}"[:500]}).encode())


def work(request: dict[str, Any], sockets: list[int], denied: Any, limits: Limits) -> None:
    """Shut this process in and do the room's work; never returns."""
    try:
        os.chdir(request["folder"])
        os.makedirs(".tmp", exist_ok=True)  # noqa: PTH103
        limits.apply(alone=denied is not None)
        if denied is not None:
            confine.drop_privileges()
            denied.load()
        random.seed()
        sys.modules["numpy"].random.seed()
        channels = [socket.socket(fileno=number) for number in sockets]
        importlib.import_module(ROLES[request["role"]]).serve(channels, limits)
    except BaseException as error:
        os.write(2, f"{request['role']}: {type(error).__name__}: {error}\n".encode())
    os._exit(0)


if __name__ == "__main__":
    main()
