"""The folder of a marked submission: made beside its place, and put there in one step when it is complete."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from return_to_dust.errors import CourseError
from return_to_dust.paths import remove

#: Beginnings of the names of folders in the making and of those that are being replaced; nbgrader skips dotted names.
DRAFT, OLD = ".dust-draft-", ".dust-old-"


def draft_folder(place: Path, files: Mapping[str, bytes], permissions: int) -> Path:
    """Write the folder of one marked submission beside its place.

    Parameters
    ----------
    place
        Where it will be: ``autograded/<student>/<assignment>``.
    files
        Bytes of each file, by its path below `place` with forward slashes.
    permissions
        Mode of each file, such as 0o444.

    Returns
    -------
    Path
        The draft, complete.

    Raises
    ------
    CourseError
        If a path leads out of the folder.
    OSError
        If the system refuses, as where the disk is full; nothing is left of the draft then.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f"{DRAFT}{place.name}-", dir=place.parent))
    try:
        draft.chmod(0o755)  # as nbgrader's own; mkdtemp makes folders that only the maker may read
        for name, data in files.items():
            path = draft / name
            if ".." in path.parts or not path.is_relative_to(draft):
                raise CourseError(f"A file of {place} would lie outside of it ({name!r}): it was not written.")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            path.chmod(permissions)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return draft


def put_in_place(draft: Path, place: Path) -> None:
    """Let a complete draft replace what is in its place.

    Raises
    ------
    OSError
        If the system refuses; the older folder is then still there, or `mend_folders` puts it back.
    """
    old = place.with_name(f"{OLD}{place.name}")
    remove(old)
    if place.exists() or place.is_symlink():
        place.rename(old)
    draft.rename(place)
    with contextlib.suppress(OSError):
        remove(old)


def mend_folders(autograded: Path) -> None:
    """Put right what a killed run left: an older folder goes back where no newer one took its place, drafts go."""
    for path in [*autograded.glob(f"*/{OLD}*"), *autograded.glob(f"*/{DRAFT}*")]:
        place = path.with_name(path.name.removeprefix(OLD))
        if path.name.startswith(OLD) and not place.exists():
            path.rename(place)
        else:
            remove(path)
