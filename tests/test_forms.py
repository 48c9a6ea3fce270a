"""The same career scores alike in whatever form it is told, and its parts are found."""

from __future__ import annotations

import pytest

from matcher import Matcher
from matcher.core import resume_parts
from matcher.core.model import RoleScore
from matcher.core.resume_parts import ResumeParts
from tests.builders import report
from tests.forms import CAREERS, FORMS, Career, chronological

MOST_APART = 0.5
"""Points that forms may lie apart: skills that LinkedIn's export leaves out are claims of some tenths."""
LOOSE = {"table": 5.0, "prose": 4.0, "semicolons": 5.0, "star": 3.0}
"""Forms that tell much in one sentence, so that a title counts as work and a figure belongs to all of it, or put a word
("Action: …") into each, so that a faint description is lost."""
PLAIN = ("chronological", "linkedin", "german", "indian", "numbered", "unheaded")
"""Forms whose lines tell title, employer and dates apart."""

by_form = pytest.mark.parametrize("form", FORMS)
by_career = pytest.mark.parametrize("career", CAREERS, ids=lambda career: career.headline)


def best(matcher: Matcher, text: str) -> RoleScore:
    return report(matcher.match_text(text)).role_scores[0]


def parts(matcher: Matcher, text: str) -> ResumeParts:
    tokens = matcher.finder.tokenise(text)
    mentions = matcher.finder.find(tokens).mentions
    return resume_parts.parts_of(tokens, mentions, matcher.skills, matcher.finder.ordinary)


@by_career
@by_form
def test_a_career_scores_alike_in_every_form(matcher: Matcher, form: str, career: Career) -> None:
    usual, told = best(matcher, chronological(career)), best(matcher, FORMS[form](career))
    assert (told.role_id, told.band) == (usual.role_id, usual.band)
    assert told.value == pytest.approx(usual.value, abs=LOOSE.get(form, MOST_APART))


@by_career
@pytest.mark.parametrize("form", PLAIN)
def test_jobs_are_told_apart(matcher: Matcher, form: str, career: Career) -> None:
    found = parts(matcher, FORMS[form](career)).work
    assert [(job.position, (job.name or "").partition(",")[0]) for job in found] == [
        (job.title, job.employer) for job in career.jobs
    ]
    for job, real in zip(found, career.jobs, strict=True):
        assert job.dates.start is not None
        assert job.dates.start.iso[:4] == real.start[-4:]
        assert (job.dates.end.iso[:4] if job.dates.end else "") == real.end[-4:]
        assert set(real.deeds) <= set(job.highlights)


@by_career
@pytest.mark.parametrize("form", sorted(set(FORMS) - {"prose", "decorated"}))
def test_the_person_is_found(matcher: Matcher, form: str, career: Career) -> None:
    person = parts(matcher, FORMS[form](career)).person
    assert ((person.name or "").lower(), (person.email or "").lower()) == (career.name.lower(), career.email)
