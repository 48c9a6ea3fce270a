"""Bytes in, `Document` out: one visible table of the formats that can be read."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath

from matcher.core.model import Document, ReadingWarning
from matcher.errors import (
    DocumentEmptyError,
    DocumentEncryptedError,
    DocumentTooExpensiveError,
    TooLargeError,
    UnsupportedTypeError,
)
from matcher.intake import MOST_BYTES
from matcher.readers import docx, html, json_resume, odt, pdf, rtf, text
from matcher.readers.reading import MOST_CHARACTERS, Format, Reading

READERS: tuple[Format, ...] = (
    pdf.FORMAT,
    docx.FORMAT,
    odt.FORMAT,
    rtf.FORMAT,
    html.FORMAT,
    json_resume.FORMAT,
    text.MARKDOWN,
    text.PLAIN,
)
"""Tried in this order; the first whose first bytes fit is taken. Plain text fits whatever has no binary bytes."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
"""Name of the part of an old Office file in which a Word document with a password is kept (MS-OFFCRYPTO)."""
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (_OLD_OFFICE, "an old Word, Excel or PowerPoint file"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
)
"""First bytes of what people pick by mistake, so that the message can say what it is."""
_SNIFFED = 4096
_MAIL = re.compile(rb"\A\s*[A-Za-z-]{2,40}:[^\n]*\n(?:[^\n]*\n){0,40}?Content-Type:\s*multipart/", re.IGNORECASE)
_OLD_WORD_NAMES = (".doc", ".dot")


def read(data: bytes, name: str) -> Document:
    """The document in `data`; `name` is its file name, a label and a hint, never a path.

    Raises a `DocumentError` that says what is wrong: empty, too large, of an unknown or misnamed type, encrypted,
    damaged, scanned or too expensive.
    """
    if not data:
        raise DocumentEmptyError(name, "the file is empty.")
    if len(data) > MOST_BYTES:
        raise TooLargeError(name, f"{len(data):,} bytes are more than the {MOST_BYTES:,} that are read.")
    chosen = _format_of(data, name)
    reading = chosen.read(data, name)
    return _document(reading, data, name, chosen.media_type)


def read_text(words: str, name: str = "text") -> Document:
    """The document made of a pasted or typed text. Raises `DocumentEmptyError` and `DocumentTooExpensiveError`."""
    data = words.encode("utf-8", "surrogatepass")
    if not data:
        raise DocumentEmptyError(name, "there is no text.")
    return _document(text.from_string(words), data, name, text.PLAIN.media_type)


def accepted_suffixes() -> tuple[str, ...]:
    """The file name endings that can be read, for help texts, messages and upload forms."""
    return tuple(suffix for known in READERS for suffix in known.suffixes)


def _format_of(data: bytes, name: str) -> Format:
    """The format that the bytes are in. Raises if there is none or if the name says another one."""
    suffix = PurePath(name).suffix.lower()
    by_name = next((known for known in READERS if suffix in known.suffixes), None)
    by_bytes = next((known for known in READERS if known.fits(data)), None)
    if data.startswith(_OLD_OFFICE) and _ENCRYPTED_OFFICE in data:
        raise DocumentEncryptedError(name, "it is protected by a password.")
    if by_bytes is None or _MAIL.match(data[:_SNIFFED]):
        raise UnsupportedTypeError(name, f"it is {_foreign(data) or 'in no format that can be read'}.")
    if by_bytes is html.FORMAT and suffix in _OLD_WORD_NAMES:
        raise UnsupportedTypeError(name, "the name says Word, but it is a web page (HTML) under that name.")
    if by_bytes is text.PLAIN and by_name is not None and by_name.fits_named(data):
        return by_name
    if by_name is not None and by_name is not by_bytes:
        raise UnsupportedTypeError(name, f"the name says {by_name.title}, but it is {by_bytes.title}.")
    return by_bytes


def _foreign(data: bytes) -> str | None:
    if _MAIL.match(data[:_SNIFFED]):
        return "an e-mail or a web page saved as one (MHTML)"
    return next((what for magic, what in _FOREIGN if data.startswith(magic)), None)


def _document(reading: Reading, data: bytes, name: str, media_type: str) -> Document:
    if len(reading.text) > MOST_CHARACTERS:
        trouble = f"{len(reading.text):,} characters of text are more than the {MOST_CHARACTERS:,} that are read."
        raise DocumentTooExpensiveError(name, trouble)
    if not reading.text.strip():
        raise DocumentEmptyError(name, "there is no text in it.")
    return Document(
        name=name,
        text=reading.text,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        reader=reading.reader,
        page_starts=reading.page_starts,
        warnings=tuple(sorted(reading.warnings, key=_by_page)),
    )


def _by_page(warning: ReadingWarning) -> tuple[int, str]:
    return (warning.page or 0, warning.code)
