"""The class report: its figures against a count by hand, its states, and its page."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest
from nbgrader.api import Gradebook

from return_to_dust.checks import OUTCOME
from return_to_dust.errors import CourseError
from return_to_dust.marking.course import ready_environment
from return_to_dust.marking.notices import add_notice
from return_to_dust.paths import CHECKOUT
from return_to_dust.report.data import class_report
from return_to_dust.report.page import late, plain, render_report, summary, write_report
from return_to_dust.report.records import ClassReport
from return_to_dust.report.statistics import discrimination, facility
from return_to_dust.report.term import TermReport, marked_points, render_term, term_report, term_summary, write_term

ASSIGNMENT = "9_example"
DUE = datetime(2026, 3, 1, 12)
HOSTILE = '</td><script>alert("1")</script>\u202e'

#: Points of four students on three questions, small enough to count by hand.
POINTS = pd.DataFrame({"q1": [0, 0, 1, 1], "q2": [1, 1, 1, 2], "q3": [0, 1, 2, 2]}, index=list("abcd"))


# The two figures.


def test_when_points_are_given_then_facility_is_their_mean_share():
    """Of 1, 2 and 4 points, the means 0.5, 1.25 and 1.25 are shares of 0.5, 0.625 and 0.3125."""
    shares = facility(POINTS, pd.Series({"q1": 1, "q2": 2, "q3": 4}))
    assert shares.to_dict() == {"q1": 0.5, "q2": 0.625, "q3": 0.3125}


def test_when_an_answer_is_not_marked_then_facility_leaves_it_out():
    """The mean of 0 and 1 is a half, whoever is still to be marked."""
    assert facility(pd.DataFrame({"q1": [0, 1, None]}), pd.Series({"q1": 1}))["q1"] == 0.5


def test_when_points_are_given_then_discrimination_is_the_item_rest_correlation():
    """By hand: q1 against 1, 2, 3, 4 is 2 / √(1 × 5); q2 against 0, 1, 3, 3 is 1.25 / √(0.75 × 6.75)."""
    r = discrimination(POINTS)["r"]
    assert r["q1"] == pytest.approx(2 / 5**0.5)
    assert r["q2"] == pytest.approx(1.25 / (0.75 * 6.75) ** 0.5)


def test_when_a_question_goes_against_the_rest_then_its_discrimination_is_negative():
    """Who does well elsewhere does badly here: exactly the opposite order is −1."""
    assert discrimination(pd.DataFrame({"q1": [3, 2, 1, 0], "q2": [0, 1, 2, 3]}))["r"]["q1"] == pytest.approx(-1)


@pytest.mark.parametrize(
    ("points", "why"),
    [
        (POINTS.iloc[:3], "fewer than 4 answers are marked"),
        (POINTS.assign(q1=1), "everybody has the same points"),
        (POINTS.assign(q2=0.1 + 0.2, q3=0.3), "everybody has the same points on the rest"),
        (POINTS[["q1"]], "no other question is marked for everybody"),
        (POINTS.assign(q2=[None, 1, 1, 2], q3=[0, 1, 2, None]), "no other question is marked for everybody"),
    ],
)
def test_when_discrimination_cannot_be_computed_then_it_is_blank_with_a_reason(points, why):
    """A correlation needs four students, and differences on both sides."""
    row = discrimination(points).loc["q1"]
    assert (pd.isna(row["r"]), row["why"]) == (True, why)


def test_when_a_question_waits_for_some_then_it_is_left_out_of_the_rest():
    """Marking one essay does not change what the other questions are compared with."""
    waiting = POINTS.assign(essay=[9, None, None, 0])
    assert discrimination(waiting)["r"]["q1"] == discrimination(POINTS)["r"]["q1"]


# A gradebook and marked notebooks as nbgrader leaves them, with points that are counted by hand below.


def outcome(*criteria: tuple[str, float, bool, str, str]) -> dict[str, Any]:
    """Return a test's outcome with criteria: name, points, whether it is met, the reason and the mistake."""
    rows = [
        {"name": name, "points": points, "met": met, "hidden": False, "reason": reason, "mistake": mistake}
        for name, points, met, reason, mistake in criteria
    ]
    return {"title": "Stars", "points": 2, "score": 0, "criteria": rows}


def marked_notebook(result: Any, notices: dict[str, str]) -> nbformat.NotebookNode:
    """Return a notebook as marking leaves it: one test cell with its outcome, and notices."""
    cell = nbformat.v4.new_code_cell(metadata={"nbgrader": {"grade_id": "q1_test", "grade": True, "solution": False}})
    if result is not None:
        cell.outputs = [nbformat.v4.new_output("display_data", {OUTCOME: result})]
    notebook = nbformat.v4.new_notebook(cells=[cell])
    for code, says in notices.items():
        add_notice(notebook, code, says)
    return notebook


