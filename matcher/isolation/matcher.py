"""`Matcher` in child processes: the same questions, the same outcomes, whatever the document does to its reader."""

from __future__ import annotations

import logging
import multiprocessing
import pickle
import sys
import time
from collections.abc import Iterable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import TypeVar

from matcher.core.model import Engine, JobDescription, NotAssessable, Outcome, RoleProfile, Skill
from matcher.intake import content, not_assessable, text_bytes
from matcher.isolation import worker
from matcher.isolation.ends import End, Limits, Reply, error_of
from matcher.isolation.lane import ClosedError, Lane

_PRELOADED = ["matcher.isolation.preload"]
JOB_NAME = "job description"
"""What a job description is called that has no file name."""
_WORTH_REPEATING = 1.0
"""Seconds that must be left for a second attempt."""
T = TypeVar("T")
_log = logging.getLogger(__name__)


class IsolatedMatcher:
    """A `Matcher` whose documents are read and scored in child processes under `limits`.

    `fresh`: a new process for each document, for files of strangers; else each process reads many, for one's own.
    `workers`: documents that are read at the same time; others wait. `more`: files of further profiles. `job`: a job
    description against which all documents are scored, besides.
    Every end of a child is an outcome. Can be asked by many threads. Must be closed: a context manager.
    Raises `ReferenceDataError` and `UnknownRoleError` as `Matcher` does.
    """

    work: worker.Work[Outcome] = staticmethod(worker.match)

    def __init__(  # noqa: PLR0913 - what a matcher is made of, and how it is fenced in
        self,
        profiles: Path | None = None,
        roles: Iterable[str] = (),
        limits: Limits = Limits(),  # noqa: B008 - frozen
        workers: int = 2,
        fresh: bool = True,
        more: Iterable[Path] = (),
        job: JobDescription | None = None,
    ) -> None:
        self._limits = limits
        wish = worker.Wish(profiles, tuple(roles), tuple(more), job)
        self._lanes = [Lane(wish, limits, fresh) for _ in range(workers)]
        self._free: SimpleQueue[Lane] = SimpleQueue()
        for lane in self._lanes:
            self._free.put(lane)
        self._threads = ThreadPoolExecutor(workers, "matcher-lane")
        if sys.platform != "win32" and (fresh or workers > 1):  # a lone reused child builds for itself: less memory
            multiprocessing.set_forkserver_preload(_PRELOADED)
        try:
            self._card = self._lanes[0].describe()
        except BaseException:
            self.close()
            raise

    @property
    def card(self) -> worker.Card:
        """What the matcher is made of: engine, skills and profiles."""
        return self._card

    @property
    def engine(self) -> Engine:
        """What produces the answers."""
        return self._card.engine

    @property
    def skills(self) -> dict[str, Skill]:
        """All skills by id, for the writers."""
        return self._card.skills

    @property
    def profiles(self) -> tuple[RoleProfile, ...]:
        """The roles that are scored."""
        return self._card.profiles

    def match_file(self, path: str | Path) -> Outcome:
        """The outcome for the file at `path`. Raises `NothingToReadError` if there is no such readable file."""
        return self.match_bytes(content(Path(path)), Path(path).name)

    def match_bytes(self, data: bytes, name: str, job: bytes | str | None = None, job_name: str = JOB_NAME) -> Outcome:
        """The outcome for a document's bytes; `name` is its file name, used as a label and for its ending.

        `job`: a job description, as bytes or text, against which the document is scored, too. One that cannot be used
        is itself the outcome: not assessable, under `job_name`.
        """
        return self.submit_bytes(data, name, job, job_name).result()

    def match_text(self, text: str, name: str = "text", job: bytes | str | None = None) -> Outcome:
        """The outcome for a resume given as text."""
        return self.submit_text(text, name, job).result()

    def submit_bytes(
        self, data: bytes, name: str, job: bytes | str | None = None, job_name: str = JOB_NAME
    ) -> Future[Outcome]:
        """As `match_bytes`, later. Cancelled where the matcher is closed before."""
        return self.submit(self._work(job, job_name), data, name)

    def submit_text(
        self, text: str, name: str = "text", job: bytes | str | None = None, job_name: str = JOB_NAME
    ) -> Future[Outcome]:
        """As `match_text`, later. Cancelled where the matcher is closed before."""
        return self.submit(self._work(job, job_name), text, name)

    def describe(self, job: bytes | str, name: str = JOB_NAME) -> Future[JobDescription | NotAssessable]:
        """What a job description asks for, later; or why nothing can be said of it."""
        return self.submit(worker.describe_job, job, name)

    def _work(self, job: bytes | str | None, job_name: str) -> worker.Work[Outcome]:
        return self.work if job is None else partial(worker.match_for, job=job, job_name=job_name)

    def submit(self, work: worker.Work[T], given: bytes | str, name: str) -> Future[T | NotAssessable]:
        """What `work`, a function that can be pickled, makes of a document in a child; or why it made nothing of it."""
        return self._threads.submit(self._outcome, work, given, name)

    def close(self) -> None:
        """Ends all children, whatever they do; what still waits is cancelled."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for lane in self._lanes:
            lane.close()
        self._threads.shutdown()
        for lane in self._lanes:  # a thread may have been just about to start a child
            lane.close()

    def __enter__(self) -> IsolatedMatcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _outcome(self, work: worker.Work[T], given: bytes | str, name: str) -> T | NotAssessable:
        lane = self._free.get()
        try:
            reply = self._reply(lane, work, given, name)
        except ClosedError:
            raise CancelledError from None
        finally:
            self._free.put(lane)
        if reply.end is End.ANSWERED:
            made: T = pickle.loads(reply.payload)  # noqa: S301 - as far as the pool's own messages are trusted
            return made
        _log.info("a document was not assessed: %s %s", reply.end.value, reply.kind)
        data = text_bytes(given) if isinstance(given, str) else given
        return not_assessable(error_of(reply, name, self._limits), self.engine, data)

    def _reply(self, lane: Lane, work: worker.Work[T], given: bytes | str, name: str) -> Reply:
        """What a child makes of it; asked once more where the child broke down, within the same time."""
        start = time.monotonic()
        reply = lane.answer(work, given, name, self._limits.seconds)
        left = self._limits.seconds - (time.monotonic() - start)
        if reply.end is End.CRASHED and left > _WORTH_REPEATING:
            reply = lane.answer(work, given, name, left)
        return reply
