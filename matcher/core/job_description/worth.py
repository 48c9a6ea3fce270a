"""Which names in a sentence of a job description say something that a person could have, and where they begin."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from matcher.core.job_description.deeds import is_verb
from matcher.core.job_description.lines import Line
from matcher.core.job_description.phrases import is_capital, is_shaped
from matcher.core.job_description.plain_words import FRAMES, PEOPLE, TOOLS
from matcher.core.job_description.terms import Terms
from matcher.core.job_description.voice import deed_words
from matcher.core.model.job_descriptions import Part
from matcher.core.title_words import ORGANISATION_WORDS, TITLE_WORDS
from matcher.core.tokens import CLAUSE, Tokens, forms_of

LEAST_RARITY = 7.0
"""Inverse document frequency from which a single plain word of a duty is a term: below stand school, shift, device."""
_ANYBODY = frozenset("people person persons audience audiences stakeholder stakeholders colleagues peers".split())
_DETERMINERS = frozenset("the a an our your its their this that these those his her".split())
RUN = frozenset("run runs running chair chairs chairing convene convening host hosting lead leading".split())
"""What is done with a council or a committee that is a skill to have."""
_BETWEEN = _DETERMINERS | frozenset("one two three four five six own all each every new".split())
"""Words that may stand between a deed and its plain object: train one commis."""
_WEAK = frozenset("is are be have has work works working know knows need needs join joins see report reports".split())
"""Verbs that say of no object what one can do with it."""
_WORKED_IN = frozenset([("in", False), ("in", True), ("at", True), ("as", True)])
"""Words, and whether an article follows, after which stands where or as what one has worked."""
_DONE_WITH_PEOPLE = forms_of(
    "supervise advise train coach mentor teach instruct lead manage recruit interview induct onboard appraise educate"
    " brief"
)
"""What is done with people that is a skill to have: supervise student midwives."""
_LINKS = frozenset(["and", "or"])
_FIELD_ENDINGS = ("ing", "ics", "logy", "graphy", "ery", "try", "ence", "age", "ship")
"""Endings of plain words that name trades and fields: plating, logistics, butchery, licence."""
ITEM_NUMBER = re.compile(r"[a-z]{1,3}\d{1,2}|[ivx]{2,4}")
"""What numbers the items of a list: SC1, iii."""
_LEVEL = re.compile("[abc][12]")
"""How well one speaks a language (Common European Framework of Reference), which is no skill without it."""
_LONGEST_ACRONYM = 5
_FRAMED = frozenset("environment environments setting settings industry sector background".split())
"""What after a plain word makes it a trade: a manufacturing environment."""


def begin(opening: int, last: int, line: Line, part: Part, tokens: Tokens) -> int | None:
    """The first word of what is named; None for people with whom nothing is done.

    Of a duty: without the deed that opens it, or with the deed where its object alone says nothing.
    """
    if part is not Part.DUTIES:
        return opening
    is_run = tokens.raw[opening] in RUN or any(tokens.raw[i] in RUN for i in before(opening, tokens))
    if is_person(last, tokens) and not is_run:
        return _done_with(opening, line, tokens)
    is_done = opening == line.first and last > opening + 1
    first = opening + (deed_words(opening, tokens) if is_done else 0)
    return _with_deed(first, line, tokens) if first == last and not is_shaped(last, tokens) else first


def _done_with(i: int, line: Line, tokens: Tokens) -> int | None:
    """The word that says what is done with people at word `i`, over words that frame them: coach junior analysts."""
    for at in range(i - 1, max(line.first, i - 3) - 1, -1):
        if tokens.words[at] in _DONE_WITH_PEOPLE:
            return at
        if tokens.words[at] not in FRAMES and tokens.raw[at] not in _BETWEEN:
            return None
    return None


def says_nothing(  # noqa: PLR0913 - a name with all that is known of it
    first: int, last: int, line: Line, part: Part, tokens: Tokens, terms: Terms, cued: Collection[int]
) -> bool:
    """True for a name that is nothing to have: a word of all trades, one in passing, one amid a sentence."""
    if part is Part.DUTIES and _is_common(first, last, tokens, terms) and not _is_listed(first, line, tokens):
        return True
    if part is Part.WANTED and first == last and _is_worked_in(first, line, tokens):
        return False
    return _is_passing(first, last, line, tokens, terms) or _is_amid(first, last, line, tokens, cued)


def before(first: int, tokens: Tokens) -> Iterator[int]:
    """The word before, and the one before that if an article stands between."""
    yield first - 1
    if first > 1 and tokens.raw[first - 1] in _DETERMINERS:
        yield first - 2


def is_person(i: int, tokens: Tokens) -> bool:
    """True for a word for people one works with."""
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


def _is_worked_in(i: int, line: Line, tokens: Tokens) -> bool:
    """True for a plain word that says where or as what one has worked: "in retail", "in a nursery"."""
    has_article = i > line.first and tokens.raw[i - 1] in ("a", "an")
    at = i - 1 - has_article
    return at >= line.first and (tokens.raw[at], has_article) in _WORKED_IN and tokens.gaps[i] < CLAUSE


def _is_common(first: int, last: int, tokens: Tokens, terms: Terms) -> bool:
    """True for a single plain word that too many trades use to be a term of a duty."""
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
    if _LEVEL.fullmatch(raw) or (ITEM_NUMBER.fullmatch(raw) and len(raw) > 2 and raw.isalpha()):
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


def _is_listed(i: int, line: Line, tokens: Tokens) -> bool:
    """True for one of several words with commas between them."""
    starts = i > line.first and (_is_parted(i, tokens) or tokens.raw[i - 1] in _LINKS)
    ends = i == line.last or _is_parted(i + 1, tokens) or tokens.raw[i + 1] in _LINKS
    return starts and ends


def _is_parted(i: int, tokens: Tokens) -> bool:
    """True if a comma, a bracket or a slash parts word `i` from the one before."""
    return tokens.gaps[i] >= CLAUSE or "/" in tokens.before(i)


def is_organisation(first: int, last: int, tokens: Tokens) -> bool:
    """True for the name of a company: in capitals, with its legal form."""
    words = tokens.raw[first : last + 1]
    return (
        last > first
        and is_capital(first, tokens)
        and words[-1] in ORGANISATION_WORDS - {"university", "school", "college"}
    )
