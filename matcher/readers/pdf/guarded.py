"""pdfminer.six with the limits that it lacks: where a hostile file would hang it, `TooMuchError` is raised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from pdfminer import pdffont
from pdfminer.cmapdb import FileUnicodeMap
from pdfminer.pdfdocument import PDFDocument, PDFXRefFallback, PDFXRefStream
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import dict_value, list_value, num_value, resolve1, stream_value
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import MATRIX_IDENTITY, apply_matrix_pt

from matcher.readers.pdf.streams import TooMuchError

MOST_CONTENT = 12 * 1024 * 1024
"""Bytes of painting instructions that are run a document, repeated ones each time; about ten seconds' work."""
MOST_RUNS = 5_000
"""Times that a content stream or form is run a document (pypdf's limit)."""
MOST_SAVED = 10_000
"""Graphics states saved at a time; ISO 32000-1, annex C, expects 28."""
MOST_FONTS = 2_000
"""Fonts that are built a document, unnamed ones each time they are met."""
MOST_LETTERS = 65_536
"""Letters a font may map or give a width: all that two-byte codes can name."""
MOST_LETTERS_IN_ALL = 500_000
UNSEEN = 0.05
"""Opacity below which a thing is not there."""
SOLID = 0.95
"""Opacity from which nothing shows through."""

Rectangle = tuple[float, float, float, float]


class Document(PDFDocument):
    """Tables of objects end where their bytes end, and none is read twice.

    A table that claims 10,000,000,000 objects in 205 bytes kept pdfminer walking for ever; one that names itself as
    its predecessor ended in a RecursionError (pdfminer.six #1249).
    """

    def __init__(self, parser: Any) -> None:
        self._tables_read: set[int] = set()
        super().__init__(parser)

    @property
    def is_rebuilt(self) -> bool:
        """True if the table of objects is lost and was put together again from what the file holds."""
        return any(isinstance(table, PDFXRefFallback) for table in self.xrefs)

    def read_xref_from(self, parser: Any, start: int, xrefs: list[Any]) -> None:
        """Reads the table at `start` and those it names as its predecessors."""
        if start in self._tables_read:
            return
        self._tables_read.add(start)
        known = len(xrefs)
        super().read_xref_from(parser, start, xrefs)
        for table in xrefs[known:]:
            if isinstance(table, PDFXRefStream):
                table.ranges = _within(table.ranges, len(table.data or b"") // max(1, table.entlen or 1))


def _within(ranges: Iterable[tuple[int, int]], entries: int) -> list[tuple[int, int]]:
    """The (first, count) ranges cut to what `entries` entries can fill."""
    kept = []
    for first, count in ranges:
        kept.append((first, min(count, entries)))
        entries = max(0, entries - count)
    return kept


class Fonts(PDFResourceManager):
    """Builds fonts, and counts what they map."""

    def __init__(self) -> None:
        super().__init__()
        self._built = 0
        self._letters = 0

    def get_font(self, objid: object, spec: Mapping[str, Any]) -> Any:
        """The font of a specification, built once where it has an object id."""
        if objid and objid in self._cached_fonts:
            return self._cached_fonts[objid]
        self._built += 1
        if self._built > MOST_FONTS:
            raise TooMuchError("it uses more fonts than a resume needs.")
        _check_widths(spec.get("W"))
        font = super().get_font(objid, spec)
        self._letters += len(getattr(font.__dict__.get("unicode_map"), "cid2unichr", ()))
        if self._letters > MOST_LETTERS_IN_ALL:
            raise _too_many_letters()
        return font


def _check_widths(widths: Any) -> None:
    """pdfminer writes a range of widths out, letter by letter: [0 2000000000 500] takes all memory there is."""
    numbers: list[Any] = []
    for part in list_value(widths) if widths is not None else ():
        numbers = [] if isinstance(part, list) else [*numbers, part]
        if len(numbers) == 3:
            first, last, _ = numbers
            if isinstance(first, int) and isinstance(last, int) and last - first > MOST_LETTERS:
                raise _too_many_letters()
            numbers = []


class _UnicodeMap(FileUnicodeMap):
    """A map from codes to letters that ends: pdfminer writes its ranges out, too."""

    def add_cid2unichr(self, cid: int, code: Any) -> None:
        super().add_cid2unichr(cid, code)
        if len(self.cid2unichr) > MOST_LETTERS:
            raise _too_many_letters()


pdffont.FileUnicodeMap = _UnicodeMap  # type: ignore[attr-defined]  # built where nothing can be handed in


def _too_many_letters() -> TooMuchError:
    return TooMuchError("a font in it has more letters than there are.")


class State(PDFGraphicState):
    """pdfminer's colours, and what it leaves out: opacity, blending and where things are shown."""

    opacity: float = 1.0
    is_blended: bool = False
    clip: Rectangle = (-1e9, -1e9, 1e9, 1e9)

    def copy(self) -> State:
        """One that changes on its own."""
        twin = State()
        twin.__dict__.update(self.__dict__)
        return twin


class Interpreter(PDFPageInterpreter):
    """Runs the painting instructions of pages, of a bounded number, with a `State` that forms inherit."""

    device: Any
    graphicstate: State

    def __init__(self, fonts: PDFResourceManager, device: Any) -> None:
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
        self.device.count_run(sum(len(stream_value(stream).get_data()) for stream in streams))
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


def around(points: Sequence[tuple[float, float]]) -> Rectangle:
    """The smallest rectangle that holds all points: left, bottom, right, top."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def overlap(one: Rectangle, other: Rectangle) -> Rectangle:
    """What two rectangles have in common; its right is left of its left if that is nothing."""
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))
