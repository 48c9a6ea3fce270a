"""What the streams of a PDF unpack to, under one budget for the whole document."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfexceptions import PDFNotImplementedError
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, int_value
from pdfminer.psparser import LIT, literal_name
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from matcher.readers.pdf.limits import MOST_PARSED, MOST_RUNS, MOST_UNPACKED, TooMuchError

MOST_LZW = 256 * 1024
"""Bytes in LZW that are unpacked: a second's work in Python, and a hundred pages of the text of old PDFs."""
DEEPEST = 200
"""Arrays and dictionaries inside of each other; pdf.js and PDFium allow some hundred."""
MOST_PREDICTED = 8 * 1024 * 1024
"""Bytes behind a predictor (tables of objects); pictures, the other use, are never unpacked."""
MOST_COLUMNS = 100_000
MOST_FILTERS = 8
_LONGEST_OPENING = 32
"""Bytes in which "stream" or "endstream" must stand with the space around it."""
_LIST_OF_OBJECTS = LIT("ObjStm")
_PNG = 10
"""The first of the PNG predictors (ISO 32000-1, table 10)."""


class Budget:
    """The bytes a document may still unpack."""

    def __init__(self) -> None:
        self.unpacked = MOST_UNPACKED
        self.lzw = MOST_LZW
        self.parsed = MOST_PARSED
        self.runs = MOST_RUNS

    def spend(self, size: int) -> None:
        """Raises `TooMuchError` if the budget does not cover `size` more bytes."""
        self.unpacked -= size
        if self.unpacked < 0:
            raise TooMuchError("it unpacks to far more than a resume needs.")

    def spend_lzw(self, size: int) -> None:
        """Raises `TooMuchError` if that many bytes would take too long."""
        self.lzw -= size
        if self.lzw < 0:
            raise TooMuchError("it is packed in a way that takes too long to unpack.")

    def spend_parsing(self, size: int) -> None:
        """Raises `TooMuchError` if that many bytes more would take too long to read word by word."""
        self.parsed -= size
        if self.parsed < 0:
            raise TooMuchError("its pages and fonts take more work than a resume needs.")

    def spend_run(self, size: int) -> None:
        """To be called before a content stream of that size is run. Raises `TooMuchError`."""
        self.runs -= 1
        if self.runs < 0:
            raise TooMuchError("its pages take more painting than a resume needs.")
        self.spend_parsing(size)


def check_depth(context: Sequence[Any]) -> None:
    """Raises `TooMuchError` if a parser is too deep inside of arrays and dictionaries."""
    if len(context) > DEEPEST:
        raise TooMuchError("it is nested more deeply than a resume needs.")


class Parser(PDFParser):
    """pdfminer's parser with streams that keep to the budget."""

    def __init__(self, stream: Any, budget: Budget) -> None:
        super().__init__(stream)
        self._budget = budget

    def push(self, *objs: Any) -> None:
        """Keeps what was parsed: (place, object) each."""
        super().push(*((place, self._bounded(obj)) for place, obj in objs))

    def start_type(self, pos: int, type: str) -> None:  # noqa: A002 - pdfminer's name
        """Begins an array or dictionary."""
        check_depth(self.context)
        super().start_type(pos, type)

    def do_keyword(self, pos: int, token: Any) -> None:
        """Where a stream does not end after its stated length, reads on to its end as viewers do."""
        was_searching = self.fallback
        if token is self.KEYWORD_STREAM and self.curstack:
            self.fallback = was_searching or self._is_misstated(pos, self.curstack[-1][1])
        super().do_keyword(pos, token)
        self.fallback = was_searching

    def _is_misstated(self, pos: int, keys: Any) -> bool:
        length = keys.get("Length") if isinstance(keys, dict) else None
        if not isinstance(length, int):
            return False
        self.fp.seek(pos)
        start = pos + len(self.fp.readline(_LONGEST_OPENING))
        self.fp.seek(max(start, start + length))
        return not self.fp.read(_LONGEST_OPENING).lstrip().startswith(b"endstream")

    def _bounded(self, obj: Any) -> Any:
        return Stream(obj, self._budget) if type(obj) is PDFStream else obj


