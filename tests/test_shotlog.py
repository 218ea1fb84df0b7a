"""Shot logs leave as files that other tools open, come back equal, and say what is lost."""

import doctest
import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import opentimelineio as otio
import pandas as pd
import pympi
import pytest
from frictionless import Package
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from return_to_dust import CourseError, table
from return_to_dust.paths import CHECKOUT
from return_to_dust.shotlog import ShotLog, fragments, losses, read_shot_log, write_shot_log
from return_to_dust.shotlog import files as shotlog_files
from return_to_dust.shotlog.cells import CONTROL
from return_to_dust.shotlog.fragments import box_fragment, read_fragment, time_fragment
from return_to_dust.shotlog.log import TIMES, fields_of
from return_to_dust.shotlog.losses import FEATURES, FINE_TIMES, MEDIA, OWN_COLUMNS, REGIONS, ROW_ORDER
from return_to_dust.shotlog.slots import place

FORMATS = ["csv", "otio", "eaf", "jsonld"]
MEDIA_FILE = "video/隐入尘烟 1.mp4"
PAGE = (CHECKOUT / "docs" / "shot_logs.md").read_text(encoding="utf-8")
#: A row with something in every column, which later rows do not have.
FULL_ROW = {
    "shot": "mine_1",
    "order": 2,
    "scene": "驴与人 in the “yard”; 5 < 6 & 7 > 6",
    "source": "user_liangzihan",
    "paragraph": "p6",
    "quote": "first shot",
    "also": "user_liangzihan:p7",
    "field_size": "long shot",
    "field_size_as_printed": "a long shot",
    "field_size_basis": "stated",
    "angle": "high-angle",
    "angle_as_printed": "overlooking",
    "angle_basis": "inferred",
    "off_screen": "a voice,\nthen another\r\nand a third",
    "depth": " blank at both ends ",
    "frame_within_frame": "no",
    "who": "donkey;ma_youtie",
    "donkey_role": "'quoted' and \"quoted\"",
    "reading": "=1+1",
    "reading_basis": "inferred",
    "note": "NA",
    "start_s": 12.04,
    "end_s": 61.5,
    "weather 天气": "snow",
}


def full_log() -> pd.DataFrame:
    later = {"shot": "mine_0", "start_s": 0.25, "end_s": 12.04, "weather 天气": "none"}
    return pd.DataFrame([FULL_ROW, later, {"shot": "mine_2"}])


def full_regions() -> pd.DataFrame:
    regions = table("regions").head(5).copy()
    regions["shot"] = pd.array(["mine_2", "mine_1", "mine_2", "mine_0", "mine_1"], dtype="string")
    regions.loc[1, ["x", "width"]] = [0.123456789, 1 / 3]
    return regions


def there_and_back(folder: Path, name: str, log, **others) -> ShotLog:
    path = folder / f"log.{name}"
    write_shot_log(log, path, overwrite=True, **others)
    return read_shot_log(path)


# --- what each format holds


@pytest.mark.parametrize("name", FORMATS)
def test_when_the_courses_own_log_is_written_then_it_comes_back_equal(tmp_path, name):
    """All rows of the table shots, types and order included, survive each format."""
    pd.testing.assert_frame_equal(there_and_back(tmp_path, name, table("shots")).shots, table("shots"))


@pytest.mark.parametrize("name", ["csv", "otio", "jsonld"])
def test_when_the_courses_own_regions_are_written_then_they_come_back_equal(tmp_path, name):
    """All regions survive each format that has a place for them."""
    back = there_and_back(tmp_path, name, table("shots"), regions=table("regions"))
    pd.testing.assert_frame_equal(back.regions, table("regions"))


@pytest.mark.parametrize("name", FORMATS)
def test_when_a_full_log_comes_back_then_what_is_equal_is_exactly_what_is_said_to_be_held(tmp_path, name):
    """The table of losses is true, in both directions."""
    log, regions = full_log(), full_regions()
    before = shotlog_checked(log)
    back = there_and_back(tmp_path, name, log, regions=regions, media=MEDIA_FILE)
    fine = log.assign(start_s=[12.0401234, 0.1 + 0.2, None])
    equal = {column: back.shots[column].equals(before[column]) for column in before}
    equal[OWN_COLUMNS] = equal.pop("weather 天气")
    equal[ROW_ORDER] = list(back.shots["shot"]) == ["mine_1", "mine_0", "mine_2"]
    equal[FINE_TIMES] = there_and_back(tmp_path, name, fine).shots["start_s"].dropna().tolist() == [
        12.0401234,
        0.1 + 0.2,
    ]
    equal[REGIONS] = back.regions is not None and back.regions.equals(regions)
    equal[MEDIA] = back.media == MEDIA_FILE
    told = losses(name)
    assert equal == dict(zip(told["what"], told["held"], strict=True))


@pytest.mark.parametrize("name", FORMATS)
def test_when_losses_are_asked_for_then_every_column_and_feature_is_told_with_a_how(name):
    """No column of the table shots is passed over."""
    told = losses(f".{name}")
    wanted = [*table("shots").columns, *(field["name"] for field in TIMES), *FEATURES]
    assert (list(told["what"]), told["how"].str.len().gt(5).all()) == (wanted, True)


def test_when_a_format_holds_less_than_it_is_given_then_the_sentence_says_so(tmp_path):
    """Nobody has to look up that an ELAN file has left out the regions and rounded a time."""
    said = write_shot_log(full_log().assign(end_s=[61.50001, 12.04, None]), tmp_path / "a.eaf", regions=full_regions())
    assert said.removeprefix(str(tmp_path / "a.eaf")) == (
        " holds 3 shots. 5 regions: left out: annotations have a time and no place in the picture. "
        "Some times are rounded: time slots are whole milliseconds. "
        "1 shot without a full time: a placeholder there, marked constructed."
    )


