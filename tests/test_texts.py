"""Readings are addressed by source and paragraph, and say what to do when an address is wrong."""

import pytest

from return_to_dust import CourseError, reading, readings, source_ids
from return_to_dust.texts import parse_reading

SOURCES = {
    "hollywood_reporter_repost",
    "listing_page",
    "newschina",
    "screen",
    "uk_review",
    "user_blue_grotto",
    "user_liangzihan",
    "user_wurideflame",
}


def test_when_all_readings_are_listed_then_all_eight_witnesses_are_there():
    """The course ships the eight readings that the catalogue names."""
    assert set(source_ids()) == SOURCES


def test_when_a_paragraph_is_addressed_then_it_knows_its_source_and_number():
    """A paragraph carries its own citation."""
    assert str(reading("screen")["p1"]).startswith("[screen p1] ")


def test_when_a_number_is_used_then_it_addresses_the_same_paragraph():
    """Paragraph 9 can be asked for as 9 and as 'p9'."""
    assert reading("newschina")[9] is reading("newschina")["p9"]


def test_when_a_source_id_is_misspelt_then_the_nearest_one_is_suggested():
    """An unknown source id gets a sentence with the id that was probably meant."""
    with pytest.raises(CourseError, match=r"no reading 'newchina'\. Did you mean 'newschina'\?"):
        reading("newchina")


@pytest.mark.parametrize("source", [None, 5, ["screen"]])
def test_when_a_source_id_is_no_text_then_an_example_is_given(source):
    """A wrong type gets an example of the right one."""
    with pytest.raises(CourseError, match=r'such as reading\("screen"\)'):
        reading(source)


def test_when_a_paragraph_is_missing_then_the_sentence_names_the_range():
    """A missing paragraph gets a sentence that says which paragraphs there are."""
    last = len(reading("screen"))
    with pytest.raises(CourseError, match=rf"no paragraph 'p999': its paragraphs run from 'p1' to 'p{last}'"):
        reading("screen")["p999"]


def test_when_front_matter_is_missing_then_the_reading_is_refused():
    """A damaged reading is named, not half loaded."""
    with pytest.raises(CourseError, match="'torn' has no front matter"):
        parse_reading("torn", "[p1] Words.")


def test_when_a_course_error_reaches_a_notebook_then_one_line_is_shown():
    """In a notebook an error of the course stands alone, without a traceback."""
    assert CourseError("Do this.")._render_traceback_() == ["CourseError: Do this."]


def test_when_a_reading_is_shown_then_each_paragraph_has_its_number():
    """JupyterLab shows every paragraph with the number by which it is cited."""
    shown = reading("user_wurideflame")._repr_markdown_()
    assert all(f"**[{paragraph.number}]** {paragraph.text}" in shown for paragraph in reading("user_wurideflame"))


def test_when_all_readings_are_loaded_then_no_paragraph_is_empty():
    """Every paragraph of every reading has words."""
    assert all(paragraph.text for text in readings() for paragraph in text)
