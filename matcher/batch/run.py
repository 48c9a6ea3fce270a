"""A run: what waits in the ledger is read, and what comes of it is kept, at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from matcher.batch.executors import Executor, crashed
from matcher.batch.ledger import STRIKES, Answer, Ledger, Task

WINDOW = 0.05
"""Seconds within which answers are kept in one go: what a run that is killed reads twice, and 20 writes to disk a
second."""
_BROKE_DOWN = "whole runs ended while it was read."

OnProgress = Callable[[list[Answer]], None]


def finish(ledger: Ledger, executor: Executor, on_progress: OnProgress) -> None:
    """Reads all documents that wait: many at a time, then those one by one during which the last run ended.

    `on_progress` is told what came, every `WINDOW` or so. May be ended at any moment: what was kept is not read again.
    Raises `OutputError` if the ledger cannot be written.
    """
    _read(ledger.waiting(alone=False), ledger, executor, lambda: executor.room, on_progress)
    _read(ledger.waiting(alone=True), ledger, executor, lambda: 1, on_progress)


def _read(
    waiting: Iterator[Task], ledger: Ledger, executor: Executor, room: Callable[[], int], on_progress: OnProgress
) -> None:
    """Has documents read, `room()` of them at once."""
    held = 0
    while True:
        taken = list(islice(waiting, max(0, room() - held)))
        if not held and not taken:  # nothing is being read, so there was room: all is done
            return
        hopeless = [crashed(task, executor.card.engine, _BROKE_DOWN) for task in taken if task.strikes >= STRIKES]
        tasks = [task for task in taken if task.strikes < STRIKES]
        ledger.start(tasks)
        for task in tasks:
            executor.submit(task)
        held += len(tasks)
        came = executor.answers(WINDOW) if held else []
        held -= len(came)
        ledger.keep(came + hopeless)
        on_progress(came + hopeless)
