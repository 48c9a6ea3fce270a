"""All mentions of skills in a text: named ones, misspelt ones and described ones, each with what it is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from matcher.core import context, cues, genre, mentions, sections, taxonomy
from matcher.core.deeds import Deeds
from matcher.core.document_sentences import Sentences
from matcher.core.mentions import Sighting
from matcher.core.model import EvidenceKind, How, Skill, SkillMention, Span
from matcher.core.paraphrase import Describer, PhraseWeights
from matcher.core.sections import Section, Unit
from matcher.core.taxonomy import Label, Taxonomy
from matcher.core.tokens import Tokens

_ASKED = frozenset({EvidenceKind.LISTED, EvidenceKind.ADVERT, EvidenceKind.TITLE})
_CERTIFIED = frozenset(
    {EvidenceKind.CERTIFICATE, EvidenceKind.CERTIFICATE_EXPIRED, EvidenceKind.CERTIFICATE_IN_PROGRESS}
)
FEWEST_WORDS = 4
"""Words a sentence needs to describe anything."""
FEWEST_NAMED = 2
"""Skills of a field that must be named in work before a fainter description of that field is believed."""


@dataclass(frozen=True, slots=True)
class Findings:
    """The mentions of a text in its order. `is_role_description`: it describes a role, nothing tells of a person."""

    mentions: tuple[SkillMention, ...]
    is_role_description: bool


class TermSource(Protocol):
    """What sights terms that are in no taxonomy."""

    def sight(self, tokens: Tokens, units: list[Unit]) -> Iterable[tuple[Sighting, Unit, How, tuple[int, ...]]]:
        """The terms in sentences, how sure each is, and the words that tell it where no label does."""
        ...


class Finder:
    """Finds mentions. Made once from the taxonomy, holds nothing of any document."""

    def __init__(self, skills: Mapping[str, Skill], ordinary_words: Sequence[str], weights: PhraseWeights) -> None:
        self._taxonomy = taxonomy.build(skills.values(), ordinary_words)
        self._headings = sections.compile_headings()
        self._cues = cues.compile_cues()
        self._describer = Describer(weights, self._taxonomy.known)
        self._unnamed = {skill_id: Label(skill_id, "") for skill_id in skills}
        self._of_field: dict[str, list[str]] = {}
        for skill in skills.values():
            self._of_field.setdefault(skill.field, []).append(skill.id)

    @property
    def ordinary(self) -> Set[str]:
        """English words and words of labels."""
        return self._taxonomy.known

    def tokenise(self, text: str) -> Tokens:
        """The words of `text` as `find` wants them."""
        return self._taxonomy.tokenise(text)

    @property
    def taxonomy(self) -> Taxonomy:
        """The labels of all skills, arranged for looking up."""
        return self._taxonomy

    @property
    def idf(self) -> Mapping[str, float]:
        """How rare each word stem is in the frozen phrases and background (inverse document frequency)."""
        return self._describer.idf

    def named(self, tokens: Tokens, units: list[Unit]) -> dict[int, list[Sighting]]:
        """The skills named in `units` by each one's first word, whatever the mentions are worth."""
        by_unit: dict[int, list[Sighting]] = {}
        for sighting, unit in mentions.disambiguate(mentions.sight(tokens, self._taxonomy), units, tokens):
            by_unit.setdefault(unit.first, []).append(sighting)
        return by_unit

    def find(self, tokens: Tokens, terms: TermSource | None = None) -> Findings:
        """What the text shows, of the taxonomy and of `terms`, which change nothing about the other mentions."""
        sightings = mentions.sight(tokens, self._taxonomy)
        deeds = Deeds(tokens, self._cues, _words_of(sightings))
        units = deeds.as_work(sections.split(tokens, self._headings))
        is_description = genre.is_role_description(tokens)
        if is_description:
            units = [unit._replace(section=Section.BODY) for unit in units]
        placed = list(mentions.disambiguate(sightings, units, tokens))
        named = _words_of(sighting for sighting, _ in placed)
        sentences = Sentences(tokens, self._cues, named, deeds)
        placed += self._worded(units, placed, tokens)
        found = list(self._named(placed, sentences, tokens))
        found += self._described(units, sentences, found, placed)
        if terms is not None:
            found += _termed(terms, units, sentences)
        if is_description:  # what a role asks for stands for what it does
            found = [m._replace(kind=EvidenceKind.USED) if m.kind in _ASKED else m for m in found]
        found.sort(key=lambda m: (m.span.start, m.skill_id))
        return Findings(tuple(found), is_description)

    def _named(
        self, placed: Iterable[tuple[Sighting, Unit]], sentences: Sentences, tokens: Tokens
    ) -> Iterator[SkillMention]:
        for sighting, unit in placed:
            kind = context.kind_of(sighting, sentences[unit], tokens)
            skill_id = sighting.label.skill_id
            if sentences.is_crowded(unit, sighting, kind) or sentences.is_one_title_too_many(skill_id, kind):
                kind = EvidenceKind.LISTED
            if not sighting.label.is_wording:
                yield _mention(sighting, unit, kind, How.VARIANT if sighting.distance else How.EXACT, tokens)
            elif kind not in _CERTIFIED:  # which must be named
                yield _mention(sighting, unit, kind, How.LIKELY, tokens, range(sighting.first, sighting.last + 1))

    def _worded(
        self, units: list[Unit], placed: Iterable[tuple[Sighting, Unit]], tokens: Tokens
    ) -> Iterator[tuple[Sighting, Unit]]:
        """The wordings of skills that their sentence does not name, each skill once a sentence."""
        worded = list(mentions.placed(mentions.sight_wordings(tokens, self._taxonomy), units))
        told = {(unit.first, sighting.label.skill_id) for sighting, unit in placed} if worded else set()
        for sighting, unit in worded:
            if (at := (unit.first, sighting.label.skill_id)) not in told:
                told.add(at)
                yield sighting, unit

    def _described(
        self,
        units: Sequence[Unit],
        sentences: Sentences,
        named: Sequence[SkillMention],
        placed: Sequence[tuple[Sighting, Unit]],
    ) -> Iterator[SkillMention]:
        tokens = sentences.tokens
        told = [unit for unit in units if unit.section in context.TELLING and unit.last - unit.first >= FEWEST_WORDS]
        already = {(unit.first, sighting.label.skill_id) for sighting, unit in placed}
        supported = self._supported(named)
        for likeness in self._describer.likenesses(told, tokens, supported, already):
            unit = told[likeness.sentence]
            sighting = Sighting(self._unnamed[likeness.skill_id], likeness.speaking[0], likeness.speaking[-1])
            kind = context.kind_of(sighting, sentences[unit], tokens)
            if kind in context.WORKED:
                yield _mention(sighting, unit, kind, How.LIKELY, tokens, likeness.speaking)

    def _supported(self, named: Iterable[SkillMention]) -> list[str]:
        """The skills of fields in which enough are named in work, so that faint descriptions of them are believed."""
        shown = {mention.skill_id for mention in named if mention.kind in context.WORKED}
        counts = Counter(self._taxonomy.skills[skill_id].field for skill_id in shown)
        believed = (field for field, count in counts.items() if count >= FEWEST_NAMED)
        return list(chain.from_iterable(self._of_field[field] for field in believed))


