"""What is compared: ways to give a text a score for each role, and the answers they gave for the labelled documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from evaluation.corpus import LabelledDocument
from matcher import Matcher
from matcher.core.model import MatchReport

Scores = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Given:
    """What a system says of one text: points by role id, none if not assessable; the report where it is our engine."""

    scores: Scores
    report: MatchReport | None = None

    @property
    def ranking(self) -> tuple[str, ...]:
        """Role ids, best first, ties by id."""
        return tuple(sorted(self.scores, key=lambda role_id: (-self.scores[role_id], role_id)))

    @property
    def best(self) -> float:
        """The highest score for any role."""
        return max(self.scores.values(), default=0.0)


@dataclass(frozen=True, slots=True)
class System:
    """`matcher` is None for systems that find no mentions."""

    name: str
    ask: Callable[[str], Given]
    matcher: Matcher | None = field(default=None, repr=False)

    def answers(self, documents: Iterable[LabelledDocument]) -> tuple[Answer, ...]:
        """An answer for each document."""
        return tuple(Answer(document, self.ask(document.text)) for document in documents)


@dataclass(frozen=True, slots=True)
class Answer:
    """A labelled document and what a system gave for it."""

    document: LabelledDocument
    given: Given

    @property
    def is_right_role(self) -> bool:
        """True if the labelled role comes first."""
        return self.given.ranking[:1] == (self.document.role,)

    @property
    def band(self) -> str:
        """The band for the document's own role, for outsiders the best of all; "not assessable" without a report."""
        if self.given.report is None:
            return "not assessable"
        own = {role.role_id: role.band.value for role in self.given.report.role_scores}
        return own.get(self.document.role) or min(own.values(), key=BANDS.index)


BANDS = ("strong", "partial", "weak")


def engine(matcher: Matcher, name: str = "this engine") -> System:
    """The matcher as a system; it remembers its answers, which many measures look at."""

    @cache
    def ask(text: str) -> Given:
        outcome = matcher.match_text(text)
        if not isinstance(outcome, MatchReport):
            return Given({})
        return Given({role.role_id: role.value for role in outcome.role_scores}, outcome)

    return System(name, ask, matcher)
