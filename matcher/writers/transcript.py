"""A document as numbered lines in which every place that names a skill is marked and has its footnote number."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from matcher.core.model import Document, EvidenceKind, How, SkillMention, Span
from matcher.core.scoring import MET, strength_of


class State(StrEnum):
    """How a place counts, in words; the best first."""

    SHOWN = "shown"
    LIKELY = "likely"
    PARTLY = "partly"
    LISTED = "listed"
    NOT_COUNTED = "not counted"


@dataclass(frozen=True, slots=True)
class Place:
    """Words that name one skill or several; `number`, from 1 in the order of the text, is their footnote."""

    number: int
    span: Span
    state: State


@dataclass(frozen=True, slots=True)
class Marked:
    """The part of a place that lies on one line; other places may lie inside it.

    `is_first`, `is_last`: whether the place begins here, and ends here.
    """

    place: Place
    pieces: tuple[Piece, ...]
    is_first: bool
    is_last: bool


Piece: TypeAlias = str | Marked


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. `number`: within its page, from 1. `after_gap`: whether blank lines stand before it."""

    number: int
    pieces: tuple[Piece, ...]
    after_gap: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the document with its lines."""

    number: int
    lines: tuple[Line, ...]


def state_of(mention: SkillMention) -> State:
    """How the words of one mention count."""
    strength = strength_of(mention)
    if mention.kind is EvidenceKind.LISTED:
        return State.LISTED
    if strength == 0.0:
        return State.NOT_COUNTED
    if mention.how is How.LIKELY:
        return State.LIKELY
    return State.SHOWN if strength >= MET else State.PARTLY


def places(mentions: Iterable[SkillMention]) -> tuple[Place, ...]:
    """One place for each span that is mentioned, in the order of the text (where two begin, the longer first)."""
    states: dict[Span, list[State]] = {}
    for mention in mentions:
        states.setdefault(mention.span, []).append(state_of(mention))
    spans = sorted(states, key=lambda s: (s.start, -s.end))
    ranks = list(State)
    return tuple(Place(n, span, min(states[span], key=ranks.index)) for n, span in enumerate(spans, 1))


def pages(document: Document, marked: Iterable[Place]) -> tuple[Page, ...]:
    """The whole text of `document`, but for blank lines and spaces at line ends; `marked` as `places` gives them."""
    starts, waiting, open_places = document.page_starts, deque(marked), list[Place]()
    found = []
    for number, (start, end) in enumerate(zip(starts, (*starts[1:], len(document.text)), strict=True), 1):
        lines, was_blank = list[Line](), False
        for line, span in _lines(document.text, start, end):
            while waiting and waiting[0].span.start < span.end:
                open_places.append(waiting.popleft())
            open_places = [p for p in open_places if p.span.end > span.start]
            if span.start < span.end:
                lines.append(Line(line, _pieces(document.text, span, open_places), was_blank and bool(lines)))
            was_blank = span.start == span.end
        found.append(Page(number, tuple(lines)))
    return tuple(found)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, Span]]:
    """Number and span of each line, without the white space at its end."""
    for number, line in enumerate(text[start:end].split("\n"), 1):
        yield number, Span(start, start + len(line.rstrip()))
        start += len(line) + 1


def _pieces(text: str, span: Span, marked: Iterable[Place]) -> tuple[Piece, ...]:
    """The words of `span`: a place inside another is nested, one that overlaps its end goes on behind it."""
    pieces: list[Piece] = []
    at, queue = span.start, deque(p for p in marked if p.span.start < span.end)
    while queue:
        place = queue.popleft()
        first, last = max(place.span.start, at), min(place.span.end, span.end)
        inside = []
        while queue and queue[0].span.start < last:
            inside.append(queue.popleft())
        if at < first:
            pieces.append(text[at:first])
        within = _pieces(text, Span(first, last), inside)
        pieces.append(Marked(place, within, first == place.span.start, last == place.span.end))
        at = last
        queue.extendleft(reversed([p for p in inside if p.span.end > last]))
    if at < span.end:
        pieces.append(text[at : span.end])
    return tuple(pieces)
