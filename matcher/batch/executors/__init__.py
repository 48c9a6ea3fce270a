"""Who reads the documents of a run."""

from __future__ import annotations

from typing import Protocol

from matcher.batch.ledger import NOWHERE, Answer, Task
from matcher.batch.record import record
from matcher.core.model import Engine
from matcher.errors import DocumentCrashedError
from matcher.intake import not_assessable
from matcher.isolation.worker import Card


class Executor(Protocol):
    """Reads and scores documents somewhere. `room`: documents it may hold at once; more gain nothing. `card`: what the
    answers are made with.
    """

    @property
    def room(self) -> int: ...  # noqa: D102
    @property
    def card(self) -> Card: ...  # noqa: D102

    def submit(self, task: Task) -> None:
        """Has a document read, in time."""

    def answers(self, seconds: float) -> list[Answer]:
        """What came since it was last asked, in any order; waits that long at most for the first one."""


def crashed(task: Task, engine: Engine, trouble: str) -> Answer:
    """The answer for a document that nobody could read to the end, and whose bytes are not known."""
    outcome = not_assessable(DocumentCrashedError(task.label, trouble), engine, None)
    own = NOWHERE._replace(ending=f"crashed {task.number}")
    return Answer(task.number, task.stamp, own, record(outcome, {}, with_evidence=False))
