"""Where labels of skills are written: exactly, or with a letter wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from matcher.core.folding import canonical
from matcher.core.sections import Section, Unit
from matcher.core.taxonomy import SHORTEST_VARIANT, Label, Taxonomy
from matcher.core.tokens import SPACE, WRAP, Tokens

LONG_WORD = 10
"""Letters from which two wrong letters are forgiven instead of one (measured: docs/decisions/0003)."""


class Sighting(NamedTuple):
    """A label at words `first` to `last`, both included. `distance`: letters that differ from its spelling."""

    label: Label
    first: int
    last: int
    distance: int = 0


def sight(tokens: Tokens, taxonomy: Taxonomy) -> list[Sighting]:
    """All labels in the text, the longest at each place, without overlaps, in order; ambiguous ones included."""
    corrections = _corrections(tokens, taxonomy)
    words = [corrections[w][0] if w in corrections else w for w in tokens.words] if corrections else tokens.words
    labels, gaps = taxonomy.labels, tokens.gaps
    found: list[Sighting] = []
    free = 0
    for i in labels.openings(words):
        if i < free:
            continue
        longest = labels.longest(words, gaps, i, WRAP)
        if longest is None:
            continue
        free, label = longest
        distance = sum(corrections[w][1] for w in tokens.words[i:free] if w in corrections) if corrections else 0
        if distance and label.is_ambiguous:
            continue
        found.append(Sighting(label, i, free - 1, distance))
    return found


def sight_wordings(tokens: Tokens, taxonomy: Taxonomy) -> Iterator[Sighting]:
    """All wordings in the text, the longest at each place, without overlaps among them, in order."""
    wordings, free = taxonomy.wordings, 0
    for i in wordings.openings(tokens.words):
        if i >= free and (longest := wordings.longest(tokens.words, tokens.gaps, i, WRAP)) is not None:
            free, label = longest
            yield Sighting(label, i, free - 1)


def _corrections(tokens: Tokens, taxonomy: Taxonomy) -> dict[str, tuple[str, int]]:
    """Misspelt words of the text -> (lexicon word, letters that differ).

    A word is misspelt if it is in no dictionary and one lexicon word with the same first letter is within one
    edit (Damerau–Levenshtein, optimal string alignment), two from `LONG_WORD` letters; or if only its first two
    letters are swapped or the first is doubled, wrong or missing.
    """
    strange = {taxonomy.forms[raw] for raw in set(tokens.raw) - taxonomy.known}
    return {
        word: nearest
        for word in strange
        if len(word) >= SHORTEST_VARIANT - 1 and word.isalpha() and (nearest := _nearest(word, taxonomy)) is not None
    }


def _nearest(word: str, taxonomy: Taxonomy) -> tuple[str, int] | None:
    if word in taxonomy.known or canonical(word) in taxonomy.known:
        return None
    length = len(word)
    best = _near(word, 1, range(length - 1, length + 2), taxonomy)
    if best is None and length >= LONG_WORD:
        best = _near(word, 2, range(max(LONG_WORD, length - 2), length + 3), taxonomy)
    return best or _first_letters_mended(word, taxonomy)


def _near(word: str, within: int, lengths: Iterable[int], taxonomy: Taxonomy) -> tuple[str, int] | None:
    """The nearest lexicon word of these lengths with the same first letter, if it is near enough."""
    candidates: list[str] = []
    for length in lengths:
        if length >= SHORTEST_VARIANT:
            candidates += taxonomy.correctable.get((word[0], length), ())
    near = process.extractOne(word, candidates, scorer=OSA.distance, score_cutoff=within)
    return None if near is None else (near[0], int(near[1]))


def _first_letters_mended(word: str, taxonomy: Taxonomy) -> tuple[str, int] | None:
    """The lexicon word that `word` is with its first two letters swapped, or its first doubled, wrong or missing."""
    for mended in (word[1] + word[0] + word[2:], word[1:]):
        is_doubled = len(mended) < len(word)
        if (not is_doubled or word[0] == word[1]) and mended in taxonomy.correctable.get((mended[0], len(mended)), ()):
            return (mended, 1) if len(mended) >= SHORTEST_VARIANT else None
    tailed = taxonomy.tails.get(word[1:]) or taxonomy.tails.get(word)
    return None if tailed is None else (tailed, 1)


def disambiguate(sightings: Iterable[Sighting], units: list[Unit], tokens: Tokens) -> Iterator[tuple[Sighting, Unit]]:
    """The sightings that mean the skill, each with its sentence; those outside every sentence are left out.

    An ambiguous label counts in its exact case, with no blocker in the same sentence, and with a cue in it or an
    unambiguous label of the same skill elsewhere: not in a list of skills, or pasting one would turn on other lines.
    """
    found = list(placed(sightings, units))
    sure = {s.label.skill_id for s, unit in found if _is_sure(s) and unit.section is not Section.SKILLS}
    for sighting, unit in found:
        label = sighting.label
        if label.exact_case and tokens.slice(sighting.first, sighting.last) not in (label.text, label.text + "s"):
            continue
        if _is_numbered(sighting, tokens):
            continue
        if label.halves and tuple(tokens.raw[sighting.first : sighting.last + 1]) != label.halves:
            continue
        if not label.is_ambiguous or _means_the_skill(sighting, unit, tokens, label.skill_id in sure):
            yield sighting, unit


def _is_sure(sighting: Sighting) -> bool:
    """True for a label that has one sense only."""
    return not sighting.label.is_ambiguous and not sighting.label.is_title


def _is_numbered(sighting: Sighting, tokens: Tokens) -> bool:
    """True for an acronym with a digit after it, which makes it another thing: SOC 2 is no SOC."""
    after = sighting.last + 1
    return (
        sighting.first == sighting.last
        and sighting.label.text.isupper()
        and after < len(tokens)
        and len(tokens.raw[after]) == 1
        and tokens.raw[after].isdigit()
        and tokens.gaps[after] == SPACE
    )


def placed(sightings: Iterable[Sighting], units: Sequence[Unit]) -> Iterator[tuple[Sighting, Unit]]:
    """The sightings in sentences, each with its own."""
    remaining = iter(units)
    unit = next(remaining, None)
    for sighting in sightings:
        while unit is not None and unit.last < sighting.first:
            unit = next(remaining, None)
        if unit is None:
            return
        if unit.first <= sighting.first:
            yield sighting, unit


def _means_the_skill(sighting: Sighting, unit: Unit, tokens: Tokens, is_sure: bool) -> bool:
    label = sighting.label
    around = set(tokens.words[unit.first : sighting.first]).union(tokens.words[sighting.last + 1 : unit.last + 1])
    return not (label.blockers & around) and (is_sure or bool(label.cues & around))
