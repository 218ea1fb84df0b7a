"""The command `dust` says what is wrong in one sentence, and never shows a traceback."""

import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

import return_to_dust
from return_to_dust import cli, doctor
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


HIDE = """
import sys

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == {name!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Hidden())
"""


def without(package: str, code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a Python in which a package is missing."""
    code = HIDE.format(name=package) + code
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False, cwd=CHECKOUT, env=UTF8
    )


UTF8 = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "500"}
DUST = "from return_to_dust.cli import main; sys.argv = ['dust', *{arguments}]; main()"


def test_when_the_package_is_imported_then_nothing_large_is():
    """Names are loaded when they are used."""
    code = (
        "import sys, return_to_dust; print({'pandas', 'matplotlib', 'numpy', 'yaml'} & set(sys.modules)); "
        "from return_to_dust import describe; print(describe.__module__); import return_to_dust.tables"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["set()", "return_to_dust.figures"]


def test_when_names_are_asked_for_then_each_is_there_and_no_other():
    """The lazy names are those of `__all__`, and completion shows them."""
    assert sorted(return_to_dust._HOME) == return_to_dust.__all__
    assert [name for name in return_to_dust.__all__ if getattr(return_to_dust, name).__name__ != name] == []
    assert set(return_to_dust.__all__) <= set(dir(return_to_dust))
    with pytest.raises(AttributeError, match="'stills'"):
        _ = return_to_dust.stills


@pytest.mark.parametrize(("package", "command"), [("pandas", "report"), ("yaml", "demo"), ("nbgrader", "report")])
def test_when_a_package_is_missing_then_the_sentence_names_it_and_the_doctor(package, command):
    """One sentence in place of a traceback."""
    arguments = [command, *(["2_reception"] if command == "report" else [])]
    run = without(package, DUST.format(arguments=arguments))
    assert (run.returncode, f"The package {package} is missing" in run.stderr, "`dust doctor`" in run.stderr) == (
        1,
    ) + (True,) * 2
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    "package", ["matplotlib", "pandas", "yaml", "nbgrader", "bleach", "traitlets", "packaging", "numpy"]
)
def test_when_a_package_is_missing_then_the_doctor_finishes_and_says_how_to_mend_it(package):
    """The doctor needs none of the packages that it looks for."""
    run = without(package, DUST.format(arguments=["doctor"]))
    assert (run.returncode, run.stderr) == (1, "")
    assert f"This needs the package {package}" in run.stdout
    assert f"pip install -c {CHECKOUT / 'constraints.txt'} -e {CHECKOUT}" in run.stdout


def test_when_the_settings_need_a_missing_package_then_it_is_named_as_missing():
    """A missing package is not taken for a mistake in the file."""
    code = "from pathlib import Path; from return_to_dust.marking.course import load_config; load_config(Path('.'))"
    assert "needs the package bleach: run `dust doctor`" in without("bleach", code).stderr.splitlines()[-1]


def test_when_the_doctor_says_how_to_mend_then_each_way_is_a_line_that_can_be_pasted(monkeypatch, capsys):
    """A command is never folded, however narrow the window."""
    command = "/opt/a folder/python -m pip install [x] " + "very-long-name " * 20
    monkeypatch.setattr(doctor, "examine", lambda _: [doctor.Finding("Packages", False, "Missing", command)])
    monkeypatch.setattr(sys, "argv", ["dust", "doctor"])
    with pytest.raises(SystemExit):
        cli.main()
    assert command in capsys.readouterr().out.splitlines()


def test_when_the_demo_is_described_then_no_number_of_students_is_typed():
    """Sample students come and go; the help names no number of them."""
    help_text = typer.main.get_command(cli.app).commands["demo"].help
    number = r"(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty)"
    assert re.search("sample students", help_text, re.IGNORECASE)
    assert re.search(rf"\b{number}\s+(sample )?students", help_text, re.IGNORECASE) is None


def test_when_work_is_taken_then_the_command_says_where_it_lies(dust, course_copy, tmp_path):
    """`dust take` puts a file among the hand-ins, once."""
    sent = tmp_path / "2_reception (1).ipynb"
    sent.write_text("{}", encoding="utf-8")
    arguments = ["take", str(sent), "--student", "liwei", "--assignment", "2_reception", "--course", str(course_copy)]
    assert dust(*arguments)[0] == 0
    assert (course_copy / "term" / "submitted" / "liwei" / "2_reception" / "2_reception.ipynb").is_file()
    code, said = dust(*arguments)
    assert (code, "--replace" in said) == (1, True)
