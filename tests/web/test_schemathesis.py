from __future__ import annotations

from pathlib import Path

from tests.web.fuzz import ask

CASES = 70
"""Beside the 300 or so that are fixed: as many as ten seconds allow. `make fuzz` asks 2,000."""


def test_every_answer_is_as_the_api_describes_itself(tmp_path: Path) -> None:
    code, asked, told = ask(CASES, tmp_path)
    assert code == 0, told
    assert asked > CASES
