"""A distribution as columns of a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

WIDTH, HEIGHT = 18, 64
"""Of the highest column, in units of the drawing."""
PITCH, LEFT, FOOT = 20, 5, 80
"""From column to column, what is left of the first, and the line they stand on."""
LEAST = 1.5
"""Height of a column that stands for one document among many thousands: it must be seen."""


@dataclass(frozen=True, slots=True)
class Column:
    """Documents with `start` to below `start + 10` points; places in units of the drawing."""

    start: int
    count: int
    x: int
    y: float
    height: float

    @property
    def short(self) -> str:
        """The count in at most three digits and a letter, so that neighbours do not touch."""
        thousands = self.count // 1000
        return f"{self.count}" if not thousands else f"{thousands}k" if thousands < 1000 else f"{thousands // 1000}M"


def columns(tens: Sequence[int], peak: int) -> list[Column]:
    """A column for each count; one of `peak` has the full height.

    Heights grow with the square root: most documents of most runs show next to nothing of a role, and the few that
    show much are those one looks for.
    """
    found = []
    for number, count in enumerate(tens):
        height = round(max(LEAST, HEIGHT * sqrt(count / peak)), 1) if count else 0.0
        found.append(Column(10 * number, count, LEFT + PITCH * number, round(FOOT - height, 1), height))
    return found
