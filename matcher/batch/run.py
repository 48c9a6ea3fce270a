"""Scores the files of a run: a few at a time, answered in the order of the walk."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future

from matcher.batch.walk import Entry, content
from matcher.core.model import NotAssessable, Outcome
from matcher.isolation import IsolatedMatcher

AHEAD = 4
"""Documents a worker may have waiting: enough that none is idle, few enough that memory stays flat."""
PROCESSORS = os.cpu_count() or 1
SKIPPED = "skipped"
"""Code of a file that was not read."""
_WAY_OUT = "Copy the document itself into the folder."


def outcomes(found: Iterable[Entry], matcher: IsolatedMatcher, workers: int) -> Iterator[Outcome]:
    """One outcome a file, in the order of `found`. A file that is not read is not assessable, code `skipped`.

    `workers`: documents that `matcher` reads at once. The name in an outcome is the label of its file.
    """
    waiting: deque[Future[Outcome] | Outcome] = deque()
    for entry in found:
        waiting.append(_asked(entry, matcher))
        if len(waiting) > AHEAD * workers:
            yield _answer(waiting.popleft())
    while waiting:
        yield _answer(waiting.popleft())


def _asked(entry: Entry, matcher: IsolatedMatcher) -> Future[Outcome] | Outcome:
    reason = entry.skipped
    if not reason:
        try:
            return matcher.submit_bytes(content(entry), entry.label)
        except OSError:
            reason = "it cannot be opened."
    return NotAssessable(matcher.engine, entry.label, "", SKIPPED, reason, _WAY_OUT)


def _answer(waiting: Future[Outcome] | Outcome) -> Outcome:
    return waiting.result() if isinstance(waiting, Future) else waiting
