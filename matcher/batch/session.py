"""A run from the names on the command line to the files it leaves: it continues what an earlier one began."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from matcher.batch import exports, sources
from matcher.batch.executors import Executor
from matcher.batch.ledger import FILE, Contents, Ledger, Tally
from matcher.batch.run import OnProgress, finish
from matcher.core.model import Engine, JobDescription, RoleProfile
from matcher.errors import DocumentTooExpensiveError, NothingToReadError, OutputBusyError, OutputError

LOCK = ".running"
"""File in the folder of answers that a run holds locked; the system lets go of it however the run ends."""

MakeExecutor = Callable[[Callable[[Contents], bool]], AbstractContextManager[Executor]]
"""Gives what reads the documents; it is told how to ask which contents have an answer already."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is to do. `names`: what to read. `output`: folder of the answers. `forms`: keys of `exports.EXPORTS`.

    `fresh`: forget what an earlier run found. `seconds`: that a document may take; answers that were cut off at fewer
    are asked for again. `job`: what all documents are scored against, besides.
    """

    names: tuple[str, ...]
    output: Path
    forms: tuple[str, ...]
    with_evidence: bool
    fresh: bool
    seconds: float
    job: JobDescription | None = None


@dataclass(frozen=True, slots=True)
class Listener:
    """Who is told how it goes: first how far the run is when it starts to read, then what comes."""

    on_start: Callable[[Tally], None]
    on_progress: OnProgress


@dataclass(frozen=True, slots=True)
class Status:
    """How far the run of a folder is, and whether one is at work."""

    tally: Tally
    is_running: bool


def conduct(order: Order, make_executor: MakeExecutor, listener: Listener) -> tuple[Tally, list[Path]]:
    """Reads all that is to be read and writes the exports; returns how it stands and what was written.

    May be ended at any moment and called again. Raises `NothingToReadError`, `OutputError`, `OutputBusyError`, and what
    `make_executor` raises.
    """
    with _held(order.output), Ledger(order.output / FILE) as ledger, make_executor(ledger.has) as executor:
        card = executor.card
        _prepare(ledger, order, card.engine, card.profiles)
        tally = ledger.tally()
        if not tally.total:
            raise NothingToReadError(order.names[0], "holds no files.")
        listener.on_start(tally)
        finish(ledger, executor, listener.on_progress)
        ledger.tidy()
        skills = {**card.skills, **(order.job.skills if order.job else {})}
        results = exports.Results(ledger.lines, card.engine, card.profiles, skills, order.job)
        return ledger.tally(), exports.write(order.output, results, order.forms)


def status(output: Path) -> Status:
    """How the run of this folder stands. Raises `NothingToReadError` if there never was one."""
    if not (output / FILE).is_file():
        raise NothingToReadError(str(output), "holds no answers of `matcher batch`.")
    with Ledger(output / FILE, must_exist=True) as ledger:
        return Status(ledger.tally(), _is_held(output))


def _prepare(ledger: Ledger, order: Order, engine: Engine, profiles: Sequence[RoleProfile]) -> None:
    """Forgets answers that would come out differently today, and takes the documents of the run."""
    said = (engine.version, engine.scoring_version, engine.reference_sha256, [p.id for p in profiles])
    job = order.job.document.sha256 if order.job else ""
    setting = json.dumps((*said, order.with_evidence, job))
    if order.fresh or ledger.fact("setting") != setting:
        ledger.forget()
    elif order.seconds > float(ledger.fact("seconds") or 0.0):
        ledger.forget((DocumentTooExpensiveError.code,))
    ledger.note(setting=setting, seconds=repr(order.seconds))
    ledger.enter(sources.entries(order.names, order.output))


@contextmanager
def _held(output: Path) -> Iterator[None]:
    """The folder, made if missing, is this run's alone."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        with FileLock(output / LOCK, timeout=0):
            yield
    except Timeout as error:
        raise OutputBusyError(str(output), "another run is writing there.") from error
    except (FileExistsError, NotADirectoryError, PermissionError) as error:
        raise OutputError(str(output), f"cannot be written: {error.strerror}.") from error


def _is_held(output: Path) -> bool:
    try:
        with FileLock(output / LOCK, timeout=0):
            return False
    except Timeout:
        return True
