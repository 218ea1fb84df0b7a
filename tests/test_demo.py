"""A whole term with sample students: each gets what the work deserves, and nothing leaks or is left lying about."""

from __future__ import annotations

import html
import json
import re
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import nbformat
import pytest

from return_to_dust import cli
from return_to_dust.build.course import assignment_names, build_course
from return_to_dust.build.notebooks import read_percent
from return_to_dust.demo import term
from return_to_dust.demo.folder import MARKER, claim_folder
from return_to_dust.demo.students import Change, SampleStudent, answer, answers_in, read_cast, read_student
from return_to_dust.demo.term import DemoResult, DemoStudent, run_demo
from return_to_dust.errors import CourseError
from return_to_dust.marking.notices import notices_of
from return_to_dust.paths import CHECKOUT
from secrets_of import secret_lines

ASSIGNMENTS = assignment_names(CHECKOUT)
SAMPLES = CHECKOUT / "tests" / "sample_students"
CAST = read_cast(SAMPLES, ASSIGNMENTS)
#: Every hand-in of the term, as (assignment, student).
HAND_INS = {(name, student.id): student for name, students in CAST.items() for student in students}
PEOPLE = {student.id: student.name for student in HAND_INS.values()}
RECEPTION = "2_reception"  # the assignment with the odd hand-ins


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below a folder, apart from what a term produces."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    relative = {path.relative_to(folder): path for path in paths}
    return {str(name): path.read_bytes() for name, path in relative.items() if name.parts[0] != "term"}


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the demo takes from the course, so that the tester's own term stays as it is."""
    home = tmp_path_factory.mktemp("demo") / "course"
    home.mkdir()
    shutil.copy(CHECKOUT / "nbgrader_config.py", home)
    for folder in ("solutions", "tests/sample_students"):
        shutil.copytree(CHECKOUT / folder, home / folder)
    return home


@pytest.fixture(scope="session")
def before(course: Path) -> dict[str, bytes]:
    """The files of the course before the demo."""
    return files_of(course)


@pytest.fixture(scope="session")
def steps() -> list[tuple[str, int, int]]:
    """What the demo says of its progress."""
    return []


@pytest.fixture(scope="session")
def demo(course: Path, before: dict[str, bytes], steps: list[tuple[str, int, int]]) -> DemoResult:
    """A demo of all assignments in its usual place, where an earlier one has left something."""
    assert before
    folder = claim_folder(course / "term" / "demo")
    (folder / "students" / "earlier").mkdir(parents=True)
    (folder / "report.html").write_text("where an earlier version had its report")
    (folder / "overview.html").write_text("an earlier overview")
    return run_demo(course, folder, lambda *step: steps.append(step))


@pytest.fixture(scope="session")
def fared(demo: DemoResult) -> dict[tuple[str, str], DemoStudent]:
    """How each student fared in each assignment."""
    return {(unit.assignment, one.id): one for unit in demo.units for one in unit.students}


def solution_of(assignment: str) -> Path:
    """Return the written form of an assignment's solution."""
    return CHECKOUT / "solutions" / assignment / f"{assignment}.py"


def marked_notebook(demo: DemoResult, student: str, assignment: str = RECEPTION) -> nbformat.NotebookNode:
    """Return a student's notebook as it was marked."""
    folder = demo.folder / "course" / "term" / "autograded" / student / assignment
    return nbformat.read(folder / f"{assignment}.ipynb", as_version=4)


def text_of(notebook: Path, encoding: str = "utf-8") -> str:
    """Return the text of all cells of a notebook."""
    cells = json.loads(notebook.read_bytes().decode(encoding))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells)


def shown(path: Path, student: SampleStudent) -> str:
    """Return the text of a student's page or notebook, as a reader has it before them."""
    text = path.read_bytes().decode("utf-8", errors="replace")
    if path.suffix == ".html":
        return html.unescape(re.sub(r"<[^>]*>", "", text))
    return text_of(path, student.encoding) if path.suffix == ".ipynb" else text


def written_by(student: SampleStudent, assignment: str) -> str:
    """Return all that a sample student wrote, which may well be what the solution has."""
    own = list(student.changes)
    if student.starts_from == "solution":
        own += answers_in(nbformat.read(solution_of(assignment).with_suffix(".ipynb"), as_version=4))
    return "\n".join(change.source for change in own)


def secrets_of(demo: DemoResult, assignment: str) -> list[str]:
    """Return the lines of hidden tests, mark schemes and solutions that the release does not show in any way."""
    public = text_of(demo.folder / "course" / "assignments" / assignment / f"{assignment}.ipynb")
    return sorted(line for line in secret_lines(solution_of(assignment)) if line not in public)


