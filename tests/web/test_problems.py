"""Every failure that is documented can be met, has its code and its headers, and quotes nothing."""

from __future__ import annotations

import base64
import io
import json
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from werkzeug.test import TestResponse

from matcher.core.model import Outcome
from matcher.entrypoints.web import create_app, keys, problems
from matcher.entrypoints.web.doors import HEADERS
from matcher.isolation import IsolatedMatcher
from matcher.settings import Settings, WebSettings
from tests import pdfs
from tests.builders import resume

CANARY = "quokka"
FORM = {"content_type": "multipart/form-data"}
BIG = b"x" * (9 * 1024 * 1024)


def encrypted() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret"))
    canvas.drawString(72, 720, "Robin Beispiel")
    canvas.save()
    return out.getvalue()


def attached(data: bytes, name: str) -> dict[str, Any]:
    return {"document": {"name": name, "content_base64": base64.b64encode(data).decode()}}


REQUESTS: dict[str, tuple[str, str, dict[str, Any], int, str]] = {
    "nothing": ("POST", "/match", {}, 400, "bad_request"),
    "an empty form": ("POST", "/match", {"data": {"resume": (io.BytesIO(b""), "")}}, 400, "bad_request"),
    "no JSON": ("POST", "/match", {"data": b"{", "content_type": "application/json"}, 400, "bad_request"),
    "no object": ("POST", "/match", {"json": ["text"]}, 400, "bad_request"),
    "a number for a text": ("POST", "/match", {"json": {"text": 7}}, 400, "bad_request"),
    "another key": ("POST", "/match", {"json": {"text": "x", "txt": "x"}}, 400, "bad_request"),
    "no Base64": ("POST", "/match", {"json": {"document": {"name": "a", "content_base64": "?"}}}, 400, "bad_request"),
    "another parameter": ("POST", "/match?rolle=x", {"json": {"text": "x"}}, 400, "bad_request"),
    "neither true nor false": ("POST", "/match?evidence=0", {"json": {"text": "x"}}, 400, "bad_request"),
    "two for one": ("POST", "/match", {"data": {"text": ["a b", "c d"]}}, 400, "bad_request"),
    "no documents": ("POST", "/match/batch", {"json": {"documents": []}}, 400, "bad_request"),
    "a broken form": (
        "POST",
        "/match",
        {"data": b"--x\r\nbroken", "content_type": "multipart/form-data; boundary=x"},
        400,
        "bad_request",
    ),
    "another website": (
        "POST",
        "/match",
        {"json": {"text": "x"}, "headers": {"Origin": "https://evil.example"}},
        403,
        "cross_origin",
    ),
    "an unknown role": ("POST", "/match?role=chief", {"json": {"text": resume()}}, 404, "unknown_role"),
    "an unknown role's page": ("GET", "/roles/chief", {}, 404, "unknown_role"),
    "an unknown address": ("GET", "/nowhere", {}, 404, "not_found"),
    "another method": ("DELETE", "/match", {}, 405, "method_not_allowed"),
    "no length": ("POST", "/match", {"headers": {"Transfer-Encoding": "chunked"}}, 411, "length_required"),
    "too many bytes": ("POST", "/match", {"data": BIG, "content_type": "application/pdf"}, 413, "too_large"),
    "too many bytes of JSON": ("POST", "/match", {"data": BIG, "content_type": "application/json"}, 413, "too_large"),
    "too many parts": ("POST", "/match", {"data": {str(n): "x" for n in range(1000)}, **FORM}, 413, "too_large"),
    "too many documents": ("POST", "/match/batch", {"json": {"documents": [{"text": "x"}] * 21}}, 413, "too_large"),
    "a picture": ("POST", "/match", {"data": b"x", "content_type": "image/png"}, 415, "unsupported_type"),
}
DOCUMENTS: dict[str, tuple[Callable[[], bytes], str, int, str]] = {
    "another type": (lambda: b"MZ\x90\0" + CANARY.encode(), "cv.pdf", 415, "unsupported_type"),
    "too many bytes": (lambda: b"%PDF-" + b"x" * (6 * 1024 * 1024), "cv.pdf", 413, "too_large"),
    "damaged": (lambda: b"%PDF-1.4 cut off" + CANARY.encode(), "cv.pdf", 422, "document_damaged"),
    "empty": (lambda: b"", "cv.pdf", 422, "document_empty"),
    "encrypted": (encrypted, "cv.pdf", 422, "document_encrypted"),
    "scanned": (lambda: pdfs.pdf(pdfs.picture), "cv.pdf", 422, "document_scanned"),
    "too short": (lambda: f"Robin. Cook. {CANARY}".encode(), "cv.txt", 422, "text_too_short"),
    "German": (
        lambda: ("Ich habe in den letzten Jahren viele Projekte geleitet und dabei gelernt. " * 20).encode(),
        "cv.txt",
        422,
        "language_unsupported",
    ),
    "too expensive": (lambda: b"word " * 100_000, "cv.txt", 422, "document_too_expensive"),
}


def assert_problem(answer: TestResponse, status: int, code: str) -> dict[str, Any]:
    """The answer is a problem with all its members and headers."""
    assert (answer.status_code, answer.mimetype) == (status, problems.MEDIA_TYPE), answer.data[:300]
    told: dict[str, Any] = json.loads(answer.data)
    assert (told["status"], told["code"], told["type"]) == (status, code, f"/docs#{code}")
    assert told["title"]
    assert told["detail"]
    assert told["way_out"]
    assert set(HEADERS) <= set(answer.headers.keys())
    return told


