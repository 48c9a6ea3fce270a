"""The ways of reading a PDF that are compared."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from pdfminer.high_level import extract_text

from matcher.readers.pdf import choice, miner, pdfium
from matcher.readers.pdf.attempt import attempt

PLAIN, BOTH = "pdfminer.six as it comes", "both"
Read = Callable[[bytes], str]
READERS: Mapping[str, Read] = {
    PLAIN: lambda data: extract_text(io.BytesIO(data)),
    "pdfminer.six, our layout": lambda data: attempt(miner.pages, "", data, "").text,
    "PDFium, our layout": lambda data: attempt(pdfium.pages, "", data, "").text,
    BOTH: lambda data: choice.best(data, "").text,
}


@dataclass(frozen=True, slots=True)
class File:
    """A PDF file; `group`: its producer or folder; `is_sample`: made of the sample, so that its text is known."""

    group: str
    name: str
    data: bytes
    pages: int
    is_sample: bool


def seconds(files: Sequence[File], rounds: int) -> dict[tuple[str, str], float]:
    """(file name, reader) -> seconds, the best of all rounds, in which the readers take turns at each file."""
    best: dict[tuple[str, str], float] = {}
    for _ in range(rounds):
        for file in files:
            for reader, read in READERS.items():
                began = perf_counter()
                read(file.data)
                key = (file.name, reader)
                best[key] = min(best.get(key, float("inf")), perf_counter() - began)
    return best


def pages_in(data: bytes) -> int:
    """Pages of a PDF that PDFium opens, at least 1."""
    return max(1, len(pdfium.pages(data, "").pages))
