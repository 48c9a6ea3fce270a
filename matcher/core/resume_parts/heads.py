"""The head of an entry: the line with its dates, and the position and the name it unmistakably gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from matcher.core.resume_parts.dates import Dated, dated_range, single_dates, without_duration
from matcher.core.resume_parts.items import Item, Piece, has, pieces, words_of
from matcher.core.resume_parts.parts import Dates
from matcher.core.resume_parts.words import COUNTRIES, EMPLOYERS, HOUSES, TITLES
from matcher.core.title_words import ORGANISATION_WORDS
from matcher.core.tokens import ABBREVIATIONS

LONGEST_HEAD = 16
"""Words beside the dates, up to which a dated line can open an entry; longer ones tell a story."""
LONGEST_SECOND = 10
"""Words of a line above or below it that belongs to the head."""
_SENTENCE = re.compile(r"(?<=[a-z]{4})\.\s")
_DASHES = ("-", "–", "—", "/")
LONGEST_SMALL = 5
"""Words of a position that is written without a capital; longer ones are remarks."""
_TOLD = frozenset("i we my our me was were is are".split())
_AT = re.compile(r"\s+(?:at|@)\s+")
_AS = re.compile(r"(?<=\w)[.,]?\s+as\s+(?:an?\s+|the\s+)?")
_STATE = re.compile(r"\s*[A-Z]{2}")
_CAPITAL_AFTER_COMMA = re.compile(r",\s+[^\W\d_a-z]")


@dataclass(frozen=True, slots=True, repr=False)
class Head:
    """What opens an entry. `left`: its pieces that are neither, with their offsets in the text."""

    dates: Dates
    position: str | None = None
    name: str | None = None
    left: tuple[tuple[int, str], ...] = ()
    has_below: bool = False


def date_of_head(item: Item) -> Dated | None:
    """The dates of an item that can open an entry: short, at one of its ends or beside a job title; else None."""
    if item.is_bullet:
        return None
    dated = dated_range(item.written)
    if dated is None:
        return None
    before, after = item.written[: dated.start], without_duration(item.written[dated.end :])
    words = words_of(before) + words_of(after)
    if len(words) > LONGEST_HEAD or has(words, _TOLD):
        return None
    is_at_end = not words_of(before) or not words_of(after)
    is_range = dated.dates.end is not None or not before.rstrip().lower().endswith(("since", "from"))
    return dated if (is_at_end and is_range) or has(words, TITLES) else None


def is_second(item: Item) -> bool:
    """True for a line that can stand above or below the dated one in a head: short, no bullet, no sentence."""
    words = words_of(without_duration(item.text))
    return (
        not item.is_bullet
        and 0 < len(words) <= LONGEST_SECOND
        and (not item.text.endswith((".", "!", "?", ":")) or words[-1] in ABBREVIATIONS)
        and not item.text[:1].islower()
        and not has(words, _TOLD)
        and dated_range(item.written) is None
    )


def read_head(item: Item, dated: Dated, above: Sequence[Item], below: Item | None) -> Head:
    """What the dated line says, with the help of the lines above (the nearest first) or below it where it does not say
    all.
    """
    own = [*_pieces(item, 0, dated.start), *_pieces(item, dated.end, len(item.written))]
    position, name, rest = _told(own)
    has_below = False
    for other in (*above, *([below] if below is not None else [])):
        if position is not None and name is not None:
            rest += _pieces(other, 0, len(other.written)) if other is not below else []
            continue
        further, employer, more = _told(_pieces(other, 0, len(other.written)))
        if position is None and further is not None:
            position, name = further, name or employer or _alone(rest)
            rest = [] if name is not None and len(rest) == 1 and rest[0].text == name else rest
        elif name is None and employer is not None:
            name = employer
        elif name is None and further is None and position is not None and _is_whole(position) and _is_proper(more):
            name, more = more[0].text, []
        elif other is below:
            continue
        has_below = has_below or other is below
        rest += more
    return Head(dated.dates, position, name, tuple((piece.start, piece.text) for piece in rest), has_below)


def _pieces(item: Item, start: int, end: int) -> list[Piece]:
    """The firm pieces of a stretch of the item, with offsets in the text; "Employer:" is none."""
    found = [piece for piece in pieces(item.written[start:end]) if words_of(without_duration(piece.text))]
    found = [piece for piece, behind in zip_longest(found, found[1:]) if behind is None or behind.parting != ":"]
    if item.written[start:end].rstrip().endswith(":"):
        found = found[:-1]
    return [Piece(item.start + start + piece.start, piece.text, piece.parting) for piece in found]


def _told(found: Sequence[Piece]) -> tuple[str | None, str | None, list[Piece]]:
    """(position, name, what is neither) of the pieces of a line; a position needs a title, a name an employer's word.

    Beside a piece that is a title and nothing else, a single other piece is the employer; behind a dash it can as well
    be the field: then all of it is the position.
    """
    titles = [piece for piece in found if has(piece.words, TITLES) and not single_dates(piece.text)]
    titled = [piece for piece in titles if not piece.text[:1].islower()] or [
        piece for piece in titles if len(piece.words) <= LONGEST_SMALL
    ]
    if len(titled) != 1:
        named = [piece for piece in found if _is_employer(piece)]
        if titled or len(named) != 1:
            return None, None, list(found)
        return None, named[0].text, [piece for piece in found if piece is not named[0]]
    position, name = _both(titled[0].text)
    others = [piece for piece in found if piece is not titled[0]]
    if position is None:
        return None, None, list(found)
    named = [piece for piece in others if _is_employer(piece)]
    is_legal = len(found) > 1 and has(found[1].words, ORGANISATION_WORDS)
    is_field = len(found) == 2 and _is_behind_dash(found[1], titled[0]) and not is_legal
    if name is None and len(named) == 1 and not is_field:
        name = named[0].text
        others = [piece for piece in others if piece is not named[0]]
    elif name is None and len(others) == 1 and found[1].parting[:1] in _DASHES:
        position, others = f"{found[0].text} {found[1].parting} {found[1].text}", []
    elif name is None and len(others) == 1 and _is_whole(position) and _is_proper(others):
        name, others = others[0].text, []
    return position, name, others


def _is_employer(piece: Piece) -> bool:
    """True for an employer's name: the word that tells it is written with a capital, and no sentence follows."""
    tells = any(not word[:1].islower() and has(words_of(word), EMPLOYERS) for word in piece.text.split())
    return tells and not _SENTENCE.search(piece.text)


