"""The queue: full, slow, hostile, closing."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future
from typing import Any

import pytest

from matcher.core.model import Engine, NotAssessable, Outcome
from matcher.entrypoints.web import admission
from matcher.entrypoints.web.admission import Admission, Upload
from matcher.errors import BusyError, ReadingTimedOutError

ENGINE = Engine("0", "0", "0")
GOOD, OTHER = Upload(b"good", "a.pdf"), Upload("good", "text")


class Scripted:
    """A matcher that answers with what it is told; counts what it was asked."""

    engine, profiles = ENGINE, ()
    skills: dict[str, Any] = {}  # noqa: RUF012

    def __init__(self, code: str = "document_empty") -> None:
        self.code = code
        self.asked: list[Future[Outcome]] = []
        self.is_slow = self.is_closed = False

    def submit_bytes(self, data: bytes | str, name: str = "text") -> Future[Outcome]:
        if self.is_closed:
            raise RuntimeError("closed")
        future: Future[Outcome] = Future()
        self.asked.append(future)
        if not self.is_slow:
            future.set_result(NotAssessable(ENGINE, name, Upload(data, name).sha256, self.code, "why", "how"))
        return future

    submit_text = submit_bytes

    def close(self) -> None:
        self.is_closed = True


def test_more_than_may_wait_are_refused_at_once_and_places_are_given_back() -> None:
    matcher = Scripted()
    desk = Admission(matcher, places=2, patience=5)
    with pytest.raises(BusyError):
        desk.outcomes([GOOD, OTHER, GOOD])
    assert not matcher.asked
    for _ in range(3):
        assert len(desk.outcomes([GOOD, OTHER])) == 2


def test_who_waits_for_too_long_gives_its_place_back_once_nobody_reads_it() -> None:
    matcher = Scripted()
    matcher.is_slow = True
    desk = Admission(matcher, places=1, patience=0.01)
    with pytest.raises(ReadingTimedOutError):
        desk.outcomes([GOOD])
    assert matcher.asked[0].cancelled(), "nobody waits for it any more"
    matcher.is_slow = False
    assert desk.outcomes([GOOD])


def test_a_document_that_is_read_still_keeps_its_place() -> None:
    matcher = Scripted()
    matcher.is_slow = True
    desk = Admission(matcher, places=1, patience=0.01)
    original = matcher.submit_bytes

    def started(data: bytes | str, name: str = "text") -> Future[Outcome]:
        future = original(data, name)
        future.set_running_or_notify_cancel()
        return future

    matcher.submit_bytes = started  # type: ignore[method-assign]
    with pytest.raises(ReadingTimedOutError):
        desk.outcomes([GOOD])
    with pytest.raises(BusyError):
        desk.outcomes([GOOD])
    matcher.asked[0].set_exception(CancelledError())
    matcher.is_slow = False
    matcher.submit_bytes = original  # type: ignore[method-assign]
    assert desk.outcomes([GOOD])


@pytest.mark.parametrize("code", ["document_too_expensive", "document_crashed"])
def test_what_was_too_expensive_is_remembered_for_an_hour_under_any_name(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(admission.time, "monotonic", lambda: now[0])
    matcher = Scripted(code)
    desk = Admission(matcher, places=1, patience=5)
    desk.outcomes([GOOD])
    (again,) = desk.outcomes([Upload(GOOD.content, "other name.pdf")])
    assert isinstance(again, NotAssessable)
    assert (again.name, again.code, len(matcher.asked)) == ("other name.pdf", code, 1)
    desk.outcomes([Upload(b"another", "a.pdf")])
    assert len(matcher.asked) == 2
    now[0] += 3601
    desk.outcomes([GOOD])
    assert len(matcher.asked) == 3


def test_what_was_not_expensive_is_not_remembered() -> None:
    matcher = Scripted()
    desk = Admission(matcher, places=1, patience=5)
    desk.outcomes([GOOD])
    desk.outcomes([GOOD])
    assert len(matcher.asked) == 2


def test_no_more_is_remembered_than_has_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admission, "_MOST_REMEMBERED", 3)
    desk = Admission(Scripted("document_crashed"), places=1, patience=5)
    for number in range(9):
        desk.outcomes([Upload(bytes([number]), "a.pdf")])
    assert len(desk._expensive._until) == 3


def test_a_server_that_stops_says_that_it_is_busy() -> None:
    matcher = Scripted()
    desk = Admission(matcher, places=1, patience=5)
    matcher.close()
    with pytest.raises(BusyError, match="about to stop"):
        desk.outcomes([GOOD])


def test_nothing_of_a_document_is_in_its_repr() -> None:
    assert "good" not in repr(GOOD)
    assert "a.pdf" not in repr(GOOD)
