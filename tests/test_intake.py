"""Whatever lies in a hand-in, it is read within limits, no link is followed, and the assignment comes out whole."""

import copy
import itertools
import json
import os
import socket
import unicodedata
import zlib
from pathlib import Path

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marking import RECEPTION
from return_to_dust.errors import CourseError
from return_to_dust.marking import files
from return_to_dust.marking.assignment import AssignedCell, Assignment, read_assignment
from return_to_dust.marking.cells import reconcile
from return_to_dust.marking.course import open_course
from return_to_dust.marking.exchange import COLLECTED_AS, read_timestamp
from return_to_dust.marking.files import read_folder, write_files
from return_to_dust.marking.intake import MOST_CELLS, MOST_NOTEBOOK_B, read_submission
from return_to_dust.marking.names import foreign_modules, is_student_id, plain_name
from return_to_dust.marking.notices import COLLECTED_NOTES, notices_of, read_notes
from return_to_dust.marking.strict_json import MOST_DEEP
from return_to_dust.marking.submission import read_hand_in
from return_to_dust.paths import CHECKOUT

RELEASE = (CHECKOUT / "assignments" / RECEPTION / f"{RECEPTION}.ipynb").read_bytes()
NOTEBOOK = json.loads(RELEASE)


def asked_in(notebook: dict) -> tuple[AssignedCell, ...]:
    """Return the assignment's cells; a locked one asks more than its release shows, as one with hidden tests does."""
    found = [cell for cell in notebook["cells"] if "nbgrader" in cell["metadata"]]
    made = []
    for cell in found:
        about = {key: value for key, value in cell["metadata"]["nbgrader"].items() if key != "schema_version"}
        source = "".join(cell["source"]) + "\n# hidden" * about["locked"]
        made.append(AssignedCell(source=source, **{"points": None, **about}))
    return tuple(made)


CELLS = asked_in(NOTEBOOK)
ASSIGNMENT = Assignment(RECEPTION, {RECEPTION: CELLS})
LOCKED = [cell for cell in CELLS if cell.locked]


def reconciled(data: bytes):
    notebook = read_submission(data)
    reconcile(notebook, CELLS)
    return notebook


def codes(notebook) -> set[str]:
    return {notice["code"] for notice in notices_of(notebook)}


def ids(notebook) -> list[str]:
    return [cell.metadata.nbgrader.grade_id for cell in notebook.cells if "nbgrader" in cell.metadata]


def require_whole(notebook) -> None:
    """Stop unless a notebook is valid and has each cell of the assignment once, the locked ones as they were."""
    nbformat.validate(notebook, version=4, version_minor=5)
    nbformat.writes(notebook).encode()
    by_id = {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if "nbgrader" in cell.metadata}
    assert sorted(ids(notebook)) == sorted(cell.grade_id for cell in CELLS)
    for asked in CELLS:
        found = by_id[asked.grade_id]
        assert (found.cell_type, found.metadata.nbgrader) == (asked.cell_type, asked.metadata())
        assert not asked.locked or found.source == asked.source


# ---- a fuzz of the intake


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_when_any_bytes_are_handed_in_then_the_assignment_comes_out_whole(data):
    """No bytes stop the intake."""
    require_whole(reconciled(data))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
FIELDS = ("cell_type", "source", "metadata", "outputs", "id", "attachments", "execution_count", "nbgrader", "cells")
CELL = st.dictionaries(st.sampled_from(FIELDS), VALUES | st.sampled_from(("code", "markdown", "raw")), max_size=7)


@settings(max_examples=200, deadline=None)
@given(st.fixed_dictionaries({"cells": st.lists(CELL, max_size=4)}, optional={"metadata": VALUES, "nbformat": VALUES}))
def test_when_any_json_is_handed_in_then_the_assignment_comes_out_whole(content):
    """Any type in any field is repaired or left out."""
    require_whole(reconciled(json.dumps(content).encode()))


@settings(max_examples=50, deadline=None)
@given(st.fixed_dictionaries({"worksheets": st.lists(VALUES | st.fixed_dictionaries({"cells": st.lists(CELL)}))}))
def test_when_any_old_notebook_is_handed_in_then_the_assignment_comes_out_whole(content):
    """The conversion of the old format, which raises at will, stops nothing."""
    require_whole(reconciled(json.dumps(content).encode()))


