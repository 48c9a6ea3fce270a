"""What every answer carries, and who is let in."""

from __future__ import annotations

import io
import json
import logging
from pathlib import Path

import pytest
from flask import Flask, request
from flask.testing import FlaskClient

from matcher.entrypoints.web import create_app, keys
from matcher.entrypoints.web.doors import HEADERS, PAGE_POLICY
from matcher.isolation import IsolatedMatcher
from matcher.settings import Settings, WebSettings
from tests.builders import resume


def client_of(isolated: IsolatedMatcher, **settings: object) -> FlaskClient:
    return create_app(Settings(web=WebSettings(rate="", **settings)), isolated).test_client()  # type: ignore[arg-type]


ANSWERS = {
    "form": ("GET", "/", {}),
    "page": ("POST", "/", {"data": {"text": resume()}}),
    "answer": ("POST", "/match", {"json": {"text": resume()}}),
    "422": ("POST", "/match", {"json": {"text": "x"}}),
    "404": ("GET", "/nowhere", {}),
    "404 page": ("GET", "/nowhere", {"headers": {"Accept": "text/html"}}),
    "405": ("PUT", "/match", {}),
    "413": ("POST", "/match", {"data": b"x" * 9_000_000, "content_type": "application/pdf"}),
    "400 host": ("GET", "/", {"headers": {"Host": "bad host"}}),
    "docs": ("GET", "/docs", {}),
    "options": ("OPTIONS", "/match", {}),
    "head": ("HEAD", "/roles", {}),
    "metrics": ("GET", "/metrics", {}),
}


@pytest.mark.parametrize(("method", "path", "sent"), ANSWERS.values(), ids=ANSWERS)
def test_every_answer_carries_the_guarding_headers(
    client: FlaskClient, method: str, path: str, sent: dict[str, object]
) -> None:
    answer = client.open(path, method=method, **sent)  # type: ignore[arg-type]
    expected = {**HEADERS, **({"Content-Security-Policy": PAGE_POLICY} if answer.mimetype == "text/html" else {})}
    assert {name: answer.headers.get(name) for name in expected} == expected
    assert len(answer.headers["X-Request-ID"]) == 16
    assert answer.headers["Server-Timing"].startswith("total;dur=")
    assert "Set-Cookie" not in answer.headers
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_a_fault_carries_them_too(isolated: IsolatedMatcher, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(isolated)
    monkeypatch.setattr("matcher.entrypoints.web.answering.question", lambda _: 1 / 0)
    answer = client.post("/match", json={"text": "x"})
    assert answer.status_code == 500
    assert set(HEADERS) <= set(answer.headers.keys())


def test_an_id_of_the_client_is_kept_only_if_it_says_nothing(client: FlaskClient) -> None:
    sent = "0f8fad5b-d9cb-469f-a165-70867728950e"
    assert client.get("/healthz", headers={"X-Request-ID": sent}).headers["X-Request-ID"] == sent
    for said in ("Robin Beispiel", "a" * 65, ""):
        assert client.get("/healthz", headers={"X-Request-ID": said}).headers["X-Request-ID"] != said


SENDERS = [
    ({}, 200),
    ({"Origin": "http://localhost"}, 200),
    ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 200),
    ({"Sec-Fetch-Site": "none"}, 200),
    ({"Origin": "https://evil.example"}, 403),
    ({"Origin": "null"}, 403),
    ({"Origin": "http://localhost.evil.example"}, 403),
    ({"Origin": "http://localhost:81"}, 403),
    ({"Sec-Fetch-Site": "cross-site"}, 403),
    ({"Sec-Fetch-Site": "same-site", "Origin": "http://localhost"}, 403),
]


@pytest.mark.parametrize("path", ["/", "/match"])
@pytest.mark.parametrize(("headers", "status"), SENDERS)
def test_no_other_website_can_send_anything(
    client: FlaskClient, path: str, headers: dict[str, str], status: int
) -> None:
    assert client.post(path, data={"text": resume()}, headers=headers).status_code == status


def test_only_listed_sites_may_read_answers(isolated: IsolatedMatcher) -> None:
    client = client_of(isolated, origins=("https://hr.example",))
    answer = client.post("/match", json={"text": "x"}, headers={"Origin": "https://hr.example"})
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (422, "https://hr.example")
    before = client.options("/match", headers={"Origin": "https://hr.example"})
    assert "Authorization" in before.headers["Access-Control-Allow-Headers"]
    other = client.post("/match", json={"text": "x"}, headers={"Origin": "https://other.example"})
    assert other.status_code == 403
    assert "Access-Control-Allow-Origin" not in other.headers


def test_only_under_its_own_names_is_it_there(isolated: IsolatedMatcher) -> None:
    client = client_of(isolated, hosts=("match.example",))
    assert client.get("/healthz", headers={"Host": "match.example"}).status_code == 200
    assert client.get("/healthz", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(("proxies", "secure"), [(0, False), (1, True)])
def test_a_proxy_is_believed_only_if_there_is_one(isolated: IsolatedMatcher, proxies: int, secure: bool) -> None:
    client = client_of(isolated, proxies=proxies)
    answer = client.get("/healthz", headers={"X-Forwarded-Proto": "https"})
    assert ("Strict-Transport-Security" in answer.headers) is secure


def test_files_stay_in_memory(app: Flask) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="resume"; filename="a.pdf"\r\n\r\n%b\r\n--x--\r\n'
    data = body % (b"x" * 5_000_000)
    with app.test_request_context("/match", method="POST", data=data, content_type="multipart/form-data; boundary=x"):
        assert type(request.files["resume"].stream) is io.BytesIO


def test_browsers_send_the_key_as_a_password(isolated: IsolatedMatcher, tmp_path: Path) -> None:
    token = keys.add(tmp_path / "keys.json", "robin", 1)
    client = client_of(isolated, keys=tmp_path / "keys.json")
    asked = client.get("/", headers={"Accept": "text/html"})
    assert asked.status_code == 401
    assert asked.headers["WWW-Authenticate"].startswith("Basic")
    assert client.get("/", auth=("", token)).status_code == 200
    assert client.get("/", auth=("robin", "wrong")).status_code == 401
    assert client.get("/metrics").status_code == 401
    assert client.options("/match").status_code == 200


CANARY = "quokka"


def test_the_log_tells_each_request_and_nothing_that_came_with_it(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client.post(f"/match?role={CANARY}", json={"text": resume(name=CANARY)}, headers={"User-Agent": CANARY})
    client.post("/match", data={"resume": (io.BytesIO(resume(name=CANARY).encode()), f"{CANARY}.txt")})
    client.post("/match", data={"resume": (io.BytesIO(b"MZ" + CANARY.encode()), f"{CANARY}.pdf")})
    client.post("/", data={"text": resume(name=CANARY)})
    client.get(f"/{CANARY}")
    client.get(f"/roles/{CANARY}")
    client.open("/match", method=CANARY.upper())
    facts = [record.facts for record in caplog.records if hasattr(record, "facts")]
    assert [fact["status"] for fact in facts] == [404, 200, 415, 200, 404, 404, 405]
    assert {"request_id", "method", "route", "status", "ms"} <= set(facts[0])
    assert (facts[2]["code"], facts[5]["route"]) == ("unsupported_type", "/roles/<role_id:role_id>")
    assert CANARY not in json.dumps([vars(record) for record in caplog.records], default=str).lower()
