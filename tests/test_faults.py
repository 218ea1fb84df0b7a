"""What breaks while a class is marked is said in one sentence, loses nothing, and costs no honest student a point."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

import quick_engine
from return_to_dust.errors import CourseError
from return_to_dust.examine import plan
from return_to_dust.examine.engine import examine
from return_to_dust.grading.work import failed, mark_with
from return_to_dust.marking.intake import read_submission
from return_to_dust.marking.notices import notices_of
from return_to_dust.marking.outcomes import outcome_of
from return_to_dust.sandbox import Level, Limits, RoomError, RoomLost, Sandbox, host, open_sandbox, rooms
from return_to_dust.sandbox.watch import family
from test_bad_input import NAME, RIGHT, make_course
from test_grading import STAMP, WRONG, Class, alive, wait_for

pytestmark = [pytest.mark.marking, pytest.mark.posix]

LATER = STAMP.replace("10:00", "11:00")
QUICK = Limits(cell_s=10, notebook_s=40)
TEST = """
from return_to_dust.checks import Question
q = Question("Two", points=3)
with q.criterion("the answer", 2) as c:
    c.number(answer, 2)
with q.criterion("it is one at all", 1) as c:
    c.number(1, 1)
q.score()
"""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A sandbox of the best level that holds here."""
    opened = open_sandbox()
    yield opened
    opened.close()


def a_test(source: str = TEST, name: str = "two_test") -> NotebookNode:
    about = {"grade": True, "solution": False, "locked": True, "task": False, "points": 3, "schema_version": 3}
    return new_code_cell(source, metadata={"nbgrader": {**about, "grade_id": name, "cell_type": "code"}})


def answering(source: str, *tests: NotebookNode) -> NotebookNode:
    return new_notebook(cells=[new_code_cell(source), *(tests or [a_test()])])


def points(notebook: NotebookNode) -> list[str]:
    """Return what each test earned, in text; the sentence of its error where it has one."""
    outputs = [cell.outputs[0] for cell in notebook.cells if "nbgrader" in cell.metadata]
    return [one.get("data", {}).get("text/plain") or one.evalue for one in outputs]


# --- answers that are hard to send ---------------------------------------------------------------------------------

HARD = {
    "a whole number of a million digits": "answer = 10**1_000_000",
    "a list that contains itself": "answer = []\nanswer.append(answer)",
    "a dict that contains itself": "answer = {}\nanswer['a'] = answer",
    "a hundred thousand lists in one another": "answer = []\nfor _ in range(100_000): answer = [answer]",
    "ten million items": "import numpy as np\nanswer = np.zeros(10**7).tolist()",
    "an array of ten million": "import numpy as np\nanswer = np.zeros(10**7)",
    "a table of ten million": "import numpy as np, pandas as pd\nanswer = pd.DataFrame({'a': np.zeros(10**7)})",
    "a text of half a gigabyte": "answer = 'x' * 5 * 10**8",
    "not a number": "answer = float('nan')",
    "infinity": "answer = -float('inf')",
    "half a character": "answer = '\\ud800'",
    "a null character": "answer = 'a\\0b'",
    "writing from right to left": "answer = '\\u202e\\u200f\\u05d0'",
    "joined and combined characters": "answer = '\U0001f468\u200d\U0001f469e\u0301'",
    "a line of a million letters": "answer = 'x' * 1_000_000",
}


@pytest.mark.parametrize("what", HARD)
def test_when_an_answer_is_hard_to_send_then_only_that_criterion_is_missed_with_a_reason(sandbox, what):
    """The criterion that asked for it says what it wanted; the next one is met."""
    done = examine(answering(HARD[what]), {}, QUICK, sandbox)
    first, second = outcome_of(done.cells[-1])["criteria"]
    assert (first["reason"].startswith("Expected a number, but"), second["met"]) == (True, True)


# --- outputs -------------------------------------------------------------------------------------------------------

LOUD = {
    "print": "for _ in range(1000): print('x' * 100_000)",
    "one print": "print('x' * 100_000_000)",
    "stderr": "import sys\nfor _ in range(1000): sys.stderr.write('x' * 100_000)",
    "display": "display({'text/html': 'x' * 100_000_000}, raw=True)",
    "display of what is long only when sent": "display({'text/html': '隐' * 6_000_000}, raw=True)",
    "many displays": "for _ in range(12_000): display({'text/html': 'x' * 1000}, raw=True)",
    "a program": "import subprocess\nsubprocess.run(['head', '-c', '100000000', '/dev/zero'])",
}


