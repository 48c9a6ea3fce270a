"""A taxonomy twice as large: beside every skill an invented one with as many labels and phrases of the same shape."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count, cycle
from unittest import mock

from benchmarks.peers import labels_of
from matcher import reference_data
from matcher.core import phrase_fit
from matcher.core.model import Skill
from matcher.core.tokens import words_of
from matcher.pipeline import Matcher
from matcher.reference_data import ReferenceData

SUFFIX = "_twin"
_WORD = re.compile(r"[^\W_]+")
_KEPT = 4
"""Letters up to which a word stays as it is: the labels of a new field would say AI, data, risk and plan as well."""


def matcher() -> Matcher:
    """A matcher with twice as many skills; no role wants the invented ones."""
    data = _doubled_data(reference_data.load())
    with mock.patch.object(reference_data, "load", return_value=data):
        return Matcher()


def _doubled_data(data: ReferenceData) -> ReferenceData:
    """`data` with twins, and with phrase weights learned anew from twice as many phrases and labels."""
    skills = doubled(data.skills)
    known = reference_data.examples(data.skills)
    phrases = [(s, text) for s, text in known if s != phrase_fit.NO_SKILL and text not in labels_of(data.skills[s])]
    background = [text for s, text in known if s == phrase_fit.NO_SKILL]
    examples = phrase_fit.examples(skills, [*phrases, *mixed_phrases(phrases)], background)
    return replace(data, skills=skills, weights=phrase_fit.fit(examples))


def doubled(skills: Mapping[str, Skill]) -> dict[str, Skill]:
    """`skills` and as many invented ones; the same skills give the same ones on any machine."""
    taken = {tuple(words) for words in words_of([label for skill in skills.values() for label in labels_of(skill)])}
    return {**skills, **{f"{skill.id}{SUFFIX}": _twin(skill, taken) for skill in skills.values()}}


def mixed_phrases(phrases: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """For each (skill id, phrase) one of its twin, in which every second word comes from the phrase of another skill.

    Known words, because invented ones would cost nothing: no text has them.
    """
    half = len(phrases) // 2
    others = [*phrases[half:], *phrases[:half]]
    return [
        (f"{skill_id}{SUFFIX}", _mixed(own, other)) for (skill_id, own), (_, other) in zip(phrases, others, strict=True)
    ]


def _mixed(own: str, other: str) -> str:
    foreign = cycle(other.split())
    return " ".join(next(foreign) if place % 2 else word for place, word in enumerate(own.split()))


def _twin(skill: Skill, taken: set[tuple[str, ...]]) -> Skill:
    return replace(
        skill,
        id=f"{skill.id}{SUFFIX}",
        preferred_label=_invented(skill.preferred_label, taken),
        alt_labels=tuple(_invented(label, taken) for label in skill.alt_labels),
        ambiguous_labels=tuple(replace(a, label=_invented(a.label, taken)) for a in skill.ambiguous_labels),
        title_labels=tuple(_invented(label, taken) for label in skill.title_labels),
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
