"""Reads the documents of a run on this machine, in isolated child processes that are used again."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from functools import partial
from pathlib import PurePosixPath
from threading import Lock
from typing import TYPE_CHECKING

from matcher.batch.executors.arrivals import Arrivals
from matcher.batch.ledger import NOWHERE, Answer, Contents, Task
from matcher.batch.record import Record, record
from matcher.batch.sources import Content, UnreadableError, read
from matcher.core.model import NotAssessable
from matcher.isolation import IsolatedMatcher, worker

if TYPE_CHECKING:
    from matcher.pipeline import Matcher

AHEAD = 8
"""Documents a worker may have before it: it must not be idle while what came before is written down, every 50 ms."""
_LONGEST_ENDING = 16
"""Characters; longer ones are no file types, and would only keep equal documents apart."""


class LocalExecutor:
    """Documents are read here, in order, and scored by `matcher`, `workers` at a time; equal ones once.

    `is_known`: whether there is an answer for such contents already.
    """

    def __init__(
        self, matcher: IsolatedMatcher, workers: int, with_evidence: bool, is_known: Callable[[Contents], bool]
    ) -> None:
        self._matcher = matcher
        self.work: worker.Work[Record] = partial(recorded, with_evidence=with_evidence)
        self._is_known = is_known
        self._copies: dict[Contents, list[Answer]] = defaultdict(list)
        self._turn = Lock()
        self._arrivals = Arrivals()
        self.room, self.card = AHEAD * workers, matcher.card

    def submit(self, task: Task) -> None:
        """Reads the bytes, now, and has them scored unless equal ones are."""
        try:
            content = read(task.place)
        except UnreadableError as error:
            self._arrivals.put(Answer(task.number, "", NOWHERE, None, str(error)))
            return
        answer = Answer(task.number, content.stamp, contents(content, task.label), None)
        if self._is_known(answer.contents):
            self._arrivals.put(answer)
            return
        with self._turn:
            self._copies[answer.contents].append(answer)
            is_first = len(self._copies[answer.contents]) == 1
        if is_first:
            scored = self._matcher.submit(self.work, content.data, task.label)
            scored.add_done_callback(partial(self._arrived, answer.contents))

    def answers(self, seconds: float) -> list[Answer]:
        """What came since it was last asked; waits that long at most for the first one."""
        return self._arrivals.taken(seconds)

    def _arrived(self, of: Contents, scored: Future[Record | NotAssessable]) -> None:
        try:
            made = kept(scored.result())
        except CancelledError:
            return
        except BaseException as error:  # a bug of ours: the run must end with it, not wait for an answer
            self._arrivals.put(error)
            return
        with self._turn:
            answers = self._copies.pop(of)
        for answer in answers:
            self._arrivals.put(answer._replace(record=made))


def recorded(matcher: Matcher, content: bytes | str, name: str, with_evidence: bool) -> Record:
    """The work of a child: what is kept of the outcome."""
    return record(worker.match(matcher, content, name), matcher.skills, with_evidence)


def processors() -> int:
    """Processors that this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def kept(made: Record | NotAssessable) -> Record:
    """What is kept of what came of a document."""
    return made if isinstance(made, Record) else record(made, {}, with_evidence=False)


def contents(content: Content, label: str) -> Contents:
    """What tells these contents apart; the ending decides where the bytes leave open what they are."""
    ending = PurePosixPath(label).suffix.lower()[:_LONGEST_ENDING]
    return Contents(hashlib.sha256(content.data).hexdigest(), ending)
