"""Sentences that describe a skill without naming it: TF-IDF nearness to short phrases (docs/decisions/0004)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from sklearn.feature_extraction.text import TfidfVectorizer
from Stemmer import Stemmer

from matcher.core.function_words import FUNCTION_WORDS
from matcher.core.model import Skill
from matcher.core.sections import Unit
from matcher.core.tokens import Tokens, words_of

CUTOFF = 0.42
"""Nearness (0–1) from which a sentence is a likely mention."""
FEWEST_SHARED = 3
"""Word stems a sentence must share with the phrase: fewer are a coincidence."""
LENGTH_WEIGHT = 0.25
"""How much a long sentence counts against nearness: 0.5 is the cosine, 0 would let long ones contain everything."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Sentence number `sentence` resembles `phrase` of `skill_id`; `first`, `last`: the shared words' outer ones."""

    sentence: int
    skill_id: str
    phrase: str
    nearness: float
    first: int
    last: int


class PhraseIndex:
    """The phrases of all skills as TF-IDF vectors over word stems, weighted by a frozen background.

    Made once; nobody's document changes it, so no score depends on who else applied.
    """

    def __init__(self, skills: Mapping[str, Skill], background: Iterable[str]) -> None:
        self._stem = Stemmer("english")
        self._phrases = [(s.id, p) for _, s in sorted(skills.items()) for p in s.phrases]
        texts = self._stems([phrase for _, phrase in self._phrases])
        weigher = TfidfVectorizer(analyzer=list, binary=True, norm=None)
        weigher.fit([*self._stems(list(background)), *texts])
        self._terms: dict[str, int] = weigher.vocabulary_
        self._weights = weigher.idf_
        matrix = csr_array(weigher.transform(texts))
        self._lengths = np.sqrt(matrix.power(2).sum(axis=1))
        self._matrix = csr_array(matrix.T)

    def _stems(self, texts: Sequence[str]) -> list[list[str]]:
        split = words_of(texts)
        stems = dict(self._stemmed(sorted({word for words in split for word in words} - FUNCTION_WORDS)))
        return [[stems[word] for word in words if word in stems] for words in split]

    def _stemmed(self, words: Sequence[str]) -> Iterator[tuple[str, str]]:
        return zip(words, self._stem.stemWords(list(words)), strict=True)

    def likenesses(self, units: Sequence[Unit], tokens: Tokens) -> Iterator[Likeness]:
        """For each sentence the skills whose phrases it is near to, the nearest phrase of each."""
        terms = {
            w: self._terms[s]
            for w, s in self._stemmed(sorted(set(tokens.words)))
            if w not in FUNCTION_WORDS and s in self._terms
        }
        rows = [sorted({terms[w] for w in tokens.words[u.first : u.last + 1] if w in terms}) for u in units]
        if not any(rows):
            return
        pointers = np.cumsum([0, *map(len, rows)])
        columns = np.concatenate([np.asarray(row, dtype=np.int64) for row in rows])
        weights = self._weights[columns]
        shape = (len(rows), len(self._weights))
        sentences = csr_array((weights, columns, pointers), shape=shape)
        lengths = np.sqrt(np.add.reduceat(np.append(weights**2, 0.0), np.minimum(pointers[:-1], len(weights))))
        shared = sentences @ self._matrix
        shared.sort_indices()
        for sentence in range(len(rows)):
            if not rows[sentence]:
                continue
            lo, hi = shared.indptr[sentence], shared.indptr[sentence + 1]
            phrases = shared.indices[lo:hi]
            own = self._lengths[phrases]
            ratio = lengths[sentence] / own
            nearness = shared.data[lo:hi] / (own * own) / np.maximum(ratio, 1.0) ** (2 * LENGTH_WEIGHT)
            yield from self._best(sentence, units[sentence], phrases, nearness, tokens, terms)

    def _best(self, sentence, unit, phrases, nearness, tokens, terms):  # type: ignore[no-untyped-def]
        near = np.flatnonzero(nearness >= CUTOFF)
        best: dict[str, tuple[float, int]] = {}
        for i in near:
            skill_id, _ = self._phrases[phrases[i]]
            value = round(float(nearness[i]), 6)
            if skill_id not in best or value > best[skill_id][0]:
                best[skill_id] = (value, int(phrases[i]))
        for skill_id, (value, phrase) in best.items():
            text = self._phrases[phrase][1]
            wanted = {self._terms[s] for s in self._stems([text])[0]}
            places = [i for i in range(unit.first, unit.last + 1) if terms.get(tokens.words[i]) in wanted]
            if len({terms[tokens.words[i]] for i in places}) >= FEWEST_SHARED:
                yield Likeness(sentence, skill_id, text, value, places[0], places[-1])
