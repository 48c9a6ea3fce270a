"""What a measure is, and how it is printed and compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evaluation.intervals import Estimate
from evaluation.systems import Answer, System


class Unit(StrEnum):
    """What a figure counts."""

    DOCUMENTS = "documents"
    MENTIONS = "mentions"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Measure:
    """`take` measures a system on its answers for some documents.

    `target`: the value that issue 3 asks of the final half. `fewer`: the lower, the better. `has_halves`: False for
    measures that do not look at the labelled documents. `for_all`: baselines without mentions have it too.
    """

    id: str
    title: str
    group: str
    take: Callable[[System, Sequence[Answer]], Estimate]
    unit: Unit = Unit.DOCUMENTS
    target: float | None = None
    fewer: bool = False
    has_halves: bool = True
    for_all: bool = False
    is_share: bool = True

    def is_met(self, estimate: Estimate) -> bool:
        """True if the value is as good as the target; True without one."""
        if self.target is None:
            return True
        return estimate.value <= self.target if self.fewer else estimate.value >= self.target

    def slack(self, approved: Estimate) -> float:
        """How much worse than approved a figure may get before the test fails (reasons: docs/evaluation.md)."""
        if self.unit is Unit.POINTS:
            return 0.5
        if self.unit is Unit.DOCUMENTS and self.is_share:
            return (1 if self.fewer else 2) / max(1, approved.n)
        return approved.width / 4
