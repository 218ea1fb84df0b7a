"""What was not collected, and why: kept beside the collected work, for the class report."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from return_to_dust.paths import write_whole

REFUSED = "refused.json"


@dataclass(frozen=True)
class Refusal:
    """A hand-in that was not collected: its ``folder`` in the exchange, the ``student`` it names, and why."""

    folder: str
    student: str
    says: str


def false_claim(owner: int, student: str) -> str:
    """Say why a folder cannot be a student's own; ``""`` where its owner and the student agree.

    A folder that the collecting user or root put there is taken as it is named, as no student can make one.

    Parameters
    ----------
    owner
        The user id of the folder's owner.
    student
        The student whom the folder names.
    """
    if sys.platform == "win32" or owner in (os.getuid(), 0):
        return ""
    import pwd

    name = f"the unknown user {owner}"
    with contextlib.suppress(KeyError):
        name = pwd.getpwuid(owner).pw_name
    if name == student:
        return ""
    return f"A hand-in in the name of {student} belongs to {name} and was not collected: ask both."


def write_refusals(coursedir: Any, assignment: str, inbound: Path, refusals: list[Refusal]) -> None:
    """Note what was refused now; what was refused before stays noted for as long as it lies in the exchange."""
    path = _path(coursedir)
    known = _read(path)
    before = {one["folder"]: one for one in known.get(assignment, []) if os.path.lexists(inbound / one["folder"])}
    known[assignment] = list({**before, **{one.folder: asdict(one) for one in refusals}}.values())
    if any(known.values()) or path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(known, indent=1, ensure_ascii=True))


def read_refusals(coursedir: Any, assignment: str) -> list[Refusal]:
    """Return what was refused of an assignment when it was last collected, oldest first."""
    return [Refusal(**one) for one in _read(_path(coursedir)).get(assignment, [])]


def _path(coursedir: Any) -> Path:
    submitted = os.path.normpath(coursedir.format_path(coursedir.submitted_directory, ".", "."))
    return Path(submitted).parent / REFUSED


def _read(path: Path) -> dict[str, list[dict[str, str]]]:
    if not path.is_file():
        return {}
    content: dict[str, list[dict[str, str]]] = json.loads(path.read_text(encoding="utf-8"))
    return content
