"""The readings and the tables beside them: complete, quoted exactly, and in agreement with each other."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import krippendorff
import pandas as pd
import pytest
from frictionless import Package

from return_to_dust import CourseError, Reading, reading, readings, source_ids, table, table_names
from return_to_dust.paths import bundled
from return_to_dust.tables import datapackage
from return_to_dust.texts import parse_reading

SOURCE_TEXTS = bundled("source_texts")
FRONT_MATTER = {
    "id", "title", "author_as_printed", "outlet", "kind", "country", "language", "date",
    "date_precision", "date_known_from", "differs_from_original", "licence",
}  # fmt: skip
QUOTED = re.compile("“([^”]*)”")
MAX_QUOTED_WORDS = 5
MAX_QUOTE_WORDS = 12
#: Number columns and the column that holds the same number in the witness's own spelling.
NUMBERS = [
    ("box_office", "amount_cny", "cny_as_printed"),
    ("box_office", "amount_usd", "usd_as_printed"),
    ("box_office", "amount_tickets", "tickets_as_printed"),
    ("ratings", "score", "score_as_printed"),
    ("ratings", "n", "n_as_printed"),
    ("figures", "value", "value_as_printed"),
]
DATED = ["events", "box_office"]
NUMBER_WORDS = {
    "quarter": 0.25, "three-quarters": 0.75, "a": 1, "an": 1, "one": 1, "only": 1, "single": 1, "first": 1,
    "two": 2, "twice": 2, "three": 3, "third": 3, "four": 4, "fourth": 4, "five": 5, "sixth": 6, "nine": 9,
    "dozen": 12, "fifty": 50,
}  # fmt: skip
SCALES = {"K": 1e3, "m": 1e6, "million": 1e6, "billion": 1e9}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MONTH = re.compile(rf"\b({'|'.join(MONTHS)})[a-z]*\.? ?(\d{{1,2}}\b)?")


# What the tests look with; each finder is itself tested on a planted fault at the end.


def quotation_faults(row: dict[str, Any]) -> list[str]:
    """Name the columns of a row whose exact copies do not stand in the paragraph that the row cites."""
    if pd.isna(row.get("paragraph")):
        return [column for column in row if is_copy(column) and not pd.isna(row[column])]
    try:
        text = reading(row["source"])[row["paragraph"]].text
    except CourseError as error:
        return [str(error)]
    copies = {column: value for column, value in row.items() if is_copy(column) and not pd.isna(value)}
    return [column for column, value in copies.items() if value not in text]


def is_copy(column: str) -> bool:
    """Say whether a column holds words copied exactly from a paragraph."""
    return column in {"quote", "expression", "hedge"} or column.endswith("as_printed")


def address_faults(also: Any) -> list[str]:
    """Name the addresses in a cell such as ``screen:p1;newschina:p5`` that lead nowhere."""
    if pd.isna(also):
        return []
    faults = []
    for address in also.split(";"):
        source, _, paragraph = address.partition(":")
        try:
            reading(source)[paragraph]
        except CourseError as error:
            faults.append(str(error))
    return faults


def long_quotations(given: Reading) -> list[str]:
    """Return the quotations in curly quotes that have more words than a reading may quote at a time."""
    return [words for p in given for words in QUOTED.findall(p.text) if len(words.split()) > MAX_QUOTED_WORDS]


def read_number(printed: str, unit: str = "") -> float:
    """Read the number out of a witness's spelling, such as ``1.57 million yuan`` or ``a dozen``."""
    clock = re.fullmatch(r"(\d+):(\d+) (AM|PM)", printed)
    if clock:
        return float(clock[2]) if unit == "min" else int(clock[1]) % 12 + 12 * (clock[3] == "PM")
    length = re.fullmatch(r"(\d+) hr (\d+) min", printed)
    if length:
        return 60.0 * int(length[1]) + int(length[2])
    digits = re.search(r"(\d[\d,]*(?:\.\d+)?)(?:\s?(billion|million|m|K)\b)?", printed)
    if digits:
        return round(float(digits[1].replace(",", "")) * SCALES.get(digits[2], 1), 6)
    found = [NUMBER_WORDS[w] for w in printed.lower().split() if w in NUMBER_WORDS]
    if not found:
        raise ValueError(f"no number in {printed!r}")
    return float(max(found))  # "a dozen" is twelve, not one


