"""Text in reading order from glyph boxes: words by gap, lines by baseline."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from math import inf
from operator import attrgetter, itemgetter
from statistics import median
from typing import NamedTuple, TypeAlias

from matcher.core.folding import BULLET, BULLETS
from matcher.readers.pdf.columns import FEWEST_LINES, Piece, ordered
from matcher.readers.pdf.glyphs import DROP, Glyph

WORD_GAP = 0.17
"""Gap between glyphs, in font sizes, that parts words (a space is 0.2–0.3; kerning stays below 0.1)."""
SPACE_GAP = 0.05
"""Gap, in font sizes, that parts words where a space was painted into it: set tight or stretched narrow."""
PIECE_GAP = 1.4
"""Gap, in font sizes, that parts pieces of a line: columns, table cells, right-aligned dates."""
EDGE_GAP = 0.7
"""Gap, in font sizes, that parts pieces where the second stands at the left edge of a column; justified lines are
stretched to 0.6."""
SAME_PLACE = 1.0
"""Points within which a piece stands at the left edge of a column."""
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


class _Sign(NamedTuple):
    """A glyph with ink. `after_space`: a space was painted just before it. `base`: height of its baseline."""

    glyph: Glyph
    after_space: bool
    base: float


_new = tuple.__new__
"""Makes a sign of its parts in a third of the time; a page has hundreds."""


def text_of(glyphs: Iterable[Glyph], dots: Sequence[Dot] = ()) -> str:
    """The lines of a page in reading order, parted by line feeds; pieces of one line are parted by tabs.

    `dots`: middles of small shapes; one that stands before a line is its bullet.

    Text in the direction that most of the page has comes first, then turned text, then slanted text as it was painted.
    """
    by_turn: dict[int | None, list[Glyph]] = {}
    for turn, group in groupby(glyphs, key=_turn):
        by_turn.setdefault(turn, []).extend(group)
    slanted = by_turn.pop(None, [])
    blocks = [
        _straight_text(group, turn or 0, () if turn else dots)
        for turn, group in sorted(by_turn.items(), key=_most_first)
    ]
    return "\n".join(block for block in (*blocks, _painted_order(slanted)) if block)


_turn: Callable[[Glyph], int | None] = attrgetter("turn")


def _most_first(group: tuple[int | None, list[Glyph]]) -> tuple[int, int]:
    turn, glyphs = group
    return (-len(glyphs), turn or 0)


def _straight_text(glyphs: list[Glyph], turn: int, shapes: Iterable[Dot]) -> str:
    dots = _Dots(shapes)
    signs = _signs([_turned_back(glyph, turn) for glyph in glyphs] if turn else glyphs)
    rows = [_runs(row) for row in _rows(signs)]
    edges = sorted(run[0].glyph.x0 for row in rows for run in row)
    pieces = [
        _piece(part, number, dots) for number, row in enumerate(rows) for run in row for part in _parted(run, edges)
    ]
    text = ""
    for block in map(_lines, ordered(pieces)):
        text += ("" if _goes_on(text, block) else "\n") + block
    return text


def _goes_on(text: str, block: str) -> bool:
    """True if a sentence that is cut off at the end of a column goes on at the top of the next."""
    return not text or (text.rstrip()[-1:] not in ".:;!?" and block[:1].islower())


def _turned_back(glyph: Glyph, turn: int) -> Glyph:
    """The glyph on a page that was turned so that it stands upright."""
    x0, y0, x1, y1 = glyph[1:5]
    for _ in range(turn):
        x0, y0, x1, y1 = y0, -x1, y1, -x0
    return glyph._replace(x0=x0, y0=y0, x1=x1, y1=y1)


def _signs(glyphs: list[Glyph]) -> list[_Sign]:
    """The glyphs with ink, in the order of painting."""
    signs = []
    was_space = False
    for glyph in glyphs:
        is_space = glyph.text.isspace()
        if not is_space:
            signs.append(_new(_Sign, (glyph, was_space or glyph.after_space, glyph.y0 + DROP * glyph.size)))
        was_space = is_space
    return signs


def _rows(signs: list[_Sign]) -> list[list[_Sign]]:
    """Signs on about one baseline, from top to bottom, each row from left to right."""
    rows: list[list[_Sign]] = []
    base, size = 0.0, 0.0
    row: list[_Sign] = []
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


_height: Callable[[_Sign], float] = itemgetter(2)


def _left_edge(sign: _Sign) -> float:
    return sign.glyph.x0


def _without_shadows(row: list[_Sign]) -> list[_Sign]:
    """The row without letters painted twice a hair apart to look bold."""
    kept: list[_Sign] = []
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


def _runs(row: list[_Sign]) -> list[list[_Sign]]:
    """The signs of a row with no wide gap between them, from left to right."""
    runs: list[list[_Sign]] = []
    run: list[_Sign] = []
    for sign in row:
        if not run or _is_apart(run, sign):
            run = []
            runs.append(run)
        run.append(sign)
    return _spaced_together(runs) if len(runs) > 1 else runs


def _parted(run: list[_Sign], edges: Sequence[float]) -> Iterator[list[_Sign]]:
    """The run, cut where what follows a gap stands at the left edge of a column: dates can reach up to its gutter."""
    start, end = 0, inf
    for number, (glyph, _, _) in enumerate(run):
        if glyph.x0 - end > EDGE_GAP * glyph.size and _is_edge(glyph.x0, edges) and _spacing(run) is None:
            yield run[start:number]
            start = number
        end = glyph.x1
    yield run[start:]


def _is_edge(x: float, edges: Sequence[float]) -> bool:
    return bisect_right(edges, x + SAME_PLACE) - bisect_left(edges, x - SAME_PLACE) >= FEWEST_LINES


def _piece(run: list[_Sign], row: int, dots: _Dots) -> Piece:
    first, last = run[0].glyph, run[-1].glyph
    base = sorted([sign.base for sign in run])[len(run) // 2]
    mark = f"{BULLET} " if dots.has_before(first, base) else ""
    return Piece(mark + _words(run), first.x0, last.x1, base, row)


class _Dots:
    """The middles of small shapes, from the lowest to the highest."""

    def __init__(self, dots: Iterable[Dot]) -> None:
        self._dots = sorted((y, x) for x, y in dots)

    def has_before(self, first: Glyph, base: float) -> bool:
        """True if a dot stands before a glyph, at half its height, and is no glyph itself."""
        size = first.size
        if not self._dots or first.text in BULLETS:
            return False
        low = bisect_left(self._dots, (base + 0.1 * size,))
        high = bisect_right(self._dots, (base + 0.6 * size, inf))
        return any(0.2 * size <= first.x0 - x <= BULLET_GAP * size for _, x in self._dots[low:high])


def _is_apart(run: list[_Sign], sign: _Sign) -> bool:
    """True if a sign begins a new piece; the text after a lone bullet does not."""
    glyph, last = sign.glyph, run[-1].glyph
    gap = glyph.x0 - last.x1
    if len(run) == 1 and last.text in BULLETS:
        return gap >= 4 * last.size
    return gap > PIECE_GAP * last.size or gap > PIECE_GAP * glyph.size


def _spaced_together(runs: list[list[_Sign]]) -> list[list[_Sign]]:
    """The runs with the words of letter-spaced headings, which stand far apart, put together."""
    joined: list[list[_Sign]] = []
    usual = None
    for run in runs:
        following = _spacing(run)
        if usual and following and run[0].glyph.x0 - joined[-1][-1].glyph.x1 < 5 * max(usual, following):
            joined[-1] += run
        else:
            joined.append(run)
        usual = following
    return joined


def _spacing(run: Sequence[_Sign]) -> float | None:
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


def _gaps(run: Sequence[_Sign]) -> list[float]:
    return [after.glyph.x0 - before.glyph.x1 for before, after in pairwise(run)]


def _words(run: Sequence[_Sign]) -> str:
    spacing = _spacing(run)
    text = run[0].glyph.text
    end = run[0].glyph.x1
    for glyph, after_space, _ in run[1:]:
        if spacing is None:
            is_apart = glyph.x0 - end > (SPACE_GAP if after_space else WORD_GAP) * glyph.size
        else:
            is_apart = glyph.x0 - end > SPACED_WORD * spacing
        text += f" {glyph.text}" if is_apart else glyph.text
        end = glyph.x1
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
