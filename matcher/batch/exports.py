"""What a run leaves behind: files that are written whole and then put in place, equal for equal input."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from matcher.core.model import Outcome, Skill
from matcher.errors import UsageError
from matcher.writers import csv
from matcher.writers.outcome import form

REPORTS, SCORES = "reports.jsonl", "scores.csv"


def write(folder: Path, outcomes: Iterable[Outcome], skills: Mapping[str, Skill], with_evidence: bool) -> None:
    """Puts `reports.jsonl` (an outcome a line) and `scores.csv` (a row a document and role) into `folder`; it is made
    if it is missing.

    Raises `UsageError` if they cannot be written; then what stood there before still stands.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _whole(folder / REPORTS) as reports, _whole(folder / SCORES) as scores:
            scores.write(csv.summary(_told(outcomes, dict(skills), with_evidence, reports)))
    except OSError as error:
        raise UsageError(str(folder), f"cannot be written: {error.strerror}.") from error


def _told(outcomes: Iterable[Outcome], skills: dict[str, Skill], evidence: bool, reports: TextIO) -> Iterator[Outcome]:
    """The same outcomes, each written to `reports` as it passes, so that none has to be kept."""
    for outcome in outcomes:
        line = json.dumps(form(outcome, skills, evidence), ensure_ascii=False, allow_nan=False)
        reports.write(line.encode("utf-8", "replace").decode("utf-8") + "\n")
        yield outcome


@contextmanager
def _whole(path: Path) -> Iterator[TextIO]:
    """A file that appears at `path` only when all of it is there."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
