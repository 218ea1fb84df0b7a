"""Recording in batches gives the gradebook that `nbgrader autograde` gives, on SQLite and on PostgreSQL."""

from __future__ import annotations

import copy
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.plugins import BasePlugin
from sqlalchemy import create_engine, event, inspect
from traitlets.config import Config

import postgres
from gradebooks import (
    HAND_INS,
    NAME,
    OTHER,
    PARTLY,
    autograde,
    hand_in,
    many,
    marked_in,
    rows,
    small_course,
)
from return_to_dust.build.course import stale_files
from return_to_dust.demo.students import answer, read_students
from return_to_dust.errors import CourseError
from return_to_dust.grading import database
from return_to_dust.grading.indexes import INDEXED, ensure_indexes
from return_to_dust.grading.record import BATCH, Marked, record
from return_to_dust.marking.course import load_config
from return_to_dust.paths import CHECKOUT
from return_to_dust.report.data import class_report

pytestmark = [pytest.mark.marking, pytest.mark.posix]

#: What a gradebook holds at each of the two moments when both ways are compared.
MOMENTS = ("marked", "marked again")
TABLES = ("student", "course", "submitted_assignment", "submitted_notebook", "grade", "comment", "base_cell")

#: Who is marked on PostgreSQL: fewer, as it is the database that is tested there.
ON_SERVER = ("ada", "bo", "ed")


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    """A PostgreSQL server, shared by the module's tests."""
    with postgres.running() as running:
        yield running


def grade_by_hand(db_url: str) -> None:
    """Do what Formgrader does: points, extra credit and comments by hand, a flag, an extension, a name."""
    with Gradebook(db_url, "return-to-dust") as gradebook:
        grade = gradebook.find_grade("sample_q1_twice_test", NAME, NAME, "bo")
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 2.5, 0.25, False
        words = gradebook.find_grade("sample_q2_words", NAME, NAME, "ada")
        words.manual_score, words.needs_manual_grade = 1.5, False
        task = gradebook.find_grade("sample_q3_task", NAME, NAME, "ada")
        task.manual_score, task.needs_manual_grade = 1, False
        gradebook.find_grade("other_q1_half_test", OTHER, NAME, "ed").manual_score = 0.5
        gradebook.find_comment("sample_q2_words", NAME, NAME, "ada").manual_comment = "Good."
        gradebook.find_submission_notebook(NAME, NAME, "ada").flagged = True
        gradebook.db.commit()
        gradebook.grant_extension(NAME, "bo", days=1)
        gradebook.update_or_create_student("cy", first_name="Cy", last_name="Twombly")


def in_both_ways(
    course: Path, stock: str, ours: str, students: Iterable[str] = tuple(HAND_INS)
) -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
    """Mark a class, and mark it again after some were marked by hand and handed in again: by nbgrader, and by us."""
    config = load_config(course)
    seen = {}
    for student in students:
        hand_in(course, student, *HAND_INS[student])
    for moment in MOMENTS:
        autograde(course)
        with Gradebook(ours, "return-to-dust") as gradebook:
            faults = record(gradebook, NAME, marked_in(course), config)
        assert faults == {}
        seen[moment] = rows(stock), rows(ours)
        for url in (stock, ours):
            grade_by_hand(url)
        hand_in(course, "ada", PARTLY, (NAME,), "2026-03-09 10:00:00 UTC")
        hand_in(course, "bo", PARTLY, (NAME, OTHER), "")
    return seen


@pytest.fixture(scope="module")
def sqlite_pair(tmp_path_factory):
    """A class marked in both ways on SQLite."""
    course = small_course(tmp_path_factory.mktemp("record") / "course")
    twin = course / "term" / "twin.db"
    fresh = course / "term" / "fresh.db"
    for path in (twin, fresh):
        shutil.copy(course / "term" / "gradebook.db", path)
    stock = f"sqlite:///{course / 'term' / 'gradebook.db'}"
    return SimpleNamespace(course=course, seen=in_both_ways(course, stock, f"sqlite:///{twin}"), fresh=fresh)


