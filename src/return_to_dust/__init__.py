"""A course on the film *Return to Dust* (隐入尘烟, Li Ruijun, 2022): what its notebooks import.

Each name is loaded when it is first used, so that `dust doctor` runs where pandas or matplotlib is missing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from return_to_dust.concordance import keyword_in_context, words
    from return_to_dust.drawing import draw_regions, read_regions
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
    "draw_regions",
    "keyword_in_context",
    "new_figure",
    "read_regions",
    "reading",
    "readings",
    "self_check",
    "source_ids",
    "table",
    "table_names",
    "words",
]
__version__ = "0.2.0"

_MODULES = {
    "concordance": ("keyword_in_context", "words"),
    "drawing": ("draw_regions", "read_regions"),
    "errors": ("CourseError",),
    "figures": ("describe", "describe_axes", "new_figure"),
    "selfcheck": ("self_check",),
    "tables": ("describe_table", "table", "table_names"),
    "texts": ("Paragraph", "Reading", "reading", "readings", "source_ids"),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}

if not TYPE_CHECKING:  # else mypy would take any name for one of ours

    def __getattr__(name: str) -> object:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
