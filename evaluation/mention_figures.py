"""How well mentions are found, and told apart by what they are worth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from evaluation.intervals import Array, Estimate, bootstrapped, share_of
from evaluation.judging import JudgedLabel, JudgedMention, Judgement, judge
from evaluation.measures import Measure, Unit
from evaluation.systems import Answer, System

Judged = Iterable[Judgement]
Verdicts = Callable[[Judged], list[bool]]


def _taken(verdicts: Verdicts, in_descriptions: bool) -> Callable[[System, Sequence[Answer]], Estimate]:
    def take(system: System, answers: Sequence[Answer]) -> Estimate:
        del system
        return share_of(verdicts(judge(a) for a in answers if a.document.is_description is in_descriptions))

    return take


def _mentions(judgements: Judged, likely: bool) -> list[JudgedMention]:
    return [m for judgement in judgements for m in judgement.mentions if m.is_likely is likely]


def _labels(judgements: Judged, named: bool) -> list[JudgedLabel]:
    return [x for judgement in judgements for x in judgement.labels if x.label.is_named is named]


def named_f1(_: System, answers: Sequence[Answer]) -> Estimate:
    """The harmonic mean of precision and recall of named mentions."""
    judgements = [judge(a) for a in answers if not a.document.is_description]
    return bootstrapped([_counts(j) for j in judgements], _f1, sum(row[1] + row[3] for row in map(_counts, judgements)))


def _counts(judgement: Judgement) -> tuple[int, int, int, int]:
    mentions, labels = _mentions([judgement], likely=False), _labels([judgement], named=True)
    return sum(m.is_right for m in mentions), len(mentions), sum(x.named for x in labels), len(labels)


def _f1(sums: Array) -> Array:
    precision = sums[..., 0] / np.maximum(1, sums[..., 1])
    recall = sums[..., 2] / np.maximum(1, sums[..., 3])
    return 2 * precision * recall / np.maximum(1e-9, precision + recall)


def _kinds(judgements: Judged, merged: bool) -> list[bool]:
    return [m.is_kind_right(merged) for j in judgements for m in j.mentions if m.is_right]


_NAMED, _DESCRIBED, _KINDS, _TEXTS = "Named skills", "Described skills", "What a mention is worth", "Role descriptions"

MEASURES = tuple(
    Measure(id_, title, group, _taken(verdicts, in_descriptions), Unit.MENTIONS, target)
    for id_, title, group, in_descriptions, target, verdicts in (
        ("named_precision", "precision", _NAMED, False, None, lambda js: [m.is_right for m in _mentions(js, False)]),
        (
            "named_precision_lenient",
            "precision, label anywhere in the document",
            _NAMED,
            False,
            None,
            lambda js: [m.is_labelled for m in _mentions(js, False)],
        ),
        ("named_recall", "recall", _NAMED, False, None, lambda js: [x.named for x in _labels(js, True)]),
        ("described_recall", "recall", _DESCRIBED, False, 0.50, lambda js: [x.any for x in _labels(js, False)]),
        (
            "likely_precision",
            "precision",
            _DESCRIBED,
            False,
            0.80,
            lambda js: [m.is_right for m in _mentions(js, True)],
        ),
        (
            "likely_precision_lenient",
            "precision, label anywhere in the document",
            _DESCRIBED,
            False,
            None,
            lambda js: [m.is_labelled for m in _mentions(js, True)],
        ),
        ("kind", "evidence kind right", _KINDS, False, None, lambda js: _kinds(js, merged=False)),
        ("kind_merged", "the same, outcome = used", _KINDS, False, None, lambda js: _kinds(js, merged=True)),
        (
            "text_named_recall",
            "named skills, recall",
            _TEXTS,
            True,
            None,
            lambda js: [x.named for x in _labels(js, True)],
        ),
        (
            "text_described_recall",
            "described skills, recall",
            _TEXTS,
            True,
            None,
            lambda js: [x.any for x in _labels(js, False)],
        ),
        (
            "text_likely_lenient",
            "described skills, precision, label anywhere",
            _TEXTS,
            True,
            None,
            lambda js: [m.is_labelled for m in _mentions(js, True)],
        ),
    )
)
F1 = Measure("named_f1", "F1", _NAMED, named_f1, Unit.MENTIONS, 0.95, is_share=False)
