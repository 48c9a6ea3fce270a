"""What a mention is worth, by the part of the resume it stands in and the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from matcher.core.certificates import CERTIFIED_BY_THE_LABEL, NAMES, PLACES, TOLD_BY_THE_LABEL
from matcher.core.cues import Cue
from matcher.core.function_words import FUNCTION_WORDS
from matcher.core.mentions import Sighting
from matcher.core.model import EvidenceKind
from matcher.core.sections import CONTACT_MARK, STUDY, Section, Unit
from matcher.core.sentences import Sentence, segment
from matcher.core.title_words import ORGANISATION_WORDS, RANKS, TITLE_WORDS
from matcher.core.tokens import CLAUSE, Tokens
from matcher.core.withheld import is_of_people, is_served, is_somebody_elses, is_told_of_others, withheld

MOST_IN_A_SENTENCE = 6
"""Skills of one sentence that keep work strength; a longer enumeration is a list, whatever its verb."""
TELLING = frozenset({Section.SUMMARY, Section.EXPERIENCE, Section.PROJECTS, Section.BODY})
"""Sections in which sentences tell of work, so that a description can stand for a name."""
WORKED = frozenset({EvidenceKind.OUTCOME, EvidenceKind.USED})

MOST_TOLD = 8
"""Items of a sentence of a summary up to which it tells of work."""
MOST_ITEMS = 5
"""Items of a line of studies up to which what is said of one is said of all: title, subject, place, year, grade."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_BY_SECTION = {
    Section.CONTACT: EvidenceKind.CONTACT,
    Section.INTERESTS: EvidenceKind.INTEREST,
    Section.REFERENCES: EvidenceKind.REFERENCE,
    Section.ADVERT: EvidenceKind.ADVERT,
}
_STATES = {
    Cue.EXPIRED: EvidenceKind.CERTIFICATE_EXPIRED,
    Cue.IN_PROGRESS: EvidenceKind.CERTIFICATE_IN_PROGRESS,
}


