"""The words that PDFium finds on a page, each as one glyph where its letters touch.

Most letters are never asked for their place: where a word is as wide as its letters together, there is no gap in it.
"""

from __future__ import annotations

import re
from ctypes import c_double, c_float
from dataclasses import dataclass, field

from matcher.core.folding import BULLET
from matcher.readers.pdf.glyphs import DROP, Glyph
from matcher.readers.pdf.letters import UNMAPPED
from matcher.readers.pdf.pdfium import calls
from matcher.readers.pdf.pdfium.looks import Look, Looks, Style
from matcher.readers.pdf.pdfium.runs import RIGHT_TO_LEFT, end_of_run, letters
from matcher.readers.pdf.rectangles import Rectangle
from matcher.readers.pdf.shapes import EDGE

TOUCHING = 0.05
"""Gap, in font sizes, up to which letters belong together whatever stands around them."""
KERNED = 0.3
"""Overlap, in font sizes, up to which a letter follows the one before it, and is not painted over it."""
LONGEST_LIGATURE = 4
"""Letters that one glyph may stand for without more being said than is shown: "ffi", "fft"."""
NARROWEST = 0.15
"""Width of a letter, in font sizes, below which a text says more than it shows; an "i" has 0.22."""
DRAWN = 1.6
"""Height of the letters of a font whose measure is odd, in widths of a letter that is wider than its size twice."""
_WORD = re.compile(r"\S+")
_SIGN = re.compile(r"[!-~]")


