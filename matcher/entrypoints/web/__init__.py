"""The web face: a form for people and `POST /match` for programs."""

from __future__ import annotations

import re
from typing import Any

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException

from matcher.core.model import Outcome
from matcher.entrypoints.web.problems import problem, status_of
from matcher.errors import MatcherError, UsageError
from matcher.pipeline import Matcher
from matcher.readers import MOST_BYTES, accepted_suffixes
from matcher.resources import folder
from matcher.settings import Settings
from matcher.writers import WRITERS, html

_FORM_ROOM = 64 * 1024
"""Bytes a form may have around the file."""
_RAW_NAMES = {"application/pdf": "document.pdf", "text/plain": "document.txt", "text/markdown": "document.md"}


def create_app(settings: Settings | None = None) -> Flask:
    """The application with one matcher behind it. Raises `ReferenceDataError` for a wrong profile."""
    settings = settings or Settings.from_environment()
    app = Flask("matcher", template_folder=str(folder("templates")), static_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=MOST_BYTES + _FORM_ROOM, MAX_FORM_MEMORY_SIZE=MOST_BYTES, MAX_FORM_PARTS=8)
    matcher = Matcher(settings.profiles)

    @app.get("/")
    def form() -> str:
        return _form_page(matcher)

    @app.post("/")
    def answer() -> tuple[str, int]:
        outcome = _matched(matcher)
        return WRITERS["html"].write(outcome, matcher.skills), status_of(outcome)

    @app.post("/match")
    def match() -> Response:
        outcome = _matched(matcher)
        with_evidence = request.args.get("evidence", "true") != "false"
        text = WRITERS["json"].write(outcome, matcher.skills, with_evidence)
        return Response(text, status_of(outcome), mimetype=WRITERS["json"].media_type)

    @app.get("/healthz")
    def health() -> dict[str, str]:
        return {"status": "ok", "version": matcher.engine.version}

    app.register_error_handler(MatcherError, problem)
    app.register_error_handler(HTTPException, problem)
    app.after_request(_guarded)
    return app


def _form_page(matcher: Matcher) -> str:
    limit = f"{MOST_BYTES // (1024 * 1024)} MiB"
    return render_template("form.html", profiles=matcher.profiles, suffixes=accepted_suffixes(), limit=limit)


def _matched(matcher: Matcher) -> Outcome:
    """The outcome for what was sent: a file, pasted text, a JSON object with `text`, or the raw bytes of a document."""
    upload = request.files.get("resume")
    if upload is not None and upload.filename:
        return matcher.match_bytes(upload.read(), upload.filename.replace("\\", "/").rsplit("/", 1)[-1])
    if request.mimetype == "application/json":
        return matcher.match_text(_text_of(request.get_json(silent=True)))
    if request.form.get("text", "").strip():
        return matcher.match_text(request.form["text"], "pasted text")
    if request.mimetype in _RAW_NAMES or request.mimetype.endswith("wordprocessingml.document"):
        return matcher.match_bytes(request.get_data(), _RAW_NAMES.get(request.mimetype, "document.docx"))
    raise UsageError(
        "request", 'holds no resume: send a file `resume`, a `text`, JSON {"text": …} or the document itself.'
    )


def _text_of(body: Any) -> str:
    if not isinstance(body, dict) or not isinstance(body.get("text"), str):
        raise UsageError("request", 'the JSON must be an object with a "text".')
    text: str = body["text"]
    return text


def _guarded(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    if response.mimetype == "text/html" and not response.direct_passthrough:
        styles = re.findall(r"<style>(.*?)</style>", response.get_data(as_text=True), re.DOTALL)
        policy = html.content_security_policy(styles[0] if styles else "").replace(
            "form-action 'none'", "form-action 'self'"
        )
        response.headers["Content-Security-Policy"] = policy + "; frame-ancestors 'none'"
    return response
