"""Cuts rich text into its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MOST_TOKENS = 500_000
"""A resume of four pages from a word processor has 40,000; pictures in it are one token each."""
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}]+)|\\"
)


class TooMuchError(Exception):
    """The text has more tokens, levels or characters than are read."""


class Token(NamedTuple):
    """`kind`: word, byte, sign, brace or text; `text`: its word, sign or characters, of a byte its two digits.

    `number`: what follows a control word, None if nothing does. Characters are bytes, as in Latin-1.
    """

    kind: str
    text: str
    number: int | None = None


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens in order, in linear time. Raises `TooMuchError`."""
    source = data.decode("latin-1")
    place, count = 0, 0
    while place < len(source):
        found = _TOKEN.match(source, place)
        place = found.end() if found else len(source)
        count += 1
        if count > MOST_TOKENS:
            raise TooMuchError
        if found is None or found.lastgroup is None:
            continue
        word, number = found.group("word", "number")
        if word is None:
            yield Token(found.lastgroup, found.group(found.lastgroup))
        elif word == "bin":
            place += max(0, int(number or 0))  # bytes of a picture, whatever they look like
        else:
            yield Token("word", word, None if number is None else int(number))
