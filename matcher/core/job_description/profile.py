"""The role profile that a job description asks for: areas by field, weights by tier, one gate of its essentials."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from matcher.core.model import Area, Duty, Gate, Requirement, RoleProfile, Skill, Tier
from matcher.core.model.job_descriptions import CHOICE_PREFIX, PROFILE_ID, TERM_FIELD, TERM_PREFIX, Wanted
from matcher.core.scoring.numbers import SHOWN, STRENGTH, TIER_WEIGHT

GATE_SHARE, MOST_AT_THE_GATE = 0.3, 4.0
"""Share of the essentials that, shown in use, opens the gate, and the number of them that is always enough: nobody
shows everything, and the gates of the five profiles ask for two to three skills."""
FEWEST_IN_AREA = 2
"""Requirements of an area of its own; a single one says too little to be a fifth of a score."""
_OTHER = "Other skills"


def choice(members: Sequence[Skill]) -> Skill:
    """The skill that any of `members` shows; the same members, the same id."""
    fields = {member.field for member in members}
    names = [member.preferred_label for member in members]
    return Skill(
        CHOICE_PREFIX + "|".join(sorted(member.id.removeprefix(TERM_PREFIX) for member in members)),
        fields.pop() if len(fields) == 1 else TERM_FIELD,
        f"{', '.join(names[:-1])} or {names[-1]}",
        distinctiveness=max(member.distinctiveness for member in members),
    )


def opened_by(choices: Mapping[str, Sequence[str]], skills: Mapping[str, Skill]) -> dict[str, dict[str, float]]:
    """For each skill the choices it fulfils, as shares: in full for a member, by its share for what implies one."""
    shares: dict[str, dict[str, float]] = {}
    for choice_id, members in choices.items():
        for skill_id, skill in skills.items():
            reached = max((1.0 if m == skill_id else skill.implies.get(m, 0.0) for m in members), default=0.0)
            if reached > 0:
                shares.setdefault(skill_id, {})[choice_id] = reached
    return shares


def profile(  # noqa: PLR0913 - the parts of one fact
    title: str,
    summary: str,
    tiers: Mapping[str, Tier],
    duties: Iterable[Duty],
    wanted: Iterable[Duty],
    skills: Mapping[str, Skill],
) -> RoleProfile:
    """The profile that asks for `tiers` (skill id -> tier), all of them in `skills`."""
    by_field: dict[str, list[Requirement]] = {}
    for skill_id, tier in tiers.items():
        by_field.setdefault(skills[skill_id].field, []).append(Requirement(skill_id, tier))
    by_title: dict[str, list[Requirement]] = {}
    for field, requirements in by_field.items():
        name = field if len(requirements) >= FEWEST_IN_AREA else _OTHER
        by_title.setdefault(name, []).extend(requirements)
    return RoleProfile(
        PROFILE_ID, title, summary, "", tuple(duties), tuple(wanted), tuple(_areas(by_title)), (_gate(tiers),)
    )


def _areas(by_title: Mapping[str, Sequence[Requirement]]) -> Iterable[Area]:
    total = math.fsum(TIER_WEIGHT[r.tier] for requirements in by_title.values() for r in requirements)
    for title, requirements in sorted(by_title.items(), key=lambda item: (-_weight(item[1]), item[0])):
        in_order = tuple(sorted(requirements, key=lambda r: list(Tier).index(r.tier)))
        yield Area(title, _weight(requirements) / total, in_order)


def _weight(requirements: Sequence[Requirement]) -> float:
    return math.fsum(TIER_WEIGHT[r.tier] for r in requirements)


def _gate(tiers: Mapping[str, Tier]) -> Gate:
    """The gate of the essentials; of the important ones, or of all, where nothing is said to be essential."""
    for least in (Tier.ESSENTIAL, Tier.IMPORTANT, Tier.OPTIONAL):
        asked = tuple(skill_id for skill_id, tier in tiers.items() if tier is least)
        if asked:
            break
    enough = STRENGTH[SHOWN] * min(MOST_AT_THE_GATE, max(1.0, math.ceil(GATE_SHARE * len(asked))))
    return Gate("Essentials", asked, round(enough, 3))


def strongest(wanted: Iterable[Wanted]) -> dict[str, Tier]:
    """Skill id -> its highest tier anywhere in the text, in order of the text."""
    order = list(Tier)
    tiers: dict[str, Tier] = {}
    for one in wanted:
        tiers[one.skill_id] = min(tiers.get(one.skill_id, one.tier), one.tier, key=order.index)
    return tiers
