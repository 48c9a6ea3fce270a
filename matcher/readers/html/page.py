"""Puts the text of a page into lines while a parser walks through it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from matcher.core.folding import BULLET
from matcher.readers import rows
from matcher.readers.html.looks import Look, color_of, look_of
from matcher.readers.html.sheets import Declared, Node, Rules, node_of
from matcher.readers.html.steps import Steps, TooMuchError
from matcher.readers.reading import MOST_CHARACTERS

LEFT_OUT = frozenset(
    """
    head script style template noscript iframe object embed applet svg math canvas audio video select datalist nav
    map frameset noframes
    """.split()
)
"""Elements that hold no text of the document: what is not shown, pictures, controls and ways through a web site."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_APART = frozenset("p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre section article header footer aside hr".split())
"""Elements with room above and below."""
_BLOCKS = _APART | frozenset(
    """
    html body div li dt dd tr caption thead tbody tfoot address figure figcaption form fieldset legend main details
    summary center dialog menu hgroup search option
    """.split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_CELLS = frozenset(["td", "th"])
_SIDE_BY_SIDE = frozenset(["flex", "inline-flex", "grid", "inline-grid", "table-row"])
_INLINE_PIECES = frozenset(["inline-block", "inline-flex", "inline-grid", "inline-table", "table-cell"])
_BLOCK_DISPLAYS = frozenset(["block", "flex", "grid", "list-item", "table", "flow-root", "table-row"])
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True)
class _Lines:
    """The lines of a page or a cell while they grow. `bullet`: what the next line opens with."""

    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    bullet: str = ""

    def end_line(self) -> None:
        lines = "".join(self.pieces).strip(" \t\n").split("\n")
        self.pieces.clear()
        if lines != [""]:
            self.lines += [(self.bullet + lines[0]).rstrip(), *(line.strip() for line in lines[1:])]
            self.bullet = ""

    def part(self) -> None:
        self.end_line()
        if self.lines and self.lines[-1]:
            self.lines.append("")


@dataclass(slots=True)
class _Open:
    """An element that is open. `cells`: those of the row that it is, if it is one; `lines`: those of the cell."""

    tag: str
    look: Look
    is_block: bool = False
    is_piece: bool = False
    is_left_out: bool = False
    cells: list[list[str]] | None = None
    lines: _Lines | None = None