def _paths(whole, path=()):
    yield path
    parts = whole.items() if isinstance(whole, dict) else enumerate(whole) if isinstance(whole, list) else ()
    for key, part in parts:
        yield from _paths(part, (*path, key))


PATHS = [path for path in _paths(NOTEBOOK) if path]


def mutate(notebook: dict, path: tuple, how: str, value) -> None:
    """Change one place of a notebook; nothing where an earlier change took the place away."""
    place = notebook
    for key in path[:-1]:
        try:
            place = place[key]
        except (KeyError, IndexError, TypeError):
            return
    if not isinstance(place, list | dict):
        return
    key = path[-1]
    if key not in (place if isinstance(place, dict) else range(len(place))):
        return
    if how == "delete":
        del place[key]
    elif how == "replace":
        place[key] = value
    elif isinstance(place, list):
        place.insert(0 if how == "first" else len(place), copy.deepcopy(place[key]))


CHANGES = st.tuples(st.sampled_from(PATHS), st.sampled_from(("delete", "replace", "first", "last")), VALUES)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CHANGES, max_size=12), st.randoms(use_true_random=False), st.booleans())
def test_when_a_release_is_changed_at_random_then_the_assignment_comes_out_whole(changes, chance, shuffled):
    """Cells deleted, copied, moved, damaged: each is there once in the end, the locked ones as they were."""
    notebook = copy.deepcopy(NOTEBOOK)
    for path, how, value in changes:
        mutate(notebook, path, how, value)
    if shuffled and isinstance(notebook.get("cells"), list):
        chance.shuffle(notebook["cells"])
    require_whole(reconciled(json.dumps(notebook).encode()))


@settings(max_examples=100, deadline=None)
@given(st.permutations(range(len(NOTEBOOK["cells"]))))
def test_when_cells_are_shuffled_then_each_test_runs_after_its_answer(order):
    """A locked cell comes after the cell before it in the assignment, wherever that was put."""
    notebook = reconciled(json.dumps({**NOTEBOOK, "cells": [NOTEBOOK["cells"][i] for i in order]}).encode())
    place = {grade_id: number for number, grade_id in enumerate(ids(notebook))}
    pairs = [(above, below) for above, below in itertools.pairwise(CELLS) if below.locked]
    assert [below.grade_id for above, below in pairs if place[below.grade_id] < place[above.grade_id]] == []


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][A-Za-z0-9 :.+-]{4,20}", fullmatch=True))
def test_when_any_text_is_a_timestamp_then_it_is_read_or_is_none(text):
    """A time that nobody can read stops nothing."""
    assert read_timestamp(text) is None or read_timestamp(text).tzinfo is None


# ---- notebooks


def test_when_nothing_was_changed_then_nothing_is_noted():
    """A release that comes back as it was has no notice, and its cells are in order."""
    notebook = reconciled(RELEASE)
    assert (codes(notebook), [cell.source for cell in notebook.cells][:3], ids(notebook)) == (
        set(),
        ["".join(cell["source"]) for cell in NOTEBOOK["cells"]][:3],
        [cell.grade_id for cell in CELLS],
    )


def test_when_the_same_bytes_are_read_twice_then_the_notebooks_are_the_same():
    """Nothing in a notebook is made up by chance, as ids are elsewhere."""
    bare = {"cells": [{"cell_type": "code", "source": "1"}, {"cell_type": "code", "source": "2", "id": "ä"}]}
    data = json.dumps(bare).encode()
    assert reconciled(data) == reconciled(data)


@pytest.mark.parametrize("where", ["first", "last"])
def test_when_a_test_cell_is_moved_then_it_is_put_back_and_only_it(where):
    """One cell that is out of place is moved; those that it jumped over stay."""
    cells = copy.deepcopy(NOTEBOOK["cells"])
    moved = next(cell for cell in cells if cell["id"] == "reception_q3_fits_test")
    cells.remove(moved)
    cells.insert(0 if where == "first" else len(cells), moved)
    notebook = reconciled(json.dumps({**NOTEBOOK, "cells": cells}).encode())
    says = [notice["says"] for notice in notices_of(notebook)]
    assert (ids(notebook), says) == (
        [cell.grade_id for cell in CELLS],
        ["The locked cell reception_q3_fits_test was moved and has been put back in its place."],
    )


