"""No release, package or page for students holds a solution, a hidden test, a model answer or a mark scheme."""

import json
import subprocess
import sys
import zipfile

import pytest

from return_to_dust.build.course import assignment_sources
from return_to_dust.paths import CHECKOUT
from secrets_of import secret_lines

SOLUTIONS = assignment_sources(CHECKOUT)
SECRETS = {line for solution in SOLUTIONS for line in secret_lines(solution)}
TEACHERS_FILES = ("solutions/", "tests/", "rubric", "instructor_notes", "sample_answers", "sample_students")


def text_of(notebook: bytes) -> str:
    return "\n".join("".join(cell["source"]) for cell in json.loads(notebook)["cells"])


def found_in(text: str) -> list[str]:
    return sorted(secret for secret in SECRETS if secret in text)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel that students install."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_when_secrets_are_gathered_then_there_are_some_of_each_kind():
    """The search below looks for something: solutions, hidden tests, model answers and mark schemes."""
    assert len(SECRETS) > 50


@pytest.mark.parametrize("solution", SOLUTIONS, ids=lambda path: path.stem)
def test_when_the_search_meets_a_solution_then_it_finds_the_secrets(solution):
    """The search can fail: the solution notebook itself is full of them."""
    assert len(found_in(text_of(solution.with_suffix(".ipynb").read_bytes()))) > 20


@pytest.mark.parametrize("solution", SOLUTIONS, ids=lambda path: path.stem)
def test_when_an_assignment_is_released_then_it_holds_no_secret(solution):
    """No released file has a line of a solution or a hidden test."""
    folder = CHECKOUT / "assignments" / solution.stem
    assert {path.name: found_in(path.read_text(encoding="utf-8")) for path in folder.iterdir()} == {
        f"{solution.stem}.ipynb": []
    }


@pytest.mark.parametrize("solution", SOLUTIONS, ids=lambda path: path.stem)
def test_when_an_assignment_is_released_then_no_notebook_cell_has_a_secret(solution):
    """The cells of the release, read as a notebook, hold no secret either."""
    release = CHECKOUT / "assignments" / solution.stem / f"{solution.stem}.ipynb"
    assert found_in(text_of(release.read_bytes())) == []


def test_when_the_wheel_is_built_then_it_holds_no_teachers_file(wheel):
    """What students install has no solution, test, rubric or sample answer in it."""
    assert [name for name in wheel.namelist() if any(part in name for part in TEACHERS_FILES)] == []


def test_when_the_wheel_is_built_then_no_file_in_it_has_a_secret(wheel):
    """No text in the wheel has a line of a solution or a hidden test."""
    leaks = {name: found_in(wheel.read(name).decode("utf-8", "ignore")) for name in wheel.namelist()}
    assert {name: lines for name, lines in leaks.items() if lines} == {}


def test_when_the_wheel_is_unpacked_then_texts_and_font_work_from_any_folder(wheel, tmp_path):
    """Installed from a wheel, in a folder that is not the checkout, the readings, tables and figures are there."""
    wheel.extractall(tmp_path / "site")
    code = (
        "import return_to_dust as r; fig, ax = r.new_figure(2, 2); ax.set_title('隐入尘烟');"
        "print(r.__file__, len(r.readings()), len(r.table('claims')), len(r.describe(fig, 'x').png) > 1000)"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error::UserWarning", "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site"), "PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    where, *rest = run.stdout.split()
    assert (where.startswith(str(tmp_path)), rest) == (True, ["8", "130", "True"]), run.stderr
