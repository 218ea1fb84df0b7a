"""A student draws regions in JupyterLab, with the mouse alone and with the keyboard alone."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from axe_core_python.sync_playwright import Axe
from browsing import Lab, running
from PIL import Image

from return_to_dust import read_regions
from return_to_dust.lab.workspace import STUDENT_CONFIG
from return_to_dust.marking.course import CONFIG

#: One cell, and one file, for each test that draws.
FILES = ["mouse", "inside", "keys", "labels", "undo", "shortcuts", "saved", "one", "other", "tab", "still", "stopped"]
CODE = {
    "still": 'draw_regions("my still.png", ["donkey", "man"], "still.json", alt="A still of mine")',
    "one": 'fig, ax = new_figure(6, 3.4)\nax.plot([0, 1], [0, 1])\ndraw_regions(ax, path="one.json")',
}
STARTED = "jupyterapp.shell.currentWidget.content.widgets.every(cell => cell.model.executionCount !== null)"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A student's folder with a notebook that has a drawing in each cell, and a still."""
    home = tmp_path_factory.mktemp("drawing") / "student"
    home.mkdir()
    (home / CONFIG).write_text(STUDENT_CONFIG.format(course_id="return-to-dust"), encoding="utf-8")
    Image.new("RGB", (800, 600), "navy").save(home / "my still.png")
    sources = ["from return_to_dust import draw_regions, new_figure"]
    sources += [CODE.get(name, f'draw_regions(path="{name}.json")') for name in FILES]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, home / "drawing.ipynb")
    return home


