"""A workbook: documents, scores, what is missing of what is essential, and what could not be assessed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.workbook import Workbook

from matcher.batch.exports import Results, tables
from matcher.batch.exports.skipped import facts
from matcher.batch.exports.tables import Cell, Row
from matcher.batch.ledger import Line
from matcher.batch.record import Facts
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
    """Sheets with a header that stays in sight, filters, and scores shaded from 0 to 100; all are filled in one go."""
    with TemporaryDirectory(dir=os.path.dirname(os.path.abspath(stream.name)), prefix=".report-") as parts:
        book = xlsxwriter.Workbook(stream, {**_OPTIONS, "tmpdir": parts})
        book.set_properties({"created": _MADE})
        if results.job:
            ranking = _Sheet(book, "Ranking", _RANKING_COLUMNS, ("score",))
            ranking.add(_ranking(results))
            ranking.finish()
        roles = [profile.id for profile in results.scored]
        documents = _Sheet(book, "Documents", tables.document_columns(results), ("best_score", *roles))
        scores = _Sheet(book, "Scores", tables.SCORE_COLUMNS, ("score",))
        gaps = _Sheet(book, "Essential gaps", _GAP_COLUMNS)
        failures = _Sheet(book, "Not assessed", _FAILURE_COLUMNS)
        for line in results.lines():
            told = facts(line)
            documents.add([tables.document(results, line, told)])
            scores.add(tables.scores_of(results, line, told))
            gaps.add(_gaps(results, line, told))
            failures.add(_failures(line, told))
        for sheet in (documents, scores, gaps, failures):
            sheet.finish()
        book.close()


class _Sheet:
    """A sheet that is filled from the top. `shaded`: columns of points."""

    def __init__(self, book: Workbook, title: str, columns: Sequence[str], shaded: Sequence[str] = ()) -> None:
        self._sheet, self._columns, self._shaded, self._last = book.add_worksheet(title), columns, shaded, 0
        for number, name in enumerate(columns):
            self._sheet.set_column(number, number, _WIDE if name in _WIDE_COLUMNS else _NARROW)
        self._sheet.freeze_panes(1, 1)
        header, self._points = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "0.0"})
        self._sheet.write_row(0, 0, columns, header)

    def add(self, rows: Iterable[Row]) -> None:
        """Puts rows below the last one, while there is room."""
        for row in rows:
            if self._last < _MOST_ROWS:
                self._last += 1
                for number, cell in enumerate(row):
                    self._put(number, cell)

    def finish(self) -> None:
        """Adds filters and shades; no row may follow."""
        last = max(1, self._last)
        self._sheet.autofilter(0, 0, last, len(self._columns) - 1)
        for name in self._shaded:
            at = self._columns.index(name)
            self._sheet.conditional_format(1, at, last, at, _SCALE)

    def _put(self, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            text = cell if cell.isascii() else cell.encode("utf-8", "replace").decode("utf-8")
            self._sheet.write_string(self._last, column, text)
        elif isinstance(cell, float):
            self._sheet.write_number(self._last, column, cell, self._points)
        elif cell is not None:
            self._sheet.write_number(self._last, column, cell)


def _ranking(results: Results) -> Iterator[Row]:
    """The documents by their points for the job description; under them that people must be read before."""
    told = [(line, facts(line).job) for line in results.lines()]
    scored = [(line, job) for line, job in told if job]
    for place, (line, job) in enumerate(sorted(scored, key=lambda pair: -pair[1].score), 1):
        gaps = tables.gaps(results, job)
        yield (place, line.label, job.score, job.band, *job.counts, gaps, line.original or None)
    yield (None, READ_FIRST, *[None] * 8)


def _gaps(results: Results, line: Line, told: Facts) -> Iterator[Row]:
    """What is missing of the essentials of the job description, or else of the best role, by gain."""
    for role in told.scored[:1]:
        of_role = (line.label, role.id, role.title, role.band)
        for gap in role.gaps:
            if gap.tier == Tier.ESSENTIAL:
                yield (*of_role, gap.skill_id, results.skills[gap.skill_id].preferred_label, gap.status, gap.gain)


def _failures(line: Line, told: Facts) -> Iterator[Row]:
    if not told.is_assessed:
        yield (line.label, told.code, told.detail, told.way_out)