def _words_of(sightings: Iterable[Sighting]) -> set[int]:
    """The words that are part of a skill's label."""
    return {i for sighting in sightings for i in range(sighting.first, sighting.last + 1)}


def _termed(terms: TermSource, units: list[Unit], sentences: Sentences) -> Iterator[SkillMention]:
    """The mentions of terms: read as those of skills are, but a faint one counts only where work is told."""
    tokens = sentences.tokens
    for sighting, unit, how, speaking in terms.sight(tokens, units):
        kind = context.kind_of(sighting, sentences[unit], tokens)
        if how is How.LIKELY and kind not in context.WORKED and kind is not EvidenceKind.CERTIFICATE:
            continue
        yield _mention(sighting, unit, kind, how, tokens, speaking)


def _mention(  # noqa: PLR0913 - the parts of one fact
    sighting: Sighting, unit: Unit, kind: EvidenceKind, how: How, tokens: Tokens, speaking: Sequence[int] = ()
) -> SkillMention:
    span = Span(tokens.starts[sighting.first], tokens.ends[sighting.last])
    return SkillMention(
        sighting.label.skill_id,
        span,
        tokens.text[span.start : span.end],
        Span(tokens.starts[unit.first], tokens.ends[unit.last]),
        kind,
        how,
        sighting.distance,
        tuple(dict.fromkeys(tokens.slice(i, i) for i in speaking)) if speaking else (),
    )
