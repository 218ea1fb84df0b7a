"""How much a submission may use."""

from __future__ import annotations

import contextlib
from dataclasses import asdict, dataclass

MOST_FILES = 512


@dataclass(frozen=True)
class Limits:
    """How much one notebook may use.

    Attributes
    ----------
    cell_s
        Seconds that one cell, or the tests of one cell, may run; the notebook goes on with the next.
    notebook_s
        Seconds for the whole notebook, tests included.
    process_mb
        Address space of one process, in MiB; libraries take about half of it.
    room_mb
        Memory of all processes together, in MiB; whoever takes more is stopped.
    processes
        How many processes and threads there may be.
    scratch_mb
        Size of the working folder, which lies in memory, in MiB; one file may take half of it.
    output_mb
        Outputs of the whole notebook, in MiB; what is more is cut off.
    """

    cell_s: int = 30
    notebook_s: int = 180
    process_mb: int = 3072
    room_mb: int = 3072
    processes: int = 96
    scratch_mb: int = 128
    output_mb: int = 8

    def as_dict(self) -> dict[str, int]:
        """Return the limits as plain data, for a message or a cache key."""
        return asdict(self)

    def apply(self, *, alone: bool) -> None:
        """Set the limits that the system keeps for this process and for what it starts.

        Parameters
        ----------
        alone
            Whether the process is shut in. If not, all the user's programs count as its own, and their number is not
            limited; a limit that the system does not know, as on macOS, is then left out.
        """
        import resource  # not on Windows, where nothing runs

        limits = {
            resource.RLIMIT_AS: self.process_mb << 20,
            resource.RLIMIT_FSIZE: self.scratch_mb << 19,
            resource.RLIMIT_NOFILE: MOST_FILES,
            resource.RLIMIT_CPU: self.notebook_s + 30,
            resource.RLIMIT_CORE: 0,
        }
        if alone:
            limits[resource.RLIMIT_NPROC] = self.processes
        for kind, most in limits.items():
            with contextlib.nullcontext() if alone else contextlib.suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))
