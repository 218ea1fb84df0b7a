"""Collect from the exchange without following links, and under the names the assignment knows."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

import nbformat
from nbgrader.exchange.default import ExchangeCollect

from return_to_dust.marking.notices import add_notice

COPY_MARK = re.compile(r"( ?\(\d+\)|-Copy\d+| - Copy| copy)+$", re.IGNORECASE)


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
                shutil.copytree(src, copy, symlinks=True)
                links = remove_links(copy)
                if links:
                    says = f"{', '.join(links)} was a link and was not followed; hand in the file itself."
            for line in [says, *settle_names(copy, self._released(), says)]:
                if line:
                    self.log.warning("%s: %s", Path(src).name.split("+")[0], line)
            super().do_copy(str(copy), dest, log)

    def _released(self) -> list[str]:
        folder = self.coursedir.format_path(self.coursedir.release_directory, ".", self.coursedir.assignment_id)
        return sorted(path.name for path in Path(folder).glob("*.ipynb"))


def remove_links(folder: Path) -> list[str]:
    """Delete all symbolic links below a folder, never what they point to; return their names."""
    links = [path for path in folder.rglob("*") if path.is_symlink()]
    for link in links:
        link.unlink()
    return [str(link.relative_to(folder)) for link in links]


def settle_names(folder: Path, released: list[str], says: str = "") -> list[str]:
    """Give renamed notebooks the names of the release, and stand in for missing ones with a note.

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
            newest.rename(target)
            continue
        reason = says or f"There was no notebook named {name}; hand in your work under that name."
        sentences.append(reason)
        stand_in = nbformat.v4.new_notebook()
        add_notice(stand_in, "missing-notebook", reason)
        target.write_text(nbformat.writes(stand_in), encoding="utf-8")
    return sentences
