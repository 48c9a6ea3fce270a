"""Pieces of lines, as columns are made of, and how far apart they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

SAME_EDGE = 2.5
"""Points within which left edges count as aligned."""
FEWEST_LINES = 3
"""Lines that make a column; fewer are a line with something at its right."""
BESIDE_SHARE = 0.9
"""Share of a side's pieces that must stand beside a line for the side to be headings in the margin."""
SPARSE = 1.8
"""Distance of headings in the margin, in distances of the lines beside them."""
SHORT = 5
"""Words that a date or a heading in the margin has at most."""
_DIGIT = re.compile(r"\d")
_OPEN_END = re.compile(r"\b(?:present|today|now|current|ongoing)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_WITHIN_DATES = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b"
    r"|\b(?:spring|summer|autumn|fall|winter|since|from|until|till?|to|present|today|now|current|ongoing)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Piece:
    """Words on one line with no wide gap between them; edges, baseline and size of its first letters in points.

    `row`: number of the line.
    """

    text: str
    x0: float
    x1: float
    base: float
    row: int
    size: float = 0.0

    @property
    def is_short(self) -> bool:
        """True if it has no more words than a date or a heading in the margin."""
        return self.text.count(" ") < SHORT

    @property
    def is_dated(self) -> bool:
        """True for dates and figures, with one word beside them at most: "9 years", "Leeds 2016"."""
        if not (_DIGIT.search(self.text) or _OPEN_END.search(self.text)):
            return False
        return len(_WORD.findall(_WITHIN_DATES.sub("", self.text))) <= 1


def sides(band: list[Piece], gutter: float) -> tuple[list[Piece], list[Piece]]:
    """The pieces at the left and at the right of a gutter."""
    left: list[Piece] = []
    right: list[Piece] = []
    for piece in band:
        (right if piece.x0 >= gutter - SAME_EDGE else left).append(piece)
    return left, right


def is_sparse(side: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """True if the lines of a side stand farther apart than those of the other, as headings do."""
    return distance(side) >= SPARSE * distance(other) > 0


def distance(side: Sequence[Piece]) -> float:
    """The usual distance of the lines of a side."""
    bases = sorted({piece.base for piece in side}, reverse=True)
    return median([above - below for above, below in pairwise(bases)] or [0.0])
