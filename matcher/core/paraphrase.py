"""Sentences that describe a skill without naming it: a linear weighing of TF-IDF over word stems (docs/decisions/0004).

The weights are frozen and ship with the project, so nobody's score depends on who else applied.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from Stemmer import Stemmer

from matcher.core.function_words import FUNCTION_WORDS
from matcher.core.sections import Unit
from matcher.core.tokens import Tokens

ALONE = 0.0
"""Margin from which a sentence is a likely mention by itself: the classifier's own boundary."""
SUPPORTED = -0.6
"""Margin from which it is one in a document that names skills of the same field (measured: docs/decisions/0004)."""
PREFIX = 5
"""Letters of a stem that count as a term of their own: regulator, regulation and regulated share them."""
FEWEST_SPEAKING = 2
"""Words that must speak for a skill: one alone is a coincidence."""
DIGITS = 4
"""Decimals of weights and margins, so that all machines agree."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Sentence number `sentence` describes `skill_id` by `margin`; `speaking`: indexes of the words that tell, in order."""

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
        word: (stem, "^" + stem[:PREFIX]) if len(stem) > PREFIX else (stem,)
        for word, stem in zip(distinct, stemmer.stemWords(distinct), strict=True)
        if not stem.isdigit()
    }


class Describer:
    """Finds described skills. Made once from frozen weights, holds nothing of any document."""

    def __init__(self, weights: PhraseWeights) -> None:
        self._frozen = weights
        self._stemmer = Stemmer("english")

    def likenesses(self, units: Sequence[Unit], tokens: Tokens) -> Iterator[Likeness]:
        """For each sentence the skills it describes with a margin of `SUPPORTED` or more."""
        known = self._frozen.terms
        rows_of = {
            word: rows
            for word, terms in terms_of(tokens.words, self._stemmer).items()
            if (rows := tuple(known[term] for term in terms if term in known))
        }
        vectors = [sorted({row for w in tokens.words[u.first : u.last + 1] for row in rows_of.get(w, ())}) for u in units]
        margins = self._margins(vectors)
        for sentence, skill in np.argwhere(margins >= SUPPORTED):
            unit = units[sentence]
            speaking = self._speaking(unit, int(skill), tokens, rows_of)
            if len({tokens.words[i] for i in speaking}) >= FEWEST_SPEAKING:
                margin = float(margins[sentence, skill])
                yield Likeness(int(sentence), self._frozen.skill_ids[skill], margin, speaking)

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
        margins: NDArray[np.float64] = (sentences @ self._frozen.weights).toarray() + self._frozen.offsets
        margins[lengths == 0] = -9.0
        return np.round(margins, DIGITS)

    def _speaking(
        self, unit: Unit, skill: int, tokens: Tokens, rows_of: Mapping[str, tuple[int, ...]]
    ) -> tuple[int, ...]:
        """Indexes of the words that speak for the skill, without those that hardly do."""
        weights = self._frozen.weights
        says: dict[str, float] = {}
        for word in set(tokens.words[unit.first : unit.last + 1]) & rows_of.keys():
            says[word] = sum(self._weight(weights, row, skill) * self._frozen.idf[row] for row in rows_of[word])
        least = max(0.25 * max(says.values(), default=0.0), 1e-6)
        return tuple(i for i in range(unit.first, unit.last + 1) if says.get(tokens.words[i], 0.0) >= least)

    @staticmethod
    def _weight(weights: Any, row: int, skill: int) -> float:
        lo, hi = weights.indptr[row], weights.indptr[row + 1]
        place = lo + int(np.searchsorted(weights.indices[lo:hi], skill))
        return float(weights.data[place]) if place < hi and weights.indices[place] == skill else 0.0
