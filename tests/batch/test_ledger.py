"""What a run remembers, whatever happens to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from matcher.batch.executors import Executor
from matcher.batch.ledger import NOWHERE, STRIKES, Answer, Contents, Ledger, Tally, Task
from matcher.batch.record import record
from matcher.batch.run import finish
from matcher.batch.sources import Entry, Kind, Place
from matcher.core.model import Engine, NotAssessable
from matcher.errors import OutputError
from matcher.isolation.worker import Card

ENGINE = Engine("1", "2", "3")


def entry(name: str, stamp: str = "1", skipped: str = "") -> Entry:
    return Entry(name.encode(), name, Place(Kind.FILE, name.encode()), stamp, skipped)


def answer(task: Task, contents: str = "", code: str = "too_large") -> Answer:
    outcome = NotAssessable(ENGINE, task.label, "", code, "it is wrong.", "Mend it.")
    return Answer(task.number, "1", Contents(contents or task.label, ".txt"), record(outcome, {}, False))


def tasks(ledger: Ledger, alone: bool = False) -> list[Task]:
    return list(ledger.waiting(alone))


def names(ledger: Ledger, alone: bool = False) -> list[str]:
    return [task.label for task in tasks(ledger, alone)]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger.sqlite") as made:
        made.enter([entry("a"), entry("b"), entry("c", skipped="it is a link.")])
        yield made


def test_what_is_skipped_does_not_wait(ledger: Ledger) -> None:
    assert names(ledger) == ["a", "b"]
    assert ledger.tally() == Tally(total=3, done=1, skipped=1, refused=0, copies=0)


def test_what_is_done_is_not_read_again_unless_it_changed(ledger: Ledger) -> None:
    ledger.keep([answer(task) for task in tasks(ledger)])
    assert names(ledger) == []
    ledger.enter([entry("a"), entry("b", stamp="2"), entry("d")])
    assert names(ledger) == ["b", "d"]
    assert [line.label for line in ledger.lines()] == ["a", "b", "d"]


def test_what_tells_no_stamp_when_it_is_read_keeps_that_of_the_walk(ledger: Ledger) -> None:
    ledger.keep([answer(task)._replace(stamp="") for task in tasks(ledger)])
    ledger.enter([entry("a"), entry("b", stamp="2")])
    assert names(ledger) == ["b"], "an address is fetched again only if the storage says that it changed"


def test_equal_contents_are_known_whatever_they_are_called(ledger: Ledger) -> None:
    first, second = tasks(ledger)
    ledger.keep([answer(first, "same")])
    assert ledger.has(Contents("same", ".txt"))
    assert not ledger.has(Contents("same", ".md"))
    ledger.keep([answer(second, "same")._replace(record=None)])
    assert [line.original for line in ledger.lines()] == ["", "a", ""]
    assert ledger.tally().copies == 1


def test_a_line_tells_its_own_name_and_the_reason(ledger: Ledger) -> None:
    ledger.keep([answer(task, "same") for task in tasks(ledger)])
    first, second, third = ledger.lines()
    assert first.record
    assert second.record
    assert b'"name":"b"' in second.record.line(second.label)
    assert first.record.told().detail == "it is wrong."
    assert (third.record, third.skipped) == (None, "it is a link.")


def test_what_was_read_when_a_run_ended_is_read_alone(ledger: Ledger) -> None:
    ledger.start(tasks(ledger)[:1])
    ledger.enter([entry("a"), entry("b")])
    assert names(ledger) == ["b"]
    assert names(ledger, alone=True) == ["a"]
    ledger.keep([answer(task) for task in tasks(ledger, alone=True)])
    ledger.enter([entry("a", stamp="new"), entry("b")])
    assert names(ledger) == ["a", "b"], "it was read to the end, so nothing is held against it"


def test_strikes_are_counted_only_when_nothing_else_was_read(ledger: Ledger) -> None:
    for strikes in (0, 0, 1, 2):
        (task,) = [t for t in (*tasks(ledger), *tasks(ledger, alone=True)) if t.label == "a"]
        assert task.strikes == strikes if task.is_alone else not strikes
        ledger.start([task])
        ledger.enter([entry("a"), entry("b")])


def test_a_ledger_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as made:
        made.note(tables="0")
    with pytest.raises(OutputError, match="another version"):
        Ledger(path)


def test_what_is_no_ledger_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_text("words " * 1000)
    with pytest.raises(OutputError, match="cannot be used: file is not a database"):
        Ledger(path)


def test_a_full_disk_is_said_and_what_was_kept_stays(ledger: Ledger, tmp_path: Path) -> None:
    first, second = tasks(ledger)
    ledger.keep([answer(first)])
    pages = ledger._base.execute("PRAGMA page_count").fetchone()[0]
    ledger._base.execute(f"PRAGMA max_page_count = {pages}")  # as if there were no room for more
    big = answer(second)._replace(stamp="x" * 100_000)
    with pytest.raises(OutputError, match="full"):
        ledger.keep([big])
    with sqlite3.connect(tmp_path / "ledger.sqlite") as other:
        assert other.execute("SELECT count(*) FROM answers").fetchone() == (1,)


def test_a_walk_that_breaks_off_changes_nothing(ledger: Ledger) -> None:
    def broken() -> Iterator[Entry]:
        yield entry("z")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.enter(broken())
    assert [line.label for line in ledger.lines()] == ["a", "b", "c"]


class Fake(Executor):
    """Answers at once, and notes what it held at a time."""

    room, card = 3, Card(ENGINE, {}, ())  # type: ignore[assignment]

    def __init__(self) -> None:
        self.held: list[Task] = []
        self.most: dict[bool, int] = {}
        self.read: list[str] = []

    def submit(self, task: Task) -> None:
        self.held.append(task)
        self.read.append(task.label)
        self.most[task.is_alone] = max(self.most.get(task.is_alone, 0), len(self.held))

    def answers(self, seconds: float) -> list[Answer]:
        del seconds
        return [answer(self.held.pop(0))] if self.held else []


def test_suspects_are_read_one_by_one_after_all_others(tmp_path: Path) -> None:
    everything = [entry(f"{n:02}") for n in range(20)]
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.enter(everything)
        ledger.start(tasks(ledger)[3:6])
        ledger.enter(everything)
        executor, came = Fake(), []
        finish(ledger, executor, came.extend)
        assert executor.most == {False: 3, True: 1}
        assert executor.read[-3:] == ["03", "04", "05"]
        assert len(came) == ledger.tally().done == 20


class Slow(Fake):
    """Gives nothing until all that it may hold is held, and then everything at once."""

    def answers(self, seconds: float) -> list[Answer]:
        del seconds
        self.asked = getattr(self, "asked", 0) + 1
        if self.asked % 3:
            return []
        came, self.held = [answer(task) for task in self.held], []
        return came


@pytest.mark.parametrize("suspects", [0, 6])
def test_a_run_does_not_end_while_documents_wait(tmp_path: Path, suspects: int) -> None:
    everything = [entry(f"{n:02}") for n in range(20)]
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.enter(everything)
        ledger.start(tasks(ledger)[:suspects])
        ledger.enter(everything)
        finish(ledger, Slow(), lambda _: None)
        assert ledger.tally().done == 20


def test_a_document_that_ends_run_after_run_is_given_up(tmp_path: Path) -> None:
    class Deadly(Fake):
        def submit(self, task: Task) -> None:
            super().submit(task)
            if task.label == "poison":
                raise KeyboardInterrupt

    attempts = []
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        while True:
            ledger.enter([entry("a"), entry("poison"), entry("b")])
            executor = Deadly()
            try:
                finish(ledger, executor, lambda _: None)
                break
            except KeyboardInterrupt:
                attempts += executor.read
        assert attempts.count("poison") == 1 + STRIKES
        assert "poison" not in executor.read
        poison = list(ledger.lines())[1]
        assert poison.record is not None
        assert poison.record.told().code == "document_crashed"
        assert ledger.tally().done == 3
        ledger.enter([entry("a"), entry("poison"), entry("b")])
        assert names(ledger) == names(ledger, alone=True) == [], "nor is it tried by the next run"
        ledger.enter([entry("a"), entry("poison", stamp="mended"), entry("b")])
        assert names(ledger) == ["poison"]


def test_what_could_not_be_read_is_tried_by_the_next_run(ledger: Ledger) -> None:
    ledger.keep([Answer(task.number, "", NOWHERE, None, "it cannot be opened.") for task in tasks(ledger)])
    assert ledger.tally().skipped == 3
    ledger.enter([entry("a"), entry("b")])
    assert names(ledger) == ["a", "b"]
