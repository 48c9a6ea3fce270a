"""Which sentences of a job description count, and for what reason the others do not."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from matcher.core.job_description.cues import (
    ASKED_BY_NAME,
    ASKING,
    DOING,
    FIRM,
    STORIES,
    TIERS,
    Spotted,
    T,
    TierCue,
    compile_cues,
    spot,
)
from matcher.core.job_description.lines import Line, paragraphs
from matcher.core.job_description.plain_words import DEEDS, is_verb
from matcher.core.model.job_descriptions import Part
from matcher.core.tokens import Tokens
from matcher.core.trie import Trie

_MONEY = re.compile(r"[$€£₹]\s?\d|\d\s?(?:euros?|EUR|GBP|USD|lakhs?|LPA)\b")
_ADDRESS = re.compile(r"@|https?:|www\.")
_CONDITIONS = frozenset({Part.LEGAL, Part.PAY})
_PASSING = frozenset({Part.PAY, Part.BENEFITS})
"""Stories whose words stand in passing in sentences that ask: "full time experience"."""
_CLOSED = frozenset({Part.BENEFITS, Part.EQUAL, Part.LEGAL, Part.APPLY, Part.PAY})
"""Headings under which no item is a duty, whatever it opens with."""
_NEVER_DEEDS = frozenset({Part.APPLY, Part.EQUAL, Part.LEGAL})
"""Stories whose words no duty holds, not even in passing."""
_LONGEST_TITLE = 7
"""Words within which the title must stand that opens a sentence about its holder."""
_OURS = frozenset(["we", "our", "us", "its", "their"])
_YOURS = frozenset(
    ["you", "your", "candidate", "candidates", "applicant", "applicants", "must", "expect", "look", "need", "seek"]
)
"""Words of the company's voice, and words that turn to the reader: a story holds only the first."""
STORY_PARTS = frozenset({Part.COMPANY, Part.BENEFITS, Part.EQUAL, Part.LEGAL, Part.APPLY, Part.PAY})


@dataclass(frozen=True, slots=True)
class PartCues:
    """The compiled tables."""

    asking: Trie[bool]
    doing: Trie[bool]
    stories: Trie[Part]
    firm: Trie[bool]
    tiers: Trie[TierCue]

    @staticmethod
    def build() -> PartCues:
        """All tables, compiled."""
        return PartCues(
            compile_cues({True: f"{ASKING}; {ASKED_BY_NAME}"}),
            compile_cues({True: DOING}),
            compile_cues(STORIES),
            compile_cues({True: FIRM}),
            compile_cues(TIERS),
        )


def classify(lines: list[Line], tokens: Tokens, cues: PartCues, title: Collection[str] = ()) -> list[Part]:
    """The part of each line, in order. `title`: the canonical words of the job's title."""
    parts: list[Part] = []
    for group in paragraphs(lines):
        story: Part | None = None
        before: Part | None = None
        for line in group:
            part, going_on = _part(line, story, before, tokens, cues, title)
            is_first_item = line.is_bullet and part is not before and going_on is part
            story, before = None if is_first_item else going_on, part  # one item with a benefit is no list of them
            parts.append(part)
    return parts


def _part(  # noqa: PLR0913 - a line, what stands before it, and the tables
    line: Line, story: Part | None, before: Part | None, tokens: Tokens, cues: PartCues, title: Collection[str]
) -> tuple[Part, Part | None]:
    """(part of the line, story that its paragraph goes on with). `before`: the part of the sentence before it."""
    told = line.heading.part if line.heading else None
    text = tokens.slice(line.first, line.last)
    if told in (Part.DUTIES, Part.WANTED) and (line.is_bullet or line.said):
        return _under_asking(line, told, text, tokens, cues)
    own = _story(line, text, tokens, cues)
    is_item = line.is_bullet or (line.opens_line and told is Part.ROLE) or before is Part.DUTIES
    if told not in _CLOSED and own not in _NEVER_DEEDS:
        if is_item and _is_deed(line, tokens):
            return (Part.DUTIES, None)
        if _tells_of_the_holder(line, tokens, title):
            return (Part.DUTIES, None)
    asks = _asks(line, tokens, cues)
    strong = own is None and asks is not None and _is_strong(line, tokens, cues)
    if told in STORY_PARTS and not (strong and told is Part.COMPANY):
        is_condition = told in _CONDITIONS and own is None and _has(line, tokens, cues.tiers)
        if not is_condition:  # "must hold a security clearance" stands under the conditions
            return (told, None)
    is_passing = own in _PASSING and _is_strong(line, tokens, cues) and not _MONEY.search(text)
    if own is not None and not is_passing:
        return (own, own)
    if asks is None and line.is_bullet and told in (Part.ROLE, None) and story is None and not _is_ours(line, tokens):
        return (Part.WANTED, None)  # a list under no heading, or under one that nobody knows
    if asks is None or (story is not None and not _is_strong(line, tokens, cues)):
        return (story or Part.COMPANY, story)
    return (asks, None)


