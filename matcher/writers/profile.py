"""Writes a role profile for people who want to know what a role asks for."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from dataclasses import asdict

from matcher.core.model import RoleProfile, Skill, Tier
from matcher.writers.wording import TIER_WORDS

WIDTH = 100


def write(profile: RoleProfile, skills: dict[str, Skill], as_json: bool = False) -> str:
    """`profile` as text, or as JSON with every key of its TOML file."""
    if as_json:
        return json.dumps(asdict(profile), ensure_ascii=False, indent=2) + "\n"
    return "\n".join(_lines(profile, skills)) + "\n"


def _lines(profile: RoleProfile, skills: dict[str, Skill]) -> Iterator[str]:
    yield from (f"{profile.title}  ({profile.id})", *textwrap.wrap(profile.summary, WIDTH), "")
    yield from ("Where", *_wrapped(profile.sectors), "", "Responsibilities")
    for duty in (*profile.responsibilities, None, *profile.required_skills):
        if duty is None:
            yield from ("", "Required skills")
            continue
        yield from _wrapped(duty.text)
        yield from _wrapped("asks for: " + _labels(duty.requires, skills), indent="      ")
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
