"""Lets documents in: no more than may wait, none that was too expensive within the hour, each answered in time."""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Protocol

from matcher.core.model import Engine, NotAssessable, Outcome, RoleProfile, Skill
from matcher.errors import BusyError, DocumentCrashedError, DocumentTooExpensiveError, ReadingTimedOutError
from matcher.intake import text_bytes

_EXPENSIVE = {DocumentTooExpensiveError.code, DocumentCrashedError.code}
_REMEMBERED = 3600.0
"""Seconds that an expensive document is remembered: sent every few seconds it would otherwise keep a worker busy."""
_MOST_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Upload:
    """A document as it came in: bytes, or text that was pasted. `name` is a label, never a path."""

    content: bytes | str = field(repr=False)
    name: str = field(repr=False)

    @property
    def sha256(self) -> str:
        """Digest of the content, as in its outcome."""
        return hashlib.sha256(text_bytes(self.content) if isinstance(self.content, str) else self.content).hexdigest()


class IsMatcher(Protocol):
    """What the web needs of a matcher; `IsolatedMatcher` is one."""

    @property
    def engine(self) -> Engine:
        """What produces the answers."""

    @property
    def skills(self) -> dict[str, Skill]:
        """All skills by id."""

    @property
    def profiles(self) -> tuple[RoleProfile, ...]:
        """The roles that are scored."""

    def submit_bytes(self, data: bytes, name: str) -> Future[Outcome]:
        """The outcome for a document's bytes, later."""

    def submit_text(self, text: str, name: str = "text") -> Future[Outcome]:
        """The outcome for a text, later."""

    def close(self) -> None:
        """Ends all children."""


class Expensive:
    """Remembers, by digest alone, what came of documents that were too expensive."""

    def __init__(self) -> None:
        self._until: OrderedDict[str, tuple[float, NotAssessable]] = OrderedDict()
        self._turn = Lock()

    def recall(self, upload: Upload) -> NotAssessable | None:
        """What came of the same bytes within the hour, if they were too expensive."""
        if not self._until:
            return None
        digest = upload.sha256  # milliseconds, for which nobody else shall wait
        with self._turn:
            until, outcome = self._until.get(digest, (0.0, None))
        return replace(outcome, name=upload.name) if outcome and time.monotonic() < until else None

    def note(self, outcome: Outcome) -> None:
        """Keeps the outcome if it was an expensive one; neither name nor words of the document."""
        if isinstance(outcome, NotAssessable) and outcome.code in _EXPENSIVE:
            with self._turn:
                self._until[outcome.sha256] = (time.monotonic() + _REMEMBERED, replace(outcome, name=""))
                while len(self._until) > _MOST_REMEMBERED:
                    self._until.popitem(last=False)


class Admission:
    """The one way to the matcher. `places`: documents that are read or wait; `patience`: seconds until an answer."""

    def __init__(self, matcher: IsMatcher, places: int, patience: float) -> None:
        self.matcher = matcher
        self._patience = patience
        self._free = places
        self._turn = Lock()
        self._expensive = Expensive()

    def outcomes(self, uploads: Sequence[Upload]) -> list[Outcome]:
        """One outcome for each, in their order. Raises `BusyError` and `ReadingTimedOutError`."""
        deadline = time.monotonic() + self._patience
        known = [self._expensive.recall(upload) for upload in uploads]
        self._take(known.count(None))
        answers = [outcome or self._submitted(upload) for upload, outcome in zip(uploads, known, strict=True)]
        try:
            return [self._answered(answer, deadline) for answer in answers]
        except (CancelledError, TimeoutError) as error:
            for answer in answers:
                if isinstance(answer, Future):
                    answer.cancel()
            raise _ended(error) from None

    def _submitted(self, upload: Upload) -> Future[Outcome]:
        submit = self.matcher.submit_text if isinstance(upload.content, str) else self.matcher.submit_bytes
        try:
            future: Future[Outcome] = submit(upload.content, upload.name)  # type: ignore[arg-type]
        except RuntimeError:  # closed: nothing is taken in any more, so no place has to be given back
            raise _ended(CancelledError()) from None
        future.add_done_callback(lambda _: self._give_back())
        return future

    def _answered(self, answer: Outcome | Future[Outcome], deadline: float) -> Outcome:
        if not isinstance(answer, Future):
            return answer
        outcome = answer.result(max(0.0, deadline - time.monotonic()))
        self._expensive.note(outcome)
        return outcome

    def _take(self, places: int) -> None:
        with self._turn:
            if places > self._free:
                raise BusyError("server", "too many documents wait already.")
            self._free -= places

    def _give_back(self) -> None:
        with self._turn:
            self._free += 1


def _ended(error: Exception) -> BusyError | ReadingTimedOutError:
    if isinstance(error, TimeoutError):
        return ReadingTimedOutError("document", "it could not be read in time.")
    return BusyError("server", "it is about to stop.")
