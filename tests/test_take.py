"""Work that came by e-mail gets to where it is marked, under the right name and the right student, once."""

import shutil
import zipfile

import pytest

from marking import RECEPTION, copy_course, mark
from return_to_dust.errors import CourseError
from return_to_dust.marking import files
from return_to_dust.marking.course import open_course, quiet_nbgrader
from return_to_dust.marking.exchange import collected_as
from return_to_dust.marking.notices import COLLECTED_NOTES, read_notes
from return_to_dust.marking.take import MOST_UNZIPPED_B, take_in
from return_to_dust.paths import CHECKOUT

NAME = f"{RECEPTION}.ipynb"


@pytest.fixture
def course(tmp_path):
    """A course folder with one released assignment."""
    folder = tmp_path / "course"
    (folder / "solutions").mkdir(parents=True)
    shutil.copy(CHECKOUT / "nbgrader_config.py", folder)
    (folder / "assignments" / RECEPTION).mkdir(parents=True)
    (folder / "assignments" / RECEPTION / NAME).write_text("released", encoding="utf-8")
    return folder


@pytest.fixture
def sent(tmp_path):
    """A folder for what students send."""
    folder = tmp_path / "sent"
    folder.mkdir()
    return folder


def work(path, words="mine"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    return path


def held(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", [NAME, f"{RECEPTION} (1).ipynb", f"liwei_4711_{RECEPTION}.ipynb", "尘烟.ipynb"])
def test_when_a_notebook_is_taken_then_it_lies_where_nbgrader_marks_it(course, sent, name):
    """Whatever a download is called, it gets the assignment's name, and the day is noted."""
    taken = take_in(course, [work(sent / name)], "liwei", RECEPTION)
    assert taken.folder == course / "term" / "submitted" / "liwei" / RECEPTION
    assert (taken.folder / NAME).read_text(encoding="utf-8") == "mine"
    assert {"timestamp.txt", "submission_secret.txt"} <= held(taken.folder)
    assert [name in line for line in taken.says] == [True] * (name != NAME)


def test_when_a_copy_is_taken_then_its_own_name_is_noted(course, sent):
    """The name as sent is kept as collecting keeps it."""
    taken = take_in(course, [work(sent / f"{RECEPTION} (1).ipynb")], "liwei", RECEPTION)
    assert collected_as(taken.folder) == {f"{RECEPTION} (1)": RECEPTION}


@pytest.mark.parametrize("zipped", [False, True], ids=["folder", "zip"])
def test_when_a_whole_kit_is_sent_then_the_assignment_is_taken_and_not_the_lesson(course, sent, zipped):
    """A lesson has the assignment's name; the assignment lies in a folder of that name."""
    kit = sent / "kit"
    work(kit / "lessons" / NAME, "lesson")
    work(kit / "assignments" / RECEPTION / NAME)
    work(kit / "assignments" / RECEPTION / "boxes.json", "[]")
    work(kit / "assignments" / RECEPTION / "timestamp.txt", "1999-01-01")
    if zipped:
        with zipfile.ZipFile(sent / "kit.zip", "w") as archive:
            for name in held(kit):
                archive.write(kit / name, f"return-to-dust/{name}")
    folder = take_in(course, [sent / ("kit.zip" if zipped else "kit")], "liwei", RECEPTION).folder
    assert (folder / NAME).read_text(encoding="utf-8") == "mine"
    assert held(folder) == {NAME, "boxes.json", "timestamp.txt", "submission_secret.txt"}
    assert not (folder / "timestamp.txt").read_text(encoding="utf-8").startswith("1999")


def test_when_work_was_handed_in_before_then_only_replace_replaces_it(course, sent):
    """What a student handed in is never lost: it is replaced as a whole where that is asked for, and kept aside."""
    folder = take_in(course, [work(sent / NAME, "first"), work(sent / "notes.txt")], "liwei", RECEPTION).folder
    work(sent / NAME, "second")
    with pytest.raises(CourseError, match="--replace"):
        take_in(course, [sent / NAME], "liwei", RECEPTION)
    assert (folder / NAME).read_text(encoding="utf-8") == "first"
    take_in(course, [sent / NAME], "liwei", RECEPTION, replace=True)
    assert (folder / NAME).read_text(encoding="utf-8") == "second"
    assert held(course / "term" / "submitted") == {
        f"liwei/{RECEPTION}/{name}" for name in (NAME, "timestamp.txt", "submission_secret.txt")
    }
    (aside,) = (course / "term" / "replaced").iterdir()
    assert (aside / NAME).read_text(encoding="utf-8") == "first"


@pytest.mark.parametrize(
    "student",
    ["", ".", "..", "../liwei", "a/b", "a\\b", "C:liwei", "/x", "a*", "a+b", ".hidden", "NUL", "com1.x", "a."],
)
def test_when_the_id_could_be_a_path_then_nothing_is_written(course, sent, student):
    """An id is a name and nothing that leads elsewhere, on any system."""
    with pytest.raises(CourseError, match="cannot be a student's id"):
        take_in(course, [work(sent / NAME)], student, RECEPTION)
    assert held(course / "term") == set()


@pytest.mark.parametrize("student", ["liwei", "li.wei@film.edu", "2026-1234", "李睿珺", "a_b"])
def test_when_the_id_is_a_usual_one_then_it_is_taken(course, sent, student):
    """Ids are names, numbers or addresses, in any script."""
    assert take_in(course, [work(sent / NAME)], student, RECEPTION).folder.parent.name == student


@pytest.mark.parametrize("assignment", ["1_witnesses", "../assignments/2_reception", ""])
def test_when_the_assignment_is_unknown_then_those_known_are_named(course, sent, assignment):
    """An assignment is one of those released."""
    with pytest.raises(CourseError, match=f"There is no assignment .*{RECEPTION}"):
        take_in(course, [work(sent / NAME)], "liwei", assignment)


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (["essay.pdf"], "holds no notebook"),
        (["a.ipynb", "b.ipynb"], f"None of these notebooks is named {NAME}"),
        (["a/x.csv", "b/x.csv", NAME], "Two of the files are named x.csv"),
        (["nothing"], "is no file and no folder"),
        (["broken.zip"], "cannot be unzipped"),
        (["folder"], "holds the notebook in a and b"),
        (["empty"], "holds no notebook named"),
    ],
)
def test_when_it_is_unclear_what_counts_then_nothing_is_taken(course, sent, names, says):
    """A guess could cost a student the marks: the sentence says what to name."""
    for name in names:
        if name == "folder":
            work(sent / name / "a" / NAME)
            work(sent / name / "b" / NAME)
        elif name == "empty":
            (sent / name).mkdir()
        elif name != "nothing":
            work(sent / name)
    with pytest.raises(CourseError, match=says):
        take_in(course, [sent / name for name in names], "liwei", RECEPTION)
    assert held(course / "term") == set()


