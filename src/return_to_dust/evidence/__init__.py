"""Evidence for a written reading of the film: a table of claims and witnesses that is checked against the texts.

One row of the table is one piece of evidence: a claim of the student's, and what one witness says of it. The
check looks at what the bundled texts and tables decide: whether the words stand there, how sure the witness is,
whether another witness is heard. It never says whether an argument convinces; that is read by a person.
"""

from return_to_dust.evidence.certainty import LADDER, Carried, carried
from return_to_dust.evidence.check import Findings, check_evidence, evidence_remarks, evidence_rules
from return_to_dust.evidence.figure import evidence_figure, evidence_in_words
from return_to_dust.evidence.rows import COLUMNS, PARTS, STANCES

__all__ = [
    "COLUMNS",
    "LADDER",
    "PARTS",
    "STANCES",
    "Carried",
    "Findings",
    "carried",
    "check_evidence",
    "evidence_figure",
    "evidence_in_words",
    "evidence_remarks",
    "evidence_rules",
]
