"""The outcome of a question as it stands in a marked notebook, for whoever reads it without what tests use."""

from __future__ import annotations

import builtins
import html
import re
from collections.abc import Mapping
from typing import Any

#: The display type under which a test cell's outcome is stored in the notebook, for feedback and report.
OUTCOME = "application/vnd.return-to-dust.outcome+json"


def known_error(name: str) -> str:
    """Return the name of an exception of Python's own; what code has made up is called an error."""
    found = getattr(builtins, name, None)
    return name if isinstance(found, type) and issubclass(found, BaseException) else "an error"


def render_outcome(outcome: Mapping[str, Any]) -> str:
    """Return an outcome as an HTML table: a row a criterion, with its mark and its reason.

    Parameters
    ----------
    outcome
        What `Score.outcome` returns; names and reasons are escaped.
    """
    rows = "".join(_row(criterion) for criterion in outcome["criteria"])
    asked = sum(criterion["points"] for criterion in outcome["criteria"])
    waiting = outcome["points"] - asked
    verb = "is" if waiting == 1 else "are"
    note = (
        f"<p>{waiting:g} of {outcome['points']:g} points {verb} decided when your work is marked, "
        "by criteria that are not shown here.</p>"
        if waiting > 0
        else ""
    )
    return (
        '<table class="outcome" style="text-align: left"><caption style="text-align: left; font-weight: bold">'
        f"{html.escape(outcome['title'])}</caption><tbody>{rows}</tbody></table>{note}"
    )


def _row(criterion: Mapping[str, Any]) -> str:
    """Return one criterion as a table row; one without points looks at the form of an answer, not at its truth."""
    mark, colour = ("✓ met", "#00694B") if criterion["met"] else ("✗ not yet", "#A33F00")
    if criterion["met"] and not criterion["points"]:
        mark, colour = "form ✓", "#5B534B"
    earned = criterion["points"] if criterion["met"] else 0
    points = f"{earned:g} / {criterion['points']:g}" if criterion["points"] else "–"
    reason = f"<br><em>{html.escape(criterion['reason'])}</em>" if criterion["reason"] else ""
    return (
        f'<tr><td style="color: {colour}; white-space: nowrap; text-align: left">{mark}</td>'
        f'<td style="text-align: left">{_code(criterion["name"])}{reason}</td>'
        f'<td style="white-space: nowrap">{points}</td></tr>'
    )


def _code(text: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text))
