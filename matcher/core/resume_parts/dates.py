"""When something was, as it is written in a line: a range, an open range, or one date."""

from __future__ import annotations

import re
from typing import NamedTuple

from matcher.core.resume_parts.parts import Date, Dates

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
"""Years of careers: other four digits are amounts and numbers."""
_DATE = (
    rf"(?:(?:[0-3]?\d\.? )?{_MONTH}[ ,]{{1,2}}{_YEAR}|{_MONTH} ?['’]\d\d|(?:0?[1-9]|1[0-2])[./]{_YEAR}"
    rf"|(?:0[1-9]|[12]\d|3[01])[./](?:0[1-9]|[12]\d|3[01])[./]{_YEAR}"
    rf"|{_YEAR}-(?:0[1-9]|1[0-2])-[0-3]\d|{_YEAR}[-/.](?:0[1-9]|1[0-2])"
    rf"|{_YEAR})(?![\w%]|[.,]\d)"
)
_TO = r"[ \t]*(?:-{1,3}|–|—|−|\bto\b|\buntil\b|\btill?\b|…|/)[ \t]*"
_NOW = r"(?:present|today|now|current(?:ly)?|ongoing|(?:till |to )?date)\b"
_BEFORE = r"(?<![\w$€£¥.,#/-])"
_RANGE = re.compile(
    rf"{_BEFORE}(?P<start>{_DATE}|{_MONTH})(?:{_TO}(?:(?P<end>{_DATE})|(?P<now>{_NOW})|(?P<short>\d\d)(?![\d\w.,-]))"
    rf"|[ \t]*(?P<dash>[-–—])[ \t]*(?=$|[)|,;\t]))",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\(?\b\d{1,2} (?:years?|yrs?|months?|mos?)\b(?:,? \d{1,2} (?:months?|mos?)\b)?\)?", re.IGNORECASE
)
_OPEN = re.compile(rf"\b(?:since|from)[ \t]+(?P<start>{_DATE})(?![ \t]*(?:to|until|-|–))", re.IGNORECASE)
_SINGLE = re.compile(rf"{_BEFORE}(?P<end>{_DATE})", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")
_SHORT_YEAR = re.compile(r"['’](?P<year>\d\d)")
"""Of this century, "Apr'19": careers that began in the last one are written out."""
_CENTURY = 2000
_MONTH_NUMBERS = range(1, 13)


class Dated(NamedTuple):
    """Dates, and where in the line they stand."""

    dates: Dates
    start: int
    end: int


def dated_range(line: str) -> Dated | None:
    """The first range in the line, "2019 – present" and "since 2019" among them; None if it has none."""
    for pattern in (_RANGE, _OPEN):
        for found in pattern.finditer(line):
            dates = _dates(found)
            if dates is not None:
                return Dated(dates, *found.span())
    return None


def without_duration(text: str) -> str:
    """`text` without how long something took, "(4 years 9 months)", as exports add it to dates."""
    return _DURATION.sub("", text)


def tells_duration(text: str) -> bool:
    """True if `text` says how long something took."""
    return _DURATION.search(text) is not None


def single_dates(line: str) -> list[Dated]:
    """Each date in the line, as an end."""
    found = ((date_of(match["end"]), match.span()) for match in _SINGLE.finditer(line))
    return [Dated(Dates(None, date), *span) for date, span in found if date is not None]


def date_of(written: str) -> Date | None:
    """The year or month that is written; None for a month without a year."""
    numbers = _NUMBERS.findall(written)
    year = next((int(number) for number in numbers if len(number) == 4), None)
    lowered = written.lower()
    month = next((i for i, name in enumerate(_MONTHS, 1) if name in lowered), None)
    if year is None:
        short = _SHORT_YEAR.search(written)
        return None if short is None else Date(_CENTURY + int(short["year"]), month)
    if month is None and len(numbers) > 1:
        month = _month_of(numbers)
    return Date(year, month)


def _month_of(numbers: list[str]) -> int | None:
    """The month of 05/2019, 2019-05, 2019-05-31 and 31/05/2019; None for 05/06/2019, of which nobody can tell it."""
    short = [int(number) for number in numbers if len(number) < 4]
    if len(short) == 1 or len(numbers[0]) == 4:
        return short[0]
    possible = {number for number in short if number in _MONTH_NUMBERS}
    return possible.pop() if len(possible) == 1 else None


def _dates(found: re.Match[str]) -> Dates | None:
    """The dates of a range; None for what is none: a month without a year, an end before its start."""
    groups = found.groupdict()
    end = date_of(groups["end"]) if groups.get("end") else None
    start = date_of(found["start"])
    if start is None:
        if end is None or end.month is None:
            return None
        start = date_of(f"{found['start']} {end.year}")  # "March – June 2019"
    if start is not None and groups.get("short"):
        if int(groups["short"]) in _MONTH_NUMBERS and found.group()[4:5] == "-":
            return None  # 2008-10 can be a month as well
        end = Date(start.year // 100 * 100 + int(groups["short"]))
    if start is None or (end is not None and end[:1] < start[:1]):
        return None
    return Dates(start, end)
