"""What a page tells of several documents: each against each role, in every order a reader may choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from matcher.core.model import Band, MatchReport, NotAssessable, Outcome, RoleProfile, RoleScore, Skill, Status
from matcher.writers import wording
from matcher.writers.page import PageView, QuoteView, RoleView, RowView

MOST_EVIDENCE = 4
"""Quotes told of a document."""
MOST_GAINS = 4
"""Missing skills told of a document."""
HEAT = (15.0, 30.0, 45.0, 60.0, 80.0)
"""Points from which a cell of the table is a shade darker; 30 and 60 are where bands begin."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A document against a role. `heat`: 0–5; `is_best`: the best role of the document, or tied with it."""

    score: RoleScore
    heat: int
    is_best: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A document. `number`: its place in the request, from 1; `cells`: by role id, empty where it has no answer."""

    number: int
    outcome: Outcome
    page: PageView | None
    cells: Mapping[str, Cell]

    @property
    def name(self) -> str:
        """The file name, a label."""
        return self.outcome.name if isinstance(self.outcome, NotAssessable) else self.outcome.document.name

    @property
    def report(self) -> MatchReport | None:
        """The answer, where there is one."""
        return None if isinstance(self.outcome, NotAssessable) else self.outcome

    @property
    def is_warned(self) -> bool:
        """Whether there is something to check: a warning, or no answer."""
        return self.report is None or bool(self.report.document.warnings)

    @property
    def lead(self) -> str:
        """Points that the best role is ahead of the next; a word where it is not ahead."""
        if self.report is None or len(self.report.role_scores) < 2:
            return ""
        best = self.report.role_scores[0]
        if not wording.tenths(best.value):
            return ""
        return "tied" if self.report.tied_with(best) else f"{self.report.margin(best) or 0.0:.1f}"

    @property
    def best(self) -> RoleView | None:
        """The job description or else the best role, with all that is told of it."""
        return self.page.panels[0] if self.page else None

    @property
    def evidence(self) -> list[tuple[RowView, QuoteView]]:
        """What adds most to the best role, each with its strongest quote; a sentence is quoted once."""
        rows = sorted(self.best.rows if self.best else (), key=lambda row: -row.score.contribution)
        quoted: dict[str, tuple[RowView, QuoteView]] = {}
        for row in rows:
            for quote in row.quotes[:1] if row.score.status in (Status.MET, Status.PARTLY) else ():
                quoted.setdefault("".join(quote.words), (row, quote))
        return list(quoted.values())[:MOST_EVIDENCE]

    @property
    def gains(self) -> list[RowView]:
        """What would raise the best role most."""
        return self.best.missing[:MOST_GAINS] if self.best else []

    def band(self, role_id: str = "") -> str:
        """The band for a role, or for the best one; "none" where there is no answer."""
        if self.report is None:
            return "none"
        first = self.report.job.score if self.report.job else self.report.role_scores[0]
        return (self.cells[role_id].score if role_id else first).band.value


@dataclass(frozen=True, slots=True)
class Order:
    """The documents in one order. `role_id`: the role by whose points they stand, the best first; "" as they came."""

    number: int
    role_id: str
    lines: tuple[Line, ...]


class Comparison:
    """Several documents against the roles that were scored.

    `lines`: as they came; `orders`: these, then one order for each role, a job description being the first of them.
    `chosen`: number of the order that is shown at first.
    """

    def __init__(
        self,
        outcomes: Sequence[Outcome],
        profiles: Sequence[RoleProfile],
        skills: Mapping[str, Skill],
        with_evidence: bool,
    ) -> None:
        reports = [o for o in outcomes if isinstance(o, MatchReport)]
        scored = {role.role_id for report in reports for role in report.role_scores}
        self.job = next((report.job.description for report in reports if report.job), None)
        self.profiles = [profile for profile in profiles if not scored or profile.id in scored]
        if self.job:
            self.profiles.insert(0, self.job.profile)
        self.lines = tuple(_line(n, outcome, skills, with_evidence) for n, outcome in enumerate(outcomes, 1))
        by_role = (Order(n, p.id, self._by(p.id)) for n, p in enumerate(self.profiles, 1))
        self.orders = tuple(chain((Order(0, "", self.lines),), by_role))
        self.chosen = 1 if self.job else 0

    @property
    def assessed(self) -> int:
        """How many documents have an answer."""
        return sum(line.report is not None for line in self.lines)

    @property
    def bands(self) -> list[tuple[str, str]]:
        """What the table can be narrowed to: bands as `Line.band` names them, and the words for it."""
        return [("all", "All"), (Band.PARTIAL.value, "Partial or strong"), (Band.STRONG.value, "Strong")]

    def headline(self) -> str:
        """E.g. "Eight documents, five roles"."""
        documents = wording.numbered(len(self.lines), "document")
        roles = wording.numbered(len(self.profiles) - bool(self.job), "role").lower()
        return f"{documents}, {'a job description and ' * bool(self.job)}{roles}"

    def _by(self, role_id: str) -> tuple[Line, ...]:
        """Best first; equals as they came, those without an answer last."""
        return tuple(
            sorted(self.lines, key=lambda line: -line.cells[role_id].score.value if role_id in line.cells else 1.0)
        )


def heat(value: float) -> int:
    """The shade of a cell, 0 to 5."""
    return sum(round(value, 1) >= at for at in HEAT)


def _line(number: int, outcome: Outcome, skills: Mapping[str, Skill], with_evidence: bool) -> Line:
    if isinstance(outcome, NotAssessable):
        return Line(number, outcome, None, {})
    best = outcome.role_scores[0]
    leading = {best.role_id, *outcome.tied_with(best)} if wording.tenths(best.value) else set()
    scores = (*([outcome.job.score] if outcome.job else []), *outcome.role_scores)
    cells = {role.role_id: Cell(role, heat(role.value), role.role_id in leading) for role in scores}
    return Line(number, outcome, PageView(outcome, skills, with_evidence), cells)