def test_when_a_log_travels_through_all_formats_then_nothing_of_its_shots_is_lost(tmp_path):
    """CSV to OpenTimelineIO to ELAN to Web Annotation and back to CSV: equal, and still without times."""
    log = ShotLog(table("shots"), table("regions"), MEDIA_FILE)
    for name in ["csv", "otio", "eaf", "jsonld", "csv"]:
        log = there_and_back(tmp_path, name, log)
    pd.testing.assert_frame_equal(log.shots, table("shots"))
    assert (log.regions, log.media) == (None, MEDIA_FILE)


# --- any log at all

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=25).filter(lambda text: not CONTROL.search(text))
STRANGE = st.sampled_from(
    ["驴", "𠮷\u200b\u202e", "\u2028\x85\xa0", "\r", "\r\n", "\t \n", ' "', "]]>", "<!--&amp;", "\ufeff", "e\u0301"]
)
MAYBE_TEXT = st.none() | TEXT | STRANGE
TIME = st.none() | st.floats(0, 1_000_000, exclude_max=True)
MS = st.none() | st.integers(0, 999_999_999).map(lambda ms: ms / 1000)


def enum(column):
    return next(field for field in fields_of("shots") if field["name"] == column)["constraints"]["enum"]


def rows(times):
    return st.fixed_dictionaries(
        {"shot": (TEXT | STRANGE).filter(bool), "a": times, "b": times},
        optional={
            "order": st.integers(1, 2**53),
            "field_size": st.sampled_from(enum("field_size")),
            "angle": st.none() | st.sampled_from(enum("angle")),
            "frame_within_frame": st.sampled_from([None, "yes", "no", pd.NA, float("nan")]),
            "scene": MAYBE_TEXT,
            "note": MAYBE_TEXT,
            "quote": MAYBE_TEXT,
            "my own": MAYBE_TEXT,
            "列": MAYBE_TEXT,
        },
    ).map(in_time)


def in_time(row):
    """Make of two times a start and an end, in that order."""
    start, end = row.pop("a"), row.pop("b")
    if start is not None and end is not None:
        start, end = (None, None) if start == end else sorted([start, end])
    end = end or None  # no shot ends where the film begins
    return row | {"start_s": start, "end_s": end}


def logs(times):
    return st.lists(rows(times), min_size=1, max_size=6, unique_by=lambda row: row["shot"]).map(
        lambda found: pd.DataFrame(found, dtype=object)
    )


ANY_LOG = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.mark.parametrize("name", ["otio", "jsonld", "csv"])
@ANY_LOG
@given(log=logs(TIME))
@example(log=pd.DataFrame([{"shot": "a", "start_s": 5e-324, "end_s": 1e-323}, {"shot": "A", "start_s": 1e-9}]))
@example(log=pd.DataFrame([{"shot": '"', "scene": "\r"}, {"shot": " ", "scene": "a\rb"}]))
def test_when_any_log_is_written_then_it_comes_back_equal(tmp_path, name, log):
    """Strange texts, missing values and any times survive the formats that hold them exactly."""
    want = shotlog_checked(log)
    pd.testing.assert_frame_equal(there_and_back(tmp_path, name, log).shots, want)


@ANY_LOG
@given(log=logs(MS))
def test_when_any_log_is_written_for_elan_then_it_comes_back_equal(tmp_path, log):
    """XML keeps strange texts too, carriage returns among them, and times to the millisecond."""
    pd.testing.assert_frame_equal(there_and_back(tmp_path, "eaf", log).shots, shotlog_checked(log))


def shotlog_checked(log):
    """Return the log with the course's columns and types, made here in another way than in the package."""
    kinds = {"string": "string", "integer": "Int64", "number": "Float64"}
    own = sorted(set(log.columns) - {field["name"] for field in fields_of("shots")})
    frame = pd.DataFrame(index=range(len(log)))
    for name, kind in [(field["name"], field["type"]) for field in fields_of("shots")] + [(n, "string") for n in own]:
        cells = (
            [None if pd.isna(cell) or cell == "" else cell for cell in log[name]] if name in log else [None] * len(log)
        )
        frame[name] = pd.array(cells, dtype=kinds[kind])
    optional = ["start_s", "end_s", *own]
    return frame.drop(columns=[name for name in optional if frame[name].isna().all()])


BOX = st.tuples(st.floats(0, 0.999), st.floats(0, 0.999), st.floats(0.001, 1), st.floats(0.001, 1))


@pytest.mark.parametrize("name", ["csv", "otio", "jsonld"])
@ANY_LOG
@given(boxes=st.lists(BOX, min_size=1, max_size=4), media=st.none() | st.text(max_size=12))
def test_when_any_regions_are_written_then_their_numbers_come_back_equal(tmp_path, name, boxes, media):
    """Shares of the frame keep all their digits, though annotation viewers get whole percents."""
    regions = pd.DataFrame(boxes, columns=["x", "y", "width", "height"])
    regions = regions.assign(region=[f"r{n}" for n in range(len(boxes))], shot="s", label="驴")
    sound = media is not None and media.isprintable() and media.strip() and not re.match("[A-Za-z]{2,}:.*[# ]", media)
    medium = media if sound and not media.startswith("/") else None
    back = there_and_back(tmp_path, name, pd.DataFrame({"shot": ["s"]}), regions=regions, media=medium)
    numbers = back.regions[["x", "y", "width", "height"]].to_numpy().tolist()
    assert (numbers, back.media, back.regions["label_en"][0]) == ([list(box) for box in boxes], medium, "驴")


# --- times that nobody has measured


