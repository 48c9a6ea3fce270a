"""What its style makes of an element: whether its text can be seen, and how it stands on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from matcher.readers.contrast import WHITE, Color, fades
from matcher.readers.html.sheets import Declared

SMALLEST_PT = 4.0
"""Points below which nobody reads."""
FAR_PT = 375.0
"""Points (500 px) beyond the left or upper edge from which text is taken to have been moved off the page."""
LEAST_OPACITY = 0.1
_NO_INK = ("inherit", "currentcolor", "unset")
_POINTS = {"pt": 1.0, "px": 0.75, "pc": 12.0, "in": 72.0, "cm": 28.35, "mm": 2.835}
_NAMED_PT = {"xx-small": 6.75, "x-small": 7.5, "small": 9.75, "medium": 12.0, "large": 13.5, "x-large": 18.0}
_LENGTH = re.compile(r"([-+]?\d{0,9}\.?\d{1,9})(pt|px|pc|in|cm|mm|em|rem|ex|ch|%)?(?![\w.])")
_FAR_MOVES = re.compile(
    r"translate(?:x|y|3d)?\(\s*-(?:\d{3,}(?:px|pt|vw|vh|%)|\d{2,}(?:em|rem|vw))|scale[xy3d]*\(\s*0*\.?0*\s*[,)]"
)
_CLIPPED = re.compile(
    r"inset\(\s*(?:[5-9]\d|100)%|rect\(\s*[01]?(?:px)?[,\s]+[01]?(?:px)?[,\s]+[01]?(?:px)?[,\s]+[01]?(?:px)?\s*\)|circle\(\s*0"
)


@dataclass(frozen=True, slots=True)
class Look:
    """The look of text. `is_gone`: nothing inside can be seen; `is_unseen`: not seen unless told otherwise inside.

    `size`: in points; `ground`: the colour behind, None if it is not known (a picture, a mixture).
    """

    is_gone: bool = False
    is_unseen: bool = False
    size: float = 12.0
    color: Color | None = (0.0, 0.0, 0.0)
    ground: Color | None = WHITE
    is_clear: bool = False
    keeps_space: bool = False

    @property
    def hides(self) -> bool:
        """True if nobody can see text of this look."""
        if self.is_gone or self.is_unseen or self.is_clear or self.size < SMALLEST_PT:
            return True
        return self.color is not None and self.ground is not None and fades(self.color, self.ground)


def look_of(declared: Declared, outer: Look) -> Look:
    """The look of an element with these declarations inside of one that looks like `outer`."""
    size = _size(declared, outer.size)
    look = replace(outer, size=size, is_gone=outer.is_gone or _is_gone(declared, size))
    if "visibility" in declared:
        look = replace(look, is_unseen=declared["visibility"] in ("hidden", "collapse"))
    if "white-space" in declared:
        look = replace(look, keeps_space=declared["white-space"].startswith(("pre", "break-spaces")))
    look = replace(look, ground=_ground(declared, outer.ground))
    ink = declared.get("-webkit-text-fill-color", declared.get("color", "inherit"))
    return look if ink in _NO_INK else _inked(look, ink, declared)


def _inked(look: Look, ink: str, declared: Declared) -> Look:
    """The look with text of this colour; what shines through it is the ground."""
    color, opacity = color_of(ink)
    if color is None or opacity >= 1:
        return replace(look, color=color, is_clear=False)
    clip = declared.get("-webkit-background-clip", declared.get("background-clip", ""))
    is_clear = opacity < LEAST_OPACITY and not (look.ground is None and clip == "text")  # letters cut out of a picture
    return replace(look, color=_mixed(color, look.ground, opacity), is_clear=is_clear)


def _mixed(color: Color, ground: Color | None, opacity: float) -> Color | None:
    if ground is None:
        return None
    red, green, blue = (c * opacity + g * (1 - opacity) for c, g in zip(color, ground, strict=True))
    return (red, green, blue)


def _is_gone(declared: Declared, size: float) -> bool:
    """True for an element of which no part is on the page."""
    if declared.get("display") == "none" or _is_below(declared.get("opacity", "1"), LEAST_OPACITY):
        return True
    is_cut = declared.get("overflow", "").startswith(("hidden", "clip"))
    if is_cut and any(
        _points(declared.get(side, ""), size, 99) <= 1 for side in ("width", "height", "max-width", "max-height")
    ):
        return True
    is_placed = declared.get("position") in ("absolute", "fixed")
    if is_placed and _CLIPPED.search(declared.get("clip", "")):
        return True
    if _CLIPPED.search(declared.get("clip-path", "")) or _FAR_MOVES.search(declared.get("transform", "")):
        return True
    moves = ["text-indent", "margin-left"] + (["left", "top"] if declared.get("position", "static") != "static" else [])
    pushes = ["right", "bottom"] if is_placed else []
    return any(_points(declared.get(name, ""), size, 0) <= -FAR_PT for name in (*moves, *pushes))


def _is_below(value: str, least: float) -> bool:
    found = _LENGTH.match(value)
    return found is not None and float(found.group(1)) * (0.01 if found.group(2) == "%" else 1) < least


def _size(declared: Declared, outer: float) -> float:
    value = declared.get("font-size")
    if value is None:
        found = next((m for m in _LENGTH.finditer(declared.get("font", "")) if m.group(2)), None)
        value = found.group() if found else ""
    return _NAMED_PT[value] if value in _NAMED_PT else max(0.0, _points(value, outer, outer))


def _points(value: str, em: float, otherwise: float) -> float:
    """A length in points; `em`: what "1em" and "100%" are; `otherwise` for what is no length."""
    found = _LENGTH.match(value)
    if found is None:
        return otherwise
    number, unit = float(found.group(1)), found.group(2)
    if unit is None:
        return number * 0.75 if number == 0 or value != found.group() else otherwise
    if unit in _POINTS:
        return number * _POINTS[unit]
    return number * {"%": em / 100, "em": em, "rem": 12.0}.get(unit, em / 2)


def _ground(declared: Declared, outer: Color | None) -> Color | None:
    """The colour behind the text of an element; None if it is a picture or a mixture."""
    image = declared.get("background-image", "none")
    if image not in ("none", "initial"):
        return None
    for name in ("background-color", "background"):
        value = declared.get(name, "")
        if value in ("", "none", "transparent", "inherit", "initial", "unset"):
            continue
        color, opacity = color_of(value)
        if color is None or opacity > 0.99:
            return color
        return outer if opacity < 0.01 else None
    return outer


@lru_cache(maxsize=4096)
def color_of(value: str) -> tuple[Color | None, float]:
    """A colour and how far it covers, 0–1; no colour for variables, pictures and colour spaces of other screens."""
    from tinycss2 import color4

    found = color4.parse_color(value)
    if not isinstance(found, color4.Color) or found.space not in ("srgb", "hsl", "hwb"):
        return None, 1.0
    red, green, blue = (min(1.0, max(0.0, float(c))) for c in found.to("srgb").coordinates)
    return (red, green, blue), float(found.alpha)