class Words:
    """`glyphs` of a page and whether it `is_retold`; `count`: its letters, those that PDFium made up included."""

    def __init__(self, text: int, count: int, looks: Looks) -> None:
        self.glyphs: list[Glyph] = []
        self.is_retold = False
        self._text = text
        self._count = count
        self._looks = looks
        self._letters = letters(text, count)
        self._edges = calls.Numbers(c_float, 4)
        self._pen = calls.Numbers(c_double, 2)
        self._is_after_space = False
        self._word = _Word()
        self._read(is_mixed=bool(RIGHT_TO_LEFT.search(self._letters)))

    def _read(self, is_mixed: bool) -> None:
        text, place = self._text, 0
        item = calls.object_at(text, 0) if self._count else None
        known: dict[int, Look] = {}
        while place < self._count:
            following = calls.object_at(text, place + 1) if place + 1 < self._count else None
            if item is None:  # PDFium made it up: a space, a line end
                place += 1
            elif item != following or is_mixed:
                look = known.get(item) or known.setdefault(item, self._looks.of(item, place))
                self._single(item, look, place)
                place += 1
            else:
                end = end_of_run(text, item, place, self._count)
                look = known.get(item) or known.setdefault(item, self._looks.of(item, place))
                self._run(item, look, place, end)
                place = end
                following = calls.object_at(text, end) if end < self._count else None
            item = following
        self._flush()

    def _single(self, item: int, look: Look, place: int) -> None:
        """Notes a letter that stands alone in its run: browsers paint each as a text object of its own."""
        style = look.style
        letter = self._letters[place]
        width = style.widths.get(letter)
        if letter == " ":
            self._is_after_space = True
        elif width and style.turn == 0 and letter not in style.unmapped and not style.is_dingbats:
            calls.origin_at(self._text, place, *self._pen.places)
            x = self._pen.values[0]
            self._add(look, letter, x, x + width)
        else:
            self._run(item, look, place, place + 1)

    def _run(self, item: int, look: Look, first: int, end: int) -> None:
        """Notes the words among the letters of one text object."""
        if end - first > 1 and self._looks.origin(end - 1) == (look.x, look.y):
            self._check_retold(look, first, end)
        last = first
        for found in _WORD.finditer(self._letters, first, end):
            start, stop = found.span()
            if start > first:
                self._is_after_space = self._is_after_space or self._has_space(item, last, start)
            if look.style.turn != 0 or not self._whole(look, found[0], start, stop):
                self._letter_by_letter(look, start, stop)
            last = stop
        if last < end:
            self._is_after_space = self._has_space(item, last, end)

    def _has_space(self, item: int, start: int, stop: int) -> bool:
        """True if a space is painted between two places, and not made up."""
        return item in [calls.object_at(self._text, number) for number in range(start, stop)]

    def _whole(self, look: Look, word: str, start: int, stop: int) -> bool:
        """Notes a word whose letters touch; False if they may not."""
        style = look.style
        widths = style.widths
        try:
            expected = sum(map(widths.__getitem__, word))
        except KeyError:
            if not self._learn(style, start, stop):
                return False
            expected = sum(map(widths.__getitem__, word))
        if style.is_dingbats or (style.unmapped and not style.unmapped.isdisjoint(word)):
            return False
        pen, (at_x, at_y) = self._pen.values, self._pen.places
        calls.origin_at(self._text, start, at_x, at_y)
        left = last = pen[0]
        if stop - start > 1:
            calls.origin_at(self._text, stop - 1, at_x, at_y)
            last = pen[0]
        right = last + widths[word[-1]]
        if abs(right - left - expected) > TOUCHING * style.size or right - left > 2 * style.size * len(word):
            return False
        self._add(look, word, left, right)
        return True

    def _learn(self, style: Style, start: int, stop: int) -> bool:
        """Learns how wide the letters of a word are; False if one shares its glyph, so that nothing can be learnt."""
        for number in range(start, stop):
            letter = self._letters[number]
            if letter not in style.widths:
                left, _, right, _ = self._edges_at(number)
                beside = {self._edges_at(n)[0] for n in (number - 1, number + 1) if start <= n < stop}
                if left in beside:
                    return False
                style.widths[letter] = right - left
                if calls.is_unmapped_at(self._text, number):
                    style.unmapped.add(letter)
        return True

    def _edges_at(self, number: int) -> tuple[float, ...]:
        """Left, top, right and bottom edge of a letter."""
        calls.edges_at(self._text, number, self._edges.places[0])
        return tuple(self._edges.values)

    def _letter_by_letter(self, look: Look, start: int, stop: int) -> None:
        before: tuple[float, ...] = ()
        for number in range(start, stop):
            edges, letter = self._edges_at(number), self._letters[number]
            if edges == before:  # a ligature: letters of one glyph
                self._lengthen(letter)
            elif self._is_plain(look.style, number, edges):
                self._add(look, letter, edges[0], edges[2])
            else:
                self._odd_letter(look, number, letter, edges)
            before = edges

    def _is_plain(self, style: Style, number: int, edges: tuple[float, ...]) -> bool:
        return (
            style.turn == 0
            and not style.is_dingbats
            and edges[2] - edges[0] <= 2 * style.size
            and not calls.is_unmapped_at(self._text, number)
        )

    def _lengthen(self, letter: str) -> None:
        if self._word.parts:
            self._word.parts.append(letter)
        elif self.glyphs:
            self.glyphs[-1] = self.glyphs[-1]._replace(text=self.glyphs[-1].text + letter)

    def _odd_letter(self, look: Look, number: int, letter: str, edges: tuple[float, ...]) -> None:
        """Notes a letter of an unknown value, direction or measure, or of a font of signs."""
        self._flush()
        style = look.style
        left, top, right, bottom = edges
        is_unmapped = bool(calls.is_unmapped_at(self._text, number))
        if style.is_dingbats and _SIGN.fullmatch(letter):
            letter, is_unmapped = BULLET, False
        size = style.size
        if style.turn == 0 and right - left > 2 * size:
            size = DRAWN * (right - left)
        x, y = self._looks.origin(number)
        drop, rise = DROP * size, (1 - DROP) * size
        low, high = min(bottom, top), max(bottom, top)
        around = {
            0: (left, y - drop, right, y + rise),
            1: (x - rise, low, x + drop, high),
            2: (left, y - rise, right, y + drop),
            3: (x - drop, low, x + rise, high),
            None: (left, low, right, high),
        }[style.turn]
        shown = UNMAPPED if is_unmapped else letter
        self._note(style, look.order, shown, around, size, is_unmapped, self._is_after_space)
        self._is_after_space = False

    def _add(self, look: Look, text: str, x0: float, x1: float) -> None:
        """Notes upright letters; they join those before them if these look the same and end where they begin."""
        style, order, _, y = look
        word = self._word
        if (
            word.style is style
            and word.y == y
            and not self._is_after_space
            and -KERNED * style.size < x0 - word.x1 <= TOUCHING * style.size
            and 0 <= order - word.order <= 1
        ):
            word.parts.append(text)
            word.x1, word.order = x1, order
            return
        self._flush()
        word.style, word.order, word.parts = style, order, [text]
        word.x0, word.x1, word.y, word.is_after_space = x0, x1, y, self._is_after_space
        self._is_after_space = False

    def _flush(self) -> None:
        """Notes the word that is complete."""
        word, style = self._word, self._word.style
        if style is None:
            return
        size = style.size
        around = (word.x0, word.y - DROP * size, word.x1, word.y + (1 - DROP) * size)
        self._note(style, word.order, "".join(word.parts), around, size, False, word.is_after_space)
        word.style, word.parts = None, []

    def _note(  # noqa: PLR0913 - a glyph's own parts
        self,
        style: Style,
        order: int,
        text: str,
        around: Rectangle,
        size: float,
        is_unmapped: bool,
        is_after_space: bool,
    ) -> None:
        x0, y0, x1, y1 = around
        left, bottom, right, top = style.shown
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        is_cut_off = not (left - EDGE <= x <= right + EDGE and bottom - EDGE <= y <= top + EDGE)
        self.glyphs.append(
            Glyph(
                text, x0, y0, x1, y1, size, style.color, order, style.turn, style.is_invisible, is_cut_off, is_unmapped,
                is_after_space,
            )
        )  # fmt: skip

    def _check_retold(self, look: Look, first: int, end: int) -> None:
        """Notes if the letters that share one place are more than a ligature has, or stand too close to be read."""
        many = end - first
        width = abs(self._edges_at(end - 1)[2] - self._edges_at(first)[0])
        self.is_retold = self.is_retold or many > LONGEST_LIGATURE or width < NARROWEST * look.style.size * many


@dataclass(slots=True)
class _Word:
    """A word of which more may come; `style` is None if there is none. Edges and baseline in points."""

    style: Style | None = None
    order: int = 0
    parts: list[str] = field(default_factory=list)
    x0: float = 0.0
    x1: float = 0.0
    y: float = 0.0
    is_after_space: bool = False
