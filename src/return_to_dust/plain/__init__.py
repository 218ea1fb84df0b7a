"""Plain data between the process of a student's code and the one that holds the tests.

`dumps` runs beside the student's code and writes a value as JSON; `loads` runs beside the tests and trusts
nothing: whatever the bytes are, it gives back plain trusted types or raises `Malformed`. No pickle, no code
and no name of an import crosses. Each family of types has a module of its own, where how a type is written
stands beside how it is read: `builtin`, `dates`, `arrays`, `columns`, `tables`, `known`.
"""

from return_to_dust.plain.limits import MOST_BYTES, CannotSend, Malformed
from return_to_dust.plain.reading import loads
from return_to_dust.plain.unseen import Unseen, UnseenError
from return_to_dust.plain.writing import dumps

__all__ = ["MOST_BYTES", "CannotSend", "Malformed", "Unseen", "UnseenError", "dumps", "loads"]
