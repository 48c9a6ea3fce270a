"""Pages that say why there is no answer and what to do now, with the form to try again."""

from __future__ import annotations

from collections.abc import Mapping

from flask import request
from werkzeug.datastructures import MultiDict

from matcher.core.model import NotAssessable
from matcher.entrypoints.web.site import Site, page

REASONS: Mapping[str, str] = {
    "document_crashed": "it broke its reader",
    "document_damaged": "it cannot be opened",
    "document_empty": "there is nothing in it",
    "document_encrypted": "it is locked with a password",
    "document_scanned": "it has no text that can be read",
    "document_too_expensive": "it takes more than a resume needs",
    "job_description_empty": "the job description asks for nothing",
    "language_unsupported": "it is not in English",
    "skipped": "it was not opened",
    "text_too_short": "there is too little text",
    "too_large": "the file is too large",
    "unsupported_type": "this kind of file is not read",
}
"""Why a document got no answer, by code, in words for a heading."""
ADVICE: Mapping[int, tuple[str, str]] = {
    400: ("This was not understood", "Start at the form, choose a file or paste the text, and send it again."),
    403: ("This came from somewhere else", "Open the form on this site and send it from there."),
    404: ("There is no such page", "Check the address, or start at the form."),
    405: ("This address does something else", "Start at the form."),
    408: ("It did not arrive in time", "Your connection was slow or broke off. Send it again."),
    411: ("It did not say how long it is", "Send it again with an ordinary browser."),
    413: ("Too large", "Send the resume alone, without scans, portfolio or certificates, or fewer files at once."),
    415: ("This kind of file is not read", "Save the resume as PDF, Word (DOCX) or plain text and send that."),
    422: ("It could not be assessed", "Send the document in another form, or paste its text."),
    429: ("Too many requests", "Wait a minute, then send it again."),
    431: ("The request is too long", "Send it again with an ordinary browser."),
    500: ("Something broke on our side", "It is not your fault. Try again, or send the document in another form."),
    503: ("Busy", "Many documents are being read at this moment. Wait a few seconds, then send it again."),
    504: ("It took too long", "Wait until there is less to do, or save the resume as plain text and send that."),
}
"""By HTTP status, a heading and what a person can do."""


def of_document(outcome: NotAssessable) -> str:
    """The page for a document that could not be assessed."""
    title = f"Not assessable: {REASONS.get(outcome.code, 'it could not be read')}"
    return _refusal(
        title, outcome.detail, outcome.way_out, trouble=f"{outcome.name}: {outcome.detail}", outcome=outcome
    )


def of_nothing() -> str:
    """The page for a form that was sent empty."""
    trouble = "Choose a file, or paste the text of a resume."
    return _refusal("Nothing was sent", "There was no file and no text in the form.", trouble, trouble=trouble)


def of_request(status: int, title: str, detail: str, way_out: str) -> str:
    """The page for a request that could not be taken. `title`, `way_out`: for a status without advice."""
    heading, advice = ADVICE.get(status, (title, way_out))
    return _refusal(heading, detail.removeprefix("request: "), advice)


def _refusal(title: str, detail: str, way_out: str, trouble: str = "", outcome: NotAssessable | None = None) -> str:
    sent = _sent()
    return page(
        "refused.html",
        title=title,
        name=outcome.name if outcome else "",
        detail=detail,
        way_out=way_out,
        trouble=trouble,
        outcome=outcome,
        form=request.method == "POST",
        kept=sent.get("text", "").strip(),
        kept_job=sent.get("job_description", "").strip(),
        with_evidence=sent.get("evidence") != "false",
        chosen=_some(sent.getlist("role")),
    )


def _sent() -> MultiDict[str, str]:
    """The fields of the form, where they could be read; reading them anew might fail anew."""
    read: MultiDict[str, str] = request.__dict__.get("form", MultiDict())
    return read


def _some(roles: list[str]) -> frozenset[str]:
    """The roles that were chosen; nothing where all were."""
    chosen = frozenset(roles)
    return chosen if chosen != {profile.id for profile in Site.current().profiles} else frozenset()
