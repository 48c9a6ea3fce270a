"""The figures as a table to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from evaluation.figures import PARTS, Figures
from evaluation.intervals import Estimate
from evaluation.measures import Measure, Unit

_TITLE, _CELL, _TARGET = 46, 31, 9
_SYSTEM, _SHORT = 30, 12
_SHORT_TITLES = {
    "role_top1": "role first",
    "role_mrr": "MRR",
    "text_top1": "text first",
    "recognised": "recognised",
    "recognised_honest": "unpasted",
    "stuffing_gain": "stuffing",
    "named_f1": "named F1",
    "described_recall": "descr. rec.",
    "likely_precision": "descr. prec.",
    "band": "band",
    "typo_recall": "typos",
}


def table(figures: Figures, measures: Sequence[Measure]) -> Iterator[str]:
    """A line for each measure: value, interval and n for each part, the target, whether the final half meets it."""
    yield _line("", *PARTS, "target")
    for group, members in groupby(measures, key=lambda m: m.group):
        yield group
        for measure in members:
            yield measure_line(measure, figures[measure.id])


def measure_line(measure: Measure, parts: Mapping[str, Estimate]) -> str:
    """One measure."""
    cells = [cell(measure, parts[part]) if part in parts else "" for part in PARTS]
    return _line(f"  {measure.title}", *cells, _target(measure), _verdict(measure, parts))


def _line(title: str, *cells: str) -> str:
    *values, target, verdict = cells if len(cells) == len(PARTS) + 2 else (*cells, "")
    return f"{title:<{_TITLE}}{''.join(f'{v:<{_CELL}}' for v in values)}{target:<{_TARGET}}{verdict}".rstrip()


def cell(measure: Measure, estimate: Estimate) -> str:
    """Value, interval, n."""
    if estimate.n == 0:
        return f"{'–':>7}"
    value = text_of(measure, estimate.value)
    if estimate.low is None or estimate.high is None:
        return f"{value:>7} {'':<13} n {estimate.n}"
    between = f"[{_bare(measure, estimate.low)}–{_bare(measure, estimate.high)}]"
    return f"{value:>7} {between:<13} n {estimate.n}"


def text_of(measure: Measure, value: float) -> str:
    """A value in its unit: per cent, points, or a number from 0 to 1."""
    return f"{_bare(measure, value)} %" if measure.is_share else _bare(measure, value)


def _bare(measure: Measure, value: float) -> str:
    if measure.is_share:
        return f"{100 * value:.1f}"
    return f"{value:.1f}" if measure.unit is Unit.POINTS else f"{value:.3f}"


def _target(measure: Measure) -> str:
    if measure.target is None:
        return ""
    return f"{'≤' if measure.fewer else '≥'} {_bare(measure, measure.target)}"


def _verdict(measure: Measure, parts: Mapping[str, Estimate]) -> str:
    held = parts.get("final") or parts["together"]
    return "" if measure.target is None else "met" if measure.is_met(held) else "missed"


def comparison(systems: Mapping[str, Figures], measures: Sequence[Measure], part: str) -> Iterator[str]:
    """A line for each system, a column for each measure."""
    titles = "".join(f"{_SHORT_TITLES[m.id]:>{_SHORT + 1}}" for m in measures)
    yield f"{part:<{_SYSTEM}}{titles}"
    for name, figures in systems.items():
        cells = (_value(m, figures.get(m.id, {}), part) for m in measures)
        yield f"{name:<{_SYSTEM}}{''.join(f'{c:>{_SHORT + 1}}' for c in cells)}"


def _value(measure: Measure, parts: Mapping[str, Estimate], part: str) -> str:
    estimate = parts.get(part) or parts.get("together")
    return text_of(measure, estimate.value) if estimate and estimate.n else "–"
