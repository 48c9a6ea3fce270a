"""Computes matcher/taxonomy/weights.npz anew after phrases, labels or the background changed: make weights."""

from __future__ import annotations

from pathlib import Path

from matcher import reference_data
from matcher.core import phrase_fit

TARGET = Path(__file__).resolve().parent.parent / "matcher" / "taxonomy" / "weights.npz"

if __name__ == "__main__":
    weights = phrase_fit.fit(reference_data.examples())
    TARGET.write_bytes(weights.to_bytes())
    print(
        f"{TARGET.name}: {len(weights.skill_ids)} skills, {len(weights.terms)} terms, {TARGET.stat().st_size:,} bytes"
    )
