"""What regions are drawn on: a figure, a still of the student's own, or an empty frame."""

from __future__ import annotations

import hashlib
import io
import struct
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox
from PIL import Image, ImageOps

from return_to_dust.drawing.format import LONGEST_NAME
from return_to_dust.errors import CourseError
from return_to_dust.figures import DescribedFigure, use_course_style
from return_to_dust.framing.regions import RATIO

FRAME_PX = (1600, 900)
#: How `draw_framing` labels its Axes, whose frame is 16/9 wide and 1 high.
FRAMING = "framing"
FORMATS = ("PNG", "JPEG")
MOST_STILL_B = 50_000_000
MOST_STILL_PX = 60_000_000
#: The longest side of the copy that the browser shows, in pixels.
SHOWN_PX = 1400
JPEG_QUALITY = 88
#: A part of a figure is shown larger than the figure.
SHARP_DPI = 200


@dataclass(frozen=True)
class Picture:
    """A picture to draw on.

    Attributes
    ----------
    kind
        str, ``"figure"``, ``"file"`` (a still) or ``"frame"`` (nothing but its proportions).
    name
        str, the figure's title, the still's file name, or what the frame is.
    width_px, height_px
        int, its size in pixels, upright.
    sha256
        str or None, the digest of the picture's bytes.
    shown, media
        bytes and str, what the browser shows, and its media type; both empty for a frame. A still is shown as a
        smaller copy, which is never kept.
    alt
        str, what the picture shows where that is known.
    """

    kind: str
    name: str
    width_px: int
    height_px: int
    sha256: str | None = None
    shown: bytes = b""
    media: str = ""
    alt: str = ""

    @property
    def ratio(self) -> float:
        """Width divided by height."""
        return self.width_px / self.height_px

    def record(self) -> dict[str, Any]:
        """Return what a file of regions says about the picture."""
        return {key: getattr(self, key) for key in ("kind", "name", "width_px", "height_px", "sha256")}

    def is_recorded_as(self, record: dict[str, Any]) -> bool:
        """Say whether a file of regions means this picture.

        A still is known by its bytes. A figure is known by its title, as two versions of matplotlib draw it in
        other bytes.
        """
        if self.kind != record["kind"]:
            return False
        return bool(self.sha256 == record["sha256"] if self.kind == "file" else self.name == record["name"])


class NoStill(Exception):
    """There is no file of the still's name; the message is a sentence for a `CourseError`."""


def picture_of(picture: Any) -> Picture:
    """Return what was handed over as a picture to draw on.

    Raises
    ------
    NoStill
        If `picture` names a file that is not there.
    CourseError
        If it is nothing that can be drawn on.
    """
    if picture is None:
        return Picture("frame", "empty frame 16:9", *FRAME_PX, alt="An empty frame, 16:9")
    if isinstance(picture, DescribedFigure):
        return _from_png(picture.png, picture.caption or "figure", picture.alt)
    if isinstance(picture, (Figure, Axes)):
        return _from_matplotlib(picture)
    if isinstance(picture, (str, Path)):
        return _from_still(Path(picture))
    raise CourseError(
        "draw_regions needs a figure, the Axes of one, the name of a PNG or JPEG file, or nothing for an empty frame, "
        f"but got a {type(picture).__name__}."
    )


def _from_png(png: bytes, name: str, alt: str) -> Picture:
    with Image.open(io.BytesIO(png)) as image:
        size = image.size
    return Picture("figure", name[:LONGEST_NAME], *size, hashlib.sha256(png).hexdigest(), png, "image/png", alt)


def _from_matplotlib(drawn: Figure | Axes) -> Picture:
    """Draw a whole figure, or of an Axes what its frame holds, and close the figure."""
    use_course_style()
    figure = drawn.figure if isinstance(drawn, Axes) else drawn
    if not isinstance(figure, Figure):
        raise CourseError("draw_regions cannot draw on a part of a figure: hand over the figure or its Axes.")
    figure.canvas.draw()  # the layout is settled only now
    part = _inside(drawn).transformed(figure.dpi_scale_trans.inverted()) if isinstance(drawn, Axes) else None
    titles = [axes.get_title() or axes.get_title(loc="left") for axes in figure.axes]
    title = next((" ".join(text.split()) for text in titles if text.strip()), "figure")
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=SHARP_DPI, bbox_inches=part, metadata={"Software": None})
    plt.close(figure)
    return _from_png(buffer.getvalue(), title, "" if title == "figure" else f"Figure: {title}")


def _inside(axes: Axes) -> Bbox:
    """Return what lies inside an Axes' frame, in pixels; of a framing the film's frame, without labels around it."""
    if axes.get_label() == FRAMING:
        return Bbox.from_bounds(0, 0, RATIO, 1).transformed(axes.transData)
    return axes.get_window_extent()


def _from_still(path: Path) -> Picture:
    if not path.exists():
        raise NoStill(f"There is no file {path} in {Path.cwd()}: put your still beside the notebook, or name its file.")
    if not path.is_file() or path.stat().st_size > MOST_STILL_B:
        raise CourseError(f"{path} cannot be drawn on: a still is one file of at most {MOST_STILL_B // 10**6} MB.")
    try:
        data = path.read_bytes()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the size is looked at below
            image = Image.open(io.BytesIO(data), formats=FORMATS)
        if image.width * image.height > MOST_STILL_PX:
            raise CourseError(
                f"{path} has {image.width} by {image.height} pixels: save it smaller, 4000 pixels wide at most."
            )
        upright = ImageOps.exif_transpose(image).convert("RGB")
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, Image.DecompressionBombError):
        raise CourseError(f"{path} cannot be read as a picture: save it again as PNG or JPEG.") from None
    size = upright.size
    upright.thumbnail((SHOWN_PX, SHOWN_PX))
    buffer = io.BytesIO()
    upright.save(buffer, "JPEG", quality=JPEG_QUALITY)  # a copy without the camera's notes
    digest = hashlib.sha256(data).hexdigest()
    return Picture("file", path.name[-LONGEST_NAME:], *size, digest, buffer.getvalue(), "image/jpeg")
