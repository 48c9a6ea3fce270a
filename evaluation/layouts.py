"""A plain-text resume cut into sections, so that it can be laid out as people lay out theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_BULLET = re.compile(r"^\s*([•▪◦*>+-])\s+(.*)$")
_YEAR = re.compile(r"\d{4}")
_WIDE_GAP = re.compile(r"\s{3,}|\t+")
_ASIDE = re.compile(
    r"skill|educat|languag|certif|interest|tool|training|qualif|technolog|hobb|member|contact|studies|strength", re.I
)
LONGEST_HEADING = 40
FEWEST_ASIDE = 2
"""Sections that a side column must have; without them the text runs through two equal columns."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, "" for what stands above the first one, and the lines below it; "" parts paragraphs."""

    heading: str
    lines: tuple[str, ...]

    @property
    def is_aside(self) -> bool:
        """True for what people put into a narrow column: skills, education, languages."""
        return bool(_ASIDE.search(self.heading))


def sections(text: str) -> tuple[Section, ...]:
    """The sections of a resume, in order; nothing is dropped."""
    lines = [line.rstrip() for line in text.split("\n")]
    starts = [0, *(i for i in range(1, len(lines)) if _is_heading(lines, i))]
    return tuple(
        _section(lines[start:end], has_heading=start > 0)
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    )


def _section(lines: Sequence[str], has_heading: bool) -> Section:
    heading = lines[0].strip().lstrip("#").strip() if has_heading else ""
    return Section(heading, tuple(lines[1:] if has_heading else lines))


def _is_heading(lines: Sequence[str], i: int) -> bool:
    """True for a short line of its own after an empty one, in capitals or with text right below it."""
    line = lines[i].strip()
    if not line or lines[i - 1].strip() or len(line) > LONGEST_HEADING or bullet_of(line):
        return False
    if line.startswith("#") or line.isupper():
        return True
    is_plain = not re.search(r"[,.;|@\t]|\s{2}|[–—]", line) and not _YEAR.search(line)
    return is_plain and len(line.split()) <= 4


def bullet_of(line: str) -> tuple[str, str] | None:
    """The sign and the text of a bulleted line."""
    found = _BULLET.match(line)
    return (found[1], found[2]) if found else None


def cells_of(line: str) -> list[str]:
    """The parts of a line that wide gaps or tabs set apart, such as an employer and the dates at the line's end."""
    return [cell for cell in _WIDE_GAP.split(line.strip()) if cell]


def columns(found: Sequence[Section]) -> tuple[list[Section], list[Section], list[Section]]:
    """What goes across the top, into the narrow column (nothing if too little belongs there) and into the wide one."""
    top, rest = list(found[:1]), list(found[1:])
    aside = [section for section in rest if section.is_aside]
    if len(aside) < FEWEST_ASIDE:
        return top, [], rest
    return top, aside, [section for section in rest if not section.is_aside]
