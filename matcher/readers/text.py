"""Reads plain text and Markdown: bytes to characters by a stated rule, nothing guessed."""

from __future__ import annotations

import codecs
import re

from matcher.core.model import ReadingWarning
from matcher.readers.reading import Format, Reading

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SNIFFED = 4096
"""Bytes looked at to tell text from binary."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b"))
_MOST_CONTROLS = 0.02
"""Share of control bytes from which it is no text (a stray one is a copying accident)."""
_SURROGATES = re.compile("[\ud800-\udfff]")
_DAMAGED = ReadingWarning("damaged_characters", "Some characters are damaged and were replaced.")


def fits(data: bytes) -> bool:
    """True if the bytes are text in an encoding that `decode` reads."""
    if any(data.startswith(bom) for bom, _ in _BOMS) or _wide_encoding(data):
        return True
    head = data[:_SNIFFED]
    return b"\0" not in data and len(head) - len(head.translate(None, _CONTROLS)) <= _MOST_CONTROLS * len(head)


def read(data: bytes, name: str) -> Reading:
    """The text of `data`; `name` is not used."""
    text, warnings = decode(data)
    return from_string(text, warnings)


def decode(data: bytes, charset: str | None = None) -> tuple[str, tuple[ReadingWarning, ...]]:
    """The characters of `data`, with a warning where some could only be guessed.

    `charset`: the encoding that the document names for itself, believed where it is not UTF-8 (nor UTF-16).

    The rule: a byte order mark; else UTF-16 if NULs sit on one parity; else UTF-8, that of old Java (CESU-8)
    included; else UTF-8 with a few damaged bytes; else Windows-1252. (A statistical guesser misread six of eight
    short UTF-8 files.)
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _mended(data[len(bom) :], encoding)
    wide = _wide_encoding(data)
    if wide:
        return _mended(data, wide)
    try:
        return data.decode("utf-8", "surrogatepass"), ()
    except UnicodeDecodeError:
        return _mended(data, charset) if charset else _damaged(data)


def _mended(data: bytes, encoding: str) -> tuple[str, tuple[ReadingWarning, ...]]:
    """The characters in an encoding that is known; what does not fit is replaced."""
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        return data.decode(encoding, "replace"), (_DAMAGED,)


def from_string(text: str, warnings: tuple[ReadingWarning, ...] = ()) -> Reading:
    """The reading of characters at hand: line ends made one kind, pages at form feeds, lone surrogates replaced."""
    if _SURROGATES.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # pairs become one character
        warnings += (_DAMAGED,) if "\ufffd" in text else ()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    starts = (0, *(found.end() for found in re.finditer("\f", text)))
    return Reading(text, "text", starts, warnings)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without mark: a third of the bytes or more are NUL, all at odd or all at even places."""
    head = data[:_SNIFFED]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(head) >= 4 and max(even, odd) * 3 >= len(head) and min(even, odd) == 0:
        return "utf-16-be" if even else "utf-16-le"
    return None


def _damaged(data: bytes) -> tuple[str, tuple[ReadingWarning, ...]]:
    mended = data.decode("utf-8", "replace")
    wrong = mended.count("\ufffd")
    beyond_ascii = sum(1 for c in mended if c > "\x7f") - wrong
    if beyond_ascii > wrong:
        return mended, (ReadingWarning("damaged_characters", f"{wrong} characters are damaged and were replaced."),)
    guess = "The text is not UTF-8; it was read as Windows-1252, so some letters may be wrong."
    return data.decode("cp1252", "replace"), (ReadingWarning("encoding_guessed", guess),)


PLAIN = Format("plain text", "text/plain", (".txt", ".text"), fits, read)
MARKDOWN = Format("Markdown", "text/markdown", (".md", ".markdown"), lambda data: False, read, fits)
