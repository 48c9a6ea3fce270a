"""The answer for one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from matcher.core.model.documents import Document
from matcher.core.model.mentions import SkillMention
from matcher.core.model.scores import RoleScore


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
