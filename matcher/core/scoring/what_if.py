"""What would lift a role to its next band: the smallest set of skills that, if they were shown, would do it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from matcher.core.model import Band, MatchReport, NextBand, RoleProfile, Skill
from matcher.core.scoring.numbers import PARTIAL_SCORE, SHOWN, STRENGTH, STRONG_GATE, STRONG_SCORE
from matcher.core.scoring.scorer import Scorer
from matcher.core.scoring.sheet import Numbers
from matcher.core.scoring.shown import Shown, weigh, with_shown
from matcher.core.scoring.tally import strengths

MOST_SKILLS = 12
"""Skills beyond which a list of what to show is no advice any more."""
_NEAR = 9
"""Decimals to which nearness is compared, so that all machines choose alike."""
_ABOVE = {Band.WEAK: Band.PARTIAL, Band.PARTIAL: Band.STRONG}


def with_next_bands(report: MatchReport, profiles: Iterable[RoleProfile], skills: Mapping[str, Skill]) -> MatchReport:
    """`report` with `next_bands`: what would lift each of its roles, and its job description. 1–2 ms a role.

    `profiles`: those it was made with, or more; `skills`: of the taxonomy.
    """
    told = report.skills_with(skills)
    shown = weigh(report.mentions, told, report.is_role_description)
    of_id = {profile.id: profile for profile in profiles}
    wanted = [of_id[role.role_id] for role in report.role_scores]
    if report.job:
        wanted.append(report.job.description.profile)
    return replace(report, next_bands={profile.id: WhatIf(profile, told).next_band(shown) for profile in wanted})


class WhatIf:
    """Answers for one role, many sets of skills at once: one row of numbers a set. Holds nothing of any document."""

    def __init__(self, profile: RoleProfile, skills: Mapping[str, Skill]) -> None:
        self._skills, self._scorer = skills, Scorer((profile,), skills)
        self._sheet = sheet = self._scorer.sheet
        self._ids = list(dict.fromkeys(sheet.skill_ids))
        self._raised = np.zeros((len(self._ids), len(sheet.skills)))
        for row, skill_id in enumerate(self._ids):
            for affected, share in {skill_id: 1.0, **skills[skill_id].implies}.items():
                self._raised[row, sheet.skills[affected]] = STRENGTH[SHOWN] * share
        self._areas = np.searchsorted(sheet.area, np.arange(len(sheet.areas.full)))
        self._gates = np.searchsorted(sheet.gates.member_of, np.arange(len(sheet.gates.enough)))

    def next_band(self, shown: Shown) -> NextBand | None:
        """A smallest set of skills that lifts the role; None at the top, or if `MOST_SKILLS` do not do it.

        Greedy by what brings the band nearest; then every skill that is not needed, and every pair that one other
        skill can stand for, is taken out again.
        """
        now = self._scorer.scores(shown)[0]
        if now.band not in _ABOVE or shown.is_role_description:
            return None
        wanted = _ABOVE[now.band]
        missing = [self._ids.index(r.skill_id) for r in now.missing]
        before = strengths(self._sheet, shown)
        chosen = self._greedy(before, missing, wanted)
        return None if chosen is None else self._told(shown, self._smaller(chosen, before, missing, wanted))

    def _told(self, shown: Shown, chosen: Sequence[int]) -> NextBand:
        """The answer, scored as everything else is."""
        ids = tuple(self._ids[row] for row in chosen)
        for skill_id in ids:
            shown = with_shown(shown, skill_id, self._skills)
        after = self._scorer.scores(shown)[0]
        return NextBand(after.band, ids, after.value)

    def _greedy(self, before: Numbers, missing: Sequence[int], wanted: Band) -> list[int] | None:
        chosen: list[int] = []
        while len(chosen) < MOST_SKILLS:
            left = [row for row in missing if row not in chosen]
            if not left:
                return None
            near = self._nearness(before, [[*chosen, row] for row in left], wanted)
            best = int(np.argmax(near))
            chosen.append(left[best])
            if near[best] >= 0.0:
                return chosen
        return None

    def _smaller(self, chosen: list[int], before: Numbers, others: Sequence[int], wanted: Band) -> list[int]:
        """`chosen` without what is not needed, and with one skill for two wherever that will do."""
        while len(chosen) > 1:
            idle = [[s for s in chosen if s != out] for out in reversed(chosen)]
            fewer = self._first_that_does(before, idle, wanted) or self._first_that_does(
                before, _with_one_for_two(chosen, others), wanted
            )
            if fewer is None:
                break
            chosen = fewer
        return chosen

    def _first_that_does(self, before: Numbers, sets: list[list[int]], wanted: Band) -> list[int] | None:
        near = self._nearness(before, sets, wanted) if sets else np.empty(0)
        return next((sets[i] for i in np.flatnonzero(near >= 0.0)), None)

    def _nearness(self, before: Numbers, sets: Sequence[Sequence[int]], wanted: Band) -> Numbers:
        """How near each set brings the role to the band, in points and gates still lacking; 0 is there."""
        sheet = self._sheet
        strength = np.maximum(before, np.stack([self._raised[list(rows)].max(axis=0) for rows in sets]))
        covered = np.add.reduceat(strength[:, sheet.skill] * sheet.weight, self._areas, axis=1)
        opened = np.add.reduceat(strength[:, sheet.gates.member], self._gates, axis=1)
        fulfilment = np.minimum(1.0, opened / sheet.gates.enough)
        wide = (np.minimum(1.0, covered / sheet.areas.full) * sheet.areas.weight).sum(axis=1)
        evidenced = 100.0 * (0.5 + 0.5 * fulfilment.mean(axis=1)) * wide
        if wanted is Band.PARTIAL:
            near = np.minimum(0.0, evidenced - PARTIAL_SCORE)
        else:
            lacking = np.maximum(0.0, STRONG_GATE - fulfilment).mean(axis=1)
            near = np.minimum(0.0, evidenced - STRONG_SCORE) - 100.0 * lacking
        rounded: Numbers = np.round(near, _NEAR)
        return rounded


def _with_one_for_two(chosen: Sequence[int], others: Sequence[int]) -> list[list[int]]:
    fresh = [row for row in others if row not in chosen]
    return [[*(s for s in chosen if s not in pair), row] for pair in combinations(chosen, 2) for row in fresh]
