"""A row a document and role, as a Parquet file for data frames and warehouses; needs the extra [parquet]."""

from __future__ import annotations

from importlib import import_module
from itertools import islice
from typing import Any, BinaryIO

from matcher.batch.exports import Results, tables
from matcher.errors import UsageError

_GROUP = 10_000
"""Rows that are written at once: what memory they take is bounded."""
_NUMBERS = ("score", "margin_to_next")
_COUNTS = ("rank", "met", "partly", "claimed", "missing")


def check_installed() -> None:
    """Raises `UsageError` if the extra is missing."""
    _library()


def write(results: Results, stream: BinaryIO) -> None:
    """The columns of scores.csv, typed; null where there is nothing to tell."""
    arrow, parquet = _library()
    schema = arrow.schema([(name, _type(name, arrow)) for name in tables.SCORE_COLUMNS])
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        rows = tables.scores(results)
        while group := list(islice(rows, _GROUP)):
            writer.write_table(arrow.table([list(column) for column in zip(*group, strict=True)], schema=schema))


def _library() -> tuple[Any, Any]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise UsageError("parquet", "needs an extra that is not installed (pip install '.[parquet]').") from error


def _type(name: str, arrow: Any) -> Any:
    if name in _COUNTS:
        return arrow.int32()
    return arrow.float64() if name in _NUMBERS else arrow.string()
