"""Regions that students draw are saved at once, read back as a table, never lost, and carried to the marker."""

from __future__ import annotations

import base64
import io
import json
import re
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import pyplot as plt
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from PIL import Image

from marking import mark
from return_to_dust import CourseError, describe, draw_regions, new_figure, read_regions
from return_to_dust.build.course import build_course
from return_to_dust.drawing.boxes import MOST_BYTES, BoxesFile, read_drawing
from return_to_dust.drawing.format import MOST_REGIONS, Drawing, checked_regions
from return_to_dust.drawing.picture import FRAME_PX, picture_of
from return_to_dust.framing import measure
from return_to_dust.framing.diagram import draw_framing
from return_to_dust.lab.kit import build_wheel
from return_to_dust.lab.workspace import STUDENT_CONFIG
from return_to_dust.marking.course import CONFIG, open_course, quiet_nbgrader
from return_to_dust.marking.take import take_in
from return_to_dust.paths import CHECKOUT

DONKEY = {"region": "box_1", "label": "donkey", "shape": "rect", "x": 0.1, "y": 0.2, "width": 0.3, "height": 0.4}
MAN = {"region": "box_2", "label": "man", "shape": "ellipse", "x": 0.5, "y": 0, "width": 0.5, "height": 1}
FRAME = {"kind": "frame", "name": "empty frame 16:9", "width_px": 1600, "height_px": 900, "sha256": None}
MAGENTA = (255, 0, 255)
UNIT = "4_boxes"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Work in an empty folder, as a notebook does."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def saved(path="boxes.json", regions=(DONKEY, MAN), picture=FRAME, **other) -> Path:
    """Write a file of regions by hand."""
    content = {"format": "return-to-dust/boxes", "version": 1, "picture": picture, "regions": regions} | other
    Path(path).write_text(json.dumps(content), encoding="utf-8")
    return Path(path)


def still(path="still.jpg", size=(400, 300), **options) -> Path:
    Image.new("RGB", size, MAGENTA).save(path, **options)
    return Path(path)


def drawn_in_browser(widget, *regions) -> list[dict]:
    """Give the widget regions as a browser does; return what it answers."""
    answers: list[dict] = []
    widget.send = lambda message, buffers=None: answers.append({**message, "buffers": buffers})
    widget.set_state({"regions": list(regions)})
    return answers


# --- reading ---------------------------------------------------------------------------------------------


def test_when_regions_are_read_then_they_are_a_table_of_shares():
    """One row a region, in the order drawn, with the columns that measuring needs."""
    saved()
    frame = read_regions()
    assert frame.to_dict("records") == [DONKEY, MAN]
    assert [str(kind) for kind in frame.dtypes] == ["str"] * 3 + ["float64"] * 4


def test_when_nothing_is_drawn_yet_then_the_table_is_empty_and_keeps_its_columns():
    """An empty file of regions is no mistake."""
    saved(regions=[])
    frame = read_regions()
    assert (len(frame), list(frame.columns), frame["x"].sum()) == (0, list(DONKEY), 0)


def test_when_regions_are_read_then_they_can_be_measured():
    """A student's own regions go where the course's go."""
    saved()
    shares = measure(read_regions()).set_index("region")["area_share"]
    assert shares["box_1"] == pytest.approx(0.12)
    assert shares["box_2"] == pytest.approx(np.pi / 8, rel=0.01)


def test_when_there_is_no_file_then_the_sentence_says_where_it_was_looked_for(folder):
    """The folder is named, as a notebook may run in another one."""
    with pytest.raises(CourseError, match=rf"no file mine\.json in {re.escape(str(folder))}: draw regions"):
        read_regions("mine.json")


