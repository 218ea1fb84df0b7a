"""`dust grade` marks a class once, survives what machines do, and writes no changed mark unasked."""

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from rich.console import Console

import quick_engine
from return_to_dust import cli, sandbox
from return_to_dust.build.course import build_course
from return_to_dust.errors import CourseError
from return_to_dust.grading import cache, cluster, database, work
from return_to_dust.grading.cache import Cache
from return_to_dust.grading.folder import DRAFT, OLD, draft_folder, mend_folders, put_in_place
from return_to_dust.grading.grade import grade
from return_to_dust.grading.hand_ins import HandIns
from return_to_dust.grading.indexes import ensure_indexes
from return_to_dust.grading.lock import alone
from return_to_dust.grading.pool import side_by_side
from return_to_dust.grading.work import Work
from return_to_dust.marking.course import open_course, quiet_nbgrader
from return_to_dust.marking.door import has_failed
from return_to_dust.marking.outcomes import is_test, outcome_of
from test_bad_input import NAME, RIGHT, SOLUTION, make_course

pytestmark = pytest.mark.marking

WRONG = "def twice(number):\n    return number"
STAMP = "2026-03-01 10:00:00.000000 UTC"


@pytest.fixture(scope="module")
def released(tmp_path_factory) -> Path:
    """A course with an assignment of one question, released; tests copy it."""
    return make_course(tmp_path_factory.mktemp("grading") / "course")


class Class:
    """A course of a test's own, what its students hand in, and which of them were run."""

    def __init__(self, released: Path, folder: Path) -> None:
        self.course = folder / "course"
        self.ran_file = folder / "ran"
        self.ran_file.touch()
        shutil.copytree(released, self.course)

    def hand_in(self, student: str, source: str = RIGHT, stamp: str = STAMP, **files: str) -> None:
        """Put a notebook with this answer, and other files, among the collected hand-ins."""
        notebook = nbformat.read(self.course / "assignments" / NAME / f"{NAME}.ipynb", as_version=4)
        next(
            c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == "sample_q1_twice"
        ).source = source
        folder = self.course / "term" / "submitted" / student / NAME
        folder.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, folder / f"{NAME}.ipynb")
        (folder / "timestamp.txt").write_text(stamp, encoding="utf-8")
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")

    def grade(self, **options):
        """Mark the class, one after the other and with the quick engine where nothing else is said."""
        return grade(self.course, NAME, **{"jobs": 1, "task": quick_engine.quick, **options})

    def ran(self) -> list[str]:
        """Who was run, and run again, in order."""
        return [line.split()[0] for line in self.ran_file.read_text(encoding="utf-8").splitlines()]

    def scores(self) -> dict[str, float]:
        """Return the score that the gradebook has of each student."""
        with Gradebook(f"sqlite:///{self.course / 'term' / 'gradebook.db'}") as gradebook:
            return {one.student.id: one.score for one in gradebook.assignment_submissions(NAME)}

    def marked(self, student: str) -> Path:
        """Return a student's marked folder."""
        return self.course / "term" / "autograded" / student / NAME

    def work(self, student: str) -> Work:
        """Return the work that a student's hand-in makes."""
        api = open_course(self.course)
        with api.gradebook as gradebook:
            return HandIns(api, gradebook, NAME).read(student).work

    def change_test(self) -> None:
        """Let the hidden test ask for something else, and release the assignment again."""
        written = self.course / "solutions" / NAME / f"{NAME}.py"
        written.write_text(SOLUTION.lstrip().replace("twice(431), 862", "twice(431), 863"), encoding="utf-8")
        build_course(self.course)


@pytest.fixture
def pupils(released, tmp_path, monkeypatch) -> Class:
    """A class of two: one is right, the other is not."""
    made = Class(released, tmp_path)
    monkeypatch.setenv(quick_engine.RAN, str(made.ran_file))
    made.hand_in("anna")
    made.hand_in("bo", WRONG)
    return made


def test_when_a_class_is_marked_then_the_gradebook_has_the_marks(pupils):
    """Each submission gets the marks that its tests give."""
    pupils.grade(jobs=2)
    assert pupils.scores() == {"anna": 3, "bo": 0}


def test_when_a_class_is_marked_then_its_folders_are_complete(pupils):
    """A marked folder holds the executed notebook, the hand-in's files and its time, none of which can be written."""
    pupils.hand_in("anna", notes="mine")
    pupils.grade()
    files = {path.name: path.stat().st_mode & 0o777 for path in pupils.marked("anna").iterdir()}
    assert files == {f"{NAME}.ipynb": 0o444, "timestamp.txt": 0o444, "notes": 0o444}