@pytest.mark.posix
def test_when_what_was_sent_holds_a_link_then_it_is_not_followed(course, sent, tmp_path):
    """Neither a link in a folder nor a link that is named brings in what it points to."""
    secret = work(tmp_path / "secret.txt", "secret")
    work(sent / NAME)
    (sent / "data.csv").symlink_to(secret)
    folder = take_in(course, [sent], "liwei", RECEPTION).folder
    assert held(folder) == {NAME, COLLECTED_NOTES, "timestamp.txt", "submission_secret.txt"}
    assert read_notes((folder / COLLECTED_NOTES).read_bytes()).keys() == {"link"}
    with pytest.raises(CourseError, match="no file and no folder"):
        take_in(course, [sent / "data.csv"], "wang", RECEPTION)


def test_when_the_zip_leads_out_of_its_folder_then_nothing_is_written_there(course, sent):
    """Names in a zip stay below the folder it is unzipped to."""
    with zipfile.ZipFile(sent / "work.zip", "w") as archive:
        archive.writestr(f"work/{NAME}", "mine")
        archive.writestr("../../../../escaped.txt", "x")
    folder = take_in(course, [sent / "work.zip"], "liwei", RECEPTION).folder
    assert (folder / NAME).read_text(encoding="utf-8") == "mine"
    assert not list(sent.parent.rglob("escaped.txt"))