@pytest.fixture(scope="module")
def lab(folder: Path, browser: Any) -> Iterator[Lab]:
    """JupyterLab in the student's folder."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "DATA", "RUNTIME"):
            patch.setenv(f"JUPYTER_{name}_DIR", str(folder.parent / f"jupyter-{name.lower()}"))
        with running(folder, "student", browser) as started:
            yield started


@pytest.fixture(scope="module")
def page(lab: Lab) -> Iterator[Any]:
    """The notebook, all of its cells run."""
    opened = lab.open("drawing.ipynb")
    opened.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
    opened.wait_for_function(STARTED)
    opened.wait_for_function(f"document.querySelectorAll('.dust-draw:not([hidden])').length === {len(FILES)}")
    yield opened
    opened.close()


class Board:
    """One drawing on the page, and its file."""

    def __init__(self, page: Any, folder: Path, name: str) -> None:
        self.page = page
        self.file = folder / f"{name}.json"
        cell = page.locator(".jp-CodeCell").nth(1 + FILES.index(name))
        cell.scroll_into_view_if_needed()
        self.root = cell.locator(".dust-draw")
        self.stage = self.root.locator(".dust-stage")
        self.stage.wait_for()

    def drag(self, start: tuple[float, float], end: tuple[float, float], held: str = "") -> None:
        """Press, move and release the mouse between two places, given as shares from the bottom left."""
        self.stage.scroll_into_view_if_needed()
        frame = self.stage.locator("svg").bounding_box()
        mouse = self.page.mouse
        self.page.keyboard.down("Shift") if held == "Shift" else None
        for number, share in enumerate([start, (start[0] / 2 + end[0] / 2, start[1] / 2 + end[1] / 2), end]):
            mouse.move(frame["x"] + share[0] * frame["width"], frame["y"] + (1 - share[1]) * frame["height"])
            mouse.down() if number == 0 else None
        mouse.up()
        self.page.keyboard.up("Shift") if held == "Shift" else None

    def press(self, *keys: str) -> None:
        """Type keys while the focus is in the picture."""
        self.stage.focus()
        for key in keys:
            self.page.keyboard.press(key)

    def says(self) -> str:
        """Return what a screen reader is told."""
        text: str = self.root.get_by_role("status").inner_text()
        return text

    def regions(self, count: int) -> list[dict[str, Any]]:
        """Wait until all that is drawn is saved; return the regions of the file, which must be so many."""
        self.root.get_by_text(f"Saved in {self.file.name}.").wait_for()
        drawn = [row[3:] for row in self.table() if len(row) > 1]
        ends = time.monotonic() + 20  # "Saved" may be said of an earlier change while a later one is on its way
        while [numbers(region) for region in self.saved()] != drawn and time.monotonic() < ends:
            self.page.wait_for_timeout(50)
        found = self.saved()
        assert len(found) == count, found
        return found

    def saved(self) -> list[dict[str, Any]]:
        """Return the regions that the file holds now."""
        found: list[dict[str, Any]] = read_regions(self.file).to_dict("records")
        return found

    def table(self) -> list[list[str]]:
        """Return the rows of the table beside the picture."""
        rows = self.root.locator("tbody tr").all()
        return [row.locator("th, td").all_inner_texts() for row in rows]


def near(*numbers: float) -> Any:
    """Return what the numbers of a region drawn by mouse are compared with; a pixel is about 0.002."""
    return pytest.approx(numbers, abs=0.006)


def place(region: dict[str, Any]) -> tuple[float, ...]:
    """Return the four numbers of a region."""
    return tuple(region[key] for key in ("x", "y", "width", "height"))


def numbers(region: dict[str, Any]) -> list[str]:
    """Return the four numbers of a region as the page shows them."""
    return [f"{number:.3f}" for number in place(region)]


def test_when_the_mouse_drags_then_a_box_is_drawn_moved_and_resized(page: Any, folder: Path) -> None:
    """Each drag is saved when it ends, in shares from the bottom left."""
    board = Board(page, folder, "mouse")
    board.drag((0.2, 0.3), (0.4, 0.7))
    assert place(board.regions(1)[0]) == near(0.2, 0.3, 0.2, 0.4)
    board.drag((0.3, 0.5), (0.5, 0.4))
    assert place(board.regions(1)[0]) == near(0.4, 0.2, 0.2, 0.4)
    board.drag((0.6, 0.6), (0.9, 0.8))
    assert place(board.regions(1)[0]) == near(0.4, 0.2, 0.5, 0.6)
    board.drag((0.5, 0.5), (1.5, 0.5))
    assert place(board.regions(1)[0]) == near(0.5, 0.2, 0.5, 0.6)


def test_when_a_box_fills_the_picture_then_one_can_be_drawn_and_chosen_inside_it(page: Any, folder: Path) -> None:
    """A drag draws inside a box that is not chosen, or with Shift; a click chooses the smallest box, then the next."""
    board = Board(page, folder, "inside")
    board.drag((0, 0), (1, 1))
    board.drag((0.2, 0.2), (0.4, 0.4), "Shift")
    board.press("Escape")
    board.drag((0.6, 0.6), (0.8, 0.8))
    assert [place(region) for region in board.regions(3)] == [
        near(0, 0, 1, 1),
        near(0.2, 0.2, 0.2, 0.2),
        near(0.6, 0.6, 0.2, 0.2),
    ]
    said = []
    for _ in range(3):
        board.drag((0.3, 0.3), (0.3, 0.3))
        said.append(board.says()[:6])
    assert said == ["Box 2,", "Box 1,", "No box"]


def test_when_only_the_keyboard_is_used_then_all_can_be_done(page: Any, folder: Path) -> None:
    """Draw, move, resize, finely too, choose, label, shape and remove, without a mouse."""
    board = Board(page, folder, "keys")
    board.press("n", "ArrowRight", "ArrowUp", "ArrowUp", "Shift+ArrowRight", "Shift+ArrowDown", "Control+ArrowLeft")
    board.press("n", "l", "l", "e", "n", "[", "[", "[")
    assert board.says().startswith("Box 3, man, rectangle")
    board.press("Delete")
    donkey, man = board.regions(2)
    assert place(donkey) == pytest.approx((0.409, 0.42, 0.21, 0.19))
    assert (donkey["label"], donkey["shape"]) == ("donkey", "rect")
    assert (man["label"], man["shape"]) == ("man", "ellipse")
    assert board.table() == [
        ["1", "donkey", "rectangle", "0.409", "0.420", "0.210", "0.190"],
        ["2", "man", "ellipse", *numbers(man)],
    ]


def test_when_boxes_are_drawn_then_each_takes_a_label_that_none_has_yet(page: Any, folder: Path) -> None:
    """Whoever never looks at the labels gets each once, in their order; a label that was picked comes first."""
    board = Board(page, folder, "labels")
    board.drag((0.1, 0.1), (0.2, 0.2))
    board.press("Escape")
    offered = board.root.get_by_label("Label", exact=False).input_value()
    board.drag((0.3, 0.1), (0.4, 0.2))
    board.press("Escape", "l", "n")
    assert (offered, [region["label"] for region in board.regions(3)]) == ("man", ["donkey", "man", "donkey"])


def test_when_z_is_pressed_then_changes_are_taken_back_one_by_one(page: Any, folder: Path) -> None:
    """What was removed comes back, and at last there is nothing to undo."""
    board = Board(page, folder, "undo")
    board.press("n", "ArrowUp", "Delete", "z")
    assert place(board.regions(1)[0]) == pytest.approx((0.4, 0.41, 0.2, 0.2))
    board.press("Control+z")
    assert place(board.regions(1)[0]) == pytest.approx((0.4, 0.4, 0.2, 0.2))
    board.press("z", "z")
    assert (board.regions(0), board.says()) == ([], "There is nothing to undo.")


def test_when_keys_are_pressed_in_the_picture_then_the_notebook_keeps_its_cells(page: Any, folder: Path) -> None:
    """None of JupyterLab's own keys, such as D D or X, reaches the notebook."""
    board = Board(page, folder, "shortcuts")
    cells = "jupyterapp.shell.currentWidget.content.widgets.map(c => c.model.type + c.model.sharedModel.getSource())"
    before = page.evaluate(cells)
    board.press(*"abcdmyxvhiopq0", "d", "d", "0", "0", "Enter", "Escape", "Backspace", "Shift+M", "1")
    assert page.evaluate(cells) == before
    assert page.locator(".jp-Dialog").count() == 0
    assert board.stage.evaluate("stage => stage === document.activeElement")


