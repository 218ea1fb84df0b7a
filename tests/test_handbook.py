"""The handbook's site is whole, keeps secrets, needs no network, and says what a page cannot do."""

import html
import re
import shutil
import sys
from pathlib import Path

import pytest

from return_to_dust import table
from return_to_dust.build.course import assignment_sources, lesson_sources
from return_to_dust.build.notebooks import notebook_about, read_percent
from return_to_dust.errors import CourseError
from return_to_dust.handbook import execution
from return_to_dust.handbook.execution import executed_lessons
from return_to_dust.handbook.glossary import pattern
from return_to_dust.handbook.markup import chinese_spans, cited
from return_to_dust.handbook.questions import criteria_of
from return_to_dust.handbook.site import build_site, read_course, require_sphinx
from return_to_dust.handbook.sphinx.language import EnglishWithChinese
from return_to_dust.handbook.syllabus import PLAN, read_plan
from return_to_dust.paths import CHECKOUT
from return_to_dust.texts import readings
from secrets_of import secret_lines
from site_of import TEXT, page, pages, site_folder

SECRETS = {line for solution in assignment_sources(CHECKOUT) for line in secret_lines(solution)}
LESSONS = [path.stem for path in lesson_sources(CHECKOUT)]
LONG = 40


def text_of(name: str) -> str:
    return page(site_folder() / f"{name}.html").text


def resolved(path: Path, link: str) -> tuple[Path, str]:
    """Return the file that a link leads to, and the place in it."""
    where, _, anchor = link.partition("#")
    return (path.parent / where).resolve() if where else path, anchor


def is_outside(link: str) -> bool:
    return re.match(r"(?:https?:)?//|mailto:|data:", link) is not None


def test_when_the_site_is_built_then_every_link_inside_it_leads_somewhere():
    """Each link to a page or a place in it finds the file and the id."""
    dead = []
    for path in pages():
        for link in page(path).links:
            target, anchor = resolved(path, link)
            if not is_outside(link) and (
                not target.is_file() or (anchor and target.suffix == ".html" and anchor not in page(target).ids)
            ):
                dead.append((path.name, link))
    assert dead == []


def test_when_the_site_is_built_then_it_loads_nothing_from_elsewhere():
    """Scripts, styles, fonts and pictures are files of the site or stand in the page."""
    outside = [(path.name, load) for path in pages() for load in page(path).loads if re.match(r"(?:https?:)?//", load)]
    styles = [
        path.name
        for path in site_folder().rglob("*.css")
        if re.search(r"url\(\s*['\"]?(?:https?:)?//", path.read_text(encoding="utf-8"))
    ]
    assert (outside, styles) == ([], [])


def test_when_the_site_is_built_then_every_file_that_a_page_loads_is_there():
    """Nothing that a page asks for is missing."""
    missing = [
        (path.name, load)
        for path in pages()
        for load in page(path).loads
        if not load.startswith(("data:", "#"))
        and not (path.parent / load.partition("?")[0].partition("#")[0]).is_file()
    ]
    assert missing == []


def test_when_the_site_is_searched_for_secrets_then_there_is_none():
    """No file of the site has a line of a solution, a hidden test, a model answer or a mark scheme."""
    taught = "\n".join(path.read_text(encoding="utf-8") for path in lesson_sources(CHECKOUT))
    secrets = [line for line in SECRETS if line not in taught]
    leaks = {}
    for path in site_folder().rglob("*"):
        if path.suffix in TEXT:
            text = path.read_text(encoding="utf-8")
            plain = html.unescape(re.sub(r"<[^>]*>", "", text))
            found = [secret for secret in secrets if secret in text or secret in plain]
            leaks |= {path.name: found} if found else {}
    assert leaks == {}


