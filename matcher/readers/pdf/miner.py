"""The pages of a PDF as pdfminer.six finds them."""

from __future__ import annotations

import io
import logging

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage

from matcher.errors import DocumentDamagedError, DocumentEncryptedError, DocumentError, DocumentTooExpensiveError
from matcher.readers.pdf.glyphs import Pages
from matcher.readers.pdf.guarded import Document, Fonts, Interpreter
from matcher.readers.pdf.recorder import Recorder
from matcher.readers.pdf.streams import Budget, Parser, TooMuchError

NAME = "pdfminer.six"
MOST_PAGES = 30

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it quotes documents


def pages(data: bytes, name: str) -> Pages:
    """The pages in order. Raises `DocumentEncryptedError`, `DocumentDamagedError`, `DocumentTooExpensiveError`.

    What pdfminer raises is neither cause nor context of these: it quotes the document.
    """
    failure: DocumentError
    try:
        return _read(data)
    except TooMuchError as error:
        failure = DocumentTooExpensiveError(name, str(error))
    except MemoryError:
        failure = DocumentTooExpensiveError(name, "it takes more memory than a resume needs.")
    except (PDFPasswordIncorrect, PDFEncryptionError):
        failure = DocumentEncryptedError(name, "it is protected by a password.")
    except Exception:  # the one licence: parsers of hostile files raise anything
        failure = DocumentDamagedError(name, "the PDF is damaged or cut off.")
    raise failure


def _read(data: bytes) -> Pages:
    start = max(0, data.find(b"%PDF-"))
    document = Document(Parser(io.BytesIO(data[start:]), Budget()))
    fonts = Fonts()
    recorder = Recorder(fonts)
    interpreter = Interpreter(fonts, recorder)
    for number, page in enumerate(PDFPage.create_pages(document)):
        if number >= MOST_PAGES:
            raise TooMuchError(f"it has more than {MOST_PAGES} pages.")
        interpreter.process_page(page)
    if not recorder.pages:
        raise ValueError("no page")
    return Pages(tuple(recorder.pages), document.is_rebuilt)
