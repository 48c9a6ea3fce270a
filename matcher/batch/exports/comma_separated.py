"""Writes rows as comma-separated values for a spreadsheet (RFC 4180, UTF-8 with a byte order mark)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from matcher.batch.exports.tables import Cell, Row
from matcher.writers.csv import BYTE_ORDER_MARK, safe


def write(columns: Sequence[str], rows: Iterable[Row], stream: BinaryIO) -> None:
    """A line of `columns`, then the rows; no cell can be run by a spreadsheet, numbers have six decimals."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    text.detach()


def _cell(cell: Cell) -> object:
    if cell is None:
        return ""
    return f"{cell:.6f}" if isinstance(cell, float) else safe(cell)
