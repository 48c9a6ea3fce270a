"""Times tasks that take turns, so that what else the machine does falls on all of them."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any, TypeAlias

Task: TypeAlias = Callable[[], Any]
WARM_UP = 5
"""Turns before the clock counts: caches fill, lazy imports happen."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """`ratio`: first over second, the median over all rounds; `first`, `second`: median seconds of each."""

    ratio: float
    first: float
    second: float


def compare(first: Task, second: Task, rounds: int) -> Comparison:
    """Both tasks once a round, every other round in the opposite order.

    The ratio is taken within each round, where both tasks met the same machine. What lives before the first round is
    kept from the garbage collector: else each task would pay for walking the objects of the other.
    """
    for _ in range(WARM_UP):
        first()
        second()
    return _summed_up(_timed([(first, second)] * rounds))


def compare_once(rounds: Sequence[tuple[Task, Task]]) -> Comparison:
    """Both tasks of each round once, unprepared: what they would keep from an earlier turn does not help them."""
    return _summed_up(_timed(rounds))


def _timed(rounds: Sequence[tuple[Task, Task]]) -> list[tuple[float, float]]:
    gc.collect()
    gc.freeze()
    try:
        return [_round(first, second, is_swapped=bool(n % 2)) for n, (first, second) in enumerate(rounds)]
    finally:
        gc.unfreeze()


def _summed_up(pairs: Sequence[tuple[float, float]]) -> Comparison:
    ratio = statistics.median(a / b for a, b in pairs)
    return Comparison(ratio, statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs))


def _round(first: Task, second: Task, is_swapped: bool) -> tuple[float, float]:
    if is_swapped:
        after = _seconds(second)
        return _seconds(first), after
    return _seconds(first), _seconds(second)


def _seconds(task: Task) -> float:
    began = perf_counter()
    task()
    return perf_counter() - began
