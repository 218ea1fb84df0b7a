"""A student's folder, JupyterLab's command for each role, and the kit for students' own machines."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from return_to_dust.build.course import assignment_names, assignment_sources
from return_to_dust.errors import CourseError
from return_to_dust.lab.kit import make_kit
from return_to_dust.lab.server import ROLES, lab_command, require_free_port, run_lab, usual_role
from return_to_dust.lab.workspace import is_student_folder, student_workspace
from return_to_dust.marking.course import load_config
from return_to_dust.paths import CHECKOUT, PACKAGE
from secrets_of import secret_lines

LESSON = Path("lessons/2_reception.ipynb")
ASSIGNMENT = Path("assignments/2_reception/2_reception.ipynb")
SOLUTION = Path("solutions/2_reception/2_reception.ipynb")
NOBODY = 65534


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course of three small files, without an exchange."""
    monkeypatch.setenv("NBGRADER_EXCHANGE", str(tmp_path / "no-exchange"))
    folder = tmp_path / "course"
    for path in (LESSON, ASSIGNMENT, SOLUTION, LESSON.with_suffix(".py"), Path("lessons/0_start_here.ipynb")):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"first version of {path}", encoding="utf-8")
    shutil.copy(CHECKOUT / "nbgrader_config.py", folder)
    return folder


@pytest.fixture
def exchange(tmp_path, monkeypatch):
    """An exchange in which everybody can write."""
    folder = tmp_path / "exchange"
    folder.mkdir()
    monkeypatch.setenv("NBGRADER_EXCHANGE", str(folder))
    return folder


@contextmanager
def not_as_root():
    """Do something as an ordinary user: root may write everywhere."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(me)


def files_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.ipynb"))


# --- the student's folder --------------------------------------------------------------------------------


def test_when_a_workspace_is_made_then_it_holds_lessons_and_no_solution(course):
    """Students get the notebooks of the lessons, and nothing of solutions/ or of the written form."""
    workspace = student_workspace(course)
    names = {path.relative_to(workspace).as_posix() for path in workspace.rglob("*") if path.is_file()}
    expected = {LESSON.as_posix(), ASSIGNMENT.as_posix(), "lessons/0_start_here.ipynb", "nbgrader_config.py"}
    assert names - {".return-to-dust.json"} == expected


@pytest.mark.posix
def test_when_there_is_an_exchange_then_assignments_are_left_to_be_fetched(course, exchange):
    """With an exchange, assignments/ is there and empty: Assignment List fills it."""
    workspace = student_workspace(course)
    assert (workspace / "assignments").is_dir()
    assert files_in(workspace / "assignments") == []


def test_when_a_student_has_worked_then_opening_again_keeps_every_byte(course):
    """A file that is there is never overwritten, and nothing is put beside it while the course stays as it is."""
    workspace = student_workspace(course)
    (workspace / LESSON).write_text("my notes", encoding="utf-8")
    before = files_in(workspace)
    student_workspace(course)
    assert (workspace / LESSON).read_text(encoding="utf-8") == "my notes"
    assert files_in(workspace) == before


@pytest.mark.parametrize("worked", [True, False], ids=["after work in it", "without work in it"])
def test_when_a_lesson_has_changed_then_the_new_one_is_put_beside_it_once(course, worked):
    """A lesson's new version comes as "(new)", each version once, and the student's own file stays."""
    workspace = student_workspace(course)
    if worked:
        (workspace / LESSON).write_text("my notes", encoding="utf-8")
    mine = (workspace / LESSON).read_text(encoding="utf-8")
    for version in ("second", "second", "third"):
        (course / LESSON).write_text(version, encoding="utf-8")
        student_workspace(course)
    beside = {path.name: path.read_text(encoding="utf-8") for path in (workspace / "lessons").glob("2_*")}
    assert beside == {
        "2_reception.ipynb": mine,
        "2_reception (new).ipynb": "second",
        "2_reception (new 2).ipynb": "third",
    }


def test_when_the_record_is_damaged_then_no_work_is_lost(course):
    """Without a readable record there is at most a copy too many."""
    workspace = student_workspace(course)
    (workspace / LESSON).write_text("my notes", encoding="utf-8")
    (workspace / ".return-to-dust.json").write_text("{", encoding="utf-8")
    student_workspace(course)
    assert (workspace / LESSON).read_text(encoding="utf-8") == "my notes"


def test_when_a_student_deletes_a_lesson_then_it_comes_back(course):
    """Opening the folder again brings what is missing."""
    workspace = student_workspace(course)
    (workspace / LESSON).unlink()
    student_workspace(course)
    assert (workspace / LESSON).is_file()


def test_when_the_folder_is_moved_then_fetching_follows_it(course, exchange, tmp_path):
    """The student's settings say where assignments go from where the file is."""
    moved = tmp_path / "moved"
    student_workspace(course).rename(moved)
    assert load_config(moved).Exchange.assignment_dir == str(moved / "assignments")