RIGHT = outcome(("bottom", 1, True, "", ""), ("middle", 1, True, "", ""))
TOP = outcome(("bottom", 1, True, "", ""), ("middle", 1, False, "A scale has steps.", "divides-by-top"))
TOP_TWICE = outcome(
    ("bottom", 1, False, "A scale has steps.", "divides-by-top"),
    ("middle", 1, False, "A scale has steps.", "divides-by-top"),
)
BLANK = outcome(("bottom", 1, False, "Not answered yet.", "unanswered"), ("middle", 1, False, "", "other"))
#: Points on the tests, points by hand (None: waits), outcome, notices, hours after the deadline.
CLASS: dict[str, tuple[float, float | None, Any, dict[str, str], float]] = {
    "ada": (2, 3, RIGHT, {}, -1),
    "bo": (1, None, TOP, {}, 50),
    "cy": (0, 1, TOP_TWICE, {"encoding": "It was not UTF-8."}, -1),
    "di": (0, 0, BLANK, {}, 0.5),
    "ed": (0, 0, None, {"kernel-died": "It ended itself."}, -1),
}


def new_course(folder: Path) -> Path:
    """Make a course folder with the course's configuration and nothing else."""
    folder.mkdir()
    shutil.copy(CHECKOUT / "nbgrader_config.py", folder)
    (folder / "term").mkdir()
    return folder


def open_gradebook(course: Path) -> Gradebook:
    """Open (or make) the gradebook of a course folder."""
    ready_environment()
    return Gradebook(f"sqlite:///{course / 'term' / 'gradebook.db'}", "return-to-dust")


def add_assignment(gradebook: Gradebook) -> None:
    """Note an assignment with one tested question (2 points) and one essay (4 points)."""
    gradebook.add_assignment(ASSIGNMENT, duedate=DUE)
    gradebook.add_notebook(ASSIGNMENT, ASSIGNMENT)
    gradebook.add_grade_cell("q1_test", ASSIGNMENT, ASSIGNMENT, max_score=2, cell_type="code")
    gradebook.add_grade_cell("q2_essay", ASSIGNMENT, ASSIGNMENT, max_score=4, cell_type="markdown")
    gradebook.add_solution_cell("q2_essay", ASSIGNMENT, ASSIGNMENT)


def hand_in(course: Path, student: str, when: datetime) -> None:
    """Put a hand-in among the collected ones."""
    folder = course / "term" / "submitted" / student / ASSIGNMENT
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "timestamp.txt").write_text(f"{when} UTC")


def mark(course: Path, gradebook: Gradebook, student: str) -> None:
    """Enter the marks of a student of `CLASS` and leave the marked notebook."""
    tests, essay, result, notices, hours = CLASS[student]
    when = DUE + timedelta(hours=hours)
    hand_in(course, student, when)
    gradebook.update_or_create_student(student, first_name=student.title(), last_name="Ma")
    gradebook.add_submission(ASSIGNMENT, student, timestamp=str(when))
    grade = gradebook.find_grade("q1_test", ASSIGNMENT, ASSIGNMENT, student)
    grade.auto_score, grade.needs_manual_grade = tests, False
    grade = gradebook.find_grade("q2_essay", ASSIGNMENT, ASSIGNMENT, student)
    grade.manual_score, grade.needs_manual_grade = essay, essay is None
    gradebook.db.commit()
    folder = course / "term" / "autograded" / student / ASSIGNMENT
    folder.mkdir(parents=True)
    nbformat.write(marked_notebook(result, notices), folder / f"{ASSIGNMENT}.ipynb")


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with an assignment that nobody has handed in; tests copy it before they change it."""
    home = new_course(tmp_path_factory.mktemp("untouched") / "course")
    with open_gradebook(home) as gradebook:
        add_assignment(gradebook)
    return home


@pytest.fixture(scope="module")
def marked(untouched: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same course with the five marked students of `CLASS`; tests copy it before they change it."""
    home = tmp_path_factory.mktemp("marked") / "course"
    shutil.copytree(untouched, home)
    with open_gradebook(home) as gradebook:
        for student in CLASS:
            mark(home, gradebook, student)
    return home


@pytest.fixture
def new_assignment(untouched: Path, tmp_path: Path) -> Path:
    """A course of its own for a test, with an assignment that nobody has handed in."""
    return shutil.copytree(untouched, tmp_path / "course")


