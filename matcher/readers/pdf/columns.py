"""The pieces of a page in reading order: columns by aligned left edges, bands where a line crosses them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from matcher.readers.pdf.margins import by_heading, start_of_headings
from matcher.readers.pdf.pieces import BESIDE_SHARE, FEWEST_LINES, SAME_EDGE, Piece, is_sparse, sides

DATED_SHARE = 0.5
"""Share of a side's pieces that must be dates or figures beside a line for the side to be read line by line."""
MOST_PIECES = 3_000
"""Pieces a page up to which columns are looked for; a full page has some hundred."""
DEEPEST = 4
"""Gutters inside of gutters; five columns are more than a resume has."""


def ordered(pieces: list[Piece], depth: int = 0) -> list[list[Piece]]:
    """Blocks of pieces in reading order: column after column inside each band, bands from top to bottom.

    `pieces`: from top to bottom, those of a row from left to right; so are those of each block.
    """
    gutter = _gutter(pieces) if depth < DEEPEST and len(pieces) <= MOST_PIECES else None
    if gutter is None:
        return [pieces] if pieces else []
    blocks: list[list[Piece]] = []
    for band in _bands(pieces, gutter):
        left, right = sides(band, gutter)
        start = start_of_headings(left, right) if _are_columns(left, right) else None
        if start is not None:
            blocks += ordered([piece for piece in band if piece.row < start], depth + 1)
            blocks += by_heading([piece for piece in band if piece.row >= start], gutter)
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
        start = bisect_left(edges, edge - SAME_EDGE)
        if start < FEWEST_LINES or bisect_right(edges, edge + SAME_EDGE) - start < FEWEST_LINES:
            continue  # too few pieces at its left, or standing at it
        tried = edge
        in_columns = sum(len(band) for band in _bands(pieces, edge) if _are_columns(*sides(band, edge)))
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
        dated > 0 and len(beside) >= BESIDE_SHARE * len(side) and is_sparse(side, other)
    )
