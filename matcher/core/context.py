"""What a mention is worth, by the part of the resume it stands in and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from matcher.core.cues import Cue
from matcher.core.function_words import FUNCTION_WORDS
from matcher.core.mentions import Sighting
from matcher.core.model import EvidenceKind
from matcher.core.sections import CONTACT_MARK, STUDY, WORK, Section, Unit
from matcher.core.tokens import CLAUSE, WRAP, Tokens
from matcher.core.trie import Trie

MOST_IN_A_SENTENCE = 6
"""Skills of one sentence that keep work strength; a longer enumeration is a list, whatever its verb."""
LONGEST_TITLE_LINE = 14
"""Words up to which a line without bullet in a work section can be a job title with employer and dates."""
FEWEST_ITEMS, LONGEST_ITEM = 3, 3
"""Items an enumeration has at least, and words an item of it has at most on average."""
FEWEST_TOLD = 2
"""Words with meaning, besides names of skills, from which a line tells something about them."""
TELLING = frozenset({Section.SUMMARY, Section.EXPERIENCE, Section.PROJECTS, Section.BODY})
"""Sections in which sentences tell of work, so that a description can stand for a name."""
WORKED = frozenset({EvidenceKind.OUTCOME, EvidenceKind.USED})
_ITEM = 4
"""Words up to which what stands between two commas is taken for an item of an enumeration."""
_NEAR = 3
"""Words within which people must follow a mention to belong to it."""
_NONE_WITHIN = 8
"""Words within which a "none" must follow a mention in its sentence to take it back."""

_TITLE_WORDS = frozenset(
    ["manager", "lead", "leader", "head", "director", "officer", "analyst", "engineer", "specialist", "consultant", "architect", "trainer", "designer", "strategist", "chief", "vp", "president", "coordinator", "advisor", "adviser", "partner", "scientist", "developer", "administrator", "auditor", "counsel", "lawyer", "assistant", "intern", "associate", "principal", "executive", "researcher", "fellow", "professor", "lecturer", "teacher", "instructor", "technician", "owner", "founder", "deputy", "supervisor", "facilitator", "cdo", "ciso", "cio", "cto", "dpo", "attorney", "solicitor", "steward", "planner", "writer", "editor", "operator", "agent"]
)
_ORGANISATION_WORDS = frozenset(
    ["ltd", "limited", "inc", "gmbh", "plc", "llc", "llp", "corp", "corporation", "company", "ag", "sa", "bv", "nv", "pty", "university", "college", "school", "institute", "academy", "polytechnic", "faculty"]
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = frozenset(
    ["iso", "iec", "nist", "sp", "bs", "en", "rfc", "cve", "pci", "article", "art", "regulation", "eu", "annex", "version", "v", "level", "phase", "office", "tier", "top", "gpt", "step", "grade", "class", "microsoft", "windows", "part", "no", "number", "csf", "stage", "year", "module"]
)
"""Words before a number that names a thing (ISO 27001, Office 365) and measures nothing."""

_BY_SECTION = {
    Section.CONTACT: EvidenceKind.CONTACT,
    Section.INTERESTS: EvidenceKind.INTEREST,
    Section.REFERENCES: EvidenceKind.REFERENCE,
    Section.WISHES: EvidenceKind.WISHED,
    Section.ADVERT: EvidenceKind.ADVERT,
}


@dataclass(frozen=True, slots=True)
class Spotted:
    """A cue at words `first` to `last`, both included."""

    cue: Cue
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A unit with what its words say about the mentions in it. `has_figure`: a number that tells a result or a scale.

    `is_list`: names with nothing told about them.
    """

    unit: Unit
    cues: tuple[Spotted, ...]
    has_figure: bool
    is_title_line: bool
    is_list: bool

    def has(self, *cues: Cue) -> bool:
        return any(spotted.cue in cues for spotted in self.cues)


def read_sentence(unit: Unit, tokens: Tokens, cues: Trie[Cue], named: Set[int]) -> Sentence:
    """The cues of `unit` and what kind of line it is. `named`: words that are part of a skill's label."""
    spotted = tuple(_spot(unit, tokens, cues))
    text = tokens.slice(unit.first, unit.last)
    works = any(s.cue in (Cue.LEAD, Cue.RESULT) and s.first <= unit.first + 1 for s in spotted)
    is_title = (
        not unit.is_bullet
        and unit.last - unit.first < LONGEST_TITLE_LINE
        and not works
        and tokens.text[tokens.ends[unit.last] : tokens.ends[unit.last] + 1] not in (".", ";")
        and (not _TITLE_WORDS.isdisjoint(tokens.words[unit.first : unit.last + 1]) or bool(_YEAR.search(text)))
    )
    has_figure = _has_figure(unit, tokens, named)
    verbs = any(s.cue in _OWN_VERBS and s.first not in named for s in spotted)
    return Sentence(unit, spotted, has_figure, is_title, not verbs and _is_list(unit, tokens, named, has_figure))


