"""The benchmark of marking runs as its page says, and its marks are the same each way; how fast is not tested here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from return_to_dust.paths import CHECKOUT

pytestmark = pytest.mark.marking
ROWS = (
    "hand-ins",
    "stock `nbgrader autograde`, wall s",
    "`dust grade`, sandbox on, wall s",
    "floor: the cells alone, in warm forks, wall s",
    "stock / ours",
    "ours / floor",
    "ours over floor, processor s",
    "marks compared",
    "all rooms together",
)


@pytest.fixture(scope="module")
def race(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    """What the benchmark prints for a class of two, and where it draws."""
    plot = tmp_path_factory.mktemp("plot") / "speed.png"
    program = CHECKOUT / "benchmarks" / "marking_speed.py"
    options = ["--submissions", "2", "--rounds", "1", "--assignments", "2_reception", "--plot", str(plot)]
    return subprocess.run([sys.executable, program, *options], capture_output=True, text=True, check=False), plot


def test_when_a_class_is_raced_then_all_marks_are_the_same_each_way(race) -> None:
    """Stock nbgrader and the course give the same honest work the same marks."""
    done, _ = race
    assert (done.returncode, "| marks that differ | 0 |" in done.stdout) == (0, True), done.stdout + done.stderr


@pytest.mark.parametrize("label", ROWS)
def test_when_a_class_is_raced_then_the_tables_have_every_row(race, label: str) -> None:
    """What the tables promise is there, with a number."""
    done, _ = race
    row = next((line for line in done.stdout.splitlines() if line.startswith(f"| {label} |")), "")
    assert row.strip(" |").rpartition("|")[2].strip().replace(".", "").isdigit()


def test_when_a_plot_is_asked_for_then_it_is_drawn(race) -> None:
    """The figure is a PNG file."""
    _, plot = race
    assert plot.read_bytes().startswith(b"\x89PNG")
