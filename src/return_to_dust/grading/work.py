"""What is marked, as plain data, and the pure function that marks it, on this machine or another."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace

import nbformat
from nbformat import NotebookNode

from return_to_dust.errors import CourseError
from return_to_dust.examine.engine import examine
from return_to_dust.grading.cache import environment
from return_to_dust.marking.notices import notices_of
from return_to_dust.marking.strict_json import without_surrogates
from return_to_dust.sandbox import Limits, Sandbox, shared_sandbox

Examine = Callable[[NotebookNode, "Work"], NotebookNode]


@dataclass(frozen=True)
class Work:
    """One submission to be marked: all that its marks depend on.

    Attributes
    ----------
    student
        The student's id.
    assignment
        The assignment's cells, as `return_to_dust.marking.assignment.Assignment` writes them to JSON.
    notebooks
        The notebooks as handed in and read, by name, in JSON.
    files
        All other files that lie beside them while they run, by path: the hand-in's, and over those the release's.
    limits
        How much each notebook may use.
    unsafe
        Whether it may run where the machine cannot shut it in.
    """

    student: str
    assignment: str
    notebooks: dict[str, str]
    files: dict[str, bytes] = field(repr=False)
    limits: Limits
    unsafe: bool = False

    def key(self) -> str:
        """Return a digest of the work and of what marks it: where it is equal, so is the result."""
        digest = hashlib.sha256(environment().encode())
        about = [self.student, self.assignment, sorted(self.notebooks.items()), self.limits.as_dict(), self.unsafe]
        digest.update(json.dumps(about, sort_keys=True).encode())
        for name, data in sorted(self.files.items()):
            digest.update(json.dumps([name, hashlib.sha256(data).hexdigest()]).encode())
        return digest.hexdigest()


@dataclass(frozen=True)
class Result:
    """What marking one submission gave.

    Attributes
    ----------
    student
        The student's id.
    notebooks
        The executed notebooks by name, in JSON; none where there is a fault.
    marked_by
        The digest of the versions that marked it (`return_to_dust.grading.cache.environment`).
    fault
        Why it could not be marked, in a sentence; "" where it could.
    refused
        Whether the machine, not the work, is at fault: it would refuse all other work, too.
    """

    student: str
    notebooks: dict[str, str] = field(default_factory=dict, repr=False)
    marked_by: str = ""
    fault: str = ""
    refused: bool = False

    def read(self) -> dict[str, NotebookNode]:
        """Return the executed notebooks."""
        return {name: nbformat.v4.reads_json(text) for name, text in self.notebooks.items()}

    def to_json(self) -> str:
        """Return the result as text, for the cache."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Result:
        """Return the result that `to_json` wrote."""
        return cls(**json.loads(text))


def notices_in(notebooks: Mapping[str, NotebookNode]) -> list[tuple[str, str]]:
    """Return what intake and marking noted in notebooks, each note once: its code and its sentence."""
    return list(dict.fromkeys((one["code"], one["says"]) for nb in notebooks.values() for one in notices_of(nb)))


def mark(work: Work, sandbox: Callable[[], Sandbox] | None = None) -> Result:
    """Mark one submission: a pure function of its bytes, which reads no gradebook and no course folder.

    Parameters
    ----------
    work
        What is to be marked.
    sandbox
        Returns the sandbox in which it runs; this process's own by default, as on a cluster.

    Returns
    -------
    Result
        With a fault where marking was not possible; nothing is raised, so that the class goes on.
    """
    try:
        place = shared_sandbox(unsafe=work.unsafe) if sandbox is None else sandbox()
    except CourseError as error:
        return replace(failed(work, str(error)), refused=True)
    return mark_with(lambda notebook, work: examine(notebook, dict(work.files), work.limits, place), work)


def mark_with(examine: Examine, work: Work) -> Result:
    """Mark one submission with a given engine; as `mark`."""
    notebooks, fault = {}, ""
    try:
        notebooks = _mark_all(examine, work)
    except CourseError as error:
        fault = str(error)
    except Exception as error:  # whatever it is, it must not stop the class
        fault = f"marking stopped with {type(error).__name__}: {error}".partition("\n")[0]
    if fault:
        return failed(work, fault)
    return Result(work.student, notebooks, environment())


def failed(work: Work, fault: str) -> Result:
    """Return the result of work that could not be done."""
    return Result(work.student, marked_by=environment(), fault=fault)


def _mark_all(examine: Examine, work: Work) -> dict[str, str]:
    from return_to_dust.marking.assignment import Assignment
    from return_to_dust.marking.cells import reconcile

    assignment = Assignment.from_json(work.assignment)
    marked = {}
    for name, text in work.notebooks.items():
        notebook = nbformat.from_dict(json.loads(text))
        reconcile(notebook, assignment.notebooks[name])
        # half a character that was printed could not be written to any file
        marked[name] = without_surrogates(nbformat.v4.writes_json(_limited(examine(notebook, work))))
    return marked


def _limited(notebook: NotebookNode) -> NotebookNode:
    """Shorten long outputs as nbgrader does."""
    from nbgrader.preprocessors import LimitOutput

    return LimitOutput().preprocess(notebook, {})[0]
