from __future__ import annotations

import gc

from benchmarks import turns
from benchmarks.turns import WARM_UP, compare, compare_once


def test_the_tasks_take_turns_in_both_orders() -> None:
    asked: list[str] = []
    compare(lambda: asked.append("a"), lambda: asked.append("b"), rounds=4)
    assert "".join(asked[2 * WARM_UP :]) == "abbaabba"


def test_the_ratio_is_the_median_of_the_rounds_so_one_slow_round_does_not_move_it(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    spent = {"a": iter([2.0, 2.0, 90.0]), "b": iter([1.0, 1.0, 1.0])}
    monkeypatch.setattr(turns, "_seconds", lambda task: next(spent[task()]))
    found = compare(lambda: "a", lambda: "b", rounds=3)
    assert (found.ratio, found.first, found.second) == (2.0, 2.0, 1.0)


def test_the_garbage_collector_is_left_as_it_was() -> None:
    before = gc.get_freeze_count()
    compare(int, int, rounds=1)
    assert gc.get_freeze_count() == before
    assert gc.isenabled()


def test_what_is_compared_once_is_asked_once() -> None:
    asked: list[int] = []
    compare_once([(lambda n=n: asked.append(n), lambda n=n: asked.append(-n)) for n in (1, 2)])  # type: ignore[misc]
    assert asked == [1, -1, -2, 2]
