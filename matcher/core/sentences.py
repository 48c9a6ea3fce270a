"""Sentences with the words in them that say what their mentions are worth: cues, figures, titles, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from matcher.core.cues import Cue
from matcher.core.function_words import FUNCTION_WORDS
from matcher.core.mentions import Sighting
from matcher.core.sections import WORK, Unit
from matcher.core.title_words import TITLE_WORDS
from matcher.core.tokens import ABBREVIATIONS, CLAUSE, WRAP, Tokens
from matcher.core.trie import Trie

LONGEST_TITLE_LINE = 14
"""Words up to which a line without bullet in a work section can be a job title with employer and dates."""
FEWEST_ITEMS, LONGEST_ITEM = 3, 3
"""Items an enumeration has at least, and words an item of it has at most on average."""
FEWEST_TOLD = 2
"""Words with meaning, besides names of skills, from which a line tells something about them."""
OWN_VERBS = (Cue.LEAD, Cue.RESULT, Cue.WORK)
"""Cues of what the person did."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = frozenset(
    """
    iso iec nist sp bs en rfc cve pci article art regulation eu annex version v level phase office tier top gpt step
    grade class microsoft windows part no number csf stage year module
    """.split()
)
"""Words before a number that names a thing (ISO 27001, Office 365) and measures nothing."""


class Spotted(NamedTuple):
    """A cue at words `first` to `last`, both included."""

    cue: Cue
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A unit with what its words say about the mentions in it. `has_figure`: a number that tells a result or a scale.

    `is_list`: names with nothing told about them.
    """

    unit: Unit
    cues: tuple[Spotted, ...]
    kinds: frozenset[Cue]
    has_figure: bool
    is_title_line: bool
    is_list: bool

    def has(self, *cues: Cue) -> bool:
        """True if one of these cues is in the sentence."""
        return not self.kinds.isdisjoint(cues)


def read_sentence(unit: Unit, tokens: Tokens, cues: Trie[Cue], named: Set[int]) -> Sentence:
    """The cues of `unit` and what kind of line it is. `named`: words that are part of a skill's label."""
    spotted = tuple(_spot(unit, tokens, cues))
    is_title = _is_title_line(unit, spotted, tokens)
    has_figure = _has_figure(unit, tokens, named)
    verbs = any(s.cue in OWN_VERBS and s.first not in named for s in spotted)
    kinds = frozenset(s.cue for s in spotted)
    return Sentence(unit, spotted, kinds, has_figure, is_title, not verbs and _is_list(unit, tokens, named, has_figure))


def _is_title_line(unit: Unit, spotted: Sequence[Spotted], tokens: Tokens) -> bool:
    """True for a short line with a job title or a year that does not open with a deed."""
    if unit.is_bullet or unit.last - unit.first >= LONGEST_TITLE_LINE:
        return False
    if any(s.cue in (Cue.LEAD, Cue.RESULT) and s.first <= unit.first + 1 for s in spotted):
        return False
    sign = tokens.text[tokens.ends[unit.last] : tokens.ends[unit.last] + 1]
    if sign == ";" or (sign == "." and tokens.raw[unit.last] not in ABBREVIATIONS):
        return False
    is_titled = not TITLE_WORDS.isdisjoint(tokens.words[unit.first : unit.last + 1])
    return is_titled or bool(_YEAR.search(tokens.slice(unit.first, unit.last)))


def _is_list(unit: Unit, tokens: Tokens, named: Set[int], has_figure: bool) -> bool:
    """True for an enumeration of short items, and for names with too few other words to tell anything.

    Under a job, where fragments are usual ("CrowdStrike on all endpoints"), only bare names are a list.
    """
    places = range(unit.first, unit.last + 1)
    words, gaps = tokens.words, tokens.gaps
    told = len([i for i in places if i not in named and words[i] not in FUNCTION_WORDS and not words[i].isdigit()])
    items = 1 + len([i for i in places[1:] if gaps[i] >= CLAUSE])
    if has_figure and told and items < FEWEST_ITEMS:
        return False
    if unit.section in WORK:
        return told == 0 or (items >= FEWEST_ITEMS and told < items)
    return told < FEWEST_TOLD or (items >= FEWEST_ITEMS and len(places) <= LONGEST_ITEM * items)


def _has_figure(unit: Unit, tokens: Tokens, named: Set[int]) -> bool:
    for i, word in enumerate(tokens.raw[unit.first : unit.last + 1], unit.first):
        if word[0].isdigit() and i not in named and not _YEAR.fullmatch(word) and tokens.words[i - 1] not in _NUMBERED:
            return True
    return False


def _spot(unit: Unit, tokens: Tokens, cues: Trie[Cue]) -> Iterator[Spotted]:
    free = 0
    for i in map(unit.first.__add__, cues.openings(tokens.words[unit.first : unit.last + 1])):
        if i >= free:
            found = cues.longest(tokens.words, tokens.gaps, i, WRAP)
            if found is not None and found[0] <= unit.last + 1:
                free, cue = found
                if cue is not Cue.NEUTRAL:
                    yield Spotted(cue, i, free - 1)


def segment(sighting: Sighting, unit: Unit, tokens: Tokens) -> range:
    """Indexes of the words between the commas, bars or brackets around a mention."""
    first, last = sighting.first, sighting.last
    while first > unit.first and tokens.gaps[first] < CLAUSE and tokens.words[first - 1] not in ("at", "from"):
        first -= 1
    while last < unit.last and tokens.gaps[last + 1] < CLAUSE and tokens.words[last + 1] not in ("at", "from"):
        last += 1
    return range(first, last + 1)