def test_when_a_log_has_no_times_then_the_timeline_says_that_they_are_constructed(tmp_path):
    """The file itself says so: in the timeline, on each clip, and in a marker that editors show."""
    write_shot_log(table("shots"), tmp_path / "a.otio")
    timeline = otio.adapters.read_from_file(str(tmp_path / "a.otio"))
    clips = timeline.find_clips()
    said = {
        "note": "nobody who made the log has measured it" in timeline.metadata["return_to_dust"]["note"],
        "clips": all(c.metadata["return_to_dust"]["time_basis"].startswith("constructed") for c in clips),
        "markers": {c.markers[0].name for c in clips},
        "comment": all("placeholder" in c.markers[0].comment for c in clips),
    }
    assert said == {"note": True, "clips": True, "markers": {"constructed time"}, "comment": True}


def test_when_a_log_has_no_times_then_the_elan_file_says_that_they_are_constructed(tmp_path):
    """A tier says it of every shot, and the header of the file."""
    write_shot_log(table("shots"), tmp_path / "a.eaf")
    eaf = pympi.Eaf(str(tmp_path / "a.eaf"))
    marks = [value for _, value, _, _ in eaf.tiers["time_basis"][1].values()]
    note = dict(eaf.properties)["return_to_dust:note"]
    assert (len(marks), marks[:2], "constructed" in note) == (30, ["constructed 0-1000", "constructed 1000-2000"], True)


def test_when_a_log_has_no_times_then_no_annotation_pretends_one(tmp_path):
    """A Web Annotation can do without a time, so no target has one."""
    write_shot_log(table("shots"), tmp_path / "a.jsonld", regions=table("regions"))
    values = re.findall(r'"value": "(?:t=|xywh=)[^"]*"', (tmp_path / "a.jsonld").read_text(encoding="utf-8"))
    assert (len(values), any("t=" in value for value in values)) == (23, False)


def test_when_a_placeholder_is_moved_in_elan_then_its_time_counts(tmp_path):
    """A person who sets a time with the film at hand does not lose it to the mark; the others stay without."""
    path = tmp_path / "a.eaf"
    write_shot_log(table("shots"), path)
    eaf = pympi.Eaf(str(path))
    begin, end, _, _ = next(iter(eaf.tiers["shot"][0].values()))
    eaf.timeslots[begin], eaf.timeslots[end] = 61_200, 75_480
    path.unlink()
    eaf.to_file(str(path))
    back = read_shot_log(path).shots
    assert back[["start_s", "end_s"]].dropna().to_numpy().tolist() == [[61.2, 75.48]]


