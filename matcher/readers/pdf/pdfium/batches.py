"""Asks PDFium the same of many letters or texts at once: a call takes a tenth of a microsecond, Python around it more.

What PDFium answers is written into rows that are made once; it is asked by one thread at a time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from ctypes import c_double, c_float
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.readers.pdf.pdfium import calls

_MANY = 512
"""Letters or texts that are asked for at a time."""
FACTS = 11
"""Numbers that are told of a text: size, red, green, blue and opacity, and its matrix; the colours are integers."""


class _Rows:
    """Rows that PDFium writes into; `places`: of each column, the addresses of its numbers, from the top."""

    def __init__(self, kind: type[c_float] | type[c_double], columns: int) -> None:
        numbers = calls.Numbers(kind, columns * _MANY)
        self.values: NDArray[Any] = np.frombuffer(numbers.values, kind).reshape(_MANY, columns)
        self.places = [numbers.places[column::columns] for column in range(columns)]


_pens = _Rows(c_double, 2)
_edges = _Rows(c_float, 4)
_facts = _Rows(c_float, FACTS)
_points = _Rows(c_float, 2)


def numbers_of(answers: Iterator[int], many: int) -> NDArray[np.int64]:
    """So many answers of PDFium."""
    return np.fromiter(answers, np.int64, many)


def is_new(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Of each value, if it differs from the one before it; true of the first."""
    found = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=found[1:])
    return found


def objects_at(text: calls.Argument, numbers: Sequence[int]) -> NDArray[np.int64]:
    """The handle of the text object that paints each of these letters; 0 where PDFium made it up."""
    return numbers_of(map(calls.object_at, repeat(text), numbers), len(numbers))


def origins(text: calls.Argument, numbers: Sequence[int]) -> NDArray[np.float64]:
    """Where the pen stood for each of these letters: x and y."""
    found = np.empty((len(numbers), 2))
    for some in _slices(numbers):
        _run(map(calls.origin_at, repeat(text), numbers[some], *_pens.places))
        found[some] = _pens.values[: some.stop - some.start]
    return found


def edges(text: calls.Argument, numbers: Sequence[int]) -> NDArray[np.float64]:
    """Left, top, right and bottom edge of each of these letters."""
    found = np.empty((len(numbers), 4))
    for some in _slices(numbers):
        _run(map(calls.edges_at, repeat(text), numbers[some], _edges.places[0]))
        found[some] = _edges.values[: some.stop - some.start]
    return found


def facts(
    text: calls.Argument, items: Sequence[calls.Argument], firsts: Sequence[int]
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """`FACTS` of each text with the first letter of each, and if it has a colour; if not, this and opacity are void."""
    found = np.empty((len(items), FACTS), np.float32)
    size, red, green, blue, opacity, matrix = _facts.places[:6]
    has_fill = np.empty(len(items), np.int64)
    for some in _slices(items):
        _run(map(calls.font_size_of, items[some], size))
        filled = map(calls.fill_of, items[some], red, green, blue, opacity)
        has_fill[some] = numbers_of(filled, some.stop - some.start)
        _run(map(calls.matrix_at, repeat(text), firsts[some], matrix))
        found[some] = _facts.values[: some.stop - some.start]
    return found, has_fill


def points(steps: Sequence[calls.Argument]) -> list[list[float]]:
    """x and y of each of these steps of an outline."""
    found: list[list[float]] = []
    for some in _slices(steps):
        _run(map(calls.point_of, steps[some], *_points.places))
        found += _points.values[: some.stop - some.start].tolist()
    return found


def _slices(asked: Sequence[object]) -> Iterator[slice]:
    for start in range(0, len(asked), _MANY):
        yield slice(start, min(start + _MANY, len(asked)))


def _run(answers: Iterator[object]) -> None:
    """Makes calls whose answers are written elsewhere."""
    deque(answers, maxlen=0)
