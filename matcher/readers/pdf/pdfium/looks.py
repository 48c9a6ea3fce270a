"""How the texts of a page look: font, size, ink and direction, asked of PDFium once a text."""

from __future__ import annotations

import ctypes
import math
import struct
from ctypes import c_double, c_float, c_uint
from typing import NamedTuple

from matcher.readers.contrast import Color
from matcher.readers.pdf.letters import DINGBATS
from matcher.readers.pdf.pdfium import calls
from matcher.readers.pdf.pdfium.objects import Objects, Place
from matcher.readers.pdf.rectangles import Rectangle
from matcher.readers.pdf.shapes import UNSEEN, turn_of

_STROKED, _FILLED_AND_STROKED = 1, 2
_INVISIBLE = (3, 7)
"""Text render modes (ISO 32000-1, table 106)."""
_LONGEST_NAME = 128
_COMMON = 36
"""Bytes of what is told of a text (size, colour, matrix) without where it stands: that differs from text to text."""


class Style(NamedTuple):
    """What many texts of a page have in common; there is one object for each, so `is` compares them.

    `widths`: how wide each letter was found to be, in points; `unmapped`: letters of which only the code is known.
    """

    size: float
    turn: int | None
    color: Color | None
    shown: Rectangle
    is_invisible: bool
    is_dingbats: bool
    widths: dict[str, float]
    unmapped: set[str]


class Look(NamedTuple):
    """How one text looks; `x`, `y`: where the pen stood for its first letter."""

    style: Style
    order: int
    x: float
    y: float


class Looks:
    """Finds the looks of the texts of one page. What PDFium tells of a text is written into one row of bytes."""

    def __init__(self, text: int, objects: Objects, shown: Rectangle) -> None:
        self._text = text
        self._orders = objects.orders
        self._places = objects.places
        self._plain = Place(0, shown, 1.0)
        self._styles: dict[tuple[object, ...], Style] = {}
        self._names: dict[int, bool] = {}
        self._origin = calls.Numbers(c_double, 2)
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        facts = calls.Numbers(c_float, 11)
        self._size_at, *self._fill_at, self._matrix_at = facts.places[:6]
        self._facts = facts.values
        self._bytes = memoryview(facts.values).cast("B")
        self._stroke = calls.Numbers(c_uint, 4)

    def of(self, item: int, first: int) -> Look:
        """The look of the text with this handle, whose first letter is number `first`."""
        calls.font_size_of(item, self._size_at)
        has_fill = calls.fill_of(item, *self._fill_at)
        calls.matrix_at(self._text, first, self._matrix_at)
        ink, font = calls.ink_of(item), calls.font_of(item)
        place = self._places.get(item, self._plain)
        stroke = self._stroke_of(item) if ink in (_STROKED, _FILLED_AND_STROKED) else None
        key = (self._bytes[:_COMMON].tobytes(), has_fill, stroke, ink, font, place.shown, place.opacity)
        style = self._styles.get(key)
        if style is None:
            self._styles[key] = style = self._style(ink, font, place, self._ink(ink, bool(has_fill), stroke))
        return Look(style, place.order or self._orders.get(item, 0), self._facts[9], self._facts[10])

    def origin(self, number: int) -> tuple[float, float]:
        """Where the pen stood for a letter."""
        calls.origin_at(self._text, number, *self._origin.places)
        x, y = self._origin.values
        return (x, y)

    def _style(self, ink: int, font: int, place: Place, color_and_opacity: tuple[Color | None, float]) -> Style:
        size, (a, b, c, d) = self._facts[0], self._facts[5:9]
        color, opacity = color_and_opacity
        sign = 1.0 if size >= 0 else -1.0
        return Style(
            abs(size) * math.hypot(c, d),
            turn_of(sign * a, sign * b, sign * c, sign * d),
            color,
            place.shown,
            ink in _INVISIBLE or opacity * place.opacity < UNSEEN,
            self._is_dingbats(font),
            {},
            set(),
        )

    def _stroke_of(self, item: int) -> tuple[int, ...]:
        """Red, green, blue and opacity of a text's outlines, 0–255 each."""
        calls.stroke_of(item, *self._stroke.places)
        return tuple(self._stroke.values)

    def _ink(self, ink: int, has_fill: bool, stroke: tuple[int, ...] | None) -> tuple[Color | None, float]:
        """The colour in which glyphs are painted, None if an outline and its inside differ; and its opacity, 0–1."""
        fill = struct.unpack_from("4I", self._bytes, 4)
        if stroke is None:
            return (_color(fill) if has_fill else None), fill[3] / 255
        return (_color(stroke) if ink == _STROKED or stroke == fill else None), stroke[3] / 255

    def _is_dingbats(self, font: int) -> bool:
        if font not in self._names:
            size = calls.name_of_font(font, self._name, _LONGEST_NAME) if font else 0
            name = self._name.value.decode("latin-1") if 0 < size <= _LONGEST_NAME else ""
            self._names[font] = bool(DINGBATS.search(name))
        return self._names[font]


def _color(parts: tuple[int, ...]) -> Color:
    red, green, blue, _ = parts
    return (red / 255, green / 255, blue / 255)
