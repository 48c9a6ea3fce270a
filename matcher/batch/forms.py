"""The forms in which a run can be told: one visible table, which loads nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Export:
    """A form. `module`: where its `write(results, stream)` is, loaded when it is first used.

    The same results give the same bytes; nothing in them tells when or how fast.
    """

    title: str
    file: str
    module: str


EXPORTS: Mapping[str, tuple[Export, ...]] = {
    "jsonl": (Export("an answer a line, as from match", "reports.jsonl", "matcher.batch.exports.jsonl"),),
    "csv": (
        Export("a row a document", "documents.csv", "matcher.batch.exports.documents_csv"),
        Export("a row a document and role", "scores.csv", "matcher.batch.exports.scores_csv"),
    ),
    "xlsx": (Export("a workbook", "report.xlsx", "matcher.batch.exports.xlsx"),),
    "html": (Export("one page to look at and print", "report.html", "matcher.batch.exports.html"),),
    "parquet": (Export("a row a document and role", "scores.parquet", "matcher.batch.exports.parquet"),),
}
"""By the name of the form, as it is asked for."""
USUAL = ("jsonl", "csv", "xlsx", "html")
"""The forms that are written if none is asked for."""
