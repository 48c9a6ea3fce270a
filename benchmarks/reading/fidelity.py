"""How much of the sample stands in a text that was read, and in which order."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from benchmarks.reading import sample

_BULLETS = re.compile(r"(?:^|(?<=\s))[•◦▪*–-](?=\s)")
_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})


@dataclass(frozen=True, slots=True)
class Fidelity:
    """`recall`: share of the sample's words found; `order`: share of its lines that stand together; `dates`: share of
    dates on their line; `lost`: words not found; `glued`: words run together. Shares 0–1.
    """

    recall: float
    order: float
    dates: float
    lost: tuple[str, ...]
    glued: tuple[str, ...]


def measure(text: str) -> Fidelity:
    """How a text compares with the sample."""
    wanted, found = _words(sample.text()), _words(text)
    lost = Counter(wanted) - Counter(found)
    flat = f" {' '.join(found)} "
    passages = [f" {' '.join(_words(passage))} " for passage in sample.passages()]
    lines = [f" {' '.join(_words(line))} " for line in text.splitlines()]
    dates = [_stand_together(title, dates, lines) for title, dates in sample.dated()]
    return Fidelity(
        recall=1 - lost.total() / len(wanted),
        order=sum(passage in flat for passage in passages) / len(passages),
        dates=sum(dates) / len(dates),
        lost=tuple(sorted(lost.elements())),
        glued=tuple(word for word in found if _is_glued(word, set(wanted))),
    )


def _words(text: str) -> list[str]:
    return _BULLETS.sub(" ", text.translate(_LIGATURES).replace("\uf0b7", " ")).split()


def _stand_together(title: str, dates: str, lines: list[str]) -> bool:
    """True if a line ends with dates that follow the last word of their title."""
    ending = f" {' '.join(_words(title)[-1:] + _words(dates))} "
    return any(line.endswith(ending) for line in lines)


def _is_glued(word: str, wanted: set[str]) -> bool:
    """True if a word that nobody wrote is made of two words of the sample, one after the other."""
    return word not in wanted and any(word[:i] in wanted and word[i:] in wanted for i in range(2, len(word) - 1))
