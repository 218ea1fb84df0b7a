"""The evidence table: each rule finds what breaks it and nothing else, whatever the table is made of."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from return_to_dust import CourseError, describe_axes, reading, source_ids, table
from return_to_dust.evidence import (
    COLUMNS,
    LADDER,
    STANCES,
    carried,
    check_evidence,
    evidence_figure,
    evidence_in_words,
    evidence_remarks,
    evidence_rules,
)
from return_to_dust.evidence.certainty import HIGHEST, rank
from return_to_dust.evidence.quotations import stands_in, word_count
from return_to_dust.evidence.rules import CLAIM_RULES, ROW_RULES
from return_to_dust.evidence.support import basis_of

GONE = "The film left cinemas and no office gave a reason."
SLOW = "A British reviewer finds the film too slow."
SMALL = "In one shot the villagers fill less of the picture than others."
ROWS = [
    ("1", "censorship", "reported", GONE, "hollywood_reporter_repost", "p8", "official statement", "supports"),
    ("1", "censorship", "reported", GONE, "user_liangzihan", "p18", "official explanation", "supports"),
    ("1", "censorship", "reported", GONE, "newschina", "p33", "September 30", "silent"),
    ("2", "reception", "attributed", SLOW, "uk_review", "p2", "glacially paced", "supports"),
    ("2", "reception", "attributed", SLOW, "screen", "p10", "patiently paced film", "contradicts"),
    ("3", "framing", "reported", SMALL, "user_liangzihan", "p15", "less than a quarter", "supports"),
    ("3", "framing", "reported", SMALL, "screen", "p8", "keeps politics on the periphery", "qualifies"),
]


def good() -> pd.DataFrame:
    """Return an evidence table in which no rule is broken."""
    return pd.DataFrame(ROWS, columns=list(COLUMNS), dtype=object)


def changed(row: int, **cells: object) -> pd.DataFrame:
    """Return the good table with some cells of one row changed."""
    frame = good()
    for column, value in cells.items():
        old = list(frame[column]) if column in frame else [""] * len(frame)
        old[row] = value
        frame[column] = pd.Series(old, dtype=object)
    return frame


def rules_broken(frame: object, **kwargs: int) -> list[str]:
    return list(dict.fromkeys(check_evidence(frame, **kwargs)["rule"]))


def test_when_every_rule_is_kept_then_nothing_is_found():
    """A table that keeps all rules has no fault."""
    assert check_evidence(good()).empty


@pytest.mark.parametrize(
    "form",
    [
        lambda frame: frame.to_dict("records"),
        lambda frame: tuple(frame.to_dict("records")),
        lambda frame: frame.to_dict("list"),
        lambda frame: frame[list(reversed(COLUMNS))],
        lambda frame: frame.set_index(["claim", "part"]),
        lambda frame: frame.rename(columns=str.upper).assign(note="mine"),
        lambda frame: frame.assign(claim=frame["claim"].astype(int), paragraph=frame["paragraph"].str[1:].astype(int)),
        lambda frame: frame.set_axis(range(10, 17)).astype("string"),
    ],
)
def test_when_the_table_has_another_form_then_it_is_the_same_table(form):
    """Dicts, other orders, capitals, numbers and further columns make no difference."""
    assert check_evidence(form(good())).empty


@pytest.mark.parametrize(
    ("row", "cells", "rule"),
    [
        (0, {"statement": ""}, "cells"),
        (0, {"quotation": None}, "cells"),
        (0, {"paragraph": float("nan")}, "cells"),
        (0, {"source": ["screen"]}, "cells"),
        (5, {"rests_on": 3.5}, "cells"),
        (0, {"kind": "certain"}, "choices"),
        (0, {"stance": "agrees"}, "choices"),
        (0, {"source": "the_times"}, "choices"),
        (0, {"paragraph": "p16"}, "paragraph"),
        (0, {"paragraph": "eight"}, "paragraph"),
        (0, {"paragraph": 10**30}, "cells"),
        (0, {"quotation": "removed from all cinemas in China"}, "length"),
        (0, {"quotation": "in the"}, "length"),
        (0, {"quotation": "briefly banned"}, "quotation"),
        (0, {"quotation": "landmark third term"}, "quotation"),
        (0, {"quotation": "official state"}, "quotation"),
        (6, {"paragraph": "p6", "quotation": "有铁"}, "quotation"),
        (3, {"statement": "The film is frustratingly indulgent. Through each scene it is good."}, "own words"),
        (3, {"statement": "…"}, "cells"),
        (0, {"kind": "documented"}, "raised"),
        (3, {"kind": "reported"}, "raised"),
        (5, {"paragraph": "p16", "quotation": "ubiquitous authority"}, "raised"),
        (5, {"paragraph": "p2", "quotation": "fierce public argument", "kind": "reported"}, "framing"),
        (5, {"rests_on": "platform_auditorium:area"}, "constructed"),
        (5, {"rests_on": "platform_villagers:area; first_hole:area"}, "constructed"),
        (5, {"rests_on": "the platform"}, "constructed"),
        (1, {"statement": "It was shown."}, "one claim"),
        (1, {"source": "hollywood_reporter_repost", "paragraph": "p8", "quotation": "OFFICIAL statement"}, "repeated"),
        (3, {"stance": "qualifies"}, "support"),
        (4, {"stance": "supports"}, "counter-witness"),
        (6, {"source": "user_liangzihan", "quotation": "medium shot"}, "counter-witness"),
        (2, {"source": "uk_review", "paragraph": "p3", "quotation": "banal corruptions"}, "silence"),
        (2, {"source": "screen", "paragraph": "", "quotation": ""}, "silence"),
        (6, {"source": "newschina", "paragraph": "", "quotation": "", "stance": "silent"}, "silence"),
        (
            6,
            {"source": "user_liangzihan", "paragraph": "p8", "quotation": "medium shot", "stance": "silent"},
            "silence",
        ),
    ],
)
def test_when_a_row_breaks_a_rule_then_the_rule_is_named(row, cells, rule):
    """Each bad row is found by the rule that it breaks."""
    assert rule in rules_broken(changed(row, **cells))


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (0, {"quotation": "“Official  Statement”."}),
        (0, {"paragraph": "[P8]", "source": " Hollywood_Reporter_Repost "}),
        (4, {"quotation": "familiar rhythm"}),
        (3, {"kind": "inferred"}),
        (3, {"kind": "speculated"}),
        (5, {"rests_on": "platform_villagers:area"}),
        (5, {"rests_on": pd.NA}),
        (2, {"paragraph": "", "quotation": ""}),
        (2, {"source": "listing_page", "paragraph": None, "quotation": np.nan}),
        (5, {"paragraph": "p20", "quotation": "subtle composition", "kind": "attributed"}),
        (6, {"source": "newschina", "paragraph": "p5", "quotation": "opens", "stance": "silent"}),
    ],
)
def test_when_a_cell_differs_without_harm_then_nothing_new_is_found(row, cells):
    """Case, spaces, a lower rung, a bound that is stated, a bare silence and an addressed one are no faults."""
    frame = changed(row, **cells)
    for claim in "23":  # all rows of a claim have the rung of its first
        own = frame["claim"] == claim
        frame.loc[own, "kind"] = frame.loc[own, "kind"].iloc[0]
    assert check_evidence(frame).empty


@pytest.mark.parametrize(
    ("frame", "rule"),
    [
        ([], "columns"),
        (good().drop(columns="stance"), "columns"),
        (good()[good()["claim"] != "3"], "parts"),
        (good()[good()["claim"] != "3"], "claims"),
    ],
)
def test_when_the_table_lacks_something_then_no_row_is_blamed(frame, rule):
    """A fault of the whole table has no row."""
    found = check_evidence(frame)
    assert found.loc[found["rule"] == rule, "row"].isna().all()
    assert rule in set(found["rule"])


def test_when_a_column_is_missing_then_it_is_said_once():
    """A missing column is one fault, and not one in every row."""
    found = check_evidence(good().drop(columns="statement"))
    assert list(found["rule"]) == ["columns"]


def test_when_two_claims_have_one_statement_then_they_are_one_claim():
    """A claim under two names is not two claims."""
    frame = good()
    frame.loc[frame["claim"] == "3", "statement"] = SLOW.upper()
    assert rules_broken(frame) == ["claims"]


@pytest.mark.parametrize(
    ("paragraph", "statement", "broken"),
    [
        ("p10", "It went before the 20th National Congress of the Chinese Communist Party.", False),
        ("p10", "As the story then gives the political moment, it fits.", True),
        ("p8", "On that day the film was removed.", True),
    ],
)
def test_when_six_words_are_copied_then_only_a_name_is_free(paragraph, statement, broken):
    """A long name has to be copied; six other words in a row are said in one's own."""
    row = {**good().iloc[0], "paragraph": paragraph, "statement": statement}
    assert ("own words" in rules_broken([row])) is broken


