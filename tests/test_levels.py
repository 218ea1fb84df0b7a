"""Where the better level of isolation does not hold, the next is taken, or marking refuses; nothing runs unshut."""

import sys
import tempfile
from pathlib import Path

import pytest

from return_to_dust.errors import CourseError
from return_to_dust.sandbox import Level, levels, open_sandbox, view

pytestmark = pytest.mark.posix

#: Stands for bubblewrap on a system that lets namespaces be made, but none within them (Ubuntu 24.04 and others).
NOT_NESTED = """
import ctypes, os, sys
from pathlib import Path

root, before, after = os.getuid() == 0, os.pipe(), os.pipe()
parent = os.getpid()
if os.fork() == 0:  # stays outside, as only from there several users can be mapped
    os.read(before[0], 1)
    if root:
        Path(f"/proc/{parent}/uid_map").write_text("0 0 65536")
        Path(f"/proc/{parent}/gid_map").write_text("0 0 65536")
    os.write(after[1], b"x")
    os._exit(0)
user, group = os.getuid(), os.getgid()
assert ctypes.CDLL(None).unshare(0x10000000) == 0
os.write(before[1], b"x")
os.read(after[0], 1)
if not root:
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
os.wait()
Path("/proc/sys/user/max_user_namespaces").write_text("0" if root else "2")  # what bubblewrap itself needs
os.execv(sys.argv[1], sys.argv[1:])
"""


def stand_in(monkeypatch: pytest.MonkeyPatch, path: Path, line: str) -> None:
    """Let another program stand for bubblewrap."""
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setattr(view, "bubblewrap", lambda: str(path))
    monkeypatch.setattr(levels, "bubblewrap", lambda: str(path))


def test_when_namespaces_cannot_be_nested_then_each_notebook_gets_a_bubblewrap(monkeypatch, tmp_path):
    """The second level is taken where only the first fails, and has withstood every attack."""
    program = tmp_path / "not_nested.py"
    program.write_text(NOT_NESTED, encoding="utf-8")
    stand_in(monkeypatch, tmp_path / "bwrap", f'exec {sys.executable} {program} {view.bubblewrap()} "$@"')
    sandbox = open_sandbox()
    sandbox.close()
    assert sandbox.level is Level.BUBBLES


def test_when_no_namespace_can_be_made_then_marking_refuses(monkeypatch, tmp_path):
    """The sentence has bubblewrap's own reason and says what to do."""
    stand_in(monkeypatch, tmp_path / "bwrap", "echo 'bwrap: No permissions to create new namespace' >&2; exit 1")
    with pytest.raises(CourseError, match=r"No permissions to create new namespace.*refused.*container\.md"):
        open_sandbox()


def test_when_a_file_of_the_markers_can_be_read_then_marking_refuses(monkeypatch, tmp_path):
    """A sandbox with a hole starts, and the attacks find the hole."""
    shown = tempfile.gettempdir()
    stand_in(monkeypatch, tmp_path / "bwrap", f'exec {view.bubblewrap()} --ro-bind {shown} {shown} "$@"')
    with pytest.raises(CourseError, match=r"rooms.*: a program in it reads a file of yours.*Marking is refused"):
        open_sandbox()