def twins() -> list[dict]:
    return [DONKEY, {**MAN, "region": "box_1"}]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not valid JSON"),
        ('{"format": \n oops', "not valid JSON \\(line 2\\)"),
        ("[" * 100_000, "nested too deeply"),
        ("[1, 2]", "its format is not 'return-to-dust/boxes'"),
        ({"format": "coco"}, "its format is not"),
        ({"version": 2}, "has version 2, and this course reads 1"),
        ({"picture": None}, "on what picture"),
        ({"picture": {**FRAME, "name": ""}}, "no usable name"),
        ({"picture": {**FRAME, "width_px": 0.5}}, "width_px"),
        ({"picture": {**FRAME, "kind": "file", "sha256": "abc"}}, "SHA-256"),
        ({"regions": {}}, "no list"),
        ({"regions": ["donkey"]}, "region 1 is no set of named values"),
        ({"regions": twins()}, "two regions have the id 'box_1'"),
        ({"regions": [DONKEY, {**MAN, "label": " "}]}, "region 2 needs a label"),
        ({"regions": [{**DONKEY, "label": "a\nb"}]}, "region 1 needs a label"),
        ({"regions": [{**DONKEY, "region": 7}]}, "region 1 needs a region"),
        ({"regions": [{**DONKEY, "shape": "star"}]}, "shape of region 1"),
        ({"regions": [{**DONKEY, "x": -0.1}]}, "x of region 1 is -0.1"),
        ({"regions": [{**DONKEY, "x": float("nan")}]}, "x of region 1 is nan"),
        ({"regions": [{**DONKEY, "y": float("inf")}]}, "y of region 1 is inf"),
        ({"regions": [{**DONKEY, "y": 10**400}]}, "y of region 1 is 1000"),
        ({"regions": [{**DONKEY, "y": True}]}, "y of region 1 is True"),
        ({"regions": [{**DONKEY, "y": "0.5"}]}, "y of region 1 is '0.5'"),
        ({"regions": [{**DONKEY, "width": 0}]}, "width of region 1 is 0, and it must be a number from above 0"),
        ({"regions": [{**DONKEY, "height": None}]}, "height of region 1 is missing"),
        ({"regions": [{**DONKEY, "x": 0.9}]}, "beyond the picture: x \\+ width"),
        ({"regions": [{**DONKEY, "region": f"box_{n}"} for n in range(MOST_REGIONS + 1)]}, "has 201 regions, and 200"),
        (" " * (MOST_BYTES + 1), "1,000,001 bytes, and 1,000,000"),
        (b"\xff\xfe\x00\xd8", "not UTF-8"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_when_the_file_is_unsound_then_one_sentence_says_what_and_what_to_do(text, says):
    """Whatever was done to the file, the student gets the place of the mistake and a way on."""
    if isinstance(text, dict):
        saved(**text)
    else:
        Path("boxes.json").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(CourseError, match=rf"boxes\.json holds no regions that can be read: .*{says}.* Restore"):
        read_regions()


@pytest.mark.parametrize("path", [None, 7, "", "a\0b"])
def test_when_the_path_is_none_then_a_name_is_asked_for(path):
    """A file needs a name."""
    with pytest.raises(CourseError, match="needs a name in quotation marks"):
        read_regions(path)


shares = st.integers(0, 9_000).map(lambda number: number / 10_000)
sizes = st.integers(1, 1_000).map(lambda number: number / 10_000)
drawn = st.lists(st.tuples(shares, shares, sizes, sizes, st.sampled_from(["rect", "ellipse"])), max_size=20)


@given(drawn)
def test_when_any_regions_are_written_then_the_same_are_read(rows):
    """No number, label or order changes on the way through the file."""
    regions = [
        {"region": f"box_{n}", "label": "驴", "shape": shape, "x": x, "y": y, "width": w, "height": h}
        for n, (x, y, w, h, shape) in enumerate(rows)
    ]
    Path("any.json").unlink(missing_ok=True)
    BoxesFile("any.json").write(Drawing(FRAME, checked_regions(regions)))
    assert read_regions("any.json").to_dict("records") == regions


# --- saving ----------------------------------------------------------------------------------------------


def test_when_a_region_is_drawn_then_the_file_holds_it_and_what_it_was_drawn_on():
    """Each change is saved at once, with the picture's name, its size in pixels and the digest of its bytes."""
    answers = drawn_in_browser(draw_regions(still()), DONKEY)
    content = json.loads(Path("boxes.json").read_text(encoding="utf-8"))
    digest = subprocess.run([sys.executable, "-c", DIGEST], check=True, capture_output=True, text=True).stdout.strip()
    assert answers == [{"kind": "saved", "says": "Saved in boxes.json.", "buffers": None}]
    assert content == {
        "format": "return-to-dust/boxes",
        "version": 1,
        "picture": {"kind": "file", "name": "still.jpg", "width_px": 400, "height_px": 300, "sha256": digest},
        "regions": [{**DONKEY, "basis": "drawn"}],
    }


DIGEST = "import hashlib; print(hashlib.sha256(open('still.jpg', 'rb').read()).hexdigest())"


def test_when_a_file_is_there_then_its_regions_are_shown_and_it_is_not_written_again():
    """Running the cell changes nothing."""
    before = saved().read_bytes()
    widget = draw_regions()
    assert [row["region"] for row in widget.regions] == ["box_1", "box_2"]
    assert Path("boxes.json").read_bytes() == before


def test_when_regions_are_drawn_then_nothing_else_is_left_in_the_folder(folder):
    """The new file is written beside the old one and takes its place in one step."""
    widget = draw_regions()
    for regions in ([DONKEY], [DONKEY, MAN], []):
        drawn_in_browser(widget, *regions)
    assert ([path.name for path in folder.iterdir()], len(read_regions())) == (["boxes.json"], 0)


@pytest.mark.posix
def test_when_regions_are_saved_then_the_marker_may_read_them():
    """The file has the mode of any file that a student makes, as it goes through a shared exchange."""
    drawn_in_browser(draw_regions(), DONKEY)
    Path("other.txt").touch()
    modes = [stat.filemode(Path(name).stat().st_mode) for name in ("boxes.json", "other.txt")]
    assert modes[0] == modes[1]


def test_when_saving_fails_then_the_old_file_stays_whole_and_the_sentence_says_so(folder, monkeypatch):
    """A full disk costs the last change, never the file."""
    before = saved().read_bytes()
    widget = draw_regions()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    answers = drawn_in_browser(widget, DONKEY)
    assert [(a["kind"], "No space left on device" in a["says"]) for a in answers] == [("trouble", True)]
    assert ([path.name for path in folder.iterdir()], Path("boxes.json").read_bytes()) == (["boxes.json"], before)


def test_when_something_else_changed_the_file_then_it_is_not_overwritten():
    """Two cells that draw into one file cannot undo each other's work."""
    first, second = draw_regions(), draw_regions()
    drawn_in_browser(first, DONKEY)
    answers = drawn_in_browser(second, MAN)
    assert [(a["kind"], "changed elsewhere" in a["says"]) for a in answers] == [("trouble", True)]
    assert list(read_regions()["region"]) == ["box_1"]


@pytest.mark.parametrize("bad", [{"x": 2}, {"shape": "star"}, {"region": "box_2"}])
def test_when_a_browser_sends_what_is_no_region_then_nothing_is_saved(bad):
    """What a page sends is checked as what a file holds."""
    widget = draw_regions()
    drawn_in_browser(widget, MAN)
    answers = drawn_in_browser(widget, MAN, {**DONKEY, **bad})
    assert [answer["kind"] for answer in answers] == ["trouble"]
    assert list(read_regions()["label"]) == ["man"]
    assert repr(widget).startswith("1 region")


def test_when_the_file_is_broken_then_it_is_kept_aside_and_a_new_one_begins(folder):
    """What a student had is never overwritten; each broken file gets a name of its own."""
    for number, broken in enumerate(["oops", "oops again"]):
        Path("boxes.json").write_text(broken, encoding="utf-8")
        widget = draw_regions()
        assert "cannot be read: it is not valid JSON (line 1)" in widget._repr_html_()
        assert len(list(folder.iterdir())) == 1 + number  # running the cell moves nothing
        (answer,) = drawn_in_browser(widget, DONKEY)
        assert "What was there before is in boxes.json.broken" in answer["says"]
    kept = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.broken*")}
    assert kept == {"boxes.json.broken": "oops", "boxes.json.broken2": "oops again"}
    assert list(read_regions()["region"]) == ["box_1"]


def test_when_the_notebook_changes_its_folder_then_the_file_stays_where_it_was(folder, monkeypatch):
    """Where the cell ran is where its drawing is saved."""
    widget = draw_regions()
    (folder / "elsewhere").mkdir()
    monkeypatch.chdir(folder / "elsewhere")
    drawn_in_browser(widget, DONKEY)
    assert len(read_regions(folder / "boxes.json")) == 1


@pytest.mark.parametrize("path", ["notes.ipynb", "boxes", "folder.json"])
def test_when_the_file_is_no_json_file_then_it_is_refused(path):
    """A notebook named by mistake is neither read nor moved."""
    Path("folder.json").mkdir()
    with pytest.raises(CourseError, match=r"kept in a JSON file: name one, such as 'boxes\.json'"):
        draw_regions(path=path)


# --- what is drawn on ------------------------------------------------------------------------------------


def test_when_an_axes_is_given_then_shares_are_shares_of_what_is_inside_its_frame():
    """Title and labels of a diagram are no part of the picture, and the figure is closed."""
    figure, axes = new_figure(6, 4)
    axes.set_title("The mirror", fontweight="normal")
    figure.canvas.draw()
    frame = axes.get_window_extent()
    picture = picture_of(axes)
    assert picture.ratio == pytest.approx(frame.width / frame.height, rel=0.01)
    assert (picture.kind, picture.name, plt.fignum_exists(figure.number)) == ("figure", "The mirror", False)


def test_when_a_framing_is_given_then_shares_are_shares_of_the_films_frame():
    """The labels around a redrawn framing do not count, so that drawn numbers compare with the table's."""
    assert picture_of(draw_framing("lz_mirror")).ratio == pytest.approx(16 / 9, rel=0.01)


def test_when_a_whole_figure_is_given_then_all_of_it_is_drawn_on():
    """A figure keeps its proportions."""
    assert picture_of(new_figure(6, 4)[0]).ratio == pytest.approx(1.5, rel=0.01)


def test_when_a_described_figure_is_given_then_its_description_goes_along():
    """Words that a figure has already need not be written again."""
    widget = draw_regions(describe(new_figure(6, 4)[0], "an empty diagram"))
    assert widget.about["alt"] == "an empty diagram"


def test_when_no_picture_is_given_then_the_frame_is_16_to_9():
    """The frame has the proportions that the course gives all framings."""
    assert draw_regions().about["ratio"] == pytest.approx(16 / 9) == FRAME_PX[0] / FRAME_PX[1]


def test_when_a_photo_lies_on_its_side_then_it_is_shown_and_measured_upright():
    """A camera's note on how it was held is followed, and goes no further."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "maker of the camera"
    picture = picture_of(still(exif=exif))
    assert (picture.width_px, picture.height_px) == (300, 400)
    assert b"maker of the camera" not in picture.shown


def test_when_a_still_is_large_then_the_browser_gets_a_smaller_copy():
    """A copy of at most 1,400 pixels is sent; the file says how large the still is."""
    picture = picture_of(still("big.png", (2800, 1400)))
    assert (Image.open(io.BytesIO(picture.shown)).size, picture.width_px) == ((1400, 700), 2800)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("none.png", "no file none.png in .*: put your still beside the notebook"),
        ("text.png", "text.png cannot be read as a picture: save it again as PNG or JPEG"),
        ("half.jpg", "half.jpg cannot be read as a picture"),
        ("drawing.gif", "drawing.gif cannot be read as a picture"),
        ("vast.png", "vast.png has 10000 by 10000 pixels: save it smaller"),
        (".", "cannot be drawn on: a still is one file"),
        (7, "but got a int"),
    ],
)
def test_when_the_still_cannot_be_used_then_one_sentence_says_why(name, says):
    """A file that is no picture, or too large a one, gets a sentence."""
    Path("text.png").write_text("no picture", encoding="utf-8")
    Path("half.jpg").write_bytes(still().read_bytes()[:900])
    still("drawing.gif")
    if name == "vast.png":
        Image.new("1", (10_000, 10_000)).save(name)
    with pytest.raises(CourseError, match=says):
        draw_regions(name)


def test_when_the_file_is_of_another_still_then_another_name_is_asked_for():
    """Regions are never taken for regions of a picture that they were not drawn on."""
    drawn_in_browser(draw_regions(still("one.png")), DONKEY)
    still("two.png", (401, 300))
    with pytest.raises(CourseError, match=r"1 region drawn on 'one\.png', and this is another .*'boxes_2\.json'"):
        draw_regions("two.png")


def test_when_a_figure_is_drawn_in_other_bytes_then_its_regions_are_shown_on_it():
    """Two versions of matplotlib draw one figure a little differently: its title says that it is the same."""
    for size in (4, 5):
        figure, axes = new_figure(size, 3)
        axes.set_title("The mirror", fontweight="normal")
        widget = draw_regions(figure)
        drawn_in_browser(widget, DONKEY)
    assert repr(widget) == "1 region in boxes.json, on The mirror"


def test_when_the_still_was_not_handed_in_then_its_regions_stand_on_a_frame_like_it():
    """The marker sees the regions; nothing can be drawn, and the file keeps saying what they were drawn on."""
    drawn_in_browser(draw_regions(still()), DONKEY)
    Path("still.jpg").unlink()
    before = read_drawing()
    widget = draw_regions("still.jpg")
    (answer,) = drawn_in_browser(widget, MAN)
    assert (widget.about["ratio"], answer["kind"], read_drawing()) == (pytest.approx(4 / 3), "trouble", before)
    assert "still.jpg is not here" in widget._repr_html_()


@pytest.mark.parametrize(
    "labels", ["donkey", [], None, ["a", "a"], [1], [""], ["x" * 81], ["a\nb"], [str(n) for n in range(41)]]
)
def test_when_labels_are_no_list_of_names_then_an_example_or_a_limit_is_given(labels):
    """One name alone, a doubled or an endless one gets a sentence."""
    with pytest.raises(CourseError, match=r'\["donkey", "man"\]|text of 1 to 80 characters'):
        draw_regions(labels=labels)


@pytest.mark.parametrize("alt", [None, 7, "x" * 1001])
def test_when_the_description_is_none_then_the_sentence_says_what_it_is_for(alt):
    """A description is a text of at most 1,000 characters."""
    with pytest.raises(CourseError, match="alt says in up to 1000 characters what the picture shows"):
        draw_regions(alt=alt)


def test_when_a_saved_label_is_not_among_those_given_then_it_is_kept():
    """Work done under other labels stays as it is and can be chosen again."""
    saved()
    assert draw_regions(labels=["mirror"]).about["labels"] == ["mirror", "donkey", "man"]


# --- the figure that saved notebooks and pages show ---------------------------------------------------------


def test_when_a_browser_asks_then_it_gets_the_picture_which_is_no_saved_state():
    """The picture travels in a message, so that no notebook ever holds a still."""
    widget = draw_regions(still())
    answers: list = []
    widget.send = lambda message, buffers=None: answers.append((message, buffers))
    widget._answer(widget, {"kind": "ready"}, [])
    ((message, (picture,)),) = answers
    assert message == {"kind": "picture", "media": "image/jpeg"}
    assert Image.open(io.BytesIO(picture)).size == (400, 300)
    assert [key for key, value in widget.get_state().items() if isinstance(value, bytes)] == []


def test_when_regions_are_drawn_then_the_figure_says_in_words_where_they_lie():
    """The description names each region, its shape and its shares."""
    saved()
    figure = draw_regions(alt="A frame of mine").figure()
    assert figure.alt == (
        "A frame of mine. Drawn on it: 2 regions. "
        "1 donkey, rectangle: left 0.10, bottom 0.20, width 0.30, height 0.40. "
        "2 man, ellipse: left 0.50, bottom 0.00, width 0.50, height 1.00."
    )


def test_when_there_are_many_regions_then_the_description_ends_with_a_count():
    """A description stays short enough to be listened to."""
    saved(regions=[{**DONKEY, "region": f"box_{n}"} for n in range(1, MOST_REGIONS + 1)])
    alt = draw_regions().figure().alt
    assert len(alt) <= 1000
    assert re.search(r"And (\d+) more\.$", alt).group(1) == str(MOST_REGIONS - alt.count("donkey, rectangle"))


def test_when_names_hold_markup_then_the_page_holds_none_of_it():
    """A file name is text, also where it looks like a tag."""
    Path("a&b.json").write_text("oops", encoding="utf-8")
    page = draw_regions(path="a&b.json", alt="<i>")._repr_html_()
    assert ("a&b" in page, page.count("a&amp;b.json"), '"&lt;i&gt;' in page) == (False, 2, True)


def executed(code: str, folder: Path) -> nbformat.NotebookNode:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    NotebookClient(notebook, resources={"metadata": {"path": str(folder)}}).execute()
    return notebook


@pytest.mark.parametrize("before", [None, "oops", "sound"])
def test_when_nobody_can_draw_then_the_cell_runs_and_the_file_stays_as_it_is(folder, before):
    """Without a browser, as in marking, nothing is written, moved or made."""
    if before == "sound":
        saved()
    elif before:
        Path("boxes.json").write_text(before, encoding="utf-8")
    held = {path.name: path.read_bytes() for path in folder.iterdir()}
    notebook = executed("from return_to_dust import draw_regions\ndraw_regions()", folder)
    assert [output.output_type for output in notebook.cells[0].outputs] == ["display_data", "display_data"]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == held


def test_when_a_notebook_is_exported_then_the_page_shows_the_regions_and_not_the_still(folder):
    """The page carries a described figure, needs no script for it, and holds no pixel of the student's still."""
    drawn_in_browser(draw_regions(still()), DONKEY)
    notebook = executed("from return_to_dust import draw_regions\ndraw_regions('still.jpg', alt='Two heads')", folder)
    page, _ = HTMLExporter(embed_images=True).from_notebook_node(notebook)
    (png,) = re.findall(
        r'<img alt="Two heads\. Drawn on it: 1 region\.[^"]*" src="data:image/png;base64,([^"]+)"', page
    )
    pixels = np.asarray(Image.open(io.BytesIO(base64.b64decode(png))).convert("RGB")).reshape(-1, 3)
    shown = base64.b64encode(picture_of("still.jpg").shown).decode()
    assert (shown in nbformat.writes(notebook), bool((pixels == MAGENTA).all(axis=1).any())) == (False, False)


def test_when_the_figure_shows_a_diagram_then_its_pixels_are_there():
    """A figure of the course's own is drawn under the regions."""
    _, axes = new_figure(4, 3)
    axes.set_facecolor("magenta")
    png = draw_regions(axes).figure().png
    pixels = np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).reshape(-1, 3)
    assert (pixels == MAGENTA).all(axis=1).mean() > 0.5


