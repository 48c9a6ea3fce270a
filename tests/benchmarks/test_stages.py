from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks import samples, stages
from matcher import Matcher, pipeline


class Clock:
    """Tells the time it was set to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


CLOCK = Clock()


def outer() -> int:
    CLOCK.now += 3.0
    return sum(inner())


def inner() -> Iterator[int]:
    for _ in range(2):
        CLOCK.now += 1.0
        yield 1


def task() -> None:
    CLOCK.now += 0.5
    outer()


def test_time_is_charged_to_the_innermost_stage_that_of_generators_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "perf_counter", CLOCK)
    table = {"outer": (f"{__name__}.outer",), "inner": (f"{__name__}.inner",)}
    assert stages.seconds(table, task, rounds=2) == {"outer": 3.0, "inner": 2.0, "rest": 0.5}


def test_every_stage_of_an_answer_is_seen(matcher: Matcher) -> None:
    spent = stages.seconds(stages.ANSWERING, lambda: matcher.match_text(samples.resume()), rounds=1)
    assert all(seconds > 0 for seconds in spent.values()), spent


def test_every_stage_of_the_start_is_seen() -> None:
    spent = stages.seconds(stages.STARTING, pipeline.Matcher, rounds=1)
    assert all(seconds > 0 for seconds in spent.values()), spent
