"""A workbook: documents, scores, what is missing of what is essential, and what could not be assessed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from matcher.batch.exports import Results, tables
from matcher.batch.exports.skipped import facts
from matcher.batch.exports.tables import Cell, Row
from matcher.core.model import Tier
from matcher.writers.wording import READ_FIRST

_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""Said to be the time of writing: equal results give equal bytes."""
_MOST_ROWS = 1_048_575
"""Rows below the header that a sheet can hold (Excel's specification); what is more is only in the other forms."""
_SCALE = {"type": "2_color_scale", "min_type": "num", "min_value": 0, "max_type": "num", "max_value": 100,
          "min_color": "#FFFFFF", "max_color": "#8FC7A5"}  # fmt: skip
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""A row is on disk when the next one is begun, and no text is ever taken for more than text."""
_NARROW, _WIDE = 12, 40
"""Widths of columns, in characters."""
_WIDE_COLUMNS = {"document", "role", "top_gaps", "problem", "copy_of", "skill", "way_out", "detail"}
_GAP_COLUMNS = ("document", "role_id", "role", "band", "skill_id", "skill", "status", "gain_if_shown")
_RANKING_COLUMNS = ("place", "document", "score", "band", "met", "partly", "claimed", "missing", "top_gaps", "copy_of")
_FAILURE_COLUMNS = ("document", "code", "detail", "way_out")


def write(results: Results, stream: BinaryIO) -> None:
    """Four sheets with a header that stays in sight, filters, and scores shaded from 0 to 100."""
    with TemporaryDirectory(dir=os.path.dirname(os.path.abspath(stream.name)), prefix=".report-") as parts:
        book = xlsxwriter.Workbook(stream, {**_OPTIONS, "tmpdir": parts})
        book.set_properties({"created": _MADE})
        roles = [profile.id for profile in results.scored]
        columns = tables.document_columns(results)
        if results.job:
            _sheet(book, "Ranking", _RANKING_COLUMNS, _ranking(results), ("score",))
        _sheet(book, "Documents", columns, tables.documents(results), ("best_score", *roles))
        _sheet(book, "Scores", tables.SCORE_COLUMNS, tables.scores(results), ("score",))
        _sheet(book, "Essential gaps", _GAP_COLUMNS, _gaps(results), ())
        _sheet(book, "Not assessed", _FAILURE_COLUMNS, _failures(results), ())
        book.close()


def _sheet(book: Workbook, title: str, columns: Sequence[str], rows: Iterable[Row], shaded: Iterable[str]) -> None:
    sheet = book.add_worksheet(title)
    for number, name in enumerate(columns):
        sheet.set_column(number, number, _WIDE if name in _WIDE_COLUMNS else _NARROW)
    sheet.freeze_panes(1, 1)
    header, points = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "0.0"})
    sheet.write_row(0, 0, columns, header)
    last = 0
    for last, row in zip(range(1, _MOST_ROWS + 1), rows, strict=False):
        for number, cell in enumerate(row):
            _put(sheet, last, number, cell, points)
    sheet.autofilter(0, 0, max(1, last), len(columns) - 1)
    for name in shaded:
        at = columns.index(name)
        sheet.conditional_format(1, at, max(1, last), at, _SCALE)


def _put(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell, points: Format) -> None:
    if isinstance(cell, float):
        sheet.write_number(row, column, cell, points)
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell)
    elif cell is not None:
        sheet.write_string(row, column, cell.encode("utf-8", "replace").decode("utf-8"))


def _ranking(results: Results) -> Iterator[Row]:
    """The documents by their points for the job description; under them that people must be read before."""
    told = [(line, facts(line).job) for line in results.lines()]
    scored = [(line, job) for line, job in told if job]
    for place, (line, job) in enumerate(sorted(scored, key=lambda pair: -pair[1].score), 1):
        gaps = tables.gaps(results, job)
        yield (place, line.label, job.score, job.band, *job.counts, gaps, line.original or None)
    yield (None, READ_FIRST, *[None] * 8)


def _gaps(results: Results) -> Iterator[Row]:
    """What is missing of the essentials of the job description, or else of each one's best role, by gain."""
    for line in results.lines():
        for role in facts(line).scored[:1]:
            for gap in role.gaps:
                if gap.tier == Tier.ESSENTIAL:
                    label = results.skills[gap.skill_id].preferred_label
                    of_role = (line.label, role.id, role.title, role.band)
                    yield (*of_role, gap.skill_id, label, gap.status, gap.gain)


def _failures(results: Results) -> Iterator[Row]:
    for line in results.lines():
        told = facts(line)
        if not told.is_assessed:
            yield (line.label, told.code, told.detail, told.way_out)
