"""Indexes that nbgrader's own tables lack, without which Formgrader reads all marks of a term for every student."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

#: Columns that Formgrader's pages look rows up by, and that no unique constraint of nbgrader's begins with.
INDEXED = (
    ("grade", "notebook_id"),
    ("comment", "notebook_id"),
    ("submitted_notebook", "assignment_id"),
    ("submitted_assignment", "student_id"),
)


def ensure_indexes(gradebook: Any) -> list[str]:
    """Make the indexes that a gradebook lacks.

    Parameters
    ----------
    gradebook
        nbgrader's `Gradebook`, on SQLite or PostgreSQL.

    Returns
    -------
    list of str
        The names of those made: none where all are there, or where this user may only read.
    """
    made = []
    inspector = inspect(gradebook.engine)
    for table, column in INDEXED:
        if any(index["column_names"][:1] == [column] for index in inspector.get_indexes(table)):
            continue
        name = f"dust_{table}_{column}"
        with suppress(DBAPIError), gradebook.engine.begin() as connection:
            connection.execute(text(f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({column})"))
            made.append(name)
    return made