def _is_ours(line: Line, tokens: Tokens) -> bool:
    """True for a sentence of the company about itself."""
    words = set(tokens.raw[line.first : line.last + 1])
    return bool(words & _OURS) and not words & _YOURS


def _tells_of_the_holder(line: Line, tokens: Tokens, title: Collection[str]) -> bool:
    """True for "The trainer plans …", "This analyst will …": the job's title, and what its holder does."""
    if tokens.raw[line.first] not in ("the", "this", "our", "your") or not line.last > line.first + 2:
        return False
    for i in range(line.first + 1, min(line.first + _LONGEST_TITLE, line.last)):
        if tokens.words[i] in title:
            after = tokens.raw[i + 1]
            if after == "will" or (after.endswith("s") and is_verb(after)):
                return True
    return False


def _under_asking(
    line: Line, told: Part, text: str, tokens: Tokens, cues: PartCues
) -> tuple[Part, Part | None]:
    """The same under a heading that asks, where only firm words take a line out; a sentence is no item of a list."""
    firm = (s for s in spot(line.first, line.last, tokens, cues.firm) if _is_call(s, line, tokens))
    own = _story(line, text, tokens, cues)
    if _ADDRESS.search(text) or next(firm, None) is not None:
        return (own or Part.APPLY, None if line.is_bullet else Part.APPLY)
    if not line.is_bullet and own in _NEVER_DEEDS and not _is_strong(line, tokens, cues):
        return (own, own)
    return (told, None)


def _is_deed(line: Line, tokens: Tokens) -> bool:
    """True for an item that opens with what one does: "Run the shop", "running", "Runs"."""
    first = tokens.raw[line.first]
    return line.last > line.first and (is_verb(first) or first.removesuffix("s") in DEEDS or first in DEEDS)


def _is_call(found: Spotted[T], line: Line, tokens: Tokens) -> bool:
    """False for the "to apply" of an ability to apply something."""
    return found.first == line.first or tokens.raw[found.first : found.last + 1] != ["to", "apply"]


def _story(line: Line, text: str, tokens: Tokens, cues: PartCues) -> Part | None:
    """The story a sentence tells, if its words say so."""
    if _ADDRESS.search(text):
        return Part.APPLY
    found = next(
        (s.value for s in spot(line.first, line.last, tokens, cues.stories) if _is_call(s, line, tokens)), None
    )
    return found or (Part.PAY if _MONEY.search(text) else None)


def _asks(line: Line, tokens: Tokens, cues: PartCues) -> Part | None:
    """Whether the sentence asks for something, or tells of the work; None if it does neither."""
    is_doing = _has(line, tokens, cues.doing)
    if _has(line, tokens, cues.tiers):
        return Part.WANTED
    if _has(line, tokens, cues.asking):
        return None if not is_doing and _is_ours(line, tokens) else Part.WANTED
    return Part.DUTIES if is_doing else None


def _is_strong(line: Line, tokens: Tokens, cues: PartCues) -> bool:
    """True if the sentence tells of the work or says how much something is wanted."""
    return _has(line, tokens, cues.doing) or _has(line, tokens, cues.tiers)


def _has(line: Line, tokens: Tokens, cues: Trie[T]) -> bool:
    return next(spot(line.first, line.last, tokens, cues), None) is not None