@pytest.fixture
def course(marked: Path, tmp_path: Path) -> Path:
    """A course of its own for a test, with the five marked students of `CLASS`."""
    return shutil.copytree(marked, tmp_path / "course")


@pytest.fixture(scope="module")
def report(marked: Path) -> ClassReport:
    """The report of that class."""
    return class_report(marked, ASSIGNMENT)


def test_when_a_class_is_marked_then_the_sums_of_each_student_are_those_of_the_gradebook(report):
    """Automatic points, points by hand and their total, as entered."""
    sums = {row.id: (row.automatic, row.by_hand, row.total) for row in report.students}
    assert sums == {"ada": (2, 3, 5), "bo": (1, 0, 1), "cy": (0, 1, 1), "di": (0, 0, 0), "ed": (0, 0, 0)}


def test_when_extra_credit_and_a_penalty_are_given_then_the_total_counts_both(course):
    """Ada's 5 points, 1 extra, and 2 off for lateness make 4; facility does not count the extra point."""
    with open_gradebook(course) as gradebook:
        gradebook.find_grade("q2_essay", ASSIGNMENT, ASSIGNMENT, "ada").extra_credit = 1
        gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "ada").late_submission_penalty = 2
        gradebook.db.commit()
    report = class_report(course, ASSIGNMENT)
    assert (report.students[0].total, report.questions[1].facility) == (4, pytest.approx(4 / 16))


def test_when_a_class_is_marked_then_facility_is_that_of_a_count_by_hand(report):
    """Three of ten points on the tests; four of sixteen on the essays that have marks."""
    assert [one.facility for one in report.questions] == [pytest.approx(0.3), pytest.approx(0.25)]


def test_when_an_essay_waits_then_its_question_says_whose(report):
    """Only Bo's essay waits."""
    assert ([one.waiting for one in report.questions], report.waiting) == ([[], ["bo"]], 1)


def test_when_a_mistake_is_made_twice_in_a_question_then_the_student_counts_once(report):
    """Bo and Cy divide by the best mark, Cy under two criteria."""
    assert [(one.name, one.students) for one in report.misconceptions] == [("divides-by-top", ["bo", "cy"])]


def test_when_a_mistake_is_of_a_general_kind_then_it_is_no_misconception(report):
    """What was not answered stands in a list of its own."""
    assert {one.name: one.students for one in report.general} == {
        "not answered": ["di"],
        "wrong in no known way": ["di"],
    }


def test_when_tests_did_not_run_then_their_student_does_not_count_for_criteria(report):
    """Of the four whose tests ran, three missed the middle and two the bottom."""
    assert [(one.criterion, one.missed, one.of) for one in report.criteria] == [("middle", 3, 4), ("bottom", 2, 4)]


def test_when_marking_noticed_something_then_the_report_says_it_of_whom(report):
    """Notices in the notebooks, and tests without an outcome."""
    assert [(one.student, one.code) for one in report.notices] == [
        ("cy", "encoding"),
        ("ed", "kernel-died"),
        ("ed", "no-outcome"),
    ]


def test_when_a_hand_in_is_late_then_the_report_says_how_late(report):
    """Fifty hours are two days; half an hour is thirty minutes."""
    assert {row.id: late(row.late_s) for row in report.students if row.late_s} == {"bo": "2 days", "di": "30 min"}


def test_when_an_answer_waits_then_the_median_is_that_of_the_automatic_marks(report):
    """The middle of 0, 0, 0, 1, 2 is 0; the middle of the totals would be 1."""
    assert report.median() == 0


def test_when_nothing_waits_then_the_median_is_that_of_the_totals(report):
    """The middle of 0, 0, 1, 1, 5 is 1."""
    assert replace(report, students=[replace(row, waiting=0) for row in report.students]).median() == 1


def test_when_a_question_still_waits_then_it_is_not_called_the_hardest(report):
    """The essay has the lower facility, but Bo's may yet change it."""
    hardest = report.hardest()
    assert hardest is not None
    assert hardest.key == "q1_test"


def test_when_a_student_forges_an_outcome_then_the_report_takes_what_is_sound(course):
    """Student code runs beside the tests: a criterion without points, or one that is a list, is left out."""
    forged = {"criteria": [["a list"], {"name": "no points"}, {"name": "met", "points": 1, "met": "yes"}]}
    path = course / "term" / "autograded" / "ada" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    nbformat.write(marked_notebook(forged, {}), path)
    assert {one.criterion for one in class_report(course, ASSIGNMENT).criteria} == {"middle", "bottom", "met"}


# The report at any moment of the term.


def sentence(course: Path, assignment: str = ASSIGNMENT) -> str:
    """Return the sentence with which the report is refused."""
    with pytest.raises(CourseError) as refused:
        class_report(course, assignment)
    return str(refused.value)


