"""What has come of documents, put in by any thread, taken out by the run."""

from __future__ import annotations

from contextlib import suppress
from queue import Empty, SimpleQueue

from matcher.batch.ledger import Answer


class Arrivals:
    """A queue of answers, or of what went wrong for the whole run."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Answer | BaseException] = SimpleQueue()

    def put(self, answer: Answer | BaseException) -> None:
        """Adds one."""
        self._queue.put(answer)

    def taken(self, seconds: float) -> list[Answer]:
        """All that are there; waits that long at most for the first one. Raises what was put in to be raised."""
        found: list[Answer] = []
        with suppress(Empty):
            found.append(self._checked(self._queue.get(timeout=seconds)))
            while True:
                found.append(self._checked(self._queue.get_nowait()))
        return found

    @staticmethod
    def _checked(arrived: Answer | BaseException) -> Answer:
        if isinstance(arrived, BaseException):
            raise arrived
        return arrived
