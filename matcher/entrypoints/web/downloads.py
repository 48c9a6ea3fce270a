"""Files to keep, inside the page that offers them, so that nothing has to be stored or sent a second time.

A link with the file in it (`data:`) needs no script, no second upload and no second reading, gives the bytes that the
command line gives, and works when the server is gone. What was given up: docs/decisions/0014.
"""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from matcher.core.model import MatchReport, NotAssessable, Outcome, Skill
from matcher.writers import WRITERS, csv

_OFFERED = {"html": "the page with the marked-up text", "json": "the whole outcome", "csv": "one row a requirement"}
_NEVER = (1980, 1, 1, 0, 0, 0)
"""The first date a ZIP knows: the same documents give the same bytes."""
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Download:
    """A file to keep. `name`: what it is saved as; `href`: the file itself, as a `data:` address."""

    title: str
    note: str
    name: str
    href: str


def of_one(outcome: Outcome, skills: dict[str, Skill], with_evidence: bool) -> tuple[Download, ...]:
    """One answer in each form that is worth keeping."""
    stem = _stem(outcome)
    return tuple(
        _download(form.upper(), note, f"{stem}{WRITERS[form].suffix}", WRITERS[form].media_type, data)
        for form, note in _OFFERED.items()
        for data in [_written(form, outcome, skills, with_evidence)]
    )


def of_many(outcomes: Sequence[Outcome], skills: dict[str, Skill], with_evidence: bool) -> tuple[Download, ...]:
    """The table, and everything in one archive."""
    table = _bytes(csv.summary(outcomes))
    return (
        _download("CSV", "one row a document and role", "comparison.csv", "text/csv", table),
        _download(
            "ZIP",
            "for each document its page and its JSON, with the table",
            "answers.zip",
            "application/zip",
            _archive(outcomes, skills, with_evidence, table),
        ),
    )


def _archive(outcomes: Sequence[Outcome], skills: dict[str, Skill], with_evidence: bool, table: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_entry("comparison.csv"), table)
        for number, outcome in enumerate(outcomes, 1):
            for form in ("html", "json"):
                data = _written(form, outcome, skills, with_evidence)
                archive.writestr(_entry(f"{number:02}-{_stem(outcome)}{WRITERS[form].suffix}"), data)
    return out.getvalue()


def _written(form: str, outcome: Outcome, skills: dict[str, Skill], with_evidence: bool) -> bytes:
    """The answer as the command line gives it: without what nobody asked for."""
    writer = WRITERS[form]
    if isinstance(outcome, MatchReport) and not writer.tells_what_if:
        outcome = replace(outcome, next_bands=None)
    return _bytes(writer.write(outcome, skills, with_evidence))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NEVER)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _stem(outcome: Outcome) -> str:
    """The file name without its ending, of letters that every file system takes."""
    name = outcome.name if isinstance(outcome, NotAssessable) else outcome.document.name
    return re.sub(r"[^\w.-]+", "-", PurePath(name).stem).strip("-.")[:_LONGEST_NAME] or "resume"


def _download(title: str, note: str, name: str, media_type: str, data: bytes) -> Download:
    size = max(1, round(len(data) / 1024))
    return Download(title, f"{note}, {size:,} KiB", name, f"data:{media_type};base64,{base64.b64encode(data).decode()}")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")