def test_when_there_is_no_gradebook_then_the_report_says_so_and_makes_none(tmp_path):
    """Asking for a report leaves no empty gradebook behind."""
    home = new_course(tmp_path / "course")
    assert "There is no gradebook" in sentence(home)
    assert not (home / "term" / "gradebook.db").exists()


def test_when_the_assignment_is_unknown_then_the_report_names_those_that_are_known(course):
    """A misspelt name is easy to mend."""
    assert sentence(course, "9_exampel").endswith(f"the assignments in it are {ASSIGNMENT}.")


def test_when_nobody_has_handed_in_then_the_report_says_so(new_assignment):
    """The first days of an assignment."""
    assert sentence(new_assignment).startswith(f"Nobody has handed in {ASSIGNMENT} yet")


def test_when_hand_ins_are_collected_and_none_is_marked_then_the_report_says_how_many(new_assignment):
    """The day after the deadline."""
    hand_in(new_assignment, "ada", DUE)
    hand_in(new_assignment, "bo", DUE)
    assert sentence(new_assignment).startswith(f"2 hand-ins of {ASSIGNMENT} are collected and none is marked yet")


def test_when_a_hand_in_has_no_marks_then_the_report_goes_on_without_it_and_names_it(course):
    """A batch in which one failed."""
    hand_in(course, "flo", DUE)
    report = class_report(course, ASSIGNMENT)
    assert (list(report.unmarked), len(report.students)) == (["flo"], 5)


def test_when_a_failed_regrade_removed_the_notebook_then_the_old_marks_do_not_count(course):
    """A failed regrade deletes the marked notebook and leaves the old marks in the gradebook."""
    shutil.rmtree(course / "term" / "autograded" / "ada")
    report = class_report(course, ASSIGNMENT)
    assert "failed" in report.unmarked["ada"]
    assert "ada" not in {row.id for row in report.students}


def test_when_work_is_handed_in_again_then_the_marks_of_the_earlier_hand_in_do_not_count(course):
    """Marks are of what was marked, not of what came later."""
    hand_in(course, "ada", DUE + timedelta(hours=3))
    assert "earlier hand-in" in class_report(course, ASSIGNMENT).unmarked["ada"]


# The page.


class Page(HTMLParser):
    """What the tests ask of a page: its elements and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of all elements of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
def page(report: ClassReport) -> Page:
    """The page of that class."""
    return Page(render_report(report))


def test_when_the_page_is_read_then_it_begins_with_the_class_in_words(report):
    """How many, the median, the hardest question, the commonest misconception, what waits."""
    assert " ".join(summary(report)) == (
        "5 students handed in the assignment 9 Example. On automatic marks alone, the median is 0 of 2 points. "
        "The hardest question is “q1_test”: on average it earned 30\u00a0% of its points. "
        "The most frequent misconception is “divides by top” in “q1_test”: 2 students showed it. "
        "1 answer of 1 student waits to be marked by hand."
    )


def test_when_hostile_text_reaches_the_page_then_it_stays_text(report):
    """A student's name, id or reason is shown and never run, and cannot turn round what stands beside it."""
    student = replace(report.students[0], id=HOSTILE, name=HOSTILE)
    mistake = replace(report.misconceptions[0], name=HOSTILE, says=f"`{HOSTILE}`", students=[HOSTILE])
    criterion = replace(report.criteria[0], criterion=HOSTILE)
    notice = replace(report.notices[0], student=HOSTILE, says=HOSTILE)
    html = render_report(
        replace(
            report,
            students=[student],
            misconceptions=[mistake],
            criteria=[criterion],
            notices=[notice],
            unmarked={HOSTILE: HOSTILE},
        )
    )
    assert "<script" not in html
    assert "\u202e" not in html
    assert html.count("&lt;script&gt;") >= 8


