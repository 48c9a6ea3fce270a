"""Reads PDF files: glyphs with pdfminer.six, what is visible of them, and one layout of ours over their boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from matcher.core.model import ReadingWarning
from matcher.errors import DocumentScannedError
from matcher.readers.pdf import layout, miner, visible
from matcher.readers.pdf.glyphs import Glyph, Page
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
    found = miner.pages(data, name)
    _check_readable(found.pages, name)
    texts: list[str] = []
    warnings = [_REPAIRED] if found.is_rebuilt else []
    for number, page in enumerate(found.pages, 1):
        hidden = visible.hidden(page, name)
        glyphs = [g for i, g in enumerate(page.glyphs) if i not in hidden]
        texts.append(layout.text_of(glyphs, page.dots))
        warnings += _warnings(number, hidden.values(), page.has_picture and _inked(glyphs) < FEWEST_CHARACTERS)
    return paged(texts, miner.NAME, warnings)


def _warnings(number: int, reasons: Iterable[str], is_scan: bool) -> Iterator[ReadingWarning]:
    counts = Counter(reasons)
    if counts:
        yield hidden_text(counts.total(), ", ".join(sorted(counts)), number)
    if is_scan:
        yield ReadingWarning("page_scanned", "This page is a picture; its text was not read.", number)


def _inked(glyphs: Iterable[Glyph]) -> int:
    return sum(not glyph.text.isspace() for glyph in glyphs)


def _check_readable(pages: Iterable[Page], name: str) -> None:
    counts = Counter(
        "unmapped" if g.is_unmapped else "mapped" for page in pages for g in page.glyphs if not g.text.isspace()
    )
    total = counts.total()
    if total < FEWEST_CHARACTERS and any(page.has_picture for page in pages):
        raise DocumentScannedError(name, "it holds pictures and no text.")
    if counts["unmapped"] > MOST_UNMAPPED * total:
        raise DocumentScannedError(name, "its fonts do not say which letters they show.")


FORMAT = Format("PDF", "application/pdf", (".pdf",), fits, read)
