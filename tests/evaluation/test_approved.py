"""The figures stay as good as the approved ones (evaluation/approved.json)."""

from __future__ import annotations

import pytest

from evaluation import approved, corpus, figures
from evaluation.intervals import Estimate
from evaluation.measures import Measure, Unit
from evaluation.systems import engine
from matcher import Matcher

APPROVE = "Read `python -m evaluation`, write a decision page, then `python -m evaluation --approve`."


def test_the_approved_figures_are_of_these_documents() -> None:
    assert approved.read()["corpus_sha256"] == corpus.fingerprint(), f"Texts or labels were changed. {APPROVE}"


def test_no_figure_is_worse_than_approved_beyond_noise(matcher: Matcher) -> None:
    measured = figures.measure(engine(matcher), corpus.load())
    assert list(measured) == list(approved.read()["figures"]), f"Measures were added or taken away. {APPROVE}"
    worse = list(approved.worse(measured, approved.read()))
    assert not worse, "\n".join([*worse, APPROVE])


def measure(unit: Unit = Unit.DOCUMENTS, fewer: bool = False, is_share: bool = True) -> Measure:
    return Measure("m", "m", "g", lambda system, answers: Estimate(0.0, 0), unit, fewer=fewer, is_share=is_share)


@pytest.mark.parametrize(
    ("what", "estimate", "slack"),
    [
        (measure(), Estimate(0.9, 50, 0.8, 0.96), 2 / 50),
        (measure(fewer=True), Estimate(0.0, 40, 0.0, 0.1), 1 / 40),
        (measure(Unit.MENTIONS), Estimate(0.8, 1000, 0.78, 0.82), 0.01),
        (measure(is_share=False), Estimate(0.7, 90, 0.6, 0.8), 0.05),
        (measure(Unit.POINTS, fewer=True, is_share=False), Estimate(7.0, 50), 0.5),
    ],
)
def test_slack_is_two_documents_or_a_quarter_of_the_interval(what: Measure, estimate: Estimate, slack: float) -> None:
    assert what.slack(estimate) == pytest.approx(slack)


def test_a_worse_figure_is_told_and_a_better_one_is_not() -> None:
    was = Estimate(0.9, 100, 0.82, 0.94).as_dict()
    data = {"figures": {"role_top1": {"together": was}, "foils_strong": {"together": Estimate(0.0, 16).as_dict()}}}
    now = {"role_top1": {"together": Estimate(0.87, 100)}, "foils_strong": {"together": Estimate(1 / 16, 16)}}
    assert list(approved.worse(now, data)) == [
        "Role, resumes, right role first (together): 87.0 %, approved are 90.0 %"
    ]