def test_when_more_claims_are_wanted_then_they_are_counted():
    """The fewest claims can be chosen."""
    assert rules_broken(good(), claims=4) == ["claims"]


@pytest.mark.parametrize("claims", ["3", 2.5, -1, True, None])
def test_when_the_number_of_claims_is_odd_then_it_is_refused(claims):
    """The fewest claims are a whole number."""
    with pytest.raises(CourseError, match="fewest claims"):
        check_evidence(good(), claims=claims)


@pytest.mark.parametrize("no_table", [None, 3, "claim", [1, 2], {"claim": 1}, good()["claim"], object()])
def test_when_it_is_no_table_then_one_sentence_says_what_is(no_table):
    """Only what is no table at all is an error."""
    with pytest.raises(CourseError, match="DataFrame or a list of dicts"):
        check_evidence(no_table)


def test_when_the_table_is_endless_then_it_is_refused():
    """A reading does not need thousands of rows."""
    with pytest.raises(CourseError, match="200 or fewer"):
        check_evidence([{"claim": 1}] * 5000)


def test_when_the_words_stand_elsewhere_then_the_fault_does_not_say_where():
    """The check says that another paragraph has the words; finding it is the student's."""
    found = check_evidence(changed(0, quotation="landmark third term"))
    assert "p10" not in " ".join(found["says"])
    assert "another paragraph of this reading" in found.iloc[0]["says"]


