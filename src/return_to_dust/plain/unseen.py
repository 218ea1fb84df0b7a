"""What stands, in a test, for a thing of the student's that is no plain data."""

from __future__ import annotations

from typing import Any


class UnseenError(Exception):
    """A test wanted to know something of a thing that is no plain data; the message tells the student what it is."""


class Unseen:
    """A thing that could not be sent. It is of no kind that a test asks for, and every question about it fails.

    Parameters
    ----------
    says
        The sentence for the student, as `return_to_dust.plain.CannotSend` has it.
    """

    says: str

    def __init__(self, says: str) -> None:
        self.__dict__["says"] = says

    def __refuse(self, *_: Any, **__: Any) -> Any:
        raise UnseenError(self.says)

    __getattr__ = __setattr__ = __delattr__ = __call__ = __getitem__ = __setitem__ = __delitem__ = __refuse
    __bool__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __add__ = __radd__ = __sub__ = __rsub__ = __refuse
    __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __neg__ = __abs__ = __contains__ = __enter__ = __refuse
    __hash__ = __refuse

    def __repr__(self) -> str:
        return "something that the tests cannot look at"
