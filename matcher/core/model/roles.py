"""What roles ask for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
