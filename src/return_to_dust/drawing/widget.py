"""The widget: JupyterLab shows a picture, the student draws regions on it, and each change is saved at once."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any
from uuid import uuid4

import anywidget
import IPython.display
import traitlets

from return_to_dust.drawing.boxes import USUAL_PATH, BoxesFile
from return_to_dust.drawing.format import LONGEST_TEXT, MOST_REGIONS, Drawing, Unsound, checked_regions
from return_to_dust.drawing.picture import NoStill, Picture, picture_of
from return_to_dust.drawing.still import counted, drawn_figure
from return_to_dust.errors import CourseError
from return_to_dust.figures import WIDEST_ALT, DescribedFigure

HERE = Path(__file__).parent
VIEW = "application/vnd.jupyter.widget-view+json"
MOST_LABELS = 40
#: Typed as anything, as IPython's own functions carry no types.
ipython: Any = IPython.display


def draw_regions(
    picture: Any = None,
    labels: list[str] | tuple[str, ...] = ("donkey", "man"),
    path: str | Path = USUAL_PATH,
    alt: str = "",
) -> RegionDrawing:
    """Draw regions on a picture, with the mouse or the keyboard; each change is saved at once in a file.

    A still is your own responsibility: it stays where it is, is never copied into the course, into the notebook or
    into a page made from it, and is handed in only if you put it beside the notebook yourself. Whether you may take
    and use it is for the law of your country and for your teacher to say. The file holds numbers only, and the
    still's name, its size and the SHA-256 of its bytes, which tells whether two pictures are the same.

    Parameters
    ----------
    picture
        What to draw on: a matplotlib figure (the whole of it), an Axes (what is inside its frame), what `describe`
        returns, the name of a PNG or JPEG file, or None for an empty frame of 16:9.
    labels
        list of str, the names that a region can have, such as ``["donkey", "man"]``. A new region gets the first that
        no region has yet; another can be chosen for it.
    path
        str, the JSON file to save in, from the notebook's folder. Regions that are in it already are shown. A file
        that cannot be read is kept aside, under a name that ends in ``.broken``, before a new one is written.
    alt
        str, what the picture shows, in words, for readers who do not see it: up to 1,000 characters.

    Returns
    -------
    RegionDrawing
        The widget; put it on the last line of a cell. Where nobody can draw, as in an exported page or when the
        notebook is marked, it shows a figure with the regions of the file, and the file stays as it is.

    Raises
    ------
    CourseError
        If there is no such picture or it cannot be read, `labels`, `path` or `alt` cannot be used, or the file holds
        regions that were drawn on another picture.
    """
    names = _checked_labels(labels)
    if not isinstance(alt, str) or len(alt) > WIDEST_ALT:
        raise CourseError(f"alt says in up to {WIDEST_ALT} characters what the picture shows, in quotation marks.")
    store = BoxesFile(path)
    shown, locked = _picture_for(picture, store)
    if store.drawing and store.drawing.regions and not shown.is_recorded_as(store.drawing.picture):
        raise CourseError(
            f"{path} holds {counted(len(store.drawing.regions))} drawn on {store.drawing.picture['name']!r}, and this "
            f"is another picture: name another file for it, such as path={Path(path).stem + '_2.json'!r}."
        )
    return RegionDrawing(shown, names, store, " ".join(alt.split()), locked)


class RegionDrawing(anywidget.AnyWidget):  # type: ignore[misc]
    """A picture to draw regions on; made by `draw_regions`."""

    _esm = HERE / "widget.js"
    _css = HERE / "widget.css"

    #: The regions as in `Drawing`; the browser changes them.
    regions = traitlets.List().tag(sync=True)
    #: What the browser shows around them; the picture itself is sent when it asks, and never becomes saved state.
    about = traitlets.Dict().tag(sync=True)

    def __init__(self, picture: Picture, labels: list[str], store: BoxesFile, alt: str = "", locked: str = "") -> None:
        self._rows = store.drawing.regions if store.drawing else []
        self._labels = list(dict.fromkeys([*labels, *(row["label"] for row in self._rows)]))
        self._picture = Picture(**{**vars(picture), "alt": alt or picture.alt or f"The picture {picture.name}"})
        self._store = store
        self._locked = locked
        self._display_id = f"dust-{uuid4().hex}"
        about = {
            "alt": self._picture.alt,
            "file": store.name,
            "labels": self._labels,
            "locked": locked,
            "most": MOST_REGIONS,
            "name": picture.name,
            "notice": locked or store.trouble,
            "ratio": picture.ratio,
        }
        super().__init__(regions=self._rows, about=about)
        self.observe(self._save, names="regions")  # only now: what was read is not written again
        self.on_msg(self._answer)

    def figure(self) -> DescribedFigure:
        """Return the picture and its regions as a described figure; of a still, the regions alone."""
        return drawn_figure(self._picture, self._rows, self._labels, self._store.name)

    def _repr_html_(self) -> str:
        notice = f"<p><strong>{escape(self.about['notice'])}</strong></p>" if self.about["notice"] else ""
        return f'<div class="dust-drawn">{self.figure()._repr_html_()}{notice}</div>'

    def __repr__(self) -> str:
        return f"{counted(len(self._rows)).capitalize()} in {self._store.name}, on {self._picture.name}"

    def _ipython_display_(self, **_: Any) -> None:
        """Show the figure, which stays in the saved notebook, and the widget, which hides it while it can be used."""
        ipython.display(self._page(), raw=True, display_id=self._display_id)
        view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        ipython.display({VIEW: view, "text/plain": ""}, raw=True)

    def _page(self) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": repr(self)}

    def _answer(self, _widget: Any, message: Any, _buffers: Any) -> None:
        """Send the picture to a browser that asks for it, or bring the figure up to date after drawing."""
        kind = message.get("kind") if isinstance(message, dict) else None
        if kind == "ready":
            self.send({"kind": "picture", "media": self._picture.media}, [self._picture.shown])
        elif kind == "settled":
            ipython.update_display(self._page(), display_id=self._display_id, raw=True)

    def _save(self, change: Any) -> None:
        try:
            if self._locked:
                raise CourseError(f"Not saved: {self._locked}")
            rows = checked_regions(change["new"])
            says = self._store.write(Drawing(self._picture.record(), rows))
        except Unsound as error:
            self.send({"kind": "trouble", "says": f"Not saved: {error}."})
        except CourseError as error:
            self.send({"kind": "trouble", "says": str(error)})
        else:
            self._rows = rows
            self.send({"kind": "saved", "says": says})


def _picture_for(picture: Any, store: BoxesFile) -> tuple[Picture, str]:
    """Return the picture, and why nothing can be drawn on it; for a still that was not handed in, a frame like it."""
    try:
        return picture_of(picture), ""
    except NoStill as error:
        record = store.drawing.picture if store.drawing else {}
        if record.get("kind") != "file" or record.get("name") != Path(picture).name:
            raise CourseError(str(error)) from None
        return Picture(**record), f"{record['name']} is not here: put it beside the notebook to go on drawing."


def _checked_labels(labels: Any) -> list[str]:
    names = list(labels) if isinstance(labels, (list, tuple)) else []
    if not names or len(set(map(str, names))) < len(names) or len(names) > MOST_LABELS:
        raise CourseError(
            f'labels needs a list of 1 to {MOST_LABELS} different names, such as ["donkey", "man"], not {labels!r:.80}.'
        )
    for name in names:
        if not isinstance(name, str) or not name.strip() or len(name) > LONGEST_TEXT or not name.isprintable():
            raise CourseError(f"A label is a text of 1 to {LONGEST_TEXT} characters, not {name!r:.90}.")
    return names
