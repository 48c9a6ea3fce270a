"""How well the evidence covers a role, and why. The formula and every constant: docs/scoring.md."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from matcher.core.model import (
    Area,
    AreaScore,
    Band,
    Evidence,
    EvidenceKind,
    GateScore,
    How,
    RequirementScore,
    RoleProfile,
    RoleScore,
    Skill,
    SkillMention,
    Status,
    Tier,
)

SCORING_VERSION = "1"
"""Changes with every number below, so that old and new scores are never compared unawares."""

STRENGTH: Mapping[EvidenceKind, float] = {
    EvidenceKind.OUTCOME: 1.0,
    EvidenceKind.USED: 0.8,
    EvidenceKind.CERTIFICATE: 0.7,
    EvidenceKind.OTHERS: 0.4,
    EvidenceKind.CERTIFICATE_EXPIRED: 0.4,
    EvidenceKind.TITLE: 0.35,
    EvidenceKind.CERTIFICATE_IN_PROGRESS: 0.25,
    EvidenceKind.LISTED: 0.0,  # a claim: see CLAIMS_CAP
}
"""Strength of a mention by its kind; kinds left out count for nothing."""

QUALITY: Mapping[How, float] = {How.EXACT: 1.0, How.VARIANT: 0.9, How.LIKELY: 0.6}
TIER_WEIGHT: Mapping[Tier, float] = {Tier.ESSENTIAL: 3.0, Tier.IMPORTANT: 2.0, Tier.OPTIONAL: 1.0}
FULL_COVERAGE = 0.40
"""Share of an area's weight that earns full coverage: nobody shows everything."""
CLAIM_STRENGTH = 0.5
"""Strength at which a skill that is only listed enters the claimed coverage."""
CLAIMS_CAP = 8.0
"""Points that claims alone could add to a role if they covered all of it."""
MET = 0.6
"""Strength from which a requirement is met."""
SHOWN = EvidenceKind.USED
"""The kind of evidence a gain is computed for."""
STRONG_SCORE, PARTIAL_SCORE, STRONG_GATE = 60.0, 30.0, 0.6


@dataclass(frozen=True, slots=True)
class Shown:
    """What a document shows: strength (0–1) and evidence by skill id, and the skills it only lists.

    The text of a role shows the role, not a person: it is never strong.
    """

    strength: Mapping[str, float]
    evidence: Mapping[str, tuple[Evidence, ...]]
    listed: frozenset[str]
    is_role_description: bool = False


def strength_of(mention: SkillMention) -> float:
    """Strength of one mention, 0–1."""
    return STRENGTH.get(mention.kind, 0.0) * QUALITY[mention.how]


def weigh(mentions: Iterable[SkillMention], skills: Mapping[str, Skill], is_role_description: bool = False) -> Shown:
    """The strongest evidence of each skill, and of what it implies (one step, never further)."""
    own: dict[str, list[Evidence]] = {}
    for mention in mentions:
        own.setdefault(mention.skill_id, []).append(Evidence(mention, strength_of(mention), mention.how))
    strength: dict[str, float] = {}
    evidence: dict[str, list[Evidence]] = {}
    for skill_id, found in own.items():
        found.sort(key=_best_first)
        evidence.setdefault(skill_id, []).extend(found)
        strength[skill_id] = max(strength.get(skill_id, 0.0), found[0].strength)
        if found[0].strength > 0:
            for implied, share in skills[skill_id].implies.items():
                through = Evidence(found[0].mention, found[0].strength * share, How.IMPLIED, via=skill_id)
                evidence.setdefault(implied, []).append(through)
                strength[implied] = max(strength.get(implied, 0.0), through.strength)
    listed = frozenset(s for s, found in own.items() if any(e.mention.kind is EvidenceKind.LISTED for e in found))
    for found in evidence.values():
        if len(found) > 1:
            found.sort(key=_best_first)
    return Shown(
        strength, {skill_id: tuple(found) for skill_id, found in evidence.items()}, listed, is_role_description
    )