def waiting_answers(assignment: str, student: SampleStudent) -> int:
    """Count what waits for a mark by hand: every task, and the written answers that were given."""
    cells = [cell.metadata for cell in read_percent(solution_of(assignment)).cells]
    written = {about["grade_id"] for about in cells if about.get("kind") == "manual"}
    given = written if student.starts_from == "solution" else written & {one.grade_id for one in student.changes}
    return len(given) + sum(about.get("kind") == "task" for about in cells)


# The term.


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_when_an_assignment_is_there_then_it_has_sample_students(assignment):
    """No assignment is left out of the demo; each has at least these three."""
    assert {"perfect", "half_right", "blank"} <= {student.id for student in CAST.get(assignment, [])}


@pytest.mark.marking
@pytest.mark.parametrize(("assignment", "student"), HAND_INS)
def test_when_the_demo_has_run_then_each_student_has_the_score_that_the_work_deserves(fared, assignment, student):
    """The tests give the marks that the sample's author thought right."""
    row = fared[assignment, student]
    assert (row.score, row.fault) == (HAND_INS[assignment, student].score, "")


@pytest.mark.marking
def test_when_everything_is_answered_rightly_then_the_score_is_full_whichever_way_it_was_done(fared):
    """The solution earns all points that tests can give, in each assignment; so does another way, and nobody else."""
    full = [key for key, row in fared.items() if row.score == row.max_score]
    assert {student for _, student in full} == {"perfect", "another_way"}
    assert [assignment for assignment, student in full if student == "perfect"] == list(CAST)


@pytest.mark.marking
def test_when_the_demo_has_run_then_every_student_has_fetched_a_page_of_feedback(fared):
    """Also the one whose notebook had another name, under that name."""
    names = {key: row.feedback.stem if row.feedback else "" for key, row in fared.items()}
    assert names == {key: Path(one.hands_in or f"{key[0]}.ipynb").stem for key, one in HAND_INS.items()}


@pytest.mark.marking
@pytest.mark.parametrize("assignment", CAST)
def test_when_students_look_at_all_their_files_then_they_find_no_secret(demo, assignment):
    """No hand-in and no feedback page holds a line of a hidden test, a mark scheme or somebody else's solution."""
    secrets = secrets_of(demo, assignment)
    leaks = {
        f"{student.id}: {path.name}": leaked
        for student in CAST[assignment]
        for path in (demo.folder / "students" / student.id / assignment).rglob("*")
        if path.is_file()
        for text in [shown(path, student)]
        if (leaked := [line for line in secrets if line in text and line not in written_by(student, assignment)])
    }
    assert leaks == {}


@pytest.mark.marking
@pytest.mark.parametrize("assignment", CAST)
def test_when_the_search_for_secrets_looks_at_a_solution_then_it_finds_them(demo, assignment):
    """The search above can fail, and it had pages and notebooks of every student to look at."""
    solution = text_of(demo.folder / "course" / "solutions" / assignment / f"{assignment}.ipynb")
    assert len([line for line in secrets_of(demo, assignment) if line in solution]) > 50
    folders = [demo.folder / "students" / student.id / assignment for student in CAST[assignment]]
    searched = [{path.suffix for path in folder.rglob("*") if path.is_file()} for folder in folders]
    assert all({".ipynb", ".html"} <= suffixes for suffixes in searched)


@pytest.mark.marking
def test_when_a_test_cell_was_deleted_then_it_is_back_and_was_run(demo):
    """Deleting a test saves nobody from its result."""
    notebook = marked_notebook(demo, "deleted_test")
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]
    assert "reception_q3_fits_test" in ids
    assert notebook.cells[ids.index("reception_q3_fits_test")].outputs


@pytest.mark.marking
@pytest.mark.parametrize(
    ("student", "code"),
    [
        ("deleted_test", "restored-cell"),
        ("copied_cell", "copied-cell"),
        ("crash", "kernel-died"),
        ("not_utf8", "encoding"),
    ],
)
def test_when_a_notebook_was_repaired_then_a_notice_in_it_says_so(demo, student, code):
    """Student and teacher learn what was done to the work."""
    assert code in {notice["code"] for notice in notices_of(marked_notebook(demo, student))}


@pytest.mark.marking
def test_when_a_written_answer_was_given_then_it_waits_and_an_untouched_one_does_not(fared):
    """A task waits for everybody; a written answer for those who wrote one."""
    expected = {key: waiting_answers(key[0], student) for key, student in HAND_INS.items()}
    assert {key: row.waiting for key, row in fared.items()} == expected


