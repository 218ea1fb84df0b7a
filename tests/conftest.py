"""Fixtures for all tests."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from marking import copy_course


@pytest.fixture(scope="module")
def course_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A temporary course with its assignments released, one for each test module that asks for it."""
    return copy_course(tmp_path_factory.mktemp("copy") / "course")


@pytest.hookimpl(trylast=True)  # after the browser tests are marked
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip on Windows what cannot run there."""
    for item in items if sys.platform == "win32" else ():
        if any(item.get_closest_marker(name) for name in ("marking", "browser", "posix")):
            item.add_marker(pytest.mark.skip(reason="needs nbgrader's exchange / POSIX: run in WSL"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option with which CI runs."""
    parser.addoption("--no-skips", action="store_true", help="fail where a test was skipped")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that passed but skipped something, where that was asked for."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", [])
    if session.config.getoption("--no-skips") and skipped and session.exitstatus == pytest.ExitCode.OK:
        reporter.write_line(f"{len(skipped)} tests were skipped, which --no-skips does not allow", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