@pytest.mark.parametrize("source", assignment_sources(CHECKOUT), ids=lambda path: path.stem)
def test_when_questions_are_listed_then_no_hidden_criterion_is_named(source):
    """Map and list of assignments give the number of hidden criteria only."""
    named = [
        found
        for cell in read_percent(source).cells
        if cell.metadata.get("kind") == "tests"
        for found in criteria_of(cell.source)
    ]
    seen = {name for name, hidden in named if not hidden}
    shown = text_of("map") + text_of("assignments")
    assert [name for name, hidden in named if hidden and len(name) > 12 and name not in seen and name in shown] == []


@pytest.mark.parametrize("source", assignment_sources(CHECKOUT), ids=lambda path: path.stem)
def test_when_the_site_is_built_then_no_rubric_or_note_of_a_teacher_is_on_it(source):
    """Lines of the rubric and of the instructor notes are in no page, except those that students are given."""
    public = (CHECKOUT / "assignments" / source.stem / f"{source.stem}.ipynb").read_text(encoding="utf-8")
    everything = re.sub(r"\s+", " ", "".join(re.sub(r"<[^>]*>", "", page(path).text) for path in pages()))
    lines = [
        line.strip(" |>-*#")
        for name in ("rubric.md", "instructor_notes.md")
        for line in source.with_name(name).read_text(encoding="utf-8").splitlines()
    ]
    assert [line for line in lines if len(line) > LONG and line in everything and line not in public] == []


@pytest.mark.parametrize(
    "name", ["index", "glossary", "map", "syllabus", "learners", "teaching", "sources", "assignments", "handbook"]
)
def test_when_the_site_is_built_then_each_page_says_its_language(name):
    """A page names its language, and marks Chinese where it has some."""
    assert page(site_folder() / f"{name}.html").lang == "en"


@pytest.mark.parametrize("name", LESSONS)
def test_when_a_lesson_is_shown_then_every_picture_has_its_words(name):
    """Figures carry their descriptions and captions, and nothing stands in for them."""
    shown = page(site_folder() / "lessons" / f"{name}.html")
    figures = [image for image in shown.images if str(image.get("src", "")).startswith("data:image/png")]
    assert [image for image in shown.images if not image.get("alt")] == []
    assert (shown.text.count("<figcaption>") == len(figures), "No description has been provided" in shown.text) == (
        True,
        False,
    )


@pytest.mark.parametrize("name", LESSONS)
def test_when_a_lesson_is_shown_then_all_figures_of_the_lesson_are(name):
    """Each call of `describe` has become a picture."""
    code = "\n".join(
        cell.source for cell in read_percent(CHECKOUT / "lessons" / f"{name}.py").cells if cell.cell_type == "code"
    )
    drawn = len(re.findall(r"^\s*describe\(", code, re.MULTILINE))
    assert text_of(f"lessons/{name}").count("<figure ") >= drawn


@pytest.mark.parametrize("name", LESSONS)
def test_when_a_lesson_is_shown_then_self_checks_give_no_verdict_on_an_untouched_answer(name):
    """Without a kernel a self-check says where it can be run."""
    cells = read_percent(CHECKOUT / "lessons" / f"{name}.py").cells
    checks = sum("self_check(" in cell.source for cell in cells if cell.cell_type == "code")
    shown = text_of(f"lessons/{name}")
    assert (shown.count("Run this cell in JupyterLab"), "<strong>Not yet.</strong>" in shown) == (checks, False)


@pytest.mark.parametrize("name", LESSONS)
def test_when_a_lesson_asks_for_a_prediction_then_a_place_for_it_is_shown(name):
    """`my_guess = None` has become a word to the reader."""
    cells = read_percent(CHECKOUT / "lessons" / f"{name}.py").cells
    guesses = sum(cell.source.strip() == "my_guess = None" for cell in cells)
    assert text_of(f"lessons/{name}").count("Your prediction") == guesses


def test_when_a_reading_is_shown_then_each_paragraph_can_be_linked_to():
    """Every paragraph of the eight readings has a place of its own."""
    missing = [
        str(paragraph)[:40]
        for text in readings()
        for paragraph in text
        if f"{text.id}-{paragraph.number}".replace("_", "-")
        not in page(site_folder() / "readings" / f"{text.id}.html").ids
    ]
    assert missing == []


