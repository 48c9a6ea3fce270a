"""A text as its printed lines, each with the part of the resume and the heading it stands under."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matcher.core import sections
from matcher.core.folding import BULLETS
from matcher.core.sections import WORK, Section, Unit
from matcher.core.tokens import Tokens

_MARKS = re.compile(rf"(?:[\s{re.escape(BULLETS)}]|[*+o>~–—-](?=[ \t])|[#*=_|]+|-{{2,}})+")
"""What stands before the words of a line: bullets, marks of headings and quotes."""
_NUMBER = re.compile(r"(?:\(?[A-Za-z]\)|\(?\d{1,2}[.)])[ \t]+(?=\S)")
"""What numbers the items of a list: "a)", "1."."""
_TAIL = " \t\r\f\v*_=~|·•,;:"
_BROKEN = re.compile(r"(?<=\w)([-\u00ad])\s*\n\s*(?=\w)")
"""A word broken at the end of its line: its hyphen stays, the break goes."""
_PAGE = re.compile(r"\s*(?:page\s+)?\d{1,2}\s*(?:of|/)\s*\d{1,2}\s*|\s*page\s+\d{1,2}\s*", re.IGNORECASE)
"""The number of a page."""
_SPACES = re.compile(r"\s+")


class Line(NamedTuple):
    """Code points `start` to `end` of the text, without bullets and marks, and how the line stands there.

    `gap`: how firmly its first word is parted from the line before (see `tokens`). `is_apart`: a blank line or a
    heading stands before it. `is_indented`: spaces do. `heading`: the one above it, as written, or empty.
    """

    start: int
    end: int
    section: Section
    heading: str
    is_bullet: bool
    gap: int
    is_apart: bool
    is_indented: bool


def squeezed(text: str) -> str:
    """`text` on one line: words broken at line ends whole again, all white space a single blank."""
    return _SPACES.sub(" ", _BROKEN.sub(r"\1", text)).strip()


def lines_of(tokens: Tokens) -> list[Line]:
    """The lines of the text that have words and are no headings."""
    if not len(tokens):
        return []
    units = sections.split(tokens, sections.compile_headings())
    found: list[Line] = []
    heading, is_apart = "", True
    for start, end in _printed(tokens.text):
        words = range(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end))
        if not words or _PAGE.fullmatch(tokens.text, start, end):
            is_apart = is_apart or not any(map(str.isalnum, tokens.text[start:end]))
            continue
        unit, first = _unit_of(words[1:] if _is_number(words, tokens) else words, units)
        opens = unit is None or (first > words.start and unit.section not in WORK)
        if opens:
            after = end if unit is None else tokens.starts[first]
            heading, is_apart = _bare(tokens.text[start:after]), True
        if unit is not None:
            begin = tokens.starts[first] if opens else start
            found.append(_line(tokens, words.start, begin, end, unit.section, heading, is_apart))
            is_apart = False
    return found


def _is_number(words: range, tokens: Tokens) -> bool:
    """True if the line opens with the number of a heading or an item, which is a sentence of its own."""
    return len(words) > 1 and tokens.raw[words.start].isdigit() and words.start + 1 in tokens.bullets


def _printed(text: str) -> Iterator[tuple[int, int]]:
    """Where each line of the text begins and ends."""
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _unit_of(words: range, units: Sequence[Unit]) -> tuple[Unit | None, int]:
    """(the first unit with words of the line, its first word there); None for a heading."""
    i = bisect_right(units, words.start, key=lambda unit: unit.first) - 1
    if i >= 0 and units[i].last >= words.start:
        return units[i], words.start
    if i + 1 < len(units) and units[i + 1].first < words.stop:
        return units[i + 1], units[i + 1].first
    return None, words.start


def _line(  # noqa: PLR0913 - the parts of one fact
    tokens: Tokens, first: int, begin: int, end: int, section: Section, heading: str, is_apart: bool
) -> Line:
    written = tokens.text[begin:end]
    marks = _MARKS.match(written)
    at = begin + (marks.end() if marks else 0)
    number = _NUMBER.match(tokens.text, at, end)
    at = number.end() if number else at
    return Line(
        start=at,
        end=begin + max(len(written.rstrip(_TAIL)), at - begin),
        section=section,
        heading=heading,
        is_bullet=first in tokens.bullets or number is not None,
        gap=tokens.gaps[first],
        is_apart=is_apart,
        is_indented=written[:1] in (" ", "\t"),
    )


def _bare(heading: str) -> str:
    """A heading without its marks."""
    marks = _MARKS.match(heading)
    return squeezed(heading[marks.end() if marks else 0 :].rstrip(_TAIL))
