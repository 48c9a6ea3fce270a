"""How a request becomes outcomes: the one way for pages and API."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar

from flask import Request, current_app, g
from pydantic import BaseModel, ValidationError

from matcher.core.model import JobDescription, NotAssessable, Outcome, RoleProfile
from matcher.entrypoints.web import strict_json
from matcher.entrypoints.web.admission import Admission, IsMatcher, Upload
from matcher.entrypoints.web.models import (
    MOST_ROLES,
    Attached,
    BatchBody,
    DraftBody,
    JobText,
    MatchBody,
    Pasted,
    TextBody,
)
from matcher.errors import DocumentError, TooLargeError, UnknownRoleError, UnsupportedTypeError, UsageError
from matcher.isolation.matcher import JOB_NAME
from matcher.readers import READERS

Body = TypeVar("Body", bound=BaseModel)
ANY_TYPE = "application/octet-stream"
PASTED = "pasted text"
_JOB = "job_description"
"""The field of a job description."""
MOST_DOCUMENTS = 20
"""Of one request."""
_LONGEST_NAME = 255
"""Letters of a name that are kept; no file system allows more."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: documents, the roles to score (none: all), whether to quote, and a job description besides.

    `what_if`: what would lift each role to its next band, too.
    """

    uploads: tuple[Upload, ...]
    roles: tuple[str, ...] = ()
    with_evidence: bool = True
    job: Upload | None = None
    what_if: bool = False


def admission() -> Admission:
    """The way to the matcher behind the current application."""
    found: Admission = current_app.extensions["admission"]
    return found


def matcher() -> IsMatcher:
    """The matcher behind the current application: its skills, profiles and engine."""
    return admission().matcher


@cache
def raw_types() -> Mapping[str, str]:
    """Media type of a document sent as it is -> the name it gets. From the table of readers."""
    return {ANY_TYPE: "document", **{known.media_type: f"document{known.suffixes[0]}" for known in READERS}}


def outcomes(request: Request) -> list[Outcome]:
    """The outcomes for what was sent, in its order. Raises the `MatcherError` that keeps it from being answered."""
    return answers(question(request))


def answers(asked: Question) -> list[Outcome]:
    """One outcome a document, with the roles that were asked for. Raises `UnknownRoleError`, `BusyError` and others."""
    wanted = _known(asked.roles, matcher().profiles)
    found = [_narrowed(outcome, wanted) for outcome in admission().outcomes(asked.uploads, asked.job)]
    if len(found) > 1 and asked.job:
        _check_description(found[0], asked.job)
    _note(found)
    return [_lifted(outcome) for outcome in found] if asked.what_if else found


def _lifted(outcome: Outcome) -> Outcome:
    from matcher.core.scoring.what_if import with_next_bands  # here, because most requests do without numpy

    if isinstance(outcome, NotAssessable):
        return outcome
    return with_next_bands(outcome, matcher().profiles, matcher().skills)


def question(request: Request) -> Question:
    """What was sent: a form with files or text, JSON, or a document as it is. Raises `UsageError` and others."""
    if request.mimetype in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        return _checked(_from_form(request))
    if request.mimetype == "application/json":
        return _checked(_from_json(request))
    return _checked(_from_bytes(request))


def description(request: Request) -> JobDescription:
    """What was understood of the job description that was sent. Raises the `DocumentError` that kept it from that."""
    if request.mimetype in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        sent = _job_of_form(request)
    elif request.mimetype == "application/json":
        body = _valid(DraftBody, strict_json.loads(request.get_data())).root
        sent = Upload(body.text, JOB_NAME) if isinstance(body, JobText) else _upload(body.document)
    else:
        (sent,) = _from_bytes(request).uploads or (None,)
    if sent is None:
        raise UsageError(
            "request", "holds no job description: send a file or a text `job_description`, JSON, or the file."
        )
    found = admission().description(sent)
    if isinstance(found, NotAssessable):
        g.code = found.code
        raise _error_of(found)
    return found


def only_one(asked: Question) -> Question:
    """The question, which must be about one document. Raises `UsageError`."""
    if len(asked.uploads) > 1:
        raise UsageError("request", "holds several documents; send them to /match/batch.")
    return asked


def label(name: str) -> str:
    """A file name as a label: its last part, never a path."""
    return name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1][-_LONGEST_NAME:] or "document"


def _from_form(request: Request) -> Question:
    files = [(sent.stream.read(), sent.filename or "") for sent in request.files.getlist("resume")]
    uploads = [Upload(data, label(name)) for data, name in files if data or name]  # browsers send empty fields, too
    uploads += [Upload(text, PASTED) for text in request.form.getlist("text") if text.strip()]
    with_evidence = _is_wanted(request.form.getlist("evidence"))
    roles = tuple(request.form.getlist("role"))
    what_if = _is_asked(request.form.getlist("what_if"))
    return _with_query(request, Question(tuple(uploads), roles, with_evidence, _job_of_form(request), what_if))


def _job_of_form(request: Request) -> Upload | None:
    """The job description of a form: a file, or else a text that is not empty. Raises `UsageError` if there are two."""
    files = [(sent.stream.read(), sent.filename or "") for sent in request.files.getlist(_JOB)]
    found = [Upload(data, label(name)) for data, name in files if data or name]
    found += [Upload(text, JOB_NAME) for text in request.form.getlist(_JOB) if text.strip()]
    if len(found) > 1:
        raise UsageError(_JOB, "there are several; send one, as a file or as text.")
    return found[0] if found else None


def _from_json(request: Request) -> Question:
    sent = strict_json.loads(request.get_data())
    if isinstance(sent, dict) and "documents" in sent:
        batch = _valid(BatchBody, sent)
        uploads: Iterable[Upload] = (_upload(document) for document in batch.documents)
        job = _job(batch.job_description)
        asked = Question(tuple(uploads), tuple(batch.role), batch.evidence, job, batch.what_if)
        return _with_query(request, asked)
    body = _valid(MatchBody, sent).root
    upload = Upload(body.text, "text") if isinstance(body, TextBody) else _upload(body.document)
    job = _job(body.job_description)
    return _with_query(request, Question((upload,), tuple(body.role), body.evidence, job, body.what_if))


def _job(part: JobText | Attached | None) -> Upload | None:
    if isinstance(part, JobText):
        return Upload(part.text, JOB_NAME) if part.text.strip() else None
    return _upload(part) if part else None


def _from_bytes(request: Request) -> Question:
    if request.mimetype not in raw_types():
        if not request.content_length:
            return Question(())
        raise UnsupportedTypeError(
            "request",
            f"the media type {request.mimetype or '(none)'} is not read; these are: {', '.join(raw_types())}.",
        )
    return _with_query(request, Question((Upload(request.get_data(), raw_types()[request.mimetype]),)))


def _with_query(request: Request, asked: Question) -> Question:
    roles = (*request.args.getlist("role"), *asked.roles)
    with_evidence = _is_wanted(request.args.getlist("evidence")) and asked.with_evidence
    what_if = _is_asked(request.args.getlist("what_if")) or asked.what_if
    return replace(asked, roles=roles, with_evidence=with_evidence, what_if=what_if)


def _upload(document: Attached | Pasted) -> Upload:
    if isinstance(document, Pasted):
        return Upload(document.text, label(document.name))
    return Upload(base64.b64decode(document.content_base64, validate=True), label(document.name))


def _checked(asked: Question) -> Question:
    if not asked.uploads:
        raise UsageError(
            "request", 'holds no resume: send a file `resume`, a `text`, JSON {"text": …} or the document itself.'
        )
    if len(asked.roles) > MOST_ROLES:
        raise UsageError("role", f"more than {MOST_ROLES} are asked for.")
    if len(asked.uploads) > MOST_DOCUMENTS:
        raise TooLargeError(
            "request", f"{len(asked.uploads)} documents are more than the {MOST_DOCUMENTS} of one request."
        )
    return asked


def _valid(kind: type[Body], sent: Any) -> Body:
    try:
        return kind.model_validate(sent)
    except ValidationError as error:
        raise UsageError("JSON", said_of(error)) from None


def said_of(error: ValidationError) -> str:
    """The first thing that is wrong: where, and what; never the value, which may be a resume."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place or 'the body'}: {first['msg']}."


