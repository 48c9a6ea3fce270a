"""Sections as a PDF: one column, two columns, or a table with the headings on the left."""

from __future__ import annotations

import io
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from evaluation.layouts import Section, bullet_of, cells_of, columns

WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 50.0, WIDTH - 50.0, HEIGHT - 56.0, 56.0
SIZE, HEADING_SIZE, LEADING = 9.5, 11.0, 12.5
INDENT = 10.0
ASIDE_WIDTH, GUTTER, HEADINGS_WIDTH = 165.0, 22.0, 110.0
PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
_SUBSTITUTES = str.maketrans({"▪": "•", "◦": "•", "→": "->", "₹": "Rs ", "ł": "l", "Ł": "L"})


@dataclass(frozen=True, slots=True)
class Painted:
    """A line of text on a page; `is_right`: it ends at `x`."""

    page: int
    x: float
    y: float
    text: str
    font: str = PLAIN
    size: float = SIZE
    is_right: bool = False


Lane = tuple[float, float]
"""Left and right edge."""


@dataclass(slots=True)
class Column:
    """Paints lines under each other in lanes of one width, going on in the next lane, then on the next page."""

    lanes: Sequence[Lane]
    page: int = 0
    top: float = TOP
    painted: list[Painted] = field(default_factory=list)
    lane: int = 0
    y: float = field(init=False)

    def __post_init__(self) -> None:
        self.y = self.top

    @property
    def width(self) -> float:
        """Width of every lane."""
        left, right = self.lanes[0]
        return right - left

    def line(self, text: str, indent: float = 0.0, font: str = PLAIN, size: float = SIZE) -> None:
        """One line that fits."""
        if self.y < BOTTOM:
            self._next_lane()
        x = self.lanes[self.lane][0] + indent
        self.painted.append(Painted(self.page, x, self.y, text, font, size))
        self.y -= LEADING * size / SIZE

    def _next_lane(self) -> None:
        self.lane = (self.lane + 1) % len(self.lanes)
        if self.lane == 0:
            self.page, self.top = self.page + 1, TOP
        self.y = self.top

    def text(self, text: str) -> None:
        """A line of the resume, wrapped; bullets hang, dates stand at the right edge."""
        bullet, cells = bullet_of(text), cells_of(text)
        if bullet:
            self._wrapped(bullet[1], INDENT)
            first = len(self.painted) - len(simpleSplit(bullet[1], PLAIN, SIZE, self.width - INDENT))
            sign = self.painted[first]
            self.painted.append(replace(sign, x=sign.x - INDENT, text=bullet[0]))
        elif len(cells) > 1 and len(simpleSplit("      ".join(cells), PLAIN, SIZE, self.width)) == 1:
            self._spread(cells)
        else:
            self._wrapped("   ".join(cells))

    def _spread(self, cells: Sequence[str]) -> None:
        """The first cell at the left, the last at the right, others between."""
        self.line(cells[0])
        first = self.painted[-1]
        for i, cell in enumerate(cells[1:-1], 1):
            self.painted.append(replace(first, x=first.x + i * self.width / len(cells), text=cell))
        self.painted.append(replace(first, x=first.x + self.width, text=cells[-1], is_right=True))

    def _wrapped(self, text: str, indent: float = 0.0) -> None:
        for part in simpleSplit(text, PLAIN, SIZE, self.width - indent):
            self.line(part, indent)

    def space(self, share: float = 0.5) -> None:
        """Leave out a part of a line."""
        self.y -= LEADING * share

    def section(self, section: Section) -> None:
        """Heading and lines."""
        if section.heading:
            self.space()
            self.line(section.heading, font=BOLD, size=HEADING_SIZE)
        self.lines(section)

    def lines(self, section: Section) -> None:
        """The lines without the heading."""
        for text in section.lines:
            if text.strip():
                self.text(text)
            else:
                self.space()


def pdf(found: Sequence[Section], layout: str) -> bytes:
    """The sections in this layout, in letters that every PDF reader has."""
    plain = [Section(_plain(s.heading), tuple(_plain(line) for line in s.lines)) for s in found]
    return _document(_LAYOUTS[layout](plain))


def _one_column(found: Sequence[Section]) -> Iterator[Painted]:
    column = Column([(LEFT, RIGHT)])
    for section in found:
        column.section(section)
    yield from column.painted


def _two_columns(found: Sequence[Section]) -> Iterator[Painted]:
    """A narrow column beside a wide one; without sections for a narrow one, two columns as in a newspaper."""
    top, aside, wide = columns(found)
    across = Column([(LEFT, RIGHT)])
    for section in top:
        across.section(section)
    across.space(1.0)
    yield from across.painted
    middle = (LEFT + RIGHT) / 2
    beside = [((LEFT, LEFT + ASIDE_WIDTH),), ((LEFT + ASIDE_WIDTH + GUTTER, RIGHT),)]
    newspaper = [((LEFT, middle - GUTTER / 2), (middle + GUTTER / 2, RIGHT))]
    for lanes, sections in zip(beside if aside else newspaper, [aside, wide] if aside else [wide], strict=True):
        column = Column(lanes, across.page, across.y)
        for section in sections:
            column.section(section)
        yield from column.painted


def _table(found: Sequence[Section]) -> Iterator[Painted]:
    column = Column([(LEFT + HEADINGS_WIDTH, RIGHT)])
    for section in found:
        column.space()
        first = len(column.painted)
        column.lines(section)
        if first < len(column.painted):
            start = column.painted[first]
            heading = Column([(LEFT, LEFT + HEADINGS_WIDTH - 8)], start.page, start.y)
            for part in simpleSplit(section.heading, BOLD, SIZE, heading.width):
                heading.line(part, font=BOLD)
            yield from heading.painted
    yield from column.painted


_LAYOUTS: Mapping[str, Callable[[Sequence[Section]], Iterable[Painted]]] = {
    "one column": _one_column,
    "two columns": _two_columns,
    "table": _table,
}


def _document(painted: Iterable[Painted]) -> bytes:
    pages: dict[int, list[Painted]] = defaultdict(list)
    for item in painted:
        pages[item.page].append(item)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for number in range(max(pages) + 1):
        for item in pages[number]:
            canvas.setFont(item.font, item.size)
            draw = canvas.drawRightString if item.is_right else canvas.drawString
            draw(item.x, item.y, item.text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _plain(text: str) -> str:
    """`text` in the letters of Windows-1252, which the standard fonts have; other letters lose their marks."""
    return "".join(_letter(c) for c in text.translate(_SUBSTITUTES))


def _letter(letter: str) -> str:
    if letter.encode("cp1252", "ignore"):
        return letter
    return "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
