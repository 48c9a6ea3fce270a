"""What tells that the fast engine did not read a PDF well; each signal is measured on what it read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from matcher.readers.pdf.attempt import Attempt
from matcher.readers.pdf.glyphs import Page

FEWEST_LETTERS = 200
"""Characters below which a document is hardly a resume; 385 of 420 real ones have more in PDFium's eyes."""
MEAN_WORD = (3.0, 8.0)
"""Letters of the mean word between which text is text: 122 resumes and role descriptions have 4.3–6.3."""
ENOUGH_WORDS = 50
"""Words from which their mean length says something."""
MOST_GLUED = 0.01
"""Share of letters that may stand in words longer than words are: a link or a chemical now and then."""
MOST_STRANGE = 0.01
"""Share of characters that may be unreadable: an icon or two."""


@dataclass(frozen=True, slots=True)
class Signal:
    """`reason`: why the careful engine was asked, in words for the user that follow "because PDFium"."""

    name: str
    reason: str
    holds: Callable[[Attempt], bool]


def _has_odd_words(read: Attempt) -> bool:
    many = len(read.lengths)
    shortest, longest = MEAN_WORD
    return many >= ENOUGH_WORDS and not shortest <= sum(read.lengths) / many <= longest


def _is_empty(page: Page) -> bool:
    return not page.glyphs


SIGNALS: tuple[Signal, ...] = (
    Signal("little text", "found hardly any text", lambda read: read.inked < FEWEST_LETTERS),
    Signal("empty page", "found an empty page", lambda read: read.any_page(_is_empty)),
    Signal("glued words", "ran words together", lambda read: read.glued > MOST_GLUED * read.inked),
    Signal("odd words", "found words of odd lengths", _has_odd_words),
    Signal("unmapped", "could not tell some letters", lambda read: read.unmapped > MOST_STRANGE * read.inked),
    Signal("private use", "found letters without meaning", lambda read: read.private > MOST_STRANGE * read.inked),
    Signal("codes", "found codes instead of letters", lambda read: "(cid:" in read.text),
    Signal("no place", "lost the place of letters", lambda read: read.boxless > MOST_STRANGE * read.inked),
    Signal("faded", "may take a gradient for white", lambda read: read.faded > 0),
    Signal("retold", "reads what is not shown", lambda read: read.any_page(lambda page: page.is_retold)),
)


def raised(read: Attempt) -> list[Signal]:
    """The signals that hold."""
    return [signal for signal in SIGNALS if signal.holds(read)]