def _best_first(evidence: Evidence) -> tuple[float, bool, int]:
    return (-evidence.strength, evidence.via is not None, evidence.mention.span.start)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a skill stands in a role: its area, its weight there, the gates it opens."""

    area: int
    weight: float
    gates: tuple[int, ...]


class RoleScorer:
    """Scores documents against one role. Made once a role, holds nothing of any document."""

    def __init__(self, profile: RoleProfile, skills: Mapping[str, Skill]) -> None:
        self.profile = profile
        self._weights = [_weights(area, skills) for area in profile.areas]
        self._full = [FULL_COVERAGE * math.fsum(weights.values()) for weights in self._weights]
        self._places = self._placed()
        self._effects = {skill_id: self._effects_of(skills[skill_id]) for w in self._weights for skill_id in w}

    def score(self, shown: Shown) -> RoleScore:
        """The role's score for what a document shows."""
        tally = _Tally(self, shown)
        gates = tuple(
            GateScore(gate.title, fulfilment, gate.any_of)
            for gate, fulfilment in zip(self.profile.gates, tally.fulfilments, strict=True)
        )
        areas = tuple(self._area_score(index, tally, shown) for index in range(len(self._weights)))
        return RoleScore(
            self.profile.id, self.profile.title, _band(areas, gates, shown.is_role_description), areas, gates
        )

    def _area_score(self, index: int, tally: _Tally, shown: Shown) -> AreaScore:
        area, weights = self.profile.areas[index], self._weights[index]
        coverage = min(1.0, tally.covered[index] / self._full[index])
        evidenced = 100.0 * tally.focus * area.weight * coverage
        claimed = CLAIMS_CAP * area.weight * (tally.coverage(index, claims=True) - coverage)
        per_shown = evidenced / tally.covered[index] if tally.covered[index] else 0.0
        per_claim = claimed / tally.claimed[index] if tally.claimed[index] else 0.0
        strength, listed, evidence = shown.strength, shown.listed, shown.evidence
        requirements = []
        for requirement in area.requirements:
            skill_id = requirement.skill_id
            y, w = strength.get(skill_id, 0.0), weights[skill_id]
            points = per_shown * w * y
            if skill_id in listed and y < CLAIM_STRENGTH:
                points += per_claim * w * (CLAIM_STRENGTH - y)
            requirements.append(
                RequirementScore(
                    skill_id,
                    requirement.tier,
                    _status(y, skill_id in listed),
                    y,
                    points,
                    tally.gain(skill_id, self._effects[skill_id]),
                    evidence.get(skill_id, ()),
                )
            )
        return AreaScore(area.title, area.weight, coverage, evidenced, claimed, tuple(requirements))

    def _placed(self) -> dict[str, _Place]:
        gates: dict[str, list[int]] = {}
        for index, gate in enumerate(self.profile.gates):
            for skill_id in gate.any_of:
                gates.setdefault(skill_id, []).append(index)
        return {
            skill_id: _Place(index, weight, tuple(gates.pop(skill_id, ())))
            for index, weights in enumerate(self._weights)
            for skill_id, weight in weights.items()
        }

    def _effects_of(self, skill: Skill) -> tuple[tuple[_Place, str, float], ...]:
        shares = {skill.id: 1.0, **skill.implies}
        reach = STRENGTH[SHOWN]
        return tuple((self._places[s], s, reach * share) for s, share in shares.items() if s in self._places)


