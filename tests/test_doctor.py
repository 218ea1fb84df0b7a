"""Each finding of the doctor: what is wrong on this machine is seen, and how to mend it is said."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3

import matplotlib as mpl
import pytest

from return_to_dust import doctor
from return_to_dust.figures import use_course_style
from return_to_dust.paths import CHECKOUT


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course folder with an exchange that everybody can write in."""
    exchange = tmp_path / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    monkeypatch.setenv("NBGRADER_EXCHANGE", str(exchange))
    folder = tmp_path / "course"
    (folder / "solutions").mkdir(parents=True)
    shutil.copy(CHECKOUT / "nbgrader_config.py", folder)
    return folder


def configure(monkeypatch, folder, name, content):
    """Put a settings file where Jupyter looks first."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(folder))


def test_when_all_is_well_then_nothing_needs_mending(course):
    """In an environment that runs these tests, the doctor finds nothing that the course needs and lacks."""
    assert [finding for finding in doctor.examine(course) if finding.ok is False] == []


def test_when_something_is_found_missing_then_there_is_a_way_to_mend_it(tmp_path, monkeypatch):
    """Whatever is not well comes with what to type or do."""
    monkeypatch.setenv("PATH", str(tmp_path))
    findings = [finding for finding in doctor.examine(tmp_path) if finding.ok is not True]
    assert {"Course folder", "nbgrader", "Chromium"} <= {finding.name for finding in findings}
    assert [finding for finding in findings if not finding.mend] == []


def test_when_a_look_fails_then_the_doctor_still_finishes(course, monkeypatch):
    """An error inside one look is a finding, and the others are made."""
    monkeypatch.setattr(doctor, "kernel", lambda: 1 / 0)
    findings = {finding.name: finding for finding in doctor.examine(course)}
    assert findings["Kernel"].ok is False
    assert "ZeroDivisionError" in findings["Kernel"].says
    assert findings["Chinese font"].ok is True


def test_when_there_is_no_course_then_the_other_looks_are_made(tmp_path):
    """Outside a course folder the doctor says so, and looks at the machine all the same."""
    findings = {finding.name: finding for finding in doctor.examine(tmp_path)}
    assert findings["Course folder"].ok is False
    assert findings["Kernel"].ok is True


@pytest.mark.parametrize(("version", "ok"), [((3, 10, 14), False), ((3, 11, 0), True), ((3, 14, 0), True)])
def test_when_python_is_too_old_then_it_is_said(version, ok):
    """The course needs Python 3.11 or newer."""
    assert doctor.python(version).ok is ok


def test_when_a_package_is_missing_then_the_command_names_it(monkeypatch):
    """What is missing or too old is named, and so is the command that installs it."""
    monkeypatch.setattr(doctor.metadata, "requires", lambda _: ["no-such-package>=1", "numpy>=900", "pandas>=1"])
    finding = doctor.packages(None)
    assert finding.ok is False
    assert 'pip install "no-such-package>=1" "numpy>=900"' in finding.mend
    assert "pandas" not in finding.mend


def test_when_versions_differ_from_those_tested_then_it_is_a_remark(course):
    """Another version than the tested one mostly works; the doctor says which, and how to get the tested one."""
    (course / "constraints.txt").write_text("# tested\nnumpy==0.0.1\nnot-installed==1\n", encoding="utf-8")
    finding = doctor.packages(course)
    assert finding.ok is None
    assert "tested: 0.0.1" in finding.says
    assert "not-installed" not in finding.says
    assert "constraints.txt" in finding.mend


def test_when_the_kernel_is_another_pythons_then_it_is_said(tmp_path, monkeypatch):
    """Notebooks that would run in another Python, without the course, are noticed."""
    spec = tmp_path / "kernels" / "python3" / "kernel.json"
    spec.parent.mkdir(parents=True)
    argv = ["/opt/other/bin/python", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec.write_text(json.dumps({"argv": argv, "display_name": "Other", "language": "python"}), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    finding = doctor.kernel()
    assert finding.ok is False
    assert "/opt/other/bin/python" in finding.says
    assert "kernelspec remove" in finding.mend


def test_when_nbgrader_is_not_on_the_path_then_it_is_a_remark(monkeypatch, tmp_path):
    """Dust finds nbgrader itself; who wants to type nbgrader learns how."""
    monkeypatch.setenv("PATH", str(tmp_path))
    finding = doctor.programs()
    assert finding.ok is None
    assert finding.mend.startswith(("source ", "export PATH=", "& "))


def test_when_the_settings_have_a_mistake_then_the_course_folder_is_named(course):
    """A broken nbgrader_config.py is found before nbgrader stumbles over it."""
    (course / "nbgrader_config.py").write_text("c = get_config(\n", encoding="utf-8")
    findings = {finding.name: finding for finding in doctor.examine(course)}
    assert findings["Course folder"].ok is False
    assert "nbgrader_config.py" in findings["Course folder"].says


def test_when_there_is_no_gradebook_yet_then_all_is_well(course):
    """A fresh course has none."""
    assert doctor.gradebook(course).ok is True


@pytest.mark.parametrize("damage", ["no database", "half a database"])
def test_when_the_gradebook_is_damaged_then_it_is_said(course, damage):
    """Neither a damaged file nor a database that was never finished passes for a gradebook."""
    path = course / "term" / "gradebook.db"
    path.parent.mkdir()
    if damage == "no database":
        path.write_bytes(b"marks" * 500)
    else:
        with sqlite3.connect(path) as database:
            database.execute("CREATE TABLE student (id TEXT)")
    finding = doctor.gradebook(course)
    assert finding.ok is False
    assert str(path) in finding.says
    assert "dust build" in finding.mend


def test_when_the_gradebook_is_sound_then_its_students_are_counted(course):
    """A gradebook that nbgrader made is read."""
    from nbgrader.api import Gradebook

    from return_to_dust.marking.course import ready_environment

    ready_environment()
    path = course / "term" / "gradebook.db"
    path.parent.mkdir()
    with Gradebook(f"sqlite:///{path}") as gradebook:
        gradebook.add_student("one")
    finding = doctor.gradebook(course)
    assert finding.ok is True
    assert "1 student" in finding.says


@pytest.mark.parametrize(("mode", "ok"), [(0o777, True), (0o755, False), (0o773, False), (None, None)])
@pytest.mark.posix
def test_when_not_everybody_may_write_in_the_exchange_then_it_is_said(course, tmp_path, mode, ok):
    """Students and instructors must all be able to write in the exchange; a machine without one can do without."""
    folder = tmp_path / "exchange"
    if mode is None:
        folder.rmdir()
    else:
        folder.chmod(mode)
    finding = doctor.exchange(course)
    assert finding.ok is ok
    assert (str(folder) in finding.mend) is (ok is not True)


def test_when_a_server_extension_is_off_then_it_is_named(tmp_path, monkeypatch):
    """Without nbgrader's server extensions, its menus do nothing."""
    off = {"ServerApp": {"jpserver_extensions": {"nbgrader.server_extensions.formgrader": False}}}
    configure(monkeypatch, tmp_path, "jupyter_server_config.d/zz-off.json", off)
    finding = doctor.server_extensions()
    assert finding.ok is False
    assert "formgrader" in finding.says
    assert "assignment_list" not in finding.says
    # Jupyter does not know the package nbgrader by its own name
    assert finding.mend.endswith(" nbgrader.server_extensions.formgrader")


