"""The words in which answers are told to people, the same in every form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matcher.core.model import (
    Band,
    Document,
    Evidence,
    EvidenceKind,
    How,
    MatchReport,
    NextBand,
    Part,
    RequirementScore,
    RoleScore,
    Skill,
    Status,
    Tier,
)

KINDS: Mapping[EvidenceKind, str] = {
    EvidenceKind.OUTCOME: "shown with a result",
    EvidenceKind.USED: "shown in work",
    EvidenceKind.CERTIFICATE: "certificate or degree",
    EvidenceKind.CERTIFICATE_EXPIRED: "certificate, expired",
    EvidenceKind.CERTIFICATE_IN_PROGRESS: "certificate in progress",
    EvidenceKind.OTHERS: "done by others",
    EvidenceKind.ELSEWHERE: "done elsewhere; not counted",
    EvidenceKind.TITLE: "job title only",
    EvidenceKind.LISTED: "listed, no work shown",
    EvidenceKind.NEGATED: "said not to be there; not counted",
    EvidenceKind.WISHED: "wished for or being learned; not counted",
    EvidenceKind.INTEREST: "an interest; not counted",
    EvidenceKind.REFERENCE: "in a reference; not counted",
    EvidenceKind.ORGANISATION: "part of a name; not counted",
    EvidenceKind.CONTACT: "in the contact details; not counted",
    EvidenceKind.ADVERT: "from a job advert; not counted",
    EvidenceKind.CONSENT: "from a consent note; not counted",
}
HOWS: Mapping[How, str] = {
    How.EXACT: "",
    How.VARIANT: "spelling variant",
    How.LIKELY: "likely",
    How.IMPLIED: "covered",
}
STATUS_MARKS: Mapping[Status, str] = {Status.MET: "●", Status.PARTLY: "◐", Status.CLAIMED: "○", Status.MISSING: "–"}
STATUS_WORDS: Mapping[Status, str] = {
    Status.MET: "met",
    Status.PARTLY: "partly met",
    Status.CLAIMED: "listed only",
    Status.MISSING: "not found",
}
BAND_MARKS: Mapping[Band, str] = {Band.STRONG: "■■■", Band.PARTIAL: "■■□", Band.WEAK: "■□□"}
MEDIA: Mapping[str, str] = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
    "text/markdown": "Markdown",
    "text/plain": "plain text",
}
MATCH_WORDS: Mapping[str, str] = {
    "exact": "the same occupation",
    "close": "much the same occupation",
    "broad": "a wider occupation",
}
"""The SKOS relations of a role to an occupation of a classification."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
CAUTIONS: Mapping[str, str] = {
    "description_is_a_resume": "The job description reads like a person's resume. Was the right text given?",
    "description_is_the_resume": "The job description is the resume itself, word for word.",
}
"""What to check before the score against a job description is believed, by code."""
READ_FIRST = "Read people before you rank them: a score judges a text, and two that show the same can be points apart."
LEFT_OUT: Mapping[Part, str] = {
    Part.ROLE: "about the role",
    Part.COMPANY: "about the company",
    Part.BENEFITS: "benefits",
    Part.EQUAL: "equal opportunity",
    Part.LEGAL: "legal and privacy",
    Part.APPLY: "how to apply",
    Part.PAY: "pay and place",
    Part.NOT_NEEDED: "said not to be needed",
}
"""Parts of a job description that count for nothing."""
TIER_WORDS: Mapping[Tier, str] = {Tier.ESSENTIAL: "essential", Tier.IMPORTANT: "important", Tier.OPTIONAL: "optional"}


def how_told(evidence: Evidence, skills: Mapping[str, Skill]) -> str:
    """What the evidence is and how it was recognised, e.g. "shown in work, likely" or "covered by Splunk"."""
    words = KINDS[evidence.mention.kind]
    if evidence.via is not None:
        words += f", covered by {skills[evidence.via].preferred_label}"
    how = HOWS[evidence.mention.how]
    return f"{words}, {how}" if how else words


def what_would_count(requirement: RequirementScore) -> str:
    """What a person could add to show a missing requirement, where it is true of them."""
    if requirement.status is Status.CLAIMED:
        return "It is listed; say where you did it."
    if requirement.status is Status.PARTLY:
        return "Part of it is shown; say what you did yourself, and with what result."
    return "If it is true of you, add a line of work that shows it."


