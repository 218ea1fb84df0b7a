"""Provoke what goes wrong when a class is marked, on throw-away courses, and print what came of it.

Every fault is really provoked with ``dust grade`` and its sandbox; stock nbgrader is run on each faulty hand-in, too.
Prints two Markdown tables::

    python benchmarks/faults.py

It takes some minutes and needs Linux with bubblewrap; full and read-only disks are provoked where it runs as root.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from fault_hand_ins import hand_in_rows, row
from fault_lab import HONEST, NAME, RIGHT, Course, command_of, living, make_released, make_stock, wait_for

from return_to_dust.sandbox.watch import family

SLOW = f"import time\ntime.sleep(8)\n{RIGHT}"
SLOWLY = {"cy": 3.0, "di": 3.0}
Fault = Callable[[Course], tuple[str, str]]


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def summary(said: str, words: str = "") -> str:
    """Return the sentence in a command's output that begins with some words."""
    start = said.find(words) if words else -1
    return f"“{said[start:][:330].split('│', maxsplit=1)[0].strip()}”" if start >= 0 else f"“{said[-120:]}”"


def under_way(course: Course, *options: str) -> tuple[subprocess.Popen[str], list[int]]:
    """Start marking a class in which two are slow; return the command and its processes when they are being run."""
    for student in SLOWLY:
        course.hand_in(student, SLOW)
    running = course.start(*options)
    wait_for(lambda: len(list((course.term / "cache" / "marked").glob("*.json"))) == len(HONEST))
    time.sleep(1)
    return running, family(running.pid)


def killed(course: Course) -> tuple[str, str]:
    """Kill the command, then run it again."""
    running, processes = under_way(course)
    running.kill()
    running.communicate()
    gone = wait_for(lambda: not living(processes))
    said = course.grade()
    return course.verdict(**SLOWLY), f"{len(processes)} processes {'gone' if gone else 'LEFT'}; again: {summary(said)}"


def interrupted(course: Course) -> tuple[str, str]:
    """Press Ctrl-C, then run it again."""
    running, processes = under_way(course)
    running.send_signal(signal.SIGINT)
    said = " ".join(running.communicate()[0].split())
    gone = wait_for(lambda: not living(processes))
    course.grade()
    return course.verdict(**SLOWLY), f"{summary(said, 'dust:')}, processes {'gone' if gone else 'LEFT'}"


def server_killed(course: Course) -> tuple[str, str]:
    """Kill bubblewrap while it works, and with it the fork server and its rooms; let the command go on."""
    running, processes = under_way(course)
    os.kill(next(pid for pid in processes if command_of(pid).startswith("/usr/bin/bwrap")), signal.SIGKILL)
    said = " ".join(running.communicate()[0].split())
    return course.verdict(**SLOWLY), f"the same run goes on: {summary(said)}"


def dask_worker_killed(course: Course) -> tuple[str, str]:
    """Kill a worker of a Dask cluster that marks."""
    from distributed import LocalCluster

    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with LocalCluster(**options) as cluster:
        running, _ = under_way(course, "--scheduler", cluster.scheduler_address)
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        said = " ".join(running.communicate()[0].split())
    return course.verdict(**SLOWLY), f"the same run goes on: {summary(said)}"


