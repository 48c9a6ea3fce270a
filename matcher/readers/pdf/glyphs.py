"""What every PDF engine gives: the glyphs and filled boxes of a page, in the order they are painted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Glyph(NamedTuple):
    """A painted character. Edges in points from the page's lower left corner; `size`: the font's height in points.

    `color`: red, green, blue (0–1), or None where it is not known. `order`: place in the order of painting.
    `is_upright`: written from left to right. `is_invisible`: text render mode 3. `is_unmapped`: has no Unicode value.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    color: tuple[float, float, float] | None
    order: int
    is_upright: bool = True
    is_invisible: bool = False
    is_unmapped: bool = False


class Box(NamedTuple):
    """A filled rectangle or picture. `color` is None for pictures, patterns and unknown colours."""

    x0: float
    y0: float
    x1: float
    y1: float
    color: tuple[float, float, float] | None
    order: int


@dataclass(frozen=True, slots=True)
class Page:
    """`width`, `height` in points."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...] = field(repr=False)
    boxes: tuple[Box, ...]
    has_picture: bool
