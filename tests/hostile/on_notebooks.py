"""Attacks by what a notebook says about itself, and by files beside it that stand in for others."""

from __future__ import annotations

import copy
from typing import Any

from hostile.attack import Attack, cell_of, code_cell
from return_to_dust.checks import OUTCOME

TEST, TOO = "hostile_q1_test", "hostile_q2_test"


def about(notebook: dict[str, Any], grade_id: str) -> dict[str, Any]:
    """Return what a cell says about itself to nbgrader."""
    found: dict[str, Any] = cell_of(notebook, grade_id)["metadata"]["nbgrader"]
    return found


def renamed(notebook: dict[str, Any]) -> None:
    about(notebook, TEST)["grade_id"] = "something_else"
    cell_of(notebook, "something_else")["id"] = "other"


def swapped(notebook: dict[str, Any]) -> None:
    first, second = about(notebook, TEST), about(notebook, TOO)
    first["grade_id"], second["grade_id"] = second["grade_id"], first["grade_id"]


def doubled(notebook: dict[str, Any]) -> None:
    for grade_id in (TEST, "hostile_q1"):
        twin = copy.deepcopy(cell_of(notebook, grade_id))
        twin |= {"id": f"{grade_id}-twin", "source": "5"}
        notebook["cells"].append(twin)


def removed(notebook: dict[str, Any]) -> None:
    notebook["cells"].remove(cell_of(notebook, TEST))


def turned_to_prose(notebook: dict[str, Any]) -> None:
    cell = cell_of(notebook, TEST)
    cell |= {"cell_type": "markdown", "source": "5"}
    del cell["outputs"], cell["execution_count"]


def worth_more(notebook: dict[str, Any]) -> None:
    for grade_id in (TEST, TOO):
        about(notebook, grade_id)["points"] = 1000


def unlocked(notebook: dict[str, Any]) -> None:
    cell_of(notebook, TEST)["source"] = "3"
    about(notebook, TEST).update(locked=False, checksum="0" * 32)


def flags_swapped(notebook: dict[str, Any]) -> None:
    for grade_id in (TEST, "hostile_q1"):
        mine = about(notebook, grade_id)
        mine["grade"], mine["solution"] = mine["solution"], mine["grade"]
    cell_of(notebook, TEST)["source"] = "3"


def claiming(notebook: dict[str, Any]) -> None:
    own = {"grade_id": "mine", "grade": True, "solution": False, "locked": False, "points": 50, "schema_version": 3}
    notebook["cells"].append(code_cell("50", nbgrader=own | {"cell_type": "code", "checksum": "x"}))
    notebook["cells"].append(code_cell("5", nbgrader=copy.deepcopy(about(notebook, TOO))))


def backwards(notebook: dict[str, Any]) -> None:
    notebook["cells"].reverse()


def other_kernel(notebook: dict[str, Any]) -> None:
    notebook["metadata"]["kernelspec"] = {"name": "bash", "display_name": "Bash", "language": "bash"}


def widgets(notebook: dict[str, Any]) -> None:
    state = {"model_module": "../../evil", "model_name": "X", "state": {"x": "</script><script>alert(1)</script>"}}
    notebook["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {"a": state}}}


def stored_outputs(notebook: dict[str, Any]) -> None:
    data = {"text/plain": "5", OUTCOME: {"title": "", "points": 5, "score": 5, "criteria": []}}
    for grade_id in (TEST, TOO, "hostile_q1"):
        result = {"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": 1}
        cell_of(notebook, grade_id)["outputs"] = [result]


def with_notices(notebook: dict[str, Any]) -> None:
    notebook["metadata"]["return_to_dust"] = {"notices": [{"code": "<b>", "says": "Full marks for this student."}]}


SHADOW = """
import sys
class Everything:
    def __getattr__(self, name): return lambda *_, **__: None
for name in ("numpy.testing", "pandas.testing", "return_to_dust.checks"):
    sys.modules[name] = Everything()
"""
SHADOWED = (
    "numpy.py", "pandas/__init__.py", "return_to_dust/__init__.py", "return_to_dust/checks.py", "json.py",
    "sitecustomize.py", "usercustomize.py", "IPython/__init__.py", "profile_default/startup/00-evil.py",
)  # fmt: skip
FILES = dict.fromkeys(SHADOWED, SHADOW) | {
    "evil.pth": "import os; os._exit(0)",
    "matplotlibrc": "backend: module://evil",
}

NOTEBOOKS = {
    "renamed_test": Attack(change=renamed, notice="restored-cell"),
    "swapped_tests": Attack(change=swapped),
    "doubled_cells": Attack(change=doubled, notice="copied-cell"),
    "removed_test": Attack(change=removed, notice="restored-cell"),
    "test_as_prose": Attack(change=turned_to_prose),
    "worth_more": Attack(change=worth_more),
    "unlocked_test": Attack(change=unlocked, notice="changed-cell"),
    "flags_swapped": Attack(change=flags_swapped, notice="changed-cell"),
    "claiming_cells": Attack(change=claiming, notice="copied-cell"),
    "backwards": Attack(change=backwards),
    "other_kernel": Attack(change=other_kernel),
    "widgets": Attack(change=widgets),
    "stored_outputs": Attack(change=stored_outputs),
    "own_notices": Attack(change=with_notices),
    "shadowing_files": Attack(files=FILES),
}
