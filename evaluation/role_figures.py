"""How well roles are ranked and bands given, and how people who belong to no role fare."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from evaluation.corpus import Half, LabelledDocument, digest
from evaluation.intervals import Array, Estimate, bootstrapped, share, share_of
from evaluation.measures import Measure, Unit
from evaluation.systems import BANDS, Answer, Given, System
from matcher import reference_data
from matcher.core.scoring import CLAIMS_CAP

PASTED = frozenset({"pasted_role", "pasted_advert", "stuffing"})
"""Kinds of outsiders whose text holds what a role asks for."""
NONSENSE = 0.01
"""Share of outsiders allowed above the line that recognition is measured at."""
WEAK_RESUMES = 5
"""Resumes of each half that every role's list is pasted into."""


def _top_1(who: Callable[[LabelledDocument], bool]) -> Callable[[System, Sequence[Answer]], Estimate]:
    def take(_: System, answers: Sequence[Answer]) -> Estimate:
        return share_of([a.is_right_role for a in answers if who(a.document)])

    return take


def _belongs(document: LabelledDocument) -> bool:
    return document.belongs


def _is_true_description(document: LabelledDocument) -> bool:
    return document.is_description and document.kind == "true"


def mean_reciprocal_rank(_: System, answers: Sequence[Answer]) -> Estimate:
    """Mean of 1 / rank of the right role, 0 where it has none."""
    return bootstrapped([(_reciprocal(a), 1) for a in answers if a.document.belongs], lambda s: s[..., 0] / s[..., 1])


def _reciprocal(answer: Answer) -> float:
    ranking = answer.given.ranking
    return 1 / (1 + ranking.index(answer.document.role)) if answer.document.role in ranking else 0.0


def recognised(_: System, answers: Sequence[Answer]) -> Estimate:
    """People who belong whose best score is above the line that at most 1 % of outsiders pass."""
    line = threshold([a.given.best for a in answers if a.document.is_outsider])
    return share_of([a.given.best > line for a in answers if a.document.belongs])


def threshold(outsiders: Sequence[float]) -> float:
    """The lowest line that at most `NONSENSE` of the outsiders' best scores are above."""
    falling = sorted(outsiders, reverse=True)
    allowed = int(NONSENSE * len(falling))
    return falling[allowed] if allowed < len(falling) else 0.0


def recognised_among_honest(_: System, answers: Sequence[Answer]) -> Estimate:
    """The same with a line drawn without the documents into which something was pasted."""
    honest = [a.given.best for a in answers if a.document.is_outsider and a.document.kind not in PASTED]
    line = threshold(honest)
    return share_of([a.given.best > line for a in answers if a.document.belongs])


def _resumes(answers: Sequence[Answer]) -> list[Answer]:
    return [a for a in answers if not a.document.is_description]


def band_agreement(_: System, answers: Sequence[Answer]) -> Estimate:
    """Resumes with exactly the band of the label."""
    return share_of([a.band == a.document.band for a in _resumes(answers)])


def band_kappa(_: System, answers: Sequence[Answer]) -> Estimate:
    """Quadratic weighted kappa (Cohen 1968) of the bands; documents not assessed are left out."""
    rows = [_cell(a.document.band, a.band) for a in _resumes(answers) if a.band in BANDS]
    return bootstrapped(rows, quadratic_kappa)


def _cell(wanted: str, got: str) -> list[float]:
    cell = [0.0] * len(BANDS) ** 2
    cell[len(BANDS) * BANDS.index(wanted) + BANDS.index(got)] = 1.0
    return cell


def quadratic_kappa(sums: Array) -> Array:
    """1 − observed over expected disagreement, disagreement being the squared distance of the bands."""
    k = len(BANDS)
    table = sums.reshape(*sums.shape[:-1], k, k)
    steps = np.arange(k, dtype=np.float64)
    distance = (steps[:, None] - steps[None, :]) ** 2
    by_chance = table.sum(-1)[..., :, None] * table.sum(-2)[..., None, :] / table.sum((-1, -2))[..., None, None]
    expected = (by_chance * distance).sum((-1, -2))
    return np.asarray(1 - (table * distance).sum((-1, -2)) / np.where(expected > 0, expected, 1.0))


def strong_recognised(_: System, answers: Sequence[Answer]) -> Estimate:
    """Resumes labelled strong that are rated strong."""
    return share_of([a.band == "strong" for a in _resumes(answers) if a.document.band == "strong"])


def _is_foil(document: LabelledDocument) -> bool:
    return not document.is_description and document.kind == "foil"


def _is_stranger(document: LabelledDocument) -> bool:
    return document.is_outsider and document.kind != "foil"


def _is_outside_foil(document: LabelledDocument) -> bool:
    return document.is_outsider and document.kind == "foil"


def _is_neighbour(document: LabelledDocument) -> bool:
    return document.is_description and document.kind == "neighbour"


