"""The pieces of a page in reading order: columns by aligned left edges, bands where a line crosses them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

SAME_EDGE = 2.5
"""Points within which left edges count as aligned."""
FEWEST_LINES = 3
"""Lines that make a column; fewer are a line with something at its right."""
DATED_SHARE = 0.5
"""Share of a side's pieces that must be dates or figures beside a line for the side to be read line by line."""
BESIDE_SHARE = 0.9
"""Share of a side's pieces that must stand beside a line for the side to be headings in the margin."""
SPARSE = 1.8
"""Distance of headings in the margin, in distances of the lines beside them."""
MOST_ABOVE = 6
"""Lines of name and contact that may stand above the first heading in the margin."""
NEAR = 1.5
"""Distance, in distances of lines, of a heading in the margin from the paragraph it heads: cells have empty lines."""
APART = 1.25
"""Distance between lines, in usual distances, at which what a heading heads can begin."""
SHORT = 5
"""Words that a date or a heading in the margin has at most."""
MOST_PIECES = 3_000
"""Pieces a page up to which columns are looked for; a full page has some hundred."""
DEEPEST = 4
"""Gutters inside of gutters; five columns are more than a resume has."""
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

    @cached_property
    def is_short(self) -> bool:
        """True if it has no more words than a date or a heading in the margin."""
        return len(self.text.split()) <= SHORT

    @cached_property
    def is_dated(self) -> bool:
        """True for dates and figures, with one word beside them at most: "9 years", "Leeds 2016"."""
        if not (any(c.isdigit() for c in self.text) or _OPEN_END.search(self.text)):
            return False
        return len(_WORD.findall(_WITHIN_DATES.sub("", self.text))) <= 1


def ordered(pieces: list[Piece], depth: int = 0) -> list[list[Piece]]:
    """Blocks of pieces in reading order: column after column inside each band, bands from top to bottom.

    `pieces`: from top to bottom, those of a row from left to right; so are those of each block.
    """
    gutter = _gutter(pieces) if depth < DEEPEST and len(pieces) <= MOST_PIECES else None
    if gutter is None:
        return [pieces] if pieces else []
    blocks: list[list[Piece]] = []
    for band in _bands(pieces, gutter):
        left, right = _sides(band, gutter)
        start = _start_of_headings(left, right) if _are_columns(left, right) else None
        if start is not None:
            blocks += ordered([piece for piece in band if piece.row < start], depth + 1)
            blocks += _by_heading([piece for piece in band if piece.row >= start], gutter)
        elif _are_columns(left, right):
            blocks += ordered(left, depth + 1) + ordered(right, depth + 1)
        else:
            blocks.append(band)
    return blocks


def _gutter(pieces: list[Piece]) -> float | None:
    """The left edge, shared by many pieces, that parts most of the page into columns; None if there is none."""
    best, gain = None, 0
    edges = sorted(piece.x0 for piece in pieces)
    tried = edges[0] if edges else 0.0
    for edge in edges:
        if edge - tried < (SAME_EDGE if tried > edges[0] else 4 * SAME_EDGE):
            continue
        if bisect_right(edges, edge + SAME_EDGE) - bisect_left(edges, edge - SAME_EDGE) < FEWEST_LINES:
            continue
        tried = edge
        in_columns = sum(len(band) for band in _bands(pieces, edge) if _are_columns(*_sides(band, edge)))
        if in_columns > gain:
            best, gain = edge, in_columns
    return best


def _bands(pieces: list[Piece], gutter: float) -> list[list[Piece]]:
    """Runs of rows from top to bottom, cut where a piece crosses the gutter."""
    crossing = {p.row for p in pieces if p.x0 < gutter - SAME_EDGE and p.x1 > gutter + SAME_EDGE}
    bands: list[list[Piece]] = []
    was_crossing: bool | None = None
    for piece in pieces:
        is_crossing = piece.row in crossing
        if is_crossing is not was_crossing:
            bands.append([])
            was_crossing = is_crossing
        bands[-1].append(piece)
    return bands


def _sides(band: list[Piece], gutter: float) -> tuple[list[Piece], list[Piece]]:
    left: list[Piece] = []
    right: list[Piece] = []
    for piece in band:
        (right if piece.x0 >= gutter - SAME_EDGE else left).append(piece)
    return left, right


def _are_columns(left: list[Piece], right: list[Piece]) -> bool:
    if len(left) < FEWEST_LINES or len(right) < FEWEST_LINES:
        return False
    if max(piece.x1 for piece in left) > min(piece.x0 for piece in right):
        return False
    return not (_are_dates(right, left) or _are_dates(left, right))


def _are_dates(side: list[Piece], other: list[Piece]) -> bool:
    """True if a side is made of short pieces that belong to the line beside them: dates, figures, places."""
    rows = {piece.row for piece in other}
    beside = [piece for piece in side if piece.row in rows and piece.is_short]
    dated = sum([piece.is_dated for piece in beside])
    return dated >= DATED_SHARE * len(side) or (
        dated > 0 and len(beside) >= BESIDE_SHARE * len(side) and _is_sparse(side, other)
    )


def _start_of_headings(left: list[Piece], right: list[Piece]) -> int | None:
    """The row from which on the left side holds the headings of what stands at their right; None if there is none."""
    for number, first in enumerate(left[: MOST_ABOVE + 1]):
        below = left[number:]
        if len(below) < FEWEST_LINES or sum([piece.is_short for piece in below]) < BESIDE_SHARE * len(below):
            continue
        if _are_headings(below, [piece for piece in right if piece.row >= first.row]):
            return first.row
    return None


def _are_headings(left: list[Piece], right: list[Piece]) -> bool:
    if not _is_sparse(left, right):
        return False
    headed = _headed(left, right)
    return sum([piece.row in headed and piece.is_short for piece in left]) >= BESIDE_SHARE * len(left)


def _headed(left: list[Piece], right: list[Piece]) -> dict[int, int]:
    """Row of a piece at the left -> the row in which begins what it heads: its own, or that of a paragraph near it."""
    rows = {piece.row for piece in right}
    usual = _distance(right)
    lines = [*right[:1], *(after for before, after in pairwise(right) if before.base - after.base > APART * usual)]
    heights = sorted((-piece.base, piece.row) for piece in lines)
    headed = {piece.row: piece.row for piece in left if piece.row in rows}
    for piece in left:
        place = bisect_left(heights, (-piece.base, piece.row))
        near = [(abs(-height - piece.base), row) for height, row in heights[max(0, place - 1) : place + 1]]
        if piece.row not in headed and near and min(near)[0] < NEAR * usual:
            headed[piece.row] = min(near)[1]
    return headed


def _is_sparse(side: Sequence[Piece], other: Sequence[Piece]) -> bool:
    return _distance(side) >= SPARSE * _distance(other) > 0


def _distance(side: Sequence[Piece]) -> float:
    """The usual distance of the lines of a side."""
    bases = sorted({piece.base for piece in side}, reverse=True)
    return median([above - below for above, below in pairwise(bases)] or [0.0])


def _by_heading(band: list[Piece], gutter: float) -> Iterator[list[Piece]]:
    """Each heading in the margin, then what stands at its right down to the next one."""
    left, right = _sides(band, gutter)
    starts = sorted({min(heading, text) for heading, text in _headed(left, right).items()})
    first = min(piece.row for piece in band)
    for start, end in pairwise([first, *starts, max(piece.row for piece in band) + 1]):
        for side in (left, right):
            block = [piece for piece in side if start <= piece.row < end]
            if block:
                yield block
