"""Which of a notebook's functions stay as they are to its end, so that a test of them needs no snapshot before.

A function stays the same where all that it rests on, directly or through other functions of the notebook, are modules,
functions of theirs and plain data, and where no later cell gives one of these names to something else; whether lists
and tables are the same at the end is then looked at. Whatever is not plain is taken for a change: a snapshot too many
costs some milliseconds, one too few might cost a mark.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from dis import opmap
from types import BuiltinFunctionType, CodeType, FunctionType, ModuleType
from typing import Any

import numpy as np
import pandas as pd

from return_to_dust.examine.shell import CellTimeoutError, with_alarm
from return_to_dust.plain import dumps

#: Values of these types cannot change.
CONSTANT = (str, bytes, int, float, complex, bool, type(None))
#: Values of these types can, and their writing shows it.
CHANGING = (list, dict, set, np.ndarray, pd.DataFrame, pd.Series)
MOST_WRITTEN_B = 500_000
WRITING_S = 1.0
#: With these code can give a name to something else without saying so.
REACHING = frozenset(
    ("__dict__", "__globals__", "__import__", "delattr", "eval", "exec", "get_ipython", "globals", "import_module",
     "locals", "modules", "setattr", "vars")
)  # fmt: skip
SETS_GLOBALS = {opmap["STORE_GLOBAL"], opmap["DELETE_GLOBAL"]}


@dataclass
class Bound:
    """What cells give to names.

    Attributes
    ----------
    names
        Names that are given to something, or of which a part is.
    imports
        Names that are imported: each with the module and what is taken from it, or None for the module itself.
    globals
        Names that their functions, whenever they are called, may give to something.
    unknown
        Whether they may do so to others, too.
    """

    names: set[str] = field(default_factory=set)
    imports: list[tuple[str, str, str | None]] = field(default_factory=list)
    globals: set[str] = field(default_factory=set)
    unknown: bool = False

    def changes(self, names: Iterable[str], now: dict[str, Any]) -> bool:
        """Say whether one of some names may become something else than it is now."""
        wanted = set(names)
        again = (one for one in self.imports if one[0] in wanted)
        return self.unknown or not wanted.isdisjoint(self.names) or any(_is_other(one, now) for one in again)


def bound_after(sources: list[str]) -> list[Bound]:
    """Return for each cell what the cells after it give to names, also by calling a function of an earlier one."""
    each = [bound_in(source) for source in sources]
    found = [Bound(set().union(*(one.globals for one in each)))]
    for one in reversed(each[1:]):
        after = found[-1]
        found.append(Bound(after.names | one.names, after.imports + one.imports, unknown=after.unknown or one.unknown))
    return found[::-1]


def bound_in(source: str) -> Bound:
    """Return what one cell gives to names, in functions that it defines too."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # one of IPython's own commands, or nothing at all
        return Bound(unknown=True)
    bound = Bound()
    for node in nodes:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            bound.imports += _imports(node)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            bound.names.add(node.name)
        elif isinstance(node, ast.Global):
            bound.globals.update(node.names)
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)):
            bound.names.add(node.name or "")
        elif isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)) and not isinstance(node.ctx, ast.Load):
            bound.names.add(_owner(node))
        word = getattr(node, "id", None) or getattr(node, "attr", None)
        bound.unknown = bound.unknown or word in REACHING
    bound.unknown = bound.unknown or any(name == "*" for name, _, _ in bound.imports)
    return bound


def _imports(node: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, str, str | None]]:
    for one in node.names:
        if isinstance(node, ast.ImportFrom):
            yield one.asname or one.name, node.module or "", one.name
        else:
            yield one.asname or one.name.partition(".")[0], one.name if one.asname else one.name.partition(".")[0], None


def _is_other(imported: tuple[str, str, str | None], now: dict[str, Any]) -> bool:
    """Say whether an import gives a name to something else than what it is now."""
    name, module, part = imported
    there: Any = sys.modules.get(module)
    return there is None or now.get(name) is not (there if part is None else vars(there).get(part))


def _owner(node: ast.expr) -> str:
    """Return the name at the beginning of an expression such as ``name.part[1]``; "" where it begins with none."""
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def rests_on(functions: Iterable[str], names: dict[str, Any]) -> tuple[set[str], set[str]] | None:
    """Return what some functions rest on; None where it is something that can change without being seen.

    Parameters
    ----------
    functions
        The functions' names.
    names
        The notebook's global names, with their values.

    Returns
    -------
    tuple
        All names that they rest on, their own among them; and those of them that are data which can change.
    """
    found, data, waiting = set(functions), set(), list(functions)
    while waiting:
        name = waiting.pop()
        one = names[name]
        if type(one) in CHANGING:
            data.add(name)
        elif type(one) is not FunctionType:
            if _can_change(one):
                return None
        elif one.__globals__ is names:
            used = _names_used(one)
            if used is None:
                return None
            new = {name for name in used if name in names} - found
            found |= new
            waiting += new
    return found, data


def written(data: Iterable[str], names: dict[str, Any]) -> list[tuple[str, bytes]] | None:
    """Return how some data is written as plain data, by its name; None where it cannot be or is large."""
    found: list[tuple[str, bytes]] = []
    with contextlib.suppress(Exception, CellTimeoutError):
        found = with_alarm(WRITING_S, lambda: [(name, dumps(names[name], lambda _: None)) for name in sorted(data)])
        return found if sum(len(text) for _, text in found) < MOST_WRITTEN_B else None
    return None


def _names_used(function: FunctionType) -> set[str] | None:
    """Return the names in a function's code, attributes among them; None where it keeps or sets something itself."""
    kept = [*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values()]
    if function.__closure__ or function.__dict__ or any(map(_can_change, kept)):
        return None
    used: set[str] = set()
    codes = [function.__code__]
    for code in codes:
        used.update(code.co_names)
        codes += [one for one in code.co_consts if isinstance(one, CodeType)]
        if not SETS_GLOBALS.isdisjoint(code.co_code[::2]):
            return None
    return None if used & REACHING else used


def _can_change(value: Any) -> bool:
    kind = type(value)
    if kind is tuple or kind is frozenset:
        return any(map(_can_change, value))
    if isinstance(value, type):
        return value.__module__ in ("__main__", builtins.__name__) and vars(builtins).get(value.__name__) is not value
    return kind not in (*CONSTANT, ModuleType, BuiltinFunctionType)
