"""`python -m evaluation.jobs`: how right job descriptions are read, on labelled invented ones.

`--errors`: what is wrong on the development half.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from evaluation.corpus import Half
from evaluation.intervals import Estimate
from evaluation.jobs import figures
from evaluation.jobs.corpus import Described, descriptions
from matcher import Matcher


def table(matcher: Matcher) -> Iterator[str]:
    """A line a measure: value, interval and n for each part, the target and whether the final half meets it."""
    chosen = figures.parts()
    yield f"{'Job descriptions':<42}" + "".join(f"{part:<31}" for part in figures.PARTS) + "target"
    for measure in figures.MEASURES:
        cells = {part: measure.take(matcher, chosen[part]) for part in figures.PARTS}
        shown = "".join(_cell(cell) for cell in cells.values())
        verdict = ""
        if measure.target is not None:
            sign = "≤" if measure.fewer else "≥"
            met = measure.is_met(cells[Half.FINAL.value])
            verdict = f"{sign} {measure.target:.2f}  {'met' if met else 'missed'}"
        yield f"  {measure.title:<40}{shown}{verdict}".rstrip()


def _cell(cell: Estimate) -> str:
    if cell.n == 0:
        return f"{'–':>6}{'':<25}"
    return f"{cell.value:>6.3f} [{cell.low or 0:.3f}–{cell.high or 0:.3f}] n {cell.n:<8}"


def errors(matcher: Matcher) -> Iterator[str]:
    """What was missed, what was wrong and what has another tier, for the development half."""
    for described in descriptions():
        if described.half is Half.DEVELOPMENT:
            yield described.id
            yield from _errors_of(matcher, described)


def _errors_of(matcher: Matcher, described: Described) -> Iterator[str]:
    text, wanted = described.text, figures._wanted(matcher, described)
    for asked, is_found in zip(described.asked, figures._found(matcher, described), strict=True):
        if not is_found:
            yield f"  missed      {text[asked.start : asked.end]!r} [{asked.skill_id}] {asked.tier}"
    for one in wanted:
        agreeing = [asked for asked in described.asked if figures._agree(one, asked)]
        word = text[one.span.start : one.span.end]
        if not agreeing:
            yield f"  not labelled {word!r} [{one.skill_id}] {one.why}"
        elif one.tier.value not in {asked.tier for asked in agreeing}:
            yield f"  tier        {word!r} {one.tier.value}, labelled {agreeing[0].tier}: {one.why}"


if __name__ == "__main__":
    told = errors if "--errors" in sys.argv[1:] else table
    for line in told(Matcher()):
        print(line)
