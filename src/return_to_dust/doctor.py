"""Look at this machine and say what the course lacks, and exactly how to mend it."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import sqlite3
import stat
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module, metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from return_to_dust.errors import CourseError, package_of
from return_to_dust.lab.workspace import exchange_root, is_student_folder, require_writable
from return_to_dust.marking.course import load_config
from return_to_dust.paths import CHECKOUT, find_course

if TYPE_CHECKING:
    from packaging.requirements import Requirement

SYSTEM = os.name
OLDEST_PYTHON = (3, 11)
PACKAGE = "return-to-dust"
CONSTRAINTS = "constraints.txt"
PINNED = re.compile(r"^\s*([A-Za-z0-9._-]+)\s*==\s*([^\s;#]+)", re.MULTILINE)
#: What lessons and tests load first.
LOADED = ("numpy", "pandas", "matplotlib")
SERVER_EXTENSIONS = tuple(
    f"nbgrader.server_extensions.{name}" for name in ("assignment_list", "formgrader", "validate_assignment")
)
LAB_EXTENSION = "@jupyter/nbgrader"
#: The packages that bring what draws regions in JupyterLab, by the name of their extension there.
DRAWING_EXTENSIONS = {"anywidget": "anywidget", "@jupyter-widgets/jupyterlab-manager": "jupyterlab_widgets"}
FONT_FOLDERS = ("src/return_to_dust/fonts", "src/return_to_dust/style")
AGAIN = "Do what the sentence says, then run `dust doctor` again."
MOST_NAMED = 5
EVERYBODY = stat.S_IROTH | stat.S_IWOTH | stat.S_IXOTH


@dataclass(frozen=True)
class Finding:
    """What was looked at and found.

    Attributes
    ----------
    name
        What was looked at, in a few words.
    ok
        True where all is well, False where something that the course needs is missing, None where
        something is absent that not everybody needs.
    says
        What was found, in a sentence.
    mend
        What to type or to do; empty where there is nothing to mend.
    """

    name: str
    ok: bool | None
    says: str
    mend: str = ""


def quoted(path: Path | str) -> str:
    """Return a path as one word of a command line: of PowerShell on Windows, of a POSIX shell elsewhere."""
    return f'"{path}"' if SYSTEM == "nt" else shlex.quote(str(path))


def program(name: str, *arguments: str) -> str:
    """Return the command line that runs a program, which may have spaces in its path."""
    call = "& " if SYSTEM == "nt" and " " in name else ""
    return " ".join([call + (quoted(name) if call or SYSTEM != "nt" else name), *arguments])


def python_module(*arguments: str) -> str:
    """Return the command line that runs a module in this Python."""
    return program(sys.executable, "-m", *arguments)


def install_again(course: Path | None, *options: str) -> str:
    """Return the command that installs the course and all that it needs: from the checkout, or the kit's wheel.

    The package is on no index, and its bare name there could be anybody's.
    """
    homes = [home for home in (course, CHECKOUT) if home is not None]
    for home in homes:
        pinned = ("-c", quoted(home / CONSTRAINTS)) if (home / CONSTRAINTS).is_file() else ()
        if (home / "pyproject.toml").is_file():
            return python_module("pip", "install", *options, *pinned, "-e", quoted(home))
        wheels = sorted(home.glob(f"{PACKAGE.replace('-', '_')}-*.whl"))
        if wheels:
            return python_module("pip", "install", *options, *pinned, quoted(wheels[-1]))
    return "Install the course again, with the command in its README.md or START.md."


def examine(course: Path | None = None) -> list[Finding]:
    """Look at everything that the course needs; nothing is changed and nothing is raised.

    Parameters
    ----------
    course
        The course folder; found from the working directory by default.

    Returns
    -------
    list of Finding
        One or more for each thing looked at, in the order in which to mend them.
    """
    found = _looked("Course folder", lambda: find_course(course), None)
    home = found if isinstance(found, Path) else None

    def say(name: str, look: Callable[[], Finding]) -> Finding:
        finding = _looked(name, look, home)
        return finding if isinstance(finding, Finding) else Finding(name, False, "nothing was found")

    findings = [python(), say("Packages", lambda: packages(home)), say("Kernel", kernel), programs()]
    if home is None:
        findings.append(found if isinstance(found, Finding) else Finding("Course folder", False, "not found"))
    else:
        folder = say("Course folder", lambda: course_folder(home))
        findings.append(folder)
        if folder.ok:  # else the others say the same again
            findings += [say("Gradebook", lambda: gradebook(home)), say("Exchange", lambda: exchange(home))]
    findings += [say("Server extensions", server_extensions), say("JupyterLab menus", lab_extension)]
    findings.append(say("Drawing regions", drawing_extensions))
    findings += [say("Isolation", lambda: isolation(home)), say("Chinese font", lambda: font(home))]
    return [*findings, chromium()]


def python(version: tuple[int, ...] = sys.version_info[:3]) -> Finding:
    """Look at the version of Python."""
    shown = ".".join(map(str, version))
    if version[:2] >= OLDEST_PYTHON:
        return Finding("Python", True, f"Python {shown} at {sys.executable}")
    mend = f"Install Python {'.'.join(map(str, OLDEST_PYTHON))} or newer, then install the course with it."
    return Finding("Python", False, f"Python {shown} is too old.", mend)


def packages(course: Path | None) -> Finding:
    """Compare the installed packages with what the course asks for, and with the versions it was tested with."""
    from packaging.requirements import Requirement

    for name in LOADED:
        import_module(name)  # a package may be there and not load
    wanted = [Requirement(line) for line in metadata.requires(PACKAGE) or []]
    needed = [one for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})]
    missing = [str(one) for one in needed if not _satisfied(one)]
    if missing:
        names = " ".join(f'"{name}"' for name in missing)
        return Finding(
            "Packages", False, f"Missing or too old: {', '.join(missing)}", python_module("pip", "install", names)
        )
    constraints = course / CONSTRAINTS if course else None
    if constraints is None or not constraints.is_file():
        says = f"All {len(needed)} are installed; there is no constraints.txt to compare versions with."
        return Finding("Packages", True, says)
    other = [
        f"{name} {_version(name)} (tested: {version})"
        for name, version in PINNED.findall(constraints.read_text(encoding="utf-8"))
        if _version(name) not in (None, version)
    ]
    if other:
        named = ", ".join(other[:MOST_NAMED]) + (" …" if len(other) > MOST_NAMED else "")
        says = f"{len(other)} in other versions than those tested, which mostly works: {named}"
        return Finding("Packages", None, says, install_again(course))
    return Finding("Packages", True, f"All {len(needed)} are installed, in the versions that constraints.txt names.")


def kernel() -> Finding:
    """Look whether notebooks run in this environment's Python."""
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    install = python_module("ipykernel", "install", "--sys-prefix")
    try:
        spec = KernelSpecManager().get_kernel_spec("python3")
    except NoSuchKernel:
        return Finding("Kernel", False, "There is no kernel named python3.", install)
    # Jupyter takes a bare name for the Python that it runs in itself
    program = sys.executable if spec.argv[0] in ("python", "python3") else spec.argv[0]
    if Path(program).parent == Path(sys.executable).parent:
        return Finding("Kernel", True, f"python3 runs {program}")
    return Finding(
        "Kernel",
        False,
        f"python3, registered in {spec.resource_dir}, runs another Python: {program}",
        f"{python_module('jupyter', 'kernelspec', 'remove', '-f', 'python3')}; {install}",
    )


