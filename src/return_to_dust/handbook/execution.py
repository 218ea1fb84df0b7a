"""Lessons with their outputs: each is run once, and again only when something that it shows may have changed."""

from __future__ import annotations

import asyncio
import hashlib
import re
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from return_to_dust.build.notebooks import build_notebook
from return_to_dust.errors import CourseError
from return_to_dust.paths import PACKAGE, bundled, write_whole

#: How many lessons run at a time, and how long one cell may take.
AT_A_TIME = 2
PATIENCE_S = 120
#: What a kernel says of its own transport is of no use here.
QUIET = "--IPKernelApp.log_level=40"
LIBRARIES = ("numpy", "pandas", "matplotlib", "scipy", "ipykernel")


def executed_lessons(
    lessons: Iterable[Path], cache: Path, say: Callable[[str], None] = lambda _: None
) -> dict[str, NotebookNode]:
    """Return each lesson's notebook with its outputs.

    Parameters
    ----------
    lessons
        Percent-format files.
    cache
        A folder for the outputs; they are found again by what the lesson and all that it imports hold.
    say
        Called with the name of each lesson that is run.

    Returns
    -------
    dict
        Notebooks by the lesson's name, in the order of `lessons`.

    Raises
    ------
    CourseError
        If a cell of a lesson fails.
    """
    cache.mkdir(parents=True, exist_ok=True)
    ground = _fingerprint()
    texts = {path.stem: build_notebook(path) for path in lessons}
    kept = {name: cache / f"{name}-{_digest(ground, text)}.ipynb" for name, text in texts.items()}
    missing = [name for name, path in kept.items() if not path.is_file()]
    work = {name: (texts[name], kept[name]) for name in missing}
    with ThreadPoolExecutor(1) as thread:  # of its own, since the caller may have an event loop already
        thread.submit(lambda: asyncio.run(_run_all(work, say))).result()
    _forget(cache, set(kept.values()))
    return {name: nbformat.read(path, as_version=4) for name, path in kept.items()}


async def _run_all(work: dict[str, tuple[str, Path]], say: Callable[[str], None]) -> None:
    free = asyncio.Semaphore(AT_A_TIME)

    async def one(name: str, text: str, target: Path) -> None:
        async with free:
            say(name)
            notebook = await _run(name, nbformat.reads(text, as_version=4))
            write_whole(target, nbformat.writes(notebook) + "\n")

    await asyncio.gather(*(one(name, *what) for name, what in work.items()))


async def _run(name: str, notebook: NotebookNode) -> Any:
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    with tempfile.TemporaryDirectory(prefix="dust-site-") as folder:  # a lesson may write files: not into the course
        resources = {"metadata": {"path": folder}}
        client = NotebookClient(
            notebook, timeout=PATIENCE_S, kernel_name="python3", resources=resources, extra_arguments=[QUIET]
        )
        try:
            return await client.async_execute()
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            last = re.sub(r"\x1b\[[\d;]*m", "", str(error).strip().splitlines()[-1])
            raise CourseError(
                f"The lesson {name} does not run ({last}): open it in `dust lab` and mend the cell."
            ) from None


def _fingerprint() -> str:
    """Return a digest of what lessons rest on: the package's modules, texts, tables, self-checks, and libraries."""
    beside = ("handbook", "marking", "demo", "lab", "report")  # no lesson imports these
    modules = (path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in beside)
    files = [
        *modules,
        *PACKAGE.glob("style/*"),
        *(path for path in bundled("source_texts").rglob("*") if path.is_file()),
        *bundled("self_checks", "lessons/self_checks").glob("*.yaml"),
    ]
    contents = (_digest(path.name, path.read_bytes()) for path in sorted(files))
    return _digest(*(version(name) for name in LIBRARIES), *contents)


def _digest(*parts: str | bytes) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part.encode() if isinstance(part, str) else part).digest())
    return whole.hexdigest()[:20]


def _forget(cache: Path, kept: set[Path]) -> None:
    for path in cache.iterdir():
        if path not in kept:
            path.unlink()
