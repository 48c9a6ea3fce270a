"""Writes a role profile for people who want to know what a role asks for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from matcher.core.model import RoleProfile, Skill, Tier
from matcher.writers import json
from matcher.writers.wording import MATCH_WORDS, TIER_WORDS

WIDTH = 100


def write(profile: RoleProfile, skills: dict[str, Skill], as_json: bool = False) -> str:
    """`profile` as text, or as JSON with every key of its TOML file."""
    if as_json:
        return json.text(form(profile))
    return "\n".join(_lines(profile, skills)) + "\n"


def form(profile: RoleProfile) -> dict[str, Any]:
    """`profile` with every key of its TOML file; without `occupations` where it names none."""
    told = asdict(profile)
    occupations = [occupation._asdict() for occupation in told.pop("occupations")]
    return {**told, "occupations": occupations} if occupations else told


def _lines(profile: RoleProfile, skills: dict[str, Skill]) -> Iterator[str]:
    yield from (f"{profile.title}  ({profile.id})", *textwrap.wrap(profile.summary, WIDTH), "")
    yield from ("Where", *_wrapped(profile.sectors), "", "Responsibilities")
    for duty in (*profile.responsibilities, None, *profile.required_skills):
        if duty is None:
            yield from ("", "Required skills")
            continue
        yield from _wrapped(duty.text)
        yield from _wrapped("asks for: " + _labels(duty.requires, skills), indent="      ")
    if profile.occupations:
        yield from ("", "Known elsewhere as")
    for occupation in profile.occupations:
        yield from _wrapped(f"{occupation.label}: {MATCH_WORDS[occupation.match]} in {occupation.scheme}")
        yield f"      {occupation.code}"
    yield from ("", "Gates: what nobody in the role is without")
    for gate in profile.gates:
        yield from _wrapped(f"{gate.title} (strength {gate.enough:g} of): {_labels(gate.any_of, skills)}")
    for area in profile.areas:
        yield from ("", f"{area.title}  {area.weight:.0%}")
        for tier in Tier:
            wanted = tuple(r.skill_id for r in area.requirements if r.tier is tier)
            if wanted:
                yield from _wrapped(f"{TIER_WORDS[tier]}: {_labels(wanted, skills)}")


def _labels(skill_ids: tuple[str, ...], skills: dict[str, Skill]) -> str:
    return ", ".join(skills[skill_id].preferred_label for skill_id in skill_ids)


def _wrapped(text: str, indent: str = "  ") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")
