"""Fixtures for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from marking import copy_course


@pytest.fixture(scope="module")
def course_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A temporary course with its assignments released, one for each test module that asks for it."""
    return copy_course(tmp_path_factory.mktemp("copy") / "course")
