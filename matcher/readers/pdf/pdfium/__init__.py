"""The pages of a PDF as PDFium finds them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_float
from functools import cache
from threading import Lock
from typing import TypeVar

from matcher.errors import DocumentDamagedError, DocumentEncryptedError, DocumentTooExpensiveError
from matcher.readers.pdf.glyphs import Box, Glyph, Page, Pages
from matcher.readers.pdf.limits import MOST_GLYPHS, MOST_PAGES, TooMuchError, too_many_glyphs, too_many_pages
from matcher.readers.pdf.pdfium import calls
from matcher.readers.pdf.pdfium.looks import Looks
from matcher.readers.pdf.pdfium.objects import MOST_OBJECTS, Objects
from matcher.readers.pdf.pdfium.words import Words
from matcher.readers.pdf.rectangles import Rectangle, around

NAME = "PDFium"
_ONE_AT_A_TIME = Lock()
"""PDFium is not made for threads (pypdfium2 #303)."""
_start = cache(calls.start)


def pages(data: bytes, name: str) -> Pages:
    """The pages in order. Raises `DocumentEncryptedError`, `DocumentDamagedError`, `DocumentTooExpensiveError`."""
    data = data[max(0, data.find(b"%PDF-")) :]
    try:
        with _ONE_AT_A_TIME, _document(data, name) as document:
            return _read(document, name)
    except TooMuchError as error:
        trouble = error.trouble
    raise DocumentTooExpensiveError(name, trouble)


def _read(document: int, name: str) -> Pages:
    many = calls.count_pages(document)
    if many > MOST_PAGES:
        raise too_many_pages()
    if many < 1:
        raise DocumentDamagedError(name, "the PDF is damaged or cut off.")
    reading = _Reading()
    found = tuple(page for number in range(many) for page in reading.page(document, number))
    return Pages(found, is_rebuilt=len(found) < many or not calls.has_valid_table(document))


@contextmanager
def _document(data: bytes, name: str) -> Iterator[int]:
    _start()
    document = calls.load_document(data, len(data), None)
    if not document:
        if calls.last_error() in calls.ENCRYPTED:
            raise DocumentEncryptedError(name, "it is protected by a password.")
        raise DocumentDamagedError(name, "the PDF is damaged or cut off.")
    try:
        yield document
    finally:
        calls.close_document(document)


class _Reading:
    """Reads the pages of one document within its limits. Raises `TooMuchError`."""

    def __init__(self) -> None:
        self._glyphs = MOST_GLYPHS
        self._objects = MOST_OBJECTS
        self._edges = calls.Numbers(c_float, 4)

    def page(self, document: int, number: int) -> Iterator[Page]:
        """The page, or nothing if it is damaged."""
        page = calls.argument(calls.load_page(document, number))
        if not page:
            return
        try:
            text = calls.argument(calls.load_text(page))
            if text:
                try:
                    yield self._page(page, text)
                finally:
                    calls.close_text(text)
        finally:
            calls.close_page(page)

    def _page(self, page: calls.Argument, text: calls.Argument) -> Page:
        count = max(0, calls.count_letters(text))
        self._glyphs -= count
        if self._glyphs < 0:
            raise too_many_glyphs()
        calls.page_edges(page, self._edges.places[0])
        left, top, right, bottom = self._edges.values
        shown = around(((left, bottom), (right, top)))
        objects = Objects(page, shown, self._objects)
        self._objects = objects.budget
        words = Words(text, count, Looks(text, objects, shown))
        turn = calls.page_rotation(page)
        glyphs, boxes, dots = words.glyphs, objects.boxes, objects.dots
        if turn or shown[0] or shown[1]:
            glyphs = [_turned(_placed(glyph, shown, turn), turn) for glyph in glyphs]
            boxes = [_placed(box, shown, turn) for box in boxes]
            dots = [_point(x, y, shown, turn) for x, y in dots]
        return Page(tuple(glyphs), tuple(boxes), tuple(dots), objects.has_picture, words.is_retold)


def _point(x: float, y: float, shown: Rectangle, turn: int) -> tuple[float, float]:
    """A point as it is seen on a page that is shown turned to the right; (0, 0) is the lower left corner."""
    x, y = x - shown[0], y - shown[1]
    width, height = shown[2] - shown[0], shown[3] - shown[1]
    return ((x, y), (y, width - x), (width - x, height - y), (height - y, x))[turn]


_Thing = TypeVar("_Thing", Glyph, Box)


def _placed(thing: _Thing, shown: Rectangle, turn: int) -> _Thing:
    """A glyph or box on the page as it is shown."""
    corners = ((thing.x0, thing.y0), (thing.x1, thing.y1))
    x0, y0, x1, y1 = around([_point(x, y, shown, turn) for x, y in corners])
    return thing._replace(x0=x0, y0=y0, x1=x1, y1=y1)


def _turned(glyph: Glyph, turn: int) -> Glyph:
    return glyph if glyph.turn is None else glyph._replace(turn=(glyph.turn - turn) % 4)