def _rated(
    who: Callable[[LabelledDocument], bool], bands: Sequence[str]
) -> Callable[[System, Sequence[Answer]], Estimate]:
    def take(_: System, answers: Sequence[Answer]) -> Estimate:
        return share_of([_best_band(a) in bands for a in answers if who(a.document)])

    return take


def _best_band(answer: Answer) -> str:
    report = answer.given.report
    return min((role.band.value for role in report.role_scores), key=BANDS.index) if report else ""


def stuffing_gain(system: System, answers: Sequence[Answer]) -> Estimate:
    """The most points that pasting all skills of a role gives one of the weak resumes."""
    gains = [after.scores[role_id] - before.scores[role_id] for role_id, before, after in _stuffed(system, answers)]
    return Estimate(round(max(gains, default=0.0), 6), len(gains))


def stuffing_bands(system: System, answers: Sequence[Answer]) -> Estimate:
    """How often the band of the role changes by that."""
    changed = [_band_in(before, r) != _band_in(after, r) for r, before, after in _stuffed(system, answers)]
    return share(sum(changed), len(changed))


def _band_in(given: Given, role_id: str) -> str:
    roles = given.report.role_scores if given.report else ()
    return next((role.band.value for role in roles if role.role_id == role_id), "")


def _stuffed(system: System, answers: Sequence[Answer]) -> list[tuple[str, Given, Given]]:
    """Role, what a weak resume was given, what it is given with the role's list."""
    return [
        (role_id, answer.given, system.ask(f"{answer.document.text.rstrip()}\n\nSkills\n{skills}\n"))
        for answer in _weak(answers)
        for role_id, skills in _skill_lists().items()
    ]


def _weak(answers: Sequence[Answer]) -> list[Answer]:
    """`WEAK_RESUMES` outsiders of each half, by chance, other trades before foils; none that pasted anything."""
    order = {"trade": 0, "foil": 1}
    weak = [a for a in answers if a.document.is_outsider and a.document.kind in order]
    weak.sort(key=lambda a: (order[a.document.kind], digest(a.document.id)))
    return [a for half in Half for a in [a for a in weak if a.document.half is half][:WEAK_RESUMES]]


def _skill_lists() -> dict[str, str]:
    """Role id -> the preferred labels of everything it asks for, as pasted into a skills section."""
    data = reference_data.load()
    return {
        profile.id: ", ".join(
            data.skills[r.skill_id].preferred_label for area in profile.areas for r in area.requirements
        )
        for profile in data.profiles
    }


_ROLES, _BANDS, _OUTSIDERS, _STUFFING = "Role", "Band", "Outsiders", "Stuffing"

MEASURES = (
    Measure("role_top1", "resumes, right role first", _ROLES, _top_1(_belongs), target=0.95, for_all=True),
    Measure("role_mrr", "resumes, mean reciprocal rank", _ROLES, mean_reciprocal_rank, for_all=True, is_share=False),
    Measure(
        "text_top1",
        "descriptions, right role first",
        _ROLES,
        _top_1(_is_true_description),
        target=33 / 35,
        for_all=True,
    ),
    Measure("recognised", "recognised at 1 % nonsense", _ROLES, recognised, target=0.90, for_all=True),
    Measure("recognised_honest", "the same, nothing pasted", _ROLES, recognised_among_honest, for_all=True),
    Measure("band", "right band", _BANDS, band_agreement, target=0.85),
    Measure("band_kappa", "quadratic weighted kappa", _BANDS, band_kappa, target=0.75, is_share=False),
    Measure("strong", "strong ones rated strong", _BANDS, strong_recognised),
    Measure("foils_strong", "foils rated strong", _OUTSIDERS, _rated(_is_foil, ["strong"]), target=0.02, fewer=True),
    Measure(
        "foils_partial",
        "foils rated partial or strong",
        _OUTSIDERS,
        _rated(_is_outside_foil, ["strong", "partial"]),
        fewer=True,
    ),
    Measure("strangers_strong", "strangers rated strong", _OUTSIDERS, _rated(_is_stranger, ["strong"]), fewer=True),
    Measure(
        "strangers_partial",
        "strangers rated partial or strong",
        _OUTSIDERS,
        _rated(_is_stranger, ["strong", "partial"]),
        fewer=True,
    ),
    Measure(
        "neighbours_partial",
        "neighbours' descriptions rated partial",
        _OUTSIDERS,
        _rated(_is_neighbour, ["strong", "partial"]),
        fewer=True,
    ),
    Measure(
        "stuffing_gain",
        "most points gained by a role's whole list",
        _STUFFING,
        stuffing_gain,
        Unit.POINTS,
        target=CLAIMS_CAP,
        fewer=True,
        for_all=True,
        is_share=False,
    ),
    Measure("stuffing_bands", "bands changed by it", _STUFFING, stuffing_bands, target=0.0, fewer=True),
)