def test_when_a_placeholder_is_moved_on_a_timeline_then_its_time_counts_and_no_other(tmp_path):
    """What comes after a longer clip moves along on the timeline, and is still no time of the film."""
    path = tmp_path / "a.otio"
    write_shot_log(table("shots"), path)
    timeline = otio.adapters.read_from_file(str(path))
    second = otio.opentime.RationalTime
    timeline.find_clips()[2].source_range = otio.opentime.TimeRange(second(240, 24), second(120, 24))
    otio.adapters.write_to_file(timeline, str(path))
    back = read_shot_log(path).shots
    assert back.loc[back["start_s"].notna(), ["shot", "start_s", "end_s"]].to_numpy().tolist() == [
        ["lz_mirror", 10, 15]
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_when_only_one_end_of_a_shot_is_known_then_the_other_stays_unknown(tmp_path, name):
    """A log of starts alone is the usual one; no format makes up the ends."""
    log = pd.DataFrame({"shot": ["a", "b", "c"], "start_s": [3.0, 3.5, None], "end_s": [None, None, 0.4]})
    back = there_and_back(tmp_path, name, log).shots
    assert back[["start_s", "end_s"]].astype(object).where(lambda f: f.notna(), None).to_numpy().tolist() == [
        [3.0, None],
        [3.5, None],
        [None, 0.4],
    ]


def test_when_shots_overlap_then_they_lie_in_tracks_and_tiers_of_their_own(tmp_path):
    """Neither a track nor a tier can hold two things at once, and none is lost for it."""
    log = pd.DataFrame({"shot": ["a", "b", "c"], "start_s": [0, 5, 10], "end_s": [10, 8, 12], "scene": ["x", "y", "z"]})
    write_shot_log(log, tmp_path / "a.otio")
    write_shot_log(log, tmp_path / "a.eaf")
    tracks = otio.adapters.read_from_file(str(tmp_path / "a.otio")).tracks
    tiers = pympi.Eaf(str(tmp_path / "a.eaf")).tiers
    found = (
        [[clip.name for clip in track.find_clips()] for track in tracks],
        [[value for *_, value, _ in tiers[name][0].values()] for name in ("shot", "shot@2")],
        [value for _, value, _, _ in tiers["scene@2"][1].values()],
    )
    assert found == ([["a", "c"], ["b"]], [["a", "c"], ["b"]], ["y"])


@ANY_LOG
@given(log=logs(TIME))
def test_when_shots_are_placed_then_no_lane_holds_two_at_once(log):
    """Lanes are free of overlaps, slots have a length, and a shot without times comes after all known ones."""
    found = [{k: v for k, v in row.items() if not pd.isna(v)} for row in log.to_dict("records")]
    slots = place(found)
    lanes = {}
    for slot in sorted(slots, key=lambda s: s.start_ms):
        assert slot.start_ms >= lanes.get(slot.lane, 0), "two at once"
        lanes[slot.lane] = slot.end_ms
    latest = max((s.end_ms for s in slots if not s.mark.startswith("constructed")), default=0)
    free = [s.start_ms for s in slots if s.mark.startswith("constructed")]
    assert (all(s.end_ms > s.start_ms for s in slots), free == sorted(free), min(free, default=latest) >= latest) == (
        True,
        True,
        True,
    )


# --- opened by the tools' own libraries


def test_when_opentimelineio_reads_the_file_then_clips_lie_at_their_times_in_the_film(tmp_path):
    """Timeline, track and gaps put a clip where the shot is, and link the film."""
    write_shot_log(full_log(), tmp_path / "a.otio", media=MEDIA_FILE)
    timeline = otio.adapters.read_from_file(str(tmp_path / "a.otio"))
    clips = [
        (c.name, c.range_in_parent().start_time.to_seconds(), c.duration().to_seconds()) for c in timeline.find_clips()
    ]
    url = timeline.find_clips()[0].media_reference.target_url
    assert (clips, url) == (
        [("mine_0", 0.25, 11.79), ("mine_1", 12.04, 49.46), ("mine_2", 63.0, 1.0)],
        "video/%E9%9A%90%E5%85%A5%E5%B0%98%E7%83%9F%201.mp4",
    )


def test_when_pympi_reads_the_file_then_each_column_is_a_tier_under_the_shots(tmp_path):
    """Tiers, parents and constraints are as ELAN wants them."""
    write_shot_log(table("shots"), tmp_path / "a.eaf")
    eaf = pympi.Eaf(str(tmp_path / "a.eaf"))
    tiers = {name: tier[2].get("PARENT_REF") for name, tier in eaf.tiers.items()}
    columns = [column for column in table("shots") if column != "shot"]
    assert tiers == {"shot": None} | dict.fromkeys(["row", "time_basis", *columns], "shot")


@pytest.mark.parametrize("column", ["field_size", "angle"])
def test_when_pympi_reads_the_file_then_sizes_and_angles_have_a_vocabulary_in_two_languages(tmp_path, column):
    """Each AdA value is in the controlled vocabulary of its tier, with the Chinese term of the table terms."""
    write_shot_log(table("shots"), tmp_path / "a.eaf")
    eaf = pympi.Eaf(str(tmp_path / "a.eaf"))
    kind = eaf.linguistic_types[eaf.tiers[column][2]["LINGUISTIC_TYPE_REF"]]
    entries = [
        {language: value for value, language, _ in values}
        for values, _ in eaf.get_cv_entries(kind["CONTROLLED_VOCABULARY_REF"]).values()
    ]
    chinese = table("terms").set_index("ada")["chinese"]
    assert entries == [{"eng": value, "zho": chinese[value]} for value in enum(column)]


def test_when_the_elan_file_is_read_as_xml_then_every_reference_leads_somewhere(tmp_path):
    """Time slots come in the order of time; annotations, types, vocabularies and languages that are named exist."""
    write_shot_log(full_log(), tmp_path / "a.eaf", media=MEDIA_FILE)
    eaf = pympi.Eaf(str(tmp_path / "a.eaf"))
    shots = eaf.tiers["shot"][0]
    slots = {slot for begin, end, _, _ in shots.values() for slot in (begin, end)}
    refs = {ref for tier in eaf.tiers.values() for ref, _, _, _ in tier[1].values()}
    kinds = {tier[2]["LINGUISTIC_TYPE_REF"] for tier in eaf.tiers.values()}
    wanted = {t["CONTROLLED_VOCABULARY_REF"] for t in eaf.linguistic_types.values() if "CONTROLLED_VOCABULARY_REF" in t}
    times = list(eaf.timeslots.values())
    missing = (
        slots ^ set(eaf.timeslots),
        refs - set(shots),
        kinds - set(eaf.linguistic_types),
        wanted ^ set(eaf.controlled_vocabularies),
    )
    assert (missing, times, eaf.media_descriptors[0]["MIME_TYPE"]) == ((set(),) * 4, sorted(times), "video/mp4")


def test_when_frictionless_validates_the_csv_then_it_finds_no_fault(tmp_path):
    """Types, vocabularies, ids and the regions' reference to shots hold as the data package says."""
    write_shot_log(table("shots"), tmp_path / "a.csv", regions=table("regions"))
    report = Package(str(tmp_path / "a.datapackage.json")).validate()
    assert (report.valid, report.stats["tasks"]) == (True, 2), report.flatten(
        ["name", "rowNumber", "fieldName", "note"]
    )


def collection(folder, **others):
    log = table("shots").assign(start_s=range(30), end_s=range(1, 31))
    write_shot_log(log, folder / "a.jsonld", regions=table("regions"), **others)
    return json.loads((folder / "a.jsonld").read_text(encoding="utf-8"))


def test_when_the_collection_is_read_then_it_has_what_the_model_requires(tmp_path):
    """A collection has a context, an address, its type, a total and its first page; the page has its items."""
    found = collection(tmp_path)
    page = found["first"]
    assert (found["@context"][0], found["type"], page["type"], found["total"], page["partOf"], found["last"]) == (
        "http://www.w3.org/ns/anno.jsonld",
        "AnnotationCollection",
        "AnnotationPage",
        len(page["items"]),
        found["id"],
        page["id"],
    )


def test_when_annotations_are_read_then_each_has_what_the_model_requires(tmp_path):
    """An annotation has an address of its own, a type, bodies with value and purpose, and a target with a source."""
    items = collection(tmp_path, media="https://example.org/film.mp4")["first"]["items"]
    purposes = {"identifying", "tagging", "describing"}
    sound = [
        item["type"] == "Annotation"
        and item["target"]["source"] == "https://example.org/film.mp4"
        and item["target"]["selector"]["type"] == "FragmentSelector"
        and item["target"]["selector"]["conformsTo"] == "http://www.w3.org/TR/media-frags/"
        and all(isinstance(body["value"], str) and body["type"] == "TextualBody" for body in item["body"])
        and {body["purpose"] for body in item["body"]} <= purposes
        for item in items
    ]
    assert (sound, len({item["id"] for item in items})) == ([True] * 53, 53)


def test_when_annotations_are_read_then_field_size_and_angle_are_tags(tmp_path):
    """What comes from a vocabulary is a tag."""
    bodies = [body for item in collection(tmp_path)["first"]["items"] for body in item["body"]]
    assert {body["purpose"] for body in bodies if body["dust:column"] in {"field_size", "angle"}} == {"tagging"}


def test_when_a_log_is_written_twice_as_annotations_then_the_files_are_equal(tmp_path):
    """Addresses come from the content, so that a version control shows what has changed and nothing else."""
    first = collection(tmp_path)
    (tmp_path / "a.jsonld").unlink()
    assert collection(tmp_path) == first


# --- media fragments


@given(box=BOX)
def test_when_a_box_is_written_then_it_keeps_to_the_standard_and_lies_near(box):
    """Four whole percents inside the frame, from the upper left corner, as near as that allows."""
    found = re.fullmatch(r"xywh=percent:(\d+),(\d+),(\d+),(\d+)", box_fragment(*box))
    left, top, width, height = (int(number) for number in found.groups())
    x, y, *_ = read_fragment(found[0]).box
    inside = left + width <= 100 and top + height <= 100 and min(width, height) >= 1
    assert (inside, abs(x - box[0]) <= 0.0151, abs(y - box[1]) <= 0.0151) == (True, True, True)


@given(start=TIME, end=TIME)
def test_when_times_are_written_as_a_fragment_then_they_come_back_equal(start, end):
    """No digit is lost, and no exponent is written, which the standard does not know."""
    text = time_fragment(start, end)
    found = read_fragment(text)
    assert ((found.start_s, found.end_s), "e" in text) == ((start, end), False)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("t=10,20", (10, 20)),
        ("#t=npt:10.5", (10.5, None)),
        ("t=,1:30", (None, 90)),
        ("t=0:01:00,01:02:03.25&xywh=1,2,3,4", (60, 3723.25)),
        ("t=smpte:0:00:01", (None, None)),
        ("t=x", (None, None)),
        ("", (None, None)),
    ],
)
def test_when_others_write_times_then_they_are_read(text, times):
    """Seconds and clock times are read; other clocks and nonsense say nothing."""
    found = read_fragment(text)
    assert ((found.start_s, found.end_s), found.box) == (times, None)