def number_faults(frame: pd.DataFrame, number: str, printed: str) -> list[str]:
    """Describe the rows whose number is not the one that stands in print."""
    rows = frame[frame[number].notna() & frame[printed].notna()].to_dict("records")
    pairs = [(row, read_number(row[printed], str(row.get("unit", "")))) for row in rows]
    return [f"{row[printed]!r} is {read}, not {row[number]}" for row, read in pairs if float(row[number]) != read]


def date_parts(printed: str) -> dict[str, int]:
    """Read the year, month and day out of a printed date, as far as they stand in it."""
    parts: dict[str, int] = {}
    if year := re.search(r"\b(19|20)\d\d\b(?!s)", printed):
        parts["year"] = int(year[0])
    if month := MONTH.search(printed):
        parts["month"] = MONTHS.index(month[1]) + 1
        if month[2]:
            parts["day"] = int(month[2])
    return parts


def date_faults(frame: pd.DataFrame) -> list[str]:
    """Describe the rows whose ISO date contradicts the date that stands in print."""
    rows = frame[frame["date"].notna() & frame["date_as_printed"].notna()].to_dict("records")
    return [
        f"{row['date_as_printed']!r} gives another {part} than {row['date']:%Y-%m-%d}"
        for row in rows
        for part, value in date_parts(row["date_as_printed"]).items()
        if getattr(row["date"], part) != value
    ]


def with_column(column: str) -> list[str]:
    """Return the names of the tables that have the column."""
    return [name for name in table_names() if column in table(name).columns]


def basis_columns() -> list[tuple[str, str]]:
    """Return each table and column that says what a value rests on."""
    return [(name, column) for name in table_names() for column in table(name).columns if "basis" in column]


# The readings.


@pytest.mark.parametrize("source", source_ids())
def test_when_a_reading_is_loaded_then_its_front_matter_is_complete(source: str) -> None:
    """Every reading says who wrote the original, where, when, how that is known, and how it differs."""
    assert {key for key, value in reading(source).meta.items() if value} >= FRONT_MATTER


@pytest.mark.parametrize("source", source_ids())
def test_when_a_reading_is_loaded_then_its_id_is_its_file_name(source: str) -> None:
    """The id in the front matter is the one by which the tables cite the reading."""
    assert reading(source).meta["id"] == source


@pytest.mark.parametrize("source", source_ids())
def test_when_a_reading_is_loaded_then_its_paragraphs_are_numbered_without_a_gap(source: str) -> None:
    """Paragraphs run from p1 upwards, each number once."""
    numbers = [paragraph.number for paragraph in reading(source)]
    assert numbers == [f"p{i}" for i in range(1, len(numbers) + 1)]


@pytest.mark.parametrize("source", source_ids())
def test_when_a_reading_has_text_then_all_of_it_stands_in_numbered_paragraphs(source: str) -> None:
    """No line of a reading is out of reach of a citation."""
    body = (SOURCE_TEXTS / "readings" / f"{source}.md").read_text(encoding="utf-8").split("\n---\n", 1)[1]
    assert [line for line in body.splitlines() if line.strip() and not re.match(r"\[p\d+\] \S", line)] == []


@pytest.mark.parametrize("source", source_ids())
def test_when_a_reading_quotes_then_it_quotes_at_most_five_words(source: str) -> None:
    """The originals belong to other people: only short phrases of theirs are quoted."""
    assert long_quotations(reading(source)) == []


@pytest.mark.parametrize("source", source_ids())
def test_when_a_reading_opens_a_quotation_then_it_closes_it(source: str) -> None:
    """Curly quotes come in pairs in every paragraph, so that the length of a quotation can be counted."""
    assert [p.number for p in reading(source) if re.sub("[^“”]", "", p.text).replace("“”", "")] == []


