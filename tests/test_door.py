"""`nbgrader autograde` opens nothing that is not safe, and a marking that fails leaves the one before in place."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from marking import RECEPTION, copy_course
from return_to_dust.marking.course import open_course
from return_to_dust.marking.door import FAILED, KEPT, RUNNER, SET_ASIDE, restore_marked
from return_to_dust.marking.notices import notices_of
from return_to_dust.report.sheet import read_sheet

NAME = f"{RECEPTION}.ipynb"
UNREADABLE_TIME = "2026-11-20 10:00:00 /dev/zero"
#: Ends the sandbox's and nbgrader's work alike: the configuration that a course may have makes marking stop.
BREAKS = """
from nbgrader.preprocessors import NbGraderPreprocessor
class Breaks(NbGraderPreprocessor):
    def preprocess(self, nb, resources):
        raise RuntimeError("the disk is full")
c.Autograde.autograde_preprocessors = [Breaks]
"""


def autograde(course: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the real command."""
    command = [sys.executable, "-m", "nbgrader", "autograde", RECEPTION, *options]
    return subprocess.run(command, cwd=course, capture_output=True, text=True, check=False)


def hashes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class Class:
    """A course in which the collected work holds links, marked once."""

    def __init__(self, course: Path, outside: Path) -> None:
        self.course, self.term = course, course / "term"
        released = course / "assignments" / RECEPTION / NAME
        outside.mkdir()
        stolen = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("the secret of somebody else")])
        (outside / NAME).write_text(nbformat.writes(stolen), encoding="utf-8")
        (outside / "secret.txt").write_text("the secret of somebody else", encoding="utf-8")
        self.outside, self.secrets = outside, hashes(outside)
        for student in ("sound", "links_notebook", "links_gradebook", "links_file", "links_folder", "bad_time"):
            (self.submitted(student)).mkdir(parents=True)
            shutil.copy(released, self.submitted(student))
        self.submitted("is_link").parent.mkdir()
        self.submitted("is_link").symlink_to(outside)
        (outside / RECEPTION).mkdir()
        shutil.copy(outside / NAME, outside / RECEPTION)
        self.submitted("student_is_link").parent.symlink_to(outside)
        for student, aim in (("links_notebook", outside / NAME), ("links_gradebook", self.term / "gradebook.db")):
            (self.submitted(student) / NAME).unlink()
            (self.submitted(student) / NAME).symlink_to(aim)
        (self.submitted("links_file") / "data.txt").symlink_to(outside / "secret.txt")
        (self.submitted("links_folder") / "data").symlink_to(outside)
        (self.submitted("bad_time") / "timestamp.txt").write_text(UNREADABLE_TIME, encoding="utf-8")
        self.secrets = hashes(outside)
        self.run = autograde(course)

    def submitted(self, student: str) -> Path:
        """Return where a student's collected work lies."""
        return self.term / "submitted" / student / RECEPTION

    def marked(self, student: str) -> Path:
        """Return where a student's marked work lies."""
        return self.term / "autograded" / student / RECEPTION


@pytest.fixture(scope="module")
def marked(tmp_path_factory) -> Class:
    """The class above, marked once."""
    folder = tmp_path_factory.mktemp("door")
    return Class(copy_course(folder / "course"), folder / "outside")


LINKED = ["links_notebook", "links_gradebook", "links_file", "links_folder", "is_link", "student_is_link"]
pytestmark = [pytest.mark.marking, pytest.mark.posix]


def test_when_collected_work_holds_links_then_the_class_is_marked(marked):
    """No link stops the run; the student whose work is sound loses nothing by it."""
    assert (marked.run.returncode, "Traceback" in marked.run.stderr) == (0, False), marked.run.stderr[-3000:]


def test_when_collected_work_holds_links_then_what_they_point_to_is_neither_read_nor_written(marked):
    """Nothing of what lies outside is in the marked work, nothing outside has changed, the gradebook is one."""
    leaked = [name for name, data in hashes(marked.term / "autograded").items() if b"the secret of" in data]
    with sqlite3.connect(marked.term / "gradebook.db") as database:
        (sound,) = database.execute("pragma integrity_check").fetchone()
    assert (leaked, hashes(marked.outside), sound) == ([], marked.secrets, "ok")


@pytest.mark.parametrize("student", LINKED)
def test_when_collected_work_holds_a_link_then_student_and_instructor_are_told(marked, student):
    """The marked notebook says what was left out, and so does the log."""
    notebook = nbformat.read(marked.marked(student) / NAME, as_version=4)
    codes = {notice["code"] for notice in notices_of(notebook)}
    assert ("link" in codes, f"{student}: " in marked.run.stderr) == (True, True)


@pytest.mark.parametrize("student", LINKED)
def test_when_collected_work_holds_a_link_then_it_is_kept_as_it_was(marked, student):
    """What was handed in lies aside, link and all."""
    (aside,) = (marked.term / SET_ASIDE).glob(f"{student}+*")
    assert any(path.is_symlink() for path in (aside, *aside.rglob("*")))


def test_when_a_time_cannot_be_read_then_the_work_is_marked_all_the_same(marked):
    """Nbgrader stops at a time that it cannot read."""
    assert (marked.marked("bad_time") / NAME).is_file()


def test_when_work_is_sound_then_it_stays_where_it_was(marked):
    """Only what is not safe to open is set aside."""
    assert list((marked.term / SET_ASIDE).glob("sound+*")) == []
    assert list((marked.term / KEPT).glob("*/*")) == []


def test_when_marking_again_fails_then_the_earlier_one_stays_and_the_report_flags_it(marked):
    """The earlier marked notebook is put back, and its marks are called out of date until marking succeeds."""
    config = marked.course / "nbgrader_config.py"
    whole = config.read_text(encoding="utf-8")
    before = (marked.marked("sound") / NAME).read_bytes()
    config.write_text(whole + BREAKS, encoding="utf-8")
    run = autograde(marked.course, "--force", "--student", "sound")
    config.write_text(whole, encoding="utf-8")
    assert (run.returncode, (marked.marked("sound") / NAME).exists()) == (1, False)
    assert "the last marking failed" in read_sheet(marked.course, RECEPTION).unmarked["sound"].lower()
    assert (marked.marked("sound") / NAME).read_bytes() == before
    autograde(marked.course, "--force", "--student", "sound")
    assert "sound" not in read_sheet(marked.course, RECEPTION).unmarked
    assert not (marked.marked("sound") / FAILED).exists()


def test_when_another_process_is_marking_then_its_kept_work_is_left_alone(tmp_path):
    """Only what nobody works on is put back."""
    kept = tmp_path / KEPT / "liwei" / RECEPTION
    kept.mkdir(parents=True)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        (kept / RUNNER).write_text(f"{other.pid}\n{tmp_path / 'autograded'}", encoding="utf-8")
        restore_marked(tmp_path / "submitted")
        untouched = kept.is_dir()
        other.communicate(b"\n")
    restore_marked(tmp_path / "submitted")
    assert (untouched, kept.exists(), (tmp_path / "autograded" / FAILED).is_file()) == (True, False, True)


def test_when_formgrader_marks_then_the_same_door_is_used(marked):
    """The button calls nbgrader's API, which goes through the same exporter."""
    folder = marked.submitted("sound")
    (folder / "late.txt").symlink_to(marked.outside / "secret.txt")
    result = open_course(marked.course).autograde(RECEPTION, "sound")
    assert (result["success"], os.path.lexists(folder / "late.txt")) == (True, False)
    assert json.loads((folder / "collected_notes.json").read_text(encoding="utf-8")).keys() == {"link"}
