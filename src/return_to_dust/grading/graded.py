"""How a run fared, student by student."""

from __future__ import annotations

from dataclasses import dataclass, field

from return_to_dust.grading.changes import Change
from return_to_dust.report.records import Notice


@dataclass
class Graded:
    """How the students of an assignment fared in one run.

    Attributes
    ----------
    assignment
        The assignment's name.
    of, done
        How many submissions there are, and how many of them have been looked at.
    applied
        Whether changes were to be written.
    written
        The students whose marks or marked notebooks were written.
    unchanged
        Those for whom the gradebook and the marked notebooks were right already.
    cached
        Those whose work was not run, as the result was there.
    changes
        Automatic marks of the same hand-in that would change, or did where `applied`.
    failed
        For each student whose work could not be marked or written, the reason.
    notices
        What was repaired or went wrong in the running.
    seconds
        How long the run took.
    """

    assignment: str
    of: int
    applied: bool
    done: int = 0
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    cached: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def held(self) -> list[str]:
        """The students whose marks would change and were not written."""
        return [] if self.applied else list(dict.fromkeys(one.student for one in self.changes))
