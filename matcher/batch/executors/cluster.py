"""Reads the documents of a run on the workers of a Dask cluster; needs the extra [cluster] here and there."""

from __future__ import annotations

import multiprocessing
import time
from dataclasses import dataclass, field
from functools import lru_cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

from matcher.batch.executors import crashed
from matcher.batch.executors.arrivals import Arrivals
from matcher.batch.executors.local import AHEAD, contents, kept, recorded
from matcher.batch.ledger import NOWHERE, Answer, Task
from matcher.batch.sources import UnreadableError, read
from matcher.core.model import Engine, JobDescription
from matcher.errors import ClusterError, UsageError
from matcher.isolation import IsolatedMatcher, Limits

_TO_CONNECT = 10
"""Seconds a scheduler may take to answer at first."""
_LOOK = 5.0
"""Seconds between two looks at how many workers there are."""
_LOST = "the workers that read it were lost, one after the other."


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker must know. `engine`: what its answers must come from. `description`: the job description, told
    from others by `description_sha256`.
    """

    profiles: Path | None
    roles: tuple[str, ...]
    limits: Limits
    with_evidence: bool
    engine: Engine
    more: tuple[Path, ...] = ()
    description_sha256: str = ""
    description: JobDescription | None = field(default=None, compare=False)


class EngineDiffersError(Exception):
    """A worker has another version of the matcher, or other role profiles."""


class ClusterExecutor:
    """Documents are read and scored by whichever worker is free, isolated as here; those of a lost one by another.

    `own`: a matcher of this machine, which says what the answers must come from. Must be closed.
    Raises `UsageError` if the extra is missing, `ClusterError` if the scheduler does not answer or goes away.
    """

    def __init__(self, address: str, own: IsolatedMatcher, job: Job) -> None:
        try:
            self._dask = import_module("distributed")
        except ImportError as error:
            raise UsageError(
                "--scheduler", "needs an extra that is not installed (pip install '.[cluster]')."
            ) from error
        self.card = own.card
        self._job, self._address = job, address
        self._arrivals = Arrivals()
        self._futures: dict[int, Any] = {}
        try:
            self._client = self._dask.Client(address, timeout=_TO_CONNECT, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise ClusterError(address, "no Dask scheduler answers there.") from error
        self._threads, self._looked = 0, float("-inf")

    @property
    def room(self) -> int:
        """Documents it may hold at once: as many ahead of each thread of the cluster as of a process here."""
        if time.monotonic() - self._looked > _LOOK:
            self._threads, self._looked = sum(self._client.nthreads().values()), time.monotonic()
        return AHEAD * max(1, self._threads)

    def submit(self, task: Task) -> None:
        """Has it read by a worker."""
        future = self._client.submit(answer, self._job, task, pure=False)
        self._futures[task.number] = future
        future.add_done_callback(partial(self._arrived, task))

    def answers(self, seconds: float) -> list[Answer]:
        """What came since it was last asked; waits that long at most for the first one."""
        came = self._arrivals.taken(seconds)
        for one in came:
            self._futures.pop(one.number, None)  # the cluster forgets it, too
        return came

    def close(self) -> None:
        """Leaves the cluster; what it still holds is dropped."""
        self._client.close()

    def _arrived(self, task: Task, future: Any) -> None:
        error = future.exception() if future.status == "error" else None
        if future.status == "finished":
            self._arrivals.put(Answer(*future.result()))
        elif isinstance(error, self._dask.KilledWorker):
            self._arrivals.put(crashed(task, self.card.engine, _LOST))
        elif isinstance(error, EngineDiffersError):
            self._arrivals.put(ClusterError(self._address, "a worker has another version, or other role profiles."))
        elif error is not None:
            self._arrivals.put(error)
        else:
            self._arrivals.put(ClusterError(self._address, "the Dask scheduler went away."))


def answer(job: Job, task: Task) -> Answer:
    """What a worker makes of a task. Raises `EngineDiffersError`."""
    matcher = _matcher(job)
    if matcher.engine != job.engine:
        raise EngineDiffersError
    try:
        content = read(task.place)
    except UnreadableError as error:
        return Answer(task.number, "", NOWHERE, None, str(error))
    made = matcher.submit(partial(recorded, with_evidence=job.with_evidence), content.data, task.label).result()
    return Answer(task.number, content.stamp, contents(content, task.label), kept(made))


@lru_cache(maxsize=1)
def _matcher(job: Job) -> IsolatedMatcher:
    """The matcher of this worker, with a child for each of its threads; its children end with it.

    A worker under a nanny is a "daemonic" process, which Python forbids to start others lest they outlive it; ours
    cannot (`isolation.fences.tether`).
    """
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    return IsolatedMatcher(
        job.profiles, job.roles, job.limits, _threads(), fresh=False, more=job.more, job=job.description
    )


def _threads() -> int:
    worker = import_module("distributed").get_worker()
    return int(worker.state.nthreads)
