from __future__ import annotations

from pathlib import Path

import pytest

import matcher as package
from matcher import Matcher, MatchReport
from matcher.core.model import Band
from matcher.isolation import IsolatedMatcher
from matcher.writers import WRITERS
from tests.builders import report, resume, scores

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
RIGHT = {
    "amara-cdo.txt": "chief_data_officer",
    "priya-strategist.pdf": "ai_transformation_strategist",
    "kofi-strategist.txt": "ai_transformation_strategist",
    "ines-ethics.pdf": "ethical_ai_compliance_officer",
    "renee-ethics.docx": "ethical_ai_compliance_officer",
    "jonas-security.pdf": "ai_cybersecurity_manager",
    "tom-learning.pdf": "it_learning_development_specialist",
    "wei-learning.md": "it_learning_development_specialist",
}


@pytest.mark.parametrize(("name", "role_id"), RIGHT.items())
def test_each_example_is_strong_for_its_role(matcher: Matcher, name: str, role_id: str) -> None:
    best = report(matcher.match_file(EXAMPLES / name)).role_scores[0]
    assert (best.role_id, best.band) == (role_id, Band.STRONG)


def test_the_chef_belongs_to_none(matcher: Matcher) -> None:
    assert max(scores(matcher.match_file(EXAMPLES / "marco-chef.md")).values()) < 5


def test_the_same_resume_scores_alike_as_text_word_and_pdf(matcher: Matcher) -> None:
    answers = [scores(matcher.match_file(EXAMPLES / f"amara-cdo.{kind}")) for kind in ("txt", "docx", "pdf")]
    for role_id, value in answers[0].items():
        assert all(abs(other[role_id] - value) <= 2 for other in answers[1:])


def test_nothing_of_the_text_stands_in_any_repr(matcher: Matcher) -> None:
    answer = matcher.match_text(resume(["Raised canary data quality with Splunk and GDPR for zanzibarcanary."]))
    assert "canary" not in repr(answer)


def test_a_hundred_runs_give_one_answer(matcher: Matcher) -> None:
    write = WRITERS["json"].write
    assert len({write(matcher.match_text(resume()), matcher.skills) for _ in range(100)}) == 1


def test_the_public_door_is_documented_and_typed() -> None:
    assert set(package.__all__) == {
        "IsolatedMatcher",
        "Limits",
        "MatchReport",
        "Matcher",
        "NotAssessable",
        "Outcome",
        "__version__",
    }
    assert package.MatchReport is MatchReport
    assert package.IsolatedMatcher is IsolatedMatcher
    assert (Path(package.__file__).parent / "py.typed").exists()
    with pytest.raises(AttributeError):
        _ = package.Nothing
