"""One child at a time, asked one thing at a time; there is a new child whenever the last one ended or is worn."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from threading import Lock
from typing import Any, TypeVar

from pebble import CONSTS, ProcessExpired, ProcessFuture, ProcessPool

from matcher import errors
from matcher.errors import MatcherError
from matcher.isolation import worker
from matcher.isolation.children import Children
from matcher.isolation.ends import End, Limits, Reply

CONSTS.sleep_unit = 0.01
"""Seconds between two looks of a pool at its child; with Pebble's own 0.1 a fresh child costs 60 ms more."""
_STEP = 0.05
"""Seconds between two looks of ours at the pool."""
_TO_START = 60.0
"""Seconds a child may take to be ready; more than half a second only where the weights are learned anew."""
_GRACE = 1.0
"""Seconds the pool may take to end a child whose time is up; then the pool itself is given up."""

T = TypeVar("T")


class ClosedError(Exception):
    """The lane was closed while it waited."""


class Lane:
    """A pool of one: children share pipes and locks with no other, so one that breaks down breaks nothing else."""

    def __init__(self, wish: worker.Wish, limits: Limits, fresh: bool) -> None:
        self._tasks = 1 if fresh else limits.documents
        self._preparation = (wish, limits)
        self._pool: ProcessPool | None = None
        self._closed = False
        self._ending = Lock()

    def describe(self) -> worker.Card:
        """What the matcher is made of. Raises the `MatcherError` that kept the child from building it."""
        card = self._ask(worker.describe, (), _TO_START)
        if isinstance(card, worker.Wrong):
            kind: type[MatcherError] = getattr(errors, card.kind)
            raise kind(card.subject, card.trouble)
        return card

    def answer(self, work: worker.Work[Any], content: bytes | str, name: str, seconds: float) -> Reply:
        """What became of it. Raises `ClosedError`."""
        try:
            reply = self._ask(worker.answer, (work, content, name, seconds), seconds)
        except TimeoutError:
            return Reply(End.SLOW)
        except ProcessExpired as error:
            return Reply(End.SLOW if error.exitcode == -signal.SIGXCPU else End.CRASHED)
        except BrokenProcessPool:
            self._give_up()
            return Reply(End.CRASHED)
        if reply.is_worn:
            self._give_up()
        return reply

    def close(self) -> None:
        """Ends the child, whatever it does."""
        self._closed = True
        self._give_up()

    def _ask(self, function: Callable[..., T], arguments: tuple[Any, ...], seconds: float) -> T:
        """What the child says. Raises `TimeoutError`, `ProcessExpired`, `BrokenProcessPool`, `ClosedError`."""
        if self._closed:
            raise ClosedError
        pool = self._pool
        if pool is None or not pool.active:
            self._give_up()
            pool = self._pool = ProcessPool(1, self._tasks, worker.prepare, self._preparation, Children())
        try:
            future = pool.schedule(function, arguments, timeout=seconds)
        except RuntimeError as error:  # closed, or its child ended, since it was asked whether it is active
            raise BrokenProcessPool from error
        self._wait(pool, future, seconds + _GRACE)
        return future.result(0)

    def _wait(self, pool: ProcessPool, future: ProcessFuture[Any], most: float) -> None:
        """Raises `TimeoutError` if even the pool does not end the work, and what `_ask` says."""
        since = time.monotonic()
        has_started = False
        while not wait([future], _STEP).done:
            if self._closed:
                raise ClosedError
            if not pool.active and not future.done():
                raise BrokenProcessPool
            if future.running() and not has_started:
                since, has_started = time.monotonic(), True
            if time.monotonic() - since > (most if has_started else _TO_START):
                self._give_up()
                raise TimeoutError

    def _give_up(self) -> None:
        """Ends the pool and its child; the next question starts another one."""
        with self._ending:
            pool, self._pool = self._pool, None
            if pool is not None:
                pool.stop()
                pool.join()