@pytest.mark.parametrize(
    ("names", "says"),
    [
        ([f"{number}/x" for number in range(10_001)], "far too large"),
        (["d/" * 300 + NAME], "a name that is far too long"),
        (["a", "a/b", NAME], "cannot be unzipped"),
    ],
    ids=["many", "deep", "file-and-folder"],
)
def test_when_a_zip_is_a_bomb_then_nothing_is_taken(course, sent, names, says):
    """Counts and depths of a zip are looked at before it is unpacked, and what cannot be unpacked is named."""
    with zipfile.ZipFile(sent / "work.zip", "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    with pytest.raises(CourseError, match=says):
        take_in(course, [sent / "work.zip"], "liwei", RECEPTION)
    assert held(course / "term") == set()


def test_when_a_zip_claims_to_be_far_larger_than_it_is_then_it_is_not_unpacked(course, sent):
    """A few kilobytes can unpack to any size."""
    with zipfile.ZipFile(sent / "work.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(NAME, "mine")
        for number in range(6):
            archive.writestr(str(number), bytes(MOST_UNZIPPED_B // 5))
    with pytest.raises(CourseError, match="far too large"):
        take_in(course, [sent / "work.zip"], "liwei", RECEPTION)


@pytest.mark.posix
def test_when_a_zip_holds_odd_names_and_a_zip_then_only_plain_files_are_taken(course, sent):
    """Names that are none are left out with a note, and a zip in a zip is a file like any other."""
    with zipfile.ZipFile(sent / "work.zip", "w") as archive:
        for name in (NAME, "inner.zip", "a\\..\\b", "nul.txt", "x\ny", "collected_as.json"):
            archive.writestr(name, "mine")
    taken = take_in(course, [sent / "work.zip"], "liwei", RECEPTION)
    assert held(taken.folder) == {NAME, "inner.zip", COLLECTED_NOTES, "timestamp.txt", "submission_secret.txt"}
    assert ["nul.txt" in line for line in taken.says] == [True]


def test_when_a_file_is_too_large_then_it_is_not_taken(course, sent, monkeypatch):
    """One sentence says what the limit is."""
    monkeypatch.setattr(files, "MOST_FILE_B", 3)
    with pytest.raises(CourseError, match="is larger than"):
        take_in(course, [work(sent / NAME)], "liwei", RECEPTION)


def test_when_the_folder_is_a_students_then_it_takes_nothing(course, sent):
    """Work is taken in where it is marked."""
    (course / "solutions").rmdir()
    with pytest.raises(CourseError, match="student's folder"):
        take_in(course, [work(sent / NAME)], "liwei", RECEPTION)


@pytest.mark.marking
def test_when_work_is_taken_then_it_is_marked_and_feedback_is_released(tmp_path, monkeypatch):
    """From the file to the class's feedback, nbgrader finds all that it looks for."""
    exchange = tmp_path / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    monkeypatch.setenv("NBGRADER_EXCHANGE", str(exchange))
    home = copy_course(tmp_path / "course")
    sent = shutil.copy(home / "assignments" / RECEPTION / NAME, tmp_path / f"{RECEPTION}-Copy1.ipynb")
    take_in(home, [sent], "liwei", RECEPTION)
    assert len(mark(home, "liwei")) > 1
    api = open_course(home)
    quiet_nbgrader("give feedback", api.generate_feedback, RECEPTION)
    quiet_nbgrader("release feedback", api.release_feedback, RECEPTION)
    assert (home / "term" / "feedback" / "liwei" / RECEPTION / f"{RECEPTION}.html").is_file()
