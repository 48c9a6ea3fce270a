"""Resumes that are valid by default, so that a test names only what matters."""

from __future__ import annotations

from collections.abc import Iterable

from matcher.core.model import MatchReport, Outcome, RoleScore, SkillMention

SECURITY_WORK = (
    "Led a team of fourteen analysts and cut the mean time to respond from 9 hours to 40 minutes with Splunk.",
    "Built machine learning models for anomaly detection on login events, which blocked 300 account takeovers.",
    "Rolled out Darktrace and CrowdStrike Falcon across twelve sites.",
    "Owned ISO 27001 certification for the group.",
    "Ran tabletop exercises and wrote the incident response playbooks.",
)
DATA_WORK = (
    "Set up the data governance council and named 40 data stewards; 96 % of critical elements have an owner.",
    "Wrote the data strategy, which the board approved with a budget of 4 million.",
    "Moved the data warehouse to Snowflake and cut reporting cost by 30 %.",
    "Raised data quality scores from 71 % to 98 % in two years.",
    "Led the GDPR programme with the privacy team.",
)


def resume(
    work: Iterable[str] = SECURITY_WORK,
    name: str = "Robin Beispiel",
    contact: str = "robin.beispiel@example.org | +44 7700 900123",
    skills: str = "Python, SQL, Jira",
    summary: str = "Team lead with twelve years in banks and hospitals.",
    extra: str = "",
) -> str:
    """A plain resume with these work lines as bullets."""
    bullets = "\n".join(f"- {line}" for line in work)
    return f"""{name}
{contact}

Summary
{summary}

Experience
Team Lead, Example Works Ltd, 2019 - present
{bullets}

Education
BSc Physics, 2008

Skills
{skills}
{extra}"""


def report(outcome: Outcome) -> MatchReport:
    """The outcome as a report; fails if the text could not be assessed."""
    assert isinstance(outcome, MatchReport), outcome
    return outcome


def scores(outcome: Outcome) -> dict[str, float]:
    """Points by role id."""
    return {role.role_id: role.value for role in report(outcome).role_scores}


def role(outcome: Outcome, role_id: str) -> RoleScore:
    """The score of one role."""
    return next(r for r in report(outcome).role_scores if r.role_id == role_id)


def mentions_of(outcome: Outcome, skill_id: str) -> list[SkillMention]:
    """The mentions of one skill in the order of the text."""
    return [mention for mention in report(outcome).mentions if mention.skill_id == skill_id]
