"""The whole way on one screen: bytes to document, document to mentions, mentions to role scores, scores to report."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from matcher import reference_data
from matcher.core import assessable
from matcher.core.finder import Finder
from matcher.core.job_description import Describing, TermFinder
from matcher.core.model import (
    Document,
    Engine,
    JobDescription,
    JobScore,
    MatchReport,
    Outcome,
    ReadingWarning,
    RoleProfile,
    Skill,
)
from matcher.core.scoring import SCORING_VERSION, weigh
from matcher.core.scoring.scorer import Scorer
from matcher.errors import DocumentError, UnknownRoleError
from matcher.intake import content, not_assessable, text_bytes
from matcher.readers import read, read_text
from matcher.uncollected import uncollected
from matcher.version import __version__

_DESCRIPTION = ReadingWarning(
    "role_description",
    "This reads like the description of a role, not like a person's resume; no band above partial is given.",
)


class Matcher:
    """Scores resumes against role profiles. Built once (under half a second), asked many times, keeps nothing.

    `profiles`: a folder of role profiles (*.toml) to use instead of the five that ship with the matcher.
    `roles`: ids of the roles to score; all of them by default. `more`: files of further profiles.
    Raises `ReferenceDataError` for a wrong profile and `UnknownRoleError` for an unknown id.
    """

    @uncollected()
    def __init__(self, profiles: Path | None = None, roles: Iterable[str] = (), more: Sequence[Path] = ()) -> None:
        data = reference_data.load(profiles, more)
        self.skills: dict[str, Skill] = {**data.skills, **data.own_skills}
        self.profiles: tuple[RoleProfile, ...] = _chosen(data.profiles, tuple(roles))
        self.engine = Engine(__version__, SCORING_VERSION, data.sha256)
        self.finder = Finder(data.skills, data.ordinary_words, data.weights)
        self._own_terms = data.own_terms
        self._terms = TermFinder(data.own_terms, self.finder.taxonomy) if data.own_terms else None
        self._describing = Describing(self.finder, self.skills, data.line_weights)
        self._description: JobDescription | None = None
        self._scorer = Scorer(self.profiles, self.skills)

    def narrowed(self, roles: Iterable[str]) -> Matcher:
        """The same matcher for some of its roles (all if none is named), at once. Raises `UnknownRoleError`."""
        other = copy.copy(self)
        other.profiles = _chosen(self.profiles, tuple(roles))
        other._scorer = Scorer(other._scored_profiles(), self.skills)
        return other

    def describe_bytes(self, data: bytes, name: str) -> JobDescription:
        """What a job description asks for. Raises `DocumentError`, `JobDescriptionEmptyError` above all."""
        return self._describing.describe(read(data, name))

    def describe_text(self, text: str, name: str = "job description") -> JobDescription:
        """What a job description asks for that is given as text. Raises as `describe_bytes`."""
        return self._describing.describe(read_text(text, name))

    def against(self, description: JobDescription) -> Matcher:
        """The same matcher, whose reports also tell how far a document shows what `description` asks for.

        Made in milliseconds. The scores of the roles stay what they are.
        """
        other = copy.copy(self)
        other._description = description
        other.skills = {**self.skills, **description.skills}
        other._terms = TermFinder((*self._own_terms, *description.terms), self.finder.taxonomy)
        other._scorer = Scorer(other._scored_profiles(), other.skills)
        return other

    def match_file(self, path: str | Path) -> Outcome:
        """The outcome for the file at `path`. Raises `NothingToReadError` if there is no such readable file."""
        return self.match_bytes(content(Path(path)), Path(path).name)

    def match_bytes(self, data: bytes, name: str) -> Outcome:
        """The outcome for a document's bytes; `name` is its file name, used as a label and for its ending."""
        try:
            return self._match(read(data, name))
        except DocumentError as error:
            return not_assessable(error, self.engine, data)

    def match_text(self, text: str, name: str = "text") -> Outcome:
        """The outcome for a resume given as text."""
        try:
            return self._match(read_text(text, name))
        except DocumentError as error:
            return not_assessable(error, self.engine, text_bytes(text))

    def _match(self, document: Document) -> MatchReport:
        tokens = self.finder.tokenise(document.text)
        assessable.check(tokens, self.finder.ordinary, document.name)
        found = self.finder.find(tokens, self._terms)
        shown = weigh(found.mentions, self.skills, found.is_role_description)
        scores = self._scorer.scores(shown)
        job = JobScore(self._description, scores.pop(0)) if self._description else None
        scores.sort(key=lambda r: (-r.value, r.role_id))
        if found.is_role_description:
            document = replace(document, warnings=(*document.warnings, _DESCRIPTION))
        return MatchReport(self.engine, document, tuple(scores), found.mentions, job)

    def _scored_profiles(self) -> tuple[RoleProfile, ...]:
        """The profiles in the order of their scores: that of the job description first."""
        return (*((self._description.profile,) if self._description else ()), *self.profiles)


def _chosen(profiles: Sequence[RoleProfile], wanted: Sequence[str]) -> tuple[RoleProfile, ...]:
    UnknownRoleError.check(wanted, {profile.id for profile in profiles})
    return tuple(profile for profile in profiles if not wanted or profile.id in wanted)
