"""Read a folder that somebody else made: no link is followed, nothing waits, and there are limits to everything."""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from return_to_dust.marking.names import plain_name

MOST_FILES = 1_000
MOST_FILE_B = 20_000_000
MOST_ALL_B = 50_000_000
MOST_DEEP = 8
MOST_PATH = 200  # characters of a path below the folder
#: What nbgrader lays beside a hand-in.
OWN = ("timestamp.txt", "submission_secret.txt")
NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
BY_HANDLE = os.open in os.supports_dir_fd


@dataclass(frozen=True)
class Held:
    """One file: its bytes, and when it was last written, in nanoseconds."""

    data: bytes
    written_ns: int


@dataclass
class Folder:
    """What a folder holds that can be taken.

    Attributes
    ----------
    owner
        The user id of the folder's owner; -1 where it could not be read.
    files
        The files by their paths with ``/``, the folder's own before those of its subfolders.
    says
        A sentence for each kind of thing that was left out, under a short code.
    """

    owner: int = -1
    files: dict[str, Held] = field(default_factory=dict)
    says: dict[str, str] = field(default_factory=dict)


class _Reader:
    """Collects files within the limits, and names what it leaves out."""

    def __init__(self, same_owner: bool) -> None:
        self.folder = Folder()
        self.same_owner = same_owner
        self.bytes = 0
        self.left: dict[str, list[str]] = {}
        self.known: set[str] = set()
        self.seen = 0

    def leave(self, why: str, path: str) -> None:
        self.left.setdefault(why, []).append(path)

    def read(self, place: int | Path, above: str, depth: int) -> None:
        """Read a folder's files, then its folders."""
        entries = sorted(os.scandir(place), key=lambda entry: (*_rank(entry.name, above), entry.name))
        folders = []
        for entry in entries:
            path = f"{above}{plain_name(entry.name) or entry.name}"
            self.seen += 1
            if self.seen > MOST_FILES:
                self.leave("too-many-files", path)
            elif plain_name(entry.name) is None or len(path) > MOST_PATH:
                self.leave("bad-name", path)
            elif entry.is_symlink():
                self.leave("link", path)
            elif entry.is_dir(follow_symlinks=False):
                folders.append((entry.name, path))
            elif entry.is_file(follow_symlinks=False):
                self.take(entry.name, place, path)
            else:
                self.leave("special-file", path)
        for name, path in folders:
            if depth == MOST_DEEP or same_name(path) in self.known:
                self.leave("too-deep" if depth == MOST_DEEP else "same-name", path)
                continue
            try:
                self.enter(name, place, f"{path}/", depth + 1)
            except OSError:
                self.leave("not-read", path)

    def enter(self, name: str, place: int | Path, above: str, depth: int) -> None:
        """Read the folder of that name, unless it has become a link meanwhile."""
        if isinstance(place, Path):
            self.read(place / name, above, depth)
            return
        handle = os.open(name, os.O_RDONLY | os.O_DIRECTORY | NO_LINK, dir_fd=place)
        try:
            self.read(handle, above, depth)
        finally:
            os.close(handle)

    def take(self, name: str, place: int | Path, path: str) -> None:
        """Read one file, unless a limit is met."""
        same = same_name(path)
        try:
            held, owner = read_file(name, place)
        except OSError as error:
            self.leave("link" if error.errno == errno.ELOOP else "not-read", path)
            return
        if held is None or self.bytes + len(held.data) > MOST_ALL_B:
            self.leave("too-large", path)
        elif self.same_owner and owner != self.folder.owner:
            self.leave("not-yours", path)
        elif same in self.known:
            self.leave("same-name", path)
        else:
            self.known.add(same)
            self.bytes += len(held.data)
            self.folder.files[path] = held


def same_name(path: str) -> str:
    """Return what a path has in common with those that some systems take for the same."""
    return unicodedata.normalize("NFC", path).casefold()


