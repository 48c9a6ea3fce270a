"""Intervals, judgements and single measures on cases small enough to check by hand."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation import errors
from evaluation.corpus import Half, Label, LabelledDocument, half_of, load
from evaluation.intervals import bootstrapped, share
from evaluation.judging import judge
from evaluation.role_figures import quadratic_kappa, threshold
from evaluation.spelling_figures import misspelt, words_sampled
from evaluation.systems import engine
from matcher import Matcher
from tests.builders import resume


@pytest.mark.parametrize(
    ("right", "n", "low", "high"), [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (8, 10, 0.4902, 0.9433)]
)
def test_shares_have_wilson_intervals(right: int, n: int, low: float, high: float) -> None:
    estimate = share(right, n)
    assert (estimate.low, estimate.high) == pytest.approx((low, high), abs=1e-4)


def test_the_share_of_nothing_is_anything() -> None:
    assert share(0, 0).width == 1.0


def test_the_bootstrap_gives_the_same_interval_every_time() -> None:
    rows = [(i % 3, 3) for i in range(20)]
    first, second = (bootstrapped(rows, lambda s: s[..., 0] / s[..., 1]) for _ in range(2))
    assert first == second
    assert first.low is not None
    assert first.high is not None
    assert first.low < first.value < first.high


def test_kappa_is_one_for_agreement_and_less_for_farther_bands() -> None:
    agreed, near, far = np.diag([3.0, 3.0, 3.0]), np.diag([3.0, 3.0, 2.0]), np.diag([3.0, 3.0, 2.0])
    near[2, 1] = far[2, 0] = 1.0
    values = [float(quadratic_kappa(t.ravel())) for t in (agreed, near, far)]
    assert values[0] == 1.0
    assert values[0] > values[1] > values[2]


def test_the_line_lets_one_of_a_hundred_pass() -> None:
    assert threshold([1.0, 2.0, 3.0]) == 3.0
    assert threshold([float(i) for i in range(100)]) == 98.0


def test_slips_change_one_long_word_and_are_no_words() -> None:
    assert misspelt("data governance", frozenset()) not in (None, "data governance")
    wrong = misspelt("threat hunting", frozenset())
    assert wrong is not None
    assert misspelt("threat hunting", frozenset(wrong.split())) != wrong
    assert len(words_sampled()) == 5000


def labelled(text: str, quote: str, skill_id: str, kind: str = "used") -> LabelledDocument:
    start = text.index(quote)
    label = Label(skill_id, start, start + len(quote), kind, is_named=True)
    return LabelledDocument("made-up", text, False, "true", "ai_cybersecurity_manager", "strong", "", (label,))


def test_a_mention_is_right_if_a_label_of_its_skill_is_in_its_sentence(matcher: Matcher) -> None:
    document = labelled(resume(), "time to respond from 9 hours to 40 minutes with Splunk", "splunk", "outcome")
    judgement = judge(engine(matcher).answers([document])[0])
    right = [m for m in judgement.mentions if m.is_right]
    assert {m.mention.skill_id for m in right} == {"splunk"}
    assert right[0].is_kind_right()
    assert judgement.labels[0].named
    assert not [m for m in judgement.mentions if m.is_labelled and not m.is_right]


def test_outcome_and_use_differ_unless_merged(matcher: Matcher) -> None:
    judgement = judge(engine(matcher).answers([labelled(resume(), "minutes with Splunk", "splunk", "used")])[0])
    mention = next(m for m in judgement.mentions if m.is_right)
    assert not mention.is_kind_right()
    assert mention.is_kind_right(merged=True)


def test_the_error_list_names_no_document_of_the_final_half(matcher: Matcher) -> None:
    text = "\n".join(errors.errors(engine(matcher), load()))
    assert "WRONG DOCUMENTS" in text
    assert not [d.id for d in load() if d.half is Half.FINAL and d.id in text]
    assert half_of("made-up") in Half
