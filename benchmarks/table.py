"""One line of the table: what was measured, against which target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_WIDTHS = (62, 8, 10, 8)


@dataclass(frozen=True, slots=True)
class Line:
    """`most`: the target, the largest value that is still right; None where a value is shown for comparison only.

    `detail`: the measurements behind `measured`.
    """

    what: str
    measured: float
    most: float | None
    detail: str
    unit: str = ""

    @property
    def is_missed(self) -> bool:
        """True if there is a target and the measured value is beyond it."""
        return self.most is not None and not self.measured <= self.most

    @property
    def verdict(self) -> str:
        """Whether the target is reached; empty where there is none."""
        if self.most is None:
            return ""
        return "MISSED" if self.is_missed else "ok"

    def __str__(self) -> str:
        target = "" if self.most is None else f"≤ {self.most:g}"
        measured = f"{self.measured:.3g}" if self.measured < 100 else f"{self.measured:.0f}"
        return row(self.what, target, f"{measured}{self.unit}", self.verdict, self.detail)


def report(lines: Iterable[Line]) -> int:
    """Prints each line as soon as it is measured; exit code: 0 if every target is met."""
    print(row(*HEAD))
    missed = 0
    for line in lines:
        print(line, flush=True)
        missed += line.is_missed
    print(f"\n{missed} missed" if missed else "\nAll targets met.")
    return 1 if missed else 0


HEAD = ("", "target", "measured", "", "")


def row(what: str, target: str, measured: str, verdict: str, detail: str) -> str:
    """The five texts in columns."""
    cells = (f"{what:<{_WIDTHS[0]}}", f"{target:>{_WIDTHS[1]}}", f"{measured:>{_WIDTHS[2]}}")
    return "  ".join((*cells, f"{verdict:<{_WIDTHS[3]}}", detail)).rstrip()
