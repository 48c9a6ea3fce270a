"""How the texts of a page look: font, size, ink and direction, asked of PDFium once a text."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Sequence
from ctypes import c_uint
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from matcher.readers.contrast import Color
from matcher.readers.pdf.letters import DINGBATS
from matcher.readers.pdf.pdfium import calls
from matcher.readers.pdf.pdfium.batches import FACTS, facts, is_new, numbers_of
from matcher.readers.pdf.pdfium.objects import Objects
from matcher.readers.pdf.pdfium.runs import Pieces
from matcher.readers.pdf.rectangles import Rectangle
from matcher.readers.pdf.shapes import EDGE, UNSEEN, turn_of

_STROKED = 1
_WITH_STROKE = (_STROKED, 2)
_INVISIBLE = (3, 7)
"""Text render modes (ISO 32000-1, table 106)."""
_LONGEST_NAME = 128
_NO_STROKE = (0, 0, 0, 0)
_TOLD = FACTS - 2
"""Facts that texts of one style have in common; the last two say where a text stands."""
_KEYS = _TOLD + 8
"""What tells styles apart: these facts, if there is a colour, font, ink, what is shown around it, and the outlines."""


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """What many texts of a page have in common; there is one object for each, so `is` compares them.

    `seen`: where the middle of a glyph that can be seen stands; `widths`: how wide each letter was found to be, in
    points; `plain`: those of them that are written upright, say their letter and are no signs.
    """

    size: float
    turn: int | None
    color: Color | None
    seen: Rectangle
    is_invisible: bool
    is_dingbats: bool
    widths: dict[str, float]
    plain: dict[str, float]


@dataclass(frozen=True, slots=True)
class Look:
    """How the pieces of a page look. Of each: the number of its style in `styles`, the place of its text in the order
    of painting, the number of its text's first letter, and where the pen stood for that.
    """

    styles: list[Style]
    style: NDArray[np.int64]
    order: NDArray[np.int64]
    first: NDArray[np.int64]
    x: NDArray[np.float64]
    y: NDArray[np.float64]


class Looks:
    """Finds the looks of the texts of one page."""

    def __init__(self, text: calls.Argument, objects: Objects, shown: Rectangle) -> None:
        self._text = text
        self._orders = objects.orders
        self._places = objects.places
        self._spots: dict[tuple[Rectangle, float], int] = {(shown, 1.0): 0}
        self._names: dict[int, bool] = {}
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        self._stroke = calls.Numbers(c_uint, 4)

    def of(self, pieces: Pieces) -> Look:
        """The looks of pieces; each text is asked for once."""
        is_first = is_new(pieces.items)
        firsts = pieces.starts[is_first]
        handles = pieces.items[is_first].tolist()
        items = list(map(calls.argument, handles))
        told, has_fill = facts(self._text, items, firsts.tolist())
        keys = np.empty((len(items), _KEYS), np.int64)
        keys[:, :_TOLD] = told[:, :_TOLD].view(np.uint32)
        keys[:, _TOLD] = has_fill
        keys[:, _TOLD + 1] = numbers_of(map(calls.font_of, items), len(items))
        keys[:, _TOLD + 2] = inks = numbers_of(map(calls.ink_of, items), len(items))
        keys[:, _TOLD + 3] = self._spots_of(handles)
        keys[:, _TOLD + 4 :] = self._strokes_of(items, inks.tolist()) if inks.any() else 0
        styles, style = self._styled(keys, told)
        text = is_first.cumsum() - 1
        orders = numbers_of(map(self._orders.get, handles, repeat(0)), len(items))
        pens = told[:, _TOLD:].astype(np.float64)
        return Look(styles, style[text], orders[text], firsts[text], pens[text, 0], pens[text, 1])

    def _spots_of(self, handles: Sequence[int]) -> Sequence[int] | int:
        """The number of what is shown around each text; 0 for the whole page."""
        if not self._places:
            return 0
        spots, places = self._spots, self._places
        return [spots.setdefault(places[h][1:], len(spots)) if h in places else 0 for h in handles]

    def _strokes_of(self, items: Sequence[calls.Argument], inks: Sequence[int]) -> list[tuple[int, ...]]:
        """Red, green, blue and opacity of the outlines of each text, 0–255 each; zeros where they have none."""
        return [
            self._stroke_of(item) if ink in _WITH_STROKE else _NO_STROKE
            for item, ink in zip(items, inks, strict=True)
        ]  # fmt: skip

    def _styled(self, keys: NDArray[np.int64], told: NDArray[np.float32]) -> tuple[list[Style], NDArray[np.int64]]:
        """The styles of a page, and the number of that of each text."""
        is_other = np.ones(len(keys), np.bool_)
        (keys[1:] != keys[:-1]).any(axis=1, out=is_other[1:])  # most look like the one before
        numbers: dict[bytes, int] = {}
        styles: list[Style] = []
        found = []
        for at in np.flatnonzero(is_other).tolist():
            key = keys[at].tobytes()
            if key not in numbers:
                numbers[key] = len(styles)
                styles.append(self._style(keys[at].tolist(), told[at].tolist()))
            found.append(numbers[key])
        return styles, np.array(found, np.int64)[is_other.cumsum() - 1]

    def _style(self, key: list[int], told: list[float]) -> Style:
        fill, (has_fill, font, ink, spot), stroke = key[1:5], key[_TOLD : _TOLD + 4], key[_TOLD + 4 :]
        size, (a, b, c, d) = told[0], told[5:_TOLD]
        (left, bottom, right, top), of_form = list(self._spots)[spot]
        color, opacity = _ink(ink, fill if has_fill else None, stroke)
        sign = 1.0 if size >= 0 else -1.0
        return Style(
            abs(size) * math.hypot(c, d),
            turn_of(sign * a, sign * b, sign * c, sign * d),
            color,
            (left - EDGE, bottom - EDGE, right + EDGE, top + EDGE),
            ink in _INVISIBLE or opacity * of_form < UNSEEN,
            self._is_dingbats(font),
            {},
            {},
        )

    def _stroke_of(self, item: calls.Argument) -> tuple[int, ...]:
        """Red, green, blue and opacity of a text's outlines, 0–255 each."""
        calls.stroke_of(item, *self._stroke.places)
        return tuple(self._stroke.values)

    def _is_dingbats(self, font: int) -> bool:
        if font not in self._names:
            size = calls.name_of_font(font, self._name, _LONGEST_NAME) if font else 0
            name = self._name.value.decode("latin-1") if 0 < size <= _LONGEST_NAME else ""
            self._names[font] = bool(DINGBATS.search(name))
        return self._names[font]


def _ink(ink: int, fill: Sequence[int] | None, stroke: Sequence[int]) -> tuple[Color | None, float]:
    """The colour in which glyphs are painted, None if an outline and its inside differ; and its opacity, 0–1."""
    if ink in _WITH_STROKE:
        return (_color(stroke) if ink == _STROKED or stroke == fill else None), stroke[3] / 255
    return (_color(fill), fill[3] / 255) if fill else (None, 1.0)


def _color(parts: Sequence[int]) -> Color:
    red, green, blue, _ = parts
    return (red / 255, green / 255, blue / 255)
