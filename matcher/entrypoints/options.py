"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

profiles = click.option(
    "--profiles", type=click.Path(path_type=Path), help="Folder of role profiles (*.toml) instead of the shipped five."
)
