"""How well requirements are read from job descriptions, and how well resumes are ordered by them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from sklearn.feature_extraction.text import TfidfVectorizer

from evaluation.corpus import Half
from evaluation.intervals import Array, Estimate, bootstrapped, share_of
from evaluation.jobs.corpus import UNGRADED, Asked, Described, descriptions, grades, resumes
from matcher import Matcher
from matcher.core.model import JobDescription, MatchReport, Wanted
from matcher.errors import JobDescriptionEmptyError

PARTS = (Half.DEVELOPMENT.value, UNGRADED, Half.FINAL.value)
"""The graded descriptions of both halves, and between them the ungraded ones, which are for development, too."""
Scores = Callable[[Described], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class JobMeasure:
    """`target`: what issue 7 asks of the final half; `fewer`: the lower, the better."""

    title: str
    take: Callable[[Matcher, Sequence[Described]], Estimate]
    target: float | None = None
    fewer: bool = False

    def is_met(self, estimate: Estimate) -> bool:
        """True if the value is as good as the target; True without one."""
        if self.target is None:
            return True
        return estimate.value <= self.target if self.fewer else estimate.value >= self.target


def parts() -> dict[str, list[Described]]:
    """The descriptions of each part."""
    return {part: [d for d in descriptions() if d.part == part] for part in PARTS}


@cache
def _drafted(matcher: Matcher, text: str) -> JobDescription | None:
    try:
        return matcher.describe_text(text)
    except JobDescriptionEmptyError:
        return None


def _wanted(matcher: Matcher, described: Described) -> Sequence[Wanted]:
    drafted = _drafted(matcher, described.text)
    return drafted.requirements if drafted else ()


def _agree(wanted: Wanted, asked: Asked) -> bool:
    """True if both stand on common words and, where both name a skill of the taxonomy, on the same one."""
    overlap = wanted.span.start < asked.end and asked.start < wanted.span.end
    return overlap and (wanted.is_term or not asked.skill_id or asked.skill_id == wanted.skill_id)


def _right(matcher: Matcher, described: Described) -> list[bool]:
    """For each skill or term that was drafted: whether some place of it is labelled."""
    wanted = _wanted(matcher, described)
    places: dict[str, list[Wanted]] = {}
    for one in wanted:
        places.setdefault(one.skill_id, []).append(one)
    ids = {asked.skill_id for asked in described.asked}
    return [
        skill_id in ids or any(_agree(one, asked) for one in ones for asked in described.asked)
        for skill_id, ones in places.items()
    ]


def _found(matcher: Matcher, described: Described) -> list[bool]:
    wanted = _wanted(matcher, described)
    ids = {one.skill_id for one in wanted}
    return [asked.skill_id in ids or any(_agree(one, asked) for one in wanted) for asked in described.asked]


def precision(matcher: Matcher, chosen: Sequence[Described]) -> Estimate:
    """Drafted skills and terms that a reader marked, too."""
    return share_of([verdict for d in chosen for verdict in _right(matcher, d)])


def recall(matcher: Matcher, chosen: Sequence[Described]) -> Estimate:
    """Labelled requirements that were drafted."""
    return share_of([verdict for d in chosen for verdict in _found(matcher, d)])


def f1(matcher: Matcher, chosen: Sequence[Described]) -> Estimate:
    """The harmonic mean."""
    rows = []
    for described in chosen:
        right, found = _right(matcher, described), _found(matcher, described)
        rows.append((sum(right), len(right), sum(found), len(found)))
    return bootstrapped(rows, _f1, sum(row[3] for row in rows))


def _f1(sums: Array) -> Array:
    p = sums[..., 0] / (sums[..., 1] + 1e-9)
    r = sums[..., 2] / (sums[..., 3] + 1e-9)
    return 2 * p * r / (p + r + 1e-9)


def tiers(matcher: Matcher, chosen: Sequence[Described]) -> Estimate:
    """Labelled requirements that were drafted, in the labelled tier; the one with the most common words is asked."""
    verdicts = []
    for described in chosen:
        for asked in described.asked:
            agreeing = [one for one in _wanted(matcher, described) if _agree(one, asked)]
            if agreeing:
                best = max(agreeing, key=lambda one: min(one.span.end, asked.end) - max(one.span.start, asked.start))
                verdicts.append(best.tier.value == asked.tier)
    return share_of(verdicts)


def clutter(matcher: Matcher, chosen: Sequence[Described]) -> Estimate:
    """Descriptions of which some company story, benefit or legal line yields a requirement."""
    return share_of(
        [
            any(
                one.span.start < end and start < one.span.end for one in _wanted(matcher, d) for start, end in d.clutter
            )
            for d in chosen
        ]
    )


def engine_scores(matcher: Matcher) -> Scores:
    """Points of each resume for the description."""

    def scores(described: Described) -> Mapping[str, float]:
        drafted = _drafted(matcher, described.text)
        against = matcher.against(drafted) if drafted else None
        return {name: _points(against, text) for name, text in resumes().items()}

    return scores


def _points(matcher: Matcher | None, text: str) -> float:
    outcome = matcher.match_text(text) if matcher else None
    return outcome.job.score.value if isinstance(outcome, MatchReport) and outcome.job else 0.0


def cosine_scores() -> Scores:
    """Cosine of the TF-IDF vectors of the whole texts, fitted on all of them."""
    vectorizer = TfidfVectorizer(stop_words="english").fit(
        [*resumes().values(), *(d.text for d in descriptions() if d.is_graded)]
    )
    people = vectorizer.transform(list(resumes().values()))

    def scores(described: Described) -> Mapping[str, float]:
        likeness = (people @ vectorizer.transform([described.text]).T).toarray()[:, 0]
        return dict(zip(resumes(), map(float, likeness), strict=True))

    return scores


def overlap_scores() -> Scores:
    """The share of the description's words, stop words aside, that stand in the resume."""
    stop = TfidfVectorizer(stop_words="english").get_stop_words() or frozenset()

    def words(text: str) -> set[str]:
        return {w for w in re.findall(r"[a-z0-9+#]+", text.lower()) if w not in stop}

    def scores(described: Described) -> Mapping[str, float]:
        wanted = words(described.text)
        return {name: len(wanted & words(text)) / len(wanted) for name, text in resumes().items()}

    return scores


