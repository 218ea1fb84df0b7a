"""The same marking on a Dask cluster: its workers only run submissions, this machine alone writes.

Dask's plain TCP knows no password and hands Python objects around: whoever reaches the scheduler can run code on it
and here. Use ``tls://`` addresses, set up in Dask's configuration, or a network of your own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from return_to_dust.errors import CourseError
from return_to_dust.grading.work import Result, Work

#: How long to look for the scheduler and for its first worker, in seconds.
PATIENCE_S = 10
#: Submissions sent ahead for each thread of the cluster, so that none waits for this machine.
AHEAD = 2


class Cluster:
    """A Dask cluster that marks.

    Parameters
    ----------
    address
        Of the scheduler, such as ``"tls://marking.example.org:8786"``.
    task, lost
        The function that marks, importable, with its arguments and results picklable; and what makes a result for work
        that the cluster gave up, from the work and a sentence that says why.
    """

    def __init__(self, address: str, task: Callable[[Work], Result], lost: Callable[[Work, str], Result]) -> None:
        self.address = address
        self.task = task
        self.lost = lost

    def run(self, works: Iterable[Work]) -> Iterator[Result]:
        """Yield a result for each piece of work, in the order in which they are done.

        Work of a worker that is killed is given to another one, by Dask.

        Raises
        ------
        CourseError
            If Dask is not installed, or the scheduler cannot be reached or has no workers.
        """
        distributed = _import()
        with self._connect(distributed) as client:
            threads = sum(client.nthreads().values())
            waiting = iter(works)
            sent: dict[Any, Work] = {}
            done = distributed.as_completed(loop=client.loop)
            self._send(client, done, sent, waiting, AHEAD * threads)
            for future in done:
                work = sent.pop(future)
                self._send(client, done, sent, waiting, 1)
                yield self._result(future, work)

    def _connect(self, distributed: Any) -> Any:
        try:
            client = distributed.Client(self.address, timeout=PATIENCE_S, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise CourseError(
                f"There is no Dask scheduler at {self.address} ({error or type(error).__name__}): look at the address "
                "and whether `dask scheduler` runs there."
            ) from None
        try:
            client.wait_for_workers(1, timeout=PATIENCE_S)
        except Exception:
            client.close()
            raise CourseError(
                f"The Dask scheduler at {self.address} has no workers: start `dask worker {self.address}` on machines "
                "that have this course installed."
            ) from None
        return client

    def _send(self, client: Any, done: Any, sent: dict[Any, Work], waiting: Iterator[Work], number: int) -> None:
        for work, _ in zip(waiting, range(number), strict=False):
            future = client.submit(self.task, work, pure=False)
            sent[future] = work
            done.add(future)

    def _result(self, future: Any, work: Work) -> Result:
        error = future.exception()
        if error is None:
            result: Result = future.result()
            return result
        reason = str(error).partition("\n")[0] or type(error).__name__
        return self.lost(work, f"the cluster gave it up: {reason}")


def _import() -> Any:
    try:
        import distributed
    except ImportError:
        raise CourseError(
            'Marking on a cluster needs the package distributed: install it with pip install -e ".[cluster]".'
        ) from None
    return distributed
