"""What an attack is: the cells, files and changes that make a hand-in of it, and what it may earn."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

#: Printed by a cell that got what it must not get.
ESCAPED = "ESCAPED"
#: In the name of every file and the arguments of every process that an attack leaves.
LEFT = f"dust-hostile-left-{os.getpid()}"
#: Answers that are all wrong.
WRONG = """
import numpy as np
import pandas as pd

def twice(number): return 5
"""
WRONG_TOO = """
share = 0.9
rows = pd.DataFrame({"shot": [0]})
def shout(text): return text
"""
#: Stands before the code of attacks that print what they got hold of.
TRIES = f"""
import os, sys, contextlib

def escaped(what):
    print("{ESCAPED}", what)

@contextlib.contextmanager
def trying():
    with contextlib.suppress(Exception):
        yield
"""


@dataclass(frozen=True)
class Attack:
    """One hostile hand-in.

    Attributes
    ----------
    source
        What stands in the first answer cell after `WRONG`.
    second
        What stands in the second answer cell after `WRONG_TOO`.
    last
        The source of a cell at the end of the notebook; "" for none.
    points
        What the honest work in it deserves, of 5.
    notice
        The code of a notice that must reach the instructor; "" for none.
    change
        Changes the notebook (plain data) after its cells were filled in.
    files
        Handed in beside the notebook, by path.
    """

    source: str = ""
    second: str = ""
    last: str = ""
    points: float = 0
    notice: str = ""
    change: Callable[[dict[str, Any]], None] | None = None
    files: dict[str, str] = field(default_factory=dict)

    def notebook(self, release: dict[str, Any]) -> bytes:
        """Return the notebook that is handed in."""
        made = copy.deepcopy(release)
        cell_of(made, "hostile_q1")["source"] = WRONG + self.source
        cell_of(made, "hostile_q2")["source"] = WRONG_TOO + self.second
        if self.last:
            made["cells"].append(code_cell(self.last))
        if self.change is not None:
            self.change(made)
        return json.dumps(made).encode()


def cell_of(notebook: dict[str, Any], grade_id: str) -> dict[str, Any]:
    """Return the first cell with a ``grade_id``."""
    return next(c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == grade_id)


def code_cell(source: str, **metadata: Any) -> dict[str, Any]:
    """Return a code cell as a notebook stores it."""
    return {"cell_type": "code", "metadata": metadata, "source": source, "outputs": [], "execution_count": None}
