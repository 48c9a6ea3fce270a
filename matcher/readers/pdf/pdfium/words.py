"""The words that PDFium finds on a page, each as one glyph where its letters touch.

Most letters are never asked for their place: where a word is as wide as its letters together, there is no gap in it.
"""

from __future__ import annotations

import re

import numpy as np

from matcher.core.folding import BULLET
from matcher.readers.pdf.glyphs import DROP, Glyph
from matcher.readers.pdf.letters import UNMAPPED
from matcher.readers.pdf.pdfium import calls
from matcher.readers.pdf.pdfium.batches import edges, origins
from matcher.readers.pdf.pdfium.joined import TOUCHING, Part, Seen, is_outside, joined
from matcher.readers.pdf.pdfium.looks import Look, Looks, Style
from matcher.readers.pdf.pdfium.runs import RIGHT_TO_LEFT, Pieces, letters, pieces
from matcher.readers.pdf.pdfium.widths import Floats, widths

LONGEST_LIGATURE = 4
"""Letters that one glyph may stand for without more being said than is shown: "ffi", "fft"."""
NARROWEST = 0.15
"""Width of a letter, in font sizes, below which a text says more than it shows; an "i" has 0.22."""
DRAWN = 1.6
"""Height of the letters of a font whose measure is odd, in widths of a letter that is wider than its size twice."""
_SIGN = re.compile(r"[!-~]")


