"""Runs the painting instructions of PDF pages: pdfminer.six with limits, opacity and clipping."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, cast

from pdfminer import pdfinterp
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfinterp import PDFContentParser, PDFGraphicState, PDFPageInterpreter
from pdfminer.pdftypes import dict_value, list_value, num_value, resolve1, stream_value
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import MATRIX_IDENTITY, apply_matrix_pt

from matcher.readers.pdf.guarded import Fonts
from matcher.readers.pdf.limits import TooMuchError
from matcher.readers.pdf.rectangles import EVERYWHERE, Rectangle, around, overlap
from matcher.readers.pdf.streams import check_depth

MOST_SAVED = 10_000
"""Graphics states saved at a time; ISO 32000-1, annex C, expects 28."""


class _ContentParser(PDFContentParser):
    """Finds the end of a picture in one look: pdfminer adds it up byte by byte, which takes hours for megabytes."""

    def start_type(self, pos: int, type: str) -> None:  # noqa: A002 - pdfminer's name
        """Begins an array or dictionary."""
        check_depth(self.context)
        super().start_type(pos, type)

    def get_inline_data(self, pos: int, target: bytes = b"EI") -> tuple[int, bytes]:
        """The bytes of a picture from `pos` up to its end mark."""
        self.seek(pos)
        data = cast(Any, self.fp).getvalue()
        end = re.compile(re.escape(target) + rb"\s").search(data, pos)
        self.seek(end.end() if end else len(data))
        return pos, data[pos : end.start() if end else len(data)].rstrip(b"\r\n")


pdfinterp.PDFContentParser = _ContentParser  # type: ignore[misc]  # built where nothing can be handed in


class State(PDFGraphicState):
    """pdfminer's colours, and what it leaves out: opacity, blending and where things are shown."""

    opacity: float = 1.0
    is_blended: bool = False
    clip: Rectangle = EVERYWHERE

    def copy(self) -> State:
        """One that changes on its own."""
        twin = State()
        twin.__dict__.update(self.__dict__)
        return twin


class Interpreter(PDFPageInterpreter):
    """Runs the painting instructions of pages, of a bounded number, with a `State` that forms inherit."""

    device: Any
    rsrcmgr: Fonts
    graphicstate: State

    def __init__(self, fonts: Fonts, device: Any) -> None:
        super().__init__(fonts, device)
        self.inherited = State()

    def subinterp(self) -> Interpreter:
        """The interpreter of a form on this page."""
        inner = cast(Interpreter, super().subinterp())
        inner.inherited = self.graphicstate
        return inner

    def init_state(self, ctm: Any) -> None:
        """Begins with the colours of what the form stands on."""
        super().init_state(ctm)
        self.graphicstate = self.inherited.copy()

    def render_contents(self, resources: Any, streams: Sequence[Any], ctm: Any = MATRIX_IDENTITY) -> None:
        """Forms show nothing outside of their box."""
        box = [num_value(v) for stream in streams for v in list_value(stream_value(stream).get("BBox", []))]
        if len(box) == 4:
            self.inherited = self.inherited.copy()
            corners = [apply_matrix_pt(ctm, (box[i], box[j])) for i in (0, 2) for j in (1, 3)]
            self.inherited.clip = overlap(self.inherited.clip, around(corners))
        super().render_contents(resources, streams, ctm)

    def execute(self, streams: Sequence[Any]) -> None:
        """Runs the content streams of a page or form."""
        self.rsrcmgr.budget.spend_run(sum(len(stream_value(stream).get_data()) for stream in streams))
        super().execute(streams)

    def do_q(self) -> None:
        """Saves the graphics state."""
        if len(self.gstack) >= MOST_SAVED:
            raise TooMuchError("its pages are nested more deeply than a resume needs.")
        super().do_q()

    def do_W(self) -> None:  # noqa: N802 - pdfminer finds operators by their names
        """Narrows what is shown to the path; to the rectangle around it, so that nothing visible is lost."""
        steps: list[Any] = list(self.curpath)
        points = [apply_matrix_pt(self.ctm, step[i : i + 2]) for step in steps for i in range(1, len(step), 2)]
        if points:
            self.graphicstate.clip = overlap(self.graphicstate.clip, around(points))

    def do_W_a(self) -> None:  # noqa: N802
        """The same by the even-odd rule."""
        self.do_W()

    def do_sh(self, name: object) -> None:
        """A gradient fills all that is shown."""
        self.device.paint_unknown(self.graphicstate)

    def do_gs(self, name: object) -> None:
        """Opacity and blending, which pdfminer does not read."""
        try:
            settings = dict_value(dict_value(dict_value(self.resources)["ExtGState"])[literal_name(name)])
        except (KeyError, PDFException):
            return
        if "ca" in settings:
            self.graphicstate.opacity = num_value(settings["ca"])
        if "BM" in settings or "SMask" in settings:
            self.graphicstate.is_blended = _is_special(settings.get("BM")) or _is_special(settings.get("SMask"))


def _is_special(value: Any) -> bool:
    value = resolve1(value)
    if isinstance(value, list):
        value = resolve1(value[0]) if value else None
    return value is not None and not (isinstance(value, PSLiteral) and value.name in ("Normal", "Compatible", "None"))
