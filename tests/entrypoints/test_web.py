from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from matcher import Matcher
from matcher.entrypoints.web import create_app
from matcher.settings import Settings
from matcher.writers import WRITERS
from tests.builders import DATA_WORK, resume

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "amara-cdo.pdf"


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    """A client of the application; no server, no network."""
    return create_app(Settings()).test_client()


def test_the_form_names_the_roles_and_what_can_be_read(client: FlaskClient) -> None:
    page = client.get("/").get_data(as_text=True)
    assert "Chief Data Officer" in page
    assert 'accept=".pdf,.docx' in page


def test_a_file_sent_by_the_form_is_answered_with_the_page(client: FlaskClient) -> None:
    answer = client.post("/", data={"resume": (io.BytesIO(EXAMPLE.read_bytes()), "amara.pdf")})
    assert answer.status_code == 200
    assert "Chief Data Officer" in answer.get_data(as_text=True)


def test_pasted_text_is_answered_too(client: FlaskClient) -> None:
    assert client.post("/", data={"text": resume(DATA_WORK)}).status_code == 200


def test_all_ways_to_ask_give_the_same_bytes_as_the_matcher(client: FlaskClient, matcher: Matcher) -> None:
    data = EXAMPLE.read_bytes()
    expected = WRITERS["json"].write(matcher.match_bytes(data, "document.pdf"), matcher.skills).encode()
    upload = client.post("/match", data={"resume": (io.BytesIO(data), "document.pdf")})
    raw = client.post("/match", data=data, content_type="application/pdf")
    assert upload.data == raw.data == expected
    text = client.post("/match", json={"text": resume()})
    assert text.data == WRITERS["json"].write(matcher.match_text(resume()), matcher.skills).encode()


def test_evidence_can_be_left_out(client: FlaskClient) -> None:
    answer = client.post("/match?evidence=false", json={"text": resume()})
    assert "analysts" not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("request_", "status", "code"),
    [
        ({"data": b"", "content_type": "application/json"}, 400, "bad_request"),
        ({"json": ["text"]}, 400, "bad_request"),
        ({"json": {"text": 7}}, 400, "bad_request"),
        ({"data": {}}, 400, "bad_request"),
        ({"data": b"x" * (7 * 1024 * 1024), "content_type": "application/pdf"}, 413, "too_large"),
    ],
)
def test_what_cannot_be_taken_is_a_problem_with_a_code(
    client: FlaskClient, request_: dict[str, object], status: int, code: str
) -> None:
    answer = client.post("/match", **request_)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    assert json.loads(answer.data)["code"] == code


@pytest.mark.parametrize(
    ("data", "name", "status", "code"),
    [
        (b"MZ\x90\0", "cv.pdf", 415, "unsupported_type"),
        (b"%PDF-1.4 cut off", "cv.pdf", 422, "document_damaged"),
        (b"Robin. Cook.", "cv.txt", 422, "text_too_short"),
        (b"", "cv.pdf", 422, "document_empty"),
    ],
)
def test_a_document_that_cannot_be_assessed_has_its_status_and_the_outcome_in_the_body(
    client: FlaskClient, data: bytes, name: str, status: int, code: str
) -> None:
    answer = client.post("/match", data={"resume": (io.BytesIO(data), name)})
    assert answer.status_code == status
    assert json.loads(answer.data)["problem"]["code"] == code


def test_every_answer_carries_the_guarding_headers(client: FlaskClient) -> None:
    for answer in (
        client.get("/"),
        client.get("/nowhere"),
        client.post("/", data={"text": resume()}),
        client.post("/match"),
    ):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        if answer.mimetype == "text/html":
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_file_name_is_a_label_never_a_path(client: FlaskClient) -> None:
    answer = client.post("/match", data={"resume": (io.BytesIO(resume().encode()), "..\\..\\etc/passwd.txt")})
    assert json.loads(answer.data)["document"]["name"] == "passwd.txt"
