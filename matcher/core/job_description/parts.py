"""Which sentences of a job description count, and for what reason the others do not."""

from __future__ import annotations

import re
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
from matcher.core.model.job_descriptions import Part
from matcher.core.tokens import Tokens
from matcher.core.trie import Trie

_MONEY = re.compile(r"[$€£₹]\s?\d|\d\s?(?:euros?|EUR|GBP|USD|lakhs?|LPA)\b")
_ADDRESS = re.compile(r"@|https?:|www\.")
_CONDITIONS = frozenset({Part.LEGAL, Part.PAY})
_PASSING = frozenset({Part.PAY, Part.BENEFITS})
"""Stories whose words stand in passing in sentences that ask: "full time experience"."""
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


def classify(lines: list[Line], tokens: Tokens, cues: PartCues) -> list[Part]:
    """The part of each line, in order."""
    parts: list[Part] = []
    for group in paragraphs(lines):
        story: Part | None = None
        for line in group:
            part, story = _part(line, story, tokens, cues)
            parts.append(part)
    return parts


def _part(line: Line, story: Part | None, tokens: Tokens, cues: PartCues) -> tuple[Part, Part | None]:
    """(part of the line, story that its paragraph goes on with)."""
    told = line.heading.part if line.heading else None
    text = tokens.slice(line.first, line.last)
    if told in (Part.DUTIES, Part.WANTED) and (line.is_bullet or line.said):
        firm = (s for s in spot(line.first, line.last, tokens, cues.firm) if _is_call(s, line, tokens))
        is_firm = _ADDRESS.search(text) or next(firm, None) is not None
        leaves = is_firm and not line.is_bullet
        if not is_firm:
            return (told, None)
        return (_story(line, text, tokens, cues) or Part.APPLY, Part.APPLY if leaves else None)
    own = _story(line, text, tokens, cues)
    asks = _asks(line, tokens, cues)
    strong = own is None and asks is not None and _is_strong(line, tokens, cues)
    if told in STORY_PARTS and not (strong and told is Part.COMPANY):
        is_condition = told in _CONDITIONS and own is None and _has(line, tokens, cues.tiers)
        if not is_condition:  # "must hold a security clearance" stands under the conditions
            return (told, None)
    is_passing = own in _PASSING and _is_strong(line, tokens, cues) and not _MONEY.search(text)
    if own is not None and not is_passing:
        return (own, own)
    if asks is None or (story is not None and not _is_strong(line, tokens, cues)):
        return (story or Part.COMPANY, story)
    return (asks, None)


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
        words = set(tokens.raw[line.first : line.last + 1])
        return None if not is_doing and words & _OURS and not words & _YOURS else Part.WANTED
    return Part.DUTIES if is_doing else None


def _is_strong(line: Line, tokens: Tokens, cues: PartCues) -> bool:
    """True if the sentence tells of the work or says how much something is wanted."""
    return _has(line, tokens, cues.doing) or _has(line, tokens, cues.tiers)


def _has(line: Line, tokens: Tokens, cues: Trie[T]) -> bool:
    return next(spot(line.first, line.last, tokens, cues), None) is not None
