"""The web face: pages for people and an API for programs, before one matcher whose documents are read in isolation."""

from __future__ import annotations

from pathlib import Path

from flask import Flask
from werkzeug.exceptions import HTTPException

from matcher.entrypoints.web import answering, api, doors, limits, logs, pages, problems
from matcher.entrypoints.web.admission import Admission, IsMatcher
from matcher.entrypoints.web.children import Children
from matcher.entrypoints.web.metrics import Metrics
from matcher.entrypoints.web.openapi import App
from matcher.entrypoints.web.readiness import Readiness
from matcher.errors import MatcherError
from matcher.resources import folder
from matcher.settings import Settings

__all__ = ["create_app"]


def create_app(settings: Settings | None = None, matcher: IsMatcher | None = None) -> Flask:
    """The application with one matcher behind it: the one given, or a new one, to be closed by the caller:
    `app.extensions["matcher"].close()`. Its children do not outlive the process in any case.

    Raises `ReferenceDataError` for a wrong profile and `SettingsError` for a wrong setting.
    """
    settings = settings or Settings.from_environment()
    web, templates = settings.web, Path(str(folder("templates")))
    app = App("matcher", template_folder=templates, static_folder=None)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    if matcher is None:
        matcher = Children(settings.profiles, web)
    places = max(web.waiting + web.readers, answering.MOST_DOCUMENTS)
    app.extensions |= {
        "matcher": matcher,
        "admission": Admission(matcher, places, web.patience),
        "readiness": Readiness(matcher),
    }
    logs.log_requests(app)  # answers pass these in reverse: the log sees what is sent
    if web.metrics:
        app.extensions["metrics"] = Metrics()
        app.extensions["metrics"].watch(app)
    doors.guard(app, web)
    limits.limit(app, web)
    app.register_api(api.api)
    app.register_error_handler(MatcherError, problems.problem)
    app.register_error_handler(HTTPException, problems.problem)
    app.register_blueprint(pages.pages)
    app.extensions["error_page"] = pages.error_page
    return app
