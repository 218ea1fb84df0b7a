"""What `dust grade` prints when it is done."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from return_to_dust.grading.changes import Change
from return_to_dust.grading.graded import Graded


def show(out: Console, graded: Graded) -> None:
    """Print how a run fared: what failed, what was noticed, what changes, and the counts."""
    if graded.notices:
        rows = [(one.student, one.code, one.says) for one in graded.notices]
        out.print(_table("Noticed", ("Student", "What", "It says"), rows))
    if graded.changes:
        title = "Marks that changed" if graded.applied else "Marks that would change"
        headings = ("Student", "Cell", "Before", "After", "Why")
        out.print(_table(title, headings, [_change(one) for one in graded.changes]))
    if graded.failed:
        out.print(_table("Not marked", ("Student", "Why"), sorted(graded.failed.items())))
    out.print(_counts(graded), highlight=False)
    if graded.held:
        out.print(
            f"The marks of {len(graded.held)} would change and were not written: "
            f"`dust grade {graded.assignment} --apply` writes them.",
            markup=False,
            highlight=False,
        )


def _table(title: str, headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    table = Table(title=title, title_justify="left")
    for heading in headings:
        table.add_column(heading, overflow="fold", justify="right" if heading in ("Before", "After") else "left")
    for row in rows:
        table.add_row(*(escape(_printable(cell)) for cell in row))
    return table


def _change(change: Change) -> tuple[str, ...]:
    return (change.student, change.grade_id, _points(change.old), _points(change.new), change.why)


def _points(score: float | None) -> str:
    return "–" if score is None else f"{score:g}"


def _printable(text: str) -> str:
    """Show control characters, which a submission may have put into a name, instead of sending them to a terminal."""
    return "".join(letter if letter.isprintable() or letter == "\n" else "�" for letter in text)


def _counts(graded: Graded) -> str:
    counts = [
        (len(graded.written), "written"),
        (len(graded.unchanged), "unchanged"),
        (len(graded.held), "held back"),
        (len(graded.failed), "not marked"),
    ]
    said = ", ".join(f"{number} {what}" for number, what in counts if number)
    cached = f"; {len(graded.cached)} had been run before" if graded.cached else ""
    return f"{graded.assignment}: {graded.of} submissions in {graded.seconds:.0f} s: {said or 'none'}{cached}."
