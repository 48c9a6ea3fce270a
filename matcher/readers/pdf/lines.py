"""The rows that glyphs stand in, and the words and pieces of a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import inf
from operator import itemgetter
from statistics import median
from typing import NamedTuple

from matcher.core.folding import BULLETS
from matcher.readers.pdf.glyphs import DROP, Glyph

WORD_GAP = 0.17
"""Gap between glyphs, in font sizes, that parts words (a space is 0.2–0.3; kerning stays below 0.1)."""
SPACE_GAP = 0.05
"""Gap, in font sizes, that parts words where a space was painted into it: set tight or stretched narrow."""
PHRASE_GAP = 0.5
"""Gap, in font sizes, up to which the words of one text are a phrase: nothing is parted there."""
PIECE_GAP = 1.4
"""Gap, in font sizes, that parts pieces of a line: columns, table cells, right-aligned dates."""
SPACED_SHARE = 0.8
"""Share of the gaps of a piece that must be wide for it to be letter-spaced."""
SPACED_WORD = 1.7
"""Gap, in usual gaps of a letter-spaced piece, that parts its words."""
SAME_LINE = 0.35
"""Difference of baselines, in font sizes, within which glyphs stand on one line (superscripts included)."""


class Sign(NamedTuple):
    """What the layout needs of a glyph with ink. Edges, size and height of its baseline in points; `after_space`: a
    space was painted just before it.

    `words`: the glyphs of a phrase: words of one text with usual spaces between them, taken as one; else none.
    """

    text: str
    x0: float
    x1: float
    size: float
    base: float
    after_space: bool
    words: tuple[Glyph, ...] = ()


_new = tuple.__new__
"""Makes a sign of its parts in a third of the time; a page has hundreds."""


def signs_of(glyphs: Iterable[Glyph]) -> list[Sign]:
    """The glyphs with ink, in the order of painting; those of a phrase are one sign."""
    signs: list[Sign] = []
    phrase: list[Glyph] = []
    was_space = starts_after_space = False
    last_order, last_low, last_size, end = -1, 0.0, 0.0, inf
    for glyph in glyphs:
        text, x0, low, x1, _, size, _, order, _, _, _, _, after_space = glyph
        if text.isspace():
            was_space = True
            continue
        goes_on = after_space and order == last_order and low == last_low and size == last_size
        if goes_on and SPACE_GAP * size < x0 - end <= PHRASE_GAP * size and phrase[-1].text not in BULLETS:
            phrase.append(glyph)
        else:
            if phrase:
                signs.append(_sign(phrase, starts_after_space))
            phrase = [glyph]
            starts_after_space = was_space or after_space
            last_order, last_low, last_size = order, low, size
        was_space, end = False, x1
    if phrase:
        signs.append(_sign(phrase, starts_after_space))
    return signs


def _sign(phrase: list[Glyph], after_space: bool) -> Sign:
    text, x0, low, x1, _, size, _, _, _, _, _, _, _ = phrase[0]
    words: tuple[Glyph, ...] = ()
    if len(phrase) > 1:
        text, x1, words = " ".join([glyph.text for glyph in phrase]), phrase[-1].x1, tuple(phrase)
    return _new(Sign, (text, x0, x1, size, low + DROP * size, after_space, words))


def _apart(signs: Iterable[Sign]) -> list[Sign]:
    """The signs, each word of a phrase on its own."""
    apart: list[Sign] = []
    for sign in signs:
        if sign.words:
            apart.append(_sign([sign.words[0]], sign.after_space))
            apart += [_sign([word], after_space=True) for word in sign.words[1:]]
        else:
            apart.append(sign)
    return apart


def rows_of(signs: list[Sign]) -> list[list[Sign]]:
    """Signs on about one baseline, from top to bottom, each row from left to right."""
    rows: list[list[Sign]] = []
    base, size = 0.0, 0.0
    row: list[Sign] = []
    for sign in sorted(signs, key=_base, reverse=True):
        height, level = sign.size, sign.base
        is_level = level == base and height == size  # as most are
        if not row or not (is_level or base - level <= SAME_LINE * min(max(height, size), 2 * min(height, size))):
            row = []
            rows.append(row)
            base, size = level, height
        row.append(sign)
        size = max(size, height)
    return [_without_shadows(_from_the_left(row)) for row in rows]


def _from_the_left(row: list[Sign]) -> list[Sign]:
    """The row from left to right; if something is painted into or over its phrases, word by word."""
    found = sorted(row, key=_left_edge)
    is_crossed = any(after.x0 < before.x1 for before, after in pairwise(found))
    if is_crossed and any(sign.words for sign in row):
        return sorted(_apart(row), key=_left_edge)
    return found


_base: Callable[[Sign], float] = itemgetter(Sign._fields.index("base"))
_left_edge: Callable[[Sign], float] = itemgetter(Sign._fields.index("x0"))


def _without_shadows(row: list[Sign]) -> list[Sign]:
    """The row without letters painted twice a hair apart to look bold."""
    if len({sign.text for sign in row}) == len(row):
        return row
    kept: list[Sign] = []
    last = last_but_one = None
    for sign in row:
        if not _is_shadow(sign, last) and not _is_shadow(sign, last_but_one):
            kept.append(sign)
            last, last_but_one = sign, last
    return kept


def _is_shadow(sign: Sign, other: Sign | None) -> bool:
    if other is None or other.text != sign.text:
        return False
    width = sign.x1 - sign.x0
    return abs(sign.x0 - other.x0) < min(0.2 * sign.size, max(0.5 * width, 0.1))


def runs_of(row: list[Sign]) -> list[list[Sign]]:
    """The signs of a row with no wide gap between them, from left to right."""
    run: list[Sign] = row[:1]
    runs = [run]
    last = row[0]
    for sign in row[1:]:
        gap = sign.x0 - last.x1
        if gap > PIECE_GAP * min(last.size, sign.size) and _is_apart(run, sign):
            run = []
            runs.append(run)
        run.append(sign)
        last = sign
    return _spaced_together(runs) if len(runs) > 1 else runs


def _is_apart(run: list[Sign], sign: Sign) -> bool:
    """True if a sign after a gap begins a new piece; the text after a lone bullet does not."""
    last = run[-1]
    return len(run) > 1 or last.text not in BULLETS or sign.x0 - last.x1 >= 4 * last.size


def _spaced_together(runs: list[list[Sign]]) -> list[list[Sign]]:
    """The runs with the words of letter-spaced headings, which stand far apart, put together."""
    joined: list[list[Sign]] = []
    usual = None
    for run in runs:
        following = spacing(run)
        if usual and following and run[0].x0 - joined[-1][-1].x1 < 5 * max(usual, following):
            joined[-1] += run
        else:
            joined.append(run)
        usual = following
    return joined


def spacing(run: Sequence[Sign]) -> float | None:
    """The usual gap between the letters of a letter-spaced run; None if it is set as usual."""
    words = letters = 0  # those of one glyph touch
    for text, _, _, _, _, _, phrase in run:
        many = len(phrase) or 1
        words += many
        letters += len(text) + 1 - many
    if words - 1 < SPACED_SHARE * (letters - 1):
        return None
    run = _apart(run)
    gaps = _gaps(run)
    spaces = sum(sign.after_space for sign in run[1:])
    if len(gaps) < (4 if spaces > len(gaps) / 2 else 2):
        return None
    wide = sum(gap > WORD_GAP * sign.size for gap, sign in zip(gaps, run, strict=False))
    return median(gaps) if wide >= SPACED_SHARE * (letters - 1) else None


def _gaps(run: Sequence[Sign]) -> list[float]:
    return [after.x0 - before.x1 for before, after in pairwise(run)]


def words_of(run: Sequence[Sign]) -> str:
    """The text of a run, its words parted by spaces."""
    usual = spacing(run)
    if usual is not None:
        run = _apart(run)
    found, end = run[0].text, run[0].x1
    for text, x0, x1, size, _, after_space, _ in run[1:]:
        if usual is None:
            is_apart = x0 - end > (SPACE_GAP if after_space else WORD_GAP) * size
        else:
            is_apart = x0 - end > SPACED_WORD * usual
        found += f" {text}" if is_apart else text
        end = x1
    return found
