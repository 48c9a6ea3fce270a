"""95 % intervals: Wilson's for shares, the bootstrap by document for everything else."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

Z = 1.959964
"""Standard deviations of the normal distribution that leave 2.5 % on either side."""
SEED, RESAMPLES = 20260, 2000
DIGITS = 6
"""Decimals of every figure, so that all machines agree."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure measured on `n` things, and its 95 % interval; both ends are None where there is none to give."""

    value: float
    n: int
    low: float | None = None
    high: float | None = None

    @property
    def width(self) -> float:
        """Width of the interval, 0 without one."""
        return 0.0 if self.low is None or self.high is None else self.high - self.low

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {"value": self.value, "n": self.n, "low": self.low, "high": self.high}


def share(right: int, n: int) -> Estimate:
    """`right` of `n` with the interval of Wilson (1927); 0–1 of nothing."""
    if n == 0:
        return Estimate(0.0, 0, 0.0, 1.0)
    p, z2 = right / n, Z * Z
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z / (1 + z2 / n) * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return Estimate(_rounded(p), n, _rounded(max(0.0, middle - half)), _rounded(min(1.0, middle + half)))


def share_of(verdicts: Sequence[bool]) -> Estimate:
    """The share that is true."""
    return share(sum(verdicts), len(verdicts))


def bootstrapped(
    rows: Sequence[Sequence[float]], statistic: Callable[[Array], Array], n: int | None = None
) -> Estimate:
    """`statistic` of the summed rows, one row of counts for each document, with the percentiles of Efron (1979).

    `statistic` takes sums in its last axis. `n`: what was counted; the documents by default.
    """
    if not rows:
        return Estimate(0.0, 0)
    counts = np.asarray(rows, dtype=np.float64)
    chosen = np.random.default_rng(SEED).integers(0, len(counts), size=(RESAMPLES, len(counts)))
    low, high = np.percentile(statistic(counts[chosen].sum(axis=1)), [2.5, 97.5])
    value = float(statistic(counts.sum(axis=0)))
    return Estimate(_rounded(value), len(rows) if n is None else n, _rounded(low), _rounded(high))


def _rounded(value: float) -> float:
    return round(float(value), DIGITS)
