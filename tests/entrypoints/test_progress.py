"""What a long run says of itself."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from matcher.entrypoints import progress


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_a_line_comes_every_ten_seconds_where_there_is_no_terminal(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    meter = progress.Lines()
    meter.start(1000, 100, 1)
    for _ in range(25):
        clock[0] += 1
        meter.advance(10, 0)
    meter.advance(1, 1)
    said = capsys.readouterr().err.splitlines()
    assert said == [
        "100 of 1,000 were done before.",
        "200 of 1,000, 10.0/s, 80 s left, 1 without an answer",
        "300 of 1,000, 10.0/s, 70 s left, 1 without an answer",
    ]


def test_the_bar_tells_count_rate_and_failures(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = io.StringIO()
    monkeypatch.setattr(progress, "Console", lambda **_: Console(file=drawn, width=120, force_terminal=True))
    with progress.Bar(no_color=True) as meter:
        meter.start(40, 10, 2)
        clock[0] += 2
        meter.advance(20, 1)
    last = [line for line in drawn.getvalue().splitlines() if "Reading" in line][-1]
    assert "30/40" in last
    assert "10.0/s" in last
    assert "3 without an answer" in last
