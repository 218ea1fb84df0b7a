"""A course on the film *Return to Dust* (隐入尘烟, Li Ruijun, 2022): what its notebooks import."""

from __future__ import annotations

from return_to_dust.concordance import keyword_in_context, words
from return_to_dust.errors import CourseError
from return_to_dust.figures import describe, describe_axes, new_figure
from return_to_dust.selfcheck import self_check
from return_to_dust.tables import describe_table, table, table_names
from return_to_dust.texts import Paragraph, Reading, reading, readings, source_ids

__all__ = [
    "CourseError",
    "Paragraph",
    "Reading",
    "describe",
    "describe_axes",
    "describe_table",
    "keyword_in_context",
    "new_figure",
    "reading",
    "readings",
    "self_check",
    "source_ids",
    "table",
    "table_names",
    "words",
]
__version__ = "0.1.0"