@pytest.mark.parametrize(("method", "path", "sent", "status", "code"), REQUESTS.values(), ids=REQUESTS)
def test_what_cannot_be_taken_is_a_problem_with_a_code(
    client: FlaskClient, method: str, path: str, sent: dict[str, Any], status: int, code: str
) -> None:
    assert_problem(client.open(path, method=method, **sent), status, code)


@pytest.mark.parametrize(("make", "name", "status", "code"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document_that_cannot_be_assessed_has_its_status_and_the_outcome_in_the_body(
    client: FlaskClient, make: Callable[[], bytes], name: str, status: int, code: str
) -> None:
    answer = client.post("/match", json=attached(make(), name))
    assert (answer.status_code, answer.mimetype) == (status, "application/json")
    told = json.loads(answer.data)
    assert (told["status"], told["problem"]["code"]) == ("not_assessable", code)
    assert told["problem"]["way_out"]
    assert CANARY not in answer.get_data(as_text=True)


class Waiting:
    """A matcher that never answers, or fails as it is told."""

    def __init__(self, like: IsolatedMatcher, failure: Exception | None = None) -> None:
        self.engine, self.skills, self.profiles = like.engine, like.skills, like.profiles
        self._failure = failure

    def submit_bytes(self, data: bytes, name: str) -> Future[Outcome]:
        future: Future[Outcome] = Future()
        future.set_running_or_notify_cancel()
        if self._failure:
            future.set_exception(self._failure)
        return future

    submit_text = submit_bytes

    def close(self) -> None:
        pass


def test_a_document_that_waits_for_too_long_is_told_so(isolated: IsolatedMatcher) -> None:
    app = create_app(Settings(web=WebSettings(patience=0.05)), Waiting(isolated))
    answer = app.test_client().post("/match", json={"text": "x"})
    assert_problem(answer, 504, "reading_timed_out")
    assert answer.headers["Retry-After"] == "30"


def test_a_full_house_answers_at_once(isolated: IsolatedMatcher) -> None:
    app = create_app(Settings(web=WebSettings(workers=1, waiting=19, patience=0.05)), Waiting(isolated))
    client = app.test_client()
    full = client.post("/match/batch", json={"documents": [{"text": "x"}] * 20})
    assert_problem(full, 504, "reading_timed_out")
    began = time.monotonic()
    answer = client.post("/match", json={"text": "x"})
    assert time.monotonic() - began < 1
    assert_problem(answer, 503, "busy")
    assert answer.headers["Retry-After"] == "2"


def test_who_asks_too_often_is_told_when_to_come_back(isolated: IsolatedMatcher) -> None:
    client = create_app(Settings(web=WebSettings(rate="2 per minute")), isolated).test_client()
    assert [client.get("/version").status_code for _ in range(2)] == [200, 200]
    answer = client.get("/version")
    assert_problem(answer, 429, "rate_limited")
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert client.get("/healthz").status_code == 200, "probes are not counted"


def test_a_service_that_cannot_read_is_not_ready(isolated: IsolatedMatcher) -> None:
    app = create_app(Settings(), Waiting(isolated, RuntimeError("closed")))
    answer = app.test_client().get("/readyz")
    assert_problem(answer, 503, "busy")


def test_a_bug_is_a_problem_without_a_trace(isolated: IsolatedMatcher, caplog: pytest.LogCaptureFixture) -> None:
    app = create_app(Settings(), Waiting(isolated, ZeroDivisionError(CANARY)))
    answer = app.test_client().post("/match", json={"text": CANARY})
    assert_problem(answer, 500, "internal_error")
    assert CANARY not in answer.get_data(as_text=True) + caplog.text.split("Traceback")[0]


def test_every_status_of_the_description_is_met_here(app: Flask, tmp_path: Any) -> None:
    described = {
        int(status)
        for methods in app.test_client().get("/openapi.json").json["paths"].values()  # type: ignore[index]
        for told in methods.values()
        for status in told["responses"]
    }
    met = {row[3] for row in REQUESTS.values()} | {row[2] for row in DOCUMENTS.values()}
    elsewhere = {200, 401, 429, 500, 503, 504}
    assert described <= met | elsewhere


def test_every_code_is_documented(client: FlaskClient) -> None:
    page = client.get("/docs").get_data(as_text=True)
    for code in {row[4] for row in REQUESTS.values()} | {row[3] for row in DOCUMENTS.values()}:
        assert f'id="{code}"' in page


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("*/*", problems.MEDIA_TYPE),
        ("", problems.MEDIA_TYPE),
    ],
)
def test_people_get_a_page_and_programs_a_problem(client: FlaskClient, accept: str, kind: str) -> None:
    assert client.get("/nowhere", headers={"Accept": accept}).mimetype == kind


def test_a_program_gets_a_problem_even_if_it_asks_like_a_browser(client: FlaskClient) -> None:
    answer = client.post("/match", headers={"Accept": "text/html,*/*"})
    assert answer.mimetype == problems.MEDIA_TYPE


def test_a_key_that_is_missing_or_unknown_or_over(isolated: IsolatedMatcher, tmp_path: Any) -> None:
    path = tmp_path / "keys.json"
    token = keys.add(path, "robin", 1)
    client = create_app(Settings(web=WebSettings(keys=path)), isolated).test_client()
    answer = client.get("/roles")
    assert_problem(answer, 401, "key_required")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert_problem(client.get("/roles", headers={"Authorization": "Bearer mk_no"}), 401, "key_required")
    assert client.get("/roles", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    assert client.get("/healthz").status_code == 200
    keys.revoke(path, "robin")
    assert_problem(client.get("/roles", headers={"Authorization": f"Bearer {token}"}), 403, "key_refused")
