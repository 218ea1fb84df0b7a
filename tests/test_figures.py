"""Figures carry their description, render Chinese, and can be turned into plain data."""

import json
import subprocess
import sys
import warnings

import pandas as pd
import pytest
from matplotlib.patches import Ellipse, Rectangle

from return_to_dust import CourseError, describe, describe_axes, new_figure
from return_to_dust.figures import DescribedFigure


def drawn() -> tuple:
    figure, axes = new_figure(4, 3)
    axes.set_title("Takings")
    axes.set_xlabel("date")
    axes.set_ylabel("million yuan")
    axes.set_yscale("log")
    axes.plot(pd.to_datetime(["2022-07-14", "2022-09-07"]), [1.57, 100], label="so far")
    axes.axhline(2, label="forecast")
    axes.text(pd.Timestamp("2022-08-01"), 3, "隐入尘烟")
    axes.legend()
    return figure, axes


def test_when_a_figure_is_described_then_its_html_holds_the_text():
    """The picture's alt attribute is the description, escaped."""
    figure, _ = drawn()
    assert 'alt="a &lt;b&gt; &quot;curve&quot;"' in describe(figure, 'a <b> "curve"')._repr_html_()


def test_when_a_caption_is_given_then_it_stands_under_the_picture():
    """The sentence that says what to see is the figure's caption."""
    assert (
        "<figcaption>Look at the step.</figcaption>" in describe(drawn()[0], "alt", "Look at the step.")._repr_html_()
    )


def test_when_the_axes_are_given_then_their_figure_is_described():
    """An Axes will do where a figure is asked for."""
    assert isinstance(describe(drawn()[1], "a curve"), DescribedFigure)


@pytest.mark.parametrize(("alt", "says"), [("", "needs a description"), ("x" * 1001, "1001 characters")])
def test_when_the_description_is_empty_or_endless_then_it_is_refused(alt, says):
    """A figure without usable words is not shown."""
    with pytest.raises(CourseError, match=says):
        describe(drawn()[0], alt)


def test_when_something_else_is_described_then_its_kind_is_named():
    """The sentence says what was handed over."""
    with pytest.raises(CourseError, match="but got a list"):
        describe([1, 2], "a list")


