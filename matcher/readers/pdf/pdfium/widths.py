"""How wide the words of a page are if their letters touch, learnt from the first letter of each kind in each style."""

from __future__ import annotations

from math import isnan
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from matcher.readers.pdf.pdfium import calls
from matcher.readers.pdf.pdfium.batches import edges, is_new
from matcher.readers.pdf.pdfium.looks import Look
from matcher.readers.pdf.pdfium.runs import Pieces, codes

Floats: TypeAlias = NDArray[np.float64]


def widths(text: calls.Argument, page: str, pieces: Pieces, look: Look) -> tuple[Floats, Floats]:
    """Of each piece, the width of its letters together and that of the last one; not a number if one is not known.

    `page`: its letters. What is learnt is noted in the styles.
    """
    lengths = pieces.stops - pieces.starts
    ends = lengths.cumsum()
    piece = np.repeat(np.arange(len(lengths)), lengths)
    numbers = np.arange(len(piece)) + (pieces.starts - ends + lengths)[piece]
    kinds, many = _kinds(page, numbers)
    kinds += look.style[piece] * many
    first = np.zeros(len(look.styles) * many, np.int64)
    first[kinds[::-1]] = np.arange(len(kinds))[::-1]  # of those of a kind, the last one that is written stays
    is_known = kinds[first] == np.arange(len(first))
    at = first[is_known]
    is_upright = np.array([style.turn == 0 and not style.is_dingbats for style in look.styles], bool)
    at = at[is_upright[look.style[piece[at]]]]
    table = np.full(len(first), np.nan)
    table[kinds[at]] = _learnt(text, page, numbers[at], piece[at], pieces, look)
    each = table[kinds]
    return np.add.reduceat(each, ends - lengths), each[ends - 1]


def _kinds(page: str, numbers: NDArray[np.int64]) -> tuple[NDArray[np.int64], int]:
    """Which letter of the page's alphabet stands at each number, and how many there are in it."""
    found = codes(page)[numbers]
    alphabet = np.sort(found)
    alphabet = alphabet[is_new(alphabet)]
    ranks = np.empty(int(alphabet[-1]) + 1, np.int64)
    ranks[alphabet] = np.arange(len(alphabet))
    return ranks[found], len(alphabet)


def _learnt(  # noqa: PLR0913
    text: calls.Argument,
    page: str,
    numbers: NDArray[np.int64],
    piece: NDArray[np.int64],
    pieces: Pieces,
    look: Look,
) -> Floats:
    """The widths of these letters; not a number if one shares its glyph with a letter beside it or is not mapped."""
    boxes = edges(text, numbers.tolist())
    found = boxes[:, 2] - boxes[:, 0]
    for step, is_edge in ((-1, numbers == pieces.starts[piece]), (1, numbers == pieces.stops[piece] - 1)):
        beside = edges(text, (numbers + step).tolist())
        found[(beside[:, 0] == boxes[:, 0]) & ~is_edge] = np.nan
    rows = zip(numbers.tolist(), look.style[piece].tolist(), found.tolist(), strict=True)
    for row, (number, style, width) in enumerate(rows):
        if not isnan(width):
            look.styles[style].widths[page[number]] = width
            if calls.is_unmapped_at(text, number):
                found[row] = np.nan
            else:
                look.styles[style].plain[page[number]] = width
    return found
