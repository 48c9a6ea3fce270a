"""Which sentences of a job description count, and for what reason the others do not."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from matcher.core.job_description.cues import Spotted, T, spot
from matcher.core.job_description.lines import Line, paragraphs
from matcher.core.job_description.stories import STORY_WORDS
from matcher.core.job_description.voice import (
    PartCues,
    asks_for,
    has,
    is_ours,
    is_ours_told,
    is_sentence,
    is_strong,
    opens_with_a_deed,
    tells_of_the_holder,
)
from matcher.core.model.job_descriptions import Part
from matcher.core.tokens import Tokens, forms_of

_MONEY = re.compile(
    r"[$€£₹]\s?\d|\d\s?(?:euros?|EUR|GBP|USD|lakhs?|LPA)\b|\b(?:EUR|GBP|USD|CHF|NOK|SEK|DKK|PLN|SGD|AED)\s?\d"
)
_ADDRESS = re.compile(
    r"@|https?:|www\.|(?:\+\d|\(\d)[\d ().-]{6,}\d"
    r"|\b(?:phone|tel|telephone|call|ring|text)\b[^\d\n]{0,20}\d{3}[\d .-]{2,}\d"
)
"""Where one applies: a mail or web address, a telephone number."""
_CONDITIONS = frozenset({Part.LEGAL, Part.PAY})
_PASSING = frozenset({Part.PAY, Part.BENEFITS})
"""Stories whose words stand in passing in sentences that ask: "full time experience"."""
_CLOSED = frozenset({Part.BENEFITS, Part.EQUAL, Part.LEGAL, Part.APPLY, Part.PAY, Part.NOT_NEEDED})
"""Headings under which no item is a duty, whatever it opens with."""
_NEVER_DEEDS = frozenset({Part.APPLY, Part.EQUAL, Part.LEGAL})
"""Stories whose words no duty holds, not even in passing."""
_STORY_WORDS = {part: (forms_of(words), n) for part, (words, n) in STORY_WORDS.items()}
_TOP, _FEWEST_BARS = 40, 2
"""Words from the top within which a line of cells gives facts: "Example Bank | Leeds | permanent"."""
_FEWEST_SHORT = 5
"""Short lines that make a note of the kind that hangs in windows."""
_MOSTLY = 0.8
"""Share of its lines that are short ones."""
STORY_PARTS = _CLOSED | {Part.COMPANY}


def classify(lines: list[Line], tokens: Tokens, cues: PartCues, title: Collection[str] = ()) -> list[Part]:
    """The part of each line, in order. `title`: the canonical words of the job's title."""
    parts: list[Part] = []
    for group in paragraphs(lines):
        story: Part | None = None
        before: Part | None = None
        for line in group:
            part, going_on = _part(line, _Around(story, before, title), tokens, cues)
            is_first_item = line.is_bullet and part is not before and going_on is part
            story, before = None if is_first_item else going_on, part  # one item with a benefit is no list of them
            parts.append(part)
    return parts


