"""The answer for one document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from matcher.core.model.documents import Document
from matcher.core.model.job_descriptions import JobDescription
from matcher.core.model.mentions import SkillMention
from matcher.core.model.scores import NextBand, RoleScore
from matcher.core.model.skills import Skill


@dataclass(frozen=True, slots=True)
class Engine:
    """What produced an answer: equal engines give equal answers."""

    version: str
    scoring_version: str
    reference_sha256: str


@dataclass(frozen=True, slots=True)
class JobScore:
    """How far a document shows what a job description asks for."""

    description: JobDescription
    score: RoleScore

    def cautions(self, document: Document) -> tuple[str, ...]:
        """What to check before the score is believed: codes, in a fixed order."""
        is_same = self.description.document.text.split() == document.text.split()
        is_resume = self.description.is_resume_like or is_same
        return (
            *(["description_is_the_resume"] if is_same else []),
            *(["description_is_a_resume"] if is_resume else []),
        )


@dataclass(frozen=True, slots=True)
class MatchReport:
    """The answer for one document; `role_scores` best first, ties by role id. `job`: where a job description was given;
    it changes none of the others. `next_bands`: what would lift each role (id), where that was asked for.
    """

    TIE: ClassVar[float] = 5.0
    """Points within which two roles are shown as tied."""

    engine: Engine
    document: Document
    role_scores: tuple[RoleScore, ...]
    mentions: tuple[SkillMention, ...]
    job: JobScore | None = None
    next_bands: Mapping[str, NextBand | None] | None = None

    @property
    def is_role_description(self) -> bool:
        """True where the document is the text of a role, which is never strong."""
        return any(warning.code == "role_description" for warning in self.document.warnings)

    def skills_with(self, skills: Mapping[str, Skill]) -> Mapping[str, Skill]:
        """`skills`, and those that only the job description names."""
        return {**skills, **self.job.description.skills} if self.job else skills

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
