"""Whether a text is enough to judge: long enough and in English."""

from __future__ import annotations

from collections.abc import Set
from string import ascii_lowercase

from matcher.core.tokens import Tokens
from matcher.errors import LanguageUnsupportedError, TextTooShortError

FEWEST_WORDS = 30
"""Words below which nothing can be said about a person; the shortest honest resumes have about eighty."""
LEAST_ENGLISH = 0.45
"""Share of a text's distinct words that must be English words or lexicon words (measured: docs/decisions/0005)."""


def check(tokens: Tokens, ordinary: Set[str], name: str) -> None:
    """Raises `TextTooShortError` or `LanguageUnsupportedError` if the text cannot be assessed."""
    if len(tokens) < FEWEST_WORDS:
        raise TextTooShortError(name, f"only {len(tokens)} word{'s' * (len(tokens) != 1)} of text could be read.")
    distinct = set(filter(str.isalpha, set(tokens.raw))).difference(ascii_lowercase)
    english = len(distinct & ordinary)
    if len(distinct) < FEWEST_WORDS / 4:
        raise TextTooShortError(name, "it has hardly any words.")
    if english < LEAST_ENGLISH * len(distinct):
        raise LanguageUnsupportedError(name, "the text is not in English.")
