from __future__ import annotations

from benchmarks import commands


def test_the_peak_is_that_of_the_command_and_not_of_whoever_measures_it() -> None:
    before = commands.peak_megabytes()
    ballast = bytearray(400_000_000)
    after = commands.peak_megabytes()
    assert 40 < before < 400
    assert after < before + len(ballast) / 1e6 / 4


def test_help_and_start_take_a_measurable_time() -> None:
    assert 0 < commands.seconds_of_help() < 30
    assert 0 < commands.seconds_until_ready() < 30
