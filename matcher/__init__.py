"""Finds where a resume shows skills and scores it against role profiles, telling where every point came from.

>>> from matcher import Matcher
>>> report = Matcher().match_file("examples/amara-cdo.txt")
>>> [(role.role_id, role.band.value) for role in report.role_scores][0]
('chief_data_officer', 'strong')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matcher.version import __version__

if TYPE_CHECKING:
    from matcher.core.model import MatchReport, NotAssessable, Outcome
    from matcher.isolation import IsolatedMatcher, Limits
    from matcher.pipeline import Matcher

__all__ = ["IsolatedMatcher", "Limits", "MatchReport", "Matcher", "NotAssessable", "Outcome", "__version__"]

_HOMES = {
    "IsolatedMatcher": "matcher.isolation",
    "Limits": "matcher.isolation",
    "Matcher": "matcher.pipeline",
    "MatchReport": "matcher.core.model",
    "NotAssessable": "matcher.core.model",
    "Outcome": "matcher.core.model",
}


def __getattr__(name: str) -> Any:
    """Loads the engine when it is first asked for, so that `matcher --help` answers at once."""
    if name not in _HOMES:
        raise AttributeError(f"module 'matcher' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
