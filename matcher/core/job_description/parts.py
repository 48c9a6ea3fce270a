"""Which sentences of a job description count, and for what reason the others do not."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from matcher.core.job_description.cues import (
    ASKED_BY_NAME,
    ASKING,
    DOING,
    TIERS,
    Spotted,
    T,
    TierCue,
    compile_cues,
    spot,
)
from matcher.core.job_description.headings import Heading
from matcher.core.job_description.lines import Line, paragraphs
from matcher.core.job_description.plain_words import is_deed, is_verb, names_a_deed, opens_a_duty
from matcher.core.job_description.stories import FIRM, STORIES, STORY_WORDS
from matcher.core.model.job_descriptions import Part
from matcher.core.tokens import Tokens, forms_of
from matcher.core.trie import Trie

_MONEY = re.compile(r"[$€£₹]\s?\d|\d\s?(?:euros?|EUR|GBP|USD|lakhs?|LPA)\b")
_ADDRESS = re.compile(r"@|https?:|www\.|(?:\+\d|\(\d)[\d ().-]{6,}\d|\b(?:phone|tel|telephone)\b[^\d\n]{0,20}\d{3}")
"""Where one applies: a mail or web address, a telephone number."""
_CONDITIONS = frozenset({Part.LEGAL, Part.PAY})
_PASSING = frozenset({Part.PAY, Part.BENEFITS})
"""Stories whose words stand in passing in sentences that ask: "full time experience"."""
_CLOSED = frozenset({Part.BENEFITS, Part.EQUAL, Part.LEGAL, Part.APPLY, Part.PAY, Part.NOT_NEEDED})
"""Headings under which no item is a duty, whatever it opens with."""
_NEVER_DEEDS = frozenset({Part.APPLY, Part.EQUAL, Part.LEGAL})
"""Stories whose words no duty holds, not even in passing."""
_LONGEST_TITLE = 7
"""Words within which the title must stand that opens a sentence about its holder."""
_OURS = frozenset(["we", "our", "us", "its", "their"])
_GIVEN = frozenset(["get", "receive", "enjoy", "find"])
"""What follows "you will" where something is given; to find out is to do something."""
_OURSELVES = frozenset(["we", "our"])
"""Words with which the company begins to speak of itself."""
_RECEIVING = frozenset(
    """
    get receive enjoy earn find want know need like love see hear join come go stay start choose save share work learn
    grow live travel benefit use take pick read keep think ask apply send register submit agree accept provide
    """.split()
)
"""What one does who reads an advert, or gets something: "you" and one of these tells of no work by itself."""
_YOURS = frozenset(
    ["you", "your", "candidate", "candidates", "applicant", "applicants", "must", "expect", "look", "need", "seek"]
)
"""Words of the company's voice, and words that turn to the reader: a story holds only the first."""
_STORY_WORDS = {part: (forms_of(words), n) for part, (words, n) in STORY_WORDS.items()}
STORY_PARTS = _CLOSED | {Part.COMPANY}


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
    opened = 0
    under: tuple[Heading | None, str] = (None, "")
    for group in paragraphs(lines):
        story: Part | None = None
        before: Part | None = None
        for line in group:
            if (line.heading, line.said) != under:
                opened, under = line.paragraph, (line.heading, line.said)
            part, going_on = _part(line, _Around(story, before, title, line.paragraph > opened), tokens, cues)
            is_first_item = line.is_bullet and part is not before and going_on is part
            story, before = None if is_first_item else going_on, part  # one item with a benefit is no list of them
            parts.append(part)
    return parts


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known beside the line. `story`: what its paragraph tells; `before`: the part of the sentence before it;
    `title`: the words of the job's title; `is_far`: its heading stands over a paragraph before it.
    """

    story: Part | None
    before: Part | None
    title: Collection[str]
    is_far: bool


def _part(line: Line, around: _Around, tokens: Tokens, cues: PartCues) -> tuple[Part, Part | None]:
    """(part of the line, story that its paragraph goes on with)."""
    told = line.heading.part if line.heading else None
    text = tokens.slice(line.first, line.last)
    own = _story(line, text, tokens, cues)
    if told in (Part.DUTIES, Part.WANTED) and around.is_far and not line.is_bullet and _is_sentence(line, tokens):
        told = None  # nobody asks for two paragraphs in one breath
    if told in (Part.DUTIES, Part.WANTED) and (line.is_bullet or line.said):
        return _under_asking(line, told, own, tokens, cues)
    if told not in _CLOSED and own not in _NEVER_DEEDS and _is_duty(line, told, around, tokens):
        return (Part.DUTIES, None)
    if told is Part.ROLE and own is None and _goes_on(line, around, tokens):
        return (Part.DUTIES, None)
    return _by_its_words(line, told, own or _told_in_passing(line, tokens, cues), around.story, tokens, cues)


def _under_asking(line: Line, told: Part, own: Part | None, tokens: Tokens, cues: PartCues) -> tuple[Part, Part | None]:
    """Under a heading that asks, firm words take a line out; a sentence that is no item, also the words of a story."""
    is_deed = _is_deed(line, tokens)
    if own is Part.APPLY and _ADDRESS.search(tokens.slice(line.first, line.last)):
        return (own, None if line.is_bullet else own)
    firm = (s for s in spot(line.first, line.last, tokens, cues.firm) if _is_call(s, line, tokens))
    is_firm = not (line.is_bullet and is_deed and own not in _NEVER_DEEDS) and next(firm, None) is not None
    in_passing = own if own in _NEVER_DEEDS and not line.is_bullet else _told_in_passing(line, tokens, cues)
    if is_firm:
        left = own or Part.APPLY
    elif in_passing and not is_deed and not _is_strong(line, tokens, cues):
        left = in_passing
    elif _is_ours_told(line, tokens) and _asks(line, tokens, cues) is None:
        left = Part.COMPANY
    else:
        return (told, None)
    return (left, None if line.is_bullet else left)


def _is_duty(line: Line, told: Part | None, around: _Around, tokens: Tokens) -> bool:
    """True for an item, or a sentence after a duty, that opens with a deed; and for what the job's holder does."""
    is_item = line.is_bullet or (line.opens_line and told is Part.ROLE) or around.before is Part.DUTIES
    return (is_item and _is_deed(line, tokens)) or _tells_of_the_holder(line, tokens, around.title)


