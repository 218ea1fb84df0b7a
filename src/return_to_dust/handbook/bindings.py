"""Which name in a notebook holds which table or reading, so that a later section is known to rest on it."""

from __future__ import annotations

import ast
import re

from return_to_dust.handbook.evidence import Address, Evidence


class Bindings:
    """Names that code cells gave to ``table("…")`` and ``reading("…")``, followed cell by cell."""

    def __init__(self) -> None:
        self.tables: dict[str, str] = {}
        self.readings: dict[str, str] = {}

    def evidence(self, code: str) -> Evidence:
        """Return what a cell reaches through names, and learn the names that it gives itself.

        Parameters
        ----------
        code
            str, the source of a code cell; a cell that is not Python reaches nothing.
        """
        try:
            tree = ast.parse(code)
        except SyntaxError:
            return Evidence()
        paragraphs, whole, tables, single = [], [], [], set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Subscript) and (address := self._paragraph(node)):
                paragraphs.append(address)
                single.add(id(node.value))
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in single:
                tables += [self.tables[node.id]] if node.id in self.tables else []
                whole += [self.readings[node.id]] if node.id in self.readings else []
        self._learn(tree)
        return Evidence(tuple(dict.fromkeys(paragraphs)), tuple(dict.fromkeys(tables)), tuple(dict.fromkeys(whole)))

    def _paragraph(self, node: ast.Subscript) -> Address | None:
        if not isinstance(node.value, ast.Name) or node.value.id not in self.readings:
            return None
        key = node.slice.value if isinstance(node.slice, ast.Constant) else None
        if isinstance(key, int) and key > 0:
            return Address(self.readings[node.value.id], f"p{key}")
        return (
            Address(self.readings[node.value.id], key) if isinstance(key, str) and re.fullmatch(r"p\d+", key) else None
        )

    def _learn(self, tree: ast.Module) -> None:
        for node in tree.body:
            if not isinstance(node, ast.Assign):
                continue
            for name in (target.id for target in node.targets if isinstance(target, ast.Name)):
                self.tables.pop(name, None)
                self.readings.pop(name, None)
                function, argument = _call(node.value)
                if function == "table":
                    self.tables[name] = argument
                elif function == "reading":
                    self.readings[name] = argument


def _call(value: ast.expr) -> tuple[str, str]:
    """Return function and first argument of ``table("claims")``, and of what is derived from it, such as a filter."""
    while not (isinstance(value, ast.Call) and isinstance(value.func, ast.Name)):
        if isinstance(value, (ast.Subscript, ast.Attribute)):
            value = value.value
        elif isinstance(value, ast.Call):  # a method
            value = value.func
        else:
            return "", ""
    argument = value.args[0] if value.args else None
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return value.func.id, argument.value
    return "", ""