class _Tally:
    """The sums behind one score, and what they would be if one more skill were shown."""

    __slots__ = (
        "_full",
        "_points",
        "_shown",
        "_weights",
        "_wide",
        "claimed",
        "covered",
        "focus",
        "fulfilments",
        "gate_sums",
    )

    def __init__(self, scorer: RoleScorer, shown: Shown) -> None:
        profile, strength, listed = scorer.profile, shown.strength, shown.listed
        self._shown, self._full = shown, scorer._full
        self._weights = [area.weight for area in profile.areas]
        self.covered, self.claimed = [], []
        for weights in scorer._weights:
            covered = claimed = 0.0
            for skill_id, weight in weights.items():
                y = strength.get(skill_id, 0.0)
                covered += weight * y
                if y < CLAIM_STRENGTH and skill_id in listed:
                    claimed += weight * (CLAIM_STRENGTH - y)
            self.covered.append(covered)
            self.claimed.append(claimed)
        self.gate_sums = [
            (sum(strength.get(skill_id, 0.0) for skill_id in gate.any_of), gate.enough) for gate in profile.gates
        ]
        self.fulfilments = [min(1.0, total / enough) for total, enough in self.gate_sums]
        self.focus = 0.5 + 0.5 * sum(self.fulfilments) / len(self.fulfilments)
        self._wide = sum(w * self.coverage(a) for a, w in enumerate(self._weights))

    def coverage(self, area: int, claims: bool = False) -> float:
        covered = self.covered[area] + self.claimed[area] if claims else self.covered[area]
        return min(1.0, covered / self._full[area])

    def gain(self, skill_id: str, effects: tuple[tuple[_Place, str, float], ...]) -> float:
        """Points the score would rise if `skill_id` were shown in use; never negative."""
        strength, listed = self._shown.strength, self._shown.listed
        more: dict[int, list[float]] = {}
        opened: dict[int, float] = {}
        for place, affected, reached in effects:
            y = strength.get(affected, 0.0)
            rise = reached - y
            if rise <= 0.0:
                continue
            change = more.setdefault(place.area, [0.0, 0.0])
            change[0] += place.weight * rise
            if affected in listed and y < CLAIM_STRENGTH:
                change[1] -= place.weight * min(rise, CLAIM_STRENGTH - y)
            for gate in place.gates:
                opened[gate] = opened.get(gate, 0.0) + rise
        if not more:
            return 0.0
        return max(0.0, self._rise(more, opened))

    def _rise(self, more: dict[int, list[float]], opened: dict[int, float]) -> float:
        """Points the score rises: `more` is what areas (shown, claimed) and `opened` what gates gain in strength."""
        focus, wide, claims = self.focus, 0.0, 0.0
        for gate, rise in opened.items():
            total, enough = self.gate_sums[gate]
            focus += 0.5 * (min(1.0, (total + rise) / enough) - self.fulfilments[gate]) / len(self.fulfilments)
        for area, (shown, listed) in more.items():
            covered, claimed, full = self.covered[area], self.claimed[area], self._full[area]
            before, after = min(1.0, covered / full), min(1.0, (covered + shown) / full)
            wide += self._weights[area] * (after - before)
            if claimed:
                told = min(1.0, (covered + shown + claimed + listed) / full) - after
                claims += self._weights[area] * (told - min(1.0, (covered + claimed) / full) + before)
        return 100.0 * (focus * (self._wide + wide) - self.focus * self._wide) + CLAIMS_CAP * claims


def _weights(area: Area, skills: Mapping[str, Skill]) -> dict[str, float]:
    return {r.skill_id: TIER_WEIGHT[r.tier] * skills[r.skill_id].distinctiveness for r in area.requirements}


def _status(strength: float, is_listed: bool) -> Status:
    if strength >= MET:
        return Status.MET
    if strength > 0.0:
        return Status.PARTLY
    return Status.CLAIMED if is_listed else Status.MISSING


def _band(areas: tuple[AreaScore, ...], gates: tuple[GateScore, ...], is_role_description: bool) -> Band:
    evidenced = math.fsum(area.evidenced for area in areas)
    if not is_role_description and evidenced >= STRONG_SCORE and all(gate.fulfilment >= STRONG_GATE for gate in gates):
        return Band.STRONG
    return Band.PARTIAL if evidenced >= PARTIAL_SCORE else Band.WEAK


def with_shown(shown: Shown, skill_id: str, skills: Mapping[str, Skill]) -> Shown:
    """`shown` as it would be if `skill_id` were shown in use: what `gain_if_shown` is measured against."""
    reach = STRENGTH[SHOWN]
    strength = dict(shown.strength)
    for affected, share in {skill_id: 1.0, **skills[skill_id].implies}.items():
        strength[affected] = max(strength.get(affected, 0.0), reach * share)
    return replace(shown, strength=strength)
