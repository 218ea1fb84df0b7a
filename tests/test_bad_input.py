"""Whatever is handed in, the batch goes on, the original stays, and one sentence says what was wrong.

A course with one small assignment is marked by the real `nbgrader autograde`, all submissions in one run.
"""

import copy
import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from return_to_dust import CourseError
from return_to_dust.build.course import build_course
from return_to_dust.marking.course import open_course, quiet_nbgrader
from return_to_dust.marking.notices import notices_of
from return_to_dust.paths import CHECKOUT

pytestmark = pytest.mark.marking

NAME = "9_sample"
SOLUTION = """
# %% kind="readonly" grade_id="sample_setup"
from return_to_dust.checks import Question

# %% [markdown]
# ## 1 Twice

# %% kind="answer" grade_id="sample_q1_twice"
def twice(number):
    ### BEGIN SOLUTION
    return 2 * number
    ### END SOLUTION

# %% kind="tests" grade_id="sample_q1_twice_test" points=3
q = Question("Twice", points=3)
with q.criterion("twice one is two", 1) as c:
    c.number(twice(1), 2)
### BEGIN HIDDEN TESTS
with q.criterion("a number that you have not seen", 2, hidden=True) as c:
    c.number(twice(431), 862)
### END HIDDEN TESTS
q.score()

# %% [markdown]
# ## 2 In words

# %% [markdown] kind="manual" grade_id="sample_q2_words" points=2
# A model answer that no student may see.

# %% [markdown] kind="task" grade_id="sample_q3_task" points=1
# Say more.
#
# === BEGIN MARK SCHEME ===
# A mark scheme that no student may see.
# === END MARK SCHEME ===
"""
RIGHT = "def twice(number):\n    return number + number\n"

NEVER_STOPS = """
import signal

def twice(number):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        pass
"""
LOOKS_AROUND = """
import json, pathlib
for path in pathlib.Path().glob("*.ipynb"):
    for cell in json.loads(path.read_text())["cells"]:
        print("".join(cell["source"]))
"""


def cell_of(notebook: dict, grade_id: str) -> dict:
    return next(c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == grade_id)


def answered(notebook: dict, source: str = RIGHT) -> dict:
    """Return a copy of the release with the question answered."""
    made = copy.deepcopy(notebook)
    cell_of(made, "sample_q1_twice")["source"] = source
    cell_of(made, "sample_q2_words")["source"] = "Écrit à la main, 隐入尘烟."
    return made


def encoded(notebook: dict, encoding: str) -> bytes:
    return json.dumps(notebook, ensure_ascii=False).encode(encoding, errors="replace")


def with_copies(notebook: dict, *grade_ids: str) -> dict:
    for grade_id in grade_ids:
        twin = copy.deepcopy(cell_of(notebook, grade_id))
        twin["id"] = f"{grade_id}-twin"
        notebook["cells"].append(twin)
    return notebook


def with_cell(notebook: dict, source: str) -> dict:
    cell = {"cell_type": "code", "id": "mine", "metadata": {}, "source": source, "outputs": [], "execution_count": None}
    notebook["cells"].append(cell)
    return notebook


def without(notebook: dict, *grade_ids: str) -> dict:
    doomed = [cell_of(notebook, grade_id) for grade_id in grade_ids]
    notebook["cells"] = [cell for cell in notebook["cells"] if cell not in doomed]
    return notebook


def with_schema(notebook: dict, version: object) -> dict:
    for cell in notebook["cells"]:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"]["schema_version"] = version
    return notebook


def stripped(notebook: dict) -> dict:
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    return notebook


def old_format(notebook: dict) -> bytes:
    cells = [
        {"cell_type": "code", "language": "python", "input": c["source"], "outputs": [], "metadata": c["metadata"]}
        if c["cell_type"] == "code"
        else {"cell_type": "markdown", "source": c["source"], "metadata": c["metadata"]}
        for c in notebook["cells"]
    ]
    return json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}).encode()


def null_outputs(notebook: dict) -> dict:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = None
    return notebook


def changed_test(notebook: dict) -> dict:
    cell_of(notebook, "sample_q1_twice_test")["source"] = "3"
    return notebook


