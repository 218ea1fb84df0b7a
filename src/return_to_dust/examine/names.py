"""The names that a test sees: its own, the instructor's helpers, then the student's, fetched as they are asked for."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable
from typing import Any

from return_to_dust.examine.remote import RemoteFunction, Snapshot
from return_to_dust.examine.shell import make_shell

HELPERS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Names(dict[str, Any]):
    """The global names of one test cell.

    What the cell makes itself comes first; then Python's own names and the helpers that the instructor's cells import
    or define, so that a student cannot put something else in their place; then the student's names; then what
    earlier tests made.

    Parameters
    ----------
    helpers
        What the instructor's cells import or define.
    snapshot
        The student's names at this place; None where the notebook never came there.
    earlier
        The names of the tests before this one, in their order.
    """

    def __init__(self, helpers: dict[str, Any], snapshot: Snapshot, earlier: list[Names]) -> None:
        super().__init__(__name__="__main__", __builtins__=builtins)
        self._helpers = helpers
        self._snapshot = snapshot
        self._earlier = earlier

    def __missing__(self, name: str) -> Any:
        if hasattr(builtins, name):
            raise KeyError(name)  # and Python goes on to its own
        if name in self._helpers:
            return self._helpers[name]
        try:
            return self._snapshot.get(name)
        except KeyError:
            for names in reversed(self._earlier):
                if dict.__contains__(names, name):
                    return dict.__getitem__(names, name)
            raise

    def __setitem__(self, name: str, value: Any) -> None:
        super().__setitem__(name, value)
        if isinstance(value, RemoteFunction):  # a test that took a function away gives it back
            self._snapshot.give_back(name, value)

    def __delitem__(self, name: str) -> None:
        own = dict.__contains__(self, name)
        if own:
            super().__delitem__(name)
        try:
            self._snapshot.delete(name)
        except KeyError:
            if not own:
                raise

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or (isinstance(name, str) and self._snapshot.has(name))


def read_helpers(sources: Iterable[str]) -> dict[str, Any]:
    """Run the imports and definitions that stand at the top of the instructor's cells; nothing else in them.

    What cannot be imported or defined without the rest of the notebook is left out.
    """
    helpers: dict[str, Any] = {"__name__": "__main__", "get_ipython": make_shell}  # which `%matplotlib` becomes
    for statement in top_statements(sources, HELPERS):
        try:
            exec(compile(ast.Module([statement], []), "<instructor's cell>", "exec"), helpers)  # noqa: S102
        except Exception:  # noqa: S112 - the tests that need it will say so
            continue
    return {name: one for name, one in helpers.items() if not name.startswith("__")}


def top_statements(sources: Iterable[str], kinds: tuple[type[ast.stmt], ...]) -> list[ast.stmt]:
    """Return the statements of some kinds that stand at the top of cells; a cell that is no Python has none."""
    found: list[ast.stmt] = []
    for source in sources:
        try:
            found += [one for one in ast.parse(source).body if isinstance(one, kinds)]
        except (SyntaxError, ValueError, RecursionError):
            continue
    return found