def test_when_the_examples_of_the_fragments_are_run_then_they_are_true():
    """The documentation of the fragments shows what they give."""
    assert doctest.testmod(fragments) == (0, 2)


# --- files of other tools


def test_when_an_elan_file_of_somebody_else_is_read_then_its_annotations_are_shots(tmp_path):
    """Words go to scene, times to times; a tier that is called like a column fills it; all else is empty."""
    eaf = pympi.Eaf()
    eaf.add_linguistic_type("child", "Symbolic_Association", timealignable=False)
    eaf.add_tier("gesture")
    eaf.add_tier("angle", ling="child", parent="gesture")
    eaf.add_tier("mood", ling="child", parent="gesture")
    eaf.add_annotation("gesture", 1500, 2500, "手 on the donkey")
    eaf.add_annotation("gesture", 200, 900, "")
    eaf.add_ref_annotation("angle", "gesture", 2000, "high-angle")
    eaf.add_ref_annotation("mood", "gesture", 2000, "calm")
    eaf.add_linked_file("file:///films/a.mp4", mimetype="video/mp4")
    eaf.to_file(str(tmp_path / "a.eaf"))
    log = read_shot_log(tmp_path / "a.eaf")
    told = log.shots.dropna(axis="columns", how="all").astype(object).where(lambda f: f.notna(), None)
    assert (told.to_dict("records"), log.media) == (
        [
            {
                "shot": "annotation_2",
                "scene": None,
                "angle": None,
                "note": "tier gesture",
                "start_s": 0.2,
                "end_s": 0.9,
            },
            {
                "shot": "annotation_1",
                "scene": "手 on the donkey",
                "angle": "high-angle",
                "note": "tier gesture",
                "start_s": 1.5,
                "end_s": 2.5,
            },
        ],
        "file:///films/a.mp4",
    )


def test_when_a_timeline_of_somebody_else_is_read_then_its_clips_are_shots(tmp_path):
    """Names go to scene; the time is the place on the timeline, not the one in the camera's file; sound is left out."""
    time, clip = otio.opentime.RationalTime, otio.schema.Clip
    span = otio.opentime.TimeRange(time(86_400, 24), time(48, 24))
    timeline = otio.schema.Timeline("cut")
    picture, sound = otio.schema.Track(kind="Video"), otio.schema.Track(kind="Audio")
    picture.extend(
        [clip("A001", source_range=span), otio.schema.Gap(duration=time(24, 24)), clip("A001", source_range=span)]
    )
    sound.append(clip("wind", source_range=span))
    timeline.tracks.extend([picture, sound])
    otio.adapters.write_to_file(timeline, str(tmp_path / "a.otio"))
    told = read_shot_log(tmp_path / "a.otio").shots.dropna(axis="columns", how="all")
    assert told.to_numpy().tolist() == [["clip_1", "A001", 0, 2], ["clip_2", "A001", 3, 5]]


FOREIGN_ANNOTATIONS = [
    {
        "id": "http://example.org/1",
        "type": "Annotation",
        "body": [
            {"type": "TextualBody", "value": "驴"},
            {"type": "TextualBody", "value": "head", "purpose": "tagging"},
        ],
        "target": "https://example.org/film.mp4#t=61,75.5&xywh=percent:25,12.5,50,50",
    },
    {
        "type": "Annotation",
        "bodyValue": "wall",
        "target": {
            "source": {"id": "https://example.org/film.mp4"},
            "selector": [{"type": "FragmentSelector", "value": "t=5", "refinedBy": {"value": "xywh=pixel:1,2,3,4"}}],
        },
    },
]


