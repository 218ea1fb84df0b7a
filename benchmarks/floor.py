"""The floor: run notebooks' cells in forks of a warm process, and do nothing else.

No sandbox, no gradebook, no receipts: nothing that runs these cells can be faster on the same cores. Run by
`marking_speed.py`; the first argument is a JSON file with the cells of each notebook, the second how many run at once.
Prints what it took, as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path

from return_to_dust.examine import examiner, student
from return_to_dust.examine.shell import catch_printing, make_shell, run_cell
from return_to_dust.sandbox import server
from return_to_dust.sandbox.libraries import named_in
from return_to_dust.sandbox.limits import Limits


def main() -> None:
    """Warm up, run all notebooks, print the costs."""
    notebooks = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    at_once = int(sys.argv[2])
    printed = os.fdopen(os.dup(1), "w")
    os.chdir(tempfile.mkdtemp(dir=Path(sys.argv[1]).parent))
    Path(".tmp").mkdir()
    catch_printing()
    student.prepare()
    examiner.prepare()
    server.load(named_in(source for cells in notebooks for source in cells))
    server.settle()
    started = time.monotonic()
    each_s = run_all(notebooks, at_once)
    print(json.dumps({"wall_s": time.monotonic() - started, "processor_s": each_s}), file=printed, flush=True)


def run_all(notebooks: list[list[str]], at_once: int) -> list[float]:
    """Run each notebook in a fork, some at once; return the processor time of each in seconds."""
    running: dict[int, int] = {}
    used_s = [0.0] * len(notebooks)
    for number, cells in enumerate(notebooks):
        if len(running) == at_once:
            wait_for_one(running, used_s)
        child = os.fork()
        if child == 0:
            run(cells)
        running[child] = number
    while running:
        wait_for_one(running, used_s)
    return used_s


def wait_for_one(running: dict[int, int], used_s: list[float]) -> None:
    """Wait until one fork ends; note its processor time."""
    child, status, used = os.wait4(-1, 0)
    if status:
        os._exit(1)  # what is not run would make the floor too low
    used_s[running.pop(child)] = used.ru_utime + used.ru_stime


def run(cells: list[str]) -> None:
    """Run the cells of one notebook, tests included, in order and in one namespace; never returns."""
    status = 1
    try:
        shell = make_shell()
        for source in cells:
            run_cell(shell, source, Limits.cell_s, Limits.output_mb << 20)
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
