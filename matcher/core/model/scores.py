"""How far a document shows a role."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from matcher.core.model.mentions import Evidence
from matcher.core.model.roles import Occupation, Tier


class Band(StrEnum):
    """How far a text shows a role; claims never move it."""

    STRONG = "strong"
    PARTIAL = "partial"
    WEAK = "weak"


class Status(StrEnum):
    """What the resume shows of one requirement."""

    MET = "met"
    PARTLY = "partly"
    CLAIMED = "claimed"
    MISSING = "missing"


class RequirementScore(NamedTuple):
    """What the resume shows of one requirement, in points of the role's 0–100.

    `contribution`: points from evidence and claim together. `gain_if_shown`: points the score would rise if the skill
    were shown in use.
    """

    skill_id: str
    tier: Tier
    status: Status
    strength: float
    contribution: float
    gain_if_shown: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AreaScore:
    """`coverage`: 0–1, from evidence. `evidenced`, `claimed`: points the area adds to the score."""

    title: str
    weight: float
    coverage: float
    evidenced: float
    claimed: float
    requirements: tuple[RequirementScore, ...]

    @property
    def contribution(self) -> float:
        """Points of the area."""
        return self.evidenced + self.claimed


@dataclass(frozen=True, slots=True)
class GateScore:
    """`fulfilment`: 0–1, the shown strength over what is enough."""

    title: str
    fulfilment: float
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleScore:
    """The answer for one role; the score is the sum of its areas' contributions, so both always agree."""

    role_id: str
    title: str
    band: Band
    areas: tuple[AreaScore, ...]
    gates: tuple[GateScore, ...]
    occupations: tuple[Occupation, ...] = ()

    @property
    def value(self) -> float:
        """Points, 0–100."""
        return math.fsum(area.contribution for area in self.areas)

    @property
    def evidenced(self) -> float:
        """Points from evidence alone; bands are decided on these."""
        return math.fsum(area.evidenced for area in self.areas)

    @property
    def focus(self) -> float:
        """0.5–1: how far the gates are fulfilled on average."""
        return 0.5 + 0.5 * math.fsum(gate.fulfilment for gate in self.gates) / len(self.gates)

    @property
    def missing(self) -> tuple[RequirementScore, ...]:
        """Requirements not met whose showing would help, the greatest gain first."""
        open_ones = {
            r.skill_id: r
            for area in self.areas
            for r in area.requirements
            if r.status is not Status.MET and round(r.gain_if_shown, 1) > 0
        }
        return tuple(sorted(open_ones.values(), key=lambda r: (-round(r.gain_if_shown, 6), r.skill_id)))


class NextBand(NamedTuple):
    """What would lift a role to `band`: `skill_ids`, if they were shown in use, the most telling first; `value`: the
    score it would then have.
    """

    band: Band
    skill_ids: tuple[str, ...]
    value: float
