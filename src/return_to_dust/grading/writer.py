"""The one writer of a run: folders of marked submissions, and their marks in the gradebook."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from return_to_dust.errors import CourseError
from return_to_dust.grading.folder import draft_folder, put_in_place
from return_to_dust.grading.record import Marked, record
from return_to_dust.grading.work import Result
from return_to_dust.paths import remove


@dataclass(frozen=True)
class Page:
    """A marked submission on its way to the disk.

    Attributes
    ----------
    result
        What marking gave.
    timestamp
        When it was handed in; None where that is not known.
    files
        All files of its marked folder but the notebooks, by path.
    record
        Whether its marks are written to the gradebook, too.
    """

    result: Result
    timestamp: datetime | None
    files: Mapping[str, bytes]
    record: bool


class Writer:
    """Writes marked submissions of one assignment.

    A folder is made beside its place before the marks are recorded, and put in place after, so that a full disk is
    met while nothing has changed, and old feedback never stands beside new marks for longer than a rename.

    Attributes
    ----------
    written
        The students whose marks and folders are in place.
    faults
        For each student for whom that failed, a sentence; earlier marks and folder then stay.
    """

    def __init__(self, gradebook: Any, assignment: str, config: Any, folders: Any, permissions: int) -> None:
        self.gradebook = gradebook
        self.assignment = assignment
        self.config = config
        self.permissions = permissions
        self.written: list[str] = []
        self.faults: dict[str, str] = {}
        self._place_of = folders
        self._drafts: dict[str, Path] = {}

    def write(self, pages: Iterable[Page]) -> None:
        """Write submissions as they come.

        Raises
        ------
        CourseError
            If the gradebook refuses; what was recorded before that is in place.
        """
        try:
            faults = record(self.gradebook, self.assignment, self._drafted(pages), self.config, self._place)
            self.faults.update(faults)
        finally:
            for draft in self._drafts.values():
                with contextlib.suppress(OSError):
                    remove(draft)

    def _drafted(self, pages: Iterable[Page]) -> Iterator[Marked]:
        """Make each folder beside its place; yield the submissions to be recorded."""
        for page in pages:
            student = page.result.student
            notebooks = {f"{name}.ipynb": text.encode() for name, text in page.result.notebooks.items()}
            try:
                draft = draft_folder(self._place_of(student), {**page.files, **notebooks}, self.permissions)
            except (OSError, CourseError) as error:
                self.faults[student] = self._sentence(student, error)
                continue
            self._drafts[student] = draft
            if page.record:
                yield Marked(student, page.timestamp, page.result.read())
            else:
                self._place([student])

    def _place(self, students: list[str]) -> None:
        """Put the folders of recorded students in place."""
        for student in students:
            try:
                put_in_place(self._drafts[student], self._place_of(student))
            except OSError as error:
                self.faults[student] = self._sentence(student, error)
            else:
                del self._drafts[student]
                self.written.append(student)

    def _sentence(self, student: str, error: Exception) -> str:
        reason = error.strerror or error if isinstance(error, OSError) else error
        return (
            f"{student}'s marked {self.assignment} could not be written to {self._place_of(student).parent} "
            f"({reason}): free some space or mend that folder, and run the same command again, which completes it."
        )
