"""Word sequences that tell of a skill without being a name of it."""

from __future__ import annotations

import dataclasses

import pytest

from matcher.core.finder import Finder
from matcher.core.model import EvidenceKind, How, SkillMention
from matcher.core.taxonomy import build
from matcher.errors import ReferenceDataError
from matcher.reference_data import load
from tests.builders import resume

WORDING = "golden mumble of parties"


@pytest.fixture(scope="module")
def finder() -> Finder:
    """The matcher's own, with one wording more."""
    data = load()
    mdm = dataclasses.replace(data.skills["mdm"], wordings=(WORDING,))
    return Finder({**data.skills, "mdm": mdm}, data.ordinary_words, data.weights)


def mentions(finder: Finder, text: str) -> list[SkillMention]:
    found = finder.find(finder.tokenise(text)).mentions
    return [m for m in found if m.skill_id == "mdm"]


def test_a_wording_is_a_likely_mention_with_all_its_words_speaking(finder: Finder) -> None:
    (found,) = mentions(finder, resume([f"Built the {WORDING} for the plant."], skills="Jira"))
    assert (found.how, found.surface_form) == (How.LIKELY, WORDING)
    assert found.speaking == tuple(WORDING.split())
    assert found.kind is EvidenceKind.USED


def test_a_wording_says_nothing_more_where_the_skill_is_named(finder: Finder) -> None:
    line = f"Built master data management, the {WORDING}, then the {WORDING} again."
    assert {m.how for m in mentions(finder, resume([line], skills="Jira"))} == {How.EXACT}


def test_a_wording_counts_once_a_sentence(finder: Finder) -> None:
    assert len(mentions(finder, resume([f"Built the {WORDING} and the {WORDING}."], skills="Jira"))) == 1


def test_a_wording_hides_no_name(finder: Finder) -> None:
    text = resume(["Built the golden mumble of parties quality assurance in Splunk."], skills="Jira")
    found = {m.skill_id: m.how for m in finder.find(finder.tokenise(text)).mentions}
    assert (found["splunk"], found["mdm"]) == (How.EXACT, How.LIKELY)


def test_a_wording_is_never_a_certificate(finder: Finder) -> None:
    assert not mentions(finder, resume(["Ran the plant."], extra=f"\nCertifications\n{WORDING}, certified 2021\n"))


def test_negated_wordings_count_for_nothing(finder: Finder) -> None:
    (found,) = mentions(finder, resume([f"No experience with {WORDING}."], skills="Jira"))
    assert found.kind is EvidenceKind.NEGATED


def test_two_skills_cannot_share_a_wording() -> None:
    data = load()
    skills = [dataclasses.replace(data.skills[skill_id], wordings=(WORDING,)) for skill_id in ("mdm", "bi")]
    with pytest.raises(ReferenceDataError, match="stands for 'mdm' already"):
        build(skills, data.ordinary_words)
