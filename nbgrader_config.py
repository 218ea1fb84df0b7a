"""The course as nbgrader sees it: which folder is what, and what this course adds to marking.

`nbgrader`, JupyterLab's Formgrader and `dust` all read this file.
"""

import os
from pathlib import Path

from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    LimitOutput,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)

from return_to_dust.marking.cells import ReconcileCells
from return_to_dust.marking.course import ready_environment
from return_to_dust.marking.display import FORMGRADER
from return_to_dust.marking.feedback import MarkedCells, StudentView
from return_to_dust.marking.outcomes import ExamineSubmission

c = get_config()  # noqa: F821 - traitlets provides it
ready_environment()

# Folders: solutions/ is the source, assignments/ the release; a term's work lives under term/.
course = Path(__file__).resolve().parent
term = course / "term"
try:
    term.mkdir(exist_ok=True)
except OSError as error:
    raise SystemExit(
        f"The course folder {course} cannot be written to ({error.strerror}): copy the course to a folder of your own."
    ) from None
c.CourseDirectory.course_id = "return-to-dust"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "assignments"
c.CourseDirectory.source_with_tests_directory = "term/source_with_tests"
c.CourseDirectory.submitted_directory = "term/submitted"
c.CourseDirectory.autograded_directory = "term/autograded"
c.CourseDirectory.feedback_directory = "term/feedback"
c.CourseDirectory.solution_directory = "term/solution"
c.CourseDirectory.db_url = f"sqlite:///{term / 'gradebook.db'}"
c.ExportPlugin.to = str(term / "grades.csv")
c.ZipCollectApp.downloaded_directory = "term/downloaded"

# Releases and hand-ins carry notebooks and data, never the written form of a solution or teachers' notes.
c.CourseDirectory.ignore = [".ipynb_checkpoints", "__pycache__", "*.pyc", "feedback", ".*", "*.py", "*.md"]

# Where assignments are handed out and in: nbgrader's usual folder, or the one named here.
if "NBGRADER_EXCHANGE" in os.environ:
    c.Exchange.root = os.environ["NBGRADER_EXCHANGE"]
c.Exchange.assignment_dir = "assignments"
c.ExchangeFactory.collect = "return_to_dust.marking.exchange.CollectSafely"
c.ExchangeFactory.release_feedback = "return_to_dust.marking.exchange.ReleaseFeedbackByName"

# Marking: read what was handed in, reconcile its cells with the assignment, run it and its tests in rooms apart.
c.Autograde.exporter_class = "return_to_dust.marking.intake.SubmissionExporter"
c.Autograde.post_convert_hook = "return_to_dust.marking.door.marking_done"
c.Autograde.sanitize_preprocessors = [
    ReconcileCells,
    ClearOutput,
    OverwriteKernelspec,
    OverwriteCells,
    CheckCellMetadata,
]
c.Autograde.autograde_preprocessors = [
    ExamineSubmission,
    LimitOutput,
    SaveAutoGrades,
    AssignLatePenalties,
    CheckCellMetadata,
]

# Feedback: the course's own page, which shows criteria and reasons and holds no test code.
c.GenerateFeedback.exporter_class = "return_to_dust.marking.feedback.FeedbackExporter"
c.GenerateFeedback.preprocessors = [MarkedCells, StudentView]

# Formgrader: the page of a submission shows students' work as text and clean HTML, and runs nbgrader's scripts only.
c.HTMLExporter.update(FORMGRADER)
