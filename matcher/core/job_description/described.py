"""Finds the terms of a job description in resumes: by their labels as the taxonomy is found, or by their stems."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from matcher.core import mentions, taxonomy
from matcher.core.job_description.terms import content_stems
from matcher.core.mentions import Sighting
from matcher.core.model import How, Skill
from matcher.core.paraphrase import stems_of
from matcher.core.sections import Unit
from matcher.core.taxonomy import Label, Taxonomy
from matcher.core.tokens import Tokens, words_of

FURTHEST = 5
"""Words that may stand between those of a term that is written in another order: rotated the stock."""
SHORTEST_STEM = 4
"""Letters from which one stem alone is enough: filleting, filleted."""


class Sighted(NamedTuple):
    """A term in a sentence. `speaking`: the words that tell it, where it is not written as a label."""

    sighting: Sighting
    unit: Unit
    how: How
    speaking: tuple[int, ...] = ()


class TermFinder:
    """Finds the terms of one job description. Built from its terms in milliseconds, holds nothing of any resume."""

    def __init__(self, terms: Iterable[Skill], base: Taxonomy) -> None:
        kept = tuple(terms)
        self._taxonomy = taxonomy.beside(base, kept)
        self._stems: dict[str, list[tuple[Label, frozenset[str]]]] = {}
        for term, words in zip(kept, words_of([t.preferred_label for t in kept]), strict=True):
            stems = frozenset(content_stems(words))
            if len(stems) > 1 or any(len(stem) >= SHORTEST_STEM and not stem.isdigit() for stem in stems):
                self._stems.setdefault(min(stems), []).append((Label(term.id, ""), stems))

    def sight(self, tokens: Tokens, units: list[Unit]) -> Iterator[Sighted]:
        """The terms in the text's sentences."""
        seen: set[tuple[int, str]] = set()
        for sighting, unit in mentions.disambiguate(mentions.sight(tokens, self._taxonomy), units, tokens):
            seen.add((unit.first, sighting.label.skill_id))
            yield Sighted(sighting, unit, How.VARIANT if sighting.distance else How.EXACT)
        yield from self._by_stems(tokens, units, seen)

    def _by_stems(self, tokens: Tokens, units: Sequence[Unit], seen: set[tuple[int, str]]) -> Iterator[Sighted]:
        distinct = list(set(tokens.words))
        stem_of = dict(zip(distinct, stems_of(distinct), strict=True))
        places: dict[str, list[int]] = {}
        for i, word in enumerate(tokens.words):
            places.setdefault(stem_of[word], []).append(i)
        for first_stem, terms in self._stems.items():
            if first_stem not in places:
                continue
            for label, stems in terms:
                if stems <= places.keys():
                    yield from self._together(label, stems, places, units, seen)

    def _together(
        self,
        label: Label,
        stems: frozenset[str],
        places: Mapping[str, Sequence[int]],
        units: Sequence[Unit],
        seen: set[tuple[int, str]],
    ) -> Iterator[Sighted]:
        """The sentences in which all `stems` of a term stand near each other, each once."""
        rarest = min(stems, key=lambda stem: (len(places[stem]), stem))
        for at in places[rarest]:
            unit = _unit_at(at, units)
            if unit is None or (unit.first, label.skill_id) in seen:
                continue
            near = [_nearest(at, places[stem], unit) for stem in stems]
            found = sorted(i for i in near if i is not None)
            if len(found) == len(stems) and found[-1] - found[0] <= FURTHEST + len(stems):
                seen.add((unit.first, label.skill_id))
                yield Sighted(Sighting(label, found[0], found[-1]), unit, How.LIKELY, tuple(found))


def _unit_at(at: int, units: Sequence[Unit]) -> Unit | None:
    """The sentence that holds word `at`."""
    number = bisect_left(units, at, key=lambda unit: unit.last)
    return units[number] if number < len(units) and units[number].first <= at else None


def _nearest(at: int, places: Sequence[int], unit: Unit) -> int | None:
    """The place nearest to word `at` in the same sentence."""
    inside = [i for i in places if unit.first <= i <= unit.last]
    return min(inside, key=lambda i: (abs(i - at), i), default=None)
