"""Collecting follows no link, restores names, and stands in for what is missing."""

import os
import shutil
import subprocess
import sys

import nbformat
import pytest

from marking import RECEPTION, copy_course
from return_to_dust.errors import CourseError
from return_to_dust.marking import exchange, files
from return_to_dust.marking.course import CONFIG, load_config, open_course, quiet_nbgrader
from return_to_dust.marking.exchange import COLLECTED_AS, collected_as, settle_names
from return_to_dust.marking.files import read_folder
from return_to_dust.marking.notices import notices_of
from return_to_dust.marking.refusals import false_claim, read_refusals
from return_to_dust.paths import CHECKOUT
from return_to_dust.report.sheet import read_sheet


@pytest.fixture
def folder(tmp_path):
    """A private copy of a hand-in."""
    made = tmp_path / "submission"
    made.mkdir()
    return made


def notebook(path, words: str = "mine") -> None:
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(words)])
    path.write_text(nbformat.writes(made), encoding="utf-8")


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


@pytest.fixture(scope="module")
def class_course(tmp_path_factory):
    """A course with an exchange in which one assignment is released; the folder in which students hand in."""
    exchange = tmp_path_factory.mktemp("owners") / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    course = copy_course(exchange.parent / "course")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NBGRADER_EXCHANGE", str(exchange))
        quiet_nbgrader("release", open_course(course).release_assignment, RECEPTION)
        yield course, exchange / "return-to-dust" / "inbound"


def put(inbound, name: str, words: str):
    """Put a hand-in of that name into the exchange."""
    folder = inbound / name
    folder.mkdir(parents=True)
    notebook(folder / f"{RECEPTION}.ipynb", words)
    (folder / "timestamp.txt").write_text(name.split("+")[2] if name.count("+") > 1 else "never", encoding="utf-8")
    (folder / "submission_secret.txt").write_text("s", encoding="utf-8")
    return folder


def words_of(course, student: str) -> str:
    path = course / "term" / "submitted" / student / RECEPTION / f"{RECEPTION}.ipynb"
    return nbformat.read(path, as_version=4).cells[0].source if path.is_file() else ""


def collect(course, *, update: bool = True) -> str:
    return quiet_nbgrader("collect", open_course(course).collect, RECEPTION, update=update)


@pytest.mark.marking
@pytest.mark.posix
def test_when_owner_and_student_differ_then_the_hand_in_is_refused_and_the_real_one_stays(class_course, monkeypatch):
    """A newer folder in another's name takes no work's place, neither before nor after it was collected."""
    course, inbound = class_course
    put(inbound, f"liwei+{RECEPTION}+2026-11-20 10:00:00 UTC+a", "first")
    forged = put(inbound, f"liwei+{RECEPTION}+2026-11-22 10:00:00 UTC+b", "forged")
    theirs = forged.stat().st_ino
    monkeypatch.setattr(exchange, "_owner_of", lambda folder: 54321 if folder.lstat().st_ino == theirs else os.getuid())
    collect(course)
    before = words_of(course, "liwei")
    put(inbound, f"liwei+{RECEPTION}+2026-11-21 10:00:00 UTC+c", "second")
    collect(course)
    assert (before, words_of(course, "liwei")) == ("first", "second")
    (refusal,) = read_refusals(open_course(course).coursedir, RECEPTION)
    assert (refusal.student, "belongs to the unknown user 54321 and was not collected" in refusal.says) == (
        "liwei",
        True,
    )
    quiet_nbgrader("mark", open_course(course).autograde, RECEPTION, "liwei")
    assert ("liwei", "refused", refusal.says) in [
        (one.student, one.code, one.says) for one in read_sheet(course, RECEPTION).notices
    ]
    shutil.rmtree(forged)
    collect(course)
    assert read_refusals(open_course(course).coursedir, RECEPTION) == []


@pytest.mark.marking
@pytest.mark.posix
def test_when_the_folder_is_exchanged_while_it_is_collected_then_its_owner_counts(class_course, monkeypatch):
    """The owner of what was read decides, not of what had the name before; and the earlier work stays."""
    course, inbound = class_course
    put(inbound, f"zhao+{RECEPTION}+2026-11-20 10:00:00 UTC+a", "mine")
    collect(course)
    put(inbound, f"zhao+{RECEPTION}+2026-11-21 10:00:00 UTC+b", "exchanged")
    read = exchange.read_folder

    def swapped(folder, **options):
        found = read(folder, **options)
        found.owner = 54321 if "zhao" in folder.name else found.owner
        return found

    monkeypatch.setattr(exchange, "read_folder", swapped)
    collect(course)
    assert (
        words_of(course, "zhao"),
        [one.student for one in read_refusals(open_course(course).coursedir, RECEPTION)],
    ) == (
        "mine",
        ["zhao"],
    )


