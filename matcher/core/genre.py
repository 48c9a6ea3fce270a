"""Whether a text tells of a person or describes a role: adverts, duty statements, competency frameworks."""

from __future__ import annotations

import re

from matcher.core.cues import CUES, Cue
from matcher.core.sections import CONTACT_MARK
from matcher.core.tokens import LINE, Tokens, words_of

_PERSON = frozenset(["i", "my", "me", "myself"])
_MOST_PERSONAL = 2
"""Times "I" or "my" may stand in a role description: a grade I, a quoted question."""
PERIOD = re.compile(
    r"(?:19|20)\d\d\s*(?:[-–—]|to|until|till|/)\s*(?:(?:19|20)?\d\d|present|now|today|date|current)", re.IGNORECASE
)
_IRREGULAR = frozenset(
    """
    led built ran cut won wrote took set brought taught grew drove rose fell held made gave found chose
    """.split()
)
_ASKING = frozenset(
    tuple(words)
    for words in words_of([phrase.strip() for cue in (Cue.ADVERT, Cue.CLAIM) for phrase in CUES[cue].split(";")])
)
FEWEST_DUTIES = 4
"""Sentences that ask or describe, from which a text without any sign of a person can be a role description."""
DUTY_SHARE = 0.2
"""Share of such sentences among all; a list of names has none."""
_OPENING = 5
"""Words at the start of a sentence among which its duty stands, after a number or a code."""


def is_role_description(tokens: Tokens) -> bool:
    """True if nothing tells of a person (contact, periods, "I", a past tense) and duties are described."""
    personal = sum(map(tokens.raw.count, _PERSON))
    if personal > _MOST_PERSONAL or CONTACT_MARK.search(tokens.text) or PERIOD.search(tokens.text):
        return False
    starts = [i for i, gap in enumerate(tokens.gaps) if gap >= LINE]
    done = sum(_is_past(tokens.raw[i]) for i in starts)
    duties = sum(_is_duty(tokens, i) for i in starts)
    return duties >= max(FEWEST_DUTIES, DUTY_SHARE * len(starts)) and duties > 2 * done


def _is_past(word: str) -> bool:
    return word in _IRREGULAR or (len(word) > 4 and word.endswith("ed"))


def _is_duty(tokens: Tokens, i: int) -> bool:
    """True for a sentence that opens with a duty ("Leads the …", "T12 Develop …") or asks for something."""
    opening = tokens.words[i : i + _OPENING]
    if not _DUTIES.isdisjoint(opening):
        return True
    return any(tuple(opening[a : a + n]) in _ASKING for a in range(len(opening)) for n in (1, 2, 3))


_VERBS = """
    lead manage develop design deliver ensure oversee provide advise support establish maintain coordinate monitor
    plan conduct implement drive build create define direct evaluate analyse analyze assess identify review
    prepare promote facilitate champion own work collaborate partner act represent report contribute apply use
    communicate train coach set translate embed shape run investigate respond test document measure track
    determine recommend formulate administer perform participate serve help make keep bring bridge leverage decide
    approve issue appoint charter chair sponsor commission authorise convene publish answer hold agree secure
    negotiate supervise mentor brief sign verify demonstrate possess exercise resolve understand experience
    ability skill degree proven
""".split()
_DUTIES = frozenset(
    form for verb in _VERBS for form in (verb, verb + "s", verb + "es", verb + "ing", verb.removesuffix("e") + "ing")
)