def test_when_a_title_is_bold_then_nothing_is_said_on_stderr():
    """A title, which the course's style sets bold, does not make matplotlib complain about the Chinese font."""
    code = (
        "from return_to_dust import describe, new_figure\n"
        "fig, ax = new_figure(4, 3)\n"
        "ax.set_title('The wall 黄土墙')\n"
        "describe(fig, 'an empty figure with a title')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stderr == ""


def test_when_chinese_is_drawn_then_no_glyph_is_missing():
    """Every character of the course's Chinese renders without a warning."""
    figure, axes = new_figure(3, 2)
    axes.set_title("隐入尘烟 驴 镜头 大特写 近景 中景 全景 远景 老四 Yǐn rù chényān")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        describe(figure, "Chinese")


def test_when_axes_become_data_then_titles_labels_and_scales_are_text():
    """A test can ask for words and scales without touching matplotlib."""
    data = describe_axes(drawn()[1])
    assert [data[key] for key in ("title", "xlabel", "ylabel", "xscale", "yscale")] == [
        "Takings",
        "date",
        "million yuan",
        "date",
        "log",
    ]


def test_when_dates_are_drawn_then_they_come_back_as_iso_text():
    """Dates on an axis are dates again in the description."""
    assert describe_axes(drawn()[1])["lines"][0] == {
        "label": "so far",
        "x": ["2022-07-14", "2022-09-07"],
        "y": [1.57, 100.0],
    }


def test_when_bars_are_drawn_then_their_boxes_and_label_are_given():
    """Each bar is described by its place, size and series."""
    _, axes = new_figure(3, 2)
    axes.barh([0, 1], [5, -2], label="praise")
    assert [(bar["label"], bar["width"]) for bar in describe_axes(axes)["bars"]] == [("praise", 5.0), ("praise", -2.0)]


def test_when_an_ellipse_is_drawn_then_the_box_around_it_is_given():
    """A shape is described by the box that it fills, in the units of the axes."""
    _, axes = new_figure(3, 2)
    axes.add_patch(Ellipse((8, 4), 2, 3))
    (shape,) = describe_axes(axes)["patches"]
    assert (shape["kind"], shape["x"], shape["y"], shape["width"], shape["height"]) == ("Ellipse", 7, 2.5, 2, 3)


@pytest.mark.parametrize(("kind", "shape"), [("bars", Rectangle), ("patches", Ellipse)])
def test_when_an_outline_has_a_style_then_it_is_called_by_one_name(kind, shape):
    """However a line style is written, its description has one word for it."""
    _, axes = new_figure(3, 2)
    for style in ["-", "--", "-.", "dotted", "", (0, (1, 1.5)), (0, (5, 2)), (0, None)]:
        axes.add_patch(shape((0, 0), 1, 1, linestyle=style, edgecolor="black"))
    called = ["solid", "dashed", "dashdot", "dotted", "none", "dotted", "dashed", "solid"]
    assert [one["linestyle"] for one in describe_axes(axes)[kind]] == called


@pytest.mark.parametrize("unseen", [{}, {"edgecolor": "none"}, {"edgecolor": "black", "linewidth": 0}])
def test_when_an_outline_cannot_be_seen_then_it_has_no_style(unseen):
    """The style's own edges have the colour of the paper: they count as no line, like a line without width."""
    _, axes = new_figure(3, 2)
    axes.add_patch(Rectangle((0, 0), 1, 1, **unseen))
    assert describe_axes(axes)["bars"][0]["linestyle"] == "none"


def test_when_units_are_equal_then_the_ratio_follows_the_limits():
    """The description says how wide the axes are drawn for their height."""
    _, axes = new_figure(7, 3)
    axes.set(xlim=(0, 16), ylim=(0, 9), aspect="equal")
    assert describe_axes(axes)["ratio"] == pytest.approx(16 / 9)


def test_when_axes_are_described_then_the_result_is_plain_json():
    """The description can be sent between processes as plain data."""
    data = describe_axes(drawn()[1])
    assert json.loads(json.dumps(data)) == data


def test_when_a_description_is_described_again_then_it_stays_the_same():
    """A test gets the same answer whether it is handed an Axes or its description."""
    data = describe_axes(drawn()[1])
    assert describe_axes(data) is data


def test_when_points_are_scattered_then_their_places_are_given():
    """Scattered points are described like lines."""
    _, axes = new_figure(3, 2)
    axes.scatter([1, 2], [3, 4], label="ratings")
    assert describe_axes(axes)["points"] == [{"label": "ratings", "x": [1.0, 2.0], "y": [3.0, 4.0]}]


def test_when_something_else_is_asked_then_the_sentence_says_what_an_axes_is():
    """A figure in place of an Axes gets a hint."""
    with pytest.raises(CourseError, match="Expected a matplotlib Axes"):
        describe_axes(drawn()[0])


def test_when_the_same_figure_is_drawn_twice_then_the_bytes_are_the_same(tmp_path):
    """Pictures are reproducible: two processes draw the same bytes."""
    code = (
        "from return_to_dust import describe, new_figure; import sys, hashlib\n"
        "fig, ax = new_figure(3, 2); ax.plot([1, 2], [3, 4]); ax.set_title('尘')\n"
        "print(hashlib.sha256(describe(fig, 'a line').png).hexdigest())"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True).stdout
        for _ in range(2)
    }
    assert len(runs) == 1


@pytest.mark.parametrize("size", ["a", 0, -1, 5000, None])
def test_when_a_size_is_no_size_then_the_sentence_names_the_unit(size):
    """A width that cannot be drawn gets a sentence with the unit and the range."""
    with pytest.raises(CourseError, match="in inches, above 0 and up to 40"):
        new_figure(size, 3)
