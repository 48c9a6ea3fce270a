"""Who reads the documents of a run."""

from __future__ import annotations

from typing import Protocol

from matcher.batch.ledger import Answer, Task
from matcher.core.model import Engine, RoleProfile, Skill


class Executor(Protocol):
    """Reads and scores documents somewhere. `room`: documents it may hold at once; more gain nothing."""

    @property
    def room(self) -> int: ...  # noqa: D102
    @property
    def engine(self) -> Engine: ...  # noqa: D102
    @property
    def skills(self) -> dict[str, Skill]: ...  # noqa: D102
    @property
    def profiles(self) -> tuple[RoleProfile, ...]: ...  # noqa: D102

    def submit(self, task: Task) -> None:
        """Has a document read, in time."""

    def answers(self, seconds: float) -> list[Answer]:
        """What came since it was last asked, in any order; waits that long at most for the first one."""
