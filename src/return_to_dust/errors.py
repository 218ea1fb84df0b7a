"""The one exception that the course shows to people."""

from __future__ import annotations


class CourseError(Exception):
    """Say in one sentence what is wrong, where, and what to do.

    Commands print the sentence and stop; in a notebook it stands alone, without a traceback.
    """

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows in place of a traceback."""
        return [f"{type(self).__name__}: {self}"]
