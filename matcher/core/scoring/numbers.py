"""Every number that moves a score, with its reason; how they were found: docs/scoring.md."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.core.model import EvidenceKind, How, Tier

SCORING_VERSION = "2"
"""Changes with every number below, so that old and new scores are never compared unawares."""

STRENGTH: Mapping[EvidenceKind, float] = {
    EvidenceKind.OUTCOME: 1.0,
    EvidenceKind.USED: 0.8,
    EvidenceKind.CERTIFICATE: 0.7,
    EvidenceKind.OTHERS: 0.4,
    EvidenceKind.CERTIFICATE_EXPIRED: 0.4,
    EvidenceKind.TITLE: 0.35,
    EvidenceKind.CERTIFICATE_IN_PROGRESS: 0.25,
    EvidenceKind.LISTED: 0.0,  # a claim: see CLAIMS_CAP
}
"""Strength of a mention by its kind; kinds left out count for nothing."""

QUALITY: Mapping[How, float] = {How.EXACT: 1.0, How.VARIANT: 0.9, How.LIKELY: 0.6}
TIER_WEIGHT: Mapping[Tier, float] = {Tier.ESSENTIAL: 3.0, Tier.IMPORTANT: 2.0, Tier.OPTIONAL: 1.0}
FULL_COVERAGE = 0.35
"""Share of an area's weight that earns full coverage: nobody shows everything."""
CLAIM_STRENGTH = 0.5
"""Strength at which a skill that is only listed enters the claimed coverage."""
CLAIMS_CAP = 8.0
"""Points that claims alone could add to a role if they covered all of it."""
MET = 0.6
"""Strength from which a requirement is met."""
SHOWN = EvidenceKind.USED
"""The kind of evidence a gain is computed for."""
STRONG_SCORE, PARTIAL_SCORE, STRONG_GATE = 60.0, 30.0, 0.6
