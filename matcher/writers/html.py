"""Writes an outcome as one self-contained page that needs no script, no network and no other file."""

from __future__ import annotations

import base64
import hashlib

from matcher.core.model import MatchReport, Outcome, Skill
from matcher.writers.page import PageView
from matcher.writers.templates import environment


def write(outcome: Outcome, skills: dict[str, Skill], with_evidence: bool = True) -> str:
    """`outcome` as an HTML page. Without evidence no text of the document is in it."""
    page = PageView(outcome, skills, with_evidence) if isinstance(outcome, MatchReport) else None
    look = style(len(page.roles) if page else 1)
    policy = content_security_policy(look)
    return rendered(
        "report.html", outcome=outcome, engine=outcome.engine, page=page, served=None, style=look, policy=policy
    )


def style(roles: int) -> str:
    """The style sheet of an answer on which one of so many roles can be chosen."""
    return rendered("report.css", roles=range(1, roles + 1))


def rendered(template: str, **told: object) -> str:
    """A template with what it is told; whatever it prints is made visible and escaped."""
    return environment().get_template(template).render(**told)


def content_security_policy(look: str) -> str:
    """The policy of a page with this style sheet: nothing else may be loaded, and nothing may run."""
    digest = base64.b64encode(hashlib.sha256(look.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