def locked(course: Course) -> tuple[str, str]:
    """Let another program write to the gradebook for too long; then run again."""
    other = sqlite3.connect(course.term / "gradebook.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    said = course.grade()
    other.close()
    course.grade()
    return course.verdict(), summary(said, "dust:")


def two_at_once(course: Course) -> tuple[str, str]:
    """Start `dust grade` while it runs."""
    running, _ = under_way(course)
    said = course.grade()
    running.communicate()
    return course.verdict(**SLOWLY), summary(said, "dust:")


def beside_nbgrader(course: Course) -> tuple[str, str]:
    """Run `nbgrader autograde` on the same class while `dust grade` runs; then `dust grade` again."""
    running, _ = under_way(course)
    other = course.start_nbgrader("--force")
    said = " ".join(running.communicate()[0].split())
    other.communicate()
    course.grade("--apply")
    return course.verdict(**SLOWLY), summary(said)


@contextlib.contextmanager
def disk(course: Course, size: str) -> Iterator[None]:
    """Put the course's term on a disk of its own, of that size."""
    aside = course.folder / "aside"
    course.term.rename(aside)
    course.term.mkdir()
    subprocess.run(["/usr/bin/mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", course.term], check=True)
    try:
        shutil.copytree(aside, course.term, dirs_exist_ok=True)
        yield
    finally:
        subprocess.run(["/usr/bin/umount", "--lazy", course.term], check=True)


def full_disk(course: Course) -> tuple[str, str]:
    """Let the disk be full while the class is marked; then make space and run again."""
    with disk(course, "8m"):
        filler = course.term / "filler"
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            while file.write(bytes(4096)):
                pass
        said = course.grade()
        before = course.scores()
        filler.unlink()
        course.grade()
        return f"then: {before}; with space: {course.verdict()}", summary(said, "anna's")


def read_only(course: Course) -> tuple[str, str]:
    """Let the disk be read-only; then run again."""
    with disk(course, "8m"):
        remount = ["/usr/bin/mount", "-o"]
        subprocess.run([*remount, "remount,ro", course.term], check=True)
        said = course.grade()
        subprocess.run([*remount, "remount,rw", course.term], check=True)
        course.grade()
        return course.verdict(), summary(said, "dust:")


def power_cut(course: Course) -> tuple[str, str]:
    """End the command without a word after marks are recorded and before folders are in place; then run again."""
    code = "import os; from return_to_dust.grading import writer; writer.put_in_place = lambda *_: os._exit(9)\n"
    code += DUST_MAIN
    running = course._start([sys.executable, "-c", code, "grade", NAME, "--course", str(course.folder)])
    running.communicate()
    drafts = len(list(course.term.glob("autograded/*/.*")))
    said = course.grade()
    return course.verdict(), f"{drafts} drafts; again: {summary(said)}"


DUST_MAIN = "if __name__ == '__main__':\n    from return_to_dust.cli import main\n    main()"


def without_bubblewrap(course: Course) -> tuple[str, str]:
    """Take bubblewrap from the path on which it is looked for."""
    code = f"from return_to_dust.sandbox import levels; levels.bubblewrap = lambda: None\n{DUST_MAIN}"
    running = course._start([sys.executable, "-c", code, "grade", NAME, "--course", str(course.folder)])
    said = " ".join(running.communicate()[0].split())
    scores = course.scores()
    course.grade()
    return f"then: {scores or 'no mark'}; with it: {course.verdict()}", summary(said, "dust:")


def wrong_clock(course: Course) -> tuple[str, str]:
    """Mark a hand-in from the year 2099, then a newer one from a clock that was set back."""
    course.hand_in("cy", "def twice(number): return 0", "2099-01-01 00:00:00 UTC")
    course.grade()
    course.hand_in("cy", RIGHT, "2001-01-01 00:00:00 UTC")
    said = course.grade()
    return course.verdict(cy=3.0), summary(said)


#: By fault: what stock nbgrader does, from the source of its converters where nothing is measured, and the function.
MACHINE: dict[str, tuple[str, Fault]] = {
    "SIGKILL of the command, then again": ("", killed),
    "Ctrl-C, then again": ("source: deletes the folder under way and stops; goes on when run again", interrupted),
    "SIGKILL of bubblewrap with the fork server": ("has none", server_killed),
    "SIGKILL of a Dask worker": ("has none", dask_worker_killed),
    "power cut between recording and folder": (
        "source: what the folder holds by then stays, and a later run skips a folder that is there",
        power_cut,
    ),
    "gradebook locked": (
        "source: deletes the folder, stops the class with a traceback and advice to upgrade the database",
        locked,
    ),
    "full disk": (
        "source: deletes the folder; the next in the class goes on; an earlier mark stays unflagged",
        full_disk,
    ),
    "read-only disk": ("not tried", read_only),
    "two commands at once": ("source: nothing keeps them apart", two_at_once),
    "`nbgrader autograde` beside it": ("source: nothing keeps them apart", beside_nbgrader),
    "no bubblewrap": ("always runs code with the instructor's rights", without_bubblewrap),
    "a clock years ahead, then set back": (
        "source: skips the newer hand-in, as its time is not later",
        wrong_clock,
    ),
}
NEEDS_ROOT = (full_disk, read_only)


def stock_killed(stock: Course) -> str:
    """Kill stock nbgrader while it runs a notebook, and run it again."""
    for student in SLOWLY:
        stock.hand_in(student, SLOW)
    running = stock.start_nbgrader()
    wait_for((stock.term / "autograded" / "cy" / NAME).is_dir)
    time.sleep(1.5)
    processes = family(running.pid)
    running.kill()
    running.communicate()
    left = len(living(processes))
    stock.nbgrader()
    scores = {student: stock.scores().get(student) for student in [*HONEST, *SLOWLY]}
    return f"measured: {left} processes left; after a second run the marks are {scores}"


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="only machine faults whose name has this in it, no hand-ins")
    only = parser.parse_args().only
    with tempfile.TemporaryDirectory(prefix="faults-") as scratch:
        top = Path(scratch)
        released = make_released(top / "released")
        stock = make_stock(top / "released-stock", released)
        if not only:
            say("| fault of a hand-in | stock nbgrader, measured | ours: mark, and the sentence shown |")
            say("|---|---|---|")
            for line in hand_in_rows(Course(top / "ours", released), Course(top / "stock", stock)):
                say(line)
        say("\n| fault of the machine | stock nbgrader | ours: marks and remains | ours: what is said |")
        say("|---|---|---|---|")
        for number, (fault, (stock_does, provoke)) in enumerate(MACHINE.items()):
            if only not in fault or (provoke in NEEDS_ROOT and os.geteuid() != 0):
                continue
            marks, said = provoke(Course(top / f"course-{number}", released))
            measured = stock_killed(Course(top / "stock-killed", stock)) if provoke is killed else ""
            say(row(fault, measured or stock_does, marks, said))


if __name__ == "__main__":
    main()