def short_lines(lines: Sequence[Line], parts: Sequence[Part], tokens: Tokens) -> list[Line]:
    """The lines of a note that is nothing but short lines, without headings, bullets and full stops: what no other
    table knows of them is what it asks for. None of other texts, and never the first, which is the title.
    """
    short = [line for line in lines if line.opens_line and not is_sentence(line, tokens)]
    is_note = len(short) >= _FEWEST_SHORT and len(short) > _MOSTLY * len(lines)
    if not is_note or any(line.is_bullet or line.heading for line in lines):
        return []
    unknown = {line.first for line, part in zip(lines, parts, strict=True) if part is Part.COMPANY}
    return [line for line in short[1:] if line.first in unknown]


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known beside the line. `story`: what its paragraph tells; `before`: the part of the sentence before it;
    `title`: the words of the job's title.
    """

    story: Part | None
    before: Part | None
    title: Collection[str]


def _part(line: Line, around: _Around, tokens: Tokens, cues: PartCues) -> tuple[Part, Part | None]:
    """(part of the line, story that its paragraph goes on with)."""
    told = line.heading.part if line.heading else None
    text = _text(line, tokens)
    if told is None and line.first < _TOP and text.count(" | ") + text.count("\t") >= _FEWEST_BARS:
        return (Part.PAY, None)
    own = _story(line, text, tokens, cues)
    if told in (Part.DUTIES, Part.WANTED) and (line.is_bullet or line.said):
        return _under_asking(line, told, own, tokens, cues)
    is_told_by_law = own in _NEVER_DEEDS and not (own is Part.LEGAL and told is Part.ROLE)  # a data protection officer
    if told not in _CLOSED and not is_told_by_law and _is_duty(line, told, around, tokens):
        return (Part.DUTIES, None)
    if told is Part.ROLE and own is None and _goes_on(line, around, tokens):
        return (Part.DUTIES, None)
    return _by_its_words(line, told, own or _told_in_passing(line, tokens, cues), around.story, tokens, cues)


def _under_asking(line: Line, told: Part, own: Part | None, tokens: Tokens, cues: PartCues) -> tuple[Part, Part | None]:
    """Under a heading that asks, firm words take a line out; a sentence that is no item, also the words of a story."""
    is_deed = opens_with_a_deed(line, tokens)
    if own is Part.APPLY and _ADDRESS.search(_text(line, tokens)):
        return (own, None if line.is_bullet else own)
    firm = (s for s in spot(line.first, line.last, tokens, cues.firm) if _is_call(s, line, tokens))
    is_firm = not (line.is_bullet and is_deed and own not in _NEVER_DEEDS) and next(firm, None) is not None
    in_passing = own if own in _NEVER_DEEDS and not line.is_bullet else _told_in_passing(line, tokens, cues)
    if is_firm:
        left = own or Part.APPLY
    elif in_passing and not is_deed and not is_strong(line, tokens, cues):
        left = in_passing
    elif is_ours_told(line, tokens) and asks_for(line, tokens, cues) is None:
        left = Part.COMPANY
    else:
        return (told, None)
    return (left, None if line.is_bullet else left)


def _is_duty(line: Line, told: Part | None, around: _Around, tokens: Tokens) -> bool:
    """True for an item, or a sentence after a duty, that opens with a deed; and for what the job's holder does."""
    is_item = line.is_bullet or (line.opens_line and told is Part.ROLE) or around.before is Part.DUTIES
    return (is_item and opens_with_a_deed(line, tokens)) or tells_of_the_holder(line, tokens, around.title)


def _goes_on(line: Line, around: _Around, tokens: Tokens) -> bool:
    """True for a line after a duty that is no sentence: "Vendor contracts" in a list without bullets."""
    is_item = line.opens_line and not is_sentence(line, tokens)
    return is_item and around.before is Part.DUTIES and not is_ours(line, tokens)


def _by_its_words(  # noqa: PLR0913 - a line, what is known of it, and the tables
    line: Line, told: Part | None, own: Part | None, story: Part | None, tokens: Tokens, cues: PartCues
) -> tuple[Part, Part | None]:
    """Where the heading does not ask: the story that heading or words tell, unless the words ask."""
    asks, is_firm = asks_for(line, tokens, cues), is_strong(line, tokens, cues)
    is_asked = own is None and asks is not None and is_firm and not line.is_bullet
    if told in STORY_PARTS and not (is_asked and told is Part.COMPANY):
        is_condition = told in _CONDITIONS and own is None and has(line, tokens, cues.tiers)
        if not is_condition:  # "must hold a security clearance" stands under the conditions
            return (told, None)
    is_passing = own in _PASSING and is_firm and not _MONEY.search(_text(line, tokens))
    if own is not None and not is_passing:
        return (own, own)
    if asks is None and line.is_bullet and told is None and story is None and not is_ours(line, tokens):
        return (Part.WANTED, None)  # a list under no heading
    if asks is None or (story is not None and not is_firm):
        return (story or Part.COMPANY, story)
    return (asks, None)


def _told_in_passing(line: Line, tokens: Tokens, cues: PartCues) -> Part | None:
    """The story of a sentence that says of nothing how much it is wanted, if its words are those of one."""
    if has(line, tokens, cues.tiers):
        return None
    words = set(tokens.words[line.first : line.last + 1])
    return next((part for part, (told, fewest) in _STORY_WORDS.items() if len(words & told) >= fewest), None)


def _text(line: Line, tokens: Tokens) -> str:
    """The line with the sign before its first word: $15, +44."""
    return tokens.text[max(0, tokens.starts[line.first] - 1) : tokens.ends[line.last]]


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
