"""How the texts of a page look: font, size, ink and direction, asked of PDFium once a text."""

from __future__ import annotations

import ctypes
import math
import struct
from ctypes import c_double, c_float, c_uint
from dataclasses import dataclass
from typing import Any, TypeAlias

from matcher.readers.contrast import Color
from matcher.readers.pdf.letters import DINGBATS
from matcher.readers.pdf.pdfium import calls
from matcher.readers.pdf.pdfium.objects import Objects, Place
from matcher.readers.pdf.rectangles import Rectangle
from matcher.readers.pdf.shapes import EDGE, UNSEEN, turn_of

_STROKED = 1
_WITH_STROKE = (_STROKED, 2)
_INVISIBLE = (3, 7)
"""Text render modes (ISO 32000-1, table 106)."""
_LONGEST_NAME = 128
_FACTS = struct.Struct("36s2f")
"""What is told of a text: size, colour and matrix in one, and where it stands, which differs from text to text."""


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


Look: TypeAlias = tuple[Style, int, float, float]
"""How one text looks, its place in the order of painting, and where the pen stood for its first letter."""


class Looks:
    """Finds the looks of the texts of one page. What PDFium tells of a text is written into one row of bytes."""

    def __init__(self, text: calls.Argument, objects: Objects, shown: Rectangle) -> None:
        self._text = text
        self._orders = objects.orders
        self._places = objects.places
        self._plain = Place(0, shown, 1.0)
        self._styles: dict[tuple[object, ...], Style] = {}
        self._names: dict[int, bool] = {}
        self._origin = calls.Numbers(c_double, 2)
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        facts = calls.Numbers(c_float, 11)
        self._at = facts.places[:6]
        self._facts = facts.values
        self._bytes = memoryview(facts.values).cast("B")
        self._stroke = calls.Numbers(c_uint, 4)
        self._last: tuple[tuple[object, ...], Style | None] = ((), None)

    def of(self, handle: int, first: int) -> Look:
        """The look of the text with this handle, whose first letter is number `first`."""
        item = calls.argument(handle)
        size, red, green, blue, opacity, matrix = self._at
        calls.font_size_of(item, size)
        has_fill = calls.fill_of(item, red, green, blue, opacity)
        calls.matrix_at(self._text, first, matrix)
        ink = calls.ink_of(item)
        facts, x, y = _FACTS.unpack_from(self._facts)
        place = self._places.get(handle)
        stroke = self._stroke_of(item) if ink in _WITH_STROKE else None
        key = (facts, has_fill, stroke, ink, calls.font_of(item), place and place[1:])
        last, style = self._last
        if style is None or key != last:  # most look like the one before
            style = self._styles.get(key) or self._new_style(key, place or self._plain)
            self._last = key, style
        return style, place.order if place else self._orders.get(handle, 0), x, y

    def _new_style(self, key: tuple[Any, ...], place: Place) -> Style:
        _, has_fill, stroke, ink, font, _ = key
        self._styles[key] = style = self._style(ink, font, place, self._ink(ink, bool(has_fill), stroke))
        return style

    def origin(self, number: int) -> tuple[float, float]:
        """Where the pen stood for a letter."""
        calls.origin_at(self._text, number, *self._origin.places)
        x, y = self._origin.values
        return (x, y)

    def _style(self, ink: int, font: int, place: Place, color_and_opacity: tuple[Color | None, float]) -> Style:
        size, (a, b, c, d) = self._facts[0], self._facts[5:9]
        color, opacity = color_and_opacity
        left, bottom, right, top = place.shown
        sign = 1.0 if size >= 0 else -1.0
        return Style(
            abs(size) * math.hypot(c, d),
            turn_of(sign * a, sign * b, sign * c, sign * d),
            color,
            (left - EDGE, bottom - EDGE, right + EDGE, top + EDGE),
            ink in _INVISIBLE or opacity * place.opacity < UNSEEN,
            self._is_dingbats(font),
            {},
            {},
        )

    def _stroke_of(self, item: calls.Argument) -> tuple[int, ...]:
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
