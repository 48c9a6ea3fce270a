"""Which roles lead for a document, and by how much."""

from __future__ import annotations

from matcher.batch.record import Facts
from matcher.writers import wording

TIED = "tied"


def leading(told: Facts) -> frozenset[str]:
    """Ids of the best role and those tied with it; empty if the document shows nothing of any role."""
    if not told.roles or not wording.tenths(told.roles[0].score):
        return frozenset()
    return frozenset((told.roles[0].id, *told.roles[0].tied_with))


def lead(told: Facts) -> str:
    """Points that the best role is ahead of the next, or `TIED`; empty where none is ahead."""
    if not leading(told) or len(told.roles) < 2:
        return ""
    best = told.roles[0]
    return TIED if best.tied_with else f"{best.margin_to_next or 0.0:.1f}"