def _is_list(unit: Unit, tokens: Tokens, named: Set[int], has_figure: bool) -> bool:
    """True for an enumeration of short items, and for names with too few other words to tell anything.

    Under a job, where fragments are usual ("CrowdStrike on all endpoints"), only bare names are a list.
    """
    places = range(unit.first, unit.last + 1)
    told = sum(
        i not in named and tokens.words[i] not in FUNCTION_WORDS and not tokens.words[i].isdigit() for i in places
    )
    items = 1 + sum(tokens.gaps[i] >= CLAUSE for i in places[1:])
    if has_figure and told and items < FEWEST_ITEMS:
        return False
    if unit.section in WORK:
        return told == 0 or (items >= FEWEST_ITEMS and told < items)
    return told < FEWEST_TOLD or (items >= FEWEST_ITEMS and len(places) <= LONGEST_ITEM * items)


def _has_figure(unit: Unit, tokens: Tokens, named: Set[int]) -> bool:
    for i in range(unit.first, unit.last + 1):
        word = tokens.raw[i]
        if word[0].isdigit() and i not in named and not _YEAR.fullmatch(word) and tokens.words[i - 1] not in _NUMBERED:
            return True
    return False


def _spot(unit: Unit, tokens: Tokens, cues: Trie[Cue]) -> Iterator[Spotted]:
    words, heads = tokens.words, cues.heads
    free = 0
    for i in range(unit.first, unit.last + 1):
        if i >= free and words[i] in heads:
            found = cues.longest(words, tokens.gaps, i, WRAP)
            if found is not None and found[0] <= unit.last + 1:
                free, cue = found
                if cue is not Cue.NEUTRAL:
                    yield Spotted(cue, i, free - 1)