@pytest.mark.parametrize("given", readings(), ids=lambda r: r.id)
def test_when_front_matter_cites_a_paragraph_then_the_paragraph_exists(given: Reading) -> None:
    """The evidence for a date can be looked up where the front matter says that it stands."""
    known_from = given.meta["date_known_from"]
    foreign = re.compile(r"(\w+) \[(p\d+)\]")
    cited = [(source, number) for source, number in foreign.findall(known_from) if source in source_ids()]
    own = re.findall(r"p\d+", " ".join(re.findall(r"\[(p[^\]]*)\]", known_from)))
    cited += [(given.id, number) for number in own if number not in {n for _, n in cited}]
    assert [f for source, number in cited for f in address_faults(f"{source}:{number}")] == []


# The catalogue.


def test_when_readings_are_listed_then_the_catalogue_has_exactly_these() -> None:
    """Every reading has a row in the catalogue and every row a reading."""
    assert sorted(table("sources")["source"]) == source_ids()


@pytest.mark.parametrize("column", ["title", "outlet", "kind", "country", "date_precision", "author_as_printed"])
def test_when_catalogue_and_front_matter_name_the_same_thing_then_they_agree(column: str) -> None:
    """What the catalogue repeats from a reading agrees with it; an empty cell stands for not known."""
    catalogue = table("sources").set_index("source")[column].fillna("unknown").to_dict()
    front = {r.id: str(r.meta[column]).replace("none printed", "unknown") for r in readings()}
    assert catalogue == front


def test_when_the_catalogue_dates_a_source_then_its_front_matter_begins_that_date() -> None:
    """The catalogue's day is the start of the span that the front matter names."""
    dates = table("sources").set_index("source")["date"].dt.strftime("%Y-%m-%d").fillna("unknown")
    assert [r.id for r in readings() if not dates[r.id].startswith(str(r.meta["date"]))] == []


def test_when_the_catalogue_counts_words_then_the_readings_have_that_many() -> None:
    """The lengths in the catalogue are those of the readings as they are now."""
    counted = {r.id: len(" ".join(p.text for p in r).split()) for r in readings()}
    assert table("sources").set_index("source")["reading_words"].to_dict() == counted


def test_when_an_author_is_catalogued_then_the_reading_prints_the_name() -> None:
    """An author as printed is printed."""
    rows = table("sources").dropna(subset="author_as_printed")
    authors = rows.set_index("source")["author_as_printed"].to_dict()
    assert [source for source, author in authors.items() if author not in reading(source).text] == []


# The tables.


def test_when_the_data_package_is_validated_then_frictionless_finds_no_fault() -> None:
    """Types, enumerations, unique ids and references to sources hold in every table."""
    report = Package(str(SOURCE_TEXTS / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])


def test_when_a_table_file_exists_then_the_data_package_describes_it() -> None:
    """No table is undocumented and no description is without its table."""
    files = sorted(f"tables/{path.name}" for path in (SOURCE_TEXTS / "tables").glob("*.csv"))
    assert sorted(resource["path"] for resource in datapackage()["resources"]) == files


@pytest.mark.parametrize("resource", datapackage()["resources"], ids=lambda r: r["name"])
def test_when_a_table_has_columns_then_each_is_described_in_order(resource: dict[str, Any]) -> None:
    """Every column of the file has a description with words in it, and no other column is described."""
    header = (SOURCE_TEXTS / resource["path"]).read_text(encoding="utf-8").splitlines()[0].split(",")
    assert [f["name"] for f in resource["schema"]["fields"] if f.get("description")] == header


@pytest.mark.parametrize("resource", datapackage()["resources"], ids=lambda r: r["name"])
def test_when_a_table_is_described_then_it_has_title_key_and_description(resource: dict[str, Any]) -> None:
    """A reader of the data package learns what each table is and what identifies its rows."""
    schema = resource["schema"]
    assert all([resource.get("title"), resource.get("description"), schema.get("primaryKey")])


@pytest.mark.parametrize("name", table_names())
def test_when_a_table_is_read_as_bytes_then_it_is_utf8_with_plain_line_ends(name: str) -> None:
    """Tables open in the same way on every system: UTF-8 without a mark, line feeds, one at the end."""
    raw = (SOURCE_TEXTS / "tables" / f"{name}.csv").read_bytes()
    raw.decode("utf-8")
    assert (raw.startswith(b"\xef\xbb\xbf"), b"\r" in raw, raw.endswith(b"\n")) == (False, False, True)


