"""Writes an outcome as JSON: the same outcome, the same bytes."""

from __future__ import annotations

import json

from matcher.core.model import Outcome, Skill
from matcher.writers.outcome import form


def write(outcome: Outcome, skills: dict[str, Skill], with_evidence: bool = True) -> str:
    """`outcome` as `match-report/1`, two spaces a level, non-ASCII letters as they are, one line feed at the end."""
    return json.dumps(form(outcome, skills, with_evidence), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