@pytest.mark.parametrize(
    "content",
    [
        FOREIGN_ANNOTATIONS,
        {"type": "AnnotationPage", "items": FOREIGN_ANNOTATIONS},
        {"type": ["AnnotationCollection"], "first": {"items": FOREIGN_ANNOTATIONS}},
    ],
)
def test_when_annotations_of_somebody_else_are_read_then_they_are_shots(tmp_path, content):
    """Words go to scene, fragments to times and regions, in each shape that a file of annotations may have."""
    (tmp_path / "a.json").write_text(json.dumps(content), encoding="utf-8-sig")
    log = read_shot_log(tmp_path / "a.json")
    shots = log.shots.astype(object).where(lambda f: f.notna(), None)
    assert (
        shots[["scene", "start_s", "end_s"]].to_numpy().tolist(),
        log.regions[["shot", "label_en", "x", "y", "width", "height"]].to_numpy().tolist(),
        log.media,
    ) == (
        [["驴; head", 61, 75.5], ["wall", 5, None]],
        [["annotation_1", "驴; head", 0.25, 0.375, 0.5, 0.5]],
        "https://example.org/film.mp4",
    )


def test_when_a_box_is_moved_in_a_viewer_then_the_new_place_counts(tmp_path):
    """The exact numbers beside a box hold only as long as the box is the same."""
    found = collection(tmp_path)
    item = next(item for item in found["first"]["items"] if "dust:box" in item)
    item["target"]["selector"]["value"] = "xywh=percent:10,20,30,40"
    (tmp_path / "a.jsonld").write_text(json.dumps(found), encoding="utf-8")
    row = read_shot_log(tmp_path / "a.jsonld").regions.iloc[0]
    assert row[["x", "y", "width", "height"]].tolist() == [0.1, 0.4, 0.3, 0.4]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_when_a_spreadsheet_has_saved_the_csv_then_it_is_read(tmp_path, delimiter):
    """A byte-order mark, another delimiter and few columns are no obstacle."""
    lines = [delimiter.join(cells) for cells in (["shot", "note", "start_s"], ["a", "驴", "1.50"], ["b", "", ""])]
    (tmp_path / "a.csv").write_text("\r\n".join(lines) + "\r\n\r\n", encoding="utf-8-sig")
    told = read_shot_log(tmp_path / "a.csv").shots.dropna(axis="columns", how="all")
    assert (told.iloc[0].tolist(), told["note"].isna().tolist()) == (["a", "驴", 1.5], [False, True])


# --- faults


ENTITIES = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 31))
LAUGHS = f'<!DOCTYPE a [<!ENTITY x0 "ha">{ENTITIES}]><ANNOTATION_DOCUMENT>&x30;</ANNOTATION_DOCUMENT>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY s SYSTEM "/etc/passwd">]><ANNOTATION_DOCUMENT>&s;</ANNOTATION_DOCUMENT>'
TIER = (
    '<ANNOTATION_DOCUMENT VERSION="3.0"%s><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="%s" TIME_VALUE="%s"/></TIME_ORDER>'
    "</ANNOTATION_DOCUMENT>"
)
XSI = (
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd"'
)
EMPTY = '{"OTIO_SCHEMA": "Timeline.1", "metadata": {}, "name": "", "global_start_time": null, "tracks": STACK}'
BROKEN = [
    ("a.csv", "", "a.csv is empty"),
    ("a.csv", "scene,note\nx,y\n", "no column called shot"),
    ("a.csv", "shot,note\na\n", "line 2 of a.csv has 1 cells"),
    ("a.csv", 'shot,note\na,"b" c\n', "no sound CSV"),
    ("a.csv", "shot,note\n", "0 rows"),
    ("a.csv", "shot,shot\na,b\n", "two columns are called 'shot'"),
    ("a.csv", 'shot,start_s\na,"1,5"\n', "row 1, column start_s is '1,5', and must be a number"),
    ("a.csv", "shot,order\na,2.5\n", "must be a whole number"),
    ("a.csv", "shot,field_size\na,wide\n", "must be one of: extreme closeup"),
    ("a.csv", "shot\na\na\n", "two rows of the shot log have the id 'a'"),
    ("a.csv", "驴".encode("utf-16"), "not UTF-8"),
    ("a.csv", "shot\né".encode("latin-1"), "not UTF-8"),
    ("a.csv", f"shot\n{'x' * 20_001}", "20,001 characters"),
    ("a.otio", "", "not valid JSON"),
    ("a.otio", '{"OTIO_SCHEMA": "Timeline.1",', "not valid JSON"),
    ("a.otio", "[1]", "no OpenTimelineIO"),
    ("a.otio", "[" * 100_000 + "]" * 100_000, "nested too deeply"),
    ("a.otio", '{"OTIO_SCHEMA": "Timeline.1", "x": %s}' % ("[" * 200 + "]" * 200), "nested too deeply"),
    ("a.otio", '{"OTIO_SCHEMA": "Timeline.99"}', "OpenTimelineIO cannot read it"),
    ("a.otio", '{"OTIO_SCHEMA": "Timeline.1", "tracks": 3}', "OpenTimelineIO cannot read it"),
    ("a.otio", '{"OTIO_SCHEMA": "Timeline.1"}', "OpenTimelineIO cannot read it"),
    ("a.otio", EMPTY.replace("STACK", "null"), "timeline without tracks"),
    ("a.otio", EMPTY.replace("STACK", '{"OTIO_SCHEMA": "Stack.1", "children": [null]}'), "a missing part"),
    ("a.otio", otio.adapters.write_to_string(otio.schema.Timeline("x"), "otio_json"), "without a clip"),
    ("a.otio", '{"OTIO_SCHEMA": "RationalTime.1", "rate": 24, "value": 1}', "holds no clips"),
    ("a.eaf", "", "no sound XML"),
    ("a.eaf", "<ANNOTATION_DOCUMENT>", "no sound XML"),
    ("a.eaf", b"<?xml version='1.0' encoding='klingon'?><a/>", "no sound XML|encoding"),
    ("a.eaf", "<TEI/>", "first element is TEI"),
    ("a.eaf", "<ANNOTATION_DOCUMENT/>", "lacks the attribute"),
    ("a.eaf", TIER % (XSI, "ts1", "soon"), "value that cannot be read"),
    ("a.eaf", TIER % (XSI, "begin", "5"), "value that cannot be read"),
    ("a.eaf", TIER % (XSI, "ts1", "5"), "without an annotation"),
    ("a.eaf", LAUGHS, "declares a document type"),
    ("a.eaf", OUTSIDE, "declares a document type"),
    ("a.eaf", "<a>" * 200 + "</a>" * 200, "nested too deeply"),
    ("a.jsonld", "{", "not valid JSON"),
    ("a.jsonld", "5", "without Web Annotations"),
    ("a.jsonld", '{"type": "AnnotationCollection", "first": "http://example.org/page1"}', "kept elsewhere"),
    ("a.jsonld", '{"items": [{"target": "x", "bodyValue": "\\u0007"}]}', "U.0007"),
    ("a.jsonld", '{"items": [{"target": "x", "bodyValue": "\\ud83d"}]}', "U.D83D"),
    ("a.jsonld", '{"items": [{"target": "x#t=9,3"}]}', "not after its start"),
    ("a.json", '{"items": [{"target": "x", "body": {"dust:column": "shot", "value": [1]}}]}', "one value, not a list"),
]


