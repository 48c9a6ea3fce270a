"""Notes what pdfminer.six paints on the pages of a PDF: glyphs, filled shapes and pictures."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFType3Font, PDFUnicodeNotDefined
from pdfminer.utils import apply_matrix_pt

from matcher.core.folding import BULLET
from matcher.readers.contrast import Color
from matcher.readers.pdf.glyphs import DROP, Box, Glyph, Page
from matcher.readers.pdf.guarded import Fonts
from matcher.readers.pdf.interpreter import State
from matcher.readers.pdf.letters import DINGBATS, UNMAPPED, clean
from matcher.readers.pdf.limits import MOST_BOXES, MOST_DOTS, MOST_GLYPHS, too_many_glyphs
from matcher.readers.pdf.rectangles import Rectangle, around, overlap
from matcher.readers.pdf.shapes import EDGE, SOLID, UNSEEN, VEIL, is_box, is_dot, is_full, turn_of

_FILLED, _STROKED, _FILLED_AND_STROKED = 0, 1, 2
_INVISIBLE = (3, 7)
"""Text render modes (ISO 32000-1, table 106)."""
_clean = lru_cache(maxsize=4096)(clean)
_PLAIN_SPACES = ("DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB", "ICCBased")


class Recorder(PDFTextDevice):
    """`pages` fills up as the interpreter runs. Raises `TooMuchError` where a limit is passed."""

    ctm: Any

    def __init__(self, fonts: Fonts) -> None:
        super().__init__(fonts)
        self.pages: list[Page] = []
        self._painted = 0
        self._count = 0

    def begin_page(self, page: Any, ctm: Any) -> None:
        """Begins a page."""
        media, crop = _on_page(page.mediabox, ctm), _on_page(page.cropbox, ctm)
        shown = overlap(media, crop)
        self._shown = shown if shown[0] < shown[2] and shown[1] < shown[3] else media
        self._glyphs: list[Glyph] = []
        self._boxes: list[Box] = []
        self._dots: list[tuple[float, float]] = []
        self._has_picture = False
        self._has_pattern = False
        self._mode = _FILLED
        self._outer: list[Any] = []

    def end_page(self, page: Any) -> None:
        """Keeps the page."""
        glyphs, boxes, dots = tuple(self._glyphs), tuple(self._boxes), tuple(self._dots)
        self.pages.append(Page(glyphs, boxes, dots, self._has_picture, has_pattern=self._has_pattern))

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Notes a run of glyphs."""
        self._mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(  # noqa: PLR0913 - the signature is pdfminer's
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        """Notes a glyph; answers how far it moves the pen."""
        self._count += 1
        if self._count > MOST_GLYPHS:
            raise too_many_glyphs()
        text = _letter(font, cid)
        advance = float(font.char_width(cid) * fontsize * scaling)
        height = _height(font, fontsize, advance)
        low = rise - DROP * height
        x0, y0, x1, y1 = around([apply_matrix_pt(matrix, p) for p in ((0, low), (advance, low + height))])
        is_shown = self._is_shown((x0 + x1) / 2, (y0 + y1) / 2, graphicstate.clip)
        self._glyphs.append(
            Glyph(
                text or UNMAPPED,
                x0,
                y0,
                x1,
                y1,
                abs(height) * math.hypot(matrix[2], matrix[3]),
                self._ink(graphicstate),
                self._next(),
                turn=None if font.is_vertical() else turn_of(*matrix[:4]),
                is_invisible=self._mode in _INVISIBLE or graphicstate.opacity < UNSEEN,
                is_cut_off=not is_shown,
                is_unmapped=text is None,
            )
        )
        return advance

    def _is_shown(self, x: float, y: float, clip: Rectangle) -> bool:
        left, bottom, right, top = overlap(self._shown, clip)
        return left - EDGE <= x <= right + EDGE and bottom - EDGE <= y <= top + EDGE

    def _ink(self, state: State) -> Color | None:
        """The colour in which glyphs are painted; None if an outline and its inside differ."""
        self._note_pattern(state)
        filled = rgb(state.ncolor, state.ncs.name)
        if self._mode in (_STROKED, _FILLED_AND_STROKED):
            stroked = rgb(state.scolor, state.scs.name)
            return stroked if self._mode == _STROKED or stroked == filled else None
        return filled

    def _note_pattern(self, state: State) -> None:
        self._has_pattern = self._has_pattern or "Pattern" in (state.ncs.name, state.scs.name)

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        """Notes the filled outlines of a path, and dots."""
        self._note_pattern(graphicstate)
        is_ground = fill and graphicstate.opacity >= VEIL  # through a thinner veil, what is below it stays the ground
        is_solid = graphicstate.opacity >= SOLID and not graphicstate.is_blended
        color = rgb(graphicstate.ncolor, graphicstate.ncs.name)
        for outline in _outlines(path):
            corners = [apply_matrix_pt(self.ctm, step[-2:]) for step in outline]
            edges = around(corners)
            if is_ground:
                self._add(edges, graphicstate, color, is_solid and color is not None and is_full(corners))
            if is_dot(edges) and len(self._dots) < MOST_DOTS:
                self._dots.append(((edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2))

    def paint_unknown(self, graphicstate: State) -> None:
        """Called for a gradient, which fills all that is shown."""
        self._add(self._shown, graphicstate, None, is_cover=False)

    def _add(self, edges: Rectangle, state: State, color: Color | None, is_cover: bool) -> None:
        x0, y0, x1, y1 = overlap(overlap(edges, self._shown), state.clip)
        if is_box((x0, y0, x1, y1)) and len(self._boxes) < MOST_BOXES:
            self._boxes.append(Box(x0, y0, x1, y1, color, self._next(), is_cover))

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Begins a form or picture."""
        self._outer.append(self.ctm)

    def end_figure(self, name: str) -> None:
        """Goes back to the coordinates of what the form stands on."""
        self.set_ctm(self._outer.pop())

    def render_image(self, name: str, stream: Any) -> None:
        """Notes a picture."""
        self._has_picture = True
        corners = [apply_matrix_pt(self.ctm, p) for p in ((0, 0), (0, 1), (1, 0), (1, 1))]
        self._add(around(corners), State(), None, is_cover=False)

    def _next(self) -> int:
        self._painted += 1
        return self._painted


def _on_page(box: Any, ctm: Any) -> Rectangle:
    x0, y0, x1, y1 = box
    return around([apply_matrix_pt(ctm, p) for p in ((x0, y0), (x1, y1))])


def _letter(font: Any, cid: int) -> str | None:
    """What a glyph shows; None if its font does not say."""
    if DINGBATS.search(str(font.fontname)) and font.unicode_map is None:
        return BULLET  # pdfminer takes the letter of the same code: a disc would be an "l"
    try:
        return _clean(font.to_unichr(cid)) or None
    except PDFUnicodeNotDefined:
        return None


def _height(font: Any, fontsize: float, advance: float) -> float:
    """The height of a font's letters; fonts of type 3 have a measure of their own, and some tell it wrong."""
    if not isinstance(font, PDFType3Font):
        return fontsize
    height = float(font.get_height() * fontsize)
    return height if height > 0.2 * abs(advance) else 1.6 * abs(advance)


def _outlines(path: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The closed outlines of a path, each starting with a move; without the step that closes it."""
    starts = [i for i, step in enumerate(path) if step[0] == "m"]
    for start, end in zip(starts, [*starts[1:], len(path)], strict=True):
        outline = [step for step in path[start:end] if step[0] != "h"]
        if len(outline) >= 3:
            yield outline


def rgb(color: Any, space: str) -> Color | None:
    """A grey, RGB or CMYK colour as pdfminer keeps it; None for patterns, spot and other colours."""
    parts = color if isinstance(color, list | tuple) else (color,)
    if space not in _PLAIN_SPACES or not all(isinstance(part, int | float) for part in parts):
        return None
    values = [min(1.0, max(0.0, float(part))) for part in parts]
    if len(values) == 1:
        return (values[0], values[0], values[0])
    if len(values) == 3:
        return (values[0], values[1], values[2])
    if len(values) == 4:
        cyan, magenta, yellow, black = values
        return ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
    return None
