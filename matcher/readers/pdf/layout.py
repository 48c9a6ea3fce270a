"""Text in reading order from glyph boxes: words by gap, lines by height, columns by aligned left edges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from matcher.core.folding import BULLETS
from matcher.readers.pdf.glyphs import Glyph

WORD_GAP = 0.17
"""Gap between glyphs, in font sizes, that parts words (a space is 0.2–0.3; kerning stays below 0.1)."""
PIECE_GAP = 1.4
"""Gap, in font sizes, that parts pieces of a line: columns, table cells, right-aligned dates."""
SAME_LINE = 0.35
"""Difference in height, in font sizes, within which glyphs stand on one line (superscripts included)."""
SAME_EDGE = 2.5
"""Points within which left edges count as aligned."""
FEWEST_LINES = 3
"""Lines that make a column; fewer are a line with something at its right."""
DATED_SHARE = 0.5
"""Share of a narrow side's lines that hold a figure and stand beside a line, from which they are dates, not a column."""
PARAGRAPH_GAP = 1.45
"""Distance between lines, in usual distances, from which a new paragraph starts."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one line with no wide gap between them; edges in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


def text_of(glyphs: Iterable[Glyph]) -> str:
    """The lines of a page in reading order, parted by line feeds; pieces of one line are parted by tabs."""
    upright, turned = [], []
    for glyph in glyphs:
        (upright if glyph.is_upright else turned).append(glyph)
    pieces = [piece for row in _rows(upright) for piece in _pieces(row)]
    blocks = [_lines(block) for block in _ordered(pieces)]
    if turned:
        blocks.append(_painted_order(turned))
    return "\n".join(block for block in blocks if block)


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Inked glyphs on about one height, from top to bottom."""
    inked = sorted((g for g in glyphs if not g.text.isspace()), key=lambda g: (-(g.y0 + g.y1), g.x0))
    rows: list[list[Glyph]] = []
    height = 0.0
    for glyph in inked:
        middle = (glyph.y0 + glyph.y1) / 2
        if not rows or abs(height - middle) > SAME_LINE * min(glyph.size, rows[-1][0].size):
            rows.append([])
            height = middle
        rows[-1].append(glyph)
    return rows


def _pieces(row: list[Glyph]) -> Iterable[Piece]:
    row = _without_shadows(sorted(row, key=lambda g: g.x0))
    gaps = [after.x0 - before.x1 for before, after in zip(row, row[1:], strict=False)]
    part = _word_gaps(row, gaps)
    start = 0
    for i, gap in enumerate([*gaps, float("inf")]):
        if gap <= max(PIECE_GAP * row[i].size, 1.5 * part[i]) or _is_bullet(row[start : i + 1], gap):
            continue
        run = row[start : i + 1]
        text = run[0].text + "".join(
            (" " if gaps[start + n] > part[start + n] else "") + glyph.text for n, glyph in enumerate(run[1:])
        )
        yield Piece(text, run[0].x0, run[-1].x1, (run[0].y0 + run[0].y1) / 2, median(g.size for g in run))
        start = i + 1


def _is_bullet(run: Sequence[Glyph], gap: float) -> bool:
    """True if the run is a lone bullet whose text follows."""
    return len(run) == 1 and run[0].text in BULLETS and gap < 4 * run[0].size


def _without_shadows(row: list[Glyph]) -> list[Glyph]:
    """The row without letters painted twice a hair apart to look bold."""
    kept: list[Glyph] = []
    for glyph in row:
        twin = next((k for k in kept[-2:] if k.text == glyph.text and abs(k.x0 - glyph.x0) < 0.2 * glyph.size), None)
        if twin is None or glyph.x1 - glyph.x0 < 0.3 * glyph.size and glyph.x0 - twin.x0 > 0.5 * (glyph.x1 - glyph.x0):
            kept.append(glyph)
    return kept


def _word_gaps(row: list[Glyph], gaps: list[float]) -> list[float]:
    """The gap after each glyph that parts words: wider where a heading is letter-spaced."""
    usual = [WORD_GAP * glyph.size for glyph in row]
    near = [gap for gap, glyph in zip(gaps, row, strict=False) if gap < PIECE_GAP * glyph.size]
    if len(near) >= 4:
        spaced = sum(gap > WORD_GAP * row[0].size for gap in near)
        if spaced >= 0.8 * len(near):
            return [max(1.9 * median(near), limit) for limit in usual]
    return usual


