"""Sections as a Word document: one column, two columns, or a table with the headings on the left."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Cm

from evaluation.layouts import Section, bullet_of, cells_of, columns

_MADE_AT = (2026, 11, 24, 9, 0, 0)
_HEADINGS_WIDTH, _TEXT_WIDTH = Cm(4), Cm(12)


def docx(found: Sequence[Section], layout: str) -> bytes:
    """The sections in this layout."""
    document = Document()
    _LAYOUTS[layout](document, found)
    out = io.BytesIO()
    document.save(out)
    return _dated(out)


def _one_column(document: Any, found: Sequence[Section]) -> None:
    for section in found:
        _heading(document, section)
        _lines(document, section)


def _two_columns(document: Any, found: Sequence[Section]) -> None:
    """The first section across, the others in two columns of text."""
    top, aside, wide = columns(found)
    _one_column(document, top)
    both = document.add_section(WD_SECTION.CONTINUOUS)
    settings = both._sectPr.xpath("./w:cols")[0]
    settings.set(qn("w:num"), "2")
    _one_column(document, [*aside, *wide])


def _table(document: Any, found: Sequence[Section]) -> None:
    table = document.add_table(rows=0, cols=2)
    for section in found:
        left, right = table.add_row().cells
        left.width, right.width = _HEADINGS_WIDTH, _TEXT_WIDTH
        left.paragraphs[0].add_run(section.heading).bold = True
        _lines(right, section)
        empty = right.paragraphs[0]._p
        empty.getparent().remove(empty)
        if not right.paragraphs:
            right.add_paragraph()


def _heading(place: Any, section: Section) -> None:
    if section.heading:
        place.add_paragraph(section.heading, style="Heading 2")


def _lines(place: Any, section: Section) -> None:
    for line in section.lines:
        bullet = bullet_of(line)
        if bullet:
            place.add_paragraph(bullet[1], style="List Bullet")
        elif line.strip():
            place.add_paragraph("\t".join(cells_of(line)))


_LAYOUTS: Mapping[str, Callable[[Any, Sequence[Section]], None]] = {
    "one column": _one_column,
    "two columns": _two_columns,
    "table": _table,
}


def _dated(out: io.BytesIO) -> bytes:
    """The document with our date on every member of the archive."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _MADE_AT), old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
