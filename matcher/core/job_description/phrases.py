"""Names in a sentence that could be terms: noun phrases, acronyms, names in capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from matcher.core.job_description.plain_words import BREAKERS, FRAMES, is_verb
from matcher.core.tokens import CLAUSE, JOIN, LINE, Tokens

LONGEST = 5
"""Words of a term; of a longer phrase the last ones are kept, which hold its noun."""
_INNER = frozenset(["of", "in", "for", "on", "to", "and", "the"])
"""Small words that stand inside names in capitals: Keeping Children Safe in Education."""


def phrases(first: int, last: int, tokens: Tokens, taken: Set[int], skills: Set[int]) -> Iterator[tuple[int, int]]:
    """(first word, last word) of each name among words `first` to `last`, none of them `taken`.

    `skills`: words of named skills; a single plain word right beside one only describes it.
    """
    run: list[int] = []
    for i in range(first, last + 1):
        is_apart = bool(run) and (tokens.gaps[i] >= CLAUSE)
        if is_apart or i in taken or not _continues(i, run, last, tokens, taken):
            yield from _named(run, tokens, skills)
            run = []
            if i in taken or not _opens(i, tokens):
                continue
        run.append(i)
    yield from _named(run, tokens, skills)


def _opens(i: int, tokens: Tokens) -> bool:
    return tokens.raw[i] not in BREAKERS and tokens.raw[i] != "of"


def _continues(i: int, run: Sequence[int], last: int, tokens: Tokens, taken: Set[int]) -> bool:
    """True if word `i` can belong to the name begun by `run`."""
    word = tokens.raw[i]
    if word not in BREAKERS and word != "of":
        return True
    if not run or i == last or i + 1 in taken or tokens.gaps[i + 1] >= CLAUSE:
        return tokens.gaps[i] == JOIN and i > 0 and bool(run)  # the D of R&D, the E of CIPP/E
    if tokens.gaps[i] == JOIN and "/" in tokens.text[tokens.ends[i - 1] : tokens.starts[i]]:
        return True
    if word == "of":
        return tokens.words[run[-1]] not in FRAMES and tokens.raw[i + 1] not in BREAKERS
    if word == "&":
        return True
    is_named = is_capital(run[-1], tokens) and is_capital(i + 1, tokens) and word in _INNER
    return is_named and (word != "and" or any(tokens.raw[j] in ("in", "of", "for") for j in run))


def is_capital(i: int, tokens: Tokens) -> bool:
    """True for a word written with a capital or a digit."""
    character = tokens.text[tokens.starts[i]]
    return character.isupper() or character.isdigit()


def _named(run: Sequence[int], tokens: Tokens, skills: Set[int]) -> Iterator[tuple[int, int]]:
    """The name in a run of words, without the words around it that only frame it; nothing if there is none."""
    places = list(run)
    while places and _is_frame(places[0], tokens, is_first=True):
        places.pop(0)
    while places and _is_frame(places[-1], tokens, is_first=False):
        places.pop()
    if len(places) > LONGEST and not all(is_capital(i, tokens) or tokens.raw[i] in _INNER for i in places):
        places = places[-LONGEST:]
    while places and (_is_frame(places[0], tokens, is_first=True) or tokens.raw[places[0]] in _INNER):
        places.pop(0)
    if places and _is_worth_it(places, run, tokens, skills):
        yield (_with_verb(places, run, tokens), places[-1])


def _is_frame(i: int, tokens: Tokens, is_first: bool) -> bool:
    word = tokens.words[i]
    if is_shaped(i, tokens):
        return False
    if word in FRAMES or tokens.raw[i] in FRAMES or word in _INNER:
        return True
    if tokens.raw[i].isdigit():
        return is_first or not is_capital(i - 1, tokens)
    return is_first and is_verb(tokens.raw[i]) and not tokens.raw[i].endswith("ing")


def _is_worth_it(places: Sequence[int], run: Sequence[int], tokens: Tokens, skills: Set[int]) -> bool:
    """A single plain word right beside a skill of the taxonomy only describes it."""
    if len(places) > 1 or is_shaped(places[0], tokens):
        return True
    i = places[0]
    if is_verb(tokens.raw[i]) and tokens.raw[i].endswith("ing") and len(run) == 1:
        return False
    if len(tokens.raw[i]) < 3:
        return False
    beside = (i - 1 in skills and tokens.gaps[i] < CLAUSE) or (
        i + 1 in skills and i + 1 < len(tokens) and tokens.gaps[i + 1] < CLAUSE
    )
    return not beside


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
