"""An answer a line: the outcome that `match --format json` gives, on one line."""

from __future__ import annotations

import json
from typing import BinaryIO

from matcher.batch.exports import Results
from matcher.batch.exports.skipped import outcome
from matcher.writers.outcome import form


def write(results: Results, stream: BinaryIO) -> None:
    """A line a document; one that was not read is not assessable, code `skipped`."""
    for line in results.lines():
        if line.record is None:
            text = json.dumps(form(outcome(line, results.engine), {}), ensure_ascii=False)
        else:
            text = line.record.text(line.label)
        stream.write(text.encode("utf-8", "replace") + b"\n")
