"""How much of a PDF is read, whichever engine reads it."""

from __future__ import annotations

MOST_PAGES = 30
MOST_GLYPHS = 100_000
MOST_BOXES = 5_000
"""Filled shapes that are remembered a page; a chart has hundreds, an attack millions."""
MOST_DOTS = 1_000
MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes that the streams of a document may unpack to; the texts, fonts and tables of 285 real files stay far below."""
MOST_PARSED = 4 * 1024 * 1024
"""Bytes that are read word by word: pages, forms (each time they are run), maps of fonts, lists of objects. A full page
has 20,000; pdfminer does half a million a second."""
MOST_RUNS = 5_000
"""Times that a content stream or form is run a document (pypdf's limit)."""


class TooMuchError(Exception):
    """A limit was passed; `trouble` says which, in words for the user."""

    def __init__(self, trouble: str) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def too_many_pages() -> TooMuchError:
    """The error for a page more than is read."""
    return TooMuchError(f"it has more than {MOST_PAGES} pages.")


def too_many_glyphs() -> TooMuchError:
    """The error for a character more than is read."""
    return TooMuchError(f"it has more than {MOST_GLYPHS:,} characters.")
