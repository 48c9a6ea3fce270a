"""What holds for the text of a group of rich text until the group ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

BODY = 9
"""The outline level of what is no heading."""


class Goes(Enum):
    """Where the characters of a group go."""

    TEXT = "text"
    SKIP = "skip"
    FONTS = "fonttbl"
    COLORS = "colortbl"
    STYLES = "stylesheet"


@dataclass(slots=True)
class State:
    """`size`: in half points; `color` and the grounds: numbers in the colour table; `width`: characters that stand in
    for one of Unicode; `outline`: the level of a heading.
    """

    goes: Goes = Goes.TEXT
    is_hidden: bool = False
    is_deleted: bool = False
    size: int = 24
    color: int = 0
    ground: int = 0
    paragraph_ground: int = 0
    is_on_shape: bool = False
    font: int = 0
    width: int = 1
    in_table: bool = False
    outline: int = BODY
    style: int = 0

    def set(self, word: str, number: int | None, default_font: int) -> None:
        """Takes a control word that changes it; others are passed over."""
        if word in _FLAGS:
            setattr(self, _FLAGS[word], number != 0)
        elif word in _NUMBERS:
            setattr(self, _NUMBERS[word], number or 0)
        elif word == "plain":
            self.is_hidden, self.size, self.color, self.ground, self.font = False, 24, 0, 0, default_font
        elif word == "pard":
            self.in_table, self.paragraph_ground, self.outline, self.style = False, 0, BODY, 0


_FLAGS = {"v": "is_hidden", "deleted": "is_deleted", "intbl": "in_table"}
_NUMBERS = {
    "fs": "size",
    "cf": "color",
    "cb": "ground",
    "chcbpat": "ground",
    "highlight": "ground",
    "cbpat": "paragraph_ground",
    "f": "font",
    "uc": "width",
    "outlinelevel": "outline",
    "s": "style",
}
"""Parts of the state by the control words that set them."""
