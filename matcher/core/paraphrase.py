"""Sentences that describe a skill without naming it: a linear weighing of TF-IDF over word stems (docs/decisions/0004).

The weights are frozen and ship with the project, so nobody's score depends on who else applied.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from Stemmer import Stemmer

from matcher.core.function_words import FUNCTION_WORDS
from matcher.core.sections import Unit
from matcher.core.tokens import Tokens

ALONE = -0.2
"""Margin from which a sentence is a likely mention by itself (measured: docs/decisions/0004)."""
SUPPORTED = -0.6
"""Margin from which it is one in a document that names skills of the same field (measured: docs/decisions/0004)."""
PREFIX = 5
"""Letters of a stem that count as a term of their own: regulator, regulation and regulated share them."""
SPEAKING_SHARE = 0.25
"""Share of the strongest word's say from which another word is said to speak for a skill."""
FEWEST_SPEAKING = 2
"""Words that must speak for a skill: one alone is a coincidence."""
MOST_IN_A_SENTENCE = 3
"""Skills that one sentence can describe without naming them."""
DIGITS = 4
"""Decimals of weights and margins, so that all machines agree."""


_STEMMER = Stemmer("english", 0)  # keeps no word: nothing of a document stays


class Likeness(NamedTuple):
    """Sentence number `sentence` describes `skill_id` by `margin`; `speaking`: indexes of the words that tell."""

    sentence: int
    skill_id: str
    margin: float
    speaking: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PhraseWeights:
    """What each term says for each skill. `terms`: term -> row; `idf`, `weights` (terms × skills), `offsets` (skills).

    `made_from`: fingerprint of the phrases, labels and background they were computed from.
    """

    made_from: str
    terms: Mapping[str, int] = field(repr=False)
    idf: NDArray[np.float64] = field(repr=False)
    skill_ids: tuple[str, ...] = field(repr=False)
    weights: Any = field(repr=False)
    offsets: NDArray[np.float64] = field(repr=False)

    def to_bytes(self) -> bytes:
        """The weights as a NumPy archive."""
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            made_from=np.array(self.made_from),
            terms=np.array("\n".join(self.terms)),
            skill_ids=np.array("\n".join(self.skill_ids)),
            idf=self.idf.astype(np.float32),
            data=self.weights.data.astype(np.float32),
            indices=self.weights.indices.astype(np.uint16),
            indptr=self.weights.indptr.astype(np.int32),
            offsets=self.offsets.astype(np.float32),
        )
        return buffer.getvalue()

    @staticmethod
    def from_bytes(data: bytes) -> PhraseWeights:
        """The weights that `to_bytes` made."""
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            terms = str(archive["terms"]).split("\n")
            skill_ids = tuple(str(archive["skill_ids"]).split("\n"))
            matrix = csr_array(
                (archive["data"].astype(np.float64), archive["indices"].astype(np.int32), archive["indptr"]),
                shape=(len(terms), len(skill_ids)),
            )
            return PhraseWeights(
                str(archive["made_from"]),
                {term: row for row, term in enumerate(terms)},
                archive["idf"].astype(np.float64),
                skill_ids,
                matrix,
                archive["offsets"].astype(np.float64),
            )


def terms_of(words: Sequence[str], stemmer: Any) -> dict[str, tuple[str, ...]]:
    """Each distinct canonical word that carries meaning -> its terms: the stem, and the stem's beginning."""
    distinct = sorted(set(words) - FUNCTION_WORDS)
    return {
        word: _terms(stem)
        for word, stem in zip(distinct, stemmer.stemWords(distinct), strict=True)
        if not stem.isdigit()
    }


def stems_of(words: Sequence[str]) -> list[str]:
    """The stem of each canonical word (Porter2, as the phrases were stemmed)."""
    stems: list[str] = _STEMMER.stemWords(list(words))
    return stems


def _terms(stem: str) -> tuple[str, ...]:
    return (stem, "^" + stem[:PREFIX]) if len(stem) > PREFIX else (stem,)


_Hit: TypeAlias = tuple[int, float, int]
"""Sentence, minus the margin, skill: sorted, the best of each sentence come first."""


class _Rows(dict[str, tuple[int, ...]]):
    """Canonical word -> rows of its terms, worked out when first asked for and kept for `lasting` words alone."""

    def __init__(self, known: Mapping[str, int], lasting: Collection[str]) -> None:
        super().__init__()
        self._known, self._lasting = known, lasting
        self._stemmer = Stemmer("english")

    def __missing__(self, word: str) -> tuple[int, ...]:
        if word.isdigit():
            return ()
        terms = () if word in FUNCTION_WORDS else _terms(self._stemmer.stemWord(word))
        rows = tuple([self._known[term] for term in terms if term in self._known])
        if word in self._lasting:
            self[word] = rows
        return rows


