"""Names in a sentence that could be terms: noun phrases, acronyms, names in capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from matcher.core.job_description.deeds import is_only_verb, is_verb
from matcher.core.job_description.plain_words import (
    BARE,
    BREAKERS,
    ELSEWHERE,
    FRAMES,
    MODIFIERS,
    TAILS,
    TOOLS,
)
from matcher.core.tokens import CLAUSE, JOIN, LINE, Tokens

_NO_ADVERBS = frozenset(
    ["assembly", "supply", "anomaly", "family", "july", "poly", "fly", "ply", "subassembly", "reply"]
)
SHORTEST = 3
"""Letters of a single plain word that can be a term."""
LONGEST = 5
"""Words of a term; of a longer phrase the last ones are kept, which hold its noun."""
_SERVED = frozenset(["service", "care", "support", "process", "speaking"])
"""Framing words that a word before them makes a skill: customer service."""
_INNER = frozenset(["of", "in", "for", "on", "to", "and", "the"])
"""Small words that stand inside names in capitals: Keeping Children Safe in Education."""


def phrases(first: int, last: int, tokens: Tokens, taken: Set[int], skills: Set[int]) -> Iterator[tuple[int, int]]:
    """(first word, last word) of each name among words `first` to `last`, none of them `taken`.

    `skills`: words of named skills; a single plain word right beside one only describes it.
    """
    run: list[int] = []
    for i in range(first, last + 1):
        is_apart = bool(run) and (tokens.gaps[i] >= CLAUSE or _is_slashed(i, tokens))
        if is_apart or i in taken or not _continues(i, run, last, tokens, taken):
            yield from _named(run, tokens, skills)
            run = []
            if i in taken or not _opens(i, tokens):
                continue
        run.append(i)
    yield from _named(run, tokens, skills)


def _is_slashed(i: int, tokens: Tokens) -> bool:
    """True if a slash with spaces around it parts word `i` from the one before."""
    between = tokens.before(i)
    return "/" in between and " " in between


def _opens(i: int, tokens: Tokens) -> bool:
    return tokens.raw[i] not in BREAKERS and tokens.raw[i] != "of"


def _continues(i: int, run: Sequence[int], last: int, tokens: Tokens, taken: Set[int]) -> bool:
    """True if word `i` can belong to the name begun by `run`."""
    word = tokens.raw[i]
    if word not in BREAKERS and word != "of":
        return not (run and is_only_verb(word) and not is_capital(i, tokens))
    if not run:
        return False
    if tokens.gaps[i] == JOIN:  # the D of R&D, the E of CIPP/E
        return i == last or "/" in tokens.before(i)
    if i == last or i + 1 in taken or tokens.gaps[i + 1] >= CLAUSE:
        return False
    if word == "of":
        return tokens.words[run[-1]] not in FRAMES and tokens.raw[i + 1] not in BREAKERS
    return word == "&" or _is_inside_a_name(i, run, tokens)


def _is_inside_a_name(i: int, run: Sequence[int], tokens: Tokens) -> bool:
    """True for a small word between two in capitals; an "and" needs another small word before it."""
    is_named = is_capital(run[-1], tokens) and is_capital(i + 1, tokens) and tokens.raw[i] in _INNER
    return is_named and (tokens.raw[i] != "and" or any(tokens.raw[j] in ("in", "of", "for") for j in run))


def is_capital(i: int, tokens: Tokens) -> bool:
    """True for a word written with a capital or a digit."""
    character = tokens.text[tokens.starts[i]]
    return character.isupper() or character.isdigit()


def _named(run: Sequence[int], tokens: Tokens, skills: Set[int]) -> Iterator[tuple[int, int]]:
    """The name in a run of words, without the words around it that only frame it; nothing if there is none."""
    if len(run) == 1 and is_capital(run[0], tokens) and tokens.raw[run[0]] in TOOLS:
        yield (run[0], run[0])
        return
    places = list(run)
    while places and _is_frame(places[-1], tokens, is_first=False):
        places.pop()
    while places and _is_frame(places[0], tokens, is_first=True) and not _belongs(places, tokens):
        places.pop(0)
    if len(places) > LONGEST and not all(is_capital(i, tokens) or tokens.raw[i] in _INNER for i in places):
        places = places[-LONGEST:]
        while places and _is_frame(places[0], tokens, is_first=True) and not _belongs(places, tokens):
            places.pop(0)
    if not places or (not _modifies(places, tokens) and all(_is_frame(i, tokens, is_first=True) for i in places)):
        return
    first = _with_verb(places, run, tokens)
    if first < places[0] or _is_worth_it(places, tokens, skills):
        yield (first, places[-1])


def _belongs(places: Sequence[int], tokens: Tokens) -> bool:
    """True if the first word tells something about the second, or is one with it: high-severity incidents."""
    if len(places) > 2 and tokens.gaps[places[1]] == JOIN and not _is_frame(places[1], tokens, is_first=True):
        return True
    return _modifies(places, tokens)


def _modifies(places: Sequence[int], tokens: Tokens) -> bool:
    """True if the first word tells something about the second: project plans, customer service."""
    if len(places) < 2 or tokens.words[places[0]] not in MODIFIERS:
        return False
    second = places[1]
    return tokens.words[second] in _SERVED or not _is_frame(second, tokens, is_first=True)


def _is_frame(i: int, tokens: Tokens, is_first: bool) -> bool:
    """True for a word at the edge of a name that only frames it: `is_first`, before it, else after it."""
    word, raw, is_shouted = tokens.words[i], tokens.raw[i], tokens.slice(i, i).isupper()
    if word in ELSEWHERE:
        return len(word) > 3 or is_shouted
    if (word in FRAMES or raw in FRAMES or word in _INNER) and not (is_shouted and is_shaped(i, tokens)):
        return is_first or word in TAILS or raw in TAILS
    if is_shaped(i, tokens):
        return False
    if raw.isdigit():
        return is_first or not is_capital(i - 1, tokens)
    return (raw.endswith("ly") and raw not in _NO_ADVERBS) or (is_first and _is_deed(raw))


def _is_deed(raw: str) -> bool:
    """True for what one does with the thing named after it: write, checked; no plural, no noun in -ing."""
    return is_only_verb(raw) or (is_verb(raw) and not raw.endswith(("s", "ing")))


def _is_worth_it(places: Sequence[int], tokens: Tokens, skills: Set[int]) -> bool:
    """False for a single word that says too little, or only describes the skill of the taxonomy right beside it."""
    if len(places) > 1:
        return True
    i = places[0]
    raw, written = tokens.raw[i], tokens.slice(i, i)
    is_beside = (i - 1 in skills and tokens.gaps[i] < CLAUSE) or (i + 1 in skills and tokens.gaps[i + 1] < CLAUSE)
    if is_shaped(i, tokens):
        return raw not in BARE and not (is_beside and written[1:].islower())
    return not (is_verb(raw) or raw.endswith("ed") or len(raw) < SHORTEST or is_beside)


def _with_verb(places: Sequence[int], run: Sequence[int], tokens: Tokens) -> int:
    """The first word of the name; the verb right before a single plain word belongs to it: rotate stock."""
    i = places[0]
    if len(places) == 1 and i - 1 in run and is_verb(tokens.raw[i - 1]) and not is_shaped(i, tokens):
        return i - 1
    return i


def is_shaped(i: int, tokens: Tokens) -> bool:
    """True for a word whose looks say that it is a name: SAP, H5P, iOS, a capital inside a sentence."""
    written = tokens.slice(i, i)
    if any(c.isdigit() for c in written) and any(c.isalpha() for c in written):
        return True
    if len(written) > 1 and any(c.isupper() for c in written[1:]):
        return True
    return written[0].isupper() and tokens.gaps[i] < LINE and len(written) > 1
