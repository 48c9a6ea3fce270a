"""What programs ask, in each form, and what they get."""

from __future__ import annotations

import base64
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

from matcher import Matcher
from matcher.core.model import MatchReport
from matcher.core.scoring.what_if import with_next_bands
from matcher.version import __version__
from matcher.writers import WRITERS
from matcher.writers.outcome import form
from tests.builders import DATA_WORK, resume

EXAMPLES = Path(__file__).parents[2] / "examples"
PDF = (EXAMPLES / "amara-cdo.pdf").read_bytes()
WORD = (EXAMPLES / "amara-cdo.docx").read_bytes()


def attached(data: bytes, name: str) -> dict[str, str]:
    return {"name": name, "content_base64": base64.b64encode(data).decode()}


def test_all_forms_of_a_question_give_the_same_bytes_as_the_matcher(client: FlaskClient, matcher: Matcher) -> None:
    expected = WRITERS["json"].write(matcher.match_bytes(PDF, "document.pdf"), matcher.skills).encode()
    form = client.post("/match", data={"resume": (io.BytesIO(PDF), "document.pdf")})
    body = client.post("/match", json={"document": attached(PDF, "document.pdf")})
    raw = client.post("/match", data=PDF, content_type="application/pdf")
    assert (form.status_code, body.status_code, raw.status_code) == (200, 200, 200)
    assert form.data == body.data == raw.data == expected
    text = client.post("/match", json={"text": resume()})
    assert text.data == WRITERS["json"].write(matcher.match_text(resume()), matcher.skills).encode()


def test_a_text_can_stand_in_a_form(client: FlaskClient, matcher: Matcher) -> None:
    expected = WRITERS["json"].write(matcher.match_text(resume(), "pasted text"), matcher.skills).encode()
    assert client.post("/match", data={"text": resume()}).data == expected


