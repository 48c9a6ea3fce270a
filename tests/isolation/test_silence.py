"""What stands in a document is found in no log, error, temporary file or output, however its reading ends."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from matcher import NotAssessable
from matcher.isolation import Limits
from tests.builders import resume
from tests.isolation.mock import MockedMatcher

CANARY = "quokka"
GOOD = resume(name=f"Robin {CANARY.title()}", contact=f"robin.{CANARY}@example.org")
DAMAGED = b"%PDF-1.7\n1 0 obj << /Author (" + GOOD.encode() + b") /Broken [ /" + CANARY.encode() + b" 32 >>\n%%EOF"
DOCUMENTS: dict[str, bytes] = {
    "good.txt": GOOD.encode(),
    "damaged.pdf": DAMAGED,
    "wrong.docx": b"PK\x03\x04word/" + GOOD.encode(),
    **{
        f"{command}.mock": GOOD.encode()
        for command in ("loop", "allocate", "abort", "segfault", "exit", "raise", "recurse", "warn", "write")
    },
}


@pytest.mark.parametrize("fresh", [True, False], ids=["fresh", "reused"])
def test_a_canary_is_found_nowhere(
    fresh: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    caplog.set_level(logging.DEBUG)
    with MockedMatcher(limits=Limits(seconds=1, memory_mib=128), workers=2, fresh=fresh) as matcher:
        futures = [matcher.submit_bytes(data, name) for name, data in DOCUMENTS.items()]
        outcomes = [future.result() for future in futures]
        assert not any(future.exception() for future in futures)
    failures = [outcome for outcome in outcomes if isinstance(outcome, NotAssessable)]
    assert len(failures) == len(DOCUMENTS) - 2, "all but the good one and the one that only warns"
    said = [repr(outcomes), caplog.text, *(record.getMessage() for record in caplog.records), *capfd.readouterr()]
    assert CANARY not in "\n".join(said).lower()
    assert "was not assessed: slow" in caplog.text
    assert not [path for path in tmp_path.rglob("*") if CANARY in path.name or CANARY.encode() in path.read_bytes()]
