"""The container recipe names what exists and copies no secret; where there is an engine, it works.

`DUST_CONTAINER=podman` (or `docker`) before pytest, not as root, also builds the image and marks in it, which takes
minutes.
"""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
import typer.main

from return_to_dust.build.course import assignment_sources
from return_to_dust.cli import app
from return_to_dust.paths import CHECKOUT
from return_to_dust.sandbox import levels
from secrets_of import secret_lines
from test_bad_input import NAME, RIGHT, make_course

ENGINE = os.environ.get("DUST_CONTAINER", "")
PAGE = (CHECKOUT / "docs" / "container.md").read_text(encoding="utf-8")
RECIPE = (CHECKOUT / "container" / "Containerfile").read_text(encoding="utf-8")
IGNORED = (CHECKOUT / ".dockerignore").read_text(encoding="utf-8").splitlines()
COPIED = [name for line in re.findall(r"^COPY (.+)$", RECIPE, re.MULTILINE) for name in line.split()[:-1]]
GIVES_UP = {
    "podman": ["unmask=/proc/*"],
    "docker": ["systempaths=unconfined", "seccomp=unconfined"],
}
READ_SCORE = """
from nbgrader.api import Gradebook
with Gradebook("sqlite:////course/term/gradebook.db") as gradebook:
    print([submission.score for submission in gradebook.assignment_submissions("9_sample")])
"""


def between(marker: str) -> str:
    """Return the shell lines that stand on the page between two markers."""
    lines = PAGE.split(f"<!-- {marker} -->")[1].split(f"<!-- /{marker} -->")[0].strip().splitlines()
    return "\n".join(lines[1:-1])


def options(engine: str) -> list[str]:
    """Return the options of the page's command for an engine, each with its value where that is a setting."""
    words = shlex.split(between(engine).split("{", 1)[1].rsplit("}", 1)[0].replace("\\\n", ""))
    return [
        f"{word} {words[number + 1]}" if word == "--security-opt" else word
        for number, word in enumerate(words)
        if word.startswith("-")
    ]


@pytest.mark.parametrize("name", COPIED)
def test_when_the_image_copies_a_file_then_it_is_there(name):
    """The recipe copies nothing that the course does not have."""
    assert (CHECKOUT / name).exists()


def test_when_the_image_is_built_then_nothing_but_what_it_copies_reaches_the_engine():
    """No solution, test or gradebook is sent to the engine, whatever it would do with them."""
    rules = [line for line in IGNORED if not line.startswith("#")]
    assert (rules[0], {line[1:] for line in rules if line.startswith("!")}) == ("*", set(COPIED))


def test_when_the_image_copies_folders_then_none_holds_what_is_the_instructors():
    """Solutions, tests and a term's work lie in none of the copied folders."""
    secret = [CHECKOUT / name for name in ("solutions", "tests", "term")]
    assert [
        name for name in COPIED for path in secret if path.is_relative_to(CHECKOUT / name) or path == CHECKOUT / name
    ] == []


@pytest.mark.parametrize("package", ["bubblewrap", "libseccomp2", "python3-venv"])
def test_when_the_sandbox_needs_a_package_then_the_image_installs_it(package):
    """What shuts code in is in the image."""
    assert package in RECIPE.split()


