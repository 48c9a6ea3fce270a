"""Reads web pages: what a browser shows of them without scripts and without anything from elsewhere."""

from __future__ import annotations

import re

from matcher.errors import DocumentDamagedError, DocumentError, DocumentTooExpensiveError
from matcher.readers import text
from matcher.readers.html.page import Page
from matcher.readers.html.sheets import Rules, StyleTexts
from matcher.readers.html.steps import TooMuchError
from matcher.readers.reading import Format, Reading, hidden_text

_SNIFFED = 4096
"""Bytes in which a page must say that it is one."""
_BEFORE = r"\A\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*"
_OPENS = re.compile(_BEFORE + r"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE)
_PART = re.compile(_BEFORE + r"<[a-z][a-z1-6]*[\s>]", re.IGNORECASE)
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)


def fits(data: bytes) -> bool:
    """True if the bytes open as a web page does, spaces and comments left aside."""
    return _opens(_OPENS, data)


def fits_named(data: bytes) -> bool:
    """True for a part of a page: it opens with some tag."""
    return _opens(_PART, data) and text.fits(data)


def read(data: bytes, name: str) -> Reading:
    """The visible text. Raises `DocumentTooExpensiveError`, `DocumentDamagedError`."""
    source, warnings = text.decode(data, _charset(data))
    page = _page(text.from_string(source).text, name)
    if page.hidden:
        warnings += (hidden_text(page.hidden, "hidden, too small, off the page or without contrast", None),)
    return Reading(page.text(), "lxml", warnings=warnings)


def _page(source: str, name: str) -> Page:
    failure: type[DocumentError]
    try:
        styles = StyleTexts()
        if "<style" in source.lower():
            _feed(source, styles)
        page = Page(Rules(styles.sheets))
        _feed(source, page)
        return page
    except (TooMuchError, MemoryError, RecursionError):
        failure, trouble = DocumentTooExpensiveError, "it has far more parts than a resume needs."
    except Exception:  # parsers of hostile files raise anything, and quote them
        failure, trouble = DocumentDamagedError, "the web page cannot be read."
    raise failure(name, trouble)  # here, where the memory of the attempt is free again


def _feed(source: str, target: StyleTexts | Page) -> None:
    """The elements of the page, one by one: a tree takes time that grows with the square of an element's attributes."""
    from lxml import etree  # here, because it takes 30 ms that a PDF need not wait for

    parser = etree.HTMLParser(target=target, encoding="utf-8", no_network=True)
    parser.feed(source.encode("utf-8"))
    parser.close()


def _opens(pattern: re.Pattern[str], data: bytes) -> bool:
    return bool(pattern.match(text.decode(data[:_SNIFFED])[0]))


def _charset(data: bytes) -> str | None:
    """The encoding that the page names for itself, under Python's name for it; None for an unknown one."""
    import webencodings

    found = _CHARSET.search(data[:_SNIFFED])
    known = webencodings.lookup(found.group(1).decode("ascii")) if found else None
    return None if known is None or known.name in ("utf-8", "replacement", "x-user-defined") else known.codec_info.name


FORMAT = Format("HTML", "text/html", (".html", ".htm", ".xhtml"), fits, read, fits_named)