@pytest.mark.parametrize("name", table_names())
def test_when_rows_are_identified_then_every_id_is_unique_snake_case(name: str) -> None:
    """The first column is the id; no id comes twice and none needs quoting."""
    ids = table(name).iloc[:, 0]
    assert (ids.duplicated().sum(), [i for i in ids if not re.fullmatch(r"[a-z][a-z0-9_]*", i)]) == (0, [])


@pytest.mark.parametrize("name", table_names())
def test_when_cells_hold_text_then_no_blank_stands_at_either_end(name: str) -> None:
    """Values can be compared as they are, without stripping them first."""
    frame = table(name).select_dtypes("string")
    assert [c for c in frame if (frame[c].dropna() != frame[c].dropna().str.strip()).any()] == []


@pytest.mark.parametrize("name", with_column("source"))
def test_when_a_row_copies_from_a_paragraph_then_the_words_stand_there(name: str) -> None:
    """Quotes, hedges, expressions and printed values are exact copies from the cited paragraph."""
    frame = table(name).drop(columns="author_as_printed", errors="ignore")
    faults = {row[frame.columns[0]]: quotation_faults(row) for row in frame.to_dict("records")}
    assert {key: fault for key, fault in faults.items() if fault} == {}


@pytest.mark.parametrize("name", with_column("quote"))
def test_when_a_row_quotes_then_it_quotes_at_most_twelve_words(name: str) -> None:
    """A quote is there to be found again, not to be read instead of the paragraph."""
    assert [q for q in table(name)["quote"].dropna() if len(q.split()) > MAX_QUOTE_WORDS] == []


@pytest.mark.parametrize("name", with_column("also"))
def test_when_a_row_names_further_paragraphs_then_they_exist(name: str) -> None:
    """Every address in the column also leads to a paragraph."""
    assert [fault for also in table(name)["also"] for fault in address_faults(also)] == []


@pytest.mark.parametrize(("name", "column"), basis_columns())
def test_when_a_value_is_not_stated_then_a_note_says_where_it_comes_from(name: str, column: str) -> None:
    """Whoever reads an inferred or constructed value can also read how it was reached."""
    frame = table(name)
    unexplained = frame[column].isin(["inferred", "constructed"]) & frame["note"].isna()
    assert frame[unexplained].iloc[:, 0].tolist() == []


@pytest.mark.parametrize(("name", "column"), basis_columns())
def test_when_a_basis_is_given_then_it_is_one_of_three(name: str, column: str) -> None:
    """A value is stated, inferred or constructed; there is no fourth kind."""
    assert set(table(name)[column].dropna()) <= {"stated", "inferred", "constructed"}


@pytest.mark.parametrize(("name", "number", "printed"), NUMBERS)
def test_when_a_number_is_printed_then_the_table_has_that_number(name: str, number: str, printed: str) -> None:
    """Numbers are what a parser reads from the witness's own spelling, with nothing rounded or converted."""
    assert number_faults(table(name), number, printed) == []


@pytest.mark.parametrize(("name", "number", "printed"), NUMBERS[:3])
def test_when_an_amount_is_in_the_table_then_its_printed_form_is_too(name: str, number: str, printed: str) -> None:
    """No amount of money is computed from another: each stands in print."""
    frame = table(name)
    assert frame.loc[frame[number].isna() != frame[printed].isna(), "figure"].tolist() == []


@pytest.mark.parametrize("name", DATED)
def test_when_a_date_is_printed_then_the_iso_date_keeps_its_parts(name: str) -> None:
    """Day, month and year in print are day, month and year in the table."""
    assert date_faults(table(name)) == []


@pytest.mark.parametrize("name", DATED)
def test_when_a_stated_day_is_printed_then_its_year_is_printed_too(name: str) -> None:
    """A day printed without its year has an inferred date, never a stated one."""
    frame = table(name)
    days = frame[(frame["precision"] == "day") & (frame["basis"] == "stated") & frame["date"].notna()]
    assert [d for d in days["date_as_printed"] if "year" not in date_parts(d)] == []


@pytest.mark.parametrize("name", DATED)
def test_when_a_period_has_an_end_then_it_is_not_before_its_start(name: str) -> None:
    """Periods run forwards."""
    periods = table(name).dropna(subset="date_end")
    assert periods[~(periods["date_end"] >= periods["date"])].iloc[:, 0].tolist() == []