@pytest.mark.marking
def test_when_people_hand_in_several_assignments_then_the_gradebook_has_each_once_by_name(demo):
    """One class takes part in the whole term."""
    from return_to_dust.marking.course import open_course

    with open_course(demo.folder / "course").gradebook as gradebook:
        names = [(one.id, f"{one.first_name} {one.last_name}") for one in gradebook.students]
    assert sorted(names) == sorted(PEOPLE.items())


@pytest.mark.marking
def test_when_the_demo_has_run_then_what_it_names_is_there(demo):
    """Each path that the command prints leads somewhere, and each class report knows its students."""
    assert [str(path) for path in demo.made.values() if not path.exists()] == []
    pages = {unit.assignment: unit.page.read_text(encoding="utf-8") for unit in demo.units}
    assert [key for key in HAND_INS if key[1] not in pages[key[0]]] == []


@pytest.mark.marking
def test_when_the_overview_is_opened_then_it_leads_to_every_report_and_every_feedback_page(demo, fared):
    """A column leads to its class report, a mark to the page that the student fetched."""
    text = (demo.folder / "overview.html").read_text(encoding="utf-8")
    links = {(demo.folder / unquote(link)).resolve() for link in re.findall(r'href="([^"#]+)"', text)}
    assert links == {unit.page for unit in demo.units} | {row.feedback for row in fared.values()}


@pytest.mark.marking
def test_when_the_demo_has_run_then_nothing_in_the_course_has_changed(demo, course, before):
    """All that the demo writes lies in its own folder below term/."""
    assert demo.folder == course / "term" / "demo"
    assert [path.name for path in (course / "term").iterdir()] == ["demo"]
    assert files_of(course) == before


@pytest.mark.marking
def test_when_a_demo_runs_where_one_ran_before_then_it_replaces_it(demo):
    """Nothing of the earlier demo is left."""
    assert {path.name for path in (demo.folder / "students").iterdir()} == set(PEOPLE)
    assert not (demo.folder / "report.html").exists()
    assert "an earlier overview" not in (demo.folder / "overview.html").read_text(encoding="utf-8")


@pytest.mark.marking
def test_when_the_demo_runs_then_it_says_how_far_it_is(demo, steps):
    """Each hand-in that was marked moves the bar by one, up to all of them."""
    marked = [step[1:] for step in steps if step[0].startswith("marked ")]
    assert marked == [(number, len(HAND_INS)) for number in range(1, len(HAND_INS) + 1)]


# What the command prints.


def printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], result: DemoResult) -> list[str]:
    """Return the lines that `dust demo` prints of a result, in a window of 80 columns."""
    monkeypatch.setattr(term, "run_demo", lambda *_, **__: result)
    monkeypatch.setattr(sys, "argv", ["dust", "demo"])
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert not stopped.value.code
    return capsys.readouterr().out.splitlines()


@pytest.mark.marking
def test_when_the_demo_has_run_then_the_table_has_one_line_for_each_hand_in(demo, monkeypatch, capsys):
    """Grouped by assignment, in order, and no line is folded."""
    rows = [line.split("│")[1:-1] for line in printed(monkeypatch, capsys, demo) if line.startswith("│")]
    students = [(name.strip(), marks.strip()) for name, marks, _ in rows if name.startswith("   ")]
    assert students == [(student, f"{one.score:g}") for (_, student), one in HAND_INS.items()]
    assert len(rows) == len(HAND_INS) + len(CAST)


@pytest.mark.marking
def test_when_a_hand_in_could_not_be_marked_then_the_table_and_a_sentence_say_so(demo, monkeypatch, capsys):
    """No mark is shown where there is none."""
    unit = replace(demo.units[0], students=[replace(demo.units[0].students[0], fault="the disk is [full]")])
    said = "\n".join(printed(monkeypatch, capsys, replace(demo, units=[unit])))
    assert "not marked" in said
    assert f"{unit.students[0].id}'s {unit.assignment} could not be marked: the disk is [full]" in said


# Its folder.


