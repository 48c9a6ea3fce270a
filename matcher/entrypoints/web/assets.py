"""The one style sheet, the one script and the icon of the pages, from this origin and made once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from flask import Response, abort, request

from matcher.resources import folder
from matcher.writers import html

MOST_AGE = 365 * 24 * 60 * 60
"""Seconds that a file may be kept: its address changes with its content."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent. `version`: the first digits of its sha256, so that a new content has a new address."""

    media_type: str
    content: bytes
    version: str


@lru_cache(maxsize=4)
def assets(roles: int) -> Mapping[str, Asset]:
    """The files by name. `roles`: how many can be chosen on an answer."""
    templates = folder("templates")
    most = roles + 1  # a job description is one more
    sheet = html.style(most) + html.rendered("web.css", roles=range(1, most + 1))
    return {
        "app.css": _asset("text/css", sheet.encode()),
        "app.js": _asset("text/javascript", (templates / "app.js").read_bytes()),
        "icon.svg": _asset("image/svg+xml", (templates / "icon.svg").read_bytes()),
    }


def _asset(media_type: str, content: bytes) -> Asset:
    return Asset(media_type, content, hashlib.sha256(content).hexdigest()[:12])


def answer(name: str, roles: int) -> Response:
    """The file `name`, to be kept for a year where it was asked for by its version. Aborts with 404."""
    asset = assets(roles).get(name)
    if asset is None:
        abort(404)
    response = Response(asset.content, mimetype=asset.media_type)
    response.set_etag(asset.version)
    kept = request.args.get("v") == asset.version
    response.headers["Cache-Control"] = f"public, max-age={MOST_AGE}, immutable" if kept else "no-cache"
    response.make_conditional(request)
    return response