@pytest.mark.parametrize(
    ("media_type", "data", "name"),
    [
        ("text/plain; charset=utf-8", resume().encode(), "document.txt"),
        ("text/markdown", resume().encode(), "document.md"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", WORD, "document.docx"),
        ("application/octet-stream", PDF, "document"),
    ],
)
def test_a_document_as_it_is_has_the_name_of_its_type(
    client: FlaskClient, media_type: str, data: bytes, name: str
) -> None:
    answer = client.post("/match", data=data, content_type=media_type)
    assert answer.status_code == 200
    assert json.loads(answer.data)["document"]["name"] == name


ROLES = ("chief_data_officer", "ethical_ai_compliance_officer")


def test_only_the_roles_asked_for_are_scored_in_every_form(client: FlaskClient) -> None:
    chosen = Matcher(roles=ROLES)
    expected = WRITERS["json"].write(chosen.match_text(resume(DATA_WORK)), chosen.skills)
    query = "/match?role=" + "&role=".join(ROLES)
    assert client.post(query, json={"text": resume(DATA_WORK)}).get_data(as_text=True) == expected
    assert client.post("/match", json={"text": resume(DATA_WORK), "role": ROLES}).get_data(as_text=True) == expected
    form = client.post(
        "/match", data={"resume": (io.BytesIO(resume(DATA_WORK).encode()), "a.txt"), "role": list(ROLES)}
    )
    assert [role["id"] for role in json.loads(form.data)["roles"]] == [r["id"] for r in json.loads(expected)["roles"]]


@pytest.mark.parametrize(
    "ask",
    [
        lambda client: client.post("/match?evidence=false", json={"text": resume()}),
        lambda client: client.post("/match", json={"text": resume(), "evidence": False}),
        lambda client: client.post("/match", data={"text": resume(), "evidence": "false"}),
        lambda client: client.post("/match?evidence=false", data={"text": resume(), "evidence": "false"}),
    ],
)
def test_evidence_can_be_left_out(client: FlaskClient, ask: object) -> None:
    answer = ask(client)  # type: ignore[operator]
    assert answer.status_code == 200
    assert "analysts" not in answer.get_data(as_text=True)
    assert "analysts" in client.post("/match", json={"text": resume()}).get_data(as_text=True)


@pytest.mark.parametrize(
    "ask",
    [
        lambda client: client.post("/match?what_if=true", json={"text": resume()}),
        lambda client: client.post("/match", json={"text": resume(), "what_if": True}),
        lambda client: client.post("/match", data={"text": resume(), "what_if": "true"}),
        lambda client: client.post("/match/batch?what_if=true", json={"documents": [{"text": resume()}]}),
    ],
)
def test_what_would_lift_each_role_can_be_asked_for(client: FlaskClient, matcher: Matcher, ask: object) -> None:
    answer = json.loads(ask(client).data)  # type: ignore[operator]
    (outcome,) = answer.get("outcomes", [answer])
    report = matcher.match_text(resume())
    assert isinstance(report, MatchReport)
    lifted = with_next_bands(report, matcher.profiles, matcher.skills)
    assert outcome["roles"] == form(lifted, matcher.skills)["roles"]  # type: ignore[typeddict-item]
    assert {role["next_band"]["band"] for role in outcome["roles"]} == {"partial", "strong"}


def test_a_batch_gives_one_outcome_a_document_in_their_order(client: FlaskClient, matcher: Matcher) -> None:
    answer = client.post(
        "/match/batch",
        json={"documents": [{"text": resume()}, attached(b"MZ", "cv.pdf"), attached(PDF, "a.pdf"), {"text": "x"}]},
    )
    assert answer.status_code == 200
    outcomes = json.loads(answer.data)["outcomes"]
    assert [outcome["status"] for outcome in outcomes] == ["assessed", "not_assessable"] * 2
    alone = client.post("/match", json={"document": attached(PDF, "a.pdf")})
    assert outcomes[2] == json.loads(alone.data)


def test_a_batch_can_be_a_form(client: FlaskClient) -> None:
    files = [(io.BytesIO(resume().encode()), f"{number}.txt") for number in range(3)]
    answer = client.post("/match/batch?evidence=false", data={"resume": files, "role": "chief_data_officer"})
    outcomes = json.loads(answer.data)["outcomes"]
    assert [outcome["document"]["name"] for outcome in outcomes] == ["0.txt", "1.txt", "2.txt"]
    assert all(len(outcome["roles"]) == 1 for outcome in outcomes)


@pytest.mark.parametrize(
    ("sent", "name"),
    [("..\\..\\etc/passwd.txt", "passwd.txt"), ("/", "document"), ("a" * 500 + ".txt", "a" * 251 + ".txt")],
)
def test_a_file_name_is_a_label_never_a_path(client: FlaskClient, sent: str, name: str) -> None:
    answer = client.post("/match", json={"document": attached(resume().encode(), sent)})
    assert json.loads(answer.data)["document"]["name"] == name


def test_roles_are_told(client: FlaskClient, matcher: Matcher) -> None:
    told = json.loads(client.get("/roles").data)["roles"]
    assert [role["id"] for role in told] == [profile.id for profile in matcher.profiles]
    role = json.loads(client.get("/roles/chief_data_officer").data)
    assert role["title"] == "Chief Data Officer"
    assert role["areas"][0]["requirements"]
    assert role["occupations"][0]["label"] == "chief data officer"


def test_health_readiness_and_version(client: FlaskClient, matcher: Matcher) -> None:
    assert client.get("/healthz").json == {"status": "ok"}
    assert client.get("/readyz").json == {"status": "ok"}
    assert client.get("/version").json == {
        "version": __version__,
        "scoring_version": matcher.engine.scoring_version,
        "reference_sha256": matcher.engine.reference_sha256,
    }


def test_the_api_describes_itself_in_openapi_3_1(client: FlaskClient) -> None:
    told = client.get("/openapi.json").json
    assert told is not None
    assert told["openapi"].startswith("3.1")
    assert set(told["paths"]) == {
        *("/match", "/match/batch", "/roles", "/roles/draft", "/roles/{role_id}"),
        *("/healthz", "/readyz", "/version"),
    }
    forms = told["paths"]["/match"]["post"]["requestBody"]["content"]
    assert {"multipart/form-data", "application/json", "application/pdf", "text/plain"} <= set(forms)
    for schema in told["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_answers_are_as_the_description_says(client: FlaskClient) -> None:
    told = client.get("/openapi.json").json
    assert told is not None
    schema = {**told["components"]["schemas"]["Outcome"], "components": told["components"]}
    validator = Draft202012Validator(schema)
    for words in (resume(), "too short"):
        validator.validate(client.post("/match", json={"text": words}).json)
    assert not validator.is_valid({"schema": "match-report/1"})


def test_the_description_can_be_read_without_any_other_site(client: FlaskClient) -> None:
    page = client.get("/docs").get_data(as_text=True)
    assert "POST /match/batch" in page
    assert 'id="document_encrypted"' in page
    assert "http" not in page.replace("http-equiv", "").replace("HTTP", "")


def test_metrics_count_requests_and_what_became_of_documents(client: FlaskClient) -> None:
    client.post("/match", json={"text": "too short"})
    told = client.get("/metrics").get_data(as_text=True)
    assert 'matcher_documents_total{code="text_too_short"}' in told
    assert 'matcher_requests_total{method="POST",route="/match",status="422"}' in told
    assert "matcher_request_seconds_bucket" in told


def test_any_wsgi_server_can_serve_it() -> None:
    code = (
        "import wsgi; print(wsgi.app.test_client().get('/readyz').status_code); wsgi.app.extensions['matcher'].close()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=EXAMPLES.parent, capture_output=True, text=True, check=True)
    assert done.stdout == "200\n"
