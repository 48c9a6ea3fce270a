"""The command line of API keys: make, list and revoke them."""

from __future__ import annotations

from pathlib import Path

import click

from matcher.errors import UsageError
from matcher.settings import Settings


@click.group()
@click.option("--file", "path", type=click.Path(path_type=Path), help="The file of keys, or MATCHER_KEYS.")
@click.pass_context
def keys(context: click.Context, path: Path | None) -> None:
    """The API keys of the web server."""
    path = path or Settings.from_environment().web.keys
    if path is None:
        raise UsageError("keys", "say which file with --file or MATCHER_KEYS.")
    context.obj = path


@keys.command("add")
@click.argument("name")
@click.option("--days", type=click.IntRange(1, 3650), default=365, show_default=True, help="How long it is valid.")
@click.pass_obj
def add_key(path: Path, name: str, days: int) -> None:
    """Make a key and print it, this once; only its digest is kept."""
    from matcher.entrypoints.web import keys as ring

    click.echo(ring.add(path, name, days))


@keys.command("list")
@click.pass_obj
def list_keys(path: Path) -> None:
    """The keys: name, state, when made, until when valid."""
    from matcher.entrypoints.web import keys as ring

    click.echo(ring.table(ring.load(path)), nl=False)


@keys.command("revoke")
@click.argument("name")
@click.pass_obj
def revoke_key(path: Path, name: str) -> None:
    """Take a key back; running servers refuse it from the next request on."""
    from matcher.entrypoints.web import keys as ring

    ring.revoke(path, name)
    click.echo(f"{name} is revoked.", err=True)
