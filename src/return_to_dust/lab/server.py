"""Start JupyterLab for a role, with its own menus, without changing anybody's Jupyter settings."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from return_to_dust.errors import CourseError
from return_to_dust.lab.workspace import is_student_folder, require_writable, student_workspace
from return_to_dust.paths import bundled

ROLES = ("student", "instructor")
START = "lessons/0_start_here.ipynb"
ANOTHER_PORT = 8890
LAST_PORT = 65535


def usual_role(course: Path) -> str:
    """Return the role in which a course folder is usually opened: a folder without solutions is a student's."""
    return "student" if is_student_folder(course) else "instructor"


def lab_command(
    course: Path, role: str, port: int | None = None, browser: bool = True, folder: Path | None = None
) -> tuple[list[str], dict[str, str], Path]:
    """Prepare JupyterLab for a role.

    Parameters
    ----------
    course
        The course folder.
    role
        ``"instructor"`` works in the course folder, ``"student"`` in a folder of its own, made by
        `student_workspace`: never where the solutions are.
    port
        The port to listen on and no other; where None, Jupyter takes the first one that is free.
    browser
        Whether to open a browser.
    folder
        The student's folder, where it is not the usual one.

    Returns
    -------
    tuple
        The command, its environment, and the folder to run it in.

    Raises
    ------
    CourseError
        If the role is unknown or does not fit the folder, or the folder cannot be written to.
    """
    root = _root(course.resolve(), role, folder)
    argv = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={root}",
        f"--LabApp.default_url={'/lab/tree/' + START if (root / START).is_file() else '/lab'}",
    ]
    if port is not None:
        argv += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if not browser:
        argv.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        argv.append("--allow-root")  # in a container one often is root, and Jupyter would refuse to start
    return argv, _environment(root, role), root


def run_lab(course: Path, role: str, port: int | None = None, browser: bool = True, folder: Path | None = None) -> int:
    """Run JupyterLab until it is stopped; parameters as in `lab_command`.

    Returns
    -------
    int
        JupyterLab's exit code; 0 where it was stopped with Ctrl+C.

    Raises
    ------
    CourseError
        As in `lab_command`, and if `port` is in use.
    """
    if port is not None:
        require_free_port(port)
    argv, environment, root = lab_command(course, role, port, browser, folder)
    process = subprocess.Popen(argv, env=environment, cwd=root)
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())  # JupyterLab must not outlive this command
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # Ctrl+C reaches JupyterLab too: it asks whether to stop, or stops when it comes again


def require_free_port(port: int) -> None:
    """Prove that a port of this computer can be listened on.

    Raises
    ------
    CourseError
        If it is in use, not allowed, or no port at all.
    """
    if not 1 <= port <= LAST_PORT:
        raise CourseError(
            f"Port {port} cannot be used: ports run from 1 to {LAST_PORT}; choose one, such as --port {ANOTHER_PORT}."
        )
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            if os.name == "posix":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port just left is free
            probe.bind(("127.0.0.1", port))
    except OSError as error:
        raise CourseError(
            f"Port {port} cannot be used ({error.strerror or error}): "
            f"stop what runs on it, or choose another, such as --port {ANOTHER_PORT + (port == ANOTHER_PORT)}."
        ) from None


def _root(course: Path, role: str, folder: Path | None) -> Path:
    if role not in ROLES:
        raise CourseError(f"There is no role {role!r}: choose {' or '.join(ROLES)}.")
    if role == "student":
        return student_workspace(course, folder)
    if is_student_folder(course):
        raise CourseError(f"{course} is a student's folder, without solutions: open it as a student.")
    require_writable(course)
    return course


def _environment(root: Path, role: str) -> dict[str, str]:
    """Return the environment: settings of the role come first, and what the user has set stays in force after them."""
    environment = dict(os.environ)
    settings = str(bundled(f"lab/{role}", f"src/return_to_dust/lab/{role}"))
    # the student's folder itself is on the path since Assignment List also looks for settings from inside assignments/
    places = [settings, str(root)] if role == "student" else [settings]
    environment["JUPYTER_CONFIG_PATH"] = _join(*places, environment.get("JUPYTER_CONFIG_PATH", ""))
    programs = str(Path(sys.executable).parent)
    others = [place for place in environment.get("PATH", "").split(os.pathsep) if place != programs]
    environment["PATH"] = _join(programs, *others)
    # open tabs are remembered for each folder: an instructor's are not a student's
    environment["JUPYTERLAB_WORKSPACES_DIR"] = str(root / ("term/cache/lab" if role == "instructor" else ".lab"))
    return environment


def _join(*parts: str) -> str:
    return os.pathsep.join(part for part in parts if part)
