"""The map of the course has no loose end: objective, section, question, check, paragraph."""

import re

import pytest

from return_to_dust.handbook.bindings import Bindings
from return_to_dust.handbook.evidence import Address, evidence_in
from return_to_dust.handbook.map_page import cited_in, map_page
from return_to_dust.handbook.orphans import orphans
from return_to_dust.handbook.questions import criteria_of, public_text
from return_to_dust.handbook.site import read_course
from return_to_dust.handbook.syllabus import read_plan
from return_to_dust.handbook.units import read_unit
from return_to_dust.paths import CHECKOUT
from return_to_dust.texts import source_ids

LESSON = """\
# ---
# jupyter:
#   return_to_dust:
#     unit: 7
#     title: Donkeys
#     minutes: 60
# ---

# %% [markdown]
# # 7 Donkeys

# %% [markdown]
# ## Objectives
#
# When you have worked through this lesson, you can
#
# 1. count donkeys in a table,
#    row by row (apply);
# 2. say who names a donkey (analyse, evaluate).

# %%
claims = table("claims")

# %% [markdown] objectives="1"
# ## Donkeys are counted
#
# We count.

# %%
claims[claims["topic"] == "animals"]

# %% [markdown] objectives="1, 2"
# ## Donkeys are named
#
# The magazine has one [newschina p3, p4].

# %% [markdown]
# ## Key points
"""
ASSIGNMENT = """\
# ---
# jupyter:
#   return_to_dust:
#     unit: 7
#     title: Donkeys
#     minutes: 90
# ---

# %% [markdown]
# ## How this works

# %% [markdown] objectives="1"
# ## 1 Count them (2 points)
#
# As in [newschina p3].

# %% kind="answer" grade_id="donkeys_q1"
### BEGIN SOLUTION
donkeys = 1  # the secret number, from [screen p7]
### END SOLUTION

# %% kind="tests" grade_id="donkeys_q1_test" points=2
q = Question("Count them", points=2)
with q.criterion("a number is given", 1) as c:
    c.that(donkeys > 0)
### BEGIN HIDDEN TESTS
with q.criterion("the number that nobody may read", 1, hidden=True) as c:
    c.number(donkeys, 1)
### END HIDDEN TESTS

# %% [markdown] objectives="2"
# ## 2 Name them (4 points, marked by hand)
#
# Write. Use `table("names")`.

# %% [markdown] kind="manual" grade_id="donkeys_q2" points=4
# The model answer that nobody may read [uk_review p4].
"""
RUBRIC = "# Rubric\n\n## Question 2: Name them (4 points)\n"


def unit_of(folder, lesson=LESSON, assignment=ASSIGNMENT, rubric=RUBRIC):
    """Read a unit from texts."""
    (folder / "7_donkeys.py").write_text(lesson, encoding="utf-8")
    work = folder / "work"
    work.mkdir(exist_ok=True)
    (work / "7_donkeys.py").write_text(assignment, encoding="utf-8")
    (work / "rubric.md").write_text(rubric, encoding="utf-8")
    return read_unit(folder / "7_donkeys.py", work / "7_donkeys.py")


@pytest.fixture
def unit(tmp_path):
    """A small unit in which everything is linked."""
    return unit_of(tmp_path)


def test_when_everything_is_linked_then_there_is_no_loose_end(unit):
    """A unit whose chain is whole has nothing to complain of."""
    assert orphans([unit]) == []


@pytest.mark.parametrize(
    ("where", "old", "new", "says"),
    [
        ("lesson", 'objectives="1"', "", "the section “Donkeys are counted”, serves no objective"),
        (
            "lesson",
            'objectives="1, 2"',
            'objectives="1"',
            "objective 2 “say who names a donkey”, is taught in no section",
        ),
        ("lesson", 'objectives="1, 2"', 'objectives="1 2 9"', "serves objective 9, which the lesson does not have"),
        ("lesson", "[newschina p3, p4]", "", "the section “Donkeys are named”, rests on no paragraph"),
        ("lesson", 'claims[claims["topic"] == "animals"]', "1 + 1", "“Donkeys are counted”, rests on no paragraph"),
        ("lesson", "p3, p4]", "p3, p999]", "names [newschina p999], which does not exist"),
        ("lesson", "[newschina p3", "[newchina p3", "names [newchina p3], which does not exist"),
        ("lesson", 'table("claims")', 'table("claim")', 'names table("claim"), which does not exist'),
        ("lesson", "(apply)", "", "objective 1 “count donkeys in a table, row by row”, names no level"),
        ("lesson", "# 2. say", "# 1. say", "has two objectives 1"),
        ("lesson", "## Objectives", "## Aims", "has no objectives"),
        ("assignment", 'objectives="1"', "", "question 1 “Count them”, serves no objective"),
        (
            "assignment",
            'objectives="1"',
            'objectives="2"',
            "objective 1 “count donkeys in a table, row by row”, is asked",
        ),
        ("assignment", "As in [newschina p3].", "", "question 1 “Count them”, rests on no paragraph"),
        ("assignment", 'table("names")', "the names", "question 2 “Name them”, rests on no paragraph"),
        ("assignment", "q.criterion(", "q.attempt(", "question 1 “Count them”, has no criterion"),
        ("rubric", "## Question 2", "## Question 3", "question 2 “Name them”, has no heading in the rubric"),
    ],
)
def test_when_a_link_is_missing_then_it_is_named(tmp_path, where, old, new, says):
    """Each way to break the chain gives a sentence that names the place."""
    texts = {"lesson": LESSON, "assignment": ASSIGNMENT, "rubric": RUBRIC}
    assert old in texts[where]
    texts[where] = texts[where].replace(old, new)
    assert [line for line in orphans([unit_of(tmp_path, **texts)]) if says in line] != []


