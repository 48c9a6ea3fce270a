"""Puts the name and what stands below it first, where a column at its left would come before it."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from matcher.readers.pdf.pieces import Piece

NAME_SIZE = 1.5
"""Size of a name, in usual sizes of the page, from which it is the page's title: LinkedIn's export has 2.4."""
MOST_BELOW = 5
"""Lines below the name at most: a headline of three, a town, an address."""
BREAK = 1.6
"""Distance between lines, in usual distances of the column, that ends what belongs to the name."""


def with_name_first(blocks: list[list[Piece]]) -> list[list[Piece]]:
    """The blocks of a first page in reading order; if the largest line opens a later one, it comes before them all."""
    pieces = [piece for block in blocks for piece in block]
    largest = max((piece.size for piece in pieces), default=0.0)
    number = next((i for i, block in enumerate(blocks) if block[0].size == largest), 0)
    rows = {piece.row for piece in pieces if piece.size == largest}
    if not number or len(rows) > 1 or largest < NAME_SIZE * median([piece.size for piece in pieces]):
        return blocks
    block = blocks[number]
    end = _end(block)
    return [block[:end], *blocks[:number], *([block[end:]] if block[end:] else []), *blocks[number + 1 :]]


def _end(block: list[Piece]) -> int:
    """How many pieces of a block belong to the name that opens it."""
    bases = sorted({piece.base for piece in block}, reverse=True)
    usual = median([above - below for above, below in pairwise(bases)] or [0.0])
    for number, (before, after) in enumerate(pairwise(block), 1):
        is_below_name = before.size < block[0].size  # what follows a large line stands farther below it
        if number > MOST_BELOW or (is_below_name and before.base - after.base > BREAK * usual):
            return number
    return len(block)