@pytest.mark.parametrize("way", LOUD)
def test_when_there_are_100_mb_of_output_then_they_are_cut_and_the_marks_are_right(sandbox, way):
    """Whatever way it goes, the notebook stays small, says that something is missing, and earns its points."""
    done = examine(answering(LOUD[way] + "\nanswer = 2"), {}, QUICK, sandbox)
    text = nbformat.v4.writes_json(done)
    assert (points(done), len(text) < 12_000_000, "not kept" in text) == (["3"], True, True)


@pytest.mark.parametrize("data", ["{'application/json': {1, 2}}", "{'text/plain': object()}", "{object(): 'x'}"])
def test_when_an_output_cannot_be_written_then_the_notebook_goes_on(sandbox, data):
    """What no notebook can hold is left out, with a line that says so."""
    done = examine(answering(f"display({data}, raw=True)\nanswer = 2"), {}, QUICK, sandbox)
    assert (points(done), "not kept" in str(done.cells[0].outputs)) == (["3"], True)


# --- large notebooks and odd files ---------------------------------------------------------------------------------


def test_when_there_are_more_tests_than_processes_then_each_is_run(sandbox):
    """The snapshots that wait for tests do not count among the processes that a student may have."""
    tests = [a_test("assert answer == 2", f"test_{number}") for number in range(40)]
    done = examine(answering("answer = 2", *tests), {}, Limits(processes=24), sandbox)
    assert (points(done), notices_of(done)) == (["3"] * 40, [])


def test_when_there_are_too_many_tests_then_a_sentence_says_how_many_can_be(sandbox):
    """The assignment is at fault, and nobody gets a mark for it."""
    tests = [a_test("assert answer == 2", f"test_{number}") for number in range(plan.MOST_TESTS + 1)]
    with pytest.raises(CourseError, match=r"has 241 test cells, and at most 240 can be marked: divide"):
        examine(answering("answer = 2", *tests), {}, QUICK, sandbox)


def test_when_a_notebook_has_two_thousand_cells_then_all_are_run(sandbox):
    """The last of them sees what the first made."""
    cells = [new_code_cell("answer = 0"), *(new_code_cell("answer += 1") for _ in range(2000)), a_test()]
    cells[-2].source = "answer = 2 * (answer == 1999)"
    assert points(examine(new_notebook(cells=cells), {}, QUICK, sandbox)) == ["3"]


@pytest.mark.parametrize("name", [".tmp", ".tmp/x/y", "a\u0301\u202e", "x" * 255, "data"])
def test_when_a_file_has_an_odd_name_then_the_notebook_runs(sandbox, name):
    """A file that cannot lie in the working folder is left out of it."""
    files = {"data/table.csv": b"1", name: b"2"}
    assert points(examine(answering("answer = len(open('data/table.csv').read()) + 1"), files, QUICK, sandbox)) == ["3"]