def test_when_the_course_is_packed_then_the_widgets_page_and_style_are_in_the_wheel(folder):
    """What the browser needs is installed with the package; nothing of it is loaded from elsewhere."""
    with zipfile.ZipFile(build_wheel(CHECKOUT, folder)) as wheel:
        texts = [wheel.read(f"return_to_dust/drawing/widget.{kind}").decode() for kind in ("js", "css")]
    assert [re.findall(r"https?://(?!www\.w3\.org/2000/svg)|\bimport\b|@import|url\(", text) for text in texts] == [
        [],
        [],
    ]


# --- handing in ------------------------------------------------------------------------------------------

ASSIGNMENT = """\
# ---
# jupyter:
#   return_to_dust:
#     unit: 4
#     title: Boxes
#     minutes: 5
# ---

# %% kind="readonly" grade_id="boxes_setup"
from return_to_dust import draw_regions, read_regions

# %%
draw_regions("still.jpg")

# %% kind="answer" grade_id="boxes_q1"
### BEGIN SOLUTION
mine = read_regions("boxes.json")
### END SOLUTION

# %% kind="tests" grade_id="boxes_q1_test" points=2
from return_to_dust.checks import Question

q = Question("Two regions", points=2)
with q.criterion("two regions are drawn", 1) as c:
    c.number(len(mine), 2)
### BEGIN HIDDEN TESTS
with q.criterion("the donkey is left of the man", 1, hidden=True) as c:
    left = mine.set_index("label")["x"]
    c.that(left["donkey"] < left["man"], "The donkey is not left of the man.", "order")
### END HIDDEN TESTS
q.score()
"""


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course with one assignment that reads drawn regions, and an exchange of its own."""
    exchange = tmp_path / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    monkeypatch.setenv("NBGRADER_EXCHANGE", str(exchange))
    home = tmp_path / "course"
    (home / "solutions" / UNIT).mkdir(parents=True)
    shutil.copy(CHECKOUT / CONFIG, home)
    (home / "solutions" / UNIT / f"{UNIT}.py").write_text(ASSIGNMENT, encoding="utf-8")
    build_course(home)
    return home


def students_folder(course: Path, tmp_path: Path, monkeypatch) -> Path:
    """Do the assignment as a student: draw on a still, which is not handed in, and answer the question."""
    place = tmp_path / "student" / "assignments" / UNIT
    shutil.copytree(course / "assignments" / UNIT, place)
    (tmp_path / "student" / CONFIG).write_text(STUDENT_CONFIG.format(course_id="return-to-dust"), encoding="utf-8")
    monkeypatch.chdir(place)
    drawn_in_browser(draw_regions(still()), DONKEY, MAN)
    Path("still.jpg").unlink()
    notebook = nbformat.read(f"{UNIT}.ipynb", as_version=4)
    answer = next(cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == "boxes_q1")
    answer.source = 'mine = read_regions("boxes.json")'
    nbformat.write(notebook, f"{UNIT}.ipynb")
    return place


def marks(course: Path, student: str) -> float:
    """Let nbgrader mark a hand-in; prove that marking left the regions as they were handed in."""
    handed_in, marked = (course / "term" / kind / student / UNIT / "boxes.json" for kind in ("submitted", "autograded"))
    found = mark(course, student, UNIT)["boxes_q1_test"][0]
    assert marked.read_bytes() == handed_in.read_bytes()
    return found


@pytest.mark.marking
def test_when_regions_are_submitted_then_they_are_collected_and_marked(course, tmp_path, monkeypatch):
    """Through nbgrader's own exchange, the file beside the notebook reaches the tests."""
    api = open_course(course)
    quiet_nbgrader("release", api.release_assignment, UNIT)
    place = students_folder(course, tmp_path, monkeypatch)
    submit = [sys.executable, "-m", "nbgrader", "submit", UNIT]
    run = subprocess.run(submit, cwd=place.parent.parent, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    quiet_nbgrader("collect", api.collect, UNIT)
    (student,) = (course / "term" / "submitted").iterdir()
    assert marks(course, student.name) == 2


@pytest.mark.marking
def test_when_regions_are_sent_as_a_folder_or_a_zip_then_they_are_marked(course, tmp_path, monkeypatch):
    """`dust take` keeps the file with the notebook, however both were sent."""
    place = students_folder(course, tmp_path, monkeypatch)
    packed = Path(shutil.make_archive(str(tmp_path / "sent"), "zip", place.parent, UNIT))
    sent = {"folder": [place], "zip": [packed], "files": sorted(place.iterdir())}
    for student, files in sent.items():
        take_in(course, files, student, UNIT)
    assert {student: marks(course, student) for student in sent} == dict.fromkeys(sent, 2)
