"""A PostgreSQL server of the tests' own, in a temporary folder, reached by a unix socket."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

USER = "dust"
#: A server for tests: no network, and nothing to wait for on the disk.
OPTIONS = "-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c max_connections=30"


def programs() -> Path | None:
    """Return the folder with PostgreSQL's server programs, or None."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = shutil.which("initdb") or (debian or [None])[-1]
    return Path(found).resolve().parent if found else None


class Server:
    """A running server; `stop` and `start` are for tests of what is lost with it."""

    def __init__(self, folder: Path, bin_folder: Path, owner: pwd.struct_passwd | None) -> None:
        self.folder, self.bin_folder, self.owner = folder, bin_folder, owner
        self.data = folder / "data"
        self._run("initdb", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--username", USER)
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        log = str(self.folder / "log")
        self._run("pg_ctl", "start", "--wait", "--log", log, "--options", OPTIONS.format(folder=self.folder))

    def stop(self) -> None:
        """Stop it at once, as a power cut would."""
        self._run("pg_ctl", "stop", "--wait", "--mode", "immediate")

    def url(self, database: str, user: str = USER) -> str:
        """Return SQLAlchemy's address of a database."""
        return f"postgresql+psycopg://{user}@/{database}?host={self.folder}"

    def execute(self, command: str) -> None:
        """Run one command of SQL outside the databases under test, and outside a transaction."""
        import psycopg

        with psycopg.connect(host=str(self.folder), user=USER, dbname="postgres", autocommit=True) as connection:
            connection.execute(command.encode())

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.bin_folder / program), "--pgdata", str(self.data), *arguments]
        # the server refuses to run as root
        who = {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []} if self.owner else {}
        subprocess.run(command, check=True, cwd=self.folder, stdout=subprocess.DEVNULL, **who)


@contextmanager
def running() -> Iterator[Server]:
    """Start a server and stop it afterwards; skip where there is none to start."""
    pytest.importorskip("psycopg", reason="psycopg, the driver for PostgreSQL, is not installed")
    bin_folder = programs()
    if bin_folder is None:
        pytest.skip("PostgreSQL's server programs are not installed")
    owner = _unprivileged() if os.geteuid() == 0 else None
    # a folder of pytest's own is closed to others, and its path may be too long for a socket's
    folder = Path(tempfile.mkdtemp(prefix="dust-pg-"))
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    server = None
    try:
        server = Server(folder, bin_folder, owner)
        yield server
    finally:
        if server is not None and (server.data / "postmaster.pid").exists():
            server.stop()
        shutil.rmtree(folder)


def _unprivileged() -> pwd.struct_passwd:
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]
