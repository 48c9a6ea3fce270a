"""What the styles of an OpenDocument text make of its parts: which of them nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from matcher.readers.contrast import WHITE, Color, fades
from matcher.readers.odt.names import DRAW, FO, STYLE, TABLE, TEXT, tag

SMALLEST_PT = 4.0
"""Points below which nobody reads."""
MOST_BASES = 50
"""Styles that one can be based on in turn; a word processor's own have five."""
_HEX = re.compile(r"#([0-9A-Fa-f]{6})")
_SIZE = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)(pt|in|cm|mm|px|pc|%)")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "pc": 12.0}
_STYLED = tuple(tag(space, "style-name") for space in (TEXT, TABLE, DRAW))
_FAMILIES = {
    tag(TEXT, "p"): "paragraph",
    tag(TEXT, "h"): "paragraph",
    tag(TEXT, "span"): "text",
    tag(TEXT, "a"): "text",
    tag(TEXT, "section"): "section",
    tag(TABLE, "table"): "table",
    tag(TABLE, "table-row"): "table-row",
    tag(TABLE, "table-cell"): "table-cell",
}
_NO_COLOR = ("transparent", "none")


@dataclass(frozen=True, slots=True)
class Look:
    """The look of text. `size`: in points; `ground`: the colour behind, None if it is not known."""

    is_gone: bool = False
    size: float = 12.0
    color: Color | None = None
    ground: Color | None = WHITE

    @property
    def hides(self) -> bool:
        """True if nobody can see text of this look."""
        if self.is_gone or self.size < SMALLEST_PT:
            return True
        return self.color is not None and self.ground is not None and fades(self.color, self.ground)


class Looks:
    """`roots`: the parts that hold styles, in the order in which later ones add to earlier ones."""

    def __init__(self, roots: Sequence[Any]) -> None:
        self._styles: dict[tuple[str, str], Any] = {}
        self._found: dict[tuple[str, str, Look], Look] = {}
        self.page = Look(ground=WHITE)
        for root in roots:
            for style in root.iter(tag(STYLE, "style")):
                self._styles[style.get(tag(STYLE, "family"), ""), style.get(tag(STYLE, "name"), "")] = style
            for style in root.iter(tag(STYLE, "default-style")):
                if style.get(tag(STYLE, "family")) == "paragraph":
                    self.page = self._dressed(self.page, [style])
            for layout in root.iter(tag(STYLE, "page-layout-properties")):
                if layout.get(tag(DRAW, "fill"), "none") not in ("none", "solid"):
                    self.page = replace(self.page, ground=None)
                elif _HEX.fullmatch(layout.get(tag(FO, "background-color"), "")):
                    self.page = replace(self.page, ground=_color(layout.get(tag(FO, "background-color"))))

    def of(self, node: Any, outer: Look) -> Look:
        """The look of an element inside of one that looks like `outer`."""
        if node.tag == tag(TEXT, "section") and node.get(tag(TEXT, "display")) == "none":
            return replace(outer, is_gone=True)
        name = next((node.get(key) for key in _STYLED if node.get(key) is not None), None)
        family = _FAMILIES.get(node.tag, "graphic" if node.tag.startswith(f"{{{DRAW}}}") else "")
        if name is None or not family:
            return outer
        key = (family, name, outer)
        if key not in self._found:
            self._found[key] = self._dressed(outer, [*self._chain(family, name)][::-1])
        return self._found[key]

    def _chain(self, family: str, name: str) -> Iterator[Any]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while (family, name) in self._styles and name not in seen and len(seen) < MOST_BASES:
            seen.add(name)
            style = self._styles[family, name]
            yield style
            name = style.get(tag(STYLE, "parent-style-name"), "")

    def _dressed(self, outer: Look, styles: Sequence[Any]) -> Look:
        """`outer` with what these styles change, the last one last."""
        look = outer
        for style in styles:
            for properties in style:
                if isinstance(properties.tag, str):
                    look = _changed(look, properties, outer.size)
        return look


def _changed(look: Look, properties: Any, outer_size: float) -> Look:
    if properties.tag == tag(STYLE, "text-properties"):
        if properties.get(tag(TEXT, "display")) is not None:
            look = replace(look, is_gone=properties.get(tag(TEXT, "display")) == "none")
        color = properties.get(tag(FO, "color"))
        if properties.get(tag(STYLE, "use-window-font-color")) == "true":
            look = replace(look, color=None)
        elif color is not None:
            look = replace(look, color=_color(color))
        size = _SIZE.fullmatch(properties.get(tag(FO, "font-size"), ""))
        if size is not None:
            number, unit = float(size.group(1)), size.group(2)
            look = replace(look, size=number * (outer_size / 100 if unit == "%" else _POINTS[unit]))
    return replace(look, ground=_ground(properties, look.ground))


def _ground(properties: Any, outer: Color | None) -> Color | None:
    """The colour behind text with these properties; None if it is a picture or a mixture."""
    fill = properties.get(tag(DRAW, "fill"))
    if fill not in (None, "none", "solid"):
        return None
    if fill == "solid" and properties.get(tag(DRAW, "fill-color")) is not None:
        return _color(properties.get(tag(DRAW, "fill-color")))
    color = properties.get(tag(FO, "background-color"))
    return outer if color is None or color in _NO_COLOR else _color(color)


def _color(value: str) -> Color | None:
    found = _HEX.fullmatch(value)
    if found is None:
        return None
    red, green, blue = bytes.fromhex(found.group(1))
    return (red / 255, green / 255, blue / 255)
