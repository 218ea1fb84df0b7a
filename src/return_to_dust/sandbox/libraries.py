"""What the fork server loads before any student's code runs, so that forks find it ready."""

from __future__ import annotations

from collections.abc import Iterable

#: What notebooks use.
LIBRARIES = (
    "numpy", "pandas", "matplotlib.pyplot", "matplotlib.backends.backend_agg", "PIL.PngImagePlugin",
    "json", "csv", "resource", "sqlite3", "statistics", "tarfile",
    "pandas.core.methods.to_dict", "pandas.core.reshape.reshape",
    "pandas.io.formats.html", "pandas.io.formats.string", "pandas.io.formats.style",
    "IPython.core.pylabtools", "IPython.core.ultratb",
    "return_to_dust.concordance", "return_to_dust.figures", "return_to_dust.tables", "return_to_dust.texts",
    "return_to_dust.framing", "return_to_dust.drawing", "return_to_dust.evidence", "return_to_dust.checks",
)  # fmt: skip
#: What few notebooks use, by the word that tells it, with what to load. Every fork copies the tables of all memory that
#: is in use: scipy alone makes each a third slower, so it is loaded when a notebook first names it.
LATER = {"scipy": "scipy.stats", "krippendorff": "krippendorff"}


def named_in(sources: Iterable[str]) -> list[str]:
    """Return the keys of `LATER` that some cells name."""
    texts = list(sources)
    return [word for word in LATER if any(word in text for text in texts)]
