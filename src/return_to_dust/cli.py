"""The command `dust`: parse, call, print. The work is in the modules that each command names."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from return_to_dust.errors import CourseError, package_of
from return_to_dust.paths import find_course

app = typer.Typer(
    name="dust",
    help=(
        "Run the course on [italic]Return to Dust[/italic] 隐入尘烟.\n\n"
        "Begin with [bold]dust demo[/bold], which plays a whole term in a minute or two, then [bold]dust lab[/bold]. "
        "Commands work from anywhere inside the course folder, or with [bold]--course[/bold] from elsewhere."
    ),
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    add_completion=False,
)
out = Console()
err = Console(stderr=True)

CourseOption = Annotated[
    Path | None,
    typer.Option("--course", help="The course folder (it holds nbgrader_config.py); found from here by default."),
]


def main() -> None:
    """Run the command; what is wrong is said in one sentence, with exit code 1."""
    try:
        app()
    except CourseError as error:
        err.print(f"[bold red]dust:[/bold red] {escape(str(error))}")
        sys.exit(1)
    except ImportError as error:
        says = f"The package {package_of(error)} is missing or does not fit: `dust doctor` says how to mend it."
        err.print(f"[bold red]dust:[/bold red] {escape(says)}")
        sys.exit(1)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        says = f"The system refused{where}: {error.strerror or error}. Nothing that was saved before is lost."
        err.print(f"[bold red]dust:[/bold red] {escape(says)}")
        sys.exit(1)


def with_progress(work: Callable[[Callable[[str, int, int], None]], Any]) -> Any:
    """Run `work` with a progress bar; it gets a function to call with (what, done, in all)."""
    shown = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    columns = (*shown, TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("starting", total=None)
        return work(lambda what, done, total: bar.update(task, description=what, completed=done, total=total))


@app.command()
def demo(
    folder: Annotated[
        Path | None, typer.Option(help="Where to play the term; term/demo in the course folder by default.")
    ] = None,
    assignment: Annotated[
        str | None, typer.Option(help="The only assignment to play, such as 2_reception; all of them by default.")
    ] = None,
    course: CourseOption = None,
) -> None:
    """Play a whole term in a minute or two: release, hand in, collect, mark, feedback, report.

    Sample students hand in every assignment, from a perfect answer to an endless loop. Everything is done by real
    nbgrader, with a gradebook and an exchange of its own; your course and its gradebook are not touched.
    Run it again whenever you like: it replaces what it made before.
    """
    from return_to_dust.demo.term import run_demo
    from return_to_dust.report.page import title_of

    home = find_course(course)
    result = with_progress(
        lambda progress: run_demo(home, folder or home / "term" / "demo", progress, assignment=assignment)
    )
    table = Table(title="Marks by tests in each assignment", title_justify="left", expand=True)
    table.add_column("Student", no_wrap=True)
    table.add_column("Marks", justify="right", no_wrap=True)
    table.add_column("What they handed in", ratio=1, no_wrap=assignment is None, overflow="ellipsis")
    for unit in result.units:
        most = f"of {unit.report.automatic_max:g}"
        table.add_row(title_of(unit.assignment), most, f"{len(unit.students)} hand-ins", style="bold")
        for one in unit.students:
            table.add_row(f"  {one.id}", "not marked" if one.fault else f"{one.score:g}", one.about)
        table.add_section()
    out.print(table)
    for unit in result.units:
        for one in unit.students:
            if one.fault:
                out.print(f"{one.id}'s {unit.assignment} could not be marked: {one.fault}", markup=False)
    if result.warning:
        says = f"The sample students' code, which comes with the course, was not shut in. {result.warning}"
        out.print(says, markup=False, highlight=False)
    out.print(f"Done in {result.seconds:.0f} s. What it made:")
    for what, path in result.made.items():
        out.print(f"  {what}: [bold]{escape(str(path))}[/bold]", soft_wrap=True)


@app.command()
def lab(
    as_: Annotated[
        str | None,
        typer.Option(
            "--as", help="Whose view, [bold]instructor[/bold] or [bold]student[/bold]; by what the folder holds."
        ),
    ] = None,
    folder: Annotated[
        Path | None, typer.Option(help="A student's own folder; term/student in the course folder by default.")
    ] = None,
    port: Annotated[int | None, typer.Option(help="The port to serve on; a free one by default.")] = None,
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
    course: CourseOption = None,
) -> None:
    """Open JupyterLab at the course, with nbgrader's menus for your role.

    An instructor works in the course folder, with Formgrader and Create Assignment. A student works in a folder
    of their own, which holds the lessons and no solutions, with Assignment List and Validate. A folder without
    solutions, such as an unzipped kit, opens as a student's.
    """
    from return_to_dust.lab.server import run_lab, usual_role

    home = find_course(course)
    raise typer.Exit(run_lab(home, as_ or usual_role(home), port, browser, folder))


@app.command()
def build(course: CourseOption = None) -> None:
    """Build all notebooks from their written form, and the releases in assignments/.

    The written form is lessons/*.py and solutions/*/*.py. Releases are generated by nbgrader, which notes their
    cells in the gradebook (term/gradebook.db). The same input gives the same bytes.
    """
    from return_to_dust.build.course import build_course

    home = find_course(course)
    built = with_progress(lambda progress: build_course(home, progress))
    for path in built:
        out.print(f"built {path.relative_to(home)}")


@app.command()
def site(
    target: Annotated[
        Path | None, typer.Argument(help="The folder to write; term/site in the course folder by default.")
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Build although the map of the course has loose ends, and list them on it.")
    ] = False,
    course: CourseOption = None,
) -> None:
    """Build the handbook as a site that opens without a network: lessons with results, readings, glossary, tables, map.

    Needs the packages of the extra "site" (pip install -e ".[site]"). Lessons are run, and their results kept until
    something changes. The site holds no solution, hidden test or rubric. It is not built where the map from objective
    to paragraph has a loose end, such as a question that serves no objective.
    """
    from return_to_dust.handbook.site import build_site

    home = find_course(course)
    built = with_progress(lambda progress: build_site(home, target, draft=draft, progress=progress))
    out.print(f"The site, {built.pages} pages, is at [bold]{escape(str(built.index))}[/bold]", soft_wrap=True)
    out.print(f"The handbook on one page, to print: [bold]{escape(str(built.printable))}[/bold]", soft_wrap=True)
    if built.loose_ends:
        out.print(f"It is a draft: its map lists {len(built.loose_ends)} loose ends.")


@app.command()
def check(
    no_skips: Annotated[
        bool, typer.Option("--no-skips", envvar="DUST_NO_SKIPS", help="Fail where a test was skipped, as CI does.")
    ] = False,
    coverage: Annotated[bool, typer.Option("--coverage", help="Measure which lines the tests run.")] = False,
    course: CourseOption = None,
) -> None:
    """Run everything a contributor runs: freshness of the build, lint, types, notebooks, tests.

    Needs the development packages (pip install -e ".[dev]"). Tests in the browser need Debian's chromium and
    are skipped, with a word, where it is absent.
    """
    from return_to_dust.build.check import run_checks

    home = find_course(course)
    failed = run_checks(home, say=lambda line: out.print(line, highlight=False), no_skips=no_skips, coverage=coverage)
    if failed:
        raise CourseError(f"{', '.join(failed)} failed: mend what is said above and run `dust check` again.")
    out.print("[bold green]All checks passed.[/bold green]")


@app.command()
def doctor(course: CourseOption = None) -> None:
    """Say what is missing on this machine and how to mend it.

    Looks at Python, packages, the kernel, nbgrader's exchange and extensions, the course folder and the Chinese
    font. Exit code 1 where something that the course needs is missing.
    """
    from return_to_dust.doctor import examine

    with err.status("looking at this machine"):
        findings = examine(course)
    table = Table(show_header=True)
    for column in ("", "What", "Finding"):
        table.add_column(column, overflow="fold")
    for finding in findings:
        mark = {True: "[green]✓[/green]", False: "[red]✗[/red]", None: "[yellow]–[/yellow]"}[finding.ok]
        table.add_row(mark, escape(finding.name), escape(finding.says))
    out.print(table)
    for finding in findings:
        if finding.mend:  # each on a line of its own that is never wrapped, so that it can be pasted
            out.print(f"\n[bold]To mend: {escape(finding.name)}[/bold]")
            out.print(finding.mend, soft_wrap=True, markup=False, highlight=False)
    if any(finding.ok is False for finding in findings):
        raise typer.Exit(1)


@app.command()
def report(
    assignment: Annotated[str, typer.Argument(help="The assignment, such as 2_reception.")],
    course: CourseOption = None,
) -> None:
    """Write the class report of an assignment: marks, difficulty, misconceptions, what waits for marking.

    The page opens in any browser, without a network: term/reports/<assignment>.html.
    """
    from return_to_dust.report.data import class_report
    from return_to_dust.report.page import write_report

    home = find_course(course)
    path = home / "term" / "reports" / f"{assignment}.html"
    with err.status("reading the gradebook and the marked notebooks"):
        write_report(class_report(home, assignment), path)
    out.print(f"The report is at [bold]{escape(str(path))}[/bold]", soft_wrap=True)


@app.command()
def grade(
    assignment: Annotated[str, typer.Argument(help="The assignment, such as 2_reception.")],
    student: Annotated[
        list[str] | None, typer.Option(help="A student's id; may be given more than once. Everybody by default.")
    ] = None,
    *,
    apply: Annotated[
        bool, typer.Option("--apply", help="Also write marks that change although the hand-in is the same.")
    ] = False,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="How many to mark side by side; one for each core by default.")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(help="A Dask scheduler, such as tls://host:8786, whose workers mark.")
    ] = None,
    unsafe: Annotated[
        bool,
        typer.Option(
            "--unsafe", help="Mark where students' code cannot be isolated: it could then read and change your files."
        ),
    ] = False,
    course: CourseOption = None,
) -> None:
    """Mark what was handed in, all students side by side, and record the marks.

    What was marked before and has not changed is not run again, and an interrupted run goes on where it was. New work
    is recorded at once. Where the mark of the same hand-in would change, as after a test was mended, a table says
    whose and why, and --apply writes it. Marks given by hand stay. Exit code 1 where somebody's work failed.
    """
    from return_to_dust.marking.course import ready_environment
    from return_to_dust.sandbox import opening

    home = find_course(course)
    ready_environment()  # before what it makes quicker is loaded
    try:
        # it gets ready while all that follows is loaded
        with contextlib.nullcontext() if scheduler else opening(unsafe=unsafe) as sandbox:
            from return_to_dust.grading.grade import grade as grade_all
            from return_to_dust.grading.show import show

            graded = with_progress(
                lambda progress: grade_all(
                    home,
                    assignment,
                    student,
                    apply=apply,
                    jobs=jobs,
                    scheduler=scheduler,
                    unsafe=unsafe,
                    progress=progress,
                    sandbox=sandbox,
                )
            )
    except KeyboardInterrupt:
        raise CourseError("Interrupted: what is marked is kept, and the same command goes on from there.") from None
    show(out, graded)
    if graded.failed:
        raise typer.Exit(1)


@app.command()
def kit(
    target: Annotated[Path | None, typer.Argument(help="The zip to write; term/student-kit.zip by default.")] = None,
    course: CourseOption = None,
) -> None:
    """Pack what students need who work on their own machines: lessons, releases, the package; no solutions."""
    from return_to_dust.lab.kit import make_kit

    home = find_course(course)
    path = target or home / "term" / "student-kit.zip"
    with_progress(lambda _: make_kit(home, path))
    out.print(f"The student kit is at [bold]{escape(str(path))}[/bold]", soft_wrap=True)


@app.command()
def take(
    files: Annotated[list[Path], typer.Argument(help="A notebook, or a folder or zip with the notebook in it.")],
    student: Annotated[str, typer.Option(help="The student's id, as in your gradebook.")],
    assignment: Annotated[str, typer.Option(help="The assignment, such as 2_reception.")],
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Replace what this student handed in before, and keep that in term/replaced."),
    ] = False,
    course: CourseOption = None,
) -> None:
    """Take in a student's work that came by e-mail or through a learning system.

    It is put to term/submitted/<student>/<assignment>/, from where nbgrader marks it like all others. A download's
    name, such as "2_reception (1).ipynb", is put right. Works on Windows too.
    """
    from return_to_dust.marking.take import take_in

    taken = take_in(find_course(course), files, student, assignment, replace=replace)
    for line in taken.says:
        out.print(line, markup=False, highlight=False)
    out.print(f"{escape(student)}'s work is at [bold]{escape(str(taken.folder))}[/bold]", soft_wrap=True)
