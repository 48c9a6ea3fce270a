"""Degrees, schools, certificates, and other lists of things with a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from matcher.core.resume_parts.dates import Dated, dated_range, single_dates
from matcher.core.resume_parts.items import Item, Piece, has, pieces, trimmed, words_of
from matcher.core.resume_parts.lines import squeezed
from matcher.core.resume_parts.parts import Date, Dates, Left, Study, Titled
from matcher.core.resume_parts.words import DEGREES, SCHOOLS

_DEGREE = re.compile(DEGREES)
_IS_DEGREE = re.compile(r"degree$", re.IGNORECASE)
_IN = re.compile(r"\s*(?:\bin\b|\bof\b|:)?\s*")
_AREA = re.compile(r"[^,;(.|]+")
_UNDECIDED = frozenset(
    """
    expected expires expired expiring expiry until valid booked planned lapsed progress since renewed renewal due from
    anticipated ongoing candidate unfinished incomplete withdrawn abandoned started begun exam retired not
    """.split()
)
"""Words after which a date is not the day when something was given or ended."""
_LONGEST_AREA = 9
_ITEMS = re.compile(r";\s+")
_SENTENCES = re.compile(r";\s+|(?<=[a-z\d)]{4})\.\s+(?=[A-Z])")
"""Where sentences part; a stop after a short word can belong to a degree."""
_SHORT = 3
"""Letters up to which a degree can be a state: "Cambridge, MA"."""


def studies_of(items: Sequence[Item]) -> tuple[list[Study], list[Item]]:
    """The degrees and schools in the order of the text, and the items that name none."""
    studies: list[Study] = []
    others: list[Item] = []
    before: Item | None = None
    for item in (part for whole in items for part in _parted(whole)):
        study = _study(item)
        if study is None:
            others.append(item)
        elif before is not None and not item.is_apart and not item.is_bullet and _fit(studies[-1], study):
            studies[-1] = _merged(studies[-1], study)
        else:
            studies.append(study)
        before = item if study is not None else None
    return studies, others


def _parted(item: Item) -> Iterator[Item]:
    """The item's sentences: a degree and a school belong together only within one."""
    start = item.start
    for found in _SENTENCES.finditer(item.written):
        yield replace(item, start=start, end=item.start + found.start(), is_apart=item.is_apart or start > item.start)
        start = item.start + found.end()
    yield replace(item, start=start, is_apart=item.is_apart or start > item.start)


def _study(item: Item) -> Study | None:
    """The degree, the field and the school that the item names; None if it names neither degree nor school."""
    ends = _ends(item.written)
    parts = list(_parts(item.written, ends))
    if sum(_DEGREE.match(piece.text) is not None for piece in parts) > 1:
        return None
    study_type: str | None = None
    area: str | None = None
    institution: str | None = None
    for number, piece in enumerate(parts):
        degree = _DEGREE.match(piece.text)
        if study_type is None and degree and not _is_state(piece, degree, number):
            study_type, area = degree.group().strip(), _area(piece.text[degree.end() :])
            if area is None and _IS_DEGREE.search(study_type) and number + 1 < len(parts):
                area = _area(f" {parts[number + 1].text}")  # "Master's degree, Mathematics"
        elif institution is None and _is_school(piece):
            institution = piece.text
    if study_type is None and institution is None:
        return None
    return Study(institution, study_type, area, ends.dates if ends else Dates())


def _is_school(piece: Piece) -> bool:
    """True for the name of a school: the word that tells it is written with a capital."""
    return any(not word[:1].islower() and has(words_of(word), SCHOOLS) for word in piece.text.split())


def _parts(written: str, dated: Dated | None) -> Iterator[Piece]:
    """The pieces beside the dates."""
    stretches = [written] if dated is None else [written[: dated.start], written[dated.end :]]
    for stretch in stretches:
        yield from pieces(stretch, with_commas=True)


def _is_state(piece: Piece, degree: re.Match[str], number: int) -> bool:
    return number > 0 and len(piece.text) <= _SHORT and degree.end() == len(piece.text)


def _area(rest: str) -> str | None:
    """The field behind a degree: "MSc Physics", "Bachelor of Science in Physics"."""
    joint = _IN.match(rest)
    found = _AREA.match(rest, joint.end() if joint else 0)
    if found is None or not rest[:1].isspace():
        return None
    area = re.split(r"\s(?:at|from)\s", found.group())[0].strip()
    words = words_of(area)
    is_field = 0 < len(words) <= _LONGEST_AREA and not has(words, SCHOOLS) and not any(c.isdigit() for c in area)
    return area if is_field else None


def _ends(written: str) -> Dated | None:
    """When it was: a range, or the one date; None where a word leaves open what the date is."""
    if has(words_of(written), _UNDECIDED):
        return None
    dated = dated_range(written)
    if dated is not None:
        return dated
    single = single_dates(written)
    return single[0] if len(single) == 1 else None


def _fit(one: Study, other: Study) -> bool:
    """True if they say different things, so that two lines can tell of one study."""
    mine = (one.institution, one.study_type, one.dates.end)
    its = (other.institution, other.study_type, other.dates.end)
    return all(a is None or b is None for a, b in zip(mine, its, strict=True))


def _merged(one: Study, other: Study) -> Study:
    return Study(
        one.institution or other.institution,
        one.study_type or other.study_type,
        one.area or other.area,
        one.dates if one.dates.end or one.dates.start else other.dates,
    )


def titled_of(items: Sequence[Item]) -> list[Titled]:
    """Certificates, awards, publications: one a line, or parted by semicolons."""
    return [titled for item in items for part in _ITEMS.split(item.written) for titled in _titled(part)]


def _titled(written: str) -> Iterator[Titled]:
    """The thing and the date at one of its ends; with the date in its title where that can mean something else."""
    whole = squeezed(written).strip(" .")
    dates = single_dates(written)
    if not words_of(whole):
        return
    if len(dates) != 1 or dated_range(written) is not None or has(words_of(whole), _UNDECIDED):
        yield Titled(whole)
        return
    title, date = _cut(written, dates[0])
    yield Titled(title or whole, date if title else None)


def _cut(written: str, dated: Dated) -> tuple[str | None, Date | None]:
    """(what stands beside a date at one end, the date); nothing if words stand on both sides."""
    before, after = written[: dated.start], written[dated.end :]
    if words_of(before) and words_of(after):
        return None, None
    start, end = (0, dated.start) if words_of(before) else (dated.end, len(written))
    return trimmed(written, start, end).text or None, dated.dates.end


def left_of(items: Sequence[Item]) -> list[Left]:
    """The items as what was not understood."""
    return [Left(item.start, item.text) for item in items if item.text]