def test_when_a_folder_holds_anything_else_then_the_demo_refuses_it(tmp_path):
    """Whatever no demo made is never touched."""
    (tmp_path / "essay.txt").write_text("mine")
    with pytest.raises(CourseError, match=r"holds 'essay\.txt', which no demo made"):
        run_demo(CHECKOUT, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["essay.txt"]


def test_when_something_was_put_into_a_demo_then_the_next_demo_refuses_to_replace_it(tmp_path):
    """Only what demos make is replaced, even in a demo's folder."""
    claim_folder(tmp_path / "demo")
    (tmp_path / "demo" / "my marks.ods").write_text("mine")
    with pytest.raises(CourseError, match=r"my marks\.ods"):
        claim_folder(tmp_path / "demo")


def test_when_a_folder_looks_like_a_demo_without_its_marker_then_it_is_refused(tmp_path):
    """A folder named course is a common thing to have."""
    (tmp_path / "course").mkdir()
    with pytest.raises(CourseError, match="'course', which no demo made"):
        claim_folder(tmp_path)


@pytest.mark.posix
def test_when_a_demo_holds_a_link_then_only_the_link_goes(tmp_path):
    """Replacing a demo does not follow links out of it."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "essay.txt").write_text("mine")
    folder = claim_folder(tmp_path / "demo")
    (folder / "students").symlink_to(tmp_path / "mine")
    claim_folder(folder)
    assert (tmp_path / "mine" / "essay.txt").is_file()
    assert [path.name for path in folder.iterdir()] == [MARKER]


def test_when_the_folder_cannot_be_made_then_one_sentence_says_so(tmp_path):
    """A file stands in the way."""
    (tmp_path / "file").write_text("")
    with pytest.raises(CourseError, match="cannot write to"):
        claim_folder(tmp_path / "file" / "demo")


def test_when_the_system_is_windows_then_one_sentence_says_what_to_do(monkeypatch, tmp_path):
    """Windows has no exchange; nothing is written there."""
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(CourseError, match="WSL"):
        run_demo(CHECKOUT, tmp_path / "demo")
    assert list(tmp_path.iterdir()) == []


def test_when_the_course_has_no_sample_students_then_one_sentence_says_so(tmp_path):
    """The package alone is no course."""
    with pytest.raises(CourseError, match="no sample students"):
        run_demo(tmp_path, tmp_path / "demo")


# Sample students.

HEADER = """\
# ---
# jupyter:
#   sample_student:
#     name: Ada Ma
#     about: Answers one question.
#     starts_from: release
#     score: 1
# ---

"""
TWO_CELLS = """\
# %% [markdown]
# A remark.

# %% kind="answer" grade_id="q1"
### BEGIN SOLUTION
x = 1
### END SOLUTION

# %% kind="tests" grade_id="q1_test" points=1
x
"""


@pytest.fixture(scope="module")
def small_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of two assignments with an answer cell q1 and a test cell q1_test each; Ada hands in both."""
    home = tmp_path_factory.mktemp("small")
    for name in ("1_unit", "2_unit"):
        source = home / "solutions" / name / f"{name}.py"
        source.parent.mkdir(parents=True)
        source.write_text(TWO_CELLS)
        sample = home / "tests" / "sample_students" / name / "ada.py"
        sample.parent.mkdir(parents=True)
        sample.write_text(HEADER.replace("release", "solution") + "# %% [markdown]\n# As it is.\n")
    shutil.copy(CHECKOUT / "nbgrader_config.py", home)
    build_course(home)
    return home


@pytest.fixture
def released(small_course: Path, tmp_path: Path) -> Path:
    """The notebook of that assignment as it was fetched."""
    return Path(shutil.copy(small_course / "assignments" / "1_unit" / "1_unit.ipynb", tmp_path / "1_unit.ipynb"))


def sources_after(small_course: Path, released: Path, changes: str, header: str = HEADER) -> list[str]:
    """Return the cells of the notebook that a sample student hands in, without those that nbgrader does not know."""
    path = released.with_name("ada.py")
    path.write_text(header + changes, encoding="utf-8")
    solution = small_course / "solutions" / "1_unit" / "1_unit.ipynb"
    student = read_student(path)
    text = answer(student, released, solution).read_bytes().decode(student.encoding)
    return [cell.source for cell in nbformat.reads(text, as_version=4).cells[1:]]


@pytest.mark.parametrize(
    ("changes", "sources"),
    [
        ('# %% grade_id="q1"\ny = 2\n', ["y = 2", "x"]),
        ('# %% grade_id="q1_test" action="delete"\n', ["# YOUR CODE HERE\nraise NotImplementedError()"]),
        ('# %% grade_id="q1"\ny = 2\n# %% grade_id="q1" action="copy"\n', ["y = 2", "y = 2", "x"]),
        ('# %% grade_id="q1"\ny = 2\n# %% grade_id="q1" action="copy"\nz = 3\n', ["y = 2", "z = 3", "x"]),
        ('# %% grade_id="q1"\ny = 2\n# %% [markdown] grade_id="q1" action="add"\n# So.\n', ["y = 2", "So.", "x"]),
        ('# %% [markdown]\n# Only a remark.\n# %% grade_id="q1"\ny = 2\n', ["y = 2", "x"]),
    ],
    ids=["replace", "delete", "copy", "copy and change", "add", "remark"],
)
def test_when_a_sample_says_what_a_student_does_then_the_hand_in_has_it(small_course, released, changes, sources):
    """Cells are replaced, deleted, copied and added; what has no grade_id is a remark."""
    assert sources_after(small_course, released, changes) == sources


@pytest.mark.marking
def test_when_one_assignment_is_named_then_the_demo_plays_it_alone(small_course, tmp_path):
    """The others are not even copied."""
    result = run_demo(small_course, tmp_path / "demo", assignment="2_unit")
    assert [(unit.assignment, one.id, one.fault) for unit in result.units for one in unit.students] == [
        ("2_unit", "ada", "")
    ]
    assert [path.name for path in (result.folder / "course" / "solutions").iterdir()] == ["2_unit"]


def test_when_an_assignment_without_sample_students_is_named_then_one_sentence_names_the_others(small_course, tmp_path):
    """Nothing is written before that is known."""
    with pytest.raises(CourseError, match="no sample students for '3_unit': choose one of 1_unit, 2_unit"):
        run_demo(small_course, tmp_path / "demo", assignment="3_unit")
    assert list(tmp_path.iterdir()) == []


def test_when_only_some_assignments_have_sample_students_then_the_cast_has_those(small_course):
    """In teaching order, each with its students."""
    cast = read_cast(small_course / "tests" / "sample_students", ["0_unit", "2_unit", "1_unit"])
    assert [(name, [one.id for one in students]) for name, students in cast.items()] == [
        ("2_unit", ["ada"]),
        ("1_unit", ["ada"]),
    ]


def test_when_an_id_stands_for_two_people_then_one_sentence_says_so(tmp_path):
    """A person has one name all term."""
    for name, header in (("1_unit", HEADER), ("2_unit", HEADER.replace("Ada", "Eva"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "ada.py").write_text(header + "# %%\n1\n")
    with pytest.raises(CourseError, match="'ada' is called 'Eva Ma' in 2_unit only"):
        read_cast(tmp_path, ["1_unit", "2_unit"])


def test_when_a_sample_starts_from_the_solution_then_its_answers_carry_no_marks_of_regions(small_course, released):
    """The answer is the solution's; the tests stay as released."""
    header = HEADER.replace("starts_from: release", "starts_from: solution")
    assert sources_after(small_course, released, "# %% [markdown]\n# As it is.\n", header) == ["x = 1", "x"]


def test_when_a_sample_has_another_encoding_and_name_then_the_file_has_them(small_course, released):
    """What an editor or a browser does to a file."""
    header = HEADER.replace("score: 1\n", 'score: 1\n#     encoding: gb18030\n#     hands_in: "a (1).ipynb"\n')
    assert sources_after(small_course, released, '# %% grade_id="q1"\n"隐入尘烟"\n', header)[0] == '"隐入尘烟"'
    assert (released.with_name("a (1).ipynb").exists(), released.exists()) == (True, False)


def test_when_a_sample_changes_an_unknown_cell_then_one_sentence_names_it(small_course, released):
    """An assignment changed, and its samples did not."""
    with pytest.raises(CourseError, match="'ada' changes 'q7', which is no cell here"):
        sources_after(small_course, released, '# %% grade_id="q7"\ny = 2\n')


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HEADER.replace("#     score: 1\n", "") + '# %% grade_id="q1"\n', "says nothing of score"),
        (HEADER.replace("release", "scratch") + '# %% grade_id="q1"\n', "starts from 'scratch'"),
        (HEADER + '# %% grade_id="q1" action="burn"\n', "its action is one of replace, delete, copy, add"),
        (HEADER + '# %% action="delete"\n', "needs a grade_id"),
    ],
)
def test_when_a_sample_has_a_mistake_then_one_sentence_says_which(tmp_path, text, says):
    """Whoever writes a sample learns what is missing."""
    path = tmp_path / "ada.py"
    path.write_text(text)
    with pytest.raises(CourseError, match=re.escape(says)):
        read_student(path)


def test_when_a_change_replaces_code_then_it_is_read_with_its_kind(tmp_path):
    """A change is what the cell's header and source say."""
    path = tmp_path / "ada.py"
    path.write_text(HEADER + '# %% [markdown] grade_id="q2"\n# Because.\n')
    assert read_student(path).changes == (Change("q2", "replace", "Because.", "markdown"),)
