"""Bombs that would take PDFium minutes or gigabytes, told from the bytes of a PDF before it is opened.

PDFium has no budget: 2,387 bytes that unpack to a gigabyte, or forms that run each other a billion times, end in an
abort of the whole process. The known kinds go to the careful engine, which has one. This is a sieve, not a wall: the
wall is the process that documents are read in.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress

import numpy as np

from matcher.readers.pdf.limits import MOST_PARSED, MOST_RUNS, MOST_UNPACKED

MOST_STRINGS = 150_000
"""Instructions to paint a string: one for each glyph that is read, and half as many to spare."""
_SHORTEST = len(b"(a)Tj")
"""Bytes that an instruction takes which paints at least one glyph; without a string it paints nothing."""
_UNCOUNTED = _SHORTEST * MOST_STRINGS
"""Bytes that cannot hold too many of these."""
_STEP = 8_192
"""Bytes fed at a time; what they unpack to is lost with the damage in them."""
_LONGEST_KEYS = 4_096
"""Bytes before a stream in which its keys stand."""
_STREAM = re.compile(rb"stream\r?\n")
"""Begins with its letters, so that they are leapt to; what goes before is looked at afterwards."""
_PACKED = re.compile(rb"/Fl(?:ateDecode)?\b")
_LETTERS = re.compile(rb"/(?:ASCII85Decode|A85)\b")
_OTHER_PACKING = re.compile(rb"/(?:LZW|ASCIIHex|RunLength)Decode\b|/(?:LZW|AHx|RL)\b|/Filter\s+\d+\s+\d+\s+R")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_NOT_PARSED = re.compile(rb"/Length1\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType|XML)\b|/Type\s*/XRef\b|/N\s+\d")
"""Font programs, tables and lists of objects, colour profiles: not run as content."""
_LISTS = re.compile(rb"/Type\s*/ObjStm\b")
_LIST = re.compile(rb"\[[\d\sR]{300,}\]")

_WHITE = b" \t\n\r\v\f\0"
_GROUP = 5
"""Letters that stand for four bytes: digits to the base of 85, of which "!" is 0."""
_WORTH = (85 ** np.arange(_GROUP)[::-1]).astype(np.uint32)


def of(data: bytes) -> str | None:
    """Why PDFium must not open these bytes, in words that follow "because PDFium"; None if it may."""
    if b"/Encrypt" in data:
        return "cannot be kept within limits where a file is encrypted"
    sieve = _Sieve()
    try:
        for keys, content in _streams(data, sieve):
            sieve.take(keys, content)
    except _TooMuch:
        return "has no limit for what a file unpacks to"
    sieve.note_lists(data)
    if sieve.paints_too_much:
        return "has no limit for what a page paints"
    return None


class _TooMuch(Exception):  # noqa: N818 - never leaves this module
    pass


class _Sieve:
    """Adds up what streams unpack to, and bounds how often forms can run each other."""

    def __init__(self) -> None:
        self.left = MOST_UNPACKED
        self._parsed = 0
        self._strings = 0
        self._uncounted: list[bytes] = []
        self._size = 0
        self._runs = 1
        self._repeated = 1.0

    @property
    def paints_too_much(self) -> bool:
        """True if what all pages and forms paint may be too much."""
        return (
            self._runs > MOST_RUNS
            or self._most_strings * self._repeated > MOST_STRINGS
            or self._parsed * self._repeated > MOST_UNPACKED
        )

    def unpacked(self, data: memoryview) -> bytes:
        """The data without its packing; what comes before the damage if it is damaged. Raises `_TooMuch`."""
        engine = zlib.decompressobj()
        parts: list[bytes] = []
        with suppress(zlib.error):
            for start in range(0, len(data), _STEP):
                parts.append(engine.decompress(data[start : start + _STEP], self.left + 1))
                self.left -= len(parts[-1])
                if self.left < 0:
                    raise _TooMuch
                if engine.eof:
                    break
        return b"".join(parts)

    def take(self, keys: bytes, content: bytes) -> None:
        """Notes a stream. Raises `_TooMuch`."""
        if not _NOT_PARSED.search(keys):
            self._parsed += len(content)
            if self._parsed > MOST_PARSED:
                raise _TooMuch
        self._count_strings(content)
        if _FORM.search(keys):
            self._runs = min(self._runs * max(1, content.count(b" Do")), MOST_RUNS + 1)
        if _LISTS.search(keys):
            self.note_lists(content)

    def _count_strings(self, content: bytes) -> None:
        """Counts the instructions to paint a string; of little content not before their number can matter."""
        self._uncounted.append(content)
        self._size += len(content)
        if self._size > _UNCOUNTED:
            self._strings += sum(part.count(b"Tj") + part.count(b"TJ") for part in self._uncounted)
            self._uncounted, self._size = [], 0

    @property
    def _most_strings(self) -> int:
        """Instructions to paint a string; more of them if so many would not matter either."""
        most = self._strings + self._size // _SHORTEST
        if most * self._repeated <= MOST_STRINGS:
            return most
        return self._strings + sum(part.count(b"Tj") + part.count(b"TJ") for part in self._uncounted)

    def note_lists(self, data: bytes) -> None:
        """Notes how often lists name the same objects: a page can name a content stream twenty thousand times."""
        for names in _LIST.findall(data):
            found = names.strip(b"[] \r\n").split(b"R")[:-1] or [names]
            self._repeated = max(self._repeated, len(found) / len({name.strip() for name in found}))


def _streams(data: bytes, sieve: _Sieve) -> Iterator[tuple[bytes, bytes]]:
    """Keys and content of each stream but pictures, which are never unpacked. Raises `_TooMuch`."""
    view = memoryview(data)
    place = 0
    while found := _STREAM.search(data, place):
        if data.endswith(b"end", place, found.start()):
            place = found.end()
            continue
        first = max(place, found.start() - _LONGEST_KEYS)
        keys = data[max(first, data.rfind(b"obj", first, found.start())) : found.start()]
        end = data.find(b"endstream", found.end())
        place = found.end()
        if _PICTURE.search(keys):
            continue
        content = view[found.end() : end if end >= 0 else len(data)]
        packings = len(_PACKED.findall(keys))
        if packings > 1 or _OTHER_PACKING.search(keys):
            raise _TooMuch
        if packings and _LETTERS.search(keys):
            content = _from_letters(bytes(content))
        elif packings:
            content = view[found.end() :]  # it knows its own end; "endstream" may stand inside of it
        yield keys, sieve.unpacked(content) if packings else bytes(content)


def _from_letters(content: bytes) -> memoryview:
    """What is written in letters of ASCII, as reportlab does: up to the first one that is none of them."""
    letters = content.partition(b"~>")[0].translate(None, _WHITE).replace(b"z", b"!!!!!")
    many = -(-len(letters) // _GROUP)
    digits = np.frombuffer(letters.ljust(_GROUP * many, b"u"), np.uint8).reshape(many, _GROUP) - np.uint32(ord("!"))
    return memoryview((digits * _WORTH).sum(axis=1, dtype=np.uint32).astype(">u4").tobytes())
