"""Whatever a document does to its reader, it ends in its typed outcome in time, and the next document is answered."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from dataclasses import replace
from pathlib import Path

import pytest

from matcher import MatchReport, NotAssessable
from matcher.isolation import Limits
from tests.builders import report, resume
from tests.isolation.mock import MockedMatcher
from tests.isolation.processes import LATEST, family, settled

ROOT = Path(__file__).parents[2]
GOOD = resume().encode()
LIMITS = Limits(seconds=1.5, memory_mib=128)

EXPENSIVE, CRASHED = "document_too_expensive", "document_crashed"
ENDS = {
    "loop": (EXPENSIVE, "it took longer than 1.5 seconds."),
    "loop-in-c": (EXPENSIVE, "it took longer than 1.5 seconds."),
    "ignore-signals": (EXPENSIVE, "it took longer than 1.5 seconds."),
    "sleep": (EXPENSIVE, "it took longer than 1.5 seconds."),
    "stop": (EXPENSIVE, "it took longer than 1.5 seconds."),
    "allocate": (EXPENSIVE, "it takes more memory than a resume needs."),
    "allocate-at-once": (EXPENSIVE, "it takes more memory than a resume needs."),
    "answer-too-much": (EXPENSIVE, "its answer is longer than a resume's can be."),
    "abort": (CRASHED, "reading it broke the reader down."),
    "segfault": (CRASHED, "reading it broke the reader down."),
    "exit": (CRASHED, "reading it broke the reader down."),
    "exit-0": (CRASHED, "reading it broke the reader down."),
    "kill": (CRASHED, "reading it broke the reader down."),
    "fork-and-exit": (CRASHED, "reading it broke the reader down."),
    "system-exit": (CRASHED, "reading it failed (SystemExit)."),
    "raise": (CRASHED, "reading it failed (ValueError)."),
    "recurse": (CRASHED, "reading it failed (RecursionError)."),
    "write": (CRASHED, "reading it failed (FileNotFoundError)."),  # tempfile finds no folder it can write to
    "open": (CRASHED, "reading it failed (OSError)."),
}


@pytest.fixture(scope="module", params=[True, False], ids=["fresh", "reused"])
def mocked(request: pytest.FixtureRequest) -> Iterator[MockedMatcher]:
    with MockedMatcher(limits=LIMITS, workers=1, fresh=request.param) as matcher:
        yield matcher


@pytest.mark.parametrize("command", ENDS)
def test_every_end_is_a_typed_outcome_and_the_next_document_is_answered(mocked: MockedMatcher, command: str) -> None:
    start = time.monotonic()
    outcome = mocked.match_bytes(GOOD, f"{command}.mock")
    assert time.monotonic() - start < LATEST
    assert isinstance(outcome, NotAssessable)
    assert (outcome.code, outcome.detail) == ENDS[command]
    assert outcome.name == f"{command}.mock"
    assert isinstance(mocked.match_bytes(GOOD, "next.txt"), MatchReport)


def test_what_a_child_prints_goes_nowhere(mocked: MockedMatcher, capfd: pytest.CaptureFixture[str]) -> None:
    assert isinstance(mocked.match_bytes(GOOD, "print.mock"), MatchReport)
    assert capfd.readouterr() == ("", "")


def test_a_child_takes_its_children_with_it() -> None:
    own = os.getsid(0)
    before = len(family(own))
    with MockedMatcher(limits=LIMITS, workers=1) as matcher:
        for command in ("fork-and-loop", "fork-and-exit"):
            matcher.match_bytes(GOOD, f"{command}.mock")
            assert settled(own, before + 2), "more than the fork server and the next child"
    assert settled(own, before + 1), "more than the fork server"


ORPHANS = """
import sys, time
from matcher.isolation import Limits
from tests.isolation.mock import MockedMatcher
matcher = MockedMatcher(limits=Limits(seconds=60), workers=2, fresh=sys.argv[1] == "fresh")
futures = [matcher.submit_bytes(b"", f"{command}.mock") for command in ("ignore-signals", "loop-in-c")]
while not all(lane._pool for lane in matcher._lanes):
    time.sleep(0.01)
time.sleep(0.5)
print("ready", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux ends the children")
@pytest.mark.parametrize("mode", ["fresh", "reused"])
def test_children_do_not_outlive_a_parent_that_is_killed(mode: str) -> None:
    command = [sys.executable, "-c", ORPHANS, mode]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, start_new_session=True) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"ready\n"
        assert len(family(parent.pid)) == 3, "the fork server and two children"
        parent.kill()
    assert settled(parent.pid, 0)


def test_hanging_documents_delay_a_good_one_by_no_more_than_the_limit() -> None:
    with MockedMatcher(limits=LIMITS, workers=2) as matcher:
        start = time.monotonic()
        hanging = [matcher.submit_bytes(GOOD, "loop.mock") for _ in range(2)]
        assert isinstance(matcher.match_bytes(GOOD, "good.txt"), MatchReport)
        assert time.monotonic() - start < LATEST
        assert {f.result().code for f in hanging} == {EXPENSIVE}  # type: ignore[union-attr]


def test_a_crash_hurts_no_other_document() -> None:
    with MockedMatcher(limits=LIMITS, workers=2) as matcher:
        names = [
            "good.txt",
            "abort.mock",
            "exit-0.mock",
            "good.txt",
            "segfault.mock",
            "good.txt",
            "kill.mock",
            "good.txt",
        ]
        outcomes = [f.result() for f in [matcher.submit_bytes(GOOD, name) for name in names]]
    assert [isinstance(o, MatchReport) for o in outcomes] == [name == "good.txt" for name in names]


def test_closing_ends_what_still_runs_and_cancels_what_waits() -> None:
    own = os.getsid(0)
    before = len(family(own))
    matcher = MockedMatcher(limits=replace(LIMITS, seconds=60), workers=1)
    futures = [matcher.submit_bytes(GOOD, "loop.mock") for _ in range(3)]
    time.sleep(0.3)
    start = time.monotonic()
    matcher.close()
    matcher.close()
    assert time.monotonic() - start < LATEST
    for future in futures:
        with pytest.raises(CancelledError):
            future.result(0)
    with pytest.raises(RuntimeError):
        matcher.match_bytes(GOOD, "late.txt")
    assert settled(own, before + 1), "more than the fork server"


@pytest.mark.parametrize("fresh", [True, False])
def test_many_threads_can_ask_at_once(fresh: bool) -> None:
    with MockedMatcher(limits=LIMITS, workers=2, fresh=fresh) as matcher:
        futures = [matcher.submit_bytes(GOOD, f"{number}.txt") for number in range(40)]
        names = [report(future.result()).document.name for future in futures]
    assert names == [f"{number}.txt" for number in range(40)]


def test_a_reused_child_is_renewed_after_its_share() -> None:
    with MockedMatcher(limits=replace(LIMITS, documents=2), workers=1, fresh=False) as matcher:
        outcomes = [matcher.match_bytes(GOOD, "pid.mock") for _ in range(6)]
    pids = [outcome.code for outcome in outcomes if isinstance(outcome, NotAssessable)]
    assert len(pids) == 6
    assert len(set(pids)) == 4, "one that also told what it is made of, two with two documents, one with one"
    assert all(pids.count(pid) <= 2 for pid in pids)
