"""Whether a resume as PDF or Word document says the same as its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from evaluation.corpus import RENDERINGS
from evaluation.intervals import Estimate, share, share_of
from evaluation.measures import Measure, Unit
from evaluation.systems import Answer, System
from matcher import Matcher
from matcher.core.model import MatchReport, Outcome

NEAR = 2.0
"""Points within which the scores of all roles must agree."""


def _pairs(system: System, answers: Sequence[Answer]) -> Iterator[tuple[MatchReport, MatchReport | None]]:
    """The report on each text and on each of its renderings, None if that could not be assessed."""
    assert system.matcher is not None
    for answer in answers:
        for file in _renderings(answer.document.id):
            outcome = _outcome(system.matcher, file)
            if answer.given.report is not None:
                yield answer.given.report, outcome if isinstance(outcome, MatchReport) else None


@cache
def _outcome(matcher: Matcher, file: Path) -> Outcome:
    return matcher.match_file(file)


def _renderings(document_id: str) -> list[Path]:
    return sorted(RENDERINGS.glob(f"{document_id}.*"))


def same_scores(system: System, answers: Sequence[Answer]) -> Estimate:
    """Renderings of which every role's score is within `NEAR` points of the text's."""
    return share_of(
        [after is not None and _distance(before, after) <= NEAR for before, after in _pairs(system, answers)]
    )


def _distance(one: MatchReport, other: MatchReport) -> float:
    points = {role.role_id: role.value for role in one.role_scores}
    return max(abs(points[role.role_id] - role.value) for role in other.role_scores)


def same_mentions(system: System, answers: Sequence[Answer]) -> Estimate:
    """Mentions (skill and evidence kind) that text and rendering share, of all that either has."""
    both = either = 0
    for before, after in _pairs(system, answers):
        one, other = _mentions(before), _mentions(after)
        both += (one & other).total()
        either += (one | other).total()
    return share(both, either)


def _mentions(report: MatchReport | None) -> Counter[tuple[str, str]]:
    return Counter((m.skill_id, m.kind.value) for m in (report.mentions if report else ()))


_GROUP = "PDF and Word renderings"
MEASURES = (
    Measure("rendering_scores", "scores within 2 points of the text's", _GROUP, same_scores, target=1.0),
    Measure("rendering_mentions", "mentions shared with the text", _GROUP, same_mentions, Unit.MENTIONS),
)