class Stream(PDFStream):
    """pdfminer's stream, unpacked within the budget; damaged packing yields what came before the damage."""

    def __init__(self, stream: PDFStream, budget: Budget) -> None:
        super().__init__(stream.attrs, stream.rawdata or b"", stream.decipher)
        self._budget = budget

    def decode(self) -> None:
        """Sets `data`. Raises `TooMuchError`."""
        data = self.rawdata or b""
        if self.decipher:
            data = self.decipher(self.objid or 0, self.genno or 0, data, self.attrs)
        filters = self.get_filters()
        if len(filters) > MOST_FILTERS:
            raise TooMuchError("it is packed more often than a resume needs.")
        for packing, parameters in filters:
            data = _unpack(literal_name(packing), data, self._budget)
            if isinstance(parameters, Mapping) and "Predictor" in parameters:
                data = _predict(data, parameters)
        if self.attrs.get("Type") is _LIST_OF_OBJECTS:
            self._budget.spend_parsing(len(data))
        self.data, self.rawdata = data, None


def _unpack(packing: str, data: bytes, budget: Budget) -> bytes:
    unpack = _UNPACKERS.get(packing)
    if unpack is None:
        raise PDFNotImplementedError("packing for pictures or unknown")
    return unpack(data, budget)


def _inflate(data: bytes, budget: Budget, step: int = 65_536) -> bytes:
    """zlib data; where it is damaged, what came before. `step`: bytes fed at a time, all of them lost with the last."""
    engine = zlib.decompressobj()
    parts: list[bytes] = []
    try:
        for start in range(0, len(data), step):
            parts.append(engine.decompress(data[start : start + step], budget.unpacked + 1))
            budget.spend(len(parts[-1]))
    except zlib.error:
        if step > 1:
            budget.unpacked += sum(map(len, parts))
            return _inflate(data, budget, 1)
    return b"".join(parts)


def _lzw(data: bytes, budget: Budget) -> bytes:
    budget.spend_lzw(len(data))
    out = bytearray()
    for piece in LZWDecoder(io.BytesIO(data)).run():
        budget.spend(len(piece))
        out += piece
    return bytes(out)


def _run_lengths(data: bytes, budget: Budget) -> bytes:
    """ISO 32000-1, 7.4.5: a length byte, then bytes to copy or one byte to repeat; 128 ends."""
    out = bytearray()
    place = 0
    while place < len(data) and data[place] != 128:
        length = data[place]
        if length < 128:
            piece, place = data[place + 1 : place + 2 + length], place + 2 + length
        else:
            piece, place = data[place + 1 : place + 2] * (257 - length), place + 2
        budget.spend(len(piece))
        out += piece
    return bytes(out)


def _predict(data: bytes, parameters: Mapping[str, Any]) -> bytes:
    """The data before a predictor made it easier to pack."""
    kind = int_value(parameters["Predictor"])
    if kind <= 1:
        return data
    colors = int_value(parameters.get("Colors", 1))
    columns = int_value(parameters.get("Columns", 1))
    bits = int_value(parameters.get("BitsPerComponent", 8))
    if len(data) > MOST_PREDICTED or not 0 < colors * columns * bits <= 32 * MOST_COLUMNS:
        raise TooMuchError("it is packed in a way that takes too long to unpack.")
    if kind < _PNG:
        return bytes(apply_tiff_predictor(colors, columns, bits, data))
    return bytes(apply_png_predictor(kind, colors, columns, bits, data))


_UNPACKERS: Mapping[str, Callable[[bytes, Budget], bytes]] = {
    "FlateDecode": _inflate,
    "Fl": _inflate,
    "LZWDecode": _lzw,
    "LZW": _lzw,
    "RunLengthDecode": _run_lengths,
    "RL": _run_lengths,
    "ASCII85Decode": lambda data, budget: ascii85decode(data),
    "A85": lambda data, budget: ascii85decode(data),
    "ASCIIHexDecode": lambda data, budget: asciihexdecode(data),
    "AHx": lambda data, budget: asciihexdecode(data),
}
