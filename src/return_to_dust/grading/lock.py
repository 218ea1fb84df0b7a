"""One run at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from return_to_dust.errors import CourseError


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a lock that ends with this process, however it ends; Windows has none of this kind.

    Raises
    ------
    CourseError
        If another process holds it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    held = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if sys.platform != "win32":
            import fcntl

            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise CourseError(
                    f"Another `dust grade` is at work in this course ({path} is locked): wait until it has ended."
                ) from None
        yield
    finally:
        os.close(held)
