"""From what a document shows to the score of every role."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise, starmap

from matcher.core.model import (
    AreaScore,
    Band,
    GateScore,
    RequirementScore,
    RoleProfile,
    RoleScore,
    Skill,
    Status,
)
from matcher.core.scoring.numbers import MET, PARTIAL_SCORE, STRONG_GATE, STRONG_SCORE
from matcher.core.scoring.sheet import Sheet, lay_out
from matcher.core.scoring.shown import Shown
from matcher.core.scoring.tally import Tally, gains, points, tally


class Scorer:
    """Scores documents against roles. Made once from their profiles, holds nothing of any document."""

    def __init__(self, profiles: Sequence[RoleProfile], skills: Mapping[str, Skill]) -> None:
        self._profiles = tuple(profiles)
        self._sheet = lay_out(self._profiles, skills)
        self._tiers = [r.tier for profile in self._profiles for area in profile.areas for r in area.requirements]
        self._titles = [(area.title, area.weight) for profile in self._profiles for area in profile.areas]
        self._spans = _spans(len(area.requirements) for profile in self._profiles for area in profile.areas)
        self._areas_of = _spans(len(profile.areas) for profile in self._profiles)
        self._gates_of = _spans(len(profile.gates) for profile in self._profiles)

    @property
    def sheet(self) -> Sheet:
        """The profiles as arrays."""
        return self._sheet

    def scores(self, shown: Shown) -> list[RoleScore]:
        """The score of each role, in the order of the profiles, for what a document shows."""
        sums = tally(self._sheet, shown)
        areas = self._areas(sums, shown)
        fulfilment = sums.fulfilment.tolist()
        scores = []
        for profile, of_role, gates_of in zip(self._profiles, self._areas_of, self._gates_of, strict=True):
            gates = tuple(
                GateScore(gate.title, reached, gate.any_of)
                for gate, reached in zip(profile.gates, fulfilment[gates_of], strict=True)
            )
            band = _band(areas[of_role], gates, shown.is_role_description)
            scores.append(RoleScore(profile.id, profile.title, band, areas[of_role], gates, profile.occupations))
        return scores

    def _areas(self, sums: Tally, shown: Shown) -> tuple[AreaScore, ...]:
        """The score of each area of each role."""
        of_each, evidenced, claimed = points(self._sheet, sums)
        requirements = self._requirements(sums, of_each.tolist(), shown)
        numbers = zip(sums.coverage.tolist(), evidenced.tolist(), claimed.tolist(), strict=True)
        return tuple(
            AreaScore(*title, *three, requirements[span])
            for title, three, span in zip(self._titles, numbers, self._spans, strict=True)
        )

    def _requirements(self, sums: Tally, of_each: list[float], shown: Shown) -> tuple[RequirementScore, ...]:
        ids, strength = self._sheet.skill_ids, sums.strength.tolist()
        statuses = [_status(y, skill_id in shown.listed) for skill_id, y in zip(ids, strength, strict=True)]
        evidence = [shown.evidence.get(skill_id, ()) for skill_id in ids]
        gained = gains(self._sheet, sums).tolist()
        columns = zip(ids, self._tiers, statuses, strength, of_each, gained, evidence, strict=True)
        return tuple(starmap(RequirementScore, columns))


def _spans(lengths: Iterable[int]) -> list[slice]:
    """Where consecutive pieces of these lengths lie."""
    return list(starmap(slice, pairwise(accumulate(lengths, initial=0))))


def _status(strength: float, is_listed: bool) -> Status:
    if strength >= MET:
        return Status.MET
    if strength > 0.0:
        return Status.PARTLY
    return Status.CLAIMED if is_listed else Status.MISSING


def _band(areas: Sequence[AreaScore], gates: Sequence[GateScore], is_role_description: bool) -> Band:
    evidenced = math.fsum(area.evidenced for area in areas)
    if not is_role_description and evidenced >= STRONG_SCORE and all(gate.fulfilment >= STRONG_GATE for gate in gates):
        return Band.STRONG
    return Band.PARTIAL if evidenced >= PARTIAL_SCORE else Band.WEAK