def cases(release: dict) -> dict[str, tuple[bytes, float, str]]:
    """Return, by student: the bytes handed in, the marks they deserve, the notices that say what was wrong."""
    right = answered(release)
    notebooks = {
        "sound": (right, 3, ""),
        "untouched": (release, 0, ""),
        "copied_answer": (with_copies(answered(release), "sample_q1_twice"), 3, "copied-cell moved-cell"),
        "copied_test": (with_copies(answered(release), "sample_q1_twice_test"), 3, "copied-cell"),
        "deleted_test": (without(answered(release), "sample_q1_twice_test"), 3, "restored-cell"),
        "deleted_both": (without(answered(release), "sample_q1_twice", "sample_q1_twice_test"), 0, "restored-cell"),
        "changed_test": (changed_test(answered(release, "def twice(number): return 5")), 0, "changed-cell"),
        "schema_99": (with_schema(answered(release), 99), 3, ""),
        "schema_text": (with_schema(answered(release), "newest"), 3, ""),
        "no_metadata": (stripped(answered(release)), 3, ""),
        "null_outputs": (null_outputs(answered(release)), 3, ""),
        "nbformat_5": ({**right, "nbformat": 5}, 3, ""),
        "torn_cell": ({**right, "cells": [None, 7, *right["cells"]]}, 3, "lost-cells"),
        "kernel_dies": (answered(release, "import os\nos._exit(1)"), 0, "kernel-died"),
        "warns": (
            answered(
                release, "import sys, warnings\n" + RIGHT.replace("    return", "    warnings.warn('w')\n    return")
            ),
            3,
            "",
        ),
        "complains": (answered(release, "import sys\nprint('x', file=sys.stderr)\n" + RIGHT), 3, ""),
        "crash": (answered(release, "1 / 0"), 0, ""),
        "half": (answered(release, "def twice(number): return 2"), 1, ""),
        "endless": (answered(release, "import itertools\ndef twice(number): return itertools.count()"), 0, ""),
        "never_stops": (answered(release, NEVER_STOPS), 0, ""),
        "looks_back": (with_cell(answered(release), "print('\\n'.join(In)); print(In)"), 3, ""),
        "looks_around": (with_cell(answered(release), LOOKS_AROUND), 3, ""),
    }
    raw = {
        "byte_order_mark": (encoded(right, "utf-8-sig"), 3, ""),
        "utf16": (encoded(right, "utf-16"), 3, "encoding"),
        "latin1": (encoded(answered(release), "latin-1"), 3, "encoding"),
        "gbk": (encoded(right, "gb18030"), 3, "encoding"),
        "empty": (b"", 0, "unreadable"),
        "not_json": (b'{"cells": [', 0, "unreadable"),
        "other_json": (b'{"hello": "world"}', 0, "unreadable"),
        "deep_json": (b'{"cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", 0, "unreadable"),
        "nbformat_3": (old_format(right), 3, "old-format"),
        "picture": (b"\x89PNG\r\n\x1a\n\x00\x00\xff\xff", 0, "unreadable"),
    }
    return {name: (json.dumps(nb).encode(), score, code) for name, (nb, score, code) in notebooks.items()} | raw


STUDENTS = {
    "sound", "untouched", "copied_answer", "copied_test", "deleted_test", "deleted_both", "changed_test",
    "schema_99", "schema_text", "no_metadata", "null_outputs", "nbformat_5", "torn_cell", "kernel_dies", "warns",
    "complains", "crash", "half", "endless", "never_stops", "looks_back", "looks_around", "byte_order_mark",
    "utf16", "latin1", "gbk", "empty", "not_json", "other_json", "deep_json", "nbformat_3", "picture",
}  # fmt: skip


class Class:
    """A marked class: its course folder, what was handed in, and what `nbgrader autograde` said."""

    def __init__(self, course: Path) -> None:
        self.course = course
        release = json.loads((course / "assignments" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8"))
        self.cases = cases(release)
        for student, (data, _, _) in self.cases.items():
            folder = course / "term" / "submitted" / student / NAME
            folder.mkdir(parents=True)
            (folder / f"{NAME}.ipynb").write_bytes(data)
        command = [sys.executable, "-m", "nbgrader", "autograde", NAME]
        self.run = subprocess.run(command, cwd=course, capture_output=True, text=True, check=False)
        self.api = open_course(course)
        quiet_nbgrader("generate feedback", self.api.generate_feedback, NAME)
        with self.api.gradebook as gradebook:
            self.scores = {s.student.id: s.score for s in gradebook.assignment_submissions(NAME)}

    def notebook(self, student: str):
        """Return a student's marked notebook."""
        return nbformat.read(self.course / "term" / "autograded" / student / NAME / f"{NAME}.ipynb", as_version=4)

    def page(self, student: str) -> str:
        """Return a student's feedback page."""
        return (self.course / "term" / "feedback" / student / NAME / f"{NAME}.html").read_text(encoding="utf-8")


def make_course(course: Path) -> Path:
    (course / "solutions" / NAME).mkdir(parents=True)
    (course / "lessons").mkdir()
    (course / "solutions" / NAME / f"{NAME}.py").write_text(SOLUTION.lstrip(), encoding="utf-8")
    config = (CHECKOUT / "nbgrader_config.py").read_text(encoding="utf-8") + "\nc.ExamineSubmission.cell_s = 10\n"
    (course / "nbgrader_config.py").write_text(config, encoding="utf-8")
    build_course(course)
    return course


@pytest.fixture(scope="module")
def marked(tmp_path_factory) -> Class:
    """The class above, marked once."""
    return Class(make_course(tmp_path_factory.mktemp("bad-input") / "course"))


def test_when_submissions_are_broken_then_the_run_succeeds(marked):
    """No submission stops `nbgrader autograde`, and none makes it print a traceback."""
    assert (marked.run.returncode, "Traceback" in marked.run.stderr) == (0, False), marked.run.stderr[-3000:]


def test_when_cases_are_made_then_all_are_tested(marked):
    """The list of students below is complete."""
    assert set(marked.cases) == STUDENTS


@pytest.mark.parametrize("student", sorted(STUDENTS))
def test_when_a_submission_is_marked_then_it_has_the_marks_it_deserves(marked, student):
    """Each case earns its marks; a warning costs nothing, a broken cell no more than itself."""
    assert marked.scores[student] == marked.cases[student][1]


@pytest.mark.parametrize("student", sorted(STUDENTS))
def test_when_a_submission_was_repaired_then_student_and_instructor_are_told(marked, student):
    """Each repair leaves a notice; what needed none has none."""
    codes = {notice["code"] for notice in notices_of(marked.notebook(student))}
    expected = marked.cases[student][2]
    assert codes == set(expected.split())


@pytest.mark.parametrize("student", sorted(STUDENTS))
def test_when_a_submission_has_been_marked_then_the_original_is_as_it_was(marked, student):
    """What was handed in stays byte for byte."""
    handed_in = marked.course / "term" / "submitted" / student / NAME / f"{NAME}.ipynb"
    assert handed_in.read_bytes() == marked.cases[student][0]


@pytest.mark.parametrize("student", sorted(STUDENTS))
def test_when_feedback_is_written_then_it_holds_no_secret(marked, student):
    """No page shows a hidden test, a model answer, a mark scheme, or a solution."""
    page = marked.page(student)
    secrets = ("862", "431", "HIDDEN", "model answer that", "mark scheme that", "return 2 * number", "Traceback")
    assert [secret for secret in secrets if secret in page] == []


def test_when_a_criterion_is_missed_then_the_page_names_it_with_a_reason(marked):
    """The page of the half right answer names the hidden criterion and says in words that it is missed."""
    page = marked.page("half")
    assert "a number that you have not seen" in page
    assert "is not the number that the source supports" in page


def test_when_a_page_is_written_then_it_has_its_language_and_needs_no_network(marked):
    """A feedback page declares its language and loads nothing."""
    page = marked.page("sound")
    assert ('<html lang="en">' in page, "<script" in page, "https://" in page) == (True, False, False)


def test_when_the_notebook_is_unreadable_then_the_page_says_what_to_do(marked):
    """The student of a torn file is told what was wrong and to hand in again."""
    assert "not valid JSON (line 1). Open it in JupyterLab, save it, and hand it in again." in marked.page("not_json")


def test_when_the_course_folder_is_read_only_then_one_sentence_says_so(marked, monkeypatch):
    """A course folder that cannot be written to is named, with what to do."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(CourseError, match="is read-only: copy it to a folder of your own"):
        open_course(marked.course)


def test_when_the_configuration_has_a_mistake_then_the_sentence_names_the_file(tmp_path):
    """A broken nbgrader_config.py is named with its fault."""
    (tmp_path / "nbgrader_config.py").write_text("c = get_config(\n", encoding="utf-8")
    with pytest.raises(CourseError, match=r"nbgrader_config\.py cannot be read"):
        open_course(tmp_path)


def test_when_a_step_of_nbgrader_fails_then_the_sentence_holds_its_reason(marked):
    """An unknown assignment gets nbgrader's own reason in one sentence."""
    with pytest.raises(CourseError, match=r"nbgrader could not mark: .*No notebooks were matched"):
        quiet_nbgrader("mark", marked.api.autograde, "1_unknown", "sound")


def test_when_a_cell_with_marks_is_renamed_then_the_build_refuses_and_the_release_stays(marked):
    """In mid-term a graded cell keeps its id: the build says so and leaves the release as it was."""
    written = marked.course / "solutions" / NAME / f"{NAME}.py"
    release = marked.course / "assignments" / NAME / f"{NAME}.ipynb"
    before = release.read_bytes()
    written.write_text(SOLUTION.lstrip().replace("sample_q1_twice_test", "sample_q1_double_test"), encoding="utf-8")
    with pytest.raises(CourseError, match="its cell sample_q1_twice_test is no longer in"):
        build_course(marked.course)
    written.write_text(SOLUTION.lstrip(), encoding="utf-8")
    assert release.read_bytes() == before


def test_when_the_disk_is_full_then_the_sentence_says_what_to_do():
    """Nbgrader's report of a full disk becomes one sentence with what to do."""
    error = "[('a', 'b', \"[Errno 28] No space left on device: 'a' -> 'b'\")]"
    with pytest.raises(CourseError, match="could not collect: the disk is full; free some space and do it again"):
        quiet_nbgrader("collect", lambda: {"success": False, "log": "[ERROR] failed", "error": error})
