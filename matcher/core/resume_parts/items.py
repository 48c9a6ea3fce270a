"""Lines that belong together: bullets and paragraphs, and the pieces a line is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matcher.core.folding import fold
from matcher.core.resume_parts.dates import dated_range
from matcher.core.resume_parts.lines import Line, squeezed
from matcher.core.sections import Section
from matcher.core.tokens import LINE, LONG_LINE, STOP

_WORD = re.compile(r"\w+")
_STRONG = re.compile(
    r"[^\S\n]{2,}|\t|[✉☎✆📞📱📧🏠📍🌐🔗]|\s[|▪▫■◆●·•\u2013\u2014@:]{1,3}\s|\s-{1,3}\s|\s/{1,2}\s|:\s|\.{3,}",
)
"""What parts the pieces of a line firmly: tabs, wide gaps, bars, dashes, colons, leaders. Linear in any text."""
_STRONG_OR_COMMA = re.compile(_STRONG.pattern + r"|[,;](?=\s|$)")
_LINE_BY_LINE = frozenset({Section.HEADER, Section.CONTACT})
_OPEN_END = re.compile(r"\b(?:of|and|for|the|in|at|with|to|by)$|[&,]$", re.IGNORECASE)
"""An end of a line after which something must follow."""
_EDGES = " \t\n\u00a0,;:|()[]–—-·•*/@★☆▪▫■◆●"


@dataclass(frozen=True, slots=True, repr=False)
class Item:
    """Code points `start` to `end` of `source`: a bullet, a paragraph or a line, without what it opens with."""

    source: str
    start: int
    end: int
    section: Section
    heading: str
    is_bullet: bool
    is_apart: bool

    @property
    def text(self) -> str:
        """The item on one line."""
        return squeezed(self.source[self.start : self.end])

    @property
    def written(self) -> str:
        """The item as it stands there, for looking at its gaps and tabs."""
        return self.source[self.start : self.end]


@dataclass(frozen=True, slots=True, repr=False)
class Piece:
    """A part of an item's text, which begins at `start`. `parting`: what stands between it and the one before."""

    start: int
    text: str
    parting: str = ""

    @property
    def words(self) -> list[str]:
        """Its words, folded."""
        return words_of(self.text)


def words_of(text: str) -> list[str]:
    """The words of `text`, folded."""
    return _WORD.findall(fold(text).text)


def items_of(source: str, lines: Sequence[Line]) -> list[Item]:
    """The lines put together: each bullet with the lines it runs on in, each paragraph, each line that stands alone."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(source, groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Item(source, g[0].start, max(g[-1].end, g[0].start), g[0].section, g[0].heading, g[0].is_bullet, g[0].is_apart)
        for g in groups
    ]


def _goes_on(source: str, group: Sequence[Line], line: Line) -> bool:
    """True if the line belongs to the item that the lines of `group` make so far."""
    opening, before = group[0], group[-1]
    if line.is_bullet or line.is_apart or (line.section, line.heading) != (opening.section, opening.heading):
        return False
    written = source[line.start : line.end]
    if line.section in _LINE_BY_LINE or _is_dated(written):
        return False
    if opening.is_bullet and line.is_indented:
        return True
    if line.gap != STOP:
        return line.gap < LINE or _OPEN_END.search(source, before.start, before.end) is not None
    is_full = before.end - before.start >= LONG_LINE and (len(written) >= LONG_LINE or written.endswith("."))
    return is_full or not opening.is_bullet


def _is_dated(written: str) -> bool:
    """True for a line with a range of dates at one of its ends: the head of an entry, never a wrapped sentence."""
    dated = dated_range(written)
    return dated is not None and not (words_of(written[: dated.start]) and words_of(written[dated.end :]))


def pieces(written: str, with_commas: bool = False) -> list[Piece]:
    """What `written` is made of, in its order, without what parts it."""
    parting = _STRONG_OR_COMMA if with_commas else _STRONG
    found, start, mark = [], 0, ""
    for stop, following, next_mark in [*_partings(parting, written), (len(written), len(written), "")]:
        piece = trimmed(written, start, stop, mark)
        if piece.text:
            found.append(piece)
        start, mark = following, next_mark
    return found


def _partings(parting: re.Pattern[str], written: str) -> Iterator[tuple[int, int, str]]:
    """Where each parting begins and ends, and its mark."""
    for found in parting.finditer(written):
        yield *found.span(), found.group().strip()


def trimmed(written: str, start: int, end: int, parting: str = "") -> Piece:
    """The piece without the marks around it; a bracket that closes one in it stays."""
    while start < end and written[start] in _EDGES:
        start += 1
    while end > start and written[end - 1] in _EDGES and not (written[end - 1] == ")" and "(" in written[start:end]):
        end -= 1
    text = written[start:end]
    if text.count("(") > text.count(")") and words_of(text[: text.index("(")]):
        return trimmed(written, start, start + text.index("("), parting)  # its date was taken out of a bracket
    return Piece(start, squeezed(text), parting)


def has(words: Iterable[str], known: frozenset[str]) -> bool:
    """True if one of the words is known."""
    return not known.isdisjoint(words)