def test_when_an_answer_is_moved_then_its_tests_follow_it():
    """An answer may build on what stands above it, so it stays; a test above its answer could not find it."""
    cells = copy.deepcopy(NOTEBOOK["cells"])
    moved = next(cell for cell in cells if cell["id"] == "reception_q1_address")
    cells.remove(moved)
    notebook = reconciled(json.dumps({**NOTEBOOK, "cells": [*cells, moved]}).encode())
    assert ids(notebook)[-2:] == ["reception_q1_address", "reception_q1_address_test"]


def test_when_an_answer_has_become_text_then_it_is_code_again_and_noted():
    """A cell that was turned to text by a slip of the finger is run."""
    changed = copy.deepcopy(NOTEBOOK)
    cell = next(cell for cell in changed["cells"] if cell["id"] == "reception_q1_address")
    cell |= {"cell_type": "markdown", "source": "x = 1"}
    notebook = reconciled(json.dumps(changed).encode())
    assert ([c.source for c in notebook.cells if c.id == cell["id"] and c.cell_type == "code"], codes(notebook)) == (
        ["x = 1"],
        {"cell-type"},
    )


def test_when_notices_are_forged_then_they_are_dropped():
    """What was noted about a student's work is never taken from that work."""
    forged = {**NOTEBOOK, "metadata": {"return_to_dust": {"notices": [{"code": "praise", "says": "Full marks."}]}}}
    assert codes(read_submission(json.dumps(forged).encode())) == set()


def test_when_outputs_and_metadata_are_huge_then_they_are_left_behind():
    """What is made anew when the notebook runs is not carried along."""
    bomb = {"cell_type": "code", "source": "1", "metadata": {"x": "y" * 10**6}, "outputs": [{"text": "z" * 10**6}]}
    assert len(nbformat.writes(read_submission(json.dumps({"cells": [bomb]}).encode()))) < 1000


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b" " * (MOST_NOTEBOOK_B + 1), "unreadable"),
        (b'{"cells": ' + b"[" * MOST_DEEP + b"]" * MOST_DEEP + b"}", "unreadable"),
        (b'{"cells": [' + b"1," * 5_100_000 + b"1]}", "unreadable"),
        (b'{"cells": [' + b"[]," * 2_100_000 + b"{}]}", "unreadable"),
        (b'{"cells": [], "nbformat": ' + b"9" * 10_000 + b"}", "repaired-json"),
        (b'{"cells": [], "metadata": {"a": NaN, "b": -Infinity, "c": 1e999}}', "repaired-json"),
        (b'{"cells": 5, "cells": []}', "repaired-json"),
        (json.dumps({"cells": [{"cell_type": "code", "source": "1"}] * 200_000}).encode(), "too-many-cells"),
        (json.dumps({"cells": [{"cell_type": "code", "source": "x" * 2_000_000}]}).encode(), "lost-cells"),
        (json.dumps({"cells": [{"cell_type": "heading", "source": "x"}]}).encode(), "lost-cells"),
        (b'{"cells": [{"cell_type": "code", "source": ["a", 5]}]}', "lost-cells"),
        (b'{"cells": [{"cell_type": "markdown", "source": "", "attachments": 7}]}', "lost-attachment"),
        (
            b'{"cells": [{"cell_type": "markdown", "source": "", "attachments": {"a": {"image/png": "not!"}}}]}',
            "lost-attachment",
        ),
        (
            b'{"cells": [{"cell_type": "markdown", "attachments": {"a": {"image/svg+xml": "PHN2Zz4="}}}]}',
            "lost-attachment",
        ),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else value,
)
def test_when_a_notebook_breaks_a_limit_then_it_is_noted(data, code):
    """Each limit has its notice, and what is left is sound."""
    notebook = reconciled(data)
    require_whole(notebook)
    assert (codes(notebook) - {"restored-cell"}, len(notebook.cells) <= MOST_CELLS + len(CELLS)) == ({code}, True)


