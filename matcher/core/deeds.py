"""Sentences that tell what was done: one after the other with semicolons, or where a resume lists its skills."""

from __future__ import annotations

from collections.abc import Iterable, Set

from matcher.core.context import MOST_TOLD, items_of
from matcher.core.cues import PAST, Cue
from matcher.core.function_words import FUNCTION_WORDS
from matcher.core.sections import Section, Unit
from matcher.core.sentences import OWN_VERBS
from matcher.core.tokens import CLAUSE, WRAP, Tokens
from matcher.core.trie import Trie

FEWEST_OF_A_DEED = 4
"""Words after the verb from which a sentence among skills tells of work."""
LONGEST_LEAD = 6
"""Words that name a skill before the colon or dash behind which is told what was done with it."""
_OPENS_TEXT = frozenset(":–—-")
_MISPLACED = frozenset({Section.SKILLS, Section.SUMMARY})


class Deeds:
    """Tells deeds in one document. `named`: words that are part of a skill's label."""

    def __init__(self, tokens: Tokens, cues: Trie[Cue], named: Set[int]) -> None:
        self._tokens, self._cues, self._named = tokens, cues, named

    def as_work(self, units: Iterable[Unit]) -> list[Unit]:
        """The units; deeds among skills and in bullets of a summary are work."""
        return [
            unit._replace(section=Section.BODY) if unit.section in _MISPLACED and self._is_misplaced(unit) else unit
            for unit in units
        ]

    def starts(self, unit: Unit) -> list[int]:
        """The first word of a unit, and that of each further deed: "led …; introduced …"."""
        if ";" not in self._tokens.slice(unit.first, unit.last):
            return [unit.first]
        after = (i for i in range(unit.first + 1, unit.last) if ";" in self._tokens.before(i))
        return [unit.first, *(i for i in after if self._is_done(i, unit.last))]

    def _is_misplaced(self, unit: Unit) -> bool:
        """True for a deed among skills, as functional resumes have them, or in a bullet of a summary.

        It opens with what was done: "Built …", "Data quality: cut …". Not "Managing …" or "Develop …", as lists of
        skills and the texts of roles are written, and not what is the name of a skill itself.
        """
        if unit.section is Section.SUMMARY and not unit.is_bullet:
            return False
        near = range(unit.first + 1, min(unit.first + LONGEST_LEAD, unit.last) + 1)
        starts = (unit.first, *(i for i in near if self._opens_text(i)))
        return any(self._is_done(i, unit.last) for i in starts) and items_of(unit, self._tokens) <= MOST_TOLD

    def _opens_text(self, i: int) -> bool:
        """True if word `i` follows a colon or a dash."""
        return self._tokens.gaps[i] >= CLAUSE and not _OPENS_TEXT.isdisjoint(self._tokens.before(i))

    def _is_done(self, first: int, last: int) -> bool:
        """True if words `first` to `last` open with a verb of what was done and say more than the name of a skill."""
        raw, words = self._tokens.raw, self._tokens.words
        first += raw[first].endswith("ly")
        if last - first < FEWEST_OF_A_DEED or not (raw[first].endswith("ed") or raw[first] in PAST):
            return False
        found = self._cues.longest(words, self._tokens.gaps, first, WRAP)
        if found is None or found[1] not in OWN_VERBS or raw[first] == "certified":
            return False
        return any(i not in self._named and words[i] not in FUNCTION_WORDS for i in range(first + 1, last + 1))
