"""A job description over the web: the same bytes as from the matcher, whatever way it comes in."""

from __future__ import annotations

import base64
import io
import json

import pytest
from flask.testing import FlaskClient

from matcher import Matcher
from matcher.core.model import MatchReport
from matcher.writers import WRITERS, draft
from tests import pdfs
from tests.entrypoints.test_job_description import ADVERT, RESUME

EMPTY = "Nice hotel by the lake. Call us soon, we are happy to hear from you!"


def expected(matcher: Matcher, job_name: str = "job description", name: str = "text") -> bytes:
    description = matcher.describe_text(ADVERT, job_name)
    outcome = matcher.against(description).match_text(RESUME, name)
    return WRITERS["json"].write(outcome, matcher.skills).encode()


def test_form_and_json_give_what_the_matcher_gives(client: FlaskClient, matcher: Matcher) -> None:
    told = client.post("/match", json={"text": RESUME, "job_description": {"text": ADVERT}})
    assert told.status_code == 200
    assert told.data == expected(matcher)
    form = client.post("/match", data={"text": RESUME, "job_description": ADVERT})
    assert json.loads(form.data)["job_description"] == json.loads(told.data)["job_description"]


def test_a_description_may_be_a_file(client: FlaskClient) -> None:
    advert = pdfs.pdf(pdfs.page(ADVERT.splitlines()))
    form = client.post(
        "/match",
        data={"resume": (io.BytesIO(RESUME.encode()), "a.txt"), "job_description": (io.BytesIO(advert), "ad.pdf")},
    )
    attached = {"name": "ad.pdf", "content_base64": base64.b64encode(advert).decode()}
    told = client.post(
        "/match",
        json={
            "document": {"name": "a.txt", "content_base64": base64.b64encode(RESUME.encode()).decode()},
            "job_description": attached,
        },
    )
    assert form.status_code == 200
    assert form.data == told.data
    assert json.loads(form.data)["job_description"]["document"]["media_type"] == "application/pdf"


def test_a_draft_is_what_the_command_line_writes(client: FlaskClient, matcher: Matcher) -> None:
    description = matcher.describe_text(ADVERT)
    for form in ("json", "toml"):
        for body in ({"json": {"text": ADVERT}}, {"data": {"job_description": ADVERT}}):
            told = client.post(f"/roles/draft?format={form}", **body)  # type: ignore[arg-type]
            assert told.status_code == 200
            assert told.data.decode() == draft.write(description, matcher.skills, form)
    raw = client.post("/roles/draft", data=ADVERT.encode(), content_type="text/plain")
    assert (
        json.loads(raw.data)["requirements"]
        == json.loads(draft.write(description, matcher.skills, "json"))["requirements"]
    )


@pytest.mark.parametrize(
    ("path", "body", "code", "status"),
    [
        ("/match", {"text": RESUME, "job_description": {"text": EMPTY}}, "job_description_empty", 422),
        ("/roles/draft", {"text": EMPTY}, "job_description_empty", 422),
        ("/roles/draft", {"text": ""}, "document_empty", 422),
        ("/roles/draft", {}, "bad_request", 400),
        ("/match", {"text": RESUME, "job_description": "x"}, "bad_request", 400),
        (
            "/match/batch",
            {"documents": [{"text": RESUME}, {"text": RESUME}], "job_description": {"text": EMPTY}},
            "job_description_empty",
            422,
        ),
    ],
)
def test_what_cannot_be_used_is_said(
    client: FlaskClient, path: str, body: dict[str, object], code: str, status: int
) -> None:
    told = client.post(path, json=body)
    assert told.status_code == status
    assert json.loads(told.data).get("code", json.loads(told.data).get("problem", {}).get("code")) == code
    assert EMPTY not in told.get_data(as_text=True)


def test_two_descriptions_are_one_too_many(client: FlaskClient) -> None:
    told = client.post("/match", data={"text": RESUME, "job_description": [ADVERT, ADVERT]})
    assert told.status_code == 400


def test_one_description_serves_all_documents(client: FlaskClient, matcher: Matcher) -> None:
    documents = [{"text": RESUME, "name": "a"}, {"text": RESUME + "\n• Led data governance\n", "name": "b"}]
    told = client.post("/match/batch", json={"documents": documents, "job_description": {"text": ADVERT}})
    outcomes = json.loads(told.data)["outcomes"]
    assert all("job_description" in outcome for outcome in outcomes)
    assert outcomes[0] == json.loads(expected(matcher, name="a"))


def test_roles_that_are_chosen_leave_the_job_in(client: FlaskClient) -> None:
    body = {"text": RESUME, "job_description": {"text": ADVERT}, "role": ["chief_data_officer"]}
    told = json.loads(client.post("/match", json=body).data)
    assert [role["id"] for role in told["roles"]] == ["chief_data_officer"]
    assert told["job_description"]["role"]["score"] > 0


def test_the_page_leads_with_the_job_and_shows_what_was_understood(client: FlaskClient, matcher: Matcher) -> None:
    page = client.post("/", data={"text": RESUME, "job_description": ADVERT}, headers={"Accept": "text/html"}).get_data(
        as_text=True
    )
    assert "Against the job description you gave" in page
    assert "What was understood of the job description" in page
    assert "from this description" in page
    outcome = matcher.against(matcher.describe_text(ADVERT)).match_text(RESUME)
    assert isinstance(outcome, MatchReport)
    assert f"evidence for {outcome.job.score.title}" in page if outcome.job else False


def test_an_empty_field_is_no_description(client: FlaskClient) -> None:
    told = client.post("/match", data={"text": RESUME, "job_description": "  \n "})
    assert "job_description" not in json.loads(told.data)
