"""Collect from the exchange without following links, and under the names the assignment knows.

Feedback then goes back under the name that the student used.
"""

from __future__ import annotations

import glob
import json
import re
import shutil
import tempfile
from pathlib import Path

import nbformat
from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback
from nbgrader.utils import notebook_hash

from return_to_dust.marking.notices import add_notice
from return_to_dust.paths import remove

COPY_MARK = re.compile(r"( ?\(\d+\)|-Copy\d+| - Copy| copy)+$", re.IGNORECASE)
#: Lies beside a collected notebook that had another name: {name as handed in: name in the assignment}.
COLLECTED_AS = "collected_as.json"


class CollectSafely(ExchangeCollect):  # type: ignore[misc]
    """Nbgrader's `ExchangeCollect` for work that nobody has looked at; set as ``ExchangeFactory.collect``."""

    def do_copy(self, src: str, dest: str, log: object = None) -> None:
        """Copy one hand-in: links are left out, a renamed notebook gets its name back, a missing one is noted."""
        with tempfile.TemporaryDirectory(prefix="dust-collect-") as scratch:
            copy = Path(scratch) / "submission"
            says = ""
            if Path(src).is_symlink():
                copy.mkdir()
                says = "The whole submission was a link and was not followed; hand in the files themselves."
            else:
                says = copy_plain_files(Path(src), copy)
            for line in [says, *settle_names(copy, self._released(), says)]:
                if line:
                    self.log.warning("%s: %s", Path(src).name.split("+")[0], line)
            super().do_copy(str(copy), dest, log)

    def _released(self) -> list[str]:
        folder = self.coursedir.format_path(self.coursedir.release_directory, ".", self.coursedir.assignment_id)
        return sorted(path.name for path in Path(folder).glob("*.ipynb"))


class ReleaseFeedbackByName(ExchangeReleaseFeedback):  # type: ignore[misc]
    """Nbgrader's `ExchangeReleaseFeedback`, also for renamed notebooks; set as ``ExchangeFactory.release_feedback``.

    A student fetches the feedback of a notebook under a key made from its name as handed in.
    """

    def copy_files(self) -> None:
        """Release the assignment's pages, those of renamed notebooks under both names, and no other page."""
        released = Path(self.coursedir.format_path(self.coursedir.release_directory, ".", self.coursedir.assignment_id))
        for page in map(Path, glob.glob(f"{self.src_path}/*.html")):  # noqa: PTH207 - the path is a pattern
            if not (released / page.name).with_suffix(".ipynb").is_file():
                page.unlink()  # a copy of a page that the student handed in, which is no feedback
        super().copy_files()
        for folder in sorted({Path(page).parent for page in glob.glob(f"{self.src_path}/*.html")}):  # noqa: PTH207 - the path is a pattern
            secret = folder / "submission_secret.txt"
            for handed_in, name in collected_as(folder).items() if secret.is_file() else ():
                key = secret.read_text(encoding="utf-8")
                page = Path(self.dest_path) / f"{notebook_hash(secret=key, notebook_id=name)}.html"
                if page.is_file():
                    shutil.copy(page, page.with_stem(notebook_hash(secret=key, notebook_id=handed_in)))


def collected_as(folder: Path) -> dict[str, str]:
    """Return which notebooks of a collected submission had another name: {as handed in: in the assignment}."""
    note = folder / COLLECTED_AS
    names: dict[str, str] = json.loads(note.read_text(encoding="utf-8")) if note.is_file() else {}
    return names


def copy_plain_files(source: Path, target: Path) -> str:
    """Copy a folder's files and folders; leave out links, pipes and devices, and what cannot be read.

    Returns
    -------
    str
        A sentence on what was left out; empty where nothing was.
    """
    unreadable = ""
    try:
        shutil.copytree(source, target, symlinks=True, ignore=_special_files, copy_function=shutil.copy2)
    except (OSError, shutil.Error):  # copytree copies all it can before it raises
        target.mkdir(exist_ok=True)
        unreadable = "A part of the submission could not be read; hand it in again."
    links = remove_links(target)
    return unreadable or (
        f"{', '.join(links)} was a link and was not followed; hand in the file itself." if links else ""
    )


def _special_files(folder: str, names: list[str]) -> set[str]:
    paths = {name: Path(folder, name) for name in names}
    return {name for name, path in paths.items() if not (path.is_symlink() or path.is_file() or path.is_dir())}


def remove_links(folder: Path) -> list[str]:
    """Delete all symbolic links below a folder, never what they point to; return their names."""
    links = [path for path in folder.rglob("*") if path.is_symlink()]
    for link in links:
        link.unlink()
    return [str(link.relative_to(folder)) for link in links]


def settle_names(folder: Path, released: list[str], says: str = "") -> list[str]:
    """Give renamed notebooks the names of the release, and stand in for missing ones with a note.

    What was renamed is noted in the file `COLLECTED_AS`; one of that name which a student hands in is removed.

    Parameters
    ----------
    folder
        A private copy of the submission; it is changed.
    released
        The file names of the released notebooks.
    says
        Why a notebook may be missing, where that is known.

    Returns
    -------
    list of str
        One sentence for each notebook that was renamed or missing.
    """
    sentences = []
    names: dict[str, str] = {}
    remove(folder / COLLECTED_AS)
    for name in released:
        target = folder / name
        if target.is_file():
            continue
        copies = sorted(
            path
            for path in folder.glob("*.ipynb")
            if path.name not in released and COPY_MARK.sub("", path.stem) == target.stem
        )
        if copies:
            newest = max(copies, key=lambda path: path.stat().st_mtime)
            sentences.append(f"{newest.name} was collected as {name}.")
            names[newest.stem] = target.stem
            newest.rename(target)
            continue
        reason = says or f"There was no notebook named {name}; hand in your work under that name."
        sentences.append(reason)
        names |= {path.stem: target.stem for path in folder.glob("*.ipynb") if path.name not in released}
        stand_in = nbformat.v4.new_notebook()
        add_notice(stand_in, "missing-notebook", reason)
        target.write_text(nbformat.writes(stand_in), encoding="utf-8")
    if names:
        (folder / COLLECTED_AS).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
    return sentences
