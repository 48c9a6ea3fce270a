"""The pages of a PDF as pdfminer.six finds them."""

from __future__ import annotations

import io
import logging

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage

from matcher.errors import DocumentDamagedError, DocumentEncryptedError, DocumentError, DocumentTooExpensiveError
from matcher.readers.pdf.glyphs import Pages
from matcher.readers.pdf.guarded import Document, Fonts
from matcher.readers.pdf.interpreter import Interpreter
from matcher.readers.pdf.recorder import Recorder
from matcher.readers.pdf.streams import Budget, Parser, TooMuchError

NAME = "pdfminer.six"
MOST_PAGES = 30

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it quotes documents


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
    start = max(0, data.find(b"%PDF-"))
    budget = Budget()
    document = Document(Parser(io.BytesIO(data[start:]), budget))
    fonts = Fonts(budget)
    recorder = Recorder(fonts)
    interpreter = Interpreter(fonts, recorder)
    for number, page in enumerate(PDFPage.create_pages(document)):
        if number >= MOST_PAGES:
            raise TooMuchError(f"it has more than {MOST_PAGES} pages.")
        interpreter.process_page(page)
    if not recorder.pages:
        raise ValueError("no page")
    return Pages(tuple(recorder.pages), document.is_rebuilt)
