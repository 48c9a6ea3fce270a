"""The labelled documents: invented, labelled from reading, never edited to fit the engine (docs/evaluation.md)."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
RESUMES, DESCRIPTIONS, RENDERINGS = HERE / "resumes", HERE / "descriptions", HERE / "renderings"
CASES = HERE.parent / "tests" / "cases"
NO_ROLE = "none"
"""The role of people who belong to none of the five."""
BELONGING = frozenset({"true", "growing", "career_changer"})
"""Kinds of resumes that a hiring manager would sort under a role."""


class Half(StrEnum):
    """Development documents may be looked into while tuning; final ones are only printed as totals."""

    DEVELOPMENT = "development"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Label:
    """A skill that a careful reader found: `text[start:end]` is the quote. `is_named`: in words usual for the skill."""

    skill_id: str
    start: int
    end: int
    kind: str
    is_named: bool


@dataclass(frozen=True, slots=True)
class LabelledDocument:
    """A document with what a hiring manager would say of it; `kind` tells why it is in the set."""

    id: str
    text: str = field(repr=False)
    is_description: bool
    kind: str
    role: str
    band: str
    note: str
    labels: tuple[Label, ...] = field(repr=False)

    @property
    def half(self) -> Half:
        """The half it was put into by its id."""
        return half_of(self.id)

    @property
    def belongs(self) -> bool:
        """True for a resume of somebody who belongs to `role`."""
        return not self.is_description and self.kind in BELONGING

    @property
    def is_outsider(self) -> bool:
        """True for a resume of somebody who belongs to no role."""
        return not self.is_description and self.role == NO_ROLE


def digest(text: str) -> int:
    """A number that depends on `text` alone: chance that is the same on every machine."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def half_of(document_id: str) -> Half:
    """Even digests are for development."""
    return Half.FINAL if digest(document_id) % 2 else Half.DEVELOPMENT


def load() -> tuple[LabelledDocument, ...]:
    """All documents: resumes, then role descriptions, each by id."""
    return tuple(_read(file) for folder in (RESUMES, DESCRIPTIONS) for file in sorted(folder.glob("*.toml")))


def fingerprint() -> str:
    """SHA-256 over texts and labels; figures of different fingerprints must not be compared."""
    total = hashlib.sha256()
    for folder in (RESUMES, DESCRIPTIONS):
        for file in sorted(folder.iterdir()):
            total.update(file.name.encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return total.hexdigest()


def _read(file: Path) -> LabelledDocument:
    data: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    text = file.with_suffix(".txt").read_text("utf-8")
    return LabelledDocument(
        id=file.stem,
        text=text,
        is_description=file.parent == DESCRIPTIONS,
        kind=data["kind"],
        role=data["role"],
        band=data["band"],
        note=data["note"],
        labels=tuple(_labels(text, data.get("mentions", []), file.name)),
    )


def _labels(text: str, entries: list[dict[str, str]], name: str) -> Iterator[Label]:
    """The labels; a quote labelled again with the same skill is the next one of its kind in the text."""
    seen: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        quote, skill_id = entry["quote"], entry["skill"]
        start = _place(text, quote, seen[quote, skill_id])
        if start < 0:
            raise ValueError(f"{name}: {quote!r} does not stand in the text.")
        seen[quote, skill_id] += 1
        yield Label(skill_id, start, start + len(quote), entry["kind"], entry["wording"] == "named")


def _place(text: str, quote: str, skipped: int) -> int:
    """Offset of `quote` after `skipped` earlier ones, of the last one if there are fewer, −1 if there is none."""
    start = text.find(quote)
    for _ in range(skipped):
        following = text.find(quote, start + 1)
        start = following if following >= 0 else start
    return start
