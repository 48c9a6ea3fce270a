"""The approved copy of the figures, and which figures have become worse than it beyond noise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from evaluation import corpus
from evaluation.figures import MEASURES, Figures
from evaluation.intervals import Estimate
from evaluation.measures import Measure
from evaluation.table import text_of
from matcher.core.scoring import SCORING_VERSION

FILE = corpus.HERE / "approved.json"


def approve(figures: Figures) -> None:
    """Write the figures down as the ones to hold."""
    FILE.write_text(json.dumps(as_json(figures), indent=1, ensure_ascii=False) + "\n", "utf-8")


def as_json(figures: Figures) -> dict[str, Any]:
    """The figures with what they were measured on."""
    return {
        "corpus_sha256": corpus.fingerprint(),
        "scoring_version": SCORING_VERSION,
        "figures": {i: {part: e.as_dict() for part, e in parts.items()} for i, parts in figures.items()},
    }


def read() -> dict[str, Any]:
    """What was approved."""
    data: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return data


def worse(figures: Figures, approved: dict[str, Any]) -> Iterator[str]:
    """A sentence for each figure that is worse than the approved one by more than its slack."""
    for measure in MEASURES:
        for part, was in approved["figures"].get(measure.id, {}).items():
            yield from _compared(measure, part, figures[measure.id][part], Estimate(**was))


def _compared(measure: Measure, part: str, now: Estimate, was: Estimate) -> Iterator[str]:
    loss = now.value - was.value if measure.fewer else was.value - now.value
    if loss > measure.slack(was) + 1e-9:
        values = f"{text_of(measure, now.value)}, approved are {text_of(measure, was.value)}"
        yield f"{measure.group}, {measure.title} ({part}): {values}"
