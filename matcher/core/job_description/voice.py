"""What a line of a job description tells by how it opens: a deed, what the job's holder does."""

from __future__ import annotations

from collections.abc import Collection

from matcher.core.job_description.deeds import is_verb, names_a_deed, opens_a_duty
from matcher.core.job_description.lines import Line
from matcher.core.job_description.openings import sign_after
from matcher.core.tokens import Tokens

_LONGEST_TITLE = 7
"""Words within which the title must stand that opens a sentence about its holder."""


def is_sentence(line: Line, tokens: Tokens) -> bool:
    """True for a line with a full stop."""
    return sign_after(tokens, line.last) == "."


def tells_of_the_holder(line: Line, tokens: Tokens, title: Collection[str]) -> bool:
    """True for "The trainer plans …", "This analyst will …": the job's title, and what its holder does."""
    if tokens.raw[line.first] not in ("the", "this", "our", "your") or not line.last > line.first + 2:
        return False
    for i in range(line.first + 1, min(line.first + _LONGEST_TITLE, line.last)):
        if tokens.words[i] in title:
            after = tokens.raw[i + 1]
            if after == "will" or (after.endswith("s") and is_verb(after)):
                return True
    return False


def deed_words(i: int, tokens: Tokens) -> int:
    """Words from word `i` that say what is done with what follows: 1 for "Tune", 2 for "Supervision of", else 0."""
    if tokens.raw[i + 1 : i + 2] == ["of"] and names_a_deed(tokens.raw[i]):
        return 2
    return int(opens_a_duty(tokens.raw[i]))


def opens_with_a_deed(line: Line, tokens: Tokens) -> bool:
    """True for an item that opens with what one is to do: "Run the shop", "running", "To run", "Supervision of"."""
    first = line.first
    if first < line.last and len(tokens.raw[first]) == 1 and tokens.before(first + 1).startswith(")"):
        first += 1  # "(a) informing controllers"
    return line.last > first and deed_words(first + (tokens.raw[first] == "to"), tokens) > 0
