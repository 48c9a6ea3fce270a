"""The whole way on one screen: bytes to document, document to mentions, mentions to role scores, scores to report."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from matcher import reference_data
from matcher.core import assessable
from matcher.core.finder import Finder
from matcher.core.model import (
    Document,
    Engine,
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
from matcher.version import __version__

_DESCRIPTION = ReadingWarning(
    "role_description",
    "This reads like the description of a role, not like a person's resume; no band above partial is given.",
)


class Matcher:
    """Scores resumes against role profiles. Built once (under half a second), asked many times, keeps nothing.

    `profiles`: a folder of role profiles (*.toml) to use instead of the five that ship with the matcher.
    `roles`: ids of the roles to score; all of them by default.
    Raises `ReferenceDataError` for a wrong profile and `UnknownRoleError` for an unknown id.
    """

    def __init__(self, profiles: Path | None = None, roles: Iterable[str] = ()) -> None:
        data = reference_data.load(profiles)
        self.skills: dict[str, Skill] = dict(data.skills)
        self.profiles: tuple[RoleProfile, ...] = _chosen(data.profiles, tuple(roles))
        self.engine = Engine(__version__, SCORING_VERSION, data.sha256)
        self.finder = Finder(data.skills, data.ordinary_words, data.weights)
        self._scorer = Scorer(self.profiles, data.skills)

    def narrowed(self, roles: Iterable[str]) -> Matcher:
        """The same matcher for some of its roles (all if none is named), at once. Raises `UnknownRoleError`."""
        other = copy.copy(self)
        other.profiles = _chosen(self.profiles, tuple(roles))
        other._scorer = Scorer(other.profiles, self.skills)
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
        found = self.finder.find(tokens)
        shown = weigh(found.mentions, self.skills, found.is_role_description)
        scores = sorted(self._scorer.scores(shown), key=lambda r: (-r.value, r.role_id))
        if found.is_role_description:
            document = replace(document, warnings=(*document.warnings, _DESCRIPTION))
        return MatchReport(self.engine, document, tuple(scores), found.mentions)


def _chosen(profiles: Sequence[RoleProfile], wanted: Sequence[str]) -> tuple[RoleProfile, ...]:
    UnknownRoleError.check(wanted, {profile.id for profile in profiles})
    return tuple(profile for profile in profiles if not wanted or profile.id in wanted)
