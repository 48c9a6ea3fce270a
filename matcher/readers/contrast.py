"""How well a colour can be told from the ground it stands on."""

from __future__ import annotations

from typing import TypeAlias

Color: TypeAlias = tuple[float, float, float]
"""Red, green and blue, each 0–1."""

WHITE: Color = (1.0, 1.0, 1.0)
LEAST_CONTRAST = 1.3
"""Contrast ratio below which text cannot be told from its ground; WCAG 2.2 wants 3 to 4.5 for comfortable reading."""


def fades(color: Color, ground: Color) -> bool:
    """True if text of this colour cannot be seen on this ground."""
    return contrast(color, ground) < LEAST_CONTRAST


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio of two colours, 1–21 (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
