"""The documents say what is there."""

import re
import tomllib

import pytest
import typer.main

from return_to_dust import __version__
from return_to_dust.build.course import lesson_sources
from return_to_dust.build.notebooks import notebook_about
from return_to_dust.cli import app
from return_to_dust.paths import CHECKOUT

README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(typer.main.get_command(app).commands)
PAGES = [
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE-CONTENT.md", "source_texts/DATASHEET.md",
    "docs/container.md", "docs/marking.md", "docs/parity.md", "docs/threat_model.md",
]  # fmt: skip


def between(marker: str) -> str:
    return README.split(f"<!-- {marker} -->")[1].split(f"<!-- /{marker} -->")[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_when_a_command_exists_then_the_readme_has_it(command):
    """Every command of `dust` stands in the README's table."""
    assert f"| `dust {command}` |" in README


def test_when_the_readme_names_a_command_then_it_exists():
    """The README names no command that is not there."""
    assert set(re.findall(r"\bdust ([a-z]+)\b", README)) - set(COMMANDS) == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_when_help_is_asked_then_every_command_and_option_has_a_word(command):
    """Every command has a help text of more than a line, and every option has one."""
    found = typer.main.get_command(app).commands[command]
    assert (len(found.help) > 80, [p.name for p in found.params if not getattr(p, "help", "")]) == (True, [])


@pytest.mark.parametrize("page", PAGES)
def test_when_a_page_links_a_file_then_the_file_is_there(page):
    """No link inside the project is dead."""
    path = CHECKOUT / page
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_when_lessons_are_there_then_the_unit_table_has_them():
    """Each lesson stands in the README's table with its minutes and skills."""
    rows = []
    for path in lesson_sources(CHECKOUT):
        about = notebook_about(path)
        unit = about.get("unit") or "–"
        rows.append(
            f"| {unit} | [{about['title']}](lessons/{path.stem}.ipynb) | {about['minutes']} | {about['skills']} |"
        )
    assert between("units").strip().splitlines()[2:] == rows


def test_when_versions_are_pinned_then_no_host_is_named():
    """The constraints are plain name==version lines."""
    lines = (CHECKOUT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[A-Za-z0-9_.\-]+==[\w.+!]+", line)] == []


def test_when_packages_are_required_then_the_constraints_pin_them():
    """Everything that pyproject.toml asks for is pinned."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [name for extra in project["optional-dependencies"].values() for name in extra] + project["dependencies"]
    pinned = {
        line.split("==")[0].lower().replace("_", "-")
        for line in (CHECKOUT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    }
    names = {re.split(r"[\[><=]", name)[0].lower().replace("_", "-") for name in wanted}
    assert sorted(names - pinned - {project["name"]}) == []


def test_when_a_version_is_stated_then_all_places_agree():
    """Package, project file, changelog and citation state the same version."""
    places = {
        "pyproject.toml": f'version = "{__version__}"',
        "CHANGELOG.md": f"## [{__version__}]",
        "CITATION.cff": f"version: {__version__}",
    }
    assert [name for name, text in places.items() if text not in (CHECKOUT / name).read_text(encoding="utf-8")] == []


@pytest.mark.parametrize(("system", "skipped"), [("win32", ["marking", "browser", "posix"]), ("linux", [])])
def test_when_the_system_is_windows_then_what_needs_posix_is_skipped(request, monkeypatch, system, skipped):
    """The README's line for PowerShell runs what can run there, and says that the rest is skipped."""
    plugin = request.config.pluginmanager.get_plugin(str(CHECKOUT / "tests" / "conftest.py"))
    names = ["marking", "browser", "posix", "parametrize"]
    items = [pytest.Function.from_parent(request.node.parent, name=name, callobj=lambda: None) for name in names]
    for item, name in zip(items, names, strict=True):
        item.own_markers = [pytest.Mark(name, (), {})]
    monkeypatch.setattr(plugin.sys, "platform", system)
    plugin.pytest_collection_modifyitems(items)
    assert [item.name for item in items if item.get_closest_marker("skip")] == skipped
    assert "tests that need nbgrader's exchange or POSIX are skipped" in README


def test_when_windows_is_meant_then_python_3_is_asked_for():
    """A bare `py` may start another Python."""
    assert re.findall(r"\bpy (?!-3 )-m", README) == []