def pair_order(scores: Scores, chosen: Iterable[Described]) -> Estimate:
    """Pairs of resumes of different grade for one description, of which the better one has more points."""
    rows = [_pairs(scores(described), described) for described in chosen if described.is_graded]
    return bootstrapped(
        [r for r in rows if r[1]], lambda s: s[..., 0] / (s[..., 1] + 1e-9), int(sum(r[1] for r in rows))
    )


def _pairs(points: Mapping[str, float], described: Described) -> tuple[float, float]:
    right = all_of_them = 0
    for one, other in combinations(points, 2):
        difference = grades()[described.id, one] - grades()[described.id, other]
        if difference:
            all_of_them += 1
            right += (points[one] - points[other]) * difference > 0
    return right, all_of_them


def ndcg(scores: Scores, chosen: Iterable[Described]) -> Estimate:
    """Normalised discounted cumulative gain of all resumes (Järvelin and Kekäläinen 2002; gain 2^grade - 1)."""
    rows = [
        (value, 1.0)
        for described in chosen
        if described.is_graded and (value := _ndcg(scores(described), described)) is not None
    ]
    return bootstrapped(rows, lambda s: s[..., 0] / s[..., 1])


def _ndcg(points: Mapping[str, float], described: Described) -> float | None:
    graded = {name: grades()[described.id, name] for name in points}
    if not any(graded.values()):
        return None
    in_order = sorted(points, key=lambda name: (-points[name], name))
    return _gain(graded[name] for name in in_order) / _gain(sorted(graded.values(), reverse=True))


def _gain(in_order: Iterable[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(in_order, 1))


MEASURES: tuple[JobMeasure, ...] = (
    JobMeasure("requirements: precision", precision),
    JobMeasure("requirements: recall", recall),
    JobMeasure("requirements: F1", f1, 0.85),
    JobMeasure("tier right", tiers, 0.85),
    JobMeasure("descriptions whose clutter yields one", clutter, 0.0, fewer=True),
    JobMeasure("pair order", lambda m, ds: pair_order(engine_scores(m), ds), 0.85),
    JobMeasure("nDCG", lambda m, ds: ndcg(engine_scores(m), ds)),
    JobMeasure("pair order, TF-IDF cosine", lambda _, ds: pair_order(cosine_scores(), ds)),
    JobMeasure("nDCG, TF-IDF cosine", lambda _, ds: ndcg(cosine_scores(), ds)),
    JobMeasure("pair order, word overlap", lambda _, ds: pair_order(overlap_scores(), ds)),
    JobMeasure("nDCG, word overlap", lambda _, ds: ndcg(overlap_scores(), ds)),
)