def _is_wanted(evidence: list[str]) -> bool:
    """What was said last wins nothing: one false is enough. Raises `UsageError` for another word."""
    return "false" not in _booleans("evidence", evidence)


def _is_asked(what_if: list[str]) -> bool:
    """One true is enough. Raises `UsageError` for another word."""
    return "true" in _booleans("what_if", what_if)


def _booleans(name: str, said: list[str]) -> list[str]:
    if not set(said) <= {"true", "false"}:
        raise UsageError(name, "it must be true or false.")
    return said


def _note(found: list[Outcome]) -> None:
    """For the log and the counters: what became of the documents."""
    if len(found) == 1 and isinstance(found[0], NotAssessable):
        g.code = found[0].code
    if "metrics" in current_app.extensions:
        current_app.extensions["metrics"].note(found)


def _check_description(outcome: Outcome, job: Upload) -> None:
    """Raises if it was the description of all documents that could not be used: none of them is to blame."""
    if isinstance(outcome, NotAssessable) and outcome.sha256 == job.sha256 and outcome.name == job.name:
        raise _error_of(outcome)


def _error_of(outcome: NotAssessable) -> DocumentError:
    kinds = {kind.code: kind for kind in DocumentError.__subclasses__()}
    return kinds[outcome.code](outcome.name, outcome.detail)


def _known(roles: Iterable[str], profiles: tuple[RoleProfile, ...]) -> frozenset[str]:
    UnknownRoleError.check(roles, {profile.id for profile in profiles})
    return frozenset(roles)


def _narrowed(outcome: Outcome, roles: frozenset[str]) -> Outcome:
    """The outcome as a matcher of these roles alone would give it."""
    if isinstance(outcome, NotAssessable) or not roles:
        return outcome
    return replace(outcome, role_scores=tuple(role for role in outcome.role_scores if role.role_id in roles))
