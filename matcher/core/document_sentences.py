"""The sentences of one document as they are read, and how many skills share them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Set

from matcher.core import context
from matcher.core.cues import Cue
from matcher.core.deeds import Deeds
from matcher.core.mentions import Sighting
from matcher.core.model import EvidenceKind
from matcher.core.sections import Unit
from matcher.core.sentences import Sentence, read_sentence
from matcher.core.tokens import Tokens
from matcher.core.trie import Trie

MOST_BY_TITLE = 6
"""Skills of a document that job titles alone can show; the development resumes have at most three."""


class Sentences:
    """The sentences of one document, read when they are first asked for, with the skills that share them."""

    def __init__(self, tokens: Tokens, cues: Trie[Cue], named: Set[int], deeds: Deeds) -> None:
        self.tokens, self._cues, self._named, self._deeds = tokens, cues, named, deeds
        self._read: dict[int, Sentence] = {}
        self._working: dict[int, list[str]] = {}
        self._starts: dict[int, list[int]] = {}
        self._titled: list[str] = []

    def __getitem__(self, unit: Unit) -> Sentence:
        if unit.first not in self._read:
            self._read[unit.first] = read_sentence(unit, self.tokens, self._cues, self._named)
        return self._read[unit.first]

    def is_crowded(self, unit: Unit, sighting: Sighting, kind: EvidenceKind) -> bool:
        """True if more skills than one deed can show at work stand before this one in its sentence."""
        if kind not in context.WORKED:
            return False
        starts = self._starts.get(unit.first)
        if starts is None:
            starts = self._starts[unit.first] = self._deeds.starts(unit)
        start = starts[bisect_right(starts, sighting.first) - 1]
        return _is_beyond(context.MOST_IN_A_SENTENCE, sighting.label.skill_id, self._working.setdefault(start, []))

    def is_one_title_too_many(self, skill_id: str, kind: EvidenceKind) -> bool:
        """True if more skills than one career can show by titles alone stand before this one."""
        if kind is not EvidenceKind.TITLE:
            return False
        return _is_beyond(MOST_BY_TITLE, skill_id, self._titled)


def _is_beyond(most: int, skill_id: str, seen: list[str]) -> bool:
    """True if `most` other skills were seen before this one, which is seen now."""
    if skill_id not in seen:
        seen.append(skill_id)
    return seen.index(skill_id) >= most
