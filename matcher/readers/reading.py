"""What a reader gives: the text of a document, where its pages begin and what to know about the reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from matcher.core.model import ReadingWarning

MOST_CHARACTERS = 400_000
"""No resume comes near; a longer text is a book, a log or an attack."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`text`: what a person could see. `page_starts`: offset of each page's first character. `reader`: who read it."""

    text: str = field(repr=False)
    reader: str
    page_starts: tuple[int, ...] = (0,)
    warnings: tuple[ReadingWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be read. `fits` judges the bytes alone; `read` gets the bytes and the document's name.

    `fits_named` judges bytes that could be plain text as well, of a document whose name has an ending of the format.
    """

    title: str
    media_type: str
    suffixes: tuple[str, ...]
    fits: Callable[[bytes], bool]
    read: Callable[[bytes, str], Reading]
    fits_named: Callable[[bytes], bool] = lambda data: False


def paged(pages: Sequence[str], reader: str, warnings: Sequence[ReadingWarning] = ()) -> Reading:
    """The reading of a document of these pages, parted by blank lines."""
    text, starts = "", []
    for page in pages:
        starts.append(len(text))
        text += page.rstrip() + "\n\n"
    return Reading(text, reader, tuple(starts) or (0,), tuple(warnings))


def hidden_text(characters: int, reasons: str, page: int | None) -> ReadingWarning:
    """The warning that text no person could see was left out."""
    detail = f"{characters} characters a reader cannot see ({reasons}) were left out."
    return ReadingWarning("hidden_text", detail, page)
