"""What takes a mention back: negation, wishes, and other people's work."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from matcher.core.cues import Cue
from matcher.core.mentions import Sighting
from matcher.core.model import EvidenceKind
from matcher.core.sentences import OWN_VERBS, Sentence, Spotted
from matcher.core.tokens import CLAUSE, Tokens

_ITEM = 4
"""Words up to which what stands between two commas is taken for an item of an enumeration."""
_NEAR = 3
"""Words within which people must follow a mention to belong to it."""
_NONE_WITHIN = 8
"""Words within which a "none" must follow a mention in its sentence to take it back."""
_WHILE_THEY = frozenset({("while", "they"), ("while", "he"), ("while", "she"), ("what", "they"), ("as", "they")})
_TAKE_BACK = frozenset({Cue.NEGATION, Cue.WISH, Cue.NONE})
_NAME_OTHERS = frozenset({Cue.OTHERS, Cue.BY_OTHERS})
_LED = frozenset(
    """
    coordinated organised organized supervised recruited onboarded staffed joined employed worked served acted appointed
    promoted elected seconded named nominated selected moved returned transferred rotated started belonged progressed
    qualified covered deputised stepped succeeded replaced
    """.split()
)
"""Verbs behind which people are one's own, or oneself."""
_PRACTITIONERS = frozenset("scientist analyst engineer officer auditor trainer lawyer manager director".split())
"""Words for people who do what they are named after, unlike vendors, experts and teams, with whom one deals."""
_WITHIN = frozenset("as in within my our own".split())
_THEY = frozenset(they for _, they in _WHILE_THEY)