def test_when_a_source_holds_half_a_character_then_it_can_be_written():
    """A lone surrogate, which JSON can name and no file can hold, is replaced."""
    notebook = read_submission(b'{"cells": [{"cell_type": "code", "source": "x = \'\\ud800\'"}]}')
    assert notebook.cells[0].source == "x = '?'"


def test_when_a_picture_is_attached_to_an_answer_then_it_is_kept():
    """A written answer may hold pictures."""
    cell = {"cell_type": "markdown", "source": "![](attachment:a.png)", "attachments": {"a.png": {"image/png": "AAAA"}}}
    notebook = read_submission(json.dumps({"cells": [cell]}).encode())
    assert (notebook.cells[0].attachments, codes(notebook)) == ({"a.png": {"image/png": "AAAA"}}, set())


# ---- the assignment


def test_when_an_assignment_goes_through_json_then_it_is_the_same():
    """A worker is given the assignment as text."""
    assert Assignment.from_json(ASSIGNMENT.to_json()) == ASSIGNMENT


@pytest.mark.marking
def test_when_the_gradebook_is_read_then_all_cells_come_in_the_order_of_the_release(course_copy):
    """Kinds, points and hidden tests are the gradebook's, the order is the release's."""
    release = course_copy / "assignments" / RECEPTION
    with open_course(course_copy).gradebook as gradebook:
        found = read_assignment(gradebook, RECEPTION, release).notebooks[RECEPTION]
        with pytest.raises(CourseError, match="has no assignment '9_none'"):
            read_assignment(gradebook, "9_none")
    about = asked_in(json.loads((release / f"{RECEPTION}.ipynb").read_bytes()))
    assert [(c.grade_id, c.points, c.grade, c.solution, c.task, c.locked, c.cell_type) for c in found] == [
        (c.grade_id, c.points, c.grade, c.solution, c.task, c.locked, c.cell_type) for c in about
    ]
    assert any("HIDDEN" in cell.source for cell in found)


# ---- folders


@pytest.fixture
def place(tmp_path):
    """A collected hand-in with the release in it."""
    folder = tmp_path / "submitted" / "liwei" / RECEPTION
    folder.mkdir(parents=True)
    (folder / f"{RECEPTION}.ipynb").write_bytes(RELEASE)
    return folder


def hand_in_at(folder: Path):
    return read_hand_in(folder, "liwei", ASSIGNMENT)


def test_when_a_hand_in_is_sound_then_all_of_it_is_read(place):
    """Data and modules of one's own come along, nbgrader's notes do not."""
    (place / "data").mkdir()
    (place / "data" / "shots.csv").write_text("a", encoding="utf-8")
    (place / "my_helpers.py").write_text("x = 1", encoding="utf-8")
    (place / "timestamp.txt").write_text("2026-11-20 10:00:00 UTC", encoding="utf-8")
    (place / "submission_secret.txt").write_text("s", encoding="utf-8")
    found = hand_in_at(place)
    assert (found.files, found.notices, str(found.timestamp), codes(found.notebooks[RECEPTION])) == (
        {"data/shots.csv": b"a", "my_helpers.py": b"x = 1"},
        {},
        "2026-11-20 10:00:00",
        set(),
    )


@pytest.mark.posix
@pytest.mark.parametrize("what", ["notebook", "file", "folder", "assignment", "student"])
def test_when_a_part_of_the_path_is_a_link_then_nothing_behind_it_is_read(place, tmp_path, what):
    """A link is never followed, whichever part of a path it takes the place of; the notices name it."""
    secret = tmp_path / "secret"
    (secret / RECEPTION).mkdir(parents=True)
    (secret / "diary.txt").write_text("mine", encoding="utf-8")
    stolen = json.dumps({"cells": [{"cell_type": "markdown", "source": "mine"}]})
    for folder in (secret, secret / RECEPTION):
        (folder / f"{RECEPTION}.ipynb").write_text(stolen, encoding="utf-8")
    target = {
        "notebook": place / f"{RECEPTION}.ipynb",
        "file": place / "data.csv",
        "folder": place / "data",
        "assignment": place,
        "student": place.parent,
    }[what]
    if target.exists():
        target.rename(tmp_path / "away")
    aim = {"notebook": secret / f"{RECEPTION}.ipynb", "file": secret / "diary.txt", "assignment": secret / RECEPTION}
    target.symlink_to(aim.get(what, secret))
    found = hand_in_at(place)
    assert ("mine" in str(found), [code for code in found.notices if code in ("link", "not-read")]) == (
        False,
        ["not-read" if what in ("assignment", "student") else "link"],
    )


