"""The parts of a resume, each as far as its text shows it; absent is None or empty, never a guess."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from matcher.core.model import Document, Engine


class Date(NamedTuple):
    """A year or a month, only as precise as written. `month`: 1–12."""

    year: int
    month: int | None = None

    @property
    def iso(self) -> str:
        """YYYY or YYYY-MM (ISO 8601)."""
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"


class Dates(NamedTuple):
    """When something began and ended. No end: it goes on, or the text does not say."""

    start: Date | None = None
    end: Date | None = None


NEVER = Dates()


@dataclass(frozen=True, slots=True, repr=False)
class Profile:
    """A place on a site of others. `network`: the site as the text writes it.

    `url`: only where its scheme is written.
    """

    network: str
    username: str
    url: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """Who the resume is of, from its header."""

    name: str | None = None
    label: str | None = None
    email: str | None = None
    phone: str | None = None
    url: str | None = None
    profiles: tuple[Profile, ...] = ()
    summary: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Job:
    """Dated work, paid or not. `highlights`: its bullets and lines in their order."""

    position: str | None
    name: str | None
    dates: Dates
    summary: str | None
    highlights: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Project:
    """A project: its own line, or one of a list."""

    name: str | None
    dates: Dates
    summary: str | None
    highlights: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Study:
    """A degree, or a school."""

    institution: str | None = None
    study_type: str | None = None
    area: str | None = None
    dates: Dates = NEVER
    courses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Titled:
    """A certificate, an award or a publication. `date`: only where it is the day it was given."""

    title: str
    date: Date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Language:
    """A language, and how well it is said to be known."""

    language: str
    fluency: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class ShownSkill:
    """A skill of the taxonomy, and how the text names it, in its order."""

    skill_id: str
    surface_forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Left:
    """A line that is in no part. `start`: offset in the text."""

    start: int
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class ResumeParts:
    """All parts in the order of the text; skills by field and label. `left`: what was not understood."""

    person: Person = Person()
    work: tuple[Job, ...] = ()
    volunteer: tuple[Job, ...] = ()
    projects: tuple[Project, ...] = ()
    education: tuple[Study, ...] = ()
    certificates: tuple[Titled, ...] = ()
    awards: tuple[Titled, ...] = ()
    publications: tuple[Titled, ...] = ()
    languages: tuple[Language, ...] = ()
    skills: tuple[ShownSkill, ...] = ()
    left: tuple[Left, ...] = field(default=())


class Extract(NamedTuple):
    """A document, the parts that were read from it, and by what."""

    engine: Engine
    document: Document
    parts: ResumeParts
