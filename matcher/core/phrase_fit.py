"""Computes the weights of `core/paraphrase.py` from phrases, labels and a background of other people's work."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from scipy.sparse import csr_array
from Stemmer import Stemmer

from matcher.core.model import Skill
from matcher.core.paraphrase import DIGITS, PhraseWeights, terms_of
from matcher.core.tokens import words_of

SOFTNESS = 0.7
"""LinearSVC's C, chosen by cross-validation over the phrases (docs/decisions/0004)."""
LEAST_WEIGHT = 0.03
"""Weights nearer to 0 are dropped: they change no margin by more than a hundredth and make up most of the file."""
NO_SKILL = ""
"""The class of the background."""


def examples(
    skills: Mapping[str, Skill], phrases: Iterable[tuple[str, str]], background: Iterable[str]
) -> list[tuple[str, str]]:
    """(skill id, text) of all phrases and labels, and ("", text) of the background, in a fixed order."""
    labels = [(skill.id, text) for skill in skills.values() for text in _labels(skill)]
    return sorted([*phrases, *labels]) + [(NO_SKILL, text) for text in background]


def _labels(skill: Skill) -> tuple[str, ...]:
    return (skill.preferred_label, *skill.alt_labels, *(a.label for a in skill.ambiguous_labels))


def fingerprint(pairs: Iterable[tuple[str, str]]) -> str:
    """SHA-256 of the examples; weights are stale when it differs from theirs."""
    return hashlib.sha256("\n".join(f"{skill_id}\t{text}" for skill_id, text in pairs).encode()).hexdigest()


def fit(pairs: Sequence[tuple[str, str]]) -> PhraseWeights:
    """One linear support vector machine a skill, against all other skills and the background (takes seconds).

    Fan et al. 2008 (LIBLINEAR). Measured against nearest phrases, naive Bayes, ridge and a sentence-embedding model:
    docs/decisions/0004.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    vectorizer = TfidfVectorizer(analyzer=list, binary=True)
    vectors = vectorizer.fit_transform(_terms([text for _, text in pairs]))
    machine = LinearSVC(C=SOFTNESS, dual=False, tol=1e-3).fit(vectors, [skill_id for skill_id, _ in pairs])
    kept = [i for i, skill_id in enumerate(machine.classes_) if skill_id != NO_SKILL]
    weights = np.round(machine.coef_[kept].T, DIGITS)
    weights[np.abs(weights) < LEAST_WEIGHT] = 0.0
    return PhraseWeights(
        made_from=fingerprint(pairs),
        terms={str(term): row for row, term in enumerate(vectorizer.get_feature_names_out())},
        idf=np.round(vectorizer.idf_, DIGITS),
        skill_ids=tuple(str(machine.classes_[i]) for i in kept),
        weights=csr_array(weights),
        offsets=np.round(machine.intercept_[kept], DIGITS),
    )


def _terms(texts: Sequence[str]) -> list[list[str]]:
    """The terms of each text, as `Describer` sees them."""
    split = words_of(texts)
    known = terms_of([word for words in split for word in words], Stemmer("english"))
    return [[term for word in words for term in known.get(word, ())] for words in split]
