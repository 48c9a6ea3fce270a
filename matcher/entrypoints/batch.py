"""`matcher batch`: a folder of documents, one table of answers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.entrypoints import options
from matcher.errors import NothingToReadError
from matcher.settings import Settings

if TYPE_CHECKING:
    from matcher.core.model import Outcome

INTERRUPTED = 130
"""Exit code of a run that was ended by Ctrl-C, as shells give it."""


class _Tally:
    """How many documents were assessed, and how many were not."""

    def __init__(self) -> None:
        self.assessed = 0
        self.others = 0

    def counted(self, outcomes: Iterable[Outcome], step: Callable[[], None]) -> Iterator[Outcome]:
        """The same outcomes; `step` is called for each."""
        from matcher.core.model import NotAssessable

        for outcome in outcomes:
            if isinstance(outcome, NotAssessable):
                self.others += 1
            else:
                self.assessed += 1
            step()
            yield outcome


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Folder for the answers.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Documents read at once.  [default: one a processor]")
@click.option("--role", "roles", multiple=True, metavar="ID", help="Score only this role (repeatable).")
@click.option("--evidence/--no-evidence", default=True, help="Leave out the quotes: they are personal data.")
@click.option("--quiet", is_flag=True, help="No progress.")
@options.profiles
def batch(  # noqa: PLR0913 - one parameter an option
    paths: tuple[Path, ...],
    output: Path,
    jobs: int | None,
    roles: tuple[str, ...],
    evidence: bool,
    quiet: bool,
    profiles: Path | None,
) -> None:
    """Rank the roles for every document in files and folders.

    Writes scores.csv (a row a document and role) and reports.jsonl (an answer a line) into the output folder. Links are
    not followed, hidden files not looked at; whatever could not be assessed has its row with the reason.

    Exit codes: 0 all assessed, 1 some not, 2 usage, 3 nothing to read, 4 profile wrong, 130 interrupted.
    """
    from matcher.batch import exports, run, walk
    from matcher.isolation import IsolatedMatcher

    found = list(walk.entries(paths))
    if not found:
        raise NothingToReadError(str(paths[0]), "holds no files.")
    jobs, tally = jobs or run.PROCESSORS, _Tally()
    bar = click.progressbar(length=len(found), label="Reading", file=sys.stderr, hidden=quiet, show_pos=True)
    try:
        with (
            IsolatedMatcher(
                profiles or Settings.from_environment().profiles, roles, workers=jobs, fresh=False
            ) as matcher,
            bar,
        ):
            answers = tally.counted(run.outcomes(found, matcher, jobs), lambda: bar.update(1))
            exports.write(output, answers, matcher.skills, evidence)
    except KeyboardInterrupt:
        click.echo("matcher: interrupted; no answers were written.", err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None
    click.echo(f"{tally.assessed} assessed, {tally.others} not: {output / exports.SCORES}", err=True)
    if tally.others:
        raise click.exceptions.Exit(1)
