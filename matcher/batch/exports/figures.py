"""What a run comes to: how its documents score for each role, what they lack, and what could not be assessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from matcher.batch.exports import Results
from matcher.batch.exports.best import leading
from matcher.batch.exports.lacks import Lacks
from matcher.batch.exports.skipped import facts
from matcher.batch.ledger import Line
from matcher.batch.record import Facts, RoleFacts
from matcher.core.model import Band, RoleProfile

TENS = 10
"""Columns of a distribution: 0 to below 10 points, and so on; 100 belongs to the last."""
MOST_NAMED = 50
"""Documents named under a failure; all are in the table, and a run may have millions."""


@dataclass(slots=True)
class RoleFigures:
    """A role; copies are left out. `tens`: documents by their points, in tens; `best_of`: those it is the best for."""

    profile: RoleProfile
    tens: list[int] = field(default_factory=lambda: [0] * TENS)
    bands: Counter[Band] = field(default_factory=Counter)
    best_of: int = 0
    lacks: Lacks = field(default_factory=Lacks)

    def add(self, role: RoleFacts, is_best: bool) -> None:
        """Counts a document."""
        self.tens[min(int(round(role.score, 1) // 10), TENS - 1)] += 1
        self.bands[Band(role.band)] += 1
        self.best_of += is_best
        self.lacks.add(role, is_best)


@dataclass(frozen=True, slots=True)
class Named:
    """A document by its number in the run and its name; `original`: what it is a copy of; `detail`: what was wrong."""

    number: int
    label: str
    original: str
    detail: str


@dataclass(slots=True)
class Failure:
    """What kept documents from being assessed. `named`: the first of them."""

    code: str
    way_out: str
    count: int = 0
    named: list[Named] = field(default_factory=list)

    def add(self, document: Named) -> None:
        """Counts a document."""
        self.count += 1
        if len(self.named) < MOST_NAMED:
            self.named.append(document)


@dataclass(slots=True)
class Figures:
    """All of it. `roles`: in the order of the profiles; `bands`: documents, copies too, by that of what the run is
    about: the job description, or else the best role."""

    roles: Mapping[str, RoleFigures]
    documents: int = 0
    copies: int = 0
    bands: Counter[Band] = field(default_factory=Counter)
    by_problem: dict[tuple[str, str], Failure] = field(default_factory=dict)

    @property
    def assessed(self) -> int:
        """Documents with scores."""
        return self.bands.total()

    @property
    def failures(self) -> list[Failure]:
        """The most frequent first, then by code."""
        return sorted(self.by_problem.values(), key=lambda f: (-f.count, f.code, f.way_out))

    @property
    def peak(self) -> int:
        """Documents in the highest column of all distributions, at least 1."""
        return max((count for role in self.roles.values() for count in role.tens), default=0) or 1

    def add(self, line: Line, told: Facts) -> None:
        """Counts a document, the next of the run."""
        self.documents += 1
        self.copies += bool(line.original)
        if not told.is_assessed:
            failure = self.by_problem.setdefault((told.code, told.way_out), Failure(told.code, told.way_out))
            failure.add(Named(self.documents, line.label, line.original, told.detail))
            return
        self.bands[Band(told.focus.band)] += 1
        best = leading(told)
        for role in told.scored if not line.original else ():
            self.roles[role.id].add(role, role is told.job or role.id in best)


def gather(results: Results) -> Figures:
    """Goes through all documents once."""
    figures = Figures({profile.id: RoleFigures(profile) for profile in results.scored})
    for line in results.lines():
        figures.add(line, facts(line))
    return figures
