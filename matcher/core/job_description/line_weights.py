"""Which part of a job description each line belongs to, by frozen linear weights (docs/decisions/0022).

A line is judged by what is told of it, and by the lines around it: a benefit stands among benefits. The weights ship
with the project; nobody's text changes them.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from matcher.core.model.job_descriptions import Part

Floats = NDArray[np.float64]
RELIANCE = 0.7
"""Weight of the order of lines beside their words: the words of lines side by side are not independent."""
NEVER = -99.0
"""Logarithm of the chance that an item of a list or a sentence with a full stop is a heading."""
_NO_HEADINGS = frozenset({"shape:item", "shape:."})
"""Features of lines that are no headings."""
DIGITS = 4
"""Decimals of what a line's features say, so that all machines agree."""


@dataclass(frozen=True, slots=True)
class LineWeights:
    """`rows`: feature -> row; `weights` (features × parts), `offsets` (parts): what each feature says for each part.

    `usual`: logarithm of each part's share of all lines. `opening`, `following` (2 × parts × parts): logarithms of how
    often a description opens with a part, and one part follows another in the next paragraph or the same.
    `made_from`: fingerprint of the adverts they were learned from.
    """

    made_from: str
    parts: tuple[Part, ...]
    rows: Mapping[str, int] = field(repr=False)
    weights: Floats = field(repr=False)
    offsets: Floats = field(repr=False)
    usual: Floats = field(repr=False)
    opening: Floats = field(repr=False)
    following: Floats = field(repr=False)

    def chances(self, told: Sequence[Sequence[str]], is_same: Sequence[bool]) -> Floats:
        """The probability of each part (column) for each line (row): the forward–backward algorithm (Rabiner 1989).

        `told`: the features of each line; `is_same`: of each line but the first, if it stands in the paragraph of the
        one before.
        """
        said = _log_shares(np.round([self._said(of_line) for of_line in told], DIGITS)) - RELIANCE * self.usual
        no_heading = [not _NO_HEADINGS.isdisjoint(of_line) for of_line in told]
        said[no_heading, self.parts.index(Part.HEADING)] = NEVER
        forward, backward = said.copy(), np.zeros_like(said)
        steps = RELIANCE * self.following
        forward[0] += RELIANCE * self.opening
        for i, same in enumerate(is_same):
            forward[i + 1] += np.logaddexp.reduce(forward[i][:, None] + steps[int(same)], axis=0)
        for i, same in reversed(list(enumerate(is_same))):
            backward[i] = np.logaddexp.reduce(steps[int(same)] + said[i + 1] + backward[i + 1], axis=1)
        return np.exp(_log_shares(forward + backward))

    def _said(self, of_line: Sequence[str]) -> Floats:
        look_up = self.rows.get
        rows = sorted([row for feature in of_line if (row := look_up(feature)) is not None])
        said: Floats = self.offsets + self.weights[rows].sum(axis=0)
        return said

    def to_bytes(self) -> bytes:
        """The weights as a NumPy archive."""
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            made_from=np.array(self.made_from),
            parts=np.array("\n".join(self.parts)),
            rows=np.array("\n".join(self.rows)),
            weights=self.weights.astype(np.float32),
            offsets=self.offsets.astype(np.float32),
            usual=self.usual.astype(np.float32),
            opening=self.opening.astype(np.float32),
            following=self.following.astype(np.float32),
        )
        return buffer.getvalue()

    @staticmethod
    def from_bytes(data: bytes) -> LineWeights:
        """The weights that `to_bytes` made."""
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            names = ("weights", "offsets", "usual", "opening", "following")
            return LineWeights(
                str(archive["made_from"]),
                tuple(map(Part, str(archive["parts"]).split("\n"))),
                {feature: row for row, feature in enumerate(str(archive["rows"]).split("\n"))},
                *(archive[name].astype(np.float64) for name in names),
            )


def _log_shares(said: Floats) -> Floats:
    """Logarithms of the shares of each row."""
    shares: Floats = said - np.logaddexp.reduce(said, axis=1)[:, None]
    return shares