def test_when_settings_are_made_then_they_name_the_same_course_and_exchange(course, exchange):
    """Students hand in to the course that instructors collect from."""
    theirs, ours = load_config(student_workspace(course)), load_config(course)
    assert theirs.CourseDirectory.course_id == ours.CourseDirectory.course_id
    assert theirs.Exchange.root == ours.Exchange.root == str(exchange)


@pytest.mark.parametrize("name", [".", "solutions", "lessons/mine", "assignments"])
def test_when_the_folder_belongs_to_the_course_then_it_is_refused(course, name):
    """A student's work never goes where the course's own files are."""
    with pytest.raises(CourseError, match="belongs to the course"):
        student_workspace(course, course / name)


@pytest.mark.posix
def test_when_the_folder_is_read_only_then_one_sentence_says_so():
    """Whoever may not write in the course folder reads one sentence, and no traceback."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copy(CHECKOUT / "nbgrader_config.py", folder)
        (folder / "solutions").mkdir()
        (folder / "term").mkdir()
        for path in (folder, folder / "term"):
            path.chmod(0o555)
        for role in ROLES:
            with not_as_root(), pytest.raises(CourseError, match=r"cannot be written to .* copy the course"):
                lab_command(folder, role, None, browser=False)


# --- JupyterLab for a role -------------------------------------------------------------------------------


def test_when_a_student_opens_the_lab_then_it_serves_their_folder(course):
    """The root of a student's JupyterLab is the workspace, never the checkout."""
    argv, _, root = lab_command(course, "student", None, browser=False)
    assert root == course / "term" / "student"
    assert f"--ServerApp.root_dir={root}" in argv


def test_when_an_instructor_opens_the_lab_then_it_serves_the_course_at_the_start_page(course):
    """The instructor's JupyterLab opens the course folder at lessons/0_start_here.ipynb."""
    argv, _, root = lab_command(course, "instructor", None, browser=False)
    assert root == course
    assert "--LabApp.default_url=/lab/tree/lessons/0_start_here.ipynb" in argv


