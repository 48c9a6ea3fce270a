"""Headings in the margin: what stands at the left, or in the first cells of rows, and heads what is beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from matcher.readers.pdf.pieces import BESIDE_SHARE, FEWEST_LINES, SPARSE, Piece, distance, is_sparse, sides

MOST_ABOVE = 6
"""Lines of name and contact that may stand above the first heading in the margin."""
NEAR = 1.5
"""Distance, in distances of lines, of a heading in the margin from the paragraph it heads: cells have empty lines."""
MOST_WRAPPED = 1.5
"""Lines of the first cells of rows, in cells: a period of time can need two, a list under a heading more."""
APART = 1.25
"""Distance between lines, in usual distances, at which what a heading heads can begin."""


def start_of_headings(left: list[Piece], right: list[Piece]) -> int | None:
    """The row from which on the left side holds the headings of what stands at their right; None if there is none."""
    for number, first in enumerate(left[: MOST_ABOVE + 1]):
        below = left[number:]
        if len(below) < FEWEST_LINES or sum([piece.is_short for piece in below]) < BESIDE_SHARE * len(below):
            continue
        if _are_headings(below, [piece for piece in right if piece.row >= first.row]):
            return first.row
    return None


def _are_headings(left: list[Piece], right: list[Piece]) -> bool:
    if not is_sparse(left, right):
        cells = _without_wraps(left, right)
        if len(left) > MOST_WRAPPED * len(cells) or not _open_paragraphs(cells, right):
            return False
        left = cells
    headed = _headed(left, right)
    return sum([piece.row in headed and piece.is_short for piece in left]) >= BESIDE_SHARE * len(left)


def _open_paragraphs(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """True if what stands at the left are the first cells of rows: each beside a line that begins a paragraph."""
    rows = {piece.row for piece in _openings(right)}
    beside = sum([piece.row in rows for piece in left])
    return beside >= max(FEWEST_LINES, BESIDE_SHARE * len(left)) and len(right) >= SPARSE * len(left)


def _openings(side: Sequence[Piece]) -> list[Piece]:
    """The lines that begin a paragraph."""
    usual = distance(side)
    return [*side[:1], *(after for before, after in pairwise(side) if before.base - after.base > APART * usual)]


def _without_wraps(left: Sequence[Piece], right: Sequence[Piece]) -> list[Piece]:
    """The pieces at the left without second lines of them: right below, and beside no line that begins a paragraph."""
    rows, near = {piece.row for piece in _openings(right)}, APART * distance(right)
    wraps = {after.row for before, after in pairwise(left) if before.base - after.base <= near} - rows
    return [piece for piece in left if piece.row not in wraps]


def _headed(left: list[Piece], right: list[Piece]) -> dict[int, int]:
    """Row of a piece at the left -> the row in which begins what it heads: its own, or that of a paragraph near it."""
    rows = {piece.row for piece in right}
    usual = distance(right)
    heights = sorted((-piece.base, piece.row) for piece in _openings(right))
    headed = {piece.row: piece.row for piece in left if piece.row in rows}
    for piece in left:
        place = bisect_left(heights, (-piece.base, piece.row))
        near = [(abs(-height - piece.base), row) for height, row in heights[max(0, place - 1) : place + 1]]
        if piece.row not in headed and near and min(near)[0] < NEAR * usual:
            headed[piece.row] = min(near)[1]
    return headed


def by_heading(band: list[Piece], gutter: float) -> Iterator[list[Piece]]:
    """Each heading in the margin, then what stands at its right down to the next one."""
    left, right = sides(band, gutter)
    starts = sorted({min(heading, text) for heading, text in _headed(_without_wraps(left, right), right).items()})
    first = min(piece.row for piece in band)
    for start, end in pairwise([first, *starts, max(piece.row for piece in band) + 1]):
        for side in (left, right):
            block = [piece for piece in side if start <= piece.row < end]
            if block:
                yield block