def _ordered(pieces: list[Piece]) -> list[list[Piece]]:
    """Blocks of pieces in reading order: column after column inside each band, bands from top to bottom."""
    gutter = _gutter(pieces)
    if gutter is None:
        return [pieces] if pieces else []
    blocks: list[list[Piece]] = []
    for band in _bands(pieces, gutter):
        left, right = _sides(band, gutter)
        if _is_columns(left, right):
            blocks += _ordered(left) + _ordered(right)
        else:
            blocks.append(band)
    return blocks


def _gutter(pieces: list[Piece]) -> float | None:
    """The left edge, shared by many pieces, that parts most of the page into columns; None if there is none."""
    best, gain = None, 0
    edges = sorted(piece.x0 for piece in pieces)
    first = edges[0] if edges else 0.0
    tried = -1.0
    for edge in edges:
        if edge - tried < SAME_EDGE or edge - first < 4 * SAME_EDGE:
            continue
        tried = edge
        if sum(abs(other - edge) <= SAME_EDGE for other in edges) < FEWEST_LINES:
            continue
        in_columns = sum(len(b) for b in _bands(pieces, edge) if _is_columns(*_sides(b, edge)))
        if in_columns > gain:
            best, gain = edge, in_columns
    return best


def _bands(pieces: list[Piece], gutter: float) -> list[list[Piece]]:
    """Runs of pieces from top to bottom, cut where a piece crosses the gutter."""
    bands: list[list[Piece]] = []
    was_crossing: bool | None = None
    height = float("inf")
    crossing_heights = [p.y for p in pieces if p.x0 < gutter - SAME_EDGE and p.x1 > gutter + SAME_EDGE]
    for piece in pieces:
        if abs(piece.y - height) > SAME_LINE * piece.size or was_crossing is None:
            is_crossing = any(abs(piece.y - y) <= SAME_LINE * piece.size for y in crossing_heights)
            if is_crossing is not was_crossing:
                bands.append([])
            was_crossing, height = is_crossing, piece.y
        bands[-1].append(piece)
    return bands


def _sides(band: list[Piece], gutter: float) -> tuple[list[Piece], list[Piece]]:
    left, right = [], []
    for piece in band:
        (right if piece.x0 >= gutter - SAME_EDGE else left).append(piece)
    return left, right


def _is_columns(left: list[Piece], right: list[Piece]) -> bool:
    if len(left) < FEWEST_LINES or len(right) < FEWEST_LINES:
        return False
    if max(piece.x1 for piece in left) > min(piece.x0 for piece in right):
        return False
    return not (_are_dates(right, left) or _are_dates(left, right))


def _are_dates(side: list[Piece], other: list[Piece]) -> bool:
    """True if a side is made of short pieces that belong to the line beside them: dates, figures."""
    beside = 0
    for piece in side:
        if len(piece.text.split()) <= 5 and re.search(r"\d", piece.text):
            beside += any(abs(piece.y - line.y) <= SAME_LINE * piece.size for line in other)
    return beside >= DATED_SHARE * len(side)


def _lines(block: list[Piece]) -> str:
    """The lines of one column; a wider distance than usual starts a paragraph."""
    rows: list[list[Piece]] = []
    for piece in block:
        if rows and abs(rows[-1][0].y - piece.y) <= SAME_LINE * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    distances = [above[0].y - below[0].y for above, below in zip(rows, rows[1:], strict=False)]
    usual = median(distances) if distances else 0.0
    text = ""
    for row, distance in zip(rows, [*distances, 0.0], strict=True):
        text += "\t".join(piece.text for piece in sorted(row, key=lambda p: p.x0)) + "\n"
        if usual > 0 and distance > PARAGRAPH_GAP * usual:
            text += "\n"
    return text


def _painted_order(glyphs: list[Glyph]) -> str:
    """Turned text as it was painted: a line a run."""
    text = ""
    for before, glyph in zip([glyphs[0], *glyphs], glyphs, strict=False):
        far = max(abs(glyph.x0 - before.x0), abs(glyph.y0 - before.y0)) > 2.5 * max(glyph.size, before.size)
        text += ("\n" if far else "") + glyph.text
    return text + "\n"
