"""Which part of a resume a line belongs to, and where its sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matcher.core.headings import LONGEST_STRANGE, Section, compile_headings, known_heading, strange_heading
from matcher.core.tokens import LINE, STOP, Tokens
from matcher.core.trie import Trie

__all__ = ["CONTACT_MARK", "STUDY", "WORK", "Section", "Unit", "compile_headings", "split"]

CONTACT_MARK = re.compile(r"@|https?:|www\.|\+\d{1,3}[ (]|\b\d{3}[ -.]\d{3,4}\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNTIL = re.compile(r"(?:19|20)\d\d\s*(?:[-–—]|to|until|till)\s*|\d\d\s*[-–—]\s*\d\d|\b(?:since|from)\b", re.IGNORECASE)
_CELLS = ("\t", " " * 4)
"""What parts the cells of a row: a tab, or the spaces of a table that is typed."""
WORK = frozenset({Section.EXPERIENCE, Section.PROJECTS, Section.DUTIES})
STUDY = frozenset({Section.EDUCATION, Section.CERTIFICATIONS})
LONGEST_HEADER_LINE = 9
"""Words from which a line above the first heading is taken for the opening paragraph, not for the contact block."""
MOST_HEADER_LINES = 12
LONGEST_UNIT = 100
"""Words of a sentence; the longest in the evaluation set has 61. Keeps the time linear on texts without stops."""


class Unit(NamedTuple):
    """A sentence, bullet or line: words `first` to `last`, both included. `is_bullet`: it opens with a bullet.

    `is_line`: it begins and ends where lines do, without a full stop.
    """

    first: int
    last: int
    section: Section
    is_bullet: bool
    is_line: bool


def split(tokens: Tokens, headings: Trie[Section]) -> list[Unit]:
    """The sentences and lines of a document in order, each with its section; headings themselves are left out."""
    section, seen_heading = Section.HEADER, False
    units: list[Unit] = []
    for first, following in _lines(tokens):
        found = _opened(tokens, first, following, section, headings)
        if found is not None:
            start, section = found
            seen_heading = seen_heading or section is not Section.CONTACT  # "Address: …" is part of the header
            if start < following:
                units += _bounded(_unit(tokens, start, following, section))
            continue
        section = _continued(section, seen_heading, tokens, first, following - 1, len(units))
        units += _bounded(_unit(tokens, first, following, section))
    has_parts = seen_heading or any(unit.section is Section.BODY for unit in units)
    return _settled(units) if has_parts else [_told(unit) for unit in units]


def _settled(units: Sequence[Unit]) -> list[Unit]:
    """The units in their order; duties belong to an advert if what it asks for follows them, else to a job."""
    settled: list[Unit] = []
    following: Section | None = None
    for unit in reversed(units):
        if unit.section is Section.DUTIES:
            settled.append(unit._replace(section=following or Section.EXPERIENCE))
        else:
            following = Section.ADVERT if unit.section is Section.ADVERT else None
            settled.append(unit)
    return settled[::-1]


def _lines(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """(first word, word after the last) of each sentence or line."""
    edges = [i for i, gap in enumerate(tokens.gaps) if gap >= LINE]
    yield from zip(edges, [*edges[1:], len(tokens)], strict=True)


def _opened(
    tokens: Tokens, first: int, following: int, section: Section, headings: Trie[Section]
) -> tuple[int, Section] | None:
    """(word after the heading, section it opens) if the line is a heading or opens with one."""
    cell = _first_cell(tokens, first, following)
    if cell is not None:
        known = known_heading(tokens, first, cell, headings)
        opened = known[1] if known is not None and known[0] == cell else strange_heading(tokens, first, cell, headings)
        if opened is not None:
            return (cell, opened)
    known = known_heading(tokens, first, following, headings) if tokens.words[first] in headings.heads else None
    if known is not None:
        start, named = known
        return (start, section if start < following and section in WORK else named)  # "Tools: …" belongs to the job
    strange = None if section is Section.HEADER else strange_heading(tokens, first, following, headings)
    return None if strange is None else (following, strange)


def _first_cell(tokens: Tokens, first: int, following: int) -> int | None:
    """The word after the first cell of a row: a table can hold its headings at the left of what they head."""
    end = min(following, first + LONGEST_STRANGE + 1)
    start, stop = tokens.starts[first], tokens.starts[end - 1]
    if tokens.text.find(_CELLS[0], start, stop) < 0 and tokens.text.find(_CELLS[1], start, stop) < 0:
        return None
    return next((i for i in range(first + 1, end) if any(sign in tokens.before(i) for sign in _CELLS)), None)


def _continued(section: Section, seen_heading: bool, tokens: Tokens, first: int, last: int, lines: int) -> Section:  # noqa: PLR0913
    """The part a line belongs to that opens none: above the jobs come the contact block and an opening paragraph."""
    if section not in (Section.HEADER, Section.SUMMARY) and (seen_heading or section is not Section.CONTACT):
        return section
    line = tokens.slice(first, last)
    if (first in tokens.bullets and not seen_heading) or (_YEAR.search(line) and _UNTIL.search(line)):
        return Section.BODY
    if seen_heading or CONTACT_MARK.search(line):
        return section
    is_paragraph = last - first >= LONGEST_HEADER_LINE or lines > MOST_HEADER_LINES
    return Section.SUMMARY if is_paragraph else section


def _unit(tokens: Tokens, first: int, following: int, section: Section) -> Unit:
    ends_line = following == len(tokens) or tokens.gaps[following] != STOP or following in tokens.bullets
    return Unit(first, following - 1, section, first in tokens.bullets, tokens.gaps[first] != STOP and ends_line)


def _bounded(unit: Unit) -> list[Unit]:
    """The unit in pieces of at most `LONGEST_UNIT` words: a page without a full stop is no sentence."""
    if unit.last - unit.first < LONGEST_UNIT:
        return [unit]
    starts = range(unit.first, unit.last + 1, LONGEST_UNIT)
    return [unit._replace(first=i, last=min(i + LONGEST_UNIT - 1, unit.last)) for i in starts]


def _told(unit: Unit) -> Unit:
    """The unit as part of a text without headings, bullets and dates: nothing tells its summary from its work."""
    if unit.section is not Section.SUMMARY:
        return unit
    return unit._replace(section=Section.BODY)
