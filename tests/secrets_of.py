"""What no student may see: solutions, hidden tests, model answers and mark schemes, line by line."""

from pathlib import Path

from return_to_dust.build.notebooks import read_percent

REGIONS = {
    "### BEGIN SOLUTION": "### END SOLUTION",
    "### BEGIN HIDDEN TESTS": "### END HIDDEN TESTS",
    "=== BEGIN MARK SCHEME ===": "=== END MARK SCHEME ===",
}
SHORTEST = 12


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
    return {line for line in secret if len(line) >= SHORTEST and line not in shown}
