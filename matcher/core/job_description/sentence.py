"""The things that one sentence of a job description names: skills of the taxonomy, and terms."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from matcher.core.job_description import cues
from matcher.core.job_description.cues import compile_cues, spot
from matcher.core.job_description.lines import Line
from matcher.core.job_description.model import Part
from matcher.core.job_description.phrases import is_capital, phrases
from matcher.core.job_description.terms import Terms
from matcher.core.mentions import Sighting
from matcher.core.title_words import ORGANISATION_WORDS
from matcher.core.tokens import CLAUSE, Tokens

_ASIDES = compile_cues({True: cues.ASIDE})
_TIERS = compile_cues({True: ";".join(cues.TIERS.values())})
_SAID = compile_cues({True: ";".join((cues.ASKING, cues.DOING, cues.OR_LIKE, cues.EXAMPLES))})
_NOT_NEEDED = compile_cues({True: ";".join((cues.NOT_NEEDED_BEFORE, cues.NOT_NEEDED_AFTER))})


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
    found = [Place(s.label.skill_id, s.first, s.last, False) for s in named if s.first not in aside]
    skills = {i for place in found for i in range(place.first, place.last + 1)}
    taken = aside | _said(line, tokens)
    for first, last in phrases(line.first, line.last, tokens, taken | skills, skills):
        if all(tokens.raw[i] in withheld for i in range(first, last + 1)) or _is_organisation(first, last, tokens):
            continue
        term_id = terms.id_of(first, last, tokens)
        if term_id is not None:
            found.append(Place(term_id, first, last, True))
    return sorted(found, key=lambda place: place.first)


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
    spotted = (s for table in (_TIERS, _SAID, _NOT_NEEDED) for s in spot(line.first, line.last, tokens, table))
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
