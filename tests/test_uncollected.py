"""What is built in one go is not looked at by the collector."""

from __future__ import annotations

import gc

import pytest

from matcher.uncollected import uncollected


def test_the_collector_is_paused_and_goes_on() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error_too() -> None:
    with pytest.raises(KeyError), uncollected():
        raise KeyError
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_was_built_is_old_at_once() -> None:
    gc.collect()
    with uncollected():
        kept = [[number] for number in range(5000)]
    young = sum(1 for made in gc.get_objects(generation=0) if made and made is kept[0])
    assert young == 0
    assert any(made is kept[0] for made in gc.get_objects(generation=2))


def test_what_somebody_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        before = gc.get_freeze_count()
        with uncollected():
            pass
        assert gc.get_freeze_count() == before
    finally:
        gc.unfreeze()
