"""What is to be done with a notebook: which cells run where, and what of a test may be known before the end."""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from nbformat import NotebookNode
from nbgrader import utils

from return_to_dust.errors import CourseError
from return_to_dust.sandbox.libraries import named_in

BEGIN_HIDDEN, END_HIDDEN = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"
#: Tests that import this give reasons in which a student's own values stand.
TELLING = "return_to_dust.checks"
#: With these a test can come to names that do not stand in it.
REACHING = frozenset(
    ("__import__", "compile", "currentframe", "dir", "eval", "exec", "get_ipython", "globals", "import_module",
     "locals", "query", "sys", "vars")
)  # fmt: skip
#: Each test has a connection of its own to its snapshot; Linux passes 253 at once.
MOST_TESTS = 240


@dataclass(frozen=True)
class PlannedTest:
    """A test cell: its place in the notebook, its id and points, and its code in the parts in which it is run."""

    place: int
    grade_id: str
    points: float
    parts: list[str]


@dataclass
class Plan:
    """What is to be done with a notebook.

    Attributes
    ----------
    steps
        For the student's room, in order: ``source``, and the number of the ``test`` that stands there or None; at a
        test also the ``names`` that it may ask for, where these are known (see `names_in`), or None.
    places
        Which cell of the notebook each step is.
    tests
        For the examiner: the test cells, in order.
    helpers
        For the examiner: the code of the instructor's other locked cells.
    libraries
        For both: what is to be loaded besides what always is (see `return_to_dust.sandbox.libraries`).
    """

    steps: list[dict[str, Any]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    tests: list[PlannedTest] = field(default_factory=list)
    helpers: list[str] = field(default_factory=list)
    libraries: list[str] = field(default_factory=list)


def make_plan(notebook: NotebookNode) -> Plan:
    """Plan the examination of a notebook whose test cells carry their full source.

    Raises
    ------
    CourseError
        If it has more than `MOST_TESTS` tests: that is the assignment's fault, as handed-in ones are not kept.
    """
    plan = Plan()
    for place, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            continue
        if utils.is_grade(cell) and not utils.is_solution(cell):
            seen = visible(cell.source)
            step = {"source": imports_in(seen), "test": len(plan.tests), "names": names_in(cell.source, seen)}
            plan.steps.append(step)
            about = cell.metadata.nbgrader
            plan.tests.append(PlannedTest(place, about.grade_id, float(about.points), parts_of(cell.source)))
        else:
            plan.steps.append({"source": cell.source, "test": None})
            if utils.is_locked(cell) and not utils.is_solution(cell):
                plan.helpers.append(cell.source)
        plan.places.append(place)
    if len(plan.tests) > MOST_TESTS:
        raise CourseError(
            f"The notebook has {len(plan.tests)} test cells, and at most {MOST_TESTS} can be marked: "
            "divide the assignment into several notebooks."
        )
    plan.tests = [in_turn(test, plan.tests) for test in plan.tests]
    plan.libraries = named_in(cell.source for cell in notebook.cells if cell.cell_type == "code")
    return plan


def in_turn(test: PlannedTest, tests: list[PlannedTest]) -> PlannedTest:
    """Keep back a test that cannot be divided and has hidden cases, where other tests give reasons."""
    telling = any(TELLING in part for one in tests for part in one.parts)
    if telling and len(test.parts) == 1 and BEGIN_HIDDEN in test.parts[0]:
        return replace(test, parts=["", *test.parts])
    return test


def parts_of(source: str) -> list[str]:
    """Divide a test before its hidden part, where its visible part has reasons to give; else leave it whole."""
    lines = source.splitlines(keepends=True)
    begins = [number for number, line in enumerate(lines) if BEGIN_HIDDEN in line]
    if TELLING not in source or len(begins) != 1 or lines[begins[0]][:1].isspace():
        return [source]
    return ["".join(lines[: begins[0]]), "".join(lines[begins[0] :])]


def visible(source: str) -> str:
    """Return the part of a test that students have in their release."""
    kept, hidden = [], False
    for line in source.splitlines(keepends=True):
        hidden = hidden or BEGIN_HIDDEN in line
        if not hidden:
            kept.append(line)
        hidden = hidden and END_HIDDEN not in line
    return "".join(kept)


@lru_cache
def imports_in(source: str) -> str:
    """Return the imports at the top of a cell: later cells of a student may rely on them."""
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError):  # IPython's own syntax; such a test brings its imports itself
        return ""
    return "\n".join(ast.unparse(one) for one in statements if isinstance(one, (ast.Import, ast.ImportFrom)))


@lru_cache  # the tests of a class are the same
def names_in(source: str, seen: str) -> tuple[str, ...] | None:
    """Return the names that a test may ask for, in order; None where they cannot be told before it runs.

    Parameters
    ----------
    source
        The whole test.
    seen
        The part of it that students have: where the rest uses other names, these are not told to the student's room.
    """
    try:
        whole, part = ast.parse(source), ast.parse(seen)
    except (SyntaxError, ValueError, RecursionError):
        return None
    nodes = list(ast.walk(whole))
    words = {one.id for one in nodes if isinstance(one, ast.Name)}
    words |= {one.attr for one in nodes if isinstance(one, ast.Attribute)}
    if words & REACHING or any(isinstance(one, ast.Delete) for one in nodes):
        return None
    names = _asked(part)
    return tuple(sorted(names)) if all(_is_own(name, nodes) for name in _asked(whole) - names) else None


def _asked(tree: ast.Module) -> set[str]:
    """Return the names that code uses, but for Python's own and those that it imports or defines at its top."""
    used = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name)}
    made = {one.name for one in tree.body if isinstance(one, (ast.FunctionDef, ast.ClassDef))}
    imports = [one for one in tree.body if isinstance(one, (ast.Import, ast.ImportFrom))]
    made |= {(name.asname or name.name).partition(".")[0] for one in imports for name in one.names}
    return used - made - set(dir(builtins))


def _is_own(name: str, nodes: list[ast.AST]) -> bool:
    """Say whether code surely gives a name to something before it uses it."""
    uses = [one for one in nodes if isinstance(one, ast.Name) and one.id == name]
    given = [one.lineno for one in uses if not isinstance(one.ctx, ast.Load)]
    given += [one.lineno for one in nodes if isinstance(one, ast.arg) and one.arg == name]
    used = [one.lineno for one in uses if isinstance(one.ctx, ast.Load)]
    changed = [one for one in nodes if isinstance(one, (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.NamedExpr))]
    by_itself = any(
        isinstance(one, ast.AugAssign) or any(isinstance(n, ast.Name) and n.id == name for n in ast.walk(one.value))
        for one in changed
        if one.value is not None and name in _targets(one)
    )
    return bool(given) and not by_itself and (not used or min(given) <= min(used))


def _targets(node: ast.Assign | ast.AnnAssign | ast.AugAssign | ast.NamedExpr) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
