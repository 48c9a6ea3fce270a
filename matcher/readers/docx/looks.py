"""What the formatting of a Word document says: which runs nobody sees, which paragraphs are items or headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from matcher.readers.contrast import WHITE, Color, fades
from matcher.readers.docx.names import VAL, WP, WPS, A, V, W, path, tag

SMALLEST_HALF_POINTS = 8
"""Word's unit of font size; below 4 points nobody reads."""
LEAST_GROUND = 4e12
"""Area, in square EMU, from which a drawing behind the text can be its ground: a twentieth of a page."""
MOST_BASES = 50
"""Styles that one can be based on in turn; Word allows eleven."""
_OFF = ("0", "false", "off", "none")
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})\b")
_UNKNOWN: Final = None
"""A ground whose colour is not known: text on it is taken to be seen."""


class Looks:
    """`styles`: the styles of the document; `document`: its root; `margins`: its headers and footers."""

    def __init__(self, styles: Any, document: Any, margins: Sequence[Any]) -> None:
        self._styles = {style.get(tag(W, "styleId")): style for style in styles.findall(path("style"))}
        self._defaults = styles.find(path("docDefaults", "rPrDefault", "rPr"))
        is_plain = document.find(path("background")) is None and not _has_ground((document, *margins))
        self._page: Color | None = WHITE if is_plain else _UNKNOWN

    def hides(self, run: Any) -> bool:
        """True for a run that is marked as hidden, smaller than 4 points, or of the colour of its ground."""
        vanish, size = self._setting(run, "vanish"), self._setting(run, "sz")
        if vanish is not None and vanish.get(VAL, "1") not in _OFF:
            return True
        if size is not None and _number(size) < SMALLEST_HALF_POINTS:
            return True
        color = _color(self._setting(run, "color"), VAL)
        ground = self._ground(run) if color is not None else _UNKNOWN
        return color is not None and ground is not None and fades(color, ground)

    def is_item(self, paragraph: Any) -> bool:
        """True for a paragraph with a bullet or number, its own or its style's."""
        for properties in self._paragraph_properties(paragraph):
            number = properties.find(path("numPr", "numId"))
            if number is not None:
                return str(number.get(VAL)) != "0"
        return _style_of(paragraph, "pPr", "pStyle").startswith("List")

    def is_heading(self, paragraph: Any) -> bool:
        """True for a paragraph that stands in the outline of the document."""
        for properties in self._paragraph_properties(paragraph):
            level = properties.find(path("outlineLvl"))
            if level is not None:
                return str(level.get(VAL)) != "9"  # 9 is body text
        return False

    def _setting(self, run: Any, name: str) -> Any:
        """The nearest setting of that name: the run's own, its style's, its paragraph's style's, or the default."""
        for properties in self._run_properties(run):
            found = properties.find(path(name))
            if found is not None:
                return found
        return None

    def _run_properties(self, run: Any) -> Iterator[Any]:
        yield from _own(run, "rPr")
        paragraph = next(run.iterancestors(tag(W, "p")), run)
        for style_id in (_style_of(run, "rPr", "rStyle"), _style_of(paragraph, "pPr", "pStyle")):
            yield from self._from_styles(style_id, "rPr")
        if self._defaults is not None:
            yield self._defaults

    def _paragraph_properties(self, paragraph: Any) -> Iterator[Any]:
        yield from _own(paragraph, "pPr")
        yield from self._from_styles(_style_of(paragraph, "pPr", "pStyle"), "pPr")

    def _from_styles(self, style_id: str, kind: str) -> Iterator[Any]:
        """The properties that a style and those it is based on set."""
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen and len(seen) < MOST_BASES:
            seen.add(style_id)
            style = self._styles[style_id]
            yield from style.findall(path(kind))
            based_on = style.find(path("basedOn"))
            style_id = "" if based_on is None else based_on.get(VAL, "")

    def _ground(self, run: Any) -> Color | None:
        """The colour behind a run; None if it is not known."""
        for properties in self._run_properties(run):
            if properties.find(path("highlight")) is not None:
                return _UNKNOWN
        for shade in self._shades(run):
            if shade.get(VAL, "clear") not in ("clear", "nil"):
                return _UNKNOWN
            color = _color(shade, tag(W, "fill"))
            if color is not None:
                return color
        return _UNKNOWN if self._is_in_styled_table(run) else self._ground_of_shapes(run)

    def _shades(self, run: Any) -> Iterator[Any]:
        """Shadings from the run outwards, as far as the page or a text box."""
        for properties in self._run_properties(run):
            yield from properties.findall(path("shd"))
        for above in run.iterancestors():
            if above.tag == tag(W, "txbxContent"):
                return
            if above.tag == tag(W, "p"):
                yield from (s for p in self._paragraph_properties(above) for s in p.findall(path("shd")))
            for holder in ("tcPr", "tblPr"):
                yield from (s for properties in _own(above, holder) for s in properties.findall(path("shd")))

    def _is_in_styled_table(self, run: Any) -> bool:
        """True if a table around a run has a style with coloured rows, columns or corners; which, is not looked at."""
        for table in run.iterancestors(tag(W, "tbl")):
            style = self._styles.get(_style_of(table, "tblPr", "tblStyle"))
            shades = () if style is None else style.iter(tag(W, "shd"))
            if any(_color(shade, tag(W, "fill")) not in (None, WHITE) for shade in shades):
                return True
        return False

    def _ground_of_shapes(self, run: Any) -> Color | None:
        for above in run.iterancestors():
            if above.tag == tag(WPS, "wsp"):
                fill = above.find(tag(WPS, "spPr"))
                kind = [] if fill is None else [e for e in fill if e.tag.endswith("Fill")]
                if kind and kind[0].tag == tag(A, "noFill"):
                    return self._page
                return _color(next(kind[0].iter(tag(A, "srgbClr")), None), "val") if kind else _UNKNOWN
            if isinstance(above.tag, str) and above.tag.startswith(f"{{{V}}}") and above.get("fillcolor"):
                return _color(above, "fillcolor")
        return self._page


def _own(node: Any, kind: str) -> Iterator[Any]:
    """The properties of an element, which can only be its first child: to look further takes too long."""
    first = next(iter(node), None)
    if first is not None and first.tag == tag(W, kind):
        yield first


def _style_of(node: Any, properties: str, kind: str) -> str:
    style = next((found for own in _own(node, properties) for found in own.findall(path(kind))), None)
    return "" if style is None else str(style.get(VAL, ""))


def _number(element: Any) -> float:
    value = element.get(VAL, "")
    return float(value) if value.isdigit() else float("inf")


def _color(element: Any, attribute: str) -> Color | None:
    """The colour in an attribute; None for automatic, named and theme colours."""
    found = _HEX.match(element.get(attribute) or "") if element is not None else None
    if found is None:
        return None
    red, green, blue = bytes.fromhex(found.group(1))
    return (red / 255, green / 255, blue / 255)


def _has_ground(parts: Sequence[Any]) -> bool:
    """True if a drawing behind the text is large enough to be its ground."""
    for part in parts:
        for anchor in part.iter(tag(WP, "anchor")):
            extent = anchor.find(tag(WP, "extent"))
            if anchor.get("behindDoc") in ("1", "true") and extent is not None and _area(extent) >= LEAST_GROUND:
                return True
    return False


def _area(extent: Any) -> float:
    sides = [extent.get(side, "0") for side in ("cx", "cy")]
    return float(sides[0]) * float(sides[1]) if all(side.isdigit() for side in sides) else 0.0