def test_when_a_released_file_was_changed_then_the_original_is_beside_the_notebook(pupils):
    """The release's own files lie over those of the hand-in."""
    (pupils.course / "solutions" / NAME / "table.csv").write_text("true", encoding="utf-8")
    pupils.hand_in("anna", **{"table.csv": "forged"})
    pupils.grade()
    assert (pupils.marked("anna") / "table.csv").read_text(encoding="utf-8") == "true"


def test_when_nothing_changed_then_nothing_is_run_again(pupils):
    """A second run takes every result from the cache and finds the gradebook as it should be."""
    pupils.grade()
    again = pupils.grade()
    assert (pupils.ran(), again.cached, again.unchanged) == (["anna", "bo"], ["anna", "bo"], ["anna", "bo"])


def test_when_one_hands_in_again_then_only_that_is_run_and_recorded(pupils):
    """A newer hand-in is marked and recorded without being asked."""
    pupils.grade()
    pupils.hand_in("bo", RIGHT, STAMP.replace("10:00", "11:00"))
    again = pupils.grade()
    assert (pupils.ran(), again.written, pupils.scores()["bo"]) == (["anna", "bo", "bo"], ["bo"], 3)


def test_when_a_cached_result_is_damaged_then_the_work_is_run_again(pupils):
    """A torn file in the cache is as good as none."""
    pupils.grade()
    for kept in (pupils.course / "term" / "cache" / "marked").iterdir():
        kept.write_bytes(kept.read_bytes()[:-20])
    assert pupils.grade().cached == []


def test_when_the_database_was_lost_then_the_marks_come_from_the_cache(pupils, released):
    """Results outlive the gradebook."""
    pupils.grade()
    shutil.copy(released / "term" / "gradebook.db", pupils.course / "term" / "gradebook.db")
    again = pupils.grade()
    assert (again.cached, pupils.scores()) == (["anna", "bo"], {"anna": 3, "bo": 0})


def test_when_a_test_changed_then_it_is_reported_and_nothing_is_written(pupils):
    """After a hidden test changed, the report says whose mark would change and why; gradebook and folder stay."""
    pupils.grade()
    before = (pupils.marked("anna") / f"{NAME}.ipynb").read_bytes()
    pupils.change_test()
    graded = pupils.grade()
    said = [(one.student, one.grade_id, one.old, one.new, one.why) for one in graded.changes]
    why = "Now missed: “a number that you have not seen”: "
    assert [(*one[:4], one[4].startswith(why)) for one in said] == [("anna", "sample_q1_twice_test", 3, 1, True)]
    assert (graded.held, graded.written, pupils.scores()["anna"]) == (["anna"], ["bo"], 3)
    assert (pupils.marked("anna") / f"{NAME}.ipynb").read_bytes() == before


def test_when_the_change_is_applied_then_it_is_written_without_running_again(pupils):
    """`--apply` writes what the report said, from the cache."""
    pupils.grade()
    pupils.change_test()
    pupils.grade()
    graded = pupils.grade(apply=True)
    marked = nbformat.read(pupils.marked("anna") / f"{NAME}.ipynb", as_version=4)
    kept = [outcome_of(cell)["score"] for cell in marked.cells if outcome_of(cell)]
    assert (pupils.scores()["anna"], kept, graded.cached) == (1, [1], ["anna", "bo"])


def test_when_a_mark_was_given_by_hand_then_marking_again_leaves_it(pupils):
    """A manual mark outlives `--apply`, and an unchanged submission is not sent back to be looked at."""
    pupils.grade()
    url = f"sqlite:///{pupils.course / 'term' / 'gradebook.db'}"
    with Gradebook(url) as gradebook:
        for student in ("anna", "bo"):
            grade = gradebook.find_grade("sample_q1_twice_test", NAME, NAME, student)
            grade.manual_score, grade.needs_manual_grade = 2.5, False
        gradebook.db.commit()
    pupils.change_test()
    pupils.grade(apply=True)
    with Gradebook(url) as gradebook:
        grades = [gradebook.find_grade("sample_q1_twice_test", NAME, NAME, one) for one in ("anna", "bo")]
        assert [(one.manual_score, one.needs_manual_grade) for one in grades] == [(2.5, True), (2.5, False)]


