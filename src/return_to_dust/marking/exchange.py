"""Collect from the exchange without following links, and under the names the assignment knows.

Feedback then goes back under the name that the student used.
"""

from __future__ import annotations

import glob
import json
import os
import re
import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback
from nbgrader.utils import notebook_hash, parse_utc

from return_to_dust.marking.files import Folder, few, read_folder, write_files
from return_to_dust.marking.names import is_student_id
from return_to_dust.marking.notices import COLLECTED_NOTES, add_notice
from return_to_dust.marking.refusals import Refusal, false_claim, write_refusals
from return_to_dust.paths import remove

COPY_MARK = re.compile(r"( ?\(\d+\)|-Copy\d+| - Copy| copy)+$", re.IGNORECASE)
#: Lies beside a collected notebook that had another name: {name as handed in: name in the assignment}.
COLLECTED_AS = "collected_as.json"
MOST_REFUSALS = 200  # anybody can fill the exchange with folders of any name
TIMESTAMP = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][A-Za-z0-9 :.+-]{4,40}")


class CollectSafely(ExchangeCollect):  # type: ignore[misc]
    """Nbgrader's `ExchangeCollect` for work that nobody has looked at; set as ``ExchangeFactory.collect``.

    Where ``check_owner`` is set, as it is by default, a folder that belongs to somebody else than the student it names
    is refused: it is not collected, and neither the student's earlier work nor a real hand-in gives way to it.
    """

    def init_src(self) -> None:
        """Find the newest hand-in of each student among those that can be taken at all."""
        self.refusals: list[Refusal] = []
        super().init_src()
        self.src_records: list[dict[str, Any]] = [one for one in self.src_records if one["username"] is not None]

    def _path_to_record(self, path: str) -> dict[str, Any]:
        """Read the name of a folder in the exchange; nbgrader stops the whole class at a wrong one."""
        folder = Path(path)
        parts = folder.name.rsplit("+", 3)
        student, stamp = parts[0], read_timestamp(parts[2]) if len(parts) > 2 else None  # noqa: PLR2004 - nbgrader's
        if stamp is None or parts[1] != self.coursedir.assignment_id or not is_student_id(student):
            says = "A folder in the exchange has a name that nbgrader does not give and was not collected."
        else:
            says = false_claim(_owner_of(folder), student) if self.check_owner else ""
        if says:
            self._refuse(folder, student, says)
            return {"username": None, "filename": folder.name, "timestamp": datetime.min}
        return {"username": student, "filename": folder.name, "timestamp": stamp}

    def copy_files(self) -> None:
        """Collect each hand-in that is new; one that cannot be read does not stop the others."""
        for record in self.src_records:
            target = Path(
                self.coursedir.format_path(
                    self.coursedir.submitted_directory, record["username"], self.coursedir.assignment_id
                )
            )
            if self._is_new(target, record["timestamp"]):
                self._collect(Path(self.inbound_path) / record["filename"], target, record)
        write_refusals(self.coursedir, self.coursedir.assignment_id, Path(self.inbound_path), self.refusals)

    def _is_new(self, target: Path, stamp: datetime) -> bool:
        if not target.is_dir():
            return True
        note = target / "timestamp.txt"
        before = read_timestamp(note.read_text(encoding="utf-8", errors="replace")) if note.is_file() else None
        if self.update:
            return before is None or stamp > before
        return bool(self.before_duedate and before != stamp)

    def _collect(self, source: Path, target: Path, record: dict[str, Any]) -> None:
        """Bring one hand-in to its place in one step; until then the earlier one stays."""
        student = record["username"]
        try:
            found = read_folder(source, same_owner=self.check_owner)
        except OSError:
            found = Folder(says={"link": "The hand-in was a link or could not be read; hand in the files themselves."})
        else:  # the folder that was read, and not only its name, is the student's
            if self.check_owner and (says := false_claim(found.owner, student)):
                self._refuse(source, student, says)
                return
        for name in (COLLECTED_AS, COLLECTED_NOTES):
            found.files.pop(name, None)  # only collecting writes these
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".collect-", dir=target.parent) as scratch:
            made = Path(scratch) / "made"
            for line in lay_out(
                found, made, released_names(self.coursedir, self.coursedir.assignment_id), record["timestamp"]
            ):
                self.log.warning("%s: %s", student, line)
            self.do_copy(str(made), str(Path(scratch) / "new"))
            if os.path.lexists(target):
                target.rename(Path(scratch) / "old")
            (Path(scratch) / "new").rename(target)
        self.log.info("Collected %s %s", student, self.coursedir.assignment_id)

    def _refuse(self, folder: Path, student: str, says: str) -> None:
        if len(self.refusals) < MOST_REFUSALS:
            self.refusals.append(Refusal(folder.name, few([student]), says))
            self.log.warning("%s (%s)", says, few([folder.name]))


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


def _owner_of(folder: Path) -> int:
    try:
        return folder.lstat().st_uid
    except OSError:
        return -1  # it was taken away meanwhile


def released_names(coursedir: Any, assignment: str) -> list[str]:
    """Return the file names of an assignment's released notebooks."""
    folder = coursedir.format_path(coursedir.release_directory, ".", assignment)
    return sorted(path.name for path in Path(folder).glob("*.ipynb"))


def lay_out(found: Folder, target: Path, released: list[str], handed_in: datetime | None) -> list[str]:
    """Write a hand-in as nbgrader marks it: under the names of the release, with a time that can be read, with notes.

    Parameters
    ----------
    found
        What was read of it.
    target
        The folder to write; it is made.
    released
        The file names of the released notebooks.
    handed_in
        When it was handed in, where its own note of that cannot be read; None where nobody knows.

    Returns
    -------
    list of str
        One sentence for each thing that was left out or put right.
    """
    stamp = found.files.pop("timestamp.txt", None)
    write_files(found.files, target)
    if stamp is not None and read_timestamp(stamp.data.decode(errors="replace")) is not None:
        write_files({"timestamp.txt": stamp}, target)
    elif handed_in is not None:
        (target / "timestamp.txt").write_text(f"{handed_in} UTC", encoding="utf-8")
    says = list(found.says.values())
    if says:
        (target / COLLECTED_NOTES).write_text(json.dumps(found.says), encoding="utf-8")
    return [*says, *settle_names(target, released, " ".join(says))]


def read_timestamp(text: str) -> datetime | None:
    """Return a time that a student's nbgrader noted, in UTC; None where it is none.

    Nbgrader's own reader stops the class at a time that it cannot read, and opens whatever file the time zone names.
    """
    if not TIMESTAMP.fullmatch(text.strip()):
        return None
    try:
        stamp: datetime = parse_utc(text.strip())
    except (ValueError, OverflowError):
        return None
    return stamp


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
