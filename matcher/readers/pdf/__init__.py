"""Reads PDF files: glyphs with pdfminer.six, what is visible of them, and one layout of ours over their boxes."""

from __future__ import annotations

from collections import Counter

from matcher.core.model import ReadingWarning
from matcher.errors import DocumentScannedError
from matcher.readers.pdf import layout, miner, visible
from matcher.readers.pdf.glyphs import Page
from matcher.readers.reading import Format, Reading, hidden_text, paged

_HEADER_WITHIN = 4096
"""Bytes in which the PDF header must stand; viewers forgive what mail programs put before it."""
FEWEST_CHARACTERS = 30
"""Letters a page with a picture must have, or it is a scan."""
MOST_UNMAPPED = 0.3
"""Share of glyphs without a Unicode value from which the fonts cannot be read."""


def fits(data: bytes) -> bool:
    """True if a PDF header stands near the start."""
    return b"%PDF-" in data[:_HEADER_WITHIN]


def read(data: bytes, name: str) -> Reading:
    """The visible text, page by page. Raises `DocumentEncryptedError`, `DocumentDamagedError`, `DocumentScannedError`,
    `DocumentTooExpensiveError`.
    """
    pages = miner.pages(data, name)
    _check_readable(pages, name)
    texts, warnings = [], []
    for number, page in enumerate(pages, 1):
        hidden = visible.hidden(page)
        if hidden:
            reasons = ", ".join(sorted(set(hidden.values())))
            warnings.append(hidden_text(len(hidden), reasons, number))
        glyphs = [g for i, g in enumerate(page.glyphs) if i not in hidden]
        texts.append(layout.text_of(glyphs))
        if page.has_picture and sum(not g.text.isspace() for g in glyphs) < FEWEST_CHARACTERS:
            warnings.append(ReadingWarning("page_scanned", "This page is a picture; its text was not read.", number))
    return paged(texts, miner.NAME, warnings)


def _check_readable(pages: list[Page], name: str) -> None:
    counts = Counter(
        "unmapped" if g.is_unmapped else "mapped" for page in pages for g in page.glyphs if not g.text.isspace()
    )
    total = counts.total()
    if total < FEWEST_CHARACTERS and any(page.has_picture for page in pages):
        raise DocumentScannedError(name, "it holds pictures and no text.")
    if counts["unmapped"] > MOST_UNMAPPED * total:
        raise DocumentScannedError(name, "its fonts do not say which letters they show.")


FORMAT = Format("PDF", "application/pdf", (".pdf",), fits, read)
