"""What a run knows so far, in one SQLite file: which documents there are, and what came of each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from matcher.batch.record import Record
from matcher.batch.sources import Entry, Kind, Place
from matcher.errors import OutputError

FILE = "matches.sqlite"
VERSION = "1"
"""Of the tables; a ledger of another version is refused."""
STRIKES = 2
"""Times that a run may end while it read a document and nothing else; then that document is not tried again."""
_PAGE = 256
"""Waiting documents that are fetched at once."""
_TABLES = """
CREATE TABLE IF NOT EXISTS inputs(
    key BLOB PRIMARY KEY, number INTEGER NOT NULL, walk INTEGER NOT NULL, label TEXT NOT NULL,
    kind TEXT NOT NULL, place BLOB NOT NULL, inner INTEGER NOT NULL, stamp TEXT NOT NULL, skipped TEXT NOT NULL,
    sha256 TEXT NOT NULL DEFAULT '', ending TEXT NOT NULL DEFAULT '', state INTEGER NOT NULL DEFAULT 0,
    is_suspect INTEGER NOT NULL DEFAULT 0, strikes INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_number ON inputs(number);
CREATE INDEX IF NOT EXISTS by_state ON inputs(state, is_suspect, number);
CREATE INDEX IF NOT EXISTS by_content ON inputs(sha256, ending, number);
CREATE TABLE IF NOT EXISTS answers(
    sha256 TEXT NOT NULL, ending TEXT NOT NULL, code TEXT NOT NULL, report BLOB NOT NULL, facts BLOB NOT NULL,
    PRIMARY KEY(sha256, ending));
CREATE TABLE IF NOT EXISTS facts(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
WAITING, STARTED, DONE = 0, 1, 2
"""States of an input."""


class Contents(NamedTuple):
    """What tells contents apart: equal bytes under names with equal endings get equal answers."""

    sha256: str
    ending: str


NOWHERE = Contents("", "")
"""Of a document whose bytes could not be had."""


class Task(NamedTuple):
    """A document to be read. `stamp`: when the run began.

    `is_alone`: nothing else may be read meanwhile; the last run ended while it was read.
    """

    number: int
    label: str
    place: Place
    stamp: str
    is_alone: bool
    strikes: int


class Answer(NamedTuple):
    """What came of a task. `stamp`: when it was read; empty where that is not told, as by addresses: that of the walk
    stays. `skipped`: why its bytes could not be had. `record`: None if the ledger has it."""

    number: int
    stamp: str
    contents: Contents
    record: Record | None
    skipped: str = ""


class Line(NamedTuple):
    """What is told of a document. `original`: label of the first document of the run with the same contents, if that is
    another. `record`: None if it was not read, for the reason `skipped`.
    """

    label: str
    original: str
    contents: Contents
    record: Record | None
    skipped: str


class Tally(NamedTuple):
    """How far a run is, in documents. `skipped` ones were not read; `refused` ones got no score."""

    total: int
    done: int
    skipped: int
    refused: int
    copies: int


class Ledger:
    """The ledger at `path`, made if missing. A context manager.

    Every change is on disk when a method returns. Raises `OutputError` wherever the file cannot be used or written.
    """

    def __init__(self, path: Path, must_exist: bool = False) -> None:
        self._name = str(path)
        with self._told():
            address = f"{path.absolute().as_uri()}?mode={'rw' if must_exist else 'rwc'}"
            self._base = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
            self._base.execute("PRAGMA journal_mode=WAL")
            self._base.execute("PRAGMA synchronous=FULL")
            self._base.executescript(_TABLES)
        known = self.fact("tables")
        if known not in {"", VERSION}:
            raise OutputError(self._name, "was written by another version of the matcher.")
        self.note(tables=VERSION)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def fact(self, name: str) -> str:
        """What was noted under `name`; empty if nothing was."""
        row = self._base.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def note(self, **facts: str) -> None:
        """Keeps facts about the run under their names."""
        with self._change():
            self._base.executemany("INSERT OR REPLACE INTO facts VALUES(?, ?)", facts.items())

    def forget(self, codes: Sequence[str] = ()) -> None:
        """Drops the answers with these codes, or all answers: their documents are read again."""
        with self._change():
            if not codes:
                self._base.execute("DELETE FROM answers")
            self._base.executemany("DELETE FROM answers WHERE code = ?", [(code,) for code in codes])

    def enter(self, entries: Iterable[Entry]) -> None:
        """Takes the documents of the run, all or none: those unchanged keep their answer, those gone are dropped."""
        with self._change():
            walk = int(self.fact("walk") or 0) + 1
            self._base.execute("INSERT OR REPLACE INTO facts VALUES('walk', ?)", (str(walk),))
            rows = ((*_row(entry), number, walk) for number, entry in enumerate(entries, 1))
            self._base.executemany(_ENTER, rows)
            self._base.execute("DELETE FROM inputs WHERE walk <> ?", (walk,))
            self._base.execute(_SUSPECT, (STARTED,))
            self._base.execute(_SETTLED, (DONE,))

    def waiting(self, alone: bool) -> Iterator[Task]:
        """The documents still to be read, in their order: those that may be read with others, or those that may not."""
        last = 0
        while rows := self._base.execute(_WAITING, (WAITING, alone, last, _PAGE)).fetchall():
            for number, label, kind, where, inner, stamp, strikes in rows:
                last = number
                yield Task(number, label, Place(Kind(kind), where, inner), stamp, alone, strikes)

    def start(self, tasks: Sequence[Task]) -> None:
        """Notes that these are about to be read, so that it is known if the run ends with them."""
        if tasks:
            with self._change():
                rows = [(STARTED, task.is_alone, task.number) for task in tasks]
                self._base.executemany("UPDATE inputs SET state = ?, strikes = strikes + ? WHERE number = ?", rows)

    def has(self, contents: Contents) -> bool:
        """Whether there is an answer for these contents."""
        return (
            self._base.execute("SELECT 1 FROM answers WHERE sha256 = ? AND ending = ?", contents).fetchone() is not None
        )

    def keep(self, answers: Sequence[Answer]) -> None:
        """Keeps what came of documents, all in one go."""
        if answers:
            with self._change():
                records = [(*a.contents, *a.record) for a in answers if a.record]
                self._base.executemany("INSERT OR IGNORE INTO answers VALUES(?, ?, ?, ?, ?)", records)
                self._base.executemany(_DONE, [(DONE, a.stamp, *a.contents, a.skipped, a.number) for a in answers])

    def tally(self) -> Tally:
        """How far the run is."""
        return Tally(*(int(n or 0) for n in self._base.execute(_TALLY).fetchone()))

    def lines(self) -> Iterator[Line]:
        """What is told of each document, in the order of the run."""
        for label, original, sha256, ending, skipped, *kept in self._base.execute(_LINES):
            record = None if kept[0] is None else Record(*kept)
            yield Line(label, original, Contents(sha256, ending), record, skipped)

    def tidy(self) -> None:
        """Drops answers that no document of the run has any more."""
        with self._change():
            self._base.execute(
                "DELETE FROM answers WHERE NOT EXISTS (SELECT 1 FROM inputs i "
                "WHERE i.sha256 = answers.sha256 AND i.ending = answers.ending)"
            )

    @contextmanager
    def _change(self) -> Iterator[None]:
        with self._told():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._base.in_transaction:
                    self._base.execute("ROLLBACK")
                raise
            self._base.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise OutputError(self._name, f"cannot be used: {error}.") from error


def _row(entry: Entry) -> tuple[object, ...]:
    place = entry.place
    return (entry.key, entry.label, place.kind.value, place.where, place.inner, entry.stamp, entry.skipped)


_ENTER = """
INSERT INTO inputs(key, label, kind, place, inner, stamp, skipped, number, walk) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT(key) DO UPDATE SET
    number = excluded.number, walk = excluded.walk, label = excluded.label, kind = excluded.kind,
    place = excluded.place, inner = excluded.inner, skipped = excluded.skipped, stamp = excluded.stamp,
    sha256 = CASE WHEN stamp = excluded.stamp AND stamp <> '' THEN sha256 ELSE '' END,
    ending = CASE WHEN stamp = excluded.stamp AND stamp <> '' THEN ending ELSE '' END
WHERE walk <> excluded.walk
"""
"""In `DO UPDATE`, a bare column is what was there before. A document named twice stays where it came first."""
_SUSPECT = "UPDATE inputs SET is_suspect = 1 WHERE state = ?"
_SETTLED = """
UPDATE inputs SET state = CASE
    WHEN skipped <> '' THEN ?1
    WHEN EXISTS (SELECT 1 FROM answers a WHERE a.sha256 = inputs.sha256 AND a.ending = inputs.ending) THEN ?1
    ELSE 0 END
"""
_WAITING = """
SELECT number, label, kind, place, inner, stamp, strikes FROM inputs
WHERE state = ? AND is_suspect = ? AND number > ? ORDER BY number LIMIT ?
"""
_DONE = """
UPDATE inputs SET state = ?, stamp = coalesce(nullif(?, ''), stamp), sha256 = ?, ending = ?, skipped = ?,
    is_suspect = 0, strikes = 0
WHERE number = ?
"""
_TALLY = """
SELECT count(*), sum(state = 2), sum(skipped <> ''),
    sum(state = 2 AND skipped = '' AND (SELECT code FROM answers a
        WHERE a.sha256 = i.sha256 AND a.ending = i.ending) <> ''),
    sum(state = 2 AND skipped = '' AND EXISTS (SELECT 1 FROM inputs o
        WHERE o.sha256 = i.sha256 AND o.ending = i.ending AND o.skipped = '' AND o.state = 2 AND o.number < i.number))
FROM inputs i
"""
_LINES = """
SELECT i.label, coalesce((SELECT o.label FROM inputs o WHERE i.skipped = '' AND o.sha256 = i.sha256
        AND o.ending = i.ending AND o.number < i.number ORDER BY o.number LIMIT 1), ''),
    i.sha256, i.ending, i.skipped, a.code, a.report, a.facts
FROM inputs i LEFT JOIN answers a ON i.skipped = '' AND a.sha256 = i.sha256 AND a.ending = i.ending
ORDER BY i.number
"""
