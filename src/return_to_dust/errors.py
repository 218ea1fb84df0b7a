"""The one exception that the course shows to people."""

from __future__ import annotations


class CourseError(Exception):
    """Say in one sentence what is wrong, where, and what to do.

    Commands print the sentence and stop; in a notebook it stands alone, without a traceback.
    """

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows in place of a traceback."""
        return [f"{type(self).__name__}: {self}"]


def package_of(error: ImportError) -> str:
    """Return the name under which Python looked for what it could not import, such as ``"yaml"``."""
    cause = error.__cause__
    if error.name is None and isinstance(cause, ImportError):
        return package_of(cause)  # pandas says in its own words that numpy is missing
    return (error.name or str(error)).split(".")[0]
