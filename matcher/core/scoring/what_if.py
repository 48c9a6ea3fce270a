"""What would lift a role to its next band: the smallest set of skills that, if they were shown, would do it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from matcher.core.model import Band, RoleProfile, RoleScore, Skill
from matcher.core.scoring.numbers import PARTIAL_SCORE, STRONG_GATE, STRONG_SCORE
from matcher.core.scoring.scorer import Scorer
from matcher.core.scoring.shown import Shown, with_shown

MOST_SKILLS = 12
"""Skills beyond which a list of what to show is no advice any more."""
_RANK = {Band.WEAK: 0, Band.PARTIAL: 1, Band.STRONG: 2}


class NextBand(NamedTuple):
    """`skill_ids`: what would have to be shown in use, the most telling first; `value`: the score it would give."""

    band: Band
    skill_ids: tuple[str, ...]
    value: float


def next_band(profile: RoleProfile, shown: Shown, skills: Mapping[str, Skill]) -> NextBand | None:
    """A smallest set of skills that lifts the role of `profile`; None at the top, or if `MOST_SKILLS` do not do it.

    Greedy by what brings the band nearest, scored anew at each step; then every skill that is not needed, and every
    pair that one other skill can stand for, is taken out again.
    """
    scorer = Scorer((profile,), skills)

    def score(ids: Sequence[str]) -> RoleScore:
        with_them = shown
        for skill_id in ids:
            with_them = with_shown(with_them, skill_id, skills)
        return scorer.scores(with_them)[0]

    now = score(())
    if now.band is Band.STRONG or shown.is_role_description:
        return None
    wanted = _RANK[now.band] + 1
    chosen = _greedy(score, now, wanted)
    if chosen is None:
        return None
    chosen = smaller(chosen, [r.skill_id for r in now.missing], lambda ids: _RANK[score(ids).band] >= wanted)
    after = score(chosen)
    return NextBand(after.band, tuple(chosen), after.value)


def _greedy(score: Callable[[Sequence[str]], RoleScore], now: RoleScore, wanted: int) -> list[str] | None:
    chosen: list[str] = []
    while _RANK[now.band] < wanted:
        left = [r.skill_id for r in now.missing if r.skill_id not in chosen]
        if not left or len(chosen) >= MOST_SKILLS:
            return None
        best = max(left, key=lambda skill_id: (_nearness(score([*chosen, skill_id]), wanted), -left.index(skill_id)))
        chosen.append(best)
        now = score(chosen)
    return chosen


def _nearness(role: RoleScore, wanted: int) -> float:
    """How near a role is to a band, in points and gates still lacking; 0 is there."""
    if wanted == _RANK[Band.PARTIAL]:
        return min(0.0, role.evidenced - PARTIAL_SCORE)
    lacking = sum(max(0.0, STRONG_GATE - gate.fulfilment) for gate in role.gates)
    return min(0.0, role.evidenced - STRONG_SCORE) - 100.0 * lacking / len(role.gates)


def smaller(chosen: list[str], others: Sequence[str], does: Callable[[Sequence[str]], bool]) -> list[str]:
    """`chosen` without what is not needed, and with one skill for two wherever that will do."""
    for skill_id in reversed(chosen):
        rest = [s for s in chosen if s != skill_id]
        if does(rest):
            chosen = rest
    for i in range(len(chosen)):
        for j in range(i + 1, len(chosen)):
            rest = [s for at, s in enumerate(chosen) if at not in (i, j)]
            for skill_id in others:
                if skill_id not in chosen and does([*rest, skill_id]):
                    return smaller([*rest, skill_id], others, does)
    return chosen
