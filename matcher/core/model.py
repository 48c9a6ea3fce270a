"""The words of the house: frozen facts that every part of the matcher shares."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as kept
from enum import StrEnum
from typing import ClassVar, Literal, NamedTuple, TypeAlias


class Span(NamedTuple):
    """Code points `start` (included) to `end` (excluded) of a document's text."""

    start: int
    end: int


class EvidenceKind(StrEnum):
    """How a resume shows a skill; the strength of each kind is in `core/scoring/numbers.py`."""

    OUTCOME = "outcome"
    USED = "used"
    CERTIFICATE = "certificate"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_IN_PROGRESS = "certificate_in_progress"
    OTHERS = "others"
    ELSEWHERE = "elsewhere"
    TITLE = "title"
    LISTED = "listed"
    NEGATED = "negated"
    WISHED = "wished"
    INTEREST = "interest"
    REFERENCE = "reference"
    ORGANISATION = "organisation"
    CONTACT = "contact"
    ADVERT = "advert"
    CONSENT = "consent"


class How(StrEnum):
    """How the words were recognised."""

    EXACT = "exact"
    VARIANT = "variant"
    LIKELY = "likely"
    IMPLIED = "implied"


class Tier(StrEnum):
    """How much a role wants a skill."""

    ESSENTIAL = "essential"
    IMPORTANT = "important"
    OPTIONAL = "optional"


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


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something a reader should know about how a document was read. `page` counts from 1."""

    code: str
    detail: str
    page: int | None = None


_LINE_END = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Document:
    """A resume as read. `text` is what a person could see, never altered, and kept out of `repr`.

    `page_starts`: offset of each page's first character, ascending, the first is 0.
    """

    name: str
    text: str = kept(repr=False)
    sha256: str
    media_type: str
    reader: str
    page_starts: tuple[int, ...] = (0,)
    warnings: tuple[ReadingWarning, ...] = ()
    _line_ends: tuple[int, ...] = kept(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ends = tuple(found.start() for found in _LINE_END.finditer(self.text))
        object.__setattr__(self, "_line_ends", ends)

    def page_of(self, offset: int) -> int:
        """Page number, from 1, of the character at `offset`."""
        return bisect_right(self.page_starts, offset)

    def line_of(self, offset: int) -> int:
        """Line number within its page, from 1, of the character at `offset`."""
        page_start = self.page_starts[self.page_of(offset) - 1]
        return bisect_left(self._line_ends, offset) - bisect_left(self._line_ends, page_start) + 1


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

    `implies`: skill id -> share (0 < k <= 0.9) of
    this skill's strength that counts for the other one. `distinctiveness`: 1–1.5, how few of the reference
    profiles want it, 0.4 for what every trade shows (frozen, see docs/scoring.md).
    """

    id: str
    field: str
    preferred_label: str
    alt_labels: tuple[str, ...] = ()
    ambiguous_labels: tuple[AmbiguousLabel, ...] = ()
    title_labels: tuple[str, ...] = ()
    implies: Mapping[str, float] = kept(default_factory=dict)
    distinctiveness: float = 1.0
    esco: EscoConcept | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """A line of the role's own text, and the skills it asks for."""

    text: str
    requires: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """A skill that a role asks for, and how much."""

    skill_id: str
    tier: Tier


@dataclass(frozen=True, slots=True)
class Area:
    """A competency area; the weights of a role's areas add up to 1."""

    title: str
    weight: float
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """What nobody in the role is without: `enough` is the summed strength of `any_of` that passes it."""

    title: str
    any_of: tuple[str, ...]
    enough: float


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """What a role asks for."""

    id: str
    title: str
    summary: str
    sectors: str
    responsibilities: tuple[Duty, ...]
    required_skills: tuple[Duty, ...]
    areas: tuple[Area, ...]
    gates: tuple[Gate, ...]


class SkillMention(NamedTuple):
    """A skill as written: `document.text[span.start:span.end] == surface_form`, always.

    `kind`, `how`: what the mention is worth and how sure it is. `sentence`: the sentence or line around it, for the
    quote. `distance`: letters that differ, for variants. `speaking`: the words that tell it, for likely mentions.
    """

    skill_id: str
    span: Span
    surface_form: str
    sentence: Span
    kind: EvidenceKind
    how: How = How.EXACT
    distance: int = 0
    speaking: tuple[str, ...] = ()

    def __repr__(self) -> str:  # without the words of the document
        return f"SkillMention({self.skill_id!r}, {self.span}, {self.kind}, {self.how})"


class Evidence(NamedTuple):
    """A mention as it counts for one requirement. `via`: the skill it names, where that implies this one."""

    mention: SkillMention
    strength: float
    how: How
    via: str | None = None


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


@dataclass(frozen=True, slots=True)
class Engine:
    """What produced an answer: equal engines give equal answers."""

    version: str
    scoring_version: str
    reference_sha256: str


@dataclass(frozen=True, slots=True)
class MatchReport:
    """The answer for one document; `role_scores` best first, ties by role id."""

    TIE: ClassVar[float] = 5.0
    """Points within which two roles are shown as tied."""

    engine: Engine
    document: Document
    role_scores: tuple[RoleScore, ...]
    mentions: tuple[SkillMention, ...]

    def margin(self, role: RoleScore) -> float | None:
        """Points that `role` is ahead of the next one; None for the last."""
        after = self.role_scores.index(role) + 1
        return role.value - self.role_scores[after].value if after < len(self.role_scores) else None

    def tied_with(self, role: RoleScore) -> tuple[str, ...]:
        """Ids of the other roles within `TIE` points of `role`, in rank order."""
        near = (o for o in self.role_scores if o is not role and abs(o.value - role.value) < self.TIE)
        return tuple(other.role_id for other in near)


@dataclass(frozen=True, slots=True)
class NotAssessable:
    """A document that got no answer, and why; never a score of 0. `detail` and `way_out` never quote the document."""

    engine: Engine
    name: str
    sha256: str
    code: str
    detail: str
    way_out: str


Outcome: TypeAlias = MatchReport | NotAssessable
