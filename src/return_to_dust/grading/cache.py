"""Results kept by content: what was marked once is not marked again, also when a run was interrupted."""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import time
from functools import cache
from importlib import metadata
from pathlib import Path

from return_to_dust.paths import PACKAGE, bundled, write_whole

#: Libraries on whose version a mark may depend, besides Python and this package.
LIBRARIES = ("ipython", "krippendorff", "matplotlib", "numpy", "pandas", "scipy", "shapely")
KEPT_DAYS = 30


@cache
def environment() -> str:
    """Return a digest of all that marks depend on besides the work: this package, its texts, Python, libraries.

    Returns
    -------
    str
        A sha256 in hexadecimal digits; the same on every machine that has the same versions.
    """
    digest = hashlib.sha256(platform.python_version().encode())
    for name in LIBRARIES:
        with contextlib.suppress(metadata.PackageNotFoundError):
            digest.update(f"{name} {metadata.version(name)}\n".encode())
    for top in (PACKAGE, bundled("source_texts")):
        for path in sorted(path for path in top.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{path.relative_to(top).as_posix()} {content}\n".encode())
    return digest.hexdigest()


class Cache:
    """A folder with one file for each result, named by the key; what is damaged is as good as absent.

    Parameters
    ----------
    folder
        Where the files are; it is made when the first result is kept.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> str | None:
        """Return the text kept under a key; None where there is none or not all of it."""
        try:
            digest, _, text = self._path(key).read_text(encoding="utf-8").partition("\n")
            if digest != _digest(key, text):
                return None
            os.utime(self._path(key))  # used today
        except (OSError, UnicodeDecodeError):
            return None
        return text

    def put(self, key: str, text: str) -> None:
        """Keep a text under a key, in one step.

        Raises
        ------
        OSError
            If the system refuses.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self._path(key), f"{_digest(key, text)}\n{text}")

    def prune(self, days: float = KEPT_DAYS) -> None:
        """Delete what no run has used for so many days, drafts of killed runs included."""
        oldest = time.time() - days * 86_400
        for path in self.folder.glob("*") if self.folder.is_dir() else ():
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < oldest:
                    path.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"


def _digest(key: str, text: str) -> str:
    return hashlib.sha256(f"{key}\n{text}".encode()).hexdigest()