@pytest.mark.parametrize("role", ROLES)
def test_when_the_lab_starts_then_the_roles_settings_come_before_the_users(course, role, monkeypatch):
    """Settings of the role stand first; what the user has set is kept behind them."""
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "/mine")
    monkeypatch.setenv("PATH", "/usr/bin")
    _, environment, _ = lab_command(course, role, None, browser=False)
    places = environment["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    assert places[0] == str(PACKAGE / "lab" / role)
    assert places[-1] == "/mine"
    assert environment["PATH"].split(os.pathsep) == [str(Path(sys.executable).parent), "/usr/bin"]


@pytest.mark.parametrize("role", ROLES)
def test_when_plugins_are_switched_off_then_they_are_plugins_that_exist(role):
    """Each plugin of nbgrader that a role does without is one that the installed nbgrader has."""
    extension = Path(sys.prefix) / "share/jupyter/labextensions/@jupyter/nbgrader/static"
    code = "".join(path.read_text(encoding="utf-8") for path in extension.glob("*.js"))
    settings = json.loads((PACKAGE / "lab" / role / "labconfig" / "page_config.json").read_text(encoding="utf-8"))
    off = [name for name in settings["disabledExtensions"] if name.startswith("@jupyter/nbgrader:")]
    assert off
    assert [name for name in off if f'"{name}"' not in code] == []


def test_when_a_port_is_named_then_jupyter_takes_no_other(course):
    """A named port is that port or none; without one Jupyter looks for a free one."""
    named, _, _ = lab_command(course, "instructor", 8899, browser=False)
    unnamed, _, _ = lab_command(course, "instructor", None, browser=False)
    assert {"--ServerApp.port=8899", "--ServerApp.port_retries=0"} <= set(named)
    assert not any("ServerApp.port" in argument for argument in unnamed)


def test_when_the_named_port_is_in_use_then_one_sentence_says_so(course):
    """Nothing is started on another port; the sentence names the port and what to type."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CourseError, match=rf"Port {port} cannot be used .* --port \d+"):
            run_lab(course, "instructor", port, browser=False)
    require_free_port(port)


@pytest.mark.posix
def test_when_the_command_is_ended_then_jupyter_ends_with_it(tmp_path):
    """No server is left behind by a `dust lab` that the system ends."""
    code = (
        "import os, sys; from pathlib import Path; from return_to_dust.lab import server\n"
        "child = 'import os, time; print(os.getpid(), flush=True); time.sleep(60)'\n"
        "server.lab_command = lambda *_: ([sys.executable, '-c', child], dict(os.environ), Path('.'))\n"
        "server.run_lab(Path('.'), 'student')\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE, text=True) as command:
        child = int(command.stdout.readline())
        command.terminate()
        command.wait(20)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


@pytest.mark.parametrize("port", [-1, 0, 65536, 99999])
def test_when_the_port_is_no_port_then_one_sentence_says_so(port):
    """There are ports up to 65535, and nothing runs on any other."""
    with pytest.raises(CourseError, match=f"Port {port} cannot be used: ports run from 1 to 65535"):
        require_free_port(port)


def test_when_the_role_is_unknown_then_the_roles_are_named(course):
    """A wrong role is answered with the right ones."""
    with pytest.raises(CourseError, match="student or instructor"):
        lab_command(course, "teacher", None, browser=False)


def test_when_a_students_folder_is_opened_then_it_is_its_own_workspace(course):
    """In a kit or a workspace there is nothing to copy, and no instructor."""
    workspace = student_workspace(course)
    assert is_student_folder(workspace)
    assert (usual_role(workspace), usual_role(course)) == ("student", "instructor")
    assert student_workspace(workspace) == workspace
    with pytest.raises(CourseError, match="student's folder"):
        lab_command(workspace, "instructor", None, browser=False)


# --- the kit ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    """The kit of this course, unzipped."""
    folder = tmp_path_factory.mktemp("kit")
    archive = make_kit(CHECKOUT, folder / "kit.zip")
    zipfile.ZipFile(archive).extractall(folder)
    return folder / "return-to-dust"


def texts_in(kit):
    """Every text in the kit, those inside the wheel included, by name; notebooks as the text of their cells."""
    (wheel,) = kit.glob("*.whl")
    inside = zipfile.ZipFile(io.BytesIO(wheel.read_bytes()))
    data = {f"{wheel.name}/{name}": inside.read(name) for name in inside.namelist()}
    data |= {path.relative_to(kit).as_posix(): path.read_bytes() for path in kit.rglob("*") if path.is_file()}
    texts = {name: content.decode("utf-8", "ignore") for name, content in data.items() if not name.endswith(".whl")}
    for name, text in texts.items():
        if name.endswith(".ipynb"):
            texts[name] = "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
    return texts


def test_when_the_kit_is_unzipped_then_it_has_what_students_need(kit):
    """Lessons, assignments, the package, settings, and a page that says how to start."""
    top = {path.name for path in kit.iterdir()}
    assert {"START.md", "constraints.txt", "nbgrader_config.py", "lessons", "assignments"} < top
    assert sorted(path.name for path in (kit / "assignments").iterdir()) == assignment_names(CHECKOUT)
    assert is_student_folder(kit)


def test_when_the_kit_is_searched_then_no_file_has_a_solution_or_a_hidden_test(kit):
    """No secret line is in any file, nor inside the wheel; what the lessons teach is no secret."""
    texts = texts_in(kit)
    taught = "\n".join(text for name, text in texts.items() if name.startswith("lessons/"))
    found = {}
    for source in assignment_sources(CHECKOUT):
        secrets = {line for line in secret_lines(source) if line not in taught}
        assert len(secrets) > 50
        for name, text in texts.items():
            leaks = [line for line in secrets if line in text]
            found |= {name: leaks} if leaks else {}
    assert found == {}


def test_when_the_kit_is_searched_then_no_teachers_file_is_in_it(kit):
    """Neither tests, solutions, sample students, rubrics nor instructor notes."""
    teachers = re.compile(r"(^|/)(tests?|solutions)/|rubric|instructor_notes|sample_|gradebook\.db", re.IGNORECASE)
    assert [name for name in texts_in(kit) if teachers.search(name)] == []


def test_when_students_read_the_start_page_then_its_commands_name_files_that_are_there(kit):
    """Three commands for each system, with the wheel and the constraints of this kit, and no web address."""
    page = (kit / "START.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```\n(.*?)\n```", page, re.DOTALL)
    assert [len(block.splitlines()) for block in blocks] == [3, 3]
    named = set(re.findall(r"\S+\.(?:whl|txt|ipynb)", page.replace("`", " ")))
    assert named
    assert [name for name in named if not (kit / name).is_file()] == []
    assert "://" not in page


def test_when_the_kit_is_made_twice_then_the_bytes_are_the_same(kit, tmp_path):
    """The same course gives the same zip."""
    again = make_kit(CHECKOUT, tmp_path / "kit.zip")
    assert again.read_bytes() == (kit.parent / "kit.zip").read_bytes()


def test_when_assignments_are_not_built_then_the_kit_says_what_to_type(course):
    """A kit without an assignment is not made."""
    (course / "pyproject.toml").touch()
    (course / ASSIGNMENT).unlink()
    with pytest.raises(CourseError, match="dust build"):
        make_kit(course, course / "kit.zip")
    assert not (course / "kit.zip").exists()


def test_when_the_course_is_no_checkout_then_the_kit_says_so(course):
    """The package can only be built from a checkout."""
    with pytest.raises(CourseError, match=r"no pyproject\.toml"):
        make_kit(course, course / "kit.zip")


def test_when_the_kit_has_no_folder_to_go_to_then_none_is_made(course, tmp_path):
    """A slip in a path is said, and leaves no folders behind."""
    (course / "pyproject.toml").touch()
    with pytest.raises(CourseError, match="There is no folder"):
        make_kit(course, tmp_path / "nowhere" / "x" / "kit.zip")
    assert not (tmp_path / "nowhere").exists()


def test_when_windows_students_read_the_start_page_then_python_3_is_named(kit):
    """A bare `py` may start another Python."""
    page = (kit / "START.md").read_text(encoding="utf-8")
    assert ("\npy -3 -m venv" in page, "\npy -m" in page, "`dust take`" in page) == (True, False, True)
