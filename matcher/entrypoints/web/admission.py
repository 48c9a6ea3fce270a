"""Lets documents in: no more than may wait, none that was too expensive within the hour, each answered in time."""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Protocol, TypeVar

from matcher.core.model import Engine, JobDescription, NotAssessable, Outcome, RoleProfile, Skill
from matcher.errors import BusyError, DocumentCrashedError, DocumentTooExpensiveError, ReadingTimedOutError
from matcher.intake import text_bytes
from matcher.isolation.matcher import JOB_NAME

T = TypeVar("T")
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

    def submit_bytes(
        self, data: bytes, name: str, job: bytes | str | None = None, job_name: str = JOB_NAME
    ) -> Future[Outcome]:
        """The outcome for a document's bytes, later; `job`: a job description it is scored against, too."""

    def submit_text(
        self, text: str, name: str = "text", job: bytes | str | None = None, job_name: str = JOB_NAME
    ) -> Future[Outcome]:
        """The outcome for a text, later."""

    def describe(self, job: bytes | str, name: str) -> Future[JobDescription | NotAssessable]:
        """What a job description asks for, later."""

    def close(self) -> None:
        """Ends all children."""


class Expensive:
    """Remembers, by digest alone, what came of documents that were too expensive."""

    def __init__(self) -> None:
        self._until: OrderedDict[str, tuple[float, NotAssessable]] = OrderedDict()
        self._turn = Lock()

    def recall(self, upload: Upload, job: Upload | None = None) -> NotAssessable | None:
        """What came of the same bytes within the hour, if they were too expensive."""
        if not self._until:
            return None
        digest = _key(upload, job)  # milliseconds, for which nobody else shall wait
        with self._turn:
            until, outcome = self._until.get(digest, (0.0, None))
        return replace(outcome, name=upload.name) if outcome and time.monotonic() < until else None

    def note(self, outcome: Outcome, upload: Upload, job: Upload | None = None) -> None:
        """Keeps the outcome if it was an expensive one; neither name nor words of the document."""
        if isinstance(outcome, NotAssessable) and outcome.code in _EXPENSIVE:
            with self._turn:
                self._until[_key(upload, job)] = (time.monotonic() + _REMEMBERED, replace(outcome, name=""))
                while len(self._until) > _MOST_REMEMBERED:
                    self._until.popitem(last=False)


def _key(upload: Upload, job: Upload | None) -> str:
    """Digest of what was sent: nobody can tell which of the two was the expensive one."""
    return upload.sha256 + (job.sha256 if job else "")


class Admission:
    """The one way to the matcher. `places`: documents that are read or wait; `patience`: seconds until an answer."""

    def __init__(self, matcher: IsMatcher, places: int, patience: float) -> None:
        self.matcher = matcher
        self._patience = patience
        self._free = places
        self._turn = Lock()
        self._expensive = Expensive()

    def outcomes(self, uploads: Sequence[Upload], job: Upload | None = None) -> list[Outcome]:
        """One outcome for each, in their order; `job`: a job description they are scored against, too.

        Raises `BusyError` and `ReadingTimedOutError`.
        """
        deadline = time.monotonic() + self._patience
        known = [self._expensive.recall(upload, job) for upload in uploads]
        self._take(known.count(None))
        answers = [outcome or self._submitted(upload, job) for upload, outcome in zip(uploads, known, strict=True)]
        try:
            found = [self._answered(answer, deadline) for answer in answers]
        except (CancelledError, TimeoutError) as error:
            for answer in answers:
                if isinstance(answer, Future):
                    answer.cancel()
            raise _ended(error) from None
        for upload, answer, outcome in zip(uploads, answers, found, strict=True):
            if isinstance(answer, Future):
                self._expensive.note(outcome, upload, job)
        return found

    def description(self, job: Upload) -> JobDescription | NotAssessable:
        """What a job description asks for. Raises `BusyError` and `ReadingTimedOutError`."""
        known = self._expensive.recall(job)
        if known is not None:
            return known
        self._take(1)
        future = self._begun(lambda: self.matcher.describe(job.content, job.name))
        try:
            found = future.result(self._patience)
        except (CancelledError, TimeoutError) as error:
            future.cancel()
            raise _ended(error) from None
        if isinstance(found, NotAssessable):
            self._expensive.note(found, job)
        return found

    def _submitted(self, upload: Upload, job: Upload | None) -> Future[Outcome]:
        submit = self.matcher.submit_text if isinstance(upload.content, str) else self.matcher.submit_bytes
        with_job = (job.content, job.name) if job else ()
        return self._begun(lambda: submit(upload.content, upload.name, *with_job))  # type: ignore[arg-type]

    def _begun(self, submit: Callable[[], Future[T]]) -> Future[T]:
        """The place that was taken is given back when it is done."""
        try:
            future = submit()
        except RuntimeError:  # closed: nothing is taken in any more, so no place has to be given back
            raise _ended(CancelledError()) from None
        future.add_done_callback(lambda _: self._give_back())
        return future

    @staticmethod
    def _answered(answer: Outcome | Future[Outcome], deadline: float) -> Outcome:
        return answer.result(max(0.0, deadline - time.monotonic())) if isinstance(answer, Future) else answer

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