def lift(next_band: NextBand, skills: Mapping[str, Skill]) -> str:
    """What would lift a role to its next band, e.g. "If MLOps and AI strategy were shown in use, this would be partial,
    at 33.8 points."
    """
    names = [skills[skill_id].preferred_label for skill_id in next_band.skill_ids]
    verb = "was" if len(names) == 1 else "were"
    return (
        f"If {listed(names)} {verb} shown in use, this would be {next_band.band.value}, at {points(next_band.value)}."
    )


def points(value: float) -> str:
    """Points with one decimal; a small contribution is never written as nothing."""
    return "<0.1" if 0.0 < value < 0.05 else f"{value:.1f}"


def headline(report: MatchReport) -> str:
    """What the document shows for the job description or else the best role, e.g. "Strong evidence for Chief Data
    Officer".
    """
    if report.job:
        best = report.job.score
        return (
            f"{best.band.value.capitalize()} evidence for {best.title}"
            if tenths(best.value)
            else f"No evidence for {best.title}"
        )
    best = report.role_scores[0]
    if not tenths(best.value):
        return "No evidence for any role" if len(report.role_scores) > 1 else f"No evidence for {best.title}"
    if best.band is Band.WEAK and len(report.role_scores) > 1:
        return f"Weak evidence for every role, most for {best.title}"
    return f"{best.band.value.capitalize()} evidence for {best.title}"


def standing(report: MatchReport) -> str:
    """How far the best role is ahead, and of what it is not to be told apart."""
    best, *others = report.role_scores
    margin = report.margin(best)
    if margin is None:
        return "the only role asked for"
    if not report.tied_with(best):
        return f"{margin:.1f} points ahead of the next role"
    names = [other.title for other in others if other.role_id in report.tied_with(best)]
    return f"tied with {listed(names)}: less than {report.TIE:g} points apart"


def shown_of(role: RoleScore) -> str:
    """How many of a role's requirements are shown, in one or two sentences."""
    statuses = [requirement.status for area in role.areas for requirement in area.requirements]
    shown, claimed = statuses.count(Status.MET) + statuses.count(Status.PARTLY), statuses.count(Status.CLAIMED)
    least = min(role.areas, key=lambda area: (area.coverage, -area.weight))
    more = f"; {claimed} more {'is' if claimed == 1 else 'are'} only listed" * bool(claimed)
    some = f"{shown} of {counted(len(statuses), 'requirement')} {'is' if shown == 1 else 'are'} shown"
    words = f"{some}, in full or in part{more}."
    return words if least.coverage >= 1.0 else f"{words} Least shown: {least.title}."


def reading(document: Document) -> str:
    """What was read and by what, e.g. "PDF, 2 pages, 3,051 characters, read by pdfium"."""
    pages = len(document.page_starts)
    words = f"{MEDIA.get(document.media_type, document.media_type)}, {counted(pages, 'page')}"
    reader = "" if document.reader == "text" else f", read by {document.reader}"
    return f"{words}, {counted(len(document.text), 'character')}{reader}"


def counted(number: int, thing: str) -> str:
    """ "1 page", "2 pages", "3,051 characters"."""
    return f"{number:,} {thing}{'s' * (number != 1)}"


def numbered(number: int, thing: str) -> str:
    """The same, to begin a heading with: "Five roles"."""
    words = NUMBERS[number].capitalize() if number < len(NUMBERS) else f"{number}"
    return f"{words} {thing}{'s' * (number != 1)}"


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), *names[-1:]] if len(names) > 1 else names)


def percent(share: float) -> str:
    """Whole percent, rounded down: 60 % is never said of what is below it."""
    return f"{int(100.0 * share + 1e-9)} %"


def tenths(value: float) -> int:
    """Points in tenths, as `points` prints them."""
    return round(10.0 * round(value, 1))


def column(values: Sequence[float], total: int) -> list[int]:
    """`values` in tenths, each rounded up or down so that the column adds up to `total` (largest remainder)."""
    exact = [round(10.0 * value, 6) for value in values]
    whole = [int(value) for value in exact]
    by_remainder = sorted(range(len(exact)), key=lambda n: whole[n] - exact[n])
    for n in by_remainder[: max(0, total - sum(whole))]:
        whole[n] += 1
    return whole
