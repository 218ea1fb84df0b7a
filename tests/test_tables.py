"""Tables load with the types that the data package names, from a checkout and from a wheel alike."""

import pandas as pd
import pytest

from return_to_dust import CourseError, describe_table, table, table_names

TABLES = {
    "sources",
    "events",
    "box_office",
    "ratings",
    "figures",
    "names",
    "claims",
    "terms",
    "shots",
    "regions",
    "relations",
    "framing_claims",
    "substitutions",
    "appraisals",
    "second_coding",
}


def test_when_tables_are_listed_then_the_whole_course_has_its_tables():
    """The tables that five units need are all there."""
    assert set(table_names()) == TABLES


@pytest.mark.parametrize("name", sorted(TABLES))
def test_when_a_table_is_loaded_then_its_columns_are_those_described(name):
    """Every column has a description, and every described column is there."""
    assert list(table(name).columns) == list(describe_table(name)["column"])


def test_when_a_column_is_a_date_then_pandas_knows_it():
    """Dates can be subtracted: the removal comes 80 days after the Chinese release."""
    events = table("events").set_index("row")
    days = {
        row.date
        for row in events.itertuples()
        if row.event in ("china_release", "china_removal") and not pd.isna(row.date)
    }
    assert (max(days) - min(days)).days == 80


def test_when_a_value_is_missing_then_it_is_na_and_not_zero():
    """A missing amount stays missing in sums and comparisons."""
    money = table("box_office").set_index("figure")
    assert pd.isna(money.loc["hr_budget", "amount_cny"])


def test_when_a_loaded_table_is_changed_then_the_next_load_is_not():
    """Each call returns a copy of its own."""
    mine = table("ratings")
    mine.loc[:, "score"] = 0
    assert (table("ratings")["score"] > 0).all()


def test_when_a_table_is_unknown_then_the_names_are_listed():
    """A misspelt table name gets the names there are."""
    with pytest.raises(CourseError, match="box_office"):
        table("boxoffice")
