"""The labelled documents are what the brief asks for."""

from __future__ import annotations

import pytest

from evaluation.corpus import Half, LabelledDocument, half_of, load
from evaluation.systems import BANDS
from matcher import Matcher
from matcher.core.model import EvidenceKind

DOCUMENTS = load()


def test_there_are_at_least_80_resumes_and_30_descriptions_with_own_ids() -> None:
    assert sum(not d.is_description for d in DOCUMENTS) >= 80
    assert sum(d.is_description for d in DOCUMENTS) >= 30
    assert len({d.id for d in DOCUMENTS}) == len(DOCUMENTS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.id)
def test_labels_use_known_words(document: LabelledDocument, matcher: Matcher) -> None:
    assert document.role in {profile.id for profile in matcher.profiles} | {"none"}
    assert document.band in BANDS
    assert {label.skill_id for label in document.labels} <= matcher.skills.keys()
    assert {label.kind for label in document.labels} <= {kind.value for kind in EvidenceKind}


def test_both_halves_hold_people_of_every_role() -> None:
    for half in Half:
        assert len({d.role for d in DOCUMENTS if d.belongs and d.half is half}) == 5


def test_the_half_depends_on_the_id_alone() -> None:
    assert half_of("cdo-nhs-leeds") is half_of("cdo-nhs-leeds")
    assert {half_of(d.id) for d in DOCUMENTS} == set(Half)


def test_at_least_half_of_the_evidence_in_work_is_described() -> None:
    labels = [x for d in DOCUMENTS if d.belongs for x in d.labels if x.kind in ("outcome", "used")]
    assert sum(not label.is_named for label in labels) >= len(labels) / 2
