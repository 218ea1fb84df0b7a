"""What to say when student code stopped with an error, without telling more than the student may know."""

from __future__ import annotations

import re
from pathlib import Path
from types import TracebackType

from return_to_dust.plain import UnseenError

UNSEEN_KIND = "Tests cannot look at what you handed over: use numbers, texts, lists, dicts, arrays, tables or dates."
#: Errors that students meet, and that may be named after a hidden case; with all of Python's, one name could carry six
#: bits of it.
COMMON = {
    "AttributeError", "IndexError", "KeyError", "NameError", "RecursionError", "TypeError", "ValueError",
    "ZeroDivisionError",
}  # fmt: skip
PACKAGE = str(Path(__file__).resolve().parent)


def ours(trace: TracebackType | None) -> bool:
    """Say whether an error came from the test itself or from this package, and not from code that they called."""
    files = []
    while trace is not None:
        files.append(trace.tb_frame.f_code.co_filename)  # every cell of a notebook has a file name of its own
        trace = trace.tb_next
    return all(file == files[0] or file.startswith(PACKAGE) for file in files)


def crash_reason(error: Exception, *, hidden: bool, within_answer: bool) -> tuple[str, str]:
    """Return what a student reads when code stopped with an error, and the name of the mistake.

    Parameters
    ----------
    error
        What was raised.
    hidden
        Whether the student must not see the case.
    within_answer
        Whether the student's code raised it, and not the test that looked for an answer.
    """
    if isinstance(error, NotImplementedError):
        return "Not answered yet.", "unanswered"
    if isinstance(error, NameError) and not within_answer:
        missing = re.search(r"'(\w+)'", str(error))
        name = f"`{missing.group(1)}`" if missing else "A name"
        return f"{name} does not exist: was the answer cell above run, and does it define this name?", "unanswered"
    if isinstance(error, UnseenError):
        return (UNSEEN_KIND if hidden else str(error)), "type"
    if hidden:  # neither a message nor the name of a made-up exception may carry the hidden case out
        name = type(error).__name__
        named = name if name in COMMON else "an error"
        return f"Your code stopped with {named} on a case that it had not seen.", "crash"
    if isinstance(error, NameError):
        return f"Your code uses a name that does not exist there ({str(error)[:200]}).", "crash"
    return f"Your code stopped with {type(error).__name__}: {str(error)[:200]}", "crash"
