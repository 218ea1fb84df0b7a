"""What no student may see: solutions, hidden tests, model answers and mark schemes, line by line."""

from pathlib import Path

from return_to_dust.build.notebooks import read_percent
from return_to_dust.tables import datapackage
from return_to_dust.texts import source_ids

REGIONS = {
    "### BEGIN SOLUTION": "### END SOLUTION",
    "### BEGIN HIDDEN TESTS": "### END HIDDEN TESTS",
    "=== BEGIN MARK SCHEME ===": "=== END MARK SCHEME ===",
}
SHORTEST = 12


def published_words() -> set[str]:
    """Return the words that the data package and the catalogue give to everybody to choose from."""
    fields = [field for resource in datapackage()["resources"] for field in resource["schema"]["fields"]]
    return {str(word) for field in fields for word in field.get("constraints", {}).get("enum", [])} | {*source_ids()}


def secret_lines(solution: Path) -> set[str]:
    """Return the secret lines of an assignment's written form that stand nowhere in its public part.

    Parameters
    ----------
    solution
        The percent-format file of the solution.
    """
    secret: set[str] = set()
    public: set[str] = set()
    for cell in read_percent(solution).cells:
        ends = ""
        for line in map(str.strip, cell.source.splitlines()):
            if line in REGIONS:
                ends = REGIONS[line]
            elif ends and line == ends:
                ends = ""
            else:
                (secret if ends or cell.metadata.get("kind") == "manual" else public).add(line)
    shown = "\n".join(public)
    # a line that holds one such word and nothing else, as a long list has them, tells nothing by itself
    alone = {f'"{word}"{end}' for word in published_words() for end in ("", ",")}
    return {line for line in secret - alone if len(line) >= SHORTEST and line not in shown}
