"""The sandbox: what holds at each level, what is refused, and that nothing in it outlives its room or its marker."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from return_to_dust.errors import CourseError
from return_to_dust.examine.channel import Channel
from return_to_dust.paths import CHECKOUT
from return_to_dust.sandbox import Level, Limits, RoomError, Sandbox, host, levels, open_sandbox, view
from return_to_dust.sandbox.levels import attack
from return_to_dust.sandbox.watch import MemoryExceeded, check_memory, family

pytestmark = pytest.mark.marking
SLEEPER = f"dust-sandbox-sleeper-{os.getpid()}"
#: Says so when the process that is to stay has begun: its end of the pipe is then closed.
STAYS = f"""
import os
begun, beginning = os.pipe()
if os.fork() == 0:
    os.setsid()
    os.execvp("sleep", ["{SLEEPER}", "1000"])
os.close(beginning)
os.read(begun, 1)
print("on")
"""
LIMITS = Limits(cell_s=10, notebook_s=30)
PLANTED = "capybara-in-the-environment"


@pytest.fixture(scope="module", params=[Level.ROOMS, Level.BUBBLES], ids=lambda level: level.value)
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A sandbox of each level that shuts code in."""
    os.environ["DUST_SECRET"] = PLANTED
    made = Sandbox(request.param)
    yield made
    made.close()
    del os.environ["DUST_SECRET"]


def said_by(sandbox: Sandbox, source: str, *, look: Any = None) -> str:
    """Run one cell in a student's room; return what it printed, and let `look` see the room meanwhile."""
    ours, theirs = socket.socketpair()
    with ours, theirs, sandbox.room("student", [theirs], LIMITS) as room:
        channel = Channel(ours, 1_000_000)
        channel.send({"files": {}, "steps": [{"source": source, "test": None}]})
        outputs = channel.receive()[0]["outputs"]
        if look is not None:
            look(room)
    return "".join(one.get("text", str(one)) for one in outputs)


def is_running(name: str) -> bool:
    """Say whether a process was started under a name."""
    return any(_command(path).startswith(name) for path in Path("/proc").glob("[0-9]*/cmdline"))


def _command(path: Path) -> str:
    try:
        return path.read_bytes().decode(errors="replace")
    except OSError:
        return ""


def wait_until_gone(name: str) -> bool:
    """Wait until no process runs under a name; say whether that came to pass."""
    ends = time.monotonic() + 30
    while is_running(name) and time.monotonic() < ends:
        time.sleep(0.05)
    return not is_running(name)


# What holds.


def test_when_a_sandbox_is_attacked_then_nothing_succeeds(sandbox):
    """Each level withstands each attack of the probe."""
    assert attack(sandbox) == []


def test_when_code_looks_at_its_environment_then_nothing_of_the_markers_is_there(sandbox):
    """Environment variables of the marker do not pass."""
    assert PLANTED not in said_by(sandbox, "import os\nprint(dict(os.environ))")


def test_when_code_looks_for_the_course_then_there_is_none(sandbox):
    """Of a checkout only the package and the texts are there."""
    places = [str(CHECKOUT / "solutions"), str(Path(__file__).parent), str(Path.home() / ".cache")]
    assert said_by(sandbox, f"import os\nprint([os.path.exists(place) for place in {places}])") == f"{[False] * 3}\n"


def test_when_code_opens_sockets_then_only_local_and_empty_families_are_there(sandbox):
    """Sockets that know no namespace, such as those to a virtual machine's host, cannot be made."""
    source = (
        "import socket\nfor family in (1, 2, 10, 16, 17, 38, 40):\n    try:\n        socket.socket(family)\n"
        "        print(family)\n    except OSError:\n        pass"
    )
    assert said_by(sandbox, source) == "1\n2\n"


def test_when_code_asks_for_memory_that_is_charged_to_nobody_then_it_gets_none(sandbox):
    """Neither files in memory nor System V's segments, which no watch would see."""
    source = "import ctypes\nc = ctypes.CDLL(None)\nprint(c.memfd_create(b'x', 0), c.shmget(0, 4096, 0o1600))"
    assert said_by(sandbox, source) == "-1 -1\n"


