"""pdfminer.six with the limits that it lacks: where a hostile file would hang it, `TooMuchError` is raised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pdfminer import pdffont
from pdfminer.cmapdb import FileUnicodeMap
from pdfminer.pdfdocument import PDFDocument, PDFNoPageLabels, PDFXRefFallback, PDFXRefStream
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1

from matcher.readers.pdf.limits import TooMuchError
from matcher.readers.pdf.streams import Budget

MOST_FONTS = 2_000
"""Fonts that are built a document, unnamed ones each time they are met."""
MOST_LETTERS = 65_536
"""Letters a font may map or give a width: all that two-byte codes can name."""
MOST_LETTERS_IN_ALL = 500_000


class Document(PDFDocument):
    """Tables of objects end where their bytes end, and none is read twice.

    A table that claims 10,000,000,000 objects in 205 bytes kept pdfminer walking for ever; one that names itself as
    its predecessor ended in a RecursionError (pdfminer.six #1249).
    """

    def __init__(self, parser: Any) -> None:
        self._tables_read: set[int] = set()
        super().__init__(parser)

    @property
    def is_rebuilt(self) -> bool:
        """True if the table of objects is lost and was put together again from what the file holds."""
        return any(isinstance(table, PDFXRefFallback) for table in self.xrefs)

    def read_xref_from(self, parser: Any, start: int, xrefs: list[Any]) -> None:
        """Reads the table at `start` and those it names as its predecessors."""
        if start in self._tables_read:
            return
        self._tables_read.add(start)
        known = len(xrefs)
        super().read_xref_from(parser, start, xrefs)
        for table in xrefs[known:]:
            if isinstance(table, PDFXRefStream):
                table.ranges = _within(table.ranges, len(table.data or b"") // max(1, table.entlen or 1))

    def get_page_labels(self) -> Any:
        """Says that there are none: nobody asks for them, and they can count without end."""
        raise PDFNoPageLabels


def _within(ranges: Iterable[tuple[int, int]], entries: int) -> list[tuple[int, int]]:
    """The (first, count) ranges cut to what `entries` entries can fill."""
    kept = []
    for first, count in ranges:
        kept.append((first, min(count, entries)))
        entries = max(0, entries - count)
    return kept


class Fonts(PDFResourceManager):
    """Builds fonts within the budget, and counts what they map."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget
        self._built = 0
        self._letters = 0

    def get_font(self, objid: object, spec: Mapping[str, Any]) -> Any:
        """The font of a specification, built once where it has an object id."""
        if objid and objid in self._cached_fonts:
            return self._cached_fonts[objid]
        self._built += 1
        if self._built > MOST_FONTS:
            raise TooMuchError("it uses more fonts than a resume needs.")
        _check_widths(spec.get("W"))
        if len(list_value(spec.get("Widths", []))) > MOST_LETTERS:
            raise _too_many_letters()
        self.budget.spend_parsing(_parsed_size(spec))
        font = super().get_font(objid, spec)
        self._letters += len(getattr(font.__dict__.get("unicode_map"), "cid2unichr", ()))
        if self._letters > MOST_LETTERS_IN_ALL:
            raise _too_many_letters()
        return font


def _parsed_size(spec: Mapping[str, Any]) -> int:
    """Bytes of a font that pdfminer reads word by word: its map to letters, and its program."""
    described = dict_value(resolve1(spec.get("FontDescriptor")) or {})
    parts = (resolve1(part) for part in (spec.get("ToUnicode"), described.get("FontFile")))
    return sum(len(part.get_data()) for part in parts if isinstance(part, PDFStream))


def _check_widths(widths: Any) -> None:
    """pdfminer writes a range of widths out, letter by letter: [0 2000000000 500] takes all memory there is."""
    numbers: list[Any] = []
    for part in list_value(widths) if widths is not None else ():
        numbers = [] if isinstance(part, list) else [*numbers, part]
        if len(numbers) == 3:
            first, last, _ = numbers
            if isinstance(first, int) and isinstance(last, int) and last - first > MOST_LETTERS:
                raise _too_many_letters()
            numbers = []


class _UnicodeMap(FileUnicodeMap):
    """A map from codes to letters that ends: pdfminer writes its ranges out, too."""

    def add_cid2unichr(self, cid: int, code: Any) -> None:
        super().add_cid2unichr(cid, code)
        if len(self.cid2unichr) > MOST_LETTERS:
            raise _too_many_letters()


pdffont.FileUnicodeMap = _UnicodeMap  # type: ignore[attr-defined]  # built where nothing can be handed in


def _too_many_letters() -> TooMuchError:
    return TooMuchError("a font in it has more letters than there are.")
