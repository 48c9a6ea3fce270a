"""How well the evidence covers roles, and why. The formula and every constant: docs/scoring.md.

The `Scorer` itself is in `scorer.py`: faces that only tell the numbers need not load NumPy.
"""

from matcher.core.scoring.numbers import (
    CLAIM_STRENGTH,
    CLAIMS_CAP,
    FULL_COVERAGE,
    MET,
    PARTIAL_SCORE,
    QUALITY,
    SCORING_VERSION,
    STRENGTH,
    STRONG_GATE,
    STRONG_SCORE,
    TIER_WEIGHT,
)
from matcher.core.scoring.shown import Shown, strength_of, weigh, with_shown

__all__ = [
    "CLAIMS_CAP",
    "CLAIM_STRENGTH",
    "FULL_COVERAGE",
    "MET",
    "PARTIAL_SCORE",
    "QUALITY",
    "SCORING_VERSION",
    "STRENGTH",
    "STRONG_GATE",
    "STRONG_SCORE",
    "TIER_WEIGHT",
    "Shown",
    "strength_of",
    "weigh",
    "with_shown",
]
