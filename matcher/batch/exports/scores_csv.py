"""A row a document and role, as comma-separated values."""

from __future__ import annotations

from typing import BinaryIO

from matcher.batch.exports import Results, comma_separated, tables


def write(results: Results, stream: BinaryIO) -> None:
    """The best role of a document first, documents in the order of the run."""
    comma_separated.write(tables.SCORE_COLUMNS, tables.scores(results), stream)
