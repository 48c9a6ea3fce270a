"""The roles laid out as arrays, one entry a requirement, an area or a gate, so that all are summed in one pass."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from matcher.core.model import Area, RoleProfile, Skill
from matcher.core.scoring.numbers import FULL_COVERAGE, SHOWN, STRENGTH, TIER_WEIGHT

Numbers: TypeAlias = NDArray[np.float64]
Places: TypeAlias = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Areas:
    """`weight`: share of the role; `full`: summed weight of requirements that earns full coverage."""

    role: Places
    weight: Numbers
    full: Numbers


@dataclass(frozen=True, slots=True)
class Gates:
    """`member_of`, `member`: gate and skill (as in `Sheet.skills`) of each one that opens it, gate after gate."""

    role: Places
    enough: Numbers
    member_of: Places
    member: Places


class Reach(NamedTuple):
    """What showing one skill in use would move: requirement `shown` of a role lifts requirement `lifted` to `to`."""

    shown: int
    lifted: int
    to: float


@dataclass(frozen=True, slots=True)
class Effects:
    """All reaches as arrays. `target`: index into `targets_of` and `targets` of what each reach adds to.

    `targets_of`: the requirement that would be shown; `targets`: the area, or gate, it adds to.
    """

    lifted: Places
    to: Numbers
    target: Places
    targets_of: Places
    targets: Places


@dataclass(frozen=True, slots=True)
class Sheet:
    """All requirements of all roles, role after role and area after area; areas and gates likewise.

    `skills`: skill id -> its place among all skills. `skill_ids`, `skill`: the skill of each requirement, by id and
    by place.
    """

    skills: Mapping[str, int]
    skill_ids: tuple[str, ...]
    skill: Places
    weight: Numbers
    area: Places
    role: Places
    areas: Areas
    gates: Gates
    on_areas: Effects
    on_gates: Effects
    gate_counts: Numbers
    role_count: int


def lay_out(profiles: Sequence[RoleProfile], skills: Mapping[str, Skill]) -> Sheet:
    """The sheet of `profiles`, in their order."""
    areas = [(role, area) for role, profile in enumerate(profiles) for area in profile.areas]
    gates = [(role, gate) for role, profile in enumerate(profiles) for gate in profile.gates]
    lines = [(role, place, r) for place, (role, area) in enumerate(areas) for r in area.requirements]
    index = {(role, r.skill_id): i for i, (role, _, r) in enumerate(lines)}
    reaches = [
        Reach(i, index[role, lifted], STRENGTH[SHOWN] * share)
        for i, (role, _, r) in enumerate(lines)
        for lifted, share in {r.skill_id: 1.0, **skills[r.skill_id].implies}.items()
        if (role, lifted) in index
    ]
    opened: dict[int, list[int]] = {}
    for place, (role, gate) in enumerate(gates):
        for skill_id in gate.any_of:
            if (role, skill_id) in index:
                opened.setdefault(index[role, skill_id], []).append(place)
    number = {skill_id: i for i, skill_id in enumerate(skills)}
    return Sheet(
        skills=number,
        skill_ids=tuple(r.skill_id for _, _, r in lines),
        skill=_places(number[r.skill_id] for _, _, r in lines),
        weight=np.array([TIER_WEIGHT[r.tier] * skills[r.skill_id].distinctiveness for _, _, r in lines]),
        area=_places(place for _, place, _ in lines),
        role=_places(role for role, _, _ in lines),
        areas=Areas(
            _places(role for role, _ in areas),
            np.array([area.weight for _, area in areas]),
            np.array([_full(area, skills) for _, area in areas]),
        ),
        gates=Gates(
            _places(role for role, _ in gates),
            np.array([gate.enough for _, gate in gates]),
            _places(place for place, (_, gate) in enumerate(gates) for _ in gate.any_of),
            _places(number[skill_id] for _, gate in gates for skill_id in gate.any_of),
        ),
        on_areas=_effects([(reach, lines[reach.lifted][1]) for reach in reaches]),
        on_gates=_effects([(reach, gate) for reach in reaches for gate in opened.get(reach.lifted, ())]),
        gate_counts=np.array([float(len(profile.gates)) for profile in profiles]),
        role_count=len(profiles),
    )


def _places(values: Iterable[int]) -> Places:
    return np.fromiter(values, dtype=np.intp)


def _full(area: Area, skills: Mapping[str, Skill]) -> float:
    return FULL_COVERAGE * math.fsum(
        TIER_WEIGHT[r.tier] * skills[r.skill_id].distinctiveness for r in area.requirements
    )


def _effects(reaches: Sequence[tuple[Reach, int]]) -> Effects:
    """The reaches with the area or gate that each adds to."""
    pairs = sorted({(reach.shown, target) for reach, target in reaches})
    number = {pair: i for i, pair in enumerate(pairs)}
    return Effects(
        lifted=_places(reach.lifted for reach, _ in reaches),
        to=np.array([reach.to for reach, _ in reaches]),
        target=_places(number[reach.shown, target] for reach, target in reaches),
        targets_of=_places(shown for shown, _ in pairs),
        targets=_places(target for _, target in pairs),
    )