def test_when_menus_are_off_for_everybody_then_each_is_named(tmp_path, monkeypatch):
    """A plugin that somebody switched off for the whole machine is found, and so is the command to undo it."""
    off = {"disabledExtensions": {"@jupyter/nbgrader:formgrader": True}}
    configure(monkeypatch, tmp_path, "labconfig/page_config.json", off)
    finding = doctor.lab_extension()
    assert finding.ok is False
    assert re.search(r"labextension enable --level=\w+ @jupyter/nbgrader:formgrader$", finding.mend)


def test_when_menus_are_not_installed_then_it_is_said(tmp_path, monkeypatch):
    """JupyterLab without nbgrader's extension is noticed."""
    monkeypatch.setattr("jupyter_core.paths.jupyter_path", lambda *_: [str(tmp_path)])
    assert doctor.lab_extension().ok is False


def test_when_widgets_are_not_installed_then_the_packages_to_install_are_named(tmp_path, monkeypatch):
    """Without the widget extensions nobody can draw regions; the mend names both packages."""
    monkeypatch.setattr("jupyter_core.paths.jupyter_path", lambda *_: [str(tmp_path)])
    finding = doctor.drawing_extensions()
    assert (finding.ok, finding.mend.endswith(" anywidget jupyterlab_widgets")) == (False, True)