class Page:
    """The target of a parser. `hidden`: characters left out so far because no person could see them."""

    def __init__(self, rules: Rules) -> None:
        self.hidden = 0
        self._rules = rules
        self._steps = Steps()
        self._open: list[_Open] = [_Open("", Look())]
        self._nodes: list[Node] = []
        self._lines = [_Lines()]
        self._characters = 0
        self._looks: dict[tuple[Look, frozenset[tuple[str, str]]], Look] = {}

    def text(self) -> str:
        """The lines of the page."""
        self._lines[0].end_line()
        return "\n".join(self._lines[0].lines) + "\n"

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        self._steps.enter(len(self._open), len(attributes))
        outer = self._open[-1]
        if outer.is_left_out or tag in LEFT_OUT:
            self._push(_Open(tag, outer.look, is_left_out=True), Node(tag, frozenset()))
            return
        node = node_of(tag, attributes)
        declared = _presented(tag, attributes) | self._rules.declared(node, self._nodes, attributes.get("style", ""))
        opened = _Open(tag, self._look(declared, outer.look))
        self._place(opened, outer, declared)
        self._push(opened, node)

    def end(self, tag: str) -> None:
        """An element closes."""
        if len(self._open) > 1:
            self._nodes.pop()
            self._close(self._open.pop())

    def data(self, text: str) -> None:
        """Characters between two tags."""
        self._steps.take()
        opened = self._open[-1]
        if opened.is_left_out:
            return
        if opened.look.hides:
            self.hidden += sum(map(len, text.split()))
            return
        self._characters += len(text) if opened.look.keeps_space else sum(map(len, text.split()))
        if self._characters > MOST_CHARACTERS:
            raise TooMuchError
        pieces = self._lines[-1].pieces
        if not opened.look.keeps_space:
            text = _SPACE.sub(" ", text)
            if not pieces or pieces[-1].endswith((" ", "\n", "\t")):
                text = text.removeprefix(" ")
        if text:
            pieces.append(text)

    def close(self) -> None:
        """The page is over."""
        while len(self._open) > 1:
            self.end("")

    def _push(self, opened: _Open, node: Node) -> None:
        self._open.append(opened)
        self._nodes.append(node)

    def _look(self, declared: Declared, outer: Look) -> Look:
        if not declared:
            return outer
        key = (outer, frozenset(declared.items()))
        if key not in self._looks:
            self._looks[key] = look_of(declared, outer)
        return self._looks[key]

    def _place(self, opened: _Open, outer: _Open, declared: Declared) -> None:
        """Begins the line, row or cell that an element opens."""
        tag, display = opened.tag, declared.get("display", "")
        current = self._lines[-1]
        if tag == "br":
            current.pieces.append("\n") if current.pieces else current.end_line()
            return
        is_cell = tag in _CELLS or (outer.cells is not None and tag not in _VOID)
        opened.is_piece = display in _INLINE_PIECES or declared.get("float", "none") != "none"
        opened.is_block = is_cell or (tag in _BLOCKS and not display.startswith("inline")) or display in _BLOCK_DISPLAYS
        if tag == "tr" or (display in _SIDE_BY_SIDE and not declared.get("flex-direction", "").startswith("col")):
            opened.cells = []
        if is_cell:
            opened.lines = _Lines()
            self._lines.append(opened.lines)
        elif opened.is_block:
            self._begin_block(tag, current)
        elif opened.is_piece:
            _tab(current)

    def _begin_block(self, tag: str, current: _Lines) -> None:
        current.part() if tag in _APART and not current.bullet else current.end_line()
        if tag == "li":
            current.bullet = f"{BULLET} "
        elif tag in _HEADINGS:
            current.bullet = ""

    def _close(self, closed: _Open) -> None:
        if closed.is_left_out:
            return
        current = self._lines[-1]
        if closed.cells is not None:
            self._end_row(closed, current)
        if closed.lines is not None:
            current.end_line()
            self._lines.pop()
            self._end_cell(current.lines)
        elif closed.is_block:
            current.part() if closed.tag in _APART else current.end_line()
            if closed.tag == "li":
                current.bullet = ""
        elif closed.is_piece:
            _tab(current)

    def _end_row(self, row: _Open, current: _Lines) -> None:
        """The cells of a row as lines, after the loose text in it."""
        current.end_line()
        lines = list(rows.lines_of([cell for cell in row.cells or () if cell]))
        row.cells = None
        if any(line.strip() for line in lines):
            current.lines += [current.bullet + lines[0], *lines[1:]]
            current.bullet = ""

    def _end_cell(self, lines: list[str]) -> None:
        row = next((opened for opened in reversed(self._open) if opened.cells is not None or opened.lines), None)
        if row is not None and row.cells is not None:
            row.cells.append(lines)
        else:  # a cell without a row
            self._lines[-1].lines += lines


def _tab(current: _Lines) -> None:
    """Parts what stands side by side in one line."""
    if current.pieces and not current.pieces[-1].endswith("\t"):
        current.pieces.append("\t")


def _presented(tag: str, attributes: Mapping[str, str]) -> Declared:
    """What attributes of old say of the looks of an element, and the browser's own style sheet."""
    declared: Declared = {}
    if "hidden" in attributes or (tag == "dialog" and "open" not in attributes):
        declared["display"] = "none"
    if tag in ("pre", "textarea", "listing", "xmp"):
        declared["white-space"] = "pre"
    if "bgcolor" in attributes:
        declared["background-color"] = attributes["bgcolor"].lower()
    if attributes.get("background"):
        declared["background-image"] = "url()"
    shade = attributes.get("color" if tag == "font" else "text") if tag in ("font", "body") else None
    if shade and color_of(shade.lower())[0] is not None:
        declared["color"] = shade.lower()
    if tag in ("button", "input", "mark"):
        declared["background-image"] = "url()"  # a ground of the browser's own
    return declared
