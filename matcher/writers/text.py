"""Writes an outcome as text to read on a terminal: the ranking, why, and what is missing."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from matcher.core.model import (
    AreaScore,
    Document,
    JobScore,
    MatchReport,
    NotAssessable,
    Outcome,
    RequirementScore,
    RoleScore,
    Skill,
    SkillMention,
    Status,
)
from matcher.core.scoring.numbers import FULL_COVERAGE, PARTIAL_SCORE, STRONG_GATE, STRONG_SCORE
from matcher.writers import wording
from matcher.writers.quoting import pieces

WIDTH = 100
BAR = 30
NOTHING = 0.05
"""Points below which a score is shown as 0.0."""
WORTH_TELLING = 10.0
"""Points from which a role tied with the first has its own list of missing skills."""
MOST_MISSING = 10
"""Missing skills that are listed; the JSON has them all."""
MOST_QUOTES = 2
"""Quotes a requirement; the JSON has them all."""

_STYLES = {"bold": "1", "dim": "2", "mark": "30;43", "bar": "36", "warn": "33"}
Paint = Callable[[str, str], str]


def write(outcome: Outcome, skills: dict[str, Skill], with_evidence: bool = True, color: bool = False) -> str:
    """`outcome` as lines of at most about `WIDTH` characters. `color`: with ANSI escapes for a terminal."""
    paint = _colored if color else _plain
    if isinstance(outcome, NotAssessable):
        return f"{outcome.name}: {outcome.detail} {outcome.way_out}\n"
    return "\n".join(line.rstrip() for line in _lines(outcome, skills, with_evidence, paint)) + "\n"


def _plain(text: str, style: str) -> str:
    return text


def _colored(text: str, style: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if text else ""


def _lines(report: MatchReport, skills: dict[str, Skill], with_evidence: bool, paint: Paint) -> Iterator[str]:
    yield from _head(report, paint)
    yield ""
    if report.job:
        yield from _job(report, report.job, report.skills_with(skills), with_evidence, paint)
        yield from ("", paint("Beside it, the roles", "bold"))
    yield from _ranking(report, paint)
    if report.role_scores[0].value < NOTHING:
        yield from ("", "Nothing of what these roles ask for was found in this text.")
    elif not report.job:
        yield from _why(report, skills, with_evidence, paint)
    yield from ("", paint("How this is made", "bold"))
    yield from textwrap.wrap(_HOW, WIDTH, initial_indent="  ", subsequent_indent="  ")


def _job(
    report: MatchReport, job: JobScore, skills: Mapping[str, Skill], with_evidence: bool, paint: Paint
) -> Iterator[str]:
    """How far the document shows what the job description asks for."""
    count = len({wanted.skill_id for wanted in job.description.requirements})
    yield paint(f"Against the job description you gave: {count} requirements found in it", "bold")
    for caution in job.cautions(report.document):
        yield paint(f"  ! {wording.CAUTIONS[caution]}", "warn")
    longest = max(len(role.title) for role in (job.score, *report.role_scores))
    yield f"  ·  {_row(job.score, longest, paint)}"
    if job.score.value >= NOTHING:
        yield from ("", paint(f"Why {job.score.title}: {job.score.value:.1f} points", "bold"))
        for area in job.score.areas:
            yield from _area(area, report.document, skills, with_evidence, paint)
    yield from _missing(job.score, report, skills, paint)


def _why(report: MatchReport, skills: Mapping[str, Skill], with_evidence: bool, paint: Paint) -> Iterator[str]:
    best = report.role_scores[0]
    yield from ("", paint(f"Why {best.title}: {best.value:.1f} points", "bold"), "")
    yield from _gates(best, paint)
    for area in best.areas:
        yield from _area(area, report.document, skills, with_evidence, paint)
    for role in report.role_scores[: 1 + len(report.tied_with(best))]:
        if role is best or role.value >= WORTH_TELLING:
            yield from _missing(role, report, skills, paint)


_HOW = (
    "Points come from evidence: work with a result counts 1, other work 0.8, a certificate 0.7; a skill that is only "
    "listed adds little and moves no band. Nobody needs everything: "
    f"{FULL_COVERAGE:.0%} of an area's weight covers it. "
    f"strong: {STRONG_SCORE:g} points from evidence and every gate at {STRONG_GATE:.0%}; partial: {PARTIAL_SCORE:g}. "
    "Names, schools, employers, dates and gaps are never scored. The score judges this text, not the person; a human "
    "decides. `--format json` has every mention."
)


def _head(report: MatchReport, paint: Paint) -> Iterator[str]:
    document = report.document
    pages = len(document.page_starts)
    about = f"{pages} page{'s' * (pages != 1)}, {len(document.text):,} characters, read by {document.reader}"
    yield f"{paint(_printable(document.name), 'bold')}  {paint(about, 'dim')}"
    for warning in document.warnings:
        where = f"page {warning.page}: " if warning.page else ""
        yield paint(f"  ! {where}{warning.detail}", "warn")


def _ranking(report: MatchReport, paint: Paint) -> Iterator[str]:
    longest = max(len(role.title) for role in report.role_scores)
    for rank, role in enumerate(report.role_scores, 1):
        margin = report.margin(role)
        tie = "  tied" if report.tied_with(role) else ""
        ahead = f"  {margin:.1f} ahead" if rank == 1 and margin else ""
        yield f"  {rank}  {_row(role, longest, paint)}{ahead}{tie}"
    key = f"{'█' * 2} shown  {'▒' * 2} only listed"
    yield paint(f"  {'':{longest + 5}}{key}", "dim")


def _row(role: RoleScore, longest: int, paint: Paint) -> str:
    bar, mark = _bar(role, paint), wording.BAND_MARKS[role.band]
    return f"{role.title:<{longest}}  {bar} {role.value:5.1f}  {mark} {role.band.value:<7}"


def _bar(role: RoleScore, paint: Paint) -> str:
    shown = round(BAR * role.evidenced / 100)
    listed = round(BAR * role.value / 100) - shown
    return paint("█" * shown, "bar") + paint("▒" * listed, "bar") + paint("·" * (BAR - shown - listed), "dim")


def _gates(role: RoleScore, paint: Paint) -> Iterator[str]:
    for gate in role.gates:
        mark = "ok " if gate.fulfilment >= 0.6 else "low"
        yield f"  gate {mark} {gate.fulfilment:4.0%}  {gate.title}"


def _area(
    area: AreaScore, document: Document, skills: Mapping[str, Skill], with_evidence: bool, paint: Paint
) -> Iterator[str]:
    yield ""
    full = 100 * area.weight
    heading = f"{area.title}  {wording.points(area.contribution)} of {full:.0f}"
    yield "  " + paint(heading, "bold") + paint(f"  coverage {area.coverage:.0%}", "dim")
    found = [r for r in area.requirements if r.status in (Status.MET, Status.PARTLY, Status.CLAIMED)]
    for requirement in sorted(found, key=lambda r: -r.contribution):
        yield from _requirement(requirement, document, skills, with_evidence, paint)
    absent = [skills[r.skill_id].preferred_label for r in area.requirements if r.status is Status.MISSING]
    if absent:
        yield from textwrap.wrap(
            f"– not found: {', '.join(absent)}", WIDTH, initial_indent="    ", subsequent_indent="      "
        )


def _requirement(
    requirement: RequirementScore, document: Document, skills: Mapping[str, Skill], with_evidence: bool, paint: Paint
) -> Iterator[str]:
    mark = wording.STATUS_MARKS[requirement.status]
    label = skills[requirement.skill_id].preferred_label
    yield f"    {mark} {label}  {paint('+' + wording.points(requirement.contribution), 'bold')}"
    for evidence in islice(requirement.evidence, MOST_QUOTES if with_evidence else 0):
        mention = evidence.mention
        place = f"p{document.page_of(mention.span.start)} l{document.line_of(mention.span.start)}"
        yield paint(f"        {place}  {wording.how_told(evidence, skills)}", "dim")
        yield from _quote(document.text, evidence.mention, paint)


def _quote(text: str, mention: SkillMention, paint: Paint) -> Iterator[str]:
    before, middle, after = (_printable(piece) for piece in pieces(text, mention))
    marked = f"“{before}\x01{middle}\x02{after}”"
    is_open = False
    for line in textwrap.wrap(marked, WIDTH - 10):
        parts, rest = "", line
        while rest:
            sign = "\x02" if is_open else "\x01"
            piece, found, rest = rest.partition(sign)
            parts += paint(piece, "mark") if is_open else piece
            is_open = is_open != bool(found)
        yield f"          {parts}"


def _missing(role: RoleScore, report: MatchReport, skills: Mapping[str, Skill], paint: Paint) -> Iterator[str]:
    missing = role.missing
    if not missing:
        return
    yield from ("", paint(f"Missing for {role.title}, by what showing it would gain", "bold"))
    for requirement in missing[:MOST_MISSING]:
        label = skills[requirement.skill_id].preferred_label
        state = wording.STATUS_WORDS[requirement.status]
        yield f"  +{requirement.gain_if_shown:4.1f}  {label}  {paint(f'{requirement.tier.value}, {state}', 'dim')}"
    if len(missing) > MOST_MISSING:
        yield paint(f"        and {len(missing) - MOST_MISSING} more", "dim")
    lift = (report.next_bands or {}).get(role.role_id)
    if lift is not None:
        yield from textwrap.wrap(wording.lift(lift, skills), WIDTH, initial_indent="  ", subsequent_indent="  ")


def _printable(text: str) -> str:
    """`text` without control characters, so that a document cannot steer the terminal."""
    return "".join(c if c.isprintable() else " " for c in text)