def test_when_the_notebook_is_saved_from_the_picture_then_it_holds_the_regions_in_words(
    page: Any, folder: Path
) -> None:
    """Ctrl+S stays JupyterLab's; the saved notebook shows what is drawn, for whoever opens it without Python."""
    board = Board(page, folder, "saved")
    board.press("n")
    board.regions(1)
    page.wait_for_timeout(1500)
    board.press("Control+s")
    expected = "Drawn on it: 1 region. 1 donkey, rectangle: left 0.40"
    ends = time.monotonic() + 20
    while expected not in (text := html_of(folder, "saved")) and time.monotonic() < ends:
        page.wait_for_timeout(200)
    assert expected in text


def html_of(folder: Path, name: str) -> str:
    """Return the page that the notebook, as saved, holds for a drawing."""
    cell = nbformat.read(folder / "drawing.ipynb", as_version=4).cells[1 + FILES.index(name)]
    return "".join(output.get("data", {}).get("text/html", "") for output in cell.outputs)


def test_when_two_drawings_are_on_a_page_then_each_has_its_own_boxes_and_ids(page: Any, folder: Path) -> None:
    """Keys and the mouse work in one, and leave the other as it was."""
    one, other = Board(page, folder, "one"), Board(page, folder, "other")
    one.press("n")
    other.press("n", "n")
    one.press("e")
    assert [region["shape"] for region in one.regions(1) + other.regions(2)] == ["ellipse", "rect", "rect"]
    ids = page.evaluate("[...document.querySelectorAll('.dust-draw [id]')].map(element => element.id)")
    assert len(ids) == len(set(ids)) == len(FILES)


def test_when_tab_is_pressed_then_it_goes_through_the_boxes_and_on(page: Any, folder: Path) -> None:
    """The keyboard comes into the picture from its tools, meets each box once, and gets out again, both ways."""
    board = Board(page, folder, "tab")
    board.press("n", "n", "Escape")
    board.root.get_by_role("button", name="Undo").focus()
    said = []
    for _ in range(3):
        page.keyboard.press("Tab")
        said.append(board.says()[:6])
    assert said == ["No box", "Box 1,", "Box 2,"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Choose box 1"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.textContent") == "Undo"


def test_when_a_still_is_drawn_on_then_the_browser_shows_it_and_the_notebook_does_not_hold_it(
    page: Any, folder: Path, lab: Lab
) -> None:
    """The picture comes from Python by a message, with its description, and from no address outside."""
    board = Board(page, folder, "still")
    image = board.stage.get_by_role("img", name="A still of mine")
    page.wait_for_function("image => image.complete", arg=image.element_handle())
    assert image.evaluate("image => [image.naturalWidth, image.naturalHeight]") == [800, 600]
    outside = [url for url in lab.requests if not url.startswith((lab.url, "data:", "blob:"))]
    saved = json.loads((folder / "drawing.ipynb").read_text(encoding="utf-8"))
    assert (outside, "widgets" in saved["metadata"], "image/jpeg" in json.dumps(saved)) == ([], False, False)


def test_when_the_drawing_can_be_used_then_the_figure_for_pages_is_hidden(page: Any, folder: Path) -> None:
    """What saved notebooks show does not stand beside the drawing a second time."""
    board = Board(page, folder, "one")
    assert board.root.is_visible()
    figure = page.locator(".jp-CodeCell").nth(1 + FILES.index("one")).locator(".dust-drawn")
    assert (figure.count(), figure.is_visible()) == (1, False)


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_when_the_drawing_is_tested_for_access_then_nothing_is_found(page: Any, folder: Path, theme: str) -> None:
    """Names, roles and contrast are right in the light and in the dark theme."""
    page.evaluate("name => jupyterapp.commands.execute('apputils:change-theme', { theme: name })", theme)
    page.wait_for_function("name => document.body.dataset.jpThemeName === name", arg=theme)
    board = Board(page, folder, "one")
    board.root.evaluate("root => root.setAttribute('data-tested', '')")
    found = Axe().run(page, {"include": [["[data-tested]"]]})
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]] == []
    assert len(found["passes"]) > 10


def test_when_the_drawings_were_used_then_no_script_failed(page: Any, lab: Lab) -> None:
    """Nothing on the page has raised an error."""
    assert lab.complaints == []


def test_when_python_has_stopped_then_the_drawing_says_that_it_is_not_saved(page: Any, folder: Path) -> None:
    """A change that reaches no Python is never taken for a saved one."""
    board = Board(page, folder, "stopped")
    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    page.wait_for_function("!jupyterapp.shell.currentWidget.sessionContext.session?.kernel")
    board.press("n")
    board.root.get_by_role("alert").get_by_text("Not saved yet: Python").wait_for()
    assert (board.root.get_by_text("Saved in").count(), board.file.exists()) == (0, False)