@pytest.mark.posix
@pytest.mark.timeout(30)
def test_when_a_hand_in_holds_pipes_and_sockets_then_nothing_waits(place):
    """What is no file is left out and noted."""
    os.mkfifo(place / "data.csv")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(place / "s"))
        found = hand_in_at(place)
    assert (found.files, list(found.notices)) == ({}, ["special-file"])


@pytest.mark.posix
def test_when_a_file_becomes_a_link_while_it_is_read_then_it_is_not_followed(place, tmp_path, monkeypatch):
    """The file is opened as no link, whatever it was when the folder was listed."""
    (tmp_path / "secret.txt").write_text("mine", encoding="utf-8")
    (place / "data.csv").write_text("x", encoding="utf-8")
    read = files.read_file

    def swap(name, where):
        if name == "data.csv":
            (place / name).unlink()
            (place / name).symlink_to(tmp_path / "secret.txt")
        return read(name, where)

    monkeypatch.setattr(files, "read_file", swap)
    found = hand_in_at(place)
    assert (found.files, list(found.notices)) == ({}, ["link"])


def test_when_there_are_ten_thousand_files_then_the_notebook_and_the_first_thousand_count(place):
    """The number of files is limited, and the notebook is never among those left out."""
    for number in range(10_000):
        (place / f"!{number:05}").touch()
    found = hand_in_at(place)
    assert (len(found.files) + 1, list(found.notices), codes(found.notebooks[RECEPTION])) == (
        files.MOST_FILES,
        ["too-many-files"],
        {"too-many-files"},
    )


@pytest.mark.parametrize(
    ("limit", "value", "code"),
    [("MOST_FILE_B", 10, "too-large"), ("MOST_ALL_B", 150, "too-large"), ("MOST_DEEP", 1, "too-deep")],
)
def test_when_a_limit_is_met_then_what_is_beyond_it_is_left_out(tmp_path, monkeypatch, limit, value, code):
    """Sizes and depth are limited, each with its notice."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    for path in (tmp_path / "1", tmp_path / "2", tmp_path / "a" / "b" / "3"):
        path.write_bytes(b"x" * 100)
    (tmp_path / "small").write_bytes(b"x")
    monkeypatch.setattr(files, limit, value)
    found = read_folder(tmp_path)
    assert (code in found.says, "small" in found.files, "a/b/3" in found.files) == (True, True, False)


def test_when_a_folder_is_deeper_than_any_path_then_it_is_left_out(place):
    """Folders in folders without end cost no more than the limit."""
    deep = place.joinpath(*["d"] * 400)
    deep.mkdir(parents=True)
    (deep / "x").touch()
    assert list(hand_in_at(place).notices) == ["too-deep"]


@pytest.mark.posix
@pytest.mark.parametrize("name", ["a\nb", "a\\b", "nul.txt", "com1", "x\u202egpj.exe", "\udcff", "n" * 200])
def test_when_a_name_is_unfit_then_the_file_is_left_out_and_the_notice_can_be_shown(place, name):
    """Control characters, disguises, device names and what is no Unicode are named in a form that can be written."""
    (place / name).write_text("x", encoding="utf-8")
    found = hand_in_at(place)
    assert (found.files, list(found.notices), found.notices["bad-name"].isprintable()) == ({}, ["bad-name"], True)


@pytest.mark.posix
def test_when_names_differ_only_in_form_then_the_first_counts(place):
    """Names are composed; two that are one on other systems are one here."""
    for name in ("Ä.csv", unicodedata.normalize("NFD", "ä.csv"), "ü.csv"):
        (place / name).write_text(name, encoding="utf-8")
    found = hand_in_at(place)
    assert (len(found.files), "ü.csv" in found.files, list(found.notices)) == (2, True, ["same-name"])


def test_when_a_module_shadows_one_of_the_course_then_it_is_set_aside(place):
    """What would be imported in place of a library is not handed on, and both are told."""
    for name in (
        "numpy.py",
        "return_to_dust.py",
        "sitecustomize.py",
        "random.pyc",
        "pandas/__init__.py",
        "pandas/x.py",
    ):
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text("x", encoding="utf-8")
    (place / "pandas.csv").write_text("x", encoding="utf-8")
    found = hand_in_at(place)
    assert (list(found.files), codes(found.notebooks[RECEPTION])) == (["pandas.csv"], {"foreign-module"})


@pytest.mark.parametrize(
    ("path", "foreign"),
    [
        ("numpy.cpython-311-x86_64-linux-gnu.so", True),
        ("matplotlib/__init__.pyc", True),
        ("deep/sitecustomize.py", True),
        ("a.pth", True),
        ("matplotlibrc", True),
        ("ipython_config.py", True),
        ("ipython_kernel_config.json", True),
        ("jupyter_server_config.py", True),
        (".ipython/profile_default/startup/00.py", True),
        ("json/__init__.py", True),
        ("helpers/numpy.py", False),
        ("numpy/data.csv", False),
        ("helpers/__init__.py", False),
        ("words.py", False),
        ("config.json", False),
        ("random.csv", False),
    ],
)
def test_when_a_file_could_be_a_module_then_only_what_shadows_is_foreign(path, foreign):
    """A student's own modules, and data of any name, are let through."""
    assert (foreign_modules([path]) == {path}) is foreign