def programs() -> Finding:
    """Look whether the command ``nbgrader`` is this environment's."""
    here = Path(sys.executable).parent
    found = shutil.which("nbgrader")
    if found and Path(found).parent == here:
        return Finding("nbgrader", True, f"The command is {found}")
    says = f"The command nbgrader is another environment's: {found}." if found else "It is not on the PATH."
    if SYSTEM == "nt":
        mend = f'$env:PATH = "{here};$env:PATH"'
    else:
        mend = f"source {quoted(here / 'activate')}" if (here / "activate").exists() else f'export PATH="{here}:$PATH"'
    return Finding("nbgrader", None, f"{says} dust finds it all the same; only who types nbgrader needs it.", mend)


def course_folder(course: Path) -> Finding:
    """Look whether the course folder can be used."""
    try:
        load_config(course)
        require_writable(course / "term" if not is_student_folder(course) else course)
    except CourseError as error:
        if isinstance(error.__cause__, ImportError):
            raise error.__cause__ from None  # the sentence says to run the doctor
        return Finding("Course folder", False, str(error), AGAIN)
    whose = "a student's" if is_student_folder(course) else "the instructor's"
    return Finding("Course folder", True, f"{course} ({whose}), writable")


def gradebook(course: Path) -> Finding:
    """Look whether the gradebook, where there is one, can be read."""
    if is_student_folder(course):
        return Finding("Gradebook", True, "A student's folder needs none.")
    url = str(load_config(course).CourseDirectory.get("db_url", f"sqlite:///{course / 'gradebook.db'}"))
    if not url.startswith("sqlite:///"):
        return Finding("Gradebook", None, "It is on a database server, which is not looked at.", "Ask who runs it.")
    path = Path(url.removeprefix("sqlite:///"))
    if not path.exists():
        return Finding("Gradebook", True, "There is none yet; `dust build` makes it.")
    try:
        with sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True) as database:
            students = database.execute("SELECT count(*) FROM student").fetchone()[0]
            database.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        aside = path.with_suffix(".damaged.db")
        return Finding(
            "Gradebook",
            False,
            f"{path} cannot be read ({error}). Put a copy that you saved in its place, or begin a new one.",
            f"mv {quoted(path)} {quoted(aside)}; {_dust('build', '--course', quoted(course))}",
        )
    return Finding("Gradebook", True, f"{path}, {students} student{'' if students == 1 else 's'}")


