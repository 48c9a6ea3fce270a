"""What a document shows: the strongest evidence of each skill."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from matcher.core.model import Evidence, EvidenceKind, How, Skill, SkillMention
from matcher.core.scoring.numbers import QUALITY, SHOWN, STRENGTH

WHOLLY = 1.0
"""The share by which a skill fulfils a choice of alternatives: whoever claims one of them claims the choice."""


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
    listed = listed.union(i for s in listed for i, share in skills[s].implies.items() if share >= WHOLLY)
    for found in evidence.values():
        if len(found) > 1:
            found.sort(key=_best_first)
    return Shown(
        strength, {skill_id: tuple(found) for skill_id, found in evidence.items()}, listed, is_role_description
    )


def _best_first(evidence: Evidence) -> tuple[float, bool, int]:
    return (-evidence.strength, evidence.via is not None, evidence.mention.span.start)


def with_shown(shown: Shown, skill_id: str, skills: Mapping[str, Skill]) -> Shown:
    """`shown` as it would be if `skill_id` were shown in use: what `gain_if_shown` is measured against."""
    reach = STRENGTH[SHOWN]
    strength = dict(shown.strength)
    for affected, share in {skill_id: 1.0, **skills[skill_id].implies}.items():
        strength[affected] = max(strength.get(affected, 0.0), reach * share)
    return replace(shown, strength=strength)
