"""Learns the weights of `line_weights.py` from adverts whose lines are labelled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from matcher.core.job_description.line_weights import DIGITS, Floats, LineWeights
from matcher.core.model.job_descriptions import Part

SOFTNESS = 2.0
"""LogisticRegression's C; 1 to 3 are alike, by cross-validation over writers (docs/decisions/0022)."""
UNSEEN = 0.5
"""What is added to each count of one part after another."""
FEWEST = 9
"""Lines in which a feature must stand, those of excerpts included, of which a line is in four at most: what only one
line holds says nothing of others."""


class Labelled(NamedTuple):
    """An advert: of each line its features and its part; of each but the first, if it goes on in the same paragraph."""

    told: Sequence[Sequence[str]]
    is_same: Sequence[bool]
    parts: Sequence[Part]


def fit(adverts: Sequence[Labelled], made_from: str = "") -> LineWeights:
    """Multinomial logistic regression over the features of lines, and how often one part follows another (seconds)."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    vectorizer = CountVectorizer(analyzer=list, binary=True, min_df=FEWEST)
    vectors = vectorizer.fit_transform([told for advert in adverts for told in advert.told])
    machine = LogisticRegression(C=SOFTNESS, max_iter=500).fit(vectors, [p for advert in adverts for p in advert.parts])
    parts = tuple(Part(name) for name in machine.classes_)
    opening, following = _orders(adverts, parts)
    return LineWeights(
        made_from,
        parts,
        {str(feature): row for row, feature in enumerate(vectorizer.get_feature_names_out())},
        np.round(machine.coef_.T, DIGITS),
        np.round(machine.intercept_, DIGITS),
        np.round(np.log(following.sum(axis=(0, 1)) / following.sum()), DIGITS),
        np.round(np.log(opening / opening.sum()), DIGITS),
        np.round(np.log(following / following.sum(axis=2, keepdims=True)), DIGITS),
    )


def _orders(adverts: Sequence[Labelled], parts: Sequence[Part]) -> tuple[Floats, Floats]:
    """How often adverts open with each part; how often one part follows another in the next or the same paragraph."""
    column = {part: i for i, part in enumerate(parts)}
    opened = Counter(advert.parts[0] for advert in adverts)
    opening = np.array([UNSEEN + opened[part] for part in parts])
    following = np.full((2, len(parts), len(parts)), UNSEEN)
    for advert in adverts:
        for same, (before, after) in zip(advert.is_same, pairwise(advert.parts), strict=True):
            following[int(same), column[before], column[after]] += 1
    return opening, following
