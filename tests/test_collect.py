"""Collecting follows no link, restores names, and stands in for what is missing."""

import os
import shutil
import subprocess
import sys

import nbformat
import pytest

from marking import RECEPTION, copy_course
from return_to_dust.errors import CourseError
from return_to_dust.marking.course import CONFIG, load_config, open_course, quiet_nbgrader
from return_to_dust.marking.exchange import COLLECTED_AS, collected_as, copy_plain_files, remove_links, settle_names
from return_to_dust.marking.notices import notices_of
from return_to_dust.paths import CHECKOUT


@pytest.fixture
def folder(tmp_path):
    """A private copy of a hand-in."""
    made = tmp_path / "submission"
    made.mkdir()
    return made


def notebook(path, words: str = "mine") -> None:
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(words)])
    path.write_text(nbformat.writes(made), encoding="utf-8")


@pytest.mark.posix
def test_when_a_submission_holds_a_link_then_only_the_link_is_removed(folder, tmp_path):
    """What a link points to is neither read nor touched."""
    secret = tmp_path / "gradebook.db"
    secret.write_text("marks", encoding="utf-8")
    (folder / "2_reception.ipynb").symlink_to(secret)
    assert (remove_links(folder), secret.read_text(encoding="utf-8"), list(folder.iterdir())) == (
        ["2_reception.ipynb"],
        "marks",
        [],
    )


@pytest.mark.posix
def test_when_a_folder_is_a_link_then_it_is_not_entered(folder, tmp_path):
    """A linked folder is removed as a link, its files stay where they are."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "diary.txt").write_text("mine", encoding="utf-8")
    (folder / "data").symlink_to(tmp_path / "home", target_is_directory=True)
    remove_links(folder)
    assert (tmp_path / "home" / "diary.txt").exists()


@pytest.mark.parametrize(
    "name", ["p (1).ipynb", "p(2).ipynb", "p-Copy1.ipynb", "p - Copy.ipynb", "p copy.ipynb", "p (1) (1).ipynb"]
)
def test_when_a_browser_renamed_the_notebook_then_it_gets_its_name_back(folder, name):
    """The usual ways in which a download is renamed are known."""
    notebook(folder / name)
    assert (settle_names(folder, ["p.ipynb"]), [path.name for path in folder.glob("*.ipynb")]) == (
        [f"{name} was collected as p.ipynb."],
        ["p.ipynb"],
    )


def test_when_the_notebook_is_there_then_a_copy_beside_it_is_left_alone(folder):
    """A copy never replaces the notebook itself."""
    notebook(folder / "p.ipynb", "the real one")
    notebook(folder / "p (1).ipynb", "a copy")
    settle_names(folder, ["p.ipynb"])
    assert nbformat.read(folder / "p.ipynb", as_version=4).cells[0].source == "the real one"


def test_when_no_notebook_is_there_then_a_stand_in_says_so(folder):
    """A missing notebook is marked as such, so that the student gets a page that says what to do."""
    notebook(folder / "essay.ipynb")
    settle_names(folder, ["p.ipynb"])
    assert notices_of(nbformat.read(folder / "p.ipynb", as_version=4)) == [
        {"code": "missing-notebook", "says": "There was no notebook named p.ipynb; hand in your work under that name."}
    ]


@pytest.mark.parametrize("name", ["p (1)", "my essay"])
def test_when_a_notebook_had_another_name_then_it_is_noted_for_the_feedback(folder, name):
    """Feedback goes back under the name that the student used, also where no work was found under the right one."""
    notebook(folder / f"{name}.ipynb")
    settle_names(folder, ["p.ipynb"])
    assert collected_as(folder) == {name: "p"}


def test_when_a_student_hands_in_a_note_of_names_then_it_is_removed(folder):
    """Only collecting says what was renamed."""
    notebook(folder / "p.ipynb")
    (folder / COLLECTED_AS).write_text('{"somebody else": "p"}', encoding="utf-8")
    settle_names(folder, ["p.ipynb"])
    assert collected_as(folder) == {}


@pytest.mark.posix
def test_when_a_submission_holds_a_pipe_then_it_is_left_out_and_nothing_waits(folder, tmp_path):
    """A pipe would block whoever reads it; it is not opened."""
    notebook(folder / "p.ipynb")
    os.mkfifo(folder / "data.csv")
    says = copy_plain_files(folder, tmp_path / "copy")
    assert (says, [path.name for path in (tmp_path / "copy").iterdir()]) == ("", ["p.ipynb"])


def test_when_a_file_cannot_be_read_then_the_rest_is_collected(folder, tmp_path, monkeypatch):
    """One unreadable file costs that file, and a sentence says so."""
    notebook(folder / "p.ipynb")
    (folder / "locked.csv").write_text("x", encoding="utf-8")
    (folder / "link.csv").symlink_to(folder / "locked.csv")
    copy = shutil.copy2

    def refuse(source, *arguments, **options):
        if "locked" in str(source):
            raise PermissionError(13, "Permission denied", str(source))
        return copy(source, *arguments, **options)

    monkeypatch.setattr(shutil, "copy2", refuse)
    says = copy_plain_files(folder, tmp_path / "copy")
    assert ("could not be read" in says, [path.name for path in (tmp_path / "copy").iterdir()]) == (True, ["p.ipynb"])


@pytest.mark.marking
def test_when_a_link_is_handed_in_then_collect_does_not_follow_it_and_the_class_goes_on(tmp_path, monkeypatch):
    """Through nbgrader's own exchange: a link is left out, the next student is collected, only feedback goes back."""
    exchange = tmp_path / "exchange"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    monkeypatch.setenv("NBGRADER_EXCHANGE", str(exchange))
    course = copy_course(tmp_path / "course")
    api = open_course(course)
    quiet_nbgrader("release", api.release_assignment, RECEPTION)
    released = course / "assignments" / RECEPTION / f"{RECEPTION}.ipynb"
    for student in ("linker", "sound"):
        folder = exchange / "return-to-dust" / "inbound" / f"{student}+{RECEPTION}+2026-11-20 10:00:00 UTC+x"
        folder.mkdir()
        (folder / "timestamp.txt").write_text("2026-11-20 10:00:00 UTC", encoding="utf-8")
        (folder / "submission_secret.txt").write_text("s", encoding="utf-8")
        if student == "linker":
            (folder / released.name).symlink_to(course / "term" / "gradebook.db")
        else:
            shutil.copy(released, folder)
    quiet_nbgrader("collect", api.collect, RECEPTION)
    collected = course / "term" / "submitted"
    linked = collected / "linker" / RECEPTION / released.name
    assert (linked.is_symlink(), [n["code"] for n in notices_of(nbformat.read(linked, as_version=4))]) == (
        False,
        ["missing-notebook"],
    )
    assert (collected / "sound" / RECEPTION / released.name).read_bytes() == released.read_bytes()
    quiet_nbgrader("mark", api.autograde, RECEPTION, "sound")
    quiet_nbgrader("give feedback", api.generate_feedback, RECEPTION)
    (course / "term" / "feedback" / "sound" / RECEPTION / "loot.html").write_text("<script>", encoding="utf-8")
    quiet_nbgrader("release feedback", api.release_feedback, RECEPTION)
    pages = list((exchange / "return-to-dust" / "feedback").rglob("*.html"))
    assert ["<script" in page.read_text(encoding="utf-8") for page in pages] == [False]


