"""All figures of a system: every measure on the development half, the final half and both together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from evaluation import mention_figures, rendering_figures, role_figures, spelling_figures
from evaluation.corpus import Half, LabelledDocument
from evaluation.intervals import Estimate
from evaluation.measures import Measure
from evaluation.systems import Answer, System

PARTS = (Half.DEVELOPMENT.value, Half.FINAL.value, "together")

Figures: TypeAlias = Mapping[str, Mapping[str, Estimate]]
"""Measure id -> part -> estimate."""

_MENTIONS = {measure.id: measure for measure in mention_figures.MEASURES}
MEASURES: tuple[Measure, ...] = (
    _MENTIONS["named_precision"],
    _MENTIONS["named_precision_lenient"],
    _MENTIONS["named_recall"],
    mention_figures.F1,
    *(m for m in mention_figures.MEASURES if m.group != mention_figures.F1.group),
    *role_figures.MEASURES,
    *spelling_figures.MEASURES,
    *rendering_figures.MEASURES,
)
"""In the order of the table."""


def measure(system: System, documents: Sequence[LabelledDocument], measures: Iterable[Measure] = MEASURES) -> Figures:
    """The figures of `system`; measures without halves have the part "together" only."""
    parts = _parts(system.answers(documents))
    return {
        m.id: {part: m.take(system, parts[part]) for part in (PARTS if m.has_halves else PARTS[-1:])} for m in measures
    }


def _parts(answers: Sequence[Answer]) -> dict[str, Sequence[Answer]]:
    halves = {half.value: [a for a in answers if a.document.half is half] for half in Half}
    return {**halves, PARTS[-1]: answers}
