"""Faulty hand-ins: what they are, and what stock nbgrader and this course make of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from fault_lab import NAME, RIGHT, Course

#: A page of more than this is slow to open.
LARGE_MB = 5


def answers(value: str) -> str:
    """Return a function that answers with this value."""
    return f"import numpy as np\ndef twice(number):\n    a = []\n    {value}\n    return a\n"


def many_files(folder: Path) -> None:
    """Lay ten thousand files beside a notebook."""
    for number in range(10_000):
        (folder / f"f{number}").touch()


def sparse(folder: Path) -> None:
    """Lay a file of 500 MB beside a notebook that takes no space."""
    with (folder / "large.bin").open("wb") as file:
        file.truncate(500_000_000)


def odd_names(folder: Path) -> None:
    """Lay files beside a notebook whose names are half characters, turn the writing, or are far too long."""
    for name in ("a\udcff", "\u202etxt.exe", "x" * 250, "a\nb", "\U0001f600"):
        (folder / name).touch()


def in_its_json(text: str) -> Callable[[Path], None]:
    """Return what puts a member into a notebook's JSON."""

    def put(folder: Path) -> None:
        path = folder / f"{NAME}.ipynb"
        path.write_text(path.read_text(encoding="utf-8").replace("{", f'{{"more": {text},', 1), encoding="utf-8")

    return put


def nothing(_: Path) -> None:
    """Lay nothing beside a notebook."""


def many_cells(folder: Path) -> None:
    """Give a notebook 2,500 cells."""
    cell = '{"cell_type": "code", "metadata": {}, "source": "1", "outputs": [], "execution_count": null},'
    path = folder / f"{NAME}.ipynb"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"cells": [', '"cells": [' + cell * 2500, 1), encoding="utf-8"
    )


#: By fault: the answer handed in, what is laid beside it, and the points that it deserves.
HAND_INS: dict[str, tuple[str, Callable[[Path], None], float]] = {
    "100 MB printed": (f"for _ in range(1000): print('x' * 100_000)\n{RIGHT}", nothing, 3),
    "100 MB on stderr": (f"import sys\nfor _ in range(1000): sys.stderr.write('x' * 100_000)\n{RIGHT}", nothing, 3),
    "100 MB displayed": (f"display({{'text/html': 'x' * 100_000_000}}, raw=True)\n{RIGHT}", nothing, 3),
    "100 MB from a program": (
        f"import subprocess\nsubprocess.run(['head', '-c', '100000000', '/dev/zero'])\n{RIGHT}",
        nothing,
        3,
    ),
    "an output that JSON cannot hold": (f"display({{'application/json': {{1, 2}}}}, raw=True)\n{RIGHT}", nothing, 3),
    "half a character printed": (f"print('\\ud800')\n{RIGHT}", nothing, 3),
    "10,000 files": (RIGHT, many_files, 3),
    "a sparse file of 500 MB": (RIGHT, sparse, 3),
    "file names with half characters, turned, too long": (RIGHT, odd_names, 3),
    "2,500 cells": (RIGHT, many_cells, 0),
    "100,000 brackets in the JSON": (RIGHT, in_its_json("[" * 100_000 + "]" * 100_000), 0),
    "a number of 10^6 digits in the JSON": (RIGHT, in_its_json("9" * 1_000_000), 3),
    "NaN and Infinity in the JSON": (RIGHT, in_its_json("[NaN, -Infinity]"), 3),
    "an answer of 10^6 digits": (answers("a = 10**1_000_000"), nothing, 0),
    "NaN as an answer": (answers("a = float('nan')"), nothing, 0),
    "a list in itself as an answer": (answers("a.append(a)"), nothing, 0),
    "100,000 lists in one another as an answer": (answers("for _ in range(100_000): a = [a]"), nothing, 0),
    "10^7 items as an answer": (answers("a = np.zeros(10**7).tolist()"), nothing, 0),
    "half a character as an answer": (answers("a = '\\ud800'"), nothing, 0),
    "a line of 1 MB, right to left, with NUL, as an answer": (answers("a = '\\u202e\\0' * 500_000"), nothing, 0),
}


def hand_in_rows(ours: Course, stock: Course) -> Iterator[str]:
    """Mark one class with all faulty hand-ins, and each of them by stock nbgrader; yield the table's rows."""
    students = {f"s{number:02}": fault for number, fault in enumerate(HAND_INS)}
    for student, fault in students.items():
        source, lay, _ = HAND_INS[fault]
        for course in (ours, stock):
            lay(course.hand_in(student, source))
    ours.grade()
    deserved = {student: HAND_INS[fault][2] for student, fault in students.items()}
    for student, fault in students.items():
        said, score = ours.said_of(student), ours.scores().get(student)
        yield row(fault, stock_mark(stock, student), f"{score:g} of 3: “{said}”" if score is not None else said)
    yield row("the class", "each hand-in was marked by itself", ours.verdict(**deserved))


def stock_mark(stock: Course, student: str) -> str:
    """Let stock nbgrader mark one hand-in; say what came of it."""
    log = stock.nbgrader("--student", student)
    path = stock.term / "autograded" / student / NAME / f"{NAME}.ipynb"
    if not path.is_file():
        errors = [line.split("] ", 1)[-1] for line in log.splitlines() if "ERROR" in line or "Error:" in line]
        return f"not marked ({(errors or ['no reason'])[-1][:90]})"
    score, size_mb = stock.scores().get(student), path.stat().st_size / 1e6
    return f"{'none' if score is None else f'{score:g}'} of 3" + (
        f", a page of {size_mb:.0f} MB" if size_mb > LARGE_MB else ""
    )


def row(*cells: str) -> str:
    """Return a row of a Markdown table."""
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
