"""Reads PDF files: two engines that give glyphs, what is visible of them, and one layout of ours over their boxes."""

from __future__ import annotations

from matcher.core.model import ReadingWarning
from matcher.errors import DocumentScannedError
from matcher.readers.pdf import choice
from matcher.readers.pdf.attempt import Attempt, numbered
from matcher.readers.reading import Format, Reading, hidden_text, paged

_HEADER_WITHIN = 4096
"""Bytes in which the PDF header must stand; viewers forgive what mail programs put before it."""
FEWEST_CHARACTERS = 30
"""Letters a page with a picture must have, or it is a scan."""
MOST_UNMAPPED = 0.3
"""Share of glyphs without a Unicode value from which the fonts cannot be read."""
_REPAIRED = ReadingWarning("document_repaired", "The PDF is damaged; parts of it may be missing.")


def fits(data: bytes) -> bool:
    """True if a PDF header stands near the start."""
    return b"%PDF-" in data[:_HEADER_WITHIN]


def read(data: bytes, name: str) -> Reading:
    """The visible text, page by page. Raises `DocumentEncryptedError`, `DocumentDamagedError`, `DocumentScannedError`,
    `DocumentTooExpensiveError`.
    """
    found = choice.best(data, name)
    _check_readable(found, name)
    warnings = [_REPAIRED] if found.pages.is_rebuilt else []
    for number, page, text, hidden in numbered(found):
        if hidden:
            warnings.append(hidden_text(hidden.total(), ", ".join(sorted(hidden)), number))
        if page.has_picture and _inked(text) < FEWEST_CHARACTERS:
            warnings.append(ReadingWarning("page_scanned", "This page is a picture; its text was not read.", number))
    return paged(found.texts, found.reader, warnings)


def _inked(text: str) -> int:
    return sum(not sign.isspace() for sign in text)


def _check_readable(found: Attempt, name: str) -> None:
    total, unmapped = found.inked, found.unmapped
    for counts in found.hidden:
        total += counts.total()
    if total < FEWEST_CHARACTERS and any(page.has_picture for page in found.pages.pages):
        raise DocumentScannedError(name, "it holds pictures and no text.")
    if unmapped > MOST_UNMAPPED * total:
        raise DocumentScannedError(name, "its fonts do not say which letters they show.")


FORMAT = Format("PDF", "application/pdf", (".pdf",), fits, read)
