"""What every request passes on its way in, and every answer on its way out."""

from __future__ import annotations

import io
import re
import secrets
import time
from collections.abc import Mapping
from typing import IO
from urllib.parse import urlsplit

from flask import Flask, Request, Response, g, request
from werkzeug.middleware.proxy_fix import ProxyFix

from matcher.entrypoints.web.keys import KeyRing
from matcher.errors import BusyError, CrossOriginError, LengthRequiredError, RateLimitedError, ReadingTimedOutError
from matcher.intake import MOST_BYTES
from matcher.settings import WebSettings

_ROOM = 64 * 1024
"""Bytes a request may have around a document."""
MOST_BODY = MOST_BYTES * 4 // 3 + _ROOM
"""Bytes of a request: Base64 makes four of three."""
MOST_BATCH_BODY = 3 * MOST_BODY
"""Bytes of a request with several documents. They are held in memory, never on disk."""
_FOR_SEVERAL = {"/", "/match/batch"}
MOST_PARTS = 100
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_DATA_POLICY = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": _DATA_POLICY,
    "X-Content-Type-Options": "nosniff",
    # not no-referrer: with it, browsers hide from the same-origin check that a form is this site's own
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
"""On every answer, those of the server itself included."""
_LATER = {kind.http_status: str(kind.retry_after) for kind in (RateLimitedError, BusyError, ReadingTimedOutError)}
"""HTTP status -> seconds after which asking again makes sense, where whoever refused does not say."""
_OPEN = {"pages.static_file", "api.healthz", "api.readyz", "api.version", "api.openapi", "api.docs"}
"""What is answered without a key: nothing about any document, and nothing that costs much."""
_REQUEST_ID = re.compile(r"[0-9A-Fa-f-]{8,64}\Z")
"""Ids of the client that are kept: hexadecimal, so that none of them says anything."""
_SAFE = {"GET", "HEAD", "OPTIONS"}


class RequestInMemory(Request):
    """A request whose files never touch the disk, whatever their size."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return io.BytesIO()


def guard(app: Flask, settings: WebSettings) -> None:
    """Puts the doors in, in their order: limits, names and proxies, length, keys, origin, headers."""
    app.request_class = RequestInMemory
    app.config.update(
        MAX_CONTENT_LENGTH=MOST_BATCH_BODY,
        MAX_FORM_MEMORY_SIZE=MOST_BYTES,
        MAX_FORM_PARTS=MOST_PARTS,
        TRUSTED_HOSTS=list(settings.hosts) or None,
    )
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, count, count, count, 0, count)  # type: ignore[method-assign]
    ring = KeyRing(settings.keys) if settings.keys else None
    app.before_request(_begin)
    app.before_request(_length_is_told)
    app.before_request(lambda: _key_is_known(ring))
    app.before_request(lambda: _is_of_this_site(settings.origins))
    app.after_request(lambda response: _shared(response, settings.origins))
    app.after_request(_guarded)


def _begin() -> None:
    g.begun = time.perf_counter()
    sent = request.headers.get("X-Request-ID", "")
    g.request_id = sent if _REQUEST_ID.match(sent) else secrets.token_hex(8)


def _length_is_told() -> None:
    if "Transfer-Encoding" in request.headers and request.content_length is None:  # waitress tells it even then
        raise LengthRequiredError("request", "its length is not told.")
    if request.path not in _FOR_SEVERAL:
        request.max_content_length = MOST_BODY


def _key_is_known(ring: KeyRing | None) -> None:
    """A program sends its key as a bearer, a browser as the password that it asks for."""
    g.client = None
    if ring is None or request.endpoint in _OPEN or request.method == "OPTIONS":
        return
    sent = request.authorization
    g.client = ring.name_of((sent.token or sent.password) if sent else None)


def _is_of_this_site(origins: tuple[str, ...]) -> None:
    """No other website may send anything through a browser that can reach this server."""
    origin = request.headers.get("Origin")
    if request.method in _SAFE or origin in origins:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site not in {None, "same-origin", "none"} or (
        site is None and origin and urlsplit(origin).netloc != request.host
    ):
        raise CrossOriginError("request", "it comes from another website.")


def _shared(response: Response, origins: tuple[str, ...]) -> Response:
    """Lets scripts of the listed sites read the answer; nobody else's by default."""
    origin = request.headers.get("Origin")
    if origins:
        response.vary.add("Origin")
    if origin in origins:
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type, X-Request-ID"
        response.headers["Access-Control-Expose-Headers"] = "Retry-After, Server-Timing, X-Request-ID"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _guarded(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if response.mimetype == "text/html":
        response.headers["Content-Security-Policy"] = PAGE_POLICY
    if not _is_static(response):
        response.headers["Cache-Control"] = "no-store"
    if response.status_code not in _LATER:
        response.headers.pop("Retry-After", None)  # Flask-Limiter puts it on every answer
    elif response.status_code != RateLimitedError.http_status or "Retry-After" not in response.headers:
        response.headers["Retry-After"] = _LATER[response.status_code]
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    response.headers["X-Request-ID"] = g.get("request_id") or secrets.token_hex(8)
    spent = 1000 * (time.perf_counter() - g.get("begun", time.perf_counter()))
    response.headers["Server-Timing"] = f"total;dur={spent:.1f}"
    return response


def _is_static(response: Response) -> bool:
    return request.endpoint == "pages.static_file" and response.status_code in {200, 304}
