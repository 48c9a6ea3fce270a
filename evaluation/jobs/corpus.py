"""The labelled job descriptions and the graded resumes: invented, labelled from reading, never edited to fit."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.corpus import Half, half_of

HERE = Path(__file__).resolve().parent
DESCRIPTIONS, RESUMES, GRADES = HERE / "descriptions", HERE / "resumes", HERE / "grades.tsv"
UNGRADED = "ungraded"
DEVELOPMENT = HERE / "development"
"""Descriptions that came later, all of them for development; no resume is graded against them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement that a careful reader found: its place in the text, the skill of the taxonomy that means just this
    (empty if none does), and its tier.
    """

    start: int
    end: int
    skill_id: str
    tier: str


@dataclass(frozen=True, slots=True)
class Described:
    """A job description. `clutter`: places in which nothing is a requirement; `is_graded`: resumes are, against it."""

    id: str
    text: str = field(repr=False)
    family: str
    asked: tuple[Asked, ...] = field(repr=False)
    clutter: tuple[tuple[int, int], ...] = field(repr=False)
    is_graded: bool = True

    @property
    def half(self) -> Half:
        """The half it was put into by its id, if it is graded."""
        return half_of(self.id) if self.is_graded else Half.DEVELOPMENT

    @property
    def part(self) -> str:
        """What its figures are told under: its half, or "ungraded"."""
        return self.half.value if self.is_graded else UNGRADED


@cache
def descriptions() -> tuple[Described, ...]:
    """All of them, by id; the graded ones first."""
    return tuple(_read(file) for folder in (DESCRIPTIONS, DEVELOPMENT) for file in sorted(folder.glob("*.toml")))


@cache
def resumes() -> Mapping[str, str]:
    """Text by id."""
    return {file.stem: file.read_text("utf-8") for file in sorted(RESUMES.glob("*.txt"))}


@cache
def grades() -> Mapping[tuple[str, str], int]:
    """(description, resume) -> 0 nothing to speak of, 1 some ground, 2 most of the essentials, 3 nearly all."""
    rows = (line.split("\t") for line in GRADES.read_text("utf-8").splitlines())
    return {(description, resume): int(grade) for description, resume, grade in rows}


def _read(file: Path) -> Described:
    data: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    text = file.with_suffix(".txt").read_text("utf-8")
    asked = tuple(_asked(text, entry) for entry in data["requirements"])
    clutter = tuple(_places(text, data["clutter"]))
    return Described(file.stem, text, data["family"], asked, clutter, file.parent == DESCRIPTIONS)


def _asked(text: str, entry: Mapping[str, Any]) -> Asked:
    start = text.index(entry["quote"])
    return Asked(start, start + len(entry["quote"]), entry["skill"], entry["tier"])


def _places(text: str, quotes: list[str]) -> Iterator[tuple[int, int]]:
    for quote in quotes:
        start = text.index(quote)
        yield start, start + len(quote)