#: Why something was left out: a code, and what is said of the paths.
REASONS = {
    "link": "{} was a link and was not followed; hand in the file itself.",
    "special-file": "{} was no file and was left out.",
    "bad-name": "{} was left out: give it a short name without control characters, backslashes or device names.",
    "same-name": "{} was left out: another file has the same name but for large and small letters.",
    "too-large": "{} was left out: "
    f"a file may have {MOST_FILE_B // 1_000_000} MB, all together {MOST_ALL_B // 1_000_000} MB.",
    "too-many-files": f"{{}} was left out: a hand-in may hold {MOST_FILES} files and folders.",
    "too-deep": f"{{}} was left out: folders may lie {MOST_DEEP} deep.",
    "not-yours": "{} was left out: it belongs to somebody else.",
    "not-read": "A part of the submission could not be read ({}); hand it in again.",
}


def read_folder(folder: Path, within: Path | None = None, *, same_owner: bool = False) -> Folder:
    """Read all files below a folder into memory.

    Links, pipes and devices are never opened, also where they take a file's place while it is read;
    what breaks a limit is left out, and ``says`` names it. Names are given in Unicode's composed form.

    Parameters
    ----------
    folder
        Where to read.
    within
        A folder above it that can be trusted: no part of the path below that is followed if it is a link.
        By default the folder's parent.
    same_owner
        Whether to leave out files whose owner is not the folder's.

    Raises
    ------
    OSError
        If the folder itself, or one between it and `within`, is a link, is not there or cannot be read.
    """
    reader = _Reader(same_owner)
    within = within or folder.parent
    handles: list[int] = []
    place: int | Path = within
    try:
        for name in folder.relative_to(within).parts:
            if isinstance(place, Path) and not BY_HANDLE:
                place = place / name
                if place.is_symlink():
                    raise OSError(errno.ELOOP, "is a link", str(place))
                continue
            where = {"dir_fd": place} if isinstance(place, int) else {}
            path = name if isinstance(place, int) else str(place / name)
            place = os.open(path, os.O_RDONLY | os.O_DIRECTORY | NO_LINK, **where)
            handles.append(place)
        about = place.stat() if isinstance(place, Path) else os.fstat(place)
        reader.folder.owner = about.st_uid
        reader.read(place, "", 0)
    finally:
        for handle in handles:
            os.close(handle)
    reader.folder.says = {why: REASONS[why].format(few(paths)) for why, paths in reader.left.items()}
    return reader.folder


def _rank(name: str, above: str) -> tuple[bool, bool]:
    """Put what marking needs first, so that no limit leaves it out."""
    return above != "" or name not in OWN, not name.endswith(".ipynb")


def read_file(name: str, place: int | Path) -> tuple[Held | None, int]:
    """Return a file and its owner's user id; None for the file where it is too large.

    Parameters
    ----------
    name
        The file's name.
    place
        The folder that holds it, as a path or as an open handle.

    Raises
    ------
    OSError
        If it is a link or no file, is not there, or cannot be read.
    """
    flags = os.O_RDONLY | NO_LINK | getattr(os, "O_BINARY", 0)
    handle = os.open(place / name, flags) if isinstance(place, Path) else os.open(name, flags, dir_fd=place)
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode):
            raise OSError(errno.EINVAL, "is no file", name)
        data = file.read(MOST_FILE_B + 1) if about.st_size <= MOST_FILE_B else b""
    too_large = about.st_size > MOST_FILE_B or len(data) > MOST_FILE_B
    return None if too_large else Held(data, about.st_mtime_ns), about.st_uid


def few(names: Iterable[str], most: int = 3) -> str:
    """Name the first few, and say how many more there are; what cannot be shown is escaped."""
    shown = [name if name.isprintable() else ascii(name) for name in sorted(names)]
    return ", ".join(name[:80] for name in shown[:most]) + (
        f" and {len(shown) - most} more" if len(shown) > most else ""
    )


def write_files(files: dict[str, Held], target: Path) -> None:
    """Write files that `read_folder` gave into a folder, which may not be there yet.

    Raises
    ------
    OSError
        If the system refuses.
    """
    target.mkdir(parents=True, exist_ok=True)
    for name, held in files.items():
        path = target.joinpath(*PurePosixPath(name).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held.data)
        os.utime(path, ns=(held.written_ns, held.written_ns))