@pytest.fixture(scope="module")
def postgres_pair(server, tmp_path_factory):
    """A class marked in both ways on PostgreSQL."""
    server.execute("CREATE DATABASE term")
    course = small_course(tmp_path_factory.mktemp("record-pg") / "course", server.url("term"))
    for name in ("twin", "fresh"):
        server.execute(f"CREATE DATABASE {name} TEMPLATE term")
    return SimpleNamespace(course=course, seen=in_both_ways(course, server.url("term"), server.url("twin"), ON_SERVER))


@pytest.fixture
def gradebook(sqlite_pair, tmp_path) -> Iterator[Gradebook]:
    """A gradebook on SQLite in which nothing is handed in yet."""
    shutil.copy(sqlite_pair.fresh, tmp_path / "gradebook.db")
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}", "return-to-dust") as opened:
        yield opened


@pytest.fixture
def ada(sqlite_pair) -> Marked:
    """One marked submission."""
    return next(one for one in marked_in(sqlite_pair.course) if one.student == "di")


def scores(gradebook: Any) -> dict[str, float]:
    with Gradebook(str(gradebook.engine.url), "return-to-dust") as fresh:
        return {one.student.id: one.score for one in fresh.assignment_submissions(NAME)}


# The same gradebook as nbgrader's.


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_when_a_class_is_recorded_then_sqlite_holds_what_nbgrader_writes(sqlite_pair, moment, table):
    """Row for row and column for column, also after points by hand, an extension and a new hand-in."""
    stock, ours = sqlite_pair.seen[moment]
    assert ours[table] == stock[table]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_when_a_class_is_recorded_then_postgresql_holds_what_nbgrader_writes(postgres_pair, moment, table):
    """The same on a real server."""
    stock, ours = postgres_pair.seen[moment]
    assert ours[table] == stock[table]


@pytest.mark.parametrize("says", ["'late_submission_penalty': 3.5", "'manual_score': 1.5", "'extra_credit': 0.25"])
def test_when_both_ways_are_compared_then_the_class_has_what_is_hard_to_record(sqlite_pair, says):
    """The comparison is of a class with penalties, points by hand and extra credit."""
    ours = sqlite_pair.seen["marked again"][1]
    assert any(says in row for table in ("grade", "submitted_notebook") for row in ours[table])


def test_when_sample_students_are_recorded_then_the_gradebook_is_nbgraders(course_copy):
    """The same for the sample students of a whole assignment, recorded into a gradebook of the same build."""
    name = "4_framings"
    stock, twin = course_copy / "term" / "gradebook.db", course_copy / "term" / "twin.db"
    shutil.copy(stock, twin)
    for student in read_students(CHECKOUT / "tests" / "sample_students" / name):
        target = course_copy / "term" / "submitted" / student.id / name / f"{name}.ipynb"
        target.parent.mkdir(parents=True)
        shutil.copy(course_copy / "assignments" / name / target.name, target)
        answer(student, target, course_copy / "solutions" / name / target.name)
    autograde(course_copy, name)
    with Gradebook(f"sqlite:///{twin}", "return-to-dust") as gradebook:
        record(gradebook, name, marked_in(course_copy, name), load_config(course_copy))
    assert rows(f"sqlite:///{twin}") == rows(f"sqlite:///{stock}")


def test_when_a_submission_is_recorded_twice_then_the_gradebook_is_the_same(gradebook, ada):
    """Recording is repeatable, within a batch too."""
    record(gradebook, NAME, [ada], Config())
    once = rows(str(gradebook.engine.url))
    record(gradebook, NAME, [ada, ada], Config())
    assert rows(str(gradebook.engine.url)) == once


def test_when_the_time_names_its_zone_then_it_is_kept_in_utc(gradebook, ada):
    """The gradebook's times are UTC without a zone, as nbgrader reads them."""
    record(gradebook, NAME, [Marked("ada", datetime(2026, 3, 1, 9, tzinfo=UTC), ada.notebooks)], Config())
    assert gradebook.find_submission(NAME, "ada").timestamp == datetime(2026, 3, 1, 9)


