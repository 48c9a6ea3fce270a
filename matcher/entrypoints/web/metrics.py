"""Counters for Prometheus: how many, how long, and what became of the documents; nothing about any of them."""

from __future__ import annotations

import time
from collections.abc import Iterable

from flask import Flask, Response, g, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest

from matcher.core.model import NotAssessable, Outcome

_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Bounds of the buckets, close around the targets of 80 and 250 ms."""


class Metrics:
    """The counters of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "matcher_requests", "Requests answered.", ["route", "method", "status"], registry=self.registry
        )
        self._seconds = Histogram(
            "matcher_request_seconds", "Seconds until the answer.", ["route"], buckets=_SECONDS, registry=self.registry
        )
        self._documents = Counter(
            "matcher_documents", "Documents by what became of them.", ["code"], registry=self.registry
        )

    def note(self, outcomes: Iterable[Outcome]) -> None:
        """Counts documents."""
        for outcome in outcomes:
            self._documents.labels(outcome.code if isinstance(outcome, NotAssessable) else "assessed").inc()

    def watch(self, app: Flask) -> None:
        """Counts requests."""
        app.after_request(self._counted)

    def text(self) -> Response:
        """All counters as Prometheus reads them."""
        return Response(generate_latest(self.registry), content_type=CONTENT_TYPE_LATEST)

    def _counted(self, response: Response) -> Response:
        route = str(request.url_rule or "-")
        method = request.method if request.url_rule else "-"
        self._requests.labels(route, method, str(response.status_code)).inc()
        self._seconds.labels(route).observe(time.perf_counter() - g.get("begun", time.perf_counter()))
        return response
