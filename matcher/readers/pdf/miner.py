"""The glyphs of a PDF as pdfminer.six finds them; the only room that knows that package."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import apply_matrix_pt

from matcher.errors import DocumentDamagedError, DocumentEncryptedError, DocumentError, DocumentTooExpensiveError
from matcher.readers.pdf.glyphs import Box, Glyph, Page

NAME = "pdfminer.six"
MOST_PAGES = 30
MOST_GLYPHS = 100_000
MOST_BOXES = 5_000
"""Filled boxes that are remembered a page; a chart has hundreds, an attack millions."""
_UPRIGHT = 0.1
"""Slope up to which text counts as written from left to right."""

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it quotes documents


class _TooMuch(Exception):
    """A limit was passed; the text says which."""


def pages(data: bytes, name: str) -> list[Page]:
    """The pages in order. Raises `DocumentEncryptedError`, `DocumentDamagedError`, `DocumentTooExpensiveError`."""
    try:
        return _read(data)
    except _TooMuch as error:
        raise DocumentTooExpensiveError(name, str(error)) from None
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise DocumentEncryptedError(name, "it is protected by a password.") from error
    except DocumentError:
        raise
    except Exception as error:  # the one licence: parsers of hostile files raise anything
        raise DocumentDamagedError(name, "the PDF is damaged or cut off.") from error


def _read(data: bytes) -> list[Page]:
    start = max(0, data.find(b"%PDF-"))
    document = PDFDocument(PDFParser(io.BytesIO(data[start:])))
    manager = PDFResourceManager()
    recorder = _Recorder(manager)
    interpreter = PDFPageInterpreter(manager, recorder)
    for number, page in enumerate(PDFPage.create_pages(document)):
        if number >= MOST_PAGES:
            raise _TooMuch(f"it has more than {MOST_PAGES} pages.")
        interpreter.process_page(page)
    if not recorder.pages:
        raise ValueError("no page")
    return recorder.pages


class _Recorder(PDFTextDevice):
    """Notes glyphs and filled boxes in the order they are painted."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.pages: list[Page] = []
        self._painted = 0
        self._count = 0

    def begin_page(self, page: Any, ctm: Any) -> None:
        x0, y0, x1, y1 = page.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        self._size = (height, width) if page.rotate in (90, 270) else (width, height)
        self._glyphs: list[Glyph] = []
        self._boxes: list[Box] = []
        self._has_picture = False
        self._mode = 0
        self._outer: list[Any] = []

    def end_page(self, page: Any) -> None:
        width, height = self._size
        self.pages.append(Page(width, height, tuple(self._glyphs), tuple(self._boxes), self._has_picture))

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self._mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(  # noqa: PLR0913 - the signature is pdfminer's
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        self._count += 1
        if self._count > MOST_GLYPHS:
            raise _TooMuch(f"it has more than {MOST_GLYPHS:,} characters.")
        try:
            text, is_unmapped = font.to_unichr(cid), False
        except PDFUnicodeNotDefined:
            text, is_unmapped = "\ufffd", True
        advance = float(font.char_width(cid) * fontsize * scaling)
        low = font.get_descent() * fontsize + rise
        (ax, ay), (bx, by) = apply_matrix_pt(matrix, (0, low)), apply_matrix_pt(matrix, (advance, low + fontsize))
        slope_x, slope_y = abs(matrix[0]) + 1e-9, abs(matrix[1])
        size = abs(fontsize) * (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
        self._glyphs.append(
            Glyph(
                text,
                min(ax, bx),
                min(ay, by),
                max(ax, bx),
                max(ay, by),
                float(size),
                _rgb(graphicstate.ncolor),
                self._next(),
                is_upright=slope_y / slope_x < _UPRIGHT and matrix[0] > 0 and not font.is_vertical(),
                is_invisible=self._mode in (3, 7),
                is_unmapped=is_unmapped,
            )
        )
        return advance

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        for outline in _outlines(path) if fill else ():
            if len(self._boxes) >= MOST_BOXES or "".join(step[0] for step in outline) not in _RECTANGLES:
                continue
            corners = [apply_matrix_pt(self.ctm, step[-2:]) for step in outline[:4]]
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            self._boxes.append(Box(min(xs), min(ys), max(xs), max(ys), _rgb(graphicstate.ncolor), self._next()))

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        self._outer.append(self.ctm)

    def end_figure(self, name: str) -> None:
        self.set_ctm(self._outer.pop())

    def render_image(self, name: str, stream: Any) -> None:
        self._has_picture = True
        if len(self._boxes) < MOST_BOXES:
            (ax, ay), (bx, by) = apply_matrix_pt(self.ctm, (0, 0)), apply_matrix_pt(self.ctm, (1, 1))
            self._boxes.append(Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), None, self._next()))

    def _next(self) -> int:
        self._painted += 1
        return self._painted


_RECTANGLES = ("mlllh", "mllll", "mlll", "mllllh")


def _outlines(path: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The closed outlines of a path, each starting with a move."""
    starts = [i for i, step in enumerate(path) if step[0] == "m"]
    for start, end in zip(starts, [*starts[1:], len(path)], strict=True):
        yield path[start:end]


def _rgb(color: Any) -> tuple[float, float, float] | None:
    """Red, green and blue of a grey, RGB or CMYK colour as pdfminer keeps it; None for patterns and others."""
    parts = color if isinstance(color, list | tuple) else (color,)
    if not all(isinstance(part, int | float) and 0 <= part <= 1 for part in parts):
        return None
    if len(parts) == 1:
        return (float(parts[0]),) * 3
    if len(parts) == 3:
        return (float(parts[0]), float(parts[1]), float(parts[2]))
    if len(parts) == 4:
        red, green, blue = ((1 - part) * (1 - parts[3]) for part in parts[:3])
        return (float(red), float(green), float(blue))
    return None
