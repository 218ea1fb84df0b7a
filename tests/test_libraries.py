"""What is loaded where: the fork server has what notebooks use, whoever marks has nothing of that."""

from __future__ import annotations

import subprocess
import sys

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from return_to_dust.examine.engine import examine
from return_to_dust.sandbox import Level, Limits, Sandbox
from return_to_dust.sandbox.libraries import LATER, named_in

LOADED = "import sys\nprint('scipy.stats' in sys.modules)"


@pytest.fixture(scope="module")
def sandbox():
    """A sandbox in which nothing has run yet."""
    made = Sandbox(Level.ROOMS)
    yield made
    made.close()


def said(sandbox: Sandbox, source: str) -> str:
    """Run one cell; return what it printed."""
    notebook = examine(new_notebook(cells=[new_code_cell(source)]), {}, Limits(cell_s=10, notebook_s=30), sandbox)
    return notebook.cells[0].outputs[0].text


def test_when_a_cell_names_a_library_then_it_is_found() -> None:
    """A notebook says itself what it needs."""
    assert named_in(["x = 1", "from scipy.stats import binomtest"]) == ["scipy"]


def test_when_no_cell_names_a_library_then_there_is_none() -> None:
    """Most notebooks need nothing more."""
    assert named_in(["import pandas as pd"]) == []


@pytest.mark.marking
def test_when_notebooks_name_a_library_then_it_is_loaded_before_they_run(sandbox) -> None:
    """The first notebook that names it makes it ready, and not before."""
    before = said(sandbox, LOADED.replace("scipy.stats", "sci' + 'py.stats"))
    assert (before, said(sandbox, LOADED)) == ("False\n", "True\n")


def test_when_a_library_is_unknown_to_the_server_then_it_cannot_be_named() -> None:
    """Students' words choose from a fixed list; they bring no module of theirs into the server."""
    assert set(named_in(["import os, scipy, krippendorff, evil"])) <= LATER.keys()


def test_when_marking_is_loaded_then_the_libraries_of_notebooks_are_not() -> None:
    """Each process that marks would wait half a second for what only the fork server uses."""
    ask = "import sys, return_to_dust.grading.work; print({'pandas', 'matplotlib', 'IPython'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
