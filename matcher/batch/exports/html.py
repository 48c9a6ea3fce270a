"""A run as one self-contained page: every document with its scores, what the documents lack, and what was not read."""

from __future__ import annotations

from typing import BinaryIO

from matcher.batch.exports import Results
from matcher.batch.exports.figures import gather
from matcher.batch.exports.histogram import columns
from matcher.batch.exports.rows import rows
from matcher.writers import html
from matcher.writers.outcome import NOTICES


def write(results: Results, stream: BinaryIO) -> None:
    """The page. It loads nothing and says all without script; memory does not grow with the number of documents."""
    look, script = html.rendered("batch.css", roles=range(1, 2)), html.rendered("batch.js")
    html.stream(
        "batch.html",
        stream,
        columns=columns,
        engine=results.engine,
        figures=gather(results),
        notices=NOTICES,
        policy=html.content_security_policy(look, script),
        results=results,
        rows=rows(results),
        script=script,
        style=look,
    )
