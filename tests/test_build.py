"""Notebooks and releases are built one way, to the byte, from what is written."""

import json
import shutil

import nbformat
import pytest

from return_to_dust import CourseError
from return_to_dust.build.course import assignment_names, build_notebooks, lesson_sources, stale_files
from return_to_dust.build.notebooks import build_notebook
from return_to_dust.paths import CHECKOUT


def written(tmp_path, *cells: str):
    path = tmp_path / "9_sample.py"
    path.write_text("\n\n".join(cells) + "\n", encoding="utf-8")
    return path


@pytest.mark.marking
def test_when_everything_is_rebuilt_elsewhere_then_it_equals_what_is_committed():
    """No committed notebook or release differs by a byte from a rebuild."""
    assert stale_files(CHECKOUT) == []


@pytest.mark.marking
def test_when_a_released_notebook_is_edited_then_it_is_named_as_stale(tmp_path):
    """The freshness check can fail: one changed byte in a release is found."""
    copy = tmp_path / "course"
    for folder in ("lessons", "solutions", "assignments"):
        shutil.copytree(CHECKOUT / folder, copy / folder)
    shutil.copy(CHECKOUT / "nbgrader_config.py", copy)
    name = assignment_names(CHECKOUT)[0]
    with (copy / "assignments" / name / f"{name}.ipynb").open("a", encoding="utf-8") as notebook:
        notebook.write(" ")
    assert stale_files(copy) == [f"assignments/{name}/{name}.ipynb"]


def test_when_a_cell_has_a_kind_then_nbgrader_knows_it(tmp_path):
    """The author's short header becomes nbgrader's metadata."""
    path = written(tmp_path, '# %% kind="tests" grade_id="sample_q1_test" points=3\n1')
    cell = json.loads(build_notebook(path))["cells"][0]
    assert cell["metadata"]["nbgrader"] == {
        "grade": True,
        "grade_id": "sample_q1_test",
        "locked": True,
        "points": 3,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }


def test_when_a_graded_cell_is_built_then_its_id_is_its_grade_id(tmp_path):
    """Marking finds a cell again by its id when an editor drops the metadata."""
    path = written(tmp_path, '# %% kind="answer" grade_id="sample_q1"\n1', "# %% [markdown]\n# Words")
    assert [cell["id"] for cell in json.loads(build_notebook(path))["cells"]] == ["sample_q1", "9_sample-02"]


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ('# %% kind="exam" grade_id="x"\n1', "unknown kind 'exam'"),
        ('# %% kind="answer"\n1', "without a grade_id"),
        ('# %% kind="tests" grade_id="x"\n1', "tests cells have points"),
        ('# %% kind="answer" grade_id="x" points=2\n1', "answer cells have no points"),
        ('# %% grade_id="x"\n1', "no kind"),
        ("# %% [raw]\n# 1", "raw cell"),
    ],
)
def test_when_a_header_is_wrong_then_the_sentence_names_file_and_cell(tmp_path, cell, says):
    """A mistake in a cell's header is said with its place."""
    with pytest.raises(CourseError, match=f"9_sample.py, cell 1.*{says}"):
        build_notebook(written(tmp_path, cell))


def test_when_an_id_is_used_twice_then_the_build_refuses(tmp_path):
    """Two cells cannot share a grade_id."""
    cell = '# %% kind="answer" grade_id="x"\n1'
    with pytest.raises(CourseError, match="uses the id 'x' twice"):
        build_notebook(written(tmp_path, cell, cell))


def test_when_the_written_form_is_not_utf8_then_the_sentence_says_so(tmp_path):
    """A file in another encoding is named."""
    path = tmp_path / "9_sample.py"
    path.write_bytes(b"# %%\n'caf\xe9'\n")
    with pytest.raises(CourseError, match="is not UTF-8"):
        build_notebook(path)


def test_when_lessons_are_built_then_each_leads_to_its_neighbours_and_assignment(tmp_path):
    """The last cell of a lesson links the lesson before, its assignment and the lesson after."""
    for name, title in (("1_first", "First"), ("2_second", "Second"), ("3_third", "Third")):
        source = f"# ---\n# jupyter:\n#   return_to_dust:\n#     title: {title}\n# ---\n\n# %% [markdown]\n# Words\n"
        (tmp_path / "lessons").mkdir(exist_ok=True)
        (tmp_path / "lessons" / f"{name}.py").write_text(source, encoding="utf-8")
    (tmp_path / "solutions" / "2_second").mkdir(parents=True)
    (tmp_path / "solutions" / "2_second" / "2_second.py").write_text("# %%\n1\n", encoding="utf-8")
    build_notebooks(tmp_path)
    links = json.loads((tmp_path / "lessons" / "2_second.ipynb").read_text(encoding="utf-8"))["cells"][-1]["source"]
    assert [
        target in "".join(links)
        for target in ("(1_first.ipynb)", "(../assignments/2_second/2_second.ipynb)", "(3_third.ipynb)")
    ] == [True] * 3


@pytest.mark.parametrize("source", lesson_sources(CHECKOUT), ids=lambda path: path.stem)
def test_when_a_built_lesson_is_opened_then_it_has_no_outputs(source):
    """Committed notebooks carry no outputs."""
    notebook = nbformat.read(source.with_suffix(".ipynb"), as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells)


@pytest.mark.posix
@pytest.mark.marking
def test_when_the_checkout_is_read_only_then_freshness_is_still_checked(tmp_path):
    """Copies do not take over the modes of a read-only checkout; root, which may write anywhere, proves it by modes."""
    copy = tmp_path / "course"
    for folder in ("lessons", "solutions", "assignments"):
        shutil.copytree(CHECKOUT / folder, copy / folder)
    shutil.copy(CHECKOUT / "nbgrader_config.py", copy)
    paths = [copy, *copy.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    modes = []

    def note(course):
        modes.extend(path.stat().st_mode & 0o200 for path in (course, *course.rglob("*")))
        return []

    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("return_to_dust.build.course.build_course", note)
            stale_files(copy)
    finally:
        for path in paths:
            path.chmod(0o755)
    assert (len(modes) > 5, set(modes)) == (True, {0o200})
