"""What a run leaves for people and programs: a view of the ledger in each form that was asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from matcher.batch.forms import EXPORTS
from matcher.batch.ledger import Line
from matcher.core.model import Engine, JobDescription, RoleProfile, Skill
from matcher.errors import OutputError

Lines = Callable[[], Iterator[Line]]


@dataclass(frozen=True, slots=True)
class Results:
    """What there is to tell. `lines`: the documents in the order of the run, from the first each time it is called.

    `job`: the job description of the run, if one was given. `skills`: with those that only it names.
    """

    lines: Lines
    engine: Engine
    profiles: tuple[RoleProfile, ...]
    skills: Mapping[str, Skill]
    job: JobDescription | None = None

    @property
    def scored(self) -> tuple[RoleProfile, ...]:
        """All that there is a score for: the job description first, then the roles."""
        return (self.job.profile, *self.profiles) if self.job else self.profiles


def write(folder: Path, results: Results, forms: Iterable[str]) -> list[Path]:
    """Puts the exports of these forms into `folder`; returns where they are.

    Each appears whole or not at all. Raises `OutputError` if one cannot be written; what stood there still stands.
    """
    written = []
    for export in (export for form in forms for export in EXPORTS[form]):
        with _whole(folder / export.file) as stream:
            import_module(export.module).write(results, stream)
        written.append(folder / export.file)
    return written


@contextmanager
def _whole(path: Path) -> Iterator[BinaryIO]:
    """A file that appears at `path` only when all of it is on disk."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with unfinished.open("w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    except OSError as error:
        raise OutputError(str(path), f"cannot be written: {error.strerror or type(error).__name__}.") from error
    finally:
        unfinished.unlink(missing_ok=True)
