"""What the engine is compared with."""

from __future__ import annotations

from collections import Counter

from evaluation import baselines, corpus
from evaluation.systems import engine
from matcher import Matcher
from matcher.core.model import How
from tests.builders import resume

TEXT = resume(
    [*resume().splitlines()[9:11], "Tuned Splunnk searches.", "Kept watch over who signs in and what looks odd."]
)


def hows(matcher: Matcher) -> Counter[How]:
    """The ways in which skills were recognised in all development resumes and one with a slip, and how often."""
    texts = [d.text for d in corpus.load() if d.belongs and d.half is corpus.Half.DEVELOPMENT]
    finder = matcher.finder
    return Counter(m.how for text in [*texts, TEXT] for m in finder.find(finder.tokenise(text)).mentions)


def test_ablations_lack_what_they_say(matcher: Matcher) -> None:
    whole, *ablated = (hows(s.matcher) for s in (engine(matcher), *baselines.ablations(matcher)) if s.matcher)
    without_fuzzy, without_described, without_wordings, without_all = ablated
    assert set(whole) == {How.EXACT, How.VARIANT, How.LIKELY}
    assert set(without_fuzzy) == {How.EXACT, How.LIKELY}
    assert 0 < without_described[How.LIKELY] < whole[How.LIKELY]
    assert 0 < without_wordings[How.LIKELY] < whole[How.LIKELY]
    assert set(without_all) == {How.EXACT}


def test_overlap_is_the_share_of_skills_named(matcher: Matcher) -> None:
    system = baselines.overlap(matcher)
    assert set(system.ask("Nothing of interest here.").scores.values()) == {0.0}
    names = [
        matcher.skills[r.skill_id].preferred_label for area in matcher.profiles[0].areas for r in area.requirements
    ]
    assert system.ask(", ".join(names)).scores[matcher.profiles[0].id] == 100.0


def test_cosine_puts_a_roles_own_text_first(matcher: Matcher) -> None:
    system = baselines.cosine(matcher, corpus.load())
    for profile in matcher.profiles:
        text = " ".join(duty.text for duty in (*profile.responsibilities, *profile.required_skills))
        assert system.ask(text).ranking[0] == profile.id