def _goes_on(line: Line, around: _Around, tokens: Tokens) -> bool:
    """True for a line after a duty that is no sentence: "Vendor contracts" in a list without bullets."""
    is_item = line.opens_line and not _is_sentence(line, tokens)
    return is_item and around.before is Part.DUTIES and not _is_ours(line, tokens)


def _by_its_words(  # noqa: PLR0913 - a line, what is known of it, and the tables
    line: Line, told: Part | None, own: Part | None, story: Part | None, tokens: Tokens, cues: PartCues
) -> tuple[Part, Part | None]:
    """Where the heading does not ask: the story that heading or words tell, unless the words ask."""
    asks, is_strong = _asks(line, tokens, cues), _is_strong(line, tokens, cues)
    is_asked = own is None and asks is not None and is_strong
    if told in STORY_PARTS and not (is_asked and told is Part.COMPANY):
        is_condition = told in _CONDITIONS and own is None and _has(line, tokens, cues.tiers)
        if not is_condition:  # "must hold a security clearance" stands under the conditions
            return (told, None)
    is_passing = own in _PASSING and is_strong and not _MONEY.search(tokens.slice(line.first, line.last))
    if own is not None and not is_passing:
        return (own, own)
    if asks is None and line.is_bullet and told is None and story is None and not _is_ours(line, tokens):
        return (Part.WANTED, None)  # a list under no heading
    if asks is None or (story is not None and not is_strong):
        return (story or Part.COMPANY, story)
    return (asks, None)


def _told_in_passing(line: Line, tokens: Tokens, cues: PartCues) -> Part | None:
    """The story of a sentence that says of nothing how much it is wanted, if its words are those of one."""
    if _has(line, tokens, cues.tiers):
        return None
    words = set(tokens.words[line.first : line.last + 1])
    return next((part for part, (told, fewest) in _STORY_WORDS.items() if len(words & told) >= fewest), None)


def _is_ours(line: Line, tokens: Tokens) -> bool:
    """True for a sentence of the company about itself."""
    words = set(tokens.raw[line.first : line.last + 1])
    return bool(words & _OURS) and not words & _YOURS


def _is_ours_told(line: Line, tokens: Tokens) -> bool:
    """True for a sentence in which the company begins with itself: "Our surveyors praised …"."""
    return tokens.raw[line.first] in _OURSELVES and _is_sentence(line, tokens) and _is_ours(line, tokens)


def _is_sentence(line: Line, tokens: Tokens) -> bool:
    return tokens.text.startswith(".", tokens.ends[line.last])


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


def _is_deed(line: Line, tokens: Tokens) -> bool:
    """True for an item that opens with what one is to do: "Run the shop", "running", "To run", "Supervision of"."""
    if line.last < line.first + 1:
        return False
    opening, following = tokens.raw[line.first : line.first + 2]
    return opens_a_duty(following if opening == "to" else opening) or (following == "of" and names_a_deed(opening))


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
    is_doing = _is_doing(line, tokens, cues)
    if _has(line, tokens, cues.tiers):
        return Part.WANTED
    if _has(line, tokens, cues.asking):
        return None if not is_doing and _is_ours(line, tokens) else Part.WANTED
    return Part.DUTIES if is_doing else None


def _is_strong(line: Line, tokens: Tokens, cues: PartCues) -> bool:
    """True if the sentence tells of the work or says how much something is wanted."""
    return _is_doing(line, tokens, cues) or _has(line, tokens, cues.tiers)


def _is_doing(line: Line, tokens: Tokens, cues: PartCues) -> bool:
    """True if the sentence tells of the work: by a phrase, or "you" and what one does."""
    if any(
        tokens.raw[i] == "you" and tokens.raw[i + 1] not in _RECEIVING and is_deed(tokens.raw[i + 1])
        for i in range(line.first, line.last)
    ):
        return True
    said = (tokens.raw[s.last + 1 : s.last + 3] for s in spot(line.first, line.last, tokens, cues.doing))
    return any(after[:1] == [] or after[0] not in _GIVEN or after[-1] == "out" for after in said)


def _has(line: Line, tokens: Tokens, cues: Trie[T]) -> bool:
    return next(spot(line.first, line.last, tokens, cues), None) is not None