def test_when_a_class_is_recorded_then_each_batch_is_one_commit(gradebook, ada):
    """Two batches and a rest take three commits."""
    commits: list[int] = []
    event.listen(gradebook.engine, "commit", lambda _: commits.append(1))
    record(gradebook, NAME, many(ada, 2 * BATCH + 1), Config())
    # the first is that of the time to wait for other writers
    assert len(commits) == 1 + 3


# What is not fit to be recorded.


def cell_of(notebook: Any, grade_id: str) -> Any:
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def without_test(notebook: Any) -> None:
    notebook.cells.remove(cell_of(notebook, "sample_q1_twice_test"))


def with_twin(notebook: Any) -> None:
    notebook.cells.append(copy.deepcopy(cell_of(notebook, "sample_q1_twice_test")))


def with_stranger(notebook: Any) -> None:
    notebook.cells.append(copy.deepcopy(cell_of(notebook, "sample_q1_twice_test")))
    notebook.cells[-1].metadata.nbgrader.grade_id = "stranger"


def with_own_points(notebook: Any) -> None:
    cell_of(notebook, "sample_q1_twice_test").metadata.nbgrader.points = 30


def printing(text: str) -> Any:
    def change(notebook: Any) -> None:
        result = nbformat.v4.new_output("execute_result", {"text/plain": text}, execution_count=1)
        cell_of(notebook, "sample_q1_twice_test").outputs = [result]

    return change


def torn(notebook: Any) -> None:
    cell_of(notebook, "sample_q1_twice").source = ["not", "joined"]


def silent(notebook: Any) -> None:
    cell_of(notebook, "sample_q1_twice_test").outputs = []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (torn, "AttributeError ('list' object has no attribute 'encode')"),
        (without_test, "its graded cell sample_q1_twice_test is missing"),
        (with_twin, "its cell sample_q1_twice_test is there twice"),
        (with_stranger, "its cell stranger is not in the assignment"),
        (with_own_points, "its cell sample_q1_twice_test has other points than the assignment gives"),
        (silent, "its test sample_q1_twice_test has no result"),
        (printing("nan"), "its test sample_q1_twice_test has no result"),
        (printing("'full marks'"), "its test sample_q1_twice_test has no result"),
        (printing("-1"), "its test sample_q1_twice_test has no result"),
        (printing("inf"), "its test sample_q1_twice_test gives more points than the cell is worth"),
        (printing("3.5"), "its test sample_q1_twice_test gives more points than the cell is worth"),
    ],
)
def test_when_a_notebook_is_unfit_then_it_is_a_fault_and_the_others_are_recorded(gradebook, ada, change, says):
    """One bad notebook is named with its reason, leaves no row, and stops nobody else."""
    first, bad, last = many(ada, 3)
    change(bad.notebooks[NAME])
    faults = record(gradebook, NAME, [first, bad, last], Config())
    sentence = faults.pop(bad.student)
    assert (f"{says}; mark it again, earlier marks stay" in sentence, faults, set(scores(gradebook))) == (
        True,
        {},
        {first.student, last.student},
    ), sentence


def test_when_a_second_marking_is_unfit_then_the_earlier_marks_stay(gradebook, ada):
    """Nothing of a submission is changed where something of it is wrong, its other notebook included."""
    record(gradebook, NAME, [ada], Config())
    before = rows(str(gradebook.engine.url))
    with_own_points(ada.notebooks[NAME])
    cell_of(ada.notebooks[OTHER], "other_q1_half_test").outputs = [nbformat.v4.new_output("error", ename="NameError")]
    record(gradebook, NAME, [Marked(ada.student, datetime(2026, 4, 1), ada.notebooks)], Config())
    assert rows(str(gradebook.engine.url)) == before