class Describer:
    """Finds described skills. Made once from frozen weights, holds nothing of any document.

    `lasting`: words of the language, whose terms are kept once they were looked up.
    """

    def __init__(self, weights: PhraseWeights, lasting: Collection[str] = ()) -> None:
        self._frozen = weights
        self._rows = _Rows(weights.terms, lasting)
        self._dense: NDArray[np.float64] = weights.weights.toarray()
        self._columns = {skill_id: column for column, skill_id in enumerate(weights.skill_ids)}
        self._idf_of = dict(zip(weights.terms, weights.idf.tolist(), strict=True))
        self._alone = np.full(len(weights.skill_ids), ALONE)

    @property
    def idf(self) -> Mapping[str, float]:
        """The inverse document frequency of each stem."""
        return self._idf_of

    def likenesses(
        self, units: Sequence[Unit], tokens: Tokens, supported: Iterable[str], named: Collection[tuple[int, str]]
    ) -> Iterator[Likeness]:
        """For each sentence the skills it describes, by `ALONE`, or by `SUPPORTED` for the `supported` ones.

        `named`: (first word of a sentence, skill id) that need no description.
        """
        look_up, words = self._rows.__getitem__, tokens.words
        rows = [list(map(look_up, words[unit.first : unit.last + 1])) for unit in units]
        vectors = [sorted(set(chain.from_iterable(of_unit))) for of_unit in rows]
        best = [
            hit
            for _, hits in groupby(self._hits(vectors, supported), itemgetter(0))
            for hit in islice(hits, MOST_IN_A_SENTENCE)
            if (units[hit[0]].first, self._frozen.skill_ids[hit[2]]) not in named
        ]
        for (sentence, minus_margin, skill), said in zip(best, self._said(best, vectors), strict=True):
            speaking = _speaking(units[sentence].first, rows[sentence], said)
            if len({words[i] for i in speaking}) >= FEWEST_SPEAKING:
                yield Likeness(sentence, self._frozen.skill_ids[skill], -minus_margin, speaking)

    def _hits(self, vectors: Sequence[Sequence[int]], supported: Iterable[str]) -> list[_Hit]:
        """(sentence, minus the margin, skill) wherever a margin is large enough, the largest of a sentence first."""
        least = self._alone.copy()
        least[[self._columns[skill_id] for skill_id in supported]] = SUPPORTED
        margins = self._margins(vectors)
        sentences, skills = np.nonzero(margins >= least)
        return sorted(zip(sentences.tolist(), (-margins[sentences, skills]).tolist(), skills.tolist(), strict=True))

    def _margins(self, vectors: Sequence[Sequence[int]]) -> NDArray[np.float64]:
        """Margins of sentences (rows) for skills (columns), rounded; sentences without a known term get −9."""
        if not vectors:
            return np.empty((0, len(self._frozen.skill_ids)))
        pointers = np.cumsum([0, *map(len, vectors)])
        columns = np.fromiter((row for vector in vectors for row in vector), dtype=np.int32, count=int(pointers[-1]))
        values = self._frozen.idf[columns]
        squares = np.append(0.0, np.cumsum(values**2))
        lengths = np.sqrt(squares[pointers[1:]] - squares[pointers[:-1]])
        values = values / np.repeat(np.where(lengths > 0, lengths, 1.0), np.diff(pointers))
        sentences = csr_array((values, columns, pointers), shape=(len(vectors), len(self._frozen.idf)))
        margins: NDArray[np.float64] = (sentences @ self._dense) + self._frozen.offsets
        margins[lengths == 0] = -9.0
        return np.round(margins, DIGITS)

    def _said(self, hits: Sequence[_Hit], vectors: Sequence[Sequence[int]]) -> Iterator[dict[int, float]]:
        """For each hit what the terms of its sentence (by row) say for its skill."""
        lengths = [len(vectors[sentence]) for sentence, _, _ in hits]
        rows = np.fromiter(chain.from_iterable(vectors[sentence] for sentence, _, _ in hits), np.intp, sum(lengths))
        columns = np.repeat(np.array([skill for _, _, skill in hits], np.intp), lengths)
        said = iter((self._dense[rows, columns] * self._frozen.idf[rows]).tolist())
        for sentence, _, _ in hits:
            yield dict(zip(vectors[sentence], said, strict=False))


def _speaking(first: int, rows: Sequence[tuple[int, ...]], said: Mapping[int, float]) -> tuple[int, ...]:
    """Indexes of the words that speak for the skill, without those that hardly do.

    `rows`: the terms of each word from word `first`; `said`: what each term says.
    """
    look_up = said.__getitem__
    says = [sum(map(look_up, of_word)) if of_word else 0.0 for of_word in rows]
    least = max(SPEAKING_SHARE * max(says), 1e-6)
    return tuple([i for i, says_it in enumerate(says, first) if says_it >= least])
