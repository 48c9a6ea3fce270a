"""The fonts, colours and styles that rich text declares, and what they make of its text."""

from __future__ import annotations

from matcher.readers.contrast import WHITE, Color, fades
from matcher.readers.rtf import words
from matcher.readers.rtf.state import BODY, Goes, State
from matcher.readers.rtf.tokens import TooMuchError

MOST_COLORS = 10_000
"""A word processor declares twenty."""
SMALLEST_HALF_POINTS = 8
"""The unit of font size; below 4 points nobody reads."""
_SHADES = frozenset(["clcbpat", "trcbpat", "clshdng"])


class Tables:
    """`default_font`: the one of text that names none."""

    def __init__(self) -> None:
        self.default_font = 0
        self._page = "cp1252"
        self._charsets: dict[int, int] = {}
        self._colors: list[Color | None] = []
        self._mixed: dict[str, int] = {}
        self._headings: set[int] = set()
        self._ground: Color | None = WHITE
        self._row_is_shaded = False

    def declare(self, state: State, word: str, number: int | None) -> None:
        """Takes a control word in one of the tables."""
        if state.goes is Goes.COLORS:
            self._mixed[word] = number or 0
        elif state.goes is Goes.STYLES:
            state.style = (number or 0) if word == "s" else state.style
        elif word == "f":
            state.font = number or 0
        elif word == "fcharset":
            self._charsets[state.font] = number or 0

    def declare_text(self, state: State, text: str) -> None:
        """Takes characters in one of the tables. Raises `TooMuchError`."""
        if state.goes is Goes.STYLES and text.strip().lower().startswith("heading"):
            self._headings.add(state.style)
        for _ in range(text.count(";") if state.goes is Goes.COLORS else 0):
            if len(self._colors) >= MOST_COLORS:
                raise TooMuchError
            mixed = [min(255, max(0, self._mixed.get(part, 0))) / 255 for part in ("red", "green", "blue")]
            self._colors.append((mixed[0], mixed[1], mixed[2]) if self._mixed else None)
            self._mixed = {}

    def set(self, state: State, word: str, number: int | None) -> None:
        """Takes a control word that says something of the whole document or of a table row."""
        if word == "ansicpg" and number in words.KNOWN_PAGES:
            self._page = f"cp{number}"
        elif word in words.PAGES:
            self._page = words.PAGES[word]
        elif word == "deff":
            self.default_font = state.font = number or 0
        elif word == "background":
            self._ground = None
        elif word == "trowd":
            self._row_is_shaded = False
        elif word in _SHADES:
            self._row_is_shaded = self._row_is_shaded or bool(number)

    def has_signs(self, font: int) -> bool:
        """True for a font of signs instead of letters."""
        return self._charsets.get(font) == words.SYMBOLS

    def decode(self, data: bytes, font: int) -> str:
        """The characters of bytes in this font."""
        charset = self._charsets.get(font)
        encoding = self._page if charset is None else words.CHARSETS.get(charset, self._page)
        return data.decode(encoding, "replace")

    def is_heading(self, state: State) -> bool:
        """True for a paragraph that stands in the outline of the document."""
        return state.outline < BODY or state.style in self._headings

    def hides(self, state: State) -> bool:
        """True if nobody can see the text: marked as hidden, smaller than 4 points, or of the colour of its ground."""
        if state.is_hidden or state.size < SMALLEST_HALF_POINTS:
            return True
        color = self._color(state.color)
        if color is None or (self._row_is_shaded and state.in_table):
            return False
        ground = state.ground or state.paragraph_ground
        behind = self._color(ground) if ground else None if state.is_on_shape else self._ground
        return behind is not None and fades(color, behind)

    def _color(self, index: int) -> Color | None:
        return self._colors[index] if 0 <= index < len(self._colors) else None