def test_when_a_submission_cannot_be_marked_then_the_class_goes_on(pupils):
    """Work that fails is reported; all others are marked."""
    pupils.hand_in("aaron", f"{RIGHT}\n{quick_engine.FALL}")
    graded = pupils.grade()
    assert (list(graded.failed), pupils.scores()) == (["aaron"], {"anna": 3, "bo": 0})


def test_when_marking_again_fails_then_the_earlier_mark_and_folder_stay(pupils):
    """A failed re-mark leaves mark and folder, flagged as stale until it succeeds."""
    pupils.grade()
    before = (pupils.marked("anna") / f"{NAME}.ipynb").read_bytes()
    pupils.hand_in("anna", f"{WRONG}\n{quick_engine.FALL}", STAMP.replace("10:00", "11:00"))
    pupils.grade()
    after = (pupils.marked("anna") / f"{NAME}.ipynb").read_bytes()
    flagged = has_failed(pupils.marked("anna"))
    pupils.hand_in("anna", RIGHT, STAMP.replace("10:00", "12:00"))
    pupils.grade()
    assert (after == before, flagged, has_failed(pupils.marked("anna"))) == (True, True, False)


def test_when_threads_work_then_so_pupils_at_a_time_and_nothing_is_taken_long_before():
    """Each piece of work is done once, by as pupils threads as asked for; what waits is no more than they need."""
    taken, running, most = [], [], []

    def works():
        for number in range(12):
            taken.append(number)
            yield number

    def task(number: int) -> int:
        running.append(number)
        most.append(len(running))
        time.sleep(0.01)
        running.remove(number)
        return number

    results = side_by_side(task, works(), jobs=3)
    first = next(results)
    begun = len(taken)
    assert (sorted([first, *results]), max(most), begun < 12) == (list(range(12)), 3, True)


def test_when_the_caller_stops_then_what_waits_is_not_begun():
    """Leaving a run early, as Ctrl-C does, ends it after what is under way."""
    begun, go_on = [], threading.Event()

    def task(number: int) -> int:
        begun.append(number)
        if number:
            go_on.wait(60)
        return number

    with contextlib.closing(side_by_side(task, range(100), jobs=1)) as results:
        next(results)
        wait_for(lambda: begun == [0, 1])
    go_on.set()
    assert begun == [0, 1]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for(condition) -> None:
    """Wait until something is so; the test's own timeout ends this where it never is."""
    while not condition():
        time.sleep(0.02)


@pytest.mark.posix
def test_when_the_command_is_killed_then_the_next_run_goes_on_where_it_was(pupils):
    """After SIGKILL of the command what was done is not done again, and all is recorded."""
    pupils.hand_in("cleo", f"{RIGHT}\n{quick_engine.WAIT}")
    code = (
        "import sys; from pathlib import Path; from return_to_dust.grading.grade import grade; import quick_engine\n"
        "if __name__ == '__main__':\n"
        "    grade(Path(sys.argv[1]), sys.argv[2], jobs=1, task=quick_engine.quick)"
    )
    script = pupils.ran_file.with_name("run.py")
    script.write_text(code, encoding="utf-8")
    path = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])
    killed = subprocess.Popen([sys.executable, script, pupils.course, NAME], env={**os.environ, "PYTHONPATH": path})
    wait_for(lambda: "cleo" in pupils.ran())
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    pupils.ran_file.with_name("go on").touch()
    graded = pupils.grade()
    assert (graded.cached, pupils.ran()) == (["anna", "bo"], ["anna", "bo", "cleo", "cleo"])
    assert pupils.scores() == {"anna": 3, "bo": 0, "cleo": 3}


