"""A document as read, and places in its text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from dataclasses import field as kept
from typing import NamedTuple


class Span(NamedTuple):
    """Code points `start` (included) to `end` (excluded) of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something a reader should know about how a document was read. `page` counts from 1."""

    code: str
    detail: str
    page: int | None = None


_LINE_END = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Document:
    """A resume as read. `text` is what a person could see, never altered, and kept out of `repr`.

    `page_starts`: offset of each page's first character, ascending, the first is 0.
    """

    name: str
    text: str = kept(repr=False)
    sha256: str
    media_type: str
    reader: str
    page_starts: tuple[int, ...] = (0,)
    warnings: tuple[ReadingWarning, ...] = ()
    _line_ends: tuple[int, ...] = kept(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ends = tuple(found.start() for found in _LINE_END.finditer(self.text))
        object.__setattr__(self, "_line_ends", ends)

    def page_of(self, offset: int) -> int:
        """Page number, from 1, of the character at `offset`."""
        return bisect_right(self.page_starts, offset)

    def line_of(self, offset: int) -> int:
        """Line number within its page, from 1, of the character at `offset`."""
        page_start = self.page_starts[self.page_of(offset) - 1]
        return bisect_left(self._line_ends, offset) - bisect_left(self._line_ends, page_start) + 1
