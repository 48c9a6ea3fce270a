"""What a failure looks like on the web: `application/problem+json` for programs, one line for people (RFC 9457)."""

from __future__ import annotations

import json

from flask import Response, request
from werkzeug.exceptions import HTTPException

from matcher import errors
from matcher.core.model import NotAssessable, Outcome
from matcher.errors import DocumentError, MatcherError

_STATUS = {
    kind.code: kind.http_status
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, DocumentError)
}


def status_of(outcome: Outcome) -> int:
    """The HTTP status of an outcome: 200, or what its failure says."""
    return _STATUS[outcome.code] if isinstance(outcome, NotAssessable) else 200


def problem(error: MatcherError | HTTPException) -> Response:
    """The answer for a request that could not be taken; never a stack trace, never the resume's text."""
    if isinstance(error, MatcherError):
        code, status, detail = error.code, error.http_status, str(error)
    else:
        status = error.code or 500
        code = "too_large" if status == 413 else (error.name or "error").lower().replace(" ", "_")
        detail = error.description or ""
    if request.path == "/" and "json" not in request.headers.get("Accept", ""):
        return Response(f"{detail}\n", status, mimetype="text/plain")
    body = {"type": "about:blank", "title": code.replace("_", " "), "status": status, "code": code, "detail": detail}
    return Response(json.dumps(body, ensure_ascii=False) + "\n", status, mimetype="application/problem+json")
