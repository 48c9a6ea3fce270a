"""Which glyphs of a page no person could see: measured on contrast, size, place, render mode and cover."""

from __future__ import annotations

from statistics import median

from matcher.readers.pdf.glyphs import Box, Glyph, Page

LEAST_CONTRAST = 1.3
"""Contrast ratio (WCAG 2.2, 1.4.3) below which text cannot be told from its ground."""
SMALLEST = 4.0
"""Points below which text cannot be read."""
SMALLEST_SHARE = 0.35
"""Share of the page's median size below which text is a trick or a tracking code."""
OCR_SHARE = 0.9
"""Share of invisible glyphs over a picture from which the page is a scan with its recognised text."""
WHITE = (1.0, 1.0, 1.0)


def hidden(page: Page) -> dict[int, str]:
    """Index of each hidden glyph that is no space -> the reason, in words."""
    inked = [(i, g) for i, g in enumerate(page.glyphs) if not g.text.isspace()]
    if not inked:
        return {}
    usual = median(g.size for _, g in inked)
    is_ocr = page.has_picture and sum(g.is_invisible for _, g in inked) >= OCR_SHARE * len(inked)
    found = ((i, _reason(g, page, usual, is_ocr)) for i, g in inked)
    return {i: reason for i, reason in found if reason}


def _reason(glyph: Glyph, page: Page, usual: float, is_ocr: bool) -> str | None:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2
    if not (0 <= x <= page.width and 0 <= y <= page.height):
        return "off the page"
    if glyph.size < SMALLEST or glyph.size < SMALLEST_SHARE * usual:
        return "too small"
    if is_ocr:
        return None
    if glyph.is_invisible:
        return "painted invisibly"
    around = [box for box in page.boxes if box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1]
    if any(box.order > glyph.order and box.color is not None for box in around):
        return "covered"
    return "without contrast" if _fades(glyph, around) else None


def _fades(glyph: Glyph, around: list[Box]) -> bool:
    if glyph.color is None:
        return False
    behind = max((box for box in around if box.order < glyph.order), key=lambda box: box.order, default=None)
    ground = WHITE if behind is None else behind.color
    return ground is not None and contrast(glyph.color, ground) < LEAST_CONTRAST


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Contrast ratio of two colours, 1–21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: tuple[float, float, float]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
