"""Which glyphs of a page no person could see: measured on contrast, size, place, ink and cover."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from statistics import median

from matcher.errors import DocumentTooExpensiveError
from matcher.readers.contrast import WHITE, fades
from matcher.readers.pdf.glyphs import Box, Glyph, Page

SMALLEST = 4.0
"""Points below which text cannot be read."""
SMALLEST_SHARE = 0.35
"""Share of the page's median size below which text is a trick or a tracking code."""
FADED = "without contrast"
OCR_SHARE = 0.9
"""Share of invisible glyphs over a picture from which the page is a scan with its recognised text."""
STRIP = 20.0
"""Height, in points, of the strips in which a page's boxes are looked up."""
MOST_STRIPS = 1_000
"""Strips from the origin in which boxes are kept; the tallest page of a PDF has 720."""
MOST_LOOKS = 10_000_000
"""Boxes looked at a page, over all its glyphs: about two seconds; a full page with a dense chart takes a tenth."""


def hidden(page: Page, name: str) -> dict[int, str]:
    """Index of each hidden glyph that is no space -> the reason, in words. Raises `DocumentTooExpensiveError`."""
    seen = [glyph for glyph in page.glyphs if not glyph.text.isspace()]
    if not seen:
        return {}
    usual = median(map(_size, seen))
    is_ocr = page.has_picture and sum(glyph.is_invisible for glyph in seen) >= OCR_SHARE * len(seen)
    if not page.boxes:
        looks = dict(zip(map(_look, seen), seen, strict=True))
        if not any(_reason(glyph, (), usual, is_ocr) for glyph in looks.values()):
            return {}
    inked = [(i, g) for i, g in enumerate(page.glyphs) if not g.text.isspace()]
    near = _at_heights([glyph for _, glyph in inked], page.boxes, name)
    known: dict[object, str | None] = {}  # glyphs that look the same between the same boxes share it
    reasons: dict[int, str] = {}
    for (i, glyph), boxes in zip(inked, near, strict=True):
        around = _around(glyph, boxes) if boxes else ()
        key: object = _look(glyph)
        if around:
            key = (key, *[id(box) if box.order < glyph.order else -id(box) for box in around])
        if key not in known:
            known[key] = _reason(glyph, around, usual, is_ocr)
        reason = known[key]
        if reason:
            reasons[i] = reason
    return reasons


_size = itemgetter(Glyph._fields.index("size"))
_look = itemgetter(*map(Glyph._fields.index, ("size", "color", "is_invisible", "is_cut_off")))


def count(page: Page, hidden: Mapping[int, str]) -> Counter[str]:
    """Reason -> letters that are hidden for it."""
    counts: Counter[str] = Counter()
    for i, reason in hidden.items():
        counts[reason] += len(page.glyphs[i].text)
    return counts


def _strip(y: float) -> int:
    return int(max(-1.0, min(y / STRIP, MOST_STRIPS)))


def _strips(boxes: Sequence[Box]) -> Mapping[int, Sequence[Box]]:
    """The boxes that reach into each strip of the page, in the order of painting."""
    strips: defaultdict[int, list[Box]] = defaultdict(list)
    for box in boxes:
        for strip in range(_strip(box.y0), _strip(box.y1) + 1):
            strips[strip].append(box)
    return strips


def _at_heights(glyphs: Sequence[Glyph], boxes: Sequence[Box], name: str) -> list[Sequence[Box]]:
    """For each glyph the boxes at the height of its middle; those of a line share it.

    Raises `DocumentTooExpensiveError`.
    """
    strips = _strips(boxes)
    heights: dict[tuple[float, float], Sequence[Box]] = {}
    near, looks = [], 0
    for glyph in glyphs:
        edges = (glyph.y0, glyph.y1)
        if edges not in heights:
            y = (glyph.y0 + glyph.y1) / 2
            strip = strips.get(_strip(y), ())
            heights[edges] = [box for box in strip if box.y0 <= y <= box.y1]
            looks += len(strip)
        near.append(heights[edges])
        looks += len(near[-1])
        if looks > MOST_LOOKS:
            raise DocumentTooExpensiveError(name, "a page has more shapes behind its text than a resume needs.")
    return near


def _around(glyph: Glyph, boxes: Sequence[Box]) -> Sequence[Box]:
    """Those of the boxes at its height that a glyph's middle stands in, in the order of painting."""
    x = (glyph.x0 + glyph.x1) / 2
    return [box for box in boxes if box.x0 <= x <= box.x1]


def _reason(glyph: Glyph, around: Sequence[Box], usual: float, is_ocr: bool) -> str | None:
    if glyph.is_cut_off:
        return "off the page"
    if glyph.size < SMALLEST or glyph.size < SMALLEST_SHARE * usual:
        return "too small"
    if is_ocr:
        return None
    if glyph.is_invisible:
        return "painted invisibly"
    if any(box.order > glyph.order and box.is_cover for box in around):
        return "covered"
    return FADED if _fades(glyph, around) else None


def _fades(glyph: Glyph, around: Sequence[Box]) -> bool:
    if glyph.color is None:
        return False
    behind = max((box for box in around if box.order < glyph.order), key=lambda box: box.order, default=None)
    ground = WHITE if behind is None else behind.color
    return ground is not None and _fades_on(glyph.color, ground)


_fades_on = lru_cache(maxsize=1024)(fades)
