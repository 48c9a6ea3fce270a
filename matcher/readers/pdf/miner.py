"""The pages of a PDF as pdfminer.six finds them."""

from __future__ import annotations

import io
import logging

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage

from matcher.errors import DocumentDamagedError, DocumentEncryptedError, DocumentError, DocumentTooExpensiveError
from matcher.readers.pdf import maps
from matcher.readers.pdf.glyphs import Pages
from matcher.readers.pdf.guarded import Document, Fonts
from matcher.readers.pdf.interpreter import Interpreter
from matcher.readers.pdf.limits import MOST_PAGES, TooMuchError, too_many_pages
from matcher.readers.pdf.recorder import Recorder
from matcher.readers.pdf.streams import Budget, Parser

NAME = "pdfminer.six"

MOST_OBJECTS = 100_000
"""Objects written one after the other, which pdfminer looks through one by one; 30 pages have some thousand."""
MOST_BARE = 2 * 1024 * 1024
"""Bytes outside of streams: pdfminer reads half a million a second of them; a tagged resume has some 10,000."""

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it quotes documents
maps.keep_to_own_folder()


def pages(data: bytes, name: str) -> Pages:
    """The pages in order. Raises `DocumentEncryptedError`, `DocumentDamagedError`, `DocumentTooExpensiveError`.

    What pdfminer raises is neither cause nor context of these: it quotes the document.
    """
    failure: type[DocumentError]
    try:
        return _read(data)
    except TooMuchError as error:
        failure, trouble = DocumentTooExpensiveError, error.trouble
    except MemoryError:
        failure, trouble = DocumentTooExpensiveError, "it takes more memory than a resume needs."
    except (PDFPasswordIncorrect, PDFEncryptionError):
        failure, trouble = DocumentEncryptedError, "it is protected by a password."
    except Exception:  # the one licence: parsers of hostile files raise anything
        failure, trouble = DocumentDamagedError, "the PDF is damaged or cut off."
    raise failure(name, trouble)  # here, where the memory of the attempt is free again


def _read(data: bytes) -> Pages:
    _check_size(data)
    start = max(0, data.find(b"%PDF-"))
    budget = Budget()
    document = Document(Parser(io.BytesIO(data[start:]), budget))
    fonts = Fonts(budget)
    recorder = Recorder(fonts)
    interpreter = Interpreter(fonts, recorder)
    for number, page in enumerate(PDFPage.create_pages(document)):
        if number >= MOST_PAGES:
            raise too_many_pages()
        interpreter.process_page(page)
    if not recorder.pages:
        raise ValueError("no page")
    return Pages(tuple(recorder.pages), document.is_rebuilt)


def _check_size(data: bytes) -> None:
    """Raises `TooMuchError` if there is more to be read word by word than pdfminer reads in a few seconds."""
    bare, place = 0, 0
    while place >= 0 and bare <= MOST_BARE:
        start = data.find(b"stream", place)
        bare += (start if start >= 0 else len(data)) - place
        place = data.find(b"endstream", start) if start >= 0 else -1
        place += len(b"endstream") if place >= 0 else 0
    if bare > MOST_BARE or data.count(b" obj") > MOST_OBJECTS:
        raise TooMuchError("it holds more objects than a resume needs.")
