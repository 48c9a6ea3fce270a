"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

job_description = click.option(
    "-j",
    "--job-description",
    "job",
    metavar="FILE",
    help="Score against this job description, too (a file, or - for standard input).",
)
more_profiles = click.option(
    "--profile",
    "more",
    multiple=True,
    type=click.Path(path_type=Path),
    help="One more role profile, such as `roles draft` writes (repeatable).",
)
profiles = click.option(
    "--profiles", type=click.Path(path_type=Path), help="Folder of role profiles (*.toml) instead of the shipped five."
)
