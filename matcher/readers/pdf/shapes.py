"""What a filled outline on a page is: a ground for text, a cover, a bullet."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.readers.pdf.rectangles import Rectangle, around

SMALLEST_BOX = 3.0
"""Points: what is narrower or lower is a rule or a tick, and no ground for text."""
SMALLEST_DOT, LARGEST_DOT = 1.2, 6.0
"""Points between which a shape can be the bullet of a list: browsers paint them so, and no glyph tells of them."""
FULL = 0.85
"""Share of its rectangle a shape must fill to cover what is below: a box with round corners does, a disc does not."""
UNSEEN = 0.05
"""Opacity below which a thing is not there."""
VEIL = 0.5
"""Opacity below which what stands under a shape stays the ground of text on it."""
SOLID = 0.95
"""Opacity from which nothing shows through."""
EDGE = 1.0
"""Points that a glyph's middle may stand outside of what is shown: clips are cut close."""
_TURNED = 0.1
"""Slope up to which text counts as written straight along an edge of the page."""


def is_dot(edges: Rectangle) -> bool:
    """True for a rectangle as large as a bullet, and about as wide as high."""
    width, height = edges[2] - edges[0], edges[3] - edges[1]
    return (
        SMALLEST_DOT <= width <= LARGEST_DOT
        and SMALLEST_DOT <= height <= LARGEST_DOT
        and 0.8 * width <= height <= 1.25 * width
    )


def is_box(edges: Rectangle) -> bool:
    """True if a rectangle is large enough to be a ground."""
    return edges[2] - edges[0] >= SMALLEST_BOX and edges[3] - edges[1] >= SMALLEST_BOX


def is_full(corners: Sequence[tuple[float, float]]) -> bool:
    """True if an outline takes up its rectangle but for round corners."""
    x0, y0, x1, y1 = around(corners)
    pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
    area = abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2
    return area >= FULL * (x1 - x0) * (y1 - y0)


def turn_of(a: float, b: float, c: float, d: float) -> int | None:
    """Quarter turns to the left in which text is written under a matrix; None for slanted and mirrored text."""
    if a * d - b * c <= 0:
        return None
    if min(abs(a), abs(b)) > _TURNED * max(abs(a), abs(b)):
        return None
    if abs(a) >= abs(b):
        return 0 if a > 0 else 2
    return 1 if b > 0 else 3