def nbgrader(course, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of nbgrader's own commands in a course folder, as people type it."""
    command = [sys.executable, "-m", "nbgrader", *arguments]
    return subprocess.run(command, cwd=course, capture_output=True, text=True, check=False)


def test_when_nbgrader_is_run_in_a_folder_that_cannot_be_written_to_then_one_sentence_says_so(tmp_path):
    """A file in the place of term/ stands for a read-only folder: root may write in those."""
    shutil.copy(CHECKOUT / CONFIG, tmp_path)
    (tmp_path / "term").touch()
    run = nbgrader(tmp_path, "db", "student", "list")
    assert (run.returncode, len(run.stderr.splitlines())) == (1, 1)
    assert f"The course folder {tmp_path} cannot be written to (" in run.stderr
    with pytest.raises(CourseError, match=r"^The course folder .* cannot be written to"):
        load_config(tmp_path)


@pytest.mark.marking
def test_when_nbgraders_commands_are_typed_then_all_they_write_lies_under_term(tmp_path, monkeypatch):
    """A checkout stays as it was committed through a whole term."""
    exchange = tmp_path / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    monkeypatch.setenv("NBGRADER_EXCHANGE", str(exchange))
    course = copy_course(tmp_path / "course")
    before = committed(course)
    sent = exchange / "return-to-dust" / "inbound" / f"liwei+{RECEPTION}+2026-11-20 10:00:00 UTC+x"
    archive = course / "term" / "downloaded" / RECEPTION / "archive"
    for name in ("generate_assignment --force", "generate_solution", "release_assignment"):
        ran(course, *name.split(), RECEPTION)
    for folder in (sent, archive):
        folder.mkdir(parents=True)
        shutil.copy(course / "assignments" / RECEPTION / f"{RECEPTION}.ipynb", folder)
    (sent / "timestamp.txt").write_text("2026-11-20 10:00:00 UTC", encoding="utf-8")
    (sent / "submission_secret.txt").write_text("s", encoding="utf-8")
    pattern = r"--FileNameCollectorPlugin.named_regexp=.*/(?P<file_id>(?P<student_id>\d)_\w+)\.ipynb"
    for name in ("collect", "autograde", "generate_feedback", "release_feedback"):
        ran(course, name, RECEPTION)
    ran(course, "zip_collect", pattern, RECEPTION)
    ran(course, "export")
    assert (course / "term" / "grades.csv").is_file()
    assert (course / "term" / "downloaded" / RECEPTION / "extracted").is_dir()
    assert "/term/" in (CHECKOUT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert committed(course) == before


def ran(course, *arguments: str) -> None:
    run = nbgrader(course, *arguments)
    assert run.returncode == 0, run.stderr


def committed(course) -> dict[str, bytes]:
    """Return all files but those under term/, which .gitignore names."""
    found = {path.relative_to(course): path for path in course.rglob("*") if path.is_file()}
    return {path.as_posix(): file.read_bytes() for path, file in found.items() if path.parts[0] != "term"}
