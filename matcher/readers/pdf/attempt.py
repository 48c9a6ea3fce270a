"""What one engine made of a PDF: the visible text of each page, what was hidden, and how well it reads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from matcher.core.folding import BULLETS
from matcher.readers.pdf import layout, visible
from matcher.readers.pdf.glyphs import Page, Pages
from matcher.readers.pdf.letters import UNMAPPED

LONGEST_WORD = 22
"""Letters in a row that a word of English has at most ("internationalisation" has 20); longer ones are glued words."""
_WORD = re.compile(r"[^\W\d_]+")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True)
class Attempt:
    """`texts`: of each page, what can be seen; `hidden`: of each page, reason -> letters nobody can see."""

    reader: str
    pages: Pages = field(repr=False)
    texts: tuple[str, ...] = field(repr=False)
    hidden: tuple[Counter[str], ...]

    @cached_property
    def text(self) -> str:
        """All that can be seen."""
        return "\n\n".join(self.texts)

    @cached_property
    def lengths(self) -> list[int]:
        """Letters of each word, which is letters in a row."""
        return list(map(len, _WORD.findall(self.text)))

    @cached_property
    def inked(self) -> int:
        """Characters that can be seen."""
        return len("".join(self.text.split()))

    @cached_property
    def readable(self) -> int:
        """Letters in words that are no longer than words are, and letters nobody can see: what was found in all."""
        hidden = sum(counts.total() for counts in self.hidden)
        return hidden + sum(self.lengths) - self.glued

    @property
    def glued(self) -> int:
        """Letters in words that are longer than words are."""
        return sum([length for length in self.lengths if length > LONGEST_WORD])

    @property
    def unmapped(self) -> int:
        """Characters of which the font does not tell the letter."""
        return self.text.count(UNMAPPED)

    @property
    def private(self) -> int:
        """Characters that mean something in one font only, bullets left out."""
        return sum(sign not in BULLETS for sign in _PRIVATE.findall(self.text))

    @property
    def boxless(self) -> int:
        """Letters that take no place on their page."""
        thin = [g.text for page in self.pages.pages for g in page.glyphs if g.x1 <= g.x0]
        return sum(not text.isspace() for text in thin)

    @property
    def faded(self) -> int:
        """Letters that cannot be told from what they seem to stand on."""
        return sum(counts[visible.FADED] for counts in self.hidden)

    def any_page(self, holds: Callable[[Page], bool]) -> bool:
        """True if this holds for a page."""
        return any(holds(page) for page in self.pages.pages)


def attempt(engine: Callable[[bytes, str], Pages], reader: str, data: bytes, name: str) -> Attempt:
    """What an engine makes of a PDF. Raises what the engine raises, and `DocumentTooExpensiveError`."""
    pages = engine(data, name)
    read = [_page(page, name, is_first=number == 0) for number, page in enumerate(pages.pages)]
    return Attempt(reader, pages, tuple(text for text, _ in read), tuple(counts for _, counts in read))


def _page(page: Page, name: str, is_first: bool) -> tuple[str, Counter[str]]:
    hidden = visible.hidden(page, name)
    glyphs = [g for i, g in enumerate(page.glyphs) if i not in hidden] if hidden else page.glyphs
    return layout.text_of(glyphs, page.dots, is_first), visible.count(page, hidden)


def numbered(found: Attempt) -> Iterator[tuple[int, Page, str, Counter[str]]]:
    """The pages, counted from 1, with their text and what is hidden on them."""
    rows = zip(found.pages.pages, found.texts, found.hidden, strict=True)
    for number, (page, text, hidden) in enumerate(rows, 1):
        yield number, page, text, hidden