@pytest.mark.parametrize(("name", "content", "why"), BROKEN)
def test_when_a_file_is_broken_then_one_sentence_says_why(tmp_path, name, content, why):
    """Broken and hostile files end in one clear sentence that names the file."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(CourseError) as caught:
        read_shot_log(path)
    said = str(caught.value)
    assert (bool(re.search(why, said)), str(path) in said, said[-1], "\n" in said) == (True, True, ".", False), said


@pytest.mark.parametrize("name", FORMATS)
def test_when_a_file_is_huge_then_it_is_not_read(tmp_path, monkeypatch, name):
    """A file beyond the limit is refused by its size."""
    monkeypatch.setattr(shotlog_files, "MOST_BYTES", 1000)
    (tmp_path / f"a.{name}").write_bytes(b" " * 1001)
    with pytest.raises(CourseError, match="1,001 bytes, and 1,000 are the most"):
        read_shot_log(tmp_path / f"a.{name}")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("none.eaf", "there is no such file"),
        (".", "names no format"),
        ("a.xlsx", "use one of .csv, .otio, .eaf, .jsonld, .json"),
        ("", "needs a file name"),
        ("a\0.csv", "needs a file name"),
        (5, "needs a file name"),
        ("x" * 300 + ".csv", "cannot be read|does not let"),
    ],
)
def test_when_there_is_no_file_to_read_then_one_sentence_says_so(path, why):
    """A missing file, a folder, an unknown ending and what is no name get a sentence each."""
    with pytest.raises(CourseError, match=why):
        read_shot_log(path)


def test_when_losses_of_an_unknown_format_are_asked_for_then_the_known_ones_are_listed():
    """A format that is not there gets the ones there are."""
    with pytest.raises(CourseError, match=r"\.csv, \.otio, \.eaf"):
        losses("pdf")


@cache
def sound_file(name):
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{name}"
        write_shot_log(full_log(), path, regions=full_regions(), media=MEDIA_FILE)
        return path.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_when_a_file_is_damaged_anywhere_then_it_is_read_or_refused_in_a_sentence(tmp_path, name, data):
    """Whatever is cut out of a file or put into it, no other error than the course's own comes up."""
    content = sound_file(name)
    start = data.draw(st.integers(0, len(content) - 1))
    length = data.draw(st.sampled_from([0, 1, 5, 40, len(content)]))
    patch = data.draw(st.binary(max_size=6) | st.sampled_from([b"null", b"-1", b'"', b"[]", b"{}", b"<a/>", b"1e999"]))
    (tmp_path / f"a.{name}").write_bytes(content[:start] + patch + content[start + length :])
    try:
        found = read_shot_log(tmp_path / f"a.{name}")
    except CourseError as error:
        found = error
    assert isinstance(found, (ShotLog, CourseError))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1f", "\ud83d", "\uffff"])
def test_when_a_text_has_a_character_that_formats_cannot_hold_then_the_cell_is_named(tmp_path, name, character):
    """XML has no control characters and OpenTimelineIO cuts a text off at some: all formats refuse them alike."""
    log = full_log().assign(note=["fine", f"so{character}so", None])
    with pytest.raises(CourseError, match=rf"row 2, column note has the character U\+{ord(character):04X}"):
        write_shot_log(log, tmp_path / f"a.{name}")


REGION = {"region": "r", "shot": "a", "x": 0.1, "y": 0.1, "width": 0.2, "height": 0.2}


