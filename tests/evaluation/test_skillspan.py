"""The loader of the SkillSpan format, on sentences made up for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import skillspan
from matcher import Matcher

SAMPLE = Path(__file__).with_name("skillspan_sample.json")


def sample() -> list[skillspan.Advert]:
    return skillspan.load(SAMPLE.read_text("utf-8").splitlines())


def test_sentences_with_one_index_are_one_advert_and_spans_stand_in_its_text() -> None:
    first, second = sample()
    assert first.text.count("\n") == 2
    assert [first.text[s.start : s.end] for s in first.spans["skill"]] == ["lead incident response"]
    assert [first.text[s.start : s.end] for s in first.spans["knowledge"]] == ["Splunk", "basket weaving"]
    assert second.spans == {"skill": (), "knowledge": ()}


def test_tags_may_carry_names_and_begin_with_an_inner_one() -> None:
    line = '{"tokens": ["use", "big", "data", "Kafka"], "tags_skill": ["O", "I-Skill", "I-Skill", "B-Skill"], '
    advert = skillspan.load([line + '"tags_knowledge": ["O", "O", "O", "O"]}'])[0]
    assert [advert.text[s.start : s.end] for s in advert.spans["skill"]] == ["big data", "Kafka"]


def test_a_line_of_another_format_is_named() -> None:
    with pytest.raises(ValueError, match="line 2: 'tags_skill' and 'tokens'"):
        skillspan.load(["", '{"tokens": ["a"], "tags_skill": []}'])


def test_overlap_counts_mentions_and_spans_that_touch(matcher: Matcher) -> None:
    found = {overlap.title: overlap for overlap in skillspan.overlaps(sample(), matcher.finder)}
    both = found["named mentions, knowledge or skill"]
    assert (both.precision.value, both.precision.n) == pytest.approx((2 / 3, 3))
    assert (both.recall.value, both.recall.n) == pytest.approx((2 / 3, 3))


def test_the_command_prints_a_line_for_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert skillspan.main([str(SAMPLE)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("2 adverts")
    assert "named mentions, knowledge" in out
