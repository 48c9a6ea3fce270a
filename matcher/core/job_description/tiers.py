"""How much a thing is wanted by the cue nearest to it, and whether its clause takes it back."""

from __future__ import annotations

from typing import NamedTuple

from matcher.core.job_description import cues
from matcher.core.job_description.cues import Reach, Spotted, TierCue, compile_cues, spot
from matcher.core.job_description.lines import Line
from matcher.core.model import Tier
from matcher.core.model.job_descriptions import COUNTED, Part
from matcher.core.tokens import CLAUSE, Tokens

WRONG_SIDE = 60
"""Words that a cue on the other side of a thing counts as further away."""
NEW_CLAUSE = 12
"""Words that each "but", semicolon or new clause between counts as."""
_BEFORE = compile_cues({True: cues.NOT_NEEDED_BEFORE})
_AFTER = compile_cues({True: cues.NOT_NEEDED_AFTER})
_MARKS = {"e": Tier.ESSENTIAL, "d": Tier.OPTIONAL}
"""Marks of person specifications: (E) and (D)."""
_CELL_WORDS = 6
"""Words from the end of a row within which the cell with its mark stands."""
_BRACKETS, _BARS = frozenset("([\t"), frozenset(["|", "\t", "\n", ""])
_CONTRASTS = frozenset(["but", "however", "although", "though", "otherwise", "while", "whereas"])
_SUBJECTS = frozenset(["you", "we", "it", "applicant", "candidate"])


class Judged(NamedTuple):
    """How much, and in which words the description says so."""

    tier: Tier
    why: str


class Weigher:
    """The tiers of the things in one sentence."""

    def __init__(self, line: Line, part: Part, tokens: Tokens) -> None:
        self._tokens, self._line = tokens, line
        self._default = _default(line, part)
        self._cues = [s for s in spot(line.first, line.last, tokens, cues.TIER_CUES) if _is_meant(s, tokens)]
        self._mark = _mark(line, tokens)
        self._taken_back = _taken_back(line, tokens)

    def is_taken_back(self, first: int) -> bool:
        """True if the sentence says that the thing at word `first` is not needed."""
        return any(start <= first <= end for start, end in self._taken_back)

    @property
    def takes_back(self) -> bool:
        """True if the sentence says of something that it is not needed."""
        return bool(self._taken_back)

    @property
    def asks_too(self) -> bool:
        """True if the sentence says of something that it must be."""
        return any(s.value.tier is Tier.ESSENTIAL for s in self._cues)

    def tier(self, first: int, last: int) -> Judged:
        """How much the thing at words `first` to `last` is wanted."""
        if self._mark is not None:
            return self._mark
        if not self._cues:
            return self._default
        nearest = min(self._cues, key=lambda cue: self._distance(cue, first, last))
        return Judged(nearest.value.tier, self._tokens.slice(nearest.first, nearest.last))

    def _distance(self, cue: Spotted[TierCue], first: int, last: int) -> int:
        is_before = cue.first <= first
        between = range(cue.last + 1, first + 1) if is_before else range(last + 1, cue.first + 1)
        is_bracketed = self._tokens.text.endswith("(", 0, self._tokens.starts[cue.first])  # MITRE ATT&CK (required)
        is_wrong = is_before is not (cue.value.reach is Reach.AFTER_IT and not is_bracketed)
        clauses = sum(_parts(i, self._tokens) for i in between)
        return len(between) + NEW_CLAUSE * clauses + WRONG_SIDE * is_wrong


def _is_meant(cue: Spotted[TierCue], tokens: Tokens) -> bool:
    """True unless it is a minimum of something else than years, levels or things: a minimum control standard."""
    if tokens.raw[cue.last] not in ("minimum", "min"):
        return True
    after = tokens.raw[cue.last + 1] if cue.last + 1 < len(tokens) else ""
    return after[:1].isdigit() or after in ("of", "one", "two", "three", "four", "five", "six", "seven", "eight", "ten")


def told_tier(line: Line, tokens: Tokens) -> tuple[Tier, str] | None:
    """The tier that a sentence tells of what follows it, and in which words."""
    first = next(iter(spot(line.first, line.last, tokens, cues.TIER_CUES)), None)
    return None if first is None else (first.value.tier, tokens.slice(first.first, first.last))


def _default(line: Line, part: Part) -> Judged:
    if line.heading is not None and line.heading.part in COUNTED and line.heading.tier is not None:
        return Judged(line.heading.tier, line.said)
    return Judged(Tier.IMPORTANT, line.said or part.value)


def marked(line: Line, tokens: Tokens) -> tuple[int, Tier] | None:
    """(word, tier) of the mark that a person specification gives its line: "(E)" at its end, or a cell, "| D |"."""
    for i in range(line.last, max(line.first, line.last - _CELL_WORDS), -1):
        tier = _MARKS.get(tokens.raw[i])
        if tier is None:
            continue
        before = tokens.text[max(0, tokens.starts[i] - 3) : tokens.starts[i]].rstrip(" ")[-1:]
        after = tokens.text[tokens.ends[i] : tokens.ends[i] + 3].lstrip(" ")[:1]
        if (i == line.last and before in _BRACKETS) or (before in _BARS and after in _BARS):
            return (i, tier)
    return None


def _mark(line: Line, tokens: Tokens) -> Judged | None:
    found = marked(line, tokens)
    return None if found is None else Judged(found[1], tokens.slice(found[0], found[0]))


def _parts(i: int, tokens: Tokens) -> bool:
    """True if a new clause begins at word `i`."""
    between = tokens.before(i)
    if ";" in between:
        return True
    if tokens.gaps[i] < CLAUSE:
        return tokens.raw[i] in _CONTRASTS
    following = tokens.raw[i + 1] if i + 1 < len(tokens) else ""
    return tokens.raw[i] in _CONTRASTS or (tokens.raw[i] in ("and", "so") and following in _SUBJECTS)


def _clause(line: Line, at: int, tokens: Tokens) -> tuple[int, int]:
    """(first word, last word) of the clause around word `at`."""
    first = next((i for i in range(at, line.first, -1) if _parts(i, tokens)), line.first)
    last = next((i - 1 for i in range(at + 1, line.last + 1) if _parts(i, tokens)), line.last)
    return (first, last)


def _taken_back(line: Line, tokens: Tokens) -> list[tuple[int, int]]:
    """Where things stand that are not needed, as (first word, last word)."""
    reaches = [(_clause(line, s.first, tokens)[0], s.last) for s in spot(line.first, line.last, tokens, _BEFORE)]
    reaches += [(s.first, _clause(line, s.last, tokens)[1]) for s in spot(line.first, line.last, tokens, _AFTER)]
    for i in range(line.first, line.last + 1):
        if tokens.raw[i] in cues.NO:
            _, last = _clause(line, i, tokens)
            if not cues.NEEDED.isdisjoint(tokens.raw[i + 1 : last + 1]):
                reaches.append((i, last))
    return reaches