def test_when_a_score_is_given_then_it_lies_on_its_scale() -> None:
    """No rating is outside the range of the scale it was given on."""
    ratings = table("ratings")
    assert ratings["score"].between(ratings["scale_min"], ratings["scale_max"]).all()


def test_when_the_run_is_counted_then_the_removal_falls_on_day_eighty() -> None:
    """From the Chinese release to the dated removal 80 days pass, as the course says."""
    events = table("events").dropna(subset="date").drop_duplicates("event").set_index("event")
    assert (events.loc["china_removal", "date"] - events.loc["china_release", "date"]).days == 80


def test_when_the_witness_counts_tickets_then_the_table_keeps_tickets() -> None:
    """A slip stays that witness's value: 100 million tickets are not turned into yuan."""
    row = table("box_office").set_index("figure").loc["lz_tickets"]
    assert (row["amount_tickets"], pd.isna(row["amount_cny"])) == (100_000_000, True)


# The second coding.


def both_codings() -> pd.DataFrame:
    """Return the codes of A and B side by side, a row an expression."""
    return table("appraisals").merge(table("second_coding"), on="appraisal", suffixes=("_a", "_b"))


def agreement(codings: pd.DataFrame, code: str) -> tuple[int, float]:
    """Return on how many expressions A and B agree, and Krippendorff's alpha to two decimals."""
    a, b = list(codings[f"{code}_a"]), list(codings[f"{code}_b"])
    alpha = krippendorff.alpha([a, b], level_of_measurement="nominal")
    return sum(one == other for one, other in zip(a, b, strict=True)), round(float(alpha), 2)


def test_when_expressions_are_coded_twice_then_both_codings_have_the_same_rows() -> None:
    """Coder B has coded every expression of coder A, in A's order, and no other."""
    assert table("second_coding")["appraisal"].tolist() == table("appraisals")["appraisal"].tolist()


@pytest.mark.parametrize("code", ["attitude", "polarity", "target"])
def test_when_two_coders_choose_a_code_then_they_choose_from_the_same(code: str) -> None:
    """Both codings have one vocabulary, so that they can be compared."""
    fields = {r["name"]: {f["name"]: f for f in r["schema"]["fields"]} for r in datapackage()["resources"]}
    first, second = (fields[name][code]["constraints"]["enum"] for name in ("appraisals", "second_coding"))
    assert first == second


@pytest.mark.parametrize("code", ["attitude", "polarity", "target"])
def test_when_the_datasheet_states_agreement_then_it_is_that_of_the_tables(code: str) -> None:
    """Agreement and alpha in the datasheet are computed from the two codings as they are now."""
    stated = re.search(
        rf"\| {code} \| (\d+) of (\d+) \((\d+) %\) \| ([\d.]+) \| ([\d.]+) \|",
        (SOURCE_TEXTS / "DATASHEET.md").read_text(encoding="utf-8"),
    )
    assert stated is not None
    codings = both_codings()
    same, alpha = agreement(codings, code)
    _, alpha_uk = agreement(codings[codings["source"] == "uk_review"], code)
    computed = (same, len(codings), round(100 * same / len(codings)), alpha, alpha_uk)
    assert tuple(float(number) for number in stated.groups()) == computed


def test_when_the_coding_manual_quotes_then_the_words_stand_in_the_paragraph() -> None:
    """Every example in the coding manual can be looked up, word for word."""
    manual = (SOURCE_TEXTS / "CODING_MANUAL.md").read_text(encoding="utf-8")
    quoted = re.findall(r"“([^”]+)” \[(\w+) (p\d+)\]", manual)
    missing = [words for words, source, number in quoted if words not in reading(source)[number].text]
    assert (missing, len(quoted) >= 15) == ([], True)


def test_when_the_coding_manual_decides_a_case_then_the_second_coding_follows_it() -> None:
    """Each boundary case has in the table the code for which the manual decides."""
    manual = (SOURCE_TEXTS / "CODING_MANUAL.md").read_text(encoding="utf-8").split("## Boundary cases")[1]
    codes = ["affect", "judgement", "appreciation", "positive", "negative", "mixed"]
    cases = re.findall(rf"^\| “([^”]+)” \[(\w+) (p\d+)\] \|[^|]*\| ({'|'.join(codes)})\b", manual, re.MULTILINE)
    rows = both_codings().set_index(["expression", "source", "paragraph"])
    found = [
        decided in set(rows.loc[(words, source, number), ["attitude_b", "polarity_b"]])
        for words, source, number, decided in cases
    ]
    assert found == [True] * 7