def kind_of(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> EvidenceKind:
    """What the mention counts as. Rules are tried from the surest reason not to count it to the plainest use."""
    section = sentence.unit.section
    if section in _BY_SECTION:
        return _BY_SECTION[section]
    if sentence.has(Cue.CONSENT):
        return EvidenceKind.CONSENT
    withheld = _withheld(sighting, sentence, tokens)
    if section in STUDY and withheld is not EvidenceKind.NEGATED:
        return _in_studies(sighting, sentence, tokens)
    if withheld is not None:
        return withheld
    if section is Section.HEADER:
        return _in_header(sighting, sentence, tokens)
    if section in WORK or section is Section.BODY:
        return _in_work(sighting, sentence, tokens)
    return _in_list(sighting, sentence, tokens)


def _withheld(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> EvidenceKind | None:
    """Why the clause takes the mention back, if it does."""
    reach = _reach_back(sighting.first, sentence, tokens)
    after = [s for s in sentence.cues if s.first > sighting.last]
    for spotted in sentence.cues:
        if reach <= spotted.first and spotted.last < sighting.first:
            if spotted.cue is Cue.NEGATION and not any(s.cue is Cue.MENDED for s in after):
                return EvidenceKind.NEGATED
            if spotted.cue is Cue.WISH:
                return EvidenceKind.WISHED
    if any(s.cue is Cue.NONE and s.first - sighting.last <= _NONE_WITHIN for s in after):
        return EvidenceKind.NEGATED
    if any(s.cue is Cue.NEGATION and s.first == sighting.last + 1 and _is_answer(s.first, tokens) for s in after):
        return EvidenceKind.NEGATED
    return None


def _is_answer(i: int, tokens: Tokens) -> bool:
    """True if word `i` follows a colon or a dash, as in "Splunk: never"."""
    return tokens.gaps[i] == CLAUSE and tokens.text[tokens.ends[i - 1] : tokens.starts[i]].strip() in (
        ":",
        "-",
        "–",
        "—",
    )


def _reach_back(first: int, sentence: Sentence, tokens: Tokens) -> int:
    """Index of the first word whose negation or wish still reaches the mention at `first`.

    Clauses end at commas and contrasts; a comma between short items of an enumeration does not end one.
    """
    verbs = {s.first for s in sentence.cues if s.cue in _OWN_VERBS and _starts_clause(s.first, s.cue, tokens)}
    stops = {s.first for s in sentence.cues if s.cue is Cue.CONTRAST and tokens.gaps[s.first] >= CLAUSE}
    item = 0
    for i in range(first, sentence.unit.first, -1):
        item += 1
        if i - 1 in stops or i in verbs:
            return i
        if tokens.gaps[i] >= CLAUSE and tokens.text[tokens.ends[i - 1]] != ":":
            if item > _ITEM + 1 or tokens.text[tokens.ends[i - 1]] != ",":
                return i
            item = 0
    return sentence.unit.first


_OWN_VERBS = (Cue.LEAD, Cue.RESULT, Cue.WORK)


def _starts_clause(i: int, cue: Cue, tokens: Tokens) -> bool:
    """True unless the verb at word `i` belongs to what stands before it, as in "has not owned"."""
    if tokens.words[i - 1] in ("i", "we"):
        return True
    return cue is not Cue.WORK and (tokens.gaps[i] >= CLAUSE or tokens.words[i - 1] in ("and", "then", "but", "&"))


def _in_header(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> EvidenceKind:
    if sentence.unit.first == 0 or CONTACT_MARK.search(tokens.slice(sentence.unit.first, sentence.unit.last)):
        return EvidenceKind.CONTACT
    is_title = sighting.label.is_title or not _TITLE_WORDS.isdisjoint(_segment(sighting, sentence.unit, tokens))
    return EvidenceKind.TITLE if is_title else _in_list(sighting, sentence, tokens)


def _in_studies(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> EvidenceKind:
    if not _ORGANISATION_WORDS.isdisjoint(_segment(sighting, sentence.unit, tokens)):
        return EvidenceKind.ORGANISATION
    for cue, kind in _STATES.items():
        if _is_stated(cue, sighting, sentence, tokens):
            return kind
    return EvidenceKind.CERTIFICATE


_STATES = {
    Cue.EXPIRED: EvidenceKind.CERTIFICATE_EXPIRED,
    Cue.IN_PROGRESS: EvidenceKind.CERTIFICATE_IN_PROGRESS,
}


def _is_stated(cue: Cue, sighting: Sighting, sentence: Sentence, tokens: Tokens, further: int = 1) -> bool:
    """True if `cue` is said of this mention: in its item of an enumeration, or up to `further` items after it."""
    first, last = sighting.first, sighting.last
    while first > sentence.unit.first and tokens.gaps[first] < CLAUSE:
        first -= 1
    items = 0
    while last < sentence.unit.last:
        if tokens.gaps[last + 1] >= CLAUSE:
            items += 1 + (tokens.text[tokens.ends[last]] == ";") * further
        if items > further:
            break
        last += 1
    stated = (s for s in sentence.cues if s.cue is cue and first <= s.first and s.last <= last)
    return any(s.last < sighting.first or s.first > sighting.last for s in stated)


def _in_list(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> EvidenceKind:
    if sentence.has(Cue.ADVERT):
        return EvidenceKind.ADVERT
    if sentence.unit.section is Section.SKILLS and _is_stated(Cue.CERTIFIED, sighting, sentence, tokens, further=0):
        return _in_studies(sighting, sentence, tokens)
    if sentence.unit.section is Section.SUMMARY and sentence.has(Cue.LEAD) and not sentence.has(Cue.CLAIM):
        return EvidenceKind.USED
    return EvidenceKind.LISTED


def _in_work(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> EvidenceKind:
    if sentence.is_title_line:
        segment = _segment(sighting, sentence.unit, tokens)
        is_employer = not _ORGANISATION_WORDS.isdisjoint(segment) or _TITLE_WORDS.isdisjoint(segment)
        return EvidenceKind.ORGANISATION if is_employer else EvidenceKind.TITLE
    if sentence.has(Cue.ADVERT):
        return EvidenceKind.ADVERT
    if _is_stated(Cue.EXPIRED, sighting, sentence, tokens):
        return EvidenceKind.CERTIFICATE_EXPIRED
    if _is_told_of_others(sighting, sentence, tokens):
        return EvidenceKind.ELSEWHERE
    if _is_somebody_elses(sighting, sentence, tokens):
        return EvidenceKind.OTHERS
    if sentence.is_list or (sentence.has(Cue.CLAIM) and not sentence.has(Cue.LEAD, Cue.RESULT)):
        return EvidenceKind.LISTED
    delivered = sentence.has_figure and (sentence.has(Cue.LEAD, Cue.RESULT) or not sentence.has(Cue.WORK))
    led_with_result = sentence.has(Cue.LEAD) and sentence.has(Cue.RESULT)
    return EvidenceKind.OUTCOME if delivered or led_with_result else EvidenceKind.USED


def _is_somebody_elses(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> bool:
    """True for "worked with the SOC team" and "incident response was run by the vendor"."""
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


def _is_told_of_others(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> bool:
    """True for "an external agency took care of instructional design" and "helped while they did the gap analysis"."""
    before = [s for s in sentence.cues if s.last < sighting.first]
    if any(s.cue is Cue.OUTSIDER and _is_subject(s, sentence, tokens) for s in before):
        return True
    words = tokens.words[sentence.unit.first : sighting.first]
    return any(pair in _WHILE_THEY for pair in zip(words, words[1:], strict=False))


_WHILE_THEY = frozenset({("while", "they"), ("while", "he"), ("while", "she"), ("what", "they"), ("as", "they")})


def _is_subject(spotted: Spotted, sentence: Sentence, tokens: Tokens) -> bool:
    """True if a sentence starts with the spotted people and a verb follows them: they did it."""
    if spotted.first > sentence.unit.first + 2 or "i" in tokens.words[sentence.unit.first : spotted.first]:
        return False
    return any(s.first > spotted.last for s in sentence.cues if s.cue in (Cue.LEAD, Cue.WORK))


def _segment(sighting: Sighting, unit: Unit, tokens: Tokens) -> Iterable[str]:
    """The words between the commas, bars or brackets around a mention."""
    first, last = sighting.first, sighting.last
    while first > unit.first and tokens.gaps[first] < CLAUSE and tokens.words[first - 1] not in ("at", "from"):
        first -= 1
    while last < unit.last and tokens.gaps[last + 1] < CLAUSE and tokens.words[last + 1] not in ("at", "from"):
        last += 1
    return tokens.words[first : last + 1]
