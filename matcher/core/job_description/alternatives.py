"""Which things of a sentence are alternatives: "A, B or C", "such as A and B", "A / B (any one)"."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from matcher.core.job_description import cues
from matcher.core.job_description.cues import compile_cues, spot
from matcher.core.job_description.lines import Line
from matcher.core.job_description.plain_words import FRAMES
from matcher.core.tokens import CLAUSE, Tokens

_OR_LIKE = compile_cues({True: cues.OR_LIKE})
_EXAMPLES = compile_cues({True: cues.EXAMPLES})
_ANY_ONE = compile_cues(
    {True: "any one; either; any of these; one or more of; one of the following; at least one of; one of"}
)
_JOINS = frozenset(["or", "and", "a", "an", "the", "in", "of", "with", "at", "as", "for", "on", "to", "any", "both"])


class _Link(Enum):
    """What stands between two things."""

    OR = 1
    AND = 2
    COMMA = 3
    OTHER = 4


def groups(line: Line, places: Sequence[tuple[int, int]], tokens: Tokens) -> list[range]:
    """Runs of `places` (first word, last word, in order) that are alternatives of each other, as ranges of indexes."""
    links = [_link(a[1], b[0], tokens) for a, b in pairwise(places)]
    any_one = any(True for _ in spot(line.first, line.last, tokens, _ANY_ONE))
    examples = [s.last for s in spot(line.first, line.last, tokens, _EXAMPLES)]
    found: list[range] = []
    start = 0
    for i in range(len(places)):
        if i < len(links) and links[i] is not _Link.OTHER and not _opens_examples(places, i, examples):
            continue
        chain = range(start, i + 1)
        is_examples = start < len(places) and _is_example(places, start, examples)
        if len(chain) > 1:
            found += [_closed(chain, links)] if is_examples or any_one else _chosen(chain, links)
        start = i + 1
    return found


def _closed(chain: range, links: Sequence[_Link]) -> range:
    """A chain of examples up to what its first "or" or "and" closes: like Kafka or RabbitMQ, and pipelines."""
    closing = (_Link.OR, _Link.AND)
    for i in chain[:-1]:
        if links[i] in closing and (i + 1 == chain.stop - 1 or links[i + 1] is not links[i]):
            return range(chain.start, i + 2)
    return chain


def _is_example(places: Sequence[tuple[int, int]], i: int, examples: Sequence[int]) -> bool:
    """True if a cue of examples stands right before place `i`."""
    return any(0 <= places[i][0] - last - 1 <= 1 for last in examples)


def _opens_examples(places: Sequence[tuple[int, int]], i: int, examples: Sequence[int]) -> bool:
    """True if examples begin after place `i`."""
    return any(places[i][1] < last < places[i + 1][0] for last in examples)


def _chosen(chain: range, links: Sequence[_Link]) -> list[range]:
    """The alternatives of a chain: two things around an "or", and those before them if it closes the chain."""
    ors = [i for i in chain[:-1] if links[i] is _Link.OR]
    if not ors:
        return []
    found: list[range] = []
    for i in ors:
        if found and found[-1].stop == i + 1:
            found[-1] = range(found[-1].start, i + 2)
        else:
            found.append(range(i, i + 2))
    last = found[-1]
    if last.stop == chain.stop and all(links[i] is _Link.COMMA for i in range(chain.start, last.start)):
        found[-1] = range(chain.start, last.stop)
    return found


def _link(last: int, first: int, tokens: Tokens) -> _Link:
    """What links the things that end at word `last` and begin at word `first`."""
    words = tokens.raw[last + 1 : first]
    between = tokens.text[tokens.ends[last] : tokens.starts[first]]
    if ";" in between or ":" in between or any(word not in _JOINS and word not in FRAMES for word in words):
        return _Link.OTHER
    if "or" in words:
        at = last + 1 + words.index("or")
        is_other = any(True for _ in spot(at, min(at + 4, len(tokens) - 1), tokens, _OR_LIKE))
        return _Link.OTHER if is_other and len(words) < 2 else _Link.OR
    if "/" in between or "|" in between:
        return _Link.OR
    if "(" in between or ")" in between:
        return _Link.OTHER
    if "and" in words or "&" in between:
        return _Link.AND
    return _Link.COMMA if any(tokens.gaps[i] >= CLAUSE for i in range(last + 1, first + 1)) else _Link.OTHER