# The finders find what is wrong: each is given a planted fault.


def row_with(**changes: Any) -> dict[str, Any]:
    """Return a correct row of `box_office` with some cells changed."""
    frame = table("box_office")
    return {**frame[frame["figure"] == "nc_first_week"].to_dict("records")[0], **changes}


def test_when_a_row_is_correct_then_no_quotation_fault_is_found() -> None:
    """The row in which the next tests plant their faults has none of its own."""
    assert quotation_faults(row_with()) == []


@pytest.mark.parametrize(
    ("column", "wrong"),
    [("quote", "2.57 million yuan"), ("cny_as_printed", "2.57 million yuan"), ("hedge", "about")],
)
def test_when_copied_words_are_not_in_the_paragraph_then_the_column_is_named(column: str, wrong: str) -> None:
    """A planted wrong copy is found, and nothing else is complained about."""
    assert quotation_faults(row_with(**{column: wrong})) == [column]


@pytest.mark.parametrize(("column", "wrong"), [("paragraph", "p99"), ("source", "variety")])
def test_when_a_row_cites_what_does_not_exist_then_a_fault_is_found(column: str, wrong: str) -> None:
    """A planted wrong address is found."""
    assert len(quotation_faults(row_with(**{column: wrong}))) == 1


def test_when_a_row_quotes_without_an_address_then_a_fault_is_found() -> None:
    """A quote needs a paragraph to stand in."""
    assert "quote" in quotation_faults(row_with(paragraph=pd.NA))


def test_when_one_of_two_addresses_leads_nowhere_then_one_fault_is_found() -> None:
    """Every address of a cell is looked up, not only the first."""
    assert len(address_faults("screen:p1;screen:p99")) == 1


def test_when_an_amount_is_off_by_a_factor_then_the_number_finder_says_so() -> None:
    """A planted amount of 15.7 million is not taken for 1.57 million."""
    frame = pd.DataFrame([row_with(amount_cny=15_700_000)])
    assert len(number_faults(frame, "amount_cny", "cny_as_printed")) == 1


def test_when_a_day_is_wrong_then_the_date_finder_says_so() -> None:
    """A planted date of 9 July is not taken for July 8."""
    assert len(date_faults(pd.DataFrame([row_with(date=pd.Timestamp(date(2022, 7, 9)))]))) == 1


def test_when_a_quotation_has_six_words_then_the_length_finder_returns_it() -> None:
    """Five words pass and six do not."""
    text = "---\nid: x\n---\n\n[p1] It says “one two three four five” and “one two three four five six”.\n"
    assert long_quotations(parse_reading("x", text)) == ["one two three four five six"]


@pytest.mark.parametrize(
    ("printed", "unit", "number"),
    [
        ("1.57 million yuan", "", 1_570_000),
        ("17,970 yuan", "", 17_970),
        ("US$14.3m", "", 14_300_000),
        ("$275,000", "", 275_000),
        ("94%", "", 94),
        ("8.5/10", "", 8.5),
        ("1.6K", "", 1600),
        ("2.58 billion views", "", 2_580_000_000),
        ("131 minutes", "min", 131),
        ("2 hr 8 min", "min", 128),
        ("07:39 PM", "h", 19),
        ("12:05 AM", "h", 0),
        ("39-yearold", "years", 39),
        ("a dozen", "eggs", 12),
        ("three-quarters", "share", 0.75),
    ],
)
def test_when_a_number_is_spelt_in_print_then_the_parser_reads_it(printed: str, unit: str, number: float) -> None:
    """The parser that checks the tables reads the spellings that the witnesses use."""
    assert read_number(printed, unit) == number


def test_when_no_number_is_printed_then_the_parser_refuses() -> None:
    """Words without a number are an error, not a zero."""
    with pytest.raises(ValueError, match="no number"):
        read_number("dozens and dozens")
