"""Open a course folder with nbgrader, and run nbgrader's steps with sentences in place of tracebacks."""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from return_to_dust.errors import CourseError, package_of

CONFIG = "nbgrader_config.py"


def ready_environment() -> None:
    """Let nbgrader find the programs of its own environment, start without an unused slow library, and stay quiet."""
    programs = str(Path(sys.executable).parent)
    if programs not in os.environ.get("PATH", "").split(os.pathsep):
        # nbgrader starts `alembic` by name when it makes a gradebook
        os.environ["PATH"] = programs + os.pathsep + os.environ.get("PATH", "")
    # jsonschema imports this optional checker of web addresses; it costs over a second and checks nothing here
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its threads wait for work by spinning
    # SQLAlchemy tells nbgrader's authors, not ours, about the order in which it links rows
    warnings.filterwarnings("ignore", message="Object of type <Submitted")


def load_config(course: Path) -> Any:
    """Return the traitlets configuration of a course folder.

    Raises
    ------
    CourseError
        If the folder has no ``nbgrader_config.py``, the file has a mistake in it or refuses to go on, or a package
        that it needs is missing.
    """
    if not (course / CONFIG).is_file():
        raise CourseError(f"{course} is not a course folder: it has no {CONFIG}. Name the folder with --course.")
    try:
        from traitlets.config import PyFileConfigLoader  # imported late: commands that do not mark start faster

        config = PyFileConfigLoader(CONFIG, path=str(course)).load_config()
    except ImportError as error:
        raise CourseError(
            f"{course / CONFIG} needs the package {package_of(error)}: run `dust doctor`, which says how to install it."
        ) from error
    except SystemExit as error:  # the file says itself what is wrong
        raise CourseError(str(error)) from None
    except Exception as error:
        raise CourseError(
            f"{course / CONFIG} cannot be read ({error}): mend that line, or restore the file."
        ) from error
    config.CourseDirectory.root = str(course)
    return config


def open_course(course: Path) -> Any:
    """Return nbgrader's own `NbGraderAPI` for a course folder.

    Parameters
    ----------
    course
        Path of the folder that holds ``nbgrader_config.py``.

    Raises
    ------
    CourseError
        If the folder is not a course, or cannot be written to.
    """
    ready_environment()
    from nbgrader.apps.api import NbGraderAPI

    if not os.access(course, os.W_OK):
        raise CourseError(
            f"The course folder {course} is read-only: copy it to a folder of your own, or ask its owner."
        )
    api = NbGraderAPI(config=load_config(course))
    api.log.setLevel(logging.ERROR)
    return api


def quiet_nbgrader(step: str, action: Callable[..., dict[str, Any]], *args: Any, **options: Any) -> str:
    """Run one of nbgrader's steps and return its log.

    Parameters
    ----------
    step
        str, what is being done, for the sentence that says it failed: "collect 2_reception".
    action
        A method of `NbGraderAPI` that returns a dict with ``success`` (bool), ``log`` and ``error`` (str or None).
    *args, **options
        Passed on to `action`.

    Returns
    -------
    str
        The log; "" where there is none.

    Raises
    ------
    CourseError
        If the step fails: one sentence with nbgrader's own last error line.
    """
    result = action(*args, **options)
    log = str(result.get("log") or "")
    if not result["success"]:
        raise CourseError(f"nbgrader could not {step}: {reason_in(log, str(result.get('error') or ''))}")
    return log


def reason_in(log: str, error: str = "") -> str:
    """Return the line of an nbgrader log that says what went wrong.

    Parameters
    ----------
    log, error
        str, as nbgrader's steps return them; both may be "".

    Returns
    -------
    str
        The last error line, without its prefix; a sentence of our own for a full disk or an empty log.
    """
    if "No space left on device" in log + error:
        return "the disk is full; free some space and do it again. What was saved before is still there."
    lines = [line.strip() for line in (log + "\n" + error).splitlines() if line.strip()]
    errors = [line for line in lines if ("ERROR" in line or "CRITICAL" in line) and "Did you mean" not in line]
    line = (errors or lines or ["it gave no reason; run the same nbgrader command to see more."])[-1]
    return line.split("] ", 1)[-1].removeprefix("ERROR | ").removeprefix("CRITICAL | ")
