"""What is told of a document that was not read."""

from __future__ import annotations

from matcher.batch.ledger import Line
from matcher.batch.record import Facts
from matcher.core.model import Engine, NotAssessable
from matcher.errors import DocumentSkippedError
from matcher.intake import not_assessable


def outcome(line: Line, engine: Engine) -> NotAssessable:
    """The outcome, as if it had been read and failed."""
    return not_assessable(DocumentSkippedError(line.label, line.skipped), engine, None)


def facts(line: Line) -> Facts:
    """The facts of any document, read or not."""
    if line.record is not None:
        return line.record.told()
    error = DocumentSkippedError(line.label, line.skipped)
    return Facts("not_assessable", error.code, error.trouble, error.way_out, "", 0, 0, (), ())
