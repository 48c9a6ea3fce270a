"""The things that one sentence of a job description names: skills of the taxonomy, and terms."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from matcher.core.job_description import cues
from matcher.core.job_description.cues import compile_cues, spot
from matcher.core.job_description.deeds import is_verb
from matcher.core.job_description.lines import Line
from matcher.core.job_description.phrases import phrases
from matcher.core.job_description.studies import studies
from matcher.core.job_description.terms import Terms
from matcher.core.job_description.tiers import marked
from matcher.core.job_description.worth import ITEM_NUMBER, RUN, before, begin, is_organisation, is_person, says_nothing
from matcher.core.mentions import Sighting
from matcher.core.model.job_descriptions import Part
from matcher.core.tokens import CLAUSE, Tokens
from matcher.core.trie import Trie

_ASIDES = compile_cues({True: cues.ASIDE})
_SAID = compile_cues({True: ";".join((cues.ASKING, cues.DOING, cues.OR_LIKE, cues.EXAMPLES))})
_NOT_NEEDED = compile_cues({True: ";".join((cues.NOT_NEEDED_BEFORE, cues.NOT_NEEDED_AFTER))})
_OF_CUES: tuple[Trie[Any], ...] = (cues.TIER_CUES, _SAID, _NOT_NEEDED)


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
    if ITEM_NUMBER.fullmatch(tokens.raw[line.first]) and line.opens_line:
        taken.add(line.first)
    for opening, last in phrases(line.first, line.last, tokens, taken | skills, skills):
        first = begin(opening, last, line, part, tokens)
        if first is None or all(tokens.raw[i] in withheld for i in range(first, last + 1)):
            continue
        if is_organisation(first, last, tokens) or says_nothing(first, last, line, part, tokens, terms, taken):
            continue
        term_id = terms.id_of(first, last, tokens)
        if term_id is not None:
            found.append(Place(term_id, first, last, True))
    return sorted(found, key=lambda place: place.first)


def _is_of_people(sighting: Sighting, tokens: Tokens) -> bool:
    """True for a skill that only says who somebody is: the DPO team, data scientists; not for a council that is run."""
    if sighting.first and any(tokens.raw[i] in RUN for i in before(sighting.first, tokens)):
        return sighting.label.is_title
    after = sighting.last + 1
    is_named_on = after < len(tokens) and tokens.gaps[after] < CLAUSE and is_person(after, tokens)
    return sighting.label.is_title or is_named_on or is_person(sighting.last, tokens)


def _said(line: Line, tokens: Tokens) -> set[int]:
    """Words of cues, which are no names."""
    spotted = (s for table in _OF_CUES for s in spot(line.first, line.last, tokens, table))
    return {i for s in spotted for i in range(s.first, s.last + 1)}


def _aside(line: Line, tokens: Tokens) -> set[int]:
    """Words of asides: to whom one reports, why it is so."""
    inside: set[int] = set()
    for s in spot(line.first, line.last, tokens, _ASIDES):
        if tokens.raw[s.first] == "reports" and s.first > line.first and is_verb(tokens.raw[s.first - 1]):
            continue  # "write reports to parents"
        inside.update(_to_clause_end(s.first, line.last, tokens))
    return inside


def _to_clause_end(first: int, last: int, tokens: Tokens) -> Iterator[int]:
    for i in range(first, last + 1):
        if i > first and tokens.gaps[i] >= CLAUSE:
            return
        yield i