def test_when_no_notebook_is_of_the_assignment_then_it_is_a_fault(gradebook, ada):
    """Work that was handed in under other names is not silently given no marks."""
    faults = record(gradebook, NAME, [Marked("ada", None, {"essay": ada.notebooks[NAME]})], Config())
    assert "none of its notebooks is in the assignment" in faults["ada"]


class StopsForTwo(BasePlugin):
    """A penalty plugin of an instructor's, with a mistake in it."""

    def late_submission_penalty(self, student_id: str, *_: float) -> float:
        """Return a penalty, except for one student."""
        return 1 / (student_id != "s0002")


def test_when_the_penalty_plugin_stops_then_only_that_submission_is_a_fault(gradebook, ada):
    """The transaction is taken back and the rest of the class recorded without it."""
    gradebook.find_assignment(NAME).duedate = datetime(2026, 1, 1)
    gradebook.db.commit()
    late = [Marked(one.student, datetime(2026, 1, 2), one.notebooks) for one in many(ada, 4)]
    faults = record(gradebook, NAME, late, Config(AssignLatePenalties={"plugin_class": StopsForTwo}))
    assert (set(faults), len(scores(gradebook))) == ({"s0002"}, 3)


def test_when_students_may_not_be_made_then_an_unknown_one_is_a_fault(gradebook, ada):
    """`c.Autograde.create_student = False` is kept to."""
    gradebook.add_student("s0001")
    faults = record(gradebook, NAME, many(ada, 2), Config(Autograde={"create_student": False}))
    assert (list(faults), "the gradebook has no student s0000" in faults["s0000"]) == (["s0000"], True)


def test_when_the_assignment_is_unknown_then_one_sentence_says_so(gradebook, ada):
    """An assignment that was never built is no empty class."""
    with pytest.raises(CourseError, match=r"has no assignment '1_unknown': run `dust build` first\."):
        record(gradebook, "1_unknown", [ada], Config())


# What the database refuses.


def test_when_the_gradebook_is_locked_then_one_sentence_says_so_and_nothing_is_written(gradebook, ada, monkeypatch):
    """Another program that keeps the lock is waited for, then named; recording again works."""
    monkeypatch.setattr(database, "LOCK_WAIT_S", 0)
    other = sqlite3.connect(gradebook.engine.url.database)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CourseError, match="another program has been writing to it for too long; close that program"):
        record(gradebook, NAME, [ada], Config())
    other.rollback()
    other.close()
    before = scores(gradebook)
    record(gradebook, NAME, [ada], Config())
    assert (before, list(scores(gradebook))) == ({}, [ada.student])


def test_when_the_disk_is_full_then_whole_batches_are_kept(gradebook, ada):
    """What was committed stays, the batch that did not fit leaves nothing, and there is a sentence."""

    def limit(connection: Any, _record: Any) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 20}")

    gradebook.db.remove()
    gradebook.engine.dispose()
    event.listen(gradebook.engine, "connect", limit)
    with pytest.raises(CourseError, match="its disk is full; free some space, then run the same command again"):
        record(gradebook, NAME, many(ada, 40 * BATCH), Config())
    kept = len(scores(gradebook))
    assert (kept > 0, kept % BATCH) == (True, 0)


def test_when_the_server_is_lost_then_recording_again_completes_it(server, postgres_pair):
    """A server that stops between two batches is one sentence; afterwards the same call gives every mark."""
    one = marked_in(postgres_pair.course)[0]
    class_ = many(one, BATCH + 2)

    def stops() -> Iterator[Marked]:
        yield from class_[: BATCH + 1]
        server.stop()
        yield from class_[BATCH + 1 :]

    with Gradebook(server.url("fresh"), "return-to-dust") as gradebook:
        gradebook.db.remove()
        try:
            with pytest.raises(CourseError, match=r"connection to its server was lost.*look whether the server runs"):
                record(gradebook, NAME, stops(), Config())
        finally:
            server.start()
        kept = len(scores(gradebook))
        record(gradebook, NAME, class_, Config())
        assert (kept, len(scores(gradebook))) == (BATCH, BATCH + 2)