def exchange(course: Path) -> Finding:
    """Look whether everybody can write in the exchange folder."""
    if SYSTEM != "posix":
        return Finding("Exchange", None, "nbgrader has none on Windows.", "Give students the kit: `dust kit`.")
    root = exchange_root(course)
    if not root.is_dir() and is_student_folder(course):
        return Finding("Exchange", None, f"{root} does not exist.", "Hand in the way that your instructor names.")
    if not root.is_dir():
        return Finding(
            "Exchange",
            None,
            f"{root} does not exist. One is needed only where students and instructors share a machine; "
            "elsewhere give students the kit, which `dust kit` packs.",
            f"sudo mkdir -p {quoted(root)} && sudo chmod a+rwx {quoted(root)}",
        )
    if root.stat().st_mode & EVERYBODY != EVERYBODY:
        mode = stat.filemode(root.stat().st_mode)
        return Finding(
            "Exchange", False, f"Not everybody may write in {root} ({mode}).", f"sudo chmod a+rwx {quoted(root)}"
        )
    return Finding("Exchange", True, f"{root}, writable for everybody")


def server_extensions() -> Finding:
    """Look whether nbgrader's parts of the Jupyter server are switched on."""
    from jupyter_core.paths import jupyter_config_path
    from jupyter_server.extension.config import ExtensionConfigManager

    manager: Any = ExtensionConfigManager(read_config_path=jupyter_config_path())
    enabled: dict[str, Any] = manager.get_jpserver_extensions()
    off = [name for name in SERVER_EXTENSIONS if not enabled.get(name)]
    if any(name not in enabled for name in off):  # Jupyter switches on only what it has a settings file of
        return Finding("Server extensions", False, f"Not installed: {', '.join(off)}", _nbgrader_again())
    if off:
        return Finding(
            "Server extensions",
            False,
            f"Switched off: {', '.join(off)}",
            # what is set for the user counts for more, except in an environment of its own
            python_module("jupyter", "server", "extension", "enable", _level("--sys-prefix", "--user"), *off),
        )
    return Finding("Server extensions", True, "nbgrader's are switched on.")


def lab_extension() -> Finding:
    """Look whether nbgrader's menus are in JupyterLab."""
    from jupyter_core.paths import jupyter_path
    from jupyterlab_server.config import get_page_config

    name = "JupyterLab menus"
    page = get_page_config(jupyter_path("labextensions"))
    if LAB_EXTENSION not in [extension["name"] for extension in page["federated_extensions"]]:
        return Finding(name, False, "nbgrader's are not installed.", _nbgrader_again())
    off = [one for one in page["disabledExtensions"] if one.split(":")[0] == LAB_EXTENSION]
    if off:
        return Finding(
            name,
            False,
            f"Switched off for every course on this machine: {', '.join(off)}",
            "; ".join(
                python_module("jupyter", "labextension", "enable", _level("--level=sys_prefix", "--level=user"), one)
                for one in off
            ),
        )
    return Finding(name, True, "nbgrader's are installed; `dust lab` shows those of your role.")