def test_when_the_glossary_is_shown_then_every_term_has_its_chinese_and_its_place():
    """Each term of the table stands in the glossary, with Chinese and pinyin."""
    shown = page(site_folder() / "glossary.html")
    plain = re.sub(r"<[^>]*>", "", shown.text)
    missing = [
        row.english for row in table("terms").itertuples() if row.chinese not in plain or row.pinyin not in plain
    ]
    places = {name for name in shown.ids if name.startswith("term-")}
    assert (missing, len(places) >= len(table("terms"))) == ([], True)


def test_when_tables_are_shown_then_each_row_is_there():
    """The page of a table has as many rows as the table."""
    counts = {
        name: text_of(f"tables/{name}").split('class="scroll rows"')[1].count("<tr>") - 1
        for name in ("claims", "terms", "shots")
    }
    assert counts == {name: len(table(name)) for name in counts}


def test_when_the_handbook_is_on_one_page_then_it_needs_no_other_file():
    """The page to print loads nothing, and its links inside lead somewhere."""
    shown = page(site_folder() / "handbook.html")
    assert [load for load in shown.loads if not load.startswith("data:")] == []
    assert [link for link in shown.links if not is_outside(link) and link[1:] not in shown.ids] == []


@pytest.mark.parametrize("plan", ["five_weeks", "ten_weeks"])
def test_when_a_syllabus_is_made_then_its_minutes_are_those_of_the_headers(plan):
    """What the weeks give to a lesson or an assignment is what its header says."""
    units, _ = read_course(CHECKOUT)
    weeks = read_plan(CHECKOUT, plan, units)
    given = sum(part.minutes or 0 for week in weeks for part in week.parts)
    headers = [notebook_about(path)["minutes"] for path in [*lesson_sources(CHECKOUT), *assignment_sources(CHECKOUT)]]
    assert given == sum(headers)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("{lesson: 1, place: class, minutes: 45", "{lesson: 1, place: class, minutes: 90", "no minutes left"),
        ("share: 30", "share: 40", "not 100"),
        (
            "      - {lesson: 2, place: class}\n",
            "      - {assignment: 9, place: class}\n",
            "lesson of unit 2 takes",
        ),
    ],
)
def test_when_a_plan_does_not_add_up_then_it_is_refused(tmp_path, old, new, says):
    """Minutes and shares that do not fit stop the build with a sentence."""
    text = (CHECKOUT / PLAN).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "handbook").mkdir()
    (tmp_path / PLAN).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CourseError, match=says):
        read_plan(tmp_path, "ten_weeks", read_course(CHECKOUT)[0])


def test_when_sphinx_is_missing_then_the_sentence_says_what_to_install(monkeypatch):
    """One sentence with the command in place of a traceback."""
    monkeypatch.setitem(sys.modules, "sphinx_book_theme", None)
    with pytest.raises(CourseError, match=r"sphinx_book_theme, which is not installed: run .*\[site\]"):
        require_sphinx()


def test_when_the_map_has_loose_ends_then_the_site_is_not_built(tmp_path):
    """A section that serves nothing stops the build, and the sentence names it."""
    lessons = tmp_path / "lessons"
    lessons.mkdir()
    (tmp_path / "solutions").mkdir()
    head = "# ---\n# jupyter:\n#   return_to_dust:\n#     unit: 1\n#     title: T\n#     minutes: 5\n# ---\n\n"
    (lessons / "1_t.py").write_text(f"{head}# %% [markdown]\n# ## A loose section\n", encoding="utf-8")
    with pytest.raises(CourseError, match="the section “A loose section”, serves no objective"):
        build_site(tmp_path)


def test_when_there_are_no_solutions_then_the_sentence_says_where_to_build(tmp_path):
    """A student's kit cannot build the site."""
    with pytest.raises(CourseError, match="the site is built in the instructor's course folder"):
        build_site(tmp_path)