def test_when_the_gradebook_is_locked_then_a_sentence_says_so_and_nothing_is_lost(pupils, monkeypatch):
    """Another writer stops the recording, not the marking: the next run records from the cache."""
    monkeypatch.setattr(database, "LOCK_WAIT_S", 0.1)
    with Gradebook(f"sqlite:///{pupils.course / 'term' / 'gradebook.db'}") as gradebook:
        ensure_indexes(gradebook)
    other = sqlite3.connect(pupils.course / "term" / "gradebook.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CourseError, match="another program has been writing to it"):
        pupils.grade()
    other.execute("ROLLBACK")
    other.close()
    again = pupils.grade()
    assert (again.cached, pupils.scores()) == (["anna", "bo"], {"anna": 3, "bo": 0})
    assert list((pupils.course / "term" / "autograded").glob("*/.dust-*")) == []


def test_when_the_disk_is_full_then_the_marks_wait_and_the_next_run_writes_them(pupils, monkeypatch):
    """A folder that cannot be written is reported with its reason; neither mark nor half a folder is there."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        failed_run = pupils.grade()
    assert [("No space left on device" in why) for why in failed_run.failed.values()] == [True, True]
    assert (pupils.scores(), list((pupils.course / "term" / "autograded").glob("*/*"))) == ({}, [])
    pupils.grade()
    assert pupils.scores() == {"anna": 3, "bo": 0}


def test_when_a_run_was_killed_between_two_folders_then_the_older_one_comes_back(tmp_path):
    """Drafts go, and a folder that was moved aside goes back where no newer one took its place."""
    (tmp_path / "anna" / f"{OLD}{NAME}").mkdir(parents=True)
    (tmp_path / "anna" / f"{DRAFT}{NAME}-x").mkdir()
    mend_folders(tmp_path)
    assert [path.name for path in (tmp_path / "anna").iterdir()] == [NAME]


def test_when_a_draft_is_put_in_place_then_only_its_files_are_there(tmp_path):
    """A new folder replaces the old one as a whole."""
    place = tmp_path / "anna" / NAME
    for text in (b"old", b"new"):
        put_in_place(draft_folder(place, {text.decode(): text}, 0o444), place)
    assert [path.relative_to(tmp_path / "anna").as_posix() for path in (tmp_path / "anna").rglob("*")] == [
        NAME,
        f"{NAME}/new",
    ]


@pytest.mark.parametrize("name", ["../../gradebook.db", "/etc/motd", "a/../../b"])
def test_when_a_path_leads_out_then_the_folder_is_refused(tmp_path, name):
    """No file of a submission is written outside of its folder, and no draft stays."""
    with pytest.raises(CourseError, match="would lie outside"):
        draft_folder(tmp_path / "anna" / NAME, {name: b"x"}, 0o444)
    assert list((tmp_path / "anna").iterdir()) == []


def test_when_two_runs_meet_then_the_second_says_so(tmp_path):
    """Only one run writes at a time."""
    lock = tmp_path / "lock"
    with alone(lock), pytest.raises(CourseError, match="Another `dust grade` is at work"), alone(lock):
        pass


def test_when_somebody_has_not_handed_in_then_the_sentence_names_them(pupils):
    """An unknown student is named."""
    with pytest.raises(CourseError, match=f"zoe has not handed in {NAME}"):
        pupils.grade(students=["zoe"])


def test_when_one_student_is_named_then_only_that_work_is_marked(pupils):
    """`--student` marks nobody else."""
    pupils.grade(students=["bo"])
    assert (pupils.ran(), pupils.scores()) == (["bo"], {"bo": 0})


def test_when_nobody_uses_a_result_for_long_then_it_goes(tmp_path):
    """Old results are deleted, those in use stay."""
    kept = Cache(tmp_path)
    for key in ("old", "used"):
        kept.put(key, "text")
    os.utime(tmp_path / "old.json", (0, 0))
    kept.prune()
    assert (kept.get("old"), kept.get("used")) == (None, "text")


def test_when_versions_differ_then_so_does_the_key(pupils, monkeypatch):
    """A newer package does not take over an older one's results."""
    pupils.grade()
    monkeypatch.setattr(cache, "LIBRARIES", ())
    cache.environment.cache_clear()
    try:
        failed_run = pupils.grade()
    finally:
        cache.environment.cache_clear()
    assert (failed_run.cached, all("other versions" in why for why in failed_run.failed.values())) == ([], True)


def test_when_a_worker_of_a_cluster_is_killed_then_nothing_is_lost_or_marked_twice(pupils):
    """On a real Dask cluster the work of a killed worker goes to the other; each student is recorded once."""
    distributed = pytest.importorskip("distributed", reason="needs the extra cluster")
    for student in ("anna", "bo", "cleo", "dora"):
        pupils.hand_in(student, f"{RIGHT}\n{quick_engine.WAIT}")

    def kill_a_worker() -> None:
        wait_for(lambda: len(pupils.ran()) == 2)
        os.kill(int(pupils.ran_file.read_text(encoding="utf-8").split()[1]), signal.SIGKILL)
        wait_for(lambda: len(pupils.ran()) == 3)  # by the worker that took its place
        pupils.ran_file.with_name("go on").touch()

    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with distributed.LocalCluster(**options) as running:
        killer = threading.Thread(target=kill_a_worker)
        killer.start()
        graded = pupils.grade(scheduler=running.scheduler_address)
        killer.join()
    assert (graded.failed, graded.written, graded.done) == ({}, ["anna", "bo", "cleo", "dora"], 4)
    assert pupils.scores() == dict.fromkeys(["anna", "bo", "cleo", "dora"], 3)


def test_when_no_scheduler_answers_then_the_sentence_says_so(pupils, monkeypatch):
    """An address at which nothing listens is named."""
    pytest.importorskip("distributed", reason="needs the extra cluster")
    monkeypatch.setattr(cluster, "PATIENCE_S", 0.5)
    with pytest.raises(CourseError, match=r"There is no Dask scheduler at tcp://127\.0\.0\.1:9"):
        pupils.grade(scheduler="tcp://127.0.0.1:9")


def test_when_dask_is_not_installed_then_the_sentence_says_how_to_install_it(pupils, monkeypatch):
    """Without the extra package, one sentence names it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CourseError, match="needs the package distributed: install it with"):
        pupils.grade(scheduler="tcp://127.0.0.1:9")


@pytest.fixture
def dust(pupils, monkeypatch, capsys):
    """Run `dust grade` on the class with the quick engine; return its exit code and what it printed."""
    monkeypatch.setattr(work, "examine", quick_engine.run_cells)
    monkeypatch.setattr(sandbox, "opening", lambda **_: contextlib.nullcontext(lambda: None))
    monkeypatch.setattr(cli, "out", Console(width=160))

    def run(*options: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["dust", "grade", NAME, "--course", str(pupils.course), *options])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        return stopped.value.code or 0, " ".join(capsys.readouterr().out.split())

    return run


def test_when_the_command_has_marked_then_it_counts(dust):
    """The closing line says how pupils were written."""
    code, said = dust()
    assert (code, f"{NAME}: 2 submissions in" in said, "2 written" in said) == (0, True, True)


def test_when_marks_would_change_then_the_command_shows_them_and_how_to_write_them(dust, pupils):
    """The table names student, cell, marks and reason; the last line names `--apply`."""
    dust()
    pupils.change_test()
    _, said = dust()
    wanted = [
        "Marks that would change",
        "anna │ sample_q1_twice_test │ 3 │ 1 │ Now missed:",
        f"dust grade {NAME} --apply",
    ]
    assert [words for words in wanted if words not in said] == []


def test_when_a_submission_fails_then_the_command_says_so_with_exit_code_1(dust, monkeypatch):
    """A failure is named, and scripts can tell."""
    monkeypatch.setattr(work, "examine", lambda *_: 1 / 0)
    code, said = dust()
    assert (code, "Not marked" in said, "marking stopped with ZeroDivisionError" in said) == (1, True, True)


def test_when_a_result_is_there_then_its_receipts_are_the_outputs_that_decide(pupils):
    """The receipts of a notebook are the outputs of its test cells and of no other cell."""
    notebook = next(iter(quick_engine.quick(pupils.work("anna")).read().values()))
    receipts = {cell.metadata.nbgrader.grade_id: cell.outputs for cell in notebook.cells if is_test(cell)}
    assert {name: [one.data["text/plain"] for one in outputs] for name, outputs in receipts.items()} == {
        "sample_q1_twice_test": ["3"]
    }


def test_when_the_machine_cannot_shut_code_in_then_nothing_is_marked_and_one_sentence_says_so(pupils, monkeypatch):
    """Without a sandbox the run ends with the sandbox's own sentence; no mark is there."""

    def refuse(**_: bool) -> None:
        raise CourseError("This system cannot shut code in.")

    monkeypatch.setattr(work, "shared_sandbox", refuse)
    with pytest.raises(CourseError, match="This system cannot shut code in"):
        pupils.grade(task=work.mark)
    assert pupils.scores() == {}


def test_when_a_class_is_marked_in_the_sandbox_then_the_marks_are_those_of_nbgrader(pupils):
    """The whole of `dust grade`, sandbox included, gives the marks of `nbgrader autograde`."""
    graded = pupils.grade(jobs=2, task=None)
    ours = pupils.scores()
    api = open_course(pupils.course)
    for student in ("anna", "bo"):
        quiet_nbgrader("mark", api.autograde, NAME, student, force=True)
    assert (graded.failed, ours, pupils.scores()) == ({}, {"anna": 3, "bo": 0}, {"anna": 3, "bo": 0})
