from __future__ import annotations

from benchmarks import samples
from matcher import Matcher
from tests.builders import report


def test_both_samples_have_6_to_7_kilobytes(matcher: Matcher) -> None:
    for text in (samples.resume(), samples.without_skills(matcher)):
        assert samples.LEAST <= len(text.encode()) <= samples.MOST


def test_the_resume_keeps_every_stage_busy(matcher: Matcher) -> None:
    mentions = report(matcher.match_text(samples.resume())).mentions
    assert len({mention.kind for mention in mentions}) >= 6
    assert {mention.how.value for mention in mentions} == {"exact", "variant", "likely"}


def test_the_other_sample_shows_no_skill_and_is_assessed(matcher: Matcher) -> None:
    answer = report(matcher.match_text(samples.without_skills(matcher)))
    assert answer.mentions == ()
    assert answer.document.warnings == ()


def test_no_line_stands_in_two_of_the_different_texts() -> None:
    texts = samples.different()
    assert len(texts) >= 25
    assert all(samples.LEAST <= len(text.encode()) <= samples.MOST for text in texts)
    lines = [set(filter(lambda line: len(line) > 60, text.splitlines())) for text in texts]
    assert sum(map(len, lines)) == len(set.union(*lines))
