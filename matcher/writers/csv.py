"""Writes outcomes as comma-separated values for a spreadsheet (RFC 4180, UTF-8 with a byte order mark)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from matcher.core.model import (
    AreaScore,
    Evidence,
    MatchReport,
    NotAssessable,
    Outcome,
    RequirementScore,
    RoleScore,
    Skill,
)
from matcher.writers.quoting import quote

COLUMNS = (
    *("document", "status", "role_id", "role", "rank", "score", "band", "area", "skill_id", "skill", "tier"),
    *("requirement", "points", "gain_if_shown", "page", "line", "kind", "quote", "problem"),
)
SUMMARY_COLUMNS = (
    *("document", "status", "role_id", "role", "rank", "score", "band", "margin_to_next", "tied_with"),
    *("met", "partly", "claimed", "missing", "problem"),
)
BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets take UTF-8 for the code page of the machine and break every letter that is not English."""
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")
"""What a spreadsheet may take for the start of a formula or a command (OWASP, CSV injection)."""

Row = Mapping[str, object]


def write(outcome: Outcome, skills: dict[str, Skill], with_evidence: bool = True) -> str:
    """One row a requirement of each role, best role first; without evidence no page, line or quote.

    A document that is not assessable is one row with its problem. Points have six decimals, so that they add up.
    """
    if isinstance(outcome, NotAssessable):
        return _table(COLUMNS, [_refused(outcome)])
    return _table(COLUMNS, _requirements(outcome, skills, with_evidence))


def summary(outcomes: Iterable[Outcome]) -> str:
    """One row a document and role, documents in their order and the best role first."""
    return _table(SUMMARY_COLUMNS, (row for outcome in outcomes for row in _roles(outcome)))


def inert(value: object) -> object:
    """`value`; a text that a spreadsheet could run gets an apostrophe before it, which the cell then does not show."""
    text = value if type(value) is str else ""
    at_risk = text.lstrip().startswith(_FORMULA) or text.startswith(("\t", "\r", "\n"))
    return f"'{text}" if at_risk else value


def _table(columns: tuple[str, ...], rows: Iterable[Row]) -> str:
    """Every cell as `inert` makes it, so that no row can be forgotten."""
    out = io.StringIO(newline="")
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([safe(row.get(column, "")) for column in columns] for row in rows)
    return out.getvalue()


def safe(value: object) -> object:
    """A text as one that can be encoded and cannot be run; halves of surrogate pairs become question marks."""
    if type(value) is str:
        value = value.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")
    return inert(value)


def _requirements(report: MatchReport, skills: Mapping[str, Skill], with_evidence: bool) -> Iterator[Row]:
    skills = report.skills_with(skills)
    for rank, role in _ranked(report):
        of_role = _role(report, rank, role)
        for area in role.areas:
            for requirement in area.requirements:
                of_requirement = _requirement(area, requirement, skills[requirement.skill_id])
                best = requirement.evidence[0] if requirement.evidence and with_evidence else None
                yield {**of_role, **of_requirement, **(_evidence(report, best) if best else {})}


def _ranked(report: MatchReport) -> Iterator[tuple[int | None, RoleScore]]:
    """The roles with their ranks; first, without one, what a job description asks for."""
    if report.job:
        yield None, report.job.score
    yield from enumerate(report.role_scores, 1)


def _role(report: MatchReport, rank: int | None, role: RoleScore) -> Row:
    told = {"document": report.document.name, "status": "assessed", "role_id": role.role_id, "role": role.title}
    return {**told, "rank": rank or "", "score": _number(role.value), "band": role.band.value}


def _requirement(area: AreaScore, requirement: RequirementScore, skill: Skill) -> Row:
    return {
        "area": area.title,
        "skill_id": skill.id,
        "skill": skill.preferred_label,
        "tier": requirement.tier.value,
        "requirement": requirement.status.value,
        "points": _number(requirement.contribution),
        "gain_if_shown": _number(requirement.gain_if_shown),
    }


def _evidence(report: MatchReport, evidence: Evidence) -> Row:
    document, mention = report.document, evidence.mention
    return {
        "page": document.page_of(mention.span.start),
        "line": document.line_of(mention.span.start),
        "kind": mention.kind.value,
        "quote": quote(document.text, mention),
    }


def _roles(outcome: Outcome) -> Iterator[Row]:
    if isinstance(outcome, NotAssessable):
        yield _refused(outcome)
        return
    for rank, role in _ranked(outcome):
        statuses = [requirement.status.value for area in role.areas for requirement in area.requirements]
        counts = {status: statuses.count(status) for status in ("met", "partly", "claimed", "missing")}
        margin = outcome.margin(role) if rank else None
        tied = outcome.tied_with(role) if rank else ()
        told = {"margin_to_next": "" if margin is None else _number(margin)}
        yield {**_role(outcome, rank, role), **told, "tied_with": " ".join(tied), **counts}


def _refused(outcome: NotAssessable) -> Row:
    problem = f"{outcome.code}: {outcome.detail} {outcome.way_out}".rstrip()
    return {"document": outcome.name, "status": "not_assessable", "problem": problem}


def _number(value: float) -> str:
    return f"{value:.6f}"
