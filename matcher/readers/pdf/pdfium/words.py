"""The words that PDFium finds on a page, each as one glyph where its letters touch.

Most letters are never asked for their place: where a word is as wide as its letters together, there is no gap in it.
"""

from __future__ import annotations

import re
from ctypes import c_double, c_float
from struct import Struct

from matcher.core.folding import BULLET
from matcher.readers.pdf.glyphs import DROP
from matcher.readers.pdf.letters import UNMAPPED
from matcher.readers.pdf.pdfium import calls
from matcher.readers.pdf.pdfium.joined import TOUCHING, Joined
from matcher.readers.pdf.pdfium.looks import Look, Looks, Style
from matcher.readers.pdf.pdfium.runs import RIGHT_TO_LEFT, end_of_run, letters

LONGEST_LIGATURE = 4
"""Letters that one glyph may stand for without more being said than is shown: "ffi", "fft"."""
NARROWEST = 0.15
"""Width of a letter, in font sizes, below which a text says more than it shows; an "i" has 0.22."""
DRAWN = 1.6
"""Height of the letters of a font whose measure is odd, in widths of a letter that is wider than its size twice."""
_WORD = re.compile(r"\S+")
_SIGN = re.compile(r"[!-~]")
_EDGES = Struct("4f")


class Words:
    """`glyphs` of a page and whether it `is_retold`; `count`: its letters, those that PDFium made up included."""

    def __init__(self, text: calls.Argument, count: int, looks: Looks) -> None:
        self.is_retold = False
        self._text = text
        self._count = count
        self._looks = looks
        self._known: dict[int, Look] = {}
        self._letters = letters(text, count)
        self._edges = calls.Numbers(c_float, 4)
        self._pen = calls.Numbers(c_double, 2)
        self._joined = Joined()
        self._read(is_mixed=bool(RIGHT_TO_LEFT.search(self._letters)))
        self.glyphs = self._joined.glyphs

    def _read(self, is_mixed: bool) -> None:
        text, place, count, known, object_at = self._text, 0, self._count, self._known, calls.object_at
        item = object_at(text, 0) if count else None
        while place < count:
            end = place + 1
            following = object_at(text, end) if end < count else None
            if item is not None:  # or PDFium made it up: a space, a line end
                look = known.get(item)
                if look is None:
                    known[item] = look = self._looks.of(item, place)
                if item == following and not is_mixed:
                    end = end_of_run(text, item, place, count)
                    self._run(item, look, place, end)
                    following = object_at(text, end) if end < count else None
                elif not self._single(look, place):
                    self._run(item, look, place, end)
            item, place = following, end
        self._joined.flush()

    def _single(self, look: Look, place: int) -> bool:
        """Notes a letter that is a run of its own, as browsers paint them; False if it takes a closer look."""
        letter = self._letters[place]
        if letter == " ":
            self._joined.is_after_space = True
            return True
        style, order, _, y = look
        width = style.plain.get(letter)
        if not width:
            return False
        at_x, at_y = self._pen.places
        calls.origin_at(self._text, place, at_x, at_y)
        x = self._pen.values[0]
        self._joined.add(style, order, y, letter, x, x + width)
        return True

    def _run(self, item: int, look: Look, first: int, end: int) -> None:
        """Notes the words among the letters of one text object."""
        style, _, x, y = look
        if end - first > 1 and self._looks.origin(end - 1) == (x, y):
            self._check_retold(style, first, end)
        text, joined, object_at, last = self._text, self._joined, calls.object_at, first
        for found in _WORD.finditer(self._letters, first, end):
            start, stop = found.span()
            while last < start and not joined.is_after_space:
                joined.is_after_space = object_at(text, last) == item  # or made up
                last += 1
            if style.turn != 0 or not self._whole(look, found[0], start, stop):
                self._letter_by_letter(look, start, stop)
            last = stop
        while last < end and not joined.is_after_space:
            joined.is_after_space = object_at(text, last) == item
            last += 1

    def _whole(self, look: Look, word: str, start: int, stop: int) -> bool:
        """Notes a word whose letters touch; False if they may not."""
        style, order, _, y = look
        widths = style.plain
        try:
            each = [widths[letter] for letter in word]
        except KeyError:
            if not self._learn(style, start, stop) or not widths.keys() >= set(word):
                return False
            each = [widths[letter] for letter in word]
        pen, (at_x, at_y) = self._pen.values, self._pen.places
        calls.origin_at(self._text, start, at_x, at_y)
        left = last = pen[0]
        if stop - start > 1:
            calls.origin_at(self._text, stop - 1, at_x, at_y)
            last = pen[0]
        right, size = last + each[-1], style.size
        width = right - left
        if abs(width - sum(each)) > TOUCHING * size or width > 2 * size * len(word):
            return False
        self._joined.add(style, order, y, word, left, right)
        return True

    def _learn(self, style: Style, start: int, stop: int) -> bool:
        """Learns how wide the letters of a word are; False if one shares its glyph, so that nothing can be learnt."""
        edges = [self._edges_at(number) for number in range(start, stop)]
        lefts = [None, *[left for left, _, _, _ in edges], None]
        for number, (left, _, right, _) in enumerate(edges):
            letter = self._letters[start + number]
            if letter in style.widths:
                continue
            if left in (lefts[number], lefts[number + 2]):  # of the letters beside it
                return False
            style.widths[letter] = right - left
            if style.turn == 0 and not style.is_dingbats and not calls.is_unmapped_at(self._text, start + number):
                style.plain[letter] = right - left
        return True

    def _edges_at(self, number: int) -> tuple[float, ...]:
        """Left, top, right and bottom edge of a letter."""
        calls.edges_at(self._text, number, self._edges.places[0])
        return _EDGES.unpack(self._edges.values)

    def _letter_by_letter(self, look: Look, start: int, stop: int) -> None:
        style, order, _, y = look
        before: tuple[float, ...] = ()
        for number in range(start, stop):
            edges, letter = self._edges_at(number), self._letters[number]
            if edges == before:  # a ligature: letters of one glyph
                self._joined.lengthen(letter)
            elif self._is_plain(style, number, edges):
                self._joined.add(style, order, y, letter, edges[0], edges[2])
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

    def _odd_letter(self, look: Look, number: int, letter: str, edges: tuple[float, ...]) -> None:
        """Notes a letter of an unknown value, direction or measure, or of a font of signs."""
        self._joined.flush()
        style, order, _, _ = look
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
        self._joined.add_odd(style, order, UNMAPPED if is_unmapped else letter, around, size, is_unmapped)

    def _check_retold(self, style: Style, first: int, end: int) -> None:
        """Notes if the letters that share one place are more than a ligature has, or stand too close to be read."""
        many = end - first
        width = abs(self._edges_at(end - 1)[2] - self._edges_at(first)[0])
        self.is_retold = self.is_retold or many > LONGEST_LIGATURE or width < NARROWEST * style.size * many
