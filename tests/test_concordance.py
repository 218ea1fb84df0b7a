"""Keyword in context finds every place and shows the words around it."""

import pytest

from return_to_dust import CourseError, keyword_in_context, reading, words
from return_to_dust.texts import parse_reading

SAMPLE = parse_reading("sample", "---\ntitle: x\n---\n\n[p1] A slow film. Slowly, slow-moving snow falls.\n\n[p2] No\n")


def test_when_a_word_is_sought_then_its_case_does_not_matter():
    """A keyword matches whatever its case, as a whole word."""
    assert list(keyword_in_context("SLOW", SAMPLE)["keyword"]) == ["slow"]


def test_when_a_star_ends_the_word_then_every_ending_matches():
    """A final star matches any ending, also after a hyphen."""
    assert list(keyword_in_context("slow*", SAMPLE)["keyword"]) == ["slow", "Slowly", "slow-moving"]


def test_when_a_window_is_given_then_so_many_words_stand_on_each_side():
    """The window counts words, and punctuation stays with them."""
    row = keyword_in_context("slowly", SAMPLE, window=1).iloc[0]
    assert (row["left"], row["right"]) == ("film.", ", slow-moving")


def test_when_a_phrase_is_sought_then_its_words_stand_together():
    """A phrase of several words is found as one hit."""
    assert keyword_in_context("slow film", SAMPLE).loc[0, "keyword"] == "slow film"


def test_when_nothing_matches_then_an_empty_table_with_columns_comes_back():
    """No hit is an empty table, not an error."""
    assert list(keyword_in_context("camel", SAMPLE).columns) == ["source", "paragraph", "left", "keyword", "right"]


def test_when_no_source_is_named_then_all_readings_are_searched():
    """The donkey is found in more than one witness."""
    assert keyword_in_context("donkey")["source"].nunique() >= 3


@pytest.mark.parametrize("keyword", ["", "  ", "*"])
def test_when_the_keyword_is_empty_then_the_sentence_says_what_to_type(keyword):
    """An empty keyword gets an example of a good one."""
    with pytest.raises(CourseError, match="needs a word to look for, such as 'donkey'"):
        keyword_in_context(keyword, SAMPLE)


def test_when_the_window_is_zero_then_it_is_refused():
    """At least one word of context is shown."""
    with pytest.raises(CourseError, match="use 1 or more"):
        keyword_in_context("slow", SAMPLE, window=0)


def test_when_words_are_counted_then_hyphens_and_apostrophes_stay_inside():
    """A hyphenated word is one word."""
    assert words("It’s well-earned, 100 million!") == ["it’s", "well-earned", "100", "million"]


def test_when_hits_are_listed_then_their_paragraphs_hold_the_keyword():
    """Each hit leads to a paragraph that has the word."""
    hits = keyword_in_context("donkey")
    assert all("donkey" in reading(hit.source)[hit.paragraph].text.lower() for hit in hits.itertuples())


def test_when_a_source_is_named_by_its_id_then_it_is_searched():
    """An id is as good as a reading, alone or in a list."""
    assert list(keyword_in_context("patience", ["uk_review"])["source"]) == ["uk_review"]
    assert keyword_in_context("patience", "uk_review").equals(keyword_in_context("patience", reading("uk_review")))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((5,), "needs a word to look for"),
        (("slow", "uk_revue"), "Did you mean 'uk_review'"),
        (("slow", 7), "needs a source id in quotation marks"),
        (("slow", None, "a"), "window is 'a'"),
        (("slow", None, 1.5), "window is 1.5"),
    ],
)
def test_when_an_argument_is_of_the_wrong_type_then_one_sentence_says_so(arguments, says):
    """Wrong types at this door get a sentence, not a traceback from inside."""
    with pytest.raises(CourseError, match=says):
        keyword_in_context(*arguments)