def test_when_the_page_is_opened_then_it_asks_nothing_of_the_network(page):
    """No script, no stylesheet, no picture, no frame; and a policy that would forbid them."""
    assert {tag for tag, _ in page.elements} & {"script", "link", "iframe", "object", "img", "base", "form"} == set()
    policy = next(meta for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def test_when_the_page_has_links_then_each_leads_to_a_place_on_it(page):
    """The list of parts leads to parts that are there."""
    ids = {attributes.get("id") for _, attributes in page.elements}
    assert {str(link["href"])[1:] for link in page.all("a")} <= ids


def test_when_the_page_has_tables_then_each_is_captioned_and_its_heads_have_scope(page):
    """What a screen reader needs to read a table; and the language, to read at all."""
    assert len(page.all("caption")) == len(page.all("table")) > 0
    assert all(head.get("scope") in ("col", "row") for head in page.all("th"))
    assert page.all("html") == [{"lang": "en"}]


def test_when_bars_are_drawn_then_their_numbers_stand_beside_them_in_text(report, page):
    """The bars are hidden from screen readers, since the same shares are there as text."""
    bars = [span for span in page.all("span") if span.get("class") == "bar"]
    assert len(bars) == len(report.questions) + len(report.criteria)
    assert all(bar.get("aria-hidden") == "true" for bar in bars)
    assert {"30\u00a0%", "25\u00a0%", "75\u00a0%"} <= set(re.findall(r"\d+\u00a0%", page.text))


def test_when_the_report_is_written_again_then_only_the_new_page_is_there(report, tmp_path):
    """Missing folders are made, an older page is replaced, and nothing else is left behind."""
    path = tmp_path / "reports" / "page.html"
    write_report(report, path)
    write_report(replace(report, assignment="9_other"), path)
    assert "9 Other" in path.read_text(encoding="utf-8")
    assert list(path.parent.iterdir()) == [path]


def test_when_the_report_cannot_be_written_then_one_sentence_says_where(report, tmp_path):
    """A folder stands in the file's place."""
    (tmp_path / "page.html").mkdir()
    with pytest.raises(CourseError, match=r"cannot be written to .*page\.html"):
        write_report(report, tmp_path / "page.html")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_when_text_hides_control_characters_then_plain_text_has_none():
    """Direction marks and escape characters go; letters of all scripts stay."""
    assert plain("隐\u202e入\x1b尘\u200b烟 é") == "隐入尘烟 é"


# The overview of a term.


@pytest.fixture
def overview(report: ClassReport) -> TermReport:
    """A term of two assignments: that class, and a second one that only its first student handed in and is marked."""
    row = replace(report.students[0], total=2.0, automatic=2.0, waiting=0)
    second = replace(report, assignment="10_second", students=[row], unmarked={HOSTILE: "Collected, but not marked."})
    return term_report([report, second])


def test_when_reports_are_put_together_then_each_student_has_the_marks_of_each(report, overview):
    """A student's sum is that of the marks; who has none in an assignment has no entry for it."""
    first, second = (report.students[0], report.students[1])
    students = {one.id: one for one in overview.students}
    assert students[first.id].total == first.total + 2.0
    assert list(students[second.id].rows) == [report.assignment]
    assert students[HOSTILE].rows == {}


def test_when_the_term_is_summed_up_then_the_words_give_the_count_and_the_extremes(overview):
    """A median of 0 points is the lowest, whatever the other is."""
    assert overview.points == 2 * sum(one.points for one in overview.reports[0].questions)
    assert term_summary(overview)[0] == "6 students handed in 7 times in 2 assignments."
    assert [re.sub(r":.*", "", says) for says in term_summary(overview)[1:3]] == [
        "The median is highest in 10 Second",
        "The median is lowest in 9 Example",
    ]
    assert term_summary(overview)[3] == "1 answer waits to be marked by hand."


def test_when_an_answer_waits_then_its_points_do_not_count_for_the_shade(report):
    """All questions count for those whose answers are marked."""
    waits = next(one for one in report.students if one.waiting)
    assert marked_points(report, waits) == report.automatic_max


def test_when_the_overview_is_read_then_every_table_is_sound_and_hostile_text_stays_text(overview):
    """A name is shown and never run; nothing is asked of the network."""
    text = render_term(overview, {"9_example": "reports/9_example.html", "10_second": ""}, {})
    page = Page(text)
    assert "<script" not in text
    assert "\u202e" not in text
    assert {tag for tag, _ in page.elements} & {"script", "link", "iframe", "object", "img", "base", "form"} == set()
    assert len(page.all("caption")) == len(page.all("table")) == 2
    assert all(head.get("scope") in ("col", "row") for head in page.all("th"))
    assert "not marked" in page.text


def test_when_the_overview_is_written_then_its_links_lead_from_where_it_lies(overview, tmp_path):
    """Links are relative, and a blank in a file's name is written as an address needs it."""
    student = overview.reports[0].students[0].id
    reports = {one.assignment: tmp_path / "reports" / f"{one.assignment}.html" for one in overview.reports}
    write_term(overview, tmp_path / "o" / "overview.html", reports, {("9_example", student): tmp_path / "a (1).html"})
    text = (tmp_path / "o" / "overview.html").read_text(encoding="utf-8")
    assert 'href="../reports/10_second.html"' in text
    assert 'href="../a%20%281%29.html"' in text