def drawing_extensions() -> Finding:
    """Look whether JupyterLab can show the widget with which students draw regions."""
    from jupyter_core.paths import jupyter_path
    from jupyterlab_server.config import get_page_config

    name = "Drawing regions"
    page = get_page_config(jupyter_path("labextensions"))
    installed = [extension["name"] for extension in page["federated_extensions"]]
    missing = [package for extension, package in DRAWING_EXTENSIONS.items() if extension not in installed]
    if missing:
        mend = python_module("pip", "install", "--force-reinstall", "--no-deps", *missing)
        return Finding(name, False, f"JupyterLab lacks the extension of {' and '.join(missing)}.", mend)
    off = [one for one in page["disabledExtensions"] if one.split(":")[0] in DRAWING_EXTENSIONS]
    if off:
        mend = "; ".join(python_module("jupyter", "labextension", "enable", one) for one in off)
        return Finding(name, False, f"Switched off on this machine: {', '.join(off)}", mend)
    return Finding(name, True, "JupyterLab can show the drawing widget of Unit 4.")


def font(course: Path | None = None) -> Finding:
    """Draw a Chinese character with the course's font and look whether matplotlib misses its glyph."""
    from matplotlib.figure import Figure

    from return_to_dust.figures import use_course_style

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        use_course_style()
        figure = Figure(figsize=(1, 1))
        figure.text(0.5, 0.5, "尘")
        figure.savefig(io.BytesIO(), format="png")
    missing = [str(one.message) for one in caught if "Glyph" in str(one.message)]
    if missing:
        return Finding("Chinese font", False, missing[0], _font_again(course))
    return Finding("Chinese font", True, "尘 is drawn.")


def isolation(course: Path | None = None) -> Finding:
    """Attack the sandbox in which submissions are run, and say which level of isolation holds on this machine."""
    from return_to_dust.sandbox import Level, open_sandbox
    from return_to_dust.sandbox.view import bubblewrap

    if course is not None and is_student_folder(course):
        return Finding("Isolation", True, "A student's folder marks nobody's work.")
    try:
        sandbox = open_sandbox()
    except CourseError as error:
        install = "sudo apt-get install bubblewrap" if SYSTEM == "posix" and bubblewrap() is None else AGAIN
        return Finding("Isolation", None, str(error), install)
    sandbox.close()
    if sandbox.level is Level.ROOMS:
        says = "Level 1 of 2: a warm sandbox, and in it a room of its own for every notebook. Every attack failed."
        return Finding("Isolation", True, says)
    says = (
        "Level 2 of 2: a sandbox started anew for every notebook. Every attack failed, and marking takes about two "
        "seconds more for each. The faster level needs namespaces within namespaces."
    )
    mend = "Ask who runs this machine whether unprivileged user namespaces may be nested."
    return Finding("Isolation", None, says, mend)


def chromium() -> Finding:
    """Look for the browser that the browser tests use."""
    found = shutil.which("chromium")
    if found:
        return Finding("Chromium", True, f"{found}, for the browser tests")
    return Finding(
        "Chromium", None, "There is none; only the browser tests, on Debian, need it.", "sudo apt-get install chromium"
    )


def _nbgrader_again() -> str:
    if _version("nbgrader") is None:
        return "Do first what is said of the packages, then run `dust doctor` again."
    # without its dependencies, which would otherwise all be installed again, in any version
    return python_module("pip", "install", "--force-reinstall", "--no-deps", f'"nbgrader=={_version("nbgrader")}"')


def _font_again(course: Path | None) -> str:
    if (CHECKOUT / ".git").exists():
        return program("git", "-C", quoted(CHECKOUT), "checkout", "--", *FONT_FOLDERS)
    return install_again(course, "--force-reinstall", "--no-deps")


def _dust(*arguments: str) -> str:
    return program(str(Path(sys.executable).parent / "dust"), *arguments)


def _level(environment: str, user: str) -> str:
    return environment if sys.prefix != sys.base_prefix else user


def _satisfied(wanted: Requirement) -> bool:
    version = _version(wanted.name)
    return version is not None and wanted.specifier.contains(version, prereleases=True)


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _looked(name: str, look: Callable[[], Any], course: Path | None) -> Any:
    """Return what a look gives; an error becomes a finding."""
    try:
        return look()
    except CourseError as error:
        return Finding(name, False, str(error), AGAIN)
    except ImportError as error:
        says = f"This needs the package {package_of(error)}, which is missing or does not fit."
        return Finding(name, False, says, install_again(course))
    except Exception as error:  # a doctor must finish, whatever is broken
        says = f"It could not be looked at: {type(error).__name__}: {error}"
        return Finding(name, False, says, install_again(course))