@pytest.mark.parametrize("engine", GIVES_UP)
def test_when_a_command_has_an_option_then_the_page_explains_it(engine):
    """Each option of the commands stands in the table of what options do."""
    table = "\n".join(line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| `-"))
    assert [option for option in options(engine) if f"`{option}" not in table] == []


@pytest.mark.parametrize("engine", GIVES_UP)
def test_when_submissions_are_marked_then_the_container_has_no_network_and_only_the_course(engine):
    """The command shuts the container in too, and gives up only what the table says."""
    shell = between(engine)
    shown = [option for option in options(engine) if option.startswith("--security-opt ")]
    given_up = {f"--security-opt {name}" for name in [*GIVES_UP[engine], "no-new-privileges"]}
    assert ("--network none" in shell, "--cap-drop ALL" in shell, set(shown), re.findall(r"-v (\S+)", shell)) == (
        True, True, given_up, ['"$PWD:/course"'],
    )  # fmt: skip


@pytest.mark.parametrize("command", sorted(set(re.findall(r"\bdust ([a-z]+)\b", PAGE))))
def test_when_the_page_names_a_command_then_it_exists(command):
    """The page names no command of `dust` that is not there."""
    assert command in typer.main.get_command(app).commands


def test_when_marking_refuses_then_its_sentence_names_this_page():
    """Whoever cannot mark is sent here."""
    assert "docs/container.md" in levels.WITHOUT


@pytest.mark.parametrize("text", [RECIPE, PAGE], ids=["recipe", "page"])
def test_when_an_image_is_named_then_no_registry_is(text):
    """Where images come from is the engine's own setting."""
    assert re.findall(r"\b[\w.-]+\.(?:io|com|org|net)\b", text) == []


if ENGINE:  # else these are not there, as a skipped test would fail CI

    @pytest.fixture(scope="session")
    def image() -> None:
        """The image, built by the page's command."""
        subprocess.run(shlex.split(between("build").replace("podman", ENGINE)), cwd=CHECKOUT, check=True)

    @pytest.fixture
    def course(image: None, tmp_path: Path) -> Path:
        """A course with one hand-in that is right."""
        course = make_course(tmp_path / "course")
        place = course / "term" / "submitted" / "ada" / NAME
        place.mkdir(parents=True)
        released = (course / "assignments" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8")
        (place / f"{NAME}.ipynb").write_text(released, encoding="utf-8")
        fill_in(place / f"{NAME}.ipynb")
        return course

    def fill_in(path: Path) -> None:
        """Answer the first question."""
        import nbformat

        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id") == "sample_q1_twice":
                cell.source = RIGHT
        nbformat.write(notebook, path)

    def marker(course: Path, *command: str, without: str = "", user: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command in the container, as the page says or without one of the options."""
        shell = between(ENGINE)
        if without:
            shell, removed = re.subn(rf"--security-opt '?{re.escape(without)}'?", "", shell)
            assert removed == 1
        if user:
            shell = shell.replace('"$(id -u):$(id -g)"', user)
        line = f"{shell}\nmarker {shlex.join(command)}"
        return subprocess.run(["/bin/bash", "-c", line], cwd=course, check=False, capture_output=True, text=True)

    def scores(course: Path) -> str:
        return marker(course, "python", "-c", READ_SCORE).stdout.strip()

    def test_when_the_page_is_followed_then_the_better_level_holds(course):
        """The sandbox in the container withstands its attacks, with a room for each notebook."""
        assert "Level 1 of 2" in marker(course, "dust", "doctor").stdout

    @pytest.mark.parametrize(
        "command",
        [
            ["dust", "grade", NAME],
            ["nbgrader", "autograde", NAME],
            ["bash", "-c", f"dust grade {NAME} && dust report {NAME} && nbgrader generate_feedback {NAME}"],
        ],
    )
    def test_when_a_class_is_marked_in_the_container_then_the_gradebook_has_the_mark(course, command):
        """The right answer earns its three points, without any network, and the pages can be made."""
        done = marker(course, *command)
        assert (done.returncode, scores(course)) == (0, "[3.0]"), done.stdout + done.stderr

    @pytest.mark.parametrize("option", GIVES_UP[ENGINE])
    def test_when_an_option_is_missing_then_marking_refuses(course, option):
        """Each option that gives something up is needed, and without it nothing is run or recorded."""
        done = marker(course, "dust", "grade", NAME, without=option)
        assert (done.returncode, "Marking is refused" in " ".join(done.stderr.split()), scores(course)) == (
            1,
            True,
            "[]",
        )

    def test_when_the_container_runs_as_root_then_marking_refuses(course):
        """The container's root cannot make a sandbox here, so nothing is run."""
        assert marker(course, "dust", "grade", NAME, user="0:0").returncode == 1

    def test_when_the_image_is_searched_then_it_holds_no_solution(course):
        """No line of a solution, hidden test or mark scheme is in the image."""
        secrets = {line for solution in assignment_sources(CHECKOUT) for line in secret_lines(solution)}
        (course / "secrets").write_text("\n".join(sorted(secrets)), encoding="utf-8")
        found = marker(course, "grep", "-rlFf", "/course/secrets", "/opt/package", "/course/secrets")
        assert found.stdout == "/course/secrets\n"