def test_when_code_looks_at_other_processes_then_it_reads_none_but_its_own(sandbox):
    """Environment and memory of the room's keeper and of the server are closed."""
    source = (
        "import os\nopened = []\nfor name in os.listdir('/proc'):\n"
        "    if name.isdigit() and int(name) not in (1, os.getpid()):\n"
        "        for kind in ('environ', 'mem', 'maps'):\n            try:\n"
        "                open(f'/proc/{name}/{kind}', 'rb').close()\n                opened.append((name, kind))\n"
        "            except OSError:\n                pass\nprint(opened)"
    )
    assert said_by(sandbox, source) == "[]\n"


def test_when_a_room_is_closed_then_nothing_in_it_runs_on(sandbox):
    """A process that has left its session ends with its room."""
    assert (said_by(sandbox, STAYS), is_running(SLEEPER)) == ("on\n", False)


def test_when_a_room_is_open_then_what_it_started_is_seen_from_outside(sandbox):
    """The test above can fail: while the room is open the process is there, beside the room's first one."""
    seen = []
    said_by(sandbox, STAYS, look=lambda room: seen.append((is_running(SLEEPER), len(family(room.pid)) >= 2)))
    assert seen == [(True, True)]


def test_when_a_room_takes_more_memory_than_it_may_then_it_is_closed(sandbox):
    """Whoever looks finds too much, and closes the room with all in it."""

    def look(room: Any) -> None:
        with pytest.raises(MemoryExceeded):
            check_memory(room, Limits(room_mb=100))
        assert family(room.pid) == []

    said_by(sandbox, "import os, time\nkept = b'x' * 300_000_000\nif os.fork() == 0:\n    time.sleep(1000)", look=look)


