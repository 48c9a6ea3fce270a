"""Letters that look the same and touch, joined to one glyph as they come."""

from __future__ import annotations

from matcher.readers.pdf.glyphs import DROP, Glyph
from matcher.readers.pdf.pdfium.looks import Style
from matcher.readers.pdf.rectangles import Rectangle

TOUCHING = 0.05
"""Gap, in font sizes, up to which letters belong together whatever stands around them."""
KERNED = 0.3
"""Overlap, in font sizes, up to which a letter follows the one before it, and is not painted over it."""
_RISE = 1 - DROP
_new = tuple.__new__
"""Makes a glyph of its parts in a third of the time; a page has hundreds."""


class Joined:
    """The `glyphs` that are complete; `is_after_space`: a space was painted before what comes next.

    Edges and baseline in points. `_style` is None if there is no word of which more may come.
    """

    __slots__ = ("_is_after_space", "_order", "_style", "_text", "_x0", "_x1", "_y", "glyphs", "is_after_space")

    def __init__(self) -> None:
        self.glyphs: list[Glyph] = []
        self.is_after_space = False
        self._style: Style | None = None
        self._text = ""
        self._order = 0
        self._x0 = self._x1 = self._y = 0.0
        self._is_after_space = False

    def add(self, style: Style, order: int, y: float, text: str, x0: float, x1: float) -> None:  # noqa: PLR0913
        """Notes upright letters; they join those before them if these look the same and end where they begin."""
        if (
            self._style is style
            and self._y == y
            and not self.is_after_space
            and -KERNED * style.size < x0 - self._x1 <= TOUCHING * style.size
            and 0 <= order - self._order <= 1
        ):
            self._text += text
        else:
            if self._style is not None:
                self.flush()
            self._style, self._y, self._text, self._x0 = style, y, text, x0
            self._is_after_space = self.is_after_space
            self.is_after_space = False
        self._x1 = x1
        self._order = order

    def lengthen(self, letter: str) -> None:
        """Notes one more letter of the last glyph."""
        if self._style is not None:
            self._text += letter
        elif self.glyphs:
            self.glyphs[-1] = self.glyphs[-1]._replace(text=self.glyphs[-1].text + letter)

    def flush(self) -> None:
        """Notes the word that is complete."""
        style = self._style
        if style is None:
            return
        x0, x1, y, size = self._x0, self._x1, self._y, style.size
        y0, y1 = y - DROP * size, y + _RISE * size
        left, bottom, right, top = style.seen
        is_cut_off = not (left <= (x0 + x1) / 2 <= right and bottom <= (y0 + y1) / 2 <= top)
        self.glyphs.append(
            _new(Glyph, (
                self._text, x0, y0, x1, y1, size, style.color, self._order, style.turn, style.is_invisible, is_cut_off,
                False, self._is_after_space,
            ))
        )  # fmt: skip
        self._style = None

    def add_odd(self, style: Style, order: int, text: str, around: Rectangle, size: float, is_unmapped: bool) -> None:  # noqa: PLR0913
        """Notes a letter in any direction, as a glyph of its own. To be called after `flush`."""
        x0, y0, x1, y1 = around
        left, bottom, right, top = style.seen
        is_cut_off = not (left <= (x0 + x1) / 2 <= right and bottom <= (y0 + y1) / 2 <= top)
        self.glyphs.append(
            Glyph(
                text, x0, y0, x1, y1, size, style.color, order, style.turn, style.is_invisible, is_cut_off, is_unmapped,
                self.is_after_space,
            )
        )  # fmt: skip
        self.is_after_space = False
