"""The same vacancy asks for the same in whatever form it is told."""

from __future__ import annotations

import re

import pytest

from matcher.core.model import Tier
from matcher.core.model.job_descriptions import JobDescription
from tests.core.job_description.conftest import ByText
from tests.vacancies import FORMS, VACANCIES, Vacancy

NAMES_THE_CLIENT = {"letter"}
"""Forms that name the employer in the sentence that says who is looked for."""

by_form = pytest.mark.parametrize("form", FORMS)
by_vacancy = pytest.mark.parametrize("vacancy", VACANCIES, ids=lambda vacancy: vacancy.title)


def found(described: JobDescription, text: str, thing: str) -> set[Tier]:
    """The tiers of what stands on these words, wherever they stand."""
    places = [place.span() for place in re.finditer(re.escape(thing), text, re.IGNORECASE)]
    return {
        wanted.tier
        for wanted in described.requirements
        for start, end in places
        if wanted.span.start < end and start < wanted.span.end
    }


@by_vacancy
@by_form
def test_a_vacancy_asks_for_the_same_in_every_form(describing: ByText, form: str, vacancy: Vacancy) -> None:
    text = FORMS[form](vacancy)
    described = describing.describe(text)
    assert [thing for thing in vacancy.asked if not found(described, text, thing)] == []
    nice = [thing for things in vacancy.nices.values() for thing in things]
    assert {tier for thing in nice for tier in found(described, text, thing)} == {Tier.OPTIONAL}


@by_vacancy
@pytest.mark.parametrize("form", sorted(set(FORMS) - NAMES_THE_CLIENT))
def test_company_benefits_and_law_ask_for_nothing(describing: ByText, form: str, vacancy: Vacancy) -> None:
    text = FORMS[form](vacancy)
    flat = " ".join(text.split())
    quoted = {" ".join(text[w.quote.start : w.quote.end].split()) for w in describing.describe(text).requirements}
    clutter = [line.rstrip(".") for line in vacancy.clutter]
    assert all(line in flat for line in clutter)
    assert [line for line in clutter if any(line in quote or quote in line for quote in quoted)] == []
