"""Close three doors of Formgrader through which a student's link or file would act as the instructor.

This is a Jupyter server extension; it does nothing where Formgrader is not loaded. The page of a submission itself is
made safe by `return_to_dust.marking.display`, through `nbgrader_config.py`.
"""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Environment
from jupyter_server.serverapp import ServerApp
from jupyter_server.utils import url_path_join
from markupsafe import Markup
from nbgrader.server_extensions.formgrader import handlers
from tornado import web

#: What could end a string in a script, or text in HTML.
DANGEROUS = re.compile(r"[<>\"\\\x00-\x1f\u2028\u2029]")


class OneCourse(handlers.FormgraderHandler):  # type: ignore[misc]
    """Open Formgrader for the course that the server was started for, and for no other folder.

    Nbgrader would run the ``nbgrader_config.py`` of any folder that ``?path=`` names, a submission's included: one
    click on a student's link would run that student's code.
    """

    @web.authenticated
    def get(self) -> None:
        """Refuse a path, else go on as Formgrader does."""
        if self.get_argument("path", ""):
            raise web.HTTPError(
                403, "Formgrader opens this course only: start `dust lab` in the other course's folder."
            )
        super().get()


class SandboxedFiles(handlers.SubmissionFilesHandler):  # type: ignore[misc]
    """Serve a submission's other files where no script in them runs."""

    @property
    def content_security_policy(self) -> str:
        """Jupyter's own policy, and a sandbox as Jupyter has it for the files that it serves, but without scripts."""
        return (
            f"{super().content_security_policy}; sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"
        )


SAFER = {handlers.FormgraderHandler: OneCourse, handlers.SubmissionFilesHandler: SandboxedFiles}


def _load_jupyter_server_extension(server: ServerApp) -> None:
    """Put the safer handlers before nbgrader's own, and make Formgrader's pages escape what addresses bring."""
    app = server.web_app
    if "nbgrader_formgrader" not in app.settings:
        return
    escape_in(app.settings["nbgrader_jinja2_env"])
    routes = [
        (url_path_join(app.settings["base_url"], pattern), SAFER.get(handler, handler), *rest)
        for pattern, handler, *rest in handlers.default_handlers
    ]
    app.add_handlers(".*$", routes)  # type: ignore[no-untyped-call]
    rules = app.default_router.rules
    rules.insert(0, rules.pop(-2))  # tornado adds before the last rule, and asks the first first


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def escape_in(environment: Environment) -> None:
    """Make every value safe in both places where nbgrader's templates put it: in HTML, and between quotes in a script.

    A name from an address such as ``/formgrader/manage_students/NAME`` stands in both, so that HTML's escapes alone
    would change the name that the script asks for.
    """
    environment.autoescape = True
    environment.finalize = _safe


def _safe(value: Any) -> Any:
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return Markup(DANGEROUS.sub(lambda match: f"\\u{ord(match.group()):04x}", value))  # noqa: S704 - it is escaped
