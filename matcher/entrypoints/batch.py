"""`matcher batch`: many documents, one table of answers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher.batch.forms import EXPORTS, USUAL
from matcher.entrypoints import options
from matcher.errors import UsageError
from matcher.settings import Settings

if TYPE_CHECKING:
    from matcher.batch.executors import Executor
    from matcher.batch.ledger import Answer, Contents, Tally
    from matcher.batch.session import MakeExecutor, Order
    from matcher.core.model import JobDescription
    from matcher.entrypoints.progress import Meter
    from matcher.isolation import Limits

INTERRUPTED = 130
"""Exit code of a run that was ended by Ctrl-C, as shells give it."""


@click.command()
@click.argument("paths", nargs=-1)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the answers.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Documents read at once.  [default: one a processor]")
@click.option(
    "--format",
    "forms",
    multiple=True,
    type=click.Choice(list(EXPORTS)),
    help=f"What to write (repeatable).  [default: {', '.join(USUAL)}]",
)
@click.option("--role", "roles", multiple=True, metavar="ID", help="Score only this role (repeatable).")
@click.option("--evidence/--no-evidence", default=True, help="Leave out the quotes: they are personal data.")
@click.option(
    "--timeout", type=click.FloatRange(0.5, 600), default=6.5, show_default=True, help="Seconds a document may take."
)
@click.option("--scheduler", metavar="ADDRESS", help="Read on the workers of this Dask scheduler (tcp://…).")
@click.option("--fresh", is_flag=True, help="Read all again, also what an earlier run has done.")
@click.option("--status", is_flag=True, help="Only say how far the run of the folder -o is.")
@click.option("--quiet", is_flag=True, help="No progress.")
@options.job_description
@options.more_profiles
@options.profiles
def batch(paths: tuple[str, ...], output: Path | None, status: bool, **said: Any) -> None:
    """Rank the roles for many documents. PATHS are files, folders, patterns, zip archives, @lists, or addresses.

    A run that was ended continues where it stopped: give the same command again. Changed documents and profiles are
    read again. Links are not followed, hidden files not looked at; whatever could not be assessed has its row with the
    reason.

    Exit codes: 0 all assessed, 1 some not, 2 usage, 3 nothing to read, 4 profile or output wrong, 130 interrupted.
    """
    if status:
        _say_status(output or (Path(paths[0]) if len(paths) == 1 else None))
    elif not paths or output is None:
        raise UsageError("batch", "say what to read, and with -o where the answers go.")
    else:
        _run(paths, output, **said)


def _run(  # noqa: PLR0913 - one parameter an option
    paths: tuple[str, ...],
    output: Path,
    jobs: int | None,
    forms: tuple[str, ...],
    roles: tuple[str, ...],
    evidence: bool,
    timeout: float,
    scheduler: str | None,
    fresh: bool,
    quiet: bool,
    job: str | None,
    more: tuple[Path, ...],
    profiles: Path | None,
) -> None:
    from matcher.batch import session
    from matcher.batch.executors import local

    if "parquet" in forms:
        from matcher.batch.exports import parquet

        parquet.check_installed()
    settings = Settings.from_environment()
    folder, jobs = profiles or settings.profiles, jobs or local.processors()
    described = _described(job, folder, more) if job else None
    order = session.Order(paths, output, forms or USUAL, evidence, fresh, timeout, described)
    if not quiet:
        limits, where = _limits(order), f"on the workers of {scheduler}" if scheduler else f"{jobs} at a time"
        click.echo(f"At most {limits.seconds:g} s and {limits.memory_mib} MiB a document, {where}.", err=True)
    make = _executors(folder, roles, more, order, jobs, scheduler)
    with _meter(quiet, settings.no_color) as meter:
        listener = session.Listener(lambda t: meter.start(t.total, t.done, t.refused + t.skipped), _told(meter))
        try:
            tally, written = session.conduct(order, make, listener)
        except KeyboardInterrupt:
            done = session.status(output).tally
            click.echo(
                f"matcher: interrupted; {done.done:,} of {done.total:,} are done and kept. "
                "Give the same command again to continue.",
                err=True,
            )
            raise click.exceptions.Exit(INTERRUPTED) from None
    _say_end(tally, written)


def _described(path: str, profiles: Path | None, more: tuple[Path, ...]) -> JobDescription:
    """What the job description asks for, read once, in a child. Raises `UsageError` if that is nothing."""
    from matcher.core.model import NotAssessable
    from matcher.intake import given
    from matcher.isolation import IsolatedMatcher

    data, name = given(path)
    with IsolatedMatcher(profiles, workers=1, more=more) as matcher:
        found = matcher.describe(data, name).result()
    if isinstance(found, NotAssessable):
        raise UsageError(found.name, f"{found.detail} {found.way_out}")
    return found


def _executors(  # noqa: PLR0913 - what a matcher is made of, and where
    profiles: Path | None,
    roles: tuple[str, ...],
    more: tuple[Path, ...],
    order: Order,
    jobs: int,
    scheduler: str | None,
) -> MakeExecutor:
    from matcher.batch.executors import cluster
    from matcher.batch.executors.local import LocalExecutor
    from matcher.isolation import IsolatedMatcher

    limits = _limits(order)

    @contextmanager
    def local(is_known: Callable[[Contents], bool]) -> Iterator[Executor]:
        with IsolatedMatcher(profiles, roles, limits, jobs, fresh=False, more=more, job=order.job) as matcher:
            yield LocalExecutor(matcher, jobs, order.with_evidence, is_known)

    @contextmanager
    def remote(_: Callable[[Contents], bool]) -> Iterator[Executor]:
        with IsolatedMatcher(profiles, roles, limits, workers=1, fresh=False, more=more) as own:
            digest = order.job.document.sha256 if order.job else ""
            job = cluster.Job(profiles, roles, limits, order.with_evidence, own.engine, more, digest, order.job)
            with closing(cluster.ClusterExecutor(str(scheduler), own, job)) as executor:
                yield executor

    return remote if scheduler else local


def _limits(order: Order) -> Limits:
    from matcher.isolation import Limits

    return Limits(seconds=order.seconds)


def _told(meter: Meter) -> Callable[[list[Answer]], None]:
    def tell(answers: list[Answer]) -> None:
        failed = sum(bool(a.skipped or (a.record and a.record.code)) for a in answers)
        meter.advance(len(answers), failed)

    return tell


def _meter(quiet: bool, no_color: bool) -> Meter:
    from matcher.entrypoints import progress

    if quiet:
        return progress.Meter()
    return progress.Bar(no_color) if sys.stderr.isatty() else progress.Lines()


def _say_status(output: Path | None) -> None:
    from matcher.batch import session

    if output is None:
        raise UsageError("batch --status", "name one folder of answers.")
    found = session.status(output)
    state = "A run is at work." if found.is_running else "No run is at work."
    click.echo(f"{output}: {_sentence(found.tally)}. {state}")


def _say_end(tally: Tally, written: list[Path]) -> None:
    click.echo(f"{_sentence(tally)}. {', '.join(str(path) for path in written)}", err=True)
    if tally.refused or tally.skipped:
        raise click.exceptions.Exit(1)


def _sentence(tally: Tally) -> str:
    assessed = tally.done - tally.refused - tally.skipped
    waiting = f", {tally.total - tally.done:,} waiting" if tally.done < tally.total else ""
    copies = f", {tally.copies:,} copies among them" if tally.copies else ""
    return f"{assessed:,} assessed, {tally.refused + tally.skipped:,} not{waiting}{copies}"
