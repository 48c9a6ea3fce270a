"""A taxonomy twice as large: beside every skill an invented one with as many labels of the same shape."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from unittest import mock

import numpy as np
from scipy.sparse import csr_array, hstack

from benchmarks.peers import labels_of
from matcher import reference_data
from matcher.core.model import Skill
from matcher.core.paraphrase import PhraseWeights
from matcher.core.tokens import words_of
from matcher.pipeline import Matcher

SUFFIX = "_twin"
_WORD = re.compile(r"[^\W_]+")
_KEPT = 4
"""Letters up to which a word stays as it is: the labels of a new field would say AI, data, risk and plan as well."""


def matcher() -> Matcher:
    """A matcher with twice as many skills; no role wants the invented ones."""
    data = reference_data.load()
    larger = replace(data, skills=doubled(data.skills), weights=doubled_weights(data.weights))
    with mock.patch.object(reference_data, "load", return_value=larger):
        return Matcher()


def doubled(skills: Mapping[str, Skill]) -> dict[str, Skill]:
    """`skills` and as many invented ones; the same skills give the same ones on any machine."""
    taken = {tuple(words) for words in words_of([label for skill in skills.values() for label in labels_of(skill)])}
    return {**skills, **{f"{skill.id}{SUFFIX}": _twin(skill, taken) for skill in skills.values()}}


def doubled_weights(weights: PhraseWeights) -> PhraseWeights:
    """`weights` and those of the twins: for every known term, the weights of another term that has about as many.

    So weighing a word takes twice as many numbers as before, while no skill is found that was not, save twins.
    Phrases of invented words would cost nothing, since no text has them; learning from phrases of known words anew
    takes two minutes.
    """
    by_frequency = np.argsort(np.diff(weights.weights.indptr), kind="stable")
    another = np.empty_like(by_frequency)
    another[by_frequency] = np.roll(by_frequency, 1)
    return replace(
        weights,
        skill_ids=(*weights.skill_ids, *(f"{skill_id}{SUFFIX}" for skill_id in weights.skill_ids)),
        weights=csr_array(hstack([weights.weights, weights.weights[another]])),
        offsets=np.tile(weights.offsets, 2),
    )


def _twin(skill: Skill, taken: set[tuple[str, ...]]) -> Skill:
    return replace(
        skill,
        id=f"{skill.id}{SUFFIX}",
        preferred_label=_invented(skill.preferred_label, taken),
        alt_labels=tuple(_invented(label, taken) for label in skill.alt_labels),
        ambiguous_labels=tuple(replace(a, label=_invented(a.label, taken)) for a in skill.ambiguous_labels),
        title_labels=tuple(_invented(label, taken) for label in skill.title_labels),
        wordings=tuple(_invented(label, taken) for label in skill.wordings),
        implies={f"{implied}{SUFFIX}": share for implied, share in skill.implies.items()},
    )


def _invented(label: str, taken: set[tuple[str, ...]]) -> str:
    """`label` with the letters inside its long words permuted, anew while that is in `taken`, which grows."""
    tries = (_WORD.sub(_Permuted(attempt), label) for attempt in count())
    words, invented = next((words, new) for new in tries if (words := tuple(words_of([new])[0])) not in taken)
    taken.add(words)
    return invented


class _Permuted:
    """Permutes the letters between the first and the last; adds a letter for every failed attempt."""

    def __init__(self, attempt: int) -> None:
        self._attempt = attempt

    def __call__(self, found: re.Match[str]) -> str:
        word = found.group()
        if not self._attempt and len(word) <= _KEPT:
            return word
        dice = random.Random(f"{word} {self._attempt}")
        inside = [*word[1:-1], *dice.choices("AEIOU" if word.isupper() else "aeiou", k=self._attempt)]
        dice.shuffle(inside)
        return f"{word[0]}{''.join(inside)}{word[-1]}"