def test_when_the_widget_manager_is_off_then_it_is_named(tmp_path, monkeypatch):
    """A widget manager that somebody switched off is found, and so is the command to undo it."""
    off = {"disabledExtensions": {"@jupyter-widgets/jupyterlab-manager:plugin": True}}
    configure(monkeypatch, tmp_path, "labconfig/page_config.json", off)
    finding = doctor.drawing_extensions()
    assert (finding.ok, "jupyterlab-manager:plugin" in finding.mend) == (False, True)


def test_when_the_widgets_are_installed_then_the_doctor_is_content():
    """An environment made from the constraints can show the drawing widget."""
    assert doctor.drawing_extensions().ok is True


def test_when_the_chinese_font_is_missing_then_it_is_said(monkeypatch):
    """A Chinese character that matplotlib cannot draw is noticed."""
    use_course_style()
    monkeypatch.setitem(mpl.rcParams, "font.family", ["DejaVu Sans"])
    finding = doctor.font()
    assert finding.ok is False
    assert "Glyph" in finding.says


def test_when_chromium_is_missing_then_it_is_a_remark(monkeypatch, tmp_path):
    """Only the browser tests need chromium."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert doctor.chromium().ok is None


def test_when_the_course_is_a_checkout_then_mends_install_the_checkout(course):
    """The package is on no index, where a stranger could take its name."""
    (course / "pyproject.toml").touch()
    (course / "constraints.txt").write_text("numpy==0.0.1\n", encoding="utf-8")
    mends = [doctor.install_again(course), doctor.packages(course).mend]
    assert [mend.endswith(f"-m pip install -c {course / 'constraints.txt'} -e {course}") for mend in mends] == [
        True
    ] * 2


def test_when_the_course_is_a_kit_then_mends_install_its_wheel(course):
    """A kit brings the package along."""
    (course / "return_to_dust-0.1.0-py3-none-any.whl").touch()
    assert doctor.install_again(course).endswith(f"-m pip install {course / 'return_to_dust-0.1.0-py3-none-any.whl'}")


def test_when_any_look_fails_then_no_mend_names_the_bare_package(course, monkeypatch):
    """No line says to install whatever has the course's name on an index."""
    for name in ("packages", "kernel", "course_folder", "gradebook", "exchange", "server_extensions", "lab_extension"):
        monkeypatch.setattr(doctor, name, lambda *_: 1 / 0)
    monkeypatch.setattr(
        doctor, "font", lambda *_: doctor.Finding("Chinese font", False, "", doctor._font_again(course))
    )
    mends = [finding.mend for finding in doctor.examine(course) if finding.ok is False]
    assert len(mends) > 4
    assert [mend for mend in mends if re.search(r" return-to-dust( |$)", mend)] == []


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        ("posix", "'/opt/my env/python' -m pip install -e '/home/li wei/course'"),
        ("nt", '& "/opt/my env/python" -m pip install -e "/home/li wei/course"'),
    ],
)
def test_when_a_path_has_a_space_then_the_line_can_be_pasted(system, expected, monkeypatch):
    """Paths with spaces are quoted for the system's shell."""
    monkeypatch.setattr(doctor.sys, "executable", "/opt/my env/python")
    monkeypatch.setattr(doctor, "SYSTEM", system)
    assert doctor.python_module("pip", "install", "-e", doctor.quoted("/home/li wei/course")) == expected


def test_when_the_course_folder_cannot_be_used_then_there_is_one_finding(course, monkeypatch):
    """Gradebook and exchange do not say the same again."""

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(doctor, "require_writable", lambda _: None)
    monkeypatch.setattr(doctor.Path, "mkdir", refuse)
    about_folder = [finding for finding in doctor.examine(course) if "cannot be written to" in finding.says]
    assert [(finding.name, finding.says.count("Permission denied")) for finding in about_folder] == [
        ("Course folder", 1)
    ]


def test_when_a_server_extension_has_no_settings_then_nbgrader_is_installed_again(tmp_path, monkeypatch):
    """Jupyter can switch on only what it knows; nothing but nbgrader itself is installed."""
    monkeypatch.setattr("jupyter_core.paths.jupyter_config_path", lambda *_: [str(tmp_path)])
    finding = doctor.server_extensions()
    assert finding.ok is False
    assert '--force-reinstall --no-deps "nbgrader==' in finding.mend
