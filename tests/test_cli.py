"""The command `dust` says what is wrong in one sentence, and never shows a traceback."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from return_to_dust import cli
from return_to_dust.build import check
from return_to_dust.errors import CourseError
from return_to_dust.paths import CHECKOUT, bundled, find_course


@pytest.fixture
def dust(monkeypatch, capsys):
    """Run `dust` with arguments; return its exit code and what it said on stderr, on one line."""

    def run(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["dust", *arguments])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        return stopped.value.code or 0, " ".join(capsys.readouterr().err.split())

    return run


@pytest.mark.parametrize("command", ["build", "check", "lab", "demo", "kit"])
def test_when_there_is_no_course_folder_then_the_sentence_says_where_to_go(dust, tmp_path, command):
    """Every command that needs the course says so in one sentence."""
    code, said = dust(command, "--course", str(tmp_path))
    assert (code, f"There is no course folder at {tmp_path} or above it" in said) == (1, True)


@pytest.mark.parametrize(
    ("number", "says"), [(errno.ENOSPC, "No space left on device"), (errno.EACCES, "Permission denied")]
)
def test_when_the_disk_is_full_or_closed_then_the_sentence_says_so(dust, monkeypatch, number, says):
    """A refusal of the system is one sentence with the file and the reason."""

    def refuse(*_):
        raise OSError(number, os.strerror(number), "/course/term")

    monkeypatch.setattr(cli, "find_course", refuse)
    code, said = dust("build")
    assert (code, f"The system refused (/course/term): {says}." in said) == (1, True)


def test_when_the_report_has_nothing_to_tell_then_it_says_what_to_do_first(dust, course_copy):
    """A report before anything was marked names the missing step."""
    code, said = dust("report", "2_reception", "--course", str(course_copy))
    assert (code, "autograde" in said, "Traceback" in said) == (1, True, False)


def test_when_a_check_fails_then_it_is_named(dust, monkeypatch):
    """`dust check` ends with the names of what failed and exit code 1."""
    monkeypatch.setattr(check, "stale_files", lambda _: ["lessons/2_reception.ipynb"])
    monkeypatch.setattr(check, "_run", lambda _, arguments: arguments[0] != "mypy")
    code, said = dust("check")
    assert (code, "build freshness, types failed" in said) == (1, True)


def test_when_help_is_asked_then_it_starts_without_nbgrader():
    """`dust --help` does not wait for nbgrader and Jupyter to load."""
    code = (
        "import sys, return_to_dust.cli; "
        "print(sorted({'nbgrader', 'jupyterlab', 'nbconvert', 'sqlalchemy'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_when_nothing_is_named_then_the_checkout_is_the_course(tmp_path, monkeypatch):
    """From any folder, the course that the package runs from is found."""
    monkeypatch.chdir(tmp_path)
    assert find_course() == CHECKOUT


def test_when_the_course_lies_above_then_it_is_found(monkeypatch):
    """A command works from any folder inside the course."""
    monkeypatch.chdir(CHECKOUT / "source_texts" / "tables")
    assert find_course() == CHECKOUT


def test_when_a_bundled_file_is_missing_then_the_sentence_says_to_install_again():
    """A torn installation is named."""
    with pytest.raises(CourseError, match=r"'stills' is missing from .*: install the course again"):
        bundled("stills")


def test_when_a_course_error_stops_a_notebook_then_one_line_is_the_output(tmp_path):
    """In a real kernel an unknown source id shows one sentence, without a traceback."""
    notebook = {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "cells": [
            {
                "id": "a",
                "cell_type": "code",
                "metadata": {},
                "execution_count": None,
                "outputs": [],
                "source": "from return_to_dust import reading\nreading('newchina')",
            }
        ],
    }
    path = Path(tmp_path / "x.ipynb")
    path.write_text(json.dumps(notebook), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "nbconvert",
        "--to",
        "notebook",
        "--execute",
        "--allow-errors",
        "--inplace",
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    (output,) = json.loads(path.read_text(encoding="utf-8"))["cells"][0]["outputs"]
    assert (len(output["traceback"]), "Did you mean 'newschina'?" in output["traceback"][0]) == (1, True)