def test_when_a_room_is_closed_then_it_cannot_be_stopped_by_mistake(sandbox):
    """The numbers of its descriptors may be those of others: nothing is done with them."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        room = sandbox.room("student", [theirs], LIMITS)
        room.close()
        room.stop_work()
        assert room.pid == -1


def test_when_the_server_has_died_then_the_next_room_has_a_new_one():
    """A dead fork server is replaced."""
    sandbox = Sandbox(Level.ROOMS)
    said_by(sandbox, "1")
    sandbox._shared.process.kill()
    sandbox._shared.process.wait()
    said = said_by(sandbox, "print('on')")
    sandbox.close()
    assert said == "on\n"


def test_when_a_sandbox_is_closed_then_open_rooms_end_with_it():
    """Closing the sandbox ends the rooms that are open."""
    sandbox = Sandbox(Level.ROOMS)
    ended = []

    def close(_: Any) -> None:
        sandbox.close()
        ended.append(wait_until_gone(SLEEPER))

    said_by(sandbox, STAYS, look=close)
    assert ended == [True]


GRADER = f"""
import socket, sys, time
from return_to_dust.examine.channel import Channel
from return_to_dust.sandbox import Level, Limits, Sandbox
ours, theirs = socket.socketpair()
room = Sandbox(Level[sys.argv[1]]).room("student", [theirs], Limits())
channel = Channel(ours, 1_000_000)
channel.send({{"files": {{}}, "steps": [{{"source": {STAYS!r}, "test": None}}]}})
print(channel.receive()[0]["outputs"], flush=True)
time.sleep(1000)
"""


@pytest.mark.parametrize("level", ["ROOMS", "BUBBLES"])
def test_when_the_marker_is_killed_then_nothing_is_left_running(level):
    """SIGKILL of the marker ends server, rooms, and all that code has started."""
    marker = subprocess.Popen([sys.executable, "-c", GRADER, level], stdout=subprocess.PIPE, text=True)
    ready, there = marker.stdout.readline(), is_running(SLEEPER)
    marker.send_signal(signal.SIGKILL)
    marker.wait()
    marker.stdout.close()
    assert ("on" in ready, there, wait_until_gone(SLEEPER)) == (True, True, True)


# What is found out where it does not hold.


def weakened(monkeypatch: pytest.MonkeyPatch, change: Any) -> list[str]:
    """Attack a sandbox whose bubblewrap is called with other arguments; return what succeeded."""
    monkeypatch.setattr(host, "wrapped", lambda program: change(view.wrapped(program)))
    sandbox = Sandbox(Level.BUBBLES)
    try:
        return attack(sandbox)
    finally:
        sandbox.close()


def test_when_the_network_is_not_closed_then_the_attack_says_so(monkeypatch):
    """The probe finds a network that was left open."""
    found = weakened(monkeypatch, lambda command: [one for one in command if one != "--unshare-net"])
    assert found == ["uses the network"]


def test_when_a_folder_is_left_open_then_the_attack_says_so(monkeypatch, tmp_path):
    """The probe finds a folder outside that can be written to."""
    tmp_path.chmod(0o777)

    def with_folder(command: list[str]) -> list[str]:
        place = command.index("--chdir")
        return [*command[:place], "--bind", str(tmp_path), "/dev/shm", *command[place:]]  # noqa: S108 - inside

    assert "writes outside its folder" in weakened(monkeypatch, with_folder)


def test_when_processes_are_not_hidden_then_the_attack_says_so(monkeypatch):
    """The probe finds processes of others."""
    found = weakened(monkeypatch, lambda command: [one for one in command if one != "--unshare-pid"])
    assert "sees other processes" in found


# What is refused, and what the sentence says.


@pytest.mark.parametrize(
    ("system", "says"),
    [("darwin", r"This system \(darwin\) cannot shut code in.*Marking is refused"), ("win32", "Windows cannot run")],
)
def test_when_the_system_is_not_linux_then_marking_is_refused(monkeypatch, system, says):
    """Elsewhere one sentence says why, and where to mark instead."""
    monkeypatch.setattr(sys, "platform", system)
    with pytest.raises(CourseError, match=says):
        open_sandbox()


def test_when_bubblewrap_is_missing_then_the_sentence_says_how_to_get_it(monkeypatch):
    """The missing program is named with the command that installs it."""
    monkeypatch.setattr(levels, "bubblewrap", lambda: None)
    with pytest.raises(CourseError, match=r"bubblewrap is not installed.*apt install bubblewrap"):
        open_sandbox()


def test_when_an_attack_succeeds_at_every_level_then_marking_is_refused(monkeypatch):
    """No level that does not hold is used; the sentence says what got out of each."""
    monkeypatch.setattr(levels, "attack", lambda _: ["uses the network"])
    monkeypatch.setattr(levels, "Sandbox", type("Open", (), {"__init__": lambda *_: None, "close": lambda _: None}))
    with pytest.raises(
        CourseError, match=r"does not hold here \(rooms and bubbles: .* uses the network\).*Marking is refused"
    ):
        open_sandbox()


def test_when_the_best_level_does_not_hold_then_the_next_is_taken(monkeypatch):
    """A machine without nested namespaces gets a bubblewrap for each notebook."""
    made = type("Made", (), {"__init__": lambda self, level: setattr(self, "level", level), "close": lambda _: None})
    monkeypatch.setattr(levels, "Sandbox", made)
    monkeypatch.setattr(levels, "attack", lambda sandbox: ["traces processes"] if sandbox.level is Level.ROOMS else [])
    assert open_sandbox().level is Level.BUBBLES


def test_when_the_server_cannot_start_then_the_sentence_holds_its_reason(monkeypatch):
    """What bubblewrap said last is passed on."""
    monkeypatch.setattr(host, "wrapped", lambda _: ["/bin/sh", "-c", "echo no user namespaces >&2; exit 1"])
    with pytest.raises(RoomError, match=r"did not start \(no user namespaces\): run `dust doctor`"):
        attack(Sandbox(Level.ROOMS))


# What is shown.


def test_when_the_environment_lies_in_the_course_then_the_course_is_not_shown(monkeypatch, tmp_path):
    """After `python -m venv .` the environment's folder is the course's: only its programs and libraries are shown."""
    for part in ("bin", "lib", "solutions"):
        (tmp_path / part).mkdir()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    shown = [root for root in view.python_roots() if root.is_relative_to(tmp_path)]
    assert shown == [tmp_path / "bin", tmp_path / "lib"]


def test_when_the_exchange_lies_below_usr_then_it_is_covered(monkeypatch, tmp_path):
    """Nbgrader's usual exchange, and other students' work in it, is not shown with `/usr`."""
    monkeypatch.setattr(view, "COVERED", (str(tmp_path), str(tmp_path / "absent")))
    command = view.wrapped(["true"])
    assert [command[n + 1] for n, one in enumerate(command) if one == "--tmpfs"][:-2] == [str(tmp_path)]


def test_when_limits_become_plain_data_then_they_come_back_the_same():
    """Limits cross to the server as plain data."""
    limits = Limits(cell_s=7, room_mb=512)
    assert Limits(**limits.as_dict()) == limits
