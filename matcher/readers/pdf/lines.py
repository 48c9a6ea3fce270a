"""The rows that glyphs stand in, and the words and pieces of a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import itemgetter
from statistics import median
from typing import NamedTuple

from matcher.core.folding import BULLETS
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
SAME_LINE = 0.35
"""Difference of baselines, in font sizes, within which glyphs stand on one line (superscripts included)."""


class Sign(NamedTuple):
    """A glyph with ink. `after_space`: a space was painted just before it. `base`: height of its baseline."""

    glyph: Glyph
    after_space: bool
    base: float


_new = tuple.__new__
"""Makes a sign of its parts in a third of the time; a page has hundreds."""


def signs_of(glyphs: list[Glyph]) -> list[Sign]:
    """The glyphs with ink, in the order of painting."""
    signs = []
    was_space = False
    for glyph in glyphs:
        is_space = glyph.text.isspace()
        if not is_space:
            signs.append(_new(Sign, (glyph, was_space or glyph.after_space, glyph.y0 + DROP * glyph.size)))
        was_space = is_space
    return signs


def rows_of(signs: list[Sign]) -> list[list[Sign]]:
    """Signs on about one baseline, from top to bottom, each row from left to right."""
    rows: list[list[Sign]] = []
    base, size = 0.0, 0.0
    row: list[Sign] = []
    for sign in sorted(signs, key=_height, reverse=True):
        height = sign.glyph.size
        is_level = sign.base == base and height == size  # as most are
        if not row or not (is_level or base - sign.base <= SAME_LINE * min(max(height, size), 2 * min(height, size))):
            row = []
            rows.append(row)
            base, size = sign.base, height
        row.append(sign)
        size = max(size, height)
    for row in rows:
        row.sort(key=_left_edge)
    return [_without_shadows(row) for row in rows]


_height: Callable[[Sign], float] = itemgetter(2)


def _left_edge(sign: Sign) -> float:
    return sign.glyph.x0


def _without_shadows(row: list[Sign]) -> list[Sign]:
    """The row without letters painted twice a hair apart to look bold."""
    kept: list[Sign] = []
    last = last_but_one = None
    for sign in row:
        glyph = sign.glyph
        if not _is_shadow(glyph, last) and not _is_shadow(glyph, last_but_one):
            kept.append(sign)
            last, last_but_one = glyph, last
    return kept


def _is_shadow(glyph: Glyph, other: Glyph | None) -> bool:
    if other is None or other.text != glyph.text:
        return False
    width = glyph.x1 - glyph.x0
    return abs(glyph.x0 - other.x0) < min(0.2 * glyph.size, max(0.5 * width, 0.1))


def runs_of(row: list[Sign]) -> list[list[Sign]]:
    """The signs of a row with no wide gap between them, from left to right."""
    runs: list[list[Sign]] = []
    run: list[Sign] = []
    for sign in row:
        if not run or _is_apart(run, sign):
            run = []
            runs.append(run)
        run.append(sign)
    return _spaced_together(runs) if len(runs) > 1 else runs


def _is_apart(run: list[Sign], sign: Sign) -> bool:
    """True if a sign begins a new piece; the text after a lone bullet does not."""
    glyph, last = sign.glyph, run[-1].glyph
    gap = glyph.x0 - last.x1
    if len(run) == 1 and last.text in BULLETS:
        return gap >= 4 * last.size
    return gap > PIECE_GAP * last.size or gap > PIECE_GAP * glyph.size


def _spaced_together(runs: list[list[Sign]]) -> list[list[Sign]]:
    """The runs with the words of letter-spaced headings, which stand far apart, put together."""
    joined: list[list[Sign]] = []
    usual = None
    for run in runs:
        following = spacing(run)
        if usual and following and run[0].glyph.x0 - joined[-1][-1].glyph.x1 < 5 * max(usual, following):
            joined[-1] += run
        else:
            joined.append(run)
        usual = following
    return joined


def spacing(run: Sequence[Sign]) -> float | None:
    """The usual gap between the letters of a letter-spaced run; None if it is set as usual."""
    letters = sum([len(sign.glyph.text) for sign in run])  # those of one glyph touch
    if len(run) - 1 < SPACED_SHARE * (letters - 1):
        return None
    gaps = _gaps(run)
    spaces = sum(sign.after_space for sign in run[1:])
    if len(gaps) < (4 if spaces > len(gaps) / 2 else 2):
        return None
    wide = sum(gap > WORD_GAP * sign.glyph.size for gap, sign in zip(gaps, run, strict=False))
    return median(gaps) if wide >= SPACED_SHARE * (letters - 1) else None


def _gaps(run: Sequence[Sign]) -> list[float]:
    return [after.glyph.x0 - before.glyph.x1 for before, after in pairwise(run)]


def words_of(run: Sequence[Sign]) -> str:
    """The text of a run, its words parted by spaces."""
    usual = spacing(run)
    text = run[0].glyph.text
    end = run[0].glyph.x1
    for glyph, after_space, _ in run[1:]:
        if usual is None:
            is_apart = glyph.x0 - end > (SPACE_GAP if after_space else WORD_GAP) * glyph.size
        else:
            is_apart = glyph.x0 - end > SPACED_WORD * usual
        text += f" {glyph.text}" if is_apart else glyph.text
        end = glyph.x1
    return text
