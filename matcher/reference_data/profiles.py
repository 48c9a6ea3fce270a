"""The role profiles, read from TOML and checked against the taxonomy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.core.model import Area, Duty, Gate, Requirement, RoleProfile, Skill, Tier
from matcher.errors import ReferenceDataError
from matcher.reference_data.occupations import occupations
from matcher.reference_data.table import Table

WEIGHTS_TOLERANCE = 1e-6
_ROLE_KEYS = frozenset(
    """
    title summary sectors occupations responsibilities required_skills areas gates terms choices
    """.split()
)
_AREA_KEYS = frozenset(["title", "weight", *Tier])
_GATE_KEYS = frozenset(["title", "enough", "any_of"])
_DUTY_KEYS = frozenset(["text", "requires"])


def read_profile(name: str, data: Mapping[str, Any], skills: Mapping[str, Skill]) -> RoleProfile:
    """The profile that the file called `name` holds, whose name is the role's id. Raises `ReferenceDataError`."""
    table = Table(name, data, _ROLE_KEYS)
    profile = RoleProfile(
        id=name.removesuffix(".toml"),
        title=table.text("title"),
        summary=table.text("summary"),
        sectors=table.text("sectors"),
        responsibilities=_duties(table, "responsibilities", skills),
        required_skills=_duties(table, "required_skills", skills),
        areas=tuple(_area(name, n, a, skills) for n, a in enumerate(table.tables("areas"), 1)),
        gates=tuple(_gate(name, n, g, skills) for n, g in enumerate(table.tables("gates"), 1)),
        occupations=occupations(table),
    )
    _check_whole(name, profile)
    return profile


def _duties(parent: Table, key: str, skills: Mapping[str, Skill]) -> tuple[Duty, ...]:
    duties = []
    for number, entry in enumerate(parent.tables(key), 1):
        table = Table(f"{parent.place}: {key}[{number}]", entry, _DUTY_KEYS)
        duties.append(Duty(table.text("text"), table.ids("requires", skills)))
    return tuple(duties)


def _area(file_name: str, number: int, entry: dict[str, Any], skills: Mapping[str, Skill]) -> Area:
    table = Table(f"{file_name}: areas[{number}]", entry, _AREA_KEYS)
    wanted = [Requirement(skill_id, tier) for tier in Tier for skill_id in table.ids(tier, skills)]
    if not wanted:
        raise table.error("essential", "is empty: an area needs at least one skill.")
    return Area(table.text("title"), table.number("weight", 0.0, 1.0), tuple(wanted))


def _gate(file_name: str, number: int, entry: dict[str, Any], skills: Mapping[str, Skill]) -> Gate:
    table = Table(f"{file_name}: gates[{number}]", entry, _GATE_KEYS)
    return Gate(table.text("title"), table.ids("any_of", skills), table.number("enough", 0.01, 100.0))


def _check_whole(file_name: str, profile: RoleProfile) -> None:
    """What no single key can tell: weights, repetitions, gates and duties without a requirement."""
    total = sum(area.weight for area in profile.areas)
    if abs(total - 1.0) > WEIGHTS_TOLERANCE:
        raise ReferenceDataError(f"{file_name}: areas", f"weights add up to {total:.4g}, not to 1.")
    if not profile.gates:
        raise ReferenceDataError(f"{file_name}: gates", "there is none; a role needs at least one.")
    wanted: set[str] = set()
    for area in profile.areas:
        for requirement in area.requirements:
            if requirement.skill_id in wanted:
                raise ReferenceDataError(f"{file_name}: areas", f"{requirement.skill_id!r} is required twice.")
            wanted.add(requirement.skill_id)
    named = [("gates", s) for gate in profile.gates for s in gate.any_of]
    named += [("requires", s) for duty in (*profile.responsibilities, *profile.required_skills) for s in duty.requires]
    for key, skill_id in named:
        if skill_id not in wanted:
            raise ReferenceDataError(f"{file_name}: {key}", f"{skill_id!r} is a requirement of no area of this role.")
