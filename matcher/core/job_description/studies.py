"""The clauses of a job description that ask for studies: shown, never scored."""

from __future__ import annotations

from collections.abc import Iterator

from matcher.core.job_description.cues import TIER_CUES, spot
from matcher.core.job_description.lines import Line
from matcher.core.tokens import CLAUSE, Tokens

DEGREES = frozenset(
    """
    degree degrees bachelor bachelors master masters phd doctorate bsc msc mba llm llb mca btech mtech undergraduate
    postgraduate graduation beng meng b.tech
    """.split()
) | {"tertiary", "sc", "bs", "hnd"}
_STUDIES = ("education", "academic", "degree")
"""Beginnings of headings under which only studies stand."""
_FURTHER = frozenset("have several experience proven professional practical knowledge strong demonstrable at".split())
"""What after "and" is no further subject of a degree."""


def studies(line: Line, tokens: Tokens) -> Iterator[range]:
    """The clauses in which a degree and its subjects stand: shown, never scored."""
    names_one = not DEGREES.isdisjoint(tokens.raw[line.first : line.last + 1])
    is_asked = next(spot(line.first, line.last, tokens, TIER_CUES), None) is not None
    if line.said.lower().startswith(_STUDIES) and (names_one or not is_asked):  # "CISSP is required" is no degree
        yield range(line.first, line.last + 1)
    for i in range(line.first, line.last + 1):
        if tokens.raw[i] in DEGREES and not _is_trade_paper(i, line, tokens):
            first = next((j for j in range(i, line.first, -1) if tokens.gaps[j] >= CLAUSE), line.first)
            last = next((j - 1 for j in range(i + 1, line.last + 1) if _new_thought(j, tokens)), line.last)
            yield range(first, last + 1)


def _is_trade_paper(i: int, line: Line, tokens: Tokens) -> bool:
    """True for "a degree of care" and "master data"."""
    after = tokens.raw[i + 1] if i < line.last else ""
    return after in ("data", "schedule", "planning", "of", "plan", "craftsman", "classes") and tokens.raw[i] in (
        "degree",
        "master",
        "masters",
    )


def _new_thought(i: int, tokens: Tokens) -> bool:
    """True if the subjects of a degree end before word `i`: at a semicolon, "with", "and have", "and" after a comma."""
    between = tokens.before(i)
    following = tokens.raw[i + 1] if i + 1 < len(tokens) else ""
    return (
        ";" in between
        or (tokens.gaps[i] >= CLAUSE and tokens.raw[i] in ("and", "with", "plus", "as"))
        or tokens.raw[i] == "plus"
        or (tokens.raw[i] == "and" and following in _FURTHER)
    )
