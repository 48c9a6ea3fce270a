"""Walks the objects that PDFium finds on a page: shapes and pictures, and where the texts come in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import c_float, c_int, c_uint
from itertools import count, repeat
from typing import NamedTuple, TypeAlias

import numpy as np

from matcher.readers.contrast import Color
from matcher.readers.pdf.glyphs import Box
from matcher.readers.pdf.limits import MOST_BOXES, MOST_DOTS, TooMuchError
from matcher.readers.pdf.pdfium import calls
from matcher.readers.pdf.pdfium.batches import numbers_of, points
from matcher.readers.pdf.rectangles import EVERYWHERE, Rectangle, around, overlap
from matcher.readers.pdf.shapes import LARGEST_DOT, SMALLEST_DOT, SOLID, VEIL, is_box, is_dot, is_full

MOST_OBJECTS = 200_000
"""Objects a document; a page with a map or a dense chart has ten thousand."""
MOST_STEPS = 20_000
"""Steps of outlines that are looked at a page; what is painted later counts as a rectangle that covers nothing."""
DEEPEST = 28
"""Forms inside of each other that are looked into; one that runs itself has no end."""
Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_POINTS_OF_CURVE = 3
UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Place(NamedTuple):
    """Where a text comes in the order of painting, what is shown around it, and how opaque its form is, 0–1."""

    order: int
    shown: Rectangle
    opacity: float


class Objects:
    """The `boxes`, `dots` and `has_picture` of a page, in the page's own coordinates, and the places of its texts.

    `orders`: by handle, the place of each text in the order of painting; `places`: of those that are clipped or in a
    form.
    `budget`: objects that the document may still have. Raises `TooMuchError`.
    """

    def __init__(self, page: calls.Argument, shown: Rectangle, budget: int) -> None:
        self.orders: dict[int, int] = {}
        self.places: dict[int, Place] = {}
        self.boxes: list[Box] = []
        self.dots: list[tuple[float, float]] = []
        self.has_picture = False
        self.budget = budget
        self._shown = shown
        self._order = 0
        self._steps = MOST_STEPS
        self._edges = calls.Numbers(c_float, 4)
        self._matrix = calls.Numbers(c_float, 6)
        self._painting = calls.Numbers(c_int, 2)
        self._color = calls.Numbers(c_uint, 4)
        whole = Place(0, shown, 1.0)
        many = calls.count_objects(page)
        self._spend(many)
        handles = list(map(calls.object_of_page, repeat(page), range(many)))
        items = list(map(calls.argument, handles))
        kinds = numbers_of(map(calls.kind_of, items), many)
        clips = map(calls.argument, map(calls.clip_of, items))
        is_plain = (kinds == calls.TEXT) & (numbers_of(map(calls.count_outlines_of_clip, clips), many) <= 0)
        done = 0
        for number in np.flatnonzero(~is_plain).tolist():
            self._note_texts(handles[done:number])
            self._note(handles[number], UNMOVED, whole, 0)
            done = number + 1
        self._note_texts(handles[done:])

    def _note_texts(self, handles: Sequence[int]) -> None:
        """Notes texts with nothing around them."""
        self.orders.update(zip(handles, count(self._order + 1), strict=False))
        self._order += len(handles)

    def _spend(self, many: int) -> None:
        self.budget -= max(0, many)
        if self.budget < 0:
            raise TooMuchError("its pages take more painting than a resume needs.")

    def _note(self, handle: int, matrix: Matrix, outer: Place, depth: int) -> None:
        self._order += 1
        item = calls.argument(handle)
        kind = calls.kind_of(item)
        clip = calls.argument(calls.clip_of(item))
        shown = overlap(outer.shown, self._clip(clip, matrix)) if clip else outer.shown
        place = Place(self._order, shown, outer.opacity)
        if kind == calls.TEXT:
            self.orders[handle] = place.order
            self.places[handle] = place
        elif kind == calls.PATH:
            self._path(item, matrix, place)
        elif kind == calls.FORM:
            self._form(item, matrix, place, depth)
        elif kind in (calls.PICTURE, calls.SHADING):
            self.has_picture = self.has_picture or kind == calls.PICTURE
            self._add(self._bounds(item, matrix), place, None, is_cover=False)

    def _form(self, item: calls.Argument, matrix: Matrix, place: Place, depth: int) -> None:
        if depth >= DEEPEST:
            return
        calls.matrix_of(item, self._matrix.places[0])
        inner = _product(tuple(self._matrix.values), matrix)
        place = place._replace(opacity=place.opacity * self._fill(item)[1])
        many = calls.count_objects_of_form(item)
        self._spend(many)
        for i in range(many):
            self._note(calls.object_of_form(item, i), inner, place, depth + 1)

    def _path(self, item: calls.Argument, matrix: Matrix, place: Place) -> None:
        edges = self._bounds(item, matrix)
        if not is_box(edges) and not _may_hold_dots(edges):
            return
        calls.painting_of(item, *self._painting.places)
        color, opacity = self._fill(item)
        opacity *= place.opacity
        is_ground = self._painting.values[0] != 0 and opacity >= VEIL
        if not is_ground and not _may_hold_dots(edges):
            return
        is_solid = opacity >= SOLID and not calls.is_see_through(item)
        if is_dot(edges):  # as most small shapes are; their outlines would take longer than all else of the page
            self._dot(edges)
            if is_ground and is_box(edges):
                self._add(edges, place, color, is_solid and color is not None)
            return
        many = calls.count_steps(item)
        self._steps -= many
        if self._steps < 0:
            self._add(edges, place, color, is_cover=False)
            return
        calls.matrix_of(item, self._matrix.places[0])
        for corners in self._outlines(item, many, _product(tuple(self._matrix.values), matrix)):
            edges = around(corners)
            if is_ground and is_box(edges):
                self._add(edges, place, color, is_solid and color is not None and is_full(corners))
            if is_dot(edges):
                self._dot(edges)

    def _dot(self, edges: Rectangle) -> None:
        if len(self.dots) < MOST_DOTS:
            self.dots.append(((edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2))

    def _fill(self, item: calls.Argument) -> tuple[Color | None, float]:
        """The colour of an object's inside, None if it has none, and its opacity, 0–1."""
        is_known = calls.fill_of(item, *self._color.places)
        red, green, blue, alpha = self._color.values
        return ((red / 255, green / 255, blue / 255) if is_known else None), alpha / 255

    def _outlines(self, item: calls.Argument, many: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
        """The corners of each outline of a path; of a curve, its end."""
        a, b, c, d, e, f = matrix
        corners: list[tuple[float, float]] = []
        steps = list(map(calls.argument, map(calls.step_of, repeat(item), range(many))))
        pulling = 0
        for kind, (x, y) in zip(map(calls.kind_of_step, steps), points(steps), strict=True):
            if kind == calls.CURVE:  # two points that pull at the curve come before its end
                pulling += 1
                if pulling < _POINTS_OF_CURVE:
                    continue
            elif kind == calls.MOVE and corners:
                if len(corners) >= 3:
                    yield corners
                corners = []
            pulling = 0
            corners.append((a * x + c * y + e, b * x + d * y + f))
        if len(corners) >= 3:
            yield corners

    def _clip(self, clip: calls.Argument, matrix: Matrix) -> Rectangle:
        shown = EVERYWHERE
        for outline in range(calls.count_outlines_of_clip(clip)):
            many = calls.count_steps_of_clip(clip, outline)
            self._steps -= max(0, many)
            if many > 0 and self._steps >= 0:
                steps = list(map(calls.argument, map(calls.step_of_clip, repeat(clip), repeat(outline), range(many))))
                shown = overlap(shown, around([_moved(x, y, matrix) for x, y in points(steps)]))
        return shown

    def _bounds(self, item: calls.Argument, matrix: Matrix) -> Rectangle:
        calls.edges_of(item, *self._edges.places)
        x0, y0, x1, y1 = self._edges.values
        if matrix is UNMOVED:
            return (x0, y0, x1, y1)
        return around([_moved(x, y, matrix) for x in (x0, x1) for y in (y0, y1)])

    def _add(self, edges: Rectangle, place: Place, color: Color | None, is_cover: bool) -> None:
        edges = overlap(edges, place.shown)
        if is_box(edges) and len(self.boxes) < MOST_BOXES:
            self.boxes.append(Box(*edges, color, place.order, is_cover))


def _may_hold_dots(edges: Rectangle) -> bool:
    """True for a bullet's size with its outline, or for a row of bullets in one path."""
    width, height = edges[2] - edges[0], edges[3] - edges[1]
    return width >= SMALLEST_DOT and height >= SMALLEST_DOT and min(width, height) <= 2 * LARGEST_DOT


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _product(inner: tuple[float, ...], outer: Matrix) -> Matrix:
    """The matrix that does first `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    start, right, up = _moved(e, f, outer), _moved(a + e, b + f, outer), _moved(c + e, d + f, outer)
    return (
        right[0] - start[0], right[1] - start[1], up[0] - start[0], up[1] - start[1], start[0], start[1],
    )  # fmt: skip
