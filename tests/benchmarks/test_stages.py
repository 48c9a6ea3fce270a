from __future__ import annotations

from collections.abc import Iterator
from time import sleep

from benchmarks import samples, stages
from matcher import Matcher, pipeline


def outer() -> int:
    sleep(0.02)
    return sum(inner())


def inner() -> Iterator[int]:
    for _ in range(2):
        sleep(0.01)
        yield 1


def test_time_is_charged_to_the_innermost_stage_that_of_generators_too() -> None:
    table = {"outer": (f"{__name__}.outer",), "inner": (f"{__name__}.inner",)}
    spent = stages.seconds(table, lambda: outer(), rounds=2)
    assert list(spent) == ["outer", "inner", "rest"]
    assert spent["outer"] > spent["rest"]
    assert spent["inner"] > spent["rest"]


def test_every_stage_of_an_answer_is_seen(matcher: Matcher) -> None:
    spent = stages.seconds(stages.ANSWERING, lambda: matcher.match_text(samples.resume()), rounds=1)
    assert all(seconds > 0 for seconds in spent.values()), spent


def test_every_stage_of_the_start_is_seen() -> None:
    spent = stages.seconds(stages.STARTING, pipeline.Matcher, rounds=1)
    assert all(seconds > 0 for seconds in spent.values()), spent