def test_when_the_target_holds_something_else_then_nothing_is_lost(tmp_path):
    """A folder that is not a site is not replaced."""
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(CourseError, match="which would be lost"):
        build_site(CHECKOUT, tmp_path, draft=True)
    assert (tmp_path / "thesis.txt").is_file()


def lesson_with(folder: Path, code: str) -> Path:
    path = folder / "1_small.py"
    path.write_text(f"# %% [markdown]\n# # Small\n\n# %%\n{code}\n", encoding="utf-8")
    return path


def test_when_a_lesson_has_not_changed_then_it_is_not_run_again(tmp_path):
    """Outputs are kept by what the lesson holds, and an older one is forgotten."""
    ran = []
    for code in ("1 + 1", "1 + 1", "2 + 2"):
        executed_lessons([lesson_with(tmp_path, code)], tmp_path / "cache", ran.append)
    assert (ran, len(list((tmp_path / "cache").iterdir()))) == (["1_small", "1_small"], 1)


def test_when_what_lessons_import_changes_then_they_are_run_again(tmp_path, monkeypatch):
    """The package, texts and libraries belong to what decides."""
    ran = []
    executed_lessons([lesson_with(tmp_path, "1")], tmp_path / "cache", ran.append)
    monkeypatch.setattr(execution, "version", lambda _: "999")
    executed_lessons([lesson_with(tmp_path, "1")], tmp_path / "cache", ran.append)
    assert len(ran) == 2


def test_when_a_lesson_fails_then_the_sentence_names_it_and_the_mistake(tmp_path):
    """A cell that fails stops the build with one sentence."""
    with pytest.raises(CourseError, match=r"1_small does not run \(ZeroDivisionError"):
        executed_lessons([lesson_with(tmp_path, "1 / 0")], tmp_path / "cache")


def test_when_chinese_is_indexed_then_each_character_and_pair_can_be_found():
    """A word inside a longer run is found, and English stays whole."""
    assert EnglishWithChinese({}).split("The 特写镜头 shot") == ["The", "shot", *"特写镜头", "特写", "写镜", "镜头"]


def test_when_chinese_is_marked_then_tags_stay_as_they_are():
    """Only the words between tags get a language."""
    assert chinese_spans('<a title="驴">驴</a>') == '<a title="驴"><span lang="zh-Hans">驴</span></a>'


def test_when_a_citation_stands_in_code_then_it_is_not_linked():
    """Prose is linked, code is shown."""
    assert cited("`[screen p5]` and [screen p5]") == r"`[screen p5]` and \[{ref}`screen p5 <screen-p5>`\]"


@pytest.mark.parametrize(
    ("english", "chinese", "text", "found"),
    [
        ("off-screen sound or voice", "画外音", "an off-screen voice", True),
        ("off-screen sound or voice", "画外音", "off-screen\n# sound", True),
        ("removal from cinemas", "撤映/下架", "它下架了", True),
        ("shot", "镜头", "two shots", True),
        ("shot", "镜头", "a shotgun", False),
    ],
)
def test_when_a_term_is_searched_then_its_forms_are_found_and_no_others(english, chinese, text, found):
    """Plurals, alternatives, wrapped lines and Chinese count; longer words do not."""
    assert bool(pattern(english, chinese).search(text)) is found


def test_when_the_site_is_built_again_elsewhere_then_the_pages_are_the_same(tmp_path):
    """The same course gives the same pages, and a site is replaced by the next one."""
    first = {path.relative_to(site_folder()): path.read_bytes() for path in pages()}
    shutil.copytree(site_folder(), tmp_path / "site")
    (tmp_path / "site" / "gone.html").write_text("an older page", encoding="utf-8")
    build_site(CHECKOUT, tmp_path / "site", draft=True)
    again = {path.relative_to(tmp_path / "site"): path.read_bytes() for path in (tmp_path / "site").rglob("*.html")}
    assert {name for name in first.keys() | again.keys() if first.get(name) != again.get(name)} == set()