def test_when_an_objective_is_read_then_its_level_stands_apart(unit):
    """Number, text over two lines, and levels are told apart."""
    found = [(objective.number, objective.text, objective.level) for objective in unit.objectives]
    assert found == [
        (1, "count donkeys in a table, row by row", "apply"),
        (2, "say who names a donkey", "analyse, evaluate"),
    ]


def test_when_a_question_is_read_then_hidden_criteria_are_counted_and_not_named(unit):
    """The name of a hidden criterion does not leave the reader."""
    first = unit.questions[0]
    assert (first.criteria, first.hidden, first.points) == (("a number is given",), 1, 2)


def test_when_a_question_is_read_then_nothing_secret_is_kept(unit):
    """Solutions, hidden tests and model answers stand in no text that pages are made of."""
    kept = map_page([unit]) + "".join(question.text for question in unit.questions)
    assert [word for word in ("secret", "nobody may read", "screen", "uk_review") if word in kept] == []


def test_when_a_criterion_stands_between_the_marks_then_it_is_hidden_even_if_it_does_not_say_so():
    """The region decides as well as the argument."""
    source = '### BEGIN HIDDEN TESTS\nwith q.criterion("x", 1) as c:\n    pass\n### END HIDDEN TESTS'
    assert criteria_of(source) == [("x", True)]


def test_when_regions_are_removed_then_what_stands_around_them_is_kept():
    """Only what a release does not hold is taken out."""
    solution = "    ### BEGIN SOLUTION\n    b\n    ### END SOLUTION"
    source = f"a\n{solution}\nc\n=== BEGIN MARK SCHEME ===\nd\n=== END MARK SCHEME ===\ne"
    assert public_text(source) == "a\nc\ne"


def test_when_a_text_names_evidence_then_paragraphs_tables_and_readings_are_found():
    """Citations over a line's end, look-ups in code, tables and whole readings."""
    found = evidence_in('[uk_review\np3, p4] reading("screen")["p5"] reading("newschina") table("claims")')
    assert [str(address) for address in found.paragraphs] == ["[uk_review p3]", "[uk_review p4]", "[screen p5]"]
    assert (found.tables, found.readings) == (("claims",), ("newschina",))


def test_when_a_name_holds_a_table_or_a_reading_then_later_cells_rest_on_it():
    """Names are followed through filters and look-ups, and forgotten when they get another value."""
    names = Bindings()
    names.evidence(
        'uk = reading("uk_review")\nrows = table("claims").set_index("claim")\npart = rows[rows["topic"] == "x"]'
    )
    found = names.evidence('uk["p13"], rows.head()')
    names.evidence("rows = 3")
    assert (found.paragraphs, found.tables) == ((Address("uk_review", "p13"),), ("claims",))
    assert names.evidence("rows").tables == ()


def test_when_the_map_is_written_then_each_link_of_the_chain_stands_in_it(unit):
    """Section, question, visible criterion, number of hidden ones, paragraph and table."""
    page = map_page([unit])
    wanted = [
        "Donkeys are named",
        "1 Count them",
        "a number is given",
        "1 criterion decided at marking",
        "newschina p3",
    ]
    assert [word for word in [*wanted, "names <table-names>"] if word not in page] == []


def test_when_a_paragraph_is_cited_then_it_knows_where(unit):
    """Backlinks lead to the section and to the question."""
    links = cited_in([unit])[Address("newschina", "p3")]
    assert [
        bool(re.search(what, link)) for what, link in zip(("Donkeys are named", "question 1"), links, strict=True)
    ] == [
        True,
        True,
    ]


@pytest.fixture(scope="module")
def course():
    """The lessons, assignments and terms of the course itself."""
    return read_course(CHECKOUT)


def test_when_the_course_is_mapped_then_no_end_is_loose(course):
    """Every objective is taught and asked; every section and question serves one and rests on a paragraph."""
    units, terms = course
    assert orphans(units, terms) == []


@pytest.mark.parametrize("name", ["five_weeks", "ten_weeks"])
def test_when_a_plan_is_made_then_it_has_every_unit_and_every_reading(course, name):
    """All lessons and assignments of the course have their minutes in it, and all eight readings are prepared."""
    units, _ = course
    weeks = read_plan(CHECKOUT, name, units)
    missing = [(part.kind, part.unit) for week in weeks for part in week.parts if part.minutes is None]
    assert (missing, sorted({source for week in weeks for source in week.read})) == ([], source_ids())


@pytest.mark.parametrize("name", ["five_weeks", "ten_weeks"])
def test_when_a_plan_is_made_then_no_meeting_is_longer_than_90_minutes(course, name):
    """The syllabus promises meetings of 90 minutes."""
    units, _ = course
    assert [week.number for week in read_plan(CHECKOUT, name, units) if week.minutes("class") > 90] == []
