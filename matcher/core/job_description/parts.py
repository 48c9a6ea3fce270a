"""Which part of a job description each line belongs to."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from matcher.core.job_description.line_features import FACTUAL, features, goes_on
from matcher.core.job_description.line_weights import DIGITS, Floats, LineWeights
from matcher.core.job_description.lines import Line
from matcher.core.job_description.voice import is_sentence, opens_with_a_deed
from matcher.core.model.job_descriptions import COUNTED, Part
from matcher.core.tokens import Tokens

ASKED = 0.6
"""Probability of the parts that count together from which a line counts (docs/decisions/0022)."""
FAINT = 0.2
"""The same in a text of which no line counts otherwise: a few words, or none of the usual."""
_FACTS = frozenset({Part.PAY, Part.HEADING})
"""What the lines of a note look like: a few words without a sentence around them."""


def classify(lines: Sequence[Line], tokens: Tokens, weights: LineWeights, title: Collection[str]) -> list[Part]:
    """The part of each line, in order. `title`: the canonical words of the job's title."""
    if not lines:
        return []  # nothing but headings
    told = features(lines, tokens, title)
    chances = weights.chances(told, goes_on(lines))
    _believe_headings(chances, weights.parts, lines, tokens)
    if len(lines) > 1 and not is_sentence(lines[0], tokens):
        chances[0] = [part is Part.HEADING for part in weights.parts]  # the title
    counts = np.array([part in COUNTED for part in weights.parts])
    asked = np.round(chances[:, counts].sum(axis=1), DIGITS)
    is_asked = asked > (ASKED if (asked > ASKED).any() else FAINT)
    chosen = np.where(is_asked[:, None] == counts, chances, -1.0).argmax(axis=1)
    parts = [weights.parts[column] for column in chosen.tolist()]
    return parts if is_asked.any() else _as_note(parts, told)


def _believe_headings(chances: Floats, parts: Sequence[Part], lines: Sequence[Line], tokens: Tokens) -> None:
    """What stands under a heading that asks is hardly another heading; nor is a deed under one about the role."""
    heading = parts.index(Part.HEADING)
    for i, line in enumerate(lines):
        part = line.heading.part if line.heading else None
        if part is Part.ROLE and opens_with_a_deed(line, tokens):
            part = Part.DUTIES
        if part in COUNTED:
            chances[i, parts.index(part)] += chances[i, heading]
            chances[i, heading] = 0.0


def _as_note(parts: Sequence[Part], told: Sequence[Sequence[str]]) -> list[Part]:
    """The parts of a note of a few words a line, of which none seems to ask: those that give no fact do, the first,
    which is the title, left out.
    """
    is_plain = [part in _FACTS and FACTUAL.isdisjoint(of_line) for part, of_line in zip(parts, told, strict=True)]
    return [*parts[:1], *(Part.WANTED if plain else part for part, plain in zip(parts[1:], is_plain[1:], strict=True))]