class Words:
    """`glyphs` of a page and whether it `is_retold`; `count`: its letters, those that PDFium made up included."""

    def __init__(self, text: calls.Argument, count: int, looks: Looks) -> None:
        self.glyphs: list[Glyph] = []
        self.is_retold = False
        self._text = text
        self._letters = letters(text, count)
        self._parts: list[Part] = []
        is_mixed = bool(RIGHT_TO_LEFT.search(self._letters))
        found = pieces(text, self._letters, is_mixed)
        if len(found.starts):
            look = looks.of(found)
            firsts, lasts = self._pens(found)
            self._read(found, look, firsts[:, 0], lasts[:, 0])
            self._flush()
            self.is_retold = not is_mixed and self._check_retold(found, look, lasts)

    def _pens(self, found: Pieces) -> tuple[Floats, Floats]:
        """Where the pen stood for the first and for the last letter of each piece."""
        firsts = origins(self._text, found.starts.tolist())
        lasts = firsts.copy()
        is_long = found.stops - found.starts > 1
        lasts[is_long] = origins(self._text, (found.stops[is_long] - 1).tolist())
        return firsts, lasts

    def _read(self, found: Pieces, look: Look, lefts: Floats, lasts: Floats) -> None:
        """Notes the words: each as one part if it is as wide as its letters, so that these touch."""
        wide, of_last = widths(self._text, self._letters, found, look)
        rights = lasts + of_last
        sizes = np.array([style.size for style in look.styles])[look.style]
        is_whole = np.abs(rights - lefts - wide) <= TOUCHING * sizes
        is_whole &= rights - lefts <= 2 * sizes * (found.stops - found.starts)
        spans = list(zip(found.starts.tolist(), found.stops.tolist(), strict=True))
        looks = zip(
            [look.styles[style] for style in look.style.tolist()], look.order.tolist(), look.y.tolist(), strict=True
        )
        texts = [self._letters[start:stop] for start, stop in spans]
        parts = list(zip(found.is_after.tolist(), looks, texts, lefts.tolist(), rights.tolist(), strict=True))
        done = 0
        for number in np.flatnonzero(~is_whole).tolist():
            self._parts += parts[done:number]
            self._closely(parts[number], *spans[number], lasts[number])
            done = number + 1
        self._parts += parts[done:]

    def _closely(self, part: Part, start: int, stop: int, last: float) -> None:
        """Notes a word that has letters of an unknown width, or gaps."""
        is_after, look, word, left, _ = part
        style = look[0]
        is_new = style.turn == 0 and not style.plain.keys() >= set(word)
        if is_new and self._learn(style, start, stop) and style.plain.keys() >= set(word):
            right = last + style.plain[word[-1]]
            wide = sum([style.plain[letter] for letter in word])
            if abs(right - left - wide) <= TOUCHING * style.size and right - left <= 2 * style.size * len(word):
                self._parts.append((is_after, look, word, left, right))
                return
        self._letter_by_letter(look, start, stop, is_after)

    def _learn(self, style: Style, start: int, stop: int) -> bool:
        """Learns how wide the letters of a word are; False if one shares its glyph, so that nothing can be learnt."""
        boxes = edges(self._text, range(start, stop)).tolist()
        lefts = [left for left, _, _, _ in boxes]
        is_shared = len(set(lefts)) < len(lefts)
        widths = style.widths
        for number, letter in enumerate(self._letters[start:stop]):
            if letter in widths:
                continue
            left, _, right, _ = boxes[number]
            if is_shared and left in (*lefts[number - 1 : number], *lefts[number + 1 : number + 2]):
                return False
            widths[letter] = right - left
            if style.turn == 0 and not style.is_dingbats and not calls.is_unmapped_at(self._text, start + number):
                style.plain[letter] = right - left
        return True

    def _letter_by_letter(self, look: Seen, start: int, stop: int, is_after: bool) -> None:
        before: list[float] = []
        for number, box in enumerate(edges(self._text, range(start, stop)).tolist(), start):
            letter = self._letters[number]
            if box == before:  # a ligature: letters of one glyph
                self._lengthen(letter)
            elif self._is_plain(look[0], number, box):
                self._parts.append((is_after, look, letter, box[0], box[2]))
            else:
                self._odd_letter(look, number, box, is_after)
            before, is_after = box, False

    def _lengthen(self, letter: str) -> None:
        """Notes one more letter of the last glyph."""
        if self._parts:
            is_after, look, text, left, right = self._parts[-1]
            self._parts[-1] = (is_after, look, text + letter, left, right)
        elif self.glyphs:
            self.glyphs[-1] = self.glyphs[-1]._replace(text=self.glyphs[-1].text + letter)

    def _is_plain(self, style: Style, number: int, box: list[float]) -> bool:
        return (
            style.turn == 0
            and not style.is_dingbats
            and box[2] - box[0] <= 2 * style.size
            and not calls.is_unmapped_at(self._text, number)
        )

    def _odd_letter(self, look: Seen, number: int, box: list[float], is_after: bool) -> None:
        """Notes a letter of an unknown value, direction or measure, or of a font of signs."""
        self._flush()
        style, order, _ = look
        left, top, right, bottom = box
        letter, is_unmapped = self._letters[number], bool(calls.is_unmapped_at(self._text, number))
        if style.is_dingbats and _SIGN.fullmatch(letter):
            letter, is_unmapped = BULLET, False
        size = style.size
        if style.turn == 0 and right - left > 2 * size:
            size = DRAWN * (right - left)
        x, y = origins(self._text, [number])[0].tolist()
        drop, rise = DROP * size, (1 - DROP) * size
        low, high = min(bottom, top), max(bottom, top)
        x0, y0, x1, y1 = {
            0: (left, y - drop, right, y + rise),
            1: (x - rise, low, x + drop, high),
            2: (left, y - rise, right, y + drop),
            3: (x - drop, low, x + rise, high),
            None: (left, low, right, high),
        }[style.turn]
        self.glyphs.append(
            Glyph(
                UNMAPPED if is_unmapped else letter, x0, y0, x1, y1, size, style.color, order, style.turn,
                style.is_invisible, is_outside(style, x0, y0, x1, y1), is_unmapped, is_after,
            )
        )  # fmt: skip

    def _flush(self) -> None:
        """Notes the glyphs that are complete."""
        self.glyphs += joined(self._parts)
        self._parts.clear()

    def _check_retold(self, found: Pieces, look: Look, lasts: Floats) -> bool:
        """True if the letters of a text share one place and are more than a ligature has, or too close to be read."""
        is_one_place = (lasts[:, 0] == look.x) & (lasts[:, 1] == look.y) & (found.stops - look.first > 1)
        for number in np.flatnonzero(is_one_place).tolist():
            if number + 1 < len(found.items) and found.items[number] == found.items[number + 1]:
                continue  # the text goes on
            first, end = int(look.first[number]), int(found.stops[number])
            size = look.styles[look.style[number]].size
            boxes = edges(self._text, [first, end - 1])
            if end - first > LONGEST_LIGATURE or abs(boxes[1, 2] - boxes[0, 0]) < NARROWEST * size * (end - first):
                return True
        return False
