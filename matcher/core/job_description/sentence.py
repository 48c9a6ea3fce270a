"""The things that one sentence of a job description names: skills of the taxonomy, and terms."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from matcher.core.job_description import cues
from matcher.core.job_description.cues import compile_cues, spot
from matcher.core.job_description.deeds import is_verb
from matcher.core.job_description.lines import Line
from matcher.core.job_description.phrases import is_capital, is_shaped, phrases
from matcher.core.job_description.plain_words import PEOPLE, TOOLS
from matcher.core.job_description.studies import studies
from matcher.core.job_description.terms import Terms
from matcher.core.job_description.tiers import marked
from matcher.core.job_description.voice import deed_words
from matcher.core.mentions import Sighting
from matcher.core.model.job_descriptions import Part
from matcher.core.title_words import ORGANISATION_WORDS, TITLE_WORDS
from matcher.core.tokens import CLAUSE, Tokens
from matcher.core.trie import Trie

_ASIDES = compile_cues({True: cues.ASIDE})
_SAID = compile_cues({True: ";".join((cues.ASKING, cues.DOING, cues.OR_LIKE, cues.EXAMPLES))})
_NOT_NEEDED = compile_cues({True: ";".join((cues.NOT_NEEDED_BEFORE, cues.NOT_NEEDED_AFTER))})
_OF_CUES: tuple[Trie[Any], ...] = (cues.TIER_CUES, _SAID, _NOT_NEEDED)


LEAST_RARITY = 7.0
"""Inverse document frequency from which a single plain word of a duty is a term: below stand school, shift, device."""
_ANYBODY = frozenset("people person persons audience audiences stakeholder stakeholders colleagues peers".split())
_DETERMINERS = frozenset("the a an our your its their this that these those his her".split())
_RUN = frozenset("run runs running chair chairs chairing convene convening host hosting lead leading".split())
"""What is done with a council or a committee that is a skill to have."""
_BETWEEN = _DETERMINERS | frozenset("one two three four five six own all each every new".split())
_WEAK = frozenset("is are be have has work works working know knows need needs join joins see report reports".split())
_LINKS = frozenset(["and", "or"])
_FIELD_ENDINGS = ("ing", "ics", "logy", "graphy", "ery", "try", "ence", "age", "ship")
"""Endings of plain words that name trades and fields: plating, logistics, butchery, licence."""
_ITEM_NUMBER = re.compile(r"[a-z]{1,3}\d{1,2}|[ivx]{2,4}")
"""What numbers the items of a list: SC1, iii."""
_LEVEL = re.compile("[abc][12]")
"""How well one speaks a language (Common European Framework of Reference), which is no skill without it."""
_LONGEST_ACRONYM = 5
_FRAMED = frozenset("environment environments setting settings industry sector background".split())
"""What after a plain word makes it a trade: a manufacturing environment."""


class Place(NamedTuple):
    """A skill or term at words `first` to `last`, both included."""

    skill_id: str
    first: int
    last: int
    is_term: bool


def things(  # noqa: PLR0913 - a sentence with all that is known of it
    line: Line, part: Part, tokens: Tokens, named: Sequence[Sighting], terms: Terms, withheld: Collection[str]
) -> list[Place]:
    """What the sentence names, in its order. `withheld`: words of names that are no terms."""
    aside = _aside(line, tokens)
    aside |= {i for span in studies(line, tokens) for i in span}
    named = [s for s in named if s.first not in aside and not (part is Part.DUTIES and _is_of_people(s, tokens))]
    found = [Place(s.label.skill_id, s.first, s.last, False) for s in named]
    skills = {i for place in found for i in range(place.first, place.last + 1)}
    taken = aside | _said(line, tokens)
    mark = marked(line, tokens)
    if mark is not None:
        taken |= set(range(mark[0], line.last + 1))  # how it is marked, and by what it is found out
    if _ITEM_NUMBER.fullmatch(tokens.raw[line.first]) and line.opens_line:
        taken.add(line.first)
    for opening, last in phrases(line.first, line.last, tokens, taken | skills, skills):
        is_done = part is Part.DUTIES and opening == line.first and last > opening + 1
        first = opening + (deed_words(opening, tokens) if is_done else 0)
        if part is Part.DUTIES and first == last and not is_shaped(last, tokens):
            first = _with_deed(first, line, tokens)
        if all(tokens.raw[i] in withheld for i in range(first, last + 1)) or _is_organisation(first, last, tokens):
            continue
        is_run = tokens.raw[opening] in _RUN or any(tokens.raw[i] in _RUN for i in _before(opening, tokens))
        if part is Part.DUTIES and (
            (_is_person(last, tokens) and not is_run) or _is_common(first, last, tokens, terms)
        ):
            continue
        if _is_passing(first, last, line, tokens, terms) or _is_amid(first, last, line, tokens, taken):
            continue
        term_id = terms.id_of(first, last, tokens)
        if term_id is not None:
            found.append(Place(term_id, first, last, True))
    return sorted(found, key=lambda place: place.first)


def _is_of_people(sighting: Sighting, tokens: Tokens) -> bool:
    """True for a skill that only says who somebody is: the DPO team, data scientists; not for a council that is run."""
    if sighting.first and any(tokens.raw[i] in _RUN for i in _before(sighting.first, tokens)):
        return sighting.label.is_title
    after = sighting.last + 1
    is_named_on = after < len(tokens) and tokens.gaps[after] < CLAUSE and _is_person(after, tokens)
    return sighting.label.is_title or is_named_on or _is_person(sighting.last, tokens)


def _before(first: int, tokens: Tokens) -> Iterator[int]:
    """The word before, and the one before that if an article stands between."""
    yield first - 1
    if first > 1 and tokens.raw[first - 1] in _DETERMINERS:
        yield first - 2


def _is_person(i: int, tokens: Tokens) -> bool:
    return (
        tokens.words[i] in PEOPLE
        or tokens.raw[i] in PEOPLE
        or (tokens.words[i] in TITLE_WORDS and tokens.words[i] != "lead")
    )


def _with_deed(first: int, line: Line, tokens: Tokens) -> int:
    """The first word of a plain word with what is done with it, if an article or a number stands between."""
    i = first - 1
    while i > line.first and tokens.raw[i] in _BETWEEN and first - i < 3:
        i -= 1
    return i if line.first <= i < first - 1 and is_verb(tokens.raw[i]) and tokens.raw[i] not in _WEAK else first


def _is_common(first: int, last: int, tokens: Tokens, terms: Terms) -> bool:
    """True for a single plain word, with its verb or without, that too many trades use to be a term of a duty."""
    return first == last and not is_shaped(last, tokens) and terms.rarity(tokens.words[last]) < LEAST_RARITY


def _is_passing(first: int, last: int, line: Line, tokens: Tokens, terms: Terms) -> bool:
    """True for what names nothing asked for: anybody ("technical audiences"), and one word of a thing known already
    ("the road"), the number of an item, a word of all trades that only wears a capital.
    """
    if tokens.raw[last] in _ANYBODY:
        return True
    if first != last:
        return False
    raw = tokens.raw[first]
    if _LEVEL.fullmatch(raw) or (_ITEM_NUMBER.fullmatch(raw) and len(raw) > 2 and raw.isalpha()):
        return True
    if not is_shaped(first, tokens):
        is_framed = first < line.last and tokens.raw[first + 1] in _FRAMED
        return first > line.first and tokens.raw[first - 1] in _DETERMINERS and not is_framed
    is_acronym = tokens.slice(first, first).isupper() and len(raw) <= _LONGEST_ACRONYM
    return raw.isalpha() and not is_acronym and raw not in TOOLS and terms.rarity(tokens.words[first]) < LEAST_RARITY


def _is_amid(first: int, last: int, line: Line, tokens: Tokens, cued: Collection[int]) -> bool:
    """True for a plain word alone amid a sentence: no item of an enumeration, not right after "of", "with"
    or a cue, no field. `cued`: words of cues.

    Of 312 plain words in labelled adverts half were nothing to ask for (docs/decisions/0018-job-descriptions.md).
    """
    raw = tokens.raw[first]
    if first != last or is_shaped(first, tokens) or raw in TOOLS or raw.endswith(_FIELD_ENDINGS):
        return False
    if last < line.last and tokens.raw[last + 1] in _FRAMED:
        return False
    if first > line.first and (tokens.raw[first - 1] in ("of", "with") or first - 1 in cued):
        return False
    is_item = first == line.first or tokens.raw[first - 1] in _LINKS or _is_parted(first, tokens)
    ends_it = last == line.last or last + 1 in cued or tokens.raw[last + 1] in _LINKS or _is_parted(last + 1, tokens)
    return not (is_item and ends_it)


def _is_parted(i: int, tokens: Tokens) -> bool:
    """True if a comma, a bracket or a slash parts word `i` from the one before."""
    return tokens.gaps[i] >= CLAUSE or "/" in tokens.before(i)


def _is_organisation(first: int, last: int, tokens: Tokens) -> bool:
    """True for the name of a company: in capitals, with its legal form."""
    words = tokens.raw[first : last + 1]
    return (
        last > first
        and is_capital(first, tokens)
        and words[-1] in ORGANISATION_WORDS - {"university", "school", "college"}
    )


def _said(line: Line, tokens: Tokens) -> set[int]:
    """Words of cues, which are no names."""
    spotted = (s for table in _OF_CUES for s in spot(line.first, line.last, tokens, table))
    return {i for s in spotted for i in range(s.first, s.last + 1)}


def _aside(line: Line, tokens: Tokens) -> set[int]:
    """Words of asides: to whom one reports, why it is so."""
    inside: set[int] = set()
    for s in spot(line.first, line.last, tokens, _ASIDES):
        inside.update(_to_clause_end(s.first, line.last, tokens))
    return inside


def _to_clause_end(first: int, last: int, tokens: Tokens) -> Iterator[int]:
    for i in range(first, last + 1):
        if i > first and tokens.gaps[i] >= CLAUSE:
            return
        yield i
