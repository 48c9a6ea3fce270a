"""Text in reading order from glyph boxes: words by gap, lines by baseline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TypeAlias

from matcher.core.folding import BULLET, BULLETS
from matcher.readers.pdf.columns import Piece, ordered
from matcher.readers.pdf.glyphs import DROP, Glyph

WORD_GAP = 0.17
"""Gap between glyphs, in font sizes, that parts words (a space is 0.2–0.3; kerning stays below 0.1)."""
SPACE_GAP = 0.05
"""Gap, in font sizes, that parts words where a space was painted into it: set tight or stretched narrow."""
PIECE_GAP = 1.4
"""Gap, in font sizes, that parts pieces of a line: columns, table cells, right-aligned dates."""
SPACED_SHARE = 0.8
"""Share of the gaps of a piece that must be wide for it to be letter-spaced."""
SPACED_WORD = 1.7
"""Gap, in usual gaps of a letter-spaced piece, that parts its words."""
BULLET_GAP = 3.0
"""Distance, in font sizes, of a painted bullet from its line at most."""
SAME_LINE = 0.35
"""Difference of baselines, in font sizes, within which glyphs stand on one line (superscripts included)."""
PARAGRAPH_GAP = 1.45
"""Distance between lines, in usual distances, from which a new paragraph starts."""


Dot: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Sign:
    """A glyph with ink. `after_space`: a space was painted just before it."""

    glyph: Glyph
    after_space: bool

    @property
    def base(self) -> float:
        return self.glyph.y0 + DROP * self.glyph.size


def text_of(glyphs: Iterable[Glyph], dots: Sequence[Dot] = ()) -> str:
    """The lines of a page in reading order, parted by line feeds; pieces of one line are parted by tabs.

    `dots`: middles of small shapes; one that stands before a line is its bullet.

    Text in the direction that most of the page has comes first, then turned text, then slanted text as it was painted.
    """
    by_turn: dict[int | None, list[Glyph]] = {}
    for glyph in glyphs:
        by_turn.setdefault(glyph.turn, []).append(glyph)
    slanted = by_turn.pop(None, [])
    blocks = [
        _straight_text(group, turn or 0, () if turn else dots)
        for turn, group in sorted(by_turn.items(), key=_most_first)
    ]
    return "\n".join(block for block in (*blocks, _painted_order(slanted)) if block)


def _most_first(group: tuple[int | None, list[Glyph]]) -> tuple[int, int]:
    turn, glyphs = group
    return (-len(glyphs), turn or 0)


def _straight_text(glyphs: list[Glyph], turn: int, dots: Sequence[Dot]) -> str:
    signs = _signs([_turned_back(glyph, turn) for glyph in glyphs])
    pieces = [piece for number, row in enumerate(_rows(signs)) for piece in _pieces(row, number, dots)]
    return "\n".join(_lines(block) for block in ordered(pieces))


def _turned_back(glyph: Glyph, turn: int) -> Glyph:
    """The glyph on a page that was turned so that it stands upright."""
    x0, y0, x1, y1 = glyph[1:5]
    for _ in range(turn):
        x0, y0, x1, y1 = y0, -x1, y1, -x0
    return glyph._replace(x0=x0, y0=y0, x1=x1, y1=y1)


def _signs(glyphs: list[Glyph]) -> list[_Sign]:
    """The glyphs with ink, in the order of painting."""
    before: Iterable[Glyph | None] = (None, *glyphs)
    return [
        _Sign(glyph, previous is not None and previous.text.isspace())
        for previous, glyph in zip(before, glyphs, strict=False)
        if not glyph.text.isspace()
    ]


def _rows(signs: list[_Sign]) -> list[list[_Sign]]:
    """Signs on about one baseline, from top to bottom, each row from left to right."""
    rows: list[list[_Sign]] = []
    base, size = 0.0, 0.0
    for sign in sorted(signs, key=lambda s: (-s.base, s.glyph.x0)):
        smaller, larger = sorted((sign.glyph.size, size))
        if not rows or base - sign.base > SAME_LINE * min(larger, 2 * smaller):
            rows.append([])
            base, size = sign.base, sign.glyph.size
        rows[-1].append(sign)
        size = max(size, sign.glyph.size)
    return [_without_shadows(sorted(row, key=lambda s: s.glyph.x0)) for row in rows]


def _without_shadows(row: list[_Sign]) -> list[_Sign]:
    """The row without letters painted twice a hair apart to look bold."""
    kept: list[_Sign] = []
    for sign in row:
        if not any(_is_shadow(sign.glyph, other.glyph) for other in kept[-2:]):
            kept.append(sign)
    return kept


def _is_shadow(glyph: Glyph, other: Glyph) -> bool:
    width = glyph.x1 - glyph.x0
    return glyph.text == other.text and abs(glyph.x0 - other.x0) < min(0.2 * glyph.size, max(0.5 * width, 0.1))


def _pieces(row: list[_Sign], number: int, dots: Sequence[Dot]) -> Iterator[Piece]:
    """The pieces of a row from left to right."""
    runs: list[list[_Sign]] = []
    for sign in row:
        if runs and not _is_apart(runs[-1], sign):
            runs[-1].append(sign)
        else:
            runs.append([sign])
    for run in _spaced_together(runs):
        first, last = run[0].glyph, run[-1].glyph
        base = median(s.base for s in run)
        mark = f"{BULLET} " if _has_dot(first, base, dots) else ""
        yield Piece(mark + _words(run), first.x0, last.x1, base, number)


def _has_dot(first: Glyph, base: float, dots: Sequence[Dot]) -> bool:
    """True if a dot stands before a glyph, at half its height, and is no glyph itself."""
    size = first.size
    return first.text not in BULLETS and any(
        0.2 * size <= first.x0 - x <= BULLET_GAP * size and 0.1 * size <= y - base <= 0.6 * size for x, y in dots
    )


def _is_apart(run: list[_Sign], sign: _Sign) -> bool:
    """True if a sign begins a new piece; the text after a lone bullet does not."""
    last, gap = run[-1].glyph, sign.glyph.x0 - run[-1].glyph.x1
    if len(run) == 1 and last.text in BULLETS:
        return gap >= 4 * last.size
    return gap > PIECE_GAP * min(last.size, sign.glyph.size)


def _spaced_together(runs: list[list[_Sign]]) -> list[list[_Sign]]:
    """The runs with the words of letter-spaced headings, which stand far apart, put together."""
    joined: list[list[_Sign]] = []
    for run in runs:
        usual = _spacing(joined[-1]) if joined else None
        following = _spacing(run)
        if usual and following and run[0].glyph.x0 - joined[-1][-1].glyph.x1 < 5 * max(usual, following):
            joined[-1] += run
        else:
            joined.append(run)
    return joined


def _spacing(run: Sequence[_Sign]) -> float | None:
    """The usual gap between the letters of a letter-spaced run; None if it is set as usual."""
    gaps = _gaps(run)
    spaces = sum(sign.after_space for sign in run[1:])
    if len(gaps) < (4 if spaces > len(gaps) / 2 else 2):
        return None
    wide = sum(gap > WORD_GAP * sign.glyph.size for gap, sign in zip(gaps, run, strict=False))
    return median(gaps) if wide >= SPACED_SHARE * len(gaps) else None


def _gaps(run: Sequence[_Sign]) -> list[float]:
    return [after.glyph.x0 - before.glyph.x1 for before, after in pairwise(run)]


def _words(run: Sequence[_Sign]) -> str:
    spacing = _spacing(run)
    text = run[0].glyph.text
    for gap, sign in zip(_gaps(run), run[1:], strict=True):
        if spacing is None:
            parts = gap > (SPACE_GAP if sign.after_space else WORD_GAP) * sign.glyph.size
        else:
            parts = gap > SPACED_WORD * spacing
        text += (" " if parts else "") + sign.glyph.text
    return text


def _lines(block: list[Piece]) -> str:
    """The lines of one column; a wider distance than usual starts a paragraph."""
    rows: dict[int, list[Piece]] = {}
    for piece in block:
        rows.setdefault(piece.row, []).append(piece)
    heights = [row[0].base for row in rows.values()]
    distances = [above - below for above, below in pairwise(heights)]
    usual = median(distances) if distances else 0.0
    text = ""
    for row, distance in zip(rows.values(), [*distances, 0.0], strict=True):
        text += "\t".join(piece.text for piece in row) + "\n"
        if usual > 0 and distance > PARAGRAPH_GAP * usual:
            text += "\n"
    return text


def _painted_order(glyphs: list[Glyph]) -> str:
    """Slanted text as it was painted: a line a run."""
    text = ""
    for before, glyph in zip(glyphs[:1] + glyphs, glyphs, strict=False):
        far = max(abs(glyph.x0 - before.x0), abs(glyph.y0 - before.y0)) > 2.5 * max(glyph.size, before.size)
        text += ("\n" if far else "") + glyph.text
    return f"{text}\n" if text else ""
