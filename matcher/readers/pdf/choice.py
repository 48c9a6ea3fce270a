"""Which engine reads a PDF: PDFium first; pdfminer.six, the careful one, reads again what that did not read well."""

from __future__ import annotations

from dataclasses import replace

from matcher.errors import DocumentDamagedError, DocumentEncryptedError, DocumentError, DocumentTooExpensiveError
from matcher.readers.pdf import pdfium, risks, signals
from matcher.readers.pdf.attempt import Attempt, attempt
from matcher.readers.pdf.signals import Signal

CAREFUL = "pdfminer.six"
CLEARLY = 1.02
"""Times as many readable letters as PDFium that pdfminer.six must find to be believed instead."""
_UNOPENED = "could not open it"


def best(data: bytes, name: str) -> Attempt:
    """The better reading of the two engines; its `reader` says which, and why it is not the first.

    Raises `DocumentEncryptedError`, `DocumentDamagedError`, `DocumentTooExpensiveError`.
    """
    risk = risks.of(data)
    if risk:
        return _because(_careful(data, name), risk)
    first = _fast(data, name)
    raised = signals.raised(first) if first else []
    if first and not raised:
        return first
    try:
        second = _careful(data, name)
    except DocumentError as error:
        if first is None or not _stands(first, raised, error):
            raise
        return first
    if first is None:
        return _because(second, _UNOPENED)
    return _because(second, raised[0].reason) if _is_better(second, first, raised) else first


def _fast(data: bytes, name: str) -> Attempt | None:
    """What PDFium reads; None if it cannot open the document. Raises `DocumentTooExpensiveError`."""
    try:
        return attempt(pdfium.pages, pdfium.NAME, data, name)
    except (DocumentEncryptedError, DocumentDamagedError):
        return None


def _careful(data: bytes, name: str) -> Attempt:
    from matcher.readers.pdf import miner  # 50 ms that most documents do not need

    return attempt(miner.pages, CAREFUL, data, name)


def _because(read: Attempt, reason: str) -> Attempt:
    return replace(read, reader=f"{read.reader}, because {pdfium.NAME} {reason}")


def _stands(first: Attempt, raised: list[Signal], error: DocumentError) -> bool:
    """True if what PDFium read is taken though the careful engine fails."""
    has_little = any(signal.name == "little text" for signal in raised)
    return first.inked > 0 and not (has_little and isinstance(error, DocumentTooExpensiveError))


def _is_better(second: Attempt, first: Attempt, raised: list[Signal]) -> bool:
    names = {signal.name for signal in raised}
    if "retold" in names and second.unmapped <= signals.MOST_STRANGE * second.inked:
        return second.inked > 0
    if "faded" in names and second.any_page(lambda page: page.has_pattern):
        return second.readable >= first.readable
    strange, before = second.unmapped + second.private, first.unmapped + first.private
    return second.readable > CLEARLY * first.readable or (second.readable >= first.readable and strange < before)
