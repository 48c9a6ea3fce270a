"""The sample as the sources that producers take: HTML, Typst, Word."""

from __future__ import annotations

import html
import io
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.reading.sample import CONTACT, HEADLINE, NAME, SECTIONS, Layout, Line, Section, main_and_aside

_CSS = """
@page { size: A4; margin: 15mm }
body { font: 10pt "Liberation Sans", sans-serif; margin: 0 }
h1 { font-size: 20pt; margin: 0 } h2 { font-size: 11pt; margin: 9pt 0 3pt }
p { margin: 2pt 0 } ul { margin: 2pt 0 4pt; padding-left: 14pt }
.dated { overflow: hidden; font-weight: bold } .dates { float: right; font-weight: normal }
.two .main { float: left; width: 47% } .two .aside { float: right; width: 47% }
.bar .aside { float: left; width: 29%; background: #203040; color: #ffffff; padding: 2%;
  -webkit-print-color-adjust: exact } .bar .main { float: right; width: 62% }
td { vertical-align: top; padding-right: 10pt } td.heading { width: 90pt; font-weight: bold }
"""


def as_html(layout: Layout) -> str:
    """A page with floats for columns, as browsers print it."""
    top = f"<h1>{NAME}</h1><p>{html.escape(HEADLINE)}</p><p>{html.escape(CONTACT)}</p>"
    main, aside = main_and_aside()
    if layout is Layout.ONE_COLUMN:
        body = _html(SECTIONS)
    elif layout is Layout.TABLE:
        rows = (
            f"<tr><td class=heading>{s.heading}</td><td>{''.join(map(_html_line, s.lines))}</td></tr>" for s in SECTIONS
        )
        body = f"<table>{''.join(rows)}</table>"
    else:
        columns = [f"<div class=main>{_html(main)}</div>", f"<div class=aside>{_html(aside)}</div>"]
        if layout is Layout.SIDE_BAR:
            columns.reverse()
        body = f"<div class={'bar' if layout is Layout.SIDE_BAR else 'two'}>{''.join(columns)}</div>"
    return f"<!DOCTYPE html><meta charset=utf-8><title>Resume</title><style>{_CSS}</style>{top}{body}"


def _html(sections: Iterable[Section]) -> str:
    return "".join(f"<h2>{s.heading}</h2>{''.join(map(_html_line, s.lines))}" for s in sections)


def _html_line(line: Line) -> str:
    text = html.escape(line.text)
    if line.is_bullet:
        return f"<ul><li>{text}</li></ul>"
    if line.dates:
        return f"<div class=dated><span class=dates>{line.dates}</span>{text}</div>"
    return f"<p>{text}</p>"


_TYPST = """
#set document(title: "Resume", date: datetime(year: 2026, month: 11, day: 24))
#set page(paper: "a4", margin: 15mm)
#set text(size: 9.5pt, hyphenate: false)
#let dated(text, dates) = block(above: 8pt, below: 5pt)[#strong(text) #h(1fr) #dates]
#let heading(text) = block(above: 11pt, below: 6pt, strong(text))
"""


def as_typst(layout: Layout) -> str:
    """A page with grids for columns."""
    top = f"#text(size: 20pt)[{NAME}]\n\n{_typst_text(HEADLINE)}\n\n{_typst_text(CONTACT)}\n\n"
    main, aside = main_and_aside()
    if layout is Layout.ONE_COLUMN:
        return _TYPST + top + _typst(SECTIONS)
    if layout is Layout.TABLE:
        cells = (f"[*{s.heading}*], [{''.join(map(_typst_line, s.lines))}]" for s in SECTIONS)
        return f"{_TYPST}{top}#grid(columns: (90pt, 1fr), gutter: 10pt, {', '.join(cells)})"
    if layout is Layout.TWO_COLUMNS:
        return f"{_TYPST}{top}#grid(columns: (1fr, 1fr), gutter: 20pt, [{_typst(main)}], [{_typst(aside)}])"
    bar = f"block(fill: rgb(32, 48, 64), inset: 8pt, width: 100%)[#set text(fill: white)\n{_typst(aside)}]"
    return f"{_TYPST}{top}#grid(columns: (30%, 1fr), gutter: 14pt, {bar}, [{_typst(main)}])"


def _typst(sections: Iterable[Section]) -> str:
    return "".join(f"#heading[{s.heading}]\n{''.join(map(_typst_line, s.lines))}" for s in sections)


def _typst_line(line: Line) -> str:
    text = _typst_text(line.text)
    if line.is_bullet:
        return f"\n- {text}\n"
    return f"\n#dated[{text}][{line.dates}]\n" if line.dates else f"\n{text}\n"


def _typst_text(text: str) -> str:
    return text.replace("@", "\\@")


def as_docx(layout: Layout) -> bytes:
    """A Word document with tables for columns and tabs before dates."""
    from docx import Document
    from docx.shared import Cm, Pt

    document = Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Liberation Sans", Pt(9.5)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    page = document.sections[0]
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(1.8)
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    document.add_paragraph().add_run(NAME).font.size = Pt(20)
    for line in (HEADLINE, CONTACT):
        document.add_paragraph(line)
    main, aside = main_and_aside()
    if layout is Layout.ONE_COLUMN:
        _word(document, SECTIONS, 17.4)
    elif layout is Layout.TABLE:
        table = document.add_table(rows=0, cols=2)
        table.autofit = False
        table.columns[0].width, table.columns[1].width = Cm(3.6), Cm(13.8)
        for section in SECTIONS:
            left, right = table.add_row().cells
            left.width, right.width = Cm(3.6), Cm(13.8)
            left.paragraphs[0].add_run(section.heading).bold = True
            _word_lines(right, section.lines, 13.4)
    else:
        widths = (5.4, 12.0) if layout is Layout.SIDE_BAR else (8.7, 8.7)
        columns = (aside, main) if layout is Layout.SIDE_BAR else (main, aside)
        table = document.add_table(rows=1, cols=2)
        table.autofit = False
        for number, (sections, width) in enumerate(zip(columns, widths, strict=True)):
            cell = table.rows[0].cells[number]
            cell.width = table.columns[number].width = Cm(width)
            _word(cell, sections, width - 0.4)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _word(place: Any, sections: Sequence[Section], width: float) -> None:
    for section in sections:
        place.add_paragraph().add_run(section.heading).bold = True
        _word_lines(place, section.lines, width)


def _word_lines(place: Any, lines: Iterable[Line], width: float) -> None:
    """`width`: in centimetres, where dates end."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    for line in lines:
        paragraph = place.add_paragraph(style="List Bullet" if line.is_bullet else None)
        paragraph.add_run(line.text)
        if line.dates:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
            paragraph.add_run(f"\t{line.dates}")