def test_when_findings_are_shown_then_their_text_is_safe_html():
    """What a student typed is escaped in the notebook."""
    assert "<b>" not in check_evidence(changed(0, stance="<b>x"))._repr_html_()


def test_when_nothing_is_found_then_the_notebook_says_so():
    """An empty table of findings is shown as a sentence."""
    assert "No rule is broken" in check_evidence(good())._repr_html_()


def test_when_the_rules_are_listed_then_every_rule_is_there():
    """The list for students has a sentence for each rule."""
    rules = evidence_rules()
    assert {*ROW_RULES, *CLAIM_RULES} < set(rules["rule"])
    assert rules["says"].str.endswith(".").all()


def test_when_a_claim_of_the_table_is_quoted_then_its_own_certainty_is_carried():
    """The quotation of a coded claim carries at least the rung of that claim, and touches it."""
    for row in table("claims").itertuples():
        found = carried(row.source, row.paragraph, row.quote)
        assert row.claim in found.claims
        assert rank(found.rung) <= rank(HIGHEST[row.certainty])


@pytest.mark.parametrize(
    ("source", "paragraph", "quotation", "rung"),
    [
        ("screen", "p1", "131 minutes", "documented"),
        ("hollywood_reporter_repost", "p9", "nationalist media", "reported"),
        ("hollywood_reporter_repost", "p9", "on the global stage", "attributed"),
        ("hollywood_reporter_repost", "p9", "such interpretations", "speculated"),
        ("user_liangzihan", "p10", "rolling happily", "reported"),
        ("user_liangzihan", "p11", "implicit and restrained", "attributed"),
        ("newschina", "p18", "double happiness", "reported"),
        ("screen", "p4", "shown in competition", "reported"),
        ("newschina", "p31", "full of joy", "attributed"),
        ("screen", "p1", "most moving yet", "attributed"),
        ("uk_review", "p2", "frustratingly indulgent", "attributed"),
        ("listing_page", "p2", "Certified Fresh", "documented"),
        ("screen", "p6", "bullied", "reported"),
    ],
)
def test_when_words_touch_no_claim_then_sentence_paragraph_and_other_tables_decide(source, paragraph, quotation, rung):
    """The nearest coding decides; without any the words are somebody's judgement."""
    assert carried(source, paragraph, quotation).rung == rung


def test_when_a_measure_is_made_of_two_bases_then_the_weaker_decides():
    """An overlap needs size and position, and is as weak as the weaker."""
    assert (basis_of("platform_villagers", "area"), basis_of("platform_platform", "overlap")) == ("stated", "inferred")


@pytest.mark.parametrize(
    ("quotation", "text", "there"),
    [
        ("don't", "they don’t know", True),
        ("cent", "in recent memory", False),
        ("7.7/10", "a rating of 7.7/10.", True),
        ("7", "a rating of 7.7/10", False),
        ("100 million", "2,100 million", False),
        ("slow low-key", "slow, low-key", False),
        ("Return to Dust", "*Return to Dust* is", True),
        ("   ", "anything", False),
        ("our gloss", "a [老四 Lǎo Sì: our gloss] b", False),
    ],
)
def test_when_a_quotation_is_sought_then_whole_words_and_numbers_count(quotation, text, there):
    """A quotation stands there as whole words and numbers, and never in a gloss."""
    assert stands_in(quotation, text) is there


def test_when_the_tables_quote_then_the_search_finds_it():
    """What the course's own tables quote, other than glosses, stands at its address."""
    quoted = [(row.source, row.paragraph, row.quote) for row in table("claims").itertuples()]
    quoted += [(row.source, row.paragraph, row.expression) for row in table("appraisals").itertuples()]
    assert [row for row in quoted if not stands_in(row[2], reading(row[0])[row[1]].text)] == []


def test_when_words_are_counted_then_loose_dashes_are_none():
    """A dash between spaces is no word; a hyphenated word is one."""
    assert word_count("well-earned – at last") == 3