def withheld(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> EvidenceKind | None:
    """Why the clause takes the mention back, if it does."""
    if _TAKE_BACK.isdisjoint(sentence.kinds):
        return None
    after = [s for s in sentence.cues if s.first > sighting.last]
    return _by_what_stands_before(sighting, sentence, after, tokens) or _by_what_follows(sighting, after, tokens)


def _by_what_stands_before(
    sighting: Sighting, sentence: Sentence, after: Sequence[Spotted], tokens: Tokens
) -> EvidenceKind | None:
    reach = _reach_back(sighting.first, sentence, tokens)
    is_mended = any(s.cue is Cue.MENDED for s in after)
    for spotted in sentence.cues:
        if reach <= spotted.first and spotted.last < sighting.first:
            if _denies(spotted, sentence) and not is_mended:
                return EvidenceKind.NEGATED
            if spotted.cue is Cue.WISH:
                return EvidenceKind.WISHED
    return None


def _by_what_follows(sighting: Sighting, after: Sequence[Spotted], tokens: Tokens) -> EvidenceKind | None:
    if any(s.cue is Cue.NONE and s.first - sighting.last <= _NONE_WITHIN for s in after):
        return EvidenceKind.NEGATED
    answer = sighting.last + 1
    if not after or not _is_answer(answer, tokens):
        return None
    if any(s.cue is Cue.NEGATION and s.first == answer for s in after):
        return EvidenceKind.NEGATED
    return EvidenceKind.WISHED if any(s.cue is Cue.WISH and s.first <= answer + 1 for s in after) else None


def _denies(spotted: Spotted, sentence: Sentence) -> bool:
    """True for a denial of what follows: a negation, or a "none" that opens the sentence, as in "Not done: …"."""
    return spotted.cue is Cue.NEGATION or (spotted.cue is Cue.NONE and spotted.first == sentence.unit.first)


def _is_answer(i: int, tokens: Tokens) -> bool:
    """True if word `i` follows a colon or a dash, as in "Splunk: never"."""
    return tokens.gaps[i] == CLAUSE and tokens.before(i).strip() in (
        ":",
        "-",
        "–",
        "—",
    )


def _reach_back(first: int, sentence: Sentence, tokens: Tokens) -> int:
    """Index of the first word whose negation or wish still reaches the mention at `first`.

    Clauses end at commas and contrasts; a comma between short items of an enumeration does not end one.
    """
    verbs = {s.first for s in sentence.cues if s.cue in OWN_VERBS and _starts_clause(s.first, s.cue, tokens)}
    stops = {s.first for s in sentence.cues if s.cue is Cue.CONTRAST and tokens.gaps[s.first] >= CLAUSE}
    item = 0
    for i in range(first, sentence.unit.first, -1):
        item += 1
        if i - 1 in stops or i in verbs:
            return i
        if tokens.gaps[i] >= CLAUSE and not _announces(i, sentence, tokens):
            if item > _ITEM + 1 or tokens.text[tokens.ends[i - 1]] != ",":
                return i
            item = 0
    return sentence.unit.first


def _announces(i: int, sentence: Sentence, tokens: Tokens) -> bool:
    """True if word `i` follows a colon that leads on: "no experience with: …", "skills I would like to acquire: …"."""
    if tokens.text[tokens.ends[i - 1]] != ":":
        return False
    if tokens.words[i - 1] in _OPEN:
        return True
    return any((s.cue is Cue.WISH and s.first < i) or (_denies(s, sentence) and s.last == i - 1) for s in sentence.cues)


_OPEN = frozenset("with in of following experience knowledge".split())


def _starts_clause(i: int, cue: Cue, tokens: Tokens) -> bool:
    """True unless the verb at word `i` belongs to what stands before it, as in "has not owned"."""
    if tokens.words[i - 1] in ("i", "we"):
        return True
    return cue is not Cue.WORK and (tokens.gaps[i] >= CLAUSE or tokens.words[i - 1] in ("and", "then", "but", "&"))


def is_somebody_elses(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> bool:
    """True for "worked with the SOC team" and "incident response was run by the vendor"."""
    if _NAME_OTHERS.isdisjoint(sentence.kinds):
        return False
    reach = _reach_back(sighting.first, sentence, tokens)
    people = [s.first for s in sentence.cues if s.cue is Cue.PEOPLE]
    verbs = [s.first for s in sentence.cues if s.cue in (Cue.LEAD, Cue.RESULT)]
    for spotted in sentence.cues:
        if spotted.cue is Cue.OTHERS and reach <= spotted.first and spotted.last < sighting.first:
            named = any(spotted.last < p <= sighting.last + _NEAR - 1 for p in people)
            if named and not any(spotted.last < v < sighting.first for v in verbs):
                return True
        elif spotted.cue is Cue.BY_OTHERS and sighting.last < spotted.first <= sighting.last + _NEAR:
            return True
    return False


def is_of_people(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> bool:
    """True for "Booked the travel of two data scientists": the mention says who they are, and nobody led them."""
    first = sentence.unit.first
    if not tokens.raw[first].endswith("ed") or tokens.raw[first] in _LED:
        return False
    after = sighting.last + 1
    is_team = any(s.cue is Cue.PEOPLE and s.first == after and tokens.gaps[after] < CLAUSE for s in sentence.cues)
    is_practised = sighting.label.is_title or tokens.words[sighting.last] in _PRACTITIONERS
    if not (is_team or is_practised) or tokens.words[sighting.first - 1] in _WITHIN:
        return False
    return not any(s.cue in (Cue.LEAD, Cue.RESULT) and s.last < sighting.first for s in sentence.cues)


def is_served(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> bool:
    """True for "Took the minutes of the data council" and "Sold machine learning to banks": others do it."""
    if Cue.SERVED not in sentence.kinds:
        return False
    reach = _reach_back(sighting.first, sentence, tokens)
    verbs = [s.first for s in sentence.cues if s.cue in (Cue.LEAD, Cue.RESULT)]
    return any(
        reach <= s.first <= sighting.first and not any(s.last < v < sighting.first for v in verbs)
        for s in sentence.cues
        if s.cue is Cue.SERVED
    )


def is_told_of_others(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> bool:
    """True for "an external agency took care of instructional design" and "helped while they did the gap analysis"."""
    before = [s for s in sentence.cues if s.cue is Cue.OUTSIDER and s.last < sighting.first]
    if any(_is_subject(s, sentence, tokens) and not _speaks_again(s, sighting, tokens) for s in before):
        return True
    words = tokens.words[sentence.unit.first : sighting.first]
    return not _THEY.isdisjoint(words) and any(pair in _WHILE_THEY for pair in pairwise(words))


def _speaks_again(spotted: Spotted, sighting: Sighting, tokens: Tokens) -> bool:
    """True if the person comes back between the others and the mention: "unlike my predecessor I …"."""
    return not {"i", "we"}.isdisjoint(tokens.words[spotted.last + 1 : sighting.first])


def _is_subject(spotted: Spotted, sentence: Sentence, tokens: Tokens) -> bool:
    """True if a sentence starts with the spotted people and a verb follows them: they did it."""
    if spotted.first > sentence.unit.first + 2 or "i" in tokens.words[sentence.unit.first : spotted.first]:
        return False
    return any(s.first > spotted.last for s in sentence.cues if s.cue in (Cue.LEAD, Cue.WORK))
