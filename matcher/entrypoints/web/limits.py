"""How often a client may ask: counted by key, else by address."""

from __future__ import annotations

from flask import Flask, g, request
from flask_limiter import Limiter

from matcher.settings import WebSettings

_UNCOUNTED = {"pages.static_file", "api.healthz", "api.readyz", "api.metrics"}


def limit(app: Flask, settings: WebSettings) -> None:
    """Counts requests; where the counters cannot be reached, each server counts for itself."""
    if not settings.rate:
        return
    limiter = Limiter(
        _client,
        app=app,
        default_limits=[settings.rate],
        application_limits_per_method=False,
        storage_uri=settings.rate_storage,
        strategy="fixed-window",
        headers_enabled=True,
        in_memory_fallback=[settings.rate],
        key_prefix="matcher",
    )
    limiter.request_filter(lambda: request.endpoint in _UNCOUNTED)


def _client() -> str:
    return str(g.get("client") or request.remote_addr or "nobody")
