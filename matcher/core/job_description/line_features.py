"""What the weights of lines are told of each line of a job description: its words, its looks, what stands around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Any

from matcher.core.job_description import cues
from matcher.core.job_description.cues import compile_cues, spot
from matcher.core.job_description.lines import Line
from matcher.core.job_description.openings import sign_after
from matcher.core.job_description.voice import opens_with_a_deed, tells_of_the_holder
from matcher.core.paraphrase import stems_of
from matcher.core.tokens import Tokens
from matcher.core.trie import Trie

SHORT = 6
"""Words below which a line beside another, if it is no item, may be its heading: its words count for both."""
LONGEST_SAID = 6
"""Words of a known heading that count for the lines under it."""
TENTHS = 10
"""Stretches of a description that are told apart: the company speaks first, the law last."""
_LENGTHS = (1, 4, 12, 25)
"""Words after its first from which a line is longer than a word, a heading, an item, a sentence."""
_CUES: dict[str, Trie[Any]] = {
    "tier": cues.TIER_CUES,
    "asking": compile_cues({True: f"{cues.ASKING}; {cues.ASKED_BY_NAME}"}),
    "doing": compile_cues({True: cues.DOING}),
    "not needed": compile_cues({True: f"{cues.NOT_NEEDED_BEFORE}; {cues.NOT_NEEDED_AFTER}"}),
}
"""What says in so many words that something is asked for, is to be done, or is not needed."""
_SIGNS = frozenset(".:;,!?")
_LOOKS = {
    "figure": re.compile(r"\d"),
    "money": re.compile(r"[$€£₹]"),
    "address": re.compile(r"@|www\.|https?:"),
    "telephone": re.compile(
        r"[+(]\d[\d ().-]{6,}\d|\b(?:phone|tel|telephone|call|ring|text)\b[^\d\n]{0,20}\d{3}[\d .-]{2,}\d"
    ),
    "equality": re.compile(r"\bE(?:OE|EO)\b|\b[mwfdx]/[mwfdx](?:/[mwfdx])?\b", re.IGNORECASE),
    "cells": re.compile(r"\||\t"),
}
"""What a line holds, however it is worded."""
FACTUAL = frozenset({"figure", "money", "address", "telephone"})
"""Looks of lines that give facts."""


def features(lines: Sequence[Line], tokens: Tokens, title: Collection[str]) -> list[list[str]]:
    """Of each line, the names of what is true of it, each once, in no order that matters.

    `title`: the canonical words of the job's title.
    """
    stems = stems_of(tokens.words)
    words = [stems[line.first : line.last + 1] for line in lines]
    return [
        [
            *_own(line, words[i], tokens),
            *_cued(line, tokens, title),
            *_beside(i, lines, words),
            *_shape(i, lines, tokens),
        ]
        for i, line in enumerate(lines)
    ]


def goes_on(lines: Sequence[Line]) -> list[bool]:
    """Of each line but the first, if it stands in the paragraph of the one before."""
    return [before.paragraph == line.paragraph for before, line in pairwise(lines)]


def _own(line: Line, words: Sequence[str], tokens: Tokens) -> Iterator[str]:
    for word in set(words):
        yield f"word:{word}"
    yield f"first:{words[0]}"
    yield f"last:{words[-1]}"
    for word in set(stems_of(re.findall(r"\w+", line.said.lower()))[:LONGEST_SAID]):
        yield f"under:{word}"
    written = tokens.slice(line.first, line.last)
    signed = tokens.text[max(0, tokens.starts[line.first] - 1) : tokens.ends[line.last]]  # $15, (020) 79460
    for look, pattern in _LOOKS.items():
        if pattern.search(signed):
            yield look
    if written.isupper():
        yield "shouted"
    if written[0].isupper():
        yield "capital"


def _cued(line: Line, tokens: Tokens, title: Collection[str]) -> Iterator[str]:
    """What says in so many words that the line asks for something or tells of the work."""
    for cue, table in _CUES.items():
        if next(spot(line.first, line.last, tokens, table), None) is not None:
            yield f"cue:{cue}"
    if opens_with_a_deed(line, tokens):
        yield f"cue:deed in {'an item' if line.is_bullet else 'a line'}"
    if tells_of_the_holder(line, tokens, title):
        yield "cue:holder"


def _shape(i: int, lines: Sequence[Line], tokens: Tokens) -> Iterator[str]:
    """How a line looks, and where it stands: what tells headings, items and sentences apart whatever their words."""
    line = lines[i]
    place = _place(line)
    part = line.heading.part.value if line.heading else "no heading"
    length = str(sum(line.last - line.first >= edge for edge in _LENGTHS))
    sign = sign_after(tokens, line.last)
    ends = sign if sign in _SIGNS else "open"
    beside = [_kind(lines[j]) if 0 <= j < len(lines) else "none" for j in (i - 1, i + 1)]
    is_first = i == 0 or (lines[i - 1].heading, lines[i - 1].said) != (line.heading, line.said)
    for telling in ((place,), (part,), (length,), (ends,), (place, part), (place, length, ends), (place, part, length)):
        yield f"shape:{' '.join(telling)}"
    yield f"shape:{_kind(line)} between {' and '.join(beside)}"
    yield f"shape:{_kind(line)} {'first ' if is_first else ''}under {part}"
    yield f"at:{i * TENTHS // len(lines)}"


def _place(line: Line) -> str:
    return "item" if line.is_bullet else "line" if line.opens_line else "sentence"


def _kind(line: Line) -> str:
    """Its place and whether it is short."""
    return f"short {_place(line)}" if line.last - line.first + 1 < SHORT else _place(line)


def _beside(i: int, lines: Sequence[Line], words: Sequence[Sequence[str]]) -> Iterator[str]:
    """What the lines before and after it tell."""
    for side, j in (("before", i - 1), ("after", i + 1)):
        if not 0 <= j < len(lines):
            yield f"{side}:none"
            continue
        if len(words[j]) < SHORT and not lines[j].is_bullet:
            for word in set(words[j]):
                yield f"{side}:{word}"
        if lines[j].paragraph == lines[i].paragraph:
            yield f"{side}:same paragraph"
