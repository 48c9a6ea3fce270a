"""The sample as reportlab's platypus lays it out."""

from __future__ import annotations

import io
from collections.abc import Iterable

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, FrameBreak, PageTemplate, Paragraph, Spacer, Table

from benchmarks.reading.sample import CONTACT, HEADLINE, NAME, SECTIONS, Layout, Line, Section, main_and_aside

_WIDTH, _HEIGHT = A4
_MARGIN, _GUTTER, _TOP = 45.0, 20.0, 80.0
_PLAIN = ParagraphStyle("plain", fontName="Helvetica", fontSize=9.5, leading=12.5)
_BOLD = ParagraphStyle("bold", _PLAIN, fontName="Helvetica-Bold", spaceBefore=8)
_RIGHT = ParagraphStyle("right", _PLAIN, alignment=2)
_BULLET = ParagraphStyle("bullet", _PLAIN, leftIndent=12, bulletIndent=2)
_NAME = ParagraphStyle("name", _PLAIN, fontSize=20, leading=26)


def as_reportlab(layout: Layout) -> bytes:
    """A page with frames for columns."""
    wide = _WIDTH - 2 * _MARGIN
    main, aside = main_and_aside()
    shares: dict[Layout, tuple[tuple[float, Iterable[Section]], ...]] = {
        Layout.ONE_COLUMN: ((1.0, SECTIONS),),
        Layout.TABLE: ((1.0, SECTIONS),),
        Layout.TWO_COLUMNS: ((0.5, main), (0.5, aside)),
        Layout.SIDE_BAR: ((0.3, aside), (0.7, main)),
    }
    frames = [_frame(_MARGIN, _HEIGHT - _MARGIN - _TOP, wide, _TOP)]
    story: list[Flowable] = [Paragraph(NAME, _NAME), Paragraph(HEADLINE, _PLAIN), Paragraph(CONTACT, _PLAIN)]
    left = _MARGIN
    for share, sections in shares[layout]:
        width = share * wide - (_GUTTER if share < 1 else 0)
        frames.append(_frame(left, _MARGIN, width, _HEIGHT - 2 * _MARGIN - _TOP))
        left += width + _GUTTER
        story += [FrameBreak(), *(_table(wide) if layout is Layout.TABLE else _stacked(sections, width))]
    out = io.BytesIO()
    BaseDocTemplate(out, pagesize=A4, invariant=1, pageTemplates=[PageTemplate(frames=frames)]).build(story)
    return out.getvalue()


def _frame(x: float, y: float, width: float, height: float) -> Frame:
    return Frame(x, y, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


def _stacked(sections: Iterable[Section], width: float) -> list[Flowable]:
    flow: list[Flowable] = []
    for section in sections:
        flow += [Paragraph(section.heading, _BOLD), *(_line(line, width) for line in section.lines)]
    return flow


def _table(width: float) -> list[Flowable]:
    rows = [[Paragraph(s.heading, _BOLD), [_line(line, width - 112) for line in s.lines]] for s in SECTIONS]
    return [Spacer(1, 6), Table(rows, colWidths=(100, width - 100), style=[("VALIGN", (0, 0), (-1, -1), "TOP")])]


def _line(line: Line, width: float) -> Flowable:
    if line.is_bullet:
        return Paragraph(line.text, _BULLET, bulletText="•")
    if not line.dates:
        return Paragraph(line.text, _PLAIN)
    cells = [[Paragraph(line.text, _PLAIN), Paragraph(line.dates, _RIGHT)]]
    narrow = 40 if len(line.dates) < 6 else 100
    return Table(
        cells,
        colWidths=(width - narrow, narrow),
        style=[("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)],
    )