@pytest.mark.parametrize(
    ("log", "others", "why"),
    [
        ("shots.csv", {}, "must be a DataFrame, not a str"),
        (pd.DataFrame(), {}, "has 0 rows"),
        (pd.DataFrame({"scene": ["x"]}), {}, "row 1 of the shot log has no shot"),
        (pd.DataFrame({"shot": ["a", "a"]}), {}, "two rows of the shot log have the id 'a'"),
        (pd.DataFrame({"shot": ["a", None]}), {}, "row 2 of the shot log has no shot"),
        (pd.DataFrame({"shot": ["a"], "field_size": ["CU"]}), {}, "field_size is 'CU', and must be one of"),
        (pd.DataFrame({"shot": ["a"], "order": ["first"]}), {}, "order is 'first', and must be a whole number"),
        (pd.DataFrame({"shot": ["a"], "order": [True]}), {}, "order is 'True', and must be a number"),
        (pd.DataFrame({"shot": ["a"], "note": [["x"]]}), {}, "one value, not a list"),
        (pd.DataFrame({"shot": ["a"], "start_s": [-1]}), {}, "start_s is -1"),
        (pd.DataFrame({"shot": ["a"], "start_s": [float("inf")]}), {}, "must be a number"),
        (pd.DataFrame({"shot": ["a"], "end_s": [1e6]}), {}, "below 1,000,000 seconds"),
        (pd.DataFrame({"shot": ["a"], "start_s": [2], "end_s": [2]}), {}, "not after its start"),
        (pd.DataFrame({"shot": ["a"], "row": ["x"]}), {}, "the column row cannot be kept"),
        (pd.DataFrame({"shot": ["a"], "x@2": ["x"]}), {}, "the column x@2 cannot be kept"),
        (pd.DataFrame({"shot": ["a"], 5: ["x"]}), {}, "the column 5 cannot be kept"),
        (pd.DataFrame([["a", "b"]], columns=["shot", "shot"]), {}, "two columns are called 'shot'"),
        (pd.DataFrame({"shot": ["b"]}), {"regions": pd.DataFrame([REGION])}, "belongs to the shot 'a'"),
        (pd.DataFrame({"shot": ["a"]}), {"regions": pd.DataFrame([REGION | {"x": 2}])}, "x is 2"),
        (pd.DataFrame({"shot": ["a"]}), {"regions": pd.DataFrame([REGION, REGION])}, "table regions have the id 'r'"),
        (pd.DataFrame({"shot": ["a"]}), {"regions": [REGION]}, "regions must be a DataFrame"),
        (pd.DataFrame({"shot": ["a"]}), {"media": ""}, "media must be a file name"),
        (pd.DataFrame({"shot": ["a"]}), {"media": "http://a/b#t=3"}, "without # and blanks"),
        (pd.DataFrame({"shot": ["a"]}), {"media": 5}, "media must be a file name"),
    ],
)
def test_when_a_table_is_no_shot_log_then_one_sentence_says_where(tmp_path, log, others, why):
    """The row, the column and the rule are named, and no file is written."""
    with pytest.raises(CourseError, match=re.escape(why)):
        write_shot_log(log, tmp_path / "a.otio", **others)
    assert list(tmp_path.iterdir()) == []


# --- files are safe


@pytest.mark.parametrize("name", FORMATS)
def test_when_a_file_exists_then_it_is_kept_unless_asked_otherwise(tmp_path, name):
    """Nobody's file is replaced in passing."""
    path = tmp_path / f"a.{name}"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(CourseError, match="overwrite=True"):
        write_shot_log(table("shots"), path)
    assert (path.read_text(encoding="utf-8"), len(list(tmp_path.iterdir()))) == ("mine", 1)


def test_when_a_file_beside_the_csv_exists_then_nothing_is_written(tmp_path):
    """The regions and the data package are somebody's files too."""
    (tmp_path / "a.regions.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(CourseError, match=r"a\.regions\.csv exists"):
        write_shot_log(table("shots"), tmp_path / "a.csv", regions=table("regions"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.regions.csv"]


def test_when_a_log_without_regions_replaces_one_with_regions_then_it_has_none(tmp_path):
    """A file of regions that is left over from an earlier log does not come along."""
    write_shot_log(table("shots"), tmp_path / "a.csv", regions=table("regions"))
    write_shot_log(table("shots"), tmp_path / "a.csv", overwrite=True)
    assert read_shot_log(tmp_path / "a.csv").regions is None


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_when_writing_fails_then_the_old_file_is_whole_and_no_draft_is_left(tmp_path, monkeypatch, step):
    """A file is replaced in one step or not at all."""
    path = tmp_path / "a.eaf"
    write_shot_log(table("shots"), path)
    before = path.read_bytes()

    def full(self, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, step, full)
    with pytest.raises(CourseError, match=r"cannot be written \(No space left on device\)\.$"):
        write_shot_log(table("shots").head(2), path, overwrite=True)
    assert (path.read_bytes() == before, [p.name for p in tmp_path.iterdir()]) == (True, ["a.eaf"])


@pytest.mark.parametrize(("place", "why"), [("no_folder/a.eaf", "cannot be written"), ("folder.eaf", "is a folder")])
def test_when_there_is_no_place_for_a_file_then_one_sentence_says_so(tmp_path, place, why):
    """A folder that is missing, or one that has the file's name, is named."""
    (tmp_path / "folder.eaf").mkdir()
    with pytest.raises(CourseError, match=why):
        write_shot_log(table("shots"), tmp_path / place, overwrite=True)


def test_when_a_log_is_written_then_the_callers_table_is_not_changed(tmp_path):
    """Types are put right in a copy."""
    log = full_log()
    write_shot_log(log, tmp_path / "a.otio")
    pd.testing.assert_frame_equal(log, full_log())


# --- the page


@pytest.mark.parametrize("name", FORMATS)
def test_when_the_page_lists_what_is_held_then_it_agrees_with_the_code(name):
    """The page's table of features is the code's table of losses."""
    cells = [line.split(" | ") for line in PAGE.splitlines() if line.startswith("| ")]
    side = 1 + FORMATS.index(name)
    told = {row[0].removeprefix("| "): row[side].removesuffix(" |") for row in cells if len(row) == 5}
    held = losses(name).set_index("what")["held"]
    assert {what: told.get(what) for what in FEATURES} == {what: "yes" if held[what] else "no" for what in FEATURES}


def test_when_the_page_shows_code_then_the_code_runs(tmp_path, monkeypatch):
    """The example of the page can be copied."""
    monkeypatch.chdir(tmp_path)
    code = "\n".join(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL))
    exec(compile(code, "docs/shot_logs.md", "exec"), {})  # noqa: S102 the page's own example
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".csv", ".csv", ".eaf", ".json", ".jsonld", ".otio"]
