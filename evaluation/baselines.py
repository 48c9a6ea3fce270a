"""What a user would otherwise pick, the floors of chance, and our engine with parts of it switched off."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from evaluation import figures, mention_figures, role_figures, spelling_figures
from evaluation.corpus import LabelledDocument
from evaluation.intervals import Estimate
from evaluation.measures import Measure
from evaluation.systems import BANDS, Given, System, engine
from matcher import Matcher
from matcher.core.model import RoleProfile, Skill
from matcher.core.paraphrase import PhraseWeights
from matcher.core.trie import Trie

NEVER = -99.0
"""An offset that no margin of a description makes up for."""
_COMPARED = ("role_top1", "role_mrr", "text_top1", "recognised", "recognised_honest", "stuffing_gain")
_ABLATED = ("named_f1", "described_recall", "likely_precision", "band", "typo_recall")
_ALL = {
    m.id: m for m in (*mention_figures.MEASURES, mention_figures.F1, *role_figures.MEASURES, *spelling_figures.MEASURES)
}
COMPARED: tuple[Measure, ...] = tuple(_ALL[i] for i in (*_COMPARED, *_ABLATED))
"""What systems are compared by; those that find no mentions by the first six only."""


def compare(matcher: Matcher, documents: Sequence[LabelledDocument]) -> dict[str, figures.Figures]:
    """System -> its figures: the engine, its ablations, the baselines, the floors."""
    systems = (engine(matcher), *ablations(matcher), overlap(matcher), cosine(matcher, documents))
    measured = {s.name: figures.measure(s, documents, [m for m in COMPARED if m.for_all or s.matcher]) for s in systems}
    return {**measured, "always the most frequent": _majority(documents), "by chance": _chance(documents)}


def ablations(matcher: Matcher) -> tuple[System, ...]:
    """The engine without spelling variants, without descriptions, without wordings, and without all three."""
    return (
        engine(_variant(matcher, fuzzy=False), "without fuzzy matching"),
        engine(_variant(matcher, described=False), "without TF-IDF descriptions"),
        engine(_variant(matcher, worded=False), "without wordings"),
        engine(_variant(matcher, fuzzy=False, described=False, worded=False), "without all three"),
    )


def _variant(matcher: Matcher, fuzzy: bool = True, described: bool = True, worded: bool = True) -> Matcher:
    """A copy of `matcher` with parts switched off."""
    variant, finder = copy.copy(matcher), copy.copy(matcher.finder)
    if not fuzzy:
        finder._taxonomy = replace(finder._taxonomy, correctable={})
    if not worded:
        finder._taxonomy = replace(finder._taxonomy, wordings=Trie())
    if not described:
        finder._describer = type(finder._describer)(_silent(finder._describer._frozen))
    variant.finder = finder
    return variant


def _silent(weights: PhraseWeights) -> PhraseWeights:
    return replace(weights, offsets=np.full_like(weights.offsets, NEVER))


def overlap(matcher: Matcher) -> System:
    """The share of a role's skills of which any label stands in the text, case and punctuation aside."""
    wanted = {profile.id: _labels(profile, matcher.skills) for profile in matcher.profiles}

    def ask(text: str) -> Given:
        plain = _plain(text)
        return Given(
            {r: 100 * sum(any(x in plain for x in s) for s in skills) / len(skills) for r, skills in wanted.items()}
        )

    return System("keyword overlap, unweighted", ask)


def _labels(profile: RoleProfile, skills: Mapping[str, Skill]) -> list[list[str]]:
    asked = [skills[requirement.skill_id] for area in profile.areas for requirement in area.requirements]
    return [
        [_plain(t) for t in (s.preferred_label, *s.alt_labels, *(a.label for a in s.ambiguous_labels))] for s in asked
    ]


def _plain(text: str) -> str:
    return f" {' '.join(re.findall(r'[a-z0-9+#&]+', text.lower()))} "


def cosine(matcher: Matcher, documents: Sequence[LabelledDocument]) -> System:
    """Cosine of the TF-IDF vectors of the whole text and of the role's; fitted on the roles and all documents."""
    roles = [_role_text(profile, matcher.skills) for profile in matcher.profiles]
    vectorizer = TfidfVectorizer(stop_words="english").fit([*roles, *(d.text for d in documents)])
    vectors = vectorizer.transform(roles)
    ids = [profile.id for profile in matcher.profiles]

    def ask(text: str) -> Given:
        likeness = (vectorizer.transform([text]) @ vectors.T).toarray()[0]
        return Given({role_id: round(100 * float(x), 6) for role_id, x in zip(ids, likeness, strict=True)})

    return System("TF-IDF cosine of the documents", ask)


def _role_text(profile: RoleProfile, skills: Mapping[str, Skill]) -> str:
    duties = (duty.text for duty in (*profile.responsibilities, *profile.required_skills))
    names = (skills[r.skill_id].preferred_label for area in profile.areas for r in area.requirements)
    return "\n".join((profile.title, profile.summary, profile.sectors, *duties, *names))


def _majority(documents: Sequence[LabelledDocument]) -> figures.Figures:
    """What always answering the most frequent role and band of a part gives."""
    resumes = {part: [d for d in ds if d.belongs] for part, ds in _halves(documents).items()}
    texts = {p: [d for d in ds if d.is_description and d.kind == "true"] for p, ds in _halves(documents).items()}
    people = {part: [d for d in ds if not d.is_description] for part, ds in _halves(documents).items()}
    return {
        "role_top1": {part: _most([d.role for d in ds]) for part, ds in resumes.items()},
        "text_top1": {part: _most([d.role for d in ds]) for part, ds in texts.items()},
        "band": {part: _most([d.band for d in ds]) for part, ds in people.items()},
    }


def _chance(documents: Sequence[LabelledDocument]) -> figures.Figures:
    """What is expected of answers drawn by lot: one of five roles in a random order, one of three bands."""
    sizes = {part: len([d for d in ds if d.belongs]) for part, ds in _halves(documents).items()}
    roles = len({d.role for d in documents if d.belongs})
    expected = {
        "role_top1": 1 / roles,
        "role_mrr": sum(1 / rank for rank in range(1, roles + 1)) / roles,
        "text_top1": 1 / roles,
        "recognised": role_figures.NONSENSE,
        "band": 1 / len(BANDS),
    }
    return {i: {part: Estimate(round(x, 6), n) for part, n in sizes.items()} for i, x in expected.items()}


def _halves(documents: Sequence[LabelledDocument]) -> dict[str, list[LabelledDocument]]:
    return {part: [d for d in documents if part in (d.half.value, figures.PARTS[-1])] for part in figures.PARTS}


def _most(answers: Sequence[str]) -> Estimate:
    most = max(Counter(answers).values(), default=0)
    return Estimate(round(most / max(1, len(answers)), 6), len(answers))
