"""Rectangles on a page: left, bottom, right and top edge in points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Rectangle: TypeAlias = tuple[float, float, float, float]

EVERYWHERE: Rectangle = (-1e9, -1e9, 1e9, 1e9)


def around(points: Sequence[tuple[float, float]]) -> Rectangle:
    """The smallest rectangle that holds all points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def overlap(one: Rectangle, other: Rectangle) -> Rectangle:
    """What two rectangles have in common; its right is left of its left if that is nothing."""
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))
