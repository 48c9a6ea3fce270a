"""An answer a line: the outcome that `match --format json` gives, on one line."""

from __future__ import annotations

from typing import BinaryIO

from matcher.batch.exports import Results
from matcher.batch.exports.skipped import outcome
from matcher.writers import json
from matcher.writers.outcome import form


def write(results: Results, stream: BinaryIO) -> None:
    """A line a document; one that was not read is not assessable, code `skipped`."""
    for line in results.lines():
        if line.record is None:
            stream.write(json.line(form(outcome(line, results.engine), {})))
        else:
            stream.write(line.record.line(line.label))
        stream.write(b"\n")
