"""What a process in the sandbox sees: the system's programs, this Python and its packages, read-only. Nothing else."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from pathlib import Path

from return_to_dust.paths import CHECKOUT, PACKAGE

#: Who code runs as where the marker is the system's superuser, for whom the system keeps no limit on processes.
NOBODY = 65534
SYSTEM_FOLDERS = ("/bin", "/sbin", "/lib", "/lib32", "/lib64")
SYSTEM_FILES = (
    "/etc/ld.so.cache",
    "/etc/alternatives",
    "/etc/fonts",
    "/etc/localtime",
    "/etc/mime.types",
)
#: What of a Python's folder is shown; not the folder itself, which may be that of the course (``python -m venv .``).
PYTHON_PARTS = ("bin", "lib", "lib64", "share/zoneinfo", "pyvenv.cfg")
#: Covered although below ``/usr``: nbgrader's exchange, with what others hand in, and the configuration of servers.
COVERED = ("/usr/local/share/nbgrader", "/usr/local/etc")
#: Where a room's private working folder is mounted.
WORK = "/work"
#: Where the fork server keeps matplotlib's list of fonts before there is any room.
FONTS = "/fonts"
#: How much the working folder holds where each notebook has a bubblewrap of its own.
WITHOUT_ROOMS_B = 128 << 20
#: What code in the sandbox finds in its environment; nothing of the marker's own passes.
ENVIRONMENT = {
    "HOME": WORK,
    "LANG": "C.UTF-8",
    "TMPDIR": f"{WORK}/.tmp",
    "IPYTHONDIR": f"{WORK}/.ipython",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "MPLCONFIGDIR": FONTS,
    "NBGRADER_EXECUTION": "autograde",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONNOUSERSITE": "1",
    "PYTHONSAFEPATH": "1",
}


def bubblewrap() -> str | None:
    """Return the path of the program ``bwrap``; None where it is not installed."""
    return shutil.which("bwrap", path="/usr/bin:/bin:/usr/local/bin")


def environment() -> dict[str, str]:
    """Return the environment variables of code in the sandbox."""
    return ENVIRONMENT | {"PATH": f"{sys.prefix}/bin:/usr/bin:/bin", "PYTHONPATH": str(PACKAGE.parent)}


def python_roots() -> list[Path]:
    """Return the folders that this Python and the course's package are read from, parents first.

    Of an editable installation these are the folders with packages, never the checkout around them.
    """
    wanted = [Path(prefix, part) for prefix in {sys.prefix, sys.base_prefix} for part in PYTHON_PARTS]
    wanted = [PACKAGE, *(path for path in wanted if path.exists())]
    wanted += [Path(sysconfig.get_paths()[kind]) for kind in ("stdlib", "platstdlib", "purelib", "platlib")]
    wanted += [
        folder for folder in (CHECKOUT / "source_texts", CHECKOUT / "lessons" / "self_checks") if folder.is_dir()
    ]
    roots: list[Path] = []
    for path in sorted({path.absolute() for path in wanted} | {path.resolve() for path in wanted}):
        if not any(path.is_relative_to(root) for root in [*roots, Path("/usr")]):
            roots.append(path)
    return roots


def wrapped(program: list[str]) -> list[str]:
    """Return the command line that runs a program, given with its arguments, inside bubblewrap."""
    command = [bubblewrap() or "bwrap", "--die-with-parent", "--new-session", "--clearenv"]
    command += ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
    command += ["--cap-drop", "ALL"]  # no --hostname: a container's own filter of system calls refuses it
    if os.geteuid() == 0:  # the program becomes nobody
        command += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
        program = ["/usr/bin/setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *program]
    else:
        command += ["--unshare-user"]
    for name, value in environment().items():
        command += ["--setenv", name, value]
    command += [*_system(), "--proc", "/proc", "--dev", "/dev", *_python()]
    for place in (FONTS, WORK):  # a room covers both with its own
        command += ["--perms", "0777", "--size", str(WITHOUT_ROOMS_B), "--tmpfs", place]
    return [*command, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/", "--", *program]


def _system() -> list[str]:
    """Return the arguments that show the system's programs and libraries."""
    shown = ["--ro-bind", "/usr", "/usr", "--perms", "0755", "--dir", "/etc"]
    for name in SYSTEM_FOLDERS:
        path = Path(name)
        if path.is_symlink():
            shown += ["--symlink", str(path.readlink()), name]
        elif path.is_dir():
            shown += ["--ro-bind", name, name]
    for name in COVERED:
        if Path(name).is_dir():
            shown += ["--tmpfs", name, "--remount-ro", name]
    for name in SYSTEM_FILES:
        shown += ["--ro-bind-try", name, name]
    return shown


def _python() -> list[str]:
    """Return the arguments that show this Python and its packages."""
    shown = []
    roots = python_roots()
    for parent in sorted({parent for root in roots for parent in root.parents if parent != Path("/")}):
        if not any(parent.is_relative_to(root) for root in [*roots, Path("/usr")]):
            shown += ["--perms", "0755", "--dir", str(parent)]  # else it gets the closed mode of the one outside
    for root in roots:
        shown += ["--ro-bind", str(root), str(root)]
    return shown
