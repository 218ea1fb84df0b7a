"""The tables that stand beside the readings, as pandas DataFrames with the types their schema names."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pandas as pd

from return_to_dust.errors import CourseError
from return_to_dust.paths import bundled

#: Table Schema types and the pandas types they are loaded as; a missing value is ``NA`` (``NaT`` for dates).
DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean", "year": "Int64"}


@cache
def datapackage() -> dict[str, Any]:
    """Return the Frictionless description of all tables: columns, types, units and what each means.

    Raises
    ------
    CourseError
        If ``source_texts`` is missing.
    """
    path = bundled("source_texts") / "datapackage.json"
    package: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return package


def table_names() -> list[str]:
    """Return the names of all tables, in the order of the data package."""
    return [resource["name"] for resource in datapackage()["resources"]]


def describe_table(name: str) -> pd.DataFrame:
    """Say what the columns of a table mean.

    Parameters
    ----------
    name
        str, one of `table_names`.

    Returns
    -------
    pandas.DataFrame
        One row a column of the table: ``column``, ``type`` (of Table Schema) and ``meaning``, all text.

    Raises
    ------
    CourseError
        If there is no table of that name.
    """
    fields = _resource(name)["schema"]["fields"]
    return pd.DataFrame({"column": f["name"], "type": f["type"], "meaning": f.get("description", "")} for f in fields)


def table(name: str) -> pd.DataFrame:
    """Load one table; each call returns a copy of its own.

    Parameters
    ----------
    name
        str, one of `table_names`, such as ``"box_office"``.

    Returns
    -------
    pandas.DataFrame
        Columns and types as in `describe_table`; dates as ``datetime64``, missing values as ``NA`` or ``NaT``.

    Raises
    ------
    CourseError
        If there is no table of that name.
    """
    return _load(name).copy()


def _resource(name: str) -> dict[str, Any]:
    for resource in datapackage()["resources"]:
        if resource["name"] == name:
            found: dict[str, Any] = resource
            return found
    raise CourseError(f"There is no table {name!r}: the tables are {', '.join(table_names())}.")


@cache
def _load(name: str) -> pd.DataFrame:
    resource = _resource(name)
    fields = resource["schema"]["fields"]
    frame = pd.read_csv(
        bundled("source_texts") / resource["path"],
        dtype={f["name"]: DTYPES.get(f["type"], "string") for f in fields},
        keep_default_na=False,
        na_values=[""],
        encoding="utf-8",
    )
    for field in fields:
        if field["type"] == "date":
            frame[field["name"]] = pd.to_datetime(frame[field["name"]])
    return frame
