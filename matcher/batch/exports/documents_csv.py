"""A row a document, as comma-separated values."""

from __future__ import annotations

from typing import BinaryIO

from matcher.batch.exports import Results, comma_separated, tables


def write(results: Results, stream: BinaryIO) -> None:
    """Scores and bands of all roles, what is missing most, and what is wrong, in the order of the run."""
    comma_separated.write(tables.document_columns(results), tables.documents(results), stream)