WRONG_NAMES = {
    f"x+{RECEPTION}+garbage",
    f"x+{RECEPTION}+2026-99-99 10:00:00 UTC+a",
    f"a\\b+{RECEPTION}+2026-11-20 10:00:00 UTC+a",
    f"-+{RECEPTION}+2026-11-20 10:00:00 UTC+a",
    f"x+{RECEPTION}+1_witnesses+2026-11-20 10:00:00 UTC+a",
    f"x+{RECEPTION}+",
}


@pytest.mark.marking
@pytest.mark.posix
def test_when_folders_in_the_exchange_have_wrong_names_then_the_class_is_collected(class_course):
    """Anybody can make a folder of any name in the exchange; it stops nobody and leads nowhere."""
    course, inbound = class_course
    for name in (*WRONG_NAMES, f"..+{RECEPTION}+2026-11-20 10:00:00 UTC+a"):
        put(inbound, name, "x")
    put(inbound, f"sound+{RECEPTION}+2026-11-20 10:00:00 UTC+a", "sound")
    collect(course)
    refused = {one.folder for one in read_refusals(open_course(course).coursedir, RECEPTION)}
    assert (words_of(course, "sound"), WRONG_NAMES - refused) == ("sound", set())
    assert not (course / "term" / RECEPTION).exists()


@pytest.mark.marking
@pytest.mark.posix
def test_when_the_time_in_a_hand_in_cannot_be_read_then_that_of_its_folder_counts(class_course):
    """Nbgrader stops at a time that it cannot read, and would open the file that the time zone names."""
    course, inbound = class_course
    folder = put(inbound, f"timeless+{RECEPTION}+2026-11-20 10:00:00 UTC+a", "x")
    (folder / "timestamp.txt").write_text("2026-11-20 10:00:00 /dev/zero", encoding="utf-8")
    collect(course)
    assert str(open_course(course).get_submitted_timestamp(RECEPTION, "timeless")) == "2026-11-20 10:00:00"


@pytest.mark.marking
@pytest.mark.posix
def test_when_nothing_new_was_handed_in_then_nothing_is_collected_again(class_course):
    """Work is replaced only by newer work, and only where that is asked for."""
    course, inbound = class_course
    put(inbound, f"early+{RECEPTION}+2026-11-20 10:00:00 UTC+a", "first")
    collect(course)
    path = course / "term" / "submitted" / "early" / RECEPTION
    before = path.stat().st_ino
    collect(course)
    put(inbound, f"early+{RECEPTION}+2026-11-21 10:00:00 UTC+b", "second")
    collect(course, update=False)
    assert (path.stat().st_ino, words_of(course, "early")) == (before, "first")
    collect(course)
    assert (words_of(course, "early"), [one.name for one in path.parent.iterdir()]) == ("second", [RECEPTION])


@pytest.mark.posix
@pytest.mark.parametrize(
    ("owner", "says"),
    [
        (os.getuid() if hasattr(os, "getuid") else 0, ""),
        (0, ""),
        (54321, "A hand-in in the name of liwei belongs to the unknown user 54321 and was not collected: ask both."),
        (1, "A hand-in in the name of liwei belongs to {} and was not collected: ask both."),
    ],
)
def test_when_somebody_owns_a_hand_in_then_only_the_student_and_the_collector_are_believed(owner, says):
    """A folder of the collecting user, or of root, is no student's doing."""
    import pwd

    name = pwd.getpwuid(1).pw_name
    assert (false_claim(owner, "liwei"), false_claim(1, name)) == (says.format(name), "")


@pytest.mark.posix
def test_when_a_file_is_not_the_folder_owners_then_it_is_left_out(folder, monkeypatch):
    """A hard link to another's file, which belongs to that other, brings nothing in."""
    notebook(folder / "p.ipynb")
    (folder / "theirs.csv").write_text("x", encoding="utf-8")
    read = files.read_file
    monkeypatch.setattr(
        files, "read_file", lambda name, at: (read(name, at)[0], 54321 if "csv" in name else os.getuid())
    )
    found = read_folder(folder, same_owner=True)
    assert (list(found.files), list(found.says)) == (["p.ipynb"], ["not-yours"])


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