def kind_of(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> EvidenceKind:
    """What the mention counts as: what its part of the resume says, unless its clause takes it back."""
    section = sentence.unit.section
    if section in _BY_SECTION:
        return _BY_SECTION[section]
    if section is Section.WISHES:
        is_begun = _is_stated(Cue.IN_PROGRESS, sighting, sentence, tokens)
        return EvidenceKind.CERTIFICATE_IN_PROGRESS if is_begun else EvidenceKind.WISHED
    if Cue.CONSENT in sentence.kinds:
        return EvidenceKind.CONSENT
    taken_back = withheld(sighting, sentence, tokens)
    if taken_back is not None and not (section in STUDY and taken_back is EvidenceKind.WISHED):
        return taken_back
    return _RULES[section](sighting, sentence, tokens)


def _in_header(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> EvidenceKind:
    if CONTACT_MARK.search(tokens.slice(sentence.unit.first, sentence.unit.last)):
        return EvidenceKind.CONTACT
    if sighting.label.is_title or not TITLE_WORDS.isdisjoint(_around(sighting, sentence, tokens)):
        return EvidenceKind.TITLE
    if sentence.unit.first > 0:
        return _in_list(sighting, sentence, tokens)
    is_after_name = not NAMES.isdisjoint(tokens.words[sighting.first : sighting.last + 1])  # "Ada Beispiel, CISSP"
    return EvidenceKind.CERTIFICATE if is_after_name and sighting.first > 0 else EvidenceKind.CONTACT


def _in_studies(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> EvidenceKind:
    if not ORGANISATION_WORDS.isdisjoint(_around(sighting, sentence, tokens)):
        return EvidenceKind.ORGANISATION
    is_studied = _is_studied(sighting, sentence, tokens)
    for cue, kind in _STATES.items():
        if _is_stated(cue, sighting, sentence, tokens, further=int(is_studied)):
            return kind
    return EvidenceKind.CERTIFICATE if is_studied else EvidenceKind.LISTED


def _is_studied(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> bool:
    """True if the line tells of a degree, a course or a certificate, and does not just list names of skills.

    Its item says more than the name of the skill, or what leads to it ("Diploma: …") or stands in brackets after it
    does; or the name is that of a certificate; in a line of few items a year or who teaches it is enough, too.
    """
    words, unit, item = tokens.words, sentence.unit, segment(sighting, sentence.unit, tokens)
    own = range(sighting.first, sighting.last + 1)
    if not TOLD_BY_THE_LABEL.isdisjoint(words[own.start : own.stop]):
        return True
    is_led_to = item.start > unit.first and tokens.text[tokens.ends[item.start - 1]] == ":"
    last = item.stop
    if last <= unit.last and "(" in tokens.before(last):
        last = next((i for i in range(last + 1, unit.last + 1) if tokens.gaps[i] >= CLAUSE), unit.last + 1)
    near = {words[i] for i in range(item.start - is_led_to, last) if i not in own}
    if near - FUNCTION_WORDS:
        return True
    is_short = items_of(unit, tokens) <= MOST_ITEMS
    line = [words[i] for i in range(unit.first, unit.last + 1) if i not in own] if is_short else []
    return not PLACES.isdisjoint(line) or any(map(_YEAR.fullmatch, line))


def _is_stated(cue: Cue, sighting: Sighting, sentence: Sentence, tokens: Tokens, further: int = 1) -> bool:
    """True if `cue` is said of this mention: in its item of an enumeration, or up to `further` items after it."""
    if cue not in sentence.kinds:
        return False
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
    if sentence.unit.section is Section.SUMMARY and _is_told(sentence, tokens):
        return EvidenceKind.USED
    return EvidenceKind.LISTED


def _is_told(sentence: Sentence, tokens: Tokens) -> bool:
    """True for a sentence of a summary that tells what was led; not for an enumeration, whatever verb it has."""
    if not sentence.has(Cue.LEAD) or sentence.has(Cue.CLAIM) or sentence.is_list:
        return False
    return items_of(sentence.unit, tokens) <= MOST_TOLD


def items_of(unit: Unit, tokens: Tokens) -> int:
    """How many items commas, bars and brackets make of a sentence."""
    return 1 + sum(tokens.gaps[i] >= CLAUSE for i in range(unit.first + 1, unit.last + 1))


def _in_work(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> EvidenceKind:
    if sentence.is_title_line:
        return _in_title_line(sighting, sentence, tokens)
    if Cue.ADVERT in sentence.kinds:
        return EvidenceKind.ADVERT
    if _is_stated(Cue.EXPIRED, sighting, sentence, tokens):
        return EvidenceKind.CERTIFICATE_EXPIRED
    if is_told_of_others(sighting, sentence, tokens):
        return EvidenceKind.ELSEWHERE
    if _is_done_by_others(sighting, sentence, tokens):
        return EvidenceKind.OTHERS
    return _worked(sentence)


def _is_done_by_others(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> bool:
    return (
        is_somebody_elses(sighting, sentence, tokens)
        or is_served(sighting, sentence, tokens)
        or is_of_people(sighting, sentence, tokens)
    )


def _in_title_line(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> EvidenceKind:
    if is_served(sighting, sentence, tokens):
        return EvidenceKind.OTHERS  # "Assistant to the Chief Data Officer"
    if not CERTIFIED_BY_THE_LABEL.isdisjoint(tokens.words[sighting.first : sighting.last + 1]):
        return EvidenceKind.CERTIFICATE  # "CISSP 2016, GCIH 2018" under no heading
    return EvidenceKind.TITLE if _is_of_title(sighting, sentence, tokens) else EvidenceKind.ORGANISATION


def _is_of_title(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> bool:
    """True for the skill of a job title: title, employer, town and dates often stand on one line without a comma."""
    words, around = tokens.words, segment(sighting, sentence.unit, tokens)
    titles = [i for i in around if words[i] in TITLE_WORDS]
    employers = [i for i in around if words[i] in ORGANISATION_WORDS]
    if not titles and not employers and len(around) > 1:
        return _is_field(around.start, sentence, tokens) or _follows_a_rank(around.start, sentence, tokens)
    if not titles or not employers:
        return bool(titles)
    after = next((i for i in titles if i >= sighting.first), None)
    if after is not None:
        return not any(sighting.last < i < after for i in employers)
    return words[sighting.first - 1] in ("of", "for")


def _is_field(first: int, sentence: Sentence, tokens: Tokens) -> bool:
    """True if the item from word `first` is what a job was about, written small: "Consultant, data warehousing"."""
    before = tokens.words[sentence.unit.first : first]
    return tokens.text[tokens.starts[first]].islower() and not TITLE_WORDS.isdisjoint(before)


def _follows_a_rank(first: int, sentence: Sentence, tokens: Tokens) -> bool:
    """True if the item before word `first` is a rank that needs a field: "Director, Data Governance"."""
    start = first - 1
    while start > sentence.unit.first and tokens.gaps[start] < CLAUSE:
        start -= 1
    return start >= sentence.unit.first and "," in tokens.before(first) and RANKS.issuperset(tokens.words[start:first])


def _around(sighting: Sighting, sentence: Sentence, tokens: Tokens) -> list[str]:
    places = segment(sighting, sentence.unit, tokens)
    return tokens.words[places.start : places.stop]


def _worked(sentence: Sentence) -> EvidenceKind:
    """How a line of one's own work shows its skills."""
    if sentence.is_list or (sentence.has(Cue.CLAIM) and not sentence.has(Cue.LEAD, Cue.RESULT)):
        return EvidenceKind.LISTED
    delivered = sentence.has_figure and (sentence.has(Cue.LEAD, Cue.RESULT) or not sentence.has(Cue.WORK))
    led_with_result = sentence.has(Cue.LEAD) and sentence.has(Cue.RESULT)
    return EvidenceKind.OUTCOME if delivered or led_with_result else EvidenceKind.USED


_RULES: Mapping[Section, Callable[[Sighting, Sentence, Tokens], EvidenceKind]] = {
    Section.HEADER: _in_header,
    Section.SUMMARY: _in_list,
    Section.SKILLS: _in_list,
    Section.EDUCATION: _in_studies,
    Section.CERTIFICATIONS: _in_studies,
    Section.EXPERIENCE: _in_work,
    Section.PROJECTS: _in_work,
    Section.BODY: _in_work,
}
"""How each part of a resume is read; those in `_BY_SECTION` need no reading."""
