"""What a page tells of a report: roles, areas and requirements with points that add up, and quotes with footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from matcher.core.model import (
    AreaScore,
    Evidence,
    GateScore,
    MatchReport,
    RequirementScore,
    RoleScore,
    Skill,
    Span,
    Status,
    Wanted,
)
from matcher.writers import transcript, wording
from matcher.writers.quoting import pieces


@dataclass(frozen=True, slots=True)
class QuoteView:
    """`words`: before the mention, the mention, after it; `number`: its footnote; `how`: what it is worth and why."""

    words: tuple[str, str, str]
    number: int
    place: str
    how: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A requirement of a role. `anchor`: its id on the page; `quotes`: one a sentence, the strongest first."""

    score: RequirementScore
    skill: Skill
    anchor: str
    points: str
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class AreaView:
    """An area of a role: its points are the sum of those of its rows."""

    score: AreaScore
    points: str
    rows: tuple[RowView, ...]

    def of(self, *statuses: Status) -> list[RowView]:
        """The rows of these statuses, in their order."""
        return [row for status in statuses for row in self.rows if row.score.status is status]


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role: its points are the sum of those of its areas. `number`: its rank. `shown`, `claimed`: the same, split.

    `lift`: what would lift it to its next band, in a sentence; empty where nothing would or nobody asked.
    """

    number: int
    score: RoleScore
    shown: str
    claimed: str
    areas: tuple[AreaView, ...]
    lift: str

    @property
    def rows(self) -> Iterator[RowView]:
        """All requirements, area by area."""
        return chain.from_iterable(area.rows for area in self.areas)

    @property
    def missing(self) -> list[RowView]:
        """What is missing, the greatest gain first."""
        rows = {row.score.skill_id: row for row in self.rows}
        return [rows[score.skill_id] for score in self.score.missing]

    def gate(self, gate: GateScore) -> list[tuple[str, list[str]]]:
        """The skills of a gate: those that are shown, and the others."""
        told: dict[str, list[str]] = {"Shown": [], "Not shown": []}
        for row in self.rows:
            if row.score.skill_id in gate.any_of:
                told["Shown" if row.score.strength > 0 else "Not shown"].append(row.skill.preferred_label)
        return list(told.items())


@dataclass(frozen=True, slots=True)
class AskedView:
    """What a job description asks for, with the sentence that does."""

    wanted: Wanted
    skill: Skill
    quote: str


class PageView:
    """All that the page tells. `text`: the document as read, with its places marked; empty without evidence.

    `job`: what a job description asks for, as a role below the others; None where none was given.
    """

    def __init__(self, report: MatchReport, skills: Mapping[str, Skill], with_evidence: bool) -> None:
        self.report, self.skills, self.with_evidence = report, report.skills_with(skills), with_evidence
        self._places = {place.span: place for place in transcript.places(report.mentions)}
        self.text = transcript.pages(report.document, self._places.values()) if with_evidence else ()
        self.roles = [self._role(number, score) for number, score in enumerate(report.role_scores, 1)]
        self.job = self._role(len(self.roles) + 1, report.job.score) if report.job else None

    @property
    def panels(self) -> list[RoleView]:
        """All that can be chosen: the job description first, then the roles."""
        return [self.job, *self.roles] if self.job else self.roles

    @property
    def asked(self) -> list[AskedView]:
        """What was understood of the job description: each skill once, in the order of its text."""
        if self.report.job is None:
            return []
        text = self.report.job.description.document.text
        first: dict[str, Wanted] = {}
        for wanted in self.report.job.description.requirements:
            first.setdefault(wanted.skill_id, wanted)
        return [
            AskedView(
                wanted, self.skills[wanted.skill_id], " ".join(text[wanted.quote.start : wanted.quote.end].split())
            )
            for wanted in first.values()
        ]

    @property
    def aside(self) -> list[str]:
        """Years and degrees as the job description says them: shown, never scored."""
        if self.report.job is None:
            return []
        job, text = self.report.job.description, self.report.job.description.document.text
        said = [" ".join(text[quoted.span.start : quoted.span.end].split()) for quoted in (*job.years, *job.degrees)]
        return list(dict.fromkeys(said))

    def standing(self, role: RoleView) -> str:
        """How far a role is ahead, for its row in the ranking."""
        tied = [str(other.number) for other in self.roles if other.score.role_id in self.report.tied_with(role.score)]
        if tied:
            return f"tied with {', '.join(tied)}"
        margin = self.report.margin(role.score)
        return "" if margin is None else f"{margin:.1f} ahead"

    def users(self) -> dict[int, dict[int, RowView]]:
        """By footnote and role number, what a place speaks for: the skill it names or, failing that, one it implies."""
        users: dict[int, dict[int, RowView]] = {place.number: {} for place in self._places.values()}
        for role in self.panels:
            for row in role.rows:
                for evidence in row.score.evidence:
                    of_place = users[self._number(evidence.mention.span)]
                    if evidence.via is None or role.number not in of_place:
                        of_place[role.number] = row
        return users

    def _number(self, span: Span) -> int:
        return self._places[span].number

    def _role(self, number: int, score: RoleScore) -> RoleView:
        total = wording.tenths(score.value)
        columns = wording.column([area.contribution for area in score.areas], total)
        areas = tuple(self._area(number, area, points) for area, points in zip(score.areas, columns, strict=True))
        shown, claimed = wording.column([score.evidenced, score.value - score.evidenced], total)
        next_band = (self.report.next_bands or {}).get(score.role_id)
        lift = wording.lift(next_band, self.skills) if next_band else ""
        return RoleView(number, score, f"{shown / 10:.1f}", f"{claimed / 10:.1f}", areas, lift)

    def _area(self, number: int, score: AreaScore, total: int) -> AreaView:
        best_first = sorted(score.requirements, key=lambda requirement: -requirement.contribution)
        columns = wording.column([requirement.contribution for requirement in best_first], total)
        rows = tuple(self._row(number, r, points) for r, points in zip(best_first, columns, strict=True))
        return AreaView(score, f"{total / 10:.1f}", rows)

    def _row(self, number: int, score: RequirementScore, points: int) -> RowView:
        told = "<0.1" if not points and score.contribution > 0 else f"{points / 10:.1f}"
        sentences: dict[Span, Evidence] = {}
        for evidence in score.evidence if self.with_evidence else ():
            sentences.setdefault(evidence.mention.sentence, evidence)
        quotes = tuple(self._quote(evidence) for evidence in sentences.values())
        return RowView(score, self.skills[score.skill_id], f"r{number}-{score.skill_id}", told, quotes)

    def _quote(self, evidence: Evidence) -> QuoteView:
        document, mention = self.report.document, evidence.mention
        line = f"line {document.line_of(mention.span.start)}"
        place = f"page {document.page_of(mention.span.start)}, {line}" if len(document.page_starts) > 1 else line
        how = wording.how_told(evidence, self.skills)
        speaking = f", from the words {wording.listed(mention.speaking)}" if mention.speaking else ""
        return QuoteView(pieces(document.text, mention), self._number(mention.span), place, how + speaking)
