"""Everything that a contributor runs before a commit, in one go."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from return_to_dust.build.course import stale_files

#: Lint, types and tests, as (name, arguments after ``python -m``); notebooks are run by the tests.
TOOLS = {
    "lint": ["ruff", "check", "."],
    "layout": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
}


def run_checks(
    course: Path, say: Callable[[str], None], *, no_skips: bool = False, coverage: bool = False
) -> list[str]:
    """Run all checks, one after the other, and return the names of those that failed.

    Parameters
    ----------
    course
        The checkout.
    say
        Called with a line at the beginning of each check, and with what a stale file needs.
    no_skips
        Whether a skipped test counts as failed.
    coverage
        Whether to measure which lines of the package the tests run.
    """
    return [name for name, passed in _checks(course, say, no_skips=no_skips, coverage=coverage) if not passed]


def _checks(course: Path, say: Callable[[str], None], *, no_skips: bool, coverage: bool) -> Iterator[tuple[str, bool]]:
    say("build freshness")
    stale = stale_files(course)
    for path in stale:
        say(f"  {path} is not what its written form builds: run `dust build` and commit it")
    yield "build freshness", not stale
    for name, arguments in TOOLS.items():
        say(name)
        yield name, _run(course, arguments)
    say("notebooks and tests")
    tests = ["pytest", *(["--no-skips"] if no_skips else []), *(["--cov", "--cov-report=term"] if coverage else [])]
    yield "notebooks and tests", _run(course, tests)


def _run(course: Path, arguments: list[str]) -> bool:
    quiet = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}  # the checkout stays as it is
    return subprocess.run([sys.executable, "-m", *arguments], cwd=course, env=quiet, check=False).returncode == 0