def _is_behind_dash(piece: Piece, titled: Piece) -> bool:
    """True for "Network Protection" in "Senior Engineer – Network Protection": a field, or an employer."""
    return piece is not titled and piece.parting[:1] in _DASHES


def _both(text: str) -> tuple[str | None, str | None]:
    """(position, name) of a piece with a title: "Team Lead, Example Works Ltd", "Example Works, Leeds as Team Lead".

    Where no legal form or the like tells the employer, the comma can as well part a department: then all of it is the
    position.
    """
    parts = _AS.split(text)
    if len(parts) == 2 and has(words_of(parts[1]), TITLES) and not has(words_of(parts[0]), TITLES):
        return parts[1], pieces(parts[0], with_commas=True)[0].text
    parts = _AT.split(text)
    if len(parts) == 2 and has(words_of(parts[0]), TITLES) and parts[1][:1].isupper():
        return parts[0].strip(" ,"), parts[1]
    found = pieces(text, with_commas=True)
    titled = [i for i, piece in enumerate(found) if has(piece.words, TITLES)]
    named = [i for i, piece in enumerate(found) if i not in titled and has(piece.words, ORGANISATION_WORDS)]
    named = named or [i for i, piece in enumerate(found) if i not in titled and _is_house(piece)]
    if not named and found and titled and titled[0] > 0 and found[0].words[-1:][0] in HOUSES:
        named = [0]
    if len(titled) == 1 and len(named) == 1:
        employer, at = found[named[0]], found[titled[0]]
        position = text[at.start :] if named[0] < titled[0] else text[: employer.start]
        return position.strip(" ,;"), employer.text
    is_mixed = any(has(found[i].words, ORGANISATION_WORDS) for i in titled)
    return (None, None) if is_mixed else (text, None)


def _is_house(piece: Piece) -> bool:
    """True for "Example Hospitals": a name and what kind of house it is."""
    words = piece.words
    return len(words) > 1 and not HOUSES.isdisjoint((words[-1], words[-1].removesuffix("s")))


def _is_whole(position: str) -> bool:
    """False for "Team Lead, Example Works", where the employer can stand in the position already."""
    return not _CAPITAL_AFTER_COMMA.search(position)


def _alone(rest: Sequence[Piece]) -> str | None:
    """The text of the only piece beside a title on a line of its own: the employer's name."""
    return rest[0].text if _is_proper(rest) else None


def _is_place(text: str) -> bool:
    """True for "Madrid, Spain" and "Denver, CO"."""
    _, comma, country = text.rpartition(",")
    return bool(comma) and (" ".join(words_of(country)) in COUNTRIES or _STATE.fullmatch(country) is not None)


def _is_proper(found: Sequence[Piece]) -> bool:
    """True for a single piece that is written like a name: its long words with capitals, no number in front."""
    if len(found) != 1 or _is_place(found[0].text):
        return False
    words = [word for word in found[0].text.split() if len(word) > 3]
    return bool(words) and all(word[:1].isupper() or word[:1] == "(" for word in words)
