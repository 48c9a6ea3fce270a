"""The pages for people: the form, the answer, the comparison, the roles."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, abort, request

from matcher.core.model import MatchReport, NotAssessable, Outcome
from matcher.entrypoints.web import answering, assets, downloads, refusals
from matcher.entrypoints.web.problems import status_of
from matcher.entrypoints.web.site import Served, Site, page
from matcher.writers.comparison import Comparison
from matcher.writers.page import PageView

pages = Blueprint("pages", __name__)


@pages.get("/")
def form() -> str:
    """The form."""
    return page("form.html", "form", profiles=Site.current().profiles)


@pages.post("/")
def answer() -> tuple[str, int]:
    """The answer for one document, the comparison of several, or what to do instead. Raises as `answering` does."""
    if not _holds_something():
        return refusals.of_nothing(), 400
    asked = answering.question(request)
    outcomes = answering.answers(replace(asked, what_if=True))
    if len(outcomes) > 1:
        return _compared(outcomes, asked.with_evidence), 200
    return _answered(outcomes[0], asked.with_evidence), status_of(outcomes[0])


@pages.get("/r")
def roles() -> str:
    """All roles."""
    site = Site.current()
    return page("roles.html", "roles", profiles=site.profiles, sizes=site.sizes)


@pages.get("/r/<role_id>")
def role(role_id: str) -> str:
    """What one role asks for. Aborts with 404."""
    site = Site.current()
    profile = next((p for p in site.profiles if p.id == role_id), None) or abort(404)
    return page(
        "role.html",
        "roles",
        profile=profile,
        profiles=site.profiles,
        sizes=site.sizes,
        skills=answering.matcher().skills,
        heaviest=max(area.weight for area in profile.areas),
    )


@pages.get("/how")
def how() -> str:
    """How a score is made."""
    return page("how.html", "how", profiles=Site.current().profiles, tie=MatchReport.TIE)


@pages.get("/static/<name>")
def static_file(name: str) -> Response:
    """The style sheet, the script, the icon. Aborts with 404."""
    return assets.answer(name, len(Site.current().profiles))


def error_page(status: int, title: str, detail: str, way_out: str = "") -> Response:
    """What went wrong and what to do now, as a page; with the form again where the form was sent."""
    return Response(refusals.of_request(status, title, detail, way_out), status, mimetype="text/html")


def _holds_something() -> bool:
    """Whether the form has a file or a text; a browser sends an empty file where none was chosen."""
    files = any(upload.filename for upload in request.files.getlist("resume"))
    return files or any(text.strip() for text in request.form.getlist("text"))


def _answered(outcome: Outcome, with_evidence: bool) -> str:
    if isinstance(outcome, NotAssessable):
        return refusals.of_document(outcome)
    skills = answering.matcher().skills
    served = Served(Site.current(), downloads.of_one(outcome, skills, with_evidence))
    view = PageView(outcome, skills, with_evidence)
    return page("answered.html", outcome=outcome, page=view, served=served)


def _compared(outcomes: list[Outcome], with_evidence: bool) -> str:
    matcher = answering.matcher()
    compared = Comparison(outcomes, matcher.profiles, matcher.skills, with_evidence)
    files = downloads.of_many(outcomes, matcher.skills, with_evidence)
    return page("compare.html", compared=compared, downloads=files)
