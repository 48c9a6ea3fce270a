"""Who a resume is of: name, label and contact, from its header."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from matcher.core.folding import fold
from matcher.core.resume_parts.contact import Contact, contact_of
from matcher.core.resume_parts.items import Item, Piece, has, pieces, words_of
from matcher.core.resume_parts.parts import Left, Person
from matcher.core.resume_parts.words import EMPLOYERS, SCHOOLS, TITLES
from matcher.core.sections import CONTACT_MARK, Section

_NO_NAME = frozenset(
    """
    curriculum vitae resume cv lebenslauf profile contact page name confidential application portfolio personal data
    details address phone email summary document
    """.split()
)
"""Words that stand where a name could, and of what is no name."""
_LABELLED = re.compile(r"(?:full\s+)?name\s*[:\t]\s*|(?:full\s+)?name\s{2,}", re.IGNORECASE)
_LETTERS = r"[^\W\d_]"
_NAME_WORD = re.compile(
    rf"(?:{_LETTERS}+(?:['’-]{_LETTERS}+)*\.?|[\"“”(]{_LETTERS}+[\"“”)])",
)
_PARTICLES = frozenset(
    "de da do dos das del della di du la le van von der den ten ter zu bin bint al el ibn y e ní ó af av".split()
)
_AFTER_NAME = re.compile(r"(?:[A-Z][A-Za-z.]{1,5}|\([A-Za-z]{2,4}\))")
"""Letters behind a name: PhD, MBE, ACA."""
MOST_NAME_WORDS = 6
LONGEST_LABEL = 10
"""Words of the line that says what somebody is."""
_NO_LABEL = frozenset("i my we our profile resume cv summary".split())
"""Words of a sentence, or of the title of the page."""


def person_of(items: Sequence[Item], named: Set[int], ordinary: Set[str]) -> tuple[Person, list[Left]]:
    """The person, and what of the header is left. `named`: offsets at which a skill is named; `ordinary`: words."""
    contact = contact_of([item.written for item in items])
    found = [_Placed(item, piece) for item in items for piece in pieces(item.written)]
    name, at = _name(items, found, contact, named, ordinary)
    label, label_at = _label(found, at)
    used = {at, label_at}
    left = [
        Left(placed.start, placed.piece.text)
        for i, placed in enumerate(found)
        if i not in used and words_of(placed.piece.text) and not contact.holds(placed.piece.text)
    ]
    told = Person(name, label, contact.email, contact.phone, contact.url, contact.profiles)
    return told, left


class _Placed:
    """A piece of the header and its item."""

    __slots__ = ("item", "piece")

    def __init__(self, item: Item, piece: Piece) -> None:
        self.item, self.piece = item, piece

    @property
    def start(self) -> int:
        """Its offset in the text."""
        return self.item.start + self.piece.start


def _name(
    items: Sequence[Item], found: Sequence[_Placed], contact: Contact, named: Set[int], ordinary: Set[str]
) -> tuple[str | None, int]:
    """(the name, the index of its piece): the one that is labelled so, or the first line if all speaks for it."""
    for item in items:
        labelled = _LABELLED.match(item.written)
        if labelled:
            value = pieces(item.written[labelled.end() :])
            name = _shaped(value[0].text) if value else None
            at = item.start + labelled.end() + value[0].start if value else 0
            return name, next((i for i, placed in enumerate(found) if placed.start == at), -1)
    opening = next((i for i, placed in enumerate(found) if not _is_page_title(placed.piece)), None)
    if opening is None or found[opening].item.section is not Section.HEADER:
        return None, -1
    placed = found[opening]
    name = _shaped(placed.piece.text)
    if name is None or not named.isdisjoint(range(placed.start, placed.start + len(placed.piece.text))):
        return None, -1
    words = [word for word in words_of(name) if len(word) > 2]
    local = fold((contact.email or "").partition("@")[0]).text
    is_told = any(word in local for word in words)
    is_apart = contact.is_there and any(word not in ordinary for word in words)
    return (name, opening) if is_told or is_apart else (None, -1)


def _is_page_title(piece: Piece) -> bool:
    return all(word in _NO_NAME for word in piece.words)


def _shaped(text: str) -> str | None:
    """The name if `text` is written like one, without the letters behind it; else None."""
    text, comma, after = text.partition(",")
    if comma and not all(_AFTER_NAME.fullmatch(letters) for letters in re.split(r"[,\s]+", after.strip())):
        return None
    words = text.split()
    if len(words) > 2 and not text.isupper():
        while len(words) > 2 and words[-1].isupper() and len(words[-1]) > 1:
            words.pop()
    if len(words) > 2 and words[-1].startswith("("):
        words.pop()
    folded = words_of(" ".join(words))
    is_name = (
        1 < len(words) <= MOST_NAME_WORDS
        and all(_NAME_WORD.fullmatch(word) for word in words)
        and all(not word[:1].islower() or fold(word).text in _PARTICLES or word in _PARTICLES for word in words)
        and any(len(word) > 2 for word in folded)
        and not has(folded, TITLES | EMPLOYERS | SCHOOLS | _NO_NAME)
    )
    return text[: text.rindex(words[-1]) + len(words[-1])].strip() if is_name else None


def _label(found: Sequence[_Placed], name_at: int) -> tuple[str | None, int]:
    """(what the header says the person is, the index of its piece)."""
    for i, placed in enumerate(found):
        words = placed.piece.words
        if (
            i > name_at
            and placed.item.section is Section.HEADER
            and has(words, TITLES)
            and len(words) <= LONGEST_LABEL
            and not has(words, _NO_LABEL)
            and not CONTACT_MARK.search(placed.piece.text)
            and not placed.piece.text.endswith(".")
            and not placed.item.is_bullet
            and not any(c.isdigit() for c in placed.piece.text)
        ):
            return placed.piece.text, i
    return None, -1
