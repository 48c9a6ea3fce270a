"""What a failure looks like on the web: `application/problem+json` (RFC 9457) for programs, a page for people."""

from __future__ import annotations

import json
from collections.abc import Mapping

from flask import Response, current_app, g, request
from werkzeug.exceptions import HTTPException

from matcher import errors
from matcher.core.model import NotAssessable, Outcome
from matcher.errors import DocumentError, MatcherError

MEDIA_TYPE = "application/problem+json"
_STATUS = {
    kind.code: kind.http_status
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, DocumentError)
}
_NEVER_MET = frozenset(
    """
    error nothing_to_read ocr_missing profile_invalid settings_invalid
    skipped output_unusable output_busy cluster_unusable
    """.split()
)
"""Codes of the command line and of the start."""
_SAID: Mapping[int, tuple[str, str, str]] = {
    400: ("bad_request", "the request cannot be understood.", "See /docs for what can be asked."),
    404: ("not_found", "there is nothing at this address.", "See /docs for what there is."),
    405: ("method_not_allowed", "this address does not take that method.", "See /docs for what can be asked."),
    408: ("too_slow", "the request did not arrive in time.", "Send it again, in one go."),
    413: ("too_large", "the request has more bytes or parts than are read.", errors.TooLargeError.way_out),
    415: ("unsupported_type", "the media type is not read.", "See /docs for those that are."),
    429: (errors.RateLimitedError.code, "this client asks too often.", errors.RateLimitedError.way_out),
    431: ("headers_too_large", "the headers have more bytes than are read.", "Send fewer."),
    500: ("internal_error", "this is a fault of the service, not of the document.", "Report it with X-Request-ID."),
    501: ("not_implemented", "this way of sending is not understood.", "Send Content-Length."),
}
"""HTTP status -> code, detail and way out of what Flask and waitress refuse by themselves. They quote nothing."""

_WAYS_OUT: Mapping[str, str] = {
    errors.UsageError.code: _SAID[400][2],
    errors.UnknownRoleError.code: "GET /roles lists the known ones.",
}
"""Code -> what to do about it on the web, where the command line would say something else."""


def status_of(outcome: Outcome) -> int:
    """The HTTP status of an outcome: 200, or what its failure says."""
    return _STATUS[outcome.code] if isinstance(outcome, NotAssessable) else 200


def codes() -> list[tuple[str, int, str]]:
    """Every code a client can meet, with its HTTP status and way out, by status."""
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, MatcherError)]
    met = {
        kind.code: (kind.http_status, _WAYS_OUT.get(kind.code, kind.way_out))
        for kind in kinds
        if kind.code not in _NEVER_MET
    }
    met |= {code: (status, way_out) for status, (code, _, way_out) in _SAID.items() if code not in met}
    return sorted(((code, *told) for code, told in met.items()), key=lambda row: (row[1], row[0]))


def problem(error: MatcherError | HTTPException) -> Response:
    """The answer for a request that could not be taken; never a stack trace, never the resume's text."""
    if isinstance(error, MatcherError):
        way_out = _WAYS_OUT.get(error.code, error.way_out)
        status, told = error.http_status, (error.code, f"{error.subject}: {error.trouble}", way_out)
    else:
        status = _told(error.code or 500)
        told = _SAID[status]
    g.code = told[0]
    answer = _page(status, *told) if _is_for_people() else Response(body(status, *told), status, mimetype=MEDIA_TYPE)
    _add_headers(answer, error)
    return answer


def refused(status: int) -> str:
    """The body for what the server refuses before the application sees it."""
    return body(status, *_SAID[_told(status)])


def _told(status: int) -> int:
    """The status itself, or the general one of its kind."""
    return status if status in _SAID else 400 if status < 500 else 500


def body(status: int, code: str, detail: str, way_out: str) -> str:
    """The members of a problem, as JSON."""
    told = {"type": f"/docs#{code}", "title": code.replace("_", " ").capitalize(), "status": status}
    return json.dumps({**told, "code": code, "detail": detail, "way_out": way_out}, ensure_ascii=False) + "\n"


def _add_headers(answer: Response, error: MatcherError | HTTPException) -> None:
    if answer.status_code == 401:
        answer.headers["WWW-Authenticate"] = 'Basic realm="matcher"' if _is_for_people() else 'Bearer realm="matcher"'
    methods = getattr(error, "valid_methods", None)
    if methods:
        answer.headers["Allow"] = ", ".join(sorted(methods))


def _is_for_people() -> bool:
    """True where a browser asks for a page: what the API has is for programs, whoever asks."""
    return request.blueprint != "api" and request.accept_mimetypes.quality("text/html") > 0 and _names_html()


def _names_html() -> bool:
    return any(kind == "text/html" for kind, _ in request.accept_mimetypes)


def _page(status: int, code: str, detail: str, way_out: str) -> Response:
    write = current_app.extensions["error_page"]
    page: Response = write(status, code.replace("_", " ").capitalize(), detail, way_out)
    return page
