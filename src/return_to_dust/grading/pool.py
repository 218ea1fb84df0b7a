"""Work done side by side by threads of this process: each waits for a room of the sandbox, where the work is done."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from itertools import islice
from typing import TypeVar

W = TypeVar("W")
R = TypeVar("R")

#: Pieces of work that wait for a free thread, so that none waits for the caller.
AHEAD = 2


def cores() -> int:
    """Return how many processor cores this process may use, 1 or more."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def side_by_side(task: Callable[[W], R], works: Iterable[W], jobs: int) -> Iterator[R]:
    """Yield a result for each piece of work, in the order in which they are done.

    Work is taken from `works`, in the caller's thread, when a thread will soon be free for it. When the caller stops
    early, what waits is not begun; what is under way has to be ended by the caller, as by closing the sandbox.

    Parameters
    ----------
    task
        What is done with each; it raises nothing.
    works
        What is to be done.
    jobs
        How many are done at a time, 1 or more.
    """
    waiting = iter(works)
    threads = ThreadPoolExecutor(jobs, "marker")
    try:
        under_way = [threads.submit(task, work) for work in islice(waiting, jobs + AHEAD)]
        while under_way:
            done = wait(under_way, return_when=FIRST_COMPLETED).done
            ready = [one for one in under_way if one in done]
            under_way = [one for one in under_way if one not in done]
            under_way += [threads.submit(task, work) for work in islice(waiting, len(done))]
            yield from (one.result() for one in ready)
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
