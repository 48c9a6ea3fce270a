"""The API: takes a question, asks, hands the outcome to a writer."""

from __future__ import annotations

from flask import Response, current_app, jsonify, request, url_for
from flask_openapi3.blueprint import APIBlueprint
from werkzeug.exceptions import NotFound

from matcher.entrypoints.web import answering, models, problems
from matcher.entrypoints.web.openapi import BATCH_BODY, DRAFT_BODY, MATCH_BODY, OF_DOCUMENTS, responses
from matcher.entrypoints.web.site import page
from matcher.errors import BusyError, UnknownRoleError
from matcher.writers import WRITERS, draft, json, profile
from matcher.writers.outcome import form

_KEY: list[dict[str, list[str]]] = [{"key": []}, {}]
_JSON = WRITERS["json"]


api = APIBlueprint("api", __name__)


@api.post(
    "/match",
    operation_id="match",
    security=_KEY,
    responses=responses(models.Outcome, *OF_DOCUMENTS, with_outcomes=(413, 415, 422)),
    openapi_extensions=MATCH_BODY,
)
def match(query: models.MatchQuery) -> Response:
    """Scores one resume.

    Send a form with a file `resume`, JSON with a `text` or a `document`, or the file itself with its media type. A
    `job_description` in the form or the JSON, as text or as a file, is scored as one more role.
    """
    asked = answering.only_one(answering.question(request))
    (outcome,) = answering.answers(asked)
    text = _JSON.write(outcome, answering.matcher().skills, asked.with_evidence)
    return Response(text, problems.status_of(outcome), mimetype=_JSON.media_type)


@api.post(
    "/match/batch",
    operation_id="match_batch",
    security=_KEY,
    responses=responses(models.Outcomes, *OF_DOCUMENTS, 422),
    openapi_extensions=BATCH_BODY,
)
def match_batch(query: models.MatchQuery) -> Response:
    """Scores several resumes.

    One outcome each, in the order they were sent; the status is 200 even where some could not be assessed.
    """
    asked = answering.question(request)
    skills = answering.matcher().skills
    found = {"outcomes": [form(outcome, skills, asked.with_evidence) for outcome in answering.answers(asked)]}
    return Response(json.text(found), mimetype=_JSON.media_type)


@api.post(
    "/roles/draft",
    operation_id="draft_role",
    security=_KEY,
    responses=responses(models.Draft, 411, 413, 415, 422, 503, 504),
    openapi_extensions=DRAFT_BODY,
)
def draft_role(query: models.DraftQuery) -> Response:
    """What a job description asks for: look at it before resumes are scored against it.

    With `format=toml` the same as a role profile, to edit and keep.
    """
    text = draft.write(answering.description(request), answering.matcher().skills, query.format)
    return Response(text, mimetype=_JSON.media_type if query.format == "json" else "application/toml")


@api.get("/roles", operation_id="roles", security=_KEY, responses=responses(models.Roles))
def roles() -> Response:
    """The roles that are scored."""
    known = answering.matcher().profiles
    return jsonify(roles=[{"id": role.id, "title": role.title, "summary": role.summary} for role in known])


@api.get("/roles/<role_id:role_id>", operation_id="role", security=_KEY, responses=responses(models.Role, 404))
def role(path: models.RolePath) -> Response:
    """All that a role asks for: areas, requirements, gates, and its wording."""
    known = {profile.id: profile for profile in answering.matcher().profiles}
    UnknownRoleError.check([path.role_id], known)
    text = profile.write(known[path.role_id], answering.matcher().skills, as_json=True)
    return Response(text, mimetype=_JSON.media_type)


@api.get("/healthz", operation_id="healthz", responses=responses(models.State))
def healthz() -> Response:
    """Whether the service runs."""
    return jsonify(status="ok")


@api.get("/readyz", operation_id="readyz", responses=responses(models.State, 503))
def readyz() -> Response:
    """Whether documents can be read: a built-in one is."""
    if not current_app.extensions["readiness"]:
        raise BusyError("server", "it cannot read documents at the moment.")
    return jsonify(status="ok")


@api.get("/version", operation_id="version", responses=responses(models.Version))
def version() -> Response:
    """What produces the answers."""
    engine = answering.matcher().engine
    return jsonify(
        version=engine.version, scoring_version=engine.scoring_version, reference_sha256=engine.reference_sha256
    )


@api.get("/openapi.json", doc_ui=False)
def openapi() -> Response:
    """This description."""
    return jsonify(_described())


@api.get("/docs", doc_ui=False)
def docs() -> str:
    """This description, for people."""
    return page("api.html", "api", api=_described(), codes=problems.codes(), description=url_for("api.openapi"))


@api.get("/metrics", doc_ui=False)
def metrics() -> Response:
    """Counters for Prometheus, where they are switched on."""
    found = current_app.extensions.get("metrics")
    if found is None:
        raise NotFound
    answer: Response = found.text()
    return answer


def _described() -> dict[str, object]:
    described: dict[str, object] = current_app.api_doc  # type: ignore[attr-defined]
    return described
