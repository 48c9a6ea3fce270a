"""The letters that PDFium counts on a page, and the words of them, each painted by one text object."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.readers.pdf.letters import SEEN
from matcher.readers.pdf.pdfium import calls
from matcher.readers.pdf.pdfium.batches import is_new, objects_at

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Scripts of which PDFium turns the order around, so that what stands together need not come together."""
_HYPHENS = ("\ufffe", "\x02")
"""What PDFium makes of a hyphen at the end of a line."""
_SEEN = {**SEEN, "\0": " ", **dict.fromkeys(_HYPHENS, "-")}
_ALL = [chr(code) for code in range(0x10000)]
_SEEN_CODES = np.array([ord(_SEEN.get(letter, letter)) for letter in _ALL], "<u2")
_IS_SPACE = np.array([letter.isspace() for letter in _ALL])
_SURROGATE = 0xD8 >> 3
"""The first five bits of the halves of letters that take two units of UTF-16."""


def letters(text: calls.Argument, count: int) -> str:
    """The letters of a page as they are seen, one for each that PDFium counts."""
    units = np.zeros(2 * count + 1, "<u2")
    written = calls.text_between(text, 0, count, calls.argument(units.ctypes.data))
    found = units[: max(0, written - 1)]
    if len(found) != count or (found >> 11 == _SURROGATE).any():
        # letters without a Unicode value are left out of the text, not of the count
        return "".join(_letter(calls.letter_at(text, number)) for number in range(count))
    return _SEEN_CODES[found].tobytes().decode("utf-16-le")


def _letter(code: int) -> str:
    letter = chr(code) if 0 < code <= 0x10FFFF and code >> 11 != _SURROGATE else " "
    return _SEEN.get(letter, letter)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The words of a page in PDFium's order, parted where another text object paints; letters it made up are left out.

    Of each piece: the number of its first letter and the one after its last, the handle of its text object, and if a
    space was painted before it.
    """

    starts: NDArray[np.int64]
    stops: NDArray[np.int64]
    items: NDArray[np.int64]
    is_after: NDArray[np.bool_]


def pieces(text: calls.Argument, found: str, is_mixed: bool) -> Pieces:
    """The pieces of a page with these letters; each letter is one if it `is_mixed`."""
    is_ink = np.zeros(len(found) + 2, np.bool_)
    np.logical_not(_IS_SPACE[np.minimum(codes(found), len(_IS_SPACE) - 1)], out=is_ink[1:-1])
    bounds = np.flatnonzero(is_ink[1:] != is_ink[:-1])
    starts, stops = bounds[::2], bounds[1::2]
    items = objects_at(text, starts.tolist())
    is_torn = np.ones(len(items), np.bool_)
    is_torn[:-1] = items[1:] != items[:-1]  # others go on in the text in which the next word begins
    is_torn[is_torn] = items[is_torn] != objects_at(text, (stops[is_torn] - 1).tolist())
    if is_mixed:
        is_torn[:] = True
    if is_torn.any():
        starts, stops, items = _parted(text, starts, stops, items, is_torn, is_mixed)
    spaces = np.flatnonzero(~is_ink[1:-1])
    painted = np.zeros(len(found), np.int64)
    painted[spaces] = objects_at(text, spaces.tolist()) != 0
    before = painted.cumsum()[starts]
    is_after = is_new(before)
    is_after[:1] = before[:1] > 0
    return Pieces(starts, stops, items, is_after)


def _parted(  # noqa: PLR0913
    text: calls.Argument,
    starts: NDArray[np.int64],
    stops: NDArray[np.int64],
    items: NDArray[np.int64],
    is_torn: NDArray[np.bool_],
    is_mixed: bool,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Starts, stops and text objects with those of torn words put in."""
    lengths = np.where(is_torn, stops - starts, 1)
    word = np.repeat(np.arange(len(starts)), lengths)
    first = lengths.cumsum() - lengths
    number = starts[word] + np.arange(len(word)) - first[word]
    every = items[word]
    torn = is_torn[word]
    every[torn] = objects_at(text, number[torn].tolist())
    is_start = is_new(every)
    is_start[first] = True
    if is_mixed:
        is_start[:] = True
    at = np.flatnonzero(is_start)
    ends = np.where(torn, number + 1, stops[word])[np.append(at[1:], len(word)) - 1]
    is_real = every[at] != 0
    return number[at][is_real], ends[is_real], every[at][is_real]


def codes(found: str) -> NDArray[np.uint32]:
    """The number of each letter in Unicode."""
    return np.frombuffer(found.encode("utf-32-le"), np.uint32)
