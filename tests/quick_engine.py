"""An engine for tests of `dust grade`: it runs the cells of trusted notebooks here and at once, without a sandbox.

Submissions can ask for what goes wrong: `WAIT` and `FALL` in a cell are obeyed by what marks it.
"""

from __future__ import annotations

import ast
import os
import time
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output

from return_to_dust.grading.work import Result, Work, failed, mark_with

#: Names the file that gets a line for each submission that is run: the student and the process.
RAN = "DUST_TEST_RAN"
WAIT, FALL = "# wait", "# fall"


def quick(work: Work) -> Result:
    """Mark one submission with this engine."""
    with Path(os.environ[RAN]).open("a", encoding="utf-8") as ran:
        ran.write(f"{work.student} {os.getpid()}\n")
    text = "".join(work.notebooks.values())
    if FALL in text:
        return failed(work, "it fell")
    if WAIT in text:
        _wait_for(Path(os.environ[RAN]).with_name("go on"))
    return mark_with(lambda notebook, work: run_cells(notebook, work.files), work)


def _wait_for(path: Path) -> None:
    while not path.exists():
        time.sleep(0.02)


def run_cells(notebook: NotebookNode, files: dict[str, bytes], *_: Any) -> NotebookNode:
    """Run a notebook's cells, as `return_to_dust.examine.engine.examine` does."""
    names: dict[str, Any] = {"FILES": files}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [one for one in [_run_cell(cell.source, names)] if one]
    return notebook


def _run_cell(source: str, names: dict[str, Any]) -> NotebookNode | None:
    """Run a cell; return the value of its last line, or its error."""
    try:
        body = ast.parse(source).body
        last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
        exec(compile(ast.Module(body, []), "cell", "exec"), names)  # noqa: S102 - the tests wrote it
        if last is None:
            return None
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307 - as above
    except Exception as error:
        return new_output("error", ename=type(error).__name__, evalue=str(error), traceback=[])
    bundle = getattr(value, "_repr_mimebundle_", lambda: {"text/plain": repr(value)})()
    return new_output("execute_result", data=bundle, execution_count=1)
