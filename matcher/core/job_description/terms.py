"""Skills that only a job description names: their labels, and how telling they are by TF-IDF."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from matcher.core.function_words import FUNCTION_WORDS
from matcher.core.job_description.deeds import is_verb
from matcher.core.job_description.plain_words import FRAMES
from matcher.core.model import Skill
from matcher.core.model.job_descriptions import TERM_FIELD, TERM_PREFIX
from matcher.core.paraphrase import stems_of
from matcher.core.tokens import Tokens, words_of

LEAST_DISTINCT, MOST_DISTINCT = 0.4, 1.5
"""Distinctiveness of a term whose words every trade uses, and of one whose words none of the background uses."""
COMMON = 5.0
"""Inverse document frequency of words that every trade uses: team, service, product."""
_LANGUAGES = """
    english french german dutch spanish italian portuguese polish welsh irish gaelic hindi urdu arabic mandarin
    chinese cantonese japanese korean russian ukrainian turkish swedish danish norwegian finnish greek czech hungarian
    romanian tamil telugu bengali punjabi
"""
"""Languages: asked for across all trades, so they tell little of one; shown, and weighed as what every trade shows."""
_SPACES = re.compile(r"\s+")
_SLASHED = re.compile(r"(?<=[^\W_]{2})/(?=[^\W_]{2})")


_LANGUAGE_STEMS = frozenset(stems_of(words_of([_LANGUAGES])[0]))


class Terms:
    """The terms of one description, each once: the same stems are the same term."""

    def __init__(self, idf: Mapping[str, float]) -> None:
        self._idf = idf
        self._by_stems: dict[tuple[str, ...], str] = {}
        self._written: dict[str, list[str]] = {}
        self._most = max(idf.values(), default=1.0)

    def id_of(self, first: int, last: int, tokens: Tokens) -> str | None:
        """The id of the term at words `first` to `last`; None if its words carry no meaning."""
        stems = tuple(sorted(set(content_stems(tokens.words[first : last + 1]))))
        if not stems:
            return None
        written = _SPACES.sub(" ", tokens.slice(first, last))
        term_id = self._by_stems.setdefault(stems, TERM_PREFIX + "-".join(tokens.raw[first : last + 1]))
        spellings = self._written.setdefault(term_id, [])
        if written.lower() not in {spelling.lower() for spelling in spellings}:
            spellings.append(written)
        return term_id

    def rarity(self, word: str) -> float:
        """Inverse document frequency of a canonical word; that of the rarest where no other text has it."""
        return self._idf.get(stems_of([word])[0], self._most)

    def skills(self, wanted: Collection[str]) -> Iterator[Skill]:
        """The `wanted` terms as skills, in order of the text; no two share a label."""
        seen: set[tuple[str, ...]] = set()
        for stems, term_id in self._by_stems.items():
            if term_id not in wanted:
                continue
            labels = [label for spelling in self._written[term_id] for label in _labels(spelling)]
            kept = [label for label, words in zip(labels, words_of(labels), strict=True) if _is_new(words, seen)]
            if kept:
                yield Skill(term_id, TERM_FIELD, kept[0], tuple(kept[1:]), distinctiveness=self._distinctiveness(stems))

    def _distinctiveness(self, stems: Sequence[str]) -> float:
        """By the mean inverse document frequency of its words in the frozen texts (Spärck Jones 1972)."""
        if not _LANGUAGE_STEMS.isdisjoint(stems):
            return LEAST_DISTINCT
        mean = sum(self._idf.get(stem, self._most) for stem in stems) / len(stems)
        share = max(0.0, (mean - COMMON) / max(self._most - COMMON, 1.0))
        return round(min(MOST_DISTINCT, LEAST_DISTINCT + share * (MOST_DISTINCT - LEAST_DISTINCT)), 3)


def _is_new(words: Sequence[str], seen: set[tuple[str, ...]]) -> bool:
    """True for a label that no term has yet; it is taken now."""
    key = tuple(words)
    if not key or key in seen:
        return False
    seen.add(key)
    return True


def content_stems(words: Sequence[str]) -> list[str]:
    """The stems of the words that carry meaning, in order; those of framing words if there are no others."""
    meaning = [w for w in words if w not in FUNCTION_WORDS and (len(w) > 1 or w.isdigit())]
    telling = [w for w in meaning if w not in FRAMES and not w.isdigit()]
    verbless = [w for w in telling if not is_verb(w) or w.endswith("ing")]
    chosen = (verbless if len(verbless) > 1 else telling) or meaning
    return stems_of(chosen)


def _labels(written: str) -> Iterator[str]:
    """The names by which a resume may call it: as written, each side of a slash, and the name outside brackets."""
    yield written
    sides = _SLASHED.split(written)
    if len(sides) > 1:
        yield " ".join(sides)
        for i, side in enumerate(sides):
            rest = sides[-1].split(" ", 1)[1:] if i < len(sides) - 1 else []
            yield " ".join([side.strip(), *rest])
