"""The letters that PDFium counts on a page, and the runs of them that one text object paints."""

from __future__ import annotations

import re
from ctypes import addressof, create_string_buffer

from matcher.readers.pdf.letters import SEEN
from matcher.readers.pdf.pdfium import calls

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Scripts of which PDFium turns the order around, so that runs may be torn."""
_LEAP = 16
"""Letters of the first leap in search of a run's end; the next ones double."""
_HYPHENS = ("\ufffe", "\x02")
"""What PDFium makes of a hyphen at the end of a line."""
_SEEN = str.maketrans(
    {**SEEN, "\0": " ", **dict.fromkeys(_HYPHENS, "-"), **{chr(c): " " for c in range(0xD800, 0xE000)}}
)


def letters(text: calls.Argument, count: int) -> str:
    """The letters of a page as they are seen, one for each that PDFium counts."""
    buffer = create_string_buffer(4 * count + 2)
    written = calls.text_between(text, 0, count, calls.argument(addressof(buffer)))
    found = buffer.raw[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(found) != count:  # letters without a Unicode value are left out of the text, not of the count
        found = "".join(_letter(calls.letter_at(text, number)) for number in range(count))
    return found.translate(_SEEN)


def _letter(code: int) -> str:
    return chr(code) if 0 < code <= 0x10FFFF else " "


def end_of_run(text: calls.Argument, item: int, first: int, count: int) -> int:
    """The number after the last letter of the run that one text object paints: found by leaps, then by halves."""
    if first + 1 >= count or calls.object_at(text, first + 1) != item:
        return first + 1
    low, leap = first + 1, _LEAP
    high = low + leap
    while high < count and calls.object_at(text, high) == item:
        low, leap = high, 2 * leap
        high = low + leap
    high = min(high, count)
    while high - low > 1:
        middle = (low + high) // 2
        if calls.object_at(text, middle) == item:
            low = middle
        else:
            high = middle
    return high