def test_when_a_claim_is_stated_lower_than_it_could_be_then_that_is_a_remark():
    """Caution is no fault, but worth a second look."""
    frame = good()
    frame.loc[frame["claim"] == "1", "kind"] = "speculated"
    remarks = evidence_remarks(frame)
    assert list(remarks["rule"]) == ["understated", "retold"]
    assert check_evidence(frame).empty


def test_when_one_of_two_supports_is_weaker_then_the_surer_decides_and_the_other_is_a_remark():
    """Rows that support a claim are alternatives: the best of them carries it."""
    frame = changed(0, paragraph="p9", quotation="censored out of sympathy")
    assert check_evidence(frame).empty
    assert list(evidence_remarks(frame)["rule"]) == ["weaker", "retold"]


def test_when_a_silent_witness_has_no_date_then_that_is_a_remark():
    """Whether an undated witness could have known stays open, and the student is asked."""
    assert "undated" in set(evidence_remarks(changed(2, source="user_wurideflame", paragraph="", quotation=""))["rule"])


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.sampled_from([*source_ids(), *LADDER, *STANCES, "p1", "p8", "1", "framing", "best films", pd.NA, pd.NaT, 1j]),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=2), st.integers(), max_size=2),
)


@settings(max_examples=80, deadline=None)
@given(rows=st.lists(st.dictionaries(st.sampled_from([*COLUMNS, "rests_on", "x"]), CELLS, max_size=9), max_size=6))
def test_when_the_cells_hold_anything_then_findings_come_back_and_no_error(rows):
    """Whatever stands in the cells, the check answers with a table of findings."""
    found = check_evidence(rows)
    assert list(found.columns) == ["row", "column", "rule", "says"]
    assert list(evidence_remarks(rows).columns) == ["row", "column", "rule", "says"]


@settings(max_examples=60, deadline=None)
@given(row=st.integers(0, len(ROWS) - 1), column=st.sampled_from(COLUMNS[:-2]), value=CELLS)
def test_when_one_cell_of_a_good_table_is_spoilt_then_it_is_found_or_harmless(row, column, value):
    """A spoilt cell never makes the check stop, and a cell without text is always a fault."""
    found = check_evidence(changed(row, **{column: value}))
    if isinstance(value, (list, dict, bool)) or value is None:
        assert not found.empty or (value is None and column == "paragraph")


def test_when_the_map_is_drawn_then_each_piece_of_evidence_has_a_mark():
    """Every row is one mark, and every paragraph cited stands beside its mark."""
    _, ax = evidence_figure(good())
    drawn = describe_axes(ax)
    assert sum(len(points["x"]) for points in drawn["points"] if not points["label"]) == len(ROWS)
    assert {"p8", "p18", "p33", "p2", "p10", "p15"} <= set(drawn["texts"])


def test_when_claims_stand_on_other_rungs_then_the_surer_is_drawn_higher():
    """The place of a claim on the page is its place on the ladder."""
    _, ax = evidence_figure(good())
    heights = dict(zip([label.get_text()[0] for label in ax.get_yticklabels()], ax.get_yticks(), strict=True))
    assert heights["1"] > heights["2"]
    assert heights["3"] > heights["2"]


def test_when_stances_differ_then_their_shapes_and_colours_differ():
    """The legend names the stances that occur, and no two share shape and filling."""
    _, ax = evidence_figure(good())
    assert describe_axes(ax)["legend"] == list(STANCES)


def test_when_the_map_is_told_in_words_then_each_claim_and_source_is_named():
    """The description names every claim with its rung and every witness."""
    words = evidence_in_words(good())
    assert all(f"Claim {claim}" in words for claim in "123")
    assert all(source in words for source in good()["source"])


def test_when_there_are_many_claims_then_the_description_stays_short():
    """A description has at most 950 characters, whatever the table."""
    many = pd.concat([good().assign(claim=good()["claim"] + f"-{i}") for i in range(20)])
    assert len(evidence_in_words(many)) <= 950


def test_when_no_row_can_be_drawn_then_one_sentence_says_what_is_needed():
    """A map needs a claim, a rung, a source and a stance."""
    with pytest.raises(CourseError, match="no row to draw"):
        evidence_figure([{"claim": "1", "kind": "sure"}])


def test_when_a_map_would_have_too_many_claims_then_it_is_refused():
    """A page has room for fifty claims."""
    with pytest.raises(CourseError, match="room for 50 claims"):
        evidence_figure([dict(zip(COLUMNS, ROWS[0], strict=True)) | {"claim": number} for number in range(51)])


def test_when_a_statement_names_dollars_then_they_are_drawn_as_dollars():
    """Two dollar signs in a statement make no formula."""
    _, ax = evidence_figure(changed(0, statement="It cost $275,000 and took $14 million."))
    assert " ".join(describe_axes(ax)["yticklabels"]).count(r"\$") == 2
