"""What a gradebook's database can refuse, in sentences: SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, InternalError, OperationalError, SQLAlchemyError

from return_to_dust.errors import CourseError

#: How long a writer waits for another one, in seconds.
LOCK_WAIT_S = 30
KEPT = "then run the same command again: what was recorded before is kept, and nothing is half recorded."
#: What is wrong and what to do, by the beginning of SQLite's name for an error or of PostgreSQL's SQLSTATE.
REASONS = {
    "SQLITE_BUSY": ("another program has been writing to it for too long", "close that program"),
    "SQLITE_LOCKED": ("another program has been writing to it for too long", "close that program"),
    "SQLITE_FULL": ("its disk is full", "free some space"),
    "SQLITE_IOERR": ("its disk cannot be written", "look for space and health of that disk"),
    "SQLITE_READONLY": ("it is read-only", "ask its owner for the right to write"),
    "SQLITE_PERM": ("it is read-only", "ask its owner for the right to write"),
    "SQLITE_CANTOPEN": ("it cannot be opened", "look whether its folder is there and can be written"),
    "SQLITE_CORRUPT": ("it is damaged", "put a copy that you saved in its place"),
    "SQLITE_NOTADB": ("it is not a database", "put a copy that you saved in its place"),
    "55P03": ("another program has been writing to it for too long", "close that program"),
    "40": ("another program was writing the same marks", "wait until that program is done"),
    "53100": ("its server's disk is full", "free some space there"),
    "53300": ("its server has no connection left", "close other programs that use it"),
    "42501": ("you may not write to it", "ask who runs the server for the right to write"),
    "25006": ("it is read-only", "ask who runs the server for the right to write"),
    "28": ("its server refuses the name or the password", "mend c.CourseDirectory.db_url in nbgrader_config.py"),
    "3D": ("its server has no such database", "make it with createdb"),
}
LOST = ("the connection to its server was lost or refused", "look whether the server runs")


def refusal(error: BaseException, url: Any) -> str:
    """Say why the database, not what was to be written, stopped the work.

    Parameters
    ----------
    error
        What was raised.
    url
        Where the gradebook is, as SQLAlchemy has it (``engine.url``) or as text; a password in it is not shown.

    Returns
    -------
    str
        One sentence: what is wrong, where, what to do; "" where the database works and the fault lies elsewhere.
    """
    if not isinstance(error, DBAPIError):
        return ""
    code = getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None) or ""
    known = next((says for begins, says in REASONS.items() if code.startswith(begins)), None)
    refused = isinstance(error, (OperationalError, InterfaceError, InternalError)) or error.connection_invalidated
    if known is None and not refused:
        return ""
    if known is None and make_url(url).get_backend_name() != "sqlite" and (not code or code.startswith(("08", "57P"))):
        known = LOST
    first_line = str(error.orig).strip().partition("\n")[0]
    what, do = known or (f"its database says: {first_line}", "run `nbgrader db upgrade` where nbgrader is newer")
    return f"The gradebook {shown(url)} refuses: {what}; {do}, {KEPT}"


@contextmanager
def in_a_sentence(url: Any) -> Iterator[None]:
    """Say what the database at this address refuses while this is open, as `refusal` does.

    Raises
    ------
    CourseError
        In place of the database's own error.
    """
    try:
        yield
    except DBAPIError as error:
        sentence = refusal(error, url)
        if not sentence:
            raise
        raise CourseError(sentence) from error


def shown(url: Any) -> str:
    """Return where a gradebook is, fit to be shown: a file's path, or a server's address without the password."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return str(parsed.database)
    return parsed.render_as_string(hide_password=True)


def require_server(url: str) -> None:
    """Prove that a gradebook on a database server can be reached; one in a file passes unseen.

    Raises
    ------
    CourseError
        If the address is none, its driver is not installed, or the server does not answer.
    """
    from sqlalchemy import create_engine

    try:
        if make_url(url).get_backend_name() == "sqlite":
            return
        engine = create_engine(url)
        with engine.connect():
            pass
        engine.dispose()
    except ImportError as error:
        raise CourseError(
            f"The gradebook {shown(url)} needs the package {error.name}, which is not installed: "
            "install psycopg[binary], and begin the address with postgresql+psycopg://."
        ) from error
    except ArgumentError as error:
        raise CourseError(f"The gradebook's address is none ({error}): mend c.CourseDirectory.db_url.") from error
    except SQLAlchemyError as error:
        raise CourseError(refusal(error, url) or f"The gradebook {shown(url)} cannot be opened: {error}.") from error
