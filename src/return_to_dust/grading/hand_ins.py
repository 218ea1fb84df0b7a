"""Which submissions there are, and what of each goes into its work."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from return_to_dust.errors import CourseError
from return_to_dust.grading.folder import mend_folders
from return_to_dust.grading.work import Work
from return_to_dust.marking.assignment import read_assignment
from return_to_dust.marking.door import restore_marked
from return_to_dust.marking.files import read_file
from return_to_dust.marking.outcomes import COLLECTED, ExamineSubmission
from return_to_dust.marking.submission import read_hand_in


@dataclass(frozen=True)
class Submission:
    """A hand-in that has been read: its work, when it was handed in, and what collecting left beside it."""

    work: Work
    timestamp: datetime | None
    beside: dict[str, bytes]


class HandIns:
    """The collected hand-ins of an assignment.

    Parameters
    ----------
    api
        nbgrader's `NbGraderAPI` of the course.
    gradebook
        Its `Gradebook`, open; it is read here and not kept.
    name
        The assignment's name.
    unsafe
        Whether work may run where the machine cannot shut it in, besides what the configuration says.

    Attributes
    ----------
    limits
        How much a notebook may use, as the course is configured.
    unsafe
        Whether work may run where the machine cannot shut it in, as asked for or configured.
    permissions
        The mode of marked files, as nbgrader's autograde is configured.
    """

    def __init__(self, api: Any, gradebook: Any, name: str, *, unsafe: bool = False) -> None:
        from nbgrader.converters import Autograde

        self._directory = api.coursedir
        release = Path(api.coursedir.format_path(api.coursedir.release_directory, ".", name))
        assignment = self._assignment = read_assignment(gradebook, name, release)
        examiner = ExamineSubmission(config=api.config)
        self.limits = examiner.limits()
        self.unsafe = unsafe or examiner.unsafe
        self._json = assignment.to_json()
        settings = Autograde(coursedir=api.coursedir, config=api.config)
        self.permissions = int(str(settings.permissions), 8)
        self._release = self._release_files(settings.exclude_overwriting.get(assignment.name, []))

    def students(self, wanted: Collection[str] | None = None) -> list[str]:
        """Return who has handed in, in alphabetical order.

        Raises
        ------
        CourseError
            If nobody has, or one of those who are wanted has not.
        """
        name = self._assignment.name
        top = Path(self._directory.format_path(self._directory.submitted_directory, "*", name)).parents[1]
        there = {path.parent.name for path in top.glob(f"*/{name}") if not path.parent.name.startswith(".")}
        missing = sorted(set(wanted or ()) - there)
        if missing:
            raise CourseError(f"{missing[0]} has not handed in {name}: there is no {top / missing[0] / name}.")
        if not there:
            raise CourseError(
                f"Nobody has handed in {name} yet: run `nbgrader collect {name}`, or `dust take` what came by e-mail."
            )
        return sorted(there if wanted is None else wanted)

    def read(self, student: str) -> Submission:
        """Read what a student handed in; never raises, whatever lies there."""
        directory = self._directory
        folder = Path(directory.format_path(directory.submitted_directory, student, self._assignment.name))
        hand_in = read_hand_in(folder, student, self._assignment)
        notebooks = {name: json.dumps(notebook) for name, notebook in hand_in.notebooks.items()}
        files = {path: data for path, data in hand_in.files.items() if not self._is_ignored(path)}
        work = Work(student, self._json, notebooks, files | self._release, self.limits, self.unsafe)
        return Submission(work, hand_in.timestamp, _beside(folder))

    def _is_ignored(self, path: str) -> bool:
        """Say whether nbgrader leaves a file behind, as it is configured to; its own autograde then lacks it too."""
        return any(fnmatch(part, pattern) for part in Path(path).parts for pattern in self._directory.ignore)

    def marked_folder(self, student: str) -> Path:
        """Return where a student's marked submission is."""
        return Path(self._directory.format_path(self._directory.autograded_directory, student, self._assignment.name))

    def mend(self) -> None:
        """Put right what a killed run left among the marked folders."""
        restore_marked(Path(self._directory.format_path(self._directory.submitted_directory, ".", ".")))
        mend_folders(self.marked_folder("student").parents[1])

    def _release_files(self, own: Collection[str]) -> dict[str, bytes]:
        """Return the files that the release lays over those of a hand-in, as nbgrader's autograde does."""
        from nbgrader.utils import find_all_files

        source = self._directory.format_path(self._directory.source_directory, ".", self._assignment.name)
        paths = find_all_files(source, [*self._directory.ignore, "*.ipynb"])
        files = {Path(path).relative_to(source).as_posix(): Path(path).read_bytes() for path in sorted(paths)}
        return {name: data for name, data in files.items() if name not in own}


def _beside(folder: Path) -> dict[str, bytes]:
    """Return what collecting left beside a hand-in; nothing where that would be behind a link."""
    found = {}
    for name in () if folder.is_symlink() or folder.parent.is_symlink() else COLLECTED:
        with contextlib.suppress(OSError):
            held, _ = read_file(name, folder)
            if held is not None:
                found[name] = held.data
    return found
