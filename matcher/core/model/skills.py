"""Skills and what people call them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as kept
from typing import Literal


@dataclass(frozen=True, slots=True)
class EscoConcept:
    """The ESCO concept a skill corresponds to; `match` is the SKOS relation: exact, close or broad."""

    uri: str
    label: str
    match: Literal["exact", "close", "broad"]


@dataclass(frozen=True, slots=True)
class AmbiguousLabel:
    """A label with another common sense: counts only near a cue, never near a blocker."""

    label: str
    cues: tuple[str, ...]
    blockers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skill:
    """One thing a person can be good at, and what people call it.

    `wordings`: word sequences that tell of the skill without being a name of it. `implies`: skill id -> share
    (0 < k <= 0.9) of this skill's strength that counts for the other one. `distinctiveness`: 1–1.5, how few of the
    reference profiles want it, 0.4 for what every trade shows (frozen, see docs/scoring.md).
    """

    id: str
    field: str
    preferred_label: str
    alt_labels: tuple[str, ...] = ()
    ambiguous_labels: tuple[AmbiguousLabel, ...] = ()
    title_labels: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()
    implies: Mapping[str, float] = kept(default_factory=dict)
    distinctiveness: float = 1.0
    esco: EscoConcept | None = None
