"""Writes an outcome as one self-contained page that needs no script, no network and no other file."""

from __future__ import annotations

import base64
import hashlib
from typing import BinaryIO

from matcher.core.model import MatchReport, Outcome, Skill
from matcher.writers.page import PageView
from matcher.writers.templates import environment

_PIECES = 500
"""Pieces of a template that are written at once: some ten kilobytes."""


def write(outcome: Outcome, skills: dict[str, Skill], with_evidence: bool = True) -> str:
    """`outcome` as an HTML page. Without evidence no text of the document is in it."""
    page = PageView(outcome, skills, with_evidence) if isinstance(outcome, MatchReport) else None
    look = style(len(page.panels) if page else 1)
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


def stream(template: str, output: BinaryIO, **told: object) -> None:
    """Writes a template with what it is told, as UTF-8, piece by piece: what it goes through need not be in memory."""
    pieces = environment().get_template(template).stream(**told)
    pieces.enable_buffering(_PIECES)
    pieces.dump(output, "utf-8")


def content_security_policy(look: str, script: str = "") -> str:
    """The policy of a page with this style sheet and script: nothing else may be loaded, and nothing else may run."""
    runs = f"script-src {_digest(script)}; " if script else ""
    return f"default-src 'none'; {runs}style-src {_digest(look)}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
