"""What was understood of a job description: its requirements with their places, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as kept
from enum import StrEnum
from typing import NamedTuple

from matcher.core.model.documents import Document, Span
from matcher.core.model.roles import RoleProfile, Tier
from matcher.core.model.skills import Skill

PROFILE_ID = "job_description"
TERM_PREFIX = "term:"
"""Begins the id of a skill that only the description names."""
CHOICE_PREFIX = "choice:"
"""Begins the id of a group of alternatives, any of which fulfils it."""
TERM_FIELD = "From this description"
"""The field of skills that only the description names."""


class Part(StrEnum):
    """What a line of a job description is about."""

    DUTIES = "duties"
    WANTED = "wanted"
    ROLE = "role"  # tells of the role among other things: only sentences that ask count
    COMPANY = "company"
    BENEFITS = "benefits"
    EQUAL = "equal_opportunity"
    LEGAL = "legal"
    APPLY = "how_to_apply"
    PAY = "pay_and_place"
    NOT_NEEDED = "not_needed"
    HEADING = "heading"


COUNTED = frozenset({Part.DUTIES, Part.WANTED})
"""Parts whose lines yield requirements."""


class Wanted(NamedTuple):
    """One thing a description asks for. `span`: where it stands; `quote`: the sentence around it.

    `line`: from 1. `why`: the heading or cue that decides its tier. `group`: number of its alternatives, any of which
    fulfils it; 0 for none. `is_term`: only this description knows it.
    """

    skill_id: str
    tier: Tier
    span: Span
    quote: Span
    line: int
    why: str
    group: int
    is_term: bool


class Quoted(NamedTuple):
    """Something shown as it was written and never scored. `value`: years, where it tells some."""

    span: Span
    value: int | None = None


@dataclass(frozen=True, slots=True)
class JobDescription:
    """What was understood. `requirements`: in order of the text, every place of every skill.

    `profile`: what is scored, each skill or group of alternatives once, in its highest tier. `skills`: what the profile
    asks for besides the taxonomy (terms and groups), and the taxonomy's skills that fulfil a group, by id. `terms`: the
    skills that only this text knows. `choices`: groups of alternatives as skills of their own, id -> ids of which one
    is enough. `years`, `degrees`: shown, never scored. `left_out`: lines that count for nothing, by reason.
    `is_resume_like`: it reads like a person's resume. `document`: what it was read from.
    """

    document: Document = kept(repr=False)
    title: str
    profile: RoleProfile
    terms: tuple[Skill, ...]
    skills: Mapping[str, Skill] = kept(repr=False)
    requirements: tuple[Wanted, ...] = kept(repr=False)
    choices: Mapping[str, tuple[str, ...]] = kept(default_factory=dict, repr=False)
    years: tuple[Quoted, ...] = ()
    degrees: tuple[Quoted, ...] = ()
    left_out: Mapping[Part, int] = kept(default_factory=dict)
    is_resume_like: bool = False