def test_when_the_server_is_not_there_then_the_report_says_so(server, tmp_path, postgres_pair):
    """`dust report` names the address and what to do, and shows no password."""
    course = tmp_path / "course"
    course.mkdir()
    config = (postgres_pair.course / "nbgrader_config.py").read_text(encoding="utf-8")
    nowhere = f"postgresql+psycopg://dust:secret@/term?host={tmp_path}"
    (course / "nbgrader_config.py").write_text(config + f"c.CourseDirectory.db_url = {nowhere!r}\n", encoding="utf-8")
    with pytest.raises(CourseError) as told:
        class_report(course, NAME)
    assert ("connection to its server was lost or refused" in str(told.value), "secret" in str(told.value)) == (
        True,
        False,
    )


def test_when_the_gradebook_is_on_a_server_then_the_class_report_reads_it(postgres_pair):
    """The report has each student of the server's gradebook."""
    report = class_report(postgres_pair.course, NAME)
    assert {row.id for row in report.students} | set(report.unmarked) == set(ON_SERVER)


def test_when_the_gradebook_is_on_a_server_then_a_trial_build_leaves_it_alone(postgres_pair, server):
    """`dust check` builds elsewhere, with a gradebook of its own."""
    before = rows(server.url("term"))
    stale_files(postgres_pair.course)
    assert rows(server.url("term")) == before


# Indexes.


def indexed(gradebook: Any) -> set[tuple[str, str]]:
    found = inspect(gradebook.engine)
    return {
        (table, index["column_names"][0])
        for table in {table for table, _ in INDEXED}
        for index in found.get_indexes(table)
        if index["name"].startswith("dust_")
    }


@pytest.fixture
def bare(gradebook) -> Gradebook:
    """A gradebook that nbgrader alone has made."""
    with gradebook.engine.begin() as connection:
        for table, column in INDEXED:
            connection.exec_driver_sql(f"DROP INDEX dust_{table}_{column}")
    return gradebook


def test_when_a_course_is_built_then_the_indexes_are_there(gradebook):
    """Building makes them."""
    assert indexed(gradebook) == set(INDEXED)


def test_when_a_class_is_recorded_then_the_indexes_are_there(bare, ada):
    """Recording makes them in a gradebook from before."""
    record(bare, NAME, [ada], Config())
    assert indexed(bare) == set(INDEXED)


def test_when_the_gradebook_is_on_a_server_then_the_indexes_are_there(postgres_pair, server):
    """On PostgreSQL too."""
    with Gradebook(server.url("twin"), "return-to-dust") as gradebook:
        assert indexed(gradebook) == set(INDEXED)


def test_when_the_indexes_are_there_then_none_is_made_again(bare):
    """Making them is repeatable, and knows those that somebody else made."""
    with bare.engine.begin() as connection:
        connection.exec_driver_sql("CREATE INDEX my_own ON grade (notebook_id)")
    assert (len(ensure_indexes(bare)), ensure_indexes(bare)) == (len(INDEXED) - 1, [])


def test_when_the_gradebook_is_read_only_then_indexes_are_left_out(bare):
    """Who may only read is not stopped."""
    path = Path(bare.engine.url.database)
    read_only = SimpleNamespace(engine=create_engine(f"sqlite:///file:{path}?mode=ro&uri=true"))
    assert ensure_indexes(read_only) == []


def test_when_the_benchmark_of_formgrader_runs_then_each_page_has_both_times():
    """The committed command prints a row for every page, the least class that has all of them included."""
    command = [sys.executable, str(CHECKOUT / "benchmarks" / "formgrader_scale.py"), "--students", "2"]
    run = subprocess.run([*command, "--assignments", "1"], capture_output=True, text=True, check=True)
    seconds = [[float(cell) for cell in line.split("|")[2:4]] for line in run.stdout.splitlines()[4:]]
    assert (len(seconds), min(map(min, seconds)) >= 0) == (8, True)
