"""Names that students give: of files, of themselves, of modules."""

from __future__ import annotations

import importlib.util
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

#: Letters and digits of any script, and `.`, `-`, `@`; nbgrader refuses `+` and `*`, a path needs the rest.
STUDENT_ID = re.compile(r"[^\W_](?:[\w.@-]*\w)?")
#: Names that Windows keeps for devices, with any ending.
DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
#: Control characters, half characters, and marks that turn the direction of writing to disguise an ending.
UNFIT = ("Cc", "Cs")
TURNS = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
MOST_NAME = 120  # characters
#: Files that Python, IPython, Jupyter or matplotlib read when they start, wherever they find them.
STARTUP = re.compile(
    r"(?:site|user)customize\..*|.*\.pth|pyvenv\.cfg|matplotlibrc|(?:ipython|jupyter)_?\w*config\w*\.(?:py|json)",
    re.IGNORECASE,
)
MODULE = (".py", ".pyc", ".pyd", ".so", ".pyw", ".zip", ".egg")


def is_student_id(name: str) -> bool:
    """Say whether a name can be a student's id, which is also the name of a folder."""
    return bool(STUDENT_ID.fullmatch(name)) and not DEVICE.fullmatch(name)


def plain_name(name: str) -> str | None:
    """Return a file's name in Unicode's composed form; None where no system should hold it."""
    composed = unicodedata.normalize("NFC", name)
    unfit = any(unicodedata.category(letter) in UNFIT or letter in TURNS for letter in composed)
    if unfit or "\\" in composed or "/" in composed or composed in ("", ".", "..") or DEVICE.fullmatch(composed):
        return None
    return composed if len(composed) <= MOST_NAME else None


def foreign_modules(paths: Iterable[str]) -> set[str]:
    """Return those files that would stand in for a module of the course or of a library, or that configure Python.

    Parameters
    ----------
    paths
        Paths of files with ``/``, relative to the folder in which Python would run.

    Returns
    -------
    set of str
        Modules and packages at the top whose name can be imported without them, with all that is in the packages;
        start-up files. A student's own modules have names of their own and are not among them.
    """
    files = {path: PurePosixPath(path).parts for path in paths}
    packages = {parts[0] for parts in files.values() if parts[1:] and parts[1].startswith("__init__.")}
    return {
        path
        for path, parts in files.items()
        if STARTUP.fullmatch(parts[-1])
        or (len(parts) == 1 and parts[0].lower().endswith(MODULE) and _is_taken(parts[0].split(".")[0]))
        or (len(parts) > 1 and (parts[0] == ".ipython" or (parts[0] in packages and _is_taken(parts[0]))))
    }


def _is_taken(module: str) -> bool:
    """Say whether a module of that name can be imported here; nothing is imported to find out."""
    if module in sys.stdlib_module_names or module in ("__main__", "return_to_dust"):
        return True
    try:
        found = importlib.util.find_spec(module)
    except (ImportError, ValueError):
        return module in sys.modules
    return found is not None and found.origin is not None
