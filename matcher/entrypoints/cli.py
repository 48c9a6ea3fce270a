"""The command line: takes paths, asks the matcher, hands the outcome to a writer."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher import ocr as scans
from matcher.entrypoints import options
from matcher.entrypoints.batch import batch
from matcher.entrypoints.keys import keys
from matcher.errors import MatcherError, UsageError
from matcher.intake import STDIN, given
from matcher.settings import Settings
from matcher.version import __version__
from matcher.writers import EXTRACTS, WRITERS, draft

if TYPE_CHECKING:
    from matcher.core.model import NotAssessable, Outcome, Skill
    from matcher.isolation import IsolatedMatcher
    from matcher.pipeline import Matcher


class _Commands(click.Group):
    """Reports every failure the user can act on in one line, with its own exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MatcherError as error:
            click.echo(f"matcher: {error}", err=True)
            ctx.exit(error.exit_code)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="matcher")
def main() -> None:
    """Finds the skills a resume shows and scores it against role profiles, with the evidence for every point."""


@main.command()
@click.argument("path")
@click.option("--role", "roles", multiple=True, metavar="ID", help="Score only this role (repeatable).")
@click.option("--format", "form", type=click.Choice(list(WRITERS)), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file instead of standard output.")
@click.option("--ocr", is_flag=True, help="Recognise the words of scans: slow, and needs the extra [ocr].")
@click.option("--evidence/--no-evidence", default=True, help="Leave out the quotes: they are personal data.")
@click.option(
    "--what-if", is_flag=True, help="In JSON, too: the fewest skills that would lift each role to its next band."
)
@options.job_description
@options.more_profiles
@options.profiles
def match(  # noqa: PLR0913 - one parameter an option
    path: str,
    roles: tuple[str, ...],
    form: str,
    output: Path | None,
    ocr: bool,
    evidence: bool,
    what_if: bool,
    job: str | None,
    more: tuple[Path, ...],
    profiles: Path | None,
) -> None:
    """Rank the roles for one resume. PATH is a file, or - for one from standard input.

    PDF, Word (DOCX), OpenDocument (ODT), rich text (RTF), HTML, JSON Resume, Markdown and plain text are read.

    Exit codes: 0 assessed, 1 not assessable, 2 usage, 3 nothing to read, 4 profile wrong.
    """
    from matcher.core.model import MatchReport, NotAssessable
    from matcher.core.scoring.what_if import with_next_bands

    if ocr:
        scans.check_installed()
    settings = Settings.from_environment()
    if path == job == STDIN:
        raise UsageError("-", "the resume and the job description cannot both come from standard input.")
    data, name = given(path)
    described = given(job) if job else None
    with _isolated(profiles or settings.profiles, roles, more) as matcher:
        outcome = _asked(matcher, data, name, ocr, described)
        if isinstance(outcome, MatchReport) and (what_if or WRITERS[form].tells_what_if):
            outcome = with_next_bands(outcome, matcher.profiles, matcher.skills)
    in_color = output is None and sys.stdout.isatty() and not settings.no_color
    _deliver(_written(outcome, matcher.skills, form, evidence, in_color), output)
    if isinstance(outcome, NotAssessable):
        if form != "text" or output:
            _say(outcome)
        raise click.exceptions.Exit(1)


@main.command()
@click.argument("path")
@click.option("--format", "form", type=click.Choice(list(EXTRACTS)), default="json-resume", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file instead of standard output.")
def extract(path: str, form: str, output: Path | None) -> None:
    """Write what a resume says as data: JSON Resume 1.0.0. PATH is a file, or - for one from standard input.

    Nothing is guessed: a field is there only if the text says so unmistakably; what was not understood is listed.

    Exit codes: 0 extracted, 1 not assessable, 2 usage, 3 nothing to read.
    """
    from matcher import extraction
    from matcher.core.model import NotAssessable

    data, name = given(path)
    with _isolated(None, ()) as matcher:
        made = matcher.submit(extraction.extract, data, name).result()
    if isinstance(made, NotAssessable):
        _say(made)
        raise click.exceptions.Exit(1)
    _deliver(EXTRACTS[form].write(made, matcher.skills), output)


main.add_command(batch)
main.add_command(keys)


@main.group()
def roles() -> None:
    """What each role asks for."""


@roles.command("list")
@options.profiles
def list_roles(profiles: Path | None) -> None:
    """The roles: id and title."""
    for profile in _matcher(profiles or Settings.from_environment().profiles).profiles:
        click.echo(f"{profile.id}\t{profile.title}")


@roles.command()
@click.argument("role_id", metavar="ID")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@options.profiles
def show(role_id: str, form: str, profiles: Path | None) -> None:
    """Areas, requirements, gates and the wording of one role."""
    from matcher.writers import profile as writer

    matcher = _matcher(profiles or Settings.from_environment().profiles, (role_id,))
    click.echo(writer.write(matcher.profiles[0], matcher.skills, as_json=form == "json"), nl=False)


@roles.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
def check(folder: Path | None) -> None:
    """Check edited role profiles; says what is wrong and where."""
    matcher = _matcher(folder or Settings.from_environment().profiles)
    click.echo(f"{len(matcher.profiles)} profiles are right: {', '.join(p.id for p in matcher.profiles)}")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one.")
@click.option("--workers", type=click.IntRange(1, 256), help="Documents read at once.  [default: twice the processors]")
@click.option("--fresh/--reuse", default=None, help="A new process a document (default), or processes that read many.")
@click.option("--keys", type=click.Path(path_type=Path), help="File of API keys (`matcher keys`), or MATCHER_KEYS.")
@click.option("--insecure", is_flag=True, help="Let others ask without a key.")
@options.profiles
def serve(  # noqa: PLR0913 - one parameter an option
    host: str,
    port: int,
    workers: int | None,
    fresh: bool | None,
    keys: Path | None,
    insecure: bool,
    profiles: Path | None,
) -> None:
    """The web form and the API, until SIGTERM or Ctrl-C. What else can be set: docs/operations.md.

    Exit codes: 0 stopped, 2 usage, 4 profile or setting wrong.
    """
    from matcher.entrypoints.web import logs
    from matcher.entrypoints.web import serve as web

    settings = Settings.from_environment()
    said = {"workers": workers, "fresh": fresh, "keys": keys}
    changed = replace(settings.web, **{name: value for name, value in said.items() if value is not None})  # type: ignore[arg-type]
    logs.to_standard_error()
    server = web.serve(replace(settings, profiles=profiles or settings.profiles, web=changed), host, port, insecure)
    for address in server.addresses:
        click.echo(f"Serving at {address}", err=True)
    web.until_told_to_stop(server)


@roles.command("draft")
@click.argument("path", metavar="FILE")
@click.option("--format", "form", type=click.Choice(draft.FORMS), help="[default: toml into a .toml file, else text]")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file instead of standard output.")
@options.profiles
def draft_role(path: str, form: str | None, output: Path | None, profiles: Path | None) -> None:
    """What a job description asks for, as a table to check, or as a role profile to edit and keep.

    `matcher roles draft advert.pdf -o chef.toml`, then `matcher match resume.pdf --profile chef.toml`.

    Exit codes: 0 drafted, 1 nothing usable in it, 2 usage, 3 nothing to read, 4 profile wrong.
    """
    from matcher.core.model import NotAssessable

    data, name = given(path)
    with _isolated(profiles or Settings.from_environment().profiles, ()) as matcher:
        job = matcher.describe(data, name).result()
    if isinstance(job, NotAssessable):
        _say(job)
        raise click.exceptions.Exit(1)
    is_profile = output is not None and output.suffix == ".toml"
    _deliver(draft.write(job, matcher.skills, form or ("toml" if is_profile else "text")), output)


def _say(outcome: NotAssessable) -> None:
    click.echo(f"matcher: {outcome.name}: {outcome.detail} {outcome.way_out}", err=True)


def _matcher(profiles: Path | None, roles: tuple[str, ...] = ()) -> Matcher:
    from matcher.pipeline import Matcher

    return Matcher(profiles, roles)


def _asked(matcher: IsolatedMatcher, data: bytes, name: str, with_ocr: bool, job: tuple[bytes, str] | None) -> Outcome:
    def ask(given: bytes, called: str) -> Outcome:
        return matcher.match_bytes(given, called, *(job or ()))

    return scans.match(ask, data, name) if with_ocr else ask(data, name)


def _isolated(profiles: Path | None, roles: tuple[str, ...], more: tuple[Path, ...] = ()) -> IsolatedMatcher:
    """One child for one document."""
    from matcher.isolation import IsolatedMatcher

    return IsolatedMatcher(profiles, roles, workers=1, fresh=False, more=more)


def _written(outcome: Outcome, skills: dict[str, Skill], form: str, evidence: bool, in_color: bool) -> str:
    if form == "text" and in_color:
        from matcher.writers import text

        return text.write(outcome, skills, evidence, color=True)
    return WRITERS[form].write(outcome, skills, evidence)


def _deliver(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.flush()
        return
    try:
        output.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(str(output), f"cannot be written: {error.strerror}.") from error