def test_when_two_hand_ins_are_equal_then_so_are_their_digests(place, tmp_path):
    """A digest knows the bytes and the names, not the day or the student."""
    (place / "a.csv").write_text("1", encoding="utf-8")
    before = hand_in_at(place).digest
    (place / "timestamp.txt").write_text("2026-11-20 10:00:00 UTC", encoding="utf-8")
    assert hand_in_at(place).digest == before
    (place / "a.csv").rename(place / "b.csv")
    assert hand_in_at(place).digest != before


def test_when_the_timestamp_is_none_then_it_is_noted(place):
    """A time that names a file as its time zone is not looked up."""
    (place / "timestamp.txt").write_text("2026-11-20 10:00:00 /dev/zero", encoding="utf-8")
    found = hand_in_at(place)
    assert (found.timestamp, list(found.notices)) == (None, ["timestamp"])


def test_when_collecting_left_notes_then_the_notebook_has_them(place):
    """What was left out at collection reaches the student's page; the note itself does not reach the sandbox."""
    (place / COLLECTED_NOTES).write_text('{"link": "It was a link."}', encoding="utf-8")
    (place / COLLECTED_AS).write_text("{}", encoding="utf-8")
    found = hand_in_at(place)
    assert (found.files, codes(found.notebooks[RECEPTION])) == ({}, {"link"})


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b"[" * 100_000, b'{"a": 5}', b"null"])
def test_when_a_note_is_damaged_then_it_says_nothing(data):
    """Only what collecting wrote is read."""
    assert read_notes(data) == {}


def test_when_there_is_no_notebook_then_an_empty_one_says_so(place):
    """The student gets a page that says what to do."""
    (place / f"{RECEPTION}.ipynb").rename(place / "essay.ipynb")
    assert codes(hand_in_at(place).notebooks[RECEPTION]) == {"missing-notebook"}


def test_when_files_are_written_again_then_they_are_as_they_were_read(tmp_path):
    """What was read can be laid out elsewhere, with its times."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_bytes(zlib.compress(b"x"))
    os.utime(tmp_path / "a" / "b" / "c", (10, 10))
    found = read_folder(tmp_path / "a")
    write_files(found.files, tmp_path / "copy")
    assert (read_folder(tmp_path / "copy").files, found.files["b/c"].written_ns) == (found.files, 10 * 10**9)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=20))
def test_when_any_text_is_a_name_then_what_is_let_through_is_one_plain_name(text):
    """No name leads elsewhere."""
    name = plain_name(text)
    assert name is None or (Path("x", name).name == name and "\\" not in name and "\x00" not in name)
    assert not is_student_id(text) or plain_name(text) is not None