HARD_JSON = {
    "deep": b'{"cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "a number of a million digits": b'{"cells": [], "n": ' + b"9" * 1_000_000 + b"}",
    "a number with a huge exponent": b'{"cells": [], "n": 1e999999999}',
    "numbers that are none": b'{"cells": [], "a": NaN, "b": -Infinity}',
}


@pytest.mark.parametrize("what", HARD_JSON)
def test_when_a_notebooks_json_is_hard_to_read_then_one_notice_says_so(what):
    """It is repaired or replaced by an empty notebook, each with one sentence."""
    assert [one["code"] for one in notices_of(read_submission(HARD_JSON[what]))] in (["unreadable"], ["repaired-json"])


# --- the sandbox breaks --------------------------------------------------------------------------------------------


def kill_soon(box: Sandbox) -> threading.Timer:
    """Kill the fork server half a second from now."""
    timer = threading.Timer(0.5, lambda: os.kill(box._shared.process.pid, signal.SIGKILL))
    timer.start()
    return timer


@pytest.mark.parametrize("kill_in", ["cells", "tests"])
def test_when_the_fork_server_is_killed_then_the_work_is_run_again_and_nobody_loses_a_point(sandbox, kill_in):
    """The end of the sandbox is not taken for an end that the notebook brought about."""
    source, test = ("import time; time.sleep(2); answer = 2", TEST) if kill_in == "cells" else ("answer = 2", SLOW_TEST)
    timer = kill_soon(sandbox)
    done = examine(answering(source, a_test(test)), {}, QUICK, sandbox)
    timer.join()
    assert (points(done), notices_of(done)) == (["3"], [])


SLOW_TEST = "import time\ntime.sleep(2)\nassert answer == 2"


def test_when_the_fork_server_always_ends_then_there_is_no_mark_but_a_sentence(sandbox, monkeypatch):
    """A machine that cannot hold the sandbox gives no zero."""
    monkeypatch.setattr(rooms.Room, "is_lost", lambda *_: True)
    with pytest.raises(RoomLost, match="The sandbox ended while this was marked: free some memory"):
        examine(answering("answer = 2"), {}, QUICK, sandbox)


def test_when_a_notebook_ends_its_own_process_then_that_is_its_own_doing(sandbox):
    """The other side of the two tests above: this is not run again."""
    done = examine(answering("import os; os._exit(1)"), {}, QUICK, sandbox)
    assert [one["code"] for one in notices_of(done)] == ["kernel-died"]


def test_when_bubblewrap_vanishes_between_two_submissions_then_the_second_is_refused_until_it_is_back(
    sandbox, monkeypatch
):
    """What runs goes on; what cannot be started is refused, and marking works again when it is there again."""
    first = examine(answering("answer = 2"), {}, QUICK, sandbox)
    sandbox._shared.close()
    with monkeypatch.context() as patched:
        patched.setattr("return_to_dust.sandbox.view.bubblewrap", lambda: "/nonexistent/bwrap")
        with pytest.raises(RoomError, match="could not be started"):
            examine(answering("answer = 2"), {}, QUICK, sandbox)
    assert points(first) == points(examine(answering("answer = 2"), {}, QUICK, sandbox)) == ["3"]


BROKEN = {
    "echo 'bwrap: No permissions to create a new namespace' >&2; exit 1": "No permissions to create a new namespace",
    "exit 0": "it gave no reason",
    "kill -9 $$": "it gave no reason",
}


@pytest.mark.parametrize("script", BROKEN)
def test_when_bubblewrap_fails_then_marking_is_refused_with_its_own_words(tmp_path, monkeypatch, script):
    """The sentence has the reason once, and says what to do."""
    fake = tmp_path / "bwrap"
    fake.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setattr("return_to_dust.sandbox.view.bubblewrap", lambda: str(fake))
    with pytest.raises(CourseError) as refused:
        open_sandbox()
    says = str(refused.value)
    assert (says.count(BROKEN[script]), "Marking is refused" in says) == (1, True)


def test_when_libseccomp_is_missing_then_marking_is_refused_and_nothing_is_left_running(tmp_path, monkeypatch):
    """The sentence names the library; the fork servers that were tried are gone."""
    library = next(Path("/usr/lib").rglob("libseccomp.so.2")).resolve()
    whole, started = host.wrapped, []

    def without_library(program: list[str]) -> list[str]:
        command = whole(program)
        place = command.index("--proc")
        return [*command[:place], "--ro-bind", "/dev/null", str(library), *command[place:]]

    class Noted(rooms.Server):
        def __init__(self, level: Level) -> None:
            super().__init__(level)
            started.append(self.process)

    monkeypatch.setattr(host, "wrapped", without_library)
    monkeypatch.setattr(rooms, "Server", Noted)
    with pytest.raises(CourseError, match=r"libseccomp\.so\.2.*Marking is refused"):
        open_sandbox()
    assert [process.poll() is None for process in started] == [False] * len(started) != []


def test_when_namespaces_cannot_be_nested_then_the_next_level_is_taken(monkeypatch):
    """With user namespaces refused inside bubblewrap, each notebook gets a bubblewrap of its own."""
    code = (
        "import sys\n"
        "from return_to_dust.sandbox import confine, server\n"
        "def refused(): raise OSError(28, 'clone: No space left on device')\n"
        "confine.fork_apart = refused\n"
        "server.main()"
    )
    whole = host.wrapped
    monkeypatch.setattr(host, "wrapped", lambda program: whole([program[0], "-c", code, *program[3:]]))
    opened = open_sandbox()
    try:
        assert (opened.level, points(examine(answering("answer = 2"), {}, QUICK, opened))) == (Level.BUBBLES, ["3"])
    finally:
        opened.close()


# --- the class goes on ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def released(tmp_path_factory) -> Path:
    """A course with an assignment of one question, released; tests copy it."""
    return make_course(tmp_path_factory.mktemp("faults") / "course")


@pytest.fixture
def pupils(released, tmp_path, monkeypatch) -> Class:
    """A class of two, one right and one not, marked in this process with the quick engine."""
    made = Class(released, tmp_path)
    monkeypatch.setenv(quick_engine.RAN, str(made.ran_file))
    made.hand_in("anna")
    made.hand_in("bo", WRONG)
    return made


def left(pupils: Class) -> list[str]:
    """Return what a run should have tidied away."""
    return [path.name for path in (pupils.course / "term" / "autograded").glob("*/.*")]


def test_when_half_a_character_is_raised_then_all_are_marked(pupils):
    """Text that no file can hold is written with a question mark in its place."""
    pupils.hand_in("cleo", "raise ValueError('\\ud800')")
    graded = pupils.grade()
    assert (graded.failed, pupils.scores()) == ({}, {"anna": 3, "bo": 0, "cleo": 0})


def folder_for_notebook(folder: Path) -> None:
    (folder / f"{NAME}.ipynb").unlink()
    (folder / f"{NAME}.ipynb").mkdir()
    (folder / f"{NAME}.ipynb" / "x").touch()


def same_but_for_form(folder: Path) -> None:
    (folder / "é").touch()
    (folder / "e\u0301").mkdir()
    (folder / "e\u0301" / "x").touch()


def ten_thousand_files(folder: Path) -> None:
    for number in range(10_000):
        (folder / f"f{number}").touch()


def sparse_file(folder: Path) -> None:
    with (folder / "large.bin").open("wb") as file:
        file.truncate(500_000_000)


@pytest.mark.parametrize("lay", [folder_for_notebook, same_but_for_form, ten_thousand_files, sparse_file])
def test_when_a_hand_in_holds_odd_files_then_it_is_marked_with_one_notice(pupils, lay):
    """What cannot be kept is left out and named; what can be marked is, and so are all others."""
    pupils.hand_in("cleo")
    lay(pupils.course / "term" / "submitted" / "cleo" / NAME)
    graded = pupils.grade()
    marks = {"anna": 3, "bo": 0, "cleo": 0 if lay is folder_for_notebook else 3}
    assert (graded.failed, pupils.scores(), len(graded.notices)) == ({}, marks, 1)


@pytest.mark.parametrize("student", ["a\udcff", "a\nb", "\u202ecba", "\U0001f600", "e\u0301"])
def test_when_an_id_is_odd_then_the_others_are_marked(pupils, student):
    """An id that the gradebook cannot hold is one student's fault, with a sentence; any other is recorded."""
    pupils.hand_in(student)
    graded = pupils.grade(task=lambda one: mark_with(quick_engine.run_cells, one))
    recorded = pupils.scores()
    assert {"anna": 3, "bo": 0}.items() <= recorded.items()
    assert (student in recorded) != ("is not recorded" in graded.failed.get(student, ""))


def lock_all(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    threading.Timer(6.5, other.close).start()  # longer than SQLite waits


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 60_000)


def replace(path: Path) -> None:
    path.write_bytes(b"this is something else" * 1000)


@pytest.mark.parametrize("harm", [lock_all, damage, replace])
def test_when_the_gradebook_cannot_be_read_then_one_sentence_says_so(pupils, harm):
    """Before anything runs, it is said what is wrong with the gradebook and what to do."""
    harm(pupils.course / "term" / "gradebook.db")
    with pytest.raises(CourseError, match=r"gradebook\.db refuses: .*; .*, then run the same command again"):
        pupils.grade()


def full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_when_there_is_no_space_for_the_cache_then_the_marks_are_recorded(pupils, monkeypatch):
    """Results that cannot be kept are recorded all the same."""
    monkeypatch.setattr("return_to_dust.grading.cache.write_whole", full)
    assert (pupils.grade().failed, pupils.scores()) == ({}, {"anna": 3, "bo": 0})


def test_when_there_is_no_space_to_flag_a_failure_then_the_class_goes_on(pupils, monkeypatch):
    """The report of the run says what failed, though no flag could be left."""
    pupils.grade()
    pupils.hand_in("anna", RIGHT + "# again", LATER)
    pupils.hand_in("cleo")
    monkeypatch.setattr(Path, "touch", full)
    one_fails = pupils.grade(
        task=lambda one: failed(one, "because") if one.student == "anna" else quick_engine.quick(one)
    )
    assert (list(one_fails.failed), pupils.scores()) == (["anna"], {"anna": 3, "bo": 0, "cleo": 3})


# --- power cuts, clocks, and other programs ------------------------------------------------------------------------

SCRIPT = """
import os, sys
from pathlib import Path
import quick_engine
from return_to_dust.grading import folder, grade, writer
if __name__ == "__main__":
    course, name, moment = sys.argv[1:]
    cut = lambda *_: os._exit(9)
    rename = Path.rename
    if moment == "drafts are written":
        writer.record = lambda gradebook, assignment, marked, *_: (list(marked), cut())
    if moment == "marks are recorded":
        writer.put_in_place = cut
    if moment == "the older folder is aside":
        Path.rename = lambda path, to: cut() if path.name.startswith(folder.DRAFT) else rename(path, to)
    grade.grade(Path(course), name, jobs=1, task=quick_engine.quick)
"""


def start(pupils: Class, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a script beside the class, with this package and these tests to be imported."""
    script = pupils.course.with_name("run.py")
    script.write_text(SCRIPT, encoding="utf-8")
    path = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, script, pupils.course, NAME, *arguments]
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": path}, stderr=subprocess.PIPE)


@pytest.mark.parametrize("moment", ["drafts are written", "marks are recorded", "the older folder is aside"])
def test_when_the_power_is_cut_then_the_next_run_completes_it(pupils, moment):
    """Wherever a run is cut off, marks and folders are those of the newest hand-in after the next."""
    pupils.grade()
    pupils.hand_in("bo", RIGHT, LATER)
    assert start(pupils, moment).wait() == 9
    pupils.grade()
    marked = nbformat.read(pupils.marked("bo") / f"{NAME}.ipynb", as_version=4)
    assert (pupils.scores(), RIGHT in [cell.source for cell in marked.cells]) == ({"anna": 3, "bo": 3}, True)
    assert (left(pupils), pupils.ran()) == ([], ["anna", "bo", "bo"])


def test_when_a_second_run_is_started_then_it_says_so_and_the_first_goes_on(pupils):
    """Two commands do not write at once."""
    pupils.hand_in("cleo", f"{RIGHT}\n{quick_engine.WAIT}")
    first = start(pupils, "never")
    wait_for(lambda: "cleo" in pupils.ran())
    with pytest.raises(CourseError, match="Another `dust grade` is at work in this course"):
        pupils.grade()
    pupils.ran_file.with_name("go on").touch()
    first.communicate()
    assert pupils.scores() == {"anna": 3, "bo": 0, "cleo": 3}


@pytest.mark.parametrize(
    "stamp", ["2099-01-01 10:00:00.000000 UTC", "1999-12-31 23:59:59.000000 UTC", "2026-03-01 12:00:00.000000 +0100"]
)
def test_when_the_clock_was_wrong_then_a_newer_hand_in_counts_all_the_same(pupils, stamp):
    """A hand-in is new where its time differs from the one before, be it earlier or in the future."""
    pupils.grade()
    pupils.hand_in("bo", RIGHT, stamp)
    assert (pupils.grade().written, pupils.scores()["bo"]) == (["bo"], 3)


@pytest.mark.parametrize("stamp", ["9999-12-31 23:59:59 -1200", "0001-01-01 00:00:00 +1400", "tomorrow"])
def test_when_a_time_is_none_then_it_is_noted_and_the_work_is_marked(pupils, stamp):
    """A clock that stands before or after all times does not stop the class."""
    pupils.hand_in("bo", RIGHT, stamp)
    assert ([one.code for one in pupils.grade().notices], pupils.scores()["bo"]) == (["timestamp"], 3)


@pytest.mark.parametrize("years", [-20, 20])
def test_when_the_clock_is_set_between_two_runs_then_no_mark_changes(pupils, monkeypatch, years):
    """Results may have to be worked out again; what was recorded stays as it is."""
    pupils.grade()
    now = time.time()
    monkeypatch.setattr("return_to_dust.grading.cache.time.time", lambda: now + years * 365 * 86_400)
    pupils.grade()
    assert (pupils.grade().unchanged, pupils.scores()) == (["anna", "bo"], {"anna": 3, "bo": 0})


ENDLESS = "import time\ntime.sleep(600)"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_when_the_command_is_stopped_then_nothing_of_its_sandbox_is_left(pupils, number):
    """Ctrl-C is answered with a sentence; neither it nor a kill leaves a process, and what was done is kept."""
    pupils.hand_in("cleo", ENDLESS)
    code = (  # a program that was started in the background does not hear Ctrl-C
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from return_to_dust.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "grade", NAME, "--jobs", "1", "--course", pupils.course]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    kept = pupils.course / "term" / "cache" / "marked"
    wait_for(lambda: len(list(kept.glob("*.json"))) == 2)
    time.sleep(1)  # the third is under way
    processes = [pid for pid in family(running.pid) if alive(pid)]
    running.send_signal(number)
    said = running.communicate()[1]
    wait_for(lambda: not any(map(alive, processes)))
    assert (len(processes) > 5, "Interrupted: what is marked is kept" in said) == (True, number == signal.SIGINT)
    assert len(list(kept.glob("*.json"))) == 2
