"""An outcome as plain dictionaries in the shape of `match-report/1`, the form of every machine-readable answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite

from matcher.core.model import (
    AreaScore,
    Document,
    Engine,
    EscoConcept,
    Evidence,
    JobDescription,
    MatchReport,
    NextBand,
    NotAssessable,
    Occupation,
    Outcome,
    Quoted,
    RequirementScore,
    RoleScore,
    Skill,
    Wanted,
)
from matcher.writers.outcome_form import (
    AreaForm,
    DocumentForm,
    EngineForm,
    EscoForm,
    EvidenceForm,
    JobForm,
    MissingForm,
    NamedForm,
    NextBandForm,
    NotAssessableForm,
    OccupationForm,
    OutcomeForm,
    QuotedForm,
    ReportForm,
    RequirementForm,
    RoleForm,
    WantedForm,
)
from matcher.writers.quoting import quote

DIGITS = 9
"""Decimals of a number: enough for contributions to add up to the score within 1e-6."""
NOTICES = (
    "The score says how much of a role profile this text shows. It is no probability and judges a text, not a person.",
    "Name, contact, age, nationality, schools, employers, dates and gaps are never scored.",
    "Bands rest on evidence alone; skills that are only listed add a few points and never move a band.",
    "A person must decide: read the quotes, and what was not found, before acting on a score.",
)


def form(outcome: Outcome, skills: Mapping[str, Skill], with_evidence: bool = True) -> OutcomeForm:
    """`outcome` as dictionaries, lists, texts and numbers. Without evidence no text of the document is in it."""
    if isinstance(outcome, NotAssessable):
        return _not_assessable(outcome)
    return _report(outcome, skills, with_evidence)


def _engine(engine: Engine) -> EngineForm:
    return EngineForm(
        version=engine.version, scoring_version=engine.scoring_version, reference_sha256=engine.reference_sha256
    )


def _not_assessable(outcome: NotAssessable) -> NotAssessableForm:
    return NotAssessableForm(
        schema="match-report/1",
        status="not_assessable",
        engine=_engine(outcome.engine),
        document={"name": outcome.name, "sha256": outcome.sha256},
        problem={"code": outcome.code, "detail": outcome.detail, "way_out": outcome.way_out},
        notices=["What cannot be read is said, never scored as 0."],
    )


def _report(report: MatchReport, skills: Mapping[str, Skill], with_evidence: bool) -> ReportForm:
    made = ReportForm(
        schema="match-report/1",
        status="assessed",
        engine=_engine(report.engine),
        document=_document(report.document),
        roles=[_role(rank, role, report, skills, with_evidence) for rank, role in enumerate(report.role_scores, 1)],
        notices=list(NOTICES),
    )
    if report.job:
        told = report.skills_with(skills)
        role = _role(1, report.job.score, report, told, with_evidence)
        made["job_description"] = job_form(report.job.description, told, role, report.job.cautions(report.document))
    return made


def job_form(
    job: JobDescription, skills: Mapping[str, Skill], role: RoleForm | None = None, cautions: Sequence[str] = ()
) -> JobForm:
    """What was understood of a job description, and how far a document shows it. `skills`: with those of `job`."""
    text = job.document.text
    return JobForm(
        title=job.title,
        document=_document(job.document),
        requirements=[_wanted(wanted, text, skills) for wanted in job.requirements],
        years=[_quoted(years, text) for years in job.years],
        degrees=[_quoted(degree, text) for degree in job.degrees],
        left_out={part.value: count for part, count in sorted(job.left_out.items())},
        cautions=list(cautions),  # type: ignore[arg-type]
        role=role,
    )


def _wanted(wanted: Wanted, text: str, skills: Mapping[str, Skill]) -> WantedForm:
    return WantedForm(
        skill_id=wanted.skill_id,
        label=skills[wanted.skill_id].preferred_label,
        tier=wanted.tier.value,
        line=wanted.line,
        surface_form=text[wanted.span.start : wanted.span.end],
        quote=" ".join(text[wanted.quote.start : wanted.quote.end].split()),
        why=wanted.why,
        group=wanted.group,
        from_description=wanted.is_term,
    )


def _quoted(quoted: Quoted, text: str) -> QuotedForm:
    return QuotedForm(quote=" ".join(text[quoted.span.start : quoted.span.end].split()), years=quoted.value)


def _document(document: Document) -> DocumentForm:
    return DocumentForm(
        name=document.name,
        sha256=document.sha256,
        media_type=document.media_type,
        pages=len(document.page_starts),
        characters=len(document.text),
        reader=document.reader,
        warnings=[{"code": w.code, "page": w.page, "detail": w.detail} for w in document.warnings],
    )


def _role(
    rank: int, role: RoleScore, report: MatchReport, skills: Mapping[str, Skill], with_evidence: bool
) -> RoleForm:
    told = RoleForm(
        id=role.role_id,
        title=role.title,
        rank=rank,
        tied_with=list(report.tied_with(role)) if role in report.role_scores else [],
        score=_number(role.value),
        evidenced=_number(role.evidenced),
        band=role.band.value,
        margin_to_next=_optional(report.margin(role)) if role in report.role_scores else None,
        gates=[{"title": g.title, "fulfilment": _number(g.fulfilment), "any_of": list(g.any_of)} for g in role.gates],
        areas=[_area(area, report.document, skills, with_evidence) for area in role.areas],
        missing=[_missing(requirement, skills) for requirement in role.missing],
    )
    if role.occupations:
        told["occupations"] = [_occupation(occupation) for occupation in role.occupations]
    if report.next_bands is not None:
        told["next_band"] = _next_band(report.next_bands[role.role_id], skills)
    return told


def _next_band(lift: NextBand | None, skills: Mapping[str, Skill]) -> NextBandForm | None:
    if lift is None:
        return None
    named = [NamedForm(skill_id=s, label=skills[s].preferred_label) for s in lift.skill_ids]
    return NextBandForm(band=lift.band.value, score=_number(lift.value), skills=named)  # type: ignore[typeddict-item]


def _occupation(occupation: Occupation) -> OccupationForm:
    scheme, code, label, match = occupation
    return OccupationForm(scheme=scheme, code=code, label=label, match=match)


def _area(area: AreaScore, document: Document, skills: Mapping[str, Skill], with_evidence: bool) -> AreaForm:
    return AreaForm(
        title=area.title,
        weight=area.weight,
        coverage=_number(area.coverage),
        contribution=_number(area.contribution),
        claimed=_number(area.claimed),
        requirements=[_requirement(r, document, skills, with_evidence) for r in area.requirements],
    )


def _requirement(
    requirement: RequirementScore, document: Document, skills: Mapping[str, Skill], with_evidence: bool
) -> RequirementForm:
    skill = skills[requirement.skill_id]
    return RequirementForm(
        skill_id=skill.id,
        label=skill.preferred_label,
        esco=_esco(skill.esco),
        tier=requirement.tier.value,
        status=requirement.status.value,
        strength=_number(requirement.strength),
        contribution=_number(requirement.contribution),
        gain_if_shown=_number(requirement.gain_if_shown),
        evidence=[_evidence(e, document) for e in requirement.evidence] if with_evidence else [],
    )


def _esco(concept: EscoConcept | None) -> EscoForm | None:
    return None if concept is None else EscoForm(uri=concept.uri, label=concept.label, match=concept.match)


def _evidence(evidence: Evidence, document: Document) -> EvidenceForm:
    mention = evidence.mention
    return EvidenceForm(
        kind=mention.kind.value,
        how=evidence.how.value,
        strength=_number(evidence.strength),
        surface_form=mention.surface_form,
        via=evidence.via,
        speaking=list(mention.speaking),
        page=document.page_of(mention.span.start),
        line=document.line_of(mention.span.start),
        start=mention.span.start,
        end=mention.span.end,
        quote=quote(document.text, mention),
    )


def _missing(requirement: RequirementScore, skills: Mapping[str, Skill]) -> MissingForm:
    return MissingForm(
        skill_id=requirement.skill_id,
        label=skills[requirement.skill_id].preferred_label,
        tier=requirement.tier.value,
        status=requirement.status.value,
        gain_if_shown=_number(requirement.gain_if_shown),
    )


def _number(value: float) -> float:
    if not isfinite(value):
        raise ValueError("no number: JSON has no form for it")
    return round(value, DIGITS) if value else 0.0


def _optional(value: float | None) -> float | None:
    return None if value is None else _number(value)
