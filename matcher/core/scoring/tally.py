"""The sums behind the scores of all roles, and what they would be if one more skill were shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.core.scoring.numbers import CLAIM_STRENGTH, CLAIMS_CAP
from matcher.core.scoring.sheet import Effects, Numbers, Places, Sheet
from matcher.core.scoring.shown import Shown


@dataclass(frozen=True, slots=True)
class Tally:
    """Sums for one document; the arrays run as those of the sheet do.

    `strength`, `claim`: of each requirement, 0–1, shown and only claimed. `covered`, `claimed`: their weighted sums, by
    area. `coverage`, `told`: shares of the area's full weight shown, and shown or claimed. `opened`: summed strength
    of each gate, `fulfilment`: 0–1. `focus` and `wide`: by role, the factor of its gates and the sum of its areas.
    """

    strength: Numbers
    claim: Numbers
    covered: Numbers
    claimed: Numbers
    coverage: Numbers
    told: Numbers
    opened: Numbers
    fulfilment: Numbers
    focus: Numbers
    wide: Numbers


def tally(sheet: Sheet, shown: Shown) -> Tally:
    """The sums for what a document shows."""
    areas, gates = sheet.areas, sheet.gates
    of_all, listed = strengths(sheet, shown), np.zeros(len(sheet.skills), dtype=bool)
    listed[[sheet.skills[skill_id] for skill_id in shown.listed]] = True
    strength = of_all[sheet.skill]
    claim = np.where(listed, np.maximum(CLAIM_STRENGTH - of_all, 0.0), 0.0)[sheet.skill]
    covered = _summed(sheet.area, sheet.weight * strength, len(areas.full))
    claimed = _summed(sheet.area, sheet.weight * claim, len(areas.full))
    coverage = np.minimum(1.0, covered / areas.full)
    opened = _summed(gates.member_of, of_all[gates.member], len(gates.enough))
    fulfilment = np.minimum(1.0, opened / gates.enough)
    return Tally(
        strength,
        claim,
        covered,
        claimed,
        coverage,
        np.minimum(1.0, (covered + claimed) / areas.full),
        opened,
        fulfilment,
        0.5 + 0.5 * _summed(gates.role, fulfilment, sheet.role_count) / sheet.gate_counts,
        _summed(areas.role, areas.weight * coverage, sheet.role_count),
    )


def strengths(sheet: Sheet, shown: Shown) -> Numbers:
    """How strongly each of all skills is shown, 0–1."""
    of_all = np.zeros(len(sheet.skills))
    of_all[[sheet.skills[skill_id] for skill_id in shown.strength]] = list(shown.strength.values())
    return of_all


def points(sheet: Sheet, sums: Tally) -> tuple[Numbers, Numbers, Numbers]:
    """Points of each requirement, and of each area from evidence and from claims."""
    weight = sheet.areas.weight
    evidenced = 100.0 * sums.focus[sheet.areas.role] * weight * sums.coverage
    claimed = CLAIMS_CAP * weight * (sums.told - sums.coverage)
    per_shown = evidenced / np.where(sums.covered > 0.0, sums.covered, 1.0)
    per_claimed = claimed / np.where(sums.claimed > 0.0, sums.claimed, 1.0)
    of_each = sheet.weight * (per_shown[sheet.area] * sums.strength + per_claimed[sheet.area] * sums.claim)
    return of_each, evidenced, claimed


def gains(sheet: Sheet, sums: Tally) -> Numbers:
    """Points each role's score would rise if the skill of a requirement were shown in use; never negative."""
    count, role = len(sheet.skill_ids), sheet.role
    wide, claims = _area_rises(sheet, sums)
    on = sheet.on_gates
    opened = sums.opened[on.targets] + _summed(on.target, _rise(on, sums), len(on.targets))
    wider = np.minimum(1.0, opened / sheet.gates.enough[on.targets]) - sums.fulfilment[on.targets]
    focus = sums.focus[role] + 0.5 * _summed(on.targets_of, wider, count) / sheet.gate_counts[role]
    rises = 100.0 * (focus * (sums.wide[role] + wide) - sums.focus[role] * sums.wide[role]) + CLAIMS_CAP * claims
    return np.maximum(0.0, rises)


def _area_rises(sheet: Sheet, sums: Tally) -> tuple[Numbers, Numbers]:
    """By requirement: what its areas would add to the role's coverage, and to its claims (which shrink)."""
    on, count = sheet.on_areas, len(sheet.skill_ids)
    area, rise, weight = on.targets, _rise(on, sums), sheet.weight[on.lifted]
    full, share = sheet.areas.full[area], sheet.areas.weight[area]
    covered = sums.covered[area] + _summed(on.target, weight * rise, len(area))
    claimed = sums.claimed[area] - _summed(on.target, weight * np.minimum(rise, sums.claim[on.lifted]), len(area))
    after = np.minimum(1.0, covered / full)
    told = np.minimum(1.0, (covered + claimed) / full)
    wide = share * (after - sums.coverage[area])
    claims = share * (told - after - (sums.told[area] - sums.coverage[area]))
    return _summed(on.targets_of, wide, count), _summed(on.targets_of, claims, count)


def _rise(on: Effects, sums: Tally) -> Numbers:
    return np.maximum(0.0, on.to - sums.strength[on.lifted])


def _summed(places: Places, values: Numbers, count: int) -> Numbers:
    """`values` summed by their places, one after the other, so that every machine gets the same bits."""
    return np.bincount(places, values, count).astype(np.float64, copy=False)
