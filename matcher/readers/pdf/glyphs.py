"""What every PDF engine gives: the glyphs and filled shapes of a page, in the order they are painted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from matcher.readers.contrast import Color

DROP = 0.2
"""Share of its size that a glyph's box reaches below the baseline, whatever its font says: fonts say anything."""


class Glyph(NamedTuple):
    """A painted character, or several that touch. Edges in points from the page's lower left corner; `size`: the
    font's height in points.

    `color`: None where it is not known. `order`: place in the order of painting. `turn`: quarter turns to the left,
    0–3, in which it is written, or None for a slant. `is_invisible`: painted without ink. `is_cut_off`: outside of
    what the page shows. `is_unmapped`: has no Unicode value. `after_space`: a space was painted just before it.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    color: Color | None
    order: int
    turn: int | None = 0
    is_invisible: bool = False
    is_cut_off: bool = False
    is_unmapped: bool = False
    after_space: bool = False


class Box(NamedTuple):
    """The rectangle around a filled shape or picture.

    `color`: None for pictures, patterns and unknown colours. `is_cover`: hides all that it stands on.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    color: Color | None
    order: int
    is_cover: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Glyphs and boxes in the order of painting. `dots`: middles of small shapes, as bullets are.

    `is_retold`: the file says that its glyphs stand for other text than they show, more than a ligature needs.
    `has_pattern`: something is painted in a gradient or pattern.
    """

    glyphs: tuple[Glyph, ...] = field(repr=False)
    boxes: tuple[Box, ...]
    dots: tuple[tuple[float, float], ...]
    has_picture: bool
    is_retold: bool = False
    has_pattern: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages in order. `is_rebuilt`: the file is damaged; pages or lines may be lost."""

    pages: tuple[Page, ...]
    is_rebuilt: bool
