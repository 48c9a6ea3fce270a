"""Reads rich text (RTF 1.9): paragraphs, tables, text boxes, headers and footers in the order they are seen.

The walk is our own: the kept library for RTF gives its text flat, with what is hidden and without saying so.
"""

from __future__ import annotations

from matcher.core.model import ReadingWarning
from matcher.errors import DocumentTooExpensiveError
from matcher.readers import text
from matcher.readers.reading import Format, Reading, hidden_text
from matcher.readers.rtf.tokens import TooMuchError, tokens
from matcher.readers.rtf.walk import Walk

_CUT_OFF = ReadingWarning("document_repaired", "The rich text is cut off; parts of it may be missing.")
_SNIFFED = 64


def fits(data: bytes) -> bool:
    """True if the bytes open as rich text does."""
    return data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def read(data: bytes, name: str) -> Reading:
    """The visible text. Raises `DocumentTooExpensiveError`."""
    walk = Walk()
    try:
        for token in tokens(data):
            walk.take(token)
    except (TooMuchError, MemoryError):
        raise DocumentTooExpensiveError(name, "it has far more parts than a resume needs.") from None
    lines = walk.finished()
    warnings: tuple[ReadingWarning, ...] = (_CUT_OFF,) if walk.is_cut_off else ()
    if walk.hidden:
        warnings += (hidden_text(walk.hidden, "hidden, too small or without contrast", None),)
    whole = text.from_string("\n".join(lines) + "\n")  # joins the halves of characters beyond 16 bits
    return Reading(whole.text, "rtf", warnings=(*warnings, *whole.warnings))


FORMAT = Format("rich text (RTF)", "application/rtf", (".rtf",), fits, read)
