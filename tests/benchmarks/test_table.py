from __future__ import annotations

import pytest

from benchmarks import __main__ as command
from benchmarks.table import Line


@pytest.mark.parametrize(
    ("measured", "most", "verdict"),
    [(0.9, 1.0, "ok"), (1.0, 1.0, "ok"), (1.0001, 1.0, "MISSED"), (float("nan"), 1.0, "MISSED"), (99.0, None, "")],
)
def test_a_line_says_whether_its_target_is_met(measured: float, most: float | None, verdict: str) -> None:
    line = Line("speed", measured, most, "1 ms / 1 ms")
    assert line.verdict == verdict
    assert verdict in str(line)


@pytest.mark.parametrize(("measured", "code"), [(0.4, 0), (0.6, 1)])
def test_the_exit_code_tells_whether_a_target_was_missed(
    measured: float, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        command, "_lines", lambda rounds: [Line("start", measured, 0.5, ""), Line("other", 7, None, "")]
    )
    monkeypatch.setattr("sys.argv", ["benchmarks"])
    assert command.main() == code
    assert ("1 missed" if code else "All targets met.") in capsys.readouterr().out
