"""Who speaks in a line of a job description: whether it asks, tells of the work, or the company tells of itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from matcher.core.job_description.cues import ASKED_BY_NAME, ASKING, DOING, TIER_CUES, T, TierCue, compile_cues, spot
from matcher.core.job_description.deeds import is_deed, is_verb, names_a_deed, opens_a_duty
from matcher.core.job_description.lines import Line
from matcher.core.job_description.openings import sign_after
from matcher.core.job_description.stories import FIRM, STORIES
from matcher.core.model.job_descriptions import Part
from matcher.core.tokens import Tokens
from matcher.core.trie import Trie

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
            TIER_CUES,
        )


def is_ours(line: Line, tokens: Tokens) -> bool:
    """True for a sentence of the company about itself."""
    words = set(tokens.raw[line.first : line.last + 1])
    return bool(words & _OURS) and not words & _YOURS


def is_ours_told(line: Line, tokens: Tokens) -> bool:
    """True for a sentence in which the company begins with itself: "Our surveyors praised …"."""
    return tokens.raw[line.first] in _OURSELVES and is_sentence(line, tokens) and is_ours(line, tokens)


def is_sentence(line: Line, tokens: Tokens) -> bool:
    """True for a line with a full stop."""
    return sign_after(tokens, line.last) == "."


def tells_of_the_holder(line: Line, tokens: Tokens, title: Collection[str]) -> bool:
    """True for "The trainer plans …", "This analyst will …": the job's title, and what its holder does."""
    if tokens.raw[line.first] not in ("the", "this", "our", "your") or not line.last > line.first + 2:
        return False
    for i in range(line.first + 1, min(line.first + _LONGEST_TITLE, line.last)):
        if tokens.words[i] in title:
            after = tokens.raw[i + 1]
            if after == "will" or (after.endswith("s") and is_verb(after)):
                return True
    return False


def deed_words(i: int, tokens: Tokens) -> int:
    """Words from word `i` that say what is done with what follows: 1 for "Tune", 2 for "Supervision of", else 0."""
    if tokens.raw[i + 1 : i + 2] == ["of"] and names_a_deed(tokens.raw[i]):
        return 2
    return int(opens_a_duty(tokens.raw[i]))


def opens_with_a_deed(line: Line, tokens: Tokens) -> bool:
    """True for an item that opens with what one is to do: "Run the shop", "running", "To run", "Supervision of"."""
    first = line.first
    if first < line.last and len(tokens.raw[first]) == 1 and tokens.before(first + 1).startswith(")"):
        first += 1  # "(a) informing controllers"
    return line.last > first and deed_words(first + (tokens.raw[first] == "to"), tokens) > 0


def asks_for(line: Line, tokens: Tokens, cues: PartCues) -> Part | None:
    """Whether the sentence asks for something, or tells of the work; None if it does neither."""
    is_doing = _is_doing(line, tokens, cues)
    if has(line, tokens, cues.tiers):
        return Part.WANTED
    if has(line, tokens, cues.asking):
        return None if not is_doing and is_ours(line, tokens) else Part.WANTED
    return Part.DUTIES if is_doing else None


def is_strong(line: Line, tokens: Tokens, cues: PartCues) -> bool:
    """True if the sentence tells of the work or says how much something is wanted."""
    return _is_doing(line, tokens, cues) or has(line, tokens, cues.tiers)


def _is_doing(line: Line, tokens: Tokens, cues: PartCues) -> bool:
    """True if the sentence tells of the work: by a phrase, or "you" and what one does."""
    if any(
        tokens.raw[i] == "you" and tokens.raw[i + 1] not in _RECEIVING and _is_done(i + 1, line, tokens)
        for i in range(line.first, line.last)
    ):
        return True
    said = (tokens.raw[s.last + 1 : s.last + 3] for s in spot(line.first, line.last, tokens, cues.doing))
    return any(not after or after[0] not in _GIVEN or after[-1] == "out" for after in said)


def _is_done(i: int, line: Line, tokens: Tokens) -> bool:
    """True for a verb of duties, and for the "do" of "you do repairs"; not of "you do not"."""
    return is_deed(tokens.raw[i]) or (tokens.raw[i] == "do" and i < line.last and tokens.raw[i + 1] not in ("not", "n"))


def has(line: Line, tokens: Tokens, cues: Trie[T]) -> bool:
    """True if one of the cues stands in the line."""
    return next(spot(line.first, line.last, tokens, cues), None) is not None
