"""Text in reading order from the lines of a page: columns, bullets, paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf
from operator import itemgetter
from statistics import median
from typing import TypeAlias

from matcher.core.folding import BULLET, BULLETS
from matcher.readers.pdf.columns import ordered
from matcher.readers.pdf.glyphs import Glyph
from matcher.readers.pdf.lines import Sign, rows_of, runs_of, signs_of, spacing, words_of
from matcher.readers.pdf.name_first import with_name_first
from matcher.readers.pdf.pieces import FEWEST_LINES, Piece

EDGE_GAP = 0.7
"""Gap, in font sizes, that parts pieces where the second stands at the left edge of a column; justified lines are
stretched to 0.6."""
SAME_PLACE = 1.0
"""Points within which a piece stands at the left edge of a column."""
BULLET_GAP = 3.0
"""Distance, in font sizes, of a painted bullet from its line at most."""
_MARK = re.compile(rf"[{re.escape(BULLETS)}*o–—-]|\(?(?:\d{{1,2}}|[a-z])[.)]")
"""What opens an item of a list: a bullet, a dash, a number."""
TAB = 40.0
"""Points from a bullet to its line at most: half an inch is usual."""
PARAGRAPH_GAP = 1.45
"""Distance between lines, in usual distances, from which a new paragraph starts."""


Dot: TypeAlias = tuple[float, float]


def text_of(glyphs: Sequence[Glyph], dots: Sequence[Dot] = (), is_first: bool = False) -> str:
    """The lines of a page in reading order, parted by line feeds; pieces of one line are parted by tabs.

    `dots`: middles of small shapes; one that stands before a line is its bullet. `is_first`: the name of the person
    may stand on the page.

    Text in the direction that most of the page has comes first, then turned text, then slanted text as it was painted.
    """
    turns = set(map(_turn, glyphs))
    by_turn = {turn: [g for g in glyphs if g.turn == turn] if len(turns) > 1 else glyphs for turn in turns}
    slanted = by_turn.pop(None, ())
    blocks = [
        _straight_text(group, turn or 0, () if turn else dots, is_first)
        for turn, group in sorted(by_turn.items(), key=_most_first)
    ]
    return "\n".join(block for block in (*blocks, _painted_order(slanted)) if block)


_turn: Callable[[Glyph], int | None] = itemgetter(Glyph._fields.index("turn"))


def _most_first(group: tuple[int | None, Sequence[Glyph]]) -> tuple[int, int]:
    turn, glyphs = group
    return (-len(glyphs), turn or 0)


def _straight_text(glyphs: Sequence[Glyph], turn: int, shapes: Iterable[Dot], is_first: bool) -> str:
    dots = _Dots(shapes)
    signs = signs_of([_turned_back(glyph, turn) for glyph in glyphs] if turn else glyphs)
    rows = [runs_of(row) for row in rows_of(signs)]
    edges = sorted([run[0].x0 for row in rows for run in row])
    pieces = [
        _piece(part, number, dots) for number, row in enumerate(rows) for run in row for part in _parted(run, edges)
    ]
    blocks = ordered(_with_their_bullets(pieces))
    text = ""
    for block in map(_lines, with_name_first(blocks) if is_first and len(blocks) > 1 else blocks):
        text += ("" if _goes_on(text, block) else "\n") + block
    return text


def _with_their_bullets(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, each bullet that stands apart in one with what it opens: bullets alone are no column."""
    joined: list[Piece] = []
    for piece in pieces:
        mark = joined[-1] if joined else None
        if mark is not None and mark.row == piece.row and _MARK.fullmatch(mark.text) and 0 <= piece.x0 - mark.x1 <= TAB:
            joined[-1] = replace(piece, text=f"{mark.text} {piece.text}")
        else:
            joined.append(piece)
    return joined


def _goes_on(text: str, block: str) -> bool:
    """True if a sentence that is cut off at the end of a column goes on at the top of the next."""
    return not text or (text.rstrip()[-1:] not in ".:;!?" and block[:1].islower())


def _turned_back(glyph: Glyph, turn: int) -> Glyph:
    """The glyph on a page that was turned so that it stands upright."""
    x0, y0, x1, y1 = glyph[1:5]
    for _ in range(turn):
        x0, y0, x1, y1 = y0, -x1, y1, -x0
    return glyph._replace(x0=x0, y0=y0, x1=x1, y1=y1)


def _parted(run: list[Sign], edges: Sequence[float]) -> Iterator[list[Sign]]:
    """The run, cut where what follows a gap stands at the left edge of a column: dates can reach up to its gutter."""
    start, end = 0, inf
    for number, (_, x0, x1, size, _, _, _) in enumerate(run):
        if x0 - end > EDGE_GAP * size and _is_edge(x0, edges) and spacing(run) is None:
            yield run[start:number]
            start = number
        end = x1
    yield run[start:] if start else run


def _is_edge(x: float, edges: Sequence[float]) -> bool:
    return bisect_right(edges, x + SAME_PLACE) - bisect_left(edges, x - SAME_PLACE) >= FEWEST_LINES


def _piece(run: list[Sign], row: int, dots: _Dots) -> Piece:
    first, last = run[0], run[-1]
    bases = [first.base] if first is last else sorted([sign.base for sign in run for _ in sign.words or (None,)])
    base = bases[len(bases) // 2]
    mark = f"{BULLET} " if dots.has_before(first, base) else ""
    return Piece(mark + words_of(run), first.x0, last.x1, base, row, first.size)


class _Dots:
    """The middles of small shapes, from the lowest to the highest."""

    def __init__(self, dots: Iterable[Dot]) -> None:
        self._dots = sorted((y, x) for x, y in dots)

    def has_before(self, first: Sign, base: float) -> bool:
        """True if a dot stands before a sign, at half its height, and is no sign itself."""
        size = first.size
        if not self._dots or first.text in BULLETS:
            return False
        low = bisect_left(self._dots, (base + 0.1 * size,))
        high = bisect_right(self._dots, (base + 0.6 * size, inf))
        return any(0.2 * size <= first.x0 - x <= BULLET_GAP * size for _, x in self._dots[low:high])


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


def _painted_order(glyphs: Sequence[Glyph]) -> str:
    """Slanted text as it was painted: a line a run."""
    text = ""
    for before, glyph in zip([*glyphs[:1], *glyphs], glyphs, strict=False):
        far = max(abs(glyph.x0 - before.x0), abs(glyph.y0 - before.y0)) > 2.5 * max(glyph.size, before.size)
        text += ("\n" if far else "") + glyph.text
    return f"{text}\n" if text else ""
