"""Letters that look the same and touch, joined to one glyph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from matcher.readers.pdf.glyphs import DROP, Glyph
from matcher.readers.pdf.pdfium.looks import Style
from matcher.readers.pdf.rectangles import EVERYWHERE

Seen: TypeAlias = tuple[Style, int, float]
"""How letters look, their place in the order of painting, and their baseline."""
Part: TypeAlias = tuple[bool, Seen, str, float, float]
"""Upright letters that touch: if a space was painted before them, how they look, text, left and right edge."""
TOUCHING = 0.05
"""Gap, in font sizes, up to which letters belong together whatever stands around them."""
KERNED = 0.3
"""Overlap, in font sizes, up to which a letter follows the one before it, and is not painted over it."""
_RISE = 1 - DROP
_new = tuple.__new__
"""Makes a glyph of its parts in a third of the time; a page has hundreds."""


def joined(parts: Sequence[Part]) -> Iterator[Glyph]:
    """The glyphs of a page: parts join those before them if these look the same and end where they begin."""
    if not parts:
        return
    is_after, (style, last, y), text, x0, x1 = parts[0]
    for is_next_after, (following, order, base), letters, left, right in (*parts[1:], _END):
        if (
            not is_next_after
            and following is style
            and base == y
            and 0 <= order - last <= 1
            and -KERNED * style.size < left - x1 <= TOUCHING * style.size
        ):
            text += letters
        else:
            size = style.size
            y0, y1 = y - DROP * size, y + _RISE * size
            is_cut_off = is_outside(style, x0, y0, x1, y1)
            yield _new(Glyph, (
                text, x0, y0, x1, y1, size, style.color, last, style.turn, style.is_invisible, is_cut_off, False,
                is_after,
            ))  # fmt: skip
            is_after, style, y, text, x0 = is_next_after, following, base, letters, left
        last, x1 = order, right


def is_outside(style: Style, x0: float, y0: float, x1: float, y1: float) -> bool:
    """True if the middle of a glyph stands where nothing of its look is shown."""
    left, bottom, right, top = style.seen
    return not (left <= (x0 + x1) / 2 <= right and bottom <= (y0 + y1) / 2 <= top)


_NO_STYLE = Style(0.0, None, None, EVERYWHERE, True, False, {}, {})
_END: Part = (True, (_NO_STYLE, 0, 0.0), "", 0.0, 0.0)
"""Comes after the last part, so that this is complete."""
