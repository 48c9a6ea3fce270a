from __future__ import annotations

import pytest

from benchmarks import doubling, samples
from benchmarks.doubling import SUFFIX, doubled
from benchmarks.peers import labels_of
from matcher import Matcher
from matcher.core.model import Skill
from tests.builders import report


@pytest.fixture(scope="module")
def larger() -> Matcher:
    return doubling.matcher()


def test_every_skill_gets_a_twin_with_as_many_labels_of_as_many_words(matcher: Matcher, larger: Matcher) -> None:
    assert len(larger.skills) == 2 * len(matcher.skills)
    for skill in matcher.skills.values():
        own, invented = labels_of(skill), labels_of(larger.skills[skill.id + SUFFIX])
        assert [len(label.split()) for label in own] == [len(label.split()) for label in invented]


def test_no_invented_label_is_anybody_elses(larger: Matcher) -> None:
    twins = [skill for skill in larger.skills.values() if skill.id.endswith(SUFFIX)]
    others = [skill for skill in larger.skills.values() if not skill.id.endswith(SUFFIX)]
    labels = {label.lower() for skill in twins for label in labels_of(skill)}
    known = {label.lower() for skill in others for label in labels_of(skill)}
    assert known.isdisjoint(labels)


def test_the_same_skills_give_the_same_twins() -> None:
    skills = {"soc": Skill("soc", "Security", "SOC", ("security operations centre", "27001", "R"))}
    assert doubled(skills) == doubled(skills)
    assert labels_of(doubled(skills)["soc_twin"])[1] != "security operations centre"


def test_no_role_scores_otherwise_for_the_twins(matcher: Matcher, larger: Matcher) -> None:
    text = samples.resume()
    assert report(larger.match_text(text)).role_scores == report(matcher.match_text(text)).role_scores
