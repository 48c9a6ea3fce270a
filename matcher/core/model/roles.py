"""What roles ask for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple


class Tier(StrEnum):
    """How much a role wants a skill."""

    ESSENTIAL = "essential"
    IMPORTANT = "important"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Duty:
    """A line of the role's own text, and the skills it asks for."""

    text: str
    requires: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """A skill that a role asks for, and how much."""

    skill_id: str
    tier: Tier


@dataclass(frozen=True, slots=True)
class Area:
    """A competency area; the weights of a role's areas add up to 1."""

    title: str
    weight: float
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """What nobody in the role is without: `enough` is the summed strength of `any_of` that passes it."""

    title: str
    any_of: tuple[str, ...]
    enough: float


class Occupation(NamedTuple):
    """The occupation of a classification that a role corresponds to; `match` is the SKOS relation.

    `scheme`: ESCO or O*NET-SOC. `code`: the URI of the ESCO concept, or the O*NET-SOC 2019 code.
    """

    scheme: Literal["ESCO", "O*NET-SOC"]
    code: str
    label: str
    match: Literal["exact", "close", "broad"]


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """What a role asks for."""

    id: str
    title: str
    summary: str
    sectors: str
    responsibilities: tuple[Duty, ...]
    required_skills: tuple[Duty, ...]
    areas: tuple[Area, ...]
    gates: tuple[Gate, ...]
    occupations: tuple[Occupation, ...] = ()
