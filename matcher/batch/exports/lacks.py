"""Which skills of a role documents show least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from matcher.batch.record import RoleFacts
from matcher.core.model import Band, Skill, Status, Tier

MOST: Mapping[Tier, int] = {Tier.ESSENTIAL: 6, Tier.IMPORTANT: 3, Tier.OPTIONAL: 1}
"""Skills told of a tier: ten in all, what the role cannot do without first."""
_NOT_SHOWN = {Status.MISSING.value: False, Status.CLAIMED.value: True}
"""Statuses of what is not shown, and whether it is listed at least."""


@dataclass(frozen=True, slots=True)
class Lack:
    """A skill. `count`: documents that do not show it; `listed`: those that list it; `share`: of all, 0 to 1."""

    label: str
    tier: Tier
    count: int
    listed: int
    share: float


@dataclass(frozen=True, slots=True)
class Shortage:
    """The skills shown least, essential ones first. `documents`: that were asked.

    `is_narrow`: these are the documents whose best role it is, with at least partial evidence; otherwise they are all.
    """

    documents: int
    is_narrow: bool
    lacks: tuple[Lack, ...]


@dataclass(slots=True)
class _Count:
    documents: int = 0
    absent: Counter[tuple[str, str]] = field(default_factory=Counter)
    listed: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, role: RoleFacts) -> None:
        self.documents += 1
        for gap in role.gaps:
            if gap.status in _NOT_SHOWN:
                self.absent[gap.skill_id, gap.tier] += 1
                self.listed[gap.skill_id, gap.tier] += _NOT_SHOWN[gap.status]

    def most(self, skills: Mapping[str, Skill]) -> tuple[Lack, ...]:
        found = [
            Lack(skills[skill].preferred_label, Tier(tier), count, self.listed[skill, tier], count / self.documents)
            for (skill, tier), count in self.absent.items()
        ]
        found.sort(key=lambda lack: (-lack.count, lack.label))
        return tuple(lack for tier, most in MOST.items() for lack in [x for x in found if x.tier is tier][:most])


@dataclass(slots=True)
class Lacks:
    """What documents lack for one role: those it suits best, and all."""

    suited: _Count = field(default_factory=_Count)
    every: _Count = field(default_factory=_Count)

    def add(self, role: RoleFacts, is_best: bool) -> None:
        """Counts a document."""
        self.every.add(role)
        if is_best and role.band != Band.WEAK:
            self.suited.add(role)

    def shortage(self, skills: Mapping[str, Skill]) -> Shortage:
        """Of the documents whose best role it is, with at least partial evidence; of all if there is none."""
        count = self.suited if self.suited.documents else self.every
        return Shortage(count.documents, count is self.suited, count.most(skills))
