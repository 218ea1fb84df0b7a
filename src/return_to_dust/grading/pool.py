"""Work done by processes of this machine, none of which can take the others' work with it.

A process that ends, or is ended because it takes too long, loses nothing: its work goes to a new one. The standard
library's pool breaks as a whole there, and has no deadline.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import connection, get_context, parent_process
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from return_to_dust.errors import CourseError
from return_to_dust.marking.course import ready_environment

W = TypeVar("W")
R = TypeVar("R")

#: How often a piece of work may end its process, and a process may end before it is ready.
MOST_DEATHS = 3
#: How long the supervisor sleeps at most before it looks whether all processes are alive, in seconds.
LOOK_S = 1.0


def cores() -> int:
    """Return how many processor cores this process may use, 1 or more."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@dataclass
class _Job(Generic[W]):
    """A piece of work, and how many processes it has ended."""

    work: W
    deaths: int = 0


class Pool(Generic[W, R]):
    """Processes that do one task each, side by side.

    Parameters
    ----------
    task
        An importable function of one picklable argument with a picklable result.
    lost
        Makes a result for work that could not be done, from the work and a sentence that says why.
    jobs
        How many processes, 1 or more.
    patience_s
        How long one piece of work may take, in seconds, before its process is ended.
    """

    def __init__(self, task: Callable[[W], R], lost: Callable[[W, str], R], jobs: int, patience_s: float) -> None:
        self.task = task
        self.lost = lost
        self.jobs = jobs
        self.patience_s = patience_s
        self._stillborn = 0

    def run(self, works: Iterable[W]) -> Iterator[R]:
        """Yield a result for each piece of work, in the order in which they are done.

        Work is taken from `works` when a process is free for it. When the caller stops, all processes are ended.

        Raises
        ------
        CourseError
            If processes end before they are ready to work.
        """
        queue = _Queue(works)
        workers: list[_Worker[W]] = []
        try:
            while len(workers) < self.jobs and (job := queue.take()):
                workers.append(_Worker(self.task, job, self.patience_s))
            while workers:
                for worker in _awake(workers):
                    job, told = worker.job, worker.hear()
                    if told is None:
                        yield from self._bury(worker, workers, queue)
                    elif told is not READY:
                        following = queue.take()
                        if following is None or not worker.give(following):  # fed first: the caller may take its time
                            self._replace(worker, workers, following)
                        done, value = told
                        yield value if done else self.lost(job.work, value)
        finally:
            for worker in workers:
                worker.kill()

    def _bury(self, worker: _Worker[W], workers: list[_Worker[W]], queue: _Queue[W]) -> Iterator[R]:
        """Give the work of a process that has ended to a new one; yield that it is lost where it ends them all."""
        job = worker.job
        if worker.ready:
            job.deaths += 1
        else:
            self._stillborn += 1
            if self._stillborn >= MOST_DEATHS:
                raise CourseError(
                    "The processes that mark end as soon as they start: free some memory, or run `dust doctor`."
                )
        if job.deaths < MOST_DEATHS:
            self._replace(worker, workers, job)
        else:
            self._replace(worker, workers, queue.take())
            yield self.lost(job.work, f"it ended the process that marks it {job.deaths} times")

    def _replace(self, worker: _Worker[W], workers: list[_Worker[W]], job: _Job[W] | None) -> None:
        """End a process; start a new one where there is work for it."""
        workers.remove(worker)
        worker.kill()
        if job is not None:
            workers.append(_Worker(self.task, job, self.patience_s))


class _Queue(Generic[W]):
    def __init__(self, works: Iterable[W]) -> None:
        self._works = iter(works)

    def take(self) -> _Job[W] | None:
        return next((_Job(work) for work in self._works), None)


READY = object()


class _Worker(Generic[W]):
    """One process, and the job that it has in hand."""

    def __init__(self, task: Callable[[W], Any], job: _Job[W], patience_s: float) -> None:
        context = get_context("spawn")  # a fork would copy open databases and threads
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(pickle.dumps(task), theirs))
        with _no_interrupts():
            self._process.start()
        theirs.close()  # so that the end of the process is the end of the pipe
        self.patience_s = patience_s
        self.job = job
        self.ready = False
        self.ends = time.monotonic() + patience_s

    @property
    def pipe(self) -> Connection[Any, Any]:
        """The pipe to wait on."""
        return self._pipe

    def give(self, job: _Job[W]) -> bool:
        """Hand over a job; return whether the process took it."""
        self.job = job
        self.ends = time.monotonic() + self.patience_s
        try:
            self._pipe.send(job.work)
        except OSError:
            return False
        return True

    def hear(self) -> Any:
        """Return what the process says: READY, (done, result or reason), or None where it has ended."""
        try:
            if not self._pipe.poll():
                return None  # it was ended, or has ended and a child of it keeps the pipe open
            told = self._pipe.recv()
        except (EOFError, OSError):
            return None
        if told is not None:
            return told
        self.ready = True
        return READY if self.give(self.job) else None

    def overdue(self) -> bool:
        """Say whether the process has ended, or has had its time."""
        return time.monotonic() > self.ends or not self._process.is_alive()

    def kill(self) -> None:
        """End the process and all that it started.

        It holds nothing that is to be put away, and taking down all its modules in order would take half a second.
        """
        if sys.platform != "win32" and self.ready:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid or 0, signal.SIGKILL)
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _awake(workers: list[_Worker[W]]) -> list[_Worker[W]]:
    """Wait for a word; return the processes that have one, or from which none will come, which are then killed."""
    speaking = connection.wait([worker.pipe for worker in workers], LOOK_S)
    silent = [worker for worker in workers if worker.pipe not in speaking and worker.overdue()]
    return [worker for worker in workers if worker.pipe in speaking] + silent


@contextlib.contextmanager
def _no_interrupts() -> Iterator[None]:
    """Keep Ctrl-C from a process that is not set up yet; it inherits this."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pickled: bytes, pipe: Connection[Any, Any]) -> None:
    """Do what comes through the pipe until nobody is at its other end; the body of each process."""
    if sys.platform != "win32":
        os.setsid()  # Ctrl-C is for the command, which then ends this group as a whole
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()
    ready_environment()  # before the task, and all that it needs, is imported
    task: Callable[[Any], Any] = pickle.loads(pickled)  # noqa: S301 - from this very command
    pipe.send(None)
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            work = pipe.recv()
            try:
                told = (True, task(work))
            except Exception as error:
                told = (False, f"{type(error).__name__}: {error}")
            pipe.send(told)


def _end_with_parent() -> None:
    """End this process and all that it started when the command is gone, killed or not."""
    parent = parent_process()
    if parent is not None:
        parent.join()
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
